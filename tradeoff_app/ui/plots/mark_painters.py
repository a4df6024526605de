"""One painter a kind of mark: from data coordinates through the frame to pixels, in the tokens of the palette."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from tradeoff_app.figures.spec import Box, Connector, CountGrid, Dot, FigureSpec, Interval, Polygon, Rule
from tradeoff_app.ui.plots.finite import are_finite
from tradeoff_app.ui.plots.frame import Frame
from tradeoff_app.ui.theme import colour, current_palette

SOFT = 0.3


def mark_colour(role: str, alpha: float = 1.0) -> QColor:
    """The fill of a role."""
    wanted = QColor(current_palette().mark(role))
    wanted.setAlphaF(alpha)
    return wanted


def ink_colour(role: str) -> QColor:
    """Text and edges of a role."""
    return QColor(current_palette().ink(role))


def on_fill(role: str) -> QColor:
    """The ink that reads on a filled mark of this role."""
    return colour("surface" if role in ("accent", "text") else "on_mark")


def hairline(painted: QColor, width: float = 1.0, dash: tuple[float, float] | None = None) -> QPen:
    """A pen with butt ends; one of a pixel stays one pixel of the screen, wider ones grow with its resolution."""
    pen = QPen(painted, width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setCosmetic(width <= 1.0)
    if dash:
        pen.setDashPattern([part / max(width, 1e-9) for part in dash])
    return pen


def crisp(position: float) -> float:
    """The middle of a pixel, so that a hairline stays one pixel wide."""
    return math.floor(position) + 0.5


def paint_box(painter: QPainter, mark: Box, area: Frame, _spec: FigureSpec) -> None:
    """A bar or a column; an outlined one has its edge inside."""
    if not are_finite(mark.x0, mark.x1, mark.y0, mark.y1):
        return
    x0, x1 = sorted((area.across(mark.x0), area.across(mark.x1)))
    y0, y1 = sorted((area.down(mark.y0), area.down(mark.y1)))
    rect = QRectF(x0, y0, max(x1 - x0, 1.0), max(y1 - y0, 1.0))
    if mark.role == "selected":
        rect = QRectF(area.space.left(), rect.top(), area.space.width(), rect.height())  # numbers stand beside the plot
        if mark_colour("selected") == colour("surface"):  # high contrast has no soft grounds
            painter.setPen(hairline(colour("focus"), 2.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
            return
    if mark.fill != "none":
        painter.fillRect(rect, mark_colour(mark.role, SOFT if mark.fill == "soft" else 1.0))
    if mark.is_outlined:
        painter.setPen(hairline(ink_colour(mark.role)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))


def paint_polygon(painter: QPainter, mark: Polygon, area: Frame, _spec: FigureSpec) -> None:
    """A soft band."""
    if not all(are_finite(x, y) for x, y in mark.points):
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(mark_colour(mark.role, SOFT + 0.1))
    painter.drawPolygon(QPolygonF([QPointF(area.across(x), area.down(y)) for x, y in mark.points]))


def paint_rule(painter: QPainter, mark: Rule, area: Frame, _spec: FigureSpec) -> None:
    """A straight line across the plot."""
    if not are_finite(mark.at):
        return
    is_arm = mark.role in ("before", "after")
    painter.setPen(
        hairline(
            ink_colour(mark.role) if is_arm else mark_colour(mark.role),
            1.5 if is_arm else 1.0,
            ((3, 2) if is_arm else (2, 2)) if mark.is_dashed else None,
        )
    )
    if mark.orientation == "vertical":
        x = crisp(area.across(mark.at))
        painter.drawLine(QLineF(x, area.plot.top(), x, area.plot.bottom()))
    else:
        y = crisp(area.down(mark.at))
        painter.drawLine(QLineF(area.plot.left(), y, area.plot.right(), y))


def paint_connector(painter: QPainter, mark: Connector, area: Frame, _spec: FigureSpec) -> None:
    """A thin line between two columns."""
    if not are_finite(mark.x0, mark.y0, mark.x1, mark.y1):
        return
    painter.setPen(hairline(mark_colour(mark.role)))
    start = QPointF(area.across(mark.x0), area.down(mark.y0))
    end = QPointF(area.across(mark.x1), area.down(mark.y1))
    if mark.y0 == mark.y1:
        start.setY(crisp(start.y()))
        end.setY(start.y())
    painter.drawLine(start, end)


def paint_dot(painter: QPainter, mark: Dot, area: Frame, _spec: FigureSpec) -> None:
    """A small square: a number without interval."""
    if are_finite(mark.x, mark.y):
        painter.fillRect(QRectF(area.across(mark.x) - 4, area.down(mark.y) - 4, 8, 8), mark_colour(mark.role))


def paint_interval(painter: QPainter, mark: Interval, area: Frame, spec: FigureSpec) -> None:
    """A bar with its point on rows, a whisker on columns."""
    if not are_finite(mark.at, mark.low, mark.high):
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if mark.orientation == "column":
        _paint_whisker(painter, mark, area, spec)
        return
    y = math.floor(area.down(mark.at)) + 0.0
    left, right = area.plot.left(), area.plot.right()
    low, high = (min(max(area.across(value), left), right) for value in (mark.low, mark.high))
    ink = mark_colour(mark.role)
    painter.fillRect(QRectF(low, y - 2, max(high - low, 2.0), 4), ink)
    for leaves, tip, direction in ((mark.low < area.x.low, left, -1), (mark.high > area.x.high, right, 1)):
        if leaves:
            _arrow(painter, QPointF(tip, y), direction, ink)
    if are_finite(mark.point):
        assert mark.point is not None
        _paint_point(painter, QPointF(min(max(area.across(mark.point), left), right), y), ink, is_ring=mark.is_ring)


def paint_grid(painter: QPainter, mark: CountGrid, area: Frame, _spec: FigureSpec) -> None:
    """Squares filled by column from the top; those gained or lost carry an outline besides their colour."""
    pitch = min(area.plot.width() / mark.columns, area.plot.height() / mark.rows)
    side = pitch * 0.86
    first, last = sorted((mark.before, mark.before + mark.more))
    for index in range(mark.rows * mark.columns):
        column, row = divmod(index, mark.rows)
        is_changed = first <= index < last
        role = mark.role_more if is_changed else mark.role_before if index < first else "empty"
        rect = QRectF(area.plot.left() + column * pitch, area.plot.top() + row * pitch, side, side)
        painter.fillRect(rect, mark_colour(role))
        if is_changed:
            painter.setPen(hairline(ink_colour(role)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))


def _paint_point(painter: QPainter, centre: QPointF, ink: QColor, *, is_ring: bool) -> None:
    ground = colour("surface")
    painter.setPen(QPen(ink if is_ring else ground, 1.5 if is_ring else 1.0))
    painter.setBrush(ground if is_ring else ink)
    radius = 3.75 if is_ring else 4.5
    painter.drawEllipse(centre, radius, radius)


def _arrow(painter: QPainter, tip: QPointF, direction: int, ink: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    back = tip.x() - direction * 6
    painter.drawPolygon(QPolygonF([tip, QPointF(back, tip.y() - 5), QPointF(back, tip.y() + 5)]))


def _paint_whisker(painter: QPainter, mark: Interval, area: Frame, spec: FigureSpec) -> None:
    """A whisker in ink, turned to the ink of fills where it crosses a filled column."""
    x = crisp(area.across(mark.at))
    high, low = area.down(mark.high), area.down(mark.low)
    inside = [box for box in spec.marks if isinstance(box, Box) and box.fill == "solid" and _holds(box, mark.at)]
    painter.setPen(hairline(colour("text"), 1.5))
    painter.drawLine(QLineF(x, high, x, low))
    for box in inside:
        top, bottom = sorted((area.down(box.y0), area.down(box.y1)))
        start, end = max(high, top), min(low, bottom)
        if start < end:
            painter.setPen(hairline(on_fill(box.role), 1.5))
            painter.drawLine(QLineF(x, start, x, end))
    for y, value in ((high, mark.high), (low, mark.low)):
        under = next((box for box in inside if min(box.y0, box.y1) < value < max(box.y0, box.y1)), None)
        painter.setPen(hairline(colour("text") if under is None else on_fill(under.role), 1.5))
        painter.drawLine(QLineF(x - 6, y, x + 6, y))


def _holds(box: Box, x: float) -> bool:
    return min(box.x0, box.x1) <= x <= max(box.x0, box.x1)


Painter = Callable[[QPainter, Any, Frame, FigureSpec], None]

UNDER: dict[type, Painter] = {Box: paint_box, Polygon: paint_polygon, CountGrid: paint_grid}
"""Marks that lie under the curves."""

OVER: dict[type, Painter] = {
    Connector: paint_connector,
    Rule: paint_rule,
    Interval: paint_interval,
    Dot: paint_dot,
}
"""Marks that lie over the curves, below the labels."""
