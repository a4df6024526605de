"""A question with its consequence and buttons named by verbs; always plain text, never waiting in a loop of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from tradeoff_app.app.translation import tr
from tradeoff_app.ui.dialogs.ringed import RingedDialog
from tradeoff_app.ui.widgets.buttons import ButtonKind, make_button
from tradeoff_app.ui.widgets.shown_text import one_line
from tradeoff_app.ui.widgets.text import make_label

NARROW, WIDE = 440, 640
ROOM = 64
"""What a dialog leaves free of the screen."""


@dataclass(frozen=True)
class Answer:
    """A button: what it says and what happens; `is_escape` marks the one that Escape means."""

    text: str
    act: Callable[[], object] | None = None
    kind: ButtonKind = "plain"
    is_escape: bool = False


class Question(RingedDialog):
    """Title, text, details to be selected, and the answers, the primary one at the right."""

    def __init__(
        self, parent: QWidget | None, title: str, text: str, answers: Sequence[Answer], *, details: str = ""
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._escape = next((answer for answer in answers if answer.is_escape), None)
        self._is_answered = False
        self._primary: QPushButton | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(8)
        column.addWidget(make_label(one_line(title), "section", wraps=True))
        words, told = make_words(column.spacing())
        told.addWidget(make_label(text, "body", "muted", wraps=True, is_selectable=True))
        if details:
            told.addWidget(make_label(details, "small", "muted", wraps=True, is_selectable=True))
        column.addWidget(words)
        column.addSpacing(8)
        column.addLayout(self._buttons(answers))
        scroll_where_long(self, words, WIDE if details else NARROW)
        if self._primary is not None:  # a button takes the focus only where it stands in the dialog
            self._primary.setFocus()

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
                self._primary = button
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


def make_words(spacing: int) -> tuple[QWidget, QVBoxLayout]:
    """A column for what a dialog says, which `scroll_where_long` can let scroll."""
    words = QWidget()
    words.setProperty("ground", "surface")
    column = QVBoxLayout(words)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing)
    return words, column


def scroll_where_long(dialog: QDialog, words: QWidget, width: int) -> None:
    """Fit the height; where that is more than the screen has, the words scroll between title and buttons."""
    fit_height(dialog, width)
    column, most = dialog.layout(), dialog.screen().availableSize().height() - ROOM
    if not isinstance(column, QVBoxLayout) or dialog.height() <= most:
        return
    area = QScrollArea()
    area.setObjectName("surface")
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setAccessibleName(dialog.windowTitle())
    area.setAccessibleDescription(tr("Scrolls with the arrow keys"))
    column.replaceWidget(words, area)
    area.setWidget(words)
    dialog.setFixedSize(width, most)


def tell(parent: QWidget | None, title: str, text: str, *, details: str = "") -> Question:
    """Say something that needs no choice."""
    dialog = Question(parent, title, text, [Answer(tr("Close"), kind="primary", is_escape=True)], details=details)
    dialog.open()
    return dialog
