"""Workbooks with a sheet per segment: sheets that share no item are parts of one run, not runs to be compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tradeoff_app.analysis.observations import Problem
from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.readers.arms import ReadFile, is_called_baseline, is_called_candidate, join_tables
from tradeoff_app.readers.reader import RawColumn, RawTable
from tradeoff_app.readers.unit_keys import KEY, measure_keys

SHEET = "sheet"
MOST_SHARED = 0.02


def join_sheets(files: Sequence[ReadFile], mapping: ColumnMapping) -> list[ReadFile]:
    """The files with one table each where their sheets are segments; the sheet's name becomes a column."""
    if mapping.runs or mapping.arm_column or mapping.sheet or mapping.baseline:
        return list(files)
    return [_join(file) if _are_segments(file.tables) else file for file in files]


def _are_segments(tables: Sequence[RawTable]) -> bool:
    """Sheets of one workbook that no name calls an arm, with ids that (nearly) never occur in two of them."""
    if len(tables) < 2 or any(table.format != "xlsx" or table.run is None for table in tables):
        return False
    names = [table.run or "" for table in tables]
    is_named = any(is_called_baseline(name) or is_called_candidate(name) for name in names)
    if is_named or any(any(sign.isdigit() for sign in name) for name in names):
        return False
    if any(table.column(SHEET) is not None for table in tables):
        return False
    keys = [key for key in measure_keys(tables) if key.suitability == KEY and key.has_id_name]
    return bool(keys) and all(key.overlap <= MOST_SHARED for key in keys)


def _join(file: ReadFile) -> ReadFile:
    parts = [_add_name(table) for table in file.tables]
    names = ", ".join(repr(table.run) for table in file.tables)
    text = f"The sheets {names} share no item: they were read as segments of one run, in a column called {SHEET!r}."
    hint = "Choose a sheet, or name the runs, if they are versions to be compared."
    problem = Problem("warning", "sheets_joined", file.file, SHEET, text, hint)
    joined = join_tables(parts)
    return ReadFile(file.file, (replace(joined, run=None, problems=(*joined.problems, problem)),))


def _add_name(table: RawTable) -> RawTable:
    name = RawColumn(SHEET, [table.run] * table.rows)
    return replace(table, columns=(*table.columns, name))
