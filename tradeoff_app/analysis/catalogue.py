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

METRIC_TYPES: tuple[TypeOfMetric, ...] = (BINARY, ORDINAL, CONTINUOUS, COUNT, DURATION, MONEY, RATIO)


def metric_type(name: str) -> TypeOfMetric | None:
    """The registration of a metric type; None where no file registers it."""
    return next((kind for kind in METRIC_TYPES if kind.name == name), None)
