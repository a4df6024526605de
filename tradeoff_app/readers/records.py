"""Nested records to columns: `metrics.safety.hallucination` names a value three levels down."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np

from tradeoff_app.analysis.observations import Problem
from tradeoff_app.readers.limits import MAX_COLUMNS, MAX_DEPTH, MAX_INTEGER_DIGITS
from tradeoff_app.readers.number_grammar import is_missing, parse_number
from tradeoff_app.readers.reader import Cell, PlaceNames, RawColumn
from tradeoff_app.readers.refusal import ReadError

DEEPEST_COLUMN = 6
"""Objects further down stay JSON text in their cell."""

LARGEST_EXACT = 2**53


def flatten(record: Mapping[str, Any], file: str, place: str) -> dict[str, Cell]:
    """One level of dotted names; lists and very deep objects become JSON text."""
    cells: dict[str, Cell] = {}
    _flatten_into(cells, "", record, 1, (file, place))
    return cells


def _flatten_into(
    cells: dict[str, Cell], prefix: str, record: Mapping[str, Any], depth: int, where: tuple[str, str]
) -> None:
    for key, value in record.items():
        name = f"{prefix}{key}"
        if isinstance(value, Mapping) and value and depth < DEEPEST_COLUMN:
            _flatten_into(cells, f"{name}.", value, depth + 1, where)
        elif isinstance(value, Mapping | list):
            cells[name] = dump_nested(value, where) if value else None
        else:
            cells[name] = value if value != "" else None


def dump_nested(value: Any, where: tuple[str, str]) -> str:
    """A list or object as compact JSON text; raises ReadError beyond the depth limit."""
    if measure_depth(value) > MAX_DEPTH:
        cause = f"the JSON is nested deeper than the limit of {MAX_DEPTH} levels"
        raise ReadError("unreadable", where[0], where[1], cause, "Export the results as a flat table.")
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def measure_depth(value: Any) -> int:
    """Levels of nesting, counted without recursion and given up beyond the limit."""
    level, current = 0, [value]
    while current and level <= MAX_DEPTH:
        current = [
            item
            for holder in current
            if isinstance(holder, dict | list)
            for item in (holder.values() if isinstance(holder, dict) else holder)
        ]
        level += 1
    return level


def unite_columns(records: Sequence[Mapping[str, Cell]], file: str) -> dict[str, list[Cell]]:
    """Columns in the order of first appearance; a record without a field has None there."""
    columns: dict[str, list[Cell]] = {}
    for index, record in enumerate(records):
        for name, cell in record.items():
            cells = columns.get(name)
            if cells is None:
                if len(columns) >= MAX_COLUMNS:
                    cause = f"more than the limit of {MAX_COLUMNS:,} columns"
                    raise ReadError("unreadable", file, f"record {index + 1}", cause, "Export fewer fields.")
                cells = columns[name] = [None] * len(records)
            cells[index] = cell
    return columns


def type_columns(
    columns: Mapping[str, list[Cell]], file: str, places: PlaceNames
) -> tuple[list[RawColumn], list[Problem]]:
    """Columns of a file that knows text from numbers: text stays text unless it writes decimals throughout."""
    typed: list[RawColumn] = []
    problems: list[Problem] = []
    for name, cells in columns.items():
        column, said = _type_column(name, cells, file, places)
        typed.append(column)
        problems.extend(said)
    return typed, problems


def _type_column(name: str, cells: list[Cell], file: str, places: PlaceNames) -> tuple[RawColumn, list[Problem]]:
    filled = [cell for cell in cells if cell is not None]
    texts = [cell for cell in filled if isinstance(cell, str)]
    if len(texts) == len(filled):
        return _type_texts(name, cells, texts, file)
    if _has_huge_ids(filled):
        return RawColumn(name, cells, is_typed=True), []
    if len(texts) > 0.2 * len(filled):
        return RawColumn(name, [_as_text(cell) for cell in cells], is_typed=True), _say_mixed(name, texts, file)
    numbers = np.array([_as_number(cell) for cell in cells], dtype=np.float64)
    shown = [None if isinstance(cell, float) and not math.isfinite(cell) else cell for cell in cells]
    column = RawColumn(name, shown, numbers, is_typed=True)
    return column, _say_not_finite(name, cells, file, places) + _say_odd_text(name, texts, file)


def _has_huge_ids(filled: Iterable[Cell]) -> bool:
    return any(isinstance(cell, int) and abs(cell) >= LARGEST_EXACT for cell in filled)


def _as_text(cell: Cell) -> Cell:
    return cell if cell is None or isinstance(cell, str) else json.dumps(cell)


def _as_number(cell: Cell) -> float:
    if cell is None or isinstance(cell, str):
        return float("nan")
    if isinstance(cell, int) and cell.bit_length() > 4 * MAX_INTEGER_DIGITS:
        return float("nan")
    try:
        number = float(cell)
    except OverflowError:
        return float("nan")
    return number if math.isfinite(number) else float("nan")


def _type_texts(name: str, cells: list[Cell], texts: list[str], file: str) -> tuple[RawColumn, list[Problem]]:
    """Text that writes decimals or percent in every filled cell was meant as numbers; whole numbers may be ids."""
    column = RawColumn(name, cells, is_typed=True)
    read = {text: parse_number(text) for text in set(texts)}
    numbers = [number for number in read.values() if number is not None]
    if not numbers or any(number is None and not is_missing(text) for text, number in read.items()):
        return column, []
    if all(number.is_whole for number in numbers) or any(not math.isfinite(number.value) for number in numbers):
        return column, []
    found = {text: number.value for text, number in read.items() if number is not None}
    values = np.array([found.get(cell, math.nan) if isinstance(cell, str) else math.nan for cell in cells])
    text = f"{name}: the file holds these numbers as text; they were read as numbers."
    problem = Problem("info", "numbers_as_text", file, name, text, "Ignore the column if they are labels.")
    has_percent = any(number.is_percent for number in numbers)
    return RawColumn(name, cells, values, is_typed=True, has_percent=has_percent), [problem]


def _say_not_finite(name: str, cells: list[Cell], file: str, places: PlaceNames) -> list[Problem]:
    endless = [row for row, cell in enumerate(cells) if isinstance(cell, float) and not math.isfinite(cell)]
    if not endless:
        return []
    text = f"{name}: {len(endless):,} cells are NaN or infinite, which is no number; read as missing."
    return [
        Problem("warning", "not_finite", file, places.name(endless[0]), text, "Nothing to do if they were not scored.")
    ]


def _say_odd_text(name: str, texts: list[str], file: str) -> list[Problem]:
    if not texts:
        return []
    text = f"{name}: {len(texts):,} cells are text such as {texts[0][:40]!r} among numbers; read as missing."
    return [Problem("warning", "mixed_types", file, name, text, "Mend the cells or ignore the column.")]


def _say_mixed(name: str, texts: list[str], file: str) -> list[Problem]:
    text = f"{name}: numbers and text such as {texts[0][:40]!r} stand in one column; read as text."
    return [Problem("warning", "mixed_types", file, name, text, "Name it as a metric if it holds scores.")]
