"""The sheet Accepted: the register of regressions with every answer, filterable, and whether each answer holds."""

from __future__ import annotations

from dataclasses import dataclass

from tradeoff_app.analysis.cells import improvement
from tradeoff_app.analysis.verdict import RegressionState
from tradeoff_app.briefing.excel.book import Sheet
from tradeoff_app.briefing.excel.live import Live, all_of, any_of, live, negate, when
from tradeoff_app.briefing.excel.material import Material
from tradeoff_app.briefing.excel.number_formats import SIGNED_WHOLE, decimals

HEADS = (
    "excel_regression",
    "excel_statement",
    "people_per_month",
    "excel_low",
    "excel_high",
    "answer",
    "excel_accepted_up_to",
    "excel_worst_case",
    "excel_unit",
    "rationale",
    "gain",
    "mitigation",
    "roll_back_if",
    "owner",
    "accepted_by",
    "accepted_on_head",
    "expires",
    "follow_up",
    "excel_same_data",
    "state",
)


NUMBERS = (2, 3, 4, 6, 7, 15, 16)
INDENTED = (9, 10, 11, 12, 13, 14, 18, 19)
WIDTHS = (24, 44, 10, 9, 9, 14, 10, 10, 17, 30, 24, 30, 24, 15, 20, 11, 11, 15, 8, 20)


@dataclass(frozen=True)
class Answer:
    """Whether the answer to a regression settles it, and whether it blocks the release."""

    settled: Live
    blocked: Live


def write_accepted(sheet: Sheet, material: Material, as_of: Live) -> dict[str, Answer]:
    """One line for each regression and each open guardrail; returns what each answer comes to, by key."""
    sheet.text(0, 0, material.say("excel_register"), "title")
    sheet.text(1, 0, material.say("excel_register_note"), "note")
    sheet.heads(3, tuple(material.say(head) for head in HEADS), numbers=NUMBERS, indented=INDENTED)
    sheet.widths(*WIDTHS)
    answers = {}
    items = (*material.outcome.regressions, *material.outcome.unproven)
    for row, item in enumerate(items, start=4):
        answers[item.key] = _line(sheet, row, material, item, as_of)
    if items:
        sheet.worksheet.autofilter(3, 0, 3 + len(items), len(HEADS) - 1)
    else:
        sheet.text(4, 0, material.say("excel_register_none"))
    sheet.print_setup(material.document.foot, head_row=3, freeze=(4, 1), pages_wide=2)
    sheet.worksheet.repeat_columns(0)
    sheet.worksheet.set_v_pagebreaks([9])
    return answers


def _line(sheet: Sheet, row: int, material: Material, item: RegressionState, as_of: Live) -> Answer:
    speaker, response = material.speaker, item.response
    sheet.text(row, 0, speaker.regression_title(item), "wrap", ruled=True)
    statement = speaker.effect(item.effect, material.outcome)
    sheet.text(row, 1, statement, "wrap", ruled=True)
    answers = (response.rationale, response.gain, response.mitigation, response.rollback_trigger) if response else ()
    wide = ((text or "", WIDTHS[column]) for column, text in enumerate(answers, start=9))
    sheet.fit_row(row, (statement, WIDTHS[1]), *wide)
    has_people = bool(speaker.people_cell(item, material.outcome)[0])
    people = item.people_per_month if has_people and item.people_per_month else (None, None, None)
    for column, value in enumerate(people, start=2):
        sheet.number(row, column, value, SIGNED_WHOLE, ruled=True)
    actions = {action: material.say(f"action_{action}") for action in ("accept", "mitigate", "block")}
    action = sheet.text(row, 5, actions[response.action] if response else "", "input_text")
    sheet.worksheet.data_validation(row, 5, row, 5, {"validate": "list", "source": list(actions.values())})
    covers = _bound(sheet, row, material, item)
    complete, expires = _stated(sheet, row, item)
    same = item.problem != "STALE" and (response is None or response.evidence_hash is not None)
    yes, no = material.say("rule_applies"), material.say("rule_not")
    fresh = sheet.text(row, 18, yes if same else no, "muted", ruled=True).equals(yes)
    expired = all_of(as_of.above(0.0), expires.above(0.0), as_of.above(expires))
    settled = all_of(action.equals(actions["accept"]), complete, fresh, negate(expired), covers)
    blocked = action.equals(actions["block"])
    state = _state(material, action, actions, (complete, fresh, expired, covers))
    sheet.live(row, 19, state, style="state", ruled=True)
    return Answer(settled, blocked)


def _bound(sheet: Sheet, row: int, material: Material, item: RegressionState) -> Live:
    """The accepted bound in yellow against the adverse end of the interval, in the unit that is shown."""
    factor = material.factor(item.metric)
    form = decimals(material.places(item.metric))
    accepted = item.response.accepted_up_to if item.response else None
    accepted_cell = sheet.number(row, 6, None if accepted is None else accepted * factor, form, "input")
    metric = material.project.metrics[item.metric]
    interval = item.effect.interval
    worst = None if interval is None else -improvement(metric, interval)[0] * factor
    worst_cell = sheet.number(row, 7, worst, form, ruled=True)
    is_rate = metric.type == "binary"
    unit = material.say("excel_percentage_points") if is_rate else material.speaker.unit_line(item.metric)
    sheet.text(row, 8, unit, "muted", ruled=True)
    if worst is None:
        return live(False)
    stated = Live(f"ISNUMBER({accepted_cell.formula})", accepted is not None)
    return all_of(stated, worst_cell.at_most(accepted_cell))


def _stated(sheet: Sheet, row: int, item: RegressionState) -> tuple[Live, Live]:
    """The texts and dates of the answer; returns whether all that is required is stated, and the review date."""
    response = item.response
    person = response.accepter if response else None
    who = "" if person is None else f"{person.name}, {person.role}" if person.role else person.name
    texts = {
        9: response.rationale if response else None,
        10: response.gain if response else None,
        11: response.mitigation if response else None,
        12: response.rollback_trigger if response else None,
        13: response.owner if response else None,
        14: who,
        17: response.follow_up if response else None,
    }
    cells = {column: sheet.text(row, column, (text or "").strip(), "input_text") for column, text in texts.items()}
    sheet.day(row, 15, response.accepted_on if response else None, "input_date")
    expires = sheet.day(row, 16, response.expires if response else None, "input_date")
    required = [negate(cells[column].equals("")) for column in (9, 11, 13, 14)]
    return all_of(*required, expires.above(0.0)), expires


def _state(material: Material, action: Live, actions: dict[str, str], checks: tuple[Live, Live, Live, Live]) -> Live:
    """What the answer comes to, in words: the first thing that is wrong with it, or that it holds."""
    complete, fresh, expired, covers = checks
    say = material.say
    accepted = when(covers, say("excel_holds"), say("excel_exceeds"))
    accepted = when(fresh, accepted, say("excel_stale"))
    accepted = when(expired, say("excel_expired"), accepted)
    accepted = when(complete, accepted, say("excel_incomplete"))
    other = when(action.equals(actions["mitigate"]), say("excel_pending"), say("no_answer"))
    other = when(action.equals(actions["block"]), say("excel_blocked"), other)
    return when(any_of(action.equals(actions["accept"])), accepted, other)
