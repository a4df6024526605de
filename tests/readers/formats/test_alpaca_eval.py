from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.readers.formats.documents import FORMATS, codes, document, inspect, mean, refusal
from tests.readers.samples import needs_shared
from tradeoff_app.readers import open_files
from tradeoff_app.readers.formats.alpaca_eval import read_win


def annotation(number: int, preference: Any, **fields: Any) -> dict[str, Any]:
    return {
        "instruction": f"instruction {number}",
        "output_1": "reference answer",
        "generator_1": "reference",
        "dataset": "koala" if number % 2 else "vicuna",
        "output_2": f"answer {number}",
        "generator_2": "bot-1",
        "annotator": "judge",
        "preference": preference,
        "price_per_example": 0.01,
        "time_per_example": 0.8,
        "raw_completion": None,
        **fields,
    }


@pytest.mark.parametrize(
    ("preference", "win"),
    [(1.0, 0.0), (2, 1.0), (1.5, 0.5), (0, 0.5), (1.25, 0.25), (None, None), (float("nan"), None), (7, None)],
)
def test_that_preferences_become_wins(preference: Any, win: float | None) -> None:
    assert read_win(preference) == win


def test_that_two_models_are_compared_by_their_wins_over_one_reference(tmp_path: Path) -> None:
    before = document(tmp_path, "a.json", [annotation(number, value) for number, value in enumerate([1, 2, 1.5, None])])
    rows = [annotation(number, value, generator_2="bot-2") for number, value in enumerate([2, 2, 1, 2])]
    after = document(tmp_path, "b.json", rows)
    found = inspect(before, after)
    assert (found["unit_column"], found["units"]["in_both"]) == ("instruction", 4)
    assert (mean(found, "win"), mean(found, "win", "after")) == (0.5, 0.75)
    assert [file["model"] for file in found["files"]] == ["bot-1", "bot-2"]
    assert found["files"][0]["judge"] == "judge"
    assert list(found["metrics"]) == ["win"]
    assert set(found["segments"]) == {"dataset"}
    assert {"reference", "judge_errors"} <= codes(found)
    assert open_files([before]).outputs["baseline"]["instruction 1"] == "answer 1"


def test_that_several_models_in_one_file_are_arms_and_judges_are_raters(tmp_path: Path) -> None:
    rows = [annotation(number, 2, generator_2=model) for model in ("bot-1", "bot-2") for number in range(3)]
    assert inspect(document(tmp_path, "a.json", rows))["arms"] == ["bot-1", "bot-2"]
    rows = [annotation(number, 2 - index, annotator=judge) for index, judge in enumerate("ab") for number in range(3)]
    found = inspect(document(tmp_path, "b.json", rows))
    assert (found["units"]["baseline"], mean(found, "win")) == (3, 0.5)
    assert found["metrics"]["win"]["tier"] == "automated"


def test_that_a_file_without_preferences_is_refused(tmp_path: Path) -> None:
    assert "no annotation has a preference" in refusal(document(tmp_path, "a.json", [annotation(1, None)]))


@needs_shared
def test_that_the_real_model_update_is_read() -> None:
    models = ("gpt-3.5-turbo-0301", "gpt-3.5-turbo-1106")
    found = inspect(*(FORMATS / "alpaca_eval" / model / "annotations.json" for model in models))
    assert [file["model"] for file in found["files"]] == list(models)
    assert (found["units"]["in_both"], found["metrics"]["win"]["paired"]["units"]) == (805, 803)
    assert mean(found, "win") == pytest.approx(0.8936567)
    assert set(found["segments"]) == {"dataset"}
