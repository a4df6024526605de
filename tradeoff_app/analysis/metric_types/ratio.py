"""A sum over a sum (spend per visit, clicks per view): the delta method through linearised unit values."""

from __future__ import annotations

from dataclasses import replace

from tradeoff_app.analysis.differences import Difference
from tradeoff_app.analysis.linearising import linearised
from tradeoff_app.analysis.means import mean_difference
from tradeoff_app.analysis.metric_type import TypeOfMetric
from tradeoff_app.analysis.rates import mean_level
from tradeoff_app.analysis.samples import Sample

METHODS = {
    "paired_t": "ratio_delta",
    "paired_cr1": "ratio_delta_cr1",
    "welch": "ratio_delta",
    "welch_cr1": "ratio_delta_cr1",
    "paired_cr2": "ratio_delta_cr2",
    "welch_cr2": "ratio_delta_cr2",
}
"""How the interval of the linearised values is called."""


def difference(sample: Sample) -> Difference:
    """Difference of the arms' ratios; the t interval of each unit's part in them."""
    found = mean_difference(linearised(sample))
    return replace(found, method=METHODS.get(found.method, found.method))


RATIO = TypeOfMetric("ratio", is_rate=False, counts_people=False, difference=difference, level=mean_level)
