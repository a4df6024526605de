"""The Scenarios page: columns that can be worked with, only what differs, and a rollout that acts at once."""

from __future__ import annotations

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.journeys.window import dialog_of, press
from tests.ui.steps.stories import show_step
from tradeoff_app.ui.live_figures import LIVE_FIGURES
from tradeoff_app.ui.steps.scenarios.head import in_two_lines
from tradeoff_app.ui.steps.scenarios.page import ScenariosStep
from tradeoff_app.ui.steps.scenarios.table import NARROWEST
from tradeoff_app.ui.theme import font
from tradeoff_app.wording.speaker import Speaker
from tradeoff_app.wording.typography import typeset


def cells(step: ScenariosStep, key: str) -> list[str]:
    row = next(row for row in step.table.table().rows if row.key == key)
    return [cell.text for cell in row.cells[1:]]


def test_that_a_new_scenario_is_a_copy_beside_the_first() -> None:
    step = show_step(ScenariosStep)
    assert cells(step, "verdict") == ["Ship"]
    press(step, "New scenario")
    assert cells(step, "verdict") == ["Ship", "Ship"]
    assert cells(step, "no_inputs") == ["", ""]
    assert step.document.undo_name == "New scenario Base 2"
    assert step.rail_count() == "2"


def test_that_a_moved_rollout_shows_what_differs_in_bold_and_what_follows() -> None:
    step = show_step(ScenariosStep)
    press(step, "New scenario")
    row = step.rollout.rows[-1]
    row.rollout.slider.value_moved.emit(0.0)
    QApplication.processEvents()
    told = next(row for row in step.table.table().rows if row.key.startswith("rollout/"))
    assert [cell.text for cell in told.cells[1:]] == ["100%", "0%"]
    assert [cell.is_strong for cell in told.cells[1:]] == [False, True]
    assert cells(step, "people/irrelevant|rare")[1] == "0"
    step.document.undo()
    assert cells(step, "no_inputs") == ["", ""]


def test_that_a_scenario_is_chosen_renamed_and_deleted_from_its_head() -> None:
    step = show_step(ScenariosStep)
    press(step, "New scenario")
    step.table.heads["base"].asked.emit("use", "base")
    assert step.document.scenario.id == "base"
    lit = [cell.is_lit for cell in step.table.table().rows[0].cells]
    assert lit == [False, True, False]
    step.table.heads["base-2"].asked.emit("rename", "base-2")
    dialog = dialog_of(step)
    field = dialog.findChild(QLineEdit)
    assert field is not None
    field.setText("Slow start")
    press(dialog, "Rename")
    assert step.document.project.scenarios["base-2"].name == "Slow start"
    assert step.table.heads["base-2"].accessibleName() == "Slow start, yours"
    step.table.heads["base-2"].asked.emit("delete", "base-2")
    assert list(step.document.project.scenarios) == ["base"]
    step.document.undo()
    assert list(step.document.project.scenarios) == ["base", "base-2"]


def test_that_many_scenarios_scroll_instead_of_being_squeezed() -> None:
    step = show_step(ScenariosStep)
    for _ in range(8):
        press(step, "New scenario")
    QApplication.processEvents()
    assert step.table.columnWidth(1) >= NARROWEST
    assert step.table.horizontalScrollBar().maximum() > 0


def test_that_the_dock_draws_the_scenarios_of_the_document() -> None:
    step = show_step(ScenariosStep)
    press(step, "New scenario")
    figure = next(figure for figure in LIVE_FIGURES if figure.figure_id == "agreement")
    spec = figure.make(step.document, Speaker(step.document.project))
    assert [row[0] for row in spec.table.rows] == ["Base", "Base 2"]
    assert spec.title == "All 2 scenarios: Ship"


def test_that_a_colleagues_file_is_asked_for() -> None:
    step = show_step(ScenariosStep)
    asked: list[bool] = []
    step.compare_asked.connect(lambda: asked.append(True))
    press(step, "Open a colleague’s file…")
    assert asked == [True]


def test_that_the_page_says_how_firm_the_answer_is_everywhere_under_other_weights_and_rollouts() -> None:
    step = show_step(ScenariosStep)
    said = {key: label.text() for key, label in step.firmness.labels.items() if label.isVisible()}
    speaker, outcome = step.speaker(), step.document.outcome
    assert said["everywhere"] == typeset(speaker.dominance(outcome))
    assert said["rollout"] == typeset(" ".join(speaker.rollout_flips(outcome)))


def test_that_six_scenarios_stand_side_by_side_at_the_narrowest_usual_width() -> None:
    step = show_step(ScenariosStep, size=(926, 680))
    for _ in range(5):
        step.new_button.click()
    QApplication.processEvents()
    assert len(step.table.heads) == 6
    assert step.table.horizontalScrollBar().maximum() == 0
    widths = {step.table.columnWidth(column) for column in range(1, 7)}
    assert min(widths) >= 116


def test_that_a_long_name_of_a_scenario_breaks_between_words_before_it_is_cut() -> None:
    step = show_step(ScenariosStep, size=(926, 680))
    metrics = QFontMetrics(font("strong"))
    whole = metrics.horizontalAdvance("Rare queries")
    assert in_two_lines("Rare queries at 50 %", metrics, whole + 4) == ["Rare queries", "at 50 %"]
    assert in_two_lines("Base", metrics, whole) == ["Base"]
    assert len(in_two_lines("Unbreakableverylongname", metrics, 60)) == 1
    assert step.table.rowHeight(0) == 48
