"""What happens to files while the window is open: opened, imported, saved, recovered; it never asks and never shows."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from tradeoff_app.app.autosave import Autosave
from tradeoff_app.app.document import Document
from tradeoff_app.app.jobs import ImportJob, ThreadJob
from tradeoff_app.app.recent_files import RecentFiles
from tradeoff_app.storage.errors import StorageError

if TYPE_CHECKING:  # what computes and reads is imported where it is needed: the window is on the screen by then
    from tradeoff_app.analysis.evidence import Evidence
    from tradeoff_app.analysis.observations import Observations, Problem
    from tradeoff_app.model.mapping import ColumnMapping
    from tradeoff_app.model.project import Project
    from tradeoff_app.storage.project_file import Head, StoredProject
    from tradeoff_app.storage.recovery import Snapshot

PROJECT_ENDINGS = (".tradeoff", ".tradeoffz", ".tradeoffp")


class Session(QObject):
    """The document with its files. `failed` carries a title and a cause in words, `problems_found` the problems."""

    busy_changed = Signal(str)
    progressed = Signal(object, str)
    failed = Signal(str, str)
    save_refused = Signal(object)
    problems_found = Signal(list)
    imported = Signal()
    opened = Signal()
    saved = Signal(object)

    def __init__(self, document: Document, recents: RecentFiles, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document, self.recents = document, recents
        self.autosave = Autosave(document, self)
        self.problems: tuple[Problem, ...] = ()
        self.language = "en"
        self._then: Callable[[Any], None] | None = None
        self._subject = self._title = ""
        self._head: Head | None = None
        self._mapping: ColumnMapping | None = None
        self._import = ImportJob(self)
        self._work = ThreadJob(self)
        self._import.progressed.connect(self.progressed)
        self._import.done.connect(self._files_read)
        self._import.failed.connect(self._broke)
        self._work.done.connect(self._computed)
        self._work.failed.connect(self._broke)

    @property
    def is_busy(self) -> bool:
        """Whether something is being read or computed."""
        return self._import.is_running or self._work.is_running

    def open_project(self, path: Path, *, is_sample: bool = False) -> None:
        """Open a project file; a sample becomes a new, unnamed project. What is open stays until it has worked."""
        self._start(path.name, f"Opening {path.name}", lambda: _read(path))
        self._then = lambda found: self._show_project(found, None if is_sample else path)

    def import_results(self, paths: Sequence[Path], mapping: ColumnMapping | None = None) -> None:
        """Make a project of result files, the version in use first."""
        self.cancel()
        self._subject = ", ".join(path.name for path in paths)
        from tradeoff_app.model.mapping import ColumnMapping

        stated = self._mapping = mapping or ColumnMapping()
        self._then = self._show_import
        self._title = " → ".join(dict.fromkeys(path.stem for path in paths))
        self.busy_changed.emit(f"Reading {self._subject}")
        self._import.start(paths, stated)

    def recover(self, snapshot: Snapshot) -> None:
        """Open unsaved work that was left behind."""

        def read() -> tuple[Any, Evidence]:
            from tradeoff_app.analysis.evidence import evidence_from_table
            from tradeoff_app.storage.recovery import read_snapshot

            found = read_snapshot(snapshot.path)
            return found, evidence_from_table(found.evidence_source, found.project)

        self._start(snapshot.title, f"Recovering {snapshot.title}", read)
        self._then = lambda made: self._show_recovered(made, snapshot)

    def save(self, path: Path) -> bool:
        """Write the project; False where that failed, which leaves the old file and is said."""
        from tradeoff_app.storage.project_file import write_project

        document = self.document
        expected = document.disk_sha256 if path == document.path else None
        try:
            head = write_project(path, document.project, document.evidence_source, expected, self._head)
        except StorageError as error:
            self.save_refused.emit(error)
            return False
        self._head = head
        document.mark_saved(path, head.file_sha256)
        self.autosave.forget()
        self.note_recent()
        self.saved.emit(path)
        return True

    def swap_versions(self) -> None:
        """Exchange before and after; the decisions stay, the steps that could be undone do not."""
        from tradeoff_app.analysis.evidence import evidence_from_table
        from tradeoff_app.app.swap import swap_observations, swap_project, swap_source

        document = self.document
        arms, candidate = document.evidence_source.table.arms, document.outcome.candidate
        project = swap_project(document.project, candidate, arms[0])
        source = swap_source(document.evidence_source, candidate)
        observations = document.observations
        if observations is not None:
            observations = swap_observations(observations, candidate)
        path, sha256 = document.path, document.disk_sha256
        evidence = evidence_from_table(source, project)
        document.open(project, source, evidence, path=path, observations=observations)
        document.disk_sha256 = sha256
        self.opened.emit()

    def note_recent(self) -> None:
        """Put the open file on top of the recent ones with the verdict that it has now."""
        document = self.document
        if document.is_open and document.path is not None:
            from tradeoff_app.wording.speaker import Speaker

            said = Speaker(document.project, self.language).verdict_title(document.outcome)
            title = document.project.title
            self.recents.note(document.path, title, document.outcome.verdict.recommendation, said)

    def cancel(self) -> None:
        """Stop reading and computing; what is open stays as it is."""
        self._import.cancel()
        self._work.abandon()
        self._then = None
        self.busy_changed.emit("")

    def close(self) -> None:
        """End everything that runs, before the program does."""
        self.note_recent()
        self._import.cancel()
        self._work.wait()

    def _start(self, subject: str, text: str, work: Callable[[], Any]) -> None:
        self.cancel()
        self._subject = subject
        self.busy_changed.emit(text)
        self._work.start(work)

    def _files_read(self, observations: Observations) -> None:
        self.problems = observations.problems
        if len(observations.arms) < 2:
            from tradeoff_app.readers.refusal import ReadError

            self._broke(ReadError("unreadable", self._subject, "", *ONE_VERSION))
            return
        title, mapping = self._title, self._mapping
        self.progressed.emit(None, "Computing effects")
        self._work.start(lambda: _propose(observations, title, mapping))

    def _computed(self, result: Any) -> None:
        then, self._then = self._then, None
        self.busy_changed.emit("")
        if then is not None:
            then(result)

    def _show_project(self, found: tuple[StoredProject, Evidence], path: Path | None) -> None:
        stored, evidence = found
        self._head = stored.head if path is not None else None
        self.problems = ()
        self.document.open(stored.project, evidence.source, evidence, path=path, is_saved=True)
        self.document.disk_sha256 = stored.head.file_sha256 if path is not None else None
        self.note_recent()
        if stored.head.warnings:
            self.failed.emit(f"{self._subject} was opened", "\n".join(stored.head.warnings))
        self.opened.emit()

    def _show_import(self, made: tuple[Project, Evidence, Observations]) -> None:
        project, evidence, observations = made
        self._head = None
        self.document.open(project, evidence.source, evidence, observations=observations)
        self.imported.emit()

    def _show_recovered(self, made: tuple[Any, Evidence], snapshot: Snapshot) -> None:
        found, evidence = made
        self._head = None
        self.problems = ()
        self.document.open(found.project, found.evidence_source, evidence, path=snapshot.origin)
        self.document.disk_sha256 = snapshot.origin_sha256
        from tradeoff_app.storage.recovery import remove_snapshot

        remove_snapshot(snapshot.path)
        self.autosave.take_now()
        self.opened.emit()

    def _broke(self, error: BaseException) -> None:
        from tradeoff_app.analysis.observations import Problem
        from tradeoff_app.readers.refusal import ReadError

        self._then = None
        self.busy_changed.emit("")
        if isinstance(error, ReadError):
            problem = Problem("error", error.code, error.file, error.place, error.cause, error.hint)
            self.problems = (problem, *(p for p in self.problems if p.level != "error"))
            self.problems_found.emit(list(self.problems))
        elif isinstance(error, StorageError):
            self.failed.emit(f"{error.file} was not opened", f"{error.place}: {error.cause}. {error.hint}".strip())
        else:
            raise error


ONE_VERSION = (
    "there is only one version in it, nothing to compare it with",
    "Choose a second file, or say on the Data page which column holds the version.",
)


def _read(path: Path) -> tuple[StoredProject, Evidence]:
    from tradeoff_app.analysis.evidence import evidence_from_table
    from tradeoff_app.storage.project_file import read_project

    stored = read_project(path)
    return stored, evidence_from_table(stored.evidence_source, stored.project)


def _propose(
    observations: Observations, title: str, mapping: ColumnMapping | None
) -> tuple[Project, Evidence, Observations]:
    from tradeoff_app.analysis.evidence import build_evidence
    from tradeoff_app.analysis.proposal import propose_project

    project = propose_project(observations, title, str(uuid.uuid4())).change(mapping=mapping)
    return project, build_evidence(observations, project), observations
