"""Checks that what a setup names exists: metrics, segments, candidates, dimensions, with the nearest name as a hint."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from tradeoff_app.model.problem import suggest
from tradeoff_app.model.project import Project
from tradeoff_app.model.segment import EVERYONE
from tradeoff_app.model.setup_form import Path, SetupForm

Reference = tuple[Path, str, str]
"""Where a name stands, what kind of thing it names, and the name."""


def check_references(project: Project, form: SetupForm, dimensions: Mapping[str, Iterable[str]] | None) -> None:
    """Raise InputError at the first stated name that nothing has; names that only look odd become warnings."""
    known = {
        "metric": list(project.metrics),
        "metric or *": [*project.metrics, EVERYONE],
        "segment": [*project.segments, EVERYONE],
        "candidate": [*project.candidates, project.baseline.id],
        "dimension": list(dimensions or ()),
        "scenario": list(project.scenarios),
    }
    for path, kind, name in _references(project, with_dimensions=dimensions is not None):
        if name not in known[kind] and form.is_stated(path):
            noun = kind.split()[0]
            raise form.fail(form.place(path), f'there is no {noun} "{name}"', suggest(name, known[kind]))
    _warn_of_labels(project, form, dimensions or {})
    _warn_of_parents(project, form)


def named_segments(project: Project) -> frozenset[str]:
    """The segments that a gate, a rollout, a weight, money or an answer to a regression names."""
    return frozenset(name for _, kind, name in _references(project, with_dimensions=False) if kind == "segment")


def named_metrics(project: Project) -> frozenset[str]:
    """The metrics that a gate, a weight, money, a transport or an answer to a regression names."""
    found = {name for _, kind, name in _references(project, with_dimensions=False) if kind == "metric"}
    found |= {name for scenario in project.scenarios.values() for name in scenario.transport}
    parents = {metric.lineage.parent for metric in project.metrics.values() if metric.lineage}
    return frozenset(found | parents)


def _references(project: Project, *, with_dimensions: bool) -> Iterator[Reference]:
    for gate in project.gates.values():
        yield ("gates", gate.id, "metric"), "metric", gate.metric
        yield ("gates", gate.id, "segment"), "segment", gate.segment
    for name in project.scenarios:
        yield from _scenario_references(project, name)
    if project.current_scenario is not None:
        yield ("current_scenario",), "scenario", project.current_scenario
    if with_dimensions:
        for dimension in project.partition:
            yield ("partition",), "dimension", dimension
        for segment in project.segments.values():
            for dimension in segment.where:
                yield ("segments", segment.id, "where"), "dimension", dimension


def _scenario_references(project: Project, name: str) -> Iterator[Reference]:
    scenario, root = project.scenarios[name], ("scenarios", name)
    if scenario.candidate is not None:
        yield (*root, "candidate"), "candidate", scenario.candidate
    for segment, rollout in scenario.rollout.items():
        yield (*root, "rollout", segment), "segment", segment
        if rollout.candidate is not None:
            yield (*root, "rollout", segment, "candidate"), "candidate", rollout.candidate
    for collection, cells in (("money", scenario.money), ("regressions", scenario.regressions)):
        for key in cells:
            metric, _, segment = key.rpartition("|")
            yield (*root, collection, key, "metric"), "metric", metric
            yield (*root, collection, key), "segment", segment
    for metric in scenario.transport:
        yield (*root, "transport", metric), "metric or *", metric
    for metric in scenario.swing:
        yield (*root, "swing", metric), "metric", metric
    for segment in scenario.segment_weights:
        yield (*root, "segment_weights", segment), "segment", segment


def _warn_of_labels(project: Project, form: SetupForm, dimensions: Mapping[str, Iterable[str]]) -> None:
    for segment in project.segments.values():
        path = ("segments", segment.id, "where")
        for dimension, labels in segment.where.items():
            known = list(dimensions.get(dimension, labels))
            for label in labels:
                if label not in known and form.is_stated(path):
                    hint = suggest(label, known)
                    form.warnings.append(f'{form.place(path)}: no unit has the value "{label}". {hint}')


def _warn_of_parents(project: Project, form: SetupForm) -> None:
    for metric in project.metrics.values():
        parent = metric.lineage.parent if metric.lineage else None
        path = ("metrics", metric.id, "lineage", "parent")
        if parent is not None and parent not in project.metrics and form.is_stated(path):
            form.warnings.append(
                f'{form.place(path)}: no metric "{parent}" is measured. {suggest(parent, project.metrics)}'
            )
