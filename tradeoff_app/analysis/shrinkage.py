"""Segments pulled towards each other: what an effect probably is, given how much segments differ (Paule-Mandel)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from tradeoff_app.analysis.effects import Effect
from tradeoff_app.analysis.quantiles import chi2_tail
from tradeoff_app.analysis.roots import find_root


@dataclass(frozen=True)
class Heterogeneity:
    """How much segments differ beyond chance: Q with its p, I² in percent, variance between them, common mean."""

    q: float
    p: float
    i2_percent: float
    tau2: float
    mean: float
    shrunk: tuple[float, ...]


@dataclass(frozen=True)
class Search:
    """Upper end and absolute tolerance of the search for the between-segment variance."""

    high: float
    tolerance: float


def shrink(estimates: Sequence[float], variances: Sequence[float], search: Search | None = None) -> Heterogeneity:
    """Paule and Mandel (1982) between-segment variance, and each estimate pulled to the mean by v/(v + tau²).

    The search is exact on every scale; another one can be given to meet a program that stops earlier.
    """
    y, v = np.asarray(estimates, dtype=np.float64), np.asarray(variances, dtype=np.float64)
    q, _ = _generalised_q(y, v, 0.0)
    df = len(y) - 1
    tau2 = _paule_mandel(y, v, search)
    _, mean = _generalised_q(y, v, tau2)
    pull = v / (v + tau2)
    i2 = max(0.0, (q - df) / q * 100) if q > 0 else 0.0
    shrunk = y + pull * (mean - y)
    return Heterogeneity(q, chi2_tail(q, df), i2, tau2, mean, tuple(float(x) for x in shrunk))


def _generalised_q(y: np.ndarray, v: np.ndarray, tau2: float) -> tuple[float, float]:
    weight = 1.0 / (v + tau2)
    mean = float(weight @ y / weight.sum())
    return float(weight @ (y - mean) ** 2), mean


def _paule_mandel(y: np.ndarray, v: np.ndarray, search: Search | None) -> float:
    """The variance between segments at which Q equals its degrees of freedom; 0 where Q is below it already."""
    df = len(y) - 1
    if _generalised_q(y, v, 0.0)[0] <= df:
        return 0.0
    high = search.high if search else float(np.var(y, ddof=1)) + float(v.max())
    while _generalised_q(y, v, high)[0] > df:
        high *= 2
    tolerance = search.tolerance if search else 1e-12 * high
    return find_root(lambda tau2: _generalised_q(y, v, tau2)[0] - df, 0.0, high, tolerance)


def shrink_cells(
    effects: Mapping[tuple[str, str, str], Effect], partition: Sequence[str]
) -> dict[tuple[str, str, str], Effect]:
    """The effects with `shrunk` filled on partition segments; it needs two or more segments with an interval."""
    result = dict(effects)
    for metric, candidate in dict.fromkeys((metric, candidate) for metric, _, candidate in effects):
        keys = [(metric, segment, candidate) for segment in partition]
        usable = [key for key in keys if key in effects and effects[key].interval and effects[key].standard_error]
        if len(usable) < 2:
            continue
        values = [(effects[key].difference or 0.0, effects[key].standard_error or 0.0) for key in usable]
        found = shrink([value for value, _ in values], [error**2 for _, error in values])
        for key, value in zip(usable, found.shrunk, strict=True):
            result[key] = replace(effects[key], shrunk=value)
    return result
