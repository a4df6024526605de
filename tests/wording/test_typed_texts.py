"""Typed texts are read by the linter: what it objects to is listed, the text itself stays."""

from __future__ import annotations

from tests.wording import story
from tradeoff_app.model.acceptance import Response
from tradeoff_app.model.scenario import Decision, Scenario
from tradeoff_app.wording.typed_texts import objections
from tradeoff_app.wording.voice import Voice


def test_that_objections_name_the_field_the_words_and_a_way_out() -> None:
    response = Response(
        metric="irrelevant", segment="tail", action="accept", rationale="A significant gain.", owner="Search team"
    )
    decision = Decision(choice="ship", reason="There is no risk.")
    scenario = Scenario(id="base", regressions={response.key: response}, decision=decision)
    found = objections(Voice(story.project()), scenario)
    assert [(each.item, each.excerpt) for each in found] == [
        ("scenarios/base/regressions/irrelevant|tail/rationale", "significant"),
        ("scenarios/base/decision/reason", "no risk"),
    ]
    assert all(each.advice for each in found)


def test_that_plain_words_meet_no_objection() -> None:
    response = Response(metric="irrelevant", action="accept", rationale="Users of rare queries find what they need.")
    assert objections(Voice(story.project()), Scenario(id="base", regressions={response.key: response})) == ()
