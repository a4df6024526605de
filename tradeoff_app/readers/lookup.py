"""Segments from another file: a table with one row per unit, joined by the key that overlaps most."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from tradeoff_app.analysis.observations import Problem
from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.readers.arms import Arm
from tradeoff_app.readers.catalogue import recognise
from tradeoff_app.readers.key_join import find_key, index_rows, join_columns
from tradeoff_app.readers.reader import Cell, RawColumn, RawTable, stay_silent
from tradeoff_app.readers.refusal import ReadError, refuse_anything_else
from tradeoff_app.readers.source import Source

NUMBERED = re.compile(r"(.+)\.(\d{1,9})")


def add_lookup(arms: Sequence[Arm], unit: str | None, mapping: ColumnMapping) -> tuple[tuple[Arm, ...], list[Problem]]:
    """The arms with the lookup's columns as attributes of their units; raises ReadError."""
    if mapping.lookup is None:
        return tuple(arms), []
    path = Path(mapping.lookup)
    with refuse_anything_else(path.name):
        source = Source(path)
        table = recognise(source).read(source, mapping.model_copy(update={"sheet": None}), stay_silent)[0]
    units = {text for arm in arms for text in _units(arm, unit) if text is not None}
    key, shared = find_key(table, units)
    if key is None:
        key, shared = _number_lines(table, units)
    if key is None or unit is None:
        hint = "Choose the unit column whose values are in the lookup file."
        raise ReadError("unreadable", source.name, "", "no column holds the units of the results", hint)
    rows = index_rows(key)
    problems = list(table.problems)
    if shared < len(units):
        text = (
            f"{len(units) - shared:,} of {len(units):,} units are not in the lookup file; they have no segment from it."
        )
        problems.append(
            Problem("warning", "lookup_incomplete", source.name, key.name, text, "Complete the lookup file.")
        )
    if len(rows) < sum(text is not None for text in key.texts()):
        text = f"{key.name}: some units occur more than once in the lookup file; the first row counts."
        problems.append(Problem("warning", "duplicate_keys", source.name, key.name, text, "Remove the doubles."))
    columns = [column for column in table.columns if column.name != key.name]
    joined = tuple(replace(arm, table=join_columns(arm.table, _units(arm, unit), columns, rows)) for arm in arms)
    return joined, problems


def _units(arm: Arm, unit: str | None) -> list[str | None]:
    column = arm.table.column(unit) if unit else None
    return [] if column is None else column.texts()


def _number_lines(table: RawTable, units: set[str]) -> tuple[RawColumn | None, int]:
    """A key for data sets without one: the unit `NAME.7` is the one on the eighth line, for all units of one NAME."""
    found = [NUMBERED.fullmatch(unit) for unit in units]
    numbers = [int(match[2]) for match in found if match is not None]
    names = {match[1] for match in found if match is not None}
    if len(names) != 1 or len(numbers) < len(units) or max(numbers) >= table.rows:
        return None, 0
    name = names.pop()
    cells: list[Cell] = [f"{name}.{row}" for row in range(table.rows)]
    return RawColumn("line", cells, role="unit", is_typed=True), len(units)
