"""Halves go away from zero, and noise of binary arithmetic tips no half."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tradeoff_app.wording.rounding import (
    decimals_for_figures,
    round_half_away,
    round_to_decimal,
    round_to_figures,
    whole,
)


@pytest.mark.parametrize(
    ("value", "digits", "rounded"),
    [
        (0.5, 0, 1),
        (-0.5, 0, -1),
        (2.5, 0, 3),
        (2.675, 2, 2.68),
        (-2.675, 2, -2.68),
        (1250, -2, 1300),
        (0.044 - 0.041, 3, 0.003),
    ],
)
def test_that_halves_go_away_from_zero(value: float, digits: int, rounded: float) -> None:
    assert round_half_away(value, digits) == rounded


def test_that_there_is_no_minus_zero() -> None:
    assert str(round_to_decimal(-0.001, 1)) == "0.0"


@pytest.mark.parametrize(
    ("value", "rounded"), [(114, 110), (9.96, 10), (0.0996, 0.1), (-3120, -3100), (12_600, 13_000), (0, 0), (995, 1000)]
)
def test_that_two_figures_are_kept(value: float, rounded: float) -> None:
    assert round_to_figures(value) == rounded


@given(st.floats(1e-6, 1e9), st.integers(1, 4))
def test_that_rounding_to_figures_is_symmetric_and_close(value: float, figures: int) -> None:
    rounded = round_to_figures(value, figures)
    assert round_to_figures(-value, figures) == -rounded
    assert abs(rounded - value) <= 0.5 * 10.0 ** -decimals_for_figures(value, figures) * 10 * 1.0000001


@given(st.integers(-(10**9), 10**9))
def test_that_whole_numbers_stay(value: int) -> None:
    assert whole(float(value)) == value
    assert round_to_decimal(float(value)) == Decimal(value)


def test_that_noise_of_binary_arithmetic_is_nothing() -> None:
    assert decimals_for_figures(8.7e-17) == decimals_for_figures(-4.3e-18) == 0
    assert decimals_for_figures(3.5e-7) == 8
