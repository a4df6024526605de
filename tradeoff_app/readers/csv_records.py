"""A tool's CSV export as typed columns: the tool is known, so only what spreadsheets do to such files is undone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tradeoff_app.analysis.observations import Problem
from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.readers.column_reading import TextColumns, read_columns
from tradeoff_app.readers.dialect import Dialect, SplitError, detect_dialect, find_separator_line
from tradeoff_app.readers.encoding import decode_text
from tradeoff_app.readers.limits import MAX_LISTED
from tradeoff_app.readers.reader import Cell, PlaceNames, Progress, RawColumn
from tradeoff_app.readers.refusal import ReadError
from tradeoff_app.readers.source import Source
from tradeoff_app.readers.table_block import check_size

AGAIN = "Export it again."


@dataclass(frozen=True)
class CsvTable:
    """The header as written (names may repeat), a column of text cells for each name, and the line of each row."""

    file: str
    header: tuple[str, ...]
    cells: tuple[list[Cell], ...]
    places: PlaceNames
    delimiter: str
    problems: tuple[Problem, ...] = ()

    @property
    def rows(self) -> int:
        """How many rows of results there are."""
        return len(self.places.numbers)

    def position(self, name: str) -> int | None:
        """The first column of this name."""
        return self.header.index(name) if name in self.header else None

    def texts(self, name: str) -> list[Cell]:
        """The cells of a column as text, None where empty or where there is no such column."""
        position = self.position(name)
        return [None] * self.rows if position is None else self.cells[position]


def read_csv(source: Source, mapping: ColumnMapping, progress: Progress) -> CsvTable:
    """All rows under their header; raises ReadError where a line does not fit it or quotes do not close."""
    decoded = decode_text(source.data, source.name, mapping.encoding)
    progress(0.2, source.name)
    stated, text = find_separator_line(decoded.text.lstrip("\ufeff"))
    dialect = Dialect(stated) if stated else detect_dialect(text) or Dialect(",")
    records: list[list[str]] = []
    lines: list[int] = []
    try:
        for line, record in dialect.split(text):
            if any(record):
                records.append(record)
                lines.append(line + bool(stated))
    except SplitError as error:
        cause = "a quotation mark opens a cell here and is never closed; the file may be cut off"
        place = f"line {error.line + bool(stated)}"
        raise ReadError("damaged", source.name, place, cause, AGAIN) from None
    if len(records) < 2:
        raise ReadError("unreadable", source.name, "", "there is a header but no rows of results (0 rows)", AGAIN)
    header = tuple(" ".join(name.split()) for name in records[0])
    problems = _fit(records, lines, len(header), source.name)
    check_size(len(records) - 1, len(header), source.name)
    progress(0.4, source.name)
    cells = tuple(_take(records, column) for column in range(len(header)))
    places = PlaceNames("line", np.array(lines[1:], dtype=np.int64))
    return CsvTable(source.name, header, cells, places, dialect.delimiter, (*decoded.problems, *problems))


def _take(records: Sequence[Sequence[str]], column: int) -> list[Cell]:
    return [record[column] or None for record in records[1:]]


def _fit(records: list[list[str]], lines: Sequence[int], width: int, file: str) -> list[Problem]:
    """Fill short rows; a row with more values than the header is refused with its line."""
    short: list[int] = []
    for index, record in enumerate(records):
        if any(record[width:]):
            cause = f"{len(record)} values, but the header names {width} columns"
            raise ReadError("damaged", file, f"line {lines[index]}", cause, AGAIN)
        if len(record) < width:
            short.append(lines[index])
            records[index] = record + [""] * (width - len(record))
    if not short:
        return []
    listed = ", ".join(map(str, short[:MAX_LISTED]))
    text = f"Line {listed}: fewer values than the header has columns; read as missing."
    return [Problem("warning", "short_rows", file, f"line {short[0]}", text, "Check these lines in the file.")]


def read_numbers(
    table: CsvTable, columns: Sequence[int], mapping: ColumnMapping
) -> tuple[dict[int, RawColumn], list[Problem]]:
    """These columns as numbers where they hold numbers, by position; the decimal mark is that of the whole file."""
    text = TextColumns(
        table.file,
        [table.header[column] for column in columns],
        [table.cells[column] for column in columns],
        table.places,
        mapping.decimal,
        table.delimiter,
    )
    read, problems = read_columns(text)
    return dict(zip(columns, read, strict=True)), problems


def value_of(column: RawColumn, row: int) -> Cell:
    """A cell as the number that it is, else as its text; None where it is missing."""
    if column.numbers is None:
        return column.cells[row]
    number = float(column.numbers[row])
    return number if np.isfinite(number) else None
