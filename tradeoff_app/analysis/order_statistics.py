"""Quantiles of replicates, the same numbers as numpy's default at half its price: they are asked for on every move."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from tradeoff_app.analysis.observations import FloatArray


def quantiles_of(draws: FloatArray, shares: tuple[float, ...]) -> list[float]:
    """Quantiles by linear interpolation between order statistics (Hyndman and Fan 1996, type 7); `draws` has one axis.

    NaN where a draw is NaN, as numpy has it.
    """
    below, above, parts, kept = _places(draws.size, shares)
    ordered = np.partition(draws, kept)
    if np.isnan(ordered[-1]):
        return [float("nan")] * len(shares)
    pairs = zip(ordered[below].tolist(), ordered[above].tolist(), parts, strict=True)
    return [low + (high - low) * part if part < 0.5 else high - (high - low) * (1 - part) for low, high, part in pairs]


@lru_cache(maxsize=64)
def _places(size: int, shares: tuple[float, ...]) -> tuple[list[int], list[int], list[float], list[int]]:
    """Of each quantile the order statistics below and above it and its part of the way; all places, and the last."""
    exact = [share * (size - 1) for share in shares]
    below = [int(place) for place in exact]
    above = [min(place + 1, size - 1) for place in below]
    parts = [place - floor for place, floor in zip(exact, below, strict=True)]
    return below, above, parts, sorted({*below, *above, size - 1})
