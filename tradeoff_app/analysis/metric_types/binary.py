"""An event that happens to a unit or not: Bonett-Price in pairs, Newcombe without, clusters and repeats by CR1."""

from __future__ import annotations

from tradeoff_app.analysis.differences import (
    Difference,
    bonett_price,
    newcombe,
    paired_rate_by_cluster,
    paired_rate_tango,
    unpaired_rate_by_cluster,
)
from tradeoff_app.analysis.metric_type import TypeOfMetric
from tradeoff_app.analysis.observations import FloatArray, IntArray
from tradeoff_app.analysis.rates import Level, rate_level
from tradeoff_app.analysis.samples import Sample


def difference(sample: Sample) -> Difference:
    """The formula that fits: whole pairs, whole independent units, or anything with clusters, repeats or weights."""
    is_plain = sample.is_simple and sample.is_whole
    if sample.is_paired and is_plain:
        change = sample.after - sample.before
        formula = paired_rate_tango if sample.interval == "tango" else bonett_price
        return formula(int((change > 0).sum()), int((change < 0).sum()), len(change))
    if sample.is_paired:
        return paired_rate_by_cluster(sample)
    if is_plain:
        return newcombe(float(sample.after.sum()), len(sample.after), float(sample.before.sum()), len(sample.before))
    return unpaired_rate_by_cluster(sample)


def level(
    values: FloatArray,
    clusters: IntArray | None = None,
    scale: tuple[float, float] | None = None,
    weights: FloatArray | None = None,
) -> Level:
    """Share of units with the event; the scale of a rate is always 0 to 1."""
    del scale
    return rate_level(values, clusters, weights)


BINARY = TypeOfMetric("binary", is_rate=True, counts_people=True, difference=difference, level=level)
