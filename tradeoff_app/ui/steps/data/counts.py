"""Counts of rows and units that the page shows: who answered, who failed, who was not scored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from tradeoff_app.analysis.evidence import Evidence
from tradeoff_app.analysis.observations import STATUSES
from tradeoff_app.analysis.table import Table
from tradeoff_app.model.metric import Status


@dataclass(frozen=True)
class MetricCount:
    """Units with and without a number, before and after."""

    scored_before: int
    scored_after: int
    missing_before: int
    missing_after: int


@dataclass(frozen=True)
class StatusCount:
    """Units whose worst row ended in this status, before and after."""

    status: Status
    before: int
    after: int


def metric_counts(evidence: Evidence, candidate: str) -> Mapping[str, MetricCount]:
    """By metric id; metrics that no file has are left out."""
    table, arms = evidence.table, (0, _arm(evidence, candidate))
    counts = {}
    for index, metric in enumerate(table.metrics):
        scored = [table.scored(index, arm) for arm in arms]
        missing = [0, 0] if table.missing is None else [int(table.missing[index, arm].sum()) for arm in arms]
        counts[metric] = MetricCount(*scored, *missing)
    return counts


def status_counts(evidence: Evidence, candidate: str) -> tuple[StatusCount, ...]:
    """Statuses other than `ok` that occur, in the order of their codes."""
    table, arm = evidence.table, _arm(evidence, candidate)
    found = []
    for code, status in enumerate(STATUSES):
        before = int(np.count_nonzero((table.status[0] == code) & table.present[0]))
        after = int(np.count_nonzero((table.status[arm] == code) & table.present[arm]))
        if status != "ok" and before + after:
            found.append(StatusCount(status, before, after))
    return tuple(found)


def count_present(table: Table, arm: int) -> int:
    """Units of one arm, or what its groups hold."""
    if table.aggregates is not None:
        return table.aggregates.units(arm, np.ones(table.units, dtype=np.bool_))
    return int(np.count_nonzero(table.present[arm]))


def _arm(evidence: Evidence, candidate: str) -> int:
    arms = evidence.table.arms
    return arms.index(candidate) if candidate in arms else min(1, len(arms) - 1)
