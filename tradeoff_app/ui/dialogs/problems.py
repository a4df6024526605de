"""Everything that the files made us notice, at once: what, where, and what to do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tradeoff_app.analysis.observations import Problem
from tradeoff_app.app.told import told_problem
from tradeoff_app.app.translation import QT_TR_NOOP, tr
from tradeoff_app.ui.dialogs.problem_kinds import LEVELS, kind_of
from tradeoff_app.ui.dialogs.sheet import Sheet
from tradeoff_app.ui.theme import FontRole
from tradeoff_app.ui.widgets.buttons import make_button
from tradeoff_app.ui.widgets.marks import Mark, MarkView
from tradeoff_app.ui.widgets.text import make_label

ORDER = ("error", "warning", "info")
MARKS: dict[str, Mark] = {"error": "warning", "warning": "attention", "info": "open"}
GROUPS = {
    "error": QT_TR_NOOP("These stand in the way"),
    "warning": QT_TR_NOOP("Look at these"),
    "info": QT_TR_NOOP("Good to know"),
}


class ProblemsDialog(Sheet):
    """One entry a problem under its level, the gravest first; one or all of them can be copied."""

    def __init__(self, problems: Sequence[Problem], parent: QWidget | None = None) -> None:
        self._problems = sorted(
            dict.fromkeys(map(told_problem, problems)), key=lambda problem: ORDER.index(problem.level)
        )
        is_refused = any(problem.level == "error" for problem in problems)
        text = tr("Nothing was changed: what was open is as it was.") if is_refused else ""
        super().__init__(headline(self._problems), text, size=(720, 520), parent=parent)
        groups = [(level, list(found)) for level, found in groupby(self._problems, key=lambda problem: problem.level)]
        for level, found in groups:
            if len(groups) > 1:
                self.body.addWidget(make_label(f"{tr(GROUPS[level])} ({len(found)})", "small", "muted"))
            for problem in found:
                self.body.addWidget(ProblemEntry(problem))
        self.body.addStretch(1)
        copy = self.add_button(make_button(tr("Copy all")))
        close = self.add_button(make_button(tr("Close"), "primary"))
        close.setDefault(True)
        copy.clicked.connect(self._copy)
        close.clicked.connect(self.reject)
        close.setFocus()

    def offer(self, text: str, act: Callable[[], object]) -> None:
        """A way to mend what is listed."""
        button = self.add_button(make_button(text), is_left=True)

        def taken() -> None:
            self.accept()
            act()

        button.clicked.connect(taken)

    def text(self) -> str:
        """All problems as lines of text."""
        return "\n".join(say_problem(problem) for problem in self._problems)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text())


class ProblemEntry(QWidget):
    """Mark, cause, place, hint, and a link that copies all of it."""

    def __init__(self, problem: Problem) -> None:
        super().__init__()
        self.problem = problem
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        top = Qt.AlignmentFlag.AlignTop
        holder = QWidget()
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(0, 3, 0, 0)
        inside.addWidget(MarkView(MARKS[problem.level], 14, tr(LEVELS[problem.level])))
        row.addWidget(holder, 0, top)
        words = QVBoxLayout()
        words.setSpacing(0)
        kind = kind_of(problem.code)
        if kind:
            words.addWidget(make_label(kind, "strong", wraps=True, is_selectable=True))
        role: FontRole = "body" if kind else "strong"
        words.addWidget(make_label(_sentence(problem.text), role, wraps=True, is_selectable=True))
        place = ", ".join(part for part in (problem.file, problem.place) if part)
        if place:
            words.addWidget(make_label(place, "small", "muted", wraps=True, is_selectable=True))
        if problem.hint:
            words.addWidget(make_label(_sentence(problem.hint), "body", wraps=True, is_selectable=True))
        row.addLayout(words, 1)
        self.copy = make_button(tr("Copy"), "link", name=tr("Copy: {text}", text=problem.text))
        self.copy.clicked.connect(self._copy)
        row.addWidget(self.copy, 0, top)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(say_problem(self.problem))


def headline(problems: Sequence[Problem]) -> str:
    """What the list is about, with its count."""
    errors = sum(problem.level == "error" for problem in problems)
    if errors:
        return tr("The file could not be read") if errors == 1 else tr("The files could not be read")
    return tr("1 note on the files") if len(problems) == 1 else tr("{count} notes on the files", count=len(problems))


def say_problem(problem: Problem) -> str:
    """File, place, cause and hint in one line."""
    head = ": ".join(part for part in (problem.file, problem.place, problem.text.rstrip(".")) if part)
    return f"{head}. {problem.hint}".strip()


def _sentence(text: str) -> str:
    """With a capital letter and a full stop."""
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "?", "!")) or not text else ".")
