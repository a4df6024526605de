"""What was asked, above the answers: a few lines to read through, or one line where there is little height."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QSizePolicy, QWidget

from tradeoff_app.app.translation import tr
from tradeoff_app.ui.theme import font
from tradeoff_app.ui.widgets.shown_text import one_line
from tradeoff_app.ui.widgets.text import Run, RunsLabel, make_label, set_tool_tip

MOST_LINES = 3
PADDING = 5
"""Between the edge of a box and its text, as the style sheet has it."""
LONGEST_LINE = 400
"""Characters of the single line, more than it has room for; its end is cut, as in a box that is read on."""


class QuestionLine(QWidget):
    """One question as plain text whatever it holds; not there where the files do not say what was asked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_dense = False
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.line = RunsLabel("body", lines=1)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setFont(font("body"))
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(tr("Question"))
        self.text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self._head = make_label(tr("Question"), "small", "muted")
        row.addWidget(self._head, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.line, 1)
        row.addWidget(self.text, 1)

    def show_question(self, question: str | None) -> None:
        """Show another question; None hides the line."""
        self.setVisible(bool(question))
        if question and self.text.toPlainText() != question:
            self.text.setPlainText(question)
            self.line.set_runs([Run(one_line(" ".join(question[:LONGEST_LINE].split()), LONGEST_LINE))])
            set_tool_tip(self.line, question)
        self._fit()

    def set_dense(self, *, is_dense: bool) -> None:
        """A single line that ends in an ellipsis where there is little height; its tool tip goes on."""
        self._is_dense = is_dense
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines wrap anew in another width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.line.setVisible(self._is_dense)
        self.text.setVisible(not self._is_dense)
        lines = max(1, min(MOST_LINES, round(self.text.document().size().height())))
        margin = PADDING + round(self.text.document().documentMargin())
        self._head.setContentsMargins(0, 2 if self._is_dense else margin, 0, 0)
        self.text.setFixedHeight(ceil(lines * QFontMetricsF(self.text.font()).lineSpacing()) + 2 * margin + 2)
        self.updateGeometry()
