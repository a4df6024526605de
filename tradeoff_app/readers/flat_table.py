"""A tool's table, whether it was saved as CSV or as JSON: texts, nested fields and scores by column name."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tradeoff_app.analysis.observations import Problem
from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.readers.csv_records import CsvTable, read_csv, read_numbers, value_of
from tradeoff_app.readers.json_records import Records, read_records
from tradeoff_app.readers.json_text import JsonError, parse_json, split_first_line
from tradeoff_app.readers.nested_cells import MAX_JSON_CELL
from tradeoff_app.readers.number_grammar import is_missing
from tradeoff_app.readers.python_text import PythonTextError, read_python_text
from tradeoff_app.readers.reader import FileSample, Progress
from tradeoff_app.readers.records import measure_depth
from tradeoff_app.readers.source import Source

DELIMITERS = (",", ";", "\t", "|")


@dataclass(frozen=True)
class FlatTable:
    """Column names in order, the cells of each as the file holds them, and the number of each row under `word`."""

    names: tuple[str, ...]
    cells: Mapping[str, Sequence[Any]]
    numbers: Sequence[int]
    word: str
    problems: tuple[Problem, ...] = ()
    document: Mapping[str, Any] | None = None
    csv: CsvTable | None = None

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return len(self.numbers)

    def column(self, name: str) -> Sequence[Any]:
        """The cells of a column, all None where there is no such column."""
        return self.cells.get(name) or [None] * self.rows

    def nested(self, name: str) -> list[Any]:
        """The cells with the objects and lists that their texts spell."""
        return [unfold_cell(cell) for cell in self.column(name)]

    def scores(self, names: Sequence[str], mapping: ColumnMapping) -> tuple[dict[str, list[Any]], list[Problem]]:
        """Cells of metrics: numbers where the file writes numbers, None where it writes nothing or NaN."""
        if self.csv is None:
            return {name: [_clean(cell) for cell in self.column(name)] for name in names}, []
        positions = {name: position for name in names if (position := self.csv.position(name)) is not None}
        typed, problems = read_numbers(self.csv, list(positions.values()), mapping)
        values = {
            name: [_clean(value_of(typed[position], row)) for row in range(self.rows)]
            for name, position in positions.items()
        }
        return values, problems


def _clean(cell: Any) -> Any:
    return None if isinstance(cell, str) and is_missing(cell) else cell


def unfold_cell(cell: Any) -> Any:
    """The object or list that a text spells, as JSON or as Python writes it; any other cell as it is."""
    if not isinstance(cell, str):
        return cell
    text = cell.strip()
    if len(text) > MAX_JSON_CELL or text[:1] not in "[{" or text[-1:] not in "]}" or not text:
        return cell
    try:
        return parse_json(text)
    except JsonError:
        pass
    try:
        value = read_python_text(text)
    except PythonTextError:
        return cell
    return value if isinstance(value, dict | list) and measure_depth(value) < 50 else cell


def is_csv(text: str) -> bool:
    """Whether a text begins like a table and not like JSON."""
    return text.lstrip("\ufeff \t\r\n")[:1] not in {"{", "["}


def read_flat(source: Source, mapping: ColumnMapping, progress: Progress, keys: Sequence[str] = ()) -> FlatTable:
    """The table, from CSV or from JSON; raises ReadError."""
    if is_csv(source.sample.text):
        table = read_csv(source, mapping, progress)
        names = tuple(dict.fromkeys(table.header))
        cells = {name: table.texts(name) for name in names}
        return FlatTable(names, cells, table.places.numbers.tolist(), "line", table.problems, None, table)
    return _from_records(read_records(source, mapping, progress, keys))


def _from_records(found: Records) -> FlatTable:
    names = tuple(dict.fromkeys(name for item in found.items for name in item))
    cells = {name: [_fill(item.get(name)) for item in found.items] for name in names}
    return FlatTable(names, cells, found.numbers, found.word, found.problems, found.document)


def _fill(cell: Any) -> Any:
    return None if cell in ("", [], {}) else cell


def header_of(text: str) -> tuple[str, ...]:
    """The names in the first line of a table, below a separator line; none where the text is JSON."""
    if not is_csv(text):
        return ()
    first, rest = split_first_line(text.lstrip("\ufeff \t\r\n"))
    if first.startswith("sep="):
        first = split_first_line(rest)[0]
    try:
        names = next(csv.reader([first], delimiter=max(DELIMITERS, key=first.count)), [])
    except csv.Error:
        return ()
    return tuple(" ".join(name.split()) for name in names)


def peek(sample: FileSample) -> str:
    """Beginning and end of a text, where names that recognise a tool may stand."""
    return sample.text + sample.tail.decode("utf-8", "ignore")
