"""The median or the 90th percentile of a metric instead of its mean: levels, differences, and what moves both."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import lru_cache, partial

import numpy as np

from tradeoff_app.analysis.differences import Difference
from tradeoff_app.analysis.heavy_tail import quantile_interval
from tradeoff_app.analysis.metric_type import TypeOfMetric
from tradeoff_app.analysis.observations import FloatArray, IntArray
from tradeoff_app.analysis.quantiles import Z_95, t_point
from tradeoff_app.analysis.random_streams import normal, open_stream
from tradeoff_app.analysis.rates import NO_LEVEL, Level
from tradeoff_app.analysis.samples import Sample, cluster_sums, count_distinct

DRAWS = 4000
"""Pairs of shifted levels that the interval of a difference is read from."""


def weighted_quantile(values: FloatArray, weights: FloatArray | None, p: float) -> float:
    """Quantile by linear interpolation between order statistics (Hyndman and Fan 1996, type 7), also with weights."""
    return float(curve_of(values, weights)(np.array(p)))


class QuantileCurve:
    """The quantile function of a sample: sorted values over the share of the weight below them, from 0 to 1."""

    def __init__(self, values: FloatArray, weights: FloatArray | None) -> None:
        order = np.argsort(values, kind="stable")
        self.values = values[order]
        weight = np.ones(len(values)) if weights is None else weights[order]
        steps = (weight[1:] + weight[:-1]) / 2
        place = np.concatenate([[0.0], np.cumsum(steps)])
        self.shares = place / place[-1] if place[-1] > 0 else place

    def __call__(self, share: FloatArray) -> FloatArray:
        """Values at shares; beyond 0 and 1 the smallest and the largest."""
        return np.asarray(np.interp(share, self.shares, self.values), dtype=np.float64)


def curve_of(values: FloatArray, weights: FloatArray | None) -> QuantileCurve:
    """The quantile function of a sample with at least one value."""
    return QuantileCurve(values, weights)


def shares_below(values: FloatArray, weights: FloatArray | None, p: float) -> FloatArray:
    """Per unit 1 below the quantile, 0 above it, and at it what makes the weighted mean exactly p."""
    weight = np.ones(len(values)) if weights is None else weights
    level = weighted_quantile(values, weights, p)
    below, equal = values < level, values == level
    total, under, at = float(weight.sum()), float(weight[below].sum()), float(weight[equal].sum())
    if at == 0.0:
        return np.where(below, p * total / under if under > 0 else p, 0.0)
    part = min(1.0, max(0.0, (p * total - under) / at))
    return np.asarray(below + part * equal, dtype=np.float64)


def spread_correction(shares: FloatArray, weights: FloatArray | None, p: float) -> float:
    """How many times the spread of these shares has to grow to be that of a share of p: ties hide some of it."""
    weight = np.ones(len(shares)) if weights is None else weights
    seen = float(weight @ (shares - p) ** 2 / weight.sum())
    return math.sqrt(p * (1 - p) / seen) if seen > 0 else 0.0


@lru_cache(maxsize=1)
def _scores() -> FloatArray:
    """Pairs of standard normal scores, each with its mirror image: the same for every difference."""
    half = normal(open_stream(0, "*", "quantile"), (DRAWS // 2, 2))
    return np.concatenate([half, -half])


def unit_values(values: FloatArray, den: FloatArray | None) -> tuple[FloatArray, np.ndarray]:
    """What a quantile is taken of, and the units that have it: of a ratio each unit's own."""
    if den is None:
        return values, np.ones(len(values), dtype=np.bool_)
    kept = den > 0
    return values[kept] / den[kept], kept


def quantile_level_of(values: FloatArray, weights: FloatArray | None, den: FloatArray | None, p: float) -> float | None:
    """The quantile of an arm; None where no unit has a value."""
    own, kept = unit_values(values, den)
    return weighted_quantile(own, None if weights is None else weights[kept], p) if len(own) else None


def quantile_difference(sample: Sample, p: float) -> Difference:
    """Difference of two quantiles; the interval from shifts of both shares below them (Woodruff 1952), jointly drawn.

    The shares vary as sums over clusters do (CR1, t with G - 1); each shift is read back on its arm's own quantile
    function. None where an exact order-statistic interval of either arm has an open end: too few units for it.
    """
    arms = _arms(sample, p)
    estimate = arms[1].level - arms[0].level
    clusters = None if sample.before_clusters is None else _count_clusters(sample)
    if min(arm.groups for arm in arms) < 2 or not all(_is_reachable(arm, p) for arm in arms):
        alone = min(arm.groups for arm in arms) < 2
        why = ("one_unit" if clusters is None else "one_cluster") if alone else "quantile_out_of_reach"
        return Difference(estimate, None, None, "quantile_replicates", clusters=clusters, why=why)
    joint = _joint(arms) if sample.is_paired else 0.0
    scores = _scores()
    first, second = scores[:, 0], joint * scores[:, 0] + math.sqrt(1 - joint**2) * scores[:, 1]
    drawn = arms[1].drawn(second, p) - arms[0].drawn(first, p)
    low, high = np.quantile(drawn, (0.025, 0.975)).tolist()
    if low == high:
        return Difference(estimate, None, None, "quantile_replicates", 0.0, clusters=clusters, why="same_quantile")
    low, high = min(low, estimate), max(high, estimate)
    tail = min(float((drawn <= 0).mean()), float((drawn >= 0).mean()))
    p_value = min(1.0, 2 * max(tail, 1 / DRAWS))
    se = (high - low) / (2 * Z_95)
    return Difference(estimate, low, high, "quantile_replicates", se, p_value, None, estimate, clusters)


