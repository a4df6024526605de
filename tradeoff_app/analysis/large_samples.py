"""Replicates of a segment with more than 5,000 clusters: a normal draw with the clusters' covariance.

Needs only sums and cross-products of cluster sums. Rare events keep their beta margin (a Gaussian copula).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np

from tradeoff_app.analysis.observations import FloatArray
from tradeoff_app.analysis.random_streams import normal, open_stream
from tradeoff_app.analysis.special_functions import special

RARE = 50
"""Fewer events or non-events than this in an arm and a normal margin would be wrong."""


class LevelColumn(Protocol):
    """What a draw needs to know about one arm of one metric."""

    @property
    def sums(self) -> FloatArray: ...
    @property
    def sizes(self) -> FloatArray: ...
    @property
    def estimate(self) -> float: ...
    @property
    def groups(self) -> int: ...
    @property
    def n(self) -> int: ...
    @property
    def events(self) -> float: ...
    @property
    def is_rate(self) -> bool: ...


class LevelPair(Protocol):
    """A metric's baseline and candidate in one segment."""

    @property
    def metric(self) -> str: ...
    @property
    def segment(self) -> str: ...
    @property
    def arm(self) -> int: ...
    @property
    def before(self) -> LevelColumn: ...
    @property
    def after(self) -> LevelColumn: ...


def draw_from_moments(
    comparisons: Sequence[LevelPair], seed: int, replicates: int
) -> list[tuple[FloatArray, FloatArray]]:
    """Baseline and candidate replicates of each comparison.

    The standard normal behind each arm of each metric has its own stream, so that no other metric changes a draw.
    """
    columns = [column for c in comparisons for column in (c.before, c.after)]
    covariance = covariance_of(columns)
    spread = np.sqrt(np.diag(covariance))
    names = [(c.segment, f"moments|{c.metric}|{c.arm}|{side}") for c in comparisons for side in ("before", "after")]
    independent = np.stack([normal(open_stream(seed, *name), (replicates,)) for name in names], axis=1)
    scores = independent @ semidefinite_root(_correlation(covariance, spread)).T
    levels = [
        margin(scores[:, i], column.estimate, float(spread[i]), (column.events, column.n) if column.is_rate else None)
        for i, column in enumerate(columns)
    ]
    return [(levels[2 * i], levels[2 * i + 1]) for i in range(len(comparisons))]


def covariance_of(columns: Sequence[LevelColumn]) -> FloatArray:
    """CR1 covariance of all estimates: G/(G-1) sum of e e' over N N' (e: a cluster's deviations)."""
    scaled = [
        (column.sums - column.estimate * column.sizes)
        / column.sizes.sum()
        * np.sqrt(column.groups / max(1, column.groups - 1))
        for column in columns
    ]
    deviations = np.stack(scaled, axis=1)
    return np.asarray(deviations.T @ deviations, dtype=np.float64)


def _correlation(covariance: FloatArray, spread: FloatArray) -> FloatArray:
    """Correlations; a column that never varied is independent of the others."""
    scale = np.where(spread > 0, spread, 1.0)
    correlation = covariance / np.outer(scale, scale)
    np.fill_diagonal(correlation, 1.0)
    return np.asarray(correlation, dtype=np.float64)


def semidefinite_root(correlation: FloatArray) -> FloatArray:
    """Lower triangle L with L L' = correlation; what follows from earlier columns has no part of its own."""
    size = len(correlation)
    root = np.zeros_like(correlation)
    for i in range(size):
        rest = correlation[i, i] - root[i, :i] @ root[i, :i]
        if rest <= 1e-12:
            continue
        root[i, i] = np.sqrt(rest)
        below = slice(i + 1, size)
        root[below, i] = (correlation[below, i] - root[below, :i] @ root[i, :i]) / root[i, i]
    return root


def margin(scores: FloatArray, estimate: float, spread: float, counts: tuple[float, float] | None = None) -> FloatArray:
    """Levels from standard normal scores: beta where events or non-events are rare, else normal.

    `counts` are the events and the units of a rate; None for all else.
    """
    if counts is None or min(counts[0], counts[1] - counts[0]) >= RARE:
        return estimate + spread * scores
    events, misses = counts[0], counts[1] - counts[0]
    beta = special.betaincinv(events + 0.5, misses + 0.5, special.ndtr(scores))
    return np.asarray(beta, dtype=np.float64)
