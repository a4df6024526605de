"""What a new project needs to be told about its files: which version is which, and how the columns are read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from tradeoff_app.app.arm_guess import order_by_time
from tradeoff_app.app.preferences import PreferenceStore
from tradeoff_app.app.session import Session
from tradeoff_app.app.translation import tr
from tradeoff_app.ui.dialogs.question import Answer, Question
from tradeoff_app.ui.file_flow import FileFlow, choose_files, open_dialog

if TYPE_CHECKING:  # dialogs come with the first question
    from tradeoff_app.model.mapping import ColumnMapping
    from tradeoff_app.ui.dialogs.arms import ArmChoice


class NewProjectFlow(QObject):
    """Answers what the session asks while it makes a project of files."""

    def __init__(self, window: QMainWindow, session: Session, files: FileFlow, preferences: PreferenceStore) -> None:
        super().__init__(window)
        self._window, self.session, self._files, self._preferences = window, session, files, preferences
        session.asks_for_arms = True
        session.arms_found.connect(self._ask_arms)
        session.one_version_found.connect(self._ask_second)
        files.ask_arms = self.ask_files

    def ask_files(self, paths: list[Path]) -> None:
        """Three files or more for a new project: ask which is which."""
        ordered = order_by_time(paths)
        roles = ["before", *("after" for _ in ordered[1:])]

        def taken(choice: ArmChoice) -> None:
            order = [ordered[at] for at in choice.order]
            references = range(1 + len(choice.after), len(order))
            self.session.import_results(order, references=tuple(references))

        open_arms(self._window, [path.name for path in ordered], roles, taken)

    def _ask_arms(self, arms: Sequence[str]) -> None:
        """One file holds several versions: the first that was found is proposed as the one before."""
        roles = ["before", *("after" for _ in arms[1:])]

        def taken(choice: ArmChoice) -> None:
            self.session.choose_arms([arms[at] for at in choice.order], [arms[at] for at in choice.references])

        open_arms(self._window, list(arms), roles, taken, title=tr("Which version is before?"))

    def _ask_second(self, path: Path) -> None:
        """One file with one version: a second file, or the column that tells versions apart."""
        text = tr(
            "There is nothing to compare it with. Choose the results of another version, or say which column holds"
            " the version."
        )
        answers = [
            Answer(tr("Cancel"), kind="quiet", is_escape=True),
            Answer(tr("Columns…"), lambda: self.map_columns([path])),
            Answer(tr("Choose a second file…"), lambda: self._choose_second(path), "primary"),
        ]
        title = tr("{file} holds one version", file=path.name)
        Question(self._window, title, text, answers).open()

    def _choose_second(self, path: Path) -> None:
        chosen = choose_files(self._window, self._preferences, tr("Choose the results of another version"))
        if chosen:
            self._files.start_project([path, *(other for other in chosen if other != path)])

    def map_columns(self, paths: list[Path]) -> None:
        """Say how the files of a new project are read, before there is one."""
        from tradeoff_app.model.mapping import ColumnMapping
        from tradeoff_app.ui.dialogs.column_mapping import ColumnMappingDialog

        def taken(mapping: ColumnMapping, keep: bool, shape: str | None) -> None:
            if keep and shape is not None:
                self.session.known_tables.remember(shape, mapping, paths[0].name)
            self.session.import_results(paths, mapping)

        open_dialog(ColumnMappingDialog(paths, ColumnMapping(), taken, self._window))


def open_arms(
    window: QMainWindow, names: Sequence[str], roles: Sequence[str], taken: Callable[[ArmChoice], None], title: str = ""
) -> None:
    """Ask what each of several files or versions is."""
    from tradeoff_app.ui.dialogs.arms import ArmsDialog

    open_dialog(ArmsDialog(names, roles, taken, window, title=title))
