"""The heads of the matrix: segment names with their volumes above, metric names with their units at the left."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from tradeoff_app.ui import theme
from tradeoff_app.ui.steps.compare.content import ColumnHead, GroupLine, MetricLine
from tradeoff_app.ui.steps.compare.matrix_delegate import PAD_LEFT, paint_group, paint_note_mark
from tradeoff_app.ui.steps.compare.matrix_model import CONTENT_ROLE
from tradeoff_app.ui.widgets.shown_text import one_line

HEAD_HEIGHT = 44
INDENT = 18
"""Where the name of a proxy begins."""


class SegmentHeads(QHeaderView):
    """Name strong, volume small and muted, over a strong rule; the head stays while rows scroll."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)

    def sizeHint(self) -> QSize:
        """Two lines."""
        return QSize(super().sizeHint().width(), HEAD_HEIGHT)

    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:
        """One segment."""
        head = self.model().headerData(logical_index, Qt.Orientation.Horizontal, CONTENT_ROLE)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.colour("strong"))
        if not isinstance(head, ColumnHead):
            return
        text = rect.adjusted(PAD_LEFT, 2, -8, -6)
        top = QRect(text.left(), text.top(), text.width(), 20)
        paint_elided(painter, top, head.name, "strong", "text")
        paint_elided(painter, QRect(text.left(), top.bottom() + 1, text.width(), 16), head.note, "small", "muted")


class MetricHeads(QHeaderView):
    """Metric name and unit line; a name that is too long is shortened in its middle, the tooltip has all of it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)

    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:
        """One metric, or the start of a group head that runs on over the cells."""
        line = self.model().headerData(logical_index, Qt.Orientation.Vertical, CONTENT_ROLE)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.colour("rule"))
        if isinstance(line, GroupLine):
            paint_group(painter, rect, line, 0)
        elif isinstance(line, MetricLine):
            if line.note:
                paint_note_mark(painter, rect.adjusted(0, 0, -4, 0))
            _paint_metric(painter, rect.adjusted(INDENT if line.is_proxy else 0, 0, -8, 0), line)


def _paint_metric(painter: QPainter, room: QRect, line: MetricLine) -> None:
    """Name over unit line; a proxy hangs on a hook under its metric and says whether the two agree."""
    top = (room.height() - 37) // 2 + room.top()
    if line.is_proxy:
        painter.setPen(theme.colour("strong"))
        painter.drawLine(room.left() - 12, room.top(), room.left() - 12, top + 11)
        painter.drawLine(room.left() - 12, top + 11, room.left() - 5, top + 11)
    paint_elided(painter, QRect(room.left(), top, room.width(), 20), line.name, "body", "text")
    below = QRect(room.left(), top + 20, room.width(), 16)
    if not line.badge:
        paint_elided(painter, below, line.unit_line, "small", "muted")
        return
    if line.is_alarm:
        width = min(below.width(), QFontMetrics(theme.font("small")).horizontalAdvance(line.badge) + 12)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("worse_soft"))
        painter.drawRoundedRect(QRectF(below.left(), below.top(), width, 17), 4, 4)
        below = below.adjusted(6, 0, 0, 0)
    paint_elided(painter, below, line.badge, "small", "worse_ink" if line.is_alarm else "muted")


def paint_elided(painter: QPainter, rect: QRect, text: str, role: theme.FontRole, ink: str) -> None:
    """One line of text, shortened in its middle where it does not fit."""
    font = theme.font(role)
    shown = QFontMetrics(font).elidedText(one_line(text), Qt.TextElideMode.ElideMiddle, rect.width())
    painter.setFont(font)
    painter.setPen(theme.colour(ink))
    painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
