"""The Compare step: the metric by segment matrix above, the chosen cell close up below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from tradeoff_app.app.document import Document
from tradeoff_app.app.translation import QT_TR_NOOP, tr
from tradeoff_app.ui.steps.compare.closer_look import CloserLook
from tradeoff_app.ui.steps.compare.content import CellContent
from tradeoff_app.ui.steps.compare.matrix import Grouping, MatrixSource, make_matrix
from tradeoff_app.ui.steps.compare.matrix_view import MatrixView
from tradeoff_app.ui.steps.spoken_step import SpokenStep
from tradeoff_app.ui.steps.step import RailState
from tradeoff_app.ui.widgets.segmented import SegmentedChoice
from tradeoff_app.wording.speaker import Speaker
from tradeoff_app.wording.typography import typeset

LOW = 640
"""Below this height of the body rows stand closer together."""
ROOMY_LOWER = 260
"""From this height on the lower panel shows everything."""
LEAST_LOWER = {False: 204, True: 144}
"""The least height of the lower panel, by whether the body is low."""


class CompareStep(SpokenStep):
    """What changed, and for whom; one selection lights every view."""

    step_id = "compare"
    title = QT_TR_NOOP("Compare")
    shows_outcome_alone = True

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(document, tr("What changed, and for whom"), scrolls=False, parent=parent)
        self.grouping = SegmentedChoice(
            (("role", tr("By role")), ("tier", tr("By tier"))), "role", name=tr("Group the metrics")
        )
        self.grouping.choice_changed.connect(self._grouping_chosen)
        self.unit = SegmentedChoice(
            (("change", tr("Change")), ("people", tr("A month"))), "change", name=tr("What a cell counts")
        )
        self.unit.choice_changed.connect(self._grouping_chosen)
        self.page.head_row.addWidget(self.unit)
        self.page.head_row.addWidget(self.grouping)
        self.matrix = MatrixView()
        self.matrix.setAccessibleName(tr("Metrics by segment"))
        self.matrix.setAccessibleDescription(
            tr("Arrow keys move, Return looks closer, F1 explains the number, Ctrl+C copies it")
        )
        self.grouping.setAccessibleDescription(tr("Order the rows by what a metric is for, or by who measured it"))
        self.unit.setAccessibleDescription(tr("Show the measured change, or how many more or fewer a month"))
        self.matrix.matrix.speak_with(self._say, self._copy_text)
        self.matrix.cell_chosen.connect(self.document.select)
        self.matrix.cell_opened.connect(self._cell_opened)
        self.matrix.note_asked.connect(self._note_asked)
        self.closer_look = CloserLook(document)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(9)
        self.splitter.setStyleSheet("QSplitter::handle { background: transparent; }")
        self.splitter.addWidget(self.matrix)
        self.splitter.addWidget(self.closer_look)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        self.page.body.addWidget(self.splitter)
        self._is_moved = False
        self._wanted: int | None = None
        self._shown: tuple[object, ...] = ()
        self.splitter.splitterMoved.connect(self._splitter_moved)

    def refresh(self) -> None:
        """Texts in place; the matrix is laid out anew only where metrics or segments changed."""
        outcome, evidence, speaker = self.document.outcome, self.document.evidence, self.speaker()
        grouping: Grouping = "tier" if self.grouping.choice() == "tier" else "role"
        self.say(subtitle(outcome_grade=outcome.grade, document=self.document, speaker=speaker))
        is_counted = outcome.mix.whole is not None
        self.unit.setVisible(is_counted)
        counts_people = is_counted and self.unit.choice() == "people"
        wanted = (id(outcome), grouping, counts_people)
        if wanted != self._shown:
            self._shown = wanted
            source = MatrixSource(outcome, evidence, speaker, grouping, counts_people=counts_people)
            self.matrix.show_content(make_matrix(source), tr("Metric, unit"))
        chosen = self.document.selection
        self.matrix.show_selection(chosen.metric, chosen.segment)
        effect = outcome.effect(chosen.metric, chosen.segment) if chosen.metric else None
        self.closer_look.refresh(effect, outcome, evidence, speaker)
        self._share_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The matrix shows all its rows where that leaves room for the picture below."""
        super().resizeEvent(event)
        self._share_height()

    def layout_state(self) -> int | None:
        """The height of the lower panel where the user chose one."""
        return self.splitter.sizes()[1] if self._is_moved else self._wanted

    def restore_layout(self, state: int) -> None:
        """The lower panel as high as the user made it, as far as the window allows."""
        self._wanted = state
        self._share_height()

    def rail_state(self) -> RailState:
        """Done as soon as there is something to compare."""
        return "done" if self.document.is_open and self.document.outcome.effects else "open"

    def _share_height(self) -> None:
        """Until the user moves the splitter."""
        height = self.splitter.height()
        is_low = height < LOW
        self.matrix.set_dense(is_dense=is_low)
        if self._is_moved or height < 100:
            self._fit_lower(self.splitter.sizes()[1])
            return
        rest = max(LEAST_LOWER[is_low], height - self.splitter.handleWidth() - self.matrix.content_height())
        if self._wanted is not None:
            rest = min(max(self._wanted, LEAST_LOWER[is_low]), height // 2)
        self.splitter.setSizes([height - rest, rest])
        self._fit_lower(rest)

    def _fit_lower(self, lower: int) -> None:
        """In a low window the lower panel gives up what can be missed, unless a short matrix leaves it room."""
        self.closer_look.set_dense(is_dense=self.splitter.height() < LOW and lower < ROOMY_LOWER)

    def _splitter_moved(self, _position: int, _index: int) -> None:
        self._is_moved = True
        self._fit_lower(self.splitter.sizes()[1])

    def _grouping_chosen(self, _grouping: str) -> None:
        self._follow()

    def _cell_opened(self, metric: str, segment: str) -> None:
        self.document.select(metric, segment)
        self.closer_look.tabs.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _note_asked(self, metric: str, segment: str) -> None:
        self.document.select(metric, segment)
        self.closer_look.show_notes()

    def _say(self, cell: CellContent) -> str:
        effect = self.document.outcome.effect(cell.metric, cell.segment)
        return typeset(self.speaker().effect(effect, self.document.outcome)) if effect else ""

    def _copy_text(self, cell: CellContent) -> str:
        return copy_text(cell, self.document, self.speaker())


def subtitle(*, outcome_grade: str, document: Document, speaker: Speaker) -> str:
    """What the comparison rests on: how many units, how they match, which traffic it is weighted to."""
    outcome, pairing = document.outcome, document.evidence.pairings.get(document.outcome.candidate)
    parts = []
    grade = speaker.grade(outcome_grade)
    if pairing is not None and pairing.mode == "paired":
        parts.append(tr("{n} pairs, {grade}.", n=speaker.numbers.whole(pairing.matched), grade=grade))
    else:
        parts.append(tr("{grade}.", grade=grade.capitalize()))
    weighted = {
        "stated": tr("Weighted to the stated traffic."),
        "split": tr("Weighted to the stated traffic, split as in the evaluation."),
    }
    if document.evidence.partition != ("*",):
        unweighted = tr("Evaluation mix, not production mix: state volumes on Value.")
        parts.append(weighted.get(outcome.mix.source, unweighted))
    return typeset(" ".join(parts))


def copy_text(cell: CellContent, document: Document, speaker: Speaker) -> str:
    """Value, unit and interval of a cell, as plain text for a message."""
    effect = document.outcome.effect(cell.metric, cell.segment)
    name = f"{speaker.metric(cell.metric)}, {speaker.voice.segment_inside(cell.segment)}"
    levels = f"{cell.before} → {cell.after}" if cell.before else cell.after
    unit = speaker.unit_line(cell.metric)
    text = f"{name}: {levels} {unit}".rstrip()
    if effect is None or effect.interval is None:
        return text
    change, span = speaker.change(effect), speaker.interval_of(effect)
    return tr("{text}, {change} (95% interval {span})", text=text, change=change, span=span)
