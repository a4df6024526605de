"""Effects, levels and draws from numbers of groups: unpaired, independent, without what only single units could say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from tradeoff_app.analysis.aggregates import Aggregates, Moments
from tradeoff_app.analysis.catalogue import metric_type
from tradeoff_app.analysis.cells import SMALLEST_SAMPLE, Cell, CellKey, state_of, unit_scale, with_items_needed
from tradeoff_app.analysis.checks import Finding
from tradeoff_app.analysis.differences import Difference, newcombe
from tradeoff_app.analysis.effects import Effect, Estimate
from tradeoff_app.analysis.large_samples import margin
from tradeoff_app.analysis.moment_formulas import level_of_moments, relative_of_moments, welch_from_moments
from tradeoff_app.analysis.observations import BoolArray, FloatArray
from tradeoff_app.analysis.pairing import Pairing
from tradeoff_app.analysis.quantiles import Z_95, t_point
from tradeoff_app.analysis.random_streams import normal, open_stream
from tradeoff_app.analysis.rates import NO_LEVEL, Level, lower_bound, upper_bound, wilson
from tradeoff_app.analysis.replicates import Draws
from tradeoff_app.analysis.sequential import correct_for_looks
from tradeoff_app.analysis.table import Table
from tradeoff_app.model.metric import Metric
from tradeoff_app.model.project import Project
from tradeoff_app.model.segment import EVERYONE

UNUSABLE = ("needs_units", "no_spread", "not_a_rate", "type_not_supported")
"""Why a metric that was measured can't be compared by its numbers of groups."""


def _groups_of(table: Table) -> Aggregates:
    """The numbers of a table of groups; raises ValueError for a table of units."""
    if table.aggregates is None:
        raise ValueError("the table holds units")
    return table.aggregates


def unpaired(table: Table, arm: int) -> Pairing:
    """Numbers of groups are never paired; the counts are those of units."""
    groups = _groups_of(table)
    everyone = np.ones(table.units, dtype=np.bool_)
    return Pairing("unpaired", 0.0, 0, groups.units(0, everyone), groups.units(arm, everyone), is_chosen=False)


def measure_aggregates(
    table: Table,
    metrics: Mapping[str, Metric],
    members: Mapping[str, BoolArray],
    planned: int | None = None,
) -> dict[CellKey, Cell]:
    """All cells: Newcombe for rates, Welch from mean, standard deviation and number for all else."""
    cells, groups = {}, _groups_of(table)
    everyone = members[EVERYONE]
    for index, name in enumerate(table.metrics):
        for segment, mask in members.items():
            for arm in range(1, len(table.arms)):
                sides = groups.pool(index, 0, mask), groups.pool(index, arm, mask)
                share = groups.units(0, mask) / max(1, groups.units(0, everyone))
                aim = None if planned is None else max(1, round(planned * share))
                cells[name, segment, table.arms[arm]] = _measure(metrics[name], segment, table.arms[arm], sides, aim)
    return cells


Sides = tuple[Moments | None, Moments | None]


def _measure(metric: Metric, segment: str, candidate: str, sides: Sides, planned: int | None) -> Cell:
    before, after = sides
    kind = metric_type(metric.type)
    why = _unusable(metric, sides)
    if kind is None or before is None or after is None or why is not None:
        return Cell(_effect(metric, segment, candidate, sides, why), None)
    width = unit_scale(metric)
    difference = (
        newcombe(after.events, round(after.n), before.events, round(before.n))
        if kind.is_rate
        else welch_from_moments(before, after, None if width is None else width[1] - width[0])
    )
    if planned is not None:
        difference = correct_for_looks(difference, round(before.n + after.n), planned, 1.0 if kind.is_rate else None)
    effect = _effect(metric, segment, candidate, sides, difference.why, difference)
    return Cell(with_items_needed(effect, metric), difference)


def _unusable(metric: Metric, sides: Sides) -> str | None:
    """Why the numbers of a metric can't be compared; None where they can."""
    kind = metric_type(metric.type)
    if kind is None:
        return "type_not_supported"
    if metric.quantile is not None:
        return "needs_units"
    if sides[0] is None or sides[1] is None:
        return "no_data"
    if kind.is_rate:
        return None if all(side is not None and 0.0 <= side.mean <= 1.0 for side in sides) else "not_a_rate"
    return None if all(side is not None and side.error is not None for side in sides) else "no_spread"


