"""Seconds that something takes: compared by means, added up per month."""

from __future__ import annotations

from tradeoff_app.analysis.means import mean_difference
from tradeoff_app.analysis.metric_type import TypeOfMetric
from tradeoff_app.analysis.rates import mean_level

DURATION = TypeOfMetric("duration", is_rate=False, counts_people=True, difference=mean_difference, level=mean_level)
