"""The same numbers as a table: every assumption with low, best guess and high, and whether somebody confirmed it."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from tradeoff_app.app.document import Document
from tradeoff_app.app.translation import QT_TR_NOOP, tr
from tradeoff_app.model.segment import EVERYONE
from tradeoff_app.ui.steps.spoken_step import make_section
from tradeoff_app.ui.steps.value.context import ValueContext
from tradeoff_app.ui.steps.value.edits import NamedEdits
from tradeoff_app.ui.steps.value.range_input import ExposureInput, MoneyInput, RangeInput, TransportInput
from tradeoff_app.ui.steps.value.range_row import RangeRow
from tradeoff_app.ui.steps.value.row import Host
from tradeoff_app.ui.tables.ledger import Ledger, LedgerColumn
from tradeoff_app.ui.widgets.buttons import make_button
from tradeoff_app.ui.widgets.text import make_label

COLUMNS = (
    LedgerColumn(QT_TR_NOOP("Assumption"), 220, stretch=1),
    LedgerColumn(QT_TR_NOOP("Low"), 88, "right"),
    LedgerColumn(QT_TR_NOOP("Best guess"), 88, "right"),
    LedgerColumn(QT_TR_NOOP("High"), 88, "right"),
    LedgerColumn(QT_TR_NOOP("State"), 80),
    LedgerColumn("", 70, "right"),
)


class NumberRow(RangeRow):
    """One assumption with its state in words."""

    def __init__(self, table: Host, source: RangeInput, name: str) -> None:
        super().__init__(table, source, name)
        self.state = make_label()
        self.confirm: QPushButton = make_button(tr("Confirm"), "link", name=tr("Confirm {name}", name=name))
        self.confirm.clicked.connect(self._confirmed)

    def refresh(self, context: ValueContext) -> None:
        """Show what stands in the project."""
        super().refresh(context)
        is_assumed = context.project.is_assumed(self.source.path(context))
        is_stated = self.source.shown(context) is not None
        self.state.setText(tr("Assumed") if is_assumed else tr("Stated") if is_stated else tr("Not stated"))
        self.confirm.setVisible(is_assumed)

    def _confirmed(self) -> None:
        context = self._table.context
        path = self.source.path(context)
        self._table.edits.state(
            context.project.confirm(path), tr("Confirm {assumption}", assumption=context.speaker.assumption(path))
        )


class NumbersTable(Host):
    """Volumes, prices and the effect in production, one under the other."""

    def __init__(self, document: Document, edits: NamedEdits, parent: QWidget | None = None) -> None:
        super().__init__(document, edits, parent)
        self._rows: list[NumberRow] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head, self._remark = make_section(
            tr("All assumptions"), tr("low and high: one in ten is below, one in ten above")
        )
        column.addWidget(head)
        self.ledger = Ledger(COLUMNS, row_height=48)
        column.addWidget(self.ledger)
        column.addStretch(1)

    def refresh(self, context: ValueContext) -> None:
        """Rows anew where segments or priced metrics changed, else numbers in place."""
        self.context = context
        sources: list[RangeInput] = [ExposureInput(segment) for segment in context.evidence.partition]
        sources += [MoneyInput(key) for key in context.scenario.money]
        sources += [TransportInput(EVERYONE)]
        if [row.source for row in self._rows] != sources:
            self.ledger.clear()
            self._rows = [NumberRow(self, source, source.name(context)) for source in sources]
            for row in self._rows:
                cells = [row.name, row.low, row.base, row.high, row.state, row.confirm]
                self.ledger.add_row(row.source.path(context), cells)
        for row in self._rows:
            row.refresh(context)