def _effect(
    metric: Metric, segment: str, candidate: str, sides: Sides, why: str | None, found: Difference | None = None
) -> Effect:
    before, after = sides
    counts = [0 if side is None else round(side.n) for side in sides]
    is_small = min(counts) < SMALLEST_SAMPLE
    interval = None
    if found is not None and not is_small and found.low is not None and found.high is not None:
        interval = found.low, found.high
    return Effect(
        metric=metric.id,
        segment=segment,
        candidate=candidate,
        n_baseline=counts[0],
        n_candidate=counts[1],
        n_pairs=None,
        clusters=None,
        baseline=None if before is None else before.mean,
        candidate_value=None if after is None else after.mean,
        difference=None if found is None else found.estimate,
        interval=interval,
        method="none" if found is None else found.method,
        state="not_measured" if found is None else state_of(metric, interval),
        standard_error=None if found is None or is_small else found.se,
        p_value=None if found is None or is_small else found.p,
        relative=None if is_small or before is None or after is None else _relative(before, after),
        note="few_units" if found is not None and min(counts) < 2 * SMALLEST_SAMPLE else None,
        why="fewer_than_15_units" if found is not None and is_small else why,
    )


def _relative(before: Moments, after: Moments) -> Estimate | None:
    change = relative_of_moments(before, after)
    return None if change is None else Estimate(change.estimate, (change.low, change.high))


def aggregate_levels(
    table: Table, metrics: Mapping[str, Metric], members: Mapping[str, BoolArray]
) -> dict[CellKey, Level]:
    """Each arm's own level in each segment: Wilson and exact bounds for rates, t for means."""
    groups = _groups_of(table)
    return {
        (name, segment, arm_name): _level(metrics[name], groups.pool(index, arm, mask))
        for index, name in enumerate(table.metrics)
        for segment, mask in members.items()
        for arm, arm_name in enumerate(table.arms)
    }


def _level(metric: Metric, side: Moments | None) -> Level:
    kind = metric_type(metric.type)
    if side is None or kind is None or metric.quantile is not None:
        return NO_LEVEL
    if not kind.is_rate:
        return level_of_moments(side, unit_scale(metric))
    if not 0.0 <= side.mean <= 1.0:
        return NO_LEVEL
    bounds = lower_bound(side.events, side.n), upper_bound(side.events, side.n)
    return Level(side.mean, *wilson(side.events, side.n), *bounds, round(side.n), side.events)


def draw_aggregates(
    table: Table,
    metrics: Mapping[str, Metric],
    places: Sequence[tuple[str, str]],
    members: Mapping[str, BoolArray],
    seed: int,
    replicates: int,
) -> Draws:
    """Replicates of each level from its estimate and error (decision-model, 3c.5, evidence computed elsewhere).

    Metrics and arms are drawn independently, because nothing says how they move together.
    """
    keys, groups = tuple(places), _groups_of(table)
    levels = np.full((len(table.arms), len(keys), replicates), np.nan)
    for k, (name, segment) in enumerate(keys):
        index = table.metrics.index(name)
        for arm in range(len(table.arms)):
            side = groups.pool(index, arm, members[segment])
            if side is not None and _unusable(metrics[name], (side, side)) is None:
                scores = normal(open_stream(seed, segment, f"moments|{name}|{arm}"), (replicates,))
                levels[arm, k] = _draw(metrics[name], side, scores)
    effects = levels[1:] - levels[:1]
    return Draws(table.arms, keys, levels.transpose(2, 0, 1), (), effects.transpose(2, 0, 1))


def _draw(metric: Metric, side: Moments, scores: FloatArray) -> FloatArray:
    kind = metric_type(metric.type)
    if kind is not None and kind.is_rate:
        spread = (side.mean * (1 - side.mean) / side.n) ** 0.5
        return margin(scores, side.mean, spread, (side.events, side.n))
    spread = (side.error or 0.0) * t_point(side.n - 1) / Z_95
    return margin(scores, side.mean, spread, None)


def aggregate_findings(
    table: Table, project: Project, members: Mapping[str, BoolArray], partition: Sequence[str]
) -> Iterator[Finding]:
    """What numbers of groups can't say, segments with few units, and metrics whose spread nobody gave."""
    groups = _groups_of(table)
    yield Finding("aggregates_only", "warn")
    for segment in partition:
        n = min(groups.units(arm, members[segment]) for arm in range(len(table.arms)))
        if n < SMALLEST_SAMPLE:
            yield Finding("few_units", "warn", None, segment, {"n": n})
        elif n < 2 * SMALLEST_SAMPLE:
            yield Finding("small_segment", "warn", None, segment, {"n": n})
    everyone = members[EVERYONE]
    for index, name in enumerate(table.metrics):
        sides = [groups.pool(index, arm, everyone) for arm in range(len(table.arms))]
        reasons = {_unusable(project.metrics[name], (sides[0], side)) for side in sides[1:]}
        for why in sorted(reason for reason in reasons if reason in UNUSABLE):
            yield Finding(why, "warn", name, None, {"type": project.metrics[name].type})
