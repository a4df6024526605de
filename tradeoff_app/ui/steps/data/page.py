"""The Data step: which files, how their units match, what they measured, and whether they can be compared."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tradeoff_app.analysis.error_readings import choose_errors, count_errors
from tradeoff_app.analysis.evidence import Evidence
from tradeoff_app.analysis.evidence_checks import list_checks
from tradeoff_app.app.document import Document
from tradeoff_app.app.known_tables import KnownTable
from tradeoff_app.app.translation import QT_TR_NOOP, tr
from tradeoff_app.model.mapping import ColumnMapping, ErrorChoice
from tradeoff_app.model.metric import Status, StatusPolicy
from tradeoff_app.model.project import Project
from tradeoff_app.ui.steps.data.checks_list import ChecksList
from tradeoff_app.ui.steps.data.counts import metric_counts, status_counts
from tradeoff_app.ui.steps.data.edits import (
    assumed_here,
    assumed_of_metric,
    with_metric,
    with_partition,
    with_policy,
    with_segment,
)
from tradeoff_app.ui.steps.data.error_rows import CHOICES, POLICIES, STATUS_WORDS, ErrorRows
from tradeoff_app.ui.steps.data.files_block import FilesBlock
from tradeoff_app.ui.steps.data.matching import PAIRINGS, Matching
from tradeoff_app.ui.steps.data.metric_table import DIRECTIONS, KINDS, ROLES, MetricTable
from tradeoff_app.ui.steps.data.notices import NoticeList, notices
from tradeoff_app.ui.steps.data.references_block import ReferencesBlock
from tradeoff_app.ui.steps.data.segments_block import SegmentsBlock
from tradeoff_app.ui.steps.spoken_step import SpokenStep, make_section
from tradeoff_app.ui.steps.step import RailState
from tradeoff_app.ui.widgets.banner import Banner
from tradeoff_app.ui.widgets.buttons import make_button
from tradeoff_app.ui.widgets.tab_order import chain_tabs
from tradeoff_app.ui.widgets.text import make_label
from tradeoff_app.wording.speaker import Speaker
from tradeoff_app.wording.typography import typeset

FIELDS = {
    "type": (QT_TR_NOOP("kind"), dict(KINDS)),
    "better": (QT_TR_NOOP("direction"), dict(DIRECTIONS)),
    "role": (QT_TR_NOOP("role"), dict(ROLES)),
    "unit": (QT_TR_NOOP("unit"), {}),
}


class DataStep(SpokenStep):
    """Everything that was only proposed is italic until it is confirmed or chosen.

    `wanted` carries what the window has to do (it needs files, a dialog or a worker), and about which item.
    """

    step_id = "data"
    title = QT_TR_NOOP("Data")

    wanted = Signal(str, str)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(document, tr("What was compared"), parent=parent)
        self._counted: tuple[Evidence, str, tuple[Any, Any]] | None = None
        self._built: tuple[object, ...] = ()
        self.find_known: Callable[[ColumnMapping], KnownTable | None] = lambda _mapping: None
        self._build_head()
        self.repair = make_button(
            tr("Choose other files…"), name=tr("Replace the files by others that can be compared")
        )
        self.repair.clicked.connect(lambda: self._asked("update"))
        self.broken = Banner("evidence", buttons=[self.repair])
        self._above = QWidget()
        above = QVBoxLayout(self._above)
        above.setContentsMargins(0, 0, 0, 0)
        above.addWidget(self.broken)
        self.add_block(self._above, after=16)
        self.files = FilesBlock()
        self.files.deed_chosen.connect(self.wanted)
        self.files.asked.connect(self._asked)
        self.add_block(self.files)
        self.matching = Matching()
        self.matching.pairing_chosen.connect(self._pairing_chosen)
        self.matching.asked.connect(self._asked)
        self.add_block(self.matching)
        self.metrics = MetricTable()
        self.metrics.changed.connect(self._metric_changed)
        self.metrics.confirmed.connect(self._metric_confirmed)
        self.add_block(_under(tr("Metrics"), self.metrics))
        self.references = ReferencesBlock()
        self.add_block(self.references)
        self.segments = SegmentsBlock()
        self.segments.asked.connect(self.wanted)
        self.segments.partition_chosen.connect(self._partition_chosen)
        self.segments.table.renamed.connect(self._segment_renamed)
        self.segments.table.protected.connect(self._segment_protected)
        self.segments.table.removed.connect(self._segment_removed)
        self.add_block(self.segments)
        self.errors = ErrorRows()
        self.errors.policy_chosen.connect(self._policy_chosen)
        self.errors.choice_made.connect(self._errors_chosen)
        self.errors.asked.connect(self._asked)
        self.add_block(self.errors)
        self._build_checks()
        self.page.body.addStretch(1)

    def refresh(self) -> None:
        """Rows anew where files, metrics or segments changed, else in place."""
        project, evidence, outcome = self.document.project, self.document.evidence, self.document.outcome
        rows, speaker = self.document.observations, self.speaker()
        by_metric, by_status = self._counts()
        match = evidence.source.match
        errors = count_errors(project, evidence)
        self.say(typeset(f"{_count_files(len(project.sources))}; {speaker.grade(outcome.grade)}."))
        self.confirm_all.setVisible(bool(assumed_here(project)))
        self.swap.setVisible(len(evidence.table.arms) > 1)
        self._refresh_broken(speaker)
        self.files.refresh(project, evidence, speaker.numbers, self.find_known(project.mapping))
        self.matching.refresh(
            evidence.pairings.get(outcome.candidate),
            choice=project.pairing,
            key=project.mapping.unit if match is None else match.column,
            repeated=None if match is None else match.listed_twice,
            name=speaker.candidate(outcome.candidate) if len(project.candidates) > 1 else "",
            speaker=speaker,
            has_ids=outcome.grade != "aggregates_only",
        )
        failed = {key: sum(sum(count.rows) for count in found) for key, found in errors.items()}
        self.metrics.refresh(project, by_metric, speaker, failed)
        self.references.refresh(project, evidence, outcome.candidate, speaker)
        self.segments.refresh(project, evidence, rows, speaker)
        self.errors.refresh(by_status, errors, project, speaker)
        self.grade.setText(typeset(tr("Grade: {grade}", grade=speaker.grade(outcome.grade))))
        self.checks.refresh(list_checks(evidence, outcome.findings, rows, outcome.candidate), speaker)
        found = notices(evidence, rows, speaker)
        self.notices.refresh(found)
        self._notes.setVisible(bool(found))
        self.all_notes.setVisible(rows is not None and bool(rows.problems))
        self._order_tabs()

    def rail_state(self) -> RailState:
        """Attention where the evidence is broken or something was only proposed."""
        if not self.document.is_open:
            return "open"
        is_settled = self.document.outcome.is_sound and not assumed_here(self.document.project)
        return "done" if is_settled else "attention"

    def rail_count(self) -> str:
        """How many files were read."""
        return _count_files(len(self.document.project.sources)) if self.document.is_open else ""

    def _order_tabs(self) -> None:
        """Tab follows the page; only where rows were built anew, because every control is asked."""
        tables = (self.metrics, self.segments.table, self.errors.statuses, self.errors.metrics)
        built = (len(self.files.cards), *(table.keys() for table in tables))
        if built != self._built:
            self._built = built
            chain_tabs(self.page)

    def show_input(self, path: str, /) -> bool:
        """Bring the control of an assumed kind, direction, role, segment or partition to sight."""
        control = self._control_of(path)
        if control is None:
            return False
        self.page.bring_to_sight(control)
        control.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def _control_of(self, path: str) -> QWidget | None:
        if path == "partition":
            return self.segments.partition
        if path.startswith("segments/"):
            segment = self.segments.table.rows.get(path.removeprefix("segments/"))
            return segment.label if segment else None
        metric, _, field = path.removeprefix("metrics/").rpartition("/")
        row = self.metrics.rows.get(metric)
        return row.boxes.get(field) if row else None

    def _counts(self) -> tuple[Any, Any]:
        """Scores by metric and failures by status: counted once for each evidence and candidate."""
        evidence, candidate = self.document.evidence, self.document.outcome.candidate
        if self._counted is None or self._counted[0] is not evidence or self._counted[1] != candidate:
            counts = metric_counts(evidence, candidate), status_counts(evidence, candidate)
            self._counted = (evidence, candidate, counts)
        return self._counted[2]

    def _build_head(self) -> None:
        confirm = tr("Confirm everything that was assumed about the data")
        self.confirm_all = make_button(tr("Confirm all"), name=confirm)
        self.confirm_all.clicked.connect(self._all_confirmed)
        self.swap = make_button(tr("Swap before and after"))
        self.swap.clicked.connect(lambda: self._asked("swap"))
        self.update_data = make_button(tr("Update data…"))
        self.update_data.clicked.connect(lambda: self._asked("update"))
        for button in (self.confirm_all, self.swap, self.update_data):
            self.page.head_row.addWidget(button)

    def _build_checks(self) -> None:
        self.checks = ChecksList()
        self.grade = make_label("", "body", "muted")
        self.add_block(_under(tr("Can the comparison be trusted"), self.checks, self.grade))
        self.notices = NoticeList()
        self.all_notes = make_button(tr("See all notes…"), name=tr("See all notes on the files"))
        self.all_notes.clicked.connect(lambda: self._asked("problems"))
        self._notes = _under(tr("What else was noticed"), self.notices, self.all_notes)
        self.add_block(self._notes, after=0)

    def _asked(self, what: str) -> None:
        self.wanted.emit(what, "")

    def _refresh_broken(self, speaker: Speaker) -> None:
        fatal = [finding for finding in self.document.outcome.findings if finding.level == "fatal"]
        self._above.setVisible(bool(fatal))
        if fatal:
            said = " ".join(typeset(speaker.finding(finding)) for finding in fatal)
            self.broken.show_finding("evidence", tr("No verdict: the evidence is broken"), said)

    def _metric_changed(self, metric: str, field: str, value: Any) -> None:
        project = with_metric(self.document.project, metric, **{field: value})
        word, texts = FIELDS[field]
        text = texts.get(value or "none", value or tr("none"))
        name = tr(
            "{metric}: {word} {value}", metric=self.speaker().metric(metric), word=tr(word), value=tr(text).lower()
        )
        self.document.edit(project, name, f"metrics/{metric}/unit" if field == "unit" else None)

    def _metric_confirmed(self, metric: str) -> None:
        project = self.document.project
        confirmed = project.confirm(*assumed_of_metric(project, metric))
        self.document.edit(confirmed, tr("Confirm {metric}", metric=self.speaker().metric(metric)))

    def _all_confirmed(self) -> None:
        project = self.document.project
        self.document.edit(project.confirm(*assumed_here(project)), tr("Confirm what was assumed about the data"))

    def _segment_renamed(self, segment: str, label: str) -> None:
        project = with_segment(self.document.project, segment, label=label or None)
        before = self.segments.table.rows[segment].name_before
        name = tr("Rename {segment} to {label}", segment=before, label=label or segment)
        self.document.edit(project, name, f"segments/{segment}/label")

    def _segment_protected(self, segment: str, is_on: bool) -> None:
        project = with_segment(self.document.project, segment, protected=is_on)
        said = self.speaker().segment(segment)
        name = tr("Protect {segment}", segment=said) if is_on else tr("Stop protecting {segment}", segment=said)
        self.document.edit(project, name)

    def _segment_removed(self, segment: str) -> None:
        project: Project = self.document.project.without_item("segments", segment).confirm(f"segments/{segment}")
        self.document.edit(project, tr("Remove {segment}", segment=self.speaker().segment(segment)))

    def _pairing_chosen(self, choice: str) -> None:
        project = self.document.project.change(pairing=choice)
        self.document.edit(project, tr("Match units: {how}", how=_word(PAIRINGS, choice)))

    def _partition_chosen(self, choice: str) -> None:
        dimensions = tuple(choice.split("|")) if choice else ()
        name = tr("Add up over {dimension}", dimension=choice or tr("nobody"))
        self.document.edit(with_partition(self.document.project, dimensions), name)

    def _policy_chosen(self, status: Status, policy: StatusPolicy) -> None:
        project = with_policy(self.document.project, status, policy)
        said = tr(STATUS_WORDS.get(status, status))
        self.document.edit(project, tr("{status}: count {how}", status=said, how=_word(POLICIES, policy)))

    def _errors_chosen(self, metric: str, choice: ErrorChoice) -> None:
        project = choose_errors(self.document.project, choice, [metric])
        name = self.speaker().metric(metric)
        self.document.edit(project, tr("{metric}: failed rows {how}", metric=name, how=_word(CHOICES, choice)))


def _word(choices: tuple[tuple[str, str], ...], choice: str) -> str:
    words: Mapping[str, str] = dict(choices)
    return tr(words[choice]).lower()


def _under(title: str, table: QWidget, beside: QWidget | None = None) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    head, _ = make_section(title)
    row = QHBoxLayout()
    row.addWidget(head, 1)
    if beside is not None:
        row.addWidget(beside)
    column.addLayout(row)
    column.addWidget(table)
    return holder


def _count_files(number: int) -> str:
    return tr("1 file") if number == 1 else tr("{number} files", number=number)
