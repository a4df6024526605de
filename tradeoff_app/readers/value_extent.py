"""How far numbers reach and whether they are whole, measured without a copy of them all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from tradeoff_app.analysis.observations import FloatArray

TRIED = 1_000


@dataclass(frozen=True)
class Extent:
    """How many finite values there are, the lowest and the highest, and whether all are whole numbers.

    The ends are NaN where there is no value.
    """

    count: int
    low: float
    high: float
    is_whole: bool

    @classmethod
    def of(cls, parts: Iterable[FloatArray]) -> Extent:
        """The extent of several arrays together, of which only finite values count."""
        filled = [part for part in map(_keep_finite, parts) if len(part)]
        if not filled:
            return cls(0, float("nan"), float("nan"), is_whole=True)
        low, high = min(float(part.min()) for part in filled), max(float(part.max()) for part in filled)
        return cls(sum(map(len, filled)), low, high, is_whole=all(map(are_whole, filled)))


def are_whole(values: FloatArray) -> bool:
    """Whether all finite values are whole numbers; the first few mostly say no."""
    return all(bool((part == np.round(part)).all()) for part in map(_keep_finite, (values[:TRIED], values)))


def _keep_finite(values: FloatArray) -> FloatArray:
    is_finite = np.isfinite(values)
    return values if is_finite.all() else values[is_finite]
