"""Why this verdict: every rule in order, whether it applied, and the numbers that it saw."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from tradeoff_app.analysis.outcome import Outcome
from tradeoff_app.app.translation import tr
from tradeoff_app.ui.dialogs.question import WIDE, make_words, scroll_where_long
from tradeoff_app.ui.dialogs.ringed import RingedDialog
from tradeoff_app.ui.widgets.buttons import make_button, make_rule
from tradeoff_app.ui.widgets.marks import MARK_OF_VERDICT, MarkView
from tradeoff_app.ui.widgets.text import make_label
from tradeoff_app.wording.flips import is_reachable
from tradeoff_app.wording.speaker import Speaker
from tradeoff_app.wording.trace import is_reached
from tradeoff_app.wording.typography import typeset

MOST = 3


class WhyDialog(RingedDialog):
    """The verdict, the trace as a table of rules, and the sentences behind the bar's numbers."""

    def __init__(self, outcome: Outcome, speaker: Speaker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Why this verdict?"))
        self._title = typeset(speaker.verdict_title(outcome))
        self._rules = [(rule, speaker.rule_parts(rule, outcome)) for rule in outcome.verdict.trace]
        self._unreached = {rule.rule for rule, _ in self._rules if not is_reached(rule, outcome)}
        self._sentences = [typeset(text) for text in _sentences(outcome, speaker)]
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(8)
        column.addWidget(make_label(self._title, "title", wraps=True))
        words, told = make_words(column.spacing())
        told.addWidget(
            make_label(tr("The first rule that applies decides. They are asked in this order."), "body", "muted")
        )
        told.addSpacing(4)
        told.addLayout(self._trace())
        told.addSpacing(8)
        for sentence in self._sentences:
            told.addWidget(make_label(sentence, "body", wraps=True, is_selectable=True))
        column.addWidget(words)
        column.addSpacing(8)
        column.addLayout(self._buttons())
        scroll_where_long(self, words, WIDE)

    def text(self) -> str:
        """The whole explanation as text."""
        rules = [f"{title}: {detail}" if detail else title for _, (title, detail) in self._rules]
        return "\n".join([self._title, *rules, *self._sentences])

    def _trace(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(2, 1)
        grid.addWidget(make_rule("head-rule"), 0, 0, 1, 3)
        applying = [index for index, (rule, _) in enumerate(self._rules) if rule.applies]
        for index, (rule, (title, detail)) in enumerate(self._rules):
            row = 2 * index + 1
            decides = applying[:1] == [index]
            is_open = index in applying or rule.rule in self._unreached
            shown = MARK_OF_VERDICT[rule.rule] if decides else "open" if is_open else "done"
            mark = MarkView(shown, 12, tr("Decides") if decides else "")
            heading = make_label(typeset(title), "strong" if decides else "body", wraps=True)
            heading.setMinimumWidth(190)
            words = make_label(typeset(detail), "body", "muted", wraps=True, is_selectable=True)
            for column, widget in enumerate((mark, heading, words)):
                widget.setContentsMargins(0, 5, 0, 5)
                grid.addWidget(widget, row, column, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(make_rule(), row + 1, 0, 1, 3)
        return grid

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        copy, close = make_button(tr("Copy")), make_button(tr("Close"), "primary")
        copy.clicked.connect(self._copy)
        close.clicked.connect(self.reject)
        row.addStretch(1)
        row.addWidget(copy)
        row.addSpacing(8)
        row.addWidget(close)
        return row

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text())


def _sentences(outcome: Outcome, speaker: Speaker) -> list[str]:
    """What has to be said beside the verdict, what users lose, what it is worth and what would flip it."""
    said = [*speaker.remarks(outcome)]
    said += [speaker.regression(regression, outcome) for regression in outcome.regressions[:MOST]]
    if len(outcome.regressions) > MOST:
        said.append(tr("The Decide page shows {count} more.", count=len(outcome.regressions) - MOST))
    said += [speaker.value_sentence(outcome)]
    if outcome.score is not None:
        said.append(speaker.score_sentence(outcome))
    turning = [item for item in outcome.sensitivity.break_even if is_reachable(item)]
    said += [speaker.break_even(item, outcome) for item in turning[:MOST]]
    return [text for text in said if text]
