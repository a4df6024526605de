"""The units that a number was counted from, by their ids, while the rows are at hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tradeoff_app.analysis.evidence import Evidence
    from tradeoff_app.analysis.observations import FloatArray, Observations


@dataclass(frozen=True)
class CountedUnits:
    """Ids with their values before and after (NaN where a version has none), those that lost most first."""

    ids: tuple[str, ...]
    before: FloatArray
    after: FloatArray


def counted_units(
    observations: Observations | None, evidence: Evidence, metric: str, segment: str, candidate: str, sign: int = 1
) -> CountedUnits | None:
    """The units of one metric in one segment; None where the rows are not at hand or nothing was measured.

    Where the comparison is paired only pairs count, as in the effect itself. `sign` is -1 where lower is better.
    """
    import numpy as np

    table = evidence.table
    members = evidence.members.get(segment)
    if observations is None or members is None or metric not in table.metrics or candidate not in table.arms:
        return None
    ids = sorted(observations.units)
    if len(ids) != table.units:
        return None
    values = table.values[table.metrics.index(metric)]
    before, after = values[0], values[table.arms.index(candidate)]
    has_before, has_after = np.isfinite(before), np.isfinite(after)
    pairing = evidence.pairings.get(candidate)
    is_paired = pairing is not None and pairing.mode == "paired"
    places = np.flatnonzero(members & ((has_before & has_after) if is_paired else (has_before | has_after)))
    change = np.nan_to_num((after - before)[places]) * sign
    places = places[np.argsort(change, kind="stable")]
    return CountedUnits(tuple(ids[at] for at in places), before[places], after[places])
