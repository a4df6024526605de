from __future__ import annotations

import re

import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st

from tradeoff_app.readers.cell_bytes import CellBytes, find_cells
from tradeoff_app.readers.cell_numbers import read_numbers
from tradeoff_app.readers.column_scan import DECIMAL, WHOLE
from tradeoff_app.readers.record_bounds import find_records

LONGEST = 24
LARGEST = 2.0**53
PLAIN = st.one_of(
    st.from_regex(DECIMAL, fullmatch=True, alphabet="0123456789.-"),
    st.from_regex(WHOLE, fullmatch=True, alphabet="0123456789-"),
    st.floats(0, 1).map(repr).filter(lambda text: "e" not in text),
    st.floats(-1e9, 1e9).map(repr).filter(lambda text: "e" not in text),
    st.integers(-(10**16), 10**16).map(str),
)
NEARLY = st.text("0123456789.-+e, é_٣", min_size=1, max_size=LONGEST + 1)


def cells_of(texts: list[str], head: str = "key;value") -> CellBytes:
    """The last column of a table, in which nothing stands before or behind these cells but what belongs to it."""
    data = "\n".join([head, *(f"0;{text}" for text in texts)]).encode()
    records = find_records(data, b";")
    assert records is not None
    grid = find_cells(data, records, 1, b";", 2)
    assert grid is not None
    return grid.column(1)


@example(["-0", "0"])
@example(["-0.0"])
@example(["0.30000000000000004"])
@example(["1234567.8", "12345678.9", "123456.78"])
@example(["9007199254740991.0", "-123456789012345.678901"])
@given(
    st.lists(PLAIN.filter(lambda text: len(text) <= LONGEST and abs(float(text)) < LARGEST), min_size=1, max_size=20)
)
def test_that_plain_numbers_are_the_doubles_that_float_reads(texts: list[str]) -> None:
    numbers = read_numbers(cells_of(texts), is_whole=False)
    assert numbers is not None
    assert numbers.tolist() == list(map(float, texts))
    assert np.signbit(numbers).tolist() == [text.startswith("-") for text in texts]


@example(texts=[""], whole=True)
@example(texts=["1", "", "-2"], whole=True)
@example(texts=["-0"], whole=True)
@example(texts=["-9007199254740992", "1.5"], whole=False)
@example(texts=["-"], whole=False)
@example(texts=["."], whole=False)
@example(texts=["12345678."], whole=False)
@example(texts=["1.2345678.1"], whole=False)
@example(texts=["1\u0663"], whole=False)
@given(texts=st.lists(st.one_of(NEARLY, PLAIN, st.just("")), min_size=1, max_size=3), whole=st.booleans())
def test_that_only_plain_spellings_make_a_column_of_numbers(texts: list[str], whole: bool) -> None:
    numbers = read_numbers(cells_of(texts), is_whole=whole)
    spelling = WHOLE if whole else DECIMAL
    is_plain = all(re.fullmatch(spelling, text, re.ASCII) for text in texts if text)
    if not is_plain or any(len(text) > LONGEST or abs(float(text or 0)) >= LARGEST for text in texts):
        assert numbers is None
        return
    assert numbers is not None
    assert np.array_equal(numbers, [float(text or "nan") for text in texts], equal_nan=True)


def test_that_numbers_at_the_very_beginning_of_a_text_are_read() -> None:
    data = b"1.5,2\n-7,345.25\n"
    records = find_records(data, b",")
    assert records is not None
    grid = find_cells(data, records, 0, b",", 2)
    assert grid is not None
    first, second = (read_numbers(grid.column(column), is_whole=False) for column in range(2))
    assert first is not None
    assert second is not None
    assert (first.tolist(), second.tolist()) == ([1.5, -7.0], [2.0, 345.25])


def test_that_more_cells_than_one_run_holds_are_read_to_the_last() -> None:
    texts = [str(number) if number % 7 else "" for number in range(40_000)]
    numbers = read_numbers(cells_of(texts), is_whole=True)
    assert numbers is not None
    assert np.array_equal(numbers, [float(text or "nan") for text in texts], equal_nan=True)