class _Arm:
    """One arm: its level, its quantile function, and how its share below the level varies."""

    def __init__(self, values: FloatArray, clusters: IntArray | None, weights: FloatArray | None, p: float) -> None:
        self.curve = curve_of(values, weights)
        self.level = float(self.curve(np.array(p)))
        shares = shares_below(values, weights, p)
        groups = cluster_sums(shares - p, clusters, weights, None if clusters is None else int(clusters.max()) + 1)
        self.sums, self.groups = groups.sums, groups.groups
        self.units = len(values)
        factor = self.groups / max(1, self.groups - 1)
        correction = spread_correction(shares, weights, p)
        self.error = correction * math.sqrt(float(self.sums @ self.sums) * factor) / groups.total

    def drawn(self, scores: FloatArray, p: float) -> FloatArray:
        """Levels at shifts of the share below."""
        return self.curve(p + self.error * t_point(self.groups - 1) / Z_95 * scores)


def _arms(sample: Sample, p: float) -> tuple[_Arm, _Arm]:
    sides = (
        (sample.before, sample.before_clusters, sample.before_weights, sample.before_den),
        (sample.after, sample.after_clusters, sample.after_weights, sample.after_den),
    )
    arms = []
    for values, clusters, weights, den in sides:
        own, kept = unit_values(values, den)
        arms.append(
            _Arm(
                own,
                None if clusters is None else clusters[kept],
                None if weights is None else weights[kept],
                p,
            )
        )
    return arms[0], arms[1]


def _count_clusters(sample: Sample) -> int:
    groups = [clusters for clusters in (sample.before_clusters, sample.after_clusters) if clusters is not None]
    if sample.is_paired:
        return count_distinct(groups[0])
    return sum(map(count_distinct, groups))


def _joint(arms: tuple[_Arm, _Arm]) -> float:
    """Correlation of the arms' shares over the same clusters."""
    one, other = arms[0].sums, arms[1].sums
    if len(one) != len(other):
        return 0.0
    size = math.sqrt(float(one @ one) * float(other @ other))
    return max(-1.0, min(1.0, float(one @ other) / size)) if size > 0 else 0.0


def _is_reachable(arm: _Arm, p: float) -> bool:
    """Whether both ends of the exact order-statistic interval exist for as many independent units."""
    plain = math.sqrt(p * (1 - p) / arm.units)
    effective = arm.units * min(1.0, (plain / arm.error) ** 2) if arm.error > 0 else arm.units
    return max(p, 1 - p) ** effective <= 0.025


def quantile_level(
    values: FloatArray,
    clusters: IntArray | None = None,
    scale: tuple[float, float] | None = None,
    weights: FloatArray | None = None,
    *,
    p: float,
) -> Level:
    """An arm's quantile with its exact order-statistic interval and one-sided 95 % bounds (Conover 1999, 3.2).

    With clusters or weights the ends are read where the share below may lie (Woodruff 1952); the bounds count units as
    they come.
    """
    del scale
    n = len(values)
    if n == 0:
        return NO_LEVEL
    level = weighted_quantile(values, weights, p)
    if clusters is None and weights is None:
        (low, high), (below, above) = (quantile_interval(values, p, confidence) for confidence in (0.95, 0.90))
        return Level(level, low, high, below, above, n)
    arm = _Arm(values, clusters, weights, p)
    if arm.groups < 2 or not _is_reachable(arm, p):
        return Level(level, None, None, None, None, n)
    wide, narrow = (t_point(arm.groups - 1, share) * arm.error for share in (0.975, 0.95))
    low, high, below, above = arm.curve(np.array([p - wide, p + wide, p - narrow, p + narrow])).tolist()
    if weights is None:
        return Level(level, low, high, below, above, n)
    plain = quantile_level(values, clusters, p=p)
    return replace(plain, value=level, low=low, high=high, unweighted=plain.value)


@dataclass(frozen=True)
class ShareBelow:
    """How draws of the share below an arm's quantile become draws of the quantile."""

    p: float
    curve: QuantileCurve
    correction: float

    def levels(self, shares: FloatArray) -> FloatArray:
        """Quantiles at drawn shares: more below the old level means that the quantile lies lower."""
        return self.curve(self.p - self.correction * (shares - self.p))


def share_below(values: FloatArray, weights: FloatArray | None, p: float) -> tuple[FloatArray, ShareBelow]:
    """Each unit's part in the share below the quantile, and the way back from that share."""
    shares = shares_below(values, weights, p)
    return shares, ShareBelow(p, curve_of(values, weights), spread_correction(shares, weights, p))


def as_quantile(kind: TypeOfMetric, p: float) -> TypeOfMetric:
    """The type with a quantile in the place of its mean; a quantile times a number of people means nothing."""
    return TypeOfMetric(
        kind.name,
        is_rate=False,
        counts_people=False,
        difference=partial(quantile_difference, p=p),
        level=partial(quantile_level, p=p),
        value_of=partial(quantile_level_of, p=p),
        quantile=p,
    )
