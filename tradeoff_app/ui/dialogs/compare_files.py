"""Two project files side by side: both verdicts, and every difference in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from tradeoff_app.analysis.evidence import Evidence, evidence_from_table
from tradeoff_app.analysis.outcome import Outcome, evaluate
from tradeoff_app.app.jobs import ThreadJob
from tradeoff_app.app.told import told_refusal
from tradeoff_app.app.translation import QT_TR_NOOP, tr
from tradeoff_app.colleagues.compare import compare_projects, without_nulls
from tradeoff_app.model.project import Project
from tradeoff_app.storage.errors import StorageError
from tradeoff_app.storage.project_file import read_project
from tradeoff_app.ui.dialogs.question import tell
from tradeoff_app.ui.dialogs.ringed import RingedDialog
from tradeoff_app.ui.widgets.buttons import make_button, make_rule
from tradeoff_app.ui.widgets.card import Card
from tradeoff_app.ui.widgets.marks import MARK_OF_VERDICT, MarkView
from tradeoff_app.ui.widgets.text import ElidedLabel, make_label
from tradeoff_app.wording.speaker import Speaker
from tradeoff_app.wording.typography import typeset

KINDS = QT_TR_NOOP("Tradeoff projects (*.tradeoff *.tradeoffz)")
NO_DIFFERENCE = QT_TR_NOOP("Nothing differs: the same decisions on the same numbers.")


@dataclass(frozen=True)
class Side:
    """One of the two files with what follows from it."""

    file: str
    project: Project
    evidence: Evidence
    outcome: Outcome


def read_side(path: Path, today: date) -> Side:
    """Read and evaluate a project file; raises StorageError."""
    stored = read_project(path)
    evidence = evidence_from_table(stored.evidence_source, stored.project)
    outcome = evaluate(stored.project, evidence, as_of=stored.project.as_of or today)
    return Side(path.name, stored.project, evidence, outcome)


def differences_in_words(mine: Side, theirs: Side, language: str) -> tuple[str, ...]:
    """Each difference as a sentence, in the words of the project that has the item; other rows count as one."""
    ours, others = Speaker(mine.project, language), Speaker(theirs.project, language)
    told = []
    for found in compare_projects(mine.project, theirs.project):
        speaker = others if found.kind == "added" else ours
        values = without_nulls(found.mine), without_nulls(found.theirs)
        told.append(typeset(speaker.difference(found.item, *values, found.kind)))
    if mine.evidence.hash != theirs.evidence.hash:
        told.append(tr("The results are not the same: the two projects rest on other numbers."))
    return tuple(told)


class VerdictCard(Card):
    """One file: its name, its verdict, its safety gates and its worth."""

    def __init__(self, side: Side, language: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        speaker = Speaker(side.project, language)
        self.body.setSpacing(2)
        self.setAccessibleName(side.file)
        self.body.addWidget(ElidedLabel(side.file, "small", "muted", elide=Qt.TextElideMode.ElideMiddle))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(MarkView(MARK_OF_VERDICT.get(side.outcome.verdict.recommendation, "open"), 16))
        row.addWidget(make_label(typeset(speaker.verdict_title(side.outcome)), "section", wraps=True), 1)
        self.body.addLayout(row)
        for line in (
            speaker.safety_line(side.outcome),
            tr("Worth a month: {worth_line}", worth_line=speaker.worth_line(side.outcome)),
        ):
            self.body.addWidget(make_label(typeset(line), "body", "muted", wraps=True))
        self.body.addStretch(1)


class CompareFilesDialog(RingedDialog):
    """Verdicts above, differences below; everything can be copied."""

    def __init__(self, mine: Side, theirs: Side, language: str = "en", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("{mine} and {theirs}", mine=mine.file, theirs=theirs.file))
        self.resize(720, 560)
        self.differences = differences_in_words(mine, theirs, language)
        self._text = "\n".join(
            [tr("{mine} and {theirs}", mine=mine.file, theirs=theirs.file), *(self.differences or (tr(NO_DIFFERENCE),))]
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        sides = QHBoxLayout()
        sides.setSpacing(16)
        for side in (mine, theirs):
            sides.addWidget(VerdictCard(side, language), 1)
        column.addLayout(sides)
        count = len(self.differences)
        head = tr("1 difference") if count == 1 else tr("{count} differences", count=count)
        column.addWidget(make_label(head if count else tr("No differences"), "section"))
        column.addWidget(make_rule("head-rule"))
        column.addWidget(_make_list(self.differences or (tr(NO_DIFFERENCE),)), 1)
        column.addLayout(self._make_buttons())

    def _make_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        copy, close = make_button(tr("Copy all")), make_button(tr("Close"), "primary")
        copy.clicked.connect(self._copied)
        close.clicked.connect(self.reject)
        row.addStretch(1)
        row.addWidget(copy)
        row.addWidget(close)
        close.setDefault(True)
        return row

    def _copied(self) -> None:
        QGuiApplication.clipboard().setText(self._text)


def compare_files(window: QWidget, paths: Sequence[Path], language: str = "en", today: date | None = None) -> None:
    """Compare two project files; asks for those that are not given. Reading runs beside the window."""
    chosen = list(paths[:2])
    while len(chosen) < 2:
        title = tr("Choose your project file") if not chosen else tr("Choose the file to compare it with")
        name, _ = QFileDialog.getOpenFileName(window, title, str(chosen[0].parent) if chosen else "", tr(KINDS))
        if not name:
            return
        chosen.append(Path(name))
    mine, theirs = chosen
    day = today or date.today()  # noqa: DTZ011 - acceptances end on a calendar day
    job = _Comparison(window, language)
    job.start(lambda: (read_side(mine, day), read_side(theirs, day)))


class _Comparison(ThreadJob):
    """Shows the dialog when both files are read, or says which of them can't be."""

    def __init__(self, window: QWidget, language: str) -> None:
        super().__init__(window)
        self._window, self._language = window, language
        self.done.connect(self._read)
        self.failed.connect(self._broke)

    def _read(self, sides: tuple[Side, Side]) -> None:
        CompareFilesDialog(*sides, self._language, self._window).open()
        self.deleteLater()

    def _broke(self, error: BaseException) -> None:
        self.deleteLater()
        if not isinstance(error, StorageError):
            raise error
        tell(self._window, tr("{file} can’t be compared", file=error.file), told_refusal(error, with_place=True))


def _make_list(lines: Sequence[str]) -> QScrollArea:
    inner = QWidget()
    inner.setProperty("ground", "surface")
    inner.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    column = QVBoxLayout(inner)
    column.setContentsMargins(0, 0, 8, 0)
    column.setSpacing(0)
    for line in lines:
        label = make_label(line, "body", wraps=True, is_selectable=True)
        label.setContentsMargins(0, 6, 0, 6)
        column.addWidget(label)
        column.addWidget(make_rule())
    column.addStretch(1)
    area = QScrollArea()
    area.setAccessibleName(tr("Differences"))
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setWidget(inner)
    return area
