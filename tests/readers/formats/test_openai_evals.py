from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.readers.formats.documents import FORMATS, codes, inspect, lines, mean, refusal
from tests.readers.samples import needs_shared, write

SPEC = {
    "spec": {
        "completion_fns": ["bot/v1"],
        "eval_name": "route.dev.v0",
        "run_config": {},
        "run_id": "r1",
        "created_at": "2026-01-01",
    }
}


def report(accuracy: float, run: str = "r1") -> dict[str, Any]:
    return {"final_report": {"accuracy": accuracy}, "run_id": run}


def event(number: int, kind: str, data: dict[str, Any], run: str = "r1") -> dict[str, Any]:
    return {"run_id": run, "event_id": 0, "sample_id": f"route.dev.{number}", "type": kind, "data": data}


def match(number: int, correct: bool, run: str = "r1") -> dict[str, Any]:
    return event(number, "match", {"correct": correct, "expected": "abc"[number % 3]}, run)


def test_that_events_become_one_row_per_sample(tmp_path: Path) -> None:
    sampling = event(2, "sampling", {"prompt": [{"content": "q"}], "sampled": ["a"], "usage": {"total_tokens": 7}})
    path = lines(tmp_path, "a.jsonl", [SPEC, report(0.5), sampling, match(2, True), match(0, False)])
    found = inspect(path)
    assert found["units"]["baseline"] == 2
    assert mean(found, "match.correct") == 0.5
    assert mean(found, "usage.total_tokens") == 7
    assert found["files"][0]["model"] == "bot/v1"
    assert codes(found) == {"no_segments"}


def test_that_samples_without_a_score_and_errors_are_told_apart(tmp_path: Path) -> None:
    asked = event(1, "sampling", {"prompt": "q", "sampled": ["a"]})
    failed = event(2, "error", {"type": "x", "message": "request timed out"})
    found = inspect(lines(tmp_path, "a.jsonl", [SPEC, match(0, True), asked, failed]))
    assert found["units"]["baseline"] == 3
    assert found["metrics"]["match.correct"]["before"]["scored_units"] == 1
    assert found["files"][0]["error_rows"] == 1
    assert {"unscored_rows", "running_log", "error_rows"} <= codes(found)


def test_that_metric_events_keep_their_names_and_labels(tmp_path: Path) -> None:
    rows = [event(number, "metrics", {"choice": "Y" if number else "N", "score": number}) for number in range(2)]
    found = inspect(lines(tmp_path, "a.jsonl", [SPEC, report(1.0), *rows]))
    assert mean(found, "score") == 0.5
    assert {"choice=N", "choice=Y"} <= set(found["metrics"]) or mean(found, "choice") == 0.5


def test_that_several_matches_of_a_sample_are_repeats(tmp_path: Path) -> None:
    events = [match(0, True), match(0, False), match(1, True), match(1, True)]
    found = inspect(lines(tmp_path, "a.jsonl", [SPEC, report(0.75), *events]))
    assert found["metrics"]["match.correct"]["before"] == {"mean": 0.75, "scored_units": 2, "scored_rows": 4}


def test_that_a_report_that_does_not_follow_from_the_rows_is_named(tmp_path: Path) -> None:
    found = inspect(lines(tmp_path, "a.jsonl", [SPEC, match(0, True), match(1, False), report(0.9)]))
    assert "report_differs" in codes(found)


def test_that_segments_come_from_the_line_of_the_data_set(tmp_path: Path) -> None:
    data = lines(tmp_path, "data.jsonl", [{"input": f"q{n}", "metadata": {"tier": "ab"[n % 2]}} for n in range(6)])
    path = lines(tmp_path, "a.jsonl", [SPEC, report(1.0), *(match(number, True) for number in (5, 3, 1, 0))])
    found = inspect(path, lookup=str(data))
    assert found["segments"]["metadata.tier"]["baseline"] == {"a": 1, "b": 3}


def test_that_two_runs_in_one_log_are_two_arms(tmp_path: Path) -> None:
    other = {"spec": {**SPEC["spec"], "completion_fns": ["bot/v2"], "run_id": "r2"}}
    events = [SPEC, report(1.0), match(0, True), other, report(0.0, "r2"), match(0, False, "r2")]
    found = inspect(lines(tmp_path, "a.jsonl", events), runs={"baseline": "bot/v1", "candidate": "bot/v2"})
    assert found["metrics"]["match.correct"]["paired"]["mean_difference"] == -1.0


def test_that_a_log_without_samples_is_refused(tmp_path: Path) -> None:
    assert "0 rows" in refusal(lines(tmp_path, "a.jsonl", [SPEC]))
    text = json.dumps(SPEC) + "\n" + json.dumps(match(0, True)) + "\n" + json.dumps(match(1, True))[:-30]
    assert inspect(write(tmp_path, "b.jsonl", text))["units"]["baseline"] == 1


@needs_shared
@pytest.mark.parametrize("arm", ["baseline", "candidate"])
def test_that_the_mean_is_the_accuracy_that_the_tool_reports(arm: str) -> None:
    path = FORMATS / "openai_evals" / f"{arm}.jsonl"
    stated = json.loads(path.read_text(encoding="utf-8").splitlines()[1])["final_report"]["accuracy"]
    found = inspect(path, lookup=str(FORMATS / "openai_evals/samples_input.jsonl"))
    assert mean(found, "match.correct") == pytest.approx(stated, rel=1e-12)
    assert sum(found["segments"]["metadata.persona"]["baseline"].values()) == 150


@pytest.mark.parametrize(
    ("stated", "model"),
    [
        ({"completion_fns": "bot/v1"}, "bot/v1"),
        ({"model_name": "bot/v0"}, "bot/v0"),
        ({"model_names": {"completions": ["bot/a", "bot/b"]}}, "bot/a, bot/b"),
        ({"completion_fns": 7}, None),
    ],
)
def test_that_the_model_is_found_however_a_version_names_it(
    tmp_path: Path, stated: dict[str, Any], model: str | None
) -> None:
    spec = {"spec": {"eval_name": "route", "run_config": {}, "run_id": "r1", **stated}}
    found = inspect(lines(tmp_path, "a.jsonl", [spec, match(0, True), match(1, False)]))
    assert found["files"][0]["model"] == model


def test_that_partly_right_matches_are_no_binary_metric(tmp_path: Path) -> None:
    halves = [event(number, "match", {"correct": 0.5 * number}) for number in range(3)]
    found = inspect(lines(tmp_path, "a.jsonl", [SPEC, *halves]))
    assert mean(found, "match.correct") == 0.5
    assert found["metrics"]["match.correct"]["type"] != "binary"
