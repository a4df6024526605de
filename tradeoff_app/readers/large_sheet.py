"""A large sheet read column by column; None wherever that is in doubt, for the parser that looks at each tag.

Both give the same cells: this one takes over only what it can prove. Rows that are not plain (the header, a row with
an error value) go through the careful parser and are put back in their place.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import overload

import numpy as np

from tradeoff_app.analysis.observations import BoolArray, IntArray
from tradeoff_app.readers.coded import Coded, CodedCells, LazyCells
from tradeoff_app.readers.number_cells import NumberCells
from tradeoff_app.readers.reader import Cell
from tradeoff_app.readers.refusal import ReadError
from tradeoff_app.readers.sheet_pattern import NotPlain, PlainRows, match_rows
from tradeoff_app.readers.sheet_values import ValueReader
from tradeoff_app.readers.sheet_xml import SheetParser, SparseSheet
from tradeoff_app.readers.table_block import check_size

LEAST_BYTES = 1 << 18
HEAD_ROWS = 3_000
"""Rows that are looked at one by one to find the header and the usual number of cells."""


def read_large_sheet(
    data: bytes, parser: SheetParser, values: ValueReader, column_gap: int, row_gap: int
) -> LargeGrid | None:
    """The cells of a sheet; None where it is small, not plain, or has cells far away from the others."""
    if len(data) < LEAST_BYTES:
        return None
    try:
        plain = match_rows(data, values.styles)
        sheet = parser.parse(plain.rest)
        bulk = {column: values.read(groups) for column, groups in plain.columns.items() if groups}
        grid = _join(plain, bulk, sheet, column_gap, row_gap)
        check_size(len(grid.every), grid.last_column - grid.first_column + 1, parser.file)
    except (NotPlain, ReadError):
        return None
    return grid


def _join(
    plain: PlainRows, bulk: Mapping[int, Sequence[Cell]], sheet: SparseSheet, column_gap: int, row_gap: int
) -> LargeGrid:
    """Plain rows and odd ones in one order; raises NotPlain where a row stands twice or something far away."""
    filled = {column: _find_filled(cells) for column, cells in bulk.items()}
    is_filled = np.logical_or.reduce([*filled.values(), np.zeros(len(plain.numbers), dtype=bool)])
    rows = np.flatnonzero(is_filled)
    numbers = np.array(plain.numbers, dtype=np.int64)
    odd = np.array(sorted(number for number, row in sheet.cells.items() if row), dtype=np.int64)
    used = {column for column, known in filled.items() if known.any()}
    used.update(column for row in sheet.cells.values() for column in row)
    every = np.sort(np.concatenate([numbers[rows], odd]))
    if (
        (np.diff(numbers) <= 0).any()
        or np.isin(np.array([*sheet.cells], dtype=np.int64), numbers).any()
        or sheet.outside
        or not used
        or (np.diff(sorted(used)) > column_gap).any()
        or (np.diff(every) > row_gap).any()
    ):
        raise NotPlain
    source = np.empty(len(every), dtype=np.int64)
    source[np.searchsorted(every, numbers[rows])] = rows
    source[np.searchsorted(every, odd)] = -1
    return LargeGrid(every, source, min(used), max(used), bulk, sheet)


def _find_filled(cells: Sequence[Cell]) -> BoolArray:
    if isinstance(cells, NumberCells):
        return cells.is_filled
    if isinstance(cells, CodedCells):
        return cells.coded.codes >= 0
    return np.array([cell is not None for cell in cells], dtype=bool)


@dataclass(frozen=True)
class LargeGrid:
    """Rows of which most lie in columns: `source` says for each row which of the plain rows it is, -1 for odd ones."""

    every: IntArray
    source: IntArray
    first_column: int
    last_column: int
    bulk: Mapping[int, Sequence[Cell]]
    found: SparseSheet

    @cached_property
    def numbers(self) -> list[int]:
        """The number of each row in Excel."""
        numbers: list[int] = self.every.tolist()
        return numbers

    @property
    def rows(self) -> LargeRows:
        """The cells of each row, made where somebody looks."""
        return LargeRows(self, range(len(self.every)))

    @cached_property
    def head(self) -> list[list[Cell]]:
        """The first rows, made at once."""
        columns = [self.column(column, np.arange(min(HEAD_ROWS, len(self.every)))) for column in self._range]
        return [list(row) for row in zip(*columns, strict=True)]

    def row(self, row: int) -> list[Cell]:
        """The cells of one row."""
        if row < HEAD_ROWS:
            return self.head[row]
        plain = int(self.source[row])
        if plain < 0:
            cells: Mapping[int, Cell] = self.found.cells[int(self.every[row])]
            return [cells.get(column) for column in self._range]
        return [self.bulk[column][plain] if column in self.bulk else None for column in self._range]

    def columns(self, body: Sequence[int]) -> list[Sequence[Cell]]:
        """All columns, with these rows only."""
        rows = np.array(body, dtype=np.int64)
        return [self._take(column, rows) for column in self._range]

    @property
    def _range(self) -> range:
        return range(self.first_column, self.last_column + 1)

    def _take(self, column: int, rows: IntArray) -> Sequence[Cell]:
        """Cells of one column: as numbers or as texts where the odd ones among them are such as well."""
        source = self.source[rows]
        places = np.flatnonzero(source < 0)
        odd = self._find_odd(column, rows[places])
        cells = self.bulk.get(column)
        if cells is not None and not odd and np.array_equal(source, np.arange(len(cells))):
            return cells
        if isinstance(cells, NumberCells) and all(map(cells.may_hold, odd)):
            return _put_numbers(cells.take(source), places, odd)
        if isinstance(cells, CodedCells) and all(cell is None or isinstance(cell, str) for cell in odd):
            return _put_texts(cells.coded, source, places, odd)
        return self.column(column, rows)

    def column(self, column: int, rows: IntArray) -> list[Cell]:
        """Cells of one column as Python values."""
        source = self.source[rows]
        cells = self.bulk.get(column)
        listed: list[Cell] = [None] * len(rows) if cells is None else _pick(cells, source)
        places = np.flatnonzero(source < 0)
        for place, cell in zip(places.tolist(), self._find_odd(column, rows[places]), strict=True):
            listed[place] = cell
        return listed

    def _find_odd(self, column: int, rows: IntArray) -> list[Cell]:
        """Cells of rows that are not plain."""
        return [self.found.cells[number].get(column) for number in self.every[rows].tolist()]


def _pick(cells: Sequence[Cell], source: IntArray) -> list[Cell]:
    return [*cells.take(source)] if isinstance(cells, LazyCells) else [cells[row] for row in source.tolist()]


def _put_numbers(cells: NumberCells, places: IntArray, odd: Sequence[Cell]) -> NumberCells:
    cells.numbers[places] = [np.nan if cell is None else cell for cell in odd]
    cells.is_whole[places] = [isinstance(cell, int) for cell in odd]
    return cells


def _put_texts(coded: Coded, source: IntArray, places: IntArray, odd: Sequence[Cell]) -> CodedCells:
    index = {label: code for code, label in enumerate(coded.labels)} if len(places) else {}
    codes = coded.codes[source]
    codes[places] = [-1 if cell is None else index.setdefault(str(cell), len(index)) for cell in odd]
    return CodedCells(Coded.from_codes(codes, tuple(index) or coded.labels))


class LargeRows(Sequence[Sequence[Cell]]):
    """Some rows of a large sheet in their order."""

    def __init__(self, grid: LargeGrid, places: range) -> None:
        self._grid = grid
        self._places = places

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self._places)

    def first_cells(self) -> Sequence[Cell]:
        """The first cell of each row, None where it is empty; nothing is told of rows of a single cell."""
        places = np.array(self._places, dtype=np.int64)
        is_single = self._grid.first_column == self._grid.last_column
        return [None] * len(places) if is_single else self._grid.column(self._grid.first_column, places)

    @overload
    def __getitem__(self, row: int) -> Sequence[Cell]: ...
    @overload
    def __getitem__(self, row: slice) -> Sequence[Sequence[Cell]]: ...
    def __getitem__(self, row: int | slice) -> Sequence[Cell] | Sequence[Sequence[Cell]]:
        """The cells of one row, or several rows."""
        if isinstance(row, slice):
            places = self._places[row]
            return LargeRows(self._grid, places) if len(places) > HEAD_ROWS else [self._grid.row(at) for at in places]
        return self._grid.row(self._places[row])
