"""The Data step: which files, how their units match, what they measured, and what stands against comparing them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from tradeoff_app.analysis.evidence import Evidence, Pairing
from tradeoff_app.app.document import Document
from tradeoff_app.model.metric import Status, StatusPolicy
from tradeoff_app.model.project import Project, Source
from tradeoff_app.ui.steps.data.counts import metric_counts, status_counts
from tradeoff_app.ui.steps.data.edits import (
    assumed_here,
    assumed_of_metric,
    with_metric,
    with_partition,
    with_policy,
    with_segment,
)
from tradeoff_app.ui.steps.data.file_card import FileCard
from tradeoff_app.ui.steps.data.metric_table import MetricTable
from tradeoff_app.ui.steps.data.notices import STATUS_WORDS, NoticeList, StatusTable, notices
from tradeoff_app.ui.steps.data.segment_table import SegmentTable
from tradeoff_app.ui.steps.spoken_step import SpokenStep, make_section
from tradeoff_app.ui.steps.step import RailState
from tradeoff_app.ui.tables.choice_box import ChoiceBox
from tradeoff_app.ui.widgets.banner import Banner
from tradeoff_app.ui.widgets.buttons import make_button
from tradeoff_app.ui.widgets.segmented import SegmentedChoice
from tradeoff_app.ui.widgets.text import Ink, make_label
from tradeoff_app.wording.speaker import Speaker
from tradeoff_app.wording.typography import typeset

PAIRINGS = (("auto", "Automatic"), ("paired", "Paired"), ("unpaired", "Unpaired"))
NO_PARTITION = ""


class DataStep(SpokenStep):
    """Everything that was only proposed is italic until it is confirmed or chosen."""

    step_id = "data"
    title = "Data"

    swap_requested = Signal()
    """The files were taken the wrong way round: read them again with before and after exchanged."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(document, "What was compared", parent=parent)
        self._counted: tuple[Evidence, str, Any, Any] | None = None
        self.swap = make_button("Swap before and after")
        self.swap.clicked.connect(self.swap_requested)
        self.confirm_all = make_button("Confirm all", name="Confirm everything that was assumed about the data")
        self.confirm_all.clicked.connect(self._all_confirmed)
        self.page.head_row.addWidget(self.confirm_all)
        self.page.head_row.addWidget(self.swap)
        self.broken = Banner("evidence")
        self.add_block(self.broken, after=0)
        self._files = QGridLayout()
        self.add_block(self._make_files())
        self.add_block(self._make_pairing())
        self.metrics = MetricTable()
        self.metrics.changed.connect(self._metric_changed)
        self.metrics.confirmed.connect(self._metric_confirmed)
        self.add_block(self._under("Metrics", self.metrics))
        self.segments = SegmentTable()
        self.segments.renamed.connect(self._segment_renamed)
        self.segments.protected.connect(self._segment_protected)
        self.add_block(self._make_segments())
        self.statuses = StatusTable()
        self.statuses.policy_chosen.connect(self._policy_chosen)
        self._errors = self._under("Rows without an answer", self.statuses, "and how they count in every metric")
        self.add_block(self._errors)
        self.notices = NoticeList()
        self.add_block(self._under("What was found", self.notices), after=0)
        self.page.body.addStretch(1)

    def refresh(self) -> None:
        """Rows anew where files, metrics or segments changed, else in place."""
        project, evidence, outcome, speaker = (
            self.document.project,
            self.document.evidence,
            self.document.outcome,
            self.speaker(),
        )
        by_metric, by_status = self._counts()
        pairing = evidence.pairings.get(outcome.candidate)
        self.say(typeset(f"{_count(len(project.sources), 'file')}; {speaker.grade(outcome.grade)}."))
        self.confirm_all.setVisible(bool(assumed_here(project)))
        self._refresh_broken(speaker)
        self._refresh_files(project, speaker)
        self.pairing_text.setText(pairing_line(pairing, speaker) if pairing else "There is nothing to pair.")
        self.pairing_choice.set_choice(project.pairing)
        self.metrics.refresh(project, by_metric, speaker)
        self._refresh_segments(project, evidence, speaker)
        self.statuses.refresh(by_status, project, speaker, has_rows=self.document.observations is not None)
        self._errors.setVisible(bool(by_status))
        self.notices.refresh(notices(evidence, self.document.observations, speaker))

    def rail_state(self) -> RailState:
        """Attention where the evidence is broken or something was only proposed."""
        if not self.document.is_open:
            return "open"
        is_settled = self.document.outcome.is_sound and not assumed_here(self.document.project)
        return "done" if is_settled else "attention"

    def rail_count(self) -> str:
        """How many files were read."""
        return _count(len(self.document.project.sources), "file") if self.document.is_open else ""

    def _counts(self) -> tuple[Any, Any]:
        """Counted once for each evidence and candidate."""
        evidence, candidate = self.document.evidence, self.document.outcome.candidate
        if self._counted is None or self._counted[0] is not evidence or self._counted[1] != candidate:
            counts = metric_counts(evidence, candidate), status_counts(evidence, candidate)
            self._counted = (evidence, candidate, *counts)
        return self._counted[2], self._counted[3]

    def _make_files(self) -> QWidget:
        holder = QWidget()
        self._files.setContentsMargins(0, 0, 0, 0)
        self._files.setSpacing(16)
        holder.setLayout(self._files)
        self._cards: list[FileCard] = []
        return holder

    def _make_pairing(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head, _ = make_section("How units match")
        column.addWidget(head)
        row = QHBoxLayout()
        self.pairing_text = make_label("", "body", wraps=True)
        self.pairing_choice = SegmentedChoice(PAIRINGS, "auto", name="How units match")
        self.pairing_choice.choice_changed.connect(self._pairing_chosen)
        row.addWidget(self.pairing_text, 1)
        row.addWidget(self.pairing_choice)
        column.addLayout(row)
        return holder

    def _make_segments(self) -> QWidget:
        self.partition = ChoiceBox((), name="Segments that add up to the whole")
        self.partition.choice_made.connect(self._partition_chosen)
        holder = self._under("Segments", self.segments)
        head = holder.findChild(QHBoxLayout)
        assert head is not None
        head.addWidget(make_label("Totals add up over", "body", "muted"))
        head.addWidget(self.partition)
        self._segments = holder
        return holder

    def _under(self, title: str, table: QWidget, note: str = "") -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head, _ = make_section(title, note)
        column.addWidget(head)
        column.addWidget(table)
        return holder

    def _refresh_broken(self, speaker: Speaker) -> None:
        fatal = [finding for finding in self.document.outcome.findings if finding.level == "fatal"]
        self.broken.setVisible(bool(fatal))
        if fatal:
            said = " ".join(typeset(speaker.finding(finding)) for finding in fatal)
            self.broken.show_finding("evidence", "No verdict: the evidence is broken", said)

    def _refresh_files(self, project: Project, speaker: Speaker) -> None:
        sources = list(project.sources.values())
        while len(self._cards) > len(sources):
            card = self._cards.pop()
            self._files.removeWidget(card)
            card.hide()
            card.deleteLater()
        for index in range(len(self._cards), len(sources)):
            self._cards.append(FileCard())
            self._files.addWidget(self._cards[index], index // 2, index % 2)
        for card, source in zip(self._cards, sources, strict=True):
            card.refresh(source, *side_of(source, project), speaker.numbers)
        arms = {source.arm for source in sources}
        self.swap.setVisible(len(arms) > 1)

    def _refresh_segments(self, project: Project, evidence: Evidence, speaker: Speaker) -> None:
        dimensions = tuple(evidence.table.dimensions)
        self._segments.setVisible(bool(dimensions))
        choices = [(NO_PARTITION, "nobody: everyone together"), *((name, name) for name in dimensions)]
        whole = "|".join(project.partition)
        if len(project.partition) > 1:
            choices.append((whole, " × ".join(project.partition)))
        self.partition.set_choices(choices)
        self.partition.show_choice(whole, is_assumed=project.is_assumed("partition"))
        self.segments.refresh(project, evidence, speaker)

    def _metric_changed(self, metric: str, field: str, value: Any) -> None:
        project = with_metric(self.document.project, metric, **{field: value})
        word = {"type": "kind", "better": "direction", "role": "role"}[field]
        self.document.edit(project, f"{self.speaker().metric(metric)}: {word} {value or 'only describes'}")

    def _metric_confirmed(self, metric: str) -> None:
        project = self.document.project
        confirmed = project.confirm(*assumed_of_metric(project, metric))
        self.document.edit(confirmed, f"Confirm {self.speaker().metric(metric)}")

    def _all_confirmed(self) -> None:
        project = self.document.project
        self.document.edit(project.confirm(*assumed_here(project)), "Confirm what was assumed about the data")

    def _segment_renamed(self, segment: str, label: str) -> None:
        project = with_segment(self.document.project, segment, label=label or None)
        self.document.edit(project, f"Rename {self.speaker().segment(segment)} to {label or segment}")

    def _segment_protected(self, segment: str, is_on: bool) -> None:
        project = with_segment(self.document.project, segment, protected=is_on)
        verb = "Protect" if is_on else "Stop protecting"
        self.document.edit(project, f"{verb} {self.speaker().segment(segment)}")

    def _pairing_chosen(self, choice: str) -> None:
        project = self.document.project.change(pairing=choice)
        self.document.edit(project, f"Match units: {dict(PAIRINGS)[choice].lower()}")

    def _partition_chosen(self, choice: str) -> None:
        dimensions = tuple(choice.split("|")) if choice else ()
        self.document.edit(with_partition(self.document.project, dimensions), f"Add up over {choice or 'nobody'}")

    def _policy_chosen(self, status: Status, policy: StatusPolicy) -> None:
        project = with_policy(self.document.project, status, policy)
        self.document.edit(project, f"{STATUS_WORDS.get(status, status)}: counts {policy}")


def side_of(source: Source, project: Project) -> tuple[str, Ink]:
    """Which side a file is on, and the ink of that side."""
    if source.arm is None:
        return "Both sides", "muted"
    if source.arm == project.baseline.id:
        label = project.baseline.label
        return f"Before, {label}" if label else "Before", "before"
    candidate = project.candidates.get(source.arm)
    is_one = len(project.candidates) < 2
    label = candidate.label if candidate else None
    return f"After, {label or source.arm}" if label or not is_one else "After", "after"


def pairing_line(pairing: Pairing, speaker: Speaker) -> str:
    """How many units are on both sides and on one alone."""
    numbers = speaker.numbers
    text = f"{numbers.whole(pairing.matched)} units are in both files"
    alone = [
        f"{numbers.whole(count)} only {side}"
        for count, side in ((pairing.only_baseline, "before"), (pairing.only_candidate, "after"))
        if count
    ]
    listed = f", {' and '.join(alone)}" if alone else ", none on one side alone"
    how = "compared pair by pair" if pairing.mode == "paired" else "compared as two separate groups"
    return typeset(f"{text}{listed}; {how}.")


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"
