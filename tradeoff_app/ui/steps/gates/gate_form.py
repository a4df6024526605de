"""The inline form that states a new gate: metric, rule, segment and its number."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from tradeoff_app.app.translation import tr
from tradeoff_app.model.gate import Rule
from tradeoff_app.model.segment import EVERYONE
from tradeoff_app.ui.steps.gates.thresholds import RULES, new_gate, unit_for
from tradeoff_app.ui.widgets.buttons import make_button
from tradeoff_app.ui.widgets.card import Card
from tradeoff_app.ui.widgets.number_field import NumberField
from tradeoff_app.ui.widgets.text import make_label
from tradeoff_app.wording.speaker import Speaker

WITHOUT_NUMBER = ("never_event",)


class GateForm(Card):
    """`gate_stated` carries the new gate; `cancelled` closes the form without one."""

    gate_stated = Signal(object)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setAccessibleName(tr("New gate"))
        self._speaker: Speaker
        self.metric_choice = _choice(tr("Metric"))
        self.rule_choice = _choice(tr("Rule"))
        self.segment_choice = _choice(tr("Segment"))
        self.number = NumberField(-1e9, 1e9, decimals=2, step=0.1, name=tr("Threshold"))
        self.number.setFixedWidth(80)
        self._unit = make_label("", "body", "muted")
        self.add = make_button(tr("Add gate"), "primary")
        self.cancel = make_button(tr("Cancel"), "quiet")
        for rule, words in RULES:
            self.rule_choice.addItem(tr(words), rule)
        self._lay_out()
        self.metric_choice.currentIndexChanged.connect(self._choice_changed)
        self.rule_choice.currentIndexChanged.connect(self._choice_changed)
        self.add.clicked.connect(self._add_clicked)
        self.cancel.clicked.connect(self.cancelled)

    def open_with(self, speaker: Speaker) -> None:
        """Offer the project's metrics and segments; the first metric without a gate stands ready."""
        self._speaker = speaker
        project = speaker.project
        self.metric_choice.clear()
        self.segment_choice.clear()
        for metric in project.metrics.values():
            self.metric_choice.addItem(metric.name, metric.id)
        for segment in (EVERYONE, *(key for key in project.segments if key != EVERYONE)):
            self.segment_choice.addItem(speaker.segment(segment), segment)
        free = [index for index, metric in enumerate(project.metrics) if not project.gates_on(metric)]
        self.metric_choice.setCurrentIndex(free[0] if free else 0)
        self.rule_choice.setCurrentIndex(2)
        self._choice_changed()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        threshold = QHBoxLayout()
        threshold.setSpacing(6)
        threshold.addWidget(self.number)
        threshold.addWidget(self._unit)
        for title, control in (
            (tr("Metric"), self.metric_choice),
            (tr("Rule"), self.rule_choice),
            (tr("Threshold"), threshold),
            (tr("For"), self.segment_choice),
        ):
            cell = QVBoxLayout()
            cell.setSpacing(4)
            cell.addWidget(make_label(title, "small", "muted"))
            if isinstance(control, QWidget):
                cell.addWidget(control)
            else:
                cell.addLayout(control)
            row.addLayout(cell)
        row.addStretch(1)
        self.body.addLayout(row)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.add)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        self.body.addSpacing(4)
        self.body.addLayout(buttons)

    def _choice_changed(self) -> None:
        rule: Rule = self.rule_choice.currentData()
        metric = self._speaker.project.metrics.get(str(self.metric_choice.currentData()))
        has_number = rule not in WITHOUT_NUMBER
        _, unit, decimals = unit_for(rule, metric)
        self.number.setEnabled(has_number)
        self.number.setDecimals(decimals)
        self._unit.setText(unit if has_number else "")
        self.add.setEnabled(metric is not None)

    def _add_clicked(self) -> None:
        project = self._speaker.project
        metric = project.metrics[str(self.metric_choice.currentData())]
        rule: Rule = self.rule_choice.currentData()
        gate = new_gate(set(project.gates), metric, str(self.segment_choice.currentData()), rule, self.number.value())
        self.gate_stated.emit(gate)


def _choice(name: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setMinimumWidth(140)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    return box
