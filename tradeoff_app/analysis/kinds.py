"""Whether a metric can be of the kind that was chosen for it: nobody answers yes or no with 3.7."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from tradeoff_app.analysis.table import Table
from tradeoff_app.model.metric import Metric
from tradeoff_app.model.problem import InputError


def check_kinds(table: Table, metrics: Mapping[str, Metric]) -> None:
    """Raises InputError for a yes-or-no metric with a unit mean below 0 or above 1; names the metric and its range."""
    for metric in metrics.values():
        if metric.type != "binary" or metric.id not in table.metrics:
            continue
        values = table.values[table.metrics.index(metric.id)]
        low = float(np.fmin.reduce(values, axis=None, initial=np.nan))
        high = float(np.fmax.reduce(values, axis=None, initial=np.nan))
        if low < 0 or high > 1:
            cause = f"{metric.name} can't be yes or no: its values reach from {low:.6g} to {high:.6g}"
            hint = "Yes or no needs 0 and 1 (or words for them): choose another kind for this metric."
            raise InputError("wrong_kind", "", f"metrics/{metric.id}/type", cause, hint)
