"""What if the missing values had been the worst, or the best: the bounds of an effect over everything not scored."""

from __future__ import annotations

import numpy as np

from tradeoff_app.analysis.observations import BoolArray, FloatArray
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
    low, high = scale
    gap_before, gap_after = gaps[0], gaps[arm]
    lowest = _mean(after, gap_after, known[1], low, dens[1]) - _mean(before, gap_before, known[0], high, dens[0])
    highest = _mean(after, gap_after, known[1], high, dens[1]) - _mean(before, gap_before, known[0], low, dens[0])
    return lowest, highest


def _denominators(table: Table, metric: Metric, arm: int, members: BoolArray, gaps: BoolArray) -> FloatArray | None:
    """Denominators of a ratio; a unit without one counts with the mean of the others."""
    den = table.denominators(metric, arm)
    if den is None:
        return None
    own = den[members]
    scored = ~np.isnan(own)
    return np.where(gaps, own[scored].mean() if scored.any() else 1.0, own)


def _mean(values: FloatArray, gaps: BoolArray, known: BoolArray, fill: float, den: FloatArray | None) -> float:
    if den is None:
        return float(np.where(gaps, fill, values)[known].mean())
    total = float(den[known].sum())
    return float(np.where(gaps, fill * den, values)[known].sum()) / total if total > 0 else 0.0
