"""The inputs of the value, by path: what stands in the project, and the project with another number in its place.

Paths are those of `compare` and of `Project.assumed`: `segments/tail/exposure`, `scenarios/base/money/irrelevant|*`,
`scenarios/base/transport/*`, `scenarios/base/rollout/tail`, `scenarios/base/swing/task_done`,
`scenarios/base/segment_weights/tail`, `scenarios/base/running_cost_per_month`, `horizon_months`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tradeoff_app.analysis.evidence import Evidence
from tradeoff_app.analysis.exposures import mix_on
from tradeoff_app.analysis.outcome import Outcome
from tradeoff_app.model.project import Project
from tradeoff_app.model.range import Range
from tradeoff_app.model.scenario import Money, Rollout, Scenario, Swing
from tradeoff_app.model.segment import EVERYONE, Exposure, Segment

LARGEST_MULTIPLE = 3.0
"""The right end of the value weight's slider."""


def exposure_path(segment: str) -> str:
    """Where the monthly volume of a segment stands."""
    return "exposure" if segment == EVERYONE else f"segments/{segment}/exposure"


def scenario_path(scenario: Scenario, *parts: str) -> str:
    """Where an input of a scenario stands."""
    return "/".join(("scenarios", scenario.id, *parts))


def exposure_of(project: Project, segment: str) -> Range | None:
    """Monthly volume of a segment, or of everyone; None where nobody stated it."""
    if segment == EVERYONE:
        return project.exposure.per_month if project.exposure else None
    item = project.segments.get(segment)
    return item.volume(None) if item else None


def with_exposure(project: Project, segment: str, per_month: Range) -> Project:
    """The project with another monthly volume; it counts as stated from now on."""
    stated = project.confirm(exposure_path(segment))
    if segment == EVERYONE:
        basis = project.exposure.basis if project.exposure else _basis(project)
        return stated.change(exposure=Exposure(basis=basis, per_month=per_month))
    item = project.segments.get(segment) or Segment(id=segment)
    first = item.exposure[0] if item.exposure else Exposure(basis=_basis(project), per_month=per_month)
    exposures = (first.model_copy(update={"per_month": per_month}), *item.exposure[1:])
    return stated.with_item("segments", item.model_copy(update={"exposure": exposures}))


def with_money(project: Project, key: str, per_unit: Range) -> Project:
    """The project with another worth per unit of a metric, in natural units; it counts as stated from now on."""
    metric, _, segment = key.rpartition("|")
    money = {**project.scenario().money, key: Money(metric=metric, segment=segment, per_unit=per_unit)}
    return _with_scenario(project, ("money", key), money=money)


def without_money(project: Project, key: str) -> Project:
    """The project in which this metric is not put in money."""
    money = {name: entry for name, entry in project.scenario().money.items() if name != key}
    return _with_scenario(project, ("money", key), money=money)


def with_transport(project: Project, key: str, share: Range) -> Project:
    """The project with another share of the measured effect expected in production."""
    transport = {**project.scenario().transport, key: share}
    return _with_scenario(project, ("transport", key), transport=transport)


def with_rollout(project: Project, segment: str, share: float) -> Project:
    """The project in which another share of a segment's traffic gets the candidate."""
    scenario = project.scenario()
    now = scenario.rollout.get(segment, Rollout())
    rollout = {**scenario.rollout, segment: now.model_copy(update={"share": share})}
    return _with_scenario(project, ("rollout", segment), rollout=rollout)


def with_candidate(project: Project, segment: str, candidate: str) -> Project:
    """The project in which a segment gets this candidate."""
    scenario = project.scenario()
    now = scenario.rollout.get(segment) or scenario.rollout_of(segment)
    rollout = {**scenario.rollout, segment: now.model_copy(update={"candidate": candidate})}
    return _with_scenario(project, ("rollout", segment), rollout=rollout)


def with_swing(project: Project, metric: str, swing: Swing) -> Project:
    """The project with other swing points, or another range, of a metric."""
    swings = {**project.scenario().swing, metric: swing}
    return _with_scenario(project, ("swing", metric), swing=swings)


def without_swing(project: Project, metric: str) -> Project:
    """The project in which this metric has no weight."""
    swings = {name: swing for name, swing in project.scenario().swing.items() if name != metric}
    return _with_scenario(project, ("swing", metric), swing=swings)


def with_cost(project: Project, field: str, amount: float) -> Project:
    """The project with another `running_cost_per_month`, `cost_per_exposure` or `one_off_cost`."""
    return _with_scenario(project, (field,), **{field: amount})


def default_weight(project: Project, segment: str, shares: Mapping[str, float]) -> float:
    """What a segment weighs where nobody says otherwise: its share of traffic times its rollout."""
    return shares.get(segment, 0.0) * project.scenario().rollout_of(segment).share


def multiple_of(project: Project, segment: str, shares: Mapping[str, float]) -> float:
    """The value weight as people see it: how many times its default weight a segment counts."""
    stated = project.scenario().segment_weights.get(segment)
    default = default_weight(project, segment, shares)
    return 1.0 if stated is None or default <= 0 else stated / default


def with_multiple(project: Project, segment: str, multiple: float, shares: Mapping[str, float]) -> Project:
    """The project in which a segment counts this many times its default weight (kept as an absolute weight)."""
    weight = multiple * default_weight(project, segment, shares)
    weights = {**project.scenario().segment_weights, segment: weight}
    return _with_scenario(project, ("segment_weights", segment), segment_weights=weights)


def keep_multiples(
    before: Project, after: Project, shares_before: Mapping[str, float], shares_after: Mapping[str, float]
) -> Project:
    """The changed project with its stated weights rescaled, so that a new volume or rollout moves no slider."""
    stated = after.scenario().segment_weights
    if not stated:
        return after
    weights = {
        segment: multiple_of(before, segment, shares_before) * default_weight(after, segment, shares_after)
        if default_weight(before, segment, shares_before) > 0
        else weight
        for segment, weight in stated.items()
    }
    return after.with_item("scenarios", after.scenario().model_copy(update={"segment_weights": weights}))


def with_kept_weights(before: Project, after: Project, evidence: Evidence, outcome: Outcome) -> Project:
    """The same with the shares that follow from both projects; `outcome` is that of `before`."""
    sizes = {segment: evidence.table.size(evidence.members[segment]) for segment in evidence.partition}
    mix = mix_on(after, evidence.partition, sizes, outcome.mix.basis)
    return keep_multiples(before, after, outcome.mix.shares, mix.shares)


def first_swing(project: Project, metric_id: str, level: float | None) -> Swing:
    """A range to start weighing a metric on: its scale, all of a rate, else from nothing to twice today's level."""
    metric = project.metrics[metric_id]
    low, high = metric.scale or ((0.0, 1.0) if metric.type == "binary" else (0.0, 2 * abs(level or 0.0) or 1.0))
    worst, best = (low, high) if metric.sign > 0 else (high, low)
    return Swing(worst=worst, best=best, points=50.0)


def _with_scenario(project: Project, stated: tuple[str, ...], **fields: Any) -> Project:
    scenario = project.scenario()
    changed = project.with_item("scenarios", scenario.model_copy(update=fields))
    return changed.confirm(scenario_path(scenario, *stated))


def _basis(project: Project) -> str:
    """The basis that the project counts on already; units where nobody said."""
    for segment in project.segments.values():
        for exposure in segment.exposure:
            return exposure.basis
    return next((metric.basis for metric in project.metrics.values() if metric.basis), "unit")
