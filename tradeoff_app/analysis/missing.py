"""What if the missing values had been the worst, or the best: the bounds of an effect over everything not scored."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tradeoff_app.analysis.observations import BoolArray, FloatArray
from tradeoff_app.analysis.quantile_metrics import quantile_level_of
from tradeoff_app.analysis.table import Table
from tradeoff_app.model.metric import Metric


def worst_and_best(
    table: Table,
    metric: Metric,
    arm: int,
    members: BoolArray,
    scale: tuple[float, float] | None,
    is_paired: bool,
) -> tuple[float, float] | None:
    """Lowest and highest difference that the missing values allow, in natural units: one end is the worst case.

    The worst case has every missing candidate worst and every missing baseline best. None where nothing is missing, or
    where no scale says what the worst would be. In pairs a unit counts when both arms have a row for it.
    """
    index = table.metrics.index(metric.id)
    if table.missing is None or scale is None:
        return None
    gaps = table.missing[index][:, members]
    if not gaps[[0, arm]].any():
        return None
    before, after = table.values[index, 0][members], table.values[index, arm][members]
    known = ~np.isnan(before) | gaps[0], ~np.isnan(after) | gaps[arm]
    if is_paired:
        known = known[0] & known[1], known[0] & known[1]
    if not known[0].any() or not known[1].any():
        return None
    dens = _denominators(table, metric, 0, members, gaps[0]), _denominators(table, metric, arm, members, gaps[arm])
    weights = np.ones(len(before)) if table.weight is None else table.weight[members]
    sides = (
        _Side(before, gaps[0], known[0], weights, dens[0], metric.quantile),
        _Side(after, gaps[arm], known[1], weights, dens[1], metric.quantile),
    )
    low, high = scale
    return sides[1].level(low) - sides[0].level(high), sides[1].level(high) - sides[0].level(low)


def _denominators(table: Table, metric: Metric, arm: int, members: BoolArray, gaps: BoolArray) -> FloatArray | None:
    """Denominators of a ratio; a unit without one counts with the mean of the others."""
    den = table.denominators(metric, arm)
    if den is None:
        return None
    own = den[members]
    scored = ~np.isnan(own)
    return np.where(gaps, own[scored].mean() if scored.any() else 1.0, own)


@dataclass(frozen=True)
class _Side:
    """One arm: its values with gaps, the units that count, their sampling weights and denominators."""

    values: FloatArray
    gaps: BoolArray
    known: BoolArray
    weights: FloatArray
    den: FloatArray | None
    quantile: float | None = None

    def level(self, fill: float) -> float:
        """The weighted level with every gap at `fill`."""
        if self.quantile is not None:
            return self._quantile(fill, self.quantile)
        den = np.ones(len(self.values)) if self.den is None else self.den
        filled = np.where(self.gaps, fill * den, self.values)[self.known]
        weights = self.weights[self.known]
        total = float(weights @ den[self.known])
        return float(weights @ filled) / total if total > 0 else 0.0

    def _quantile(self, fill: float, p: float) -> float:
        den = None if self.den is None else self.den[self.known]
        filled = np.where(self.gaps, fill, self.values)[self.known]
        if den is not None:
            filled = np.where(self.gaps[self.known], filled * den, filled)
        return quantile_level_of(filled, self.weights[self.known], den, p) or 0.0
