"""Words that lead somewhere: clicked, or opened with Return or Space; underlined under the pointer."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tradeoff_app.ui.theme import colour, font, line_height
from tradeoff_app.ui.widgets.shown_text import one_line
from tradeoff_app.ui.widgets.text import dotted_pen, set_tool_tip


class LinkLabel(QWidget):
    """One line in the accent colour; an assumption in italics over dots. The whole text is the tool tip where cut."""

    clicked = Signal()

    def __init__(
        self, text: str, *, is_assumed: bool = False, description: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._text, self._line, self._is_assumed = text, one_line(text), is_assumed
        self._is_hovered = False
        self.setFont(font("body", italic=is_assumed))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(text)
        self.setAccessibleDescription(description)
        set_tool_tip(self, text)

    def text(self) -> str:
        """What it says."""
        return self._text

    def sizeHint(self) -> QSize:
        """The whole text on one line, within its margins."""
        margins = self.contentsMargins()
        width = QFontMetricsF(self.font()).horizontalAdvance(self._line)
        return QSize(int(width) + 2, line_height("body") + margins.top() + margins.bottom())

    def minimumSizeHint(self) -> QSize:
        """A few letters; the rest is cut."""
        return QSize(min(96, self.sizeHint().width()), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The words, cut to the width, and the line below them."""
        painter, room = QPainter(self), self.contentsRect()
        metrics = QFontMetricsF(self.font())
        shown = metrics.elidedText(self._line, Qt.TextElideMode.ElideMiddle, room.width())
        painter.setFont(self.font())
        painter.setPen(colour("text" if self._is_assumed and not self._is_hovered else "accent"))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        base = int(room.center().y() + metrics.ascent() / 2) + 1
        if self._is_hovered:
            painter.drawLine(0, base, int(metrics.horizontalAdvance(shown)), base)
        elif self._is_assumed:
            painter.setPen(dotted_pen())
            painter.drawLine(0, base, int(metrics.horizontalAdvance(shown)), base)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Underlined while the pointer is over it."""
        self._is_hovered = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """And no longer."""
        self._is_hovered = False
        self.update()
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click leads there."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """So do Return and Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
        else:
            super().keyPressEvent(event)
