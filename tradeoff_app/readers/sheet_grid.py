"""The filled part of a sheet as rows and columns, as it came cell by cell or in bulk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from tradeoff_app.readers.reader import Cell
from tradeoff_app.readers.sheet_xml import SparseSheet


class Grid(Protocol):
    """Rows that hold something, their numbers in Excel, the first column, and what is odd about some cells."""

    @property
    def rows(self) -> Sequence[Sequence[Cell]]:
        """The cells of each row, all rows equally wide."""
        ...

    @property
    def numbers(self) -> Sequence[int]:
        """The number of each row in Excel."""
        ...

    @property
    def first_column(self) -> int:
        """The column of the first cell of each row, from 1."""
        ...

    @property
    def found(self) -> SparseSheet:
        """Hidden rows, formulas without value, and errors."""
        ...

    def columns(self, body: Sequence[int]) -> list[Sequence[Cell]]:
        """All columns, with these rows only."""
        ...


@dataclass(frozen=True)
class DenseGrid:
    """Rows whose cells are all Python values."""

    rows: list[list[Cell]]
    numbers: list[int]
    first_column: int
    found: SparseSheet

    def columns(self, body: Sequence[int]) -> list[Sequence[Cell]]:
        """All columns, with these rows only."""
        return [[self.rows[row][column] for row in body] for column in range(len(self.rows[0]))]
