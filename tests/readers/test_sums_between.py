"""Sums and averages among the results, and tables below them, are never read as units."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from tradeoff_app.readers import inspect_files

COUNT = 24
SCORES = [int(number % 3 != 0) for number in range(COUNT)]


def csv(path: Path, lines: list[str]) -> Path:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("word", ["Subtotal", "Sub-total", "Zwischensumme", "Ø", "Average:"])
def test_that_a_sum_between_ids_is_left_out_and_said(tmp_path: Path, word: str) -> None:
    rows = [f"q{number},{score}" for number, score in enumerate(SCORES)]
    lines = ["id,score", *rows[:12], f"{word},8", *rows[12:], "Total,16"]
    found = inspect_files([csv(tmp_path / "a.csv", lines), csv(tmp_path / "b.csv", lines)])
    assert found["metrics"]["score"]["before"]["mean"] == pytest.approx(sum(SCORES) / COUNT)
    assert found["units"]["baseline"] == COUNT
    said = [problem["text"] for problem in found["problems"] if problem["code"] == "summary_row_dropped"]
    assert len(said) == 4
    assert f"The row {word!r} sums up the others and was left out." in said


@pytest.mark.parametrize("form", ["Average {0}", "{0} total", "Mittelwert ({0})"])
def test_that_the_average_of_a_group_is_left_out(tmp_path: Path, form: str) -> None:
    lines = ["id,group,score"]
    for number, score in enumerate(SCORES):
        group = "new" if number < 12 else "old"
        lines.append(f"q{number},{group},{score}")
        lines += [f"{form.format(group)},,0.5"] if number in (11, 23) else []
    found = inspect_files([csv(tmp_path / "a.csv", lines), csv(tmp_path / "b.csv", lines)])
    assert found["units"]["in_both"] == COUNT
    assert found["metrics"]["score"]["before"]["mean"] == pytest.approx(sum(SCORES) / COUNT)


def test_that_names_with_such_words_stay_units(tmp_path: Path) -> None:
    names = ["average order value", "total cost of ownership", "count of users", "new total", *"abcdefghijklmnop"]
    lines = ["question,tier,score", *(f"{name},new,{number % 2}" for number, name in enumerate(names))]
    found = inspect_files([csv(tmp_path / "a.csv", lines), csv(tmp_path / "b.csv", lines)])
    assert found["units"]["in_both"] == len(names)


def test_that_statistics_as_groups_of_rows_stay(tmp_path: Path) -> None:
    lines = ["item,statistic,score", *(f"q{n // 2},{('mean', 'max')[n % 2]},{n % 5}" for n in range(2 * COUNT))]
    found = inspect_files([csv(tmp_path / "a.csv", lines), csv(tmp_path / "b.csv", lines)])
    assert "summary_row_dropped" not in {problem["code"] for problem in found["problems"]}


def test_that_a_table_of_the_same_width_below_an_empty_line_is_left_out(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        book = openpyxl.Workbook()
        sheet = book.active
        assert sheet is not None
        sheet.append(["id", "score"])
        for number, score in enumerate(SCORES):
            sheet.append([f"q{number}", score])
        sheet.append([])
        sheet.append(["segment", "users"])
        sheet.append(["new", 100])
        sheet.append(["old", 900])
        book.save(tmp_path / name)
    found = inspect_files([tmp_path / "a.xlsx", tmp_path / "b.xlsx"])
    assert found["metrics"]["score"]["after"]["mean"] == pytest.approx(sum(SCORES) / COUNT)
    assert found["units"]["in_both"] == COUNT
    assert "second_table" in {problem["code"] for problem in found["problems"]}


def test_that_no_statement_among_yes_and_no_is_missing(tmp_path: Path) -> None:
    answers = ["k.A." if n == 5 else ("Nein", "Ja")[score] for n, score in enumerate(SCORES)]
    lines = ["Nr;Gelöst", *(f"{number + 100};{answer}" for number, answer in enumerate(answers))]
    found = inspect_files([csv(tmp_path / "a.csv", lines), csv(tmp_path / "b.csv", lines)])
    before = found["metrics"]["Gelöst"]["before"]
    assert before["scored_units"] == COUNT - 1
    assert before["mean"] == pytest.approx((sum(SCORES) - SCORES[5]) / (COUNT - 1))


@pytest.mark.parametrize(
    "notes", [["Source: the warehouse,"], ["Note: scores by two judges,", "Source: the warehouse,"]]
)
def test_that_notes_below_an_empty_line_are_no_units(tmp_path: Path, notes: list[str]) -> None:
    lines = ["id,score", *(f"q{number},{score}" for number, score in enumerate(SCORES)), "", *notes]
    found = inspect_files([csv(tmp_path / "a.csv", lines), csv(tmp_path / "b.csv", lines)])
    assert found["units"]["baseline"] == COUNT
    assert "second_table" in {problem["code"] for problem in found["problems"]}
