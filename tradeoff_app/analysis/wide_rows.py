"""Rows that all metrics share, kept once: what a table with a row per unit and a column per metric comes to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

IntArray = np.ndarray[tuple[Any, ...], np.dtype[np.int64]]
FloatArray = np.ndarray[tuple[Any, ...], np.dtype[np.float64]]
ROW_NAMES = ("arm", "unit", "repeat", "rater")


@dataclass(frozen=True)
class WideRows:
    """Arm, unit, repeat and rater of each row in small whole numbers, and a line of values per metric.

    `status` has one line where a row's status holds for all metrics, else one per metric.
    """

    shared: Mapping[str, np.ndarray[Any, Any]]
    values: FloatArray
    status: np.ndarray[Any, Any]
    denominators: FloatArray | None = None

    def spread(self, name: str) -> IntArray:
        """One column of the long table, metric after metric, made anew each time."""
        metrics, rows = self.values.shape
        if name == "metric":
            return np.repeat(np.arange(metrics, dtype=np.int64), rows)
        lines = self.status if name == "status" else self.shared[name][np.newaxis]
        wide: IntArray = np.broadcast_to(lines, (metrics, rows)).astype(np.int64).ravel()
        return wide

    def columns_of(self, metric: int) -> dict[str, Any]:
        """All columns of the long table for one metric."""
        rows = self.values.shape[1]
        status = self.status[metric if len(self.status) > 1 else 0]
        return {
            **{name: self.shared[name].astype(np.int64) for name in ROW_NAMES},
            "metric": np.full(rows, metric, dtype=np.int64),
            "value": self.values[metric],
            "status": status.astype(np.int64),
            "denominator": None if self.denominators is None else self.denominators[metric],
        }


def shrink(codes: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """Whole numbers in the smallest type that holds them all."""
    if codes.dtype.kind != "i" or not codes.size:
        return codes
    smallest = np.promote_types(np.min_scalar_type(codes.min()), np.min_scalar_type(codes.max()))
    return codes.astype(smallest)
