from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from tests.readers.formats.documents import FORMATS, codes, comma_table, document, inspect, lines, mean, refusal
from tests.readers.samples import needs_shared, write


def run(number: int, correct: bool | None, arm: str = "a", **fields: Any) -> dict[str, Any]:
    return {
        "inputs.question": f"question {number}",
        "inputs.tier": "ab"[number % 2],
        "outputs.answer": f"answer {arm}",
        "error": None,
        "reference.answer": "x",
        "feedback.correct": correct,
        "feedback.tone": "good" if number else "cold",
        "execution_time": 0.5,
        "example_id": f"ex-{number}",
        "id": f"{arm}{number}",
        **fields,
    }


def test_that_csv_and_json_of_an_experiment_read_alike(tmp_path: Path) -> None:
    rows = [run(number, number > 0) for number in range(4)]
    frame = {name: {str(index): row[name] for index, row in enumerate(rows)} for name in rows[0]}
    paths = [
        comma_table(tmp_path, "a.csv", rows),
        lines(tmp_path, "b.jsonl", rows),
        document(tmp_path, "c.json", rows),
        document(tmp_path, "d.json", frame),
    ]
    found = [inspect(path) for path in paths]
    assert {document["files"][0]["format"] for document in found} == {"langsmith"}
    assert all(document["metrics"] == found[0]["metrics"] for document in found)
    assert all(document["segments"] == found[0]["segments"] for document in found)
    assert mean(found[0], "feedback.correct") == 0.75
    assert mean(found[0], "feedback.tone=cold") == 0.25


def test_that_error_rows_keep_their_feedback_for_the_other_reading(tmp_path: Path) -> None:
    rows = [run(0, True), run(1, True), run(2, False, error="ReadTimeout()"), run(3, True)]
    path = comma_table(tmp_path, "a.csv", rows)
    assert mean(inspect(path), "feedback.correct") == 1.0
    assert mean(inspect(path, errors="as-scored"), "feedback.correct") == 0.75
    assert inspect(path)["files"][0]["error_rows"] == 1


def test_that_rows_of_one_example_are_repeats(tmp_path: Path) -> None:
    rows = [run(number, value) for value in (True, False) for number in range(3)]
    before = comma_table(tmp_path, "a.csv", rows)
    found = inspect(before, lines(tmp_path, "b.jsonl", [run(number, True, "b") for number in range(3)]))
    assert found["units"]["in_both"] == 3
    assert found["metrics"]["feedback.correct"]["paired"]["mean_difference"] == 0.5


def test_that_feedback_that_is_missing_is_not_scored(tmp_path: Path) -> None:
    rows = [run(0, True), run(1, None), run(2, None)]
    found = inspect(comma_table(tmp_path, "a.csv", rows))
    assert found["metrics"]["feedback.correct"]["before"] == {"mean": 1.0, "scored_units": 1, "scored_rows": 1}
    assert found["units"]["baseline"] == 3


def test_that_other_data_sets_pair_by_their_inputs(tmp_path: Path) -> None:
    before = comma_table(tmp_path, "a.csv", [run(number, True) for number in range(6)])
    copied = [run(number, False, example_id=f"copy-{number}") for number in range(6)]
    found = inspect(before, comma_table(tmp_path, "b.csv", copied))
    assert found["units"]["in_both"] == 6
    assert found["unit_column"] == "inputs.question"


def test_that_free_text_feedback_is_no_metric(tmp_path: Path) -> None:
    rows = [run(number, True, **{"feedback.note": f"remark {number}"}) for number in range(30)]
    found = inspect(comma_table(tmp_path, "a.csv", rows))
    assert not any("note" in name for name in found["metrics"])
    assert "free_text_score" in codes(found)


def test_that_broken_tables_are_refused_with_their_line(tmp_path: Path) -> None:
    path = comma_table(tmp_path, "a.csv", [run(0, True), run(1, True)])
    text = path.read_text(encoding="utf-8")
    assert "0 rows" in refusal(write(tmp_path, "b.csv", text.splitlines()[0] + "\n"))
    assert "line 3" in refusal(write(tmp_path, "c.csv", text.rstrip() + ",extra\n"))
    assert "quotation mark" in refusal(write(tmp_path, "d.csv", text + '"never closed'))


@needs_shared
def test_that_real_experiments_have_the_means_of_their_feedback() -> None:
    folder = FORMATS / "langsmith_sdk/v0.15.0"
    found = inspect(folder / "baseline.csv", folder / "candidate.jsonl")
    assert found["units"]["in_both"] == 100
    with (folder / "baseline.csv").open(encoding="utf-8", newline="") as stream:
        before = [row["feedback.task_completion"] == "True" for row in csv.DictReader(stream) if not row["error"]]
    rows = [json.loads(line) for line in (folder / "candidate.jsonl").read_text(encoding="utf-8").splitlines()]
    after = [row["feedback.task_completion"] for row in rows if not row["error"]]
    assert mean(found, "feedback.task_completion") == pytest.approx(sum(before) / len(before), rel=1e-12)
    assert mean(found, "feedback.task_completion", "after") == pytest.approx(sum(after) / len(after), rel=1e-12)
    assert {"inputs.persona", "inputs.query_tier"} <= set(found["segments"])
