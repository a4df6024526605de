"""Excel workbooks (XLSX): the visible sheet that holds results, with every hidden, stray or uncalculated cell named."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from tradeoff_app.analysis.observations import IntArray, Problem
from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.readers.archive import Archive
from tradeoff_app.readers.header_rows import SEARCHED_ROWS, count_filled, find_header, join_header_rows
from tradeoff_app.readers.large_sheet import read_large_sheet
from tradeoff_app.readers.limits import MAX_LISTED, MAX_SHARED_STRING_BYTES
from tradeoff_app.readers.reader import FileSample, PlaceNames, Progress, RawTable
from tradeoff_app.readers.records import type_columns
from tradeoff_app.readers.refusal import ReadError
from tradeoff_app.readers.sheet_grid import DenseGrid, Grid
from tradeoff_app.readers.sheet_values import SharedStrings, ValueReader, read_strings
from tradeoff_app.readers.sheet_xml import SheetParser, SparseSheet, Styles, name_column, read_elements, read_styles
from tradeoff_app.readers.side_tables import find_results
from tradeoff_app.readers.source import Source
from tradeoff_app.readers.table_block import (
    check_size,
    drop_rows_below_header,
    drop_second_table,
    drop_summary_rows,
    name_columns,
)
from tradeoff_app.readers.text_checks import check_texts

BOOK = "xl/workbook.xml"
COLUMN_GAP = 3
ROW_GAP = 20
LARGE_SHARE = 0.1
"""Rows beyond a gap are part of the table where they hold at least this share of its cells."""
HINT = "Choose the sheet that holds the results, or export it as CSV."


@dataclass(frozen=True)
class Sheet:
    """One sheet of the workbook by name, where its part lies, and whether Excel shows it."""

    name: str
    part: str
    is_hidden: bool


class Workbook:
    """XLSX and XLSM as Excel, LibreOffice and scripts write them."""

    id = "xlsx"
    label = "Excel workbook"

    def recognise(self, sample: FileSample) -> float:
        """A ZIP with a workbook part."""
        return 1.0 if sample.members is not None and BOOK in sample.members else 0.0

    def read(self, source: Source, mapping: ColumnMapping, progress: Progress) -> Sequence[RawTable]:
        """The results sheet, or several sheets with the same columns as several runs; raises ReadError."""
        with source.archive() as archive:
            sheets, starts_1904 = _list_sheets(archive)
            strings = SharedStrings(_read_strings(archive))
            values = ValueReader(strings, _read_styles(archive, starts_1904=starts_1904))
            chosen = _choose(sheets, mapping.sheet, source.name)
            tables: list[RawTable] = []
            for number, sheet in enumerate(chosen):
                progress(0.1 + 0.8 * number / len(chosen), f"{source.name}: {sheet.name}")
                table = _read_sheet(archive, sheet, values)
                if table is not None:
                    tables.append(table)
        return _keep_results(tables, sheets, mapping.sheet, source.name)


def sheet_names(source: Source) -> list[str]:
    """The names of all sheets in the workbook's order; raises ReadError."""
    with source.archive() as archive:
        return [sheet.name for sheet in _list_sheets(archive)[0]]


def _list_sheets(archive: Archive) -> tuple[list[Sheet], bool]:
    book = archive.read(BOOK)
    properties = read_elements(book, archive.name, BOOK, "workbookPr")
    starts_1904 = bool(properties) and properties[0].get("date1904") in {"1", "true"}
    relations = "xl/_rels/workbook.xml.rels"
    targets: dict[str, str] = {}
    if archive.has(relations):
        for found in read_elements(archive.read(relations), archive.name, relations, "Relationship"):
            target = found.get("Target", "")
            targets[found.get("Id", "")] = (
                target.lstrip("/") if target.startswith("/") else posixpath.join("xl", target)
            )
    sheets = []
    for found in read_elements(book, archive.name, BOOK, "sheet"):
        part = posixpath.normpath(targets.get(found.get("id", ""), ""))
        if archive.has(part) and "worksheets" in part:
            sheets.append(Sheet(found.get("name", part), part, found.get("state", "visible") != "visible"))
    if not sheets:
        raise ReadError("damaged", archive.name, BOOK, "the workbook has no sheet that can be found", HINT)
    return sheets, starts_1904


def _read_strings(archive: Archive) -> list[str]:
    part = "xl/sharedStrings.xml"
    if not archive.has(part):
        return []
    return read_strings(archive.read(part, MAX_SHARED_STRING_BYTES), archive.name, part)


def _read_styles(archive: Archive, *, starts_1904: bool) -> Styles:
    part = "xl/styles.xml"
    if not archive.has(part):
        return Styles(starts_1904=starts_1904)
    return read_styles(archive.read(part), archive.name, part, starts_1904=starts_1904)


