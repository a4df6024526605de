"""Checks that a stated threshold can be crossed at all: 5 for "5 %" on a share would be kept by whatever happens."""

from __future__ import annotations

from collections.abc import Iterator

from tradeoff_app.model.gate import Gate
from tradeoff_app.model.metric import Metric
from tradeoff_app.model.project import Project
from tradeoff_app.model.setup_form import Path, SetupForm

Misfit = tuple[Path, str]
"""Where a threshold stands, and why nothing can cross it."""

UNITS = "It is stated in the metric's own units; of a share or a rate 5 % is 0.05."


def check_thresholds(project: Project, form: SetupForm) -> None:
    """Raise InputError at the first stated threshold that no value of its metric could ever break."""
    for path, cause in (*_gates(project), *_answers(project)):
        if form.is_stated(path):
            raise form.fail(form.place(path), cause, UNITS)


def _gates(project: Project) -> Iterator[Misfit]:
    for gate in project.gates.values():
        metric, path = project.metrics.get(gate.metric), ("gates", gate.id)
        if metric is not None and (scale := scale_of(metric)) is not None:
            yield from _on_scale(gate, metric, scale, path)
        if gate.margin_relative is not None and gate.margin_relative > 1:
            yield (
                (*path, "margin_relative"),
                f"{gate.margin_relative:g} allows {gate.margin_relative:g} times the baseline",
            )


def _on_scale(gate: Gate, metric: Metric, scale: tuple[float, float], path: Path) -> Iterator[Misfit]:
    low, high = scale
    ends = f"{metric.id} lies between {low:g} and {high:g}"
    if gate.margin is not None and gate.margin >= high - low:
        yield (*path, "margin"), f"{gate.margin:g} can never be exceeded, because {ends}"
    is_floor = metric.better == "higher"
    if gate.limit is not None and (gate.limit <= low if is_floor else gate.limit >= high):
        yield (*path, "limit"), f"{gate.limit:g} can never be broken, because {ends}"
    if gate.target is not None and not low <= gate.target <= high:
        yield (*path, "target"), f"{gate.target:g} lies outside what can be, because {ends}"


def _answers(project: Project) -> Iterator[Misfit]:
    for scenario in project.scenarios.values():
        for key, answer in scenario.regressions.items():
            metric = project.metrics.get(answer.metric)
            scale = scale_of(metric) if metric else None
            if scale and answer.accepted_up_to is not None and answer.accepted_up_to > scale[1] - scale[0]:
                path = ("scenarios", scenario.id, "regressions", key, "accepted_up_to")
                ends = f"{answer.metric} lies between {scale[0]:g} and {scale[1]:g}"
                yield path, f"{answer.accepted_up_to:g} accepts everything, because {ends}"


def scale_of(metric: Metric) -> tuple[float, float] | None:
    """Lowest and highest value that a unit can have: 0 and 1 of a rate, else the stated scale."""
    return (0.0, 1.0) if metric.type == "binary" else metric.scale
