from __future__ import annotations

import math
from typing import Any

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tradeoff_app.model.metric import Status
from tradeoff_app.readers.item_keys import name_items, write_item
from tradeoff_app.readers.scored_rows import SHARE, ScoredRow, ToolLog, make_tables

LOG = ToolLog("tool", "a.json", hints={"m": SHARE})
SCALARS = st.none() | st.booleans() | st.integers(-5, 5) | st.floats(-2, 2) | st.text("ab", max_size=2)


def row(number: int, score: Any = 1.0, **fields: Any) -> ScoredRow:
    return ScoredRow(f"u{number}", {"m": score}, number, **fields)


def test_that_a_scale_holds_only_where_no_score_lies_outside() -> None:
    for score, scale in ((1.0, (0.0, 1.0)), (4.0, None)):
        (table,) = make_tables(LOG, [row(1, score)])
        column = table.column("m")
        assert column is not None
        assert column.hint is not None
        assert column.hint.scale == scale


def test_that_scores_keep_why_single_cells_are_missing() -> None:
    failed: dict[str, Status] = {"m": "judge_error"}
    (table,) = make_tables(LOG, [row(1), row(2, None, failures=failed)])
    column = table.column("m")
    assert column is not None
    assert column.statuses == ["ok", "judge_error"]
    taken = column.take(np.array([1]))
    assert taken.statuses == ["judge_error"]
    assert [problem.code for problem in table.problems] == ["judge_errors"]


def test_that_labels_truth_words_and_odd_texts_are_told_apart() -> None:
    def numbers(*scores: Any) -> list[float] | None:
        (table,) = make_tables(LOG, [row(number, score) for number, score in enumerate(scores)])
        column = table.column("m")
        assert column is not None
        return None if column.numbers is None else column.numbers.tolist()

    assert numbers("good", "bad", None) is None
    assert numbers(True, "no", 1) == [1.0, 0.0, 1.0]
    assert numbers(*[0.5] * 9, "n/a?")[:9] == [0.5] * 9  # type: ignore[index]
    assert numbers(*[f"remark {n}" for n in range(30)]) is None


def test_that_fields_of_the_same_name_carry_their_group() -> None:
    attributes = {"metadata": {"tier": "a", "m": "x"}, "input": {"tier": "b", "same": "a"}}
    (table,) = make_tables(LOG, [row(1, attributes=attributes)])
    names = [column.name for column in table.with_role("attribute")]
    assert names == ["tier", "metadata.m", "input.tier"]


def test_that_runs_become_tables_and_a_single_run_has_no_name() -> None:
    tables = make_tables(LOG, [row(1, run="a"), row(1, run="b"), row(2, run="a")])
    assert [(table.run, table.rows) for table in tables] == [("a", 2), ("b", 1)]
    assert [table.run for table in make_tables(LOG, [row(1, run="a")])] == [None]


@given(
    st.lists(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3) | st.lists(SCALARS), max_size=8
    )
)
def test_that_no_score_is_ever_invented(scores: list[Any]) -> None:
    for table in make_tables(LOG, [row(number, score) for number, score in enumerate(scores)]):
        column = table.column("m")
        assert column is not None
        if column.numbers is not None:
            assert len(column.numbers) == len(scores)
            for score, number in zip(scores, column.numbers.tolist(), strict=True):
                is_plain = isinstance(score, bool | int | float) and math.isfinite(float(score))
                assert math.isnan(number) or (is_plain and number == float(score)) or isinstance(score, str)


@given(st.lists(SCALARS | st.dictionaries(st.sampled_from("xyz"), SCALARS, max_size=3), max_size=6))
def test_that_equal_items_get_equal_names_and_others_different_ones(items: list[Any]) -> None:
    names = name_items(items)
    whole = [write_item(item) for item in items]
    for first in range(len(items)):
        for second in range(len(items)):
            assert (whole[first] == whole[second]) <= (names[first] == names[second])
            assert (names[first] == names[second]) <= (whole[first] == whole[second])
