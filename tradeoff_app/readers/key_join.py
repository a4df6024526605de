"""Columns of one table added to the rows of another by a key that both hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tradeoff_app.readers.reader import Cell, RawColumn, RawTable


def find_key(table: RawTable, units: set[str]) -> tuple[RawColumn | None, int]:
    """The column that holds most of the units, and how many it holds."""
    best: RawColumn | None = None
    most = 0
    for column in table.columns:
        shared = len(units & {text for text in column.texts() if text is not None})
        if shared > most:
            best, most = column, shared
    return best, most


def index_rows(key: RawColumn) -> dict[str, int]:
    """The first row of each key."""
    rows: dict[str, int] = {}
    for row, text in enumerate(key.texts()):
        if text is not None:
            rows.setdefault(text, row)
    return rows


def join_columns(
    table: RawTable, units: Sequence[str | None], columns: Sequence[RawColumn], rows: dict[str, int]
) -> RawTable:
    """The table with these columns as attributes of its units; names that it has already stay its own."""
    found = [rows.get(unit) if unit is not None else None for unit in units]
    known = {column.name for column in table.columns}
    added: list[RawColumn] = []
    for column in columns:
        if column.name not in known:
            cells: list[Cell] = [None if row is None else column.cells[row] for row in found]
            added.append(RawColumn(column.name, cells, role="attribute", is_typed=column.is_typed))
    return replace(table, columns=(*table.columns, *added))
