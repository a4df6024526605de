"""All the weights that people might hold: in which share of them each option leads, and which weights it needs.

Stochastic multicriteria acceptability (Lahdelma and Salminen 2001), with the data's own uncertainty.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from tradeoff_app.analysis.observations import FloatArray
from tradeoff_app.analysis.random_streams import open_stream
from tradeoff_app.analysis.reading import Reading
from tradeoff_app.analysis.score import Score, make_score
from tradeoff_app.analysis.weights import (
    acceptability,
    central_weights,
    confidence_factors,
    pairwise_winning,
    rank_acceptability,
    uniform_weights,
)

NEAR = 2.0
"""Weights within a factor of two of those stated are near them."""

ROUNDS = 20
"""Moves per weight after which a walk inside bounds has forgotten where it began."""


@dataclass(frozen=True)
class OptionStanding:
    """One option ("baseline" included): the share of weights and replicates in which it takes each rank, first first.

    `central_weights` are the mean weights under which it leads, `confidence_factor` the share of replicates in which it
    leads under them; both None where it never does. `beats` is how often it scores above each other option.
    """

    candidate: str
    ranks: tuple[float, ...]
    central_weights: Mapping[str, float] | None
    confidence_factor: float | None
    beats: Mapping[str, float]


@dataclass(frozen=True)
class WeightSpace:
    """How the candidate does against the baseline under weights in the stated order, and near the stated ones.

    `at_estimates` is the exact share of all weights that favour the candidate with every effect at its estimate.
    """

    ship_share_ranked: float
    ship_share_near: float
    at_estimates: float
    options: tuple[OptionStanding, ...]


def explore_weights(reading: Reading, score: Score) -> WeightSpace:
    """The weight space of a score."""
    parts, seed = score.parts, reading.project.seed
    stated = [part.weight for part in score.by_metric]
    uniform = uniform_weights(seed, *parts.shape)
    differences = [part.mean / (100 * part.weight) if part.weight else 0.0 for part in score.by_metric]
    return WeightSpace(
        ship_share_ranked=_share_ahead(in_order(uniform, stated), parts),
        ship_share_near=_share_ahead(weights_between(seed, *near(stated), parts.shape[1]), parts),
        at_estimates=acceptability(differences),
        options=_stand_options(reading, score, uniform),
    )


def _share_ahead(weights: FloatArray, parts: FloatArray) -> float:
    return float((np.einsum("bm,mb->b", weights, parts) > 0).mean())


def in_order(weights: FloatArray, stated: Sequence[float]) -> FloatArray:
    """Weights uniform among those in the order of the stated ones; what is stated alike stays in any order."""
    order = np.argsort([-weight for weight in stated], kind="stable")
    falling = -np.sort(-weights, axis=1)
    ordered = np.empty_like(weights)
    start = 0
    while start < len(order):
        alike = [k for k in order[start:] if stated[k] == stated[order[start]]]
        places = np.argsort(np.argsort(-weights[:, alike], axis=1), axis=1)
        ordered[:, alike] = np.take_along_axis(falling[:, start : start + len(alike)], places, axis=1)
        start += len(alike)
    return ordered


def near(stated: Sequence[float]) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Lower and upper bounds of weights within a factor of two of the stated ones."""
    return tuple(weight / NEAR for weight in stated), tuple(min(1.0, weight * NEAR) for weight in stated)


@lru_cache(maxsize=8)
def weights_between(seed: int, low: tuple[float, ...], high: tuple[float, ...], draws: int) -> FloatArray:
    """Weights uniform among those that add up to 1 inside bounds, shape (draws, criteria).

    A walk per draw that moves weight between two criteria at a time, anywhere that the bounds allow (Gibbs sampling).
    """
    floor, ceiling = np.array(low), np.array(high)
    room = ceiling - floor
    left = 1 - float(floor.sum())
    start = floor + (left / float(room.sum()) * room if room.sum() > 0 else 0.0)
    weights = np.tile(start, (draws, 1))
    generator = open_stream(seed, "weights", f"between {len(low)}")
    n = len(low)
    for step in range(ROUNDS * n if n > 1 else 0):
        i = step % n
        j = (i + 1 + (step // n) % (n - 1)) % n
        both = weights[:, i] + weights[:, j]
        least = np.maximum(floor[i], both - ceiling[j])
        most = np.minimum(ceiling[i], both - floor[j])
        weights[:, i] = least + generator.random(draws) * np.maximum(most - least, 0.0)
        weights[:, j] = both - weights[:, i]
    weights.setflags(write=False)
    return weights


def _stand_options(reading: Reading, score: Score, weights: FloatArray) -> tuple[OptionStanding, ...]:
    metrics = [part.metric for part in score.by_metric]
    parts = {reading.evidence.table.arms[0]: np.zeros_like(score.parts)} | _parts_by_candidate(reading, score, metrics)
    criteria = np.stack(list(parts.values())).transpose(2, 0, 1)
    values = np.einsum("bac,bc->ba", criteria, weights)
    ranks, central = rank_acceptability(values), central_weights(weights, values)
    factors, wins = confidence_factors(central, criteria), pairwise_winning(values)
    return tuple(
        OptionStanding(
            name,
            tuple(ranks[i].tolist()),
            None if own is None else dict(zip(metrics, own.tolist(), strict=True)),
            factors[i],
            {other: float(wins[i, j]) for j, other in enumerate(parts) if j != i},
        )
        for i, (name, own) in enumerate(zip(parts, central, strict=True))
    )


def _parts_by_candidate(reading: Reading, score: Score, metrics: Sequence[str]) -> dict[str, FloatArray]:
    """Each metric's own score difference by candidate; a candidate without all of the metrics is left out."""
    found: dict[str, FloatArray] = {}
    for candidate in reading.evidence.table.arms[1:]:
        is_own = all(reading.candidate_in(segment) == candidate for segment in reading.partition)
        other = score if is_own else make_score(reading, candidate)[0]
        if other is not None and [part.metric for part in other.by_metric] == list(metrics):
            found[candidate] = other.parts
    return found
