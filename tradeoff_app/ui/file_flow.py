"""What happens to files that people bring, from the question whether to save to the place where they go."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QMainWindow

from tradeoff_app.app.arm_guess import order_by_time
from tradeoff_app.app.preferences import PreferenceStore
from tradeoff_app.app.session import ARCHIVE_ENDING, PROJECT_ENDINGS, Session
from tradeoff_app.app.told import told, told_refusal
from tradeoff_app.app.translation import QT_TR_NOOP, tr
from tradeoff_app.storage.errors import StorageError
from tradeoff_app.ui.dialogs.question import Answer, Question
from tradeoff_app.ui.dialogs.save_bytes import ask_name
from tradeoff_app.ui.file_names import file_name
from tradeoff_app.ui.steps.welcome.samples import FOLDER as SAMPLES

KINDS = (
    QT_TR_NOOP(
        "Projects and results (*.tradeoff *.tradeoffz *.tradeoffp *.csv *.tsv *.txt *.json *.jsonl *.yaml *.yml *.xlsx"
        " *.parquet *.eval *.zip *.gz)"
    ),
    QT_TR_NOOP("All files (*)"),
)
PROJECT_KIND = QT_TR_NOOP("Tradeoff project (*.tradeoff)")
WITH_ROWS_KIND = QT_TR_NOOP("Tradeoff project with its rows (*.tradeoffz)")


class FileFlow(QObject):
    """Asks the user and lets the session do it; the window only shows what comes of it."""

    def __init__(self, window: QMainWindow, session: Session, preferences: PreferenceStore) -> None:
        super().__init__(window)
        self._window, self.session, self.preferences = window, session, preferences
        self.document = session.document
        self._question: Question | None = None
        self.use_results: Callable[[list[Path]], None] = lambda paths: self.unless_saved(
            lambda: self.start_project(paths)
        )
        """What happens to result files that come while a project is open."""
        self.ask_arms: Callable[[list[Path]], None] = self._ask_before
        """What happens to three result files or more."""
        session.save_refused.connect(self._save_refused)

    def take_files(self, paths: list[Path]) -> None:
        """Open what was dropped, chosen or named on the command line."""
        projects = [path for path in paths if path.suffix.lower() in PROJECT_ENDINGS]
        if len(projects) == 2 and len(paths) == 2:
            self.compare_files(projects)
        elif projects and projects[0].resolve().parent == SAMPLES:
            self.open_sample(str(projects[0]))
        elif projects and self._is_open(projects[0]):
            self._window.activateWindow()
        elif projects:
            self.unless_saved(lambda: self.session.open_project(projects[0]))
        elif paths and self.document.is_open:
            self.use_results(paths)
        elif paths:
            self.start_project(paths)

    def start_project(self, paths: list[Path]) -> None:
        """Make a project of result files; more than one has to be told apart first."""
        if len(paths) == 1:
            self.session.import_results(paths)
        elif len(paths) == 2:
            self._ask_before(paths)
        else:
            self.ask_arms(paths)

    def new_project(self) -> None:
        """Choose the files of a new project, whatever is open."""
        chosen = self._choose_names()
        projects = [path for path in chosen if path.suffix.lower() in PROJECT_ENDINGS]
        if projects:
            self.take_files(chosen)
        elif chosen:
            self.unless_saved(lambda: self.start_project(chosen))

    def open_path(self, path: str) -> None:
        """Open a recent file."""
        self.take_files([Path(path)])

    def open_sample(self, path: str) -> None:
        """Open a sample as a new project: Save asks for a place."""
        self.unless_saved(lambda: self.session.open_project(Path(path), is_sample=True))

    def choose_files(self) -> None:
        """Choose files and open them."""
        chosen = self._choose_names()
        if chosen:
            self.take_files(chosen)

    def save(self) -> bool:
        """Save under the known name, else ask for one; whether it was saved."""
        if self.document.path is None:
            return self.save_as()
        return self.session.save(self.document.path)

    def save_as(self) -> bool:
        """Ask for a name and save; whether it was saved."""
        if not self.document.is_open:
            return False
        has_rows = self.document.observations is not None
        kinds = ";;".join(tr(kind) for kind in ((PROJECT_KIND, WITH_ROWS_KIND) if has_rows else (PROJECT_KIND,)))
        path = ask_name(self._window, str(self._suggested(has_rows=has_rows)), kinds, (".tradeoff", ARCHIVE_ENDING))
        if path is None:
            return False
        self.preferences.change(last_folder=str(path.parent))
        return self.session.save(path)

    def _suggested(self, *, has_rows: bool) -> Path:
        """The name that Save as begins with."""
        known = self.document.path
        if known is None:
            return Path(self.preferences.value.last_folder) / f"{file_name(self.document.project.title)}.tradeoff"
        return known if has_rows else known.with_suffix(".tradeoff")

    def say_changed(self, path: Path) -> None:
        """Somebody else saved the file that is open: theirs can be opened, or ours saved under another name."""
        title = tr("{file} was changed by somebody else", file=path.name)
        text = (
            tr("Your changes are not in it. Saving will not replace it: save yours under another name.")
            if self.document.is_modified
            else tr("This window shows it as it was when you opened it.")
        )
        answers = [
            Answer(tr("Keep what is shown"), is_escape=True),
            Answer(tr("Open it again"), lambda: self.unless_saved(lambda: self.session.open_project(path)), "primary"),
        ]
        Question(self._window, title, text, answers).open()

    def _is_open(self, path: Path) -> bool:
        """Whether the window shows this file as it is on the disk, so that opening it again would only lose steps."""
        from tradeoff_app.storage.project_file import file_sha256

        known = self.document.path
        if known is None or path.resolve() != known.resolve():
            return False
        return self.document.disk_sha256 is not None and file_sha256(path) == self.document.disk_sha256

    def compare_files(self, paths: list[Path] | None = None) -> None:
        """Compare two project files in words."""
        from tradeoff_app.ui.dialogs.compare_files import compare_files

        compare_files(self._window, paths or [], self.session.language)

    def compare_with_colleague(self) -> None:
        """Compare what is open, as it was last saved, with the file of somebody else."""
        if self.document.path is None or self.document.is_modified:
            answers = [
                Answer(tr("Cancel"), is_escape=True),
                Answer(tr("Save"), lambda: self._compare_saved() if self.save() else None, "primary"),
            ]
            text = tr("The comparison reads both files from the disk, so yours must be there as it is now.")
            Question(self._window, tr("Save your project first?"), text, answers).open()
        else:
            self._compare_saved()

    def _compare_saved(self) -> None:
        if self.document.path is not None:
            self.compare_files([self.document.path])

    def unless_saved(self, go_on: Callable[[], None]) -> None:
        if self.document.is_modified and self.document.undo_name is not None:
            self.ask_unsaved(go_on)
        else:
            go_on()

    def ask_unsaved(self, go_on: Callable[[], None]) -> None:
        answers = [
            Answer(tr("Discard"), go_on, "quiet"),
            Answer(tr("Cancel"), is_escape=True),
            Answer(tr("Save"), lambda: go_on() if self.save() else None, "primary"),
        ]
        last = self.document.undo_name
        text = tr("The last change was “{last}”.", last=last) if last else tr("It was never saved.")
        title = tr("Save changes to “{title}”?", title=self.document.project.title)
        if self._question is not None:  # whoever asks to leave again is asked once, about the way that was wanted last
            self._question.reject()
        self._question = Question(self._window, title, text, answers)
        self._question.finished.connect(self._answered)
        self._question.open()

    def _answered(self) -> None:
        self._question = None

    def say_not_put_aside(self, error: StorageError) -> None:
        """Work in progress can't be kept safe on its own: only saving helps."""
        text = tr("{cause}. Until this is mended, only saving keeps your work.", cause=told(error.cause))
        answers = [Answer(tr("Close"), is_escape=True), Answer(tr("Save"), self.save, "primary")]
        Question(self._window, tr("Unsaved work can’t be put aside"), text[:1].upper() + text[1:], answers).open()

    def _choose_names(self) -> list[Path]:
        return choose_files(self._window, self.preferences, tr("Choose files"))

    def _ask_before(self, paths: list[Path]) -> None:
        from tradeoff_app.ui.dialogs.which_before import WhichBeforeDialog

        open_dialog(WhichBeforeDialog(order_by_time(paths), self.session.import_results, self._window))

    def _save_refused(self, error: StorageError) -> None:
        """The old file is as it was; another name is always a way out."""
        text = told_refusal(error)
        answers = [Answer(tr("Cancel"), is_escape=True), Answer(tr("Save as…"), self.save_as, "primary")]
        Question(self._window, tr("{file} was not saved", file=error.file), text, answers).open()


def choose_files(
    window: QMainWindow, preferences: PreferenceStore, title: str, *, is_single: bool = False
) -> list[Path]:
    """The files that the user chose, starting where files were chosen last; none where the user gave it up."""
    kinds, folder = ";;".join(tr(kind) for kind in KINDS), preferences.value.last_folder
    if is_single:
        single, _ = QFileDialog.getOpenFileName(window, title, folder, kinds)
        chosen = [single] if single else []
    else:
        chosen, _ = QFileDialog.getOpenFileNames(window, title, folder, kinds)
    if chosen:
        preferences.change(last_folder=str(Path(chosen[0]).parent))
    return [Path(name) for name in chosen]


def open_dialog(dialog: QDialog) -> None:
    """Show a dialog over its window without waiting for it."""
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.open()


def show_folder(path: Path) -> None:
    """Open the folder of a file in the system's file manager."""
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
