"""A question with its consequence and buttons named by verbs; always plain text, never waiting in a loop of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from tradeoff_app.app.translation import tr
from tradeoff_app.ui.widgets.buttons import ButtonKind, make_button
from tradeoff_app.ui.widgets.text import make_label

NARROW, WIDE = 440, 640


@dataclass(frozen=True)
class Answer:
    """A button: what it says and what happens; `is_escape` marks the one that Escape means."""

    text: str
    act: Callable[[], object] | None = None
    kind: ButtonKind = "plain"
    is_escape: bool = False


class Question(QDialog):
    """Title, text, details to be selected, and the answers, the primary one at the right."""

    def __init__(
        self, parent: QWidget | None, title: str, text: str, answers: Sequence[Answer], *, details: str = ""
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._escape = next((answer for answer in answers if answer.is_escape), None)
        self._is_answered = False
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(8)
        column.addWidget(make_label(title, "section", wraps=True))
        column.addWidget(make_label(text, "body", "muted", wraps=True, is_selectable=True))
        if details:
            column.addWidget(make_label(details, "small", "muted", wraps=True, is_selectable=True))
        column.addSpacing(8)
        column.addLayout(self._buttons(answers))
        fit_height(self, WIDE if details else NARROW)

    def reject(self) -> None:
        """Escape and the window's own close button."""
        self._answer(self._escape)

    def _buttons(self, answers: Sequence[Answer]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        for answer in answers:
            button = make_button(answer.text, answer.kind)
            button.clicked.connect(lambda _checked=False, taken=answer: self._answer(taken))
            row.addWidget(button)
            if answer.kind == "primary":
                button.setDefault(True)
                button.setFocus()
        return row

    def _answer(self, answer: Answer | None) -> None:
        if self._is_answered:
            return
        self._is_answered = True
        self.done(0)
        if answer is not None and answer.act is not None:
            answer.act()


def fit_height(dialog: QDialog, width: int) -> None:
    """Make a dialog of this width exactly as high as its wrapped words need."""
    dialog.ensurePolished()
    for child in dialog.findChildren(QWidget):
        child.ensurePolished()
    layout = dialog.layout()
    if layout is not None:
        dialog.setFixedSize(width, max(layout.totalHeightForWidth(width), layout.totalMinimumSize().height()))


def tell(parent: QWidget | None, title: str, text: str, *, details: str = "") -> Question:
    """Say something that needs no choice."""
    dialog = Question(parent, title, text, [Answer(tr("Close"), kind="primary", is_escape=True)], details=details)
    dialog.open()
    return dialog
