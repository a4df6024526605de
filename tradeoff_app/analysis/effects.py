"""Differences between baseline and candidate with their uncertainty, per metric and segment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tradeoff_app.analysis.power import detectable_change

State = Literal["better", "worse", "no_worse", "cannot_tell", "not_measured"]


@dataclass(frozen=True)
class Estimate:
    """A number with its 95 % interval in natural units; `interval` is None with a reason in `why`."""

    value: float | None
    interval: tuple[float, float] | None
    why: str | None = None


Interval = tuple[float, float]


@dataclass(frozen=True)
class TopBox:
    """Shares (0 to 1) of units that rate from `low` to `high`, the best categories, before and after.

    `interval` is that of after minus before; None where too few units or too little is known.
    """

    low: float
    high: float
    before: float
    after: float
    interval: Interval | None


@dataclass(frozen=True)
class Effect:
    """Candidate minus baseline in natural units, for one metric, segment and candidate.

    `state` speaks of improvement (sign of the metric applied); `margin` is the absolute non-inferiority margin that it
    was judged against, if any. `clusters` is None where every unit is its own cluster. `needs_times_n` says how many
    times as many units would let us tell. `top_box` are the shares in the best categories of an ordinal metric. `why`
    is set where `difference` or `interval` is None.
    """

    metric: str
    segment: str
    candidate: str
    n_baseline: int
    n_candidate: int
    n_pairs: int | None
    clusters: int | None
    baseline: float | None
    candidate_value: float | None
    difference: float | None
    interval: tuple[float, float] | None
    method: str
    state: State
    confidence: float = 0.95
    standard_error: float | None = None
    margin: float | None = None
    shrunk: float | None = None
    worst_best: tuple[float, float] | None = None
    p_value: float | None = None
    needs_times_n: float | None = None
    fixed: int | None = None
    broken: int | None = None
    relative: Estimate | None = None
    top_box: TopBox | None = None
    note: str | None = None
    why: str | None = None

    @property
    def key(self) -> str:
        """`metric|segment`, as responses and reason codes name it."""
        return f"{self.metric}|{self.segment}"

    @property
    def detectable(self) -> float | None:
        """The smallest change that these units would show with 80 % power, in natural units; None without an interval
        or where nothing varied."""
        if self.interval is None or not self.standard_error:
            return None
        return detectable_change(self.standard_error)
