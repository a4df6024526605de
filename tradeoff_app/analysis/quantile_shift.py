"""How far each quantile moved: whether a change comes from everyone, or from the slowest tenth alone."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from tradeoff_app.analysis.observations import FloatArray
from tradeoff_app.analysis.special_functions import special

SHARES = (0.1, 0.25, 0.5, 0.75, 0.9, 0.95)
"""The quantiles that are told."""

FEWEST = 40
"""Units of each version from which the outer quantiles say anything."""


class QuantileShift(NamedTuple):
    """One quantile before and after, in natural units, and after minus before with its 95 % interval."""

    share: float
    before: float
    after: float
    shift: float
    low: float
    high: float


def quantile_shifts(before: FloatArray, after: FloatArray) -> tuple[QuantileShift, ...]:
    """The shift at each of `SHARES`; empty with fewer than `FEWEST` values in one version.

    Each version's interval is the exact one of order statistics (David and Nagaraja 2003, 7.1); the difference follows
    by MOVER (Zou and Donner 2008) as if the versions were independent, which is wider than needed for pairs.
    """
    if min(len(before), len(after)) < FEWEST:
        return ()
    first, second = np.sort(before), np.sort(after)
    return tuple(_shift(share, first, second) for share in SHARES)


def _shift(share: float, before: FloatArray, after: FloatArray) -> QuantileShift:
    old, old_low, old_high = _quantile(share, before)
    new, new_low, new_high = _quantile(share, after)
    shift = new - old
    low = shift - math.hypot(new - new_low, old_high - old)
    return QuantileShift(share, old, new, shift, low, shift + math.hypot(new_high - new, old - old_low))


def _quantile(share: float, ordered: FloatArray) -> tuple[float, float, float]:
    """The quantile and the order statistics around it that hold the true one with 95 %."""
    n = len(ordered)
    value = float(np.quantile(ordered, share))
    ranks = special.bdtrik((0.025, 0.975), n, share)
    low, high = max(0, math.floor(ranks[0])), min(n - 1, math.ceil(ranks[1]))
    return value, min(value, float(ordered[low])), max(value, float(ordered[high]))
