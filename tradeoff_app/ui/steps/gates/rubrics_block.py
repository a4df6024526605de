"""Gold standards: for each rating with a target, what the rating means to those who give it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tradeoff_app.app.translation import QT_TR_NOOP, tr
from tradeoff_app.model.gate import Gate
from tradeoff_app.model.project import Project
from tradeoff_app.ui.steps.spoken_step import make_section
from tradeoff_app.ui.tables.fields import TextArea
from tradeoff_app.ui.tables.ledger import Ledger, LedgerColumn, NameCell
from tradeoff_app.wording.speaker import Speaker
from tradeoff_app.wording.typography import typeset

COLUMNS = (LedgerColumn(QT_TR_NOOP("Target"), 240), LedgerColumn(QT_TR_NOOP("Rubric"), 320, stretch=1, gap=16))


class RubricsBlock(QWidget):
    """`rubric_stated` carries the metric and the words of its rubric."""

    rubric_stated = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[str, TextArea] = {}
        self.names: dict[str, NameCell] = {}
        self._ledger = Ledger(COLUMNS, row_height=72)
        head, _ = make_section(
            tr("Gold standards"), tr("What a rating means, in the words that raters and judges see.")
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._ledger)

    def refresh(self, project: Project, speaker: Speaker) -> None:
        """A row for each metric whose own level has a target; nothing where there is none."""
        targets = {gate.metric: gate for gate in project.gates.values() if gate.rule == "absolute_target"}
        targets = {key: gate for key, gate in targets.items() if key in project.metrics}
        if tuple(targets) != tuple(self.fields):
            self._lay_out(targets, speaker)
        for key, gate in targets.items():
            self.names[key].say(typeset(speaker.gate_name(gate)), _agreement(gate, speaker))
            self.fields[key].show_text(project.metrics[key].rubric)
        self.setVisible(bool(targets))

    def _lay_out(self, targets: dict[str, Gate], speaker: Speaker) -> None:
        self._ledger.clear()
        self.fields, self.names = {}, {}
        for key in targets:
            area = TextArea(
                tr("{metric}, rubric", metric=speaker.metric(key)), tr("what each rating stands for"), lines=2
            )
            area.text_stated.connect(partial(self.rubric_stated.emit, key))
            self.fields[key], self.names[key] = area, NameCell()
            self._ledger.add_row(key, [self.names[key], area])


def _agreement(gate: Gate, speaker: Speaker) -> str:
    """Who agreed to the target, and when."""
    if gate.agreed_by and gate.agreed_on:
        return tr("agreed by {name} on {day}", name=gate.agreed_by, day=speaker.date(gate.agreed_on))
    return tr("agreed by {name}", name=gate.agreed_by) if gate.agreed_by else tr("nobody has agreed to it yet")
