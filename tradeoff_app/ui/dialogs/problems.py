"""Everything that the files made us notice, at once: what, where, and what to do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from tradeoff_app.analysis.observations import Problem
from tradeoff_app.ui.widgets.buttons import make_button, make_rule
from tradeoff_app.ui.widgets.marks import Mark, MarkView
from tradeoff_app.ui.widgets.text import make_label

ORDER = ("error", "warning", "info")
MARKS: dict[str, Mark] = {"error": "warning", "warning": "attention", "info": "open"}
WORDS = {"error": "Error", "warning": "Warning", "info": "Note"}


class ProblemsDialog(QDialog):
    """One entry a problem, errors first; everything can be copied."""

    def __init__(self, problems: Sequence[Problem], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._problems = sorted(problems, key=lambda problem: ORDER.index(problem.level))
        title = headline(self._problems)
        self.setWindowTitle(title)
        self.resize(640, 420)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        column.addWidget(make_label(title, "section", wraps=True))
        column.addWidget(make_rule("head-rule"))
        column.addWidget(self._list(), 1)
        row = QHBoxLayout()
        copy, close = make_button("Copy all"), make_button("Close", "primary")
        copy.clicked.connect(self._copy)
        close.clicked.connect(self.reject)
        row.addStretch(1)
        row.addWidget(copy)
        row.addSpacing(8)
        row.addWidget(close)
        column.addLayout(row)

    def text(self) -> str:
        """All problems as lines of text."""
        return "\n".join(say_problem(problem) for problem in self._problems)

    def _list(self) -> QScrollArea:
        inner = QWidget()
        inner.setProperty("ground", "surface")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        for problem in self._problems:
            column.addWidget(_Entry(problem))
        column.addStretch(1)
        area = QScrollArea()
        area.setObjectName("surface")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        return area

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text())


class _Entry(QWidget):
    """Mark, cause, place, hint."""

    def __init__(self, problem: Problem) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(MarkView(MARKS[problem.level], 14, WORDS[problem.level]), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(make_label(_sentence(problem.text), "strong", wraps=True, is_selectable=True))
        place = ", ".join(part for part in (problem.file, problem.place) if part)
        if place:
            words.addWidget(make_label(place, "small", "muted", wraps=True, is_selectable=True))
        if problem.hint:
            words.addWidget(make_label(_sentence(problem.hint), "body", wraps=True, is_selectable=True))
        row.addLayout(words, 1)


def headline(problems: Sequence[Problem]) -> str:
    """What the list is about, with its count."""
    errors = sum(problem.level == "error" for problem in problems)
    if errors == len(problems):
        return "The files could not be read"
    if errors:
        return f"{errors} of {len(problems)} notes stop the reading"
    return "1 note on the files" if len(problems) == 1 else f"{len(problems)} notes on the files"


def say_problem(problem: Problem) -> str:
    """File, place, cause and hint in one line."""
    head = ": ".join(part for part in (problem.file, problem.place, problem.text.rstrip(".")) if part)
    return f"{head}. {problem.hint}".strip()


def _sentence(text: str) -> str:
    """With a capital letter and a full stop."""
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "?", "!")) or not text else ".")
