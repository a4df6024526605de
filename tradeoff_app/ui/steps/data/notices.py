"""What was found about files and evidence besides the checks, the gravest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from tradeoff_app.analysis.evidence import Evidence
from tradeoff_app.analysis.evidence_checks import PROBLEMS, is_told
from tradeoff_app.analysis.observations import Observations
from tradeoff_app.app.told import told_problem
from tradeoff_app.app.translation import tr
from tradeoff_app.ui.dialogs.problem_kinds import LEVELS
from tradeoff_app.ui.widgets.marks import Mark, MarkView
from tradeoff_app.ui.widgets.text import make_label
from tradeoff_app.wording.speaker import Speaker
from tradeoff_app.wording.typography import typeset

_MARKS: dict[str, Mark] = {
    "fatal": "warning",
    "error": "warning",
    "warn": "attention",
    "warning": "attention",
    "info": "open",
}
_RANK = {"fatal": 0, "error": 1, "warn": 2, "warning": 2, "info": 3}
MOST = 8


@dataclass(frozen=True)
class Notice:
    """One thing that the PM should know: what, and what to do about it."""

    level: str
    text: str
    hint: str = ""


def notices(evidence: Evidence, observations: Observations | None, speaker: Speaker) -> tuple[Notice, ...]:
    """Findings and problems that no check tells, the gravest first; notes on the files stand in their own list."""
    found = [
        Notice(finding.level, typeset(speaker.finding(finding)))
        for finding in evidence.findings
        if finding.level != "ok" and not is_told(finding)
    ]
    problems = observations.problems if observations else ()
    shown = (told_problem(noted) for noted in problems if noted.level != "info" and noted.code not in PROBLEMS)
    for problem in shown:
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
            self._rows.addWidget(make_label(tr("{count} more", count=len(found) - MOST), "body", "muted"), MOST, 1)
        if not found:
            self._add(0, Notice("ok", tr("Nothing else was noticed.")))

    def _add(self, row: int, notice: Notice) -> None:
        holder = QWidget()
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(0, 4, 0, 0)
        inside.addWidget(MarkView(_MARKS.get(notice.level, "done"), name=tr(LEVELS[notice.level])))
        self._rows.addWidget(holder, row, 0, Qt.AlignmentFlag.AlignTop)
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(make_label(notice.text, "body", wraps=True, is_selectable=True))
        if notice.hint:
            column.addWidget(make_label(notice.hint, "body", "muted", wraps=True))
        self._rows.addWidget(words, row, 1)
