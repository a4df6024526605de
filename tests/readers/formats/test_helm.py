from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.readers.formats.documents import FORMATS, codes, document, inspect, mean, refusal
from tests.readers.samples import needs_shared
from tradeoff_app.readers import open_files


def stat(name: str, mean: float | None, **described: Any) -> dict[str, Any]:
    held = {"count": 0} if mean is None else {"count": 1, "sum": mean, "mean": mean}
    return {"name": {"name": name, "split": "test", **described}, **held}


def instance(number: int, trial: int = 0, *stats: dict[str, Any], **fields: Any) -> dict[str, Any]:
    bookkeeping = [stat("num_references", 4.0), stat("batch_size", 1.0), stat("training_co2_cost", None)]
    return {
        "instance_id": f"id{number}",
        "train_trial_index": trial,
        "stats": [*bookkeeping, *stats, stat("max_prob", 1.0)],
        **fields,
    }


def test_that_quality_is_a_metric_and_bookkeeping_is_not(tmp_path: Path) -> None:
    rows = [
        instance(number, 0, stat("exact_match", float(number < 3)), stat("inference_runtime", 2.0))
        for number in range(4)
    ]
    found = inspect(document(tmp_path, "per_instance_stats.json", rows))
    assert set(found["metrics"]) == {"exact_match", "inference_runtime"}
    assert (mean(found, "exact_match"), found["metrics"]["exact_match"]["better"]) == (0.75, "higher")
    assert (found["unit_column"], found["metrics"]["inference_runtime"]["unit"]) == ("instance_id", "s")
    assert "bookkeeping" in codes(found)


def test_that_predictions_of_a_release_are_read_with_their_answers(tmp_path: Path) -> None:
    rows: list[dict[str, Any]] = [
        {
            "instance_id": f"id{number}",
            "train_trial_index": 0,
            "predicted_text": f"answer {number}",
            "stats": {"quasi_exact_match": float(number < 3), "num_output_tokens": 9.0, "inference_runtime": 2.0},
        }
        for number in range(4)
    ]
    rows.append({**rows[0], "perturbation": {"name": "typos"}, "stats": {"quasi_exact_match": 0.0}})
    path = document(tmp_path, "display_predictions.json", rows)
    found = inspect(path)
    assert set(found["metrics"]) == {"quasi_exact_match", "quasi_exact_match,typos", "inference_runtime"}
    assert (found["units"]["baseline"], mean(found, "quasi_exact_match")) == (4, 0.75)
    assert open_files([path]).outputs["baseline"]["id1"] == "answer 1"


def test_that_trials_are_repeats_and_perturbations_are_metrics(tmp_path: Path) -> None:
    rows = [instance(number, trial, stat("exact_match", 1.0)) for number in range(3) for trial in range(2)]
    changed = {"name": "typos", "robustness": True}
    rows += [
        instance(number, 0, stat("exact_match", 0.0, perturbation=changed), perturbation=changed) for number in range(3)
    ]
    found = inspect(document(tmp_path, "a.json", rows))
    assert (found["units"]["baseline"], found["files"][0]["rows"]) == (3, 6)
    assert (mean(found, "exact_match"), mean(found, "exact_match,typos")) == (1.0, 0.0)


def test_that_internals_serve_where_there_is_nothing_else(tmp_path: Path) -> None:
    found = inspect(document(tmp_path, "a.json", [instance(number) for number in range(3)]))
    assert list(found["metrics"]) == ["max_prob"]


def test_that_averages_are_refused(tmp_path: Path) -> None:
    average = {"name": {"name": "exact_match", "split": "test"}, "count": 1, "sum": 1, "sum_squared": 1, "stddev": 0.0}
    assert "no distributions, no pairing" in refusal(document(tmp_path, "stats.json", [average]))
    nothing = [{"instance_id": "a", "train_trial_index": 0, "stats": []}]
    assert "no instance has a statistic" in refusal(document(tmp_path, "a.json", nothing))


@needs_shared
def test_that_the_shared_run_is_read() -> None:
    folder = FORMATS / "helm" / "hellaswag_pythia-1b"
    found = inspect(folder / "per_instance_stats.json")
    assert (found["units"]["baseline"], mean(found, "exact_match")) == (10, 0.3)
    assert not any(name.startswith(("num_", "finish_reason", "batch")) for name in found["metrics"])
    assert "per_instance_stats.json" in refusal(folder / "stats.json")
