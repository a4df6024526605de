"""The one mutable thing: the open project with its history, its evidence and the outcome that follows from both."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from tradeoff_app.app.collector import look_when_idle
from tradeoff_app.app.scenario_outcomes import ScenarioOutcomes
from tradeoff_app.app.told import told
from tradeoff_app.model.history import History

if TYPE_CHECKING:  # the analysis takes most of a second to import: it follows with the first project
    from tradeoff_app.analysis.evidence import Evidence
    from tradeoff_app.analysis.observations import Observations
    from tradeoff_app.analysis.outcome import Outcome
    from tradeoff_app.analysis.table import EvidenceSource
    from tradeoff_app.model.project import Project
    from tradeoff_app.model.scenario import Scenario


@dataclass(frozen=True)
class Selection:
    """The metric and segment that every view lights up."""

    metric: str | None = None
    segment: str = "*"


MOST_READINGS = 4
"""Earlier readings of the files that undo can bring back; each holds the rows of all files."""


@dataclass(frozen=True, eq=False)
class Basis:
    """What was read: the rows where they are at hand, and the anonymous table that a project file keeps of them."""

    source: EvidenceSource
    observations: Observations | None = None


@dataclass(frozen=True)
class Content:
    """What undo moves: the decisions, and the files that they were made on."""

    project: Project
    basis: Basis


def _first_metric(project: Project) -> str | None:
    """The metric to look at first: what the release is for, else what must not get worse, else any."""
    by_role = {project.role_of(metric): metric for metric in reversed(tuple(project.metrics))}
    roles = ("target", "guardrail", "safety_gate", "monitor")
    return next((by_role[role] for role in roles if role in by_role), None)


class Document(QObject):
    """Project, evidence and outcome; every change goes through `edit`, every view follows one signal."""

    outcome_changed = Signal()
    """Project, evidence or outcome are new: visible views ask for their figures and sentences again."""
    document_replaced = Signal()
    """Another project was opened (or none is open any more)."""
    selection_changed = Signal()
    modified_changed = Signal()
    refused = Signal(str, str)
    """An edit can't be; carries the cause and a hint. Nothing has changed."""
    drag_ended = Signal()
    """A drag was let go: axes may change their range in one step."""

    def __init__(self, today: Callable[[], date] = date.today) -> None:
        super().__init__()
        self._today = today
        self._history: History[Content] | None = None
        self._saved: Content | None = None
        self._source: EvidenceSource | None = None
        self._evidence: Evidence | None = None
        self._outcome: Outcome | None = None
        self._key: tuple[object, ...] = ()
        self._followed: Basis | None = None
        self._selection = Selection()
        self._scenario_outcomes = ScenarioOutcomes()
        self.path: Path | None = None
        self.disk_sha256: str | None = None
        self.revision = 0
        self.is_dragging = False

    @property
    def is_open(self) -> bool:
        """Whether a project is open."""
        return self._history is not None

    @property
    def project(self) -> Project:
        """The current project; raises RuntimeError where none is open."""
        if self._history is None:
            raise RuntimeError("no project is open")
        return self._history.value.project

    @property
    def observations(self) -> Observations | None:
        """The rows that were read; None where the project was opened without them, or none is open."""
        return self._history.value.basis.observations if self._history else None

    @property
    def evidence(self) -> Evidence:
        """The current evidence; raises RuntimeError where none is open."""
        if self._evidence is None:
            raise RuntimeError("no project is open")
        return self._evidence

    @property
    def evidence_source(self) -> EvidenceSource:
        """What the project file keeps of the evidence; raises RuntimeError where none is open."""
        if self._source is None:
            raise RuntimeError("no project is open")
        return self._source

    @property
    def outcome(self) -> Outcome:
        """Everything the current scenario implies; raises RuntimeError where no project is open."""
        if self._outcome is None:
            raise RuntimeError("no project is open")
        return self._outcome

    @property
    def scenario(self) -> Scenario:
        """The scenario that is shown and edited."""
        return self.project.scenario()

    def scenario_outcomes(self) -> dict[str, Outcome]:
        """What each scenario comes to, by id in the project's order; raises RuntimeError where none is open."""
        as_of = self.project.as_of or self._today()
        return self._scenario_outcomes.of(self.project, self.evidence, self.outcome, as_of)

    def outcome_of(self, project: Project) -> Outcome:
        """What other decisions on the same evidence would come to; nothing of the document changes."""
        from tradeoff_app.analysis.outcome import evaluate

        return evaluate(project, self.evidence, as_of=project.as_of or self._today())

    @property
    def selection(self) -> Selection:
        """The metric and segment in focus."""
        return self._selection

    @property
    def is_modified(self) -> bool:
        """Whether there are changes that no file holds yet."""
        return self._history is not None and self._history.value != self._saved

    @property
    def undo_name(self) -> str | None:
        """Name of the step that undo would take back."""
        return self._history.undo_name if self._history else None

    @property
    def redo_name(self) -> str | None:
        """Name of the step that redo would bring again."""
        return self._history.redo_name if self._history else None

    def today(self) -> date:
        """The date that acceptances are judged by: the project's own `as_of`, else the calendar's."""
        stated = self._history.value.project.as_of if self._history else None
        return stated or self._today()

    def open(
        self,
        project: Project,
        source: EvidenceSource,
        evidence: Evidence,
        *,
        path: Path | None = None,
        observations: Observations | None = None,
        is_saved: bool = False,
    ) -> None:
        """Replace whatever was open; nothing changes where this raises (the outcome is computed first)."""
        from tradeoff_app.analysis.evidence import evidence_key
        from tradeoff_app.analysis.outcome import evaluate

        outcome = evaluate(project, evidence, as_of=project.as_of or self._today())
        self._history = History(Content(project, Basis(source, observations)))
        self._saved = self._history.value if is_saved else None
        self._source, self._evidence, self._outcome = source, evidence, outcome
        self._key, self._followed = evidence_key(project), self._history.value.basis
        self.path = path
        self.is_dragging = False
        look_when_idle()
        self._selection = Selection(_first_metric(project))
        self.document_replaced.emit()
        self.outcome_changed.emit()
        self.modified_changed.emit()

    def close(self) -> None:
        """Forget the open project."""
        self._history = self._saved = self._source = self._evidence = self._outcome = self._followed = None
        self._scenario_outcomes.forget()
        self.path, self.disk_sha256 = None, None
        look_when_idle()
        self.document_replaced.emit()
        self.modified_changed.emit()

    def edit(self, project: Project, name: str, key: str | None = None) -> None:
        """Make `project` current as a step named `name`; the same `key` widens the step until the drag ends."""
        if self._history is None or project == self._history.value.project:
            return
        from tradeoff_app.model.problem import InputError

        content = Content(project, self._history.value.basis)
        try:
            self._follow(content)
        except InputError as refusal:
            self.refused.emit(told(refusal.cause), told(refusal.hint))
            self.outcome_changed.emit()  # controls show again what holds
            return
        self._history.push(content, name, key)
        self.outcome_changed.emit()
        self.modified_changed.emit()

    def take_data(self, project: Project, evidence: Evidence, observations: Observations | None, name: str) -> None:
        """Put other rows under the decisions as one named step; `evidence` is that of `project` on those rows."""
        if self._history is None:
            raise RuntimeError("no project is open")
        content = Content(project, Basis(evidence.source, observations))
        self._follow(content, evidence)
        self._history.push(content, name)
        self._history.keep_at_most(MOST_READINGS, lambda held: held.basis)
        look_when_idle()
        self.outcome_changed.emit()
        self.modified_changed.emit()

    def edit_scenario(self, scenario: Scenario, name: str, key: str | None = None) -> None:
        """Replace one scenario of the project as a named step."""
        self.edit(self.project.with_item("scenarios", scenario), name, key)

    def begin_drag(self) -> None:
        """A control is being dragged: axes stay where they are."""
        self.is_dragging = True

    def end_drag(self) -> None:
        """The control was let go: the step is complete and axes may follow."""
        self.is_dragging = False
        if self._history is not None:
            self._history.close_step()
        self.drag_ended.emit()

    def undo(self) -> None:
        """Take the last step back."""
        self._travel(-1)

    def redo(self) -> None:
        """Bring the last undone step again."""
        self._travel(1)

    def select(self, metric: str | None, segment: str = "*") -> None:
        """Light up a metric and segment in every view."""
        wanted = Selection(metric, segment)
        if wanted != self._selection:
            self._selection = wanted
            self.selection_changed.emit()

    def mark_saved(self, path: Path, sha256: str) -> None:
        """The current project is what `path` holds now."""
        self.path, self.disk_sha256 = path, sha256
        self._saved = self._history.value if self._history else None
        self.modified_changed.emit()

    def _travel(self, direction: int) -> None:
        if self._history is None:
            return
        name = self._history.undo() if direction < 0 else self._history.redo()
        if name is None:
            return
        self._follow(self._history.value)
        self.outcome_changed.emit()
        self.modified_changed.emit()

    def _follow(self, content: Content, known: Evidence | None = None) -> None:
        """Bring evidence and outcome in line with `content`; raises before anything changed.

        Where the rows are at hand the table is made anew too, because status policies count in it.
        """
        from tradeoff_app.analysis.evidence import evidence_from_table, evidence_key
        from tradeoff_app.analysis.outcome import evaluate
        from tradeoff_app.analysis.table import make_source

        project, basis = content.project, content.basis
        source, evidence, key = self.evidence_source, self.evidence, evidence_key(project)
        if known is not None:
            source, evidence = known.source, known
        elif key != self._key or basis is not self._followed:
            rows = basis.observations
            source = basis.source if rows is None else make_source(rows, project)
            evidence = evidence_from_table(source, project)
        outcome = evaluate(project, evidence, as_of=project.as_of or self._today())
        self._source, self._evidence, self._outcome = source, evidence, outcome
        self._key, self._followed = key, basis
