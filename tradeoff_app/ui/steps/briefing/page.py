"""The Briefing step: choices at the left, the pages as they will be at the right, and the ways out of the app."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from tradeoff_app.app.document import Document
from tradeoff_app.app.jobs import ThreadJob
from tradeoff_app.app.translation import QT_TR_NOOP, tr
from tradeoff_app.briefing.blocks import KeyFigure
from tradeoff_app.model.project import Project
from tradeoff_app.ui.dialogs.export import Choices, Exporter, Snapshot, plain_text, show_in_folder
from tradeoff_app.ui.explaining import ask, set_quantity
from tradeoff_app.ui.steps.briefing.controls import BriefingControls
from tradeoff_app.ui.steps.briefing.pages import Preview, make_preview
from tradeoff_app.ui.steps.briefing.preview import PagePreview
from tradeoff_app.ui.steps.spoken_step import SpokenStep
from tradeoff_app.ui.steps.step import RailState
from tradeoff_app.ui.widgets.buttons import make_button
from tradeoff_app.ui.widgets.shown_text import entry_text
from tradeoff_app.ui.widgets.text import make_label
from tradeoff_app.ui.widgets.toast import Toast

CALM_MS = 200
"""So long after the last change the pages are set again."""
SCROLL_ROOM = 10
"""Beside the choices, for a scroll bar."""


class BriefingStep(SpokenStep):
    """The preview is the PDF itself; it follows every change after a moment."""

    step_id = "briefing"
    title = QT_TR_NOOP("Briefing")

    exported = Signal(object)
    """A file was written; carries its path."""
    busy_changed = Signal(str)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(document, tr("Briefing"), scrolls=False, parent=parent)
        self.controls = BriefingControls()
        self.preview = PagePreview()
        self.toast = Toast(self)
        self.exporter = Exporter(self)
        self.excel = make_button(tr("Export Excel…"))
        self.pdf = make_button(tr("Export PDF…"), "primary")
        self.page.head_row.addWidget(self.excel)
        self.page.head_row.addWidget(self.pdf)
        self._state = make_label("", "small", "muted")
        self._exported_project: Project | None = None
        self._drawn: tuple[object, ...] = ()
        self._figures: tuple[KeyFigure, ...] = ()
        self._kept: tuple[Snapshot, ...] = ()
        self._wanted: tuple[object, ...] = ()
        self._job = ThreadJob(self)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(CALM_MS)
        self._lay_out()
        self._connect()
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.wait)

    def refresh(self) -> None:
        """Say what the briefing says; the pages follow when it is calm."""
        self.controls.propose_language(self.language)
        title = self.speaker().verdict_title(self.document.outcome)
        pages = self.preview.page_count()
        count = (tr("1 page.") if pages == 1 else tr("%n pages.", "", pages)) if pages else ""
        self.say(f"{title}. {count}".rstrip())
        wanted = self._key()
        if wanted != self._drawn:
            self._clock.start()

    def rail_state(self) -> RailState:
        """Done while the project is as it was exported."""
        is_current = self.document.is_open and self._exported_project is self.document.project
        return "done" if is_current else "open"

    def wait(self) -> None:
        """Let what runs beside the window end before the program does."""
        self._clock.stop()
        self._job.wait()
        self.exporter.wait()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: no page is set."""
        super().hideEvent(event)
        self._clock.stop()
        self._job.abandon()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(24 - SCROLL_ROOM)
        row.addWidget(self._scrolling_controls())
        right = QVBoxLayout()
        right.setSpacing(4)
        right.addWidget(self.preview, 1)
        right.addWidget(self._state)
        row.addLayout(right, 1)
        self.page.body.addLayout(row)

    def _scrolling_controls(self) -> QScrollArea:
        """The choices, all of which can be reached in a low window."""
        area = QScrollArea()
        area.setObjectName("surface")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidgetResizable(True)
        area.setFixedWidth(self.controls.width() + SCROLL_ROOM)
        self.controls.setProperty("ground", "surface")
        area.setWidget(self.controls)
        return area

    def _connect(self) -> None:
        self.controls.choices_changed.connect(self._follow)
        self.controls.copy_asked.connect(self._copy)
        self.controls.markdown_asked.connect(self._export_markdown)
        self.pdf.clicked.connect(self._export_pdf)
        self.excel.clicked.connect(self._export_excel)
        self.exporter.finished.connect(self._exported)
        self.exporter.busy_changed.connect(self._busy)
        self._clock.timeout.connect(self._draw)
        self.preview.menu_asked.connect(self.open_menu)
        self._job.done.connect(self._show)
        self._job.failed.connect(self._broke)
        self.document.document_replaced.connect(self._forget)

    def open_menu(self, where: QPoint) -> None:
        """The key figures of the memo, each to be explained."""
        if not self._figures:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for figure in self._figures:
            text = tr("Explain: {number} {what}", number=figure.value, what=figure.text)
            menu.addAction(entry_text(text)).triggered.connect(partial(ask, self, figure.quantity))
        menu.popup(where)

    def _choices(self) -> Choices:
        return self.controls.choices()

    def _key(self) -> tuple[object, ...]:
        """What the pages depend on: projects and outcomes are frozen, identity is enough while `_kept` holds them."""
        return id(self.document.project), id(self.document.outcome), self._choices(), self.preview.wanted_pixels()

    def _draw(self) -> None:
        self._wanted = self._key()
        snapshot, choices, pixels = Snapshot.of(self.document), self._choices(), self.preview.wanted_pixels()
        self._kept = (*self._kept[-1:], snapshot)
        self._state.setText(tr("Setting the pages…"))
        self._job.start(lambda: make_preview(snapshot, choices, pixels))

    def _show(self, preview: Preview) -> None:
        self._drawn = self._wanted
        self.controls.show_sections(preview.sections)
        self.preview.show_pages(preview.pages)
        self._figures = preview.figures
        set_quantity(self, preview.figures[0].quantity if preview.figures else "")
        self._state.setText("" if preview.pages else tr("Every section is left out: there is no page to show."))
        for button in (self.pdf, self.excel, self.controls.copy, self.controls.markdown):
            button.setEnabled(bool(preview.pages))
        self.refresh()

    def _forget(self) -> None:
        """Another project is open, or none: what is shown is of the one before."""
        self._clock.stop()
        self._job.abandon()
        self._drawn = self._kept = self._figures = ()
        self.preview.show_pages(())
        set_quantity(self, "")

    def _broke(self, error: BaseException) -> None:
        self._state.setText(tr("The pages could not be set."))
        raise error

    def _export_pdf(self) -> None:
        self.exporter.ask("pdf", Snapshot.of(self.document), self._choices())

    def _export_excel(self) -> None:
        self.exporter.ask("excel", Snapshot.of(self.document), self._choices())

    def _export_markdown(self) -> None:
        self.exporter.ask("markdown", Snapshot.of(self.document), self._choices())

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(plain_text(Snapshot.of(self.document), self._choices()))
        self.toast.show_notice(tr("Copied the briefing as text"))

    def _busy(self, what: str) -> None:
        for button in (self.pdf, self.excel, self.controls.markdown):
            button.setEnabled(not what)
        self._state.setText(what)
        self.busy_changed.emit(what)

    def _exported(self, path: Path) -> None:
        self.toast.show_notice(tr("Saved {name}", name=path.name), tr("Show in folder"), lambda: show_in_folder(path))
        self._exported_project = self.exporter.exported_project()
        self.exported.emit(path)
