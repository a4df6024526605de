"""The unit-free score: partial values on agreed ranges, swing weights, and changes that offset each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from tradeoff_app.analysis.estimable import Place, usable_places
from tradeoff_app.analysis.lazily import Lazily
from tradeoff_app.analysis.observations import FloatArray
from tradeoff_app.analysis.order_statistics import quantiles_of
from tradeoff_app.analysis.partial_values import is_outside, partial_value
from tradeoff_app.analysis.population import renormalised
from tradeoff_app.analysis.reading import Reading
from tradeoff_app.model.scenario import Swing
from tradeoff_app.model.segment import EVERYONE


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
    reference move of `reference_move` on `reference`.

    `parts` are the replicates of each metric's own score difference before weights, (metric, B), on a scale of 0 to 1.
    """

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
    parts: FloatArray = field(repr=False, default_factory=lambda: np.zeros((0, 0)))


class LazyScore(Lazily, Score):
    """A score whose parts by metric get their intervals when somebody looks."""


@dataclass(frozen=True)
class Graded:
    """One metric on its range: point values of both arms and replicates of their difference, over the population."""

    metric: str
    weight: float
    baseline: float
    candidate: float
    draws: FloatArray
    is_outside: bool


def swing_weights(points: Sequence[float]) -> list[float]:
    """Swing points as weights that sum to 1; all 0 where no point is given."""
    total = sum(points)
    return [point / total if total > 0 else 0.0 for point in points]


def weighted_score(weights: Sequence[float], values: Sequence[float]) -> float:
    """Score of 0 to 100 from weights that sum to 1 and partial values."""
    return 100 * sum(w * value for w, value in zip(weights, values, strict=True))


def rank_order_weights(n: int) -> list[float]:
    """Rank-order centroid weights, most important first: (1/n) sum of 1/k for k >= i (Barron and Barrett 1996)."""
    return [sum(1 / k for k in range(i, n + 1)) / n for i in range(1, n + 1)]


def make_score(reading: Reading, candidate: str | None = None) -> tuple[Score | None, str | None]:
    """The score of a reading, or why there is none: "no_swing" (no range and points stated), "no_data", "no_rollout".

    Where a cell with weight cannot be estimated, `code:metric|segment` says which. A metric that nobody in scope was
    measured on has no weight.
    """
    swings = {key: swing for key, swing in reading.scenario.swing.items() if swing.points > 0}
    if not swings:
        return None, "no_swing"
    if not any(reading.rollout(segment) > 0 for segment in reading.partition):
        return None, "no_rollout"
    known: dict[str, list[Place]] = {}
    for key in (key for key in swings if key in reading.project.metrics):
        places, unknown = usable_places(reading, key, _weighed_places(reading, key, candidate))
        if unknown is not None:
            return None, unknown
        known |= {key: places} if places else {}
    if not known:
        return None, "no_data"
    weights = dict(zip(known, swing_weights([swings[key].points for key in known]), strict=True))
    graded = [grade_metric(reading, key, swings[key], weights[key], places) for key, places in known.items()]
    return compose_score(reading, graded, {key: swings[key] for key in known}), None


def _weighed_places(reading: Reading, metric: str, candidate: str | None) -> list[Place]:
    """Segments in which a metric is drawn and that weigh anything, each with its candidate."""
    segments = reading.drawn_segments(metric)
    if segments != [EVERYONE]:
        weights = segment_weights(reading, metric)
        segments = [segment for segment in segments if weights[segment] > 0]
    return [(segment, _arm_of(reading, segment, candidate)) for segment in segments]


