"""The table as the file holds it, before any mapping: what the mapping screen and `tradeoff preview` show."""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.readers.catalogue import recognise
from tradeoff_app.readers.reader import Cell, RawColumn, RawTable, stay_silent
from tradeoff_app.readers.refusal import ReadError, refuse_anything_else
from tradeoff_app.readers.source import Source

HEAD_ROWS = 50
TAIL_ROWS = 5


def preview_file(path: Path, mapping: ColumnMapping) -> dict[str, Any]:
    """Outcome, row count, column names, first and last rows, warnings; or the error as one sentence."""
    try:
        with refuse_anything_else(path.name):
            source = Source(path)
            tables = recognise(source).read(source, mapping, stay_silent)
    except ReadError as refusal:
        return {
            "outcome": "error",
            "rows": 0,
            "columns": [],
            "head": [],
            "tail": [],
            "warnings": [],
            "error": refusal.sentence,
            "code": refusal.code,
        }
    return describe_tables(tables)


def describe_tables(tables: Sequence[RawTable]) -> dict[str, Any]:
    """The preview of what was read; several runs of one file stand one below the other."""
    rows = sum(table.rows for table in tables)
    names = list(dict.fromkeys(column.name for table in tables for column in table.columns))
    if len(tables) > 1:
        names.insert(0, "run")
    warnings = [
        f"{problem.place}: {problem.text}" if problem.place else problem.text
        for table in tables
        for problem in table.problems
        if problem.level != "info"
    ]
    return {
        "outcome": "opens",
        "rows": rows,
        "columns": names,
        "head": _take_rows(tables, names, 0, min(rows, HEAD_ROWS)),
        "tail": _take_rows(tables, names, max(0, rows - TAIL_ROWS), rows),
        "warnings": list(dict.fromkeys(warnings)),
        "error": None,
        "format": tables[0].format if tables else None,
    }


def _take_rows(tables: Sequence[RawTable], names: Sequence[str], first: int, last: int) -> list[dict[str, Cell]]:
    taken: list[dict[str, Cell]] = []
    offset = 0
    for table in tables:
        columns = {column.name: column for column in table.columns}
        for row in range(max(first - offset, 0), min(last - offset, table.rows)):
            shown = {name: show_cell(columns[name], row) if name in columns else None for name in names}
            if len(tables) > 1:
                shown["run"] = table.run
            taken.append(shown)
        offset += table.rows
    return taken


def show_cell(column: RawColumn, row: int) -> Cell:
    """The cell as the number or text that the file holds; None where it is missing."""
    cell = column.cells[row]
    if isinstance(cell, float) and not math.isfinite(cell):
        return None
    if column.numbers is None or not isinstance(cell, str) or column.is_typed:
        return cell
    number = float(column.numbers[row])
    if math.isnan(number):
        return None
    return int(number) if number.is_integer() and abs(number) < 1e15 else number


def main(arguments: Sequence[str]) -> int:
    """Print the preview of one file as one line of JSON; 3 or 4 where it can't be read."""
    shown = preview_file(Path(arguments[0]), ColumnMapping())
    sys.stdout.write(json.dumps(shown, allow_nan=False) + "\n")
    if shown["outcome"] == "opens":
        return 0
    return 3 if shown["code"] == "unreadable" else 4


if __name__ == "__main__":
    sys.exit(main([argument for argument in sys.argv[1:] if not argument.startswith("-")]))
