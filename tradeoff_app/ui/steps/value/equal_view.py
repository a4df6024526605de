"""What the score would be if every metric mattered alike, beside what it is: a check on one's own weights."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tradeoff_app.analysis.score import Score
from tradeoff_app.app.document import Document
from tradeoff_app.app.trade_offs import weighable, with_equal_weights
from tradeoff_app.app.translation import QT_TR_NOOP, tr
from tradeoff_app.model.project import Project
from tradeoff_app.ui.steps.spoken_step import make_section
from tradeoff_app.ui.steps.value.context import ValueContext
from tradeoff_app.ui.steps.value.edits import NamedEdits
from tradeoff_app.ui.steps.value.row import Host
from tradeoff_app.ui.tables.ledger import Ledger, LedgerColumn, NameCell
from tradeoff_app.ui.widgets.buttons import make_button
from tradeoff_app.ui.widgets.text import make_label
from tradeoff_app.wording.typography import typeset

COLUMNS = (
    LedgerColumn(QT_TR_NOOP("Metric"), 220, stretch=1),
    LedgerColumn(QT_TR_NOOP("Your weight"), 96, "right"),
    LedgerColumn(QT_TR_NOOP("Score points"), 96, "right"),
    LedgerColumn(QT_TR_NOOP("Equal weight"), 96, "right"),
    LedgerColumn(QT_TR_NOOP("Score points"), 96, "right"),
)


class EqualView(Host):
    """A row a metric, a total with its interval, and one button that makes the weights equal."""

    def __init__(self, document: Document, edits: NamedEdits, parent: QWidget | None = None) -> None:
        super().__init__(document, edits, parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head, _ = make_section(
            tr("If every metric mattered alike"), tr("from its worst to its best counts the same for each")
        )
        column.addWidget(head)
        self.ledger = Ledger(COLUMNS)
        column.addWidget(self.ledger)
        self.empty = make_label(tr("No metric here can be weighed: none has a better direction."), "body", "muted")
        column.addWidget(self.empty)
        column.addSpacing(16)
        self.take = make_button(tr("Use equal weights"))
        self.take.clicked.connect(self._taken)
        holder = QWidget()
        row = QVBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.take)
        holder.setMaximumWidth(240)
        column.addWidget(holder)
        column.addStretch(1)

    def refresh(self, context: ValueContext) -> None:
        """Both scores as they are now."""
        self.context = context
        metrics = weighable(context.project)
        equal = self.document.outcome_of(self._equal()).score if metrics else None
        self.ledger.clear()
        for metric in metrics:
            cells = [*_parts(context.outcome.score, metric, context), *_parts(equal, metric, context)]
            self.ledger.add_row(metric, [NameCell(context.speaker.metric(metric)), *map(make_label, cells)])
        totals = [_total(context.outcome.score, context), _total(equal, context)]
        strong = [make_label(text, "strong") for text in ("", totals[0], "", totals[1])]
        self.ledger.add_row("total", [NameCell(tr("Change of the score, of 100"), is_strong=True), *strong])
        self.ledger.setVisible(bool(metrics))
        self.empty.setVisible(not metrics)
        self.take.setEnabled(bool(metrics) and not _is_equal(context))

    def _equal(self) -> Project:
        outcome = self.context.outcome

        def level_of(metric: str) -> float | None:
            effect = outcome.effect(metric)
            return effect.baseline if effect else None

        return with_equal_weights(self.context.project, level_of)

    def _taken(self) -> None:
        self.edits.state(self._equal(), tr("Use equal weights"))


def _parts(score: Score | None, metric: str, context: ValueContext) -> tuple[str, str]:
    part = next((part for part in score.by_metric if part.metric == metric), None) if score else None
    if part is None:
        return "", ""
    numbers = context.speaker.numbers
    return numbers.percent(part.weight, 0), numbers.decimal(part.mean, 2, signed=True)


def _total(score: Score | None, context: ValueContext) -> str:
    if score is None:
        return tr("not known")
    numbers = context.speaker.numbers
    low, high = (numbers.decimal(end, 1) for end in score.interval)
    return typeset(f"{numbers.decimal(score.difference, 1, signed=True)} ({numbers.interval(low, high)})")


def _is_equal(context: ValueContext) -> bool:
    swings = context.scenario.swing
    points = {swings[metric].points if metric in swings else 0.0 for metric in weighable(context.project)}
    return len(points) == 1 and points != {0.0}
