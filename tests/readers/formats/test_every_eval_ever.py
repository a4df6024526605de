from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.readers.formats.documents import FORMATS, codes, document, inspect, lines, mean, refusal
from tests.readers.samples import needs_shared
from tradeoff_app.readers import open_files


def sample(number: int, score: float | None, result: str = "exact_match:strict", **fields: Any) -> dict[str, Any]:
    return {
        "schema_version": "0.3.0",
        "evaluation_id": "bench/bot/1",
        "model_id": "org/bot",
        "evaluation_name": "bench/strict",
        "evaluation_result_id": result,
        "sample_id": str(number),
        "sample_hash": f"hash{number}",
        "interaction_type": "single_turn",
        "input": {"raw": f"question {number}", "reference": ["A"]},
        "output": {"raw": [f"answer {number}"]},
        "evaluation": {"score": score, "is_correct": None},
        "token_usage": {"input_tokens": 3, "output_tokens": 5, "total_tokens": 8},
        "performance": {"latency_ms": 12.5},
        "metadata": {"subject": "law" if number % 2 else "art", "doc_hash": f"h{number}", "filter": "strict"},
        **fields,
    }


def record(results: list[dict[str, Any]], **fields: Any) -> dict[str, Any]:
    return {"schema_version": "0.3.0", "source_metadata": {}, "evaluation_results": results, **fields}


def test_that_the_results_of_a_sample_are_metrics_of_one_unit(tmp_path: Path) -> None:
    rows = [sample(number, float(number < 2)) for number in range(4)]
    rows += [sample(number, 1.0, "f1:strict") for number in range(4)]
    path = lines(tmp_path, "a_samples.jsonl", rows)
    found = inspect(path)
    assert (found["unit_column"], found["units"]["baseline"], found["files"][0]["rows"]) == ("sample_id", 4, 4)
    assert (mean(found, "exact_match:strict"), mean(found, "f1:strict")) == (0.5, 1.0)
    assert (mean(found, "total_tokens"), mean(found, "latency_ms")) == (8.0, 12.5)
    assert found["segments"]["subject"]["baseline"] == {"art": 2, "law": 2}
    assert found["files"][0]["model"] == "org/bot"
    assert open_files([path]).outputs["baseline"]["2"] == "answer 2"


def test_that_the_record_beside_the_samples_says_the_direction(tmp_path: Path) -> None:
    path = lines(tmp_path, "a_samples.jsonl", [sample(number, 0.25 * number) for number in range(4)])
    config = {"lower_is_better": True, "min_score": 0.0, "max_score": 2.0}
    results = [{"evaluation_result_id": "exact_match:strict", "metric_config": config}]
    beside = record(results, eval_library={"name": "lm_eval", "version": "0.4.13"})
    document(tmp_path, "a.json", beside)
    found = inspect(path)
    metric = found["metrics"]["exact_match:strict"]
    assert (metric["better"], metric["scale"], metric["assumed"]) == ("lower", [0.0, 2.0], [])
    assert found["files"][0]["tool_version"] == "lm_eval 0.4.13"
    assert "neighbour_read" in codes(found)


def test_that_repeats_models_and_equal_numbers_are_told_apart(tmp_path: Path) -> None:
    rows = [sample(number, score) for score in (0.0, 1.0) for number in range(3)]
    found = inspect(lines(tmp_path, "a.jsonl", rows))
    assert found["metrics"]["exact_match:strict"]["before"] == {"mean": 0.5, "scored_units": 3, "scored_rows": 6}
    rows = [sample(number, 1.0, model_id=model) for model in ("org/bot-1", "org/bot-2") for number in range(3)]
    assert inspect(lines(tmp_path, "b.jsonl", rows))["arms"] == ["org/bot-1", "org/bot-2"]
    rows = [sample(number, 1.0, sample_hash=f"{task}{number}") for task in "xy" for number in range(3)]
    assert inspect(lines(tmp_path, "c.jsonl", rows))["units"]["baseline"] == 6


