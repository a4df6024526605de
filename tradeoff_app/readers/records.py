"""Nested records to columns: `metrics.safety.hallucination` names a value three levels down."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal

import numpy as np

from tradeoff_app.analysis.observations import Problem
from tradeoff_app.readers.coded import LazyCells
from tradeoff_app.readers.limits import MAX_COLUMNS, MAX_DEPTH, MAX_INTEGER_DIGITS
from tradeoff_app.readers.name_words import suggests_group, suggests_identifier
from tradeoff_app.readers.number_cells import NumberCells
from tradeoff_app.readers.number_grammar import DecimalMark, is_missing, parse_number
from tradeoff_app.readers.reader import Cell, PlaceNames, RawColumn
from tradeoff_app.readers.refusal import ReadError

DEEPEST_COLUMN = 6
"""Objects further down stay JSON text in their cell."""

NAME_KEYS = ("name", "metric", "metric_name", "key", "criterion", "scorer")
VALUE_KEYS = ("score", "value", "result", "rating")
PLAIN = frozenset({str, int, float, bool, type(None)})
LARGEST_EXACT = 2**53
LEADING_ZERO = re.compile(r"[+-]?0\d+", re.ASCII)


def flatten(record: Mapping[str, Any], file: str, place: str) -> dict[str, Cell]:
    """One level of dotted names; lists and very deep objects become JSON text."""
    cells: dict[str, Cell] = {}
    _flatten_into(cells, "", record, 1, (file, place))
    return cells


def _flatten_into(
    cells: dict[str, Cell], prefix: str, record: Mapping[str, Any], depth: int, where: tuple[str, str]
) -> None:
    for key, value in record.items():
        name = f"{prefix}{key}" if prefix or key.__class__ is not str else key
        if value.__class__ in PLAIN:
            cell = None if value == "" else value
            if name in cells:
                _put(cells, name, cell)
            else:
                cells[name] = cell
        elif isinstance(value, Mapping) and value and depth < DEEPEST_COLUMN:
            _flatten_into(cells, f"{name}.", value, depth + 1, where)
        elif isinstance(value, list) and (named := _named_values(value)):
            for part, cell in named.items():
                _put(cells, f"{name}.{part}", cell)
        elif isinstance(value, Mapping | list):
            _put(cells, name, dump_nested(value, where) if value else None)
        else:
            _put(cells, name, value if value != "" else None)


def _put(cells: dict[str, Cell], name: str, cell: Cell) -> None:
    """Add a cell; `{"a.b": 1, "a": {"b": 2}}` names two values alike, of which the later one is numbered."""
    if name in cells and (cells[name] != cell or type(cells[name]) is not type(cell)):
        number = 2
        while f"{name} ({number})" in cells:
            number += 1
        name = f"{name} ({number})"
    cells[name] = cell


def _named_values(items: list[Any]) -> dict[str, Cell]:
    """`[{"name": "tone", "score": 4}, …]` as one value per name; nothing where a list holds anything else."""
    found: dict[str, Cell] = {}
    for item in items:
        if not isinstance(item, Mapping):
            return {}
        name = next((item[key] for key in NAME_KEYS if isinstance(item.get(key), str) and item[key]), None)
        value = next((item[key] for key in VALUE_KEYS if key in item), ...)
        if name is None or name in found or isinstance(value, Mapping | list) or value is ...:
            return {}
        found[name] = value
    return found


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
    columns: Mapping[str, Sequence[Cell]], file: str, places: PlaceNames
) -> tuple[list[RawColumn], list[Problem]]:
    """Columns of a file that knows text from numbers: text stays text unless it writes decimals throughout."""
    typed: list[RawColumn] = []
    problems: list[Problem] = []
    for name, cells in columns.items():
        column, said = _type_column(name, cells, file, places)
        typed.append(column)
        problems.extend(said)
    return typed, problems


def _type_column(name: str, cells: Sequence[Cell], file: str, places: PlaceNames) -> tuple[RawColumn, list[Problem]]:
    if isinstance(cells, NumberCells) and cells.is_filled.any():
        return RawColumn(name, cells, cells.numbers, is_typed=True), []
    if isinstance(cells, LazyCells):
        return _type_texts(name, cells, cells.coded.labels, cells.coded.filled, file)
    return _type_mixed(name, [*cells], file, places)


def _type_mixed(name: str, cells: list[Cell], file: str, places: PlaceNames) -> tuple[RawColumn, list[Problem]]:
    filled = [cell for cell in cells if cell is not None]
    texts = [cell for cell in filled if isinstance(cell, str)]
    if len(texts) == len(filled):
        return _type_texts(name, cells, texts, len(texts), file)
    if _has_huge_ids(filled):
        return RawColumn(name, cells, is_typed=True), []
    written = read_texts(texts)
    is_written = bool(texts) and written is not None
    if len(texts) > 0.2 * len(filled) and not is_written:
        return RawColumn(name, [_as_text(cell) for cell in cells], is_typed=True), _say_mixed(name, texts, file)
    if not texts:
        return _type_numbers(name, cells, file, places)
    known = written if is_written and written is not None else {}
    numbers = np.array(
        [known.get(cell, math.nan) if isinstance(cell, str) else _as_number(cell) for cell in cells], dtype=np.float64
    )
    shown = [None if isinstance(cell, float) and not math.isfinite(cell) else cell for cell in cells]
    column = RawColumn(name, shown, numbers, is_typed=True)
    said = _say_as_text(name, texts, file) if is_written else _say_odd_text(name, texts, file)
    return column, _say_not_finite(name, cells, file, places) + said


def _type_numbers(name: str, cells: list[Cell], file: str, places: PlaceNames) -> tuple[RawColumn, list[Problem]]:
    """A column without texts; what is NaN or infinite is missing and said."""
    numbers = np.array(cells, dtype=np.float64)
    is_finite = np.isfinite(numbers)
    if int(is_finite.sum()) + cells.count(None) == len(cells):
        return RawColumn(name, cells, numbers, is_typed=True), []
    numbers[~is_finite] = math.nan
    shown = [cell if known else None for cell, known in zip(cells, is_finite.tolist(), strict=True)]
    return RawColumn(name, shown, numbers, is_typed=True), _say_not_finite(name, cells, file, places)


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


def read_texts(texts: Sequence[str]) -> dict[str, float] | None:
    """Each text's number (NaN for words that mean missing), all with the same decimal mark; None where one is none."""
    marks: tuple[DecimalMark, ...] = (".", ",")
    distinct = dict.fromkeys(texts)
    known = next((read for mark in marks if (read := _read_all(distinct, mark)) is not None), None)
    if known is None or all(math.isnan(value) for value in known.values()):
        return None
    is_code = any(LEADING_ZERO.fullmatch(text.strip()) for text in known)
    is_endless = any(math.isinf(value) or abs(value) >= LARGEST_EXACT for value in known.values())
    return None if is_code or is_endless else known


