"""The support bot's story as an open document: the numbers that the pages are looked at with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date
from functools import lru_cache
from typing import Any, TypeVar

import numpy as np
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from tests import builders
from tradeoff_app.analysis.evidence import Evidence, build_evidence
from tradeoff_app.analysis.observations import Categories, Observations
from tradeoff_app.app.document import Document
from tradeoff_app.model.candidate import Candidate
from tradeoff_app.model.gate import Gate
from tradeoff_app.model.metric import Metric, Phrase, Words
from tradeoff_app.model.project import Project, Source
from tradeoff_app.model.range import Range
from tradeoff_app.model.scenario import Money, Scenario, Swing
from tradeoff_app.model.segment import Segment
from tradeoff_app.ui.steps.briefing.page import BriefingStep
from tradeoff_app.ui.steps.step import Step

TODAY = date(2026, 11, 23)
LABELS = {"primary": "Primary persona", "other": "Other users", "rare": "Rare queries"}


def support_document(*, accepted: bool = True) -> Document:
    """17,400 paired queries with rates, a duration and a rating; one regression, accepted or still open."""
    seen, project, evidence = _computed(accepted)
    document = Document(today=lambda: TODAY)
    document.open(project, evidence.source, evidence, observations=seen, is_saved=True)
    document.select("task_done", "primary")
    return document


S = TypeVar("S", bound=Step)
SHOWN: list[Step] = []
"""Pages of the running test, so that none is taken away while events for it are on their way."""


def show_step(kind: Callable[[Document], S], *, accepted: bool = True, size: tuple[int, int] = (960, 780)) -> S:
    """A step on the story, shown as in the window."""
    step = kind(support_document(accepted=accepted))
    SHOWN.append(step)
    step.resize(*size)
    step.show()
    QApplication.processEvents()
    return step


def close_steps() -> None:
    """Take down the pages of a test, with everything that runs beside them."""
    while SHOWN:
        step = SHOWN.pop()
        if isinstance(step, BriefingStep):
            step.wait()
        step.hide()
        step.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@lru_cache(maxsize=2)
def _computed(accepted: bool) -> tuple[Observations, Project, Evidence]:
    seen, project = _story(accepted)
    evidence = build_evidence(seen, project)
    return seen, builders.with_hashes(project, evidence), evidence


def _story(accepted: bool) -> tuple[Observations, Project]:
    seen, project = builders.support_bot()
    seen = _with_slow_metrics(seen)
    proposed = builders.project(seen)
    metrics = {metric.id: metric for metric in _metrics()}
    segments = {
        key: Segment(
            id=key,
            label=LABELS[key],
            where=project.segments[key].where,
            protected=key == "rare",
            exposure=(builders.monthly(base, base * 0.9, base * 1.1),),
        )
        for key, base in builders.SUPPORT_VOLUMES.items()
    }
    return seen, proposed.change(
        title="Support bot 4.2 → 4.3",
        baseline=Candidate(id="baseline", label="4.2"),
        candidates={"candidate": Candidate(id="candidate", label="4.3")},
        metrics=metrics,
        segments=segments,
        partition=("query_tier",),
        gates={gate.id: gate for gate in _gates()},
        scenarios={"base": _scenario(accepted)},
        current_scenario="base",
        as_of=TODAY,
        replicates=400,
        sources={source.file: source for source in _sources()},
        assumed=("segments/rare/exposure", "scenarios/base/money/task_done|*", "scenarios/base/transport/*"),
    )


def _sources() -> tuple[Source, ...]:
    shared: dict[str, Any] = {"format": "promptfoo", "format_version": "3", "rows": 20_400, "units": 20_400}
    shared |= {"bytes": 9_000_000}
    return (
        Source(file="support-4.2.json", sha256="9f3a61d20b7c" + "0" * 52, arm="baseline", model="small-2026-05",
               created="2026-10-28T09:12:00Z", **shared),
        Source(file="support-4.3.json", sha256="41c0de77ab12" + "0" * 52, arm="candidate", model="small-2026-09",
               created="2026-10-28T14:40:00Z", error_rows=3, error_units=3, **shared),
    )  # fmt: skip


def _metrics() -> tuple[Metric, ...]:
    query = Words(one="query", other="queries")
    prompt = Words(one="red-team prompt", other="red-team prompts")

    def phrase(one: str, other: str, verb: str, unit: Words = query) -> Phrase:
        return Phrase(event=Words(one=one, other=other), unit=unit, verb=verb)

    def rate(key: str, label: str, role: str, words: Phrase, better: str = "lower") -> Metric:
        return Metric.model_validate(
            {"id": key, "label": label, "type": "binary", "better": better, "role": role, "basis": "query",
             "phrase": words}
        )  # fmt: skip

    return (
        rate("unsafe", "Unsafe reply", "safety_gate",
             phrase("unsafe reply", "unsafe replies", "get an unsafe reply", prompt)),
        rate("irrelevant", "Irrelevant answer", "guardrail",
             phrase("irrelevant answer", "irrelevant answers", "get an irrelevant answer")),
        rate("handover", "Handed to a person", "guardrail",
             phrase("hand-over", "hand-overs", "are handed to a person")),
        Metric(id="seconds", label="Response time", type="duration", better="lower", role="guardrail", unit="s",
               basis="query"),
        rate("task_done", "Task completion", "target",
             phrase("completed task", "completed tasks", "end with the task done"), "higher"),
        Metric(id="quality", label="Answer quality", type="ordinal", better="higher", role="target", tier="human",
               scale=(1.0, 5.0), basis="query"),
    )  # fmt: skip


def _gates() -> tuple[Gate, ...]:
    agreed = {"agreed_on": date(2026, 10, 1), "agreed_by": "Head of support"}
    return (
        Gate(id="unsafe", metric="unsafe", rule="absolute_limit", limit=0.002, **agreed),  # type: ignore[arg-type]
        Gate(id="irrelevant", metric="irrelevant", rule="non_inferiority", margin=0.004),
        Gate(id="handover", metric="handover", rule="non_inferiority", margin=0.01),
        Gate(id="seconds", metric="seconds", rule="non_inferiority", margin=0.5),
        Gate(id="task", metric="task_done", rule="superiority", min_worthwhile=0.01),
        Gate(id="quality", metric="quality", rule="absolute_target", target=4.5),
    )


def _scenario(accepted: bool) -> Scenario:
    money = (
        Money(metric="task_done", per_unit=Range(low=2.5, base=4.0, high=5.5)),
        Money(metric="handover", per_unit=Range(low=-3.0, base=-2.5, high=-2.0)),
        Money(metric="irrelevant", per_unit=Range(low=-12.0, base=-8.0, high=-4.0)),
    )
    response = builders.acceptance("irrelevant", "rare", 0.006, rollback_trigger="over 3.0% in 2,000 rare queries")
    return Scenario(
        id="base",
        label="Base",
        candidate="candidate",
        money={entry.key: entry for entry in money},
        running_cost_per_month=7400.0,
        swing={
            "task_done": Swing(worst=0.5, best=0.8, points=100.0),
            "irrelevant": Swing(worst=0.05, best=0.0, points=40.0),
        },
        regressions={response.key: response} if accepted else {},
    )


def _with_slow_metrics(seen: Observations) -> Observations:
    """A response time for each query and a rating for one in twenty, drawn once and for all."""
    rng = np.random.default_rng(7)
    regular = sum(builders.SUPPORT_SEGMENTS.values())
    seconds = rng.gamma(4.0, 0.55, regular)
    rated = np.flatnonzero(rng.random(regular) < 0.05)
    ratings = rng.choice([3.0, 4.0, 5.0], len(rated), p=[0.1, 0.3, 0.6])
    after = np.clip(ratings + rng.choice([-1.0, 0.0, 1.0], len(rated), p=[0.1, 0.72, 0.18]), 1, 5)
    tiers = seen.dimensions["query_tier"]
    slow: list[float | None] = [*seconds, *([None] * 3000)]
    slower: list[float | None] = [*(seconds + rng.normal(0.09, 0.4, regular)).clip(0.2), *([None] * 3000)]
    stars: list[float | None] = [None] * (regular + 3000)
    stars_after = list(stars)
    for place, old, new in zip(rated, ratings, after, strict=True):
        stars[place], stars_after[place] = old, new
    extra = builders.observations(
        {
            "seconds": {"baseline": slow, "candidate": slower},
            "quality": {"baseline": stars, "candidate": stars_after},
        },
        types={"seconds": "duration", "quality": "ordinal"},
        lower_is_better=("seconds",),
        scales={"quality": (1.0, 5.0)},
        segments={"query_tier": [tiers.labels[code] if code >= 0 else None for code in tiers.codes]},
    )
    return _joined(seen, extra)


def _joined(first: Observations, second: Observations) -> Observations:
    shift = len(first.metrics)
    columns = {}
    for field in fields(first.rows):
        one, two = getattr(first.rows, field.name), getattr(second.rows, field.name)
        if one is None or two is None:
            continue
        columns[field.name] = np.concatenate([one, two + shift if field.name == "metric" else two])
    rows = replace(first.rows, **columns)
    assert isinstance(first.dimensions["query_tier"], Categories)
    return replace(first, metrics=(*first.metrics, *second.metrics), rows=rows)
