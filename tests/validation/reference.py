"""Numbers that other tools report beside ours, for comparison alone: no part of the product uses them."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from scipy import special

from tradeoff_app.analysis.agreement import Ratings, Weighting, category_shares, percent_agreement, weights_of
from tradeoff_app.analysis.observations import FloatArray
from tradeoff_app.analysis.quantiles import beta_point, z_point
from tradeoff_app.model.metric import Better


def clopper_pearson(events: float, n: float) -> tuple[float, float]:
    """Exact 95 % interval of a rate (Clopper and Pearson 1934)."""
    low = 0.0 if events <= 0 else beta_point(events, n - events + 1, 0.025)
    high = 1.0 if events >= n else beta_point(events + 1, n - events, 0.975)
    return low, high


def rule_of_three(events: float, n: float) -> float | None:
    """The bound in one's head, 3/n, which is near the exact one when nothing was seen; None otherwise."""
    return 3.0 / n if events == 0 else None


def mcnemar_chi2(fixed: int, broken: int, *, corrected: bool) -> float:
    """McNemar's chi-square statistic with one degree of freedom, with or without the continuity correction."""
    if fixed + broken == 0:
        return 0.0
    return (abs(fixed - broken) - (1 if corrected else 0)) ** 2 / (fixed + broken)


def adjusted_design(
    success: int, guardrails: int, alpha: float = 0.05, beta: float = 0.2
) -> tuple[float, float, float]:
    """Alpha per success metric, alpha per guardrail, power per metric (Schultzberg et al. 2024).

    Success metrics share alpha (any may win), guardrails do not (all must hold); the power each needs so that all
    decisions hold together is 1 - beta/(G + 1).
    """
    return alpha / max(1, success), alpha, 1 - beta / (guardrails + 1)


def rank_sum_weights(n: int) -> list[float]:
    """Rank-sum weights, most important first."""
    return [2 * (n + 1 - i) / (n * (n + 1)) for i in range(1, n + 1)]


def fleiss_kappa(ratings: Ratings) -> float | None:
    """Fleiss's kappa generalised to missing ratings."""
    observed = percent_agreement(ratings)
    if observed is None:
        return None
    chance = float((category_shares(ratings) ** 2).sum())
    return (observed - chance) / (1 - chance) if chance < 1 else None


def cohen_kappa(first: FloatArray, second: FloatArray, weighting: Weighting = "identity") -> float | None:
    """Cohen's kappa of two raters over the same items (Cohen 1960, 1968)."""
    categories = np.unique(np.concatenate([first, second]))
    table = np.stack([[((first == a) & (second == b)).mean() for b in categories] for a in categories])
    weights = weights_of(weighting, categories)
    observed = float((table * weights).sum())
    chance = float((np.outer(table.sum(axis=1), table.sum(axis=0)) * weights).sum())
    return (observed - chance) / (1 - chance) if chance < 1 else None


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


def gwet_standard_error(ratings: Ratings) -> float | None:
    """Standard error of AC1 over a sample of items (Gwet 2008, eq. 37, without the finite population term)."""
    counts, times = ratings.counts, ratings.weights
    per_item, q = counts.sum(axis=1), len(ratings.categories)
    share = category_shares(ratings)
    chance = float((share * (1 - share)).sum()) / (q - 1) if q > 1 else 1.0
    known, rated = per_item >= 2, per_item > 0
    items, shared = float(times[rated].sum()), float(times[known].sum())
    if chance >= 1 or shared == 0 or items < 2:
        return None
    pairs = np.where(known, per_item * (per_item - 1), 1.0)
    agreeing = (counts * (counts - 1)).sum(axis=1) / pairs
    mean = (float(agreeing[known] @ times[known]) / shared - chance) / (1 - chance)
    own = np.where(known, items / shared * (agreeing - chance) / (1 - chance), 0.0)
    own_chance = ((counts / np.maximum(per_item, 1)[:, None]) @ (1 - share)) / (q - 1)
    linear = own - 2 * (1 - mean) * (own_chance - chance) / (1 - chance)
    return float(np.sqrt(((linear - mean) ** 2 * times)[rated].sum() / (items * (items - 1))))
