from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tradeoff_app.readers.arm_columns import ArmColumn, UnitRows
from tradeoff_app.readers.reader import RawColumn, RawTable

NUMBERS = st.sampled_from([0.0, 1.0, 2.5, float("nan"), float("inf")])


def table(ids: list[str], numbers: list[float]) -> RawTable:
    column = RawColumn("score", [str(number) for number in numbers], np.array(numbers))
    return RawTable("table", (RawColumn("id", list(ids)), column), len(ids))


@given(st.lists(st.tuples(NUMBERS, NUMBERS), min_size=1, max_size=12))
def test_that_arms_in_the_same_order_differ_as_much_as_in_any_order(pairs: list[tuple[float, float]]) -> None:
    ids = [f"q{number}" for number in range(len(pairs))]
    tables = [table(ids, list(side)) for side in zip(*pairs, strict=True)]
    units = UnitRows.of(tables, "id")
    assert units.is_paired
    column = ArmColumn("score", tuple(known.column("score") for known in tables), (len(ids), len(ids)), units)
    expected = replace(column, units=replace(units, is_paired=False)).differing
    assert column.differing == pytest.approx(expected)


def test_that_arms_with_units_of_their_own_or_several_rows_are_not_paired() -> None:
    first = table(["q1", "q2"], [1.0, 2.0])
    for ids in (["q2", "q1"], ["q1", "q3"], ["q1", "q1"]):
        assert not UnitRows.of([first, table(ids, [1.0, 2.0])], "id").is_paired
    assert not UnitRows.of([first], "id").is_paired


@given(st.lists(st.tuples(NUMBERS, NUMBERS), min_size=1, max_size=12))
def test_that_a_column_differs_where_any_share_of_its_units_does(pairs: list[tuple[float, float]]) -> None:
    ids = [f"q{number}" for number in range(len(pairs))]
    tables = [table(ids, list(side)) for side in zip(*pairs, strict=True)]
    column = ArmColumn(
        "score", tuple(known.column("score") for known in tables), (len(ids),) * 2, UnitRows.of(tables, "id")
    )
    assert column.differs == (column.differing[0] > 0)


def test_that_an_arm_without_the_column_differs_in_nothing() -> None:
    first, second = table(["q1", "q2"], [1.0, 2.0]), table(["q1", "q2"], [1.0, 3.0])
    units = UnitRows.of([first, second], "id")
    column = ArmColumn("score", (first.column("score"), None), (2, 2), units)
    assert not column.differs
    assert column.differing == (0.0, 0)
