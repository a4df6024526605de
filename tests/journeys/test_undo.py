"""Undo says what it takes back, and one drag is one step."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from tests.journeys.window import open_window
from tradeoff_app.ui.main_window import MainWindow
from tradeoff_app.ui.widgets.number_field import NumberField
from tradeoff_app.ui.widgets.value_slider import ValueSlider


def _undo_text(window: MainWindow) -> str:
    return window.title_bar.undo_button.text()


def _slider(window: MainWindow) -> ValueSlider:
    assert window.workspace is not None
    window.workspace.show_step("value")
    QApplication.processEvents()
    page = window.workspace.steps[2]
    return next(slider for slider in page.findChildren(ValueSlider) if "best guess" in slider.accessibleName())


def _drag(slider: ValueSlider, *places: float) -> None:
    """Press at the first place (shares of the width), move over the others, let go."""
    points = [QPoint(int(place * slider.width()), slider.height() // 2) for place in places]
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=points[0])
    for point in points[1:]:
        QTest.mouseMove(slider, point)
        QApplication.processEvents()
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=points[-1])
    QApplication.processEvents()


def test_that_a_drag_moves_verdict_plot_and_sentences_while_it_lasts() -> None:
    window = open_window(is_story=True)
    workspace: Any = window.workspace
    slider = _slider(window)
    figures: list[Any] = []
    texts: list[str] = []
    window.document.outcome_changed.connect(lambda: figures.append(workspace.dock.figure.figure()))
    window.document.outcome_changed.connect(lambda: texts.append(workspace.verdict_bar.text()))
    _drag(slider, 0.3, 0.5, 0.7, 0.9)
    assert len(figures) >= 3
    assert len({id(figure) for figure in figures}) == len(figures)
    assert len(set(texts)) > 1


def test_that_a_drag_is_one_step_and_undo_says_which() -> None:
    window = open_window(is_story=True)
    before = window.document.project
    assert _undo_text(window) == "Undo"
    _drag(_slider(window), 0.3, 0.5, 0.7, 0.9)
    assert window.document.project != before
    assert _undo_text(window).startswith("Undo “")
    assert len(_undo_text(window)) <= 36 + len("Undo “”")
    window.actions_["undo"].trigger()
    assert window.document.project == before
    assert _undo_text(window) == "Undo"
    window.actions_["redo"].trigger()
    assert window.document.project != before


def test_that_axes_keep_still_while_dragging_and_follow_on_release() -> None:
    window = open_window(is_story=True)
    workspace: Any = window.workspace
    slider = _slider(window)
    canvas = workspace.dock.figure._canvas
    before = canvas._spec.x
    during: list[Any] = []
    window.document.outcome_changed.connect(lambda: during.append(canvas._spec.x))
    _drag(slider, 0.3, 0.6, 0.97, 0.99)
    assert set(during[1:-1]) <= {before}
    assert canvas._spec.x == workspace.dock.figure.figure().x


def test_that_the_menu_says_the_step_too_and_ampersands_stay() -> None:
    window = open_window(is_story=True)
    window.document.edit(window.document.project.change(title="R&D"), "Rename to R&D")
    assert window.actions_["undo"].text() == "Undo “Rename to R&&D”"
    assert window.isWindowModified()
    assert window.windowTitle().startswith("R&D[*]")


def test_that_a_title_keeps_the_sign_that_qt_marks_changes_with() -> None:
    window = open_window(is_story=True)
    window.document.edit(window.document.project.change(title="Plan [*] B"), "Rename")
    assert window.windowTitle() == "Plan [*][*] B[*] – Tradeoff"


def test_that_confirming_an_assumption_can_be_undone() -> None:
    window = open_window(is_story=True)
    count = len(window.document.project.assumed)
    workspace: Any = window.workspace
    confirm = next(b for b in workspace.dock.assumptions.findChildren(QPushButton) if b.text() == "Confirm")
    confirm.click()
    assert len(window.document.project.assumed) == count - 1
    assert (window.document.undo_name or "").startswith("Confirm ")
    window.document.undo()
    assert len(window.document.project.assumed) == count


def test_that_quotation_marks_inside_a_step_become_single_ones() -> None:
    window = open_window(is_story=True)
    window.document.edit(window.document.project.change(title="Other"), "“Resolved” $0 → $4.00")
    assert _undo_text(window) == "Undo “‘Resolved’ $0 → $4.00”"
    assert window.actions_["undo"].text() == "Undo “‘Resolved’ $0 → $4.00”"


def _field(window: MainWindow) -> NumberField:
    assert window.workspace is not None
    window.workspace.show_step("value")
    QApplication.processEvents()
    page = window.workspace.steps[2]
    field = next(found for found in page.findChildren(NumberField) if found.isVisible() and found.isEnabled())
    window.activateWindow()
    field.setFocus()
    QApplication.processEvents()
    return field


@pytest.mark.parametrize("leave", [Qt.Key.Key_Tab, Qt.Key.Key_Return])
def test_that_undo_keys_in_a_field_take_the_last_step_back(leave: Qt.Key) -> None:
    window = open_window(is_story=True)
    field = _field(window)
    before = field.value()
    field.selectAll()
    QTest.keyClicks(field, "300000")
    QTest.keyClick(field, leave)
    assert window.document.undo_name is not None
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    assert window.document.undo_name is None
    assert field.value() == before
    redo = QKeySequence(QKeySequence.StandardKey.Redo)[0]
    QTest.keyClick(focused, redo.key(), redo.keyboardModifiers())
    assert field.value() == 300_000


def test_that_undo_keys_take_letters_back_while_a_number_is_written() -> None:
    window = open_window(is_story=True)
    field = _field(window)
    field.selectAll()
    QTest.keyClicks(field, "31")
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.document.undo_name is None
    assert field.lineEdit().text() != "31"
