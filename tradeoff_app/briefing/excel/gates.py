"""The sheet Gates: limits and margins in yellow, each state as a formula, and what it means for the verdict."""

from __future__ import annotations

from dataclasses import dataclass, field

from tradeoff_app.analysis.gates import GateResult
from tradeoff_app.analysis.verdict import FAILING, REGRESSIONS, UNPROVEN, RegressionState
from tradeoff_app.briefing.excel.accepted import Answer
from tradeoff_app.briefing.excel.book import Sheet
from tradeoff_app.briefing.excel.gate_rules import GateCells, is_one_of, state_formula
from tradeoff_app.briefing.excel.inputs import Inputs, write_input
from tradeoff_app.briefing.excel.live import Live, all_of, any_of, live, negate, when
from tradeoff_app.briefing.excel.material import Material
from tradeoff_app.briefing.excel.number_formats import decimals
from tradeoff_app.model.segment import EVERYONE

HEADS = (
    "rule", "excel_threshold", "excel_at_export", "excel_unit", "excel_observed", "excel_low", "excel_high", "state",
    "excel_state_at_export", "excel_code", "excel_fails", "excel_open", "excel_unproven", "excel_gained",
    "excel_accepted",
)  # fmt: skip
NAME_WIDTH = 54
_THRESHOLD_FIELD = {
    "absolute_limit": "limit",
    "non_inferiority": "margin",
    "superiority": "min_worthwhile",
    "absolute_target": "target",
}


@dataclass
class Tallies:
    """One 0-or-1 cell a gate and question; the verdict sums them."""

    fails: list[Live] = field(default_factory=list)
    open: list[Live] = field(default_factory=list)
    unproven: list[Live] = field(default_factory=list)
    gained: list[Live] = field(default_factory=list)
    accepted: list[Live] = field(default_factory=list)


def write_gates(sheet: Sheet, material: Material, inputs: Inputs, answers: dict[str, Answer]) -> Tallies:
    """One line for each judged gate, then answered regressions that no gate names."""
    sheet.text(0, 0, material.say("excel_gates"), "title")
    sheet.text(1, 0, material.say("excel_gates_note"), "note")
    sheet.heads(3, tuple(material.say(head) for head in HEADS), numbers=(1, 2, 4, 5, 6, 9, 10, 11, 12, 13, 14))
    sheet.widths(NAME_WIDTH, 11, 10, 17, 11, 11, 11, 19, 19, 25, 8, 8, 9, 8, 9)
    sheet.worksheet.set_column(9, 14, 9, None, {"level": 1, "hidden": True})
    sheet.worksheet.set_column(15, 15, None, None, {"collapsed": True})
    tallies = Tallies()
    row = 4
    for result in material.outcome.gates:
        _gate(sheet, row, material, inputs, answers.get(result.key), result, tallies)
        row += 1
    named = {result.key for result in material.outcome.gates}
    for item in (*material.outcome.regressions, *material.outcome.unproven):
        if item.key not in named:
            _answered(sheet, row, material, answers.get(item.key), item, tallies)
            row += 1
    sheet.print_setup(material.document.foot, head_row=3, freeze=(4, 1))
    return tallies


def _gate(
    sheet: Sheet, row: int, material: Material, inputs: Inputs, answer: Answer | None, result: GateResult,
    tallies: Tallies,
) -> None:  # fmt: skip
    speaker = material.speaker
    name = speaker.gate_name(result.gate)
    if result.segment != result.gate.segment:
        name = f"{name} ({speaker.segment(result.segment)})"
    sheet.text(row, 0, name, "wrap", ruled=True)
    sheet.fit_row(row, (name, NAME_WIDTH))
    cells = _numbers(sheet, row, material, result)
    metric = material.project.metrics[result.metric]
    factor = material.factor(result.metric)
    equivalence = None if result.gate.equivalence is None else result.gate.equivalence * factor
    code = state_formula(result, cells, metric.sign, equivalence) or live(result.state)
    code_cell = sheet.live(row, 9, code, style="code", ruled=True)
    sheet.live(row, 7, _word(material, result, code_cell), style="state", ruled=True)
    sheet.text(row, 8, speaker.state(result), "muted", ruled=True)
    scope = _scope(inputs, result)
    _tally(sheet, row, _role(result), code_cell, answer, scope, tallies)


def _numbers(sheet: Sheet, row: int, material: Material, result: GateResult) -> GateCells:
    """Threshold in yellow, what was measured, and the two ends that the rule compares; all in the unit shown."""
    factor, form = material.factor(result.metric), _format(material, result)
    threshold = None if result.threshold is None else result.threshold * factor
    if result.gate.rule == "never_event" or result.assumed or threshold is None:
        threshold_cell = sheet.number(row, 1, threshold, form, ruled=True)
    else:
        path = f"gates/{result.gate.id}/{_THRESHOLD_FIELD[result.gate.rule]}"
        if result.segment == result.gate.segment:
            threshold_cell = write_input(sheet, row, 1, threshold, path, form)
        else:
            threshold_cell = sheet.live(row, 1, _general(sheet, path, threshold), form, ruled=True)
    sheet.number(row, 2, threshold, form, "code", ruled=True)
    sheet.text(row, 3, _unit(material, result), "muted", ruled=True)
    observed, low, high = _measured(material, result)
    ends = [
        sheet.number(row, column, None if value is None else value * factor, form, ruled=True)
        for column, value in ((4, observed), (5, low), (6, high))
    ]
    return GateCells(ends[0], ends[1], ends[2], threshold_cell)


