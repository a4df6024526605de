from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.readers.formats.documents import FORMATS, codes, comma_table, document, inspect, lines, mean
from tests.readers.samples import needs_shared


def assessment(name: str, value: Any, rater: str | None = None, **fields: Any) -> dict[str, Any]:
    source = {"source_type": "HUMAN" if rater else "CODE", "source_id": rater or name}
    return {"assessment_name": name, "source": source, "feedback": {"value": value}, "valid": True, **fields}


def trace(number: int, *assessments: dict[str, Any], run: str = "r1", state: str = "OK") -> dict[str, Any]:
    inputs = {"ticket": f"T{number}", "text": "help"}
    expected = {"assessment_name": "expected_response", "expectation": {"value": f"x{number}"}, "valid": True}
    return {
        "info": {
            "trace_id": f"tr-{run}-{number}",
            "request_time": "2026-01-01T00:00:00Z",
            "state": state,
            "trace_metadata": {"mlflow.sourceRun": run, "mlflow.traceInputs": json.dumps(inputs)[:20]},
            "tags": {"mlflow.eval.requestId": f"hash{number}", "tier": "ab"[number % 2]},
            "assessments": [*assessments, expected],
            "request_preview": "cut",
            "execution_duration_ms": 12,
        },
        "data": {
            "spans": [
                {
                    "parent_span_id": None,
                    "attributes": {"mlflow.spanInputs": json.dumps(inputs), "mlflow.spanOutputs": '"answer"'},
                }
            ]
        },
    }


def as_row(whole: dict[str, Any]) -> dict[str, Any]:
    """A row of a result data frame as CSV: Python's way to write dictionaries."""
    info = whole["info"]
    return {
        "trace_id": info["trace_id"],
        "state": f"TraceState.{info['state']}",
        "request": whole["data"]["spans"][0]["attributes"]["mlflow.spanInputs"],
        "response": '"answer"',
        "execution_duration": 12,
        "trace_metadata": repr(info["trace_metadata"]),
        "tags": repr(info["tags"]),
        "assessments": repr(info["assessments"]),
        "done/value": True,
        "expected_response/value": "x",
    }


def test_that_feedback_counts_and_expectations_do_not(tmp_path: Path) -> None:
    before = lines(tmp_path, "a.jsonl", [trace(n, assessment("done", n > 0)) for n in range(4)])
    after = lines(tmp_path, "b.jsonl", [trace(n, assessment("done", "yes"), run="r2") for n in (3, 2, 1, 0)])
    found = inspect(before, after)
    assert found["units"]["in_both"] == 4
    assert set(found["metrics"]) == {"done", "execution_duration_ms"}
    assert found["metrics"]["done"]["paired"]["mean_difference"] == 0.25
    assert found["segments"]["tier"]["baseline"] == {"a": 2, "b": 2}


def test_that_data_frames_of_traces_read_like_the_traces(tmp_path: Path) -> None:
    traces = [trace(n, assessment("done", n > 0), assessment("tone", "good")) for n in range(4)]
    rows = [as_row(whole) for whole in traces]
    frame: dict[str, Any] = {"trace": {str(n): json.dumps(whole) for n, whole in enumerate(traces)}}
    frame["trace_id"] = {str(n): "x" for n in range(4)}
    frame["assessments"] = {str(n): [] for n in range(4)}
    frame["state"] = {str(n): "OK" for n in range(4)}
    plain = inspect(lines(tmp_path, "a.jsonl", traces))
    for path in (comma_table(tmp_path, "b.csv", rows), document(tmp_path, "c.json", frame)):
        found = inspect(path)
        assert found["files"][0]["format"] == "mlflow_traces"
        assert {name: metric["before"] for name, metric in found["metrics"].items()} == {
            name: metric["before"] for name, metric in plain["metrics"].items()
        }
        assert found["segments"] == plain["segments"]


def test_that_a_failed_scorer_and_a_failed_trace_are_told_apart(tmp_path: Path) -> None:
    failed = assessment("done", None)
    failed["feedback"]["error"] = {"error_code": "SCORER_ERROR"}
    traces = [trace(0, assessment("done", True)), trace(1, failed), trace(2, assessment("done", False), state="ERROR")]
    path = lines(tmp_path, "a.jsonl", traces)
    found = inspect(path)
    assert found["metrics"]["done"]["before"] == {"mean": 1.0, "scored_units": 1, "scored_rows": 1}
    assert found["files"][0]["error_rows"] == 1
    assert {"judge_errors", "error_rows"} <= codes(found)
    assert mean(inspect(path, errors="as-scored"), "done") == 0.5


def test_that_scores_of_an_older_evaluation_of_the_same_trace_are_left_out(tmp_path: Path) -> None:
    def scored(value: bool, run: str, moment: str) -> dict[str, Any]:
        return assessment("done", value, metadata={"mlflow.assessment.sourceRunId": run}, create_time=moment)

    whole = trace(0, scored(False, "r0", "2026-01-01"), scored(True, "r1", "2026-01-02"))
    invalid = assessment("done", False, valid=False)
    found = inspect(lines(tmp_path, "a.jsonl", [whole, trace(1, assessment("done", True), invalid)]))
    assert found["metrics"]["done"]["before"] == {"mean": 1.0, "scored_units": 2, "scored_rows": 2}


def test_that_several_people_are_raters_and_dictionaries_several_metrics(tmp_path: Path) -> None:
    def judged(number: int) -> dict[str, Any]:
        people = [assessment("kind", True, "ann"), assessment("kind", False, "bob")]
        return trace(number, assessment("safety", {"toxic": 0.25, "leak": 0.5}), *people)

    found = inspect(lines(tmp_path, "a.jsonl", [judged(number) for number in range(3)]))
    assert found["metrics"]["kind"]["before"] == {"mean": 0.5, "scored_units": 3, "scored_rows": 6}
    assert (found["metrics"]["kind"]["tier"], found["metrics"]["safety/leak"]["tier"]) == ("human", "automated")
    assert mean(found, "safety/toxic") == 0.25
    assert found["units"]["baseline"] == 3


def test_that_two_runs_in_one_file_are_two_arms(tmp_path: Path) -> None:
    traces = [trace(n, assessment("done", run == "r2"), run=run) for run in ("r1", "r2") for n in range(3)]
    found = inspect(lines(tmp_path, "a.jsonl", traces), runs={"baseline": "r1", "candidate": "r2"})
    assert found["metrics"]["done"]["paired"]["mean_difference"] == 1.0


@needs_shared
@pytest.mark.parametrize("arm", ["baseline", "candidate"])
def test_that_real_traces_have_the_means_of_their_feedback(arm: str) -> None:
    path = FORMATS / f"mlflow/v3.17.2_genai_traces/{arm}_traces.jsonl"
    values: dict[str, list[float]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        for part in json.loads(line)["info"]["assessments"]:
            value = part.get("feedback", {}).get("value")
            if value is not None:
                values.setdefault(part["assessment_name"], []).append({"yes": 1, "no": 0}.get(value, value))
    found = inspect(path)
    assert set(values) == set(found["metrics"]) - {"execution_duration_ms"}
    for name, numbers in values.items():
        assert mean(found, name) == pytest.approx(sum(numbers) / len(numbers), rel=1e-12)
    assert {"persona", "query_tier"} <= set(found["segments"])


@needs_shared
def test_that_real_traces_of_two_runs_pair() -> None:
    folder = FORMATS / "mlflow/v3.17.2_genai_traces"
    found = inspect(folder / "baseline_traces.jsonl", folder / "candidate_traces.jsonl")
    assert found["units"]["in_both"] == 70
