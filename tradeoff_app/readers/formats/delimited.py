"""CSV, TSV and every other delimited text: fields are counted line by line, nothing is shifted in silence."""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence

import numpy as np

from tradeoff_app.analysis.observations import Problem
from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.readers.column_reading import TextColumns, read_columns
from tradeoff_app.readers.dialect import Dialect, SplitError, detect_dialect, find_separator_line
from tradeoff_app.readers.encoding import decode_text
from tradeoff_app.readers.header_rows import SEARCHED_ROWS, effective_width, find_header, join_header_rows
from tradeoff_app.readers.large_table import read_large_table
from tradeoff_app.readers.limits import MAX_CELL_CHARACTERS, MAX_LISTED
from tradeoff_app.readers.reader import Cell, FileSample, PlaceNames, Progress, RawTable
from tradeoff_app.readers.refusal import ReadError
from tradeoff_app.readers.side_tables import find_results
from tradeoff_app.readers.source import Source
from tradeoff_app.readers.table_block import (
    check_marks,
    check_size,
    drop_comment_rows,
    drop_repeated_headers,
    drop_rows_below_header,
    drop_second_table,
    drop_summary_rows,
    find_swallowed_rows,
    name_columns,
    say_skipped,
    trim_header,
)
from tradeoff_app.readers.text_checks import check_texts

NOT_A_TABLE = "this is not a table: no comma, semicolon, tab or other mark separates columns in it"
EXPORT_AGAIN = "Export the results as CSV with a header line."
PROGRESS_STEP = 20_000
QUOTE_CAUSES = {
    "unexpected end": "a quotation mark opens a cell here and is never closed",
    "expected after": "a quotation mark stands in the middle of a quoted cell",
    "field larger": f"a cell is longer than the limit of {MAX_CELL_CHARACTERS:,} characters",
}


class DelimitedText:
    """Plain tables as spreadsheets and scripts write them."""

    id = "table"
    label = "Table (CSV, TSV)"

    def recognise(self, sample: FileSample) -> float:
        """Any text that is no markup and no JSON may be a table; the others are asked first."""
        if sample.members is not None or not sample.text or sample.first_character in {"<", "{"}:
            return 0.0
        if sample.first_character == "[" and sample.text.lstrip()[1:2] in {"{", "[", "]", " ", "\n", "\r"}:
            return 0.1
        return 0.3

    def read(self, source: Source, mapping: ColumnMapping, progress: Progress) -> Sequence[RawTable]:
        """One table; raises ReadError where lines do not fit the header or quotes do not close."""
        return [read_text_table(source, mapping, progress)]


def read_text_table(source: Source, mapping: ColumnMapping, progress: Progress) -> RawTable:
    """Decode, split, find the header, and read each column as numbers or text; large plain ones column by column."""
    large = read_large_table(source, mapping, progress)
    if large is not None:
        return large
    records, dialect, problems = _split_file(source, mapping, progress)
    return _make_table(source, mapping, dialect, records, problems)


def _split_file(source: Source, mapping: ColumnMapping, progress: Progress) -> tuple[_Records, Dialect, list[Problem]]:
    """The records; bytes and text are let go as soon as they are split."""
    decoded = decode_text(source.data, source.name, mapping.encoding)
    progress(0.2, source.name)
    _refuse_nul(decoded.text, source.name)
    stated, text = find_separator_line(decoded.text)
    dialect = Dialect(stated) if stated else detect_dialect(text)
    if dialect is None:
        raise _refuse_single_column(text, source.name)
    check_marks(text, dialect.delimiter, source.name)
    records = _Records(source.name, first_line=2 if stated else 1)
    records.read(text, dialect, progress)
    return records, dialect, list(decoded.problems)


class _Records:
    """The records of a text with the line on which each begins."""

    def __init__(self, file: str, first_line: int) -> None:
        self.file = file
        self.offset = first_line - 1
        self.rows: list[list[str]] = []
        self.lines = array("q")

    def read(self, text: str, dialect: Dialect, progress: Progress) -> None:
        shared: dict[str, str] = {}
        try:
            for line, record in dialect.split(text):
                if any(record):
                    self.rows.append([shared.setdefault(cell, cell) if len(cell) < 24 else cell for cell in record])
                    self.lines.append(line + self.offset)
                if len(self.rows) % PROGRESS_STEP == 0:
                    shared.clear()
                    progress(0.5, self.file)
        except SplitError as error:
            raise self._refuse(error) from None

    @property
    def has_long_cells(self) -> bool:
        """Whether a record may span several lines: records are then further apart than one line."""
        if not self.rows:
            return False
        return self.lines[-1] - self.lines[0] >= len(self.rows) or any("\n" in cell for cell in self.rows[-1])

    def name_place(self, row: int) -> str:
        """The line of a record, as people read it."""
        return f"line {self.lines[row]}"

    def _refuse(self, error: SplitError) -> ReadError:
        hint = "Mend the quotation marks or export the file again."
        place = f"line {error.line + self.offset}"
        for sign, cause in QUOTE_CAUSES.items():
            if sign in error.reason:
                return ReadError("damaged", self.file, place, cause, hint)
        return ReadError("damaged", self.file, place, f"this line can't be split into cells ({error.reason})", hint)