def _general(sheet: Sheet, path: str, value: float) -> Live:
    """The threshold cell of the general gate, which a protected segment is judged by as well."""
    for known, formula in sheet.book.names.values():
        if known == path:
            return Live(formula, value)
    return live(value)


def _measured(material: Material, result: GateResult) -> tuple[float | None, float | None, float | None]:
    """(observed, low, high): for a change its improvement and both ends, for a level its own, for a limit the bound."""
    if result.gate.is_safety:
        events = result.counted_events if result.gate.rule == "never_event" else None
        observed = events / material.factor(result.metric) if events is not None else result.observed
        return observed, None, result.bound
    if result.gate.rule == "absolute_target":
        level = _level(material, result)
        return result.observed, *level
    effect, sign = result.effect, material.project.metrics[result.metric].sign
    if effect is None or effect.difference is None or effect.interval is None:
        return None, None, None
    low, high = sorted(sign * end for end in effect.interval)
    return sign * effect.difference, low, high


def _level(material: Material, result: GateResult) -> tuple[float | None, float | None]:
    reading = material.reading
    if result.segment == EVERYONE:
        level = reading.population_level(result.metric)
    else:
        level = material.evidence.levels.get((result.metric, result.segment, result.candidate))
    return (None, None) if level is None else (level.low, level.high)


def _format(material: Material, result: GateResult) -> str:
    return decimals(0 if result.gate.rule == "never_event" else material.places(result.metric))


def _unit(material: Material, result: GateResult) -> str:
    metric = material.project.metrics[result.metric]
    if result.gate.rule == "never_event":
        return material.say("excel_events")
    if metric.type == "binary":
        is_level = result.gate.rule in ("absolute_limit", "absolute_target")
        return material.speaker.unit_line(result.metric) if is_level else material.say("excel_percentage_points")
    return material.speaker.unit_line(result.metric)


def _word(material: Material, result: GateResult, code: Live) -> Live:
    """The plain word of a state code, as on screen."""
    safety = result.gate.is_safety
    word: Live = live(material.speaker.state(result.state))
    states = ("PASS", "FAIL", "INCONCLUSIVE") if safety else tuple(sorted(_STATES[result.gate.rule]))
    for state in states:
        text = "unproven" if safety and state == "INCONCLUSIVE" else state
        word = when(code.equals(state), material.speaker.state(text), word)
    return word


_STATES: dict[str, frozenset[str]] = {
    "non_inferiority": REGRESSIONS | {"IMPROVED", "REGRESSED_WITHIN_MARGIN", "NON_INFERIOR", "INCONCLUSIVE"},
    "superiority": frozenset({"MET", "IMPROVED", "DETERIORATED", "NO_MATERIAL_CHANGE", "INCONCLUSIVE"}),
    "absolute_target": frozenset({"MET", "MISSED", "INCONCLUSIVE"}),
}


def _role(result: GateResult) -> str:
    """A guardrail without a stated margin is only watched (as in `analysis.regressions`)."""
    return "monitor" if result.assumed and result.role == "guardrail" else result.role


def _scope(inputs: Inputs, result: GateResult) -> Live:
    """Whether any of the gate's traffic gets a candidate."""
    if result.segment in inputs.rollout:
        return inputs.rollout[result.segment].above(0.0)
    if result.segment == EVERYONE:
        return any_of(*(share.above(0.0) for share in inputs.rollout.values()))
    return live(result.in_scope)


def _answered(
    sheet: Sheet, row: int, material: Material, answer: Answer | None, item: RegressionState, tallies: Tallies
) -> None:
    """A regression that was answered although no gate names it."""
    sheet.text(row, 0, material.speaker.regression_title(item), "wrap", ruled=True)
    for column in range(1, 7):
        sheet.text(row, column, "", ruled=True)
    code = sheet.text(row, 9, item.gate_state, "code", ruled=True)
    sheet.text(row, 7, material.speaker.state(item), "state", ruled=True)
    sheet.text(row, 8, material.speaker.state(item), "muted", ruled=True)
    _tally(sheet, row, "monitor", code, answer, live(True), tallies)


def _tally(sheet: Sheet, row: int, role: str, code: Live, answer: Answer | None, scope: Live, tallies: Tallies) -> None:
    """What the state means for the verdict, as 0 or 1 (the rules of decision-model, 3e)."""
    settled = answer.settled if answer else live(False)
    blocked = answer.blocked if answer else live(False)
    safety, guardrail = role == "safety_gate", role == "guardrail"
    worse, unproven = is_one_of(code, *sorted(REGRESSIONS)), is_one_of(code, *sorted(UNPROVEN))
    failing = is_one_of(code, *sorted(FAILING))
    never = live(False)
    fails = code.equals("FAIL") if safety else never
    still_open = never if safety else all_of(worse, negate(settled), negate(blocked))
    if safety:
        holds = unproven
    elif guardrail:
        holds = any_of(all_of(unproven, negate(settled)), all_of(failing, blocked))
    else:
        holds = all_of(failing, blocked)
    gained = is_one_of(code, "MET", "IMPROVED") if role == "target" else never
    acceptable = never if safety else failing if guardrail else worse
    within = code.equals("REGRESSED_WITHIN_MARGIN") if guardrail else never
    accepted = any_of(all_of(acceptable, settled), within)
    questions = (fails, still_open, holds, gained, accepted)
    lists = (tallies.fails, tallies.open, tallies.unproven, tallies.gained, tallies.accepted)
    for column, (question, kept) in enumerate(zip(questions, lists, strict=True), start=10):
        kept.append(sheet.live(row, column, when(all_of(scope, question), 1.0, 0.0), "0", "code", ruled=True))
