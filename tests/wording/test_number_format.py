"""Numbers read as people write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tradeoff_app.wording.number_format import Numbers, people_rounded

NUMBERS = Numbers("en")


@pytest.mark.parametrize(
    ("amount", "currency", "text"),
    [
        (50_000, "USD", "$50,000"),
        (-3120, "USD", "−$3,100"),
        (420.4, "EUR", "€420"),
        (0.2, "USD", "$0.20"),
        (2.5, "USD", "$2.50"),
        (8.0, "USD", "$8"),
        (0.0123, "USD", "$0.012"),
        (0.0, "USD", "$0"),
        (1234, "CHF", "CHF 1,200"),
    ],
)
def test_that_money_has_two_figures_and_its_sign(amount: float, currency: str, text: str) -> None:
    assert NUMBERS.money(amount, currency) == text


@pytest.mark.parametrize(
    ("amount", "text"),
    [(4.0, "$4.00"), (7400.0, "$7,400"), (0.0035, "$0.0035"), (11.8, "$11.80"), (0.0, "$0"), (-2.5, "−$2.50")],
)
def test_that_a_stated_price_keeps_its_digits(amount: float, text: str) -> None:
    assert NUMBERS.price(amount) == text


@pytest.mark.parametrize(
    ("delta", "text"),
    [(0.003, "+0.3"), (0.07, "+7.0"), (-0.0082, "−0.8"), (0.0, "0.0"), (0.0002, "+0.02"), (0.000996, "+0.1")],
)
def test_that_points_have_one_decimal_or_two_figures(delta: float, text: str) -> None:
    assert NUMBERS.points(delta) == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (3.4, "3.4 s"),
        (9.96, "10 s"),
        (40.6, "41 s"),
        (59.6, "1 min 0 s"),
        (300, "5 min 0 s"),
        (322, "5 min 22 s"),
        (3720, "1 h 2 min 0 s"),
        (0, "0.0 s"),
        (0.0123, "0.01 s"),
        (-22, "−22 s"),
    ],
)
def test_that_durations_say_what_a_clock_says(seconds: float, text: str) -> None:
    assert NUMBERS.duration(seconds) == text


@pytest.mark.parametrize(
    ("count", "text"), [(0.4, "fewer than 1"), (0, "0"), (41.2, "41"), (99.7, "100"), (114, "110"), (10_498, "10,000")]
)
def test_that_people_are_counted_with_two_figures(count: float, text: str) -> None:
    assert NUMBERS.people(count) == text


@pytest.mark.parametrize(
    ("share", "text", "word"),
    [
        (0.9996, "more than 99%", "virtually certain"),
        (0.99, "99%", "very likely"),
        (0.93, "93%", "very likely"),
        (0.7, "70%", "likely"),
        (0.66, "66%", "about as likely as not"),
        (0.17, "17%", "unlikely"),
        (0.05, "5%", "very unlikely"),
        (0.001, "less than 1%", "exceptionally unlikely"),
    ],
)
def test_that_the_number_comes_with_the_word_of_the_scale(share: float, text: str, word: str) -> None:
    assert (NUMBERS.probability(share), NUMBERS.likelihood(share)) == (text, word)


def test_that_cells_name_no_unit() -> None:
    assert NUMBERS.money_thousands(45_600) == "+45.6"
    assert NUMBERS.percent(0.624) == "62.4%"
    assert NUMBERS.exact_percent(0.125) == "12.5%"
    assert NUMBERS.rating(4.5) == "4.50"
    assert NUMBERS.whole(12_000) == "12,000"
    assert NUMBERS.interval("2.8", "5.9") == "2.8 to 5.9"


def test_that_dates_are_in_words() -> None:
    assert NUMBERS.date(date(2027, 1, 31)) == NUMBERS.date("2027-01-31") == "31 January 2027"


def test_that_an_unknown_language_is_refused_by_name() -> None:
    with pytest.raises(KeyError, match="xx"):
        Numbers("xx")


@given(st.floats(-1e7, 1e7))
def test_that_people_never_get_more_than_two_figures(count: float) -> None:
    digits = str(abs(people_rounded(count))).rstrip("0")
    assert len(digits) <= 2


@given(st.floats(-1e7, 1e7))
def test_that_no_text_has_a_hyphen_for_a_minus(amount: float) -> None:
    texts = (
        NUMBERS.money(amount),
        NUMBERS.points(amount / 1e7),
        NUMBERS.duration(amount),
        NUMBERS.people(amount, signed=True),
    )
    assert all("-" not in text for text in texts)
