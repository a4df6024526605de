"""Scenarios in words: a verdict in a word or two, and whether they agree."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest

from tests.wording import story
from tradeoff_app.analysis.verdict import Recommendation
from tradeoff_app.figures.kinds.agreement import agreement as agreement_figure
from tradeoff_app.model.project import Project
from tradeoff_app.wording.scenarios import agreement, verdict_detail, verdict_word
from tradeoff_app.wording.speaker import Speaker

OUTCOME = story.outcome()


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("recommendation", get_args(Recommendation))
def test_that_every_verdict_has_a_word_and_a_reason_that_fit_a_column(
    recommendation: Recommendation, language: str
) -> None:
    voice = Speaker(story.project(), language).voice
    verdict = replace(OUTCOME.verdict, recommendation=recommendation, reasons=())
    outcome = replace(OUTCOME, verdict=verdict)
    assert 0 < len(verdict_word(voice, outcome)) <= 12
    assert 0 < len(verdict_detail(voice, outcome)) <= 30


def test_that_agreement_names_each_verdict() -> None:
    voice = Speaker(story.project()).voice
    held = replace(OUTCOME, verdict=replace(OUTCOME.verdict, recommendation="HOLD"))
    assert agreement(voice, [OUTCOME]).endswith(verdict_word(voice, OUTCOME))
    assert agreement(voice, [OUTCOME, OUTCOME]).startswith("All 2 scenarios")
    assert "Hold" in agreement(voice, [OUTCOME, OUTCOME, held])


def _named(project: Project, *ids: str) -> Project:
    scenario = project.scenario()
    return project.change(scenarios={key: scenario.model_copy(update={"id": key, "label": key}) for key in ids})


def test_that_the_figure_has_a_row_a_scenario_and_says_what_is_not_known() -> None:
    unknown = replace(OUTCOME, value=None, value_why="no_exposure")
    speaker = Speaker(_named(story.project(), "one", "two"))
    figure = agreement_figure({"one": OUTCOME, "two": unknown}, speaker)
    assert [row[0] for row in figure.table.rows] == ["one", "two"]
    assert figure.table.rows[1][2:] == (None, None, None)
    assert figure.notes == ("two: value not known",)
    assert agreement_figure({"one": unknown, "two": unknown}, speaker).table.rows == ()
