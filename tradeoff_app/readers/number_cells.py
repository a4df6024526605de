"""Columns of numbers or truth values from a file that knows them from text, as floats."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Self, overload

import numpy as np

from tradeoff_app.analysis.observations import BoolArray, FloatArray, IntArray
from tradeoff_app.readers.coded import Cell, Coded, LazyCells, WholeCells, first_rows, rank_by_appearance

LARGEST_WRITTEN_OUT = 1e15
"""Floats beyond this keep their exponent as text, even where they are whole."""


class NumberCells(LazyCells):
    """Cells that are numbers or empty (NaN); `is_whole` says which of them are whole numbers of at most 15 digits."""

    def __init__(self, numbers: FloatArray, is_whole: BoolArray) -> None:
        self.numbers = numbers
        self.is_whole = is_whole

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self.numbers)

    @overload
    def __getitem__(self, row: int) -> Cell: ...
    @overload
    def __getitem__(self, row: slice) -> Sequence[Cell]: ...
    def __getitem__(self, row: int | slice) -> Cell | Sequence[Cell]:
        """One number, or several as a list; None where empty."""
        if isinstance(row, slice):
            pairs = zip(self.numbers[row].tolist(), self.is_whole[row].tolist(), strict=True)
            return [self._show(number, is_whole=is_whole) for number, is_whole in pairs]
        return self._show(float(self.numbers[row]), is_whole=bool(self.is_whole[row]))

    def __iter__(self) -> Iterator[Cell]:
        """All cells in order."""
        return iter(self[:])

    @property
    def is_filled(self) -> BoolArray:
        """Which cells hold a number."""
        return ~np.isnan(self.numbers)

    @cached_property
    def coded(self) -> Coded:
        """The numbers as ids and labels are written: whole ones without a decimal point."""
        is_filled = self.is_filled
        if self.is_whole[is_filled].all():
            return WholeCells(self.numbers).coded
        values, places = np.unique(self.numbers[is_filled], return_inverse=True)
        order, ranks = rank_by_appearance(first_rows(places, len(values)))
        codes = np.full(len(self), -1, dtype=np.int64)
        codes[is_filled] = ranks[places]
        return Coded(codes, tuple(map(_write, values[order].tolist())))

    def take(self, rows: IntArray) -> Self:
        """The cells of these rows, in this order."""
        return type(self)(self.numbers[rows], self.is_whole[rows])

    def may_hold(self, cell: Cell) -> bool:
        """Whether a cell is of the kind that the column holds."""
        return cell is None or (isinstance(cell, int | float) and not isinstance(cell, bool) and math.isfinite(cell))

    def _show(self, number: float, *, is_whole: bool) -> Cell:
        if math.isnan(number):
            return None
        return int(number) if is_whole else number


class TruthCells(NumberCells):
    """Cells that are true (1), false (0) or empty (NaN)."""

    @cached_property
    def coded(self) -> Coded:
        """The words `true` and `false` as codes."""
        found = WholeCells(self.numbers).coded
        return Coded(found.codes, tuple("true" if label == "1" else "false" for label in found.labels))

    def may_hold(self, cell: Cell) -> bool:
        """Whether a cell is of the kind that the column holds."""
        return cell is None or isinstance(cell, bool)

    def _show(self, number: float, *, is_whole: bool) -> Cell:  # noqa: ARG002 - asked for as of numbers
        return None if math.isnan(number) else bool(number)


def _write(number: float) -> str:
    return str(int(number)) if number.is_integer() and abs(number) < LARGEST_WRITTEN_OUT else str(number)
