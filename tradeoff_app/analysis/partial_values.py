"""How good a level is on an agreed range: 0 at worst, 1 at best, straight or through knots, and beyond the range."""

from __future__ import annotations

import numpy as np

from tradeoff_app.analysis.observations import FloatArray
from tradeoff_app.model.scenario import Swing


def partial_value(swing: Swing, levels: FloatArray) -> FloatArray:
    """Partial values of levels; the end pieces continue outside the range (and a warning says so).

    Knots bend the way from worst (0) to best (1); they may name these ends or leave them out.
    """
    if not swing.knots:
        return np.asarray((levels - swing.worst) / (swing.best - swing.worst), dtype=np.float64)
    points = sorted({swing.worst: 0.0, swing.best: 1.0, **dict(swing.knots)}.items())
    return interpolate([x for x, _ in points], [y for _, y in points], levels)


def interpolate(cutoffs: list[float], values: list[float], levels: FloatArray) -> FloatArray:
    """Piecewise linear through ascending cutoffs, continued by its end pieces."""
    x, y = np.asarray(cutoffs, dtype=np.float64), np.asarray(values, dtype=np.float64)
    if len(x) < 2:
        return np.full(np.shape(levels), y[0] if len(y) else np.nan)
    piece = np.clip(np.searchsorted(x, levels, side="right") - 1, 0, len(x) - 2)
    slope = (y[piece + 1] - y[piece]) / (x[piece + 1] - x[piece])
    return np.asarray(y[piece] + slope * (levels - x[piece]), dtype=np.float64)


def is_outside(swing: Swing, level: float) -> bool:
    """Whether a level lies beyond the agreed range."""
    low, high = sorted((swing.worst, swing.best))
    return not low <= level <= high
