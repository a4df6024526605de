from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.readers.sheets import (
    COUNT,
    HEADER,
    assert_equal,
    by_openpyxl,
    by_xlsxwriter,
    count_bulk,
    inline,
    number,
    plain_rows,
    plain_xml,
    read,
    row_xml,
    sheet_xml,
    write_parts,
)

Write = Callable[..., Path]


@pytest.mark.parametrize(
    ("write", "options"),
    [
        (by_xlsxwriter, {}),
        (by_xlsxwriter, {"constant_memory": True}),
        (by_openpyxl, {}),
        (by_openpyxl, {"write_only": True}),
    ],
)
def test_that_sheets_of_known_writers_are_read_in_bulk_and_come_out_the_same(
    write: Write, options: Mapping[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path / "a.xlsx", [HEADER, *plain_rows()], **options)
    assert count_bulk(path, monkeypatch) == 1
    assert_equal(path, monkeypatch)


def test_that_a_sheet_as_libreoffice_writes_it_is_read_in_bulk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = ' customFormat="false" ht="12.8" hidden="false" customHeight="false" outlineLevel="0" collapsed="false"'
    names = ["id", "score", "twice", "ok"]
    rows = [row_xml(1, [f'<c r="PLACE" s="0" t="s"><v>{n}</v></c>' for n in range(4)], said)]
    for row in range(2, COUNT):
        cells = [
            f'<c r="PLACE" s="0" t="s"><v>{row + 2}</v></c>',
            f'<c r="PLACE" s="1" t="n"><v>{row / 8}</v></c>',
            f'<c r="PLACE" s="0" t="n"><f aca="false">B{row}*2</f><v>{row / 4}</v></c>',
            f'<c r="PLACE" s="0" t="b"><f aca="false">TRUE()</f><v>{row % 2}</v></c>',
        ]
        rows.append(row_xml(row, cells, said))
    texts = "".join(f'<si><t xml:space="preserve">{text}</t></si>' for text in [*names, *map(str, range(COUNT + 2))])
    path = write_parts(tmp_path / "a.xlsx", sheet_xml(rows), f"<sst>{texts}</sst>")
    assert count_bulk(path, monkeypatch) == 1
    assert_equal(path, monkeypatch)


EXCEL_HEAD = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:mc="m" xmlns:xr="x" '
    'mc:Ignorable="x14ac xr" xmlns:x14ac="a" xr:uid="{00000000-0001-0000-0000-000000000000}"><sheetPr filterMode="1"/>'
    '<dimension ref="A1:D40"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="1" '
    'topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/></sheetView></sheetViews>'
    '<sheetFormatPr defaultRowHeight="15" x14ac:dyDescent="0.25"/><cols><col min="1" max="1" width="9"/></cols>'
    "<sheetData>"
)
EXCEL_TAIL = (
    '<row r="90" spans="1:4" s="1" customFormat="1" ht="30" x14ac:dyDescent="0.25"/></sheetData>'
    '<autoFilter ref="A1:D40"><filterColumn colId="1"/></autoFilter><mergeCells count="1"><mergeCell ref="F1:G1"/>'
    '</mergeCells><conditionalFormatting sqref="C2:C40"><cfRule type="cellIs" dxfId="0" priority="1" '
    'operator="lessThan"><formula>0.5</formula></cfRule></conditionalFormatting><dataValidations count="1">'
    '<dataValidation type="list" sqref="B2"><formula1>"a,b"</formula1></dataValidation></dataValidations>'
    '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>'
    '<extLst><ext uri="{7}"><x14:cfRule xmlns:x14="y"><xm:f xmlns:xm="z">Sheet1!$A$1</xm:f></x14:cfRule></ext></extLst>'
    "</worksheet>"
)


