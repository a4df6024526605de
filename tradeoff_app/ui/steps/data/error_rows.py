"""Rows without an answer: how many, how they count, the same in every metric or each by its own, and what if not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from tradeoff_app.analysis.error_readings import choice_in_force
from tradeoff_app.analysis.status_rows import StatusCount as MetricStatus
from tradeoff_app.app.translation import QT_TR_NOOP, tr
from tradeoff_app.model.project import Project
from tradeoff_app.ui.steps.data.counts import StatusCount
from tradeoff_app.ui.steps.data.edits import policy_of
from tradeoff_app.ui.steps.spoken_step import make_section
from tradeoff_app.ui.tables.choice_box import ChoiceBox
from tradeoff_app.ui.tables.ledger import Ledger, LedgerColumn, NameCell
from tradeoff_app.ui.widgets.buttons import make_button
from tradeoff_app.ui.widgets.text import make_label
from tradeoff_app.wording.speaker import Speaker

STATUS_WORDS = {
    "model_error": QT_TR_NOOP("Model error"),
    "timeout": QT_TR_NOOP("Timed out"),
    "refusal": QT_TR_NOOP("Refused to answer"),
    "infra_error": QT_TR_NOOP("Broke outside the model"),
    "judge_error": QT_TR_NOOP("Judge failed"),
    "not_run": QT_TR_NOOP("Not run"),
}
POLICIES = (
    ("fail", QT_TR_NOOP("As a failure")),
    ("missing", QT_TR_NOOP("As missing")),
    ("separate", QT_TR_NOOP("Apart, as its own finding")),
    ("scored", QT_TR_NOOP("As scored")),
)
CHOICES = (
    ("as-failure", QT_TR_NOOP("As a failure")),
    ("as-missing", QT_TR_NOOP("As missing")),
    ("as-scored", QT_TR_NOOP("As scored")),
)
STATUS_COLUMNS = (
    LedgerColumn(QT_TR_NOOP("What happened"), 200, stretch=1),
    LedgerColumn(QT_TR_NOOP("Units before"), 80, "right"),
    LedgerColumn(QT_TR_NOOP("Units after"), 80, "right"),
    LedgerColumn(QT_TR_NOOP("Counts in every metric"), 220),
)
METRIC_COLUMNS = (
    LedgerColumn(QT_TR_NOOP("Metric"), 200, stretch=1),
    LedgerColumn(QT_TR_NOOP("Rows before"), 80, "right"),
    LedgerColumn(QT_TR_NOOP("Rows after"), 80, "right"),
    LedgerColumn(QT_TR_NOOP("Counts in this metric"), 220),
)


class StatusTable(Ledger):
    """A row per kind of failure that occurs; where only the numbers of one reading were kept the choice is locked."""

    policy_chosen = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(STATUS_COLUMNS, row_height=42, parent=parent)
        self.boxes: dict[str, ChoiceBox] = {}
        self._numbers: dict[str, tuple[QLabel, QLabel]] = {}

    def refresh(self, counts: Sequence[StatusCount], project: Project, speaker: Speaker, *, can_choose: bool) -> None:
        """Rows anew where other failures occur, else in place."""
        if tuple(self.boxes) != tuple(count.status for count in counts):
            self._lay_out(counts)
        for count in counts:
            box = self.boxes[count.status]
            box.show_choice(policy_of(project, count.status))
            box.setEnabled(can_choose)
            before, after = self._numbers[count.status]
            before.setText(speaker.numbers.whole(count.before))
            after.setText(speaker.numbers.whole(count.after))

    def _lay_out(self, counts: Sequence[StatusCount]) -> None:
        self.clear()
        self.boxes, self._numbers = {}, {}
        for count in counts:
            name = tr(STATUS_WORDS.get(count.status, count.status))
            box = _choice_box(POLICIES, tr("{name}: how it counts", name=name))
            box.setProperty("key", count.status)
            box.choice_made.connect(self._chosen)
            before, after = make_label(), make_label()
            self.boxes[count.status], self._numbers[count.status] = box, (before, after)
            self.add_row(count.status, [make_label(name), before, after, box])

    def _chosen(self, policy: str) -> None:
        sender = self.sender()
        if sender is not None:
            self.policy_chosen.emit(str(sender.property("key")), policy)


class MetricErrorTable(Ledger):
    """A row per metric with such rows; its kinds of failure stand under its name."""

    choice_made = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(METRIC_COLUMNS, row_height=46, parent=parent)
        self.boxes: dict[str, ChoiceBox] = {}
        self._cells: dict[str, tuple[NameCell, QLabel, QLabel]] = {}

    def refresh(self, counts: Mapping[str, Sequence[MetricStatus]], speaker: Speaker) -> None:
        """Rows anew where other metrics have failures, else in place."""
        if tuple(self.boxes) != tuple(counts):
            self._lay_out(tuple(counts), speaker)
        for metric, found in counts.items():
            name, before, after = self._cells[metric]
            name.say(speaker.metric(metric), ", ".join(_said(count, speaker) for count in found))
            before.setText(speaker.numbers.whole(sum(count.rows[0] for count in found)))
            after.setText(speaker.numbers.whole(sum(count.rows[1] for count in found)))
            self.boxes[metric].show_choice(choice_in_force(found))

    def _lay_out(self, metrics: Sequence[str], speaker: Speaker) -> None:
        self.clear()
        self.boxes, self._cells = {}, {}
        for metric in metrics:
            box = _choice_box(CHOICES, tr("{metric}: how failed rows count", metric=speaker.metric(metric)))
            box.setProperty("key", metric)
            box.choice_made.connect(self._chosen)
            cells = NameCell(), make_label(), make_label()
            self.boxes[metric], self._cells[metric] = box, cells
            self.add_row(metric, [*cells, box])

    def _chosen(self, choice: str) -> None:
        sender = self.sender()
        if sender is not None:
            self.choice_made.emit(str(sender.property("key")), choice)


class ErrorRows(QWidget):
    """Both tables; the one by metric opens on demand, or by itself where metrics differ."""

    policy_chosen = Signal(str, str)
    choice_made = Signal(str, str)
    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        head, self._remark = make_section(tr("Rows without an answer"))
        self.statuses, self.metrics = StatusTable(), MetricErrorTable()
        self.statuses.policy_chosen.connect(self.policy_chosen)
        self.metrics.choice_made.connect(self.choice_made)
        self.by_metric = make_button(tr("Choose by metric"), "link")
        self.by_metric.clicked.connect(self._toggle)
        self.readings = make_button(tr("What if they counted otherwise?"))
        self.readings.clicked.connect(lambda: self.asked.emit("error_readings"))
        self._is_open = False
        top = QHBoxLayout()
        top.addWidget(head, 1)
        top.addWidget(self.readings)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.statuses)
        column.addSpacing(8)
        column.addWidget(self.by_metric)
        column.addWidget(self.metrics)

    def refresh(
        self,
        by_status: Sequence[StatusCount],
        by_metric: Mapping[str, Sequence[MetricStatus]],
        project: Project,
        speaker: Speaker,
    ) -> None:
        """Show the failures of the evidence as it is."""
        self.setVisible(bool(by_status))
        self.statuses.refresh(by_status, project, speaker, can_choose=bool(by_metric))
        self.metrics.refresh(by_metric, speaker)
        choices = {choice_in_force(found) for found in by_metric.values()}
        is_open = self._is_open or len(choices) > 1
        self.metrics.setVisible(is_open and bool(by_metric))
        self.by_metric.setVisible(bool(by_metric) and len(choices) < 2)
        self.by_metric.setText(tr("One choice for every metric") if self._is_open else tr("Choose by metric"))
        self.readings.setVisible(bool(by_metric))
        self._remark.setText("" if by_metric else tr("the file keeps one reading of them"))

    def _toggle(self) -> None:
        self._is_open = not self._is_open
        self.metrics.setVisible(self._is_open)
        self.by_metric.setText(tr("One choice for every metric") if self._is_open else tr("Choose by metric"))


def _choice_box(choices: Sequence[tuple[str, str]], name: str) -> ChoiceBox:
    offered = [(choice, tr(text)) for choice, text in choices]
    return ChoiceBox(offered, name=name, placeholder=tr("Differs"))


def _said(count: MetricStatus, speaker: Speaker) -> str:
    name = tr(STATUS_WORDS.get(count.status, count.status))
    return f"{name} {speaker.numbers.whole(sum(count.rows))}"
