"""How much each change matters: points for moving a metric from its worst to its best, without any money."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from tradeoff_app.app.document import Document
from tradeoff_app.app.translation import QT_TR_NOOP, tr
from tradeoff_app.app.value_inputs import first_swing, scenario_path, with_swing, without_swing
from tradeoff_app.model.metric import Metric
from tradeoff_app.model.scenario import Swing
from tradeoff_app.ui.explaining import set_quantity
from tradeoff_app.ui.steps.spoken_step import make_section
from tradeoff_app.ui.steps.value.context import ValueContext
from tradeoff_app.ui.steps.value.edits import NamedEdits
from tradeoff_app.ui.steps.value.row import Host, ValueRow
from tradeoff_app.ui.tables.ledger import Ledger, LedgerColumn, NameCell
from tradeoff_app.ui.widgets.buttons import make_button
from tradeoff_app.ui.widgets.number_field import NumberField
from tradeoff_app.ui.widgets.shown_text import entry_text
from tradeoff_app.ui.widgets.slider_field import SliderField
from tradeoff_app.ui.widgets.text import make_label

COLUMNS = (
    LedgerColumn(QT_TR_NOOP("Metric"), 148, stretch=1, gap=16),
    LedgerColumn(QT_TR_NOOP("Worst"), 72, "right", gap=16),
    LedgerColumn(QT_TR_NOOP("Best"), 72, "right"),
    LedgerColumn(QT_TR_NOOP("Points for worst to best, 0 to 100"), 232, gap=16),
    LedgerColumn(QT_TR_NOOP("Weight"), 56, "right", gap=16),
    LedgerColumn(QT_TR_NOOP("Weight by price"), 64, "right", gap=16),
    LedgerColumn(QT_TR_NOOP("Score points"), 80, "right"),
)


class SwingRow(ValueRow):
    """The weight of one metric; a rate is shown in percent."""

    def __init__(self, table: Host, metric: Metric) -> None:
        super().__init__(table)
        self.metric = metric.id
        self._factor = 100.0 if metric.type == "binary" else 1.0
        self.name = NameCell(metric.name)
        self.worst = NumberField(-1e9, 1e9, decimals=1, step=1, name=tr("{name}, worst level", name=metric.name))
        self.best = NumberField(-1e9, 1e9, decimals=1, step=1, name=tr("{name}, best level", name=metric.name))
        for field in (self.worst, self.best):
            field.setFixedWidth(72)
        self.points = SliderField(
            0,
            100,
            step=1,
            decimals=0,
            name=tr("{name}, points", name=metric.name),
            field_limits=(0, 100),
            field_width=52,
        )
        self.weight = make_label()
        self.implied = make_label("", "body", "muted")
        self.score = make_label("", "strong")
        for shown_in in (self.worst, self.best, self.points, self.weight, self.score):
            set_quantity(shown_in, f"score_metric:{self.metric}")
        self.worst.value_edited.connect(self._worst_edited)
        self.best.value_edited.connect(self._best_edited)
        self.points.value_changed.connect(self._points_moved)
        self.points.drag_started.connect(table.document.begin_drag)
        self.points.drag_ended.connect(table.document.end_drag)

    def refresh(self, context: ValueContext) -> None:
        """Show what stands in the project."""
        swing = context.scenario.swing[self.metric]
        path = scenario_path(context.scenario, "swing", self.metric)
        is_assumed = context.project.is_assumed(path)
        self.name.say(context.speaker.metric(self.metric), context.speaker.unit_line(self.metric))
        self.worst.set_value(swing.worst * self._factor, is_assumed=is_assumed)
        self.best.set_value(swing.best * self._factor, is_assumed=is_assumed)
        self.points.set_value(swing.points, is_assumed=is_assumed)
        score = context.outcome.score
        part = next((part for part in score.by_metric if part.metric == self.metric), None) if score else None
        numbers = context.speaker.numbers
        self.weight.setText(numbers.percent(part.weight, 0) if part else "")
        priced = next((pair.implied for pair in context.outcome.weight_pairs if pair.metric == self.metric), None)
        self.implied.setText("" if priced is None else numbers.percent(priced, 0))
        self.score.setText(numbers.decimal(part.mean, 2, signed=True) if part else "")

    def _swing(self) -> Swing:
        return self._table.context.scenario.swing[self.metric]

    def _points_moved(self, points: float) -> None:
        self._put(self._swing().model_copy(update={"points": points}), "points", self._swing().points, points)

    def _worst_edited(self, shown: float) -> None:
        level = shown / self._factor
        if level != self._swing().best:
            self._put(self._swing().model_copy(update={"worst": level}), "worst", self._swing().worst, level)
        self._table.document.end_drag()

    def _best_edited(self, shown: float) -> None:
        level = shown / self._factor
        if level != self._swing().worst:
            self._put(self._swing().model_copy(update={"best": level}), "best", self._swing().best, level)
        self._table.document.end_drag()

    def _put(self, swing: Swing, what: str, before: float, after: float) -> None:
        context = self._table.context
        path = scenario_path(context.scenario, "swing", self.metric)
        factor = 1.0 if what == "points" else self._factor
        texts = [context.speaker.numbers.decimal(value * factor, 2, trim=True) for value in (before, after)]
        subject = f"{context.speaker.metric(self.metric)}, {what}"
        self._table.edits.change(f"{path}/{what}", with_swing(context.project, self.metric, swing), subject, *texts)


class SwingTable(Host):
    """A row per weighed metric; hidden work stays small: metrics without weight wait in a menu."""

    def __init__(self, document: Document, edits: NamedEdits, parent: QWidget | None = None) -> None:
        super().__init__(document, edits, parent)
        self._rows: list[SwingRow] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head, self._remark = make_section(tr("How much each change matters"))
        column.addWidget(head)
        self.ledger = Ledger(COLUMNS, row_height=48)
        column.addWidget(self.ledger)
        column.addSpacing(12)
        column.addWidget(self._make_foot())

    def field_of(self, path: str) -> QWidget | None:
        """The control in which this weight is set; None where it is none of this table's."""
        found = (row for row in self._rows if path == scenario_path(self.context.scenario, "swing", row.metric))
        return next((row.points for row in found), None)

    def refresh(self, context: ValueContext) -> None:
        """Rows anew where other metrics are weighed, else numbers in place."""
        self.context = context
        weighed = [metric for metric in context.scenario.swing if metric in context.project.metrics]
        if [row.metric for row in self._rows] != weighed:
            self.ledger.clear()
            self._rows = [SwingRow(self, context.project.metrics[metric]) for metric in weighed]
            for row in self._rows:
                cells = [row.name, row.worst, row.best, row.points, row.weight, row.implied, row.score]
                self.ledger.add_row(row.metric, cells)
        for row in self._rows:
            row.refresh(context)
        self.ledger.setVisible(bool(self._rows))
        self._drop_button.setVisible(bool(self._rows))
        self._remark.setText(
            tr("in points, without money") if self._rows else tr("optional: weigh metrics without money")
        )

    def _make_foot(self) -> QWidget:
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(0, 0, 0, 0)
        self._add_menu, self._drop_menu = QMenu(self), QMenu(self)
        for text, menu in ((tr("Weigh a metric…"), self._add_menu), (tr("Stop weighing one…"), self._drop_menu)):
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
        """Safety is in no score, and a metric that only describes has no best."""
        self._add_menu.clear()
        project, swings = self.context.project, self.context.scenario.swing
        for metric in project.metrics.values():
            if metric.id not in swings and metric.better is not None and project.role_of(metric.id) != "safety_gate":
                self._add_menu.addAction(entry_text(metric.name)).setData(metric.id)

    def _fill_drop_menu(self) -> None:
        self._drop_menu.clear()
        for row in self._rows:
            name = self.context.speaker.metric(row.metric)
            self._drop_menu.addAction(entry_text(name)).setData(row.metric)

    def _added(self, action: QAction) -> None:
        metric = str(action.data())
        effect = self.context.outcome.effect(metric)
        swing = first_swing(self.context.project, metric, effect.baseline if effect else None)
        project = with_swing(self.context.project, metric, swing)
        path = scenario_path(self.context.scenario, "swing", metric)
        self.edits.state(
            project.change(assumed=(*project.assumed, path)),
            tr("Weigh {metric}", metric=self.context.speaker.metric(metric)),
        )

    def _dropped(self, action: QAction) -> None:
        metric = str(action.data())
        name = tr("Stop weighing {metric}", metric=self.context.speaker.metric(metric))
        self.edits.state(without_swing(self.context.project, metric), name)