def test_that_a_filtered_sheet_as_excel_writes_it_is_read_in_bulk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = ["id", "tier", "score", "twice"]
    rows = [row_xml(1, [f'<c r="PLACE" s="1" t="s"><v>{n}</v></c>' for n in range(4)], ' spans="1:4" ht="30"')]
    for row in range(2, COUNT):
        formula = f'<f t="shared" ref="D2:D{COUNT}" si="0">C2*2</f>' if row == 2 else '<f t="shared" si="0"/>'
        cells = [
            f'<c r="PLACE" s="{row % 2}" t="s"><v>{row + 2}</v></c>',
            f'<c r="PLACE" t="s"><v>{4 + row % 3}</v></c>',
            '<c r="PLACE" s="1"/>' if row % 9 == 4 else f'<c r="PLACE" s="1"><v>{row / 7!r}</v></c>',
            f'<c r="PLACE">{formula}<v>{row / 3.5!r}</v></c>',
        ]
        hidden = ' hidden="1"' if row in {7, 8} else ""
        rows.append(row_xml(row, cells, f' spans="1:4"{hidden} x14ac:dyDescent="0.25"'))
    texts = "".join(f"<si><t>{text}</t></si>" for text in [*names, *map(str, range(COUNT + 2))])
    path = write_parts(tmp_path / "a.xlsx", EXCEL_HEAD + "".join(rows) + EXCEL_TAIL, f"<sst>{texts}</sst>")
    assert count_bulk(path, monkeypatch) == 1
    assert_equal(path, monkeypatch)
    found = read(path, 0, monkeypatch)
    assert not isinstance(found, str)
    assert "2 rows are hidden in Excel (row 7, 8)" in str(found[0].problems)


def test_that_a_sheet_with_line_ends_between_its_rows_is_read_in_bulk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = sheet_xml(plain_xml()).replace("<row ", "\n<row ").replace('"><c r="A', '">\r\n<c r="A')
    path = write_parts(tmp_path / "a.xlsx", sheet.replace("</sheetData>", "\n</sheetData>\n"))
    assert count_bulk(path, monkeypatch) == 1
    assert_equal(path, monkeypatch)


def replace_row(rows: list[str], place: int, row: str) -> str:
    return sheet_xml([*rows[:place], row, *rows[place + 1 :]])


ODD_CELLS = [
    '<c r="PLACE" t="e"><v>#DIV/0!</v></c>',
    '<c r="PLACE"><f>A1</f><v/></c>',
    '<c r="PLACE"><f>A1</f></c>',
    '<c r="PLACE" t="str"><f>A1</f><v></v></c>',
    '<c r="PLACE"><v>NaN</v></c>',
    '<c r="PLACE"><v>1e999</v></c>',
    '<c r="PLACE"><v>1_0</v></c>',
    '<c r="PLACE"><v>1e12345</v></c>',
    '<c r="PLACE"><v>--1</v></c>',
    '<c r="PLACE"><v>007</v></c>',
    '<c r="PLACE"><v>0000000000000000001</v></c>',
    '<c r="PLACE"><v>-0</v></c>',
    '<c r="PLACE"><v>-0.0</v></c>',
    '<c r="PLACE"><v>+5</v></c>',
    '<c r="PLACE"><v> 5 </v></c>',
    '<c r="PLACE"><v>.5</v></c>',
    '<c r="PLACE"><v>5.</v></c>',
    '<c r="PLACE"><v>9007199254740993</v></c>',
    '<c r="PLACE"><v>999999999999999</v></c>',
    '<c r="PLACE"><v>1000000000000000</v></c>',
    '<c r="PLACE"><v>1E-3</v></c>',
    '<c r="PLACE"><v>0.30000000000000004</v></c>',
    '<c r="PLACE" t="b"><v>1</v></c>',
    '<c r="PLACE" t="b"><v>7</v></c>',
    '<c r="PLACE" t="d"><v>2026-01-01</v></c>',
    '<c r="PLACE" s="2"><v>46000</v></c>',
    '<c r="PLACE" s="2"><v>1e300</v></c>',
    '<c r="PLACE" s="1"/>',
    '<c r="PLACE" s="1" t="n"></c>',
    '<c r="PLACE" s="x"><v>1</v></c>',
    '<c r="PLACE" t="s"><v>0</v></c>',
    '<c r="PLACE" t="n" t="s"><v>0</v></c>',
    '<c r="A3"><v>1</v></c>',
    '<c r="A99"><v>1</v></c>',
    '<c r="XFD9"><v>1</v></c>',
    '<c r="ZZZ9"><v>1</v></c>',
    '<c r="PLACE" t="inlineStr"><is><t>a&#10;b</t></is></c>',
    '<c r="PLACE" t="inlineStr"><is><t>a\r\nb</t></is></c>',
    '<c r="PLACE" t="inlineStr"><is><t>a&amp;lt;&lt;&quot;&apos;&gt;</t></is></c>',
    '<c r="PLACE" t="inlineStr"><is><t>a&nbsp;b</t></is></c>',
    '<c r="PLACE" t="inlineStr"><is><t>a & b</t></is></c>',
    '<c r="PLACE" t="inlineStr"><is><t>a]]>b</t></is></c>',
    '<c r="PLACE" t="inlineStr"><is><t>a\x01b</t></is></c>',
    '<c r="PLACE" t="inlineStr"><is><t>a\ufffeb</t></is></c>',
    '<c r="PLACE" t="inlineStr"><is><t>a\x7f\u200bb\tc\nd</t></is></c>',
    '<c r="PLACE" t="inlineStr"><is><t>_x0041_ _xD800_</t></is></c>',
    '<c r="PLACE" t="inlineStr"><is><t xml:space="preserve"> é 漢 😀 </t></is></c>',
    '<c r="PLACE" t="inlineStr"><is><t></t></is></c>',
    '<c r="PLACE" t="inlineStr"><is><t/></is></c>',
    '<c r="PLACE" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r><rPh><t>c</t></rPh></is></c>',
    '<c r="PLACE" t="inlineStr"><is><t><![CDATA[a<b]]></t></is></c>',
    '<c r="PLACE" t="str"><f t="shared" ref="A1:A9" si="0">A1&amp;"x"</f><v>x</v></c>',
    '<c r="PLACE"><f t="shared" si="0"/><v>4</v></c>',
    '<c r="PLACE"><f>A1&B1</f><v>4</v></c>',
    '<c r="PLACE"><!-- a remark --><v>4</v></c>',
    "<c r='PLACE'><v>4</v></c>",
    "<c><v>4</v></c>",
    '<c r="place"><v>4</v></c>',
    "",
]


