from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.readers.formats.documents import FORMATS, comma_table, document, inspect, lines, mean
from tests.readers.samples import needs_shared


def event(number: int, score: float | None, arm: str = "a", **fields: Any) -> dict[str, Any]:
    return {
        "id": f"{arm}{number}",
        "created": "2026-01-02T00:00:00Z",
        "experiment_id": f"exp-{arm}",
        "input": {"ticket": f"T{number}", "text": "please help"},
        "output": "ok",
        "expected": "yes" if number else "no",
        "error": None,
        "scores": {"Factuality": score, "Style": 0.25},
        "metadata": {"tier": "ab"[number % 2]},
        "tags": ["DE", "vip"],
        "metrics": {"start": 1.0, "end": 2.0, "duration": 1.0, "estimated_cost": 0.5, "tokens": 7},
        "root_span_id": f"{arm}{number}",
        "span_parents": None,
        "is_root": True,
        **fields,
    }


def test_that_events_pair_by_their_input(tmp_path: Path) -> None:
    before = document(tmp_path, "a.json", [event(number, 0.5) for number in range(4)])
    after = document(tmp_path, "b.json", {"events": [event(number, 1.0, "b") for number in (3, 2, 1, 0)]})
    found = inspect(before, after)
    assert found["units"]["in_both"] == 4
    assert found["metrics"]["Factuality"]["paired"]["mean_difference"] == 0.5
    assert found["metrics"]["estimated_cost"]["unit"] == "USD"
    assert found["segments"]["tier"]["candidate"] == {"a": 2, "b": 2}


def test_that_csv_cells_are_json(tmp_path: Path) -> None:
    rows = [event(number, None if number == 1 else 0.5) for number in range(4)]
    found = inspect(document(tmp_path, "a.json", rows), comma_table(tmp_path, "b.csv", rows))
    assert found["files"][1]["format"] == "braintrust"
    assert found["metrics"]["Factuality"]["before"] == found["metrics"]["Factuality"]["after"]
    assert found["metrics"]["Factuality"]["before"]["scored_units"] == 3
    assert found["metrics"]["tokens"]["after"]["mean"] == 7


def test_that_spans_inside_an_evaluation_are_no_units(tmp_path: Path) -> None:
    span = event(0, None, is_root=False, scores={}, span_parents=["a0"], input={"messages": []})
    assert inspect(lines(tmp_path, "a.jsonl", [event(0, 1.0), span, event(1, 0.0)]))["units"]["baseline"] == 2
    bare = [{key: value for key, value in row.items() if key != "is_root"} for row in (event(0, 1.0), span)]
    assert inspect(lines(tmp_path, "b.jsonl", bare))["units"]["baseline"] == 1


def test_that_two_experiments_in_one_file_are_two_arms(tmp_path: Path) -> None:
    rows = [event(number, score, arm) for arm, score in (("a", 0.0), ("b", 1.0)) for number in range(3)]
    found = inspect(lines(tmp_path, "a.jsonl", rows), runs={"baseline": "exp-a", "candidate": "exp-b"})
    assert found["metrics"]["Factuality"]["paired"]["mean_difference"] == 1.0


def test_that_results_of_a_local_run_are_read(tmp_path: Path) -> None:
    result = {"input": "why?", "output": "so", "expected": "so", "scores": {"exact": 1}, "error": None, "metadata": {}}
    failed = {**result, "input": "how?", "scores": {}, "error": "Error: timed out"}
    whole = {"summary": {"experimentName": "e1", "projectName": "p"}, "results": [result, failed]}
    found = inspect(document(tmp_path, "a.json", whole))
    assert found["files"][0]["format"] == "braintrust"
    assert mean(found, "exact") == 1.0
    assert (found["units"]["baseline"], found["files"][0]["error_rows"]) == (2, 1)


@needs_shared
def test_that_real_layouts_have_the_means_of_their_scores() -> None:
    paths = [FORMATS / "braintrust" / f"{arm}.json" for arm in ("baseline", "candidate")]
    found = inspect(*paths)
    assert found["units"]["in_both"] == 90
    for path, arm in zip(paths, ("before", "after"), strict=True):
        events = json.loads(path.read_text(encoding="utf-8"))
        tones = [row["scores"].get("Tone") for row in events if not row["error"]]
        scored = [tone for tone in tones if tone is not None]
        assert mean(found, "Tone", arm) == pytest.approx(sum(scored) / len(scored), rel=1e-12)
        assert found["metrics"]["Tone"][arm]["scored_rows"] == len(scored)


def test_that_results_of_a_local_run_name_the_scorers_that_failed(tmp_path: Path) -> None:
    results = [
        {
            "input": {"ticket": f"T{number}"},
            "output": "ok",
            "expected": "yes",
            "scores": {"Style": 0.25} | ({"Tone": 0.5} if number else {}),
            "metadata": {"tier": "ab"[number % 2]} | ({} if number else {"scorer_errors": {"Tone": "Traceback"}}),
            "tags": ["t"],
            "error": None,
            "exc_info": None,
        }
        for number in range(4)
    ]
    found = inspect(document(tmp_path, "a.json", results))
    assert found["files"][0]["format"] == "braintrust"
    assert found["metrics"]["Tone"]["before"]["scored_units"] == 3
    assert any(problem["code"] == "judge_errors" and "Tone" in problem["text"] for problem in found["problems"])
    assert "scorer_errors.Tone" not in found["segments"]
