"""The assumptions that wait for a yes, in the dock."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tradeoff_app.app.translation import tr
from tradeoff_app.ui.explaining import set_quantity
from tradeoff_app.ui.widgets.buttons import make_button, make_rule
from tradeoff_app.ui.widgets.text import ElidedLabel, make_label
from tradeoff_app.wording.speaker import Speaker
from tradeoff_app.wording.typography import typeset

MOST_ASSUMPTIONS = 4


class Assumptions(QWidget):
    """How many inputs were only proposed, and a link on each that makes it the user's own; can be put away."""

    confirmed = Signal(str)
    show_input = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paths: tuple[str, ...] = ()
        self._texts: tuple[str, ...] = ()
        self._shown: list[_AssumptionRow] = []
        self._head = make_label("", "strong")
        self._more = make_label("", "small", "muted")
        self._fold = make_button(tr("Hide"), "link", name=tr("Hide the assumptions"))
        self._fold.clicked.connect(self._folded)
        self._list = QWidget()
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(4)
        self._has_more = False
        self._is_folded = False
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 16)
        column.setSpacing(8)
        column.addWidget(make_rule())
        column.addSpacing(4)
        head = QHBoxLayout()
        head.addWidget(self._head, 1)
        head.addWidget(self._fold)
        column.addLayout(head)
        column.addWidget(self._list)
        column.addWidget(self._more)

    def show_assumptions(self, paths: tuple[str, ...], speaker: Speaker) -> None:
        """List the first of them; the rest is counted."""
        texts = tuple(typeset(speaker.assumption(path)) for path in paths[:MOST_ASSUMPTIONS])
        if (paths, texts) == (self._paths, self._texts):
            return
        is_same_list = paths[:MOST_ASSUMPTIONS] == self._paths[:MOST_ASSUMPTIONS] and len(self._shown) == len(texts)
        self._paths, self._texts = paths, texts
        self.setVisible(bool(paths))
        one, many = tr("1 assumption to check"), tr("{count} assumptions to check", count=len(paths))
        self._head.setText(one if len(paths) == 1 else many)
        beyond = len(paths) - len(texts)
        self._more.setText(tr("and {count} more", count=beyond))
        self._has_more = beyond > 0
        self._more.setVisible(self._has_more and not self._is_folded)
        if is_same_list:
            for row, text in zip(self._shown, texts, strict=True):
                row.say(text)
        else:
            self._lay_out(paths, texts)

    def _folded(self) -> None:
        """The count stays, the list goes or comes back."""
        self._is_folded = is_folded = not self._is_folded
        self._list.setVisible(not is_folded)
        self._more.setVisible(self._has_more and not is_folded)
        self._fold.setText(tr("Show") if is_folded else tr("Hide"))
        self._fold.setAccessibleName(tr("Show the assumptions") if is_folded else tr("Hide the assumptions"))

    def _lay_out(self, paths: tuple[str, ...], texts: tuple[str, ...]) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._shown = [_AssumptionRow(path, text) for path, text in zip(paths, texts, strict=False)]
        for row in self._shown:
            row.confirmed.connect(self.confirmed)
            row.show_asked.connect(self.show_input)
            self._rows.addWidget(row)


class _AssumptionRow(QWidget):
    """An assumption in italics, which leads to where it is edited, and its Confirm."""

    confirmed = Signal(str)
    show_asked = Signal(str)

    def __init__(self, path: str, text: str) -> None:
        super().__init__()
        self._path = path
        self._label = AssumptionLink(text)
        set_quantity(self._label, f"input:{path}")
        self._label.clicked.connect(self._show)
        self._button = make_button(tr("Confirm"), "link", name=tr("Confirm {assumption}", assumption=text))
        self._button.clicked.connect(self._confirm)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._label, 1)
        row.addWidget(self._button)

    def say(self, text: str) -> None:
        """The assumption with its value now."""
        self._label.set_text(text)
        self._button.setAccessibleName(tr("Confirm {assumption}", assumption=text))

    def _confirm(self) -> None:
        self.confirmed.emit(self._path)

    def _show(self) -> None:
        self.show_asked.emit(self._path)


class AssumptionLink(ElidedLabel):
    """An assumption that can be clicked, or opened with Return: it leads to the field where it is edited."""

    clicked = Signal()

    def __init__(self, text: str) -> None:
        super().__init__(text, "body", elide=Qt.TextElideMode.ElideMiddle, is_assumed=True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleDescription(tr("Go to where this is edited"))

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
