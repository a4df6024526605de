"""The unit-free score: partial values on agreed ranges, swing weights, and changes that offset each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tradeoff_app.analysis.observations import FloatArray


@dataclass(frozen=True)
class ScorePart:
    """What one metric adds to the score difference (points of 100)."""

    metric: str
    weight: float
    mean: float
    interval: tuple[float, float]


@dataclass(frozen=True)
class Score:
    """Candidate minus baseline on the 0 to 100 score; `equivalents` maps a metric to the change that offsets the
    reference move of `reference_move` on `reference`."""

    baseline: float
    candidate: float
    difference: float
    interval: tuple[float, float]
    p_positive: float
    by_metric: tuple[ScorePart, ...]
    outside_range: tuple[str, ...]
    reference: str | None
    reference_move: float | None
    equivalents: Mapping[str, float]
    draws: FloatArray = field(repr=False)
