"""The checklist of assumptions leads to where each is edited, and a yes makes it the user's own."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.journeys.window import OPEN
from tests.ui.steps.stories import support_document
from tradeoff_app.ui.assumptions import AssumptionLink
from tradeoff_app.ui.main_window import MainWindow


def window_on_assumptions() -> MainWindow:
    window = MainWindow(support_document())
    OPEN.append(window)
    window.resize(1440, 900)
    window.show()
    QApplication.processEvents()
    return window


def links(window: MainWindow) -> list[AssumptionLink]:
    return [link for link in window.findChildren(AssumptionLink) if link.isVisible()]


def chosen(window: MainWindow) -> QWidget:
    found = window.focusWidget()
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("begins", "name"),
    [
        ("Rare queries", "Rare queries, units per month"),
        ("Completed task", "Task completion, best guess"),
        ("Effect in production", "Effect in production, best guess"),
    ],
)
def test_that_an_assumption_leads_to_its_field(begins: str, name: str) -> None:
    window = window_on_assumptions()
    link = next(link for link in links(window) if link.text().startswith(begins))
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert window.workspace is not None
    assert window.workspace.current_step() == "value"
    assert chosen(window).accessibleName() == name


def test_that_the_keyboard_leads_there_too() -> None:
    window = window_on_assumptions()
    QTest.keyClick(links(window)[0], Qt.Key.Key_Return)
    assert window.workspace is not None
    assert window.workspace.current_step() == "value"
