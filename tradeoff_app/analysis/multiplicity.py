"""Many tests at once: Holm for "any of these", Benjamini-Hochberg for the sweep over all cells."""

from __future__ import annotations

from collections.abc import Sequence


def holm(p_values: Sequence[float]) -> list[float]:
    """Adjusted p-values that keep the chance of any false hit (Holm 1979)."""
    order = sorted(range(len(p_values)), key=lambda i: p_values[i])
    adjusted, highest = [0.0] * len(p_values), 0.0
    for rank, index in enumerate(order):
        highest = max(highest, (len(p_values) - rank) * p_values[index])
        adjusted[index] = min(1.0, highest)
    return adjusted


def benjamini_hochberg(p_values: Sequence[float]) -> list[float]:
    """Adjusted p-values that keep the share of false hits (Benjamini and Hochberg 1995)."""
    n = len(p_values)
    order = sorted(range(n), key=lambda i: -p_values[i])
    adjusted, lowest = [0.0] * n, 1.0
    for rank, index in enumerate(order):
        lowest = min(lowest, p_values[index] * n / (n - rank))
        adjusted[index] = lowest
    return adjusted


def bonferroni(p_values: Sequence[float]) -> list[float]:
    """Each p-value times the number of tests."""
    return [min(1.0, len(p_values) * p) for p in p_values]
