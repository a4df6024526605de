"""Data: files, pairing, metrics, segments, error rows and findings; every proposal can be confirmed or changed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from tests import builders
from tests.qt_rules import wait_for
from tests.ui.steps.stories import SHOWN, TODAY, show_step, support_document
from tradeoff_app.analysis.evidence import build_evidence
from tradeoff_app.analysis.observations import Problem, SourceFile
from tradeoff_app.app.document import Document
from tradeoff_app.ui.steps.data.metric_table import ROLES
from tradeoff_app.ui.steps.data.page import DataStep
from tradeoff_app.ui.tables.choice_box import ChoiceBox
from tradeoff_app.ui.widgets.tab_order import chain_tabs
from tradeoff_app.wording.speaker import Speaker


def _take(box: ChoiceBox, choice: str) -> None:
    """Take an entry as a person does."""
    box.setCurrentIndex(box.findData(choice))
    box.activated.emit(box.currentIndex())


def _proposed() -> DataStep:
    """A project as it is after an import: nothing is confirmed, some rows failed."""
    unmatched = Problem("warning", "unmatched", "a.csv", "row 7", "The unit is in one file alone.", "Check the ids.")
    values = {"task_done": {"baseline": [1.0, 0.0] * 40, "candidate": [1.0, 1.0] * 40}}
    seen = builders.observations(
        values,
        segments={"tier": ["head", "tail"] * 40},
        statuses={("task_done", "candidate"): {3: "timeout", 5: "judge_error"}},
        problems=(unmatched,),
    )
    project = builders.project(seen)
    evidence = builders.evidence(seen, project)
    document = Document(today=lambda: TODAY)
    document.open(project, evidence.source, evidence, observations=seen)
    step = DataStep(document)
    SHOWN.append(step)
    step.resize(960, 900)
    step.show()
    return step


def test_that_cards_say_what_was_read_and_on_which_side() -> None:
    step = show_step(DataStep)
    sides = [card.side.text() for card in step.files.cards]
    assert sides == ["Before, 4.2", "After, 4.3"]
    texts = {label.text(): value.text() for label, value in step.files.cards[1]._labels}
    assert texts["Errors"] == "3 rows in 3 units"
    assert texts["SHA-256"] == "41c0de77ab12"
    assert texts["Run on"] == "2026-10-28"


def test_that_what_needs_files_or_dialogs_is_asked_for() -> None:
    step = show_step(DataStep)
    asked: list[tuple[str, str]] = []
    step.wanted.connect(lambda what, about: asked.append((what, about)))
    step.swap.click()
    step.update_data.click()
    step.files.add.click()
    step.files.columns.click()
    step.matching.change.click()
    step.files.cards[1].choose("baseline")
    assert asked == [
        ("swap", ""),
        ("update", ""),
        ("add_version", ""),
        ("columns", ""),
        ("columns", ""),
        ("baseline", "candidate"),
    ]


def test_that_pairing_is_said_and_can_be_chosen() -> None:
    step = show_step(DataStep)
    matching = step.matching
    assert matching.text.text() == "Every unit is in both files; compared pair by pair."
    assert [figure.number.text() for figure in matching.figures.values()] == ["20,400", "0", "0", "0"]
    assert not any(figure.see.isVisible() for figure in matching.figures.values())
    matching.choice.choice_changed.emit("unpaired")
    assert step.document.project.pairing == "unpaired"
    assert "two separate groups" in step.matching.text.text()


def test_that_a_proposal_is_italic_until_it_is_confirmed() -> None:
    step = _proposed()
    row = step.metrics.rows["task_done"]
    assert row.boxes["role"].font().italic()
    assert step.rail_state() == "attention"
    row.confirm.click()
    assert not row.boxes["role"].font().italic()
    assert not row.confirm.isVisible()
    step.confirm_all.click()
    assert step.document.project.assumed == ()
    assert step.rail_state() == "done"


def test_that_kind_direction_and_role_act_at_once() -> None:
    step = _proposed()
    row = step.metrics.rows["task_done"]
    _take(row.boxes["better"], "lower")
    assert step.document.project.metrics["task_done"].better == "lower"
    assert step.document.undo_name == "Task done: direction lower is better"
    _take(row.boxes["better"], "none")
    assert step.document.project.metrics["task_done"].better is None
    _take(row.boxes["role"], "guardrail")
    assert step.document.project.metrics["task_done"].role == "guardrail"
    _take(row.boxes["type"], "continuous")
    assert step.document.project.metrics["task_done"].type == "continuous"


def test_that_gates_lock_the_role_that_they_give() -> None:
    step = show_step(DataStep)
    assert not step.metrics.rows["unsafe"].boxes["role"].isEnabled()


def test_that_segments_are_renamed_and_protected() -> None:
    step = _proposed()
    row = step.segments.table.rows["tail"]
    row.label.setText("Rare queries")
    row.label.editingFinished.emit()
    assert step.document.project.segments["tail"].name == "Rare queries"
    row.protect.click()
    assert step.document.project.segments["tail"].protected
    assert step.document.undo_name == "Protect Rare queries"


def test_that_the_partition_can_be_given_up() -> None:
    step = _proposed()
    assert set(step.document.evidence.partition) == {"head", "tail"}
    _take(step.segments.partition, "")
    assert set(step.document.evidence.partition) == {"*"}
    assert step.segments.table.rows["tail"].part.text() == "view only"


def test_that_failed_rows_are_listed_with_how_they_count() -> None:
    step = _proposed()
    assert set(step.errors.statuses.keys()) == {"timeout", "judge_error"}
    box = step.errors.statuses.boxes["timeout"]
    assert box.choice() == "fail"
    before = step.document.outcome.effect("task_done")
    _take(box, "missing")
    after = step.document.outcome.effect("task_done")
    assert step.document.project.metrics["task_done"].on_status["timeout"] == "missing"
    assert before is not None
    assert after is not None
    assert before.candidate_value != after.candidate_value


def test_that_findings_and_problems_are_listed_with_their_hints() -> None:
    step = _proposed()
    said = [notice.text for notice in step.notices.shown()]
    assert any("row 7" in text for text in said)
    assert any(notice.hint == "Check the ids." for notice in step.notices.shown())


def test_that_nothing_found_is_said() -> None:
    step = show_step(DataStep)
    step.notices.refresh([])
    assert step.notices.shown() == ()


def test_that_broken_evidence_stands_above_everything_with_what_mends_it() -> None:
    step = show_step(DataStep)
    assert not step.broken.isVisible()
    step = _proposed()
    document, seen = step.document, step.document.observations
    assert seen is not None
    files = [
        SourceFile(f"{arm}.json", "", 1, "x", None, arm, None, None, 80, 80, 0, 0, None, judge)
        for arm, judge in (("baseline", "judge 3"), ("candidate", "judge 4"))
    ]
    other = replace(seen, files=tuple(files))
    document.take_data(document.project, build_evidence(other, document.project), other, "Read again")
    assert step.broken.isVisible()
    assert "judge 3" in step.broken.accessibleDescription()
    asked: list[str] = []
    step.wanted.connect(lambda what, _about: asked.append(what))
    step.repair.click()
    assert asked == ["update"]
    states = {code: state for code, state, _ in step.checks.shown()}
    assert states["judge"] == "broken"


def test_that_an_assumption_leads_to_its_control() -> None:
    step = _proposed()
    step.activateWindow()
    assert step.show_input("metrics/task_done/role")
    assert step.show_input("segments/tail")
    assert step.show_input("partition")
    assert not step.show_input("metrics/nothing/role")
    assert "Grade: the same items" in step.grade.text()


def test_that_tab_goes_through_the_page_as_it_is_read() -> None:
    step = _proposed()
    order = [widget.accessibleName() for widget in chain_tabs(step.page)]
    wanted = ["Update data…", "Add a file", "Match units by another column", "Task done, kind"]
    wanted += ["Segments that add up to the whole", "Timed out: how it counts"]
    places = [next(at for at, name in enumerate(order) if name.startswith(text)) for text in wanted]
    assert places == sorted(places)


def test_that_every_button_of_the_page_does_something() -> None:
    step: Any = show_step(DataStep)
    for button in step.findChildren(QPushButton):
        assert button.isCheckable() or button.receivers("2clicked()") or button.menu(), button.text()


def test_that_renaming_a_segment_letter_by_letter_is_one_step_from_its_first_name() -> None:
    step = show_step(DataStep)
    before, field = step.document.project, step.segments.table.rows["rare"].label
    step.activateWindow()
    field.setFocus()
    wait_for(field.hasFocus)
    field.selectAll()
    for written in ("Odd", " queries"):
        QTest.keyClicks(field, written)
        wait_for(lambda: step.document.project.segments["rare"].name == field.text())
    assert step.document.undo_name == "Rename Rare queries to Odd queries"
    step.document.undo()
    assert (step.document.project, field.text()) == (before, "Rare queries")


@pytest.mark.parametrize("role", [role for role, _ in ROLES])
def test_that_an_assumed_role_is_called_as_its_column_calls_it(role: str) -> None:
    words = dict(ROLES)
    project = support_document().project
    metric = project.metrics["seconds"].model_copy(update={"role": role})
    plain = project.change(gates={}).with_item("metrics", metric)
    said = Speaker(plain).assumption("metrics/seconds/role")
    assert said == f"Response time: {words[role].lower()}"


def test_that_every_line_of_a_long_name_has_its_room() -> None:
    step = show_step(DataStep)
    metric = step.document.project.metrics["seconds"]
    long = metric.model_copy(update={"label": "Median time to the first token of the reply in the mobile app"})
    step.document.edit(step.document.project.with_item("metrics", long), "Rename")
    name = step.metrics.rows["seconds"].name.name
    wait_for(lambda: name.height() >= name.heightForWidth(name.width()) > 20)
