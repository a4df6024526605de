"""How far a regression may go: its interval, the margin that was agreed, and the bound that is accepted."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from tradeoff_app.ui.theme import colour, font

HEIGHT = 56
BAR_TOP, BAR_HEIGHT = 4.0, 22.0


@dataclass(frozen=True)
class Bounds:
    """Losses in shown units, as improvements: right is better, so what is lost lies left of zero.

    `low`, `high` and `point` are the interval; `margin` and `accepted` positive sizes of a loss, None where not stated.
    Texts come ready.
    """

    low: float
    high: float
    point: float
    margin: float | None
    accepted: float | None
    point_text: str
    margin_text: str = ""
    accepted_text: str = ""
    unit: str = ""


class BoundFigure(QWidget):
    """A strip of 56 pixels: ground up to the margin, soft ground up to the accepted bound, the interval on top."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bounds: Bounds | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HEIGHT)
        self.setMaximumWidth(640)

    def set_bounds(self, bounds: Bounds | None) -> None:
        """Show other numbers; None shows nothing."""
        self._bounds = bounds
        self.setVisible(bounds is not None)
        if bounds is not None:
            parts = (bounds.point_text, bounds.margin_text, bounds.accepted_text)
            self.setAccessibleName(", ".join(part for part in parts if part))
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(480, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Grounds, lines, interval, labels."""
        if self._bounds is None:
            return
        painter = QPainter(self)
        self._paint_grounds(painter, self._bounds)
        self._paint_interval(painter, self._bounds)
        self._paint_labels(painter, self._bounds)

    def _x(self, value: float, bounds: Bounds) -> float:
        """Where an improvement lies; the left end has room for the largest loss, the right end for any gain."""
        losses = [-bounds.low, bounds.margin or 0.0, bounds.accepted or 0.0]
        left, right = -1.15 * max(*losses, 1e-12), max(0.25 * max(losses), 1.15 * bounds.high)
        share = (value - left) / (right - left)
        return round(8 + share * (self.width() - 16)) + 0.5

    def _paint_grounds(self, painter: QPainter, bounds: Bounds) -> None:
        zero = self._x(0.0, bounds)
        margin = self._x(-(bounds.margin or 0.0), bounds)
        if bounds.margin:
            painter.fillRect(QRectF(margin, BAR_TOP, zero - margin, BAR_HEIGHT), colour("sunken"))
        if bounds.accepted:
            accepted = self._x(-bounds.accepted, bounds)
            end = min(margin, zero)
            if accepted < end:
                painter.fillRect(QRectF(accepted, BAR_TOP, end - accepted, BAR_HEIGHT), colour("worse_soft"))
            _line(painter, accepted, colour("worse_ink"), 2.0)
        middle = BAR_TOP + BAR_HEIGHT / 2
        painter.setPen(QPen(colour("rule"), 1))
        painter.drawLine(QLineF(0, middle, self.width(), middle))
        _line(painter, zero, colour("strong"), 1.0)
        if bounds.margin:
            _line(painter, margin, colour("text"), 1.0, is_dashed=True)

    def _paint_interval(self, painter: QPainter, bounds: Bounds) -> None:
        middle = BAR_TOP + BAR_HEIGHT / 2
        start, end = self._x(bounds.low, bounds), self._x(bounds.high, bounds)
        painter.fillRect(QRectF(start, middle - 2, max(2.0, end - start), 4), colour("worse"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("surface"), 1))
        painter.setBrush(colour("worse"))
        painter.drawEllipse(QPointF(self._x(bounds.point, bounds), middle), 5, 5)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def _paint_labels(self, painter: QPainter, bounds: Bounds) -> None:
        """Most important first; a label that would touch an earlier one goes one line lower, or not at all."""
        painter.setFont(font("small"))
        metrics = QFontMetricsF(painter.font())
        labels = [(bounds.point, bounds.point_text, "text")]
        if bounds.accepted:
            labels.append((-bounds.accepted, bounds.accepted_text, "worse_ink"))
        if bounds.margin:
            labels.append((-bounds.margin, bounds.margin_text, "muted"))
        labels.append((0.0, f"0 {bounds.unit}".strip(), "muted"))
        taken: list[tuple[float, float]] = []
        for value, text, ink in labels:
            width = metrics.horizontalAdvance(text)
            left = min(max(0.0, self._x(value, bounds) - width / 2), self.width() - width)
            if any(left < right + 8 and left + width > start - 8 for start, right in taken):
                continue
            taken.append((left, left + width))
            painter.setPen(colour(ink))
            painter.drawText(QRectF(left, BAR_TOP + BAR_HEIGHT + 4, width + 2, 16), Qt.AlignmentFlag.AlignLeft, text)


def _line(painter: QPainter, x: float, ink: object, width: float, *, is_dashed: bool = False) -> None:
    pen = QPen(ink, width)  # type: ignore[call-overload]
    if is_dashed:
        pen.setDashPattern([2, 2])
    painter.setPen(pen)
    painter.drawLine(QLineF(x, BAR_TOP - 2, x, BAR_TOP + BAR_HEIGHT + 2))
