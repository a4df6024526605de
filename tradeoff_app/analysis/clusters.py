"""Clusters that span segments: the covariance between segment effects that a whole-population interval needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from tradeoff_app.analysis.catalogue import measure_of
from tradeoff_app.analysis.cells import used_units
from tradeoff_app.analysis.observations import BoolArray, FloatArray
from tradeoff_app.analysis.pairing import Pairing
from tradeoff_app.analysis.quantiles import t_point
from tradeoff_app.analysis.samples import count_distinct
from tradeoff_app.analysis.sequential import spread_factor
from tradeoff_app.analysis.table import Table
from tradeoff_app.model.metric import Metric


@dataclass(frozen=True)
class SharedClusters:
    """Per metric and candidate: centre of each segment's effect and their covariance from `groups` clusters."""

    segments: tuple[str, ...]
    centres: FloatArray
    covariance: FloatArray
    groups: int
    spread: float | None = None
    """Half width of the interval in standard errors, where repeated looks are allowed for; None: t(G - 1)."""


def share_clusters(
    table: Table,
    metrics: Mapping[str, Metric],
    members: Mapping[str, BoolArray],
    partition: tuple[str, ...],
    pairings: Mapping[str, Pairing],
    planned: int | None = None,
) -> dict[tuple[str, str], SharedClusters]:
    """Covariances for each metric and candidate; empty where every cluster lies in one segment.

    `planned` units make the intervals hold at every look.
    """
    if not clusters_span(table, members, partition):
        return {}
    found = {}
    for metric in table.metrics:
        for arm in range(1, len(table.arms)):
            shared = _measure(table, metrics[metric], arm, members, partition, pairings[table.arms[arm]])
            if shared is not None and planned is not None:
                spread = spread_factor(shared.groups, planned * shared.groups / table.units)
                shared = replace(shared, spread=max(spread, t_point(max(1, shared.groups - 1))))
            if shared is not None:
                found[metric, table.arms[arm]] = shared
    return found


def clusters_span(table: Table, members: Mapping[str, BoolArray], partition: Sequence[str]) -> bool:
    """Whether some cluster has units in more than one of the segments."""
    if table.cluster is None:
        return False
    seen = np.zeros(int(table.cluster.max(initial=-1)) + 1, dtype=np.bool_)
    for segment in partition:
        inside = table.cluster[members[segment]]
        if seen[inside].any():
            return True
        seen[inside] = True
    return False


def _measure(
    table: Table,
    metric: Metric,
    arm: int,
    members: Mapping[str, BoolArray],
    partition: tuple[str, ...],
    pairing: Pairing,
) -> SharedClusters | None:
    """Deviations per cluster and segment: e_gs = (S_gs - centre_s N_gs) / N_s of each arm, after minus before."""
    kind = measure_of(metric)
    if kind is None or kind.quantile is not None:
        return None
    assert table.cluster is not None
    index = table.metrics.index(metric.id)
    before, after = used_units(table, index, arm, pairing.mode == "paired")
    pad = 1.0 if kind.is_rate else 0.0
    columns, centres, extra, segments = [], [], [], []
    for segment in partition:
        masks = before & members[segment], after & members[segment]
        if not masks[0].any() or not masks[1].any():
            continue
        low = _arm_deviations(table, metric, 0, masks[0], pad)
        high = _arm_deviations(table, metric, arm, masks[1], pad)
        if low is None or high is None:
            continue
        segments.append(segment)
        columns.append(high.deviations - low.deviations)
        centres.append(high.centre - low.centre)
        extra.append(_pseudo_variance(low, high, is_paired=pairing.mode == "paired") if pad else 0.0)
    if not columns:
        return None
    deviations = np.stack(columns, axis=1)
    groups = count_distinct(table.cluster[before | after])
    factor = groups / max(1, groups - 1)
    covariance = (deviations.T @ deviations + np.diag(extra)) * factor
    return SharedClusters(tuple(segments), np.array(centres), covariance, groups)


@dataclass(frozen=True)
class _Arm:
    deviations: FloatArray
    centre: float
    total: float


def _arm_deviations(table: Table, metric: Metric, arm: int, units: BoolArray, pad: float) -> _Arm | None:
    """Deviations of an arm's clusters from its level; None where the denominators of a ratio sum to nothing."""
    assert table.cluster is not None
    weight = np.ones(table.units) if table.weight is None else table.weight / table.weight[units].mean()
    values = np.where(units, table.values[table.metrics.index(metric.id), arm], 0.0)
    den = table.denominators(metric, arm)
    length = int(table.cluster.max()) + 1
    sums = np.bincount(table.cluster, weights=np.where(units, values * weight, 0.0), minlength=length)
    size = weight if den is None else weight * den
    sizes = np.bincount(table.cluster, weights=np.where(units, size, 0.0), minlength=length)
    total = float(sizes.sum()) + 2 * pad
    if total <= 0.0:
        return None
    centre = (float(sums.sum()) + pad) / total
    return _Arm((sums - centre * sizes) / total, centre, total)


def _pseudo_variance(low: _Arm, high: _Arm, *, is_paired: bool) -> float:
    """Spread of the pseudo-observations: a pair gained and a pair lost, or an event and a non-event per arm."""
    if is_paired:
        change = high.centre - low.centre
        return ((1 - change) ** 2 + (1 + change) ** 2) / high.total**2
    return sum(((1 - arm.centre) ** 2 + arm.centre**2) / arm.total**2 for arm in (low, high))
