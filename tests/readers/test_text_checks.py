from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tradeoff_app.readers.reader import Cell, PlaceNames, RawColumn, Role
from tradeoff_app.readers.text_checks import INVISIBLE, check_texts


def codes_of(cells: list[Cell], role: Role | None = None) -> list[str]:
    column = RawColumn("answer", cells, role=role, is_typed=True)
    return [problem.code for problem in check_texts([column], "a.json", PlaceNames.counted("row", len(cells)))]


@given(st.lists(st.text(st.characters(max_codepoint=0x2070), min_size=1), min_size=1, max_size=8))
def test_that_a_character_that_does_not_show_is_said_wherever_it_stands(texts: list[str]) -> None:
    is_hidden = any(INVISIBLE.search(text) for text in texts)
    assert ("invisible_characters" in codes_of([*texts])) == is_hidden


@pytest.mark.parametrize("role", ["output", "attribute"])
def test_that_one_hidden_character_among_many_answers_is_named_with_its_row(role: Role) -> None:
    cells: list[Cell] = [f"answer {row}\nsecond line" for row in range(900)]
    cells[700] = "answer\x00"
    column = RawColumn("answer", cells, role=role, is_typed=True)
    said = check_texts([column], "a.json", PlaceNames.counted("row", 900))
    assert [(problem.code, problem.place) for problem in said] == [("invisible_characters", "row 701")]


def test_that_few_labels_among_many_answers_are_compared() -> None:
    cells: list[Cell] = ["Yes", "yes", "no"] * 300
    assert codes_of(cells, "output") == ["lookalike_labels"]


def test_that_texts_among_numbers_are_looked_at() -> None:
    numbers = np.array([1.0, np.nan])
    column = RawColumn("score", [1.0, "a\u200b"], numbers, is_typed=True)
    said = check_texts([column], "a.json", PlaceNames.counted("row", 2))
    assert [problem.code for problem in said] == ["invisible_characters"]
