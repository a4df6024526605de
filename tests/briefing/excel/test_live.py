"""Expressions: the formula and its value come from one place."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tradeoff_app.briefing.excel.live import (
    Live,
    all_of,
    any_of,
    live,
    negate,
    normal_probability,
    root,
    size,
    total,
    two_figures,
    when,
)

NUMBERS = st.floats(-1e6, 1e6)
A1, B1 = Live("A1", 3.0), Live("B1", -4.0)


def test_that_arithmetic_writes_the_formula_and_its_value() -> None:
    for made, formula, value in (
        (A1 + B1, "(A1+B1)", -1.0),
        (A1 - 1.0, "(A1-1.0)", 2.0),
        (A1 * B1 * 2.0, "A1*B1*2.0", -24.0),
        (A1 * -2.0, "A1*(-2.0)", -6.0),
        (-B1, "(-B1)", 4.0),
    ):
        assert made == Live(formula, value)
    assert (A1 / B1).value == -0.75


def test_that_a_division_by_nothing_is_nothing_in_formula_and_value() -> None:
    quotient = A1 / Live("C1", 0.0)
    assert quotient == Live("IF(C1=0,0,A1/C1)", 0.0)


@given(NUMBERS, NUMBERS)
def test_that_comparisons_are_those_of_numbers(a: float, b: float) -> None:
    left, right = Live("A1", a), Live("B1", b)
    assert left.above(right).value == (a > b)
    assert left.below(right).value == (a < b)
    assert left.at_most(right).value == (a <= b)
    assert left.at_least(right).value == (a >= b)
    assert when(left.above(right), left, right).number == max(a, b)


def test_that_texts_are_quoted_and_compared_without_regard_to_case() -> None:
    assert live('say "x"').formula == '"say ""x"""'
    assert live("Pass").equals("PASS").value is True
    assert live("Pass").equals("Fail").value is False


def test_that_conditions_combine() -> None:
    yes, no = live(True), live(False)
    assert all_of(yes, no).value is False
    assert any_of(yes, no).value is True
    assert any_of().value is False
    assert negate(no) == Live("NOT(FALSE)", True)


def test_that_functions_have_their_spreadsheet_names() -> None:
    assert total([A1, B1]) == Live("SUM(A1,B1)", -1.0)
    assert total([]).number == 0.0
    assert root(Live("D1", 9.0)) == Live("SQRT(D1)", 3.0)
    assert size(B1) == Live("ABS(B1)", 4.0)
    assert normal_probability(Live("Z1", 1.959964)).number == pytest.approx(0.975, abs=1e-6)


@pytest.mark.parametrize(("value", "rounded"), [(49_966.0, 50_000.0), (-0.0123, -0.012), (0.0, 0.0), (9.95, 10.0)])
def test_that_an_estimate_is_rounded_to_two_figures_as_the_page_tells_it(value: float, rounded: float) -> None:
    told = two_figures(Live("A1", value))
    assert told.number == pytest.approx(rounded)
    assert told.formula == "IF((A1=0.0),0.0,ROUND(A1,1-INT(LOG10(ABS(A1)))))"


def test_that_a_text_is_no_number_and_a_formula_is_finite() -> None:
    with pytest.raises(TypeError):
        _ = live("x").number
    for value in (math.nan, math.inf):
        with pytest.raises(ValueError, match="finite"):
            live(value)
