"""What the Data page asks of the window: files, dialogs and readings, each ending in one step or in nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from tradeoff_app.app.arm_guess import order_by_time
from tradeoff_app.app.jobs import ThreadJob
from tradeoff_app.app.preferences import PreferenceStore
from tradeoff_app.app.session import Session
from tradeoff_app.app.translation import tr
from tradeoff_app.ui.dialogs.question import Answer, Question, tell
from tradeoff_app.ui.file_flow import FileFlow, choose_files, open_dialog
from tradeoff_app.ui.new_project_flow import NewProjectFlow, open_arms

if TYPE_CHECKING:  # dialogs and what computes come with the first question
    from tradeoff_app.analysis.observations import Problem
    from tradeoff_app.app.data_changes import Renewed
    from tradeoff_app.app.known_tables import KnownTable
    from tradeoff_app.model.mapping import ColumnMapping
    from tradeoff_app.model.segment import Segment
    from tradeoff_app.ui.dialogs.arms import ArmChoice
    from tradeoff_app.ui.workspace import Workspace


class DataFlow(QObject):
    """Asks the user and lets the session do it; nothing changes before a reading has worked."""

    def __init__(self, window: QMainWindow, session: Session, files: FileFlow, preferences: PreferenceStore) -> None:
        super().__init__(window)
        self._window, self.session, self._files, self._preferences = window, session, files, preferences
        self.document, self.data = session.document, session.data
        self._new = NewProjectFlow(window, session, files, preferences)
        self._work = ThreadJob(self)
        self._work.done.connect(self._errors_read)
        session.problems_found.connect(self._list_refusals)
        files.use_results = self.take_brought

    def serve(self, workspace: Workspace) -> None:
        """Do what the Data page of a workspace asks for."""
        workspace.data_wanted.connect(self.do)
        workspace.find_known = self._find_known

    def _find_known(self, mapping: ColumnMapping) -> KnownTable | None:
        """Looked up late: a window without a project reads no list of tables."""
        return self.session.known_tables.find(mapping)

    def actions(self) -> dict[str, Callable[[], object]]:
        """What the menu and the palette offer, by the id of the action."""
        return {name: partial(self.do, name) for name in ("update", "add_version", "columns", "problems")}

    def do(self, what: str, about: str = "") -> None:
        """One wish of the page, by its name, about an arm, a column or a definition."""
        deeds: dict[str, Callable[[], object]] = {
            "swap": self.session.swap_versions,
            "baseline": lambda: self.data.swap_with(about),
            "reference": lambda: self._judge(about, is_judged=False),
            "candidate": lambda: self._judge(about, is_judged=True),
            "rename": lambda: self._rename(about),
            "take_out": lambda: self.data.take_out(about),
            "add_version": self._add_version,
            "columns": self._map_columns,
            "forget_reading": self._forget_reading,
            "update": self._choose_update,
            "lookup": self._choose_lookup,
            "segment_column": lambda: self._add_segment_column(about),
            "define_segment": self._define_segment,
            "saved": lambda: self._use_saved(about),
            "problems": lambda: self.list_problems(self.session.problems),
            "error_readings": self._read_errors,
        }
        if what in ("only_before", "only_after", "repeated"):
            self._list_units(what)
        elif what == "problems" or self.document.is_open:
            deeds[what]()

    def list_problems(self, problems: Sequence[Problem]) -> None:
        """Everything that was found, at once; nothing where nothing was found."""
        if problems:
            from tradeoff_app.ui.dialogs.problems import ProblemsDialog

            open_dialog(ProblemsDialog(problems, self._window))

    def _list_refusals(self, problems: Sequence[Problem]) -> None:
        """What stands against a reading; files of a new project may be read another way."""
        from tradeoff_app.ui.dialogs.problems import ProblemsDialog

        dialog = ProblemsDialog(problems, self._window)
        paths = self.session.refused_paths
        if paths:
            dialog.offer(tr("Read another way…"), lambda: self._new.map_columns(list(paths)))
        open_dialog(dialog)

    def take_brought(self, paths: list[Path]) -> None:
        """Result files came while a project is open: ask what they are for; beside an untouched sample, own files."""
        from tradeoff_app.ui.dialogs.brought_files import BroughtFilesDialog

        dialog = BroughtFilesDialog(paths, lambda use: self._use(use, paths), self._window)
        if self.document.path is None and not self.document.is_modified:
            dialog.choose("new")
        open_dialog(dialog)

    def _use(self, use: str, paths: list[Path]) -> None:
        if use == "new":
            self._files.unless_saved(lambda: self._files.start_project(paths))
        elif use == "update":
            self._update_with(paths)
        elif use == "lookup":
            self._read_lookup(paths[0])
        else:
            self._with_files(lambda: self.data.add_versions(paths, is_reference=use == "reference"))

    # Versions

    def _add_version(self) -> None:
        paths = choose_files(self._window, self._preferences, tr("Choose the results of another version"))
        if not paths:
            return
        from tradeoff_app.ui.dialogs.brought_files import VERSIONS, BroughtFilesDialog

        open_dialog(BroughtFilesDialog(paths, lambda use: self._use(use, paths), self._window, uses=VERSIONS))

    def _judge(self, arm: str, *, is_judged: bool) -> None:
        from tradeoff_app.analysis.renewal import as_reference
        from tradeoff_app.app.arms import as_candidate

        project = self.document.project
        item = (project.references if is_judged else project.candidates)[arm]
        if is_judged:
            self.document.edit(as_candidate(project, arm), tr("Judge {version}", version=item.name))
        else:
            self.document.edit(as_reference(project, arm), tr("Show {version} as a reference", version=item.name))

    def _rename(self, arm: str) -> None:
        from tradeoff_app.app.arms import arms_of, own_name, with_name
        from tradeoff_app.ui.dialogs.name_dialog import NameDialog

        item = next(found for found in arms_of(self.document.project) if found.id == arm)
        dialog = NameDialog(tr("Name this version"), tr("Name"), own_name(item) or "", self._window, tr("Name it"))
        dialog.name_given.connect(
            lambda name: self.document.edit(
                with_name(self.document.project, arm, name), tr("Call it {name}", name=name)
            )
        )
        open_dialog(dialog)

    # Columns

    def _map_columns(self) -> None:
        self._with_files(self._open_columns)

    def _open_columns(self) -> None:
        from tradeoff_app.ui.dialogs.column_mapping import ColumnMappingDialog

        paths = self.data.paths()
        if paths:
            mapping = self.document.project.mapping
            open_dialog(ColumnMappingDialog(paths, mapping, self._columns_said, self._window))

    def _columns_said(self, mapping: ColumnMapping, keep: bool, shape: str | None) -> None:
        paths = self.data.paths() or []
        if keep and shape is not None:
            self.session.known_tables.remember(shape, mapping, paths[0].name if paths else "")
        self.data.read_again(mapping, tr("Read the columns another way"))

    def _forget_reading(self) -> None:
        """Tables of this shape are read as proposed again; what is open keeps its reading until it is read again."""
        known = self.session.known_tables.find(self.document.project.mapping)
        if known is not None:
            self.session.known_tables.forget(known.shape)
            self.document.outcome_changed.emit()

    # Segments

    def _choose_lookup(self) -> None:
        paths = choose_files(self._window, self._preferences, tr("Choose a file with one row per unit"), is_single=True)
        if paths:
            self._read_lookup(paths[0])

    def _read_lookup(self, path: Path) -> None:
        name = tr("Add segments from {file}", file=path.name)
        lookup = str(path.absolute())
        self._with_files(
            lambda: self.data.read_again(self.document.project.mapping.model_copy(update={"lookup": lookup}), name)
        )

    def _add_segment_column(self, column: str) -> None:
        from tradeoff_app.app.column_choices import with_part

        name = tr("Segments by {column}", column=column)
        self._with_files(
            lambda: self.data.read_again(with_part(self.document.project.mapping, column, "segment"), name)
        )

    def _define_segment(self) -> None:
        from tradeoff_app.app.segment_rules import count_units
        from tradeoff_app.ui.dialogs.define_segment import DefineSegmentDialog

        table = self.document.evidence.table
        dimensions = {name: column.labels for name, column in table.dimensions.items()}
        count = partial(count_units, table)
        ids = tuple(self.document.project.segments)
        open_dialog(DefineSegmentDialog(dimensions, ids, count, self._segment_defined, self._window))

    def _segment_defined(self, segment: Segment, keep: bool) -> None:
        if keep:
            self._saved_segments().save(segment)
        self.document.edit(
            self.document.project.with_item("segments", segment), tr("Add the segment {name}", name=segment.name)
        )

    def _use_saved(self, name: str) -> None:
        fitting = self._saved_segments().fitting(self.document.evidence.table.dimensions)
        for segment in fitting:
            if segment.name == name:
                self._segment_defined(segment, keep=False)

    def _saved_segments(self) -> Any:
        from tradeoff_app.app.saved_segments import SavedSegments

        return SavedSegments()

    # Looking closer

    def _list_units(self, which: str) -> None:
        rows = self.document.observations
        if rows is None:
            text = tr("The project file keeps no ids. Read its files again to see them.")
            self._ask_for_files(lambda: self._read_then(lambda: self._list_units(which)), text)
            return
        from tradeoff_app.app.unit_lists import list_units
        from tradeoff_app.ui.dialogs.unit_list import UnitListDialog

        found = list_units(rows, self.document.outcome.candidate)
        titles = {
            "only_before": tr("Units only before"),
            "only_after": tr("Units only after"),
            "repeated": tr("Units listed twice"),
        }
        open_dialog(UnitListDialog(titles[which], getattr(found, which), self._window))

    def _read_errors(self) -> None:
        from tradeoff_app.analysis.error_readings import read_errors

        document = self.document
        project, evidence, today = document.project, document.evidence, document.today()
        self.session.busy_changed.emit(tr("Reading failed rows three ways"))
        self._work.start(lambda: read_errors(project, evidence, as_of=today))

    def _errors_read(self, found: Any) -> None:
        self.session.busy_changed.emit("")
        if not self.document.is_open:
            return
        from tradeoff_app.ui.dialogs.error_readings import ErrorReadingsDialog
        from tradeoff_app.wording.speaker import Speaker

        speaker = Speaker(self.document.project, self.session.language)
        open_dialog(ErrorReadingsDialog(found, speaker, self._window))

    # New data

    def _choose_update(self) -> None:
        paths = choose_files(self._window, self._preferences, tr("Choose the new files"))
        if paths:
            self._update_with(paths)

    def _update_with(self, paths: list[Path]) -> None:
        """Files of the versions that the project compares: by their names where these are the same, else asked."""
        from tradeoff_app.app.data_changes import arm_ids, ordered_sources

        project = self.document.project
        ids = arm_ids(project)
        known = [source.file for source in ordered_sources(project)]
        by_name = {path.name: path for path in paths}
        if len(paths) == 1 or not ids:
            self._read_update(paths, ())
        elif len(paths) == len(known) and all(name in by_name for name in known):
            self._read_update([by_name[name] for name in known], ids)
        else:
            ordered = order_by_time(paths)
            roles = ["before", *("after" for _ in ordered[1:])]

            def taken(choice: ArmChoice) -> None:
                self._read_update([ordered[at] for at in choice.order], ids if len(choice.order) == len(ids) else ())

            open_arms(self._window, [path.name for path in ordered], roles, taken)

    def _read_update(self, paths: list[Path], ids: Sequence[str]) -> None:
        self.data.read_update(paths, ids, self._show_update)

    def _show_update(self, made: Renewed) -> None:
        from tradeoff_app.ui.dialogs.update_data import UpdateDataDialog
        from tradeoff_app.wording.data_changes import told
        from tradeoff_app.wording.speaker import Speaker

        if made.changes is None:
            return
        lines = list(told(Speaker(made.project, self.session.language).voice, made.changes))
        open_dialog(UpdateDataDialog(lines, lambda: self.data.take(made, tr("Update data")), self._window))

    # Files

    def _with_files(self, go_on: Callable[[], None]) -> None:
        """Go on with the project's files; ask where they are after it was opened without them."""
        if self.data.paths() is not None:
            go_on()
        else:
            text = tr("The project was opened without its result files. All of them are read together.")
            self._ask_for_files(go_on, text)

    def _ask_for_files(self, go_on: Callable[[], None], text: str) -> None:
        names = ", ".join(source.file for source in self.document.project.sources.values())
        answers = [
            Answer(tr("Cancel"), is_escape=True),
            Answer(tr("Choose the files…"), lambda: self._find_files(go_on), "primary"),
        ]
        Question(self._window, tr("Where are {files}?", files=names), text, answers).open()

    def _find_files(self, go_on: Callable[[], None]) -> None:
        paths = choose_files(self._window, self._preferences, tr("Choose the result files of this project"))
        if not paths:
            return
        missing = self.data.find(paths)
        if missing:
            text = tr("They differ from the files that the project was made of. Use “Update data…” for new ones.")
            tell(self._window, tr("{files}: not found", files=", ".join(missing)), text)
        else:
            go_on()

    def _read_then(self, go_on: Callable[[], None]) -> None:
        """Read the files of the project as they were read, to have their rows at hand."""
        project = self.document.project
        from tradeoff_app.app.data_changes import arm_ids

        def taken(made: Renewed) -> None:
            self.data.take(made, tr("Read the files"))
            go_on()

        self.data.read(self.data.paths() or [], project.mapping, arm_ids(project), taken)
