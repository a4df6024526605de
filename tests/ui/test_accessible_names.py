"""Every control that can have the focus has a name that a screen reader can say."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QScrollBar, QWidget

from tests.journeys.window import open_window
from tradeoff_app.ui.main_window import MainWindow


def _focusable(root: QWidget) -> list[QWidget]:
    return [
        widget
        for widget in root.findChildren(QWidget)
        if widget.isVisibleTo(root)
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(widget, QScrollBar)
        and not (isinstance(widget.parent(), QAbstractScrollArea) and widget.objectName().startswith("qt_"))
        and widget.objectName() != "qt_spinbox_lineedit"
    ]


def _name(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    said = interface.text(QAccessible.Text.Name) if interface is not None else ""
    return said or widget.accessibleName()


def _unnamed(window: MainWindow) -> list[str]:
    return [
        f"{type(widget).__name__} in {type(widget.parent()).__name__}"
        for widget in _focusable(window)
        if not _name(widget).strip()
    ]


def test_that_welcome_has_names() -> None:
    assert _unnamed(open_window()) == []


@pytest.mark.parametrize("step", ["data", "compare", "value", "gates", "decide", "briefing"])
def test_that_every_step_has_names(app: QApplication, step: str) -> None:
    window = open_window(is_story=True)
    assert window.workspace is not None
    window.workspace.show_step(step)
    app.processEvents()
    assert _unnamed(window) == []


def test_that_the_rail_says_state_and_count() -> None:
    window = open_window(is_story=True)
    assert window.workspace is not None
    model = window.workspace.rail.model()
    said = [model.data(model.index(row, 0), Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]
    assert len(said) == 6
    assert all("," in text for text in said)


def test_that_a_figure_is_described() -> None:
    window = open_window(is_story=True)
    assert window.workspace is not None
    figure = window.workspace.dock.figure
    spec = figure.figure()
    assert spec is not None
    assert figure.accessibleName() == spec.title
    assert figure.accessibleDescription() == spec.alt
