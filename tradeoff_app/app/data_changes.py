"""Other data under an open project: files read another way, added, taken out, updated; each change is one step."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from tradeoff_app.app.document import Document
from tradeoff_app.app.jobs import ImportJob, ThreadJob
from tradeoff_app.app.translation import tr

if TYPE_CHECKING:  # what computes and reads is imported where it is needed: the window is on the screen by then
    from tradeoff_app.analysis.evidence import Evidence
    from tradeoff_app.analysis.evidence_changes import EvidenceChanges
    from tradeoff_app.analysis.observations import Observations, SourceFile
    from tradeoff_app.model.mapping import ColumnMapping
    from tradeoff_app.model.project import Project, Source
    from tradeoff_app.readers.refusal import ReadError


@dataclass(frozen=True)
class Renewed:
    """An open project on other rows, computed and not yet taken."""

    project: Project
    evidence: Evidence
    observations: Observations
    places: tuple[Path, ...]
    changes: EvidenceChanges | None = None
    """What is other than before, where the files are new."""


class DataChanges(QObject):
    """Reads in the worker, computes in a thread, and puts the result under the decisions as one named step.

    `refused` carries the refusal of a reading that failed: what is open stays as it was.
    """

    busy_changed = Signal(str)
    progressed = Signal(object, str)
    refused = Signal(object)
    taken = Signal()

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self._places: dict[str, Path] = {}
        self._left_out: set[str] = set()
        """Versions inside a file that were taken out: they do not come back when it is read again."""
        self._after: Callable[[Observations], Renewed] | None = None
        self._then: Callable[[Renewed], None] | None = None
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

    def note_places(self, files: Sequence[SourceFile], paths: Sequence[Path]) -> None:
        """Where files lie that were read in this session: they may be read again, others are asked for."""
        self._places |= {file.sha256: path for file, path in zip(files, paths, strict=False)}

    def place_of(self, source: Source) -> Path | None:
        """Where a file of the project lies; None where that is not known or it is gone."""
        path = self._places.get(source.sha256)
        return path if path is not None and path.is_file() else None

    def find(self, paths: Sequence[Path]) -> list[str]:
        """Take files that have the content of the project's; the names of those that none of these is."""
        found = {_sha256(path): path for path in paths}
        sources = self.document.project.sources.values()
        self._places |= {source.sha256: found[source.sha256] for source in sources if source.sha256 in found}
        return [source.file for source in sources if self.place_of(source) is None]

    def paths(self) -> list[Path] | None:
        """The files of the project in the order of its arms; None where some of them have to be asked for."""
        found = [self.place_of(source) for source in ordered_sources(self.document.project)]
        known = [path for path in found if path is not None]
        return known if found and len(known) == len(found) else None

    def read_again(self, mapping: ColumnMapping, name: str) -> None:
        """Read the same files another way."""
        paths = self.paths()
        if paths is not None:
            self.read(paths, mapping, arm_ids(self.document.project), lambda made: self.take(made, name))

    def add_versions(self, new: Sequence[Path], *, is_reference: bool = False) -> None:
        """Read more files, each a candidate or a reference that is only shown."""
        from tradeoff_app.app.arms import next_ids

        paths, project = self.paths(), self.document.project
        if paths is None:
            return
        ids, mapping = arm_ids(project), project.mapping
        added = dict(zip(next_ids(project, len(new)), new, strict=True)) if ids else {}
        if not ids:
            column = mapping.arm_column or self._arm_column()
            if column is None:
                self.refused.emit(_refuse_more(paths[0]))
                return
            mapping = mapping.model_copy(update={"arm_column": column})
        name = tr("Add {file}", file=", ".join(path.name for path in new))
        self.read(
            [*paths, *new],
            mapping,
            (*ids, *added),
            lambda made: self.take(_labelled(made, project, added, is_reference=is_reference), name),
            takes_new=True,
        )

    def read(
        self,
        paths: Sequence[Path],
        mapping: ColumnMapping,
        ids: Sequence[str],
        then: Callable[[Renewed], None],
        *,
        takes_new: bool = False,
    ) -> None:
        """Read files and compute the open project on them; `ids` name the arms in order where each is a file."""
        project = self.document.project

        def compute(observations: Observations) -> Renewed:
            from tradeoff_app.analysis.evidence import build_evidence
            from tradeoff_app.analysis.renewal import renew_project
            from tradeoff_app.app.arms import fit_arms

            fitted = fit_arms(observations, project, ids, takes_new=takes_new, left_out=self._left_out)
            renewed = renew_project(project, fitted, mapping)
            return Renewed(renewed, build_evidence(fitted, renewed), fitted, tuple(paths))

        self._start(paths, mapping, compute, then)

    def read_update(self, paths: Sequence[Path], ids: Sequence[str], then: Callable[[Renewed], None]) -> None:
        """Read new files of the same versions; `then` gets the project on them with what changed, not yet taken."""
        document = self.document
        project, evidence, rows, today = document.project, document.evidence, document.observations, document.today()

        def compute(observations: Observations) -> Renewed:
            from tradeoff_app.analysis.data_update import update_data
            from tradeoff_app.app.arms import fit_arms

            made = update_data(project, evidence, fit_arms(observations, project, ids), rows, today)
            return Renewed(made.project, made.evidence, made.rows, tuple(paths), made.changes)

        self._start(paths, project.mapping, compute, then)

    def take(self, made: Renewed, name: str) -> None:
        """Put the computed project in the place of the open one, as one step."""
        self.note_places(made.observations.files, made.places)
        self.document.take_data(made.project, made.evidence, made.observations, name)
        self.taken.emit()

    def take_out(self, arm: str) -> None:
        """Take a version out; needs no file."""
        from tradeoff_app.app.arms import without_arm, without_arm_rows, without_arm_source

        document = self.document
        rows = document.observations
        self._left_out.add(_name_of(document.project, arm))
        name = tr("Take out {version}", version=_name_of(document.project, arm))
        source = without_arm_source(document.evidence_source, arm)
        kept = None if rows is None else without_arm_rows(rows, arm)
        self._rebuild(without_arm(document.project, arm), source, kept, name)

    def swap_with(self, candidate: str) -> None:
        """Exchange the baseline and a candidate; the decisions stay."""
        from tradeoff_app.app.swap import swap_observations, swap_project, swap_source

        document = self.document
        rows = document.observations
        project = swap_project(document.project, candidate, document.evidence_source.table.arms[0])
        source = swap_source(document.evidence_source, candidate)
        kept = None if rows is None else swap_observations(rows, candidate)
        self._rebuild(project, source, kept, tr("Swap before and after"))

    def cancel(self) -> None:
        """Stop reading and computing; what is open stays as it is."""
        if not self.is_busy and self._then is None:
            return
        self._import.cancel()
        self._work.abandon()
        self._after = self._then = None
        self.busy_changed.emit("")

    def close(self) -> None:
        """End everything that runs, before the program does."""
        self._import.cancel()
        self._work.wait()

    def _arm_column(self) -> str | None:
        """The column that tells the versions inside the open file apart; None where its format does."""
        rows = self.document.observations
        columns = () if rows is None else rows.columns
        return next((column.name for column in columns if column.part == "arm"), None)

    def _start(
        self,
        paths: Sequence[Path],
        mapping: ColumnMapping,
        compute: Callable[[Observations], Renewed],
        then: Callable[[Renewed], None],
    ) -> None:
        self.cancel()
        self.busy_changed.emit(tr("Reading {files}", files=", ".join(path.name for path in paths)))
        self._after, self._then = compute, then
        self._import.start(paths, mapping)

    def _rebuild(self, project: Project, source: Any, rows: Observations | None, name: str) -> None:
        from tradeoff_app.analysis.evidence import build_evidence, evidence_from_table

        evidence = evidence_from_table(source, project) if rows is None else build_evidence(rows, project)
        self.document.take_data(project, evidence, rows, name)
        self.taken.emit()

    def _files_read(self, observations: Observations) -> None:
        after = self._after
        if after is not None:
            self.progressed.emit(None, tr("Computing effects"))
            self._work.start(lambda: after(observations))

    def _computed(self, made: Renewed) -> None:
        then, self._then, self._after = self._then, None, None
        self.busy_changed.emit("")
        if then is not None:
            then(made)

    def _broke(self, error: BaseException) -> None:
        from tradeoff_app.model.problem import InputError
        from tradeoff_app.readers.refusal import ReadError

        self._after = self._then = None
        self.busy_changed.emit("")
        if isinstance(error, InputError):
            error = ReadError("unreadable", error.file, error.place, error.cause, error.hint)
        if not isinstance(error, ReadError):
            raise error
        self.refused.emit(error)


