"""Intervals and bounds of one rate, and of one mean: what an arm's own level is known to."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np

from tradeoff_app.analysis.observations import FloatArray, IntArray
from tradeoff_app.analysis.quantiles import Z_95, beta_point, t_point
from tradeoff_app.analysis.samples import NOISE


@dataclass(frozen=True)
class Level:
    """One arm's own level in one segment: estimate, 95 % interval, and the one-sided 95 % bounds.

    `events` is the sum of the unit values for rates; with `is_averaged` some of those are means over repeats, so that
    it counts no units. `low`/`high` and the bounds are None where too little varies or too few clusters were seen.
    `unweighted` is the level without sampling weights, where there are any; bounds and events have none.
    """

    value: float | None
    low: float | None
    high: float | None
    lower_bound: float | None
    upper_bound: float | None
    n: int
    events: float | None = None
    is_averaged: bool = False
    unweighted: float | None = None

    @property
    def counted(self) -> float | None:
        """The level of all units as they come, which safety limits are about."""
        return self.value if self.unweighted is None else self.unweighted


NO_LEVEL = Level(None, None, None, None, None, 0)


def wilson(events: float, n: float) -> tuple[float, float]:
    """95 % score interval of a rate (Wilson 1927)."""
    rate, z2 = events / n, Z_95**2
    centre = (rate + z2 / (2 * n)) / (1 + z2 / n)
    half = Z_95 / (1 + z2 / n) * math.sqrt(rate * (1 - rate) / n + z2 / (4 * n * n))
    return max(0.0, centre - half), min(1.0, centre + half)


def upper_bound(events: float, n: float, confidence: float = 0.95) -> float:
    """Exact one-sided upper bound of a rate; with no events 1 - (1 - confidence)^(1/n)."""
    return 1.0 if events >= n else beta_point(events + 1, n - events, confidence)


def lower_bound(events: float, n: float, confidence: float = 0.95) -> float:
    """Exact one-sided lower bound of a rate."""
    return 0.0 if events <= 0 else beta_point(events, n - events + 1, 1 - confidence)


def units_for_zero_events(limit: float, confidence: float = 0.95) -> int:
    """How many units without an event show that the rate is at most `limit`."""
    return math.ceil(math.log(1 - confidence) / math.log1p(-limit))


def rate_level(values: FloatArray, clusters: IntArray | None = None, weights: FloatArray | None = None) -> Level:
    """Level of a rate from unit values in [0, 1]: Wilson interval, exact one-sided bounds.

    Sampling weights move the level and its interval; the bounds count units as they come.
    """
    plain = _plain_rate_level(values, clusters)
    if weights is None or len(values) == 0:
        return plain
    share, error, _ = _weighted_mean(values, clusters, weights)
    spread = share * (1 - share)
    groups = weights if clusters is None else np.bincount(clusters, weights=weights)
    kish = float(weights.sum()) ** 2 / float(groups @ groups)
    effective = min(float(len(values)), spread / error**2) if error > NOISE and spread > NOISE else kish
    low, high = wilson(share * effective, effective)
    return replace(plain, value=share, low=low, high=high, unweighted=plain.value)


def _weighted_mean(values: FloatArray, clusters: IntArray | None, weights: FloatArray) -> tuple[float, float, int]:
    """Weighted mean, its cluster-robust standard error (CR1), and the number of clusters."""
    mean = float(weights @ values / weights.sum())
    deviation = weights * (values - mean)
    groups = len(values) if clusters is None else int(np.count_nonzero(np.bincount(clusters)))
    sums = deviation if clusters is None else np.bincount(clusters, weights=deviation)
    if groups < 2:
        return mean, 0.0, groups
    return mean, math.sqrt(float(sums @ sums) * groups / (groups - 1)) / float(weights.sum()), groups


def _plain_rate_level(values: FloatArray, clusters: IntArray | None) -> Level:
    n = len(values)
    if n == 0:
        return NO_LEVEL
    events = float(values.sum())
    low, high = wilson(events, n)
    if clusters is not None:
        return _clustered_rate_level(values, clusters, events)
    bounds = lower_bound(events, n), upper_bound(events, n)
    return Level(events / n, low, high, *bounds, n, events, _is_averaged(values))


def _is_averaged(values: FloatArray) -> bool:
    """Whether any unit is neither a no nor a yes: its repeats differed."""
    return bool(((values > 0.0) & (values < 1.0)).any())


def _clustered_rate_level(values: FloatArray, clusters: IntArray, events: float) -> Level:
    """The same with the number of units cut by the design effect of the clusters, which is never below 1."""
    n = len(values)
    effective = n / design_effect(values, clusters)
    share = events / n
    low, high = wilson(share * effective, effective)
    below, above = lower_bound(share * effective, effective), upper_bound(share * effective, effective)
    return Level(share, low, high, below, above, n, events, _is_averaged(values))


def design_effect(values: FloatArray, clusters: IntArray) -> float:
    """How many times the variance of the mean grows because units of a cluster are alike; at least 1 (Kish 1965)."""
    n = len(values)
    deviation = values - values.mean()
    plain = float(deviation @ deviation)
    sums = np.bincount(clusters, weights=deviation)
    groups = int(np.count_nonzero(np.bincount(clusters)))
    if plain <= 0.0 or groups < 2:
        sizes = np.bincount(clusters)
        return float((sizes**2).sum() / n)
    return max(1.0, float(sums @ sums) / plain * groups / (groups - 1) * (n - 1) / n)


def mean_level(
    values: FloatArray,
    clusters: IntArray | None = None,
    scale: tuple[float, float] | None = None,
    weights: FloatArray | None = None,
) -> Level:
    """Level of a mean: t interval (clusters: CR1); without any variation the bound that the scale allows.

    Sampling weights move the level and its interval; the bounds count units as they come.
    """
    if weights is not None and len(values):
        plain, weighed = mean_level(values, clusters, scale), _mean_level(values, clusters, scale, weights)
        return replace(plain, value=weighed.value, low=weighed.low, high=weighed.high, unweighted=plain.value)
    return _mean_level(values, clusters, scale, np.ones(len(values)))


def _mean_level(
    values: FloatArray, clusters: IntArray | None, scale: tuple[float, float] | None, weights: FloatArray
) -> Level:
    n = len(values)
    if n == 0:
        return NO_LEVEL
    mean, error, groups = _weighted_mean(values, clusters, weights)
    if groups < 2:
        return Level(mean, None, None, None, None, n)
    if error <= NOISE * float(np.abs(values).max()):
        return _level_without_variation(mean, groups, n, scale)
    wide, narrow = t_point(groups - 1) * error, t_point(groups - 1, 0.95) * error
    return Level(mean, mean - wide, mean + wide, mean - narrow, mean + narrow, n)


def _level_without_variation(mean: float, groups: int, n: int, scale: tuple[float, float] | None) -> Level:
    if scale is None:
        return Level(mean, None, None, None, None, n)
    width = scale[1] - scale[0]
    wide = (1 - 0.025 ** (1 / groups)) * width
    narrow = (1 - 0.05 ** (1 / groups)) * width
    return Level(mean, mean - wide, mean + wide, mean - narrow, mean + narrow, n)
