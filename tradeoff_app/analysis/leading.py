"""Which of the two views decides, money or score: they stand side by side and are never added (decision-model 3d.7)."""

from __future__ import annotations

from collections.abc import Mapping

from tradeoff_app.analysis.reading import Reading
from tradeoff_app.analysis.score import Score, swing_weights
from tradeoff_app.analysis.value import NetValue
from tradeoff_app.analysis.value_terms import priced_metrics
from tradeoff_app.analysis.verdict import LeadingView

MONEY_LEADS = 0.80
"""Share of swing weight on priced metrics from which money leads."""


def choose_leading(reading: Reading, value: NetValue | None, score: Score | None) -> LeadingView:
    """Money where at least 80 % of the swing weight is on priced metrics (or no weight is stated), else the score."""
    is_conflict = value is not None and score is not None and value.over_horizon.mean * score.difference < 0
    if value is not None and (score is None or priced_share(reading) >= MONEY_LEADS):
        return LeadingView("value", value.p_positive, is_conflict)
    if score is not None:
        return LeadingView("score", score.p_positive, is_conflict)
    return LeadingView()


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
