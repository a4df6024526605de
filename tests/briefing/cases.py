"""Briefings to test with: the support bot's story, the same held and blocked, and texts that try to act."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from pathlib import Path

from tests import builders
from tradeoff_app.analysis.evidence import Evidence
from tradeoff_app.analysis.outcome import Outcome, evaluate
from tradeoff_app.briefing.assemble import assemble
from tradeoff_app.briefing.blocks import Block, Cell, Column, Document, Heading, Origin, Paragraph, Row, Section, Table
from tradeoff_app.briefing.brief import Audience
from tradeoff_app.model.metric import Phrase, Words
from tradeoff_app.model.project import Project
from tradeoff_app.model.range import Range
from tradeoff_app.model.scenario import Rollout

TODAY = date(2026, 11, 23)
CORPUS = Path(__file__).parents[2] / ".." / "shared" / "data" / "corpus" / "nasty_strings.json"
OWN_NASTY = (
    "=1+1",
    "+1",
    "@SUM(A1)",
    "\t=1+1",
    "<b>bold</b>",
    '<img src="file:///etc/hostname">',
    "R&D",
    "latency <p95> ms",
    "</para>",
    "a\x0bb",
    "a\x00b",
    "日本語の区分",
    "مرحبا",
    "naïve café",
    "\U0001f600 ok ✅",
    "x" * 300,
    "00123",
    "#N/A",
    "_x000D_",
    "lone \ud800 surrogate",
    "bad \uffff point",
    "{0} %s {{",
    "a\u202eb",
)
Case = tuple[Project, Evidence, Outcome]


def nasty_strings() -> tuple[str, ...]:
    """Our own, and those of the shared corpus where it is there."""
    shared = json.loads(CORPUS.read_text(encoding="utf-8")) if CORPUS.exists() else []
    return tuple(dict.fromkeys((*OWN_NASTY, *(text for text in shared if text))))


@cache
def support() -> Case:
    """Ship with one accepted regression."""
    seen, project = builders.support_bot()
    named = {
        "primary": "Primary persona",
        "other": "Other users",
        "rare": "Rare queries",
    }
    segments = {key: segment.model_copy(update={"label": named.get(key)}) for key, segment in project.segments.items()}
    task = project.metrics["task_done"].model_copy(
        update={
            "basis": "query",
            "phrase": Phrase(
                event=Words(one="completed task", other="completed tasks"),
                unit=Words(one="query", other="queries"),
                verb="end with the task done",
            ),
        }
    )
    project = project.change(segments=segments, metrics={**project.metrics, "task_done": task})
    evidence = builders.evidence(seen, project)
    project = builders.with_hashes(project, evidence)
    return project, evidence, evaluate(project, evidence, as_of=TODAY)


@cache
def unanswered() -> Case:
    """The same without an answer to the regression: not yet."""
    project, evidence, _ = support()
    scenario = project.scenario().model_copy(update={"regressions": {}})
    project = project.with_item("scenarios", scenario)
    return project, evidence, evaluate(project, evidence, as_of=TODAY)


@cache
def blocked() -> Case:
    """The same with a safety limit that fails."""
    project, evidence, _ = support()
    gate = project.gates["calls"].model_copy(update={"rule": "absolute_limit", "limit": 0.01, "margin": None})
    project = project.with_item("gates", gate)
    return project, evidence, evaluate(project, evidence, as_of=TODAY)


@cache
def without_money() -> Case:
    """The same with nothing priced and no weights: value and score are not known."""
    project, evidence, _ = support()
    scenario = project.scenario().model_copy(update={"money": {}, "swing": {}})
    project = project.with_item("scenarios", scenario)
    return project, evidence, evaluate(project, evidence, as_of=TODAY)


@cache
def with_ranges() -> Case:
    """The same with assumptions that have width, a partial rollout and a cost per use."""
    project, evidence, _ = support()
    scenario = project.scenario()
    money = {
        key: entry.model_copy(
            update={
                "per_unit": Range(low=entry.per_unit.base - 1, base=entry.per_unit.base, high=entry.per_unit.base + 2)
            }
        )
        for key, entry in scenario.money.items()
    }
    scenario = scenario.model_copy(
        update={
            "money": money,
            "rollout": {"rare": Rollout(share=0.5), "other": Rollout(share=0.0)},
            "transport": {"*": Range(low=0.5, base=0.8, high=1.0)},
            "cost_per_exposure": 0.002,
            "one_off_cost": 12_000.0,
            "segment_weights": {"rare": 0.7},
        }
    )
    project = project.with_item("scenarios", scenario).change(discount_per_year=0.08)
    return project, evidence, evaluate(project, evidence, as_of=TODAY)


CASES = {
    "support": support,
    "unanswered": unanswered,
    "blocked": blocked,
    "without_money": without_money,
    "with_ranges": with_ranges,
}


@cache
def document(case: str = "support", audience: Audience = "review") -> Document:
    """The assembled document of a case."""
    project, evidence, outcome = CASES[case]()
    return assemble(project, outcome, evidence, audience)


def of_texts(texts: tuple[str, ...]) -> Document:
    """A document that holds each text in a heading, a paragraph and a table cell."""
    columns = (Column("No", "", "number", 40), Column("Text", width=460))
    rows = tuple(Row((Cell(str(number), number=float(number)), Cell(text))) for number, text in enumerate(texts))
    blocks: tuple[Block, ...] = (
        *(Heading(text[:40], 3) for text in texts),
        *(Paragraph(text) for text in texts),
        Table("texts", columns, rows),
    )
    section = Section("texts", "Texts", "Texts", "", blocks)
    return Document("Texts", "Nasty texts", "en", (section,), Origin("Base", "0000 0000", "1111 1111", "0.1"), TODAY)


def nasty_case() -> Case:
    """The support bot with texts that try to act in every place that a person can write into."""
    project, evidence, _ = support()
    scenario = project.scenario()
    response = scenario.regressions["irrelevant|rare"].model_copy(
        update={
            "mitigation": "=cmd|' /C calc'!A0",
            "owner": "<b>&",
            "rationale": "a\x00b \ud800",
            "follow_up": "x" * 40_000,
        }
    )
    scenario = scenario.model_copy(update={"label": "=1+1", "regressions": {response.key: response}})
    metric = project.metrics["handover"].model_copy(update={"label": "@SUM(A1) <i>"})
    project = project.with_item("scenarios", scenario).with_item("metrics", metric).change(title="=R&D <b>\x0b\uffff")
    return project, evidence, evaluate(project, evidence, as_of=TODAY)
