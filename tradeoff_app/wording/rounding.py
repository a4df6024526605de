"""Rounding half away from zero, as people do it, free of binary noise (2.675 is a half, 0.044 − 0.041 is 0.003)."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

SMALLEST = 1e-12
"""Below this a number is noise of binary arithmetic: shares that add up to no change at all leave 1e-17."""


def as_decimal(value: float) -> Decimal:
    """The number that people mean: 12 significant digits, so that noise of binary arithmetic does not tip a half."""
    return Decimal(format(value, ".12g"))


def round_to_decimal(value: float, digits: int = 0) -> Decimal:
    """`value` with `digits` decimals (negative: tens, hundreds), halves away from zero, never minus zero."""
    rounded = as_decimal(value).quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)
    return abs(rounded) if rounded == 0 else rounded


def round_half_away(value: float, digits: int = 0) -> float:
    """As `round_to_decimal`, as a float."""
    return float(round_to_decimal(value, digits))


def decimals_for_figures(value: float, figures: int = 2) -> int:
    """Decimals that leave `figures` significant figures after rounding (negative for tens and more); 0 for nothing."""
    number = as_decimal(value)
    if abs(value) < SMALLEST:
        return 0
    digits = figures - 1 - number.adjusted()
    rounded = round_to_decimal(value, digits)
    return figures - 1 - rounded.adjusted()


def round_to_figures(value: float, figures: int = 2) -> float:
    """`value` with `figures` significant figures, halves away from zero."""
    return round_half_away(value, decimals_for_figures(value, figures))


def whole(value: float) -> int:
    """The nearest whole number, halves away from zero."""
    return int(round_to_decimal(value))
