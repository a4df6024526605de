"""What comes out of a way of reading, beside the columns: units, metrics, segments, and everything that was noticed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from tradeoff_app.app.told import told, told_place
from tradeoff_app.app.translation import number_text, tr
from tradeoff_app.ui.dialogs.problem_kinds import LEVELS
from tradeoff_app.ui.widgets.marks import Mark, MarkView
from tradeoff_app.ui.widgets.text import Ink, make_label

MARKS: dict[str, Mark] = {"error": "warning", "warning": "attention", "info": "open"}
MOST_NAMED = 12


class PlanOutcome(QScrollArea):
    """Rebuilt for each plan; while one is on its way the last one stays."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("surface")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("What comes out"))
        self._lines: list[str] = []

    def text(self) -> str:
        """Everything that is said, as lines."""
        return "\n".join(self._lines)

    def show_plan(self, plan: Mapping[str, Any]) -> None:
        """Say what a plan comes to."""
        inner = QWidget()
        inner.setProperty("ground", "surface")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(2)
        self._lines = []
        outcome = plan["outcome"]
        for error in plan["errors"]:
            where = ", ".join(part for part in (error["file"], told_place(error["place"])) if part)
            cause = told(error["cause"])
            self._note(column, "error", f"{where}: {cause}." if where else f"{cause}.", told(error["hint"]))
        if outcome is not None:
            self._say_outcome(column, outcome)
        column.addStretch(1)
        self.setWidget(inner)

    def _say_outcome(self, column: QVBoxLayout, outcome: Mapping[str, Any]) -> None:
        self._head(column, tr("Units"))
        self._line(column, match_text(outcome))
        metrics = [metric["name"] for metric in outcome["metrics"]]
        self._head(column, tr("Metrics: {count}", count=len(metrics)))
        self._line(column, _listed(metrics) or tr("None: name a column that holds results."))
        segments = [
            tr("{name}: {count} values", name=item["name"], count=item["values"]) for item in outcome["segments"]
        ]
        self._head(column, tr("Segment columns: {count}", count=len(segments)))
        self._line(column, _listed(segments) or tr("none"))
        problems = sorted(outcome["problems"], key=lambda problem: list(MARKS).index(problem["level"]))
        if problems:
            self._head(column, tr("Noticed: {count}", count=len(problems)))
        for problem in problems:
            self._note(column, problem["level"], told(problem["text"]), told(problem["hint"]))

    def _head(self, column: QVBoxLayout, text: str) -> None:
        if self._lines:
            column.addSpacing(8)
        self._lines.append(text)
        column.addWidget(make_label(text, "strong"))

    def _line(self, column: QVBoxLayout, text: str, ink: Ink = "text") -> None:
        self._lines.append(text)
        column.addWidget(make_label(text, "body", ink, wraps=True, is_selectable=True))

    def _note(self, column: QVBoxLayout, level: str, text: str, hint: str) -> None:
        self._lines += [text, *([hint] if hint else [])]
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(MarkView(MARKS[level], 12, tr(LEVELS[level])), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(make_label(text, "small", wraps=True, is_selectable=True))
        if hint:
            words.addWidget(make_label(hint, "small", "muted", wraps=True))
        row.addLayout(words, 1)
        column.addLayout(row)
        column.addSpacing(4)


def match_text(outcome: Mapping[str, Any]) -> str:
    """How the units match: by which column, and how many on each side."""
    fields = {name: number_text(outcome[name]) for name in ("matched", "only_before", "only_after", "units")}
    if len(outcome["arms"]) < 2:
        return tr("{units} units in one version: say which column holds the version.", **fields)
    said = tr("{matched} in both, {only_before} only before, {only_after} only after", **fields)
    if outcome["unit"] is None:
        return tr("{said}. No column tells the units apart.", said=said)
    return tr("Matched by {column}: {said}.", column=outcome["unit"], said=said)


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(names[:MOST_NAMED])
    left = len(names) - MOST_NAMED
    return shown if left <= 0 else tr("{names} and {count} more", names=shown, count=left)
