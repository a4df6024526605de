"""All figures there are, in the order in which they are offered; a new one is a file in kinds/ and a line here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tradeoff_app.analysis.evidence import Evidence
from tradeoff_app.analysis.outcome import Outcome, evaluate
from tradeoff_app.figures.kinds import (
    agreement,
    contributions,
    count_grid,
    distribution,
    flips,
    forest,
    net_value,
    tornado,
    waterfall,
    weight_map,
)
from tradeoff_app.figures.spec import FigureSpec
from tradeoff_app.model.project import Project
from tradeoff_app.wording.speaker import Speaker


@dataclass(frozen=True)
class Subject:
    """What a figure is drawn of: a project's outcome, and the metric and segment that are looked at."""

    project: Project
    evidence: Evidence
    outcome: Outcome
    speaker: Speaker
    metric: str
    segment: str = "*"


@dataclass(frozen=True)
class Figure:
    """One entry: its id, the phrase that names it (`speaker.voice.say(name)`), what it is about, and how it is made."""

    kind: str
    name: str
    needs_metric: bool
    draw: Callable[[Subject], FigureSpec]


def _distribution(subject: Subject) -> FigureSpec:
    return distribution.distribution(
        subject.project,
        subject.evidence,
        subject.outcome,
        subject.metric,
        subject.segment,
        language=subject.speaker.voice.code,
    )


def _agreement(subject: Subject) -> FigureSpec:
    project, as_of = subject.project, subject.outcome.as_of
    outcomes = {key: evaluate(project, subject.evidence, key, as_of) for key in project.scenarios}
    return agreement.agreement(outcomes, subject.speaker)


def _of_cell(make: Callable[[Outcome, Speaker, str, str], FigureSpec]) -> Callable[[Subject], FigureSpec]:
    return lambda subject: make(subject.outcome, subject.speaker, subject.metric, subject.segment)


FIGURES: tuple[Figure, ...] = (
    Figure(
        contributions.KIND, "name_contributions", False, lambda s: contributions.contributions(s.outcome, s.speaker)
    ),
    Figure(distribution.KIND, "name_distribution", True, _distribution),
    Figure(flips.KIND, "name_flips", True, _of_cell(flips.flips)),
    Figure(forest.KIND, "name_forest", True, lambda s: forest.forest(s.outcome, s.speaker, s.metric)),
    Figure(count_grid.KIND, "name_count_grid", True, _of_cell(count_grid.count_grid)),
    Figure(waterfall.KIND, "name_waterfall", False, lambda s: waterfall.waterfall(s.outcome, s.speaker)),
    Figure(net_value.KIND, "name_net_value", False, lambda s: net_value.net_value(s.outcome, s.speaker)),
    Figure(tornado.KIND, "name_tornado", False, lambda s: tornado.tornado(s.outcome, s.speaker)),
    Figure(weight_map.KIND, "name_weight_map", False, lambda s: weight_map.weight_map(s.outcome, s.speaker)),
    Figure(agreement.KIND, "name_agreement", False, _agreement),
)
