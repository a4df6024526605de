"""Technical proxies folded under the product metric that they stand for, with a badge where the two disagree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tradeoff_app.analysis.effects import Effect
from tradeoff_app.analysis.proxies import Relation, relate
from tradeoff_app.app.translation import QT_TR_NOOP, tr
from tradeoff_app.model.metric import Metric
from tradeoff_app.model.project import Project
from tradeoff_app.model.segment import EVERYONE
from tradeoff_app.wording.speaker import Speaker

BADGES: dict[Relation, str] = {
    "disagrees": QT_TR_NOOP("Says the opposite"),
    "agrees": QT_TR_NOOP("Agrees"),
    "not_confirmed": QT_TR_NOOP("Not confirmed"),
}
"""What a proxy's line says of its parent; a proxy that did not move, or was not measured, says nothing."""


def parent_of(metric: Metric, project: Project) -> str | None:
    """The metric that this one is folded under: only what no gate rests on, under what the project knows."""
    if metric.lineage is None or project.role_of(metric.id) != "monitor":
        return None
    parent = metric.lineage.parent
    return parent if parent in project.metrics and parent != metric.id else None


def fold(metrics: Sequence[Metric], project: Project) -> list[Metric]:
    """The metrics of a group with each one's proxies right after it, whichever group those would stand in."""
    folded: list[Metric] = []
    for metric in metrics:
        if parent_of(metric, project) is None or _is_orphan(metric, project):
            folded += [metric, *proxies_of(metric.id, project)]
    return folded


def proxies_of(metric_id: str, project: Project) -> list[Metric]:
    """The metrics that stand for this one, in the project's order."""
    return [metric for metric in project.metrics.values() if parent_of(metric, project) == metric_id]


def badge(metric: Metric, project: Project, effects: Mapping[tuple[str, str], Effect]) -> Relation | None:
    """What the whole population says of a proxy and its parent; None for a metric that stands for itself."""
    parent = parent_of(metric, project)
    if parent is None:
        return None
    states = (effects.get((key, EVERYONE)) for key in (metric.id, parent))
    return relate(*("not_measured" if effect is None else effect.state for effect in states))


def _is_orphan(metric: Metric, project: Project) -> bool:
    """Whether its parent is folded itself, so that nobody would show it: chains are shown one deep."""
    parent = parent_of(metric, project)
    return parent is not None and parent_of(project.metrics[parent], project) is not None


def disagreement(metric: Metric, project: Project, effects: Mapping[tuple[str, str], Effect], speaker: Speaker) -> str:
    """What a proxy and its parent say, in words, where they say opposite things: "ROUGE-L better, csat worse"."""
    parent = parent_of(metric, project)
    if parent is None or badge(metric, project, effects) != "disagrees":
        return ""
    found = effects.get((metric.id, EVERYONE)), effects.get((parent, EVERYONE))
    words = ["" if effect is None else speaker.voice.language.inside(speaker.state(effect)) for effect in found]
    return tr("{proxy} {one}, {product} {other}", proxy=metric.name, one=words[0],
              product=speaker.metric(parent), other=words[1])  # fmt: skip
