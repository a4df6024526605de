"""A chip: the state of a thing in mark and word on a soft ground, never clickable."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tradeoff_app.ui.theme import colour, font
from tradeoff_app.ui.widgets.marks import TEXT_INK_OF_MARK, Mark, paint_mark
from tradeoff_app.ui.widgets.text import INK_TOKENS

_GROUNDS = {"better": "better_soft", "worse": "worse_soft", "evidence": "evidence_soft"}


class Chip(QWidget):
    """20 high, soft fill, mark 10, word 12/600."""

    def __init__(self, mark: Mark = "open", word: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark: Mark = mark
        self._word = word
        self.setFont(font("chip"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(word)

    def set_state(self, mark: Mark, word: str) -> None:
        """Show another state."""
        self._mark, self._word = mark, word
        self.setAccessibleName(word)
        self.updateGeometry()
        self.update()

    def word(self) -> str:
        """The word that is shown."""
        return self._word

    def sizeHint(self) -> QSize:
        """As wide as the word needs."""
        return QSize(int(QFontMetricsF(self.font()).horizontalAdvance(self._word)) + 8 + 10 + 5 + 9, 20)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, mark and word."""
        painter = QPainter(self)
        paint_chip(painter, QRectF(self.rect()), self._mark, self._word)


def paint_chip(painter: QPainter, rect: QRectF, mark: Mark, word: str) -> None:
    """Paint a chip into `rect`, for delegates too."""
    ink = TEXT_INK_OF_MARK.get(mark, "muted")
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(_GROUNDS.get(ink, "sunken")))
    painter.drawRoundedRect(rect, 4, 4)
    paint_mark(painter, QRectF(rect.left() + 8, rect.center().y() - 5, 10, 10), mark)
    painter.setFont(font("chip"))
    painter.setPen(colour(INK_TOKENS.get(ink, ink)))
    painter.drawText(rect.adjusted(23, 0, -4, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, word)
    painter.restore()