def _sha256(path: Path) -> str:
    """The hash of a file's bytes; empty where it can't be read."""
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return ""


def ordered_sources(project: Project) -> list[Source]:
    """The files of a project, that of the baseline first, then in the order of the arms."""
    from tradeoff_app.app.arms import arms_of

    order = {arm.id: place for place, arm in enumerate(arms_of(project))}
    return sorted(project.sources.values(), key=lambda source: order.get(source.arm or "", -1))


def arm_ids(project: Project) -> tuple[str, ...]:
    """The arms in the order of their files where each has one of its own; none where files hold several."""
    arms = [source.arm for source in ordered_sources(project)]
    return tuple(arm for arm in arms if arm) if all(arms) and len(set(arms)) == len(arms) else ()


def _refuse_more(path: Path) -> ReadError:
    from tradeoff_app.readers.refusal import ReadError

    cause = tr("this file holds its versions itself, and no column tells them apart that another file could have")
    hint = tr("Make a new project with one file per version.")
    return ReadError("unreadable", path.name, "", cause, hint)


def _labelled(made: Renewed, before: Project, added: Mapping[str, Path], *, is_reference: bool) -> Renewed:
    """The new versions under the names of their files; references are taken out of the candidates."""
    from tradeoff_app.analysis.evidence import evidence_from_table
    from tradeoff_app.analysis.renewal import as_reference
    from tradeoff_app.app.arms import label_by_file

    names = {source.arm: Path(source.file).stem for source in made.project.sources.values() if source.arm}
    project = label_by_file(made.project, names | {arm: path.stem for arm, path in added.items()})
    if not is_reference:
        return replace(made, project=project)
    for arm in [arm for arm in project.candidates if arm not in before.candidates]:
        project = as_reference(project, arm)
    return replace(made, project=project, evidence=evidence_from_table(made.evidence.source, project))


def _name_of(project: Project, arm: str) -> str:
    item = project.candidates.get(arm) or project.references.get(arm)
    return item.name if item else arm
