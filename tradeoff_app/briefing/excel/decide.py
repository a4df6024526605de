"""The sheet Decide: results at the top, yellow inputs under them, and the value cell by cell."""

from __future__ import annotations

from tradeoff_app.briefing.excel.book import Sheet
from tradeoff_app.briefing.excel.decide_inputs import write_inputs
from tradeoff_app.briefing.excel.decide_value import write_score, write_value
from tradeoff_app.briefing.excel.gates import Tallies
from tradeoff_app.briefing.excel.inputs import Inputs
from tradeoff_app.briefing.excel.live import Live, all_of, any_of, live, negate, normal_probability, size, total, when
from tradeoff_app.briefing.excel.material import Material
from tradeoff_app.briefing.excel.number_formats import decimals
from tradeoff_app.briefing.excel.number_formats import probability as probability_format

FIRST_INPUT_ROW = 13
TOLERANCE = 1e-9


def head_decide(sheet: Sheet, material: Material) -> Live:
    """Title, note and column widths; returns the cell of the day that acceptances are judged on."""
    sheet.text(0, 0, material.say("excel_decide"), "title")
    sheet.text(1, 0, material.say("excel_decide_note"), "note")
    sheet.widths(38, 42, 14, 14, 14, 14, 14, 14, 14)
    sheet.heads(3, (material.say("excel_result"), material.say("excel_now"), material.say("excel_at_export"), ""))
    sheet.text(10, 0, material.say("excel_as_of"))
    sheet.print_setup(material.document.foot, freeze=(4, 1))
    return sheet.day(10, 1, material.outcome.as_of, "input_date")


def write_decide(sheet: Sheet, material: Material) -> tuple[Inputs, Live | None, Live | None]:
    """Inputs, value and score; returns where they stand."""
    row, inputs = write_inputs(sheet, FIRST_INPUT_ROW, material)
    row, value = write_value(sheet, row, material, inputs)
    _, score = write_score(sheet, row, material, inputs)
    return inputs, value, score


def write_results(
    sheet: Sheet, material: Material, inputs: Inputs, totals: tuple[Live | None, Live | None], tallies: Tallies
) -> dict[str, Live]:
    """Verdict, value, horizon, probability, and whether all is as it was at export."""
    value, score = totals
    results: dict[str, Live] = {}
    probability = _probability(sheet, material, value, score)
    results["verdict"] = _verdict(sheet, material, tallies, probability)
    if value is not None and material.outcome.value is not None:
        results["value"] = _value(sheet, material, inputs, value)
    results["same"] = _same(sheet, material, results, score)
    return results


def _probability(sheet: Sheet, material: Material, value: Live | None, score: Live | None) -> Live | None:
    """P(leading view > 0): the app's own while nothing is changed, else a normal curve with the app's spread."""
    outcome = material.outcome
    if outcome.leading == "value" and value is not None and outcome.value is not None:
        now, at_export, chance = value, outcome.value.per_month.mean, outcome.value.p_positive
        spread = float(outcome.value.draws.std())
    elif outcome.leading == "score" and score is not None and outcome.score is not None:
        now, at_export, chance = score, outcome.score.difference, outcome.score.p_positive
        spread = float(outcome.score.draws.std())
    else:
        return None
    sheet.text(7, 0, material.say("excel_probability"))
    form = probability_format(*(material.speaker.numbers.probability(end) for end in (1.0, 0.0)))
    sheet.number(7, 2, chance, form, "export")
    unchanged = _is_same(now, at_export)
    curve: Live = normal_probability(now / spread) if spread > 0 else when(now.above(0.0), 1.0, 0.0)
    return sheet.live(7, 1, when(unchanged, chance, curve), form, "result")


def _is_same(now: Live, at_export: float) -> Live:
    return size(now - at_export).at_most(TOLERANCE * max(1.0, abs(at_export)))


def _verdict(sheet: Sheet, material: Material, tallies: Tallies, probability: Live | None) -> Live:
    """The first rule that applies, in the order of `analysis.verdict`."""
    fails, still_open, unproven, gained, accepted = (
        total(cells) for cells in (tallies.fails, tallies.open, tallies.unproven, tallies.gained, tallies.accepted)
    )
    if probability is None:
        no_case = negate(gained.above(0.0))
    else:
        none_gained = all_of(negate(gained.above(0.0)), probability.below(0.90))
        negative = all_of(gained.above(0.0), probability.below(0.50))
        no_case = any_of(none_gained, negative)
    words = {code: material.say(f"excel_{code}") for code in _CODES}
    word: Live = when(accepted.above(0.0), words["SHIP_WITH_ACCEPTED_REGRESSIONS"], words["SHIP"])
    word = when(no_case, words["NO_CASE"], word)
    for count, code in ((unproven, "HOLD"), (still_open, "NEEDS_ACCEPTANCE"), (fails, "BLOCKED")):
        word = when(count.above(0.0), words[code], word)
    if not material.outcome.is_sound:
        word = live(words["INVALID"])
    sheet.text(4, 0, material.say("excel_verdict"))
    sheet.text(4, 2, words[material.outcome.verdict.recommendation], "note")
    cell = sheet.live(4, 1, word, style="result")
    sheet.book.workbook.define_name("verdict", f"={cell.formula}")
    return cell


_CODES = ("INVALID", "BLOCKED", "NEEDS_ACCEPTANCE", "HOLD", "NO_CASE", "SHIP_WITH_ACCEPTED_REGRESSIONS", "SHIP")


def _value(sheet: Sheet, material: Material, inputs: Inputs, value: Live) -> Live:
    exported = material.outcome.value
    assert exported is not None
    form = material.money_form()
    sheet.text(5, 0, material.say("excel_value"))
    sheet.number(5, 2, exported.per_month.mean, form, "export")
    shown = sheet.live(5, 1, value, form, "result")
    sheet.text(6, 0, material.say("excel_over_horizon"))
    sheet.number(6, 2, exported.over_horizon.mean, form, "export")
    months, yearly = inputs.plain["horizon_months"], inputs.plain["discount_per_year"]
    sheet.live(6, 1, value * _annuity(months, yearly) - inputs.plain["one_off_cost"], form, "result")
    return shown


def _annuity(months: Live, yearly: Live) -> Live:
    """Sum of the discount factors of month ends, s (1 - s^n) / (1 - s) with s = (1 + d)^(-1/12)."""
    step = Live(f"((1+{yearly.formula})^(-1/12))", (1 + yearly.number) ** (-1 / 12))
    power = Live(f"({step.formula}^{months.formula})", step.number**months.number)
    summed = step * (live(1.0) - power) / (live(1.0) - step)
    return when(yearly.equals(0.0), months, summed)


def _same(sheet: Sheet, material: Material, results: dict[str, Live], score: Live | None) -> Live:
    """Whether verdict, value and score are those that the app showed when the workbook was written."""
    exported = material.outcome
    word = material.say(f"excel_{exported.verdict.recommendation}")
    checks = [results["verdict"].equals(word)]
    if "value" in results and exported.value is not None:
        checks.append(_is_same(results["value"], exported.value.per_month.mean))
    if score is not None and exported.score is not None:
        sheet.text(8, 0, material.say("excel_score"))
        form = decimals(2, signed=True)
        sheet.number(8, 2, exported.score.difference, form, "export")
        checks.append(_is_same(sheet.live(8, 1, score, form, "result"), exported.score.difference))
    sheet.text(9, 0, material.say("excel_same"))
    answer = when(all_of(*checks), material.say("rule_applies"), material.say("excel_changed"))
    return sheet.live(9, 1, answer, style="result")
