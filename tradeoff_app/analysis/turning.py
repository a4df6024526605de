"""Where a rollout share or a measured effect takes the expected value through zero, in closed form."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tradeoff_app.analysis.reading import Reading
from tradeoff_app.analysis.value import Ledger
from tradeoff_app.analysis.value_terms import Term, draw, draw_factor, mean_volume
from tradeoff_app.model.segment import EVERYONE


@dataclass(frozen=True)
class RolloutFlip:
    """The share of a segment (0 to 1) at which the expected value is zero; None with `why`."""

    segment: str
    share: float
    flips_at: float | None
    why: str | None = None


@dataclass(frozen=True)
class EffectFlip:
    """The change of a metric in a segment, in natural units, at which the expected value is zero; None with `why`.

    `now` is the mean of its replicates, which the value is computed from.
    """

    metric: str
    segment: str
    now: float
    flips_at: float | None
    why: str | None = None


def rollout_flips(reading: Reading, ledger: Ledger) -> tuple[RolloutFlip, ...]:
    """Per partition segment the share at which the value turns, the others as they are."""
    expected = float(ledger.over_horizon.mean())
    return tuple(_rollout_flip(reading, ledger, segment, expected) for segment in reading.partition)


def _rollout_flip(reading: Reading, ledger: Ledger, segment: str, expected: float) -> RolloutFlip:
    share = reading.rollout(segment)
    if share == 0.0:
        return RolloutFlip(segment, share, None, "not_rolled_out")
    slope = ledger.factor * _value_per_share(reading, ledger, segment, share)
    if slope == 0.0:
        return RolloutFlip(segment, share, None, "no_contribution")
    at = share - expected / slope
    return RolloutFlip(segment, share, at) if 0 <= at <= 1 else RolloutFlip(segment, share, None, "out_of_range")


def _value_per_share(reading: Reading, ledger: Ledger, segment: str, share: float) -> float:
    """Mean value per month that all of a segment brings; metrics with a sample of their own by the segment's weight."""
    total = 0.0
    for term, part in zip(ledger.terms, ledger.parts, strict=True):
        if term.segment == segment:
            total += part.mean / share
        elif term.segment == EVERYONE and term.rollout > 0:
            total += part.mean / term.rollout * reading.mix_of(term.metric).shares.get(segment, 0.0)
    return total - reading.scenario.cost_per_exposure * (mean_volume(reading, segment) or 0.0)


def effect_flips(reading: Reading, ledger: Ledger) -> tuple[EffectFlip, ...]:
    """Per priced cell the change at which the value turns, the other cells as they are."""
    expected = float(ledger.over_horizon.mean())
    return tuple(_effect_flip(reading, ledger, term, expected) for term in ledger.terms)


def _effect_flip(reading: Reading, ledger: Ledger, term: Term, expected: float) -> EffectFlip:
    now = float(reading.evidence.draws.effects[:, term.arm, term.column].mean())
    per_unit = draw_factor(reading, term) * draw(reading, term.volume, term.volume_path)
    slope = ledger.factor * term.rollout * float(np.mean(per_unit))
    if slope == 0.0:
        return EffectFlip(term.metric, term.segment, now, None, "no_contribution")
    return EffectFlip(term.metric, term.segment, now, now - expected / slope)
