"""The frame that every step shares: title, one line below it, actions at the right, and the room for the work."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from tradeoff_app.ui.widgets.text import ElidedLabel

MARGINS = (24, 20, 24, 16)


class Page(QWidget):
    """Margins 24 (20 top), title 20/600 over a muted line. Put work into `body`, buttons into `head_row`.

    With `scrolls` the body scrolls under the head; without it the body shares the height (tables that scroll alone).
    """

    def __init__(self, title: str, subtitle: str = "", *, scrolls: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = ElidedLabel(title, "title")
        self._subtitle = ElidedLabel(subtitle, "body", "muted")
        self._subtitle.setVisible(bool(subtitle))
        self.head_row = QHBoxLayout()
        self.head_row.setSpacing(8)
        self.body = QVBoxLayout()
        self.body.setSpacing(0)
        self._area: QScrollArea | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, MARGINS[1], 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addSpacing(16)
        column.addWidget(self._scrolling() if scrolls else self._still(), 1)

    def set_title(self, title: str, subtitle: str = "") -> None:
        """Say another title and line."""
        self._title.set_text(title)
        self._subtitle.set_text(subtitle)
        self._subtitle.setVisible(bool(subtitle))

    def bring_to_sight(self, widget: QWidget) -> None:
        """Scroll until a widget of the body can be seen, with room around it."""
        if self._area is not None:
            self._area.ensureWidgetVisible(widget, 24, 96)

    def subtitle(self) -> str:
        """The line below the title."""
        return self._subtitle.text()

    def _head(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        row = QHBoxLayout()
        row.setContentsMargins(MARGINS[0], 0, MARGINS[2], 0)
        row.setSpacing(16)
        row.addLayout(words, 1)
        row.addLayout(self.head_row)
        row.setAlignment(self.head_row, Qt.AlignmentFlag.AlignBottom)
        return row

    def _still(self) -> QWidget:
        inner = QWidget()
        self.body.setContentsMargins(MARGINS[0], 0, MARGINS[2], MARGINS[3])
        inner.setLayout(self.body)
        return inner

    def _scrolling(self) -> QScrollArea:
        area = self._area = QScrollArea()
        area.setObjectName("surface")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = self._still()
        inner.setProperty("ground", "surface")
        area.setWidget(inner)
        area.verticalScrollBar().rangeChanged.connect(self._keep_edge)
        return area

    def _keep_edge(self, _least: int, most: int) -> None:
        """The scroll bar stands in the margin: what is below ends where the head above ends."""
        bar = self._area.verticalScrollBar().sizeHint().width() if self._area is not None and most > 0 else 0
        self.body.setContentsMargins(MARGINS[0], 0, MARGINS[2] - bar, MARGINS[3])
