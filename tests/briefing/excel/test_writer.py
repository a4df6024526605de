"""The workbook: live formulas with their values, the page's numbers, texts that never act, inputs found by name."""

from __future__ import annotations

import base64
import io
import math
import shutil
import subprocess
import zlib
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.briefing import cases
from tradeoff_app.analysis.outcome import evaluate
from tradeoff_app.briefing.assemble import assemble
from tradeoff_app.briefing.blocks import Row
from tradeoff_app.briefing.excel.number_formats import money, price
from tradeoff_app.briefing.excel.writer import write
from tradeoff_app.wording.rounding import round_to_figures

SHEETS = ["Read me", "Decide", "Effects", "Gates", "Accepted", "Scenario file"]


@cache
def _bytes(case: str = "support") -> bytes:
    project, evidence, outcome = cases.CASES[case]()
    return write(cases.document(case), project, outcome, evidence)


def _book(data: bytes, *, values: bool = True) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data), data_only=values)


def _texts(book: Any) -> list[str]:
    return [cell.value for sheet in book for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]


def _find(sheet: Any, label: str, column: int = 2) -> Any:
    """The value beside a label in the first column."""
    for row in sheet.iter_rows(values_only=True):
        if row[0] == label:
            return row[column - 1]
    raise AssertionError(f"{label} is not there")


def test_that_the_same_input_gives_the_same_bytes() -> None:
    project, evidence, outcome = cases.support()
    assert write(cases.document(), project, outcome, evidence) == _bytes()


def test_that_the_sheets_are_those_that_were_promised() -> None:
    book = _book(_bytes())
    assert book.sheetnames == SHEETS
    assert book["Scenario file"].sheet_state == "veryHidden"
    assert b"vbaProject" not in _bytes()


@pytest.mark.parametrize("case", cases.CASES)
def test_that_verdict_value_and_score_are_those_of_the_app(case: str) -> None:
    outcome = cases.CASES[case]()[2]
    decide = _book(_bytes(case))["Decide"]
    assert _find(decide, "Verdict") == _find(decide, "Verdict", 3)
    assert _find(decide, "Same as the app at export") == "Yes"
    if outcome.value is not None:
        assert _find(decide, "Value per month") == pytest.approx(outcome.value.per_month.mean, rel=1e-9)
        assert _find(decide, "Value over the horizon") == pytest.approx(outcome.value.over_horizon.mean, rel=1e-6)
    if outcome.score is not None:
        assert _find(decide, "Score, after minus before") == pytest.approx(outcome.score.difference, rel=1e-9)


@pytest.mark.parametrize("case", cases.CASES)
def test_that_the_live_state_of_every_gate_is_the_one_of_the_app(case: str) -> None:
    outcome = cases.CASES[case]()[2]
    gates = _book(_bytes(case))["Gates"]
    codes = [row[9] for row in gates.iter_rows(min_row=5, values_only=True) if row[9]]
    assert codes[: len(outcome.gates)] == [result.state for result in outcome.gates]


@pytest.mark.parametrize("case", cases.CASES)
def test_that_the_register_says_of_each_answer_whether_it_holds(case: str) -> None:
    outcome = cases.CASES[case]()[2]
    register = _book(_bytes(case))["Accepted"]
    states = [row[19] for row in register.iter_rows(min_row=5, values_only=True) if row[19]]
    expected = ["Accepted" if item.is_accepted else "none yet" for item in (*outcome.regressions, *outcome.unproven)]
    assert states == expected


def test_that_cells_add_up_to_the_value_term_by_term() -> None:
    outcome = cases.support()[2]
    assert outcome.value is not None
    decide = _book(_bytes())["Decide"]
    rows = [row for row in decide.iter_rows(values_only=True) if row[8] is not None and isinstance(row[7], float | int)]
    by_cell = [(row[7], row[8]) for row in rows[:-1]]
    assert len(by_cell) >= len(outcome.value.by_cell)
    for live_value, at_export in by_cell:
        assert live_value == pytest.approx(at_export, rel=1e-9, abs=1e-6)


def test_that_the_effects_sheet_shows_the_numbers_of_the_page() -> None:
    table = cases.document().table("effects")
    assert table is not None
    sheet = _book(_bytes())["Effects"]
    numbers = [row[3:6] for row in sheet.iter_rows(min_row=5, values_only=True) if row[14]]
    shown = [row for row in table.rows if isinstance(row, Row)]
    assert len(numbers) == len(shown)
    for cells, row in zip(numbers, shown, strict=True):
        for value, cell in zip(cells, row.cells[1:4], strict=True):
            assert (value is None) == (cell.number is None)
            if value is not None and cell.number is not None:
                assert value == pytest.approx(cell.number, rel=1e-12)


