"""What happens to files while the window is open: opened, imported, saved, recovered; it never asks and never shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from tradeoff_app.app.autosave import Autosave
from tradeoff_app.app.data_changes import DataChanges
from tradeoff_app.app.document import Document
from tradeoff_app.app.jobs import ImportJob, ThreadJob
from tradeoff_app.app.recent_files import RecentFiles
from tradeoff_app.app.told import told_refusal
from tradeoff_app.app.translation import tr
from tradeoff_app.storage.errors import StorageError

if TYPE_CHECKING:  # what computes and reads is imported where it is needed: the window is on the screen by then
    from tradeoff_app.analysis.evidence import Evidence
    from tradeoff_app.analysis.observations import Observations, Problem
    from tradeoff_app.app.known_tables import KnownTables
    from tradeoff_app.model.mapping import ColumnMapping
    from tradeoff_app.model.project import Project
    from tradeoff_app.readers.refusal import ReadError
    from tradeoff_app.storage.project_file import Head, StoredProject
    from tradeoff_app.storage.recovery import Snapshot

ARCHIVE_ENDING = ".tradeoffz"
PROJECT_ENDINGS = (".tradeoff", ARCHIVE_ENDING, ".tradeoffp")


class Session(QObject):
    """The document with its files. `failed` carries a title and a cause in words, `problems_found` the problems."""

    busy_changed = Signal(str)
    progressed = Signal(object, str)
    failed = Signal(str, str)
    save_refused = Signal(object)
    problems_found = Signal(list)
    imported = Signal()
    one_version_found = Signal(object)
    """One file holds one version alone: a second file, or the column of the versions, is needed."""
    arms_found = Signal(object)
    """One file holds several versions: the names that it gives them. `choose_arms` goes on from there."""
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
        self._read: Observations | None = None
        self._paths: tuple[Path, ...] = ()
        self._references: tuple[str, ...] = ()
        self.refused_paths: tuple[Path, ...] = ()
        """The files of a new project that could not be read as they are; empty after a reading that worked."""
        self.asks_for_arms = False
        """Whether somebody answers `arms_found`; otherwise the first version that was found is the baseline."""
        self.data = DataChanges(document, self)
        self.data.busy_changed.connect(self.busy_changed)
        self.data.progressed.connect(self.progressed)
        self.data.refused.connect(self._broke)
        self.data.taken.connect(self._data_taken)
        self._import = ImportJob(self)
        self._work = ThreadJob(self)
        self._sweeping = ThreadJob(self)
        self._import.progressed.connect(self.progressed)
        self._import.done.connect(self._files_read)
        self._import.failed.connect(self._import_broke)
        self._work.done.connect(self._computed)
        self._work.failed.connect(self._broke)

    @cached_property
    def known_tables(self) -> KnownTables:
        """How tables were read before."""
        from tradeoff_app.app.known_tables import KnownTables

        return KnownTables()

    @property
    def is_busy(self) -> bool:
        """Whether something is being read or computed."""
        return self._import.is_running or self._work.is_running or self.data.is_busy

    def open_project(self, path: Path, *, is_sample: bool = False) -> None:
        """Open a project file; a sample becomes a new, unnamed project. What is open stays until it has worked."""
        self._start(path.name, tr("Opening {file}", file=path.name), lambda: _read(path))
        self._then = lambda found: self._show_project(found, None if is_sample else path)

    def import_results(
        self, paths: Sequence[Path], mapping: ColumnMapping | None = None, references: Sequence[int] = ()
    ) -> None:
        """Make a project of result files, the version in use first; `references` are positions of files that are
        shown and never judged."""
        self.cancel()
        self.refused_paths = ()
        self._paths, self._references = tuple(paths), tuple(_arm_id(place) for place in references)
        self._subject = ", ".join(path.name for path in paths)
        from tradeoff_app.model.mapping import ColumnMapping

        stated = self._mapping = mapping or ColumnMapping()
        self._then = self._show_import
        self._title = " → ".join(dict.fromkeys(path.stem for path in paths))
        self.busy_changed.emit(tr("Reading {files}", files=self._subject))
        self._import.start(paths, stated, self.known_tables.mappings())

    def choose_arms(self, order: Sequence[str], references: Sequence[str] = ()) -> None:
        """Go on with one file that holds several versions: these, the one in use first."""
        from tradeoff_app.app.arms import order_arms
        from tradeoff_app.model.mapping import ColumnMapping

        read, self._read = self._read, None
        if read is None:
            return
        mapping = (self._mapping or ColumnMapping()).model_copy(update={"baseline": order[0]})
        self._references = tuple(references)
        self.busy_changed.emit(tr("Computing effects"))
        self._compute(order_arms(read, order), mapping)

    def recover(self, snapshot: Snapshot) -> None:
        """Open unsaved work that was left behind."""

        def read() -> tuple[Any, Evidence]:
            from tradeoff_app.analysis.evidence import evidence_from_table
            from tradeoff_app.storage.recovery import read_snapshot

            found = read_snapshot(snapshot.path)
            return found, evidence_from_table(found.evidence_source, found.project)

        self._start(snapshot.title, tr("Recovering “{title}”", title=snapshot.title), read)
        self._then = lambda made: self._show_recovered(made, snapshot)

    def save(self, path: Path) -> bool:
        """Write the project; False where that failed, which leaves the old file and is said."""
        document = self.document
        try:
            head = self._write(path)
        except StorageError as error:
            self.save_refused.emit(error)
            return False
        self._head = head
        document.mark_saved(path, head.file_sha256)
        self.autosave.forget()
        self.note_recent()
        self.saved.emit(path)
        if head.warnings:
            self.failed.emit(tr("{file} was saved", file=path.name), "\n".join(head.warnings))
        return True

    def _write(self, path: Path) -> Head:
        """Write the project, with its rows where the name says so; its new head. Raises StorageError."""
        document = self.document
        expected = document.disk_sha256 if path == document.path else None
        if path.suffix.lower() != ARCHIVE_ENDING:
            from tradeoff_app.storage.project_file import write_project

            return write_project(path, document.project, document.evidence_source, expected, self._head)
        from tradeoff_app.storage.archive import write_archive

        if document.observations is None:
            cause, hint = tr("the rows that belong into it are not at hand"), tr("Save it with the ending .tradeoff")
            raise StorageError("not_written", path.name, str(path.parent), cause, hint)
        return write_archive(
            path, document.project, document.evidence_source, document.observations, expected, self._head
        )

    def swap_versions(self) -> None:
        """Exchange before and after as one step; every decision stays."""
        self.data.swap_with(self.document.outcome.candidate)

    def note_recent(self) -> None:
        """Put the open file on top of the recent ones with the verdict that it has now."""
        document = self.document
        if document.is_open and document.path is not None:
            from tradeoff_app.wording.speaker import Speaker

            said = Speaker(document.project, self.language).verdict_title(document.outcome)
            title = document.project.title
            self.recents.note(document.path, title, document.outcome.verdict.recommendation, said)

    def sweep(self) -> None:
        """Remove what killed saves left behind, beside the window."""
        from tradeoff_app.app.own_files import sweep_left_files

        paths = [file.path for file in self.recents.files()]
        self._sweeping.start(lambda: sweep_left_files(paths))

    def cancel(self) -> None:
        """Stop reading and computing; what is open stays as it is."""
        self._import.cancel()
        self._work.abandon()
        self.data.cancel()
        self._then = self._read = None
        self.busy_changed.emit("")

    def close(self) -> None:
        """End everything that runs, before the program does."""
        self.note_recent()
        self._import.cancel()
        self._work.wait()
        self._sweeping.wait()
        self.data.close()

    def _start(self, subject: str, text: str, work: Callable[[], Any]) -> None:
        self.cancel()
        self._subject = subject
        self.busy_changed.emit(text)
        self._work.start(work)

    def _files_read(self, observations: Observations) -> None:
        if len(observations.arms) < 2:
            from tradeoff_app.app.arms import ONE_VERSION
            from tradeoff_app.readers.refusal import ReadError

            self.refused_paths = self._paths
            if self.asks_for_arms and len(self._paths) == 1:
                self.busy_changed.emit("")
                self.one_version_found.emit(self._paths[0])
            else:
                self._refuse(ReadError("unreadable", self._subject, "", *map(tr, ONE_VERSION)), observations.problems)
            return
        self._mapping = self._import.remembered or self._mapping
        if self.asks_for_arms and len(self._paths) == 1 and not (self._mapping and self._mapping.baseline):
            self._read = observations
            self.busy_changed.emit("")
            self.arms_found.emit(observations.arms)
            return
        self._compute(observations, self._mapping)

    def _compute(self, observations: Observations, mapping: ColumnMapping | None) -> None:
        title, references = self._title, self._references
        has_many = 2 < len(observations.arms) == len(self._paths)
        names = {_arm_id(place): path.stem for place, path in enumerate(self._paths)} if has_many else {}
        self.progressed.emit(None, tr("Computing effects"))
        self._work.start(lambda: _propose(observations, title, mapping, references, names))

    def _data_taken(self) -> None:
        rows = self.document.observations
        self.problems = () if rows is None else rows.problems

    def _computed(self, result: Any) -> None:
        then, self._then = self._then, None
        self.busy_changed.emit("")
        if then is not None:
            then(result)

    def _show_project(self, found: tuple[StoredProject, Evidence, Observations | None], path: Path | None) -> None:
        stored, evidence, rows = found
        self._head = stored.head if path is not None else None
        self.problems = ()
        self.document.open(stored.project, evidence.source, evidence, path=path, observations=rows, is_saved=True)
        self.document.disk_sha256 = stored.head.file_sha256 if path is not None else None
        self.note_recent()
        if stored.warnings:
            self.failed.emit(tr("{file} was opened", file=self._subject), "\n".join(stored.warnings))
        self.opened.emit()

    def _show_import(self, made: tuple[Project, Evidence, Observations]) -> None:
        project, evidence, observations = made
        self._head = None
        self.problems = observations.problems
        self.data.note_places(observations.files, self._paths)
        self.document.open(project, evidence.source, evidence, observations=observations)
        self.imported.emit()

    def _show_recovered(self, made: tuple[Any, Evidence], snapshot: Snapshot) -> None:
        found, evidence = made
        self._head = None
        self.problems = ()
        self.document.open(found.project, found.evidence_source, evidence, path=snapshot.origin)
        self.document.disk_sha256 = snapshot.origin_sha256
        from tradeoff_app.storage.recovery import remove_snapshot

        if self.autosave.take_now():  # the old snapshot goes when the new one stands
            remove_snapshot(snapshot.path)
        self.opened.emit()

    def _import_broke(self, error: BaseException) -> None:
        self.refused_paths = self._paths
        self._broke(error)

    def _broke(self, error: BaseException) -> None:
        from tradeoff_app.readers.refusal import ReadError

        self._then = None
        self.busy_changed.emit("")
        if isinstance(error, ReadError):
            self._refuse(error)
        elif isinstance(error, StorageError):
            self.failed.emit(tr("{file} was not opened", file=error.file), told_refusal(error, with_place=True))
        else:
            raise error

    def _refuse(self, error: ReadError, also: Sequence[Problem] = ()) -> None:
        """Say everything that stands against a reading; what is open stays as it is."""
        from tradeoff_app.analysis.observations import Problem

        self._then = None
        self.busy_changed.emit("")
        refusals = (error, *error.others)
        found = [Problem("error", one.code, one.file, one.place, one.cause, one.hint) for one in refusals]
        self.problems_found.emit([*found, *(problem for problem in also if problem.level != "error")])


def _arm_id(place: int) -> str:
    """The name that readers give to the arm of a file at this place."""
    return ("baseline", "candidate")[place] if place < 2 else f"candidate-{place}"


def _read(path: Path) -> tuple[StoredProject, Evidence, Observations | None]:
    from tradeoff_app.analysis.evidence import evidence_from_table
    from tradeoff_app.storage.project_file import read_with_rows

    stored, rows = read_with_rows(path)
    return stored, evidence_from_table(stored.evidence_source, stored.project), rows


def _propose(
    observations: Observations,
    title: str,
    mapping: ColumnMapping | None,
    references: Sequence[str] = (),
    names: Mapping[str, str] | None = None,
) -> tuple[Project, Evidence, Observations]:
    import uuid

    from tradeoff_app.analysis.evidence import build_evidence
    from tradeoff_app.analysis.proposal import propose_as_mapped
    from tradeoff_app.analysis.renewal import as_reference
    from tradeoff_app.app.arms import label_by_file
    from tradeoff_app.model.mapping import ColumnMapping

    project = propose_as_mapped(observations, title, str(uuid.uuid4()), mapping or ColumnMapping())
    for arm in references:
        project = as_reference(project, arm)
    project = label_by_file(project, names or {})
    return project, build_evidence(observations, project), observations
