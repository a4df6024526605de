"""Which units stand on one side alone or more than once: the lists behind the counts, from the rows at hand."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tradeoff_app.analysis.matched_units import find_doubles
from tradeoff_app.analysis.observations import Observations


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
        _named(observations, find_doubles(observations)),
    )


def _named(observations: Observations, units: set[int]) -> tuple[str, ...]:
    return tuple(observations.units[unit] for unit in sorted(units))