def test_that_people_per_month_are_formulas_of_decide() -> None:
    formulas = _book(_bytes(), values=False)["Effects"]
    values = _book(_bytes())["Effects"]
    for row in range(5, formulas.max_row + 1):
        if formulas.cell(row, 1).value == "Irrelevant" and formulas.cell(row, 2).value == "Rare queries":
            assert "Decide!" in formulas.cell(row, 9).value
            assert values.cell(row, 9).value == pytest.approx(120.0)
            return
    raise AssertionError("the row is not there")


def test_that_inputs_are_found_by_their_names() -> None:
    book = _book(_bytes())
    names = {name: definition.attr_text for name, definition in book.defined_names.items()}
    for name in ("in_money_irrelevant_all_base", "in_rollout_rare", "in_running_cost_per_month", "verdict"):
        assert name in names
    listed = {row[2]: row[3] for row in book["Scenario file"].iter_rows(min_row=5, values_only=True) if row[2]}
    assert listed["in_money_irrelevant_all_base"] == "money/irrelevant|*/base"
    sheet, _, address = names["in_rollout_rare"].partition("!")
    assert book[sheet][address.replace("$", "")].value == 1


def test_that_texts_which_try_to_act_stay_texts() -> None:
    project, evidence, outcome = cases.nasty_case()
    data = write(assemble(project, outcome, evidence), project, outcome, evidence)
    book = _book(data, values=False)
    texts = _texts(book)
    acting = [text for text in texts if text.startswith("=") and ("cmd" in text or "R&D" in text)]
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and cell.value in acting:
                    assert cell.data_type == "s"
    assert "=R&D <b>\ufffd\ufffd" in texts
    assert "=cmd|' /C calc'!A0" in texts
    assert "a\ufffdb \ufffd" in texts
    assert any(text.startswith("xxxx") and text.endswith(" …") and len(text) == 32_767 for text in texts)


def test_that_every_nasty_text_comes_back_equal_from_a_cell() -> None:
    import xlsxwriter

    from tradeoff_app.briefing.excel.book import Book
    from tradeoff_app.briefing.excel.safe_text import clean

    texts = cases.nasty_strings()
    buffer = io.BytesIO()
    workbook = xlsxwriter.Workbook(buffer, {"in_memory": True})
    book = Book(workbook)
    sheet = book.sheet("Texts")
    for row, text in enumerate(texts):
        sheet.text(row, 0, text)
    workbook.close()
    read = _book(buffer.getvalue(), values=False)["Texts"]
    for row, text in enumerate(texts, start=1):
        cell = read.cell(row, 1)
        assert cell.data_type == "s"
        assert cell.value == clean(text)[0]
    assert book.replaced == sum(clean(text)[1] for text in texts)


def test_that_the_scenario_file_comes_back_from_its_sheet() -> None:
    project, evidence, outcome = cases.support()
    content = bytes(range(256)) * 600
    data = write(cases.document(), project, outcome, evidence, ("x.tradeoff", content))
    sheet = _book(data)["Scenario file"]
    packed = "".join(row[0] or "" for row in sheet.iter_rows(min_row=5, values_only=True))
    assert zlib.decompress(base64.b64decode(packed)) == content
    assert sheet["A2"].value == "x.tradeoff"


def test_that_pages_are_set_up_for_print() -> None:
    book = _book(_bytes())
    for name in SHEETS[:5]:
        sheet = book[name]
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.fitToHeight == 0
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
    for name in SHEETS[2:5]:
        assert book[name].freeze_panes == "B5"
        assert book[name].print_title_rows == "$4:$4"


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not on this machine")
def test_that_a_spreadsheet_computes_what_the_cells_already_show(tmp_path: Path) -> None:
    paths = {}
    for case in ("support", "with_ranges", "unanswered"):
        paths[case] = tmp_path / f"{case}.xlsx"
        _book(_bytes(case), values=False).save(paths[case])
    changed = _book(_bytes(), values=False)
    _input(changed, "in_money_task_done_all_base").value = -40.0
    paths["changed"] = tmp_path / "changed.xlsx"
    changed.save(paths["changed"])
    computed = _recalculated(list(paths.values()), tmp_path)
    for case in ("support", "with_ranges", "unanswered"):
        assert _differences(_book(_bytes(case), values=False), _book(_bytes(case)), computed[case]) == []
    decide = computed["changed"]["Decide"]
    assert _find(decide, "Same as the app at export") == "No, an input was changed"
    assert _find(decide, "Verdict") == "No case: a benefit is not shown"


def _input(book: Any, name: str) -> Any:
    sheet, _, address = book.defined_names[name].attr_text.partition("!")
    return book[sheet][address.replace("$", "")]


