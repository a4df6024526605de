from __future__ import annotations

import gc
import weakref

from hypothesis import example, given
from hypothesis import strategies as st

from tests.readers.test_cell_numbers import cells_of
from tradeoff_app.readers.cell_texts import read_codes, read_texts
from tradeoff_app.readers.coded import Coded

CHARACTERS = "ab1 é😀\u200b"
TEXTS = st.lists(st.text(CHARACTERS, max_size=40), min_size=1, max_size=20)


@example(["one", "two", "one", ""])
@example(["q1", "q2", "q3"])
@example(["x" * 100, "y"])
@given(TEXTS)
def test_that_texts_come_as_they_are_coded_in_order(texts: list[str]) -> None:
    assert_same(read_texts(cells_of(texts)), Coded.from_texts([text or None for text in texts]))


@example(texts=["say", "no"], is_first=True)
@given(texts=st.lists(st.text(CHARACTERS + '"\n;', max_size=20), min_size=1, max_size=20), is_first=st.booleans())
def test_that_quoted_texts_come_without_their_quotes(texts: list[str], is_first: bool) -> None:
    quoted = ['"' + text.replace('"', '""') + '"' for text in texts]
    cells = cells_of([*quoted, "bare"] if is_first else ["bare", *quoted])
    expected = [text or None for text in texts]
    assert_same(read_texts(cells), Coded.from_texts([*expected, "bare"] if is_first else ["bare", *expected]))


@given(TEXTS, st.lists(st.text(CHARACTERS, min_size=1, max_size=40), max_size=3))
def test_that_known_words_are_coded_as_if_they_were_not_known(texts: list[str], more: list[str]) -> None:
    labels = [*dict.fromkeys([*more, *(text for text in texts if text)])]
    found = read_codes(cells_of(texts), labels) if labels else None
    assert labels == [] or found is not None
    if found is not None:
        assert_same(found, Coded.from_texts([text or None for text in texts]))


def test_that_a_word_nobody_knew_is_never_taken_for_a_known_one() -> None:
    for odd in ("tier 3", "tier", "tier 10", "Tier 1", "a tier 1", "tier 1 and more than the longest"):
        assert read_codes(cells_of(["tier 1", odd, "tier 2"]), ["tier 1", "tier 2"]) is None


def assert_same(found: Coded, expected: Coded) -> None:
    assert found.labels == expected.labels
    assert found.codes.tolist() == expected.codes.tolist()


def test_that_equal_ids_of_two_files_are_kept_once_and_only_while_somebody_needs_them() -> None:
    texts = [f"q{number}" for number in range(10, 99)]
    first, second = read_texts(cells_of(texts)), read_texts(cells_of(texts))
    assert first is second
    assert read_texts(cells_of(texts[:-1])) is not first
    kept = weakref.ref(first)
    del first, second
    gc.collect()
    assert kept() is None


@given(st.integers(1, 200), st.integers(0, 10**6))
def test_that_any_number_of_words_is_told_apart(count: int, first: int) -> None:
    labels = [f"{first + 7 * number}" for number in range(count)]
    texts = [labels[number * 31 % count] for number in range(3 * count)]
    found = read_codes(cells_of(texts), labels)
    assert found is not None
    assert_same(found, Coded.from_texts(texts))
