"""How far raters agree: Krippendorff's alpha, Gwet's AC1 and AC2, Cohen's and Fleiss's kappa, percent agreement."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from tradeoff_app.analysis.observations import BoolArray, FloatArray

Scale = Literal["nominal", "ordinal", "interval"]
Weighting = Literal["identity", "ordinal", "linear", "quadratic"]

GOOD, TENTATIVE = 0.80, 0.667
"""Alpha from which agreement is good, and below which a metric may not decide alone (Krippendorff 2004)."""


@dataclass(frozen=True)
class Ratings:
    """Counts of each category per item: `counts[item, category]`; `categories` are the sorted values.

    `times[item]` says how many items were rated like that (None: one each), so that equal items need one line.
    """

    counts: FloatArray
    categories: FloatArray
    times: FloatArray | None = None

    @property
    def weights(self) -> FloatArray:
        """How often each line counts."""
        return np.ones(len(self.counts)) if self.times is None else self.times

    @property
    def is_shared(self) -> BoolArray:
        """Which lines have two or more ratings."""
        return np.asarray(self.counts.sum(axis=1) >= 2, dtype=np.bool_)

    @property
    def items(self) -> int:
        """Number of items with two or more ratings."""
        return int(self.weights[self.is_shared].sum())

    def compressed(self) -> Ratings:
        """The same ratings with one line per distinct pattern, in a fixed order."""
        patterns, line = np.unique(self.counts, axis=0, return_inverse=True)
        times = np.bincount(line.ravel(), weights=self.weights, minlength=len(patterns))
        return Ratings(patterns, self.categories, np.asarray(times, dtype=np.float64))


def count_ratings(raters_by_items: FloatArray) -> Ratings:
    """Counts from a matrix of raters by items; NaN where a rater gave nothing."""
    known = ~np.isnan(raters_by_items)
    categories = np.unique(raters_by_items[known])
    counts = np.stack([((raters_by_items == value) & known).sum(axis=0) for value in categories], axis=1)
    return Ratings(counts.astype(np.float64), categories)


def krippendorff_alpha(ratings: Ratings, scale: Scale) -> float | None:
    """Alpha over all items with two or more ratings (Krippendorff 2011); None where nothing can be compared.

    1 minus observed over expected disagreement, from the coincidences of values within items.
    """
    if ratings.items == 0:
        return None
    counts, times = ratings.counts[ratings.is_shared], ratings.weights[ratings.is_shared]
    shares = counts * (times / (counts.sum(axis=1) - 1))[:, None]
    coincidence = counts.T @ shares - np.diag(shares.sum(axis=0))
    totals = coincidence.sum(axis=0)
    distance = _squared_distance(scale, ratings.categories, totals)
    expected = float((np.outer(totals, totals) * distance).sum())
    if expected == 0.0:
        return None
    observed = float((coincidence * distance).sum())
    return 1 - (float(totals.sum()) - 1) * observed / expected


def _squared_distance(scale: Scale, categories: FloatArray, totals: FloatArray) -> FloatArray:
    if scale == "nominal":
        return np.asarray(1 - np.eye(len(categories)), dtype=np.float64)
    if scale == "interval":
        return np.asarray((categories[:, None] - categories[None, :]) ** 2, dtype=np.float64)
    cumulated = np.cumsum(totals) - totals / 2
    return np.asarray((cumulated[:, None] - cumulated[None, :]) ** 2, dtype=np.float64)


def percent_agreement(ratings: Ratings, weighting: Weighting = "identity") -> float | None:
    """Share of rater pairs within items that agree, weighted where near misses count in part."""
    if ratings.items == 0:
        return None
    counts, times = ratings.counts[ratings.is_shared], ratings.weights[ratings.is_shared]
    weighted = counts @ weights_of(weighting, ratings.categories)
    per_item = counts.sum(axis=1)
    agreeing = (counts * (weighted - 1)).sum(axis=1) / (per_item * (per_item - 1))
    return float(agreeing @ times / times.sum())


def gwet(ratings: Ratings, weighting: Weighting = "identity") -> float | None:
    """Gwet's AC1, or AC2 with weights (Gwet 2008, 2014): robust where one category is rare."""
    observed = percent_agreement(ratings, weighting)
    q = len(ratings.categories)
    if observed is None or q < 2:
        return None
    share = category_shares(ratings)
    weights = weights_of(weighting, ratings.categories)
    chance = float(weights.sum()) / (q * (q - 1)) * float((share * (1 - share)).sum())
    return (observed - chance) / (1 - chance) if chance < 1 else None


def category_shares(ratings: Ratings) -> FloatArray:
    """Mean share of each category over all items with a rating."""
    known = ratings.counts.sum(axis=1) > 0
    rated, times = ratings.counts[known], ratings.weights[known]
    return np.asarray(times @ (rated / rated.sum(axis=1, keepdims=True)) / times.sum(), dtype=np.float64)


def weights_of(weighting: Weighting, categories: FloatArray) -> FloatArray:
    """Credit for a pair of categories: 1 on the diagonal, less the further apart."""
    q = len(categories)
    if weighting == "identity" or q < 2:
        return np.asarray(np.eye(q), dtype=np.float64)
    if weighting == "ordinal":
        steps = np.abs(np.subtract.outer(np.arange(q), np.arange(q)))
        apart = steps * (steps + 1) / 2
    else:
        apart = np.abs(np.subtract.outer(categories, categories)) ** (1 if weighting == "linear" else 2)
    return np.asarray(1 - apart / apart.max(), dtype=np.float64)
