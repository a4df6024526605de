"""What was found about files and evidence, the gravest first, and how rows without an answer count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from tradeoff_app.analysis.evidence import Evidence
from tradeoff_app.analysis.observations import Observations
from tradeoff_app.model.project import Project
from tradeoff_app.ui.steps.data.counts import StatusCount
from tradeoff_app.ui.steps.data.edits import policy_of
from tradeoff_app.ui.tables.choice_box import ChoiceBox
from tradeoff_app.ui.tables.ledger import Ledger, LedgerColumn
from tradeoff_app.ui.widgets.marks import Mark, MarkView
from tradeoff_app.ui.widgets.text import make_label
from tradeoff_app.wording.speaker import Speaker
from tradeoff_app.wording.typography import typeset

STATUS_WORDS = {
    "model_error": "Model error",
    "timeout": "Timed out",
    "refusal": "Refused to answer",
    "infra_error": "Broke outside the model",
    "judge_error": "Judge failed",
    "not_run": "Not run",
}
POLICIES = (
    ("fail", "As a failure"),
    ("missing", "As missing"),
    ("separate", "Apart, as its own finding"),
    ("scored", "As scored"),
)
_MARKS: dict[str, Mark] = {
    "fatal": "warning",
    "error": "warning",
    "warn": "attention",
    "warning": "attention",
    "info": "open",
}
_RANK = {"fatal": 0, "error": 1, "warn": 2, "warning": 2, "info": 3}
MOST = 40


@dataclass(frozen=True)
class Notice:
    """One thing that the PM should know: what, and what to do about it."""

    level: str
    text: str
    hint: str = ""


def notices(evidence: Evidence, observations: Observations | None, speaker: Speaker) -> tuple[Notice, ...]:
    """Findings about the evidence and problems of the files, the gravest first; what is in order is left out."""
    found = [
        Notice(finding.level, typeset(speaker.finding(finding)))
        for finding in evidence.findings
        if finding.level != "ok"
    ]
    for problem in observations.problems if observations else ():
        where = ", ".join(part for part in (problem.file, problem.place) if part)
        found.append(Notice(problem.level, f"{where}: {problem.text}" if where else problem.text, problem.hint))
    unique = tuple(dict.fromkeys(found))
    return tuple(sorted(unique, key=lambda notice: _RANK.get(notice.level, 3)))


class NoticeList(QWidget):
    """Marks and sentences; unchanged notices keep their labels."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Notice, ...] | None = None
        self._rows = QGridLayout(self)
        self._rows.setContentsMargins(0, 4, 0, 0)
        self._rows.setHorizontalSpacing(8)
        self._rows.setVerticalSpacing(6)
        self._rows.setColumnStretch(1, 1)

    def shown(self) -> tuple[Notice, ...]:
        """What is listed."""
        return self._shown or ()

    def refresh(self, found: Sequence[Notice]) -> None:
        """List other notices."""
        if tuple(found) == self._shown:
            return
        self._shown = tuple(found)
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row, notice in enumerate(found[:MOST]):
            self._add(row, notice)
        if len(found) > MOST:
            self._rows.addWidget(make_label(f"{len(found) - MOST} more", "body", "muted"), MOST, 1)
        if not found:
            self._add(0, Notice("ok", "Nothing found that stands against the comparison."))

    def _add(self, row: int, notice: Notice) -> None:
        holder = QWidget()
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(0, 4, 0, 0)
        inside.addWidget(MarkView(_MARKS.get(notice.level, "done"), name=notice.level))
        self._rows.addWidget(holder, row, 0, Qt.AlignmentFlag.AlignTop)
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(make_label(notice.text, "body", wraps=True, is_selectable=True))
        if notice.hint:
            column.addWidget(make_label(notice.hint, "body", "muted", wraps=True))
        self._rows.addWidget(words, row, 1)


COLUMNS = (
    LedgerColumn("What happened", 200, stretch=1),
    LedgerColumn("Units before", 80, "right"),
    LedgerColumn("Units after", 80, "right"),
    LedgerColumn("Counts", 220),
)


class StatusTable(Ledger):
    """A row per kind of failure that occurs; without the rows at hand the choice can't act and is locked."""

    policy_chosen = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(COLUMNS, row_height=42, parent=parent)
        self._boxes: dict[str, ChoiceBox] = {}
        self._numbers: dict[str, tuple[QLabel, QLabel]] = {}

    def refresh(self, counts: Sequence[StatusCount], project: Project, speaker: Speaker, *, has_rows: bool) -> None:
        """Rows anew where other failures occur, else in place."""
        if tuple(self._boxes) != tuple(count.status for count in counts):
            self._lay_out(counts)
        for count in counts:
            box = self._boxes[count.status]
            box.show_choice(policy_of(project, count.status))
            box.setEnabled(has_rows)
            before, after = self._numbers[count.status]
            before.setText(speaker.numbers.whole(count.before))
            after.setText(speaker.numbers.whole(count.after))

    def _lay_out(self, counts: Sequence[StatusCount]) -> None:
        self.clear()
        self._boxes, self._numbers = {}, {}
        for count in counts:
            name = STATUS_WORDS.get(count.status, count.status)
            box = ChoiceBox(POLICIES, name=f"{name}: how it counts", placeholder="Differs by metric")
            box.setProperty("status", count.status)
            box.choice_made.connect(self._chosen)
            before, after = make_label(), make_label()
            self._boxes[count.status], self._numbers[count.status] = box, (before, after)
            self.add_row(count.status, [make_label(name), before, after, box])

    def _chosen(self, policy: str) -> None:
        sender = self.sender()
        if sender is not None:
            self.policy_chosen.emit(str(sender.property("status")), policy)
