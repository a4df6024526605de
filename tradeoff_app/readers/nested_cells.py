"""Objects in the cells of a table, as JSON or as Python shows them, become columns of their own."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from tradeoff_app.analysis.observations import Problem
from tradeoff_app.readers.coded import distinct_cells, may_hold
from tradeoff_app.readers.json_text import JsonError, parse_json
from tradeoff_app.readers.limits import MAX_DEPTH, MAX_LISTED
from tradeoff_app.readers.python_text import PythonTextError, read_python_text, unwrap_number
from tradeoff_app.readers.reader import Cell, PlaceNames, RawColumn, RawTable
from tradeoff_app.readers.records import flatten, measure_depth, type_columns, unite_columns

MAX_JSON_CELL = 100_000
MOST_FIELDS = 50
MOST_ODD = 0.1
"""A column in which more cells than this hold no object is a column of text."""

NOTHING = object()


def unfold_table(table: RawTable) -> RawTable:
    """Columns whose cells hold objects (or lists of one) become columns of their own, with dotted names."""
    columns: list[RawColumn] = []
    problems = list(table.problems)
    for column in table.columns:
        found, said = _unfold(column, table) if column.role is None else ([column], [])
        columns += found
        problems += said
    return replace(table, columns=tuple(columns), problems=tuple(problems))


Unfolded = tuple[list[RawColumn], list[Problem]]


def _unfold(column: RawColumn, table: RawTable) -> Unfolded:
    if column.numbers is not None:
        return [column], []
    places = table.places or PlaceNames.counted("row", table.rows)
    numbers = _unwrap(column.cells)
    if numbers is not None:
        return type_columns({column.name: numbers}, "", places)[0], []
    values, odd = _parse_cells(column.cells) if _looks_nested(column.cells) else ([], [])
    filled = [value for value in values if value is not None]
    if not filled or len(odd) > MOST_ODD * len(column.cells):
        return [column], []
    found = _make_columns(column.name, values, filled, places)
    return (found, _say_odd(column, odd, places)) if found else ([column], [])


def _make_columns(name: str, values: list[Any], filled: list[Any], places: PlaceNames) -> list[RawColumn]:
    """A column per field of objects or name of named values, one of plain values; none for anything else."""
    if all(isinstance(value, dict) for value in filled):
        parts = unite_columns([flatten(value or {}, "", "") for value in values], "")
        named = {_name_part(name, part, len(parts)): cells for part, cells in parts.items()}
        return type_columns(named, "", places)[0] if len(parts) <= MOST_FIELDS else []
    if all(isinstance(value, str | int | float | bool) for value in filled):
        return type_columns({name: [_scalar(value) for value in values]}, "", places)[0]
    named = unite_columns([flatten({name: value} if value else {}, "", "") for value in values], "")
    return type_columns(named, "", places)[0] if name not in named and len(named) <= MOST_FIELDS else []


def _unwrap(cells: Sequence[Cell]) -> list[Cell] | None:
    """The numbers in cells such as `np.float64(0.5)`; None where a filled cell is written otherwise."""
    first = next((cell for cell in distinct_cells(cells) if cell is not None), None)
    if not isinstance(first, str) or unwrap_number(first) is None:
        return None
    inner: list[Cell] = [None if cell is None else unwrap_number(str(cell)) for cell in cells]
    is_whole = sum(text is None for text in inner) == sum(cell is None for cell in cells)
    return inner if is_whole else None


def _parse_cells(cells: Sequence[Cell]) -> tuple[list[Any], list[int]]:
    """What each cell spells, as JSON or as Python shows it; and the rows whose cells spell nothing."""
    values: list[Any] = []
    odd: list[int] = []
    for row, cell in enumerate(cells):
        value = None if cell is None else _parse_cell(str(cell))
        if cell is not None and value is NOTHING:
            odd.append(row)
        values.append(_first_of(None if value is NOTHING else value))
    return values, odd


def _first_of(value: Any) -> Any:
    return value[0] if isinstance(value, list) and len(value) == 1 else value


def _parse_cell(text: str) -> Any:
    if text[:1] not in "[{" or len(text) > MAX_JSON_CELL:
        return NOTHING
    try:
        return parse_json(text)
    except JsonError:
        pass
    try:
        value = read_python_text(text)
    except PythonTextError:
        return NOTHING
    return value if measure_depth(value) < MAX_DEPTH else NOTHING


def _say_odd(column: RawColumn, odd: list[int], places: PlaceNames) -> list[Problem]:
    if not odd:
        return []
    shown = ", ".join(places.name(row) for row in odd[:MAX_LISTED])
    more = f" and {len(odd) - MAX_LISTED:,} more" if len(odd) > MAX_LISTED else ""
    example = str(column.cells[odd[0]])[:40]
    text = f"{column.name}: {len(odd):,} cells can't be read like the others ({shown}{more}), such as {example!r}"
    hint = "Mend the cells, or export the file again."
    return [Problem("warning", "broken_cells", "", places.name(odd[0]), f"{text}; read as missing.", hint)]


def _looks_nested(cells: Sequence[Cell]) -> bool:
    if not may_hold(cells, "[{"):
        return False
    filled = [cell for cell in cells if cell is not None]
    nested = sum(
        isinstance(cell, str) and cell[:1] in "[{" and cell[-1:] in "]}" and len(cell) < MAX_JSON_CELL
        for cell in filled
    )
    return bool(filled) and nested >= (1 - MOST_ODD) * len(filled)


def _name_part(column: str, part: str, count: int) -> str:
    """`tone` for `[{"rating": 4}]`: a single value needs no second name."""
    return f"{column}.{part}" if count > 1 else column


def _scalar(value: object) -> Cell:
    return value if isinstance(value, str | int | float | bool) else json.dumps(value)