def _choose(sheets: Sequence[Sheet], wanted: str | None, file: str) -> list[Sheet]:
    if wanted is not None:
        named = [sheet for sheet in sheets if sheet.name == wanted]
        if not named:
            shown = ", ".join(repr(sheet.name) for sheet in sheets)
            raise ReadError("unreadable", file, "", f"there is no sheet called {wanted!r}", f"The sheets are {shown}.")
        return named
    return [sheet for sheet in sheets if not sheet.is_hidden] or list(sheets)


def _read_sheet(archive: Archive, sheet: Sheet, values: ValueReader) -> RawTable | None:
    """The table on a sheet; None where it holds none."""
    data, problems = archive.read(sheet.part), []
    grid: Grid | None = read_large_sheet(data, _parser(archive, sheet, values), values, 1, ROW_GAP)
    if grid is None:
        found = _parser(archive, sheet, values).parse(data)
        problems = _drop_strays(found, archive.name, sheet.name)
        grid = _make_grid(found, archive.name)
    header = None if grid is None else find_header(grid.rows[: 20 * SEARCHED_ROWS])
    return None if grid is None or header is None else _make_table(archive.name, sheet, grid, header, problems)


def _parser(archive: Archive, sheet: Sheet, values: ValueReader) -> SheetParser:
    return SheetParser(archive.name, f"sheet {sheet.name!r}", values.strings.texts, values.styles)


def _make_grid(found: SparseSheet, file: str) -> Grid | None:
    """The filled part; None where nothing is filled."""
    if not found.cells:
        return None
    first = min(min(row) for row in found.cells.values())
    last = max(max(row) for row in found.cells.values())
    numbers = sorted(found.cells)
    check_size(len(numbers), last - first + 1, file)
    rows = [[found.cells[number].get(column) for column in range(first, last + 1)] for number in numbers]
    return DenseGrid(rows, numbers, first, found)


def _make_table(file: str, sheet: Sheet, grid: Grid, top: int, problems: list[Problem]) -> RawTable | None:
    """The table below the header, which is the row of index `top`; None where no row of results is left."""

    def name_place(row: int) -> str:
        return f"sheet {sheet.name!r}, row {grid.numbers[row]}"

    if isinstance(grid, DenseGrid):
        grid, beside = _keep_main_table(grid, top, file, name_place)
        problems += beside
    joined = join_header_rows(grid.rows, top)
    header = joined or grid.rows[top]
    names, said = name_columns(header, file, name_place(top))
    problems += said
    body = list(range(top + (1 if joined is None else 2), len(grid.rows)))
    body, below = drop_rows_below_header(grid.rows, body, file, name_place)
    body, second = drop_second_table(grid.rows, body, grid.numbers, file, name_place)
    body, dropped = drop_summary_rows(grid.rows, body, file, name_place)
    problems += below + second + dropped
    if not body:
        return None
    numbers = np.array([grid.numbers[row] for row in body], dtype=np.int64)
    places = PlaceNames(f"sheet {sheet.name!r}, row", numbers)
    cells = zip(names, header, grid.columns(body)[: len(names)], strict=True)
    kept = {name: column for name, title, column in cells if title is not None or any(column)}
    columns, typed = type_columns(kept, file, places)
    problems += typed + check_texts(columns, file, places)
    problems += _say_cells(file, sheet, grid, names, top, numbers)
    return RawTable("xlsx", tuple(columns), len(body), sheet.name, (), None, places, tuple(problems))


def _keep_main_table(
    grid: DenseGrid, top: int, file: str, name_place: Callable[[int], str]
) -> tuple[DenseGrid, list[Problem]]:
    """The grid without tables beside the results and without rows that held nothing else; all rows above stay."""
    columns, said = find_results(grid.rows, top, file, name_place)
    if columns is None:
        return grid, []
    rows = [row[columns.start : columns.stop] for row in grid.rows]
    kept = [row for row, cells in enumerate(rows) if row <= top or count_filled(cells)]
    numbers = [grid.numbers[row] for row in kept]
    return DenseGrid([rows[row] for row in kept], numbers, grid.first_column + columns.start, grid.found), said


