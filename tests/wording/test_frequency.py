"""Natural frequencies: one denominator, counts that readers can subtract, both ends of the interval."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tradeoff_app.model.metric import Words
from tradeoff_app.wording.frequency import (
    DENOMINATORS,
    RateChange,
    RateStatement,
    RateWords,
    denominator_for,
    number_needed,
    rate_statement,
)
from tradeoff_app.wording.lint import lint

WORDS = RateWords(
    Words(one="rare query", other="rare queries"),
    Words(one="irrelevant answer", other="irrelevant answers"),
    "get an irrelevant answer",
)
NOUNS = RateWords(WORDS.unit, WORDS.event)
rates = st.floats(0.0, 1.0)
widths = st.floats(0.0, 0.2)


def _tell(change: RateChange, words: RateWords = WORDS) -> RateStatement:
    return rate_statement(change, words, "lower")


def test_that_a_clear_change_says_count_levels_interval_points_and_month() -> None:
    told = _tell(RateChange(0.021, 0.024, 0.00103, 0.00497, 40_000))
    assert told.sentence == (
        "For every 1,000 rare queries, 3 more get an irrelevant answer (from 21 to 24; 95% interval 1 to 5 more; "
        "+0.3 percentage points). That is an estimated 120 more each month (95% interval 41 to 200)."
    )
    assert told.short == "For every 1,000 rare queries, 3 more get an irrelevant answer (1 to 5 more)"
    assert told.reads_as == "worse"


def test_that_one_event_is_said_in_the_singular() -> None:
    told = _tell(RateChange(0.10, 0.11, 0.006, 0.014))
    assert told.short == "For every 100 rare queries, 1 more irrelevant answer (1 to 1 more)"


def test_that_an_unclear_change_says_both_ends() -> None:
    told = _tell(RateChange(0.0203, 0.0231, -0.0012, 0.0068, 52_000), NOUNS)
    assert told.sentence == (
        "No clear change in irrelevant answers: the data fit anything from 1 fewer to 7 more for every 1,000 rare "
        "queries (best estimate 3 more). That is 62 fewer to 350 more each month."
    )


def test_that_an_unclear_change_of_nothing_needs_no_million() -> None:
    told = _tell(RateChange(0.02, 0.02, -0.0019, 0.0019), NOUNS)
    assert told.denominator == 1000
    assert "2 fewer to 2 more" in told.sentence


def test_that_small_months_are_not_rounded_to_nothing() -> None:
    told = _tell(RateChange(0.02, 0.03, 0.006, 0.014, 50))
    assert "That is fewer than 1 more each month (95% interval fewer than 1 to fewer than 1)." in told.sentence


def test_that_a_common_denominator_is_kept() -> None:
    change = RateChange(0.62, 0.69, 0.051, 0.089)
    assert denominator_for(change) == 100
    assert rate_statement(change, NOUNS, "higher", denominator=1000).short.startswith(
        "For every 1,000 rare queries, 70 more"
    )


@pytest.mark.parametrize(
    ("low", "high", "kind", "rule"),
    [
        (-0.01, 0.01, "crosses", "through infinity"),
        (0.01, 0.02, "increase", "finite"),
        (-0.2, -0.1, "decrease", "finite"),
    ],
)
def test_that_a_number_needed_is_finite_for_a_clear_change_alone(low: float, high: float, kind: str, rule: str) -> None:
    needed = number_needed((low + high) / 2, low, high)
    assert (needed.interval_kind, needed.interval_text_rule) == (kind, rule)
    assert needed.bound_a == pytest.approx(1 / abs(low))


@given(rates, rates, widths, widths)
def test_that_a_chosen_denominator_keeps_the_four_conditions(
    before: float, after: float, down: float, up: float
) -> None:
    change = RateChange(before, after, after - before - down, after - before + up)
    size = denominator_for(change)
    told = _tell(change)
    assert size in DENOMINATORS
    if change.kind == "no_clear_change" or size == DENOMINATORS[-1]:
        return
    assert told.difference_count >= 1
    assert abs(told.candidate_count - told.baseline_count) == told.difference_count
    assert abs(told.difference_count / size - abs(change.difference)) <= 0.1 * abs(change.difference) + 1e-9
    assert min(abs(told.difference_lo), abs(told.difference_hi)) >= 1


@given(rates, rates, widths, widths, st.floats(0.0, 1e6))
def test_that_every_sentence_passes_the_linter(
    before: float, after: float, down: float, up: float, volume: float
) -> None:
    change = RateChange(before, after, after - before - down, after - before + up, volume)
    for words in (WORDS, NOUNS):
        told = _tell(change, words)
        assert lint(told.sentence) == ()
        assert lint(told.short) == ()


@given(rates, rates, widths, widths)
def test_that_the_words_never_say_more_than_the_interval(before: float, after: float, down: float, up: float) -> None:
    assume(before == after or abs(after - before) > 1e-9)  # no file holds that many rows
    change = RateChange(before, after, after - before - down, after - before + up)
    told = _tell(change, NOUNS)
    if change.low <= 0 <= change.high:
        assert told.sentence.startswith("No clear change")
        assert told.reads_as == "no_clear_change"
        return
    assert ("fewer" if change.high < 0 else "more") in told.short
    assert ("more" if change.high < 0 else "fewer") not in told.short.replace("fewer than 1", "").replace(
        "less than 1 fewer", "fewer"
    )


@given(rates, rates, widths, widths)
def test_that_nouns_agree_with_their_number(before: float, after: float, down: float, up: float) -> None:
    assume(abs(after - before) > 1e-6)
    told = _tell(RateChange(before, after, after - before - down, after - before + up))
    for count, noun in re.findall(r"([\d,]+) (?:more|fewer) (irrelevant answers?)", told.short):
        assert (noun == "irrelevant answer") == (count == "1")
