"""Rows that ended without a plain answer, kept as counts and sums, so that any status policy can be applied."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

import numpy as np

from tradeoff_app.analysis.checks import Finding, Level
from tradeoff_app.analysis.observations import STATUSES, BoolArray, FloatArray, IntArray, Rows
from tradeoff_app.model.metric import Metric, Status, StatusPolicy
from tradeoff_app.model.project import Project

if TYPE_CHECKING:  # the table is made with these rows
    from tradeoff_app.analysis.table import EvidenceSource, Table


@dataclass(frozen=True)
class StatusRows:
    """The cells of the table (metric, arm, unit as positions in it) that hold rows without a plain answer.

    One entry per cell and status code (0: the cell's plain rows): how many rows, how many of them `usable` (their
    denominator is known) and `scored`, the sum of the scores, and the sum of the denominators of usable and of scored
    rows (each 1 where the metric is no ratio).
    """

    metric: IntArray
    arm: IntArray
    unit: IntArray
    status: IntArray
    rows: IntArray
    usable: IntArray
    scored: IntArray
    total: FloatArray
    den_rows: FloatArray
    den_scored: FloatArray

    def take(self, chosen: BoolArray) -> StatusRows:
        """The entries of a mask."""
        return StatusRows(**{column.name: getattr(self, column.name)[chosen] for column in fields(self)})

    def keep_metrics(self, positions: Sequence[int]) -> StatusRows:
        """The entries of the metrics at these positions, numbered anew in that order."""
        numbers = np.full(int(self.metric.max(initial=-1)) + 1, -1, dtype=np.int64)
        for number, position in enumerate(positions):
            if position < len(numbers):
                numbers[position] = number
        kept = self.take(numbers[self.metric] >= 0)
        return replace(kept, metric=numbers[kept.metric])


def collect_status_rows(
    rows: Rows, metric: int, chosen: BoolArray, den: FloatArray | None, shape: tuple[int, int], line: IntArray
) -> StatusRows | None:
    """Entries of one metric's rows for the cells in which some row has a status; None where all answers are plain.

    `den` holds the denominators of the chosen rows, `shape` the numbers of arms and units, `line` each unit's place.
    """
    status = rows.status[chosen]
    if not status.any():
        return None
    cell = rows.arm[chosen] * shape[1] + line[rows.unit[chosen]]
    has_status = np.zeros(shape[0] * shape[1], dtype=np.bool_)
    has_status[cell[status != 0]] = True
    here = has_status[cell]
    cell, status, value = cell[here], status[here], rows.value[chosen][here]
    own = np.ones(len(cell)) if den is None else den[here]
    usable = np.isfinite(own) & (own >= 0)
    scored = usable & ~np.isnan(value)
    key, inverse = np.unique(cell * len(STATUSES) + status, return_inverse=True)

    def summed(part: BoolArray | FloatArray) -> FloatArray:
        return np.asarray(np.bincount(inverse, weights=part, minlength=len(key)), dtype=np.float64)

    def counted(part: BoolArray) -> IntArray:
        return summed(part).astype(np.int64)

    place = key // len(STATUSES)
    return StatusRows(
        metric=np.full(len(key), metric, dtype=np.int64),
        arm=place // shape[1],
        unit=place % shape[1],
        status=key % len(STATUSES),
        rows=counted(np.ones(len(cell), dtype=np.bool_)),
        usable=counted(usable),
        scored=counted(scored),
        total=summed(np.where(scored, value, 0.0)),
        den_rows=summed(np.where(usable, own, 0.0)),
        den_scored=summed(np.where(scored, own, 0.0)),
    )


def join_status_rows(parts: Sequence[StatusRows | None]) -> StatusRows | None:
    """The entries of all metrics one after the other; None where there are none."""
    known = [part for part in parts if part is not None]
    if not known:
        return None
    names = [column.name for column in fields(StatusRows)]
    return StatusRows(**{name: np.concatenate([getattr(part, name) for part in known]) for name in names})


@dataclass(frozen=True)
class StatusCount:
    """How many rows and units of one metric ended in a status, before and after.

    After is all candidates together; a reference is neither.
    `policy` is what becomes of them: `missing` also where they should fail but no worst value is known. `scored` of the
    rows carry a number all the same.
    """

    metric: str
    status: Status
    policy: StatusPolicy
    rows: tuple[int, int]
    units: tuple[int, int]
    scored: tuple[int, int]


def worst_value(metric: Metric) -> float | None:
    """The worst value a metric can take: 0 or 1 for a rate, an end of the scale, None where no scale is known."""
    scale = (0.0, 1.0) if metric.type == "binary" else metric.scale
    if scale is None or metric.better is None:
        return None
    return scale[0] if metric.better == "higher" else scale[1]


def policy_in_force(project: Project, metric: Metric, status: Status) -> StatusPolicy:
    """What becomes of rows with this status: a failure without a known worst value is missing."""
    policy = metric.policy(status, is_safety=project.role_of(metric.id) == "safety_gate")
    return "missing" if policy == "fail" and worst_value(metric) is None else policy


def settle_statuses(source: EvidenceSource, project: Project) -> EvidenceSource:
    """The source with the project's status policies applied to the rows that were kept apart; else as it is.

    A failure is the worst value of the metric; of a ratio, the worst rate of the row's own denominator.
    """
    kept, table = source.status_rows, source.table
    if kept is None or len(kept.status) == 0:
        return source
    share = _shares_of(kept, table, project)
    cell, first, inverse = np.unique(_cells_of(kept, table), return_index=True, return_inverse=True)
    count, total, den = (np.bincount(inverse, weights=part, minlength=len(cell)) for part in share)
    metric, arm, unit = kept.metric[first], kept.arm[first], kept.unit[first]
    is_known = count > 0
    values = table.values.copy()
    values[metric, arm, unit] = np.divide(total, count, out=np.full(len(cell), np.nan), where=is_known)
    missing = np.zeros(values.shape, dtype=np.bool_) if table.missing is None else table.missing.copy()
    missing[metric, arm, unit] = ~is_known
    divided = np.divide(den, count, out=np.full(len(cell), np.nan), where=is_known)
    settled = replace(
        table,
        values=values,
        missing=missing if missing.any() else None,
        den=_settled_denominators(table, metric, arm, unit, divided),
    )
    return replace(source, table=settled)


def _cells_of(kept: StatusRows, table: Table) -> IntArray:
    return (kept.metric * len(table.arms) + kept.arm) * table.units + kept.unit


def _shares_of(kept: StatusRows, table: Table, project: Project) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Per entry what its cell gets of it: number of values, their sum, and the sum of their denominators."""
    counts, totals, dens = (np.zeros(len(kept.status)) for _ in range(3))
    for index, name in enumerate(table.metrics):
        metric = project.metrics[name]
        for code, status in enumerate(STATUSES):
            hit = (kept.metric == index) & (kept.status == code)
            policy = "scored" if code == 0 else policy_in_force(project, metric, status)
            if policy == "scored":
                counts[hit], totals[hit], dens[hit] = kept.scored[hit], kept.total[hit], kept.den_scored[hit]
            elif policy == "fail":
                worst = worst_value(metric) or 0.0
                counts[hit], totals[hit], dens[hit] = kept.usable[hit], worst * kept.den_rows[hit], kept.den_rows[hit]
    return counts, totals, dens


