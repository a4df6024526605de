"""How the units of both sides match: by which column, how many, and which ones stand alone."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tradeoff_app.analysis.evidence import Pairing
from tradeoff_app.app.translation import QT_TR_NOOP, tr
from tradeoff_app.ui.steps.spoken_step import make_section
from tradeoff_app.ui.widgets.buttons import make_button
from tradeoff_app.ui.widgets.segmented import SegmentedChoice
from tradeoff_app.ui.widgets.text import ElidedLabel, make_label
from tradeoff_app.wording.speaker import Speaker
from tradeoff_app.wording.typography import typeset

PAIRINGS = (
    ("auto", QT_TR_NOOP("Automatic")),
    ("paired", QT_TR_NOOP("Paired")),
    ("unpaired", QT_TR_NOOP("Unpaired")),
)
FIGURES = (
    ("both", QT_TR_NOOP("In both")),
    ("only_before", QT_TR_NOOP("Only before")),
    ("only_after", QT_TR_NOOP("Only after")),
    ("repeated", QT_TR_NOOP("Listed twice")),
)


class MatchFigure(QWidget):
    """A small label over a number, with a link to the units behind it."""

    asked = Signal(str)

    def __init__(self, key: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self.number = make_label("", "section")
        self.see = make_button(tr("See them"), "link", name=tr("See the units: {title}", title=title.lower()))
        self.see.clicked.connect(lambda: self.asked.emit(self.key))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(make_label(title, "small", "muted"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.number)
        row.addWidget(self.see)
        row.addStretch(1)
        column.addLayout(row)

    def show_count(self, count: int | None, said: str) -> None:
        """A count; the link only where there is something to see."""
        self.number.setText(said)
        self.see.setVisible(bool(count) and self.key != "both")


class Matching(QWidget):
    """Key, counts, and whether pairs are compared. `asked` carries `columns` or the list that is to be seen."""

    pairing_chosen = Signal(str)
    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        head, self._remark = make_section(tr("How units match"))
        choices = [(choice, tr(text)) for choice, text in PAIRINGS]
        self.choice = SegmentedChoice(choices, "auto", name=tr("How units match"))
        self.choice.choice_changed.connect(self.pairing_chosen)
        self.key = ElidedLabel("", "section")
        self.change = make_button(tr("Change…"), "link", name=tr("Match units by another column"))
        self.change.clicked.connect(lambda: self.asked.emit("columns"))
        self.figures = {key: MatchFigure(key, tr(title)) for key, title in FIGURES}
        self.text = make_label("", "body", "muted", wraps=True)
        top = QHBoxLayout()
        top.addWidget(head, 1)
        top.addWidget(self.choice)
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addWidget(self._key_cell(), 3, Qt.AlignmentFlag.AlignTop)
        for figure in self.figures.values():
            figure.asked.connect(self.asked)
            row.addWidget(figure, 2, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addLayout(row)
        column.addWidget(self.text)

    def refresh(
        self,
        pairing: Pairing | None,
        *,
        choice: str,
        key: str | None,
        repeated: int | None,
        name: str,
        speaker: Speaker,
        has_ids: bool = True,
    ) -> None:
        """Show how a candidate matches; `key` is the column, None where it is not known, `name` the candidate's.

        Without ids (totals of groups) nothing is matched, and there are no units to see.
        """
        self.choice.set_choice(choice)
        self._remark.setText(name)
        self.key.set_text(key or tr("not known"))
        counts = (
            {"both": None, "only_before": None, "only_after": None}
            if pairing is None
            else {"both": pairing.matched, "only_before": pairing.only_baseline, "only_after": pairing.only_candidate}
        )
        for figure, count in ({**counts, "repeated": repeated}).items():
            said = tr("not known") if count is None else speaker.numbers.whole(count)
            self.figures[figure].show_count(count, said)
            if not has_ids:
                self.figures[figure].see.hide()
        self.change.setVisible(has_ids)
        self.choice.setEnabled(has_ids)
        groups = tr("The file holds totals of groups: two separate groups are compared, nothing is paired.")
        self.text.setText(match_line(pairing, speaker) if has_ids else groups)

    def _key_cell(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(make_label(tr("Matched by"), "small", "muted"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.key)
        row.addWidget(self.change)
        row.addStretch(1)
        column.addLayout(row)
        return holder


def match_line(pairing: Pairing | None, speaker: Speaker) -> str:
    """How well units match and what follows: "99.0% of all units are in both files; compared pair by pair."."""
    if pairing is None:
        return tr("There is nothing to pair.")
    is_paired = pairing.mode == "paired"
    how = tr("compared pair by pair") if is_paired else tr("compared as two separate groups")
    if not pairing.only_baseline and not pairing.only_candidate:
        return typeset(tr("Every unit is in both files; {how}.", how=how))
    share = speaker.numbers.percent(pairing.share, 1)
    return typeset(tr("{share} of all units are in both files; {how}.", share=share, how=how))
