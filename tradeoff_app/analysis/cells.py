"""Every metric in every segment for every candidate: the sample it speaks of, its difference, and the arms' levels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import product
from typing import TypeVar

import numpy as np

from tradeoff_app.analysis.catalogue import measure_of
from tradeoff_app.analysis.covariates import adjust_arms
from tradeoff_app.analysis.differences import Difference, relative_change
from tradeoff_app.analysis.effects import Effect, Estimate, State
from tradeoff_app.analysis.heavy_tail import winsorised
from tradeoff_app.analysis.linearising import linear_values, linearised
from tradeoff_app.analysis.metric_type import TypeOfMetric
from tradeoff_app.analysis.missing import worst_and_best
from tradeoff_app.analysis.observations import BoolArray, FloatArray, IntArray
from tradeoff_app.analysis.pairing import Pairing
from tradeoff_app.analysis.parts import Parts
from tradeoff_app.analysis.power import times_n_for, times_n_for_bound
from tradeoff_app.analysis.quantile_metrics import unit_values
from tradeoff_app.analysis.quantiles import Z_95
from tradeoff_app.analysis.rates import NO_LEVEL, Level
from tradeoff_app.analysis.samples import Sample, level_of, scaled_weights
from tradeoff_app.analysis.sequential import correct_for_looks
from tradeoff_app.analysis.table import Table
from tradeoff_app.analysis.top_box import measure_top_box
from tradeoff_app.model.metric import Metric

CellKey = tuple[str, str, str]
"""Metric, segment, candidate."""

SMALLEST_SAMPLE = 15
"""Below this number of units a segment gets no statistics (decision-model, 3a)."""


FEWEST_CHANGING = 5
"""Below this number of clusters that show any change the interval of a clustered rate may be too narrow."""


@dataclass(frozen=True)
class Cell:
    """One metric in one segment for one candidate: its effect as shown, and the difference behind it.

    `difference` keeps the interval that the population needs even where the segment is too small to show one.
    """

    effect: Effect
    difference: Difference | None


def unit_scale(metric: Metric) -> tuple[float, float] | None:
    """Range of possible unit values: 0 to 1 for rates, else the stated scale."""
    kind = measure_of(metric)
    return (0.0, 1.0) if kind is not None and kind.is_rate else metric.scale


def used_units(table: Table, metric: int, arm: int, is_paired: bool) -> tuple[BoolArray, BoolArray]:
    """Masks of the units that a comparison uses before and after; the same mask where it is paired."""
    before, after = ~np.isnan(table.values[metric, 0]), ~np.isnan(table.values[metric, arm])
    if is_paired:
        both = before & after
        return both, both
    return before, after


Array = TypeVar("Array", FloatArray, IntArray)


def of_units(values: Array, units: BoolArray) -> Array:
    """The values of a mask; all of them without a copy."""
    return values if units.all() else values[units]


def make_sample(table: Table, metric: Metric, arm: int, members: BoolArray, pairing: Pairing) -> Sample:
    """The values of one metric in one segment for the candidate at `arm`, capped where the metric says so."""
    index = table.metrics.index(metric.id)
    is_paired = pairing.mode == "paired"
    before_units, after_units = used_units(table, index, arm, is_paired)
    before_units, after_units = before_units & members, after_units & members
    before, after = of_units(table.values[index, 0], before_units), of_units(table.values[index, arm], after_units)
    adjusted = None if is_paired else adjust_arms(table, metric, arm, before_units, after_units)
    if adjusted is not None:
        before, after = adjusted.before, adjusted.after
    elif metric.winsorise is not None:
        before, after = winsorised(before, after, metric.winsorise)
    before_clusters, after_clusters = _dense_clusters(table.cluster, before_units, after_units)
    before_weights = None if table.weight is None else scaled_weights(table.weight[before_units])
    after_weights = None if table.weight is None else scaled_weights(table.weight[after_units])
    dens = (table.denominators(metric, 0), before_units), (table.denominators(metric, arm), after_units)
    before_den, after_den = (None if den is None else den[units] for den, units in dens)
    return Sample(
        before,
        after,
        is_paired,
        before_clusters,
        after_clusters,
        before_weights,
        after_weights,
        unit_scale(metric),
        before_den,
        after_den,
        metric.interval,
    )


def _dense_clusters(
    clusters: IntArray | None, before: BoolArray, after: BoolArray
) -> tuple[IntArray | None, IntArray | None]:
    """Cluster numbers of both arms in one dense numbering; None where every unit is alone in its cluster."""
    if clusters is None or not len(clusters):
        return None, None
    sides = of_units(clusters, before), of_units(clusters, after)
    first = np.bincount(sides[0], minlength=int(clusters.max()) + 1)
    second = first if sides[1] is sides[0] else np.bincount(sides[1], minlength=len(first))
    if max(int(first.max()), int(second.max())) <= 1:
        return None, None
    is_used = first + second > 0
    if is_used.all():
        return sides
    numbers = np.cumsum(is_used) - 1
    return numbers[sides[0]], numbers[sides[1]]


def measure_cells(
    table: Table,
    metrics: Mapping[str, Metric],
    parts: Parts,
    pairings: Mapping[str, Pairing],
    planned: int | None = None,
) -> dict[CellKey, Cell]:
    """All cells of the table, for every segment and candidate; `parts` are its segments.

    `planned` units (of everyone) make each interval hold at every look; None: the intervals of one look.
    """
    cells = {}
    for segment, part in parts.items():
        aim = None if planned is None else max(1, round(planned * parts.share(segment)))
        everyone = np.ones(part.units, dtype=np.bool_)
        for metric in table.metrics:
            for arm, candidate in enumerate(table.arms[1:], 1):
                sample = make_sample(part, metrics[metric], arm, everyone, pairings[candidate])
                cell = _measure(part, metrics[metric], segment, arm, sample, everyone, aim)
                cells[metric, segment, candidate] = cell
    return {key: cells[key] for key in product(table.metrics, parts, table.arms[1:])}


def _measure(
    table: Table, metric: Metric, segment: str, arm: int, sample: Sample, members: BoolArray, planned: int | None
) -> Cell:
    n_before, n_after = len(sample.before), len(sample.after)
    candidate = table.arms[arm]
    kind = measure_of(metric)
    levels = _levels(kind, sample)
    if kind is None or levels[0] is None or levels[1] is None:
        why = "type_not_supported" if kind is None else "no_data"
        return Cell(_unmeasured(metric, segment, candidate, sample, levels, why), None)
    difference = kind.difference(sample)
    if planned is not None:
        units = n_after if sample.is_paired else n_before + n_after
        difference = correct_for_looks(difference, units, planned, 1.0 if kind.is_rate else None)
    small = min(n_before, n_after) < SMALLEST_SAMPLE
    interval = None if small else _interval(difference)
    relative = None if small or kind.quantile is not None else _relative(sample)
    effect = Effect(
        metric=metric.id,
        segment=segment,
        candidate=candidate,
        n_baseline=n_before,
        n_candidate=n_after,
        n_pairs=n_after if sample.is_paired else None,
        clusters=difference.clusters,
        baseline=levels[0],
        candidate_value=levels[1],
        difference=difference.estimate,
        interval=interval,
        method=difference.method,
        state=state_of(metric, interval),
        standard_error=None if small else difference.se,
        worst_best=worst_and_best(table, metric, arm, members, unit_scale(metric), sample.is_paired),
        p_value=None if small else difference.p,
        needs_times_n=None,
        fixed=difference.fixed,
        broken=difference.broken,
        relative=relative,
        top_box=measure_top_box(metric, sample),
        note=_note(sample, difference),
        why="fewer_than_15_units" if small else difference.why,
    )
    return Cell(with_items_needed(effect, metric), difference)


Levels = tuple[float | None, float | None]


def _levels(kind: TypeOfMetric | None, sample: Sample) -> Levels:
    """Each arm's own value; None where it has no units."""
    value_of = level_of if kind is None else kind.value_of
    before = value_of(sample.before, sample.before_weights, sample.before_den) if len(sample.before) else None
    return before, value_of(sample.after, sample.after_weights, sample.after_den) if len(sample.after) else None


