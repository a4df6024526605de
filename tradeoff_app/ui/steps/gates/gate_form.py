"""The inline form that states a new gate as one sentence: what must hold, of which metric, within which number."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSizePolicy, QWidget

from tradeoff_app.app.translation import QT_TR_NOOP, tr
from tradeoff_app.model.gate import ROLE_OF_RULE, Rule
from tradeoff_app.model.metric import Metric, Role
from tradeoff_app.model.segment import EVERYONE
from tradeoff_app.ui.steps.gates.thresholds import SECTIONS, least_for, new_gate, unit_for
from tradeoff_app.ui.widgets.buttons import make_button
from tradeoff_app.ui.widgets.card import Card
from tradeoff_app.ui.widgets.number_field import NumberField
from tradeoff_app.ui.widgets.segmented import SegmentedChoice
from tradeoff_app.ui.widgets.shown_text import LONGEST_ENTRY, one_line
from tradeoff_app.ui.widgets.text import make_label
from tradeoff_app.wording.speaker import Speaker

WITHOUT_NUMBER = ("never_event",)
KINDS: tuple[tuple[Role, str], ...] = (
    ("safety_gate", QT_TR_NOOP("Safety")),
    ("guardrail", QT_TR_NOOP("Must not get worse")),
    ("target", QT_TR_NOOP("Goal")),
)
SENTENCES: dict[str, str] = {
    "safety_gate": QT_TR_NOOP("A user must never meet {metric} {rule} {number} among {segment}"),
    "guardrail": QT_TR_NOOP("{metric} must not get worse by more than {number} among {segment}"),
    "target": QT_TR_NOOP("{metric} {rule} {number} among {segment}"),
}
"""What each kind says; controls stand where the fields are, so that a language may put them in its own order."""

_PLACE = re.compile(r"\{(\w+)\}")


class GateForm(Card):
    """`gate_stated` carries the new gate; `cancelled` closes the form without one."""

    gate_stated = Signal(object)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setAccessibleName(tr("New gate"))
        self._speaker: Speaker
        self.kind_choice = SegmentedChoice(
            [(kind, tr(words)) for kind, words in KINDS], "guardrail", name=tr("Kind of gate")
        )
        self.metric_choice = _choice(tr("Metric"))
        self.rule_choice = _choice(tr("Rule"))
        self.segment_choice = _choice(tr("Segment"))
        self.number = NumberField(-1e9, 1e9, decimals=2, step=0.1, name=tr("Threshold"))
        self.number.setFixedWidth(80)
        self._unit = make_label("", "body", "muted")
        self._words: list[QLabel] = []
        self.add = make_button(tr("Add gate"), "primary")
        self.cancel = make_button(tr("Cancel"), "quiet")
        self._sentence = QHBoxLayout()
        self._sentence.setSpacing(8)
        self._lay_out()
        self.kind_choice.choice_changed.connect(self._kind_changed)
        self.metric_choice.currentIndexChanged.connect(self._metric_changed)
        self.rule_choice.currentIndexChanged.connect(self._choice_changed)
        self.add.clicked.connect(self._add_clicked)
        self.cancel.clicked.connect(self.cancelled)

    def open_with(self, speaker: Speaker) -> None:
        """Offer the project's metrics and segments; the first kind and metric without a gate stand ready."""
        self._speaker = speaker
        project = speaker.project
        self.metric_choice.clear()
        self.segment_choice.clear()
        for metric in project.metrics.values():
            self.metric_choice.addItem(one_line(metric.name, LONGEST_ENTRY), metric.id)
        for segment in (EVERYONE, *(key for key in project.segments if key != EVERYONE)):
            self.segment_choice.addItem(one_line(speaker.segment(segment), LONGEST_ENTRY), segment)
        free = [index for index, metric in enumerate(project.metrics) if not project.gates_on(metric)]
        self.metric_choice.setCurrentIndex(free[0] if free else 0)
        taken = {gate.role for gate in project.gates.values()}
        self.set_kind(next((kind for kind, *_ in SECTIONS if kind not in taken), "guardrail"))

    def set_kind(self, kind: str) -> None:
        """Show the sentence of another kind of gate."""
        self.kind_choice.set_choice(kind)
        self._kind_changed(kind)

    def sentence(self) -> str:
        """The gate as it would read now."""
        kind = self.kind_choice.choice() or "guardrail"
        shown = f"{self.number.text()} {self._unit.text()}".strip() if self.number.isVisibleTo(self) else ""
        said = tr(
            SENTENCES[kind],
            metric=self.metric_choice.currentText(),
            rule=self.rule_choice.currentText(),
            number=shown,
            segment=self.segment_choice.currentText(),
        )
        return " ".join(said.split())

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.kind_choice)
        head.addStretch(1)
        self.body.addLayout(head)
        self.body.addSpacing(8)
        self.body.addLayout(self._sentence)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.add)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        self.body.addSpacing(12)
        self.body.addLayout(buttons)

    def _kind_changed(self, kind: str) -> None:
        self._write_sentence(kind)
        self._offer_rules()

    def _metric_changed(self) -> None:
        self._offer_rules()

    def _offer_rules(self) -> None:
        """The rules of the kind, in the words that suit the metric; the one that was chosen stays."""
        kind, metric = self.kind_choice.choice(), self._metric()
        rules = [rule for rule, role in ROLE_OF_RULE.items() if role == kind]
        chosen = self.rule_choice.currentData()
        self.rule_choice.blockSignals(True)
        self.rule_choice.clear()
        for rule in rules:
            self.rule_choice.addItem(rule_words(rule, metric), rule)
        self.rule_choice.setCurrentIndex(rules.index(chosen) if chosen in rules else 0)
        self.rule_choice.blockSignals(False)
        self._choice_changed()

    def _write_sentence(self, kind: str) -> None:
        """Words and controls in the order in which the language says them."""
        while (item := self._sentence.takeAt(0)) is not None:
            widget = item.widget()
            if isinstance(widget, QLabel) and widget in self._words:
                widget.hide()
                widget.deleteLater()
        self._words = []
        controls = {
            "metric": (self.metric_choice,),
            "rule": (self.rule_choice,),
            "number": (self.number, self._unit),
            "segment": (self.segment_choice,),
        }
        pieces = _PLACE.split(tr(SENTENCES[kind]))
        self.rule_choice.setVisible("rule" in pieces[1::2])
        for at, piece in enumerate(pieces):
            if at % 2:
                for widget in controls[piece]:
                    self._sentence.addWidget(widget)
            elif piece.strip():
                self._words.append(make_label(piece.strip(), "body"))
                self._sentence.addWidget(self._words[-1])
        self._sentence.addStretch(1)
        order = [self.kind_choice, *(w for name in pieces[1::2] for w in controls[name]), self.add, self.cancel]
        for first, second in pairwise(order):
            QWidget.setTabOrder(first, second)

    def _metric(self) -> Metric | None:
        return self._speaker.project.metrics.get(str(self.metric_choice.currentData()))

    def _rule(self) -> Rule | None:
        return cast("Rule | None", self.rule_choice.currentData())

    def _choice_changed(self) -> None:
        rule, metric = self._rule(), self._metric()
        if rule is None:
            return
        has_number = rule not in WITHOUT_NUMBER
        _, unit, decimals = unit_for(rule, metric)
        self.number.setVisible(has_number)
        self.number.setDecimals(decimals)
        self.number.setMinimum(least_for(rule))
        self._unit.setVisible(has_number and bool(unit))
        self._unit.setText(unit)
        self.add.setEnabled(metric is not None)

    def _add_clicked(self) -> None:
        project, metric, rule = self._speaker.project, self._metric(), self._rule()
        if metric is None or rule is None:
            return
        segment = str(self.segment_choice.currentData())
        self.gate_stated.emit(new_gate(set(project.gates), metric, segment, rule, self.number.value()))


def rule_words(rule: Rule, metric: Metric | None) -> str:
    """A rule as it stands in the form's sentence: a limit is a ceiling, or a floor where more is better."""
    if rule == "absolute_limit":
        if metric is not None and metric.better == "higher":
            return tr("below")
        return tr("more often than") if metric is not None and metric.type == "binary" else tr("above")
    return {
        "never_event": tr("at all"),
        "superiority": tr("must get better by more than"),
        "absolute_target": tr("must reach"),
    }.get(rule, "")


def _choice(name: str) -> QComboBox:
    """A drop-down that gives way where the sentence is long."""
    box = QComboBox()
    box.setAccessibleName(name)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    box.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    box.setMinimumWidth(96)
    return box
