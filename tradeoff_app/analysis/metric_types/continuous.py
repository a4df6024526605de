"""A number on an open or closed scale (a score, a length): compared by means."""

from __future__ import annotations

from tradeoff_app.analysis.means import mean_difference
from tradeoff_app.analysis.metric_type import TypeOfMetric
from tradeoff_app.analysis.rates import mean_level

CONTINUOUS = TypeOfMetric(
    "continuous", is_rate=False, counts_people=False, difference=mean_difference, level=mean_level
)
