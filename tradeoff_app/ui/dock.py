"""The live side of the window: one plot, what would flip the verdict, and the assumptions that wait for a yes."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from tradeoff_app.app.document import Document
from tradeoff_app.app.scenarios import open_assumptions
from tradeoff_app.app.translation import tr
from tradeoff_app.figures.lighting import lit
from tradeoff_app.ui.assumptions import Assumptions
from tradeoff_app.ui.flips_table import FlipsTable
from tradeoff_app.ui.live_figures import LIVE_FIGURES, SPARED, LiveFigure
from tradeoff_app.ui.plots.figure_view import FigureView
from tradeoff_app.ui.widgets.tabs import TabRow
from tradeoff_app.wording.speaker import Speaker

ROOMY = QSize(400, 1000)
"""From this size on the dock shows two plots."""


class Dock(QWidget):
    """Follows the document while it is visible; a hidden tab is not drawn. `show_input` carries a path."""

    show_input = Signal(str)

    def __init__(self, document: Document, language: str = "en", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(240)
        self.document, self._language = document, language
        self.tabs = TabRow([(figure.figure_id, tr(figure.title)) for figure in LIVE_FIGURES], name=tr("Live plots"))
        self._step, self._before = "", next(figure.figure_id for figure in LIVE_FIGURES if figure.only_on is None)
        self.figure, self.second = FigureView(), FigureView()
        self.flips = FlipsTable()
        self.assumptions = Assumptions()
        self.assumptions.confirmed.connect(self._confirm)
        self.assumptions.show_input.connect(self.show_input)
        self._build()
        self.set_step("")
        self.tabs.tab_chosen.connect(self._tab_chosen)
        for view in (self.figure, self.second):
            view.row_clicked.connect(self._row_clicked)
        document.outcome_changed.connect(self._follow)
        document.selection_changed.connect(self._follow)
        document.drag_ended.connect(self._follow)

    def refresh(self) -> None:
        """Bring plot, table and list in line with the document."""
        document = self.document
        speaker = Speaker(document.project, self._language)
        figures = self._offered()
        current = next((at for at, figure in enumerate(figures) if figure.figure_id == self.tabs.current()), 0)
        views = (self.figure, self.second) if self.has_second else (self.figure,)
        for offset, view in enumerate(views):
            shown = figures[(current + offset) % len(figures)]
            chosen = document.selection
            figure = lit(shown.make(document, speaker), chosen.metric, chosen.segment)
            view.set_figure(figure, keep_range=document.is_dragging)
        self.flips.show_flips(document, speaker)
        self.assumptions.show_assumptions(open_assumptions(document.project), speaker)

    @property
    def has_second(self) -> bool:
        """Whether there is room for a second plot below the first."""
        return self.width() >= ROOMY.width() and self.height() >= ROOMY.height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A second plot comes and goes with the room for it."""
        super().resizeEvent(event)
        if self.second.isHidden() == self.has_second:
            self.second.setVisible(self.has_second)
            self._follow()

    def showEvent(self, event: QShowEvent) -> None:
        """A dock that was hidden catches up."""
        super().showEvent(event)
        self._follow()

    def _build(self) -> None:
        inner = QWidget()
        inner.setProperty("ground", "surface")
        body = QVBoxLayout(inner)
        body.setContentsMargins(16, 16, 16, 8)
        body.setSpacing(0)
        body.addWidget(self.figure)
        body.addWidget(self.second)
        self.second.hide()
        body.addSpacing(16)
        body.addWidget(self.flips)
        body.addStretch(1)
        area = QScrollArea()
        area.setObjectName("surface")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        head = QHBoxLayout()
        head.setContentsMargins(16, 14, 16, 0)
        head.addWidget(self.tabs)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(area, 1)
        column.addWidget(self.assumptions)

    def set_step(self, step: str) -> None:
        """Offer the plots that belong beside a step; its own comes first, and goes when the step is left."""
        own = [figure.figure_id for figure in LIVE_FIGURES if figure.only_on is not None]
        if self.tabs.current() not in own:
            self._before = self.tabs.current()
        self._step = step
        offered = [figure.figure_id for figure in self._offered()]
        wanted = next((figure.figure_id for figure in LIVE_FIGURES if figure.only_on == step), self._before)
        for figure in LIVE_FIGURES:
            self.tabs.set_visible(figure.figure_id, is_visible=figure.figure_id in offered)
        self.tabs.set_current(wanted if wanted in offered else offered[0])
        self._follow()

    def _offered(self) -> list[LiveFigure]:
        spared = SPARED.get(self._step, ())
        shown = (figure for figure in LIVE_FIGURES if figure.only_on in (None, self._step))
        return [figure for figure in shown if figure.figure_id not in spared]

    def _follow(self) -> None:
        if self.isVisible() and self.document.is_open:
            self.refresh()

    def _tab_chosen(self, _tab: str) -> None:
        self._follow()

    def _row_clicked(self, address: str) -> None:
        """A row of a plot lights its cell in every view."""
        kind, _, key = address.partition(":")
        chosen = self.document.selection
        if kind == "value_segment":
            self.document.select(chosen.metric, key)
        elif kind == "value_metric":
            self.document.select(key, chosen.segment)
        elif kind == "tornado" and key.startswith("effect/"):
            metric, _, segment = key.removeprefix("effect/").rpartition("|")
            self.document.select(metric, segment)

    def _confirm(self, path: str) -> None:
        speaker = Speaker(self.document.project, self._language)
        self.document.edit(
            self.document.project.confirm(path), tr("Confirm {assumption}", assumption=speaker.assumption(path))
        )
