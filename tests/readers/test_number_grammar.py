from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tradeoff_app.readers.number_grammar import is_infinite, is_missing, parse_number


@pytest.mark.parametrize(
    ("text", "mark", "value"),
    [
        ("0.30000000000000004", ".", 0.30000000000000004),
        ("1,234", ".", 1234.0),
        ("1,234", ",", 1.234),
        ("1.234.567,5", ",", 1234567.5),
        ("1\u00a0234,5", ",", 1234.5),
        ("1'234.5", ".", 1234.5),
        ("\u2212 3".replace(" ", ""), ".", -3.0),
        ("7 %", ".", 0.07),
        ("12,5%", ",", 0.125),
        ("$1,200.50", ".", 1200.5),
        ("3,20 €", ",", 3.2),
        (" 4 ", ".", 4.0),
        ("1e-05", ".", 1e-05),
    ],
)
def test_that_numbers_of_several_countries_are_read(text: str, mark: str, value: float) -> None:
    number = parse_number(text, "," if mark == "," else ".")
    assert number is not None
    assert number.value == value


@pytest.mark.parametrize(
    "text", ["1_000", "½", "²", "0x10", "1,23", "1,2345", "(-5)", "(a)", "()", "1 2", "5%5", "++1", "", "1.2.3", "$5%"]
)
def test_that_text_which_python_or_pandas_would_take_is_no_number(text: str) -> None:
    assert parse_number(text, ".") is None


def test_that_a_leading_zero_group_is_no_thousands_mark() -> None:
    assert parse_number("0,987", ".") is None
    assert parse_number("0,987", ",") is not None


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_that_every_double_comes_back_bit_by_bit(value: float) -> None:
    number = parse_number(repr(value), ".")
    assert number is not None
    assert number.value == value
    assert math.copysign(1.0, number.value) == math.copysign(1.0, value)


@given(st.floats(min_value=-1e9, max_value=1e9))
def test_that_the_decimal_comma_reads_the_same_number(value: float) -> None:
    text = f"{value:.6f}"
    with_point, with_comma = parse_number(text, "."), parse_number(text.replace(".", ","), ",")
    assert with_point is not None
    assert with_comma is not None
    assert with_point.value == with_comma.value


@given(st.integers(min_value=0, max_value=10**12))
def test_that_thousands_marks_change_nothing(value: int) -> None:
    number = parse_number(f"{value:,}", ".")
    assert number is not None
    assert number.value == value
    assert number.is_whole


@given(st.decimals(min_value=-1000, max_value=1000, places=3))
def test_that_a_percent_is_the_double_nearest_to_its_share(value: object) -> None:
    number = parse_number(f"{value}%", ".")
    assert number is not None
    assert number.value == float(f"{value}e-2")


@given(st.text())
def test_that_any_text_is_a_finite_number_or_none_or_an_overflow(text: str) -> None:
    for mark in (".", ","):
        number = parse_number(text, "," if mark == "," else ".")
        assert number is None or not math.isnan(number.value)


def test_that_words_for_missing_and_endless_are_known() -> None:
    assert all(map(is_missing, ["NA", " n/a ", "NaN", "", "#DIV/0!", "None"]))
    assert not is_missing("0")
    assert all(map(is_infinite, ["inf", "-Infinity", "∞"]))


@pytest.mark.parametrize(
    ("text", "mark", "value"),
    [
        ("(5)", ".", -5.0),
        ("(1,234.50)", ".", -1234.5),
        ("($5)", ".", -5.0),
        ("(1.234,5)", ",", -1234.5),
        ("٣", ".", 3.0),
        ("٣٫٥", ".", 3.5),
        ("１２", ".", 12.0),
        ("1,00,200", ".", 100200.0),
        ("８５％", ".", 0.85),
    ],
)
def test_that_brackets_mean_minus_and_digits_of_other_scripts_count(text: str, mark: str, value: float) -> None:
    number = parse_number(text, "," if mark == "," else ".")
    assert number is not None
    assert number.value == value
    assert number.is_bracketed == text.startswith("(")


def test_that_a_text_of_endless_digits_is_no_number() -> None:
    assert parse_number("0." + "1" * 2_000) is None
    assert parse_number("1" * 300) is not None
