"""A card: the frame of a thing with a life of its own (a regression, a file, a sample)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from tradeoff_app.ui.widgets.text import make_label


class Card(QFrame):
    """1 px rule, radius 8, padding 16; `body` takes the content, `head` a title with state left and choice right."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(16, 12, 16, 16)
        self.body.setSpacing(8)
        self.head = QHBoxLayout()
        self.head.setSpacing(12)
        self.title_label = make_label(title, "section")
        if title:
            self.head.addWidget(self.title_label)
            self.body.addLayout(self.head)
            self.setAccessibleName(title)


class ClickableCard(Card):
    """A card that is itself a button: a click, Return or Space chooses it."""

    clicked = Signal()

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setProperty("clickable", "true")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(title)
        if title:
            self.body.addWidget(make_label(title, "strong"))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click inside chooses."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return and Space choose."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
            return
        super().keyPressEvent(event)
