"""JSON that would be read as something else than it says is refused, with the place."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tradeoff_app.storage.strict_json import JsonError, read_object

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53) + 1, 2**53 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(st.text(), VALUES, max_size=5))
def test_that_whatever_json_writes_is_read_back(value: dict[str, object]) -> None:
    text = json.dumps(value, ensure_ascii=False)
    assert read_object(text.encode("utf-8", "surrogatepass") if text.isascii() else text.encode()) == value


@given(st.binary(max_size=60))
def test_that_any_bytes_are_read_or_refused_by_name(data: bytes) -> None:
    refused: JsonError | None = None
    try:
        read_object(data)
    except JsonError as failure:
        refused = failure
    assert refused is None or (refused.place and refused.cause)


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ('{"a": 1, "a": 2}', "twice"),
        ('{"a": NaN}', "NaN"),
        ('{"a": -Infinity}', "Infinity"),
        ('{"a": 1e999}', "too large"),
        ('{"a": 9007199254740993}', "too large"),
        ('{"a": ' + "9" * 5000 + "}", "too large"),
        ('{"a": "\\ud800"}', "half of a character"),
        ('{"a": ' + "[" * 200 + "]" * 200 + "}", "100 levels"),
        ("[1]", "no JSON object"),
        ('{"a": 1', "not JSON"),
        ("", "not JSON"),
    ],
)
def test_that_ambiguous_json_is_refused(text: str, cause: str) -> None:
    with pytest.raises(JsonError, match=cause):
        read_object(text.encode())


def test_that_brackets_inside_texts_do_not_count_as_depth() -> None:
    assert read_object(json.dumps({"a": "[" * 500 + '"{'}).encode()) == {"a": "[" * 500 + '"{'}


def test_that_bytes_that_are_no_text_are_named_by_their_position() -> None:
    with pytest.raises(JsonError, match="byte 6"):
        read_object(b'{"a":"\xff"}')
