from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.readers.formats.documents import FORMATS, codes, document, inspect, mean, refusal
from tests.readers.samples import needs_shared


def example(number: int, score: float | None, raters: Sequence[float] = (), **fields: Any) -> dict[str, Any]:
    return {
        "input_text": f"prompt {number}",
        "tags": ["travel" if number % 2 else "food"],
        "output_text_a": f"a {number}",
        "output_text_b": f"b {number}",
        "score": score,
        "individual_rater_scores": [{"score": one, "is_flipped": False, "rationale": "because"} for one in raters],
        **fields,
    }


def comparison(folder: Path, examples: Sequence[dict[str, Any]], **metadata: Any) -> Path:
    models = [{"name": "bot-2"}, {"name": "bot-1"}]
    return document(folder, "c.json", {"metadata": metadata, "models": models, "examples": list(examples)})


def test_that_one_file_holds_two_arms_with_opposite_scores(tmp_path: Path) -> None:
    found = inspect(comparison(tmp_path, [example(1, 1.5), example(2, -0.5), example(3, 0), example(4, 1)]))
    assert (found["arms"], found["units"]["in_both"]) == (["bot-1", "bot-2"], 4)
    assert (mean(found, "win"), mean(found, "win", "after")) == (0.375, 0.625)
    assert (mean(found, "score"), mean(found, "score", "after")) == (-0.5, 0.5)
    assert found["segments"]["tags"]["baseline"] == {"food": 2, "travel": 2}
    assert "two_views" in codes(found)


def test_that_single_raters_stay_rows(tmp_path: Path) -> None:
    found = inspect(comparison(tmp_path, [example(1, 0.25, (1, -0.5)), example(2, -1)]))
    assert found["metrics"]["win"]["before"] == {"mean": 0.75, "scored_units": 2, "scored_rows": 3}


def test_that_fields_with_one_value_per_model_are_measured(tmp_path: Path) -> None:
    fields = {"words": [10, 20], "safe": [True, False], "note": ["x", "y"], "topic": "t"}
    kinds = {"words": "per_model_number", "safe": "per_model_boolean", "note": "per_model_text", "topic": "category"}
    schema = [{"name": name, "type": kind} for name, kind in kinds.items()]
    rows = [example(number, 1, custom_fields=fields) for number in range(1, 4)]
    found = inspect(comparison(tmp_path, rows, custom_fields_schema=schema))
    assert (mean(found, "words"), mean(found, "words", "after")) == (20.0, 10.0)
    assert mean(found, "safe", "after") == 1.0
    assert not any(name.startswith("note") for name in found["metrics"])


def test_that_equal_or_missing_names_are_told_apart(tmp_path: Path) -> None:
    path = document(tmp_path, "c.json", {"models": [{"name": "bot"}, {"name": "bot"}], "examples": [example(1, 1)]})
    assert inspect(path)["arms"] == ["bot A", "bot B"]
    path = document(tmp_path, "d.json", {"examples": [example(1, 1)]})
    assert inspect(path)["arms"] == ["model A", "model B"]


def test_that_a_file_without_scores_or_examples_is_refused(tmp_path: Path) -> None:
    assert "no example has a score" in refusal(comparison(tmp_path, [example(1, None)]))
    text = {"models": [], "examples": {"output_text_a": "", "output_text_b": ""}}
    assert "list of examples is missing" in refusal(document(tmp_path, "d.json", text))


@needs_shared
def test_that_the_shared_example_is_read() -> None:
    found = inspect(FORMATS / "llm_comparator" / "example_tiny.json")
    assert (found["arms"], found["units"]["in_both"]) == (["ABC v0.5", "ABC v0.6"], 5)
    assert mean(found, "score", "after") == 0.3


def test_that_a_comparison_without_examples_is_refused_by_name(tmp_path: Path) -> None:
    empty = {"metadata": {"custom_fields_schema": []}, "models": [{"name": "A"}, {"name": "B"}], "examples": []}
    assert "no example has a score" in refusal(document(tmp_path, "a.json", empty))
