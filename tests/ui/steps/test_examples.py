"""The Examples tab: both answers beside each other, hidden names, notes that are kept, and reasons said plainly."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from tests.journeys.window import press
from tests.ui.nasty import nasty_strings
from tests.ui.steps.stories import show_step
from tradeoff_app.ui.steps.compare.examples_view import REASONS
from tradeoff_app.ui.steps.compare.page import CompareStep
from tradeoff_app.ui.steps.compare.question_line import MOST_LINES, QuestionLine

ANSWER = "Reset it under Account, or write to help@example.org"


def examples_of(answer: str = ANSWER, question: str = "") -> CompareStep:
    step = show_step(CompareStep, size=(1100, 900))
    seen = step.document.observations
    assert seen is not None
    outputs = {arm: {unit: f"{answer} ({arm} {unit})" for unit in seen.units} for arm in seen.arms}
    document = step.document
    questions = {unit: question.format(unit=unit) for unit in seen.units} if question else {}
    told = replace(seen, outputs=outputs, questions=questions)
    document.take_data(document.project, document.evidence, told, "Read the answers")
    step.closer_look.tabs.set_current("examples")
    QApplication.processEvents()
    return step


def test_that_files_without_answers_are_said_to_have_none() -> None:
    step = show_step(CompareStep)
    step.closer_look.tabs.set_current("examples")
    assert step.closer_look.examples.why.text() == REASONS["no_outputs"]


def test_that_both_answers_to_one_item_stand_beside_each_other() -> None:
    view = examples_of().closer_look.examples
    before, after = view.before.text.toPlainText(), view.after.text.toPlainText()
    assert before.replace("baseline", "candidate") == after
    assert "[e-mail]" in before
    view.masked.setChecked(False)
    assert "help@example.org" in view.before.text.toPlainText()
    assert "Task completion: yes" in view.before.head.text()
    assert "Task completion: no" in view.after.head.text()


def test_that_the_question_stands_above_its_answers_with_personal_data_hidden() -> None:
    view = examples_of(question="I am {unit}@example.org. Why?").closer_look.examples
    assert view.question.isVisible()
    assert view.question.text.toPlainText() == view.question.line.text() == "I am [e-mail]. Why?"
    assert view.question.mapTo(view, QPoint(0, 0)).y() < view.before.mapTo(view, QPoint(0, 0)).y()
    press(view, "Use in briefing")
    assert [item.question for item in view.document.project.examples.values()] == ["I am [e-mail]. Why?"]
    view.masked.setChecked(False)
    assert "@example.org" in view.question.text.toPlainText()


def test_that_a_file_without_questions_takes_no_room_for_them() -> None:
    assert not examples_of().closer_look.examples.question.isVisible()


def test_that_a_long_question_takes_a_few_lines_and_one_where_the_window_is_low() -> None:
    view = examples_of(question="Why is that so? " * 90).closer_look.examples
    line = view.question.text.fontMetrics().lineSpacing()
    assert MOST_LINES * line <= view.question.text.viewport().height() < (MOST_LINES + 1) * line
    view.set_dense(is_dense=True)
    for _ in range(2):
        QApplication.processEvents()
    assert not view.question.text.isVisible()
    assert view.question.line.isVisible()
    assert view.question.height() < 2 * line
    assert view.question.line.text().startswith("Why is that so? Why is that so?")
    assert "…" not in view.question.line.text()
    view.set_dense(is_dense=False)
    view.question.show_question("Why?")
    assert line <= view.question.text.viewport().height() < 2 * line


def test_that_next_goes_on_and_another_cell_starts_anew() -> None:
    step = examples_of()
    view = step.closer_look.examples
    first = view.counted.text()
    press(view, "Next")
    assert view.counted.text().startswith("2 of 20")
    step.document.select("irrelevant", "rare")
    assert view.counted.text().startswith("1 of ")
    step.document.select("task_done", "primary")
    assert view.counted.text() == first


def test_that_a_note_is_kept_with_the_item_and_can_be_undone() -> None:
    step = examples_of()
    view = step.closer_look.examples
    view.note.setText("Wrong menu")
    view.note.editingFinished.emit()
    assert list(step.document.project.notes.values()) == ["Wrong menu"]
    press(view, "Next")
    assert view.note.text() == ""
    press(view, "Previous")
    assert view.note.text() == "Wrong menu"
    step.document.undo()
    assert step.document.project.notes == {}


def test_that_hostile_answers_are_shown_as_text() -> None:
    side = examples_of().closer_look.examples.before
    question = QuestionLine()
    for text in nasty_strings():
        question.show_question(text)
        assert len(question.text.toPlainText()) >= len(text.replace("\r", ""))
        side.show_answer(text, text)
        told = side.text.toPlainText()
        assert side.head.text() == text
        assert len(told) >= len(text.replace("\r", ""))


def test_that_an_example_is_kept_for_the_briefing_and_let_go_again() -> None:
    step = examples_of()
    view = step.closer_look.examples
    press(view, "Use in briefing")
    kept = list(step.document.project.examples.values())
    assert len(kept) == 1
    assert kept[0].cell == ("task_done", "primary")
    assert "help@example.org" not in (kept[0].before or "")
    assert step.document.undo_name == f"Use {kept[0].unit} in the briefing"
    press(view, "Leave out of briefing")
    assert step.document.project.examples == {}


def test_that_kept_examples_can_be_looked_at_without_the_rows() -> None:
    step = examples_of()
    view = step.closer_look.examples
    press(view, "Use in briefing")
    document = step.document
    document.take_data(document.project, document.evidence, None, "Forget the rows")
    view.pick.set_choice("kept")
    view.pick.choice_changed.emit("kept")
    assert view.counted.text().startswith("1 of 1")
    assert "[e-mail]" in view.before.text.toPlainText()
    step.document.select("irrelevant", "rare")
    assert view.why.text() == REASONS["none_kept"]
    assert not view.use.isVisible()
