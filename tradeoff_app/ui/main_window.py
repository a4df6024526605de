"""The window: title row, welcome or workspace, and what happens on the files that people bring."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QIcon, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from tradeoff_app.app.document import Document
from tradeoff_app.app.own_files import config_folder
from tradeoff_app.app.preferences import PreferenceStore
from tradeoff_app.app.recent_files import RecentFiles
from tradeoff_app.app.session import Session
from tradeoff_app.app.translation import install, language_for, tr
from tradeoff_app.ui import theme
from tradeoff_app.ui.actions import Actions
from tradeoff_app.ui.data_flow import DataFlow
from tradeoff_app.ui.dialogs.question import tell
from tradeoff_app.ui.disk_watch import DiskWatch
from tradeoff_app.ui.explaining import quantity_of
from tradeoff_app.ui.failures import FailureTeller
from tradeoff_app.ui.file_flow import FileFlow, open_dialog, show_folder
from tradeoff_app.ui.widgets.empty_state import local_files
from tradeoff_app.ui.widgets.focus_ring import FocusRing
from tradeoff_app.ui.widgets.progress_line import ProgressLine
from tradeoff_app.ui.widgets.title_bar import TitleBar
from tradeoff_app.ui.window_place import WindowPlace

if TYPE_CHECKING:
    from tradeoff_app.storage.recovery import Snapshot
    from tradeoff_app.ui.steps.welcome.page import WelcomePage
    from tradeoff_app.ui.workspace import Workspace


class MainWindow(QMainWindow):
    """Owns nothing but widgets: the document holds the work, the session its files."""

    _welcome: WelcomePage | None = None

    def __init__(
        self,
        document: Document | None = None,
        recents: RecentFiles | None = None,
        preferences: PreferenceStore | None = None,
        *,
        is_opening: bool = False,
    ) -> None:
        super().__init__()
        self._is_opening = is_opening
        self.document = document or Document()
        self.recents = recents or RecentFiles()
        self.preferences = preferences or PreferenceStore()
        self.session = Session(self.document, self.recents, self)
        self.session.language = language_for(self.preferences.value.language)
        self.files = FileFlow(self, self.session, self.preferences)
        self.data_flow = DataFlow(self, self.session, self.files, self.preferences)
        self._is_closing = False
        self._saved_text = ""
        self._failures = FailureTeller(self, self.session.autosave)
        self._disk = DiskWatch(self, self.document, self.files.say_changed)
        self._place = WindowPlace(QSettings(str(config_folder() / "window.ini"), QSettings.Format.IniFormat))
        self.setWindowIcon(QIcon(str(theme.RESOURCES / "icons" / "tradeoff.svg")))
        self.setMinimumSize(960, 540)
        self.setAcceptDrops(True)
        self._build()
        self.ring = FocusRing(self)
        self._connect()
        self._place.restore(self)
        self._follow_document()

    @property
    def welcome(self) -> WelcomePage:
        """The page of a window in which nothing is open."""
        if self._welcome is None:
            from tradeoff_app.ui.welcome_flow import make_welcome

            self._welcome = make_welcome(self)
            self._stack.addWidget(self._welcome)
        return self._welcome

    def showEvent(self, event: QShowEvent) -> None:
        """The ring listens from the first showing on."""
        super().showEvent(event)
        self.ring.watch()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The progress line is as wide as the window."""
        super().resizeEvent(event)
        self.progress.resize(self._stack.width(), self.progress.height())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Refuses first and decides then: an exception on the way must not close the window."""
        event.ignore()
        if self.document.is_modified and not self._is_closing:
            self.files.ask_unsaved(self._close_for_good)
            return
        self._place.store(self, self.workspace)
        self.session.autosave.forget()
        self.session.close()
        self._disk.close()
        self.ring.stop()
        if self.workspace is not None:
            self.workspace.wait()
        event.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped anywhere."""
        if local_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """A project opens, result files are imported."""
        event.acceptProposedAction()
        self.files.take_files(local_files(event.mimeData()))

    def take_over(self, names: list[str]) -> None:
        """A second start named files: come to the front and open them here."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        if names:
            self.files.take_files([Path(name) for name in names])

    def show_why(self) -> None:
        """Explain the verdict."""
        if self.document.is_open:
            from tradeoff_app.ui.dialogs.why import WhyDialog
            from tradeoff_app.wording.speaker import Speaker

            open_dialog(WhyDialog(self.document.outcome, Speaker(self.document.project, self.session.language), self))

    def explain_focused(self) -> None:
        """Explain the number that has the focus; where none has, the verdict itself."""
        address = quantity_of(self.focusWidget())
        self.explain(address) if address else self.show_why()

    def explain(self, address: str) -> None:
        """Explain the number at an address, over whatever dialog is open."""
        if self.document.is_open:
            from tradeoff_app.ui.dialogs.explain import ExplainDialog

            over = QApplication.activeModalWidget() or self
            dialog = ExplainDialog(self.document, self.session.language, address, over)
            dialog.show_input.connect(self._ready_workspace().show_input)
            open_dialog(dialog)

    def show_palette(self) -> None:
        """Find or do anything by its name."""
        from tradeoff_app.ui.commands import list_commands
        from tradeoff_app.ui.dialogs.palette import CommandPalette

        workspace = self.workspace if self.document.is_open else None
        open_dialog(CommandPalette(list_commands(self.actions_, workspace, self._scenario_chosen), self))

    def show_shortcuts(self) -> None:
        """Everything that has a shortcut."""
        from tradeoff_app.ui.commands import list_shortcuts
        from tradeoff_app.ui.dialogs.palette import CommandPalette

        workspace = self.workspace if self.document.is_open else None
        commands = list_shortcuts(self.actions_, workspace)
        open_dialog(CommandPalette(commands, self, title=tr("Keyboard shortcuts"), says_kind=False))

    def offer_recovery(self, snapshots: tuple[Snapshot, ...]) -> None:
        """Ask what to do about work that was left behind; the newest first."""
        if snapshots:
            from tradeoff_app.ui.dialogs.recovery import RecoveryOffer

            offer = RecoveryOffer(self, self._recover, self.actions_["quit"])
            offer.offer(snapshots, self.session.language)

    def say_failure(self, failure: object) -> None:
        """Something of ours failed."""
        self._failures.say(failure)

    def _build(self) -> None:
        """Everything that says something; made anew when the language changes."""
        self.actions_ = Actions(self)
        self.title_bar = TitleBar(self.actions_["undo"], self.actions_["redo"], self.actions_.menu)
        self._welcome = None
        self.workspace: Workspace | None = None
        self._stack = QStackedWidget()
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.title_bar)
        column.addWidget(self._stack, 1)
        self.setCentralWidget(centre)
        value = self.preferences.value
        self.actions_.add_schemes(
            value.scheme, self._set_scheme, is_high=value.has_high_contrast, set_contrast=self._set_contrast
        )
        self.actions_.add_languages(value.language, self._set_language)
        self.actions_.add_steps(9, self._go_to_step)
        self.progress = ProgressLine(self._stack)
        self._connect_words()

    def _connect_words(self) -> None:
        self.actions_.connect(
            {
                "new": self.files.new_project,
                "open": self.files.choose_files,
                "save": self.files.save,
                "save_as": self.files.save_as,
                "export": self._export,
                "compare": self._compare_asked,
                **self.data_flow.actions(),
                "close": self._close_project,
                "undo": self.document.undo,
                "redo": self.document.redo,
                "why": self.show_why,
                "explain": self.explain_focused,
                "palette": self.show_palette,
                "shortcuts": self.show_shortcuts,
                "about": self._show_about,
                "quit": self.close,
            }
        )
        self.progress.cancel_asked.connect(self.session.cancel)
        self.title_bar.scenario_chosen.connect(self._scenario_chosen)
        self.title_bar.palette_asked.connect(self.show_palette)

    def _connect(self) -> None:
        document, session = self.document, self.session
        document.document_replaced.connect(self._follow_document)
        document.outcome_changed.connect(self._follow_changes)
        document.modified_changed.connect(self._follow_changes)
        document.refused.connect(self._refused)
        session.busy_changed.connect(self._busy_changed)
        session.progressed.connect(self._progressed)
        session.failed.connect(self._said)
        session.autosave.failed.connect(self.files.say_not_put_aside)
        session.imported.connect(self._imported)
        session.opened.connect(self._opened)
        session.saved.connect(self._saved)

    def _ready_workspace(self) -> Workspace:
        if self.workspace is None:
            from tradeoff_app.ui.workspace import Workspace

            self.workspace = Workspace(self.document, self.session.language)
            self.workspace.why_asked.connect(self.show_why)
            self.data_flow.serve(self.workspace)
            self.workspace.compare_asked.connect(self.files.compare_with_colleague)
            self._stack.addWidget(self.workspace)
            self._place.restore_dock(self.workspace)
        return self.workspace

    def _follow_document(self) -> None:
        """Another project is open, or none."""
        if self.document.is_open:
            workspace = self._ready_workspace()
            self._stack.setCurrentWidget(workspace)
            workspace.refresh()
        elif not self._is_opening:
            self.welcome.show_recent(self.recents.files())
            self._stack.setCurrentWidget(self.welcome)
        self.title_bar.setVisible(self.document.is_open)
        self.actions_.show_recent(self.recents.files(), self.files.open_path)
        self._saved_text = ""
        self._follow_changes()

    def _follow_changes(self) -> None:
        document = self.document
        self.title_bar.set_steps(document.undo_name, document.redo_name)
        self.actions_.follow(
            is_open=document.is_open,
            undo=document.undo_name,
            redo=document.redo_name,
            problems=len(self.session.problems),
        )
        if not document.is_open:
            self.setWindowModified(False)
            self.setWindowTitle("Tradeoff")
            return
        project = document.project
        title = project.title.replace("[*]", "[*][*]")  # Qt puts the sign of a change where it reads this
        self.setWindowTitle(tr("{title}[*] – Tradeoff", title=title))
        if self.isWindowModified() != document.is_modified:  # Qt tells everybody of a change, also of none
            self.setWindowModified(document.is_modified)
        self.title_bar.set_project(project.title)
        self.title_bar.set_scenarios([(s.id, s.name) for s in project.scenarios.values()], document.scenario.id)
        self.title_bar.set_saved(tr("Not saved") if document.is_modified else self._saved_text)

    def _imported(self) -> None:
        """First a result: the matrix with the verdict below it."""
        self._show_result()
        count = len(self.session.problems)
        if count:
            text = tr("1 note on the files") if count == 1 else tr("{count} notes on the files", count=count)
            self._ready_workspace().toast.show_notice(text, tr("Show"), lambda: self.data_flow.do("problems"))
        self._follow_changes()

    def _opened(self) -> None:
        self._show_result()
        self._follow_changes()

    def _show_result(self) -> None:
        """The matrix first; the keyboard starts at the rail, not wherever Welcome left it."""
        workspace = self._ready_workspace()
        workspace.show_step("compare")
        workspace.rail.setFocus(Qt.FocusReason.OtherFocusReason)

    def _saved(self, path: Path) -> None:
        from datetime import datetime

        self._saved_text = tr("Saved {time}", time=f"{datetime.now().astimezone():%H:%M}")
        self._follow_changes()
        self._ready_workspace().toast.show_notice(
            tr("Saved {name}", name=path.name), tr("Show in folder"), lambda: show_folder(path)
        )

    def _busy_changed(self, text: str) -> None:
        if text:
            self.progress.start(text)
        else:
            self.progress.stop()
            QTimer.singleShot(0, self, self._end_opening)

    def _end_opening(self) -> None:
        """Where the file that the window was started with did not open, Welcome follows after all."""
        if self._is_opening and not self.session.is_busy:
            self._is_opening = False
            if not self.document.is_open:
                self._follow_document()

    def _progressed(self, share: float | None, text: str) -> None:
        self.progress.set_progress(share, text)

    def _refused(self, cause: str, hint: str) -> None:
        tell(self, tr("This can’t be"), f"{cause}. {hint}".strip())

    def _said(self, title: str, text: str) -> None:
        tell(self, title, text)

    def _export(self) -> None:
        if self.document.is_open:
            self._ready_workspace().show_step("briefing")

    def _recover(self, snapshot: Snapshot) -> None:
        self.files.unless_saved(lambda: self.session.recover(snapshot))

    def _close_project(self) -> None:
        self.files.unless_saved(self._close_document)

    def _close_document(self) -> None:
        self.session.note_recent()
        self.document.close()

    def _close_for_good(self) -> None:
        self._is_closing = True
        QTimer.singleShot(0, self, self.close)

    def _scenario_chosen(self, scenario_id: str) -> None:
        project = self.document.project
        name = project.scenarios[scenario_id].name
        self.document.edit(project.change(current_scenario=scenario_id), tr("Show scenario {name}", name=name))

    def _go_to_step(self, index: int) -> None:
        if self.document.is_open:
            self._ready_workspace().show_step_at(index)

    def _set_scheme(self, scheme: str) -> None:
        self.preferences.change(scheme=scheme)
        theme.set_scheme(self.preferences.value.scheme)

    def _set_language(self, preferred: str) -> None:
        """The window says everything anew; the work, its history and the step that is shown stay."""
        self.preferences.change(language=preferred)
        language = language_for(preferred)
        if language == self.session.language:
            return
        step = None if self.workspace is None else self.workspace.current_step()
        install(language)
        self.session.language = language
        if self.workspace is not None:
            self._place.store(self, self.workspace)
            self.workspace.leave()
        self.actions_.remove()
        self._build()
        if self.document.is_open and step is not None:
            self._ready_workspace().show_step(step)
        self._follow_document()

    def _set_contrast(self, is_high: bool) -> None:
        self.preferences.change(has_high_contrast=is_high)
        theme.set_high_contrast(is_high=is_high)

    def _show_about(self) -> None:
        from tradeoff_app.ui.dialogs.about import show_about

        show_about(self, self._failures.as_text())

    def _compare_asked(self) -> None:
        self.files.compare_files()
