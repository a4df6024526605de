"""Answers of people as rows: an item's own fields hold the unit's id and the arm, the tool's id rarely does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from tradeoff_app.analysis.observations import Problem
from tradeoff_app.readers.arms import MOST_ARMS, find_arm_column
from tradeoff_app.readers.name_words import OUTPUT_NAMES, last_part
from tradeoff_app.readers.reader import Cell, MetricHint, RawColumn, RawTable
from tradeoff_app.readers.records import unite_columns
from tradeoff_app.readers.scored_rows import ScoredRow, ToolLog, make_tables

HUMAN = MetricHint(tier="human")
"""What a rater answered, whatever else is known of the metric."""
NEARLY_ALL = 0.95


def make_annotation_tables(log: ToolLog, rows: Sequence[ScoredRow]) -> list[RawTable]:
    """One table per arm. `ScoredRow.unit` is the tool's own id; a field of the item replaces it where one is unique.

    Tools number items anew in each project, so their ids pair nothing; which field is the unit is measured over all
    files. Where a field such as the model's name divides the rows, each of its values is a run.
    """
    hints = {name: HUMAN for row in rows for name in row.scores}
    stated = {name: replace(hint, tier="human") for name, hint in log.hints.items()}
    log = replace(log, hints={**hints, **stated})
    return [_free_unit(table) for table in make_tables(log, _name_runs(rows, log.file))]


def take_output(fields: Mapping[str, Any]) -> tuple[dict[str, Any], Any]:
    """The fields of an item without the answer that was judged, and that answer, where a field is called so."""
    name = next((name for name in fields if last_part(name) in OUTPUT_NAMES), None)
    return {key: value for key, value in fields.items() if key != name}, None if name is None else fields[name]


def spread_choices(rows: Sequence[ScoredRow]) -> list[ScoredRow]:
    """Answers that are lists: one label where a question never has several, else a yes or no for each choice."""
    options: dict[str, dict[str, None]] = {}
    several: set[str] = set()
    for row in rows:
        for name, value in row.scores.items():
            if isinstance(value, list):
                options.setdefault(name, {}).update(dict.fromkeys(map(str, value)))
                if len(value) > 1:
                    several.add(name)
    return [replace(row, scores=_spread(row.scores, options, several)) for row in rows]


def _spread(scores: Mapping[str, Any], options: Mapping[str, Mapping[str, None]], several: set[str]) -> dict[str, Any]:
    spread: dict[str, Any] = {}
    for name, value in scores.items():
        if not isinstance(value, list):
            spread[name] = value
        elif name in several:
            chosen = set(map(str, value))
            spread.update({f"{name}={option}": float(option in chosen) for option in options[name]})
        else:
            spread[name] = value[0] if value else None
    return spread


def say_left_out(file: str, code: str, count: int, one: str, several: str) -> list[Problem]:
    """An information about annotations that carry no score; none where there are none."""
    if not count:
        return []
    text = f"1 {one}" if count == 1 else f"{count:,} {several}"
    return [Problem("info", code, file, "", text, "Nothing to do; they are not scored.")]


def _name_runs(rows: Sequence[ScoredRow], file: str) -> list[ScoredRow]:
    """Rows with the value of the field that tells arms apart as their run."""
    fields = [{name: cell for group in row.attributes.values() for name, cell in group.items()} for row in rows]
    columns = [column for name, cells in unite_columns(fields, file).items() if (column := _as_text(name, cells))]
    name = find_arm_column(RawTable("", tuple(columns), len(rows))) if columns else None
    if name is None:
        return list(rows)
    return [replace(row, run=str(known.get(name))) for row, known in zip(rows, fields, strict=True)]


def _as_text(name: str, cells: list[Cell]) -> RawColumn | None:
    """A field that may hold ids or arms; numbers with few values are neither."""
    column = RawColumn(name, cells, is_typed=True)
    has_numbers = any(isinstance(cell, int | float) for cell in cells)
    return None if has_numbers and len(column.coded.labels) <= MOST_ARMS else column


def _free_unit(table: RawTable) -> RawTable:
    """The tool's id is the unit only where no field of the item tells items apart."""
    own = table.with_role("unit")[0]
    has_better = any(_tells_items_apart(column, own) for column in table.with_role("attribute"))
    if not has_better:
        return table
    columns = tuple(replace(column, role="ignore") if column is own else column for column in table.columns)
    return replace(table, columns=columns)


def _tells_items_apart(column: RawColumn, own: RawColumn) -> bool:
    """Whether a field is filled and has about as many values as there are items."""
    items = len(own.coded.labels)
    if column.coded.filled < NEARLY_ALL * len(column.cells) or last_part(column.name) in OUTPUT_NAMES:
        return False
    return NEARLY_ALL * items <= len(column.coded.labels) <= items and items > 1