def _unmeasured(metric: Metric, segment: str, candidate: str, sample: Sample, levels: Levels, why: str) -> Effect:
    n_before, n_after = len(sample.before), len(sample.after)
    return Effect(
        metric=metric.id,
        segment=segment,
        candidate=candidate,
        n_baseline=n_before,
        n_candidate=n_after,
        n_pairs=n_after if sample.is_paired else None,
        clusters=None,
        baseline=levels[0],
        candidate_value=levels[1],
        difference=None,
        interval=None,
        method="none",
        state="not_measured",
        why=why,
    )


def _interval(difference: Difference) -> tuple[float, float] | None:
    if difference.low is None or difference.high is None:
        return None
    return difference.low, difference.high


def _relative(sample: Sample) -> Estimate | None:
    """The relative change of plain samples; with clusters or weights the absolute change speaks alone."""
    if not sample.is_simple:
        return None
    change = relative_change(linearised(sample))
    return None if change is None else Estimate(change.estimate, (change.low, change.high))


def _note(sample: Sample, difference: Difference) -> str | None:
    if min(len(sample.before), len(sample.after)) < 2 * SMALLEST_SAMPLE:
        return "few_units"
    if difference.clusters is not None and difference.clusters < 10:
        return "few_clusters"
    if difference.changing is not None and difference.changing < FEWEST_CHANGING:
        return "few_changing_clusters"
    return None


