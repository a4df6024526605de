"""Project and outcome to a document: the sections that an audience gets, in its language."""

from __future__ import annotations

import hashlib
import json
from datetime import date

import rfc8785

from tradeoff_app import __version__
from tradeoff_app.analysis.evidence import Evidence
from tradeoff_app.analysis.outcome import Outcome
from tradeoff_app.briefing.blocks import Document, Labels, Origin
from tradeoff_app.briefing.brief import Audience, Brief
from tradeoff_app.briefing.catalogue import SECTIONS
from tradeoff_app.briefing.languages.catalogue import texts_of
from tradeoff_app.model.project import Project
from tradeoff_app.wording.speaker import Speaker


def assemble(
    project: Project,
    outcome: Outcome,
    evidence: Evidence,
    audience: Audience = "review",
    language: str = "en",
    as_of: date | None = None,
) -> Document:
    """The briefing of the outcome's scenario; `as_of` is the day it speaks of (the outcome's own by default).

    Raises KeyError for a language that there is no wording for, or a scenario that the project does not have.
    """
    scenario = project.scenario(outcome.scenario)
    texts = texts_of(language)
    day = as_of or outcome.as_of or project.as_of
    brief = Brief(project, outcome, evidence, scenario, Speaker(project, language), texts, audience, day)
    built = (entry.build(brief) for entry in SECTIONS if audience in entry.audiences)
    return Document(
        title=project.title,
        subject=brief.say("subject", title=project.title, scenario=scenario.name),
        language=brief.numbers.language.code,
        sections=tuple(section for section in built if section is not None),
        origin=Origin(
            scenario.name, _grouped(scenario_hash(project, scenario.id)), _grouped(evidence.hash), __version__
        ),
        date=day,
        labels=Labels(texts["footer"], texts["page"], texts["uncovered"], texts["cut"]),
    )


def scenario_hash(project: Project, scenario_id: str) -> str:
    """SHA-256 over everything that a scenario's outcome rests on besides the evidence (RFC 8785)."""
    resting = project.change(scenarios={scenario_id: project.scenarios[scenario_id]}, current_scenario=None)
    content = resting.model_dump(mode="json", exclude={"sources", "notes", "examples", "mapping", "title", "id"})
    try:
        canonical = rfc8785.dumps(content)
    except rfc8785.CanonicalizationError:
        # a lone surrogate that somebody pasted: no UTF-8, but still a briefing
        canonical = json.dumps(content, sort_keys=True).encode("ascii")
    return hashlib.sha256(canonical).hexdigest()


def _grouped(digest: str) -> str:
    """The first eight digits as people compare them: "7c1e 90b4"."""
    return f"{digest[:4]} {digest[4:8]}".strip()