def _read_all(texts: Iterable[str], mark: DecimalMark) -> dict[str, float] | None:
    """Each text's number under this mark; None as soon as one is neither a number nor a word for a missing one."""
    known: dict[str, float] = {}
    for text in texts:
        number = parse_number(text, mark)
        if number is None and not is_missing(text):
            return None
        known[text] = math.nan if number is None else number.value
    return known


def _type_texts(
    name: str, cells: Sequence[Cell], texts: Sequence[str], filled: int, file: str
) -> tuple[RawColumn, list[Problem]]:
    """Text that writes numbers in every filled cell was meant as numbers, unless whole numbers may be ids or codes.

    `texts` are those that occur, each at least once.
    """
    column = RawColumn(name, cells, is_typed=True)
    known = read_texts(texts)
    if known is None:
        return column, []
    has_percent = any("%" in text for text in known)
    is_whole = all(math.isnan(value) or value == round(value) for value in known.values()) and not has_percent
    if is_whole and (len(known) > 0.5 * filled or suggests_identifier(name) or suggests_group(name)):
        return column, []
    values = column.coded.look_up(known)
    read = RawColumn(name, cells, values, is_typed=True, has_percent=has_percent)
    return read, _say_as_text(name, texts, file, is_doubtful=is_whole)


def _say_as_text(name: str, texts: Sequence[str], file: str, *, is_doubtful: bool = False) -> list[Problem]:
    example = max(texts, key=len)[:40]
    text = f"{name}: the file holds numbers as text such as {example!r}; they were read as numbers."
    level: Literal["warning", "info"] = "warning" if is_doubtful or "%" in "".join(texts) else "info"
    return [Problem(level, "numbers_as_text", file, name, text, "Ignore the column if they are labels.")]


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
