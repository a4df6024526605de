"""Picks answers to look at, under what was asked: the worst, the most ordinary, or any by a stated seed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from tradeoff_app.model.example import Pick

__all__ = ["Example", "Examples", "Pick", "Place", "Why", "pick_examples"]

if TYPE_CHECKING:
    from tradeoff_app.analysis.evidence import Evidence
    from tradeoff_app.analysis.observations import FloatArray, IntArray, Observations
    from tradeoff_app.model.metric import Metric

Why = Literal["no_rows", "no_outputs", "unpaired", "none_here", "none_kept"]
MOST = 20
"""Examples that are offered at a time."""


@dataclass(frozen=True)
class Example:
    """One unit with both answers and both values; a text is None where the file has none for that version.

    `question` is what both versions answered, None where the file does not say.
    """

    unit: str
    before: str | None
    after: str | None
    value_before: float
    value_after: float
    question: str | None = None


@dataclass(frozen=True)
class Place:
    """Which cell the examples are of."""

    metric: Metric
    segment: str
    candidate: str


@dataclass(frozen=True)
class Examples:
    """At most `MOST` examples out of `count` measured pairs with an answer; without any, the reason why."""

    shown: tuple[Example, ...]
    count: int = 0
    why: Why | None = None


def pick_examples(
    observations: Observations | None, evidence: Evidence, place: Place, pick: Pick, seed: int = 0
) -> Examples:
    """Examples of one cell; the same arguments give the same examples."""
    if observations is None:
        return Examples((), why="no_rows")
    if not any(observations.outputs.values()):
        return Examples((), why="no_outputs")
    pairing = evidence.pairings.get(place.candidate)
    if pairing is None or pairing.mode != "paired":
        return Examples((), why="unpaired")
    table = evidence.table
    if place.metric.id not in table.metrics or place.segment not in evidence.members:
        return Examples((), why="none_here")
    values = table.values[table.metrics.index(place.metric.id)]
    before, after = values[0], values[table.arms.index(place.candidate)]
    units = sorted(observations.units)
    candidates = _measured(observations, evidence, place, units, before, after)
    if not len(candidates):
        return Examples((), why="none_here")
    order = _order(place.metric, after[candidates] - before[candidates], pick, seed)
    chosen = candidates[order[:MOST]]
    texts = [observations.outputs.get(arm, {}) for arm in (table.arms[0], place.candidate)]
    shown = tuple(
        Example(
            units[at],
            texts[0].get(units[at]),
            texts[1].get(units[at]),
            float(before[at]),
            float(after[at]),
            observations.questions.get(units[at]),
        )
        for at in chosen
    )
    return Examples(shown, len(candidates))


def _measured(
    observations: Observations,
    evidence: Evidence,
    place: Place,
    units: list[str],
    before: FloatArray,
    after: FloatArray,
) -> IntArray:
    """Places, in the table's order, of the cell's units that both versions were scored on and that have a text."""
    import numpy as np

    texts = [observations.outputs.get(arm, {}) for arm in (evidence.table.arms[0], place.candidate)]
    scored = evidence.members[place.segment] & np.isfinite(before) & np.isfinite(after)
    found = [at for at in np.flatnonzero(scored) if any(units[at] in known for known in texts)]
    return np.array(found, dtype=np.int64)


def _order(metric: Metric, change: FloatArray, pick: Pick, seed: int) -> IntArray:
    """The order in which the pairs are offered; among equals the file's own."""
    import numpy as np

    if pick == "random":
        return np.random.default_rng(seed).permutation(len(change))
    if pick == "median":
        return np.argsort(np.abs(change - np.median(change)), kind="stable")
    loss = -np.abs(change) if metric.better is None else change * metric.sign
    return np.argsort(loss, kind="stable")
