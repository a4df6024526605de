from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tradeoff_app.readers.question_text import add_question, asks, write_question
from tradeoff_app.readers.reader import Cell, RawColumn

SYSTEM = {"role": "system", "content": "Be brief."}
USER = {"role": "user", "content": "Where is my parcel?"}
BOT = {"role": "assistant", "content": "Which one?"}


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("Where is it?", "Where is it?"),
        (None, None),
        ("", None),
        (17, "17"),
        ([SYSTEM, USER], "Where is my parcel?"),
        ([USER, BOT, {"role": "User", "content": "The red one"}], "The red one"),
        ([SYSTEM, BOT], "Which one?"),
        ([{"type": "human", "content": [{"type": "text", "text": "a"}, {"type": "image_url"}]}], "a"),
        (json.dumps([SYSTEM, USER]), "Where is my parcel?"),
        ("{'messages': [{'role': 'user', 'content': 'Hi'}]}", "Hi"),
        ({"context": "long", "question": "Why?"}, "Why?"),
        ({"text": "Why?"}, "Why?"),
        ({"topic": "tax", "items": [1, 2], "none": None}, "topic: tax\nitems: [1, 2]"),
        ([{"role": ["user"], "content": "odd"}], "odd"),
        (["a", "b"], "a\nb"),
        ("[see below", "[see below"),
        ({}, None),
        ([], None),
    ],
)
def test_that_a_question_is_written_as_people_read_it(value: Any, text: str | None) -> None:
    assert write_question(value) == text


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["role", "content", "messages", "question", "a.b"]), inner, max_size=3)
    ),
    max_leaves=12,
)


@given(JSON)
def test_that_any_value_gives_a_text_or_nothing(value: Any) -> None:
    written = write_question(value)
    assert written is None or (isinstance(written, str) and written)


def column(cells: list[Cell]) -> RawColumn:
    return RawColumn("prompt", cells, is_typed=True)


def test_that_ids_and_templates_ask_nothing() -> None:
    assert asks(column(["Where is it?", "Who is it?"]), is_unit=False)
    assert asks(column(["どこ", "だれ"]), is_unit=False)
    assert not asks(column(["q0001", "q0002"]), is_unit=True)
    assert not asks(column(["You are a bot", "You are a clerk"] * 20), is_unit=False)
    assert not asks(column([None, None]), is_unit=True)


def test_that_a_column_that_says_just_that_is_taken_and_no_name_is_lost() -> None:
    known = [RawColumn("item", ["Why?", "Who?"], role="unit", is_typed=True)]
    assert add_question(known, ["Why?", {"question": "Who?"}]) == (known, "item")
    assert add_question(known, [None, ""]) == (known, None)
    other = [RawColumn("question", ["x", None], role="attribute", is_typed=True)]
    columns, name = add_question(other, ["Why?", None])
    assert name == "question (2)"
    assert [(part.name, list(part.cells)) for part in columns] == [("question", ["x", None]), (name, ["Why?", None])]
