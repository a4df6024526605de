"""A sentence says nothing that the numbers do not: each number in it is one of those told, rounded, in any language."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tradeoff_app.model.metric import Words
from tradeoff_app.wording.amounts import Amount, cost_statement, duration_statement, mean_statement
from tradeoff_app.wording.frequency import RateChange, RateWords, rate_statement
from tradeoff_app.wording.language import Language
from tradeoff_app.wording.languages.catalogue import LANGUAGES, language_of
from tradeoff_app.wording.lint import lint
from tradeoff_app.wording.typography import plain
from tradeoff_app.wording.worth import money_statement

WORDS = RateWords(Words(one="query", other="queries"), Words(one="wrong answer", other="wrong answers"))
BY_LANGUAGE = pytest.mark.parametrize("code", [language.code for language in LANGUAGES])
rates = st.floats(0.0, 1.0)
widths = st.floats(1e-6, 0.3)
CONSTANTS = {95.0, 1.0}
"""The confidence, and the 1 of "fewer than 1"."""


def numbers_in(text: str, language: Language) -> list[float]:
    """Every number of a sentence as a number, without its sign; "5 min 22 s" as seconds."""
    flat = plain(text)
    minutes = re.compile(r"(\d+) min (\d+) s")
    found = [60.0 * int(match[1]) + int(match[2]) for match in minutes.finditer(flat)]
    rest = minutes.sub("", flat)
    group, mark = re.escape(language.thousands), re.escape(language.decimal)
    pattern = rf"\d{{1,3}}(?:{group}\d{{3}})+(?:{mark}\d+)?|\d+(?:{mark}\d+)?"
    texts = (text.replace(language.thousands, "") for text in re.findall(pattern, rest))
    return found + [float(text.replace(language.decimal, ".")) for text in texts]


def is_told(shown: float, facts: Iterable[float]) -> bool:
    """Whether a number is one of the facts, rounded: within half a unit of its last figure, or 6 % of it."""
    return any(abs(shown - abs(fact)) <= 0.0601 * abs(fact) + 1e-9 for fact in facts)


def must_be_told(text: str, language: Language, facts: Iterable[float], *, within: float = 0.0) -> None:
    known = list(facts)
    for shown in numbers_in(text, language):
        near = any(abs(shown - abs(fact)) <= within for fact in known)
        assert near or shown in CONSTANTS or is_told(shown, known), (shown, text, known)


@BY_LANGUAGE
@settings(max_examples=150)
@given(before=rates, after=rates, down=widths, up=widths, volume=st.none() | st.floats(1.0, 1e6))
def test_that_a_rate_tells_its_counts_points_and_month_alone(
    code: str, before: float, after: float, down: float, up: float, volume: float | None
) -> None:
    change = RateChange(before, after, after - before - down, after - before + up, volume)
    told = rate_statement(change, WORDS, "lower", code)
    counts = [told.baseline_count, told.candidate_count, told.difference_count, told.difference_lo, told.difference_hi]
    facts = [*counts, told.denominator, told.percentage_points, *(told.monthly or ())]
    for text in (told.sentence, told.short, told.phrase, told.monthly_sentence):
        must_be_told(text, language_of(code), facts)
    assert lint(told.sentence, code) == lint(told.short, code) == ()
    exact = [told.denominator * rate for rate in (before, after, change.difference, change.low, change.high)]
    assert counts == pytest.approx([exact[0], exact[1], abs(exact[2]), exact[3], exact[4]], abs=1.01)


@BY_LANGUAGE
@settings(max_examples=150)
@given(before=st.floats(0.5, 900), after=st.floats(0.5, 900), down=widths, up=widths)
def test_that_a_mean_a_time_and_a_cost_tell_levels_and_change_alone(
    code: str, before: float, after: float, down: float, up: float
) -> None:
    change = after - before
    amount = Amount("quality", before, after, change - 50 * down, change + 50 * up, "higher")
    facts = [before, after, change, amount.low, amount.high]
    for told in (
        mean_statement(amount, code),
        duration_statement(amount, code),
        cost_statement(amount, "USD", code),
    ):
        for text in (told.sentence, told.short):
            must_be_told(text, language_of(code), facts, within=0.51)
            assert [found.code for found in lint(text, code) if found.code != "false_precision"] == []


@BY_LANGUAGE
@settings(max_examples=150)
@given(value=st.floats(-1e7, 1e7), down=st.floats(1, 1e6), up=st.floats(1, 1e6), chance=st.floats(0, 1))
def test_that_a_worth_tells_its_ends_and_its_chance_alone(
    code: str, value: float, down: float, up: float, chance: float
) -> None:
    told = money_statement(value, value - down, value + up, chance, language=code)
    facts = [*told.rounded, 100 * chance, 99.0]
    must_be_told(told.sentence, language_of(code), facts, within=0.51)
    assert lint(told.sentence, code) == ()
