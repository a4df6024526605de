"""The boundary before every painter: finite numbers or nothing, because Qt draws nonsense from anything else."""

from __future__ import annotations

import math
from collections.abc import Sequence


def finite_points(xs: Sequence[float], ys: Sequence[float]) -> list[tuple[float, float]]:
    """The points whose both numbers are finite; those with a gap are left out.

    Raises ValueError where the lengths differ and TypeError where something is no number.
    """
    if len(xs) != len(ys):
        raise ValueError("a curve needs as many heights as places")
    return [(float(x), float(y)) for x, y in zip(xs, ys, strict=True) if math.isfinite(x) and math.isfinite(y)]


def are_finite(*values: float | None) -> bool:
    """Whether every number is there and finite."""
    return all(value is not None and math.isfinite(value) for value in values)


def finite_range(low: float, high: float) -> tuple[float, float]:
    """A range with width that can be shown; 0 to 1 where the axis is not finite."""
    if not are_finite(low, high):
        return 0.0, 1.0
    return (low, high) if high > low else (low - 0.5, low + 0.5)
