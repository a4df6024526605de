"""The large place where a before and an after file are dropped."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tradeoff_app.app.translation import QT_TR_NOOP, tr
from tradeoff_app.ui.theme import colour, font
from tradeoff_app.ui.widgets.buttons import make_button
from tradeoff_app.ui.widgets.empty_state import DropArea
from tradeoff_app.ui.widgets.text import make_label

KINDS = QT_TR_NOOP("CSV, Excel, JSON, JSONL, or the output of an evaluation tool")


class TwoFiles(QWidget):
    """A picture of a before and an after file, in their colours."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(156, 80)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Two sheets with bars, an arrow between."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_sheet(painter, QRectF(1, 1, 60, 78), "before", tr("Before"), (20, 30, 16))
        _paint_sheet(painter, QRectF(95, 1, 60, 78), "after", tr("After"), (26, 38, 12))
        painter.setPen(QPen(colour("strong"), 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(68, 40), QPointF(88, 40))
        painter.drawPolyline([QPointF(81, 33), QPointF(88, 40), QPointF(81, 47)])


class DropTarget(DropArea):
    """Title, the kinds of files, the buttons for those who don't drag."""

    choose_asked = Signal()
    compare_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(12, parent)
        self.setFixedHeight(208)
        self.setAccessibleName(tr("Drop a before and an after result file"))
        choose = make_button(tr("Choose files…"), "primary", is_large=True)
        compare = make_button(tr("Compare two scenario files…"), "quiet", is_large=True)
        choose.clicked.connect(self.choose_asked)
        compare.clicked.connect(self.compare_asked)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(choose)
        buttons.addWidget(compare)
        buttons.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addStretch(1)
        words.addWidget(make_label(tr("Drop a before and an after result file"), "title"))
        words.addWidget(make_label(tr(KINDS), "body", "muted"))
        words.addSpacing(12)
        words.addLayout(buttons)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setSpacing(44)
        row.addStretch(1)
        row.addWidget(TwoFiles())
        row.addLayout(words)
        row.addStretch(1)


def _paint_sheet(painter: QPainter, rect: QRectF, role: str, word: str, heights: tuple[int, int, int]) -> None:
    painter.setPen(QPen(colour(f"{role}_ink"), 1.5))
    painter.setBrush(colour("surface"))
    painter.drawRoundedRect(rect, 4, 4)
    painter.setPen(colour(f"{role}_ink"))
    painter.setFont(font("small"))
    painter.drawText(QRectF(rect.left() + 10, rect.top() + 10, 48, 16), Qt.AlignmentFlag.AlignVCenter, word)
    for index, height in enumerate(heights):
        painter.fillRect(QRectF(rect.left() + 10 + index * 12, rect.bottom() - 10 - height, 8, height), colour(role))
