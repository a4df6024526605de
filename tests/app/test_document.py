"""The document: every change through one door, undo with names, one drag one step, nothing half done."""

from __future__ import annotations

import math

import pytest

from tests import builders
from tests.app.stories import open_story
from tradeoff_app.app.document import Document
from tradeoff_app.model.metric import Metric
from tradeoff_app.model.project import Project


def _worth(document: Document, factor: float) -> Project:
    """The project with a task worth `factor` times as much."""
    scenario = document.scenario
    entry = scenario.money["task_done|*"]
    dearer = entry.model_copy(update={"per_unit": entry.per_unit.with_base(entry.per_unit.base * factor)})
    money = {**scenario.money, "task_done|*": dearer}
    return document.project.with_item("scenarios", scenario.model_copy(update={"money": money}))


def test_that_an_edit_moves_the_outcome_and_is_announced_once() -> None:
    document, heard = open_story(), []
    before = document.outcome.value
    document.outcome_changed.connect(lambda: heard.append(1))
    document.edit(_worth(document, 2.0), "Task worth twice as much")
    assert before is not None
    assert document.outcome.value is not None
    assert document.outcome.value.per_month.mean > before.per_month.mean
    assert heard == [1]
    assert document.undo_name == "Task worth twice as much"


def test_that_an_edit_that_changes_nothing_is_no_step() -> None:
    document = open_story()
    document.edit(document.project, "Nothing")
    assert document.undo_name is None
    assert not document.is_modified


def test_that_a_drag_is_one_step_and_a_second_drag_another() -> None:
    document = open_story()
    first = document.project
    for factor in (1.1, 1.2, 1.3):
        document.begin_drag()
        document.edit(_worth(document, factor), "Worth of a task", "money")
    document.end_drag()
    middle = document.project
    document.edit(_worth(document, 2.0), "Worth of a task", "money")
    document.end_drag()
    document.undo()
    assert document.project == middle
    document.undo()
    assert document.project == first
    assert document.undo_name is None


def test_that_undo_and_redo_bring_back_project_and_outcome() -> None:
    document = open_story()
    verdict, title = document.outcome.verdict, document.project.title
    document.edit(document.project.change(title="Another"), "Rename")
    document.undo()
    assert (document.project.title, document.outcome.verdict) == (title, verdict)
    assert document.redo_name == "Rename"
    document.redo()
    assert document.project.title == "Another"


def test_that_a_failing_edit_leaves_everything_as_it_was() -> None:
    document = open_story()
    project, outcome = document.project, document.outcome
    with pytest.raises(StopIteration):
        document.edit(project.change(scenarios={}), "Broken")
    assert document.project is project
    assert document.outcome is outcome
    assert document.undo_name is None


def test_that_a_changed_segment_makes_new_evidence() -> None:
    document = open_story()
    old = document.evidence
    document.edit(document.project.change(seed=7), "Other draws")
    assert document.evidence is not old
    document.undo()
    assert document.evidence.hash == old.hash


def test_that_a_changed_status_policy_reaches_the_table() -> None:
    answers = {"baseline": [1.0, 1.0, 0.0, 1.0], "candidate": [float("nan"), 0.0, 1.0, 1.0]}
    seen = builders.observations({"done": answers}, statuses={("done", "candidate"): {0: "model_error"}})
    project = builders.project(seen, metrics={"done": Metric(id="done", type="binary", better="higher")})
    evidence = builders.evidence(seen, project)
    document = Document()
    document.open(project, evidence.source, evidence, observations=seen)
    failed = document.evidence_source.table.values[0, 1, 0]
    lenient = Metric(id="done", type="binary", better="higher", on_status={"model_error": "missing"})
    document.edit(project.with_item("metrics", lenient), "Leave errors out")
    left_out = document.evidence_source.table.values[0, 1, 0]
    assert failed == 0.0
    assert math.isnan(left_out)


def test_that_a_saved_project_is_unmodified_until_the_next_edit_and_after_its_undo() -> None:
    document = open_story()
    assert not document.is_modified
    document.edit(document.project.change(title="Another"), "Rename")
    assert document.is_modified
    document.undo()
    assert not document.is_modified


def test_that_what_the_release_is_for_is_looked_at_first() -> None:
    document = open_story()
    chosen = document.selection.metric
    assert chosen is not None
    assert document.project.role_of(chosen) == "target"


def test_that_selecting_the_same_cell_twice_is_announced_once() -> None:
    document, heard = open_story(), []
    document.selection_changed.connect(lambda: heard.append(1))
    document.select("task_done", "rare")
    document.select("task_done", "rare")
    assert heard == [1]


def test_that_nothing_can_be_asked_of_a_closed_document() -> None:
    document = open_story()
    document.close()
    assert not document.is_open
    for name in ("project", "evidence", "outcome", "evidence_source"):
        with pytest.raises(RuntimeError):
            getattr(document, name)


def test_that_other_rows_are_one_step_that_undo_takes_back() -> None:
    seen = builders.observations({"done": {"baseline": [1.0, 0.0] * 40, "candidate": [1.0, 1.0] * 40}})
    later = builders.observations({"done": {"baseline": [1.0, 0.0] * 40, "candidate": [0.0, 0.0] * 40}})
    project = builders.project(seen, replicates=200)
    document = Document()
    evidence = builders.evidence(seen, project)
    document.open(project, evidence.source, evidence, observations=seen, is_saved=True)
    before = document.outcome.effect("done")
    document.take_data(project, builders.evidence(later, project), later, "Update data")
    assert document.undo_name == "Update data"
    assert document.is_modified
    assert document.observations is later
    after = document.outcome.effect("done")
    document.undo()
    assert document.observations is seen
    assert not document.is_modified
    assert document.outcome.effect("done") == before != after
    document.redo()
    assert document.outcome.effect("done") == after
    document.edit(project.change(title="Renamed"), "Rename")
    assert document.observations is later


def test_that_an_edit_that_can_not_be_is_refused_with_its_cause_and_changes_nothing() -> None:
    values = {"wait": {"baseline": [1.5, 2.0, 0.0, 3.0], "candidate": [1.0, 2.0, 4.0, 2.0]}}
    seen = builders.observations(values, types={"wait": "duration"})
    project = builders.project(seen)
    evidence, document, said = builders.evidence(seen, project), Document(), []
    document.open(project, evidence.source, evidence, is_saved=True)
    document.refused.connect(lambda cause, hint: said.append((cause, hint)))
    metric = project.metrics["wait"].model_copy(update={"type": "binary"})
    document.edit(project.with_item("metrics", metric), "Kind")
    assert document.project is project
    assert document.undo_name is None
    assert "yes or no" in said[0][0]
