"""What a way of reading makes of files, before it is applied: columns raw and as read, their parts, the outcome."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from tradeoff_app.analysis.observations import Observations, Problem
from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.readers.arms import ReadFile, arrange
from tradeoff_app.readers.formats.workbook import sheet_names
from tradeoff_app.readers.opening import combine_files, read_files
from tradeoff_app.readers.preview import show_cell
from tradeoff_app.readers.reader import Cell, RawTable
from tradeoff_app.readers.refusal import ReadError
from tradeoff_app.readers.source import Source
from tradeoff_app.readers.table_shape import shape_of

SAMPLE_ROWS = 8
MOST_COLUMNS = 400
MOST_VALUES = 12
LONGEST_CELL = 200

Read = tuple[list[Source], list[ReadFile]]


class ColumnPlanner:
    """Plans a set of files again and again; bytes are read anew only where another sheet, mark or encoding is said."""

    def __init__(self) -> None:
        self._key: tuple[Any, ...] = ()
        self._read: Read | None = None
        self._shape: str | None = None

    def plan(self, paths: Sequence[Path], mapping: ColumnMapping) -> dict[str, Any]:
        """Files with samples, columns with parts, the outcome or the error; never raises for a strange file."""
        try:
            sources, files = self._read_once(paths, mapping)
        except ReadError as refusal:
            errors = [refusal.parts, *(other.parts for other in refusal.others)]
            return {"files": [], "columns": [], "outcome": None, "errors": errors, "shape": None}
        outcome, errors, parts = None, [], {}
        try:
            observed = combine_files(sources, files, mapping)
            outcome = describe_outcome(observed)
            parts = {column.name: column.part for column in observed.columns}
        except ReadError as refusal:
            errors = [refusal.parts]
        return {
            "files": [_describe_file(source, file) for source, file in zip(sources, files, strict=True)],
            "columns": _describe_columns(files, mapping, parts),
            "outcome": outcome,
            "errors": errors,
            "shape": self._shape,
        }

    def _read_once(self, paths: Sequence[Path], mapping: ColumnMapping) -> Read:
        stamps = tuple((str(path), _stamp(path)) for path in paths)
        key = (stamps, mapping.sheet, mapping.decimal, mapping.encoding, mapping.arm_column)
        if self._read is None or key != self._key:
            self._key, self._read = (), None
            read = read_files(paths, mapping)
            if not self._shape or (mapping.sheet, mapping.decimal, mapping.encoding) == (None, None, None):
                self._shape = shape_of(read[1][0].tables)
            self._key, self._read = key, read
        return self._read


def _stamp(path: Path) -> int:
    """When the file was last changed; 0 where the system does not say, which is told when it is read."""
    try:
        return path.stat().st_mtime_ns
    except (OSError, ValueError):
        return 0


def describe_outcome(observed: Observations) -> dict[str, Any]:
    """What comes out: arms, matched units, metrics with what they scored, segments with their units, problems."""
    present = [set(observed.rows.unit[observed.rows.arm == arm].tolist()) for arm in range(len(observed.arms))]
    first, second = present[0], present[1] if len(present) > 1 else set()
    return {
        "arms": list(observed.arms),
        "unit": observed.unit_column,
        "units": len(observed.units),
        "matched": len(first & second),
        "only_before": len(first - second),
        "only_after": len(second - first),
        "metrics": _describe_metrics(observed),
        "segments": [{"name": name, "values": len(known.labels)} for name, known in observed.dimensions.items()],
        "problems": [_describe_problem(problem) for problem in observed.problems],
    }


def _describe_metrics(observed: Observations) -> list[dict[str, Any]]:
    rows, count = observed.rows, len(observed.metrics)
    flat = rows.metric * len(observed.arms) + rows.arm
    scored = np.bincount(flat[np.isfinite(rows.value)], minlength=count * len(observed.arms))
    by_arm = scored.reshape(count, len(observed.arms)).tolist() if count else []
    return [
        {"name": metric.name, "type": metric.type, "better": metric.better, "scored": counts}
        for metric, counts in zip(observed.metrics, by_arm, strict=True)
    ]


def _describe_problem(problem: Problem) -> dict[str, str]:
    return {
        "level": problem.level,
        "code": problem.code,
        "file": problem.file,
        "place": problem.place,
        "text": problem.text,
        "hint": problem.hint,
    }


def _describe_file(source: Source, file: ReadFile) -> dict[str, Any]:
    table = file.tables[0]
    rows = min(SAMPLE_ROWS, table.rows)
    return {
        "file": file.file,
        "format": table.format,
        "is_native": table.is_native,
        "rows": sum(part.rows for part in file.tables),
        "runs": [part.run for part in file.tables if part.run],
        "sheets": sheet_names(source) if table.format == "xlsx" else [],
        "samples": {
            column.name: [
                [_cut(column.cells[row]), _cut(show_cell(column, row)), column.numbers is not None]
                for row in range(rows)
            ]
            for column in table.columns[:MOST_COLUMNS]
        },
    }


def _cut(cell: Cell) -> Cell:
    return cell[:LONGEST_CELL] if isinstance(cell, str) else cell


def _describe_columns(files: Sequence[ReadFile], mapping: ColumnMapping, parts: dict[str, str]) -> list[dict[str, Any]]:
    """Every column of every file with its part, how many values it has, and how the files match by it."""
    tables = [table for file in files for table in file.tables]
    names = list(dict.fromkeys(column.name for table in tables for column in table.columns))[:MOST_COLUMNS]
    arms = _arm_tables(files, mapping)
    return [{"name": name, "part": parts.get(name, "unused"), **_measure(name, tables, arms)} for name in names]


def _arm_tables(files: Sequence[ReadFile], mapping: ColumnMapping) -> list[RawTable]:
    try:
        return [arm.table for arm in arrange(files, mapping).arms]
    except ReadError:
        return []


def _measure(name: str, tables: Sequence[RawTable], arms: Sequence[RawTable]) -> dict[str, Any]:
    found = [column for table in tables if (column := table.column(name)) is not None]
    values = list(dict.fromkeys(label for column in found for label in column.coded.labels))
    sides = [column for table in arms[:2] if (column := table.column(name)) is not None]
    key = None
    if len(sides) == 2 and len(values) > 1:
        first, second = (set(side.coded.labels) for side in sides)
        key = {"matched": len(first & second), "before": len(first - second), "after": len(second - first)}
    few = [value[:LONGEST_CELL] for value in values] if len(values) <= MOST_VALUES else []
    return {"distinct": len(values), "values": few, "key": key}
