"""What the effect on the whole population is the weighted sum of, segment by segment."""

from __future__ import annotations

from typing import NamedTuple

from tradeoff_app.analysis.population import renormalised
from tradeoff_app.analysis.reading import ALONE, Reading
from tradeoff_app.model.segment import EVERYONE


class PopulationTerm(NamedTuple):
    """One segment's share of the population (0 to 1) and its own difference in natural units."""

    segment: str
    share: float
    difference: float


def population_terms(reading: Reading, metric: str, candidate: str | None = None) -> tuple[PopulationTerm, ...]:
    """The terms whose products add up to a metric's effect in the whole population.

    Empty where nothing is added up: no partition, or a metric that was measured on a sample of its own. `candidate` is
    given to every segment; None takes the one that the scenario gives each.
    """
    if not reading.has_partition:
        return ()
    arm = {segment: candidate or reading.candidate_in(segment) for segment in reading.partition}
    if any((metric, segment, arm[segment]) not in reading.evidence.cells for segment in reading.partition):
        return ()
    found = {key: reading.evidence.differences.get((metric, key, arm[key])) for key in reading.partition}
    kept = {key: item for key, item in found.items() if item is not None and item.why not in ALONE}
    if not kept or (metric, EVERYONE, reading.candidate) not in reading.evidence.cells:
        return ()
    shares = renormalised(reading.shares(metric, arm), list(kept))
    return tuple(PopulationTerm(key, shares[key], item.estimate) for key, item in kept.items())
