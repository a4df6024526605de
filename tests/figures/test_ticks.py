"""Axes get 3 to 5 ticks at round numbers, the unit on the last one alone."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tradeoff_app.figures.ticks import decimals_of, make_axis, nice_range, tick_positions
from tradeoff_app.wording.number_format import Numbers

NUMBERS = Numbers("en")


@pytest.mark.parametrize(
    ("low", "high", "ticks"),
    [
        (0, 100, (0, 25, 50, 75, 100)),
        (0, 6, (0, 2, 4, 6)),
        (0, 0.15, (0, 0.05, 0.1, 0.15)),
        (-10, 80, (0, 20, 40, 60, 80)),
        (2, 2, (2,)),
    ],
)
def test_that_ticks_are_round(low: float, high: float, ticks: tuple[float, ...]) -> None:
    assert tick_positions(low, high) == pytest.approx(ticks)


def test_that_the_unit_stands_on_the_last_tick_alone() -> None:
    axis = make_axis(0.0, 0.15, NUMBERS, "%", label=lambda at: 100 * at)
    assert [tick.label for tick in axis.ticks] == ["0", "5", "10", "15\u00a0%"]


def test_that_signed_ticks_have_a_true_minus() -> None:
    axis = make_axis(-0.5, 0.5, NUMBERS, is_signed=True)
    assert [tick.label for tick in axis.ticks] == ["−0.50", "−0.25", "0.00", "+0.25", "+0.50"]


spans = st.tuples(st.floats(-1e6, 1e6), st.floats(1e-3, 1e6))


@given(spans)
def test_that_a_nice_range_holds_the_data_with_three_to_five_ticks(span: tuple[float, float]) -> None:
    low, high = span[0], span[0] + span[1]
    start, end = nice_range(low, high)
    slack = 1e-6 * max(1.0, abs(low), abs(high))
    assert start <= low + slack
    assert end >= high - slack
    ticks = tick_positions(start, end)
    assert 2 <= len(ticks) <= 5
    assert all(start - slack <= tick <= end + slack for tick in ticks)


@given(spans)
def test_that_steps_are_one_two_two_and_a_half_or_five(span: tuple[float, float]) -> None:
    ticks = tick_positions(span[0], span[0] + span[1])
    if len(ticks) > 1:
        step = ticks[1] - ticks[0]
        leading = step / 10 ** math.floor(math.log10(step) + 1e-9)
        assert min(abs(leading - nice) for nice in (1, 2, 2.5, 5, 10)) < 1e-3


def test_that_decimals_follow_the_step() -> None:
    assert [decimals_of(step) for step in (25.0, 0.5, 0.25, 0.02)] == [0, 1, 2, 2]
