"""The rules of the verdict in order, each with a mark, what holds or does not, and what that rests on."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QPlainTextEdit, QWidget

from tradeoff_app.analysis.outcome import Outcome
from tradeoff_app.analysis.verdict import Recommendation, RuleOutcome
from tradeoff_app.ui.tables.ledger import Ledger, LedgerColumn
from tradeoff_app.ui.theme import font
from tradeoff_app.ui.widgets.marks import Mark, MarkView
from tradeoff_app.ui.widgets.text import make_label
from tradeoff_app.wording.speaker import Speaker
from tradeoff_app.wording.trace import is_stated
from tradeoff_app.wording.typography import typeset

CHECKS: tuple[Recommendation, ...] = ("INVALID", "BLOCKED", "NEEDS_ACCEPTANCE", "HOLD", "NO_CASE")
"""The rules that can stand against shipping, in their order."""

_AGAINST: dict[str, Mark] = {
    "INVALID": "warning",
    "BLOCKED": "fail",
    "NEEDS_ACCEPTANCE": "worse",
    "HOLD": "cannot_tell",
    "NO_CASE": "cannot_tell",
}
COLUMNS = (
    LedgerColumn("", 12, gap=10),
    LedgerColumn("", 190, gap=16),
    LedgerColumn("", 200, stretch=1),
)


@dataclass(frozen=True)
class TraceLine:
    """One rule as it is shown; the deciding one stands out."""

    mark: Mark
    title: str
    detail: str
    is_deciding: bool


def trace_lines(outcome: Outcome, speaker: Speaker) -> tuple[TraceLine, ...]:
    """The five checks; accepted regressions are told where regressions are."""
    rules = {rule.rule: rule for rule in outcome.verdict.trace}
    deciding = next((rule for rule in CHECKS if rule in rules and rules[rule].applies), None)
    return tuple(_line(rules[name], rules, outcome, speaker, deciding) for name in CHECKS if name in rules)


def _line(
    rule: RuleOutcome,
    rules: dict[Recommendation, RuleOutcome],
    outcome: Outcome,
    speaker: Speaker,
    deciding: str | None,
) -> TraceLine:
    told = rule
    mark: Mark = _AGAINST[rule.rule] if rule.applies else "better" if rule.rule == "NO_CASE" else "pass"
    if mark == "pass" and not is_stated(rule, outcome):
        mark = "open"
    accepted = rules.get("SHIP_WITH_ACCEPTED_REGRESSIONS")
    if rule.rule == "NEEDS_ACCEPTANCE" and not rule.applies and accepted is not None and accepted.applies:
        told, mark = accepted, "accepted"
    title, detail = speaker.rule_parts(told, outcome)
    return TraceLine(mark, typeset(title), typeset(detail), rule.rule == deciding)


class TraceList(Ledger):
    """Rows of fixed number; their texts change in place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(COLUMNS, row_height=31, has_heads=False, parent=parent)
        self._cells = [
            (MarkView("open"), make_label(wraps=True), make_label("", "body", "muted", wraps=True)) for _ in CHECKS
        ]
        for name, cells in zip(CHECKS, self._cells, strict=True):
            for label in cells[1:]:
                label.setContentsMargins(0, 5, 0, 5)
            self.add_row(name, list(cells))

    def refresh(self, outcome: Outcome, speaker: Speaker) -> None:
        """Say the verdict's reasons as they are now."""
        for (mark, title, detail), line in zip(self._cells, trace_lines(outcome, speaker), strict=False):
            mark.set_mark(line.mark, line.title)
            title.setText(line.title)
            title.setFont(font("strong" if line.is_deciding else "body"))
            detail.setMinimumHeight(detail.height() if detail.isVisible() and _is_writing() else 0)
            detail.setText(line.detail)


def _is_writing() -> bool:
    """Whether somebody writes in a field: lines above it then keep their height, so that the field stays put."""
    return isinstance(QApplication.focusWidget(), QLineEdit | QPlainTextEdit | QAbstractSpinBox)
