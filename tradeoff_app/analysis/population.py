"""The whole population: how segments add up by their exposure, and what that makes of an effect's interval."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from tradeoff_app.analysis.clusters import SharedClusters
from tradeoff_app.analysis.effects import TopBox
from tradeoff_app.analysis.quantiles import Z_95, t_point


@dataclass(frozen=True)
class Mix:
    """How the whole population is made up: share and monthly volume (base) of each partition segment.

    `source` says where the shares come from: "stated" exposures, a stated total that was "split" by sample share, or
    the evaluation's own mix ("sample"), in which case the volumes are None. `whole` is the volume of everyone.
    """

    shares: Mapping[str, float]
    volumes: Mapping[str, float | None]
    source: str
    basis: str | None = None

    @property
    def whole(self) -> float | None:
        """Monthly volume of everyone; None where any segment's volume is unknown."""
        known = [volume for volume in self.volumes.values() if volume is not None]
        return sum(known) if known and len(known) == len(self.volumes) else None


Interval = tuple[float, float]


def mover(
    weights: Sequence[float], estimates: Sequence[float], intervals: Sequence[Interval]
) -> tuple[float, Interval]:
    """Weighted sum of independent estimates, with the interval of Zou and Donner (2008, MOVER)."""
    total = sum(w * d for w, d in zip(weights, estimates, strict=True))
    below = sum((w * (d - low)) ** 2 for w, d, (low, _) in zip(weights, estimates, intervals, strict=True))
    above = sum((w * (high - d)) ** 2 for w, d, (_, high) in zip(weights, estimates, intervals, strict=True))
    return total, (total - math.sqrt(below), total + math.sqrt(above))


def shared_cluster_sum(weights: Mapping[str, float], shared: SharedClusters) -> tuple[float, Interval, float]:
    """Weighted sum over segments whose clusters overlap: centre, interval (t with G-1, or of many looks), error."""
    pi = np.array([weights.get(segment, 0.0) for segment in shared.segments])
    centre = float(pi @ shared.centres)
    se = math.sqrt(float(pi @ shared.covariance @ pi))
    spread = shared.spread or t_point(shared.groups - 1) if shared.groups > 1 else math.inf
    half = spread * se
    return centre, (centre - half, centre + half), se


def renormalised(shares: Mapping[str, float], kept: Sequence[str]) -> dict[str, float]:
    """The shares of some segments, made to sum to 1; all equal where their sum is 0."""
    total = sum(shares.get(segment, 0.0) for segment in kept)
    if total <= 0.0:
        return {segment: 1 / len(kept) for segment in kept}
    return {segment: shares.get(segment, 0.0) / total for segment in kept}


def side_towards_zero(estimate: float, interval: Interval) -> float:
    """Standard error on the side of the interval that faces 0: what a p-value of the sum is made of."""
    return (estimate - interval[0] if estimate > 0 else interval[1] - estimate) / Z_95


def weigh_top_boxes(weights: Sequence[float], boxes: Sequence[TopBox | None]) -> TopBox | None:
    """The whole population's shares; None where a segment has none, without interval where a segment has none."""
    known = [box for box in boxes if box is not None]
    if not known or len(known) < len(boxes):
        return None
    before = sum(w * box.before for w, box in zip(weights, known, strict=True))
    after = sum(w * box.after for w, box in zip(weights, known, strict=True))
    intervals = [box.interval for box in known if box.interval is not None]
    interval: Interval | None = None
    if len(intervals) == len(known):
        low, high = mover(weights, [box.after - box.before for box in known], intervals)[1]
        interval = max(-1.0, low), min(1.0, high)
    return replace(known[0], before=before, after=after, interval=interval)
