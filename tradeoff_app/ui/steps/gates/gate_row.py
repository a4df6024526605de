"""One gate: its rule and result as sentences, its number, who agreed to it and when, its state."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tradeoff_app.analysis.gates import GateResult
from tradeoff_app.analysis.outcome import Outcome
from tradeoff_app.app.translation import number_text, tr
from tradeoff_app.model.gate import Gate
from tradeoff_app.ui.explaining import set_quantity
from tradeoff_app.ui.steps.gates.thresholds import Threshold, least_for, threshold_of
from tradeoff_app.ui.tables.fields import DateField, TextField
from tradeoff_app.ui.tables.ledger import NameCell
from tradeoff_app.ui.widgets.buttons import make_button
from tradeoff_app.ui.widgets.chip import Chip
from tradeoff_app.ui.widgets.marks import MARK_OF_GATE, Mark, MarkView
from tradeoff_app.ui.widgets.number_field import NumberField
from tradeoff_app.ui.widgets.text import Ink, make_label, set_ink
from tradeoff_app.wording.speaker import Speaker
from tradeoff_app.wording.typography import typeset

SEVERITY = (
    ("FAIL", "BREACHED", "INVALID"),
    ("REGRESSED", "DETERIORATED", "MISSED"),
    ("INCONCLUSIVE", "NO_DATA"),
    ("REGRESSED_WITHIN_MARGIN", "NO_MATERIAL_CHANGE"),
)
"""States from the one that needs a look first; whatever is not listed holds."""

_INKS: dict[str, Ink] = {"better": "better", "pass": "better", "worse": "worse", "fail": "worse", "accepted": "worse"}


def worst_of(results: Sequence[GateResult]) -> GateResult | None:
    """The result that decides what the row says: the most severe one, the first of its kind."""
    for states in SEVERITY:
        for result in results:
            if result.state in states and result.in_scope:
                return result
    return results[0] if results else None


def where_and_why(result: GateResult, gate: Gate, speaker: Speaker) -> str:
    """What decides a gate's state, with the segment where that is another than the gate's own."""
    evidence = typeset(speaker.gate_evidence(result))
    if result.segment == gate.segment:
        return evidence
    return f"{speaker.segment(result.segment)}: {evidence}"


class GateRow(QObject):
    """The controls of one gate; `edited` carries the new gate and the step's name, `removed` the gate's id."""

    edited = Signal(object, str, str)
    """The gate as it is now, the name of the step, and the field that is written in."""
    removed = Signal(str)

    def __init__(self, gate: Gate, threshold: Threshold | None, name: str) -> None:
        super().__init__()
        self.gate = gate
        self._name = name
        self._threshold = threshold
        self.rule = NameCell(name)
        self.badge = Chip("attention", tr("Moved after results"))
        self.rule.add_badge(self.badge)
        self.limit = NumberField(
            least_for(gate.rule),
            1e9,
            decimals=threshold.decimals if threshold else 0,
            step=0.1,
            name=tr("{name}, threshold", name=name),
        )
        self.limit.setFixedWidth(72)
        self.unit = make_label(threshold.unit if threshold else "", "body", "muted")
        self.agreed_by = TextField(tr("{name}, agreed by", name=name), tr("name or role"))
        self.agreed_by.setMinimumWidth(112)
        self.agreed_on = DateField(tr("{name}, agreed on", name=name))
        self.mark = MarkView("open")
        self.state = make_label()
        self.delete = make_button(tr("Delete"), "link", name=tr("Delete the gate: {name}", name=name))
        self.limit.value_edited.connect(self._limit_edited)
        self.agreed_by.text_stated.connect(self._agreed_by_stated)
        self.agreed_on.date_stated.connect(self._agreed_on_stated)
        self.delete.clicked.connect(self._delete_clicked)

    def widgets(self) -> list[QWidget | None]:
        """In the order of the columns."""
        limit = _side_by_side(self.limit, self.unit) if self._threshold else None
        return [self.rule, limit, self.agreed_by, self.agreed_on, _side_by_side(self.mark, self.state), self.delete]

    def refresh(self, gate: Gate, results: Sequence[GateResult], speaker: Speaker, outcome: Outcome) -> None:
        """Show the gate and what the results say about it."""
        self.gate = gate
        self._name = typeset(speaker.gate_name(gate))
        self._threshold = threshold_of(gate, speaker.project.metrics.get(gate.metric))
        worst = worst_of(results)
        said = where_and_why(worst, gate, speaker) if worst else tr("Not judged.")
        self.rule.say(self._name, said)
        if self._threshold is not None:
            self.limit.set_value(self._threshold.shown(gate))
        self.agreed_by.show_text(gate.agreed_by)
        self.agreed_on.show_day(gate.agreed_on)
        mark = _mark(worst, outcome) if worst else "not_measured"
        word = speaker.state(worst, outcome) if worst else tr("Not judged")
        self.mark.set_mark(mark, word)
        self.state.setText(word)
        set_ink(self.state, _INKS.get(mark, "text"))
        for shown_in in (self.limit, self.rule, self.mark, self.state):
            set_quantity(shown_in, f"gate:{gate.id}|{worst.segment if worst else gate.segment}")

    def show_moved(self, *, is_moved: bool) -> None:
        """Whether the rule stands elsewhere than it stood before the results, or since the seal."""
        self.badge.setVisible(is_moved)

    def _limit_edited(self, shown: float) -> None:
        if self._threshold is None:
            return
        text = f"{number_text(self._threshold.shown(self.gate))} → {number_text(shown)} {self._threshold.unit}".rstrip()
        self.edited.emit(self._threshold.put(self.gate, shown), f"{self._subject()} {text}", "")

    def _agreed_by_stated(self, name: str) -> None:
        gate = self.gate.model_copy(update={"agreed_by": name or None})
        step = tr("{subject} agreed by {name}", subject=self._subject(), name=name or tr("nobody"))
        self.edited.emit(gate, step, "agreed_by")

    def _agreed_on_stated(self, day: date | None) -> None:
        gate = self.gate.model_copy(update={"agreed_on": day})
        shown = day.isoformat() if day else tr("no day")
        self.edited.emit(gate, tr("{subject} agreed on {day}", subject=self._subject(), day=shown), "agreed_on")

    def _delete_clicked(self) -> None:
        self.removed.emit(self.gate.id)

    def _subject(self) -> str:
        return f"{self.rule.property('subject') or self.gate.metric}: {self._word()}"

    def _word(self) -> str:
        return {"absolute_limit": "limit", "non_inferiority": "margin", "absolute_target": "target"}.get(
            self.gate.rule, "gate"
        )


class AssumedRow(QObject):
    """A goal that nobody stated: judged all the same, said to be assumed, and stated with one click."""

    stated = Signal(object)

    def __init__(self, result: GateResult, name: str) -> None:
        super().__init__()
        self._gate = result.gate
        self.rule = NameCell(name)
        self.mark = MarkView("open")
        self.state = make_label()
        self.button = make_button(tr("State it"), "link", name=tr("State the gate: {name}", name=name))
        self.button.clicked.connect(self._clicked)

    def widgets(self) -> list[QWidget | None]:
        """In the order of the columns."""
        assumed = make_label(tr("Assumed"), "body", "muted")
        return [self.rule, None, assumed, None, _side_by_side(self.mark, self.state), self.button]

    def refresh(self, result: GateResult, speaker: Speaker) -> None:
        """Show what the results say about it."""
        self._gate = result.gate
        self.rule.say(typeset(speaker.gate_name(result.gate)), typeset(speaker.gate_evidence(result)))
        mark = MARK_OF_GATE.get(result.state, "not_measured")
        self.mark.set_mark(mark, speaker.state(result))
        self.state.setText(speaker.state(result))
        set_ink(self.state, _INKS.get(mark, "text"))
        for shown_in in (self.rule, self.mark, self.state):
            set_quantity(shown_in, f"gate:{result.gate.id}|{result.segment}")

    def _clicked(self) -> None:
        self.stated.emit(self._gate)


def _mark(result: GateResult, outcome: Outcome) -> Mark:
    mark = MARK_OF_GATE.get(result.state, "not_measured")
    is_accepted = any(item.key == result.key and item.is_accepted for item in outcome.regressions)
    return "accepted" if is_accepted and mark in ("worse", "fail") and not result.gate.is_safety else mark


def _side_by_side(first: QWidget, second: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    row.addWidget(first)
    row.addWidget(second)
    row.addStretch(1)
    return holder
