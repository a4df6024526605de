"""What may enter a sum over cells: a cell without an interval is unknown, and unknown never counts as certain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from tradeoff_app.analysis.cells import SMALLEST_SAMPLE
from tradeoff_app.analysis.checks import Finding
from tradeoff_app.analysis.reading import ALONE, Reading
from tradeoff_app.model.segment import EVERYONE

Place = tuple[str, str]
"""A segment and the candidate that it gets."""


COVERED = 0.95
"""An effect speaks for everyone when it rests on this share of their exposures, as a comparison is paired from it."""

NOISE = 1e-9
"""Variation of this share of a number is rounding."""


def usable_places(
    reading: Reading, metric: str, places: Sequence[Place], *, is_uncapped: bool = False
) -> tuple[list[Place], str | None]:
    """The places whose replicates may be summed, or why none may, as `code:metric|segment`.

    As in the population effect, single units and single clusters are left out where others remain, a place without
    variation makes the whole unknown, and together there must be 15 units in each arm. With `is_uncapped` the values
    count as they are, whatever capping left of their variation.
    """
    measured = [place for place in places if (metric, *place) in reading.evidence.differences]
    found = {place: reading.evidence.differences[metric, *place] for place in measured}
    kept = [place for place in measured if found[place].why not in ALONE]
    if not kept:
        return [], next((f"{found[place].why}:{metric}|{place[0]}" for place in measured), None)
    for place in kept:
        if found[place].low is None and not (is_uncapped and _varies_uncapped(reading, metric, place)):
            return [], f"{found[place].why or 'no_variation'}:{metric}|{place[0]}"
    cells = [reading.evidence.cells[metric, *place] for place in kept]
    if min(sum(cell.n_baseline for cell in cells), sum(cell.n_candidate for cell in cells)) < SMALLEST_SAMPLE:
        return [], f"fewer_than_15_units:{metric}|{kept[0][0] if len(kept) == 1 else EVERYONE}"
    return kept, None


def _varies_uncapped(reading: Reading, metric: str, place: Place) -> bool:
    """Whether capping took the variation away: money counts values as they are."""
    if reading.metric(metric).winsorise is None:
        return False
    draws = reading.evidence.draws.uncapped_effect(place[1], metric, place[0])
    return float(np.ptp(draws)) > NOISE * float(np.abs(draws).max())


def left_out_findings(reading: Reading) -> Iterator[Finding]:
    """A warning for each segment that a metric's sums leave out because it holds one unit or one cluster."""
    if not reading.has_partition:
        return
    for metric in reading.evidence.table.metrics:
        for segment in reading.measured_segments(metric):
            difference = reading.evidence.differences[metric, segment, reading.candidate_in(segment)]
            if difference.why in ALONE:
                yield Finding("segment_not_estimable", "warn", metric, segment)


def covers_everyone(reading: Reading, metric: str) -> bool:
    """Whether what was measured stands for at least 95 % of the stated exposures that get a candidate.

    True where no volumes are stated, and for a metric with a sample of its own outside the partition.
    """
    mix = reading.mix_of(metric)
    if mix.source == "sample" or not reading.has_partition:
        return True
    reached = {key: mix.shares[key] for key in reading.partition if reading.rollout(key) > 0}
    found = {key: reading.evidence.differences.get((metric, key, reading.candidate_in(key))) for key in reached}
    measured = [key for key, item in found.items() if item is not None and item.why not in ALONE]
    is_own_sample = not reading.measured_segments(metric)
    return is_own_sample or sum(reached[key] for key in measured) >= COVERED * sum(reached.values())