@pytest.mark.parametrize("column", [0, 2, 3])
@pytest.mark.parametrize("cell", ODD_CELLS)
def test_that_one_odd_cell_gives_the_same_table_or_refusal(
    cell: str, column: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cells = [inline("q7"), inline("tier 1"), number("0.5"), number("7")]
    cells[column] = cell
    assert_equal(write_parts(tmp_path / "a.xlsx", replace_row(plain_xml(), 8, row_xml(9, cells))), monkeypatch)


@pytest.mark.parametrize("column", [0, 2, 3])
@pytest.mark.parametrize("cell", ODD_CELLS)
def test_that_a_column_of_odd_cells_gives_the_same_table_or_refusal(
    cell: str, column: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = plain_xml()
    for place in range(1, len(rows), 2):
        cells = [inline("q7"), inline("tier 1"), number("0.5"), number("7")]
        cells[column] = cell
        rows[place] = row_xml(place + 1, cells)
    assert_equal(write_parts(tmp_path / "a.xlsx", sheet_xml(rows)), monkeypatch)


ODD_ROWS = [
    '<row r="9" hidden="1"><c r="A9"><v>1</v></c></row>',
    '<row r="9" hidden="0"><c r="A9"><v>1</v></c></row>',
    '<row r="9" ht="12" ht="13"><c r="D9"><v>1</v></c></row>',
    '<row r="9" note="a&lt;b"><c r="D9"><v>1</v></c></row>',
    '<row r="9" note="é"><c r="D9"><v>1</v></c></row>',
    '<row r="9"/>',
    '<row r="9"></row>',
    '<row><c r="A9"><v>1</v></c></row>',
    "<row><c><v>1</v></c></row>",
    '<row r="8"><c r="A8"><v>1</v></c></row>',
    '<row r="8"><c r="E8"><v>1</v></c></row>',
    '<row r="7"><c r="D7"><v>1</v></c></row>',
    '<row r="90"><c r="D90"><v>1</v></c></row>',
    '<row r="09"><c r="D9"><v>1</v></c></row>',
    '<row r="1048577"><c r="D1048577"><v>1</v></c></row>',
    '<row r="9"><c r="D9"><v>1</v></c><c r="C9"><v>1</v></c></row>',
    '<row r="9"><c r="D9"><v>1</v></c><c r="D9"><v>1</v></c></row>',
    '<row r="9"><c r="D10"><v>1</v></c></row>',
    '<row r="9"><!-- </row><row r="9"> --><c r="D9"><v>1</v></c></row>',
    '<row r="9"><!-- </row><row r="10"><c r="D10"><v>5</v></c></row><row r="11"> --></row>',
    '<row r="9"><row r="10"><c r="D10"><v>5</v></c></row></row>',
    '<row r="9"><c r="D9"><v>1</v></row>',
    '<row r="9">words<c r="D9"><v>1</v></c></row>',
    '\n<row r="9"><c r="D9"><v>1</v></c></row>\n',
    '</sheetData><sheetData><row r="9"><c r="D9"><v>1</v></c></row>',
    '<?word </row><row r="9"><c r="D9"><v>1</v></c></row>?>',
    '<row r="9"><c r="A9" t="inlineStr"><is><t>Total</t></is></c></row>',
]


@pytest.mark.parametrize("place", [1, 8, COUNT])
@pytest.mark.parametrize("row", ODD_ROWS)
def test_that_one_odd_row_gives_the_same_table_or_refusal(
    row: str, place: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for odd in (row, row.replace("9", str(place + 1))):
        assert_equal(write_parts(tmp_path / "a.xlsx", replace_row(plain_xml(), place, odd)), monkeypatch)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<worksheet>", '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="a" xmlns:r="b">'),
        ("<worksheet>", "<?xml version='1.0' encoding='utf-8'?><worksheet>"),
        ("<worksheet>", "\ufeff<worksheet>"),
        ("<worksheet>", '<?xml version="1.0" encoding="latin-1"?><worksheet>'),
        ("<worksheet>", '<!DOCTYPE x [<!ENTITY a "b">]><worksheet>'),
        ("<worksheet>", "<worksheet><!-- a remark -->"),
        ("<worksheet>", "<worksheet><c>"),
        ("<worksheet>", "<worksheet><rPh>"),
        ("</worksheet>", "</rPh></worksheet>"),
        ("<sheetData>", "<rPh><sheetData>"),
        ("<sheetData>", '<sheetViews><sheetView/></sheetViews><cols><col min="1" max="2"/></cols><sheetData>'),
        ("<sheetData>", "<sheetData >"),
        ("<sheetData>", "<sheetData>\n"),
        ("</sheetData>", '</sheetData><mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>'),
        ("</sheetData>", '<row r="99" ht="12"/><row r="100"/></sheetData>'),
        ("</sheetData>", '<row r="99" hidden="1"/><row/></sheetData>'),
        ("</sheetData>", '</sheetData><sheetData><row r="70"><c r="A70"><v>1</v></c></row></sheetData>'),
        ("</sheetData>", "</sheetData></worksheet><worksheet>"),
        ("</worksheet>", ""),
        ("</worksheet>", "</worksheet>words"),
        ("</row>", "</row>\n"),
        ("</row>", "</row> \r\n\t"),
        ("</row>", "</row>\x0b"),
        ("</row>", "</row>\n<!-- a remark -->\n"),
        ("<row ", "<x:row "),
        ("<c ", "<x:c "),
        (' r="A', ' r="D'),
        (' t="inlineStr"', ' s="1" t="inlineStr"'),
        ("<row r=", '<row spans="1:4" r='),
        ("<v>", "<v >"),
    ],
)
def test_that_an_odd_frame_gives_the_same_table_or_refusal(
    old: str, new: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert_equal(write_parts(tmp_path / "a.xlsx", sheet_xml(plain_xml()).replace(old, new)), monkeypatch)


def test_that_bytes_that_are_no_text_are_refused_alike(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sheet = sheet_xml(plain_xml()).encode().replace(b"q9<", b"q\xff<")
    assert_equal(write_parts(tmp_path / "a.xlsx", sheet), monkeypatch)
    assert isinstance(read(tmp_path / "a.xlsx", 0, monkeypatch), str)


STRINGS = ["id", "tier", "score", "a", "b", "", "a", "_x0041_", "&lt;", "&amp;amp;", " x ", "5 %", "0.5", "é"]


@pytest.mark.parametrize(
    "item",
    [
        "<si><t>plain</t></si>",
        "<si><t></t></si>",
        "<si><t/></si>",
        "<si/>",
        "<si><r><t>rich</t></r><r><t> text</t></r></si>",
        "<si><t>word</t><rPh><t>sound</t></rPh></si>",
        "<si><t>a&#10;b</t></si>",
        "<si><t>a & b</t></si>",
        "<si><!-- </si><si><t>x</t></si> --><t>y</t></si>",
        "\n<si><t>spaced</t></si>\n",
    ],
)
@pytest.mark.parametrize("place", [0, 4, len(STRINGS)])
def test_that_shared_texts_are_the_same(item: str, place: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    items = [f"<si><t>{text}</t></si>" for text in STRINGS]
    strings = "".join([*items[:place], item, *items[place:]])
    shared = '<c r="PLACE" t="s"><v>{}</v></c>'
    rows = [row_xml(1, [shared.format(n) for n in range(3)])]
    rows += [row_xml(n, [shared.format(n % len(STRINGS)), shared.format(n % 7), number(n)]) for n in range(2, COUNT)]
    path = write_parts(tmp_path / "a.xlsx", sheet_xml(rows), f'<?xml version="1.0"?><sst count="1">{strings}</sst>')
    assert_equal(path, monkeypatch)


def test_that_a_number_of_a_text_that_is_not_there_is_refused_alike(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = plain_xml()
    rows[5:] = [row_xml(n, ['<c r="PLACE" t="s"><v>2</v></c>', inline("x"), number(1)]) for n in range(6, COUNT)]
    path = write_parts(tmp_path / "a.xlsx", sheet_xml(rows), "<sst><si><t>a</t></si><si><t>b</t></si></sst>")
    assert_equal(path, monkeypatch)
    assert "a text that is not there" in str(read(path, 0, monkeypatch))


def test_that_an_endless_text_is_refused_alike(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("sheet_xml", "sheet_values"):
        monkeypatch.setattr(f"tradeoff_app.readers.{module}.MAX_CELL_CHARACTERS", 50)
    path = write_parts(tmp_path / "a.xlsx", sheet_xml(plain_xml()).replace("tier 2", "tier" * 20))
    assert_equal(path, monkeypatch)
    assert "limit of 50" in str(read(path, 0, monkeypatch))


@pytest.mark.parametrize(
    ("modules", "limit"),
    [
        (("sheet_xml", "sheet_pattern"), "MAX_CELLS"),
        (("sheet_xml", "sheet_values"), "MAX_SHARED_STRINGS"),
        (("table_block",), "MAX_ROWS"),
    ],
)
def test_that_limits_hold_in_bulk(
    modules: Sequence[str], limit: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in modules:
        monkeypatch.setattr(f"tradeoff_app.readers.{module}.{limit}", 20)
    path = by_xlsxwriter(tmp_path / "a.xlsx", [HEADER, *plain_rows()])
    assert_equal(path, monkeypatch)
    assert "limit of 20" in str(read(path, 0, monkeypatch))


@pytest.mark.parametrize("starts_1904", ["0", "1"])
def test_that_moments_are_written_alike(starts_1904: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chance = np.random.default_rng(7)
    serials = [*(chance.random(300) * 90_000).tolist(), *range(40_000, 40_040), *np.nextafter(range(1, 60), 0).tolist()]
    serials += [n + second / 86_400 for n in (1, 45_000) for second in range(0, 86_400, 997)]
    rows = [row_xml(1, [inline("id"), inline("day"), inline("score")])]
    for row, serial in enumerate(serials, 2):
        rows.append(row_xml(row, [inline(f"q{row}"), f'<c r="PLACE" s="2"><v>{serial!r}</v></c>', number(row)]))
    book = "<sheets><sheet name='R' sheetId='1' r:id='rId1'/></sheets></workbook>"
    path = write_parts(
        tmp_path / "a.xlsx",
        sheet_xml(rows),
        book=f"<workbook xmlns:r='r'><workbookPr date1904='{starts_1904}'/>{book}",
    )
    assert count_bulk(path, monkeypatch) == 1
    assert_equal(path, monkeypatch)


@pytest.mark.parametrize("least", [0.2, 2_958_000])
def test_that_hours_and_days_outside_the_calendar_are_written_alike(
    least: float, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [row_xml(1, [inline("id"), inline("day")])]
    rows += [row_xml(n, [inline(f"q{n}"), f'<c r="PLACE" s="2"><v>{least + n * 37 / 2}</v></c>']) for n in range(2, 90)]
    path = write_parts(tmp_path / "a.xlsx", sheet_xml(rows))
    assert count_bulk(path, monkeypatch) == 1
    assert_equal(path, monkeypatch)
