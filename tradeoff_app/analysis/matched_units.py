"""How the units of the arms were matched: by which column, and how many stand there more than once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tradeoff_app.analysis.observations import IntArray, Observations

DOUBLES = "duplicate_keys"
"""The problem by which readers say that units stand more than once."""


@dataclass(frozen=True)
class MatchedUnits:
    """`column` names the units (None: nothing does), `listed_twice` counts those with doubtful rows, over all arms."""

    column: str | None
    listed_twice: int


def describe_match(observations: Observations) -> MatchedUnits | None:
    """How these rows were matched; None where the files hold groups, which have no ids."""
    if observations.are_aggregates:
        return None
    return MatchedUnits(observations.unit_column, len(find_doubles(observations)))


def find_doubles(observations: Observations) -> set[int]:
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
