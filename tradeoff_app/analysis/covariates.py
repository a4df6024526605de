"""Less noise from what was known before: a pre-period covariate takes its share out of each arm's values (CUPED)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tradeoff_app.analysis.observations import BoolArray, FloatArray
from tradeoff_app.analysis.table import Table
from tradeoff_app.model.metric import Metric

ADJUSTABLE = frozenset({"ordinal", "continuous", "count", "duration", "money"})
"""Types compared by means; rates and ratios keep their own intervals."""


@dataclass(frozen=True)
class Adjusted:
    """Both arms' values with the covariate's part taken out, its slope, and the share of variance that went."""

    before: FloatArray
    after: FloatArray
    theta: float
    variance_reduction: float


def take_out(before: FloatArray, after: FloatArray, known_before: FloatArray, known_after: FloatArray) -> Adjusted:
    """y - theta (x - mean x), theta pooled over both arms (Deng, Xu, Kohavi and Walker 2013, eq. 4 and 5).

    A unit without a covariate counts as an average one; a covariate that never varies takes nothing out.
    """
    known, values = np.concatenate([known_before, known_after]), np.concatenate([before, after])
    has = ~np.isnan(known)
    theta, centre = 0.0, float(known[has].mean()) if has.any() else 0.0
    if int(has.sum()) > 2 and float(known[has].std()) > 0:
        spread = np.cov(known[has], values[has])
        theta = float(spread[0, 1] / spread[0, 0])
    adjusted = values - theta * np.where(has, known - centre, 0.0)
    sides = adjusted[: len(before)], adjusted[len(before) :]
    plain, left = _error_squared(before, after), _error_squared(*sides)
    return Adjusted(sides[0], sides[1], theta, 1 - left / plain if plain > 0 else 0.0)


def _error_squared(before: FloatArray, after: FloatArray) -> float:
    return sum(float(side.var(ddof=1)) / len(side) if len(side) > 1 else 0.0 for side in (before, after))


def adjust_arms(table: Table, metric: Metric, arm: int, before: BoolArray, after: BoolArray) -> Adjusted | None:
    """The used values of an unpaired comparison adjusted for the covariate; None where there is none to use."""
    if metric.covariate not in table.metrics or metric.type not in ADJUSTABLE or not (before.any() and after.any()):
        return None
    values = table.values[table.metrics.index(metric.id)]
    known = table.values[table.metrics.index(metric.covariate)]
    return take_out(values[0][before], values[arm][after], known[0][before], known[arm][after])
