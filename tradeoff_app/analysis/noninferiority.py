"""Non-inferiority of a rate against a relative margin, one-sided: the numbers that other tools report beside ours."""

from __future__ import annotations

import math
from dataclasses import dataclass

from tradeoff_app.analysis.quantiles import z_point
from tradeoff_app.analysis.special_functions import special
from tradeoff_app.model.metric import Better


@dataclass(frozen=True)
class Noninferiority:
    """Absolute margin and null value, the difference with its one-sided 95 % bound on the adverse side, and p."""

    margin: float
    null_value: float
    difference: float
    bound: float
    p: float
    is_noninferior: bool


def wald_noninferiority(
    after: tuple[float, float], before: tuple[float, float], relative: float, better: Better, alpha: float = 0.05
) -> Noninferiority:
    """One-sided Wald test of (events, units) pairs against `relative` x the baseline rate."""
    rates = after[0] / after[1], before[0] / before[1]
    sign = 1.0 if better == "higher" else -1.0
    margin = relative * rates[1]
    difference = rates[0] - rates[1]
    se = math.sqrt(sum(rate * (1 - rate) / n for rate, (_, n) in zip(rates, (after, before), strict=True)))
    bound = difference - sign * z_point(1 - alpha) * se
    p = float(special.ndtr(-(sign * difference + margin) / se))
    return Noninferiority(margin, -sign * margin, difference, bound, p, sign * bound > -margin)
