"""A few units that hold much of a total: capping at a percentile, and how much that takes away."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from tradeoff_app.analysis.observations import FloatArray
from tradeoff_app.analysis.quantiles import binomial_cdf

LARGE_SHARE = 0.05
"""One unit that holds more than this share of a total is said (decision-model, 3a)."""


@dataclass(frozen=True)
class Cap:
    """Where values were capped, how many that touched, and which share of the total it took away."""

    cap: float
    n_before: int
    n_after: int
    share_removed: float


def find_cap(before: FloatArray, after: FloatArray, percentile: float) -> Cap:
    """The cap at a percentile of both arms pooled (the `higher` order statistic), and what it cuts."""
    pooled = np.concatenate([before, after])
    cap = float(np.quantile(pooled, percentile / 100, method="higher"))
    total = float(pooled.sum())
    removed = float(np.maximum(pooled - cap, 0.0).sum())
    return Cap(cap, int((before > cap).sum()), int((after > cap).sum()), removed / total if total else 0.0)


def winsorised(before: FloatArray, after: FloatArray, percentile: float) -> tuple[FloatArray, FloatArray]:
    """Both arms with larger values brought down to the pooled cap."""
    if len(before) + len(after) == 0:
        return before, after
    cap = find_cap(before, after, percentile).cap
    return np.minimum(before, cap), np.minimum(after, cap)


def largest_share(values: FloatArray) -> float:
    """Share of the total of absolute values that the largest unit holds; 0 where nothing is there."""
    total = float(np.abs(values).sum())
    return float(np.abs(values).max()) / total if total > 0 else 0.0


def quantile_interval(values: FloatArray, p: float, confidence: float = 0.95) -> tuple[float | None, float | None]:
    """Order-statistic interval of a quantile, exact by the binomial distribution; an end is None where no value is it.

    Conover (1999), 3.2: the largest r with P(X <= r - 1) <= alpha/2, the smallest s with P(X <= s - 1) >= 1 - alpha/2.
    """
    ordered = np.sort(values)
    n, tail = len(ordered), (1 - confidence) / 2
    spread = 6 * math.sqrt(n * p * (1 - p)) + 2
    window = range(max(0, int(n * p - spread)), min(n, int(n * p + spread) + 1))
    lower = [k for k in window if binomial_cdf(k, n, p) <= tail]
    upper = [k for k in window if binomial_cdf(k, n, p) >= 1 - tail]
    low = float(ordered[lower[-1]]) if lower else None
    return low, float(ordered[upper[0]]) if upper and upper[0] < n else None
