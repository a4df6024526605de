"""The interval bar of tables and matrix cells: one function that every delegate calls."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from tradeoff_app.ui.theme import colour

BarRole = Literal["better", "worse", "accepted", "no_worse", "cannot_tell", "accent"]

_TOKENS: dict[str, str] = {"better": "better", "worse": "worse", "accepted": "worse", "accent": "accent"}


@dataclass(frozen=True)
class IntervalBar:
    """An interval on an axis where right is better; `reach` is the axis' half width about zero, in the same unit.

    `low`, `high`, `point` and `margin` are improvements (sign applied); `margin` is the line at minus the margin. None
    for `point` draws the bar alone; without `low` and `high` only the base line and zero are drawn.
    """

    reach: float
    low: float | None
    high: float | None
    point: float | None
    role: BarRole = "cannot_tell"
    margin: float | None = None
    ground: str = "surface"


def paint_interval(painter: QPainter, rect: QRectF, bar: IntervalBar) -> None:
    """Paint base line, zero, margin, interval and point into `rect` (92 x 16 in a matrix cell)."""
    if not (math.isfinite(bar.reach) and bar.reach > 0):
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    middle = math.floor(rect.center().y()) + 0.5
    painter.setPen(_hairline("rule"))
    painter.drawLine(QLineF(rect.left(), middle, rect.right(), middle))
    zero = _at(0.0, bar.reach, rect)
    painter.setPen(_hairline("strong"))
    painter.drawLine(QLineF(zero, rect.top(), zero, rect.bottom()))
    if bar.margin is not None and abs(bar.margin) <= bar.reach:
        margin = _at(-abs(bar.margin), bar.reach, rect)
        dashed = _hairline("text")
        dashed.setDashPattern([2, 2])
        painter.setPen(dashed)
        painter.drawLine(QLineF(margin, rect.top() + 1, margin, rect.bottom() - 1))
    if bar.low is not None and bar.high is not None and math.isfinite(bar.low) and math.isfinite(bar.high):
        _paint_bar(painter, rect, bar, middle)
    painter.restore()


TINY = 1e-300
"""Below this a number is no longer drawn."""


def nice_reach(largest: float) -> float:
    """The smallest of 1, 2, 2.5, 5 x 10^n that is not below `largest`; 1 where there is nothing to show."""
    if not math.isfinite(largest) or largest < TINY:
        return 1.0
    power = 10.0 ** math.floor(math.log10(largest))
    for step in (1.0, 2.0, 2.5, 5.0, 10.0):
        if step * power >= largest * (1 - 1e-12):
            return step * power
    return 10.0 * power


def _paint_bar(painter: QPainter, rect: QRectF, bar: IntervalBar, middle: float) -> None:
    assert bar.low is not None
    assert bar.high is not None
    ink = colour(_TOKENS.get(bar.role, "strong"))
    ground = colour(bar.ground)
    start, end = _at(max(bar.low, -bar.reach), bar.reach, rect), _at(min(bar.high, bar.reach), bar.reach, rect)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(QRectF(start, middle - 2, max(2.0, end - start), 4), ink)
    if bar.low < -bar.reach:
        _arrow(painter, QPointF(rect.left(), middle), -1, ink)
    if bar.high > bar.reach:
        _arrow(painter, QPointF(rect.right(), middle), 1, ink)
    if bar.point is not None and math.isfinite(bar.point):
        centre = QPointF(_at(min(max(bar.point, -bar.reach), bar.reach), bar.reach, rect), middle)
        if bar.role == "cannot_tell":
            painter.setPen(QPen(ink, 1.5))
            painter.setBrush(ground)
            painter.drawEllipse(centre, 3.75, 3.75)
        else:
            painter.setPen(QPen(ground, 1))
            painter.setBrush(ink)
            painter.drawEllipse(centre, 4.5, 4.5)


def _at(value: float, reach: float, rect: QRectF) -> float:
    """Where a value lies, on half device-independent pixels so that hairlines stay sharp."""
    position = rect.left() + (value + reach) / (2 * reach) * rect.width()
    return math.floor(position) + 0.5


def _arrow(painter: QPainter, tip: QPointF, direction: int, ink: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    back = tip.x() - direction * 5
    painter.drawPolygon(QPolygonF([tip, QPointF(back, tip.y() - 5), QPointF(back, tip.y() + 5)]))


def _hairline(token: str) -> QPen:
    pen = QPen(colour(token), 1)
    pen.setCosmetic(True)
    return pen
