"""A button that opens a menu: the scenario switch and the window's menu."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from tradeoff_app.app.translation import tr
from tradeoff_app.ui.theme import colour, font
from tradeoff_app.ui.widgets.shown_text import entry_text


class MenuButton(QPushButton):
    """A button that opens a menu below itself and says so with a small arrow."""

    def __init__(self, text: str, kind: str = "plain", *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._opens: QMenu | None = None
        self.clicked.connect(self._open)
        self.setProperty("kind", kind)
        self.setProperty("menu", "true")
        self.setFont(font("control"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_text(text, name)

    def set_text(self, text: str, name: str = "") -> None:
        """Show another text; the style sheet keeps room for the arrow."""
        self.setText(entry_text(text))
        self.setAccessibleName(name or text)
        self.setAccessibleDescription(tr("Opens a menu"))

    def open_with(self, menu: QMenu) -> None:
        """What a click opens; QPushButton.setMenu would lose the padding of the style sheet."""
        self._opens = menu

    def _open(self) -> None:
        if self._opens is not None:
            self._opens.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The button, and the arrow at its right."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("muted"), 1.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        x, y = self.width() - 15, self.height() / 2 - 1
        painter.drawPolyline([QPointF(x - 3, y - 1), QPointF(x, y + 2), QPointF(x + 3, y - 1)])
