"""Cells of tables: decimals that a reader can compare, and no interval whose ends read the same."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import builders
from tests.wording import story
from tests.wording.story import outcome, project
from tradeoff_app.analysis.effects import Effect
from tradeoff_app.model.metric import Phrase, Words
from tradeoff_app.wording.speaker import Speaker

PROJECT = project()
SPEAKER = Speaker(PROJECT)
ends = st.floats(-2.0, 2.0)


def _effect(metric: str, before: float, after: float, interval: tuple[float, float], **changes: Any) -> Effect:
    some = outcome().effects[0]
    levels: dict[str, Any] = {
        "baseline": before,
        "candidate_value": after,
        "difference": after - before,
        "interval": interval,
    }
    return replace(some, metric=metric, segment="*", **levels, **changes)


def test_that_both_levels_of_a_rare_event_have_the_same_decimals() -> None:
    effect = _effect("unsafe", 0.00033, 0.0, (-0.001, 0.0008))
    shown = [SPEAKER.level_of(effect, effect.baseline), SPEAKER.level_of(effect, effect.candidate_value)]
    assert [*shown, SPEAKER.change(effect), SPEAKER.interval_of(effect)] == ["0.03", "0.00", "−0.03", "−0.10 to 0.08"]


def test_that_a_usual_rate_keeps_one_decimal() -> None:
    effect = _effect("task_done", 0.624, 0.668, (0.028, 0.059))
    shown = [SPEAKER.level_of(effect, effect.baseline), SPEAKER.level_of(effect, effect.candidate_value)]
    assert [*shown, SPEAKER.change(effect), SPEAKER.interval_of(effect)] == ["62.4", "66.8", "+4.4", "2.8 to 5.9"]


def test_that_a_small_clear_change_of_time_shows_in_every_cell() -> None:
    effect = _effect("latency", 0.43, 0.46, (0.014, 0.042))
    shown = [SPEAKER.level_of(effect, effect.baseline), SPEAKER.level_of(effect, effect.candidate_value)]
    assert [*shown, SPEAKER.change(effect), SPEAKER.interval_of(effect)] == ["0.43", "0.46", "+0.03", "0.01 to 0.04"]


def test_that_an_end_that_is_not_zero_does_not_read_as_zero() -> None:
    assert SPEAKER.interval("quality", 0.004, 0.13) == "0.004 to 0.130"
    assert SPEAKER.interval("latency", -0.02, 0.05) == "−0.02 to 0.05"


@given(ends, ends)
def test_that_two_ends_never_read_the_same(one: float, other: float) -> None:
    low, high = sorted((one, other))
    if high - low >= 0.01:
        first, last = SPEAKER.interval("latency", low, high).split(" to ")
        assert first != last


def test_that_an_event_that_never_happened_keeps_the_decimals_of_its_interval() -> None:
    effect = _effect("unsafe", 0.0, 0.0, (-0.00092, 0.00092))
    assert [SPEAKER.level_of(effect, 0.0), SPEAKER.interval_of(effect)] == ["0.00", "−0.09 to 0.09"]


def test_that_money_is_written_in_the_currency_in_which_it_was_measured() -> None:
    pair = {"baseline": [1.0, 1.1, 1.2] * 20, "candidate": [1.1, 1.4, 1.3] * 20}
    seen = builders.observations({"cost": pair}, types={"cost": "money"}, lower_is_better=["cost"])
    project = builders.project(seen)
    project = project.with_item("metrics", project.metrics["cost"].model_copy(update={"unit": "EUR"}))
    speaker = Speaker(project.change(currency="USD"))
    told = builders.outcome(seen, project)
    effect = told.effect("cost")
    assert effect is not None
    said = speaker.effect(effect, told)
    assert "€" in said
    assert "$" not in said


@pytest.mark.parametrize(("language", "words"), [("en", "in 8 of 10 such comparisons"), ("de", "in 8 von 10")])
def test_that_the_smallest_detectable_change_is_said_with_two_figures(language: str, words: str) -> None:
    effect = replace(story.effect("task_done", "*", 0.6, 0.61, (-0.01, 0.03), "cannot_tell"), standard_error=0.01)
    said = Speaker(story.project(), language).detectable(effect)
    assert words in said
    assert said.replace(",", ".").count("2.8 ") + said.replace(",", ".").count("2.8\u00a0") == 1
    assert Speaker(story.project(), language).detectable(replace(effect, interval=None)) == ""


@pytest.mark.parametrize(
    ("language", "basis", "unit", "expected"),
    [
        ("en", "query", ("invoice", "invoices"), "% of invoices"),
        ("de", "query", ("Rechnung", "Rechnungen"), "% der Rechnungen"),
        ("en", "draft", None, "% of drafts"),
        ("de", "draft", None, "% je draft"),
    ],
)
def test_that_a_rate_is_counted_in_the_unit_that_its_sentences_say(
    language: str, basis: str, unit: tuple[str, str] | None, expected: str
) -> None:
    words = None if unit is None else Words(one=unit[0], other=unit[1])
    event = Words(one="wrong amount", other="wrong amounts")
    phrase = None if words is None else Phrase(event=event, unit=words, verb="get a wrong amount")
    metric = PROJECT.metrics["unsafe"].model_copy(update={"basis": basis, "phrase": phrase})
    speaker = Speaker(PROJECT.with_item("metrics", metric), language)
    assert speaker.unit_line("unsafe") == expected
