"""Which of the two views decides, money or score: they stand side by side and are never added (decision-model 3d.7)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tradeoff_app.analysis.reading import Reading
from tradeoff_app.analysis.score import Score, swing_weights
from tradeoff_app.analysis.value import NetValue
from tradeoff_app.analysis.value_terms import priced_metrics
from tradeoff_app.analysis.verdict import LeadingView

MONEY_LEADS = 0.80
"""Share of swing weight on priced metrics from which money leads."""

WEIGHTS_APART = 3.0
"""Ratio between a stated weight and the one that prices imply beyond which the PM is asked which one is meant."""


@dataclass(frozen=True)
class WeightPair:
    """A priced metric's share of the stated swing weight, and the share that its price gives it; both from 0 to 1.

    Both are normalised over the metrics that carry a weight and a price, so that they can be held side by side.
    """

    metric: str
    stated: float
    implied: float

    @property
    def is_apart(self) -> bool:
        """Whether one is more than three times the other (decision-model 3d.7)."""
        low, high = sorted((self.stated, self.implied))
        return high > WEIGHTS_APART * low


def choose_leading(reading: Reading, value: NetValue | None, score: Score | None) -> LeadingView:
    """Money where at least 80 % of the swing weight is on priced metrics (or no weight is stated), else the score.

    The weights say which view decides, not which one could be computed: a view that is unknown decides as unknown.
    Prices of 0 throughout, without any cost, are unknown: nobody has filled them in yet.
    """
    is_conflict = value is not None and score is not None and value.over_horizon.mean * score.difference < 0
    is_weighed = any(item.points > 0 for item in reading.scenario.swing.values())
    if is_weighed and priced_share(reading) < MONEY_LEADS:
        return LeadingView("score", score.p_positive if score else None, is_conflict)
    if is_weighed or reading.scenario.money:
        return LeadingView("value", value.p_positive if value and _is_priced(value) else None, is_conflict)
    return LeadingView()


def _is_priced(value: NetValue) -> bool:
    return (value.over_horizon.mean, value.over_horizon.interval) != (0.0, (0.0, 0.0))


def priced_share(reading: Reading) -> float:
    """Share of the stated swing weight that lies on metrics with money."""
    swing = reading.scenario.swing
    weights = dict(zip(swing, swing_weights([item.points for item in swing.values()]), strict=True))
    priced = set(priced_metrics(reading))
    return sum(weight for metric, weight in weights.items() if metric in priced)


def money_weights(reading: Reading) -> Mapping[str, float]:
    """Weights that prices imply: |price x volume x range| per metric, normalised; empty without money or volumes."""
    sizes = {}
    for metric, swing in reading.scenario.swing.items():
        total = 0.0
        for segment, volume in reading.volumes(reading.mix.basis).items():
            money = reading.scenario.money_of(metric, segment)
            total += abs(money.per_unit.base * volume.base) if money and volume else 0.0
        sizes[metric] = total * abs(swing.best - swing.worst)
    whole = sum(sizes.values())
    return {metric: size / whole for metric, size in sizes.items()} if whole > 0 else {}


def weight_pairs(reading: Reading) -> tuple[WeightPair, ...]:
    """Stated beside implied weights, in the order of the swings; empty below two metrics with weight and price."""
    implied = {metric: weight for metric, weight in money_weights(reading).items() if weight > 0}
    points = {metric: reading.scenario.swing[metric].points for metric in implied}
    whole = sum(points.values())
    if len(implied) < 2 or whole <= 0:
        return ()
    return tuple(WeightPair(metric, points[metric] / whole, weight) for metric, weight in implied.items())
