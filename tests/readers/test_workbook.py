from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.readers.samples import workbook, write
from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.readers import inspect_files, preview_file, sheet_xml

ROWS: list[list[Any]] = [["id", "segment", "score"], ["007", "NA", 0.5], ["008", "None", 1]]


def preview(path: Path, **choices: object) -> dict[str, Any]:
    return preview_file(path, ColumnMapping.model_validate(choices))


def test_that_text_stays_text_and_numbers_stay_numbers(tmp_path: Path) -> None:
    shown = preview(workbook(tmp_path / "a.xlsx", {"Results": ROWS}))
    assert shown["head"][0] == {"id": "007", "segment": "NA", "score": 0.5}
    assert shown["warnings"] == []


def test_that_titles_blank_rows_and_summaries_are_no_results(tmp_path: Path) -> None:
    rows = [["Release 4.3"], [], *ROWS, [], ["Total", None, 1.5]]
    shown = preview(workbook(tmp_path / "a.xlsx", {"Results": rows}))
    assert shown["columns"] == ["id", "segment", "score"]
    assert shown["rows"] == 2
    assert "Total" in str(shown["warnings"])


def test_that_the_visible_sheet_with_results_is_read(tmp_path: Path) -> None:
    sheets = {"Secret": ROWS, "Notes": [["Owner: me"]], "Results": ROWS}
    path = workbook(tmp_path / "a.xlsx", sheets, hidden=["Secret"])
    shown = preview(path)
    assert shown["rows"] == 2
    assert "Secret" in str(shown["warnings"])
    assert preview(path, sheet="Secret")["rows"] == 2
    assert "'Nope'" in preview(path, sheet="Nope")["error"]


def test_that_uncalculated_formulas_and_error_values_are_named(tmp_path: Path) -> None:
    rows = [
        *ROWS,
        ["009", "x", "<c r='PLACE'><f>A1</f><v/></c>"],
        ["010", "x", "<c r='PLACE' t='e'><v>#DIV/0!</v></c>"],
    ]
    shown = preview(workbook(tmp_path / "a.xlsx", {"Results": rows}))
    assert [row["score"] for row in shown["head"]] == [0.5, 1, None, None]
    assert "C4" in str(shown["warnings"])
    assert "C5" in str(shown["warnings"])


def test_that_percent_and_date_formats_are_understood(tmp_path: Path) -> None:
    rows = [["id", "rate", "day"], ["q1", "<c r='PLACE' s='1'><v>0.05</v></c>", "<c r='PLACE' s='2'><v>46000</v></c>"]]
    assert preview(workbook(tmp_path / "a.xlsx", {"R": rows}))["head"] == [
        {"id": "q1", "rate": 0.05, "day": "2025-12-09"}
    ]


def test_that_a_far_cell_costs_nothing_and_is_named(tmp_path: Path) -> None:
    far = [None, None, None, "<c r='XFD1048576'><v>1</v></c>"]
    shown = preview(workbook(tmp_path / "a.xlsx", {"R": [*ROWS, far]}))
    assert shown["rows"] == 2
    assert "XFD1048576" in str(shown["warnings"])


def test_that_hidden_rows_are_read_and_said(tmp_path: Path) -> None:
    cells = "<c r='{0}{1}' t='inlineStr'><is><t>{2}</t></is></c>"
    first = cells.format("A", 1, "id") + cells.format("B", 1, "score")
    second = cells.format("A", 2, "q") + "<c r='B2'><v>1</v></c>"
    sheet = (
        f"<worksheet><sheetData><row r='1'>{first}</row><row r='2' hidden='1'>{second}</row></sheetData></worksheet>"
    )
    path = workbook(tmp_path / "a.xlsx", {"R": ROWS}, **{"xl/worksheets/sheet1.xml": sheet})
    shown = preview(path)
    assert shown["rows"] == 1
    assert "hidden" in str(shown["warnings"])


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"])
def test_that_a_dtd_is_refused_wherever_it_stands(tmp_path: Path, part: str) -> None:
    bomb = "<!DOCTYPE x [<!ENTITY a 'b'>]><worksheet>&a;</worksheet>"
    assert "DTD" in preview(workbook(tmp_path / "a.xlsx", {"R": ROWS}, **{part: bomb}))["error"]


