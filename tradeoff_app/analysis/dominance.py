"""Is one side at least as good everywhere: what needs no weights at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from tradeoff_app.analysis.effects import Effect
from tradeoff_app.analysis.reading import Reading
from tradeoff_app.model.segment import EVERYONE

DominanceKind = Literal["dominates", "dominated", "trade_off", "open", "not_measured"]


@dataclass(frozen=True)
class Dominance:
    """How the candidate compares cell by cell, by state: how many cells in scope are better, no worse, worse or open.

    "dominates": better somewhere and no worse anywhere; "dominated": worse somewhere and better nowhere, with nothing
    open; "trade_off": both; "open": what cannot be told could turn it.
    """

    kind: DominanceKind
    better: int
    no_worse: int
    worse: int
    open: int

    @property
    def cells(self) -> int:
        """All cells that were compared."""
        return self.better + self.no_worse + self.worse + self.open


def judge_dominance(reading: Reading, effects: Sequence[Effect]) -> Dominance:
    """Dominance over product metrics (no monitors, a direction stated) in every segment that gets a candidate."""
    own = [effect for effect in effects if _counts(reading, effect)]
    states = [effect.state for effect in own]
    better, no_worse, worse = (states.count(state) for state in ("better", "no_worse", "worse"))
    unknown = len(states) - better - no_worse - worse
    return Dominance(_kind(better, worse, unknown, len(states)), better, no_worse, worse, unknown)


def _counts(reading: Reading, effect: Effect) -> bool:
    metric = reading.metric(effect.metric)
    inside = reading.drawn_segments(effect.metric) or [EVERYONE]
    return (
        metric.better is not None
        and reading.project.role_of(metric.id) != "monitor"
        and effect.segment in inside
        and effect.candidate == reading.candidate_in(effect.segment)
        and reading.rollout(effect.segment) > 0
    )


def _kind(better: int, worse: int, unknown: int, cells: int) -> DominanceKind:
    if cells == 0:
        return "not_measured"
    if better and worse:
        return "trade_off"
    if unknown:
        return "open"
    if worse:
        return "dominated"
    return "dominates" if better else "open"
