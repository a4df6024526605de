"""Ordered categories such as a rubric from 1 to 5: compared by mean category, shown as categories."""

from __future__ import annotations

from tradeoff_app.analysis.means import mean_difference
from tradeoff_app.analysis.metric_type import TypeOfMetric
from tradeoff_app.analysis.rates import mean_level

ORDINAL = TypeOfMetric("ordinal", is_rate=False, counts_people=False, difference=mean_difference, level=mean_level)
