"""Texts in one: what they give back, and what they are equal to."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tradeoff_app.analysis.texts import Texts


def _texts(listed: list[str]) -> Texts:
    return Texts("".join(listed), np.array([len(text) for text in listed], dtype=np.int64))


@given(st.lists(st.text(max_size=5), max_size=12))
def test_that_texts_come_back_as_they_were(listed: list[str]) -> None:
    texts = _texts(listed)
    assert list(texts) == listed
    assert [texts[place] for place in range(len(texts))] == listed
    assert texts[1:] == tuple(listed[1:])
    assert texts == tuple(listed)
    assert hash(texts) == hash(tuple(listed))


def test_that_places_count_from_the_end_too_and_end_where_the_texts_end() -> None:
    texts = _texts(["a", "", "bc"])
    assert texts[-1] == "bc"
    assert texts[1] == ""
    with pytest.raises(IndexError):
        texts[3]


def test_that_other_texts_are_not_equal() -> None:
    assert _texts(["a", "b"]) != _texts(["ab", ""])
    assert _texts(["a"]) != ["a"]
