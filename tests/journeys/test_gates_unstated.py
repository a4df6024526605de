"""A project without stated gates says so in the verdict bar, and leads to where they are stated."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.journeys.window import dialog_of, open_window
from tradeoff_app.ui.dialogs.why import WhyDialog
from tradeoff_app.ui.main_window import MainWindow
from tradeoff_app.ui.steps.decide.page import DecideStep
from tradeoff_app.ui.workspace import Workspace


def workspace_of(window: MainWindow) -> Workspace:
    assert window.workspace is not None
    return window.workspace


UNSTATED = "Nobody has stated a gate yet."


def test_that_the_verdict_bar_says_that_goals_are_assumed_and_leads_to_the_gates() -> None:
    window = open_window(is_story=True)
    bar = workspace_of(window).verdict_bar
    assert not bar.state_gates.isVisible()
    window.document.edit(window.document.project.change(gates={}), "No gates")
    assert "Goals are assumed, no limit is stated" in bar.text()
    assert bar.state_gates.isVisible()
    QTest.mouseClick(bar.state_gates, Qt.MouseButton.LeftButton)
    assert workspace_of(window).current_step() == "gates"
    window.document.undo()
    assert not bar.state_gates.isVisible()


def test_that_the_keyboard_follows_the_link_of_the_verdict_bar_too() -> None:
    window = open_window(is_story=True)
    window.document.edit(window.document.project.change(gates={}), "No gates")
    link = workspace_of(window).verdict_bar.state_gates
    link.setFocus()
    QTest.keyClick(link, Qt.Key.Key_Return)
    assert workspace_of(window).current_step() == "gates"


def test_that_why_and_decide_say_what_stands_beside_the_verdict() -> None:
    window = open_window(is_story=True)
    window.document.edit(window.document.project.change(gates={}), "No gates")
    workspace_of(window).show_step("decide")
    QApplication.processEvents()
    (decide,) = (step for step in workspace_of(window).steps if isinstance(step, DecideStep))
    assert any(text.startswith(UNSTATED) for text in decide.remarks.texts())
    window.show_why()
    dialog = dialog_of(window, WhyDialog)
    assert isinstance(dialog, WhyDialog)
    assert UNSTATED in dialog.text()
    dialog.close()


def test_that_a_low_window_keeps_the_bar_on_one_line() -> None:
    window = open_window(is_story=True, size=(960, 540))
    window.document.edit(window.document.project.change(gates={}), "No gates")
    bar = workspace_of(window).verdict_bar
    assert bar.height() == bar.LOW
    assert not bar.state_gates.isVisible()
