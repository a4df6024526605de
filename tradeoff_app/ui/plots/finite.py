"""The boundary before every plot item: finite float64 or nothing, because pyqtgraph dies on anything else."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]


def finite_pair(xs: Sequence[float], ys: Sequence[float]) -> tuple[FloatArray, FloatArray]:
    """Two arrays of one length in which every number is finite; points with a gap are left out.

    Raises ValueError where the lengths differ and TypeError where something is no number.
    """
    first, second = _floats(xs), _floats(ys)
    if first.shape != second.shape:
        raise ValueError("a curve needs as many heights as places")
    keep = np.isfinite(first) & np.isfinite(second)
    return np.ascontiguousarray(first[keep]), np.ascontiguousarray(second[keep])


def are_finite(*values: float | None) -> bool:
    """Whether every number is there and finite."""
    return all(value is not None and math.isfinite(value) for value in values)


def finite_range(low: float, high: float) -> tuple[float, float]:
    """A range with width that pyqtgraph can show; 0 to 1 where the axis is not finite."""
    if not are_finite(low, high):
        return 0.0, 1.0
    return (low, high) if high > low else (low - 0.5, low + 0.5)


def _floats(values: Iterable[float]) -> FloatArray:
    array = np.asarray(list(values))
    if array.size and array.dtype.kind not in "fiub":
        raise TypeError("only numbers can be drawn")
    return array.astype(np.float64)
