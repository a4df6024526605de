"""The inputs of all scenarios side by side: one row an input, one value a scenario, and which rows differ."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from tradeoff_app.model.project import Project
from tradeoff_app.model.range import Range
from tradeoff_app.model.scenario import Scenario
from tradeoff_app.model.segment import EVERYONE

Value = float | str | Range | None
Read = Callable[[Scenario], Value]
COSTS = ("running_cost_per_month", "cost_per_exposure", "one_off_cost")


@dataclass(frozen=True)
class InputRow:
    """One input: its path inside a scenario (`rollout/tail`, `money/irrelevant|*`) and its value in each scenario.

    A value is a number, a range, the id of a candidate, `accept`, `mitigate` or `block`, or None: not stated.
    """

    path: str
    values: tuple[Value, ...]

    @property
    def differs(self) -> bool:
        """Whether the scenarios disagree."""
        return any(value != self.values[0] for value in self.values)


def differing_inputs(project: Project, partition: tuple[str, ...]) -> tuple[InputRow, ...]:
    """The rows in which the scenarios are not the same, in the order in which people think of them."""
    scenarios = tuple(project.scenarios.values())
    rows = (InputRow(path, tuple(read(each) for each in scenarios)) for path, read in _inputs(project, partition))
    return tuple(row for row in rows if row.differs)


def _inputs(project: Project, partition: tuple[str, ...]) -> Iterator[tuple[str, Read]]:
    """Path and reader of every input: to whom, what a change is worth, how much it weighs, what was accepted."""
    yield "candidate", lambda s: s.rollout_of(EVERYONE).candidate
    yield from ((f"rollout/{key}", lambda s, key=key: s.rollout_of(key).share) for key in partition)
    yield from ((f"rollout/{key}/candidate", lambda s, key=key: _own_candidate(s, key)) for key in partition)
    for kind, entries, read in _MAPS:
        for key in dict.fromkeys(key for scenario in project.scenarios.values() for key in entries(scenario)):
            yield f"{kind}/{key}", partial(_read_entry, read, key)
    yield from ((field, lambda s, field=field: float(getattr(s, field))) for field in COSTS)


def _read_entry(read: Callable[[Scenario, str], Value], key: str, scenario: Scenario) -> Value:
    return read(scenario, key)


def _own_candidate(scenario: Scenario, segment: str) -> str | None:
    """The candidate of a segment where it is another one than everyone's."""
    own, general = scenario.rollout_of(segment).candidate, scenario.rollout_of(EVERYONE).candidate
    return own if own != general else None


_MAPS: tuple[tuple[str, Callable[[Scenario], Mapping[str, object]], Callable[[Scenario, str], Value]], ...] = (
    ("money", lambda s: s.money, lambda s, key: s.money[key].per_unit if key in s.money else None),
    ("transport", lambda s: s.transport, lambda s, key: s.transport_of(key)),
    ("swing", lambda s: s.swing, lambda s, key: s.swing[key].points if key in s.swing else None),
    ("segment_weights", lambda s: s.segment_weights, lambda s, key: s.segment_weights.get(key)),
    (
        "regressions",
        lambda s: s.regressions,
        lambda s, key: s.regressions[key].action if key in s.regressions else None,
    ),
)
