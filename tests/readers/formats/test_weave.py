from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.readers.formats.documents import document, inspect, lines, mean, refusal


def row(number: int, *evaluations: tuple[str, list[Any]], **fields: Any) -> dict[str, Any]:
    return {
        "row_digest": f"digest{number}",
        "raw_data_row": {"ticket": f"T{number}", "tier": "ab"[number % 2]},
        "evaluations": [
            {
                "evaluation_call_id": name,
                "trials": [
                    {
                        "predict_and_score_call_id": f"{name}{number}{trial}",
                        "model_output": "answer",
                        "scores": scores,
                        "model_latency_seconds": 0.5,
                        "total_tokens": None,
                    }
                    for trial, scores in enumerate(trials)
                ],
            }
            for name, trials in evaluations
        ],
        **fields,
    }


SUMMARY = {"evaluations": [{"evaluation_call_id": "e1", "display_name": "before", "model_ref": "weave:///m1"}]}


def test_that_trials_are_repeats_and_dictionaries_several_metrics(tmp_path: Path) -> None:
    scores = [{"match": {"correct": True, "why": None}, "length": 3}, {"match": {"correct": False}, "length": 5}]
    path = document(tmp_path, "a.json", {"rows": [row(n, ("e1", scores)) for n in range(4)], "summary": SUMMARY})
    found = inspect(path)
    assert found["metrics"]["match/correct"]["before"] == {"mean": 0.5, "scored_units": 4, "scored_rows": 8}
    assert (mean(found, "length"), mean(found, "model_latency_seconds")) == (4.0, 0.5)
    assert "total_tokens" not in found["metrics"]
    assert found["segments"]["tier"]["baseline"] == {"a": 2, "b": 2}
    assert found["files"][0]["model"] == "weave:///m1"


def test_that_two_evaluations_in_one_answer_are_arms(tmp_path: Path) -> None:
    rows = [row(n, ("e1", [{"ok": False}]), ("e2", [{"ok": True}])) for n in range(3)]
    path = lines(tmp_path, "a.jsonl", [{"rows": rows[:2], "summary": SUMMARY}, {"rows": rows[2:]}])
    found = inspect(path, runs={"baseline": "before", "candidate": "e2"})
    assert found["metrics"]["ok"]["paired"]["mean_difference"] == 1.0
    assert found["units"]["in_both"] == 3


def test_that_rows_without_content_pair_by_digest(tmp_path: Path) -> None:
    before = document(tmp_path, "a.json", {"rows": [row(n, ("e1", [{"ok": 0}]), raw_data_row=None) for n in range(3)]})
    after = document(tmp_path, "b.json", {"rows": [row(n, ("e2", [{"ok": 1}]), raw_data_row=None) for n in (2, 0)]})
    assert inspect(before, after)["units"]["in_both"] == 2


def test_that_a_summary_alone_is_refused(tmp_path: Path) -> None:
    summary = {"evaluations": [{"evaluation_call_id": "e1", "scorer_stats": []}]}
    assert "include_rows" in refusal(document(tmp_path, "a.json", {"rows": None, "summary": summary}))


def test_that_tables_of_wandb_open_as_tables(tmp_path: Path) -> None:
    table = {
        "columns": ["ticket", "tier", "correct"],
        "data": [[f"T{n}", "ab"[n % 2], n > 0] for n in range(4)],
        "ncols": 3,
        "nrows": 4,
        "column_types": {"params": {}, "wb_type": "typedDict"},
    }
    assert mean(inspect(document(tmp_path, "a.table.json", table)), "correct") == 0.75