def test_that_errors_and_ids_made_anew_are_handled(tmp_path: Path) -> None:
    fresh = "f3a1c0de-4b2e-4c1a-9f6d-1b7e5a2c8d40#0"
    rows = [sample(number, 1.0, fresh) for number in range(3)]
    rows.append(sample(3, None, fresh, error="timed out"))
    rows.append(sample(4, None, fresh, evaluation={"is_correct": False}))
    found = inspect(lines(tmp_path, "a.jsonl", rows))
    assert mean(found, "bench/strict") == 0.75
    assert found["files"][0]["error_rows"] == 1


def test_that_the_score_beside_an_error_of_one_result_does_not_count(tmp_path: Path) -> None:
    rows = [sample(number, 1.0) for number in range(4)]
    rows += [sample(number, 1.0, "helpful") for number in range(3)]
    rows.append(sample(3, 0.0, "helpful", error="judge_error"))
    rows += [sample(number, 0.0, result, error="timeout") for number in (4,) for result in ("helpful", "exact")]
    found = inspect(lines(tmp_path, "a_samples.jsonl", rows))
    assert (found["files"][0]["rows"], found["files"][0]["error_rows"]) == (5, 1)
    assert found["metrics"]["helpful"]["before"] == {"mean": 1.0, "scored_units": 3, "scored_rows": 3}
    assert found["metrics"]["exact_match:strict"]["before"]["scored_units"] == 4


def test_that_what_the_writer_had_to_assume_is_not_stated(tmp_path: Path) -> None:
    path = lines(tmp_path, "a_samples.jsonl", [sample(number, 0.25 * number) for number in range(4)])
    details = {"assumed": "better, scale"}
    config = {"lower_is_better": True, "min_score": 0.0, "max_score": 0.75, "additional_details": details}
    document(tmp_path, "a.json", record([{"evaluation_result_id": "exact_match:strict", "metric_config": config}]))
    metric = inspect(path)["metrics"]["exact_match:strict"]
    assert metric["scale"] != [0.0, 0.75]
    assert "better" in metric["assumed"]


def test_that_averages_and_samples_without_scores_are_refused(tmp_path: Path) -> None:
    details = {"file_path": "data/x/abc_samples.jsonl", "format": "jsonl"}
    assert "Choose abc_samples.jsonl" in refusal(
        document(tmp_path, "a.json", record([], detailed_evaluation_results=details))
    )
    assert "UUID_samples.jsonl" in refusal(document(tmp_path, "b.json", record([])))
    bare = [sample(1, None, token_usage=None, performance=None)]
    assert "no sample has a score" in refusal(lines(tmp_path, "c_samples.jsonl", bare))


def test_that_averages_with_their_number_and_error_are_read_as_groups(tmp_path: Path) -> None:
    def result(name: str, score: float, **uncertainty: Any) -> dict[str, Any]:
        return {
            "evaluation_result_id": name,
            "source_data": {"dataset_name": "support"},
            "metric_config": {"lower_is_better": False},
            "score_details": {"score": score, "uncertainty": uncertainty},
        }

    known = {"num_samples": 120, "standard_error": {"value": 0.0397}}
    results = [result("exact:strict", 0.75, **known), result("chrf", 0.3, num_samples=120)]
    paths = (document(tmp_path, f"{arm}.json", {**record([]), "evaluation_results": results}) for arm in ("a", "b"))
    found = inspect(*paths)
    metric = found["metrics"]["exact:strict"]
    assert (metric["type"], metric["better"], metric["before"]["scored_units"]) == ("binary", "higher", 120)
    assert list(found["metrics"]) == ["exact:strict"]


@needs_shared
def test_that_the_shared_conversion_is_read() -> None:
    found = inspect(*sorted((FORMATS / "every_eval_ever" / "v0.3.0_from_lm_eval").rglob("*_samples.jsonl")))
    assert (found["units"]["in_both"], found["files"][0]["model"]) == (100, "acme/support-bot-baseline")
    assert mean(found, "exact_match:strict") == pytest.approx(0.75)
    assert found["metrics"]["exact_match:strict"]["assumed"] == []
