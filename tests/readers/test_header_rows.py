"""Titles, comments, merged names and sums around a table must not become columns or results."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.readers.samples import workbook, write
from tradeoff_app.readers import inspect_files

RESULTS = [f"a{i},{i % 5},{i % 2}" for i in range(40)]
SCORES = {"score": 2.0, "ok": 0.5}


def means(document: dict[str, Any]) -> dict[str, float]:
    return {name: metric["before"]["mean"] for name, metric in document["metrics"].items()}


def codes(document: dict[str, Any]) -> list[str]:
    return [problem["code"] for problem in document["problems"]]


@pytest.mark.parametrize(
    "above",
    [
        "My run,,\nExported,2026-01-01,\n,,\n",
        "# made by x\n# v2, a, b\n",
        "Report\n\n",
        "Total,780,80\n",
        "",
    ],
)
def test_that_titles_and_comments_above_the_names_are_skipped(tmp_path: Path, above: str) -> None:
    header = "id,score,ok\n"
    text = header + above if above.startswith("Total") else above + header
    document = inspect_files([write(tmp_path, "a.csv", text + "\n".join(RESULTS) + "\n")])
    assert (means(document), document["units"]["baseline"]) == (SCORES, 40)
    assert bool(above) == bool({"title_rows", "summary_row_dropped"} & set(codes(document)))


@pytest.mark.parametrize("below", ["Total,80,20", ",Mean,2", "Summe,80,20\nMittelwert,2,0.5", "# the end", ",80,20"])
def test_that_sums_and_remarks_below_the_results_are_named_and_left_out(tmp_path: Path, below: str) -> None:
    text = "id,score,ok\n" + "\n".join(RESULTS) + f"\n{below}\n"
    document = inspect_files([write(tmp_path, "a.csv", text)])
    assert (means(document), document["units"]["baseline"]) == (SCORES, 40)
    assert {"summary_row_dropped", "comment_rows", "missing_unit"} & set(codes(document))


def test_that_total_stays_where_it_is_a_label_like_any_other(tmp_path: Path) -> None:
    rows = [f"{'total' if i % 4 == 3 else 'part'},q{i},{i % 5}" for i in range(40)]
    document = inspect_files([write(tmp_path, "a.csv", "kind,id,score\n" + "\n".join(rows) + "\n")])
    assert document["units"]["baseline"] == 40
    assert document["segments"]["kind"]["baseline"] == {"part": 30, "total": 10}


def test_that_a_header_that_begins_with_a_hash_is_still_a_header(tmp_path: Path) -> None:
    text = "#id\tscore\n" + "".join(f"a{i}\t{i % 5}\n" for i in range(40))
    assert means(inspect_files([write(tmp_path, "a.tsv", text)])) == {"score": 2.0}


@pytest.mark.parametrize("top", [",before,before,after,after", ",before,,after,"])
def test_that_names_in_two_rows_are_joined(tmp_path: Path, top: str) -> None:
    text = f"{top}\nid,score,ok,score,ok\n" + "".join(f"a{i},{i % 5},{i % 2},{i % 5 + 1},1\n" for i in range(40))
    document = inspect_files([write(tmp_path, "a.csv", text)])
    found = {name: metric["paired"]["mean_difference"] for name, metric in document["metrics"].items()}
    assert found == {"score": 1.0, "ok": 0.5}


def test_that_merged_names_in_a_workbook_are_joined(tmp_path: Path) -> None:
    rows: list[list[Any]] = [["id", "before", None, "after", None], [None, "score", "ok", "score", "ok"]]
    rows += [[f"a{i}", i % 5, i % 2, i % 5 + 1, 1] for i in range(40)]
    document = inspect_files([workbook(tmp_path / "a.xlsx", {"Results": rows})])
    assert {name: metric["paired"]["higher"] for name, metric in document["metrics"].items()} == {"score": 40, "ok": 20}


def test_that_a_dated_title_in_a_workbook_is_no_header(tmp_path: Path) -> None:
    rows: list[list[Any]] = [["Report"], ["Date", "2026-01-01"], ["id", "score", "ok"]]
    rows += [[f"a{i}", i % 5, i % 2] for i in range(40)]
    assert means(inspect_files([workbook(tmp_path / "a.xlsx", {"Results": rows})])) == SCORES


def test_that_a_wide_gap_in_a_sheet_does_not_cut_off_its_header(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["id", "score", "ok"],
        *([f"a{i}", i % 5, i % 2] for i in range(18)),
        *([] for _ in range(30)),
    ]
    rows += [[f"a{i}", i % 5, i % 2] for i in range(18, 40)]
    assert means(inspect_files([workbook(tmp_path / "a.xlsx", {"Results": rows})])) == SCORES
