"""Numbers that nobody knows exactly: low, base and high guess as a distribution whose draws never change."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Literal

import numpy as np

from tradeoff_app.analysis.observations import FloatArray
from tradeoff_app.analysis.random_streams import normal, open_stream
from tradeoff_app.analysis.special_functions import special
from tradeoff_app.model.range import Range

Kind = Literal["p10_p50_p90", "min_mode_max"]

Z_90 = 1.2815515655446004
"""90th percentile of the standard normal distribution: how far low and high stand from base."""


@lru_cache(maxsize=512)
def _scores(seed: int, path: str, replicates: int) -> FloatArray:
    """Standard normal scores of one assumption, fixed by its path so that a changed guess never redraws."""
    scores = normal(open_stream(seed, "assumption", path), (replicates,))
    scores.setflags(write=False)
    return scores


@lru_cache(maxsize=256)
def _draws(seed: int, path: str, replicates: int, guess: tuple[float, float, float], kind: Kind) -> FloatArray:
    values = quantiles(Range(low=guess[0], base=guess[1], high=guess[2]), _scores(seed, path, replicates), kind)
    values.setflags(write=False)
    return values


def draw_assumption(guess: Range, path: str, seed: int, replicates: int, kind: Kind) -> FloatArray:
    """Draws of an assumption, one per replicate, independent of every other path."""
    return _draws(seed, path, replicates, (guess.low, guess.base, guess.high), kind)


def quantiles(guess: Range, scores: FloatArray, kind: Kind) -> FloatArray:
    """Values at standard normal scores: two-piece normal (P10/P50/P90), or triangular (minimum/mode/maximum)."""
    if kind == "p10_p50_p90":
        below, above = (guess.base - guess.low) / Z_90, (guess.high - guess.base) / Z_90
        return np.asarray(guess.base + np.where(scores < 0, below, above) * scores, dtype=np.float64)
    width = guess.high - guess.low
    if width == 0.0:
        return np.full(scores.shape, guess.base)
    u = special.ndtr(scores)
    left = guess.base - guess.low
    rising = guess.low + np.sqrt(u * width * left)
    falling = guess.high - np.sqrt((1 - u) * width * (guess.high - guess.base))
    return np.asarray(np.where(u < left / width, rising, falling), dtype=np.float64)


def mean_and_sd(guess: Range, kind: Kind) -> tuple[float, float]:
    """Mean and standard deviation of an assumption in closed form."""
    if kind == "min_mode_max":
        width, left = guess.high - guess.low, guess.base - guess.low
        return guess.low + (width + left) / 3, math.sqrt((width**2 - width * left + left**2) / 18)
    below, above = (guess.base - guess.low) / Z_90, (guess.high - guess.base) / Z_90
    mean = guess.base + (above - below) / math.sqrt(2 * math.pi)
    return mean, math.sqrt((above**2 + below**2) / 2 - (above - below) ** 2 / (2 * math.pi))
