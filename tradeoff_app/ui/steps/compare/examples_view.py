"""Answers of both versions side by side under what was asked, one item at a time, with a note that stays with it."""

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
from tradeoff_app.app.kept_examples import is_kept, keep, kept_in, let_go
from tradeoff_app.app.masking import mask
from tradeoff_app.app.notes import example_key, note_on, with_note
from tradeoff_app.app.translation import QT_TR_NOOP, tr
from tradeoff_app.ui.steps.compare.question_line import QuestionLine
from tradeoff_app.ui.tables.fields import TextField
from tradeoff_app.ui.theme import font
from tradeoff_app.ui.widgets.buttons import make_button
from tradeoff_app.ui.widgets.segmented import SegmentedChoice
from tradeoff_app.ui.widgets.text import ElidedLabel, make_label, set_tool_tip
from tradeoff_app.wording.language import sentence_case
from tradeoff_app.wording.speaker import Speaker
from tradeoff_app.wording.typography import typeset

PICKS: tuple[tuple[Pick, str], ...] = (
    ("worst", QT_TR_NOOP("Worst")),
    ("median", QT_TR_NOOP("Median")),
    ("random", QT_TR_NOOP("Random")),
)
KEPT = "kept"
"""The choice that shows what the briefing shows."""
REASONS = {
    "no_rows": QT_TR_NOOP(
        "This project was opened without its rows, so there are figures but no answers to look at. "
        "Answers are shown while the result files themselves are open."
    ),
    "no_outputs": QT_TR_NOOP(
        "The result files hold scores but no answers. Export them with their outputs to see examples here."
    ),
    "unpaired": QT_TR_NOOP("The two versions answered different items, so there are no answers to put side by side."),
    "none_here": QT_TR_NOOP("No item of this cell was scored on both versions and has an answer."),
    "none_kept": QT_TR_NOOP("No example of this cell is in the briefing yet. Choose one with “Use in briefing”."),
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
        shown = tr("No answer in the file.") if answer is None else answer or tr("The answer is empty.")
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
        picks = [*((pick, tr(word)) for pick, word in PICKS), (KEPT, tr("In briefing"))]
        self.pick = SegmentedChoice(picks, "worst", name=tr("Which examples"))
        self.pick.setAccessibleDescription(tr("The worst first, the most ordinary first, by chance, or those chosen"))
        self.another = make_button(tr("Draw again"), "link")
        self.previous = make_button(tr("Previous"), name=tr("Previous example"))
        self.next = make_button(tr("Next"), name=tr("Next example"))
        self.counted = ElidedLabel("", "body", "muted")
        self.use = make_button(tr("Use in briefing"))
        set_tool_tip(
            self.use, tr("Keeps this pair in the project, with personal data hidden, and shows it in the briefing")
        )
        self.masked = QCheckBox(tr("Hide personal data"))
        self.masked.setFont(font("body"))
        self.masked.setChecked(True)
        self.question = QuestionLine()
        self.before, self.after = AnswerSide("before"), AnswerSide("after")
        self.note = TextField(tr("Note on this example"), tr("Note on this example, kept with the project"))
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
        """Give up the note, and all but a line of the question, where there is little height."""
        self.note.setVisible(not is_dense)
        self.question.set_dense(is_dense=is_dense)

    def _find(self) -> None:
        if self._place is None:
            return
        document, chosen = self.document, self.pick.choice()
        if chosen == KEPT:
            self._examples, self._key = kept_in(document.project, self._place), ()
        else:
            pick = self._pick()
            key = id(document.observations), id(document.evidence), self._place, pick, self._seed
            if key != self._key:
                self._key = key
                self._examples = pick_examples(document.observations, document.evidence, self._place, pick, self._seed)
        self.another.setVisible(chosen == "random")
        self._at = min(self._at, max(0, len(self._examples.shown) - 1))
        self.why.setText(tr(REASONS[self._examples.why]) if self._examples.why else "")
        for widget in (self.previous, self.next, self.counted, self.masked, self.use):
            widget.setVisible(bool(self._examples.shown))
        self._pages.setCurrentIndex(0 if self._examples.shown else 1)
        self._show()

    def _show(self) -> None:
        if not self._examples.shown or self._speaker is None:
            return
        example, speaker = self._examples.shown[self._at], self._speaker
        shown, count = len(self._examples.shown), speaker.numbers.whole(self._examples.count)
        place = {"at": self._at + 1, "shown": shown, "count": count, "unit": self._readable(example.unit)}
        self.counted.set_text(
            tr("{at} of {shown}, out of {count}, seed {seed} · {unit}", seed=self._seed, **place)
            if self.pick.choice() == "random"
            else tr("{at} of {shown}, out of {count} · {unit}", **place)
        )
        assert self._place is not None
        is_used = is_kept(self.document.project, self._place, example.unit)
        self.use.setText(tr("Leave out of briefing") if is_used else tr("Use in briefing"))
        self.use.setAccessibleName(self.use.text())
        self.previous.setEnabled(self._at > 0)
        self.next.setEnabled(self._at + 1 < shown)
        self.question.show_question(None if example.question is None else self._readable(example.question))
        versions = self._arms()[0], self.document.outcome.candidate
        sides = (self.before, example.before, example.value_before), (self.after, example.after, example.value_after)
        for (side, answer, value), version in zip(sides, versions, strict=True):
            side.show_answer(self._head(version, value, speaker), None if answer is None else self._readable(answer))
        self.note.show_text(note_on(self.document.project, example_key(example.unit)))

    def _head(self, version: str, value: float, speaker: Speaker) -> str:
        assert self._place is not None
        metric, arms = self._place.metric, self._arms()
        if metric.type == "binary" and value in (0.0, 1.0):
            told = tr("yes") if value else tr("no")
        else:
            told = typeset(speaker.amount(metric.id, value))
        label = self._label(version) or sentence_case(speaker.voice.say("after" if version != arms[0] else "before"))
        return f"{label} · {metric.name}: {told}"

    def _label(self, version: str) -> str | None:
        """What somebody calls a version."""
        project = self.document.project
        known = project.candidates.get(version) or (project.baseline if version == self._arms()[0] else None)
        return known.label if known is not None else None

    def _arms(self) -> tuple[str, ...]:
        return self.document.evidence.table.arms

    def _readable(self, text: str) -> str:
        return mask(text) if self.masked.isChecked() else text

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.pick)
        head.addWidget(self.another)
        for widget in (self.previous, self.next):
            head.addWidget(widget)
        head.addWidget(self.counted, 1)
        head.addStretch(0)
        head.addWidget(self.masked)
        head.addWidget(self.use)
        answers = QHBoxLayout()
        answers.setSpacing(16)
        answers.addWidget(self.before, 1)
        answers.addWidget(self.after, 1)
        told = QWidget()
        column = QVBoxLayout(told)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.question)
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
        whole.setSpacing(8)
        whole.addLayout(head)
        whole.addWidget(self._pages, 1)
        self.pick.choice_changed.connect(self._picked)
        self.another.clicked.connect(self._drawn)
        self.previous.clicked.connect(self._went_back)
        self.next.clicked.connect(self._went_on)
        self.masked.toggled.connect(self._show)
        self.note.text_stated.connect(self._noted)
        self.use.clicked.connect(self._used)

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

    def _pick(self) -> Pick:
        """How the example in sight was found."""
        return next((known for known, _ in PICKS if known == self.pick.choice()), "worst")

    def _used(self) -> None:
        """Keep the example in sight for the briefing, or let go of it."""
        if not self._examples.shown or self._place is None:
            return
        example, project = self._examples.shown[self._at], self.document.project
        if is_kept(project, self._place, example.unit):
            changed = let_go(project, self._place, example.unit)
            self.document.edit(changed, tr("Leave {name} out of the briefing", name=example.unit))
        else:
            found = (self._pick(), self._seed, self._examples.count)
            changed = keep(project, example, self._place, *found)
            self.document.edit(changed, tr("Use {name} in the briefing", name=example.unit))

    def _noted(self, text: str) -> None:
        if not self._examples.shown:
            return
        unit = self._examples.shown[self._at].unit
        key = example_key(unit)
        self.document.edit(with_note(self.document.project, key, text.strip()), tr("Note on {name}", name=unit), key)