def with_items_needed(effect: Effect, metric: Metric) -> Effect:
    """The effect with how many times as many units would tell, where its interval holds 0: as its gate says it."""
    if effect.state != "cannot_tell" or effect.interval is None or not effect.difference:
        return effect
    if effect.interval[0] > 0 or effect.interval[1] < 0:
        return effect
    return replace(effect, needs_times_n=times_n_to_tell(effect, metric, effect.difference))


def times_n_to_tell(effect: Effect, metric: Metric, distance: float) -> float | None:
    """How many times as many units would settle a change of this size; None where that cannot be said.

    An interval shrinks with the root of n; the bound of values that never varied shrinks with n itself.
    """
    scale = unit_scale(metric)
    if effect.method == "no_variation_bound" and effect.interval is not None and scale is not None:
        half = (effect.interval[1] - effect.interval[0]) / 2
        return times_n_for_bound(half, scale[1] - scale[0], distance)
    return times_n_for(effect_error(effect), distance)


def effect_error(effect: Effect) -> float | None:
    """Standard error that the interval speaks of: half its width over 1.96."""
    return None if effect.interval is None else (effect.interval[1] - effect.interval[0]) / (2 * Z_95)


def improvement(metric: Metric, interval: tuple[float, float]) -> tuple[float, float]:
    """The interval with the sign of the metric: above 0 is better, whatever the direction."""
    low, high = interval
    return (low, high) if metric.sign > 0 else (-high, -low)


def state_of(metric: Metric, interval: tuple[float, float] | None, margin: float | None = None) -> State:
    """better, worse, no_worse (a margin is stated and the interval stays inside it) or cannot_tell."""
    if interval is None or metric.better is None:
        return "cannot_tell"
    low, high = improvement(metric, interval)
    if low > 0:
        return "better"
    if high < 0:
        return "worse"
    return "no_worse" if margin is not None and low > -margin else "cannot_tell"


def measure_levels(table: Table, metrics: Mapping[str, Metric], parts: Mapping[str, Table]) -> dict[CellKey, Level]:
    """Each arm's own level in each segment, from all of its units whether matched or not."""
    levels = {}
    for segment, part in parts.items():
        for index, name in enumerate(table.metrics):
            for arm, arm_name in enumerate(table.arms):
                levels[name, segment, arm_name] = _measure_level(part, metrics[name], index, arm)
    return {key: levels[key] for key in product(table.metrics, parts, table.arms)}


def _measure_level(table: Table, metric: Metric, index: int, arm: int) -> Level:
    kind = measure_of(metric)
    units = ~np.isnan(table.values[index, arm])
    values: FloatArray = of_units(table.values[index, arm], units)
    clusters, _ = _dense_clusters(table.cluster, units, np.zeros_like(units))
    weights = None if table.weight is None else scaled_weights(table.weight[units])
    den = table.denominators(metric, arm)
    if den is not None and kind is not None and kind.quantile is not None:
        values, kept = unit_values(values, den[units])
        weights = None if weights is None else weights[kept]
        clusters = None if clusters is None else clusters[kept]
    elif den is not None:
        values = linear_values(values, weights, den[units])
    return NO_LEVEL if kind is None else kind.level(values, clusters, unit_scale(metric), weights)
