"""Numbers come back bit for bit, and a column that says one thing and holds another is refused."""

from __future__ import annotations

import base64
import zlib

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from tradeoff_app.analysis.observations import FloatArray, IntArray
from tradeoff_app.storage.columns import (
    ColumnError,
    decode_flags,
    decode_floats,
    decode_integers,
    encode_flags,
    encode_floats,
    encode_integers,
)


def bits(values: FloatArray) -> list[int]:
    """Bit patterns, with every NaN the same."""
    return np.where(np.isnan(values), np.nan, values).view(np.uint64).tolist()  # type: ignore[no-any-return]


@given(arrays.arrays(np.float64, st.integers(0, 40), elements=st.floats(width=64)))
def test_that_random_doubles_come_back_bit_for_bit(values: FloatArray) -> None:
    assert bits(decode_floats(encode_floats(values))) == bits(values)


@given(
    arrays.arrays(np.float64, st.integers(0, 40), elements=st.sampled_from([0.0, 1.0, -0.0, 0.5, np.nan, -128.0, 3e9]))
)
def test_that_small_whole_numbers_come_back_bit_for_bit(values: FloatArray) -> None:
    assert bits(decode_floats(encode_floats(values))) == bits(values)


@given(arrays.arrays(np.int64, st.integers(0, 40)))
def test_that_whole_numbers_come_back(values: IntArray) -> None:
    assert decode_integers(encode_integers(values)).tolist() == values.tolist()


@given(st.lists(st.booleans(), max_size=40))
def test_that_flags_come_back(values: list[bool]) -> None:
    assert decode_flags(encode_flags(np.array(values, dtype=np.bool_))).tolist() == values


@pytest.mark.parametrize(
    ("values", "kind"),
    [([0.0, 1.0, np.nan], "i1"), ([1000.0], "i2"), ([1e6], "i4"), ([0.5], "f4"), ([0.1], "f8"), ([-0.0], "f4")],
)
def test_that_a_column_takes_the_smallest_exact_type(values: list[float], kind: str) -> None:
    assert encode_floats(np.array(values))["type"] == kind


def packed(raw: bytes) -> str:
    """Bytes as a column holds them."""
    return base64.b64encode(zlib.compress(raw)).decode()


@pytest.mark.parametrize(
    "column",
    [
        {},
        [],
        {"type": "f2", "n": 1, "data": packed(b"xx")},
        {"type": "i1", "n": -1, "data": packed(b"")},
        {"type": "i1", "n": True, "data": packed(b"x")},
        {"type": "i1", "n": 10**12, "data": packed(b"x")},
        {"type": "i1", "n": 1, "data": packed(b"xy")},
        {"type": "i1", "n": 3, "data": packed(b"xy")},
        {"type": "i1", "n": 1, "data": "&&"},
        {"type": "i1", "n": 1, "data": "eJw="},
        {"type": "bits", "n": 8, "data": packed(b"x")},
        {"type": "i1", "n": 10, "data": packed(b"\0" * 10**7)},
    ],
)
def test_that_a_column_that_is_not_what_it_says_is_refused(column: dict[str, object]) -> None:
    with pytest.raises(ColumnError):
        decode_floats(column)
