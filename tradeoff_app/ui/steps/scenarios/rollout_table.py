"""Who gets what in the scenario in force: the share of each segment that gets the new version, and which one."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tradeoff_app.app.document import Document
from tradeoff_app.app.translation import QT_TR_NOOP, tr
from tradeoff_app.app.value_inputs import with_candidate, with_kept_weights, with_rollout
from tradeoff_app.ui.steps.spoken_step import make_section
from tradeoff_app.ui.tables.choice_box import ChoiceBox
from tradeoff_app.ui.tables.ledger import Ledger, LedgerColumn, NameCell
from tradeoff_app.ui.widgets.slider_field import SliderField
from tradeoff_app.ui.widgets.text import make_label
from tradeoff_app.wording.speaker import Speaker
from tradeoff_app.wording.typography import typeset

COLUMNS = (
    LedgerColumn(QT_TR_NOOP("Segment"), 180, stretch=1),
    LedgerColumn(QT_TR_NOOP("Share of traffic"), 96, "right"),
    LedgerColumn(QT_TR_NOOP("Gets the new version, %"), 260),
    LedgerColumn(QT_TR_NOOP("Version"), 160),
)


class RolloutRow(QObject):
    """The controls of one segment."""

    def __init__(self, table: RolloutTable, segment: str, name: str) -> None:
        super().__init__()
        self._table, self.segment = table, segment
        self.name = NameCell(name)
        self.share = make_label()
        self.rollout = SliderField(0, 100, step=5, decimals=0, name=tr("{name}, rollout in percent", name=name))
        self.rollout.set_reset_value(100.0)
        self.version = ChoiceBox((), name=tr("{name}, version", name=name))
        document = table.document
        self.rollout.value_changed.connect(self._moved)
        self.rollout.drag_started.connect(document.begin_drag)
        self.rollout.drag_ended.connect(document.end_drag)
        self.version.choice_made.connect(self._version_taken)

    def widgets(self, *, has_choice: bool) -> list[QWidget | None]:
        """In the order of the columns; one version needs no choice."""
        return [
            self.name,
            self.share,
            self.rollout,
            self.version if has_choice else make_label(self._only(), ink="muted"),
        ]

    def refresh(self, speaker: Speaker) -> None:
        """Show what stands in the project."""
        document = self._table.document
        rollout = document.scenario.rollout_of(self.segment)
        shares = document.outcome.mix.shares
        self.name.say(speaker.segment(self.segment))
        self.share.setText(typeset(speaker.numbers.percent(shares.get(self.segment, 0.0))))
        self.rollout.set_value(100 * rollout.share)
        self.version.set_choices([(arm, speaker.candidate(arm)) for arm in self._table.candidates()])
        self.version.show_choice(rollout.candidate or document.outcome.candidate)

    def _only(self) -> str:
        speaker, candidates = self._table.speaker(), self._table.candidates()
        return speaker.candidate(candidates[0]) if candidates else ""

    def _moved(self, percent: float) -> None:
        document, speaker = self._table.document, self._table.speaker()
        path = f"scenarios/{document.scenario.id}/rollout/{self.segment}"
        changed = with_rollout(document.project, self.segment, percent / 100)
        project = with_kept_weights(document.project, changed, document.evidence, document.outcome)
        document.edit(project, f"{speaker.tornado_input(path)} {percent:.0f}%", path)

    def _version_taken(self, candidate: str) -> None:
        document, speaker = self._table.document, self._table.speaker()
        project = with_candidate(document.project, self.segment, candidate)
        document.edit(project, f"{speaker.segment(self.segment)}: {speaker.candidate(candidate)}")


class RolloutTable(QWidget):
    """A row per segment of the partition; every move acts at once."""

    def __init__(self, document: Document, language: str = "en", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document, self.language = document, language
        self._laid_out: tuple[object, ...] = ()
        self.rows: list[RolloutRow] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head, self._remark = make_section(tr("Rollout"))
        column.addWidget(head)
        self.ledger = Ledger(COLUMNS)
        column.addWidget(self.ledger)

    def speaker(self) -> Speaker:
        """The voice for the project as it is now."""
        return Speaker(self.document.project, self.language)

    def candidates(self) -> tuple[str, ...]:
        """The versions that were measured, without the one in use."""
        return self.document.evidence.table.arms[1:]

    def refresh(self) -> None:
        """Rows anew where segments or versions changed, else numbers in place."""
        speaker, segments = self.speaker(), self.document.evidence.partition
        self._remark.setText(
            tr("in “{name}”, the scenario in force; the rest keeps the old version", name=self.document.scenario.name)
        )
        wanted = (segments, self.candidates())
        if wanted != self._laid_out:
            self._laid_out = wanted
            self.ledger.clear()
            self.rows = [RolloutRow(self, segment, speaker.segment(segment)) for segment in segments]
            for row in self.rows:
                self.ledger.add_row(row.segment, row.widgets(has_choice=len(self.candidates()) > 1))
        for row in self.rows:
            row.refresh(speaker)
