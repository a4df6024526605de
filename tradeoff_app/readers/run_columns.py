"""Which field of a log tells its runs apart: the one under whose values the same items occur again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tradeoff_app.readers.arms import find_arm_column, is_called_baseline, is_called_candidate
from tradeoff_app.readers.reader import Cell, RawColumn, RawTable


def find_runs(candidates: Mapping[str, Sequence[Cell]], items: Mapping[str, Sequence[Cell]], rows: int) -> list[str]:
    """The run of each row; empty texts where the log holds one run. `items` are fields that may name the unit."""
    columns = [RawColumn(name, [_as_text(cell) for cell in cells], is_typed=True) for name, cells in candidates.items()]
    fields = [RawColumn(name, list(cells), role="attribute", is_typed=True) for name, cells in items.items()]
    table = RawTable("", (*columns, *fields), rows)
    chosen = find_arm_column(table) if rows else None
    column = table.column(chosen) if chosen is not None else None
    return [""] * rows if column is None else [text or "" for text in column.texts()]


def _as_text(cell: Cell) -> Cell:
    return None if cell is None else str(cell)


def name_arm(tags: Sequence[str]) -> str | None:
    """The only tag that speaks of a baseline or a candidate; None where there is none or several."""
    called = [tag for tag in tags if is_called_baseline(tag) or is_called_candidate(tag)]
    return called[0] if len(called) == 1 else None
