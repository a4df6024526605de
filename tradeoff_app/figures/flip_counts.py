"""How many paired units got better and how many got worse, whichever way the metric counts."""

from __future__ import annotations

from dataclasses import dataclass

from tradeoff_app.analysis.effects import Effect


@dataclass(frozen=True)
class Flips:
    """Pairs in which the event began (`gained`) or ended (`lost`), and the same as seen by users."""

    gained: int
    lost: int
    fixed: int
    broken: int
    pairs: int


def flips_of(effect: Effect, sign: int) -> Flips | None:
    """Flips of a paired rate, None where there are none; `sign` is -1 where lower is better.

    Which of the effect's two counts is the gain follows from the difference itself: gained minus lost is its sign.
    """
    if effect.fixed is None or effect.broken is None or not effect.n_pairs or effect.difference is None:
        return None
    first, second = effect.fixed, effect.broken
    gained, lost = (first, second) if (first - second) * effect.difference >= 0 else (second, first)
    fixed, broken = (gained, lost) if sign > 0 else (lost, gained)
    return Flips(gained, lost, fixed, broken, effect.n_pairs)
