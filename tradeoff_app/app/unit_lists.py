"""Which units stand on one side alone or more than once: the lists behind the counts, from the rows at hand."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tradeoff_app.analysis.observations import IntArray, Observations

DOUBLES = "duplicate_keys"
"""The problem by which readers say that units stand more than once."""


@dataclass(frozen=True)
class UnitLists:
    """Ids of the units of the baseline and one candidate, sorted as the rows have them."""

    only_before: tuple[str, ...]
    only_after: tuple[str, ...]
    repeated: tuple[str, ...]


def list_units(observations: Observations, candidate: str) -> UnitLists:
    """The units that do not match, and those with several rows for the same repeat, rater and metric."""
    rows = observations.rows
    arm = observations.arms.index(candidate) if candidate in observations.arms else 1
    before, after = (set(np.unique(rows.unit[rows.arm == side]).tolist()) for side in (0, arm))
    return UnitLists(
        _named(observations, before - after),
        _named(observations, after - before),
        _named(observations, _doubles(observations)),
    )


def _doubles(observations: Observations) -> set[int]:
    """Units with more rows of an arm, rater and metric than units usually have, where the readers found doubles."""
    doubtful = any(problem.code == DOUBLES for problem in observations.problems)
    rows = observations.rows
    if not doubtful or not len(rows.unit):
        return set()
    key: IntArray = np.zeros(len(rows.unit), dtype=np.int64)
    for column in (rows.arm, rows.unit, rows.rater, rows.metric):
        key = key * (int(column.max(initial=0)) + 2) + column + 1
    _, inverse, counts = np.unique(key, return_inverse=True, return_counts=True)
    usual = int(np.bincount(counts).argmax())
    return set(np.unique(rows.unit[counts[inverse] > usual]).tolist())


def _named(observations: Observations, units: set[int]) -> tuple[str, ...]:
    return tuple(observations.units[unit] for unit in sorted(units))