def _say_cells(file: str, sheet: Sheet, grid: Grid, names: Sequence[str], top: int, numbers: IntArray) -> list[Problem]:
    """Formulas that were never calculated, error values, and rows that Excel hides."""
    found = grid.found
    if not (found.uncalculated or found.errors or found.hidden_rows):
        return []
    rows = set(numbers.tolist())
    left_out, header = set(grid.numbers) - rows, grid.numbers[top]

    def list_cells(cells: Iterable[tuple[int, int]]) -> tuple[str, str, int]:
        inside = [(row, column) for row, column in cells if row > header and row not in left_out]
        shown = ", ".join(f"{name_column(column)}{row}" for row, column in inside[:MAX_LISTED])
        headed = {
            names[column - grid.first_column] for _, column in inside if 0 <= column - grid.first_column < len(names)
        }
        return shown, ", ".join(sorted(headed)[:MAX_LISTED]), len(inside)

    problems: list[Problem] = []
    shown, headed, count = list_cells(found.uncalculated)
    if count:
        text = (
            f"{count:,} formula cells ({shown}; column {headed}) have no saved value: not calculated, read as missing."
        )
        hint = "Open the workbook in Excel, let it calculate, and save it."
        problems.append(Problem("warning", "uncalculated_formula", file, f"sheet {sheet.name!r}", text, hint))
    shown, headed, count = list_cells(found.errors)
    if count:
        text = f"{count:,} cells ({shown}; column {headed}) hold an error value such as #DIV/0!; read as missing."
        problems.append(Problem("warning", "error_cells", file, f"sheet {sheet.name!r}", text, "Mend the formulas."))
    hidden = [row for row in found.hidden_rows if row in rows]
    if hidden:
        listed = ", ".join(str(row) for row in hidden[:MAX_LISTED])
        text = f"{len(hidden):,} rows are hidden in Excel (row {listed}); they were read like the others."
        problems.append(
            Problem("warning", "hidden_rows", file, f"sheet {sheet.name!r}", text, "Delete them if they don't count.")
        )
    return problems


def _drop_strays(found: SparseSheet, file: str, sheet: str) -> list[Problem]:
    """Leave out cells far away from the table, by columns first, then by rows; they are named."""
    strays = list(found.outside)
    used = sorted({column for row in found.cells.values() for column in row})
    weights = dict.fromkeys(used, 0)
    for row in found.cells.values():
        for column in row:
            weights[column] += 1
    kept = _main_group(used, weights, COLUMN_GAP)
    for number, row in found.cells.items():
        strays += [f"{name_column(column)}{number}" for column in row if column not in kept]
    cells = {
        number: {column: cell for column, cell in row.items() if column in kept} for number, row in found.cells.items()
    }
    cells = {number: row for number, row in cells.items() if row}
    near = _main_group(sorted(cells), {number: len(row) for number, row in cells.items()}, ROW_GAP, keeps_large=True)
    strays += [f"{name_column(min(row))}{number}" for number, row in cells.items() if number not in near]
    found.cells = {number: row for number, row in cells.items() if number in near}
    if not strays:
        return []
    shown = ", ".join(strays[:MAX_LISTED])
    text = f"{len(strays):,} cells stand far away from the table ({shown}) and were left out."
    return [Problem("warning", "stray_cells", file, f"sheet {sheet!r}", text, "Delete them if they mean nothing.")]


def _main_group(positions: Sequence[int], weights: dict[int, int], gap: int, *, keeps_large: bool = False) -> set[int]:
    """The positions of the heaviest group, where groups are `gap` or more empty positions apart; or of all large ones:
    a long table may have a wide gap in it."""
    groups: list[list[int]] = []
    for position in positions:
        if groups and position - groups[-1][-1] <= gap:
            groups[-1].append(position)
        else:
            groups.append([position])
    loads = [sum(weights[position] for position in group) for group in groups]
    least = max(loads, default=0) * (LARGE_SHARE if keeps_large else 1.0)
    large = [group for group, load in zip(groups, loads, strict=True) if load >= least]
    return {position for group in (large if keeps_large else large[:1]) for position in group}


def _keep_results(tables: list[RawTable], sheets: Sequence[Sheet], wanted: str | None, file: str) -> list[RawTable]:
    """The largest table and the sheets that share its columns; the other sheets are named."""
    if not tables:
        raise ReadError("unreadable", file, "", "no sheet holds a table with a header and rows (0 rows)", HINT)
    best = max(tables, key=lambda table: table.rows * len(table.columns))
    names = [column.name for column in best.columns]
    kept = [table for table in tables if [column.name for column in table.columns] == names]
    runs = {table.run for table in kept}
    hidden = [sheet.name for sheet in sheets if sheet.is_hidden and sheet.name not in runs]
    others = [sheet.name for sheet in sheets if not sheet.is_hidden and sheet.name not in runs]
    problems: list[Problem] = []
    if hidden and wanted is None:
        text = f"Hidden sheets were not read: {', '.join(map(repr, hidden[:MAX_LISTED]))}."
        problems.append(
            Problem("warning", "hidden_sheets", file, "", text, "Choose the sheet if it holds the results.")
        )
    if others and wanted is None:
        text = f"The results were read from {best.run!r}; other sheets: {', '.join(map(repr, others[:MAX_LISTED]))}."
        problems.append(Problem("info", "other_sheets", file, "", text, HINT))
    if len(kept) == 1:
        kept = [replace(kept[0], run=None, aliases=(kept[0].run or "",))]
    return [replace(kept[0], problems=(*kept[0].problems, *problems)), *kept[1:]]
