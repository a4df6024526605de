"""A large table read column by column; None wherever it is not plain throughout, for the reader that goes cell by cell.

Both readers give the same table: this one takes over only what it can prove to be the same.
"""

from __future__ import annotations

import codecs
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from tradeoff_app.analysis.observations import BoolArray, Problem
from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.readers.cell_bytes import CellGrid, find_cells
from tradeoff_app.readers.cell_texts import read_texts
from tradeoff_app.readers.coded import Coded, CodedCells, FileCells, WholeCells
from tradeoff_app.readers.column_reading import TextColumns, decide_mark, read_columns
from tradeoff_app.readers.column_scan import Kind, Scanned, guess_kind, scan_columns
from tradeoff_app.readers.dialect import SAMPLE_CHARACTERS, Dialect, SplitError, detect_dialect, find_separator_line
from tradeoff_app.readers.header_rows import SEARCHED_ROWS, find_header, join_header_rows
from tradeoff_app.readers.limits import MAX_CELLS, MAX_COLUMNS
from tradeoff_app.readers.number_grammar import DecimalMark, parse_number
from tradeoff_app.readers.reader import PlaceNames, Progress, RawColumn, RawTable
from tradeoff_app.readers.record_bounds import RecordBounds, find_records
from tradeoff_app.readers.refusal import ReadError
from tradeoff_app.readers.source import Source
from tradeoff_app.readers.sums_between import is_summary
from tradeoff_app.readers.table_block import (
    COMPARED_ROWS,
    SUMMARY_TAIL,
    check_size,
    drop_comment_rows,
    drop_repeated_headers,
    drop_rows_below_header,
    find_swallowed_rows,
    name_columns,
    say_skipped,
    trim_header,
)
from tradeoff_app.readers.text_checks import check_texts

LEAST_BYTES = 1 << 20
MOST_COLUMNS = 300
HEAD_RECORDS = 20 * SEARCHED_ROWS + COMPARED_ROWS
SAMPLED_RECORDS = 2_000
SHOWN_ROWS = 50


def read_large_table(source: Source, mapping: ColumnMapping, progress: Progress) -> RawTable | None:
    """The table; None where encoding, quotes, line ends, widths or what surrounds the results ask for more care."""
    if source.size < LEAST_BYTES or mapping.encoding is not None:
        return None
    text = _split_records(source)
    if text is None:
        return None
    progress(0.3, source.name)
    head = _read_head(text, source.name)
    if head is None:
        return None
    scan = _scan(source, text, head, mapping)
    progress(0.6, source.name)
    return None if scan is None or not _is_plain(text, head, scan.columns) else _make_table(source, mapping, head, scan)


@dataclass(frozen=True)
class _Text:
    """The bytes of a text, its dialect, and where its records lie."""

    data: bytes
    dialect: Dialect
    bounds: RecordBounds

    def split(self, first: int, last: int, step: int = 1) -> list[list[str]]:
        """The cells of these records; raises SplitError or UnicodeDecodeError."""
        lines = b"\n".join(self.bounds.slice_text(self.data, record) for record in range(first, last, step))
        return [record for _, record in self.dialect.split(lines.decode("utf-8"))]


@dataclass(frozen=True)
class _Head:
    """Names of the columns, number of the first record of results, what was said, and the rows that a preview shows."""

    header: list[str]
    names: tuple[str, ...]
    first: int
    problems: list[Problem]
    shown: dict[int, list[str]]


@dataclass(frozen=True)
class _Scan:
    """The columns as they were read, and the delimiter and the decimal mark that they share."""

    delimiter: str
    kinds: list[Kind]
    columns: list[Scanned]
    mark: DecimalMark
    places: PlaceNames


def _split_records(source: Source) -> _Text | None:
    data = source.data.removeprefix(codecs.BOM_UTF8)
    beginning = data[: 4 * SAMPLE_CHARACTERS].decode("utf-8", "replace")
    if b"\0" in data or data.count(b"\n") > MAX_CELLS or find_separator_line(beginning)[0] is not None:
        return None
    dialect = detect_dialect(beginning)
    if dialect is None or dialect.escapes_with_backslash or not _is_utf8(data):
        return None
    bounds = find_records(data, dialect.delimiter.encode())
    return None if bounds is None or len(bounds) < 2 * SUMMARY_TAIL else _Text(data, dialect, bounds)


def _is_utf8(data: bytes) -> bool:
    if data.isascii():
        return True
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _read_head(text: _Text, file: str) -> _Head | None:
    """The rows above the results and the first of them, judged like those of a small table; raises ReadError."""
    count = len(text.bounds)
    try:
        rows = text.split(0, min(count, HEAD_RECORDS))
        tail = text.split(count - SUMMARY_TAIL, count)
    except (SplitError, UnicodeDecodeError):
        return None
    if max(map(len, rows), default=0) > MAX_COLUMNS:
        return None
    header = find_header(rows[: 20 * SEARCHED_ROWS])
    if header is None or len(rows) != min(count, HEAD_RECORDS) or not all(map(any, rows)):
        return None

    def name_place(row: int) -> str:
        return f"line {int(text.bounds.lines[row])}"

    joined = join_header_rows(rows, header)
    names, odd = name_columns(joined or trim_header(rows[header]), file, name_place(header))
    first = header + (1 if joined is None else 2)
    body = list(range(first, len(rows)))
    _, repeated = drop_repeated_headers(rows, header, body, file, name_place)
    _, remarks = drop_comment_rows(rows, body, file, name_place)
    bare, units = drop_rows_below_header(rows, body, file, name_place)
    has_rules = drop_rows_below_header(tail, [*range(len(tail))], file, str)[0] != [*range(len(tail))]
    if (
        repeated
        or remarks
        or units
        or not all(map(str.strip, trim_header(rows[header])[1:]))
        or bare != body
        or has_rules
        or any(map(is_summary, [*rows[first : first + SUMMARY_TAIL], *tail]))
    ):
        return None
    problems = [*say_skipped(rows[:header], text.bounds.lines, file), *odd]
    shown = dict(enumerate(rows[first : first + SHOWN_ROWS]))
    shown |= {count - first - len(tail) + row: cells for row, cells in enumerate(tail)}
    return _Head(rows[header], names, first, problems, shown) if 1 < len(names) <= MOST_COLUMNS else None


