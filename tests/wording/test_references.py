"""References are said with their own level and its uncertainty, and nothing is said where there are none."""

from __future__ import annotations

import pytest

from tests.wording import story
from tradeoff_app.analysis.rates import Level
from tradeoff_app.model.candidate import Candidate
from tradeoff_app.wording.speaker import Speaker

PEOPLE = story.project().change(references={"people": Candidate(id="people", label="Human baseline")})


def _level(value: float | None, low: float | None = None, high: float | None = None) -> Level:
    return Level(value, low, high, None, None, 300)


@pytest.mark.parametrize(("language", "words"), [("en", "For reference"), ("de", "Zum Vergleich")])
def test_that_a_reference_is_said_with_its_interval(language: str, words: str) -> None:
    levels = {("quality", "*", "people"): _level(4.62, 4.5, 4.74)}
    said = Speaker(PEOPLE, language).references(levels, "quality", "*")
    assert said.startswith(f"{words}: Human baseline")
    for number in ("4.62", "4.50", "4.74"):
        assert number.replace(".", "," if language == "de" else ".") in said


def test_that_a_reference_without_interval_says_so() -> None:
    levels = {("quality", "*", "people"): _level(4.62)}
    assert "no interval" in Speaker(PEOPLE).references(levels, "quality", "*")


def test_that_nothing_is_said_where_a_reference_was_not_measured_or_there_is_none() -> None:
    levels = {("quality", "*", "people"): _level(None)}
    assert Speaker(PEOPLE).references(levels, "quality", "*") == ""
    assert Speaker(story.project()).references(levels, "quality", "*") == ""
