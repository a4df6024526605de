"""A memo remembers what was asked for last, and no more than it may."""

from __future__ import annotations

from itertools import count

from tradeoff_app.analysis.memo import LARGEST, Memo


def test_that_a_key_is_made_once() -> None:
    memo, counter = Memo(), count(1)
    assert [memo.recall("key", lambda: next(counter)) for _ in range(3)] == [1, 1, 1]
    assert next(counter) == 2


def test_that_a_part_may_be_recalled_while_the_whole_is_made() -> None:
    memo = Memo()
    assert memo.recall("whole", lambda: memo.recall("part", lambda: 2) + 1) == 3
    assert memo.recall("part", lambda: 0) == 2


def test_that_what_was_not_asked_for_longest_is_forgotten_first() -> None:
    memo = Memo()
    for key in ("steady", "once"):
        memo.recall(key, lambda key=key: key)  # type: ignore[misc]
    for number in range(LARGEST):
        memo.recall(number, lambda number=number: number)  # type: ignore[misc]
        memo.recall("steady", lambda: "made anew")
    assert memo.recall("steady", lambda: "made anew") == "steady"
    assert memo.recall("once", lambda: "made anew") == "made anew"
    assert memo.recall(LARGEST - 1, lambda: -1) == LARGEST - 1
