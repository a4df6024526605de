"""The bones that every step's page shares: head with its controls, one scrolling column, sections, speech."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from tradeoff_app.app.document import Document
from tradeoff_app.ui.steps.step import Step
from tradeoff_app.ui.widgets.text import make_label
from tradeoff_app.wording.speaker import Speaker

MARGINS = (24, 20, 24, 24)
WIDEST_FORM = 1008
"""The width of a form with its margins: longer lines are hard to follow."""


class PageHead(QWidget):
    """The step's title, a muted line that says what it rests on, and the page's controls at the right."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(0)
        self.title = make_label(title, "title")
        self.subtitle = make_label("", "body", "muted", wraps=True)
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        row.addLayout(words, 1)
        self._controls = row

    def add_control(self, control: QWidget) -> None:
        """One more control at the right, on the line of the subtitle."""
        self._controls.addWidget(control, 0, Qt.AlignmentFlag.AlignBottom)

    def say(self, subtitle: str) -> None:
        """Show another subtitle."""
        if self.subtitle.text() != subtitle:
            self.subtitle.setText(subtitle)


class ScrollingColumn(QScrollArea):
    """One column of blocks that scrolls as a whole; `column` takes the blocks."""

    def __init__(self, *, widest: int = WIDEST_FORM, spacing: int = 24, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        sheet = QWidget()
        sheet.setProperty("ground", "surface")
        sheet.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        sheet.setMaximumWidth(widest)
        self.column = QVBoxLayout(sheet)
        self.column.setContentsMargins(*MARGINS)
        self.column.setSpacing(spacing)
        self.setWidget(sheet)


class SpokenStep(Step):
    """A step that speaks: one `Speaker` for the project as it is now, in the window's language."""

    language = "en"

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(document, parent)
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def speaker(self) -> Speaker:
        """The voice for the project as it is now."""
        return Speaker(self.document.project, self.language)


def make_section(title: str, note: str = "", parent: QWidget | None = None) -> tuple[QWidget, QLabel]:
    """A section head with a muted remark beside it; the remark's label comes along for later texts."""
    head = QWidget(parent)
    row = QHBoxLayout(head)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    remark = make_label(note, "body", "muted")
    row.addWidget(make_label(title, "section"))
    row.addWidget(remark, 0, Qt.AlignmentFlag.AlignBaseline)
    row.addStretch(1)
    return head, remark


def set_text(label: QLabel, text: str) -> None:
    """Show a text where it differs: an unchanged label is not laid out again."""
    if label.text() != text:
        label.setText(text)
