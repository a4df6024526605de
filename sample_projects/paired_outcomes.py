"""Before and after outcomes with exactly the wanted counts, in a seeded random order."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Counts:
    """`before` events among `n` units; `gained` units had none and have one after, `lost` the other way round."""

    n: int
    before: int
    gained: int
    lost: int

    @property
    def after(self) -> int:
        """Events after the change."""
        return self.before + self.gained - self.lost


def draw_events(rng: np.random.Generator, counts: Counts) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Two arrays of 0 and 1, each of length `counts.n`, with the counts met exactly; raises where they can't be."""
    if counts.lost > counts.before or counts.gained > counts.n - counts.before:
        raise ValueError(f"impossible counts: {counts}")
    before = np.zeros(counts.n, dtype=np.int64)
    after = np.zeros(counts.n, dtype=np.int64)
    before[: counts.before] = 1
    after[counts.lost : counts.before] = 1
    after[counts.before : counts.before + counts.gained] = 1
    order = rng.permutation(counts.n)
    return before[order], after[order]


def draw_ratings(
    rng: np.random.Generator, shares: tuple[float, ...], n: int, up: int, down: int
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Ratings 1..k with these shares before; after it `up` units gain one step and `down` units lose one."""
    scale = np.arange(1, len(shares) + 1)
    before = np.repeat(scale, np.diff(np.concatenate([[0], np.round(np.cumsum(shares) * n)])).astype(int))
    rng.shuffle(before)
    after = before.copy()
    rising = rng.permutation(np.flatnonzero(before < scale[-1]))[:up]
    falling = rng.permutation(np.setdiff1d(np.flatnonzero(before > 1), rising))[:down]
    if len(rising) < up or len(falling) < down:
        raise ValueError("not enough units can move")
    after[rising] += 1
    after[falling] -= 1
    return before, after
