"""The Gates step: safety first, then margins, then goals; every edit acts at once and is marked as made late."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tradeoff_app.analysis.gates import GateResult
from tradeoff_app.app.document import Document
from tradeoff_app.app.translation import QT_TR_NOOP, tr
from tradeoff_app.model.gate import Gate
from tradeoff_app.model.sealing import moves_since, seal
from tradeoff_app.ui.steps.gates.gate_form import GateForm
from tradeoff_app.ui.steps.gates.gate_row import SEVERITY, AssumedRow, GateRow
from tradeoff_app.ui.steps.gates.rubrics_block import RubricsBlock
from tradeoff_app.ui.steps.gates.seal_block import SealBlock
from tradeoff_app.ui.steps.gates.thresholds import SECTIONS, threshold_of
from tradeoff_app.ui.steps.spoken_step import SpokenStep, make_section
from tradeoff_app.ui.steps.step import RailState
from tradeoff_app.ui.tables.ledger import Ledger, LedgerColumn
from tradeoff_app.ui.widgets.buttons import make_button
from tradeoff_app.ui.widgets.text import make_label
from tradeoff_app.wording.speaker import Speaker

COLUMNS = (
    LedgerColumn(QT_TR_NOOP("Rule"), 240, stretch=1),
    LedgerColumn(QT_TR_NOOP("Threshold"), 122, gap=16),
    LedgerColumn(QT_TR_NOOP("Agreed by"), 140, gap=8),
    LedgerColumn(QT_TR_NOOP("Agreed on"), 104, gap=16),
    LedgerColumn(QT_TR_NOOP("State"), 106, gap=8),
    LedgerColumn("", 44, "right"),
)
EMPTY = {
    "safety_gate": QT_TR_NOOP("No safety gate yet. State what a user must never meet."),
    "guardrail": QT_TR_NOOP(
        "No margin yet. Without one, a goal that gets worse for all users needs an answer, however little."
    ),
    "target": QT_TR_NOOP("No goal yet."),
}


class GateSection(QWidget):
    """The gates of one role."""

    def __init__(self, role: str, title: str, remark: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.role = role
        self.rows: dict[str, GateRow] = {}
        self.assumed: dict[str, AssumedRow] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head, self._remark = make_section(title, remark)
        column.addWidget(head)
        self.ledger = Ledger(COLUMNS, row_height=52)
        column.addWidget(self.ledger)
        self.empty = make_label(tr(EMPTY[role]), "body", "muted")
        self.empty.setContentsMargins(0, 8, 0, 0)
        column.addWidget(self.empty)


class GatesStep(SpokenStep):
    """Each gate is a sentence with a number, an agreement and a state."""

    step_id = "gates"
    title = QT_TR_NOOP("Gates")

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(document, tr("What must hold?"), parent=parent)
        self.say(
            tr("Safety comes first and can’t be bought. A gate that is moved now is marked: the results are known.")
        )
        self.add_button = make_button(tr("Add a gate…"))
        self.add_button.clicked.connect(self._form_asked)
        self.page.head_row.addWidget(self.add_button)
        self.form = GateForm()
        self.form.gate_stated.connect(self._gate_stated)
        self.form.cancelled.connect(self._form_closed)
        self._form_room = QWidget()
        room = QVBoxLayout(self._form_room)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(self.form)
        self._form_room.hide()
        self.now: Callable[[], datetime] = partial(datetime.now, UTC)
        self.seal = SealBlock()
        self.seal.seal_asked.connect(self._seal_asked)
        self.seal.unseal_asked.connect(self._unseal_asked)
        self.add_block(self.seal, after=20)
        self.add_block(self._form_room, after=20)
        self.sections = [GateSection(role, tr(title), tr(remark)) for role, title, remark in SECTIONS]
        for section in self.sections:
            self.add_block(section, after=28)
        self.rubrics = RubricsBlock()
        self.rubrics.rubric_stated.connect(self._rubric_stated)
        self.add_block(self.rubrics, after=28)
        self.page.body.addStretch(1)

    def refresh(self) -> None:
        """Rows anew where gates came or went, else texts and states in place."""
        speaker = self.speaker()
        for section in self.sections:
            self._refresh_section(section, speaker)
        self.seal.refresh(self.document.project, speaker)
        self.rubrics.refresh(self.document.project, speaker)

    def rail_state(self) -> RailState:
        """Attention where a gate fails or is unproven."""
        if not self.document.is_open or not self.document.project.gates:
            return "open"
        troubled = {state for states in SEVERITY[:3] for state in states}
        accepted = {item.key for item in self.document.outcome.regressions if item.is_accepted}
        open_gates = [result for result in self.document.outcome.gates if result.key not in accepted]
        return "attention" if any(result.state in troubled for result in open_gates) else "done"

    def rail_count(self) -> str:
        """How many gates are stated."""
        return str(len(self.document.project.gates) or "") if self.document.is_open else ""

    def _refresh_section(self, section: GateSection, speaker: Speaker) -> None:
        project = self.document.project
        gates = {gate.id: gate for gate in project.gates.values() if gate.role == section.role}
        results = _by_gate(self.document.outcome.gates)
        assumed = {
            key: found[0] for key, found in results.items() if found[0].assumed and found[0].gate.role == section.role
        }
        if tuple(section.rows) != tuple(gates) or tuple(section.assumed) != tuple(assumed):
            self._lay_out(section, gates, assumed, speaker)
        moved = {move.item.removeprefix("gates/") for move in moves_since(project)}
        for key, row in section.rows.items():
            row.show_moved(is_moved=key in moved or gates[key].changed_after_results)
            row.rule.setProperty("subject", speaker.metric(gates[key].metric))
            row.refresh(gates[key], results.get(key, ()), speaker, self.document.outcome)
        for key, proposed in section.assumed.items():
            proposed.refresh(assumed[key], speaker)
        section.ledger.setVisible(bool(gates or assumed))
        section.empty.setVisible(not gates and not assumed)

    def _lay_out(
        self,
        section: GateSection,
        gates: Mapping[str, Gate],
        assumed: Mapping[str, GateResult],
        speaker: Speaker,
    ) -> None:
        section.ledger.clear()
        metrics = self.document.project.metrics
        section.rows, section.assumed = {}, {}
        for gate in gates.values():
            row = GateRow(gate, threshold_of(gate, metrics.get(gate.metric)), speaker.gate_name(gate))
            row.edited.connect(self._gate_edited)
            row.removed.connect(self._gate_removed)
            section.rows[gate.id] = row
            section.ledger.add_row(gate.id, row.widgets())
        for key, result in assumed.items():
            proposed = AssumedRow(result, speaker.gate_name(result.gate))
            proposed.stated.connect(self._gate_stated)
            section.assumed[key] = proposed
            section.ledger.add_row(key, proposed.widgets())

    def _gate_edited(self, gate: Gate, name: str, field: str) -> None:
        written_in = f"gates/{gate.id}/{field}" if field else None
        self.document.edit(self.document.project.with_item("gates", gate), name, written_in)

    def _gate_removed(self, gate_id: str) -> None:
        name = self.speaker().gate_name(self.document.project.gates[gate_id])
        self.document.edit(self.document.project.without_item("gates", gate_id), tr("Delete gate: {name}", name=name))

    def _gate_stated(self, gate: Gate) -> None:
        name = self.speaker().gate_name(gate)
        self.document.edit(self.document.project.with_item("gates", gate), tr("Add gate: {name}", name=name))
        self._form_closed()

    def _seal_asked(self) -> None:
        at = self.now().astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
        self.document.edit(seal(self.document.project, at), tr("Seal gates"))

    def _unseal_asked(self) -> None:
        self.document.edit(self.document.project.change(sealed=None), tr("Unseal gates"))

    def _rubric_stated(self, metric_id: str, words: str) -> None:
        metric = self.document.project.metrics[metric_id].model_copy(update={"rubric": words or None})
        name = tr("{metric}: rubric", metric=metric.name)
        self.document.edit(self.document.project.with_item("metrics", metric), name, f"{metric_id}/rubric")

    def _form_asked(self) -> None:
        self.form.open_with(self.speaker())
        self._form_room.show()
        self.add_button.setEnabled(False)
        self.form.metric_choice.setFocus()

    def _form_closed(self) -> None:
        self._form_room.hide()
        self.add_button.setEnabled(True)


def _by_gate(results: tuple[GateResult, ...]) -> dict[str, tuple[GateResult, ...]]:
    found: dict[str, tuple[GateResult, ...]] = {}
    for result in results:
        found[result.gate.id] = (*found.get(result.gate.id, ()), result)
    return found
