"""What people typed, read as the linter reads it: objections are warnings, the words stay theirs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tradeoff_app.model.scenario import Scenario
from tradeoff_app.wording.lint import lint
from tradeoff_app.wording.voice import Voice

TYPED = ("rationale", "gain", "mitigation", "rollback_trigger")
"""Fields of a response to a regression that people write in their own words."""


@dataclass(frozen=True)
class Objection:
    """One objection to a typed text: its item as `compare` names it, the words, and what to do instead."""

    item: str
    excerpt: str
    advice: str


def objections(voice: Voice, scenario: Scenario) -> tuple[Objection, ...]:
    """All objections to what was typed in a scenario, in the order of its fields."""
    found = []
    for item, text in _texts(scenario):
        found += [Objection(item, each.excerpt, each.advice) for each in lint(text, voice.code)]
    return tuple(found)


def _texts(scenario: Scenario) -> Iterator[tuple[str, str]]:
    root = f"scenarios/{scenario.id}"
    for key, response in scenario.regressions.items():
        for name in TYPED:
            text = getattr(response, name)
            if text:
                yield f"{root}/regressions/{key}/{name}", text
    if scenario.decision is not None and scenario.decision.reason:
        yield f"{root}/decision/reason", scenario.decision.reason
