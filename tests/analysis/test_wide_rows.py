from __future__ import annotations

from dataclasses import fields, replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tradeoff_app.analysis.observations import Rows
from tradeoff_app.analysis.wide_rows import ROW_NAMES, WideRows, shrink

COLUMNS = [column.name for column in fields(Rows)]


def make(metrics: int, count: int, *, own_status: bool, is_ratio: bool) -> tuple[Rows, Rows]:
    """The same rows kept once for all metrics, and as a long table."""
    chance = np.random.default_rng(metrics * 100 + count)
    shared = {name: chance.integers(-1, 400, count) for name in ROW_NAMES}
    values = chance.random((metrics, count))
    status = chance.integers(0, 7, (metrics if own_status else 1, count))
    ratios = chance.random((metrics, count)) if is_ratio else None
    small = {name: shrink(codes) for name, codes in shared.items()}
    wide = Rows.of_wide(WideRows(small, values, shrink(status), ratios))
    long = Rows(
        arm=np.tile(shared["arm"], metrics),
        unit=np.tile(shared["unit"], metrics),
        repeat=np.tile(shared["repeat"], metrics),
        rater=np.tile(shared["rater"], metrics),
        metric=np.repeat(np.arange(metrics), count),
        value=values.ravel(),
        status=status.ravel() if own_status else np.tile(status[0], metrics),
        denominator=None if ratios is None else ratios.ravel(),
    )
    return wide, long


def assert_same(one: Rows, other: Rows) -> None:
    for name in COLUMNS:
        mine, theirs = getattr(one, name), getattr(other, name)
        assert (mine is None) == (theirs is None), name
        if mine is not None:
            assert mine.dtype == theirs.dtype
            assert np.array_equal(mine, theirs)


@given(st.integers(1, 4), st.integers(0, 30), st.booleans(), st.booleans())
def test_that_rows_kept_once_are_the_long_table(metrics: int, count: int, own_status: bool, is_ratio: bool) -> None:
    wide, long = make(metrics, count, own_status=own_status, is_ratio=is_ratio)
    assert_same(wide, long)
    for metric in range(metrics):
        assert_same(wide.of_metric(metric), long.of_metric(metric))
    chosen = long.value > 0.5
    assert_same(wide.take(chosen), long.take(chosen))


def test_that_a_changed_column_makes_a_plain_long_table() -> None:
    wide, long = make(2, 5, own_status=False, is_ratio=False)
    other = np.zeros(10, dtype=np.int64)
    changed = replace(wide, arm=other)
    assert changed.wide is None
    assert_same(changed, replace(long, arm=other))


def test_that_rows_have_no_other_columns() -> None:
    wide, _ = make(1, 1, own_status=False, is_ratio=False)
    with pytest.raises(AttributeError):
        wide.colour  # type: ignore[attr-defined]  # noqa: B018
