"""What a change is worth: each metric in money, what the candidate costs to run, and the total of a month."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from tradeoff_app.app.document import Document
from tradeoff_app.app.translation import QT_TR_NOOP, tr
from tradeoff_app.app.value_inputs import with_money, without_money
from tradeoff_app.model.range import Range
from tradeoff_app.model.segment import EVERYONE
from tradeoff_app.ui.explaining import set_quantity
from tradeoff_app.ui.steps.spoken_step import make_section
from tradeoff_app.ui.steps.value.context import ValueContext
from tradeoff_app.ui.steps.value.cost_row import COSTS, CostRow, HorizonRow
from tradeoff_app.ui.steps.value.edits import NamedEdits
from tradeoff_app.ui.steps.value.range_input import MoneyInput, TransportInput
from tradeoff_app.ui.steps.value.range_row import RangeRow
from tradeoff_app.ui.steps.value.row import Host
from tradeoff_app.ui.tables.ledger import Ledger, LedgerColumn
from tradeoff_app.ui.widgets.buttons import make_button
from tradeoff_app.ui.widgets.shown_text import entry_text
from tradeoff_app.ui.widgets.text import make_label

COLUMNS = (
    LedgerColumn(QT_TR_NOOP("Metric"), 160, stretch=1),
    LedgerColumn(QT_TR_NOOP("$ per unit, best guess"), 88, "right"),
    LedgerColumn("", 150),
    LedgerColumn(QT_TR_NOOP("Low to high, $"), 160, "right"),
    LedgerColumn(QT_TR_NOOP("$ thousand a month"), 96, "right"),
)


class MoneyTable(Host):
    """A row per metric in money, the costs, and the total with its interval."""

    def __init__(self, document: Document, edits: NamedEdits, parent: QWidget | None = None) -> None:
        super().__init__(document, edits, parent)
        self._rows: list[RangeRow] = []
        self._others: list[CostRow | HorizonRow] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head, self._remark = make_section(tr("What a change is worth"))
        column.addWidget(head)
        self.ledger = Ledger(COLUMNS, row_height=48)
        column.addWidget(self.ledger)
        column.addSpacing(12)
        column.addWidget(self._make_foot())
        self._total = make_label("", "strong")
        self._interval = make_label("", "body", "muted")

    def refresh(self, context: ValueContext) -> None:
        """Rows anew where other metrics are in money, else numbers in place."""
        self.context = context
        keys = tuple(context.scenario.money)
        if tuple(row.source.key for row in self._rows[:-1]) != keys or not self._rows:
            self._lay_out(keys)
        self.ledger.set_head(1, tr("{currency} per unit, best guess", currency=context.currency))
        self.ledger.set_head(3, tr("Low to high, {currency}", currency=context.currency))
        self.ledger.set_head(4, tr("{currency} thousand a month", currency=context.currency))
        for row in (*self._rows, *self._others):
            row.refresh(context)
        for row in self._rows:
            if isinstance(row.source, MoneyInput):
                row.money.setText(context.thousands(row.source.mean(context)))
        self._drop_button.setVisible(bool(keys))
        value = context.outcome.value
        missing = tr("put at least one metric in money to see a total")
        if keys:
            missing = tr("no total: {reason}", reason=context.speaker.value_why(context.outcome))
        self._remark.setText("" if value else missing)
        self._total.setText(context.thousands(value.per_month.mean if value else None))
        self._interval.setText(context.span(value.per_month.interval) if value else "")

    def field_of(self, path: str, context: ValueContext) -> QWidget | None:
        """The field in which this input is edited; None where it is none of this table's."""
        return next((row.base for row in self._rows if row.source.path(context) == path), None)

    def _lay_out(self, keys: tuple[str, ...]) -> None:
        self.ledger.clear()
        inputs = [*(MoneyInput(key) for key in keys), TransportInput(EVERYONE)]
        self._rows = [RangeRow(self, source, source.name(self.context)) for source in inputs]
        for row in self._rows:
            if isinstance(row.source, MoneyInput):
                set_quantity(row.money, f"value_metric:{row.source.key.rpartition('|')[0]}")
            cells = [row.name, row.base, row.slider, row.span_widget(), row.money]
            self.ledger.add_row(row.source.key, cells)
        costs = [CostRow(self, field, tr(name), tr(note) if note else "") for field, name, note in COSTS]
        for cost in costs:
            self.ledger.add_row(cost.name.name.text(), [cost.name, cost.amount, cost.note, None, cost.money], height=42)
        self._total, self._interval = make_label("", "strong"), make_label("", "body", "muted")
        for label in (self._total, self._interval):
            set_quantity(label, "value")
        total = make_label(tr("Total a month"), "strong")
        self.ledger.add_row("total", [total, None, None, self._interval, self._total], height=36)
        horizon = HorizonRow(self)
        cells = [horizon.name, horizon.months, horizon.note, horizon.interval, horizon.money]
        self.ledger.add_row("horizon", cells)
        self._others = [*costs, horizon]

    def _name(self, key: str) -> str:
        return MoneyInput(key).name(self.context)

    def _make_foot(self) -> QWidget:
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(0, 0, 0, 0)
        self._add_menu, self._drop_menu = QMenu(self), QMenu(self)
        for text, menu in ((tr("Put a metric in money…"), self._add_menu), (tr("Take one out…"), self._drop_menu)):
            button = self._drop_button = make_button(text)
            button.setMenu(menu)
            row.addWidget(button)
        row.addStretch(1)
        self._add_menu.aboutToShow.connect(self._fill_add_menu)
        self._add_menu.triggered.connect(self._added)
        self._drop_menu.aboutToShow.connect(self._fill_drop_menu)
        self._drop_menu.triggered.connect(self._dropped)
        return foot

    def _fill_add_menu(self) -> None:
        """Metrics that no entry puts in money yet; one that only describes has no better side to pay for."""
        self._add_menu.clear()
        context = self.context
        taken = {entry.metric for entry in context.scenario.money.values()}
        for metric in context.project.metrics.values():
            if metric.better is not None and metric.id not in taken:
                _add(self._add_menu, metric.name, f"{metric.id}|{EVERYONE}")

    def _fill_drop_menu(self) -> None:
        self._drop_menu.clear()
        for key in self.context.scenario.money:
            _add(self._drop_menu, self._name(key), key)

    def _added(self, action: QAction) -> None:
        key = str(action.data())
        project = with_money(self.context.project, key, Range.exactly(0.0))
        self.edits.state(project, tr("Put {name} in money", name=self._name(key)))

    def _dropped(self, action: QAction) -> None:
        key = str(action.data())
        self.edits.state(without_money(self.context.project, key), tr("Take {name} out of money", name=self._name(key)))


def _add(menu: QMenu, text: str, data: str) -> None:
    action = menu.addAction(entry_text(text))
    action.setData(data)
