from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from tests.readers.formats.documents import FORMATS, codes, comma_table, document, inspect, mean, refusal
from tests.readers.samples import needs_shared, write


def run(number: int, score: float | None, repetition: int = 1, **fields: Any) -> dict[str, Any]:
    return {
        "example_id": f"RXhhbXBsZTo{number}",
        "repetition_number": repetition,
        "input": {"question": f"q{number}"},
        "reference_output": {"answer": "a"},
        "output": "text",
        "error": None,
        "latency_ms": 12.5,
        "start_time": "2026-01-01T00:00:00+00:00",
        "end_time": "2026-01-01T00:00:01+00:00",
        "trace_id": f"{number}{repetition}",
        "prompt_token_count": None,
        "completion_token_count": None,
        "annotations": [
            {"name": "done", "score": score, "label": None, "error": None},
            {"name": "tone", "score": None, "label": "good" if number % 2 else "cold", "error": None},
        ],
        **fields,
    }


def as_columns(row: dict[str, Any]) -> dict[str, Any]:
    flat = {key: value for key, value in row.items() if key != "annotations"}
    flat["metadata"] = {"tier": "ab"[int(row["example_id"][-1]) % 2]}
    for part in row["annotations"]:
        for kind in ("label", "score", "error"):
            flat[f"annotation_{part['name']}_{kind}"] = part[kind]
    return flat


def test_that_repetitions_are_repeats_of_an_example(tmp_path: Path) -> None:
    rows = [run(number, score, repetition) for number in range(4) for repetition, score in ((1, 1.0), (2, 0.0))]
    found = inspect(document(tmp_path, "a.json", rows))
    assert found["metrics"]["done"]["before"] == {"mean": 0.5, "scored_units": 4, "scored_rows": 8}
    assert mean(found, "tone=good") == 0.5
    assert "no_segments" in codes(found)
    assert "repeats_found" not in codes(found)
    assert "prompt_token_count" not in found["metrics"]


def test_that_json_and_csv_pair(tmp_path: Path) -> None:
    rows = [run(number, float(number % 2)) for number in range(6)]
    before = document(tmp_path, "a.json", rows)
    after = comma_table(tmp_path, "b.csv", [as_columns(row) for row in rows])
    found = inspect(before, after)
    assert found["units"]["in_both"] == 6
    assert found["metrics"]["done"]["paired"]["mean_difference"] == 0.0
    assert found["segments"]["tier"]["candidate"] == {"a": 3, "b": 3}
    assert {name: metric["before"] for name, metric in found["metrics"].items()} == {
        name: metric["after"] for name, metric in found["metrics"].items()
    }


def test_that_a_failed_evaluator_leaves_a_missing_score(tmp_path: Path) -> None:
    broken = run(1, None)
    broken["annotations"][0]["error"] = "judge timed out"
    failed = run(2, None, error="RuntimeError: 503", annotations=[])
    found = inspect(document(tmp_path, "a.json", [run(0, 1.0), broken, failed]))
    assert found["metrics"]["done"]["before"]["scored_units"] == 1
    assert {"judge_errors", "error_rows"} <= codes(found)
    assert found["files"][0]["error_rows"] == 1


def test_that_truncated_and_empty_exports_are_refused(tmp_path: Path) -> None:
    text = json.dumps([run(0, 1.0), run(1, 1.0)])
    assert "cut off" in refusal(write(tmp_path, "a.json", text[:-50]))


@needs_shared
@pytest.mark.parametrize("kind", ["json", "csv"])
def test_that_real_experiments_average_repetitions_per_example(kind: str) -> None:
    folder = FORMATS / "phoenix/v20.26.1_2repetitions"
    found = inspect(folder / f"baseline.{kind}", folder / f"candidate.{kind}")
    assert found["units"]["in_both"] == 60
    values: dict[str, list[float]] = defaultdict(list)
    for run in json.loads((folder / "candidate.json").read_text(encoding="utf-8")):
        for part in run["annotations"]:
            if part["name"] == "task_completion" and part["score"] is not None and not run["error"]:
                values[run["example_id"]].append(part["score"])
    expected = sum(sum(scores) / len(scores) for scores in values.values()) / len(values)
    assert mean(found, "task_completion", "after") == pytest.approx(expected, rel=1e-12)
    assert ("persona" in found["segments"]) == (kind == "csv")


def test_that_the_evaluations_data_frame_is_one_row_per_run(tmp_path: Path) -> None:
    rows = [
        {
            "run_id": f"run-{number}-{repetition}",
            "error": "TimeoutError" if (number, repetition) == (0, 1) else None,
            "input": {"question": f"q{number}"},
            "metadata": {"tier": "ab"[number % 2]},
            "example_id": f"RXhhbXBsZTo{number}",
            "repetition_number": repetition,
            "latency_ms": 12.5,
            "name": name,
            "annotator_kind": "CODE",
            "score": number / 4 if name == "done" else None,
            "label": None if name == "done" else "good",
        }
        for number in range(5)
        for repetition in (1, 2)
        for name in ("done", "tone")
    ]
    found = inspect(comma_table(tmp_path, "a.csv", rows))
    assert (found["files"][0]["rows"], found["files"][0]["units"], found["files"][0]["error_rows"]) == (10, 5, 1)
    assert mean(found, "done") == 0.5
    assert found["segments"]["tier"]["baseline"] == {"a": 3, "b": 2}
