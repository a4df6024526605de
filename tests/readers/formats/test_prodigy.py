from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.readers.formats.documents import FORMATS, codes, inspect, lines, mean, refusal
from tests.readers.samples import needs_shared, write


def choice(item: int, rater: str, accepted: list[Any], answer: str = "accept", **fields: Any) -> dict[str, Any]:
    return {
        "text": f"answer to {item}",
        "meta": {"query": f"q{item}", "tier": "head" if item % 2 else "tail"},
        "options": [{"id": "good", "text": "Good"}, {"id": "bad", "text": "Bad"}],
        "accept": accepted,
        "answer": answer,
        "_input_hash": 7000 + item,
        "_task_hash": 9000 + item,
        "_view_id": "choice",
        "_annotator_id": f"set-{rater}",
        "_session_id": f"set-{rater}",
        **fields,
    }


def binary(item: int, answer: str, **fields: Any) -> dict[str, Any]:
    task = {"text": f"text {item}", "answer": answer, "_input_hash": item, "_task_hash": item + 50}
    return {**task, "_session_id": "set-ana", **fields}


def test_that_choices_are_labels_of_several_raters(tmp_path: Path) -> None:
    rows = [choice(item, rater, ["good" if item < 4 else "bad"]) for item in range(6) for rater in ("ana", "ben")]
    rows.append(choice(0, "chi", [], "ignore"))
    rows.append(choice(1, "chi", ["bad"], "reject"))
    found = inspect(lines(tmp_path, "a.jsonl", rows))
    assert (found["units"]["baseline"], found["files"][0]["rows"], found["unit_column"]) == (6, 14, "query")
    assert mean(found, "accept=good") == pytest.approx(4 / 6)
    assert found["metrics"]["accept=good"]["before"]["scored_rows"] == 12
    assert found["metrics"]["accept=good"]["tier"] == "human"
    assert {"ignored_answers", "rejected_choices"} <= codes(found)
    assert "tier" in found["segments"]


def test_that_reject_is_a_zero_in_binary_tasks(tmp_path: Path) -> None:
    answers = ["accept", "accept", "accept", "reject", "ignore"]
    rows = [binary(item, answer, label="HELPFUL") for item, answer in enumerate(answers)]
    found = inspect(lines(tmp_path, "a.jsonl", rows))
    assert (mean(found, "HELPFUL"), found["metrics"]["HELPFUL"]["before"]["scored_rows"]) == (0.75, 4)
    unnamed = inspect(lines(tmp_path, "b.jsonl", [binary(item, answer) for item, answer in enumerate(answers)]))
    assert mean(unnamed, "answer") == 0.75


def test_that_numbered_options_are_a_scale(tmp_path: Path) -> None:
    rows = [choice(item, "ana", [str(1 + item % 5)]) for item in range(10)]
    found = inspect(lines(tmp_path, "a.jsonl", rows))
    assert (mean(found, "accept"), found["metrics"]["accept"]["type"]) == (3.0, "ordinal")


def test_that_several_accepted_options_are_shares(tmp_path: Path) -> None:
    rows = [choice(0, "ana", ["good", "bad"]), choice(1, "ana", ["good"]), choice(2, "ana", ["bad"])]
    found = inspect(lines(tmp_path, "a.jsonl", rows))
    assert mean(found, "accept=good") == mean(found, "accept=bad") == pytest.approx(2 / 3)


def test_that_a_dataset_without_answers_is_refused(tmp_path: Path) -> None:
    assert "no answer is scored" in refusal(lines(tmp_path, "a.jsonl", [choice(0, "ana", [], "ignore")]))
    broken = write(tmp_path, "b.jsonl", '{"_input_hash": 1, "_task_hash": 2, "answer": "accept"}\nnonsense\n{"a": 1}\n')
    assert "line 2" in refusal(broken)


@needs_shared
def test_that_the_shared_pair_is_read() -> None:
    found = inspect(*(FORMATS / "prodigy" / f"{arm}.jsonl" for arm in ("baseline", "candidate")))
    assert (found["unit_column"], found["units"]["in_both"]) == ("query_id", 50)
    assert found["metrics"]["accept"]["before"] == {
        "mean": pytest.approx(0.7266667),
        "scored_units": 50,
        "scored_rows": 122,
    }
    assert set(found["segments"]) == {"persona", "tier"}


def test_that_none_of_several_choices_is_an_answer(tmp_path: Path) -> None:
    accepted: list[list[Any]] = [["good", "bad"], ["good"], [], []]
    rows = [choice(item, "ana", given) for item, given in enumerate(accepted)]
    rows.append(choice(4, "ana", [], "reject"))
    found = inspect(lines(tmp_path, "a.jsonl", rows))
    assert (mean(found, "accept=good"), mean(found, "accept=bad")) == (0.5, 0.25)
    assert found["metrics"]["accept=good"]["before"]["scored_units"] == 4


def test_that_no_choice_among_single_ones_is_no_answer(tmp_path: Path) -> None:
    rows = [choice(item, "ana", given) for item, given in enumerate([[4], [2], []])]
    found = inspect(lines(tmp_path, "a.jsonl", rows))
    assert found["metrics"]["accept"]["before"] == {"mean": 3.0, "scored_units": 2, "scored_rows": 2}
