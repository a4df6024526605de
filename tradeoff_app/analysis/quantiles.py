"""Quantiles and tail areas of the distributions that intervals are made of, as plain floats."""

from __future__ import annotations

from tradeoff_app.analysis.special_functions import special

Z_95 = 1.959963984540054
"""Two-sided 95 % point of the standard normal distribution."""

Z_80 = 0.8416212335729143
"""Point that a standard normal variable stays below with probability 0.8: the power that sample sizes aim at."""


def t_point(df: float, probability: float = 0.975) -> float:
    """Quantile of Student's t with `df` degrees of freedom."""
    return float(special.stdtrit(df, probability))


def t_two_sided(t: float, df: float) -> float:
    """Two-sided p-value of a t statistic."""
    return float(2.0 * special.stdtr(df, -abs(t)))


def z_point(probability: float) -> float:
    """Quantile of the standard normal distribution."""
    return float(special.ndtri(probability))


def z_two_sided(z: float) -> float:
    """Two-sided p-value of a standard normal statistic."""
    return float(2.0 * special.ndtr(-abs(z)))


def beta_point(a: float, b: float, probability: float) -> float:
    """Quantile of the beta distribution."""
    return float(special.betaincinv(a, b, probability))


def chi2_tail(statistic: float, df: float) -> float:
    """Upper tail area of chi-square."""
    return float(special.chdtrc(df, statistic))


def binomial_cdf(successes: float, n: int, p: float) -> float:
    """P(X <= successes) of a binomial variable."""
    return float(special.bdtr(successes, n, p))
