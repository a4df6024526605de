"""The weights as questions: which loss on each metric is as bad as a small loss on the one that matters most?"""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tradeoff_app.app.document import Document
from tradeoff_app.app.trade_offs import TradeOff, reference_size, references, trade_offs, with_answer
from tradeoff_app.app.translation import QT_TR_NOOP, tr
from tradeoff_app.ui.steps.spoken_step import make_section
from tradeoff_app.ui.steps.value.context import ValueContext
from tradeoff_app.ui.steps.value.edits import NamedEdits
from tradeoff_app.ui.steps.value.row import Host, ValueRow
from tradeoff_app.ui.tables.choice_box import ChoiceBox
from tradeoff_app.ui.tables.ledger import Ledger, LedgerColumn, NameCell
from tradeoff_app.ui.widgets.number_field import NumberField
from tradeoff_app.ui.widgets.text import make_label
from tradeoff_app.wording.typography import typeset

COLUMNS = (
    LedgerColumn(QT_TR_NOOP("Metric"), 200, stretch=1),
    LedgerColumn(QT_TR_NOOP("As bad"), 88, "right", gap=8),
    LedgerColumn("", 280, stretch=1),
    LedgerColumn(QT_TR_NOOP("What the answer sets"), 220, "right"),
)


class TradeOffRow(ValueRow):
    """One question; the field holds the answer that the present weights give."""

    def __init__(self, table: Host, asked: TradeOff, name: str) -> None:
        super().__init__(table)
        self.asked = asked
        self.name = NameCell(name)
        self.answer = NumberField(0, 1e9, decimals=2, step=0.1, name=tr("{name}, loss that is as bad", name=name))
        self.answer.setFixedWidth(88)
        self.loss = make_label("", "body", wraps=True)
        self.sets = make_label("", "body", "muted")
        self.answer.value_edited.connect(self._answered)

    def refresh(self, context: ValueContext) -> None:
        """Show what the weights say now."""
        metric = context.project.metrics[self.asked.metric]
        is_assumed = context.project.is_assumed(_path(context, self.asked))
        self.answer.set_value(self.asked.size * _factor(context, self.asked.metric), is_assumed=is_assumed)
        self.name.say(context.speaker.metric(metric.id))
        unit = "s " if metric.type == "duration" else ""
        self.loss.setText(typeset(unit + context.speaker.loss(metric.id)))
        self.sets.setText(_what_is_set(context, self.asked))

    def _answered(self, shown: float) -> None:
        context = self._table.context
        size = shown / _factor(context, self.asked.metric)
        if size > 0:
            name = tr("As bad: {metric}", metric=context.speaker.metric(self.asked.metric))
            self._table.edits.state(with_answer(context.project, self.asked, size), name)


class TradeOffTable(Host):
    """Starts from the metric that matters most; another can be chosen."""

    def __init__(self, document: Document, edits: NamedEdits, parent: QWidget | None = None) -> None:
        super().__init__(document, edits, parent)
        self._rows: list[TradeOffRow] = []
        self._chosen: str | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head, self._remark = make_section(
            tr("Which loss is as bad?"), tr("an answer sets the price, or the points, of its metric")
        )
        column.addWidget(head)
        column.addSpacing(12)
        self.question = make_label("", "strong", wraps=True)
        self.reference = ChoiceBox((), name=tr("Loss to compare with"))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.reference)
        row.addWidget(self.question, 1)
        column.addLayout(row)
        self.ledger = Ledger(COLUMNS, row_height=48)
        column.addWidget(self.ledger)
        self.empty = make_label(tr("Put two metrics in money, or weigh two, to compare losses."), "body", "muted")
        column.addWidget(self.empty)
        column.addStretch(1)
        self.reference.choice_made.connect(self._reference_chosen)

    def refresh(self, context: ValueContext) -> None:
        """Rows anew where other metrics can be compared, else answers in place."""
        self.context = context
        offered = references(context.project)
        if self._chosen not in offered:
            self._chosen = offered[0] if offered else None
        self.reference.set_choices([(metric, context.speaker.metric(metric)) for metric in offered])
        self.reference.show_choice(self._chosen)
        asked = trade_offs(context.project, self._chosen) if self._chosen else ()
        if [(row.asked.reference, row.asked.metric) for row in self._rows] != [(a.reference, a.metric) for a in asked]:
            self.ledger.clear()
            self._rows = [TradeOffRow(self, item, context.speaker.metric(item.metric)) for item in asked]
            for row in self._rows:
                self.ledger.add_row(row.asked.metric, [row.name, row.answer, row.loss, row.sets])
        for row, item in zip(self._rows, asked, strict=True):
            row.asked = item
            row.refresh(context)
        for widget in (self.reference, self.question, self.ledger):
            widget.setVisible(bool(asked))
        self.empty.setVisible(not asked)
        if self._chosen is not None:
            size = reference_size(context.project, self._chosen)
            self.question.setText(typeset(context.speaker.loss_question(self._chosen, size)) + "…")

    def _reference_chosen(self, metric: str) -> None:
        self._chosen = metric
        self.refresh(self.context)


def _factor(context: ValueContext, metric: str) -> float:
    """Shown units in one natural unit: a rate is asked for in a hundred, a duration in seconds."""
    kind = context.project.metrics[metric].type
    if kind == "duration":
        return context.speaker.voice.time_factor(metric)
    return 100.0 if kind == "binary" else 1.0


def _path(context: ValueContext, asked: TradeOff) -> str:
    kind, key = ("money", f"{asked.metric}|*") if asked.by == "money" else ("swing", asked.metric)
    return f"scenarios/{context.scenario.id}/{kind}/{key}"


def _what_is_set(context: ValueContext, asked: TradeOff) -> str:
    path = _path(context, asked)
    if asked.by == "money":
        price = abs(context.scenario.money[f"{asked.metric}|*"].per_unit.base)
        return tr("price: {price}", price=context.stated(path, price))
    points = context.speaker.numbers.decimal(context.scenario.swing[asked.metric].points, 0)
    return tr("{points} points of 100", points=points)
