"""Long tables, one row per unit and metric, become wide ones, one row per unit with a column per metric."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from tradeoff_app.analysis.observations import IntArray, Problem
from tradeoff_app.model.mapping import ColumnMapping, LongColumns
from tradeoff_app.readers.column_reading import TextColumns, read_columns
from tradeoff_app.readers.name_words import ERROR_NAMES, RATER_NAMES, REPEAT_NAMES, last_part
from tradeoff_app.readers.reader import Cell, PlaceNames, RawColumn, RawTable
from tradeoff_app.readers.records import type_columns

METRIC_NAMES = frozenset(
    [
        "metric",
        "metric_name",
        "measure",
        "criterion",
        "scorer",
        "kpi",
        "metrik",
        "kennzahl",
        "name",
        "score_name",
        "evaluator",
    ]
)
VALUE_NAMES = frozenset(["value", "score", "result", "wert", "metric_value", "measurement"])
MOST_METRICS = 100


def find_long(table: RawTable) -> LongColumns | None:
    """The columns for metric and value where the table is long; None where it is wide."""
    value = next(
        (column for column in table.columns if last_part(column.name) in VALUE_NAMES and _is_value(column)), None
    )
    if value is None:
        return None
    for column in table.columns:
        if last_part(column.name) in METRIC_NAMES and column.numbers is None and column.name != value.name:
            texts = [text for text in column.texts() if text is not None]
            if len(texts) == table.rows and 1 <= len(set(texts)) <= min(MOST_METRICS, max(1, table.rows // 2)):
                return LongColumns(metric=column.name, value=value.name)
    return None


def _is_value(column: RawColumn) -> bool:
    return column.numbers is not None or any(cell is not None for cell in column.cells)


def widen(table: RawTable, long: LongColumns, unit: str, mapping: ColumnMapping) -> RawTable:
    """One row per unit, repeat and rater; what occurs twice for one metric becomes a further repeat."""
    metric, value = table.column(long.metric), table.column(long.value)
    assert metric is not None
    assert value is not None
    keys = _row_keys(table, unit, mapping)
    names = metric.texts()
    slots: dict[tuple[str | None, ...], int] = {}
    seen: dict[tuple[tuple[str | None, ...], str | None], int] = {}
    targets: list[int] = []
    for row, key in enumerate(keys):
        count = seen.get((key, names[row]), 0)
        seen[key, names[row]] = count + 1
        targets.append(slots.setdefault((*key, str(count)), len(slots)))
    target = np.array(targets, dtype=np.int64)
    first = _first_rows(target, len(slots))
    kept = [column for column in table.columns if column.name not in {long.metric, long.value}]
    columns = [_first_filled(column, target, first) for column in kept]
    columns += _metric_columns(value, names, target, len(slots))
    return replace(
        table,
        columns=tuple(columns),
        rows=len(slots),
        places=None if table.places is None else table.places.take(first),
        problems=(*table.problems, *_say_repeats(seen)),
    )


def _say_repeats(seen: dict[tuple[tuple[str | None, ...], str | None], int]) -> list[Problem]:
    several = sum(count > 1 for count in seen.values())
    if not several:
        return []
    text = f"{several:,} pairs of unit and metric have several values; they count as repeats of the unit."
    return [Problem("info", "repeats_found", "", "", text, "Name the repeat or rater column if there is one.")]


def _row_keys(table: RawTable, unit: str, mapping: ColumnMapping) -> list[tuple[str | None, ...]]:
    wanted = {mapping.repeat, mapping.rater} - {None}
    names = [unit]
    for other in table.columns:
        is_part = other.name in wanted or last_part(other.name) in REPEAT_NAMES | RATER_NAMES
        if is_part and other.name != unit:
            names.append(other.name)
    parts = [column.texts() for name in names if (column := table.column(name)) is not None]
    return list(zip(*parts, strict=True))


def _first_rows(target: IntArray, count: int) -> IntArray:
    first = np.full(count, -1, dtype=np.int64)
    rows = np.arange(len(target))[::-1]
    first[target[::-1]] = rows
    return first


def _first_filled(
    column: RawColumn,
    target: IntArray,
    first: IntArray,
) -> RawColumn:
    """The first value of the unit's rows; an error message may stand in a later one."""
    if last_part(column.name) not in ERROR_NAMES:
        return column.take(first)
    cells: list[Cell] = [None] * len(first)
    for row, slot in enumerate(target.tolist()):
        if cells[slot] is None:
            cells[slot] = column.cells[row]
    return replace(column, cells=cells, numbers=None)


def _metric_columns(value: RawColumn, names: Sequence[str | None], target: IntArray, count: int) -> list[RawColumn]:
    by_metric: dict[str, list[int]] = {}
    for row, name in enumerate(names):
        if name is not None:
            by_metric.setdefault(name, []).append(row)
    parts: dict[str, list[Cell]] = {name: [None] * count for name in by_metric}
    for name, rows in by_metric.items():
        for row in rows:
            parts[name][target[row]] = value.cells[row]
    if value.numbers is None or any(not np.isfinite(value.numbers[rows]).any() for rows in by_metric.values()):
        return [replace(column, role="metric") for column in _type_apart(value, parts)]
    columns: list[RawColumn] = []
    for name, rows in by_metric.items():
        numbers = np.full(count, np.nan)
        numbers[target[rows]] = value.numbers[rows]
        columns.append(replace(value, name=name, cells=parts[name], numbers=numbers, role="metric"))
    return columns


def _type_apart(value: RawColumn, parts: dict[str, list[Cell]]) -> list[RawColumn]:
    """Each metric's cells by themselves: one may hold numbers and the next yes or no, in the same column of values."""
    places = PlaceNames.counted("row", max(map(len, parts.values()), default=0))
    if value.is_typed:
        return type_columns(parts, "", places)[0]
    return read_columns(TextColumns("", list(parts), list(parts.values()), places))[0]
