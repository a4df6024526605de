"""Shifts of quantiles: right where the answer is known, and wide enough."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tradeoff_app.analysis.quantile_shift import FEWEST, SHARES, quantile_shifts


def test_that_a_plain_shift_moves_every_quantile_alike() -> None:
    values = np.linspace(0.0, 1.0, 500)
    for shift in quantile_shifts(values, values + 0.25):
        assert abs(shift.shift - 0.25) < 1e-12
        assert shift.low < 0.25 < shift.high


def test_that_a_longer_tail_moves_the_upper_quantiles_alone() -> None:
    before = np.arange(1000.0)
    after = np.where(before >= 880, before + 500, before)
    shifts = {shift.share: shift for shift in quantile_shifts(before, after)}
    assert shifts[0.5].low < 0 < shifts[0.5].high
    assert shifts[0.95].low > 0


def test_that_few_values_have_no_quantiles_to_tell() -> None:
    few = np.arange(FEWEST - 1.0)
    assert quantile_shifts(few, few) == ()


def test_that_the_interval_of_a_median_covers_the_truth_as_often_as_it_says() -> None:
    rng = np.random.default_rng(3)
    at = SHARES.index(0.5)
    hits = 0
    for _ in range(300):
        shift = quantile_shifts(rng.normal(0, 1, 200), rng.normal(0.3, 1, 200))[at]
        hits += shift.low <= 0.3 <= shift.high
    assert hits >= 0.92 * 300


@given(st.lists(st.floats(-1e6, 1e6), min_size=FEWEST, max_size=80), st.lists(st.floats(-1e6, 1e6), min_size=FEWEST))
def test_that_the_shift_lies_inside_its_interval(before: list[float], after: list[float]) -> None:
    for shift in quantile_shifts(np.array(before), np.array(after)):
        assert shift.low <= shift.shift <= shift.high
