"""Agreement in words: three numbers with intervals, what alpha means, and how far a judge lies off."""

from __future__ import annotations

import pytest

from tests.wording import story
from tradeoff_app.analysis.agreement_readings import AgreementReading, JudgeReading
from tradeoff_app.analysis.effects import Estimate
from tradeoff_app.wording.agreement import judge_sentence, raters_sentence
from tradeoff_app.wording.lint import lint
from tradeoff_app.wording.voice import Voice

READING = AgreementReading(
    "quality",
    "ordinal",
    120,
    Estimate(0.71, (0.62, 0.78)),
    Estimate(0.8, (0.74, 0.85)),
    Estimate(0.66, None, "no_data"),
    "tentative",
)


@pytest.mark.parametrize("language", ["en", "de"])
def test_that_raters_are_told_with_each_interval_and_what_it_means(language: str) -> None:
    text = raters_sentence(Voice(story.project(), language), READING)
    for number in ("71", "62", "78", "80", "74", "85", "66", "120"):
        assert number in text
    assert lint(text, language) == ()
    assert "_" not in text


@pytest.mark.parametrize(("metric", "offset"), [("quality", "+0.30"), ("task_done", "+30 percentage points")])
def test_that_a_judge_is_told_with_the_sign_of_its_offset(metric: str, offset: str) -> None:
    judge = JudgeReading(metric, "quality", READING, Estimate(0.3, (0.1, 0.5)))
    assert offset in judge_sentence(Voice(story.project()), judge)


def test_that_an_offset_without_interval_says_why() -> None:
    judge = JudgeReading("quality", "quality", READING, Estimate(0.3, None, "fewer_than_15_units"))
    assert "no interval" in judge_sentence(Voice(story.project()), judge)
