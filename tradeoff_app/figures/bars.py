"""Columns that stand on each other: running totals, whole-number rounding that adds up, and where labels fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tradeoff_app.figures.spec import Box, Connector, Label, Mark, Role
from tradeoff_app.wording.rounding import round_to_decimal

HALF = 0.42
"""Half the width of a column where columns are 1 apart (a gap of 14 px at 88 px a column)."""


@dataclass(frozen=True)
class Part:
    """One step of a waterfall: its name and signed amount (already in the unit that is written)."""

    name: str
    amount: float
    role: Role


def digits_that_add_up(parts: Sequence[float], total: float, *, fewest: int = 1, most: int = 3) -> int:
    """The fewest decimals at which the rounded parts add up to the rounded total."""
    for digits in range(fewest, most):
        if sum(round_to_decimal(part, digits) for part in parts) == round_to_decimal(total, digits):
            return digits
    return most


def part_marks(parts: Sequence[Part], texts: Sequence[str], span: float) -> list[Mark]:
    """Columns from running total to running total with connectors and signed labels; `span` is the axis' length."""
    marks: list[Mark] = []
    level = 0.0
    for at, (part, text) in enumerate(zip(parts, texts, strict=True)):
        after = level + part.amount
        marks.append(Box(at - HALF, at + HALF, level, after, part.role))
        marks.append(Connector(at + HALF, after, at + 1 - HALF, after))
        marks.append(_label(at, level, after, text, part.role, span))
        level = after
    return marks


def _label(at: int, start: float, end: float, text: str, role: Role, span: float) -> Label:
    top, bottom = max(start, end), min(start, end)
    if top - bottom >= 0.12 * span:
        return Label(at, (top + bottom) / 2, text, role, "centre", "middle", is_strong=True, is_on_fill=True)
    if end >= start:
        return Label(at, top, text, role, "centre", "above", is_strong=True)
    return Label(at, bottom, text, role, "centre", "below", is_strong=True)
