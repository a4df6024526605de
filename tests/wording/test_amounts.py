"""Means, times and money: from-to, the right word for the direction, and an interval with it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tradeoff_app.model.project import Project
from tradeoff_app.wording.amounts import Amount, cost_statement, duration_statement, mean_statement
from tradeoff_app.wording.lint import lint
from tradeoff_app.wording.speaker import Speaker
from tradeoff_app.wording.worth import money_statement

levels = st.floats(0.0, 2000.0)
widths = st.floats(0.0, 300.0)


def test_that_a_mean_names_its_scale() -> None:
    told = mean_statement(Amount("CSAT", 4.05, 4.15, 0.02, 0.18, "higher", "1 to 5"))
    assert told.sentence == (
        "CSAT is 0.10 higher on the scale 1 to 5 (from 4.05 to 4.15; 95 percent interval 0.02 to 0.18 higher)."
    )
    assert (told.change, told.reads_as) == (0.1, "better")


def test_that_a_unit_is_said_with_every_level_and_once_with_the_interval() -> None:
    told = mean_statement(Amount("length", 212.0, 230.0, 4.0, 32.0), unit="words")
    assert told.sentence == (
        "Length is 18 words higher (from 212 words to 230 words; 95 percent interval 4 to 32 words higher)."
    )
    assert told.reads_as == "no_clear_change"


def test_that_a_small_clear_change_does_not_vanish() -> None:
    told = mean_statement(Amount("similarity", 0.8134, 0.8141, 0.0004, 0.001, "higher"))
    assert told.sentence == (
        "Similarity is 0.001 higher (from 0.813 to 0.814; 95 percent interval less than 0.001 to 0.001 higher)."
    )


def test_that_a_mean_has_three_decimals_at_most() -> None:
    told = mean_statement(Amount("tone", 4.05, 4.0, -0.0993, -0.0007, "higher", "1 to 5"))
    assert told.short == "Tone is 0.05 lower (less than 0.01 to 0.10)"


def test_that_the_ends_of_a_time_are_never_the_same_twice() -> None:
    told = duration_statement(Amount("response time", 2.03, 2.13, 0.07, 0.13, "lower"))
    assert told.sentence == (
        "Response time is 0.10 s longer (from 2.03 s to 2.13 s; 95% interval 0.07 s to 0.13 s longer)."
    )
    small = duration_statement(Amount("response time", 0.43, 0.46, 0.014, 0.042, "lower"))
    assert "0.03 s longer (from 0.43 s to 0.46 s; 95% interval 0.01 s to 0.04 s longer)" in small.sentence


def test_that_a_time_is_longer_or_shorter() -> None:
    told = duration_statement(Amount("handling time", 300, 322, 3.4, 40.6, "lower"))
    assert told.sentence == (
        "Handling time is 22 s longer (from 5 min 0 s to 5 min 22 s; 95% interval 3.4 s to 41 s longer)."
    )
    assert (told.change_text, told.direction, told.reads_as) == ("22 s", "longer", "worse")


def test_that_levels_in_money_agree_with_the_change() -> None:
    told = cost_statement(Amount("cost per query", 0.10, 0.112, 0.004, 0.02, "lower"), "USD")
    assert told.sentence == (
        "Cost per query is $0.012 higher (from $0.100 to $0.112; 95% interval $0.004 to $0.020 higher)."
    )


def test_that_a_worth_that_may_be_a_loss_says_so() -> None:
    told = money_statement(-3120, -9400, 3300, 0.17)
    assert told.sentence == (
        "The estimated value is −$3,100 each month (the data and assumptions fit anything from a loss of $9,400 to a "
        "gain of $3,300; 17% probability of being above zero, unlikely)."
    )
    assert told.phrase.startswith("$3,100 less value per month")


@given(levels, levels, widths, widths, st.booleans())
def test_that_every_sentence_passes_the_linter(
    before: float, after: float, down: float, up: float, scaled: bool
) -> None:
    change = after - before
    amount = Amount("quality", before, after, change - down, change + up, "higher", "1 to 5" if scaled else None)
    for told in (mean_statement(amount, unit="points"), duration_statement(amount), cost_statement(amount, "EUR")):
        assert [finding for finding in lint(told.sentence) if finding.code != "false_precision"] == []
        assert told.sentence.startswith("No clear change") == (amount.low <= 0 <= amount.high)


@given(st.floats(-1e7, 1e7), st.floats(0, 1e6), st.floats(0, 1e6), st.floats(0, 1))
def test_that_every_worth_passes_the_linter(value: float, down: float, up: float, chance: float) -> None:
    told = money_statement(value, value - down, value + up, chance)
    assert lint(told.sentence) == ()
    assert told.includes_zero == ("loss of" in told.sentence)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (4.0, "$4.00"),
        (0.0035, "$0.0035"),
        (8 * 2 / 3.8, "$4.21"),
        (1 / 3, "$0.333"),
        (1234.5678, "$1,234.5678"),
        (123456789.0, "$123,456,789"),
    ],
)
def test_that_a_price_that_follows_from_an_answer_has_no_digits_that_nobody_stated(value: float, said: str) -> None:
    speaker = Speaker(Project(id="p", title="p", currency="USD"))
    assert speaker.stated_value("scenarios/base/money/done|*", value) == said
