"""The frame of a dialog with more to read than fits: title, sentence, a body that scrolls, buttons at the foot."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from tradeoff_app.ui.dialogs.ringed import RingedDialog
from tradeoff_app.ui.widgets.buttons import make_rule
from tradeoff_app.ui.widgets.shown_text import one_line
from tradeoff_app.ui.widgets.tab_order import chain_tabs
from tradeoff_app.ui.widgets.text import make_label

MARGINS = (20, 20, 20, 16)
ROOM = 32
"""What a dialog leaves free of the window that it stands over."""


class Sheet(RingedDialog):
    """`body` takes the content; buttons are added from left to right, the primary one last."""

    def __init__(
        self, title: str, text: str = "", *, size: tuple[int, int] = (640, 480), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.resize(fit_into(parent, QSize(*size)))
        self.is_fitted = True
        """Whether the dialog shrinks to its content."""
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(*MARGINS)
        self.column.setSpacing(8)
        self.title_label = make_label(one_line(title), "section", wraps=True)
        self.text_label = make_label(text, "body", "muted", wraps=True)
        self.text_label.setVisible(bool(text))
        self.column.addWidget(self.title_label)
        self.column.addWidget(self.text_label)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 4, 8, 4)
        self.body.setSpacing(12)
        self.area = self._make_area()
        self.column.addWidget(make_rule("head-rule"))
        self.column.addWidget(self.area, 1)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.addStretch(1)
        self.column.addSpacing(4)
        self.column.addLayout(self.foot)

    def add_button(self, button: QPushButton, *, is_left: bool = False) -> QPushButton:
        """One more button at the foot: at the right, or at the left where it is no way out."""
        if is_left:
            self.foot.insertWidget(0, button)
        else:
            self.foot.addWidget(button)
        return button

    def showEvent(self, event: QShowEvent) -> None:
        """Not higher than what there is to read; Tab goes from top to bottom."""
        super().showEvent(event)
        chain_tabs(self)
        if not self.is_fitted or not self.area.isVisibleTo(self):
            return
        width = self.area.viewport().width()
        has_lines = self.body.hasHeightForWidth()
        wanted = self.body.totalHeightForWidth(width) if has_lines else self.body.totalSizeHint().height()
        self.resize(self.width(), min(self.height(), self.height() - self.area.height() + wanted))

    def _make_area(self) -> QScrollArea:
        inner = QWidget()
        inner.setProperty("ground", "surface")
        inner.setLayout(self.body)
        area = QScrollArea()
        area.setObjectName("surface")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        return area


def fit_into(parent: QWidget | None, wanted: QSize) -> QSize:
    """The wanted size, or what the window leaves of it."""
    if parent is None:
        return wanted
    room = parent.window().size() - QSize(ROOM, ROOM)
    return wanted.boundedTo(room)
