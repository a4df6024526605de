"""Any number explains itself: by F1, by a click, from a context menu, and on from there to what it rests on."""

from __future__ import annotations

from typing import cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from tests.journeys.window import dialog_of, has_dialog, open_window, press
from tests.qt_rules import settle
from tradeoff_app.app.scenarios import with_duplicate
from tradeoff_app.ui.dialogs.explain import ExplainDialog
from tradeoff_app.ui.dialogs.figure_table import FigureTableDialog
from tradeoff_app.ui.dialogs.units import UnitsDialog
from tradeoff_app.ui.dialogs.why import WhyDialog
from tradeoff_app.ui.main_window import MainWindow
from tradeoff_app.ui.steps.compare.page import CompareStep
from tradeoff_app.ui.steps.value.page import ValueStep
from tradeoff_app.ui.widgets.links import LinkLabel
from tradeoff_app.ui.widgets.verdict_bar import VerdictColumn
from tradeoff_app.wording.explanations.catalogue import explain
from tradeoff_app.wording.explanations.explanation import Quantity
from tradeoff_app.wording.speaker import Speaker


def _compare(window: MainWindow) -> CompareStep:
    assert window.workspace is not None
    window.workspace.show_step("compare")
    return next(step for step in window.workspace.steps if isinstance(step, CompareStep))


def _explained(window: MainWindow) -> ExplainDialog:
    return cast(ExplainDialog, dialog_of(window, ExplainDialog))


def _title(dialog: ExplainDialog) -> str:
    found = dialog.explanation()
    assert found is not None
    return found.title


def _link(owner: QWidget, text: str) -> LinkLabel:
    return next(link for link in owner.findChildren(LinkLabel) if link.text().startswith(text))


def test_that_f1_explains_the_cell_in_focus(app: QApplication) -> None:
    window = open_window(is_story=True)
    step = _compare(window)
    window.document.select("task_done", "primary")
    step.matrix.setFocus()
    settle(app)
    window.actions_["explain"].trigger()
    assert _title(_explained(window)) == "Change: Task done, primary"


def test_that_the_button_below_the_sentence_explains_the_chosen_cell(app: QApplication) -> None:
    window = open_window(is_story=True)
    step = _compare(window)
    window.document.select("task_done", "primary")
    settle(app)
    press(step.closer_look.beside, "Explain")
    assert _title(_explained(window)) == "Change: Task done, primary"


def test_that_the_context_menu_of_a_cell_explains_it(app: QApplication) -> None:
    window = open_window(is_story=True)
    matrix = _compare(window).matrix
    settle(app)
    row, column = matrix.matrix.content.position("irrelevant", "rare") or (0, 0)
    point = matrix.visualRect(matrix.matrix.index(row, column)).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, matrix.viewport().mapToGlobal(point))
    matrix.contextMenuEvent(event)
    menu = next(menu for menu in matrix.findChildren(QMenu) if menu.isVisible())
    menu.actions()[0].trigger()
    menu.close()
    assert _title(_explained(window)) == "Change: Irrelevant, rare"


def test_that_a_click_on_the_verdict_bar_explains_its_number(app: QApplication) -> None:
    window = open_window(is_story=True)
    assert window.workspace is not None
    titles = []
    for column in window.workspace.verdict_bar.findChildren(VerdictColumn):
        QTest.mouseClick(column, Qt.MouseButton.LeftButton, pos=QPoint(30, 30))
        dialog = _explained(window)
        titles.append(_title(dialog))
        dialog.reject()
        settle(app)
    assert titles[0].startswith("Change a month: Irrelevant")
    assert titles[1] == "Value a month"
    assert titles[2].startswith("Where the value turns: ")


def test_that_links_lead_from_number_to_number_and_back(app: QApplication) -> None:
    window = open_window(is_story=True)
    window.explain("value")
    dialog = _explained(window)
    _link(dialog, "primary").clicked.emit()
    _link(dialog, "Task done").clicked.emit()
    assert _title(dialog) == "Value a month: Task done, primary"
    QTest.keyClick(dialog, Qt.Key.Key_Backspace)
    press(dialog, "Back")
    assert _title(dialog) == "Value a month"
    assert dialog.back.isHidden()
    press(dialog, "Copy")
    assert QGuiApplication.clipboard().text().startswith("Value a month: ")


def test_that_an_assumption_is_confirmed_where_it_is_explained_and_leads_to_its_field(app: QApplication) -> None:
    window = open_window(is_story=True)
    path = "scenarios/base/money/task_done|*"
    project = window.document.project
    window.document.edit(project.change(assumed=(path,)), "Assume a price")
    window.explain("value_cell:task_done|primary")
    dialog = _explained(window)
    press(dialog, "Confirm")
    assert window.document.project.assumed == ()
    assert window.document.undo_name == "Confirm “Task done”, $4.00"
    _link(dialog, "“Task done”, $4.00").clicked.emit()
    settle(app)
    assert window.workspace is not None
    assert window.workspace.current_step() == "value"
    assert not has_dialog(window)


def test_that_the_explanation_follows_an_edit(app: QApplication) -> None:
    window = open_window(is_story=True)
    window.explain("value")
    dialog = _explained(window)
    before = dialog.explanation()
    scenario = window.document.scenario
    window.document.edit_scenario(scenario.model_copy(update={"running_cost_per_month": 1.0}), "Running cost")
    assert dialog.explanation() != before


def test_that_f1_without_a_number_in_focus_explains_the_verdict(app: QApplication) -> None:
    window = open_window(is_story=True)
    assert window.workspace is not None
    window.workspace.rail.setFocus()
    window.explain_focused()
    dialog_of(window, WhyDialog)


