"""The evidence checks as a list that can be read from top to bottom, under the grade of the evidence."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from tradeoff_app.analysis.evidence_checks import CheckState, EvidenceCheck
from tradeoff_app.app.told import told
from tradeoff_app.app.translation import QT_TR_NOOP, tr
from tradeoff_app.ui.widgets.marks import Mark, MarkView
from tradeoff_app.ui.widgets.text import make_label
from tradeoff_app.wording.speaker import Speaker
from tradeoff_app.wording.typography import typeset

TITLES = {
    "pairing": QT_TR_NOOP("Same units"),
    "items": QT_TR_NOOP("Same items"),
    "judge": QT_TR_NOOP("Same judge"),
    "prompts": QT_TR_NOOP("Same prompts"),
    "scale": QT_TR_NOOP("Same scale"),
    "mix": QT_TR_NOOP("Mix of users"),
    "duplicates": QT_TR_NOOP("Nothing twice"),
    "errors": QT_TR_NOOP("Failed rows"),
    "size": QT_TR_NOOP("Enough units"),
    "ratio": QT_TR_NOOP("Group sizes"),
}
HOLDS = {
    "pairing": QT_TR_NOOP("Every unit is in both files."),
    "items": QT_TR_NOOP("Units with the same id hold the same item, as far as the files say."),
    "judge": QT_TR_NOOP("One judge scored both sides: {judges}."),
    "scale": QT_TR_NOOP("No metric changes its scale between the files."),
    "mix": QT_TR_NOOP("Segments are weighted by the volumes that are stated."),
    "duplicates": QT_TR_NOOP("No row stands twice."),
    "errors": QT_TR_NOOP("Rows without an answer are as frequent before as after: {before} and {after} units."),
    "size": QT_TR_NOOP("Every segment has enough units for an interval."),
}
UNKNOWN = {
    "judge": QT_TR_NOOP("The files do not name a judge."),
    "prompts": QT_TR_NOOP("The files do not record the prompts. Ask who ran them whether they changed."),
    "scale": QT_TR_NOOP("Not known without the rows."),
}
NOT_APPLICABLE = {
    "mix": QT_TR_NOOP("Does not apply: nobody is split into segments."),
    "pairing": QT_TR_NOOP("Does not apply: two separate groups are compared."),
    "items": QT_TR_NOOP("Does not apply: the two sides hold different units."),
    "ratio": QT_TR_NOOP("Does not apply: users were not assigned to versions at random."),
}
MARKS: dict[CheckState, tuple[Mark, str]] = {
    "holds": ("pass", QT_TR_NOOP("Holds")),
    "attention": ("attention", QT_TR_NOOP("Look at this")),
    "broken": ("warning", QT_TR_NOOP("Broken")),
    "unknown": ("unproven", QT_TR_NOOP("Not known")),
    "not_applicable": ("not_measured", QT_TR_NOOP("Does not apply")),
}


def say_check(check: EvidenceCheck, speaker: Speaker) -> str:
    """What was found, or what holds."""
    said = [typeset(speaker.finding(finding)) for finding in check.findings]
    said += [told(problem.text) for problem in check.problems]
    if said:
        return " ".join(dict.fromkeys(said))
    if check.state == "unknown":
        return tr(UNKNOWN[check.code])
    if check.state == "not_applicable":
        return tr(NOT_APPLICABLE[check.code])
    if check.code == "errors" and not check.values["before"] and not check.values["after"]:
        return tr("Every row has an answer.")
    fields = {name: _said(value, speaker) for name, value in check.values.items()}
    return typeset(tr(HOLDS[check.code], **fields))


class ChecksList(QWidget):
    """One row a check: mark, name, sentence; unchanged checks keep their labels."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[tuple[str, CheckState, str], ...] | None = None
        self._rows = QGridLayout(self)
        self._rows.setContentsMargins(0, 4, 0, 0)
        self._rows.setHorizontalSpacing(8)
        self._rows.setVerticalSpacing(6)
        self._rows.setColumnStretch(2, 1)
        self._rows.setColumnMinimumWidth(1, 112)

    def shown(self) -> tuple[tuple[str, CheckState, str], ...]:
        """Code, state and sentence of what is listed."""
        return self._shown or ()

    def refresh(self, checks: Sequence[EvidenceCheck], speaker: Speaker) -> None:
        """List what was checked."""
        told = tuple((check.code, check.state, say_check(check, speaker)) for check in checks)
        if told == self._shown:
            return
        self._shown = told
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row, (code, state, text) in enumerate(told):
            self._add(row, code, state, text)

    def _add(self, row: int, code: str, state: CheckState, text: str) -> None:
        mark, word = MARKS[state]
        holder = QWidget()
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(0, 4, 0, 0)
        inside.addWidget(MarkView(mark, name=tr(word)))
        top = Qt.AlignmentFlag.AlignTop
        self._rows.addWidget(holder, row, 0, top)
        self._rows.addWidget(make_label(tr(TITLES[code]), "body"), row, 1, top)
        ink = "muted" if state in ("holds", "unknown", "not_applicable") else "text"
        label = make_label(text, "body", ink, wraps=True, is_selectable=True)  # type: ignore[arg-type]
        spoken = text if state == "not_applicable" else f"{tr(word)}. {text}"
        label.setAccessibleName(f"{tr(TITLES[code])}: {spoken}")
        self._rows.addWidget(label, row, 2)


def _said(value: object, speaker: Speaker) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return speaker.numbers.whole(value) if isinstance(value, int) else str(value)