def _scan(source: Source, text: _Text, head: _Head, mapping: ColumnMapping) -> _Scan | None:
    rows = len(text.bounds) - head.first
    if rows < 1:
        return None
    check_size(rows, len(head.names), source.name)
    delimiter = text.dialect.delimiter
    grid = find_cells(text.data, text.bounds, head.first, delimiter.encode(), len(head.names))
    if grid is None:
        return None
    try:
        sample = text.split(head.first, len(text.bounds), max(1, rows // SAMPLED_RECORDS))
    except SplitError:
        return None
    samples = [[record[column] or None for record in sample] for column in range(len(head.names))]
    mark = mapping.decimal or decide_mark(samples, delimiter)
    may_be_decimal = mark == "." and delimiter != ";"
    kinds = [guess_kind(cells, may_be_decimal=may_be_decimal) for cells in samples]
    places = PlaceNames("line", text.bounds.lines[head.first :].copy())
    return _Scan(delimiter, kinds, scan_columns(grid, kinds, samples), mark, places)


def _is_plain(text: _Text, head: _Head, columns: Sequence[Scanned]) -> bool:
    """Whether no row is empty, ends in one delimiter too many, holds only a remark, or repeats the header."""
    empty = _find_empty(columns[0])
    for values in columns[1:]:
        if not empty.any():
            break
        empty &= _find_empty(values)
    last_bytes = np.frombuffer(text.data, dtype=np.uint8)[text.bounds.ends[head.first :] - 1]
    delimiters = int((last_bytes == ord(text.dialect.delimiter)).sum())
    if empty.any() or delimiters != int(_find_empty(columns[-1]).sum()):
        return False
    first = columns[0]
    if not isinstance(first, Coded):
        return parse_number(head.header[0]) is None
    is_repeated = head.header[0] in first.joined and head.header[0] in first.labels
    return not is_repeated and "#" not in first.joined


def _find_empty(values: Scanned) -> BoolArray:
    return values.codes < 0 if isinstance(values, Coded) else np.isnan(values)


def _make_table(source: Source, mapping: ColumnMapping, head: _Head, scan: _Scan) -> RawTable:
    columns: dict[int, RawColumn] = {}
    texts: dict[int, CodedCells] = {}
    rows, width = len(scan.places.numbers), len(head.names)
    every = np.arange(rows, dtype=np.int64)
    for column, (name, values) in enumerate(zip(head.names, scan.columns, strict=True)):
        if isinstance(values, Coded):
            texts[column] = CodedCells(values)
        elif scan.kinds[column] == "whole":
            columns[column] = RawColumn(name, WholeCells(values), values)
        else:
            shown = {row: cells[column] or None for row, cells in head.shown.items()}
            spelling = _Spelling(source, scan.delimiter, (rows, width), column)
            columns[column] = RawColumn(name, FileCells(spelling, every, shown), values)
    names = [head.names[column] for column in texts]
    text = TextColumns(
        source.name, names, list(texts.values()), scan.places, mapping.decimal, scan.delimiter, scan.mark
    )
    read, said = read_columns(text)
    columns |= dict(zip(texts, read, strict=True))
    ordered = tuple(columns[column] for column in range(width))
    problems = [*head.problems, *said, *check_texts(ordered, source.name, scan.places)]
    problems += find_swallowed_rows(read, width, scan.delimiter, scan.places, source.name)
    return RawTable("table", ordered, rows, places=scan.places, problems=tuple(problems))


@dataclass(frozen=True)
class _Spelling:
    """How the file spells the numbers of one column: read again where somebody asks for it."""

    source: Source
    delimiter: str
    shape: tuple[int, int]
    column: int

    def __call__(self) -> Coded:
        """The texts; raises ReadError where the file is no longer the one that was read."""
        return self._texts

    @cached_property
    def _texts(self) -> Coded:
        grid = self._find_again()
        if grid is None:
            raise ReadError("damaged", self.source.name, "", "the file was changed while it was read", "Read it again.")
        return read_texts(grid.column(self.column))

    def _find_again(self) -> CellGrid | None:
        """The cells, where there are as many as before."""
        rows, width = self.shape
        data = self.source.data.removeprefix(codecs.BOM_UTF8)
        delimiter = self.delimiter.encode()
        bounds = find_records(data, delimiter) if b"\0" not in data and _is_utf8(data) else None
        if bounds is None or len(bounds) < rows:
            return None
        return find_cells(data, bounds, len(bounds) - rows, delimiter, width)
