"""Numbers that independent programs computed are met by the product's own functions."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from tests.validation.oracles import TOPICS, answer, answer_all, read_cases
from tests.validation.tolerance import differences

SHARED = Path(__file__).parents[2] / ".." / "shared" / "data" / "oracles"


@lru_cache(maxsize=1)
def _cases() -> tuple[Any, ...]:
    return tuple(read_cases(SHARED)) if SHARED.exists() else ()


@pytest.mark.parametrize("case", _cases(), ids=lambda case: case["id"])
def test_that_an_independent_program_computes_the_same(case: Any) -> None:
    found = answer(case, SHARED)
    if found is None:
        pytest.skip(f"{case['topic']} comes later")
    assert differences(case, found) == []
    json.dumps(found, allow_nan=False)


def test_that_an_unknown_topic_is_answered_with_null() -> None:
    assert answer({"id": "x", "topic": "astrology.birth_chart", "expected": {"sign": 1}}, SHARED) is None


def test_that_every_topic_names_a_function_with_a_sentence() -> None:
    assert all(function.__doc__ for function in TOPICS.values())


def test_that_one_case_that_cannot_be_read_leaves_the_others_answered(tmp_path: Path) -> None:
    good = {"id": "a", "topic": "mcda.rank_order_centroid", "inputs": {"n": 2}, "expected": {"roc": None}}
    odd = {**good, "id": "b", "inputs": {}}
    (tmp_path / "cases.json").write_text(json.dumps([odd, good]), encoding="utf-8")
    assert answer_all(tmp_path) == {"b": {"roc": None}, "a": {"roc": [0.75, 0.25]}}