def test_that_broken_workbooks_are_refused_by_name(tmp_path: Path) -> None:
    good = workbook(tmp_path / "a.xlsx", {"R": ROWS}).read_bytes()
    assert "damaged" in preview(write(tmp_path, "b.xlsx", good[:-60]))["error"]
    assert "HTML" in preview(write(tmp_path, "c.xlsx", "<html><table></table></html>"))["error"]
    assert "password" in preview(write(tmp_path, "d.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)))["error"]
    assert "0 rows" in preview(workbook(tmp_path / "e.xlsx", {"R": [["id", "score"]]}))["error"]


def test_that_sheets_with_equal_columns_are_arms(tmp_path: Path) -> None:
    after = [ROWS[0], ["007", "NA", 1], ["008", "None", 1]]
    document = inspect_files([workbook(tmp_path / "a.xlsx", {"After": after, "Before": ROWS})], ColumnMapping())
    assert document["arms"] == ["Before", "After"]
    assert document["units"]["in_both"] == 2
    assert document["metrics"]["score"]["before"]["mean"] == 0.75


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("<c r='PLACE'><v>1_000</v></c>", "is no number"),
        ("<c r='PLACE'><v>٣</v></c>", "is no number"),
        ("<c r='PLACE' t='b'><v>7</v></c>", "neither true nor false"),
        ("<c r='PLACE' t='s'><v>-1</v></c>", "a text that is not there"),
        ("<c r='PLACE' t='s'><v>abc</v></c>", "a text that is not there"),
        ("<c r='ZZZZ4'><v>1</v></c>", "is no place of a cell"),
        ("<c r='C3'><v>1</v></c>", "stands twice"),
    ],
)
def test_that_a_cell_that_excel_never_writes_is_refused_and_not_read_as_something_else(
    cell: str, said: str, tmp_path: Path
) -> None:
    strings = "<sst><si><t>first</t></si><si><t>last</t></si></sst>"
    path = workbook(tmp_path / "a.xlsx", {"R": [*ROWS, ["009", "x", cell]]}, **{"xl/sharedStrings.xml": strings})
    shown = preview(path)
    assert shown["outcome"] == "error"
    assert said in shown["error"]
    assert "sheet 'R'" in shown["error"]


@pytest.mark.parametrize("row", ["-5", "0", "x", "1_0"])
def test_that_a_row_number_that_is_none_is_refused(row: str, tmp_path: Path) -> None:
    sheet = f"<worksheet><sheetData><row r='{row}'><c><v>1</v></c></row></sheetData></worksheet>"
    shown = preview(workbook(tmp_path / "a.xlsx", {"R": ROWS}, **{"xl/worksheets/sheet1.xml": sheet}))
    assert f"'{row}' is no row number" in shown["error"]


def test_that_half_a_character_pair_stays_as_excel_escapes_it(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", {"R": [*ROWS, ["a_xD800_b_x0041_", "x", 2]]})
    assert preview(path)["tail"][-1]["id"] == "a_xD800_bA"


def test_that_cells_without_end_beyond_the_last_column_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheet_xml, "LAST_COLUMN", 10)
    monkeypatch.setattr(sheet_xml, "MOST_OUTSIDE", 20)
    sheet = f"<worksheet><sheetData><row>{'<c><v>1</v></c>' * 40}</row></sheetData></worksheet>"
    shown = preview(workbook(tmp_path / "a.xlsx", {"R": ROWS}, **{"xl/worksheets/sheet1.xml": sheet}))
    assert "more than 20 cells lie beyond" in shown["error"]


def test_that_a_row_of_nothing_but_error_values_is_named(tmp_path: Path) -> None:
    error = "<c r='PLACE' t='e'><v>#REF!</v></c>"
    endless = "<c r='PLACE'><v>NaN</v></c>"
    shown = preview(workbook(tmp_path / "a.xlsx", {"R": [*ROWS, [error, error, endless]]}))
    assert shown["rows"] == 2
    assert "3 cells (A4, B4, C4" in str(shown["warnings"])


@pytest.mark.parametrize(
    "cell", ["<c r='PLACE' t='s'><v>0</v></c>", "<c r='PLACE' t='inlineStr'><is><t>LONG</t></is></c>"]
)
def test_that_an_endless_text_is_refused_before_anything_looks_at_it(
    cell: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheet_xml, "MAX_CELL_CHARACTERS", 50)
    monkeypatch.setattr("tradeoff_app.readers.formats.workbook.find_header", lambda _: pytest.fail("looked at"))
    strings = f"<sst><si><t>{'x' * 60}</t></si></sst>"
    rows = [*ROWS, ["009", "x", cell.replace("LONG", "x" * 60)]]
    path = workbook(tmp_path / "a.xlsx", {"R": rows}, **{"xl/sharedStrings.xml": strings})
    assert "limit of 50" in preview(path)["error"]


def test_that_a_part_in_an_encoding_of_another_world_is_named(tmp_path: Path) -> None:
    sheet = "<?xml version='1.0' encoding='UTF-7'?><worksheet/>"
    shown = preview(workbook(tmp_path / "a.xlsx", {"R": ROWS}, **{"xl/worksheets/sheet1.xml": sheet}))
    assert "encoding that no workbook has" in shown["error"]
