"""The room where an open project is worked on: rail, page of the step, live dock, verdict bar."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from tradeoff_app.app.document import Document
from tradeoff_app.app.known_tables import KnownTable
from tradeoff_app.app.translation import tr
from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.ui.dock import Dock
from tradeoff_app.ui.step_pages import StepPages
from tradeoff_app.ui.steps.catalogue import STEPS
from tradeoff_app.ui.steps.spoken_step import SpokenStep
from tradeoff_app.ui.steps.step import Step
from tradeoff_app.ui.verdict_text import verdict_text
from tradeoff_app.ui.widgets.buttons import make_rule
from tradeoff_app.ui.widgets.empty_state import let_files_through
from tradeoff_app.ui.widgets.rail import RailItem, RailView
from tradeoff_app.ui.widgets.tabs import TabRow
from tradeoff_app.ui.widgets.toast import Toast
from tradeoff_app.ui.widgets.verdict_bar import VerdictBar
from tradeoff_app.wording.speaker import Speaker

NARROW = 1360
"""Below this width the rail shows marks alone."""
TIGHT = 1080
"""Below this width the dock is a tab beside the step."""
LOW = 640
"""Below this height the verdict bar is one line."""
FIRST_STEP = "compare"
"""First a result: the matrix with the verdict below it."""
DOCK_WIDTHS = ((2400, 440), (1800, 360), (0, 304))
"""Window width from which on the dock has this width, until the user moves the splitter."""


class Workspace(QWidget):
    """Follows the document. `why_asked` comes from the verdict bar."""

    why_asked = Signal()
    data_wanted = Signal(str, str)
    compare_asked = Signal()

    def __init__(self, document: Document, language: str = "en", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document, self._language = document, language
        self.rail = RailView([RailItem(entry.step_id, tr(entry.title)) for entry in STEPS])
        self.dock = Dock(document, language)
        self.verdict_bar = VerdictBar()
        self.toast_host = QWidget()
        self._pages = StepPages(document, self._prepare)
        self.find_known: Callable[[ColumnMapping], KnownTable | None] = lambda _mapping: None
        self._side = QStackedWidget()
        self._tab_row = QWidget()
        self.tabs = TabRow((("step", tr("Step")), ("live", tr("Live results"))), name=tr("Step or live results"))
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self._is_dock_moved = False
        self._is_tight = False
        self._build()
        self._pages.setCurrentIndex(next(at for at, entry in enumerate(STEPS) if entry.step_id == FIRST_STEP))
        self.rail.set_current(FIRST_STEP)
        self.dock.set_step(FIRST_STEP)
        self.toast = Toast(self.toast_host)
        document.outcome_changed.connect(self._follow)
        document.drag_ended.connect(self._follow)

    @property
    def steps(self) -> list[Step]:
        """Every page in the order of the rail; those that nobody has seen yet are made now."""
        return [self._pages.step(index) for index in range(len(STEPS))]

    def made_steps(self) -> list[Step]:
        """The pages that are there already."""
        return self._pages.made()

    def restore_layouts(self, layouts: Mapping[str, int]) -> None:
        """Divide the pages as the user left them, by the id of the step."""
        self._pages.restore_layouts(layouts)

    def show_step(self, step_id: str) -> None:
        """Go to a step."""
        for index, entry in enumerate(STEPS):
            if entry.step_id == step_id:
                self._pages.bring_in(index)
                self._pages.setCurrentIndex(index)
                self.rail.set_current(step_id)
                self.tabs.setTabText(0, tr(entry.title))
                self.tabs.set_current("step")
                self.dock.set_step(step_id)
        focused = self.window().focusWidget()
        if focused is None or not focused.isVisible():
            self.rail.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_input(self, path: str) -> None:
        """Go to the page where an input is edited, and to its field there."""
        self.show_step(page_of(path))
        self._pages.step(self._pages.currentIndex()).show_input(path)

    def show_step_at(self, index: int) -> None:
        """Go to the step at a place of the rail, 0 for the first."""
        if index < len(STEPS):
            self.show_step(STEPS[index].step_id)

    def current_step(self) -> str:
        """The id of the step on the page."""
        return STEPS[self._pages.currentIndex()].step_id

    def refresh(self) -> None:
        """Bring verdict bar and rail in line with the document."""
        if not self.document.is_open:
            return
        self._pages.bring_in(self._pages.currentIndex())
        speaker = Speaker(self.document.project, self._language)
        self.verdict_bar.show_verdict(verdict_text(self.document.outcome, speaker))
        for step in self._pages.made():
            self._mark(step)

    def wait(self) -> None:
        """Let what the steps started end before the program does."""
        self._pages.wait()

    def leave(self) -> None:
        """Another workspace takes this one's place."""
        self.wait()
        self._pages.drop_unshown()

    def copy_verdict(self) -> None:
        """Put what the verdict bar says on the clipboard."""
        QGuiApplication.clipboard().setText(self.verdict_bar.text())
        self.toast.show_notice(tr("Verdict copied"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rail, dock and verdict bar follow the size of the window."""
        super().resizeEvent(event)
        width = self.width()
        self.rail.set_collapsed(is_collapsed=width < NARROW)
        self.verdict_bar.set_low(is_low=self.height() < LOW)
        self._set_tight(is_tight=width < TIGHT)
        if not self._is_dock_moved and not self._is_tight:
            self._give_dock(next(dock for start, dock in DOCK_WIDTHS if width >= start))

    def dock_state(self) -> int | None:
        """The dock's width where the user chose one."""
        return self.splitter.sizes()[1] if self._is_dock_moved and not self._is_tight else None

    def restore_dock(self, width: int) -> None:
        """Bring back a width that the user chose."""
        self._is_dock_moved = True
        self._give_dock(width)

    def _build(self) -> None:
        work = QVBoxLayout(self.toast_host)
        work.setContentsMargins(0, 0, 0, 0)
        work.setSpacing(0)
        tabs = QHBoxLayout(self._tab_row)
        tabs.setContentsMargins(24, 4, 24, 0)
        tabs.addWidget(self.tabs)
        self._tab_row.hide()
        work.addWidget(self._tab_row)
        self._side.addWidget(self._pages)
        work.addWidget(self._side)
        self.toast_host.setProperty("ground", "surface")
        self.toast_host.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        self.splitter.addWidget(self.toast_host)
        self.splitter.addWidget(self.dock)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        self.splitter.splitterMoved.connect(self._dock_was_moved)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addWidget(make_rule("upright"))
        middle.addWidget(self.splitter, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(middle, 1)
        column.addWidget(self.verdict_bar)
        self._pages.step_made.connect(self._step_made)
        self.rail.step_chosen.connect(self.show_step)
        self.tabs.tab_chosen.connect(self._tab_chosen)
        self.verdict_bar.why_asked.connect(self.why_asked)
        self.verdict_bar.copy_asked.connect(self.copy_verdict)
        self.verdict_bar.gates_asked.connect(lambda: self.show_step("gates"))
        self.dock.show_input.connect(self.show_input)

    def _prepare(self, step: Step) -> None:
        """A new page speaks the language of the window, and what it asks for is passed on."""
        let_files_through(step)
        if isinstance(step, SpokenStep):
            step.language = self._language
        if step.step_id == "data":
            step.wanted.connect(self.data_wanted)  # type: ignore[attr-defined]
            step.find_known = self.find_known  # type: ignore[attr-defined]
        if step.step_id == "scenarios":
            step.compare_asked.connect(self.compare_asked)  # type: ignore[attr-defined]

    def _step_made(self, index: int) -> None:
        if self.document.is_open:
            self._mark(self._pages.step(index))

    def _mark(self, step: Step) -> None:
        self.rail.set_state(step.step_id, step.rail_state(), step.rail_count())

    def _give_dock(self, width: int) -> None:
        total = self.splitter.width()
        if total > width:
            self.splitter.setSizes([total - width, width])

    def _set_tight(self, *, is_tight: bool) -> None:
        """The dock beside the page, or a tab with it."""
        if is_tight == self._is_tight:
            return
        self._is_tight = is_tight
        self._tab_row.setVisible(is_tight)
        if is_tight:
            self._side.addWidget(self.dock)
        else:
            self.splitter.addWidget(self.dock)
            self.dock.show()
        self.tabs.set_current("step")
        self._side.setCurrentWidget(self._pages)

    def _tab_chosen(self, tab: str) -> None:
        self._side.setCurrentWidget(self.dock if tab == "live" and self._is_tight else self._pages)

    def _dock_was_moved(self, _position: int, _index: int) -> None:
        self._is_dock_moved = True

    def _follow(self) -> None:
        if self.isVisible():
            self.refresh()


def page_of(path: str) -> str:
    """The step on which an input is edited: gates, volumes and prices, or what the files hold."""
    if path.startswith("gates/"):
        return "gates"
    is_stated = path.startswith(("scenarios/", "exposure", "horizon_months")) or path.endswith("/exposure")
    return "value" if is_stated else "data"
