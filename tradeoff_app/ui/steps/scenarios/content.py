"""The table's rows, ready to be shown: inputs that differ, then what follows, one column a scenario."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from tradeoff_app.analysis.evidence import Evidence
from tradeoff_app.analysis.outcome import Outcome
from tradeoff_app.app.scenario_inputs import InputRow, differing_inputs
from tradeoff_app.app.translation import tr
from tradeoff_app.model.project import Project
from tradeoff_app.model.segment import EVERYONE
from tradeoff_app.ui.steps.scenarios.values import input_cell, input_name
from tradeoff_app.ui.tables.plain_model import Cell, Row
from tradeoff_app.ui.widgets.marks import MARK_OF_VERDICT, Mark
from tradeoff_app.wording.explanations.explanation import Quantity
from tradeoff_app.wording.language import sentence_case
from tradeoff_app.wording.scenarios import verdict_detail, verdict_word
from tradeoff_app.wording.speaker import Speaker
from tradeoff_app.wording.typography import typeset

MOST_GAINS = 3
"""Rows of what users gain; regressions are all shown."""


@dataclass(frozen=True)
class Sides:
    """The scenarios of a project with what each of them comes to."""

    project: Project
    evidence: Evidence
    outcomes: Mapping[str, Outcome]
    speaker: Speaker

    @property
    def current(self) -> str:
        """The id of the scenario in force."""
        return self.project.scenario().id


def make_rows(sides: Sides) -> list[Row]:
    """The whole table below its head."""
    inputs = differing_inputs(sides.project, sides.evidence.partition)
    rows = [_section(tr("Inputs that differ"), sides), *(_input(row, sides) for row in inputs)]
    if not inputs:
        text = (
            tr("Nothing differs yet") if len(sides.outcomes) > 1 else tr("One scenario: add another to compare choices")
        )
        rows.append(_lit(Row((Cell(text, ink="muted"), *(Cell() for _ in sides.outcomes)), "no_inputs"), sides))
    rows.append(_section(tr("What follows"), sides))
    makers: Sequence[Callable[[Outcome, Sides], Cell]] = (_safety, _value, _verdict)
    safety, value, verdict = (tuple(make(outcome, sides) for outcome in sides.outcomes.values()) for make in makers)
    rows.append(Row((Cell(tr("Safety gates")), *safety), "safety"))
    rows += [_people(metric, segment, sides) for metric, segment in told_cells(sides)]
    rows.append(Row((Cell(tr("Value"), tr("a month")), *value), "value"))
    rows.append(Row((Cell(tr("Verdict")), *verdict), "verdict"))
    return [_lit(row, sides) for row in rows]


def told_cells(sides: Sides) -> list[tuple[str, str]]:
    """Metric and segment of every regression of any scenario, then of what the release is for."""
    found = [(item.metric, item.segment) for outcome in sides.outcomes.values() for item in outcome.regressions]
    targets = [metric for metric in sides.project.metrics if sides.project.role_of(metric) == "target"]
    gains = [(metric, EVERYONE) for metric in targets if any(o.effect(metric) for o in sides.outcomes.values())]
    return list(dict.fromkeys([*found, *gains[:MOST_GAINS]]))


def _section(title: str, sides: Sides) -> Row:
    return _lit(Row((Cell(title, is_strong=True), *(Cell() for _ in sides.outcomes)), title, "section"), sides)


def _lit(row: Row, sides: Sides) -> Row:
    """The column in force on its ground."""
    at = list(sides.outcomes).index(sides.current) + 1
    cells = (replace(cell, is_lit=index == at) for index, cell in enumerate(row.cells))
    return replace(row, cells=tuple(cells))


def _input(row: InputRow, sides: Sides) -> Row:
    cells = (
        replace(
            input_cell(row, at, key, sides.outcomes[key], sides.speaker),
            is_strong=value != row.values[0],
            quantity=Quantity("input", row.path, key).address,
        )
        for at, (key, value) in enumerate(zip(sides.outcomes, row.values, strict=True))
    )
    name = typeset(input_name(row.path, sides.speaker))
    return Row((Cell(name, tip=name), *cells), row.path)


def _people(metric: str, segment: str, sides: Sides) -> Row:
    """How many more or fewer a month; where that is no count of people, the change in its unit."""
    speaker = sides.speaker
    is_told = any(outcome.people_per_month(metric, segment) for outcome in sides.outcomes.values())
    counts = is_told and speaker.voice.is_rate(metric)
    unit = (
        tr("change a month")
        if counts
        else tr("change, {unit_line}", unit_line=speaker.unit_line(metric)).removesuffix(", ")
    )
    cells = (_change(metric, segment, outcome, sides, counts=counts) for outcome in sides.outcomes.values())
    whole = sentence_case(typeset(speaker.cell(metric, segment)))
    name, where = speaker.metric(metric), "" if segment == EVERYONE else f"{speaker.voice.segment_inside(segment)}, "
    return Row((Cell(name, f"{where}{unit}", tip=f"{whole}, {unit}"), *cells), f"people/{metric}|{segment}")


def _change(metric: str, segment: str, outcome: Outcome, sides: Sides, *, counts: bool) -> Cell:
    effect, speaker = outcome.effect(metric, segment), sides.speaker
    if effect is None:
        return Cell(tr("not measured"), ink="muted")
    scenario = sides.project.scenarios[outcome.scenario]
    reached = (segment,) if segment != EVERYONE else sides.evidence.partition
    if all(scenario.rollout_of(key).share == 0 for key in reached):
        return Cell("0", tr("not exposed"))
    people = outcome.people_per_month(metric, segment) if counts else None
    if counts and people is None:
        return Cell(tr("not known"), ink="muted")
    text, span = _amounts(people, speaker) if people else (speaker.change(effect), speaker.interval_of(effect))
    kind = "people" if people else "effect"
    address = Quantity(kind, effect.key, outcome.scenario).address
    return Cell(typeset(text), typeset(span), tip=typeset(speaker.effect(effect, outcome)), quantity=address)


def _amounts(people: tuple[float, float, float], speaker: Speaker) -> tuple[str, str]:
    estimate, low, high = people
    numbers = speaker.numbers
    return numbers.people(estimate, signed=True), numbers.interval(numbers.people(low), numbers.people(high))


def _safety(outcome: Outcome, sides: Sides) -> Cell:
    states = {result.state for result in outcome.gates if result.gate.is_safety}
    mark: Mark = "fail" if "FAIL" in states else "pass" if states == {"PASS"} else "unproven"
    if not states:
        return Cell(tr("none stated"), ink="muted")
    words = {"fail": tr("Fail"), "pass": tr("Pass")}
    return Cell(words.get(mark, tr("Unproven")), mark=mark, tip=typeset(sides.speaker.safety_line(outcome)))


def _value(outcome: Outcome, sides: Sides) -> Cell:
    tip = typeset(sides.speaker.value_sentence(outcome))
    if outcome.value is None:
        return Cell(tr("not known"), ink="muted", tip=tip)
    numbers, total, currency = sides.speaker.numbers, outcome.value.per_month, outcome.value.currency
    low, high = (numbers.money(end, currency) for end in total.interval)
    told, address = numbers.money(total.mean, currency), Quantity("value", "", outcome.scenario).address
    return Cell(told, typeset(numbers.interval(low, high)), is_strong=True, tip=tip, quantity=address)


def _verdict(outcome: Outcome, sides: Sides) -> Cell:
    voice = sides.speaker.voice
    detail = typeset(verdict_detail(voice, outcome))
    mark = MARK_OF_VERDICT.get(outcome.verdict.recommendation, "open")
    tip = typeset(sides.speaker.verdict_title(outcome))
    return Cell(verdict_word(voice, outcome), detail, mark, is_strong=True, tip=tip)
