"""The state marks, painted as paths: shape and position say the state before colour does."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from tradeoff_app.ui.theme import colour

Mark = Literal[
    "better",
    "worse",
    "accepted",
    "no_worse",
    "cannot_tell",
    "not_measured",
    "pass",
    "fail",
    "unproven",
    "warning",
    "done",
    "attention",
    "open",
]

MARK_OF_STATE: dict[str, Mark] = {
    "better": "better",
    "worse": "worse",
    "no_worse": "no_worse",
    "cannot_tell": "cannot_tell",
    "not_measured": "not_measured",
}
"""The mark of an effect's state."""

MARK_OF_GATE: dict[str, Mark] = {
    "PASS": "pass",
    "NON_INFERIOR": "no_worse",
    "IMPROVED": "better",
    "MET": "better",
    "FAIL": "fail",
    "BREACHED": "fail",
    "REGRESSED": "worse",
    "DETERIORATED": "worse",
    "REGRESSED_WITHIN_MARGIN": "worse",
    "INCONCLUSIVE": "unproven",
    "INVALID": "unproven",
    "MISSED": "cannot_tell",
    "NO_MATERIAL_CHANGE": "no_worse",
    "NO_DATA": "not_measured",
}
"""The mark of a gate's state."""

MARK_OF_VERDICT: dict[str, Mark] = {
    "SHIP": "pass",
    "SHIP_WITH_ACCEPTED_REGRESSIONS": "pass",
    "NEEDS_ACCEPTANCE": "worse",
    "HOLD": "cannot_tell",
    "NO_CASE": "cannot_tell",
    "BLOCKED": "fail",
    "INVALID": "warning",
}
"""The mark of a recommendation."""

_INKS: dict[str, str] = {
    "better": "better",
    "worse": "worse",
    "accepted": "worse",
    "no_worse": "strong",
    "cannot_tell": "strong",
    "not_measured": "strong",
    "pass": "better",
    "fail": "worse",
    "unproven": "strong",
    "warning": "evidence_ink",
    "done": "strong",
    "attention": "accent",
    "open": "strong",
}
TEXT_INK_OF_MARK: dict[str, str] = {
    "better": "better",
    "worse": "worse",
    "accepted": "worse",
    "pass": "better",
    "fail": "worse",
    "warning": "evidence",
}
"""The ink of the word beside a mark; muted for the others."""


def mark_ink(mark: Mark) -> str:
    """The colour token of the word beside a mark."""
    return {"better": "better_ink", "worse": "worse_ink", "evidence": "evidence_ink"}.get(
        TEXT_INK_OF_MARK.get(mark, "muted"), "muted"
    )


def paint_mark(painter: QPainter, rect: QRectF, mark: Mark, ink: QColor | None = None) -> None:
    """Paint a mark centred in `rect`, as large as its shorter side; `ink` overrides the mark's own colour."""
    side = min(rect.width(), rect.height())
    box = QRectF(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint(painter, box, mark, ink or colour(_INKS[mark]), side / 12)
    painter.restore()


def _paint(painter: QPainter, box: QRectF, mark: Mark, ink: QColor, unit: float) -> None:
    outline = QPen(ink, 1.5 * unit, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.MiterJoin)
    if mark in ("better", "worse", "no_worse"):
        painter.fillPath(_closed(_POINTS[mark], box, unit), ink)
    elif mark in ("accepted", "warning"):
        painter.setPen(outline)
        painter.drawPath(_closed(_POINTS[mark], box, unit))
        if mark == "warning":
            _strokes(painter, box, unit, ink, (((6, 4.8), (6, 7.2)), ((6, 9.0), (6, 9.1))))
    elif mark in ("cannot_tell", "unproven", "open", "attention"):
        painter.setPen(outline)
        painter.drawEllipse(box.center(), 4.6 * unit, 4.6 * unit)
        if mark == "attention":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink)
            painter.drawEllipse(box.center(), 2.1 * unit, 2.1 * unit)
    elif mark in ("pass", "done", "fail"):
        _filled(painter, box, mark, ink, unit)
    else:
        _strokes(painter, box, unit, ink, (((3, 6), (9, 6)),))


def _filled(painter: QPainter, box: QRectF, mark: Mark, ink: QColor, unit: float) -> None:
    """A disc with a tick, or a square with a cross, cut out in the surface."""
    shape = QPainterPath()
    if mark == "fail":
        shape.addRect(box.adjusted(0.7 * unit, 0.7 * unit, -0.7 * unit, -0.7 * unit))
    else:
        shape.addEllipse(box.center(), 6 * unit, 6 * unit)
    painter.fillPath(shape, ink)
    lines = _CROSS if mark == "fail" else _TICK
    _strokes(painter, box, unit, colour("surface"), lines)


_Line = tuple[tuple[float, float], tuple[float, float]]
_TICK: tuple[_Line, ...] = (((3.4, 6.2), (5.2, 8.0)), ((5.2, 8.0), (8.6, 4.3)))
_CROSS: tuple[_Line, ...] = (((4.0, 4.0), (8.0, 8.0)), ((8.0, 4.0), (4.0, 8.0)))
_POINTS: dict[str, tuple[tuple[float, float], ...]] = {
    "better": ((2, 1.2), (11, 6), (2, 10.8)),
    "worse": ((10, 1.2), (1, 6), (10, 10.8)),
    "accepted": ((9.6, 2), (2, 6), (9.6, 10)),
    "no_worse": ((6, 1), (11, 6), (6, 11), (1, 6)),
    "warning": ((6, 1.2), (11.4, 10.6), (0.6, 10.6)),
}


def _closed(points: tuple[tuple[float, float], ...], box: QRectF, unit: float) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(box.x() + x * unit, box.y() + y * unit) for x, y in points]))
    path.closeSubpath()
    return path


def _strokes(painter: QPainter, box: QRectF, unit: float, ink: QColor, lines: tuple[_Line, ...]) -> None:
    painter.setPen(QPen(ink, 1.6 * unit, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    for (x0, y0), (x1, y1) in lines:
        painter.drawLine(
            QPointF(box.x() + x0 * unit, box.y() + y0 * unit), QPointF(box.x() + x1 * unit, box.y() + y1 * unit)
        )


class MarkView(QWidget):
    """A mark as a widget; its meaning is its accessible name."""

    def __init__(self, mark: Mark = "open", size: int = 12, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark: Mark = mark
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(size, size)
        self.setAccessibleName(name)

    def set_mark(self, mark: Mark, name: str = "") -> None:
        """Show another state."""
        self._mark = mark
        self.setAccessibleName(name)
        self.update()

    def mark(self) -> Mark:
        """The state that is shown."""
        return self._mark

    def sizeHint(self) -> QSize:
        """A square of the mark's size."""
        return QSize(self._size, self._size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The mark in its own ink."""
        paint_mark(QPainter(self), QRectF(self.rect()), self._mark)
