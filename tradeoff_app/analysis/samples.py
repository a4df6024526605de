"""The values of one metric in one segment for one candidate, ready for a formula."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tradeoff_app.analysis.observations import FloatArray, IntArray
from tradeoff_app.model.metric import IntervalMethod

NOISE = 1e-12
"""Variation of this share of the values' size is rounding of their binary digits: no variation."""


@dataclass(frozen=True)
class Sample:
    """Values before and after; paired when both arrays speak of the same units in the same order.

    Clusters are dense numbers (one numbering for both arms; None: each unit is its own). Weights are sampling weights
    scaled to a mean of 1 per arm (None: all equal). `scale` is the range of possible values, where known.
    Denominators make the values numerators: the arm's level is their sum over the sum of the denominators.
    """

    before: FloatArray
    after: FloatArray
    is_paired: bool
    before_clusters: IntArray | None = None
    after_clusters: IntArray | None = None
    before_weights: FloatArray | None = None
    after_weights: FloatArray | None = None
    scale: tuple[float, float] | None = None
    before_den: FloatArray | None = None
    after_den: FloatArray | None = None
    interval: IntervalMethod | None = None
    """The interval that was asked for instead of the type's own."""

    @property
    def levels(self) -> tuple[float | None, float | None]:
        """Weighted level of each arm; None where the denominators of a ratio sum to nothing."""
        before = level_of(self.before, self.before_weights, self.before_den)
        return before, level_of(self.after, self.after_weights, self.after_den)

    @property
    def width(self) -> float | None:
        """Width of the scale, None where it is open."""
        return None if self.scale is None else self.scale[1] - self.scale[0]

    @property
    def magnitude(self) -> float:
        """Largest size of a value in either arm."""
        return max(float(np.abs(values).max(initial=0.0)) for values in (self.before, self.after))

    @property
    def is_simple(self) -> bool:
        """Whether every unit counts once and is independent of the others."""
        return self.before_clusters is None and self.before_weights is None and self.after_weights is None

    @property
    def is_whole(self) -> bool:
        """Whether all values are 0 or 1 (no half points, no averages over repeats)."""
        return _all_whole(self.before) and _all_whole(self.after)


def level_of(values: FloatArray, weights: FloatArray | None, den: FloatArray | None = None) -> float | None:
    """Sum of weighted values over the sum of weights, or of weighted denominators; None where that sum is 0."""
    if weights is None:
        return (float(values.sum() / den.sum()) if den.sum() > 0 else None) if den is not None else float(values.mean())
    size = float(weights.sum() if den is None else weights @ den)
    return float(values @ weights) / size if size > 0 else None


def _all_whole(values: FloatArray) -> bool:
    return bool(np.all((values == 0.0) | (values == 1.0)))


@dataclass(frozen=True)
class ClusterSums:
    """Per cluster: the weighted sum of values and the weight, with the number of clusters that hold anything."""

    sums: FloatArray
    sizes: FloatArray
    groups: int

    @property
    def total(self) -> float:
        """Weight over all clusters."""
        return float(self.sizes.sum())


def totals_by(groups: IntArray, values: FloatArray, length: int) -> FloatArray:
    """Sum of the values of each group number."""
    return np.asarray(np.bincount(groups, weights=values, minlength=length), dtype=np.float64)


def cluster_sums(
    values: FloatArray, clusters: IntArray | None, weights: FloatArray | None, groups: int | None = None
) -> ClusterSums:
    """Sums per cluster; `groups` is the length of the arrays where several samples share one numbering."""
    weight = np.ones(len(values)) if weights is None else weights
    if clusters is None:
        return ClusterSums(values * weight, weight, len(values))
    length = groups or 0
    sums = totals_by(clusters, values * weight, length)
    sizes = totals_by(clusters, weight, length)
    return ClusterSums(sums, sizes, int(np.count_nonzero(sizes)))


def count_distinct(numbers: IntArray) -> int:
    """How many different numbers (from 0) occur."""
    return int(np.count_nonzero(np.bincount(numbers)))


def dense_numbers(numbers: IntArray) -> IntArray:
    """The same numbers (from 0) without gaps: each one's rank among those that occur."""
    occurs = np.bincount(numbers) > 0
    return np.asarray((np.cumsum(occurs) - 1)[numbers], dtype=np.int64)


def scaled_weights(weights: FloatArray | None) -> FloatArray | None:
    """Weights with a mean of 1; None where they are all equal, because equal weights are no weights."""
    if weights is None or len(weights) == 0 or bool(np.all(weights == weights[0])):
        return None
    return weights / float(weights.mean())
