"""All metric types: a new one is a file in `metric_types/` and a line here."""

from __future__ import annotations

from tradeoff_app.analysis.metric_type import TypeOfMetric
from tradeoff_app.analysis.metric_types.binary import BINARY
from tradeoff_app.analysis.metric_types.continuous import CONTINUOUS
from tradeoff_app.analysis.metric_types.count import COUNT
from tradeoff_app.analysis.metric_types.duration import DURATION
from tradeoff_app.analysis.metric_types.money import MONEY
from tradeoff_app.analysis.metric_types.ordinal import ORDINAL
from tradeoff_app.analysis.metric_types.ratio import RATIO
from tradeoff_app.analysis.quantile_metrics import as_quantile
from tradeoff_app.model.metric import Metric

METRIC_TYPES: tuple[TypeOfMetric, ...] = (BINARY, ORDINAL, CONTINUOUS, COUNT, DURATION, MONEY, RATIO)


def measure_of(metric: Metric) -> TypeOfMetric | None:
    """How this metric is measured: as its type says, or by the quantile that it asks for."""
    kind = metric_type(metric.type)
    return kind if kind is None or metric.quantile is None else as_quantile(kind, metric.quantile)


def metric_type(name: str) -> TypeOfMetric | None:
    """The registration of a metric type; None where no file registers it."""
    return next((kind for kind in METRIC_TYPES if kind.name == name), None)