def _settled_denominators(
    table: Table, metric: IntArray, arm: IntArray, unit: IntArray, divided: FloatArray
) -> dict[str, FloatArray]:
    settled = {}
    for name, den in table.den.items():
        mine = metric == table.metrics.index(name)
        settled[name] = den.copy()
        settled[name][arm[mine], unit[mine]] = divided[mine]
    return settled


def count_statuses(source: EvidenceSource, project: Project) -> tuple[StatusCount, ...]:
    """Rows without a plain answer by metric and status, in the table's order; empty where there are none."""
    kept = source.status_rows
    if kept is None:
        return ()
    judged = [arm not in project.references for arm in source.table.arms]
    kept = kept.take(np.array(judged, dtype=np.bool_)[kept.arm])
    found = []
    for index, name in enumerate(source.table.metrics):
        metric = project.metrics.get(name)
        for code, status in enumerate(STATUSES):
            hit = (kept.metric == index) & (kept.status == code)
            if code == 0 or metric is None or not hit.any():
                continue
            sides = hit & (kept.arm == 0), hit & (kept.arm > 0)
            policy = policy_in_force(project, metric, status)
            rows, units, scored = _counts(kept, sides)
            found.append(StatusCount(name, status, policy, rows, units, scored))
    return tuple(found)


def _counts(kept: StatusRows, sides: tuple[BoolArray, BoolArray]) -> tuple[tuple[int, int], ...]:
    before, after = sides
    rows = int(kept.rows[before].sum()), int(kept.rows[after].sum())
    units = len(np.unique(kept.unit[before])), len(np.unique(kept.unit[after]))
    return rows, units, (int(kept.scored[before].sum()), int(kept.scored[after].sum()))


def status_findings(source: EvidenceSource, project: Project) -> Iterator[Finding]:
    """How rows without a plain answer count, once for all metrics that treat a status alike."""
    counts = count_statuses(source, project)
    for status, policy in dict.fromkeys((count.status, count.policy) for count in counts):
        alike = [count for count in counts if (count.status, count.policy) == (status, policy)]
        values = {
            "status": status,
            "policy": policy,
            "rows_before": max(count.rows[0] for count in alike),
            "rows_after": max(count.rows[1] for count in alike),
            "metrics": [count.metric for count in alike],
        }
        yield Finding("errors_counted", "info", alike[0].metric if len(alike) == 1 else None, None, values)
    for count in counts:
        yield from _unsettled(count, project.metrics[count.metric], project)


def _unsettled(count: StatusCount, metric: Metric, project: Project) -> Iterator[Finding]:
    """Rows that are kept apart, and failures whose worst value nobody knows."""
    values = {"status": count.status, "rows": sum(count.rows)}
    stated = metric.policy(count.status, is_safety=project.role_of(metric.id) == "safety_gate")
    if stated == "separate":
        yield Finding("status_separate", "info", metric.id, None, values)
    elif stated == "fail" and count.policy == "missing":
        level: Level = "info" if metric.role == "monitor" else "warn"
        yield Finding("worst_value_unknown", level, metric.id, None, values)
