"""Workbooks made for reading both ways, cell by cell and in bulk, and what must come out the same."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import numpy as np
import openpyxl
import pytest
import xlsxwriter

from tests.readers.samples import workbook
from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.readers import ReadError, large_sheet, sheet_values
from tradeoff_app.readers.catalogue import recognise
from tradeoff_app.readers.formats import workbook as workbook_format
from tradeoff_app.readers.reader import RawColumn, RawTable, stay_silent
from tradeoff_app.readers.source import Source

LARGE = 1 << 40
COUNT = 40
HEADER = ["id", "tier", "ok", "tokens", "score", "output"]


def read(path: Path, least: int, monkeypatch: pytest.MonkeyPatch) -> list[RawTable] | str:
    """The tables, or the refusal, of one of the two ways: in bulk from `least` bytes on."""
    monkeypatch.setattr(large_sheet, "LEAST_BYTES", least)
    monkeypatch.setattr(sheet_values, "LEAST_STRING_BYTES", least)
    source = Source(path)
    try:
        return list(recognise(source).read(source, ColumnMapping(), stay_silent))
    except ReadError as refusal:
        return refusal.sentence


def count_bulk(path: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    """How many sheets of the workbook are read in bulk."""
    taken = []

    def read_large_sheet(*arguments: Any) -> large_sheet.LargeGrid | None:
        taken.append(large_sheet.read_large_sheet(*arguments))
        return taken[-1]

    with monkeypatch.context() as patch:
        patch.setattr(workbook_format, "read_large_sheet", read_large_sheet)
        read(path, 0, patch)
    return sum(grid is not None for grid in taken)


def tell(column: RawColumn) -> tuple[object, ...]:
    """Everything that a column says; `repr` tells 1 from 1.0 and -0.0 from 0.0."""
    coded = column.coded
    facts = (column.is_typed, column.has_percent, column.currency, column.role, column.hint)
    numbers = None if column.numbers is None else repr(column.numbers.tolist())
    return column.name, repr([*column.cells]), column.texts(), coded.labels, coded.codes.tolist(), numbers, facts


def assert_equal(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both ways say the same of a workbook: tables, problems and places, or the refusal."""
    careful, bulk = read(path, LARGE, monkeypatch), read(path, 0, monkeypatch)
    if isinstance(careful, str) or isinstance(bulk, str):
        assert bulk == careful
        return
    assert len(bulk) == len(careful)
    for ours, theirs in zip(bulk, careful, strict=True):
        assert list(map(tell, ours.columns)) == list(map(tell, theirs.columns))
        assert ours.problems == theirs.problems
        assert (ours.rows, ours.run, ours.aliases) == (theirs.rows, theirs.run, theirs.aliases)
        assert ours.places is not None
        assert theirs.places is not None
        assert (ours.places.word, ours.places.numbers.tolist()) == (
            theirs.places.word,
            theirs.places.numbers.tolist(),
        )
        every = np.arange(ours.rows)[::-3]
        assert list(map(tell, ours.take(every).columns)) == list(map(tell, theirs.take(every).columns))


def plain_rows(count: int = COUNT) -> list[list[Any]]:
    return [
        [f"q{n:04}", f"tier {n % 3}", n % 2, n * 37 % 1000, n * 0.37, f"answer <{n}> & so on"] for n in range(count)
    ]


def sheet_xml(rows: Sequence[str]) -> str:
    return f"<worksheet><sheetData>{''.join(rows)}</sheetData></worksheet>"


def row_xml(number: int, cells: Sequence[str], attributes: str = "") -> str:
    """A row; PLACE in a cell becomes its place."""
    placed = (cell.replace("PLACE", f"{chr(65 + column)}{number}") for column, cell in enumerate(cells))
    return f'<row r="{number}"{attributes}>{"".join(placed)}</row>'


def inline(text: str) -> str:
    return f'<c r="PLACE" t="inlineStr"><is><t>{escape(text)}</t></is></c>'


def number(written: object) -> str:
    return f'<c r="PLACE"><v>{written}</v></c>'


def plain_xml(count: int = COUNT) -> list[str]:
    head = row_xml(1, [inline(name) for name in ("id", "tier", "score", "tokens")])
    cells = ([inline(f"q{n}"), inline(f"tier {n % 3}"), number(n * 0.37), number(n)] for n in range(count))
    return [head, *(row_xml(n, row) for n, row in enumerate(cells, 2))]


def write_parts(path: Path, sheet: str | bytes, strings: str | None = None, book: str | None = None) -> Path:
    """A workbook with these parts as they are."""
    given = {"xl/sharedStrings.xml": strings, "xl/workbook.xml": book}
    raw = {name: text for name, text in given.items() if text is not None}
    workbook(path, {"R": [["id"]]}, **{**raw, "xl/worksheets/sheet1.xml": "SHEET"})
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["xl/worksheets/sheet1.xml"] = sheet if isinstance(sheet, bytes) else sheet.encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


def by_xlsxwriter(path: Path, rows: Sequence[Sequence[Any]], **options: Any) -> Path:
    book = xlsxwriter.Workbook(path, options)
    sheet = book.add_worksheet("Results")
    day, share = book.add_format({"num_format": "yyyy-mm-dd"}), book.add_format({"num_format": "0.0%"})
    for place, row in enumerate(rows):
        sheet.write_row(place, 0, row)
        if place:
            sheet.write_number(place, len(row), 45_000 + place / 4, day)
            sheet.write_number(place, len(row) + 1, place / 100, share)
            sheet.write_formula(place, len(row) + 2, f'=IF(D{place + 1}<5,"a","b")', None, "a" if place % 2 else "b")
            sheet.write_boolean(place, len(row) + 3, place % 3 == 0)
            sheet.write_blank(place, len(row) + 4, None, share)
        else:
            sheet.write_row(0, len(row), ["day", "share", "formula", "truth", "nothing"])
    book.close()
    return path


def by_openpyxl(path: Path, rows: Sequence[Sequence[Any]], **options: Any) -> Path:
    book = openpyxl.Workbook(**options)
    sheet = book.create_sheet("Results", 0)
    for row in rows:
        sheet.append(list(row))
    book.save(path)
    return path
