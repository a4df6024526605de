"""In what unit people type a number of a metric: percent for the level of a rate, points for its change."""

from __future__ import annotations

from dataclasses import dataclass

from tradeoff_app.app.translation import tr
from tradeoff_app.model.metric import Metric

_DECIMALS = {"ordinal": 2, "duration": 2, "money": 4}
"""A call costs fractions of a cent: its margin needs more digits than a rating's."""


@dataclass(frozen=True)
class ShownUnit:
    """How many shown units one stored unit is, the unit's name, and the decimals of a field."""

    factor: float
    name: str
    decimals: int


def unit_of_level(metric: Metric | None) -> ShownUnit:
    """The unit of a limit or target."""
    if metric is not None and metric.type == "binary":
        return ShownUnit(100.0, "%", 2)
    return _plain(metric)


def unit_of_change(metric: Metric | None) -> ShownUnit:
    """The unit of a margin, a worthwhile change or an accepted loss."""
    if metric is not None and metric.type == "binary":
        return ShownUnit(100.0, tr("points"), 2)
    return _plain(metric)


def _plain(metric: Metric | None) -> ShownUnit:
    if metric is None:
        return ShownUnit(1.0, "", 2)
    default = "s" if metric.type == "duration" else ""
    return ShownUnit(1.0, metric.unit or default, _DECIMALS.get(metric.type, 3))
