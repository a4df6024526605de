"""The bones that every step of the rail shares: its page and the voice that says the project's numbers."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from tradeoff_app.app.document import Document
from tradeoff_app.ui.steps.step import Step
from tradeoff_app.ui.widgets.page import Page
from tradeoff_app.ui.widgets.text import make_label
from tradeoff_app.wording.speaker import Speaker

WIDEST_FORM = 960
WIDEST_TEXT = 720
"""Longer lines are hard to follow."""


class SpokenStep(Step):
    """A step with a `Page` and one `Speaker` for the project as it is now, in the window's language."""

    language = "en"

    def __init__(
        self, document: Document, heading: str, *, scrolls: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(document, parent)
        self.heading = heading
        self.page = Page(heading, scrolls=scrolls)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)

    def speaker(self) -> Speaker:
        """The voice for the project as it is now."""
        return Speaker(self.document.project, self.language)

    def say(self, subtitle: str) -> None:
        """The line below the heading."""
        self.page.set_title(self.heading, subtitle)

    def add_block(self, block: QWidget, *, after: int = 24) -> None:
        """One more block of a form, not wider than lines are easy to follow."""
        if after:
            block.setContentsMargins(0, 0, 0, after)  # a hidden block takes its space along
        self.page.body.addWidget(not_wider(block, WIDEST_FORM))


def not_wider(widget: QWidget, width: int) -> QWidget:
    """A holder in which a widget is at most this wide: a row, because only rows ask for its height at that width."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    widget.setMaximumWidth(width)
    row.addWidget(widget, 1)
    row.addStretch(0)
    return holder


def make_section(title: str, note: str = "") -> tuple[QWidget, QLabel]:
    """A section head with a muted remark beside it; the remark's label comes along for later texts."""
    head = QWidget()
    row = QHBoxLayout(head)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    remark = make_label(note, "body", "muted")
    row.addWidget(make_label(title, "section"))
    row.addWidget(remark, 0, Qt.AlignmentFlag.AlignBaseline)
    row.addStretch(1)
    return head, remark