def grade_metric(reading: Reading, metric: str, swing: Swing, weight: float, places: Sequence[Place]) -> Graded:
    """Partial values of one metric in each of its places, weighted by how much the segments matter."""
    segments, arms = [segment for segment, _ in places], [arm for _, arm in places]
    shares = renormalised(segment_weights(reading, metric), segments) if segments != [EVERYONE] else {EVERYONE: 1.0}
    weights = np.array([shares[segment] for segment in segments])
    cells = [reading.evidence.cells[metric, segment, arm] for segment, arm in zip(segments, arms, strict=True)]
    levels = np.array([[cell.baseline or 0.0, cell.candidate_value or 0.0] for cell in cells])
    before, after = (weights @ partial_value(swing, levels)).tolist()
    outside = any(is_outside(swing, level) for level in levels.ravel().tolist())
    draws = _value_draws(reading, swing, metric, list(zip(segments, arms, weights, strict=True)))
    return Graded(metric, weight, before, after, draws, outside)


def _arm_of(reading: Reading, segment: str, candidate: str | None) -> str:
    return candidate or (reading.candidate if segment == EVERYONE else reading.candidate_in(segment))


def _value_draws(reading: Reading, swing: Swing, metric: str, places: Sequence[tuple[str, str, float]]) -> FloatArray:
    """Replicates of the change in partial value; a straight range needs only the effects, in one product."""
    drawn = reading.evidence.draws
    total = np.zeros(reading.project.replicates)
    for arm in dict.fromkeys(arm for _, arm, _ in places):
        index = drawn.arms.index(arm)
        columns = [reading.columns[metric, segment] for segment, chosen, _ in places if chosen == arm]
        weights = np.array([weight for _, chosen, weight in places if chosen == arm])
        effects = drawn.effects[:, index - 1, columns]
        if not swing.knots:
            total += effects @ (weights / (swing.best - swing.worst))
            continue
        after = drawn.levels[:, index, columns]
        total += (partial_value(swing, after) - partial_value(swing, after - effects)) @ weights
    return total


def segment_weights(reading: Reading, metric: str) -> dict[str, float]:
    """How much each partition segment matters: set by hand, else exposure share x rollout."""
    shares = reading.mix_of(metric).shares
    by_hand = reading.scenario.segment_weights
    return {key: by_hand.get(key, shares[key] * reading.rollout(key)) for key in reading.partition}


def compose_score(reading: Reading, graded: Sequence[Graded], swings: Mapping[str, Swing]) -> Score:
    """Score of both arms, the replicates of the difference, and the equivalent changes."""
    parts = np.stack([item.draws for item in graded])
    draws = 100 * (np.array([item.weight for item in graded]) @ parts)
    low, high = quantiles_of(draws, (0.025, 0.975))
    shares = [item.weight for item in graded]
    before = weighted_score(shares, [item.baseline for item in graded])
    after = weighted_score(shares, [item.candidate for item in graded])
    reference = max(graded, key=lambda item: item.weight).metric
    move = _reference_move(reading, reference, swings[reference])
    ready = {
        "baseline": before,
        "candidate": after,
        "difference": after - before,
        "interval": (low, high),
        "p_positive": float((draws > 0).mean()),
        "outside_range": tuple(item.metric for item in graded if item.is_outside),
        "reference": reference,
        "reference_move": move,
        "equivalents": equivalent_changes(swings, reference, move),
        "draws": draws,
        "parts": parts,
    }
    return LazyScore(ready, {"by_metric": lambda: tuple(_part(item) for item in graded)})


def _part(item: Graded) -> ScorePart:
    low, high = quantiles_of(item.draws, (0.025, 0.975))
    scale = 100 * item.weight
    return ScorePart(item.metric, item.weight, scale * (item.candidate - item.baseline), (scale * low, scale * high))


def _reference_move(reading: Reading, metric: str, swing: Swing) -> float:
    """One point in a hundred for a rate, a hundredth of the range otherwise."""
    return 0.01 if reading.metric(metric).type == "binary" else abs(swing.best - swing.worst) / 100


def equivalent_changes(swings: Mapping[str, Swing], reference: str, move: float) -> dict[str, float]:
    """Change of each metric that offsets `move` on the reference: (w_ref/R_ref)/(w_j/R_j) x move, as a size."""
    pace = {key: swing.points / abs(swing.best - swing.worst) for key, swing in swings.items()}
    return {key: pace[reference] / value * move for key, value in pace.items() if value > 0}