def _make_table(
    source: Source, mapping: ColumnMapping, dialect: Dialect, records: _Records, problems: list[Problem]
) -> RawTable:
    name = source.name
    rows: list[list[str]] = records.rows
    check_size(0, max(map(effective_width, rows[:SEARCHED_ROWS]), default=0), name)
    header = find_header(rows[: 20 * SEARCHED_ROWS])
    if header is None:
        first = f"line {records.lines[0]}" if rows else ""
        cause = "there is no line with column names above the results" if rows else "the file holds no rows"
        raise ReadError("unreadable", name, first, cause, EXPORT_AGAIN)
    problems += say_skipped(rows[:header], records.lines, name)
    results, beside = find_results(rows, header, name, records.name_place)
    if results is not None:
        rows = [row[results.start : results.stop] for row in rows]
    joined = join_header_rows(rows, header)
    names, odd = name_columns(joined or trim_header(rows[header]), name, f"line {records.lines[header]}")
    body = [row for row in range(header + (1 if joined is None else 2), len(rows)) if any(rows[row])]
    body, repeated = drop_repeated_headers(rows, header, body, name, records.name_place)
    body, below = drop_rows_below_header(rows, body, name, records.name_place)
    body, remarks = drop_comment_rows(rows, body, name, records.name_place)
    body, second = drop_second_table(rows, body, records.lines, name, records.name_place)
    body, dropped = drop_summary_rows(rows, body, name, records.name_place)
    problems += beside + odd + repeated + below + remarks + second + dropped
    if not body:
        raise ReadError("unreadable", name, "", "there is a header but no rows of results (0 rows)", EXPORT_AGAIN)
    check_size(len(body), len(names), name)
    problems += _fit_rows(rows, body, len(names), records, name)
    line_names = PlaceNames("line", np.frombuffer(records.lines, dtype=np.int64)[body].copy())
    cells = _transpose(rows, body, len(names))
    has_long_cells = records.has_long_cells
    rows.clear()
    columns, said = read_columns(TextColumns(name, names, cells, line_names, mapping.decimal, dialect.delimiter))
    problems += said + check_texts(columns, name, line_names)
    if has_long_cells:
        problems += find_swallowed_rows(columns, len(names), dialect.delimiter, line_names, name)
    return RawTable("table", tuple(columns), len(body), places=line_names, problems=tuple(problems))


def _transpose(rows: list[list[str]], body: list[int], width: int) -> list[list[Cell]]:
    """Columns of cells; an empty cell is None."""
    return [[rows[row][column] or None for row in body] for column in range(width)]


def _fit_rows(rows: list[list[str]], body: list[int], width: int, records: _Records, file: str) -> list[Problem]:
    """Fill short rows, cut empty ends; a row with more values than the header is refused with its line."""
    short: list[int] = []
    ended: list[int] = []
    for index in body:
        row = rows[index]
        if len(row) == width:
            continue
        if len(row) < width:
            short.append(index)
            rows[index] = row + [""] * (width - len(row))
        elif any(row[width:]):
            cause = f"{len(row)} values, but the header names {width} columns"
            hint = "Put quotation marks around a text that holds the separator, or remove the extra value."
            raise ReadError("damaged", file, f"line {records.lines[index]}", cause, hint)
        else:
            ended.append(index)
            rows[index] = row[:width]
    return _say_rows(
        records, file, short, "short_rows", "fewer values than the header has columns; read as missing"
    ) + _say_rows(records, file, ended, "extra_delimiter", "an extra separator at the end of the line, left out")


def _say_rows(records: _Records, file: str, found: list[int], code: str, text: str) -> list[Problem]:
    if not found:
        return []
    lines = ", ".join(str(records.lines[index]) for index in found[:MAX_LISTED])
    more = f" and {len(found) - MAX_LISTED:,} more" if len(found) > MAX_LISTED else ""
    place = f"line {records.lines[found[0]]}"
    return [Problem("warning", code, file, place, f"Line {lines}{more}: {text}.", "Check these lines in the file.")]


def _refuse_nul(text: str, file: str) -> None:
    position = text.find("\0")
    if position >= 0:
        line = len(re.findall(r"\r\n|\r|\n", text[:position])) + 1
        hint = "Export it again; if it is UTF-16, choose that encoding."
        raise ReadError("damaged", file, f"line {line}", "a NUL character (a zero byte) in the text", hint)


def _refuse_single_column(text: str, file: str) -> ReadError:
    if not text.strip():
        return ReadError("unreadable", file, "", "the file is empty: it holds no rows", "Export it again.")
    first = text.lstrip().splitlines()[0][:60]
    if '"' in text and text.count('"') % 2:
        line = text[: text.rfind('"')].count("\n") + 1
        return ReadError("damaged", file, f"line {line}", "a quotation mark is never closed", EXPORT_AGAIN)
    return ReadError("unreadable", file, "line 1", f"{NOT_A_TABLE} (it begins with {first!r})", EXPORT_AGAIN)
