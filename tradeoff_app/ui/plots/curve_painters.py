"""Histograms and lines: the marks that may have many points, cut at the edge of the plot."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from tradeoff_app.figures.spec import Curve, FigureSpec, Role, Steps
from tradeoff_app.ui.plots.finite import finite_points
from tradeoff_app.ui.plots.frame import Frame
from tradeoff_app.ui.plots.mark_painters import SOFT, hairline, ink_colour, mark_colour

DENSE = 2000
"""Points above which a line is drawn thin and without smoothing: Qt takes seconds for long smooth wide lines."""

FAR = 100_000.0
"""Pixels beyond which nothing is drawn: Qt sets every dash of a line, however far it runs outside the plot."""


def paint_steps(painter: QPainter, mark: Steps, area: Frame, _spec: FigureSpec) -> None:
    """The outline of a histogram; a filled one stands on the base line."""
    corners = _corners(area, *_outline(mark))
    if mark.is_filled and corners:
        painter.save()
        painter.setClipRect(area.plot, Qt.ClipOperation.IntersectClip)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mark_colour(mark.role, SOFT))
        painter.drawPolygon(QPolygonF(corners))
        painter.restore()
    _paint_line(painter, corners, _pen(mark.role, len(corners)), area)


def paint_curve(painter: QPainter, mark: Curve, area: Frame, _spec: FigureSpec) -> None:
    """A line through points."""
    corners = _corners(area, mark.xs, mark.ys)
    pen = _pen(mark.role, len(corners))
    if mark.is_dashed:
        pen.setDashPattern([3, 2])
    _paint_line(painter, corners, pen, area)


def _paint_line(painter: QPainter, corners: list[QPointF], pen: QPen, area: Frame) -> None:
    if len(corners) < 2:
        return
    painter.save()
    painter.setClipRect(area.plot, Qt.ClipOperation.IntersectClip)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=len(corners) <= DENSE)
    painter.setPen(pen)
    painter.drawPolyline(QPolygonF(corners))
    painter.restore()


def _pen(role: Role, points: int) -> QPen:
    pen = hairline(ink_colour(role), 1.0 if points > DENSE else 1.5 if role == "before" else 2.0)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    return pen


def _corners(area: Frame, xs: Sequence[float], ys: Sequence[float]) -> list[QPointF]:
    return [QPointF(_near(area.across(x)), _near(area.down(y))) for x, y in finite_points(xs, ys)]


def _near(pixel: float) -> float:
    return min(max(pixel, -FAR), FAR)


def _outline(mark: Steps) -> tuple[list[float], list[float]]:
    """The corners of a histogram, from the base line and back to it."""
    xs, ys = [mark.edges[0]], [0.0]
    for start, end, height in zip(mark.edges[:-1], mark.edges[1:], mark.heights, strict=True):
        xs += [start, end]
        ys += [height, height]
    return [*xs, mark.edges[-1]], [*ys, 0.0]
