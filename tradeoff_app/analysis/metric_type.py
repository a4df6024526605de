"""What a metric type is: how its differences and levels are estimated, and how its replicates are drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from tradeoff_app.analysis.differences import Difference
from tradeoff_app.analysis.observations import FloatArray, IntArray
from tradeoff_app.analysis.rates import Level
from tradeoff_app.analysis.samples import Sample, level_of
from tradeoff_app.model.metric import MetricType


class MeasureDifference(Protocol):
    """Difference after minus before of one sample with at least one unit per arm."""

    def __call__(self, sample: Sample) -> Difference: ...


class MeasureLevel(Protocol):
    """An arm's own level from its unit values, cluster numbers, the metric's scale and sampling weights."""

    def __call__(
        self,
        values: FloatArray,
        clusters: IntArray | None = None,
        scale: tuple[float, float] | None = None,
        weights: FloatArray | None = None,
    ) -> Level: ...


class MeasureValue(Protocol):
    """An arm's own value from its unit values, sampling weights and denominators; None where there is none."""

    def __call__(
        self, values: FloatArray, weights: FloatArray | None, den: FloatArray | None = None
    ) -> float | None: ...


@dataclass(frozen=True)
class TypeOfMetric:
    """One entry of the catalogue.

    `is_rate`: values are shares of an event, so the natural scale is 0 to 1 and replicates get pseudo-weights.
    `counts_people`: a change times an exposure is a number per month that means something (events, seconds, money).
    `value_of` is an arm's own value from unit values, weights and denominators. `quantile` is set where the metric is
    compared by one.
    """

    name: MetricType
    is_rate: bool
    counts_people: bool
    difference: MeasureDifference
    level: MeasureLevel
    value_of: MeasureValue = level_of
    quantile: float | None = None