def _recalculated(paths: list[Path], folder: Path) -> dict[str, Any]:
    """The workbooks as LibreOffice computes them; openpyxl saved them without values, so nothing can be copied."""
    out = folder / "out"
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", str(out), *map(str, paths)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return {path.stem: openpyxl.load_workbook(out / path.name, data_only=True) for path in paths}


def _differences(formulas: Any, cached: Any, computed: Any) -> list[tuple[str, str, Any, Any]]:
    found = []
    for sheet in formulas:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and cell.data_type == "f":
                    shown = cached[sheet.title][cell.coordinate].value
                    result = computed[sheet.title][cell.coordinate].value
                    if not _is_equal(shown, result):
                        found.append((sheet.title, cell.coordinate, shown, result))
    return found


def _is_equal(first: Any, second: Any) -> bool:
    if isinstance(first, int | float) and isinstance(second, int | float):
        return math.isclose(first, second, rel_tol=1e-9, abs_tol=1e-6)
    return bool(first == second)


def test_that_the_first_sheet_tells_the_value_as_the_page_does() -> None:
    assert _find(_book(_bytes())["Read me"], "Value per month") == pytest.approx(
        round_to_figures(cases.support()[2].value.per_month.mean)  # type: ignore[union-attr]
    )


def test_that_what_rounds_to_nothing_has_no_minus_and_a_small_price_keeps_its_digits() -> None:
    first = "{symbol}{number}"
    assert money("USD", first) == '[>=0.5]"$"#,##0;[<=-0.5]−"$"#,##0;"$0"'
    assert money("CHF", first, 2) == '[>=0.005]"CHF "#,##0.00;[<=-0.005]−"CHF "#,##0.00;"CHF 0.00"'
    assert price("USD", first) == '"$"#,##0.00##;−"$"#,##0.00##'


def test_that_long_names_wrap_in_the_effects_sheet() -> None:
    sheet = _book(_bytes())["Effects"]
    names = [row[0] for row in sheet.iter_rows(min_row=6) if row[2].value]
    assert names
    assert all(cell.alignment.wrap_text for cell in names)


def test_that_the_register_says_so_where_no_regression_needs_an_answer() -> None:
    project, evidence, _ = cases.support()
    scenario = project.scenario().model_copy(update={"regressions": {}})
    unruled = project.change(gates={}, scenarios={scenario.id: scenario})
    outcome = evaluate(unruled, evidence, as_of=cases.TODAY)
    assert not outcome.regressions
    register = _book(write(assemble(unruled, outcome, evidence), unruled, outcome, evidence))["Accepted"]
    assert register["A5"].value == "No regression needs an answer"


def test_that_money_in_a_german_workbook_has_its_sign_behind_the_number() -> None:
    project, evidence, outcome = cases.support()
    document = assemble(project, outcome, evidence, language="de")
    decide = _book(write(document, project, outcome, evidence))["Decide"]
    forms = [cell.number_format for row in decide.iter_rows() for cell in row if '"$"' in cell.number_format]
    assert forms
    assert all(' "$"' in form and '"$"#' not in form for form in forms)


def test_that_both_ends_in_the_effects_sheet_have_the_decimals_of_the_page() -> None:
    table = cases.document().table("effects")
    assert table is not None
    told = [row.cells[3].small for row in table.rows if isinstance(row, Row) and row.cells[4].bar]
    sheet = _book(_bytes())["Effects"]
    rows = [row for row in sheet.iter_rows(min_row=6) if isinstance(row[6].value, int | float)]
    assert len(rows) == len(told)
    for cells, text in zip(rows, told, strict=True):
        words = [word for word in text.split() if any(letter.isdigit() for letter in word)]
        for cell, word in ((cells[6], words[0]), (cells[7], words[-1])):
            decimals = len(cell.number_format.split(";")[0].partition(".")[2])
            assert f"{abs(cell.value):,.{decimals}f}" == word.lstrip("+−")


def test_that_the_simulated_change_of_a_rate_is_in_points_and_named_so() -> None:
    project, _, outcome = cases.support()
    sheet = _book(_bytes())["Decide"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    head = next(at for at, row in enumerate(rows) if row[6] == "Change as simulated")
    name = project.metrics["irrelevant"].name
    row = next(row for row in rows[head + 1 :] if row[0] == name)
    segment = next(key for key in project.segments if project.segments[key].name == row[1])
    effect = outcome.effect("irrelevant", segment)
    assert effect is not None
    assert effect.difference is not None
    assert row[6] == pytest.approx(100 * effect.difference, abs=0.1)
    assert row[7] == pytest.approx(row[2] * row[3] * row[4] * row[5] * row[6] / 100, rel=1e-9)
