"""A row of words of which one is underlined: the views of one panel."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QTabBar, QWidget

from tradeoff_app.ui.theme import colour, font

GAP, LEAST_GAP = 24, 10
"""Room after a word, and what is left of it where there are many."""


class TabRow(QTabBar):
    """32 high over a hairline; the chosen word is 600 with an accent line. `tab_chosen` carries the id."""

    tab_chosen = Signal(str)

    def __init__(self, tabs: Sequence[tuple[str, str]], *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_by_keyboard = False
        self._gap = GAP
        self._ids = [tab for tab, _ in tabs]
        self.setAccessibleName(name)
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFont(font("body"))
        self.setFixedHeight(33)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        for _, text in tabs:
            self.addTab(text.replace("&", "&&"))
        self.currentChanged.connect(self._changed)

    def current(self) -> str:
        """The id of the chosen tab."""
        return self._ids[self.currentIndex()]

    def set_current(self, tab: str) -> None:
        """Choose a tab."""
        if tab in self._ids:
            self.setCurrentIndex(self._ids.index(tab))

    def set_visible(self, tab: str, *, is_visible: bool) -> None:
        """Show or hide a tab."""
        self.setTabVisible(self._ids.index(tab), is_visible)

    def tabSizeHint(self, index: int) -> QSize:
        """As wide as the word at weight 600, so that nothing moves when the choice does."""
        return QSize(self._word_width(index) + self._gap, 32)

    def minimumTabSizeHint(self, index: int) -> QSize:
        """Words are never cut."""
        return self.tabSizeHint(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words move closer together before the last of them would not fit."""
        shown = [index for index in range(self.count()) if self.isTabVisible(index)]
        rest = event.size().width() - sum(self._word_width(index) for index in shown)
        self._gap = max(LEAST_GAP, min(GAP, rest // max(1, len(shown))))
        super().resizeEvent(event)

    def sizeHint(self) -> QSize:
        """Every word with its usual room."""
        shown = [index for index in range(self.count()) if self.isTabVisible(index)]
        return QSize(sum(self._word_width(index) + GAP for index in shown), 33)

    def minimumSizeHint(self) -> QSize:
        """Every word, close together."""
        shown = [index for index in range(self.count()) if self.isTabVisible(index)]
        return QSize(sum(self._word_width(index) + LEAST_GAP for index in shown), 33)

    def _word_width(self, index: int) -> int:
        return QFontMetrics(font("strong")).horizontalAdvance(self.tabText(index).replace("&&", "&"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Words, the accent line under the chosen one, the hairline under all."""
        painter = QPainter(self)
        bottom = self.height() - 1
        painter.fillRect(0, bottom, self.width(), 1, colour("rule"))
        for index in range(self.count()):
            if not self.isTabVisible(index):
                continue
            rect = self.tabRect(index)
            is_current = index == self.currentIndex()
            painter.setFont(font("strong" if is_current else "body"))
            painter.setPen(colour("text" if is_current else "muted"))
            word = self.tabText(index).replace("&&", "&")
            painter.drawText(
                rect.adjusted(0, 0, -self._gap, -4), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, word
            )
            if is_current and self._is_by_keyboard and self.hasFocus():
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(QPen(colour("focus"), 2))
                painter.drawRoundedRect(QRectF(rect).adjusted(1, 3, min(8, self._gap - 2) - self._gap, -6), 6, 6)
            if is_current:
                painter.fillRect(rect.left(), bottom - 1, rect.width() - self._gap, 2, colour("accent"))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The focus is shown where it came by the keyboard."""
        self._is_by_keyboard = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        super().focusInEvent(event)

    def _changed(self, index: int) -> None:
        if index >= 0:
            self.tab_chosen.emit(self._ids[index])
