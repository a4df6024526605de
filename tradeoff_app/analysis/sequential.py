"""Intervals that stay true however often somebody looks: the asymptotic confidence sequence."""

from __future__ import annotations

import math
from dataclasses import replace

from tradeoff_app.analysis.differences import Difference

ALPHA = 0.05


def spread_factor(n: float, planned: float, alpha: float = ALPHA) -> float:
    """Half width of the sequence in standard errors after `n` units, narrowest at `planned` units.

    Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas (2024), eq. 9, with the tuning that makes `planned` the best n.
    """
    x = _tuned(n, planned, alpha)
    return math.sqrt(2 * (x + 1) / x * math.log(math.sqrt(x + 1) / alpha))


def always_valid_p(z: float, n: float, planned: float, alpha: float = ALPHA) -> float:
    """p-value that holds at every look: 1 over the evidence of the same sequence, at most 1."""
    x = _tuned(n, planned, alpha)
    log_evidence = x * z * z / (2 * (x + 1)) - math.log(x + 1) / 2
    return math.exp(-log_evidence) if log_evidence > 0 else 1.0


def _tuned(n: float, planned: float, alpha: float) -> float:
    """n times the squared tuning parameter (the same paper, appendix B.2, first order)."""
    width = -2 * math.log(alpha)
    return n * (width + math.log(width + 1)) / planned


def correct_for_looks(
    difference: Difference, units: int, planned: int, limit: float | None, alpha: float = ALPHA
) -> Difference:
    """The difference with its interval widened to a confidence sequence; never narrower than it was.

    `planned` units are scaled to clusters where those are what is independent. `limit` is the largest possible change
    (1 for rates). Bounds without any variation rest on the exact binomial and stay as they are.
    """
    low, high, se = difference.low, difference.high, difference.se
    if low is None or high is None or not se:
        return difference
    n = difference.clusters or units
    aim = planned * n / units
    stretch = max(1.0, spread_factor(n, aim, alpha) / ((high - low) / (2 * se)))
    centre = difference.estimate if difference.centre is None else difference.centre
    low, high = centre - stretch * (centre - low), centre + stretch * (high - centre)
    if limit is not None:
        low, high = max(-limit, low), min(limit, high)
    p = always_valid_p(centre / se, n, aim, alpha)
    return replace(difference, low=low, high=high, p=p, stretch=stretch)
