"""Costs that do not depend on any metric (running, per answer, once), and the months over which they must pay."""

from __future__ import annotations

from tradeoff_app.app.translation import QT_TR_NOOP, tr
from tradeoff_app.app.value_inputs import scenario_path, with_cost
from tradeoff_app.ui.steps.value.context import ValueContext
from tradeoff_app.ui.steps.value.row import Host, ValueRow
from tradeoff_app.ui.tables.ledger import NameCell
from tradeoff_app.ui.widgets.number_field import NumberField
from tradeoff_app.ui.widgets.text import make_label

COSTS = (
    ("running_cost_per_month", QT_TR_NOOP("Running cost"), QT_TR_NOOP("a month")),
    ("cost_per_exposure", QT_TR_NOOP("Cost of one more answer"), ""),
    ("one_off_cost", QT_TR_NOOP("One-off cost"), QT_TR_NOOP("once")),
)


class CostRow(ValueRow):
    """A cost that does not depend on any metric."""

    def __init__(self, table: Host, field: str, name: str, note: str) -> None:
        super().__init__(table)
        self._field = field
        self.name = NameCell(name)
        said = f"{name}, {note}" if note else name
        self.amount = NumberField(-1e12, 1e12, decimals=4 if field == "cost_per_exposure" else 0, step=100, name=said)
        self.amount.setFixedWidth(88)
        self.note = make_label(note, "body", "muted")
        self.money = make_label("", "strong")
        self.amount.value_edited.connect(self._edited)

    def refresh(self, context: ValueContext) -> None:
        """Show what stands in the project."""
        path = scenario_path(context.scenario, self._field)
        self.amount.set_value(getattr(context.scenario, self._field), is_assumed=context.project.is_assumed(path))
        if self._field == "cost_per_exposure":
            self.note.setText(tr("{currency} per {unit}", currency=context.currency, unit=context.unit))
        value = context.outcome.value
        if self._field == "running_cost_per_month" and value is not None:
            self.money.setText(context.thousands(-value.running_cost or 0.0))

    def _edited(self, amount: float) -> None:
        context = self._table.context
        path = scenario_path(context.scenario, self._field)
        texts = context.stated(path, getattr(context.scenario, self._field)), context.stated(path, amount)
        self._table.edits.change(path, with_cost(context.project, self._field, amount), context.subject(path), *texts)
        self._table.document.end_drag()


class HorizonRow(ValueRow):
    """Over how many months the release is judged; beside it what it is worth in that time."""

    def __init__(self, table: Host) -> None:
        super().__init__(table)
        self.name = NameCell(tr("Horizon"), tr("one-off cost deducted"))
        self.months = NumberField(1, 600, decimals=0, step=1, name=tr("Horizon in months"))
        self.months.setFixedWidth(88)
        self.note = make_label(tr("months"), "body", "muted")
        self.interval = make_label("", "body", "muted")
        self.money = make_label("", "strong")
        self.months.value_edited.connect(self._edited)

    def refresh(self, context: ValueContext) -> None:
        """Show what stands in the project."""
        self.months.set_value(context.project.horizon_months)
        value = context.outcome.value
        self.money.setText(context.thousands(value.over_horizon.mean if value else None))
        self.interval.setText(context.span(value.over_horizon.interval) if value else "")

    def _edited(self, months: float) -> None:
        project = self._table.context.project
        wanted = project.change(horizon_months=round(months))
        self._table.edits.state(
            wanted,
            tr("Horizon {before} → {after} months", before=project.horizon_months, after=round(months)),
        )