@pytest.mark.parametrize("tab", ["value", "shape", "flips", "tornado", "net_value"])
def test_that_every_plot_of_the_dock_leads_to_the_number_it_is_about(app: QApplication, tab: str) -> None:
    window = open_window(is_story=True)
    assert window.workspace is not None
    dock = window.workspace.dock
    dock.tabs.set_current(tab)
    settle(app)
    address = dock.figure.quantity_at(None)
    assert address
    window.explain(address)
    assert _title(_explained(window))


def test_that_a_row_of_what_flips_the_verdict_explains_itself(app: QApplication) -> None:
    window = open_window(is_story=True)
    assert window.workspace is not None
    table = window.workspace.dock.flips.table
    table.setCurrentIndex(table.table().index(0, 0))
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert _title(_explained(window)).startswith("Where the value turns: ")


def test_that_the_rows_behind_a_figure_explain_themselves(app: QApplication) -> None:
    window = open_window(is_story=True)
    assert window.workspace is not None
    window.workspace.dock.figure.show_table()
    dialog = cast(FigureTableDialog, dialog_of(window, FigureTableDialog))
    dialog.table.setCurrentIndex(dialog.table.table().index(0, 0))
    QTest.keyClick(dialog.table, Qt.Key.Key_F1)
    assert _title(cast(ExplainDialog, dialog_of(dialog, ExplainDialog))).startswith("Value a month: ")


def test_that_the_units_behind_a_number_are_listed_while_the_rows_are_at_hand(app: QApplication) -> None:
    from tests.ui.steps.stories import support_document

    known = support_document()
    window = open_window()
    window.document.open(known.project, known.evidence.source, known.evidence, observations=known.observations)
    window.explain("effect:irrelevant|rare")
    dialog = _explained(window)
    _link(dialog, "Show the units…").clicked.emit()
    units = cast(UnitsDialog, dialog_of(dialog, UnitsDialog))
    assert units.model.rowCount() == 12_000
    first = [units.model.data(units.model.index(0, column)) for column in range(3)]
    assert first[1:] == ["0", "1"], "those that lost most stand first"
    press(units, "Copy")
    assert len(QGuiApplication.clipboard().text().splitlines()) == 12_001


def _shown(step: QWidget) -> set[str]:
    """Kinds of quantities that the visible widgets of a page name."""
    addresses = {str(child.property("quantity") or "") for child in step.findChildren(QWidget) if child.isVisible()}
    return {Quantity.parse(address).kind for address in addresses if address}


def test_that_the_numbers_of_every_page_lead_to_explanations_that_exist(app: QApplication) -> None:
    from tests.ui.steps.stories import support_document

    known = support_document()
    window = open_window()
    window.document.open(known.project, known.evidence.source, known.evidence)
    workspace = window.workspace
    assert workspace is not None
    found = {}
    for step in workspace.steps:
        workspace.show_step(step.step_id)
        settle(app)
        found[step.step_id] = _shown(step)
        for child in step.findChildren(QWidget):
            address = str(child.property("quantity") or "")
            if address and child.isVisible():
                told = explain(Quantity.parse(address), window.document.outcome, Speaker(window.document.project))
                assert told is not None, (step.step_id, address)
    assert found["value"] >= {"input", "value", "value_metric", "value_segment", "score_metric"}
    assert found["gates"] == {"gate"}
    assert found["decide"] >= {"people"}


def test_that_a_number_of_another_scenario_is_explained_in_that_scenario(app: QApplication) -> None:
    window = open_window(is_story=True)
    project = with_duplicate(window.document.project)
    copy = project.scenario().model_copy(update={"running_cost_per_month": 12_345.0})
    original = next(key for key in project.scenarios if key != copy.id)
    window.document.edit(project.with_item("scenarios", copy).change(current_scenario=original), "Add a scenario")
    window.explain(Quantity("value", "", copy.id).address)
    dialog = _explained(window)
    told = dialog.explanation()
    assert told is not None
    assert any("12,3" in line.value for line in told.lines), [line.value for line in told.lines]
    _link(dialog, "Running cost").clicked.emit()
    told = dialog.explanation()
    assert told is not None
    assert told.value == "$12,345"


def test_that_a_click_on_a_row_of_the_dock_lights_its_segment_everywhere(app: QApplication) -> None:
    window = open_window(is_story=True)
    step = _compare(window)
    assert window.workspace is not None
    dock = window.workspace.dock
    window.document.select("task_done", "primary")
    settle(app)
    spec = dock.figure.figure()
    assert spec is not None
    row = spec.table.quantities.index("value_segment:rare")
    canvas = dock.figure._canvas
    assert canvas is not None
    y = next(y for y in range(canvas.height()) if abs((canvas.height_at(y) or 0.0) - row) < 0.1)
    QTest.mouseClick(dock.figure, Qt.MouseButton.LeftButton, pos=QPoint(40, canvas.y() + y))
    settle(app)
    assert (window.document.selection.metric, window.document.selection.segment) == ("task_done", "rare")
    assert step.matrix.currentIndex().column() == step.matrix.matrix.content.position("task_done", "rare")[1]  # type: ignore[index]
    told = dock.figure.figure()
    assert told is not None
    assert told.marks[0].role == "selected"  # type: ignore[union-attr]


def test_that_a_click_on_a_plain_number_explains_it(app: QApplication) -> None:
    window = open_window(is_story=True)
    assert window.workspace is not None
    window.workspace.show_step("value")
    settle(app)
    step = next(step for step in window.workspace.steps if isinstance(step, ValueStep))
    QTest.mouseClick(step.money._total, Qt.MouseButton.LeftButton)
    assert _title(_explained(window)) == "Value a month"
