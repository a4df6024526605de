"""Rows of intervals under each other on one scale: the shared body of contributions, forest and tornado."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tradeoff_app.figures.spec import Axis, Dot, Interval, Label, Mark, Role, Rule
from tradeoff_app.figures.ticks import nice_range

ROW_HEIGHT = 40
"""Pixels of one row: its name above, its bar below."""


@dataclass(frozen=True)
class Row:
    """One row: name left, value text right, interval (None: a fixed amount, drawn as a square without a bar)."""

    name: str
    text: str
    role: Role
    point: float
    low: float | None = None
    high: float | None = None
    is_ring: bool = False
    is_total: bool = False


def row_marks(rows: Sequence[Row], x: Axis) -> list[Mark]:
    """Bars, names, values, the zero line, and a line over a total."""
    marks: list[Mark] = []
    for at, row in enumerate(rows):
        marks += _row(at, row, x)
        if row.is_total and at:
            marks.append(Rule(at - 0.5, "horizontal", "strong"))
    if x.low <= 0 <= x.high:
        marks.insert(0, Rule(0.0, "vertical", "strong"))
    return marks


def row_axis(rows: Sequence[Row]) -> Axis:
    """The y axis of rows: first row on top."""
    return Axis(-0.5, len(rows) - 0.5, is_hidden=True, is_reversed=True)


def row_range(rows: Sequence[Row], extra: Sequence[float] = ()) -> tuple[float, float]:
    """A nice range that holds all bars, zero and the extra positions."""
    ends = [0.0, *extra]
    for row in rows:
        ends += [end for end in (row.point, row.low, row.high) if end is not None]
    return nice_range(min(ends), max(ends))


def row_height(rows: Sequence[Row]) -> int:
    """Wanted height in pixels, with room for the axis."""
    return ROW_HEIGHT * len(rows) + 36


def role_of(low: float, high: float) -> Role:
    """What an interval of an improvement means."""
    if low > 0:
        return "better"
    return "worse" if high < 0 else "unknown"


def _row(at: int, row: Row, x: Axis) -> list[Mark]:
    marks: list[Mark] = [
        Label(_name_position(x), at - 0.22, row.name, is_strong=row.is_total),
        Label(x.high, at - 0.22, row.text, is_strong=True, anchor="right", edge="right"),
    ]
    if row.low is None or row.high is None:
        return [*marks, Dot(row.point, at + 0.2, row.role)]
    return [*marks, Interval(at + 0.2, row.low, row.high, row.point, row.role, is_ring=row.is_ring)]


def _name_position(x: Axis) -> float:
    """Names start at the zero line where that is near the left edge, so that it does not cut them."""
    share = (0.0 - x.low) / ((x.high - x.low) or 1.0)
    return 0.0 if 0.0 <= share <= 0.35 else x.low
