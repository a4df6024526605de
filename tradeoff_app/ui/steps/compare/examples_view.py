"""Answers of both versions side by side, one item at a time, with a note that stays with the item."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from tradeoff_app.analysis.effects import Effect
from tradeoff_app.app.document import Document
from tradeoff_app.app.examples import Examples, Pick, Place, pick_examples
from tradeoff_app.app.masking import mask
from tradeoff_app.app.notes import example_key, note_on, with_note
from tradeoff_app.app.translation import tr
from tradeoff_app.ui.tables.fields import TextField
from tradeoff_app.ui.theme import font
from tradeoff_app.ui.widgets.buttons import make_button
from tradeoff_app.ui.widgets.segmented import SegmentedChoice
from tradeoff_app.ui.widgets.text import ElidedLabel, make_label
from tradeoff_app.wording.speaker import Speaker
from tradeoff_app.wording.typography import typeset

PICKS: tuple[tuple[Pick, str], ...] = (("worst", "Worst"), ("median", "Median"), ("random", "Random"))
REASONS = {
    "no_rows": "This project was opened without its rows, so there are figures but no answers to look at. "
    "Answers are shown while the result files themselves are open.",
    "no_outputs": "The result files hold scores but no answers. Export them with their outputs to see examples here.",
    "unpaired": "The two versions answered different items, so there are no answers to put side by side.",
    "none_here": "No item of this cell was scored on both versions and has an answer.",
}


class AnswerSide(QWidget):
    """One version's answer under its name and value; plain text whatever it holds."""

    def __init__(self, ink: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = ElidedLabel("", "small", "before" if ink == "before" else "after")
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setFont(font("body"))
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(44)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.head)
        column.addWidget(self.text, 1)

    def show_answer(self, head: str, answer: str | None) -> None:
        """Show another answer; a missing one is said to be missing."""
        self.head.set_text(head)
        self.text.setAccessibleName(head)
        shown = "No answer in the file." if answer is None else answer or "The answer is empty."
        if self.text.toPlainText() != shown:
            self.text.setPlainText(shown)


class ExamplesView(QWidget):
    """Follows the chosen cell while it is looked at; notes are edits of the project."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self._place: Place | None = None
        self._speaker: Speaker | None = None
        self._examples = Examples(())
        self._key: tuple[object, ...] = ()
        self._at = 0
        self._seed = 0
        self.pick = SegmentedChoice(PICKS, "worst", name="Which examples")
        self.another = make_button("Draw again", "link")
        self.previous, self.next = make_button("Previous"), make_button("Next")
        self.counted = make_label("", "body", "muted")
        self.masked = QCheckBox("Hide personal data")
        self.masked.setFont(font("body"))
        self.masked.setChecked(True)
        self.before, self.after = AnswerSide("before"), AnswerSide("after")
        self.note = TextField("Note on this example", "Note on this example, kept with the project")
        self.why = make_label("", "body", "muted", wraps=True)
        self._pages = QStackedWidget()
        self._build()

    def show_cell(self, effect: Effect, speaker: Speaker) -> None:
        """Examples of this cell; stays on the same item where the cell is the same."""
        place = Place(speaker.voice.metric(effect.metric), effect.segment, effect.candidate)
        is_other = place != self._place
        self._place, self._speaker = place, speaker
        if is_other:
            self._at = 0
        self._find()

    def set_dense(self, *, is_dense: bool) -> None:
        """Give up the note where there is little height."""
        self.note.setVisible(not is_dense)

    def _find(self) -> None:
        if self._place is None:
            return
        pick: Pick = next(known for known, _ in PICKS if known == self.pick.choice())
        document = self.document
        key = id(document.observations), id(document.evidence), self._place, pick, self._seed
        if key != self._key:
            self._key = key
            self._examples = pick_examples(document.observations, document.evidence, self._place, pick, self._seed)
        self.another.setVisible(pick == "random")
        self._at = min(self._at, max(0, len(self._examples.shown) - 1))
        self.why.setText(REASONS.get(self._examples.why or "", ""))
        self._pages.setCurrentIndex(0 if self._examples.shown else 1)
        self._show()

    def _show(self) -> None:
        if not self._examples.shown or self._speaker is None:
            return
        example, speaker = self._examples.shown[self._at], self._speaker
        shown, count = len(self._examples.shown), speaker.numbers.whole(self._examples.count)
        self.counted.setText(f"{self._at + 1} of {shown}, out of {count} · {self._readable(example.unit)}")
        self.previous.setEnabled(self._at > 0)
        self.next.setEnabled(self._at + 1 < shown)
        versions = self.document.evidence.table.arms[0], self.document.outcome.candidate
        sides = (self.before, example.before, example.value_before), (self.after, example.after, example.value_after)
        for (side, answer, value), version in zip(sides, versions, strict=True):
            side.show_answer(self._head(version, value, speaker), None if answer is None else self._readable(answer))
        self.note.show_text(note_on(self.document.project, example_key(example.unit)))

    def _head(self, version: str, value: float, speaker: Speaker) -> str:
        assert self._place is not None
        metric = self._place.metric
        if metric.type == "binary" and value in (0.0, 1.0):
            told = "yes" if value else "no"
        else:
            told = typeset(speaker.amount(metric.id, value))
        return f"{speaker.candidate(version)} · {metric.name}: {told}"

    def _readable(self, text: str) -> str:
        return mask(text) if self.masked.isChecked() else text

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.pick)
        head.addWidget(self.another)
        head.addSpacing(8)
        head.addWidget(self.previous)
        head.addWidget(self.next)
        head.addWidget(self.counted, 1)
        head.addWidget(self.masked)
        answers = QHBoxLayout()
        answers.setSpacing(16)
        answers.addWidget(self.before, 1)
        answers.addWidget(self.after, 1)
        told = QWidget()
        column = QVBoxLayout(told)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(answers, 1)
        column.addWidget(self.note)
        self._pages.addWidget(told)
        empty = QWidget()
        words = QVBoxLayout(empty)
        words.setContentsMargins(0, 4, 0, 0)
        words.addWidget(self.why, 0, Qt.AlignmentFlag.AlignTop)
        self._pages.addWidget(empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)
        self.pick.choice_changed.connect(self._picked)
        self.another.clicked.connect(self._drawn)
        self.previous.clicked.connect(self._went_back)
        self.next.clicked.connect(self._went_on)
        self.masked.toggled.connect(self._show)
        self.note.text_stated.connect(self._noted)

    def _picked(self, _pick: str) -> None:
        self._at = 0
        self._find()

    def _drawn(self) -> None:
        self._seed += 1
        self._picked("random")

    def _went_back(self) -> None:
        self._at -= 1
        self._show()

    def _went_on(self) -> None:
        self._at += 1
        self._show()

    def _noted(self, text: str) -> None:
        if not self._examples.shown:
            return
        unit = self._examples.shown[self._at].unit
        project = with_note(self.document.project, example_key(unit), text.strip())
        self.document.edit(project, tr("Note on {name}", name=unit))
