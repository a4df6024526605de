"""A table beside the results, behind an empty column, gives no metric and no segment; a spacer parts nothing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest

from tests.readers.formats.documents import codes
from tradeoff_app.readers import inspect_files

COUNT = 30
Cells = Sequence[Sequence[object]]
SCORES = [round(0.2 + 0.02 * number, 2) for number in range(COUNT)]
RESULTS: Cells = [["id", "score"], *([f"q{number}", score] for number, score in enumerate(SCORES))]
SUMMARY: Cells = [["segment", "count", "mean"], ["billing", 10, 0.61], ["tech", 12, 0.72], ["other", 8, 0.5]]


def beside(left: Cells, right: Cells, skip: int = 0) -> list[list[object]]:
    height = max(len(left), len(right) + skip)
    blank_left, blank_right = [None] * len(left[0]), [None] * len(right[0])
    return [
        [
            *(left[row] if row < len(left) else blank_left),
            None,
            *(right[row - skip] if skip <= row < len(right) + skip else blank_right),
        ]
        for row in range(height)
    ]


def write(path: Path, rows: Cells) -> Path:
    if path.suffix == ".csv":
        lines = [",".join("" if cell is None else str(cell) for cell in row) for row in rows]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return path
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(list(row))
    book.save(path)
    return path


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
@pytest.mark.parametrize(
    "rows",
    [beside(RESULTS, SUMMARY), beside(SUMMARY, RESULTS), beside(RESULTS, SUMMARY, skip=4)],
    ids=["right", "left", "lower"],
)
def test_that_a_summary_beside_the_results_is_left_out_and_said(tmp_path: Path, ending: str, rows: Cells) -> None:
    found = inspect_files([write(tmp_path / f"a.{ending}", rows)])
    assert set(found["metrics"]) == {"score"}
    assert not found["segments"]
    assert found["metrics"]["score"]["before"]["mean"] == pytest.approx(sum(SCORES) / COUNT)
    assert found["units"]["baseline"] == COUNT
    said = [problem for problem in found["problems"] if problem["code"] == "side_table"]
    assert len(said) == 1
    assert "(segment, count, mean)" in said[0]["text"]


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
@pytest.mark.parametrize("length", [30, 45])
def test_that_before_and_after_side_by_side_are_no_two_metrics(tmp_path: Path, ending: str, length: int) -> None:
    other: Cells = [["id", "score"], *([f"p{number}", 0.9] for number in range(length))]
    found = inspect_files([write(tmp_path / f"a.{ending}", beside(RESULTS, other))])
    assert set(found["metrics"]) == {"score"}
    assert "side_table" in codes(found)
    kept = SCORES if length == COUNT else [0.9] * length
    assert found["units"]["baseline"] == len(kept)
    assert found["metrics"]["score"]["before"]["mean"] == pytest.approx(sum(kept) / len(kept))


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_that_an_empty_column_within_the_results_parts_nothing(tmp_path: Path, ending: str) -> None:
    more: Cells = [["latency", "tier"], *([1.5 + number % 7, ("free", "paid")[number % 2]] for number in range(COUNT))]
    found = inspect_files([write(tmp_path / f"a.{ending}", beside(RESULTS, more))])
    assert set(found["metrics"]) == {"score", "latency"}
    assert set(found["segments"]) == {"tier"}
    assert "side_table" not in codes(found)


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_that_large_tables_are_told_apart_as_well(tmp_path: Path, ending: str) -> None:
    count = 60_000 if ending == "csv" else 8_000
    results: Cells = [
        ["id", "score", "remark"],
        *([f"q{n}", n % 2, f"an answer to {n} at length"] for n in range(count)),
    ]
    found = inspect_files([write(tmp_path / f"a.{ending}", beside(results, SUMMARY))])
    assert set(found["metrics"]) == {"score"}
    assert "side_table" in codes(found)
