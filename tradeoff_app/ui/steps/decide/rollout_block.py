"""The rollout in stages: whom each reaches, what that costs them, and the rule that would stop it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tradeoff_app.analysis.outcome import Outcome
from tradeoff_app.app.document import Document
from tradeoff_app.app.rollout_plans import FIRST_STAGES, plan_of, read_plan_of, with_stage, with_stages
from tradeoff_app.app.translation import QT_TR_NOOP, tr
from tradeoff_app.model.project import Project
from tradeoff_app.model.rollout_plan import RolloutStage
from tradeoff_app.ui.steps.decide.stop_rule_row import StopRuleRow
from tradeoff_app.ui.steps.spoken_step import make_section
from tradeoff_app.ui.tables.ledger import Ledger, LedgerColumn, NameCell
from tradeoff_app.ui.widgets.buttons import make_button
from tradeoff_app.ui.widgets.number_field import NumberField
from tradeoff_app.ui.widgets.text import make_label
from tradeoff_app.wording.rollout import ToldStage
from tradeoff_app.wording.speaker import Speaker
from tradeoff_app.wording.typography import typeset

COLUMNS = (
    LedgerColumn(QT_TR_NOOP("Stage"), 64),
    LedgerColumn(QT_TR_NOOP("Share of users, %"), 88, "right"),
    LedgerColumn(QT_TR_NOOP("Days"), 72, "right"),
    LedgerColumn(QT_TR_NOOP("Reaches"), 88, "right", gap=24),
    LedgerColumn(QT_TR_NOOP("Change in this stage"), 150, "right", stretch=1, gap=24),
    LedgerColumn(QT_TR_NOOP("So far"), 150, "right", stretch=1),
    LedgerColumn("", 64, "right"),
)


class StageRow(QObject):
    """The controls of one stage; `changed` carries its place and the new stage, None to take it out."""

    changed = Signal(int, object)

    def __init__(self, at: int) -> None:
        super().__init__()
        self._at = at
        number = at + 1
        self._stage = FIRST_STAGES[0]
        self.name = NameCell(str(number))
        self.share = NumberField(0, 100, decimals=1, step=5, name=tr("Stage {number}, share in percent", number=number))
        self.days = NumberField(0.1, 3660, decimals=1, step=1, name=tr("Stage {number}, days", number=number))
        for field in (self.share, self.days):
            field.setFixedWidth(80)
        self.reached = make_label()
        self.change, self.total = NameCell(), NameCell()
        for cell in (self.change, self.total):
            cell.lean_right()
        self.remove = make_button(tr("Remove"), "link", name=tr("Remove stage {number}", number=number))
        self.share.value_edited.connect(self._share_edited)
        self.days.value_edited.connect(self._days_edited)
        self.remove.clicked.connect(self._removed)

    def widgets(self) -> list[QWidget | None]:
        """In the order of the columns."""
        return [self.name, self.share, self.days, self.reached, self.change, self.total, self.remove]

    def refresh(self, stage: RolloutStage, told: ToldStage | None) -> None:
        """Show the stage and what it comes to."""
        self._stage = stage
        self.share.set_value(100 * stage.share)
        self.days.set_value(stage.days)
        self.reached.setText(typeset(told.reached) if told else "")
        for cell, text, interval in (
            (self.change, told.change, told.interval) if told else (self.change, "", ""),
            (self.total, told.total, told.total_interval) if told else (self.total, "", ""),
        ):
            cell.say(typeset(text), typeset(interval))

    def _share_edited(self, percent: float) -> None:
        self.changed.emit(self._at, self._stage.model_copy(update={"share": round(percent / 100, 6)}))

    def _days_edited(self, days: float) -> None:
        self.changed.emit(self._at, self._stage.model_copy(update={"days": round(days, 3)}))

    def _removed(self) -> None:
        self.changed.emit(self._at, None)


class RolloutBlock(QWidget):
    """Stages in a table, the stop rule below; says why where a number is not known."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._rows: list[StageRow] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head, self._remark = make_section(tr("Rollout"))
        column.addWidget(head)
        self.ledger = Ledger(COLUMNS, row_height=48)
        column.addWidget(self.ledger)
        self._why = make_label("", "body", "muted", wraps=True)
        self._why.setContentsMargins(0, 8, 0, 0)
        column.addWidget(self._why)
        self.add = make_button(tr("Add a stage"))
        self.propose = make_button(tr("Start from 5, 25 and 100%"))
        self.add.clicked.connect(self._added)
        self.propose.clicked.connect(self._proposed)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.add)
        row.addWidget(self.propose)
        row.addStretch(1)
        column.addSpacing(12)
        column.addLayout(row)
        column.addSpacing(16)
        self.stop = StopRuleRow(document)
        column.addWidget(self.stop)

    def refresh(self, outcome: Outcome, project: Project, speaker: Speaker) -> None:
        """Rows anew where stages came or went, else numbers in place."""
        stages, told = plan_of(project).stages, read_plan_of(outcome)
        if len(self._rows) != len(stages):
            self.ledger.clear()
            self._rows = [StageRow(at) for at in range(len(stages))]
            for at, row in enumerate(self._rows):
                row.changed.connect(self._stage_changed)
                self.ledger.add_row(str(at), row.widgets())
        said = speaker.stages(told) if told else ()
        for at, (row, stage) in enumerate(zip(self._rows, stages, strict=True)):
            row.refresh(stage, said[at] if at < len(said) else None)
        about = speaker.cell(told.metric, told.segment) if told else ""
        self._remark.setText(tr("counted for {cell}", cell=about) if about else tr("whom each stage reaches"))
        self.ledger.setVisible(bool(stages))
        self.propose.setVisible(not stages)
        why = typeset(speaker.no_stages(told)) if told and stages else ""
        self._why.setText(why)
        self._why.setVisible(bool(why))
        self.stop.refresh(outcome, project, speaker, told)

    def _stage_changed(self, at: int, stage: RolloutStage | None) -> None:
        project = with_stage(self._document.project, at, stage)
        name = tr("Remove stage {number}", number=at + 1) if stage is None else tr("Stage {number}", number=at + 1)
        self._document.edit(project, name)

    def _added(self) -> None:
        stages = plan_of(self._document.project).stages
        last = stages[-1] if stages else RolloutStage(share=0.05, days=7.0)
        project = with_stage(self._document.project, len(stages), last)
        self._document.edit(project, tr("Add a stage"))

    def _proposed(self) -> None:
        self._document.edit(with_stages(self._document.project, FIRST_STAGES), tr("Plan the rollout in stages"))
