"""The chosen cell close up: its shape before and after, what was fixed and broken, and the same in words."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from tradeoff_app.analysis.effects import Effect
from tradeoff_app.analysis.evidence import Evidence
from tradeoff_app.analysis.outcome import Outcome
from tradeoff_app.app.document import Document
from tradeoff_app.app.translation import QT_TR_NOOP, tr
from tradeoff_app.figures.kinds.distribution import Variant, distribution
from tradeoff_app.figures.kinds.flips import flips
from tradeoff_app.figures.spec import FigureSpec
from tradeoff_app.ui.plots.figure_view import FigureView
from tradeoff_app.ui.steps.compare.examples_view import ExamplesView
from tradeoff_app.ui.steps.compare.notes_view import NotesView
from tradeoff_app.ui.steps.compare.words import Words
from tradeoff_app.ui.steps.spoken_step import WIDEST_TEXT, not_wider
from tradeoff_app.ui.widgets.buttons import make_button, make_rule
from tradeoff_app.ui.widgets.segmented import SegmentedChoice
from tradeoff_app.ui.widgets.tabs import TabRow
from tradeoff_app.ui.widgets.text import ElidedLabel
from tradeoff_app.wording.speaker import Speaker
from tradeoff_app.wording.typography import typeset

TABS = (
    ("shape", QT_TR_NOOP("Shape")),
    ("flips", QT_TR_NOOP("Flips")),
    ("examples", QT_TR_NOOP("Examples")),
    ("words", QT_TR_NOOP("In words")),
    ("notes", QT_TR_NOOP("Notes")),
)
VARIANTS: tuple[tuple[Variant, str], ...] = (
    ("auto", QT_TR_NOOP("Overlaid")),
    ("side_by_side", QT_TR_NOOP("Side by side")),
    ("ecdf", QT_TR_NOOP("Cumulative")),
    ("shift", QT_TR_NOOP("Shift")),
)
"""Ways to show values that are measured finely."""
PAGES = {"words": 1, "examples": 2, "notes": 3}
LEAST_PLOT, MOST_PLOT = 44, 220
TABS_HEIGHT = 41
"""The line of the tabs with the room below it."""
TERSE_BELOW = 190
"""Below this height the line under the title is left to its tip."""
SPACING = 32
FIGURE_SHARE = 11, 9
"""Room of the picture and of the words beside it."""
WORDS_BESIDE = 760
"""Below this width the words have no room beside the picture and wait in their own tab."""


class CloserLook(QWidget):
    """Tabs over one picture; the words stand beside it where there is room."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._is_fine = self._is_dense = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(0)
        self.title = ElidedLabel("", "strong", elide=Qt.TextElideMode.ElideMiddle)
        self.title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.tabs = TabRow([(tab, tr(word)) for tab, word in TABS], name=tr("View of the chosen cell"))
        variants = [(variant, tr(word)) for variant, word in VARIANTS]
        self.variant = SegmentedChoice(variants, "auto", name=tr("Way to show both versions"))
        self.tabs.setAccessibleDescription(tr("The chosen cell close up; arrow keys change the view"))
        self.variant.setAccessibleDescription(tr("Over each other, side by side, as shares below, or by quantile"))
        self.copy = make_button(tr("Copy"), "link", name=tr("Copy the sentence"))
        self._variant_above = _over_rule(self.variant, 0)
        self._copy_above = _over_rule(self.copy, 0)
        self._copy_above.hide()
        head.addWidget(_over_rule(self.title, 24))
        head.addWidget(self.tabs, 1)
        head.addWidget(self._variant_above)
        head.addWidget(self._copy_above)
        column.addLayout(head)
        column.addSpacing(8)
        body = QHBoxLayout()
        body.setSpacing(SPACING)
        self.figure = FigureView()
        self.beside = Words()
        self.alone = Words()
        self._pages = QStackedWidget()
        picture = QWidget()
        side_by_side = QHBoxLayout(picture)
        side_by_side.setContentsMargins(0, 0, 0, 0)
        side_by_side.setSpacing(SPACING)
        side_by_side.addWidget(self.figure, FIGURE_SHARE[0])
        side_by_side.addWidget(self.beside, FIGURE_SHARE[1])
        self._pages.addWidget(picture)
        self._pages.addWidget(not_wider(self.alone, WIDEST_TEXT))
        self.examples = ExamplesView(document)
        self._pages.addWidget(self.examples)
        self.notes = NotesView(document)
        self._pages.addWidget(not_wider(self.notes, WIDEST_TEXT))
        body.addWidget(self._pages)
        column.addLayout(body, 1)
        self.tabs.tab_chosen.connect(self._tab_chosen)
        self.variant.choice_changed.connect(self._variant_chosen)
        self.copy.clicked.connect(self.beside.copy.click)
        self._source: tuple[Effect, Outcome, Evidence, Speaker] | None = None

    def refresh(self, effect: Effect | None, outcome: Outcome, evidence: Evidence, speaker: Speaker) -> None:
        """Show the effect; None says that nothing is chosen."""
        if effect is None:
            self._source = None
            self.title.set_text(tr("Choose a cell"))
            self.figure.set_figure(None, why=tr("Choose a cell of the table to see it close up."))
            for words in (self.beside, self.alone):
                words.show_words("", "")
            return
        self._source = (effect, outcome, evidence, speaker)
        segment = speaker.voice.segment_inside(effect.segment)
        self.title.set_text(f"{speaker.metric(effect.metric)}, {segment}")
        self.tabs.set_visible("flips", is_visible=_has_flips(effect))
        self._is_fine = _is_measured_finely(effect, speaker)
        self._show_choices()
        sentence, method = typeset(speaker.effect(effect, outcome)), describe(effect, speaker)
        beside = typeset(speaker.references(evidence.levels, effect.metric, effect.segment))
        method = f"{method}. {beside}" if beside else method
        for words in (self.beside, self.alone):
            words.show_words(sentence, method, f"effect:{effect.key}")
        self._show_figure()

    def set_dense(self, *, is_dense: bool) -> None:
        """Give up what can be missed where there is little height."""
        for words in (self.beside, self.alone):
            words.set_dense(is_dense=is_dense)
        self.examples.set_dense(is_dense=is_dense)
        self._is_dense = is_dense
        self._show_choices()

    def resizeEvent(self, event: object) -> None:
        """The words step aside where the picture needs the room."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self.beside.setVisible(self.width() >= WORDS_BESIDE)
        self._fit_figure()

    def minimumSizeHint(self) -> QSize:
        """Enough for head and picture."""
        return QSize(320, 120)

    def show_notes(self) -> None:
        """Write a note on the chosen cell."""
        self.tabs.set_current("notes")
        self.notes.cell_note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _tab_chosen(self, tab: str) -> None:
        self._pages.setCurrentIndex(PAGES.get(tab, 0))
        self._show_choices()
        self._show_figure()

    def _variant_chosen(self, _variant: str) -> None:
        self._show_figure()

    def _show_choices(self) -> None:
        """What stands on the line of the tabs belongs to the tab that is shown."""
        tab = self.tabs.current()
        self._variant_above.setVisible(tab == "shape" and self._is_fine)
        self._copy_above.setVisible(self._is_dense and tab not in PAGES and not (tab == "shape" and self._is_fine))

    def _show_figure(self) -> None:
        tab = self.tabs.current()
        if self._source is None or tab == "words":
            return
        effect, speaker = self._source[0], self._source[3]
        if tab == "examples":
            self.examples.show_cell(effect, speaker)
        elif tab == "notes":
            self.notes.show_cell(effect, speaker)
        else:
            variant = next(known for known, _ in VARIANTS if known == self.variant.choice())
            self.figure.set_figure(_figure(tab, variant if self._is_fine else "auto", *self._source))
            self._fit_figure()

    def _fit_figure(self) -> None:
        """The plot takes the height that tabs, title and notes leave, however many lines those need."""
        spec = self.figure.figure()
        wanted = MOST_PLOT if spec is None else max(MOST_PLOT, spec.height)
        width = self.width()
        if width >= WORDS_BESIDE:
            width = (width - SPACING) * FIGURE_SHARE[0] // sum(FIGURE_SHARE)
        self.figure.set_terse(is_terse=self.height() < TERSE_BELOW)
        words = TABS_HEIGHT + self.figure.height_of_words(width)
        self.figure.set_plot_height(min(wanted, max(LEAST_PLOT, self.height() - words)))


def describe(effect: Effect, speaker: Speaker) -> str:
    """How many units the sentence rests on, and what it would take to know more."""
    numbers = speaker.numbers
    if effect.n_pairs is not None:
        text = tr("{n} pairs", n=numbers.whole(effect.n_pairs))
    else:
        sizes = {"n": numbers.whole(effect.n_baseline), "m": numbers.whole(effect.n_candidate)}
        text = tr("{n} before, {m} after", **sizes)
    if effect.state != "cannot_tell":
        return typeset(text)
    return typeset("; ".join(part for part in (text, speaker.needs_more(effect), speaker.detectable(effect)) if part))


def _over_rule(widget: QWidget, gap: int) -> QWidget:
    """A title or button on the line of the tabs, with the tabs' hairline under it."""
    holder = QWidget()
    holder.setFixedHeight(33)
    holder.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, gap, 4)
    row.addWidget(widget)
    column.addStretch(1)
    column.addLayout(row)
    column.addStretch(1)
    column.addWidget(make_rule())
    return holder


def _has_flips(effect: Effect) -> bool:
    return effect.fixed is not None and effect.broken is not None


def _is_measured_finely(effect: Effect, speaker: Speaker) -> bool:
    """Whether the share of units below each value says more than bars do."""
    return speaker.voice.metric(effect.metric).type not in ("binary", "ordinal")


def _figure(
    tab: str, variant: Variant, effect: Effect, outcome: Outcome, evidence: Evidence, speaker: Speaker
) -> FigureSpec | None:
    if tab == "flips" and _has_flips(effect):
        return flips(outcome, speaker, effect.metric, effect.segment)
    place = effect.metric, effect.segment
    return distribution(speaker.project, evidence, outcome, *place, variant=variant, language=speaker.voice.code)
