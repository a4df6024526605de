from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.readers.formats.documents import FORMATS, codes, document, inspect, mean, refusal
from tests.readers.samples import needs_shared, write


def case(number: int, score: float | None, **fields: Any) -> dict[str, Any]:
    return {
        "name": f"case {number}",
        "input": f"question {number}",
        "actualOutput": "answer",
        "success": score == 1.0,
        "completionTime": 0.5,
        "metricsData": [{"name": "Relevancy", "threshold": 0.5, "score": score, "evaluationModel": "judge-1"}],
        "metadata": {"tier": "ab"[number % 2], "account": {"plan": "pro"}},
        "order": number,
        **fields,
    }


def run(*cases: dict[str, Any], **fields: Any) -> dict[str, Any]:
    scores = [part["score"] for test in cases for part in test.get("metricsData", []) if "score" in part]
    summary = [{"metric": "Relevancy", "scores": [score for score in scores if score is not None]}]
    return {"testCases": list(cases), "metricsScores": summary, "hyperparameters": {"model": "m1"}, **fields}


def test_that_cases_pair_by_name(tmp_path: Path) -> None:
    before = document(tmp_path, "20240102_101112", run(*(case(number, 0.0) for number in range(4))))
    after = document(tmp_path, "b.json", run(*(case(number, 1.0) for number in (3, 1, 2, 0))))
    found = inspect(before, after)
    assert found["metrics"]["Relevancy"]["paired"]["mean_difference"] == 1.0
    assert found["metrics"]["success"]["after"]["mean"] == 1.0
    assert found["segments"]["tier"]["baseline"] == {"a": 2, "b": 2}
    assert (found["files"][0]["model"], found["files"][0]["judge"]) == ("m1", "judge-1")
    assert codes(found) <= {"unused_columns"}


def test_that_a_metric_without_score_is_the_judges_error(tmp_path: Path) -> None:
    broken = case(1, None)
    broken["metricsData"] = [{"name": "Relevancy", "error": "judge timed out", "success": False}]
    found = inspect(document(tmp_path, "a.json", run(case(0, 0.5), broken)))
    assert found["metrics"]["Relevancy"]["before"] == {"mean": 0.5, "scored_units": 1, "scored_rows": 1}
    assert "judge_errors" in codes(found)
    assert found["files"][0]["error_rows"] == 0


def test_that_older_and_dumped_layouts_are_read(tmp_path: Path) -> None:
    old = [
        {
            "input": f"q{number}",
            "actualOutput": "a",
            "metricsMetadata": [{"metric": "Bias", "score": 0.25, "minimumScore": 0.5}],
            "additionalMetadata": {"tier": "x" if number else "y"},
        }
        for number in range(3)
    ]
    found = inspect(document(tmp_path, "a", {"testCases": old, "testPassed": 3}))
    assert mean(found, "Bias") == 0.25
    assert found["units"]["baseline"] == 3
    assert "unit_from_input" in codes(found)
    dumped = [
        {"name": f"t{number}", "success": True, "metrics_data": [{"name": "Bias", "score": 1.5}], "input": "same"}
        for number in range(3)
    ]
    found = inspect(document(tmp_path, "b.json", {"test_results": dumped, "confident_link": None}))
    assert mean(found, "Bias") == 1.5
    assert found["metrics"]["Bias"]["scale"] is None
    wrapped = {"testRunLink": None, "testRunData": run(case(0, 1.0))}
    assert inspect(document(tmp_path, ".latest_run_full.json", wrapped))["units"]["baseline"] == 1


def test_that_cases_nobody_can_tell_apart_are_matched_by_order_with_a_warning(tmp_path: Path) -> None:
    cases = [case(number, 1.0, name="test_bot", input="hello") for number in range(3)]
    assert inspect(document(tmp_path, "a.json", run(*cases)))["units"]["baseline"] == 1
    unnamed = [case(number, 1.0, name=None, input=None) for number in range(3)]
    found = inspect(document(tmp_path, "b.json", run(*unnamed)))
    assert found["units"]["baseline"] == 3
    assert "weak_unit_column" in codes(found)


def test_that_a_summary_that_says_something_else_is_named(tmp_path: Path) -> None:
    whole = run(case(0, 1.0), case(1, 0.0))
    whole["metricsScores"] = [{"metric": "Relevancy", "scores": [1.0, 1.0]}]
    assert "report_differs" in codes(inspect(document(tmp_path, "a.json", whole)))


def test_that_empty_and_cut_runs_are_refused(tmp_path: Path) -> None:
    assert "0 rows" in refusal(document(tmp_path, "a.json", run()))
    assert "cut off" in refusal(write(tmp_path, "b.json", json.dumps(run(case(0, 1.0)))[:-60]))


@needs_shared
@pytest.mark.parametrize("arm", ["baseline", "candidate"])
def test_that_real_runs_have_the_means_of_their_summary(arm: str) -> None:
    (path,) = (FORMATS / "deepeval/v4.3.1" / arm).glob("*.json")
    whole = json.loads(path.read_text(encoding="utf-8"))
    found = inspect(path)
    for part in whole["metricsScores"]:
        assert mean(found, part["metric"]) == pytest.approx(sum(part["scores"]) / len(part["scores"]), rel=1e-12)
    assert mean(found, "success") == whole["testPassed"] / len(whole["testCases"])
    assert {"persona", "query_tier", "topic"} <= set(found["segments"])
    assert "report_differs" not in codes(found)
