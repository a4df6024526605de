"""Formulas that carry their value: one expression makes both, so a cached number can't disagree with its formula."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from tradeoff_app.wording.rounding import round_to_figures

Value = float | str | bool


@dataclass(frozen=True)
class Live:
    """A piece of a formula (without the equals sign) and what it comes to."""

    formula: str
    value: Value

    @property
    def number(self) -> float:
        """The value as a number; raises TypeError for a text."""
        if isinstance(self.value, str):
            raise TypeError("a text is no number")
        return float(self.value)

    def __add__(self, other: Live | float) -> Live:
        right = live(other)
        return Live(f"({self.formula}+{right.formula})", self.number + right.number)

    def __sub__(self, other: Live | float) -> Live:
        right = live(other)
        return Live(f"({self.formula}-{right.formula})", self.number - right.number)

    def __mul__(self, other: Live | float) -> Live:
        right = live(other)
        return Live(f"{self.formula}*{right.formula}", self.number * right.number)

    def __truediv__(self, other: Live | float) -> Live:
        """Quotient; 0 where the divisor is 0, in the formula as well."""
        right = live(other)
        value = self.number / right.number if right.number else 0.0
        return Live(f"IF({right.formula}=0,0,{self.formula}/{right.formula})", value)

    def __neg__(self) -> Live:
        return Live(f"(-{self.formula})", -self.number)

    def above(self, other: Live | float) -> Live:
        """Whether it is greater."""
        right = live(other)
        return Live(f"({self.formula}>{right.formula})", self.number > right.number)

    def below(self, other: Live | float) -> Live:
        """Whether it is smaller."""
        right = live(other)
        return Live(f"({self.formula}<{right.formula})", self.number < right.number)

    def at_most(self, other: Live | float) -> Live:
        """Whether it is not greater."""
        right = live(other)
        return Live(f"({self.formula}<={right.formula})", self.number <= right.number)

    def at_least(self, other: Live | float) -> Live:
        """Whether it is not smaller."""
        right = live(other)
        return Live(f"({self.formula}>={right.formula})", self.number >= right.number)

    def equals(self, other: Live | float | str) -> Live:
        """Whether both are the same; texts without regard to case, as spreadsheets compare them."""
        right = live(other)
        if isinstance(self.value, str) and isinstance(right.value, str):
            same = self.value.casefold() == right.value.casefold()
        else:
            same = self.value == right.value
        return Live(f"({self.formula}={right.formula})", same)


def live(item: Live | float | str) -> Live:
    """A constant as an expression; texts are quoted, and numbers written with all their digits."""
    if isinstance(item, Live):
        return item
    if isinstance(item, bool):
        return Live("TRUE" if item else "FALSE", item)
    if isinstance(item, str):
        return Live('"' + item.replace('"', '""') + '"', item)
    if not math.isfinite(item):
        raise ValueError("a formula holds finite numbers")
    written = repr(float(item)).upper()
    return Live(f"({written})" if item < 0 else written, float(item))


def when(condition: Live, then: Live | float | str, otherwise: Live | float | str) -> Live:
    """IF."""
    yes, no = live(then), live(otherwise)
    return Live(f"IF({condition.formula},{yes.formula},{no.formula})", yes.value if condition.value else no.value)


def all_of(*conditions: Live) -> Live:
    """AND."""
    return Live(f"AND({_listed(conditions)})", all(condition.value for condition in conditions))


def any_of(*conditions: Live) -> Live:
    """OR; FALSE of nothing."""
    if not conditions:
        return live(False)
    return Live(f"OR({_listed(conditions)})", any(condition.value for condition in conditions))


def negate(condition: Live) -> Live:
    """NOT."""
    return Live(f"NOT({condition.formula})", not condition.value)


def total(items: Sequence[Live]) -> Live:
    """SUM of single cells; 0 of nothing."""
    if not items:
        return live(0.0)
    return Live(f"SUM({_listed(items)})", sum(item.number for item in items))


def root(item: Live) -> Live:
    """Square root."""
    return Live(f"SQRT({item.formula})", math.sqrt(item.number))


def size(item: Live) -> Live:
    """Absolute value."""
    return Live(f"ABS({item.formula})", abs(item.number))


def two_figures(item: Live) -> Live:
    """Rounded to two significant figures, as estimates are told; 0 stays 0."""
    name = item.formula
    rounded = Live(f"ROUND({name},1-INT(LOG10(ABS({name}))))", round_to_figures(item.number, 2))
    return when(item.equals(0.0), 0.0, rounded)


def normal_probability(item: Live) -> Live:
    """Standard normal probability below a score."""
    return Live(f"NORMSDIST({item.formula})", 0.5 * math.erfc(-item.number / math.sqrt(2)))


def _listed(items: Sequence[Live]) -> str:
    return ",".join(item.formula for item in items)
