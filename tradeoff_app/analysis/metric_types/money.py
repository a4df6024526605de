"""An amount in the project's currency per unit: compared by means, added up per month."""

from __future__ import annotations

from tradeoff_app.analysis.means import mean_difference
from tradeoff_app.analysis.metric_type import TypeOfMetric
from tradeoff_app.analysis.rates import mean_level

MONEY = TypeOfMetric("money", is_rate=False, counts_people=True, difference=mean_difference, level=mean_level)
