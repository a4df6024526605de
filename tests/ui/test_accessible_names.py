"""Every control that can have the focus has a name that a screen reader can say."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QCheckBox,
    QDateTimeEdit,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollBar,
    QTabBar,
    QWidget,
)

from tests.journeys.window import open_window
from tradeoff_app.ui.main_window import MainWindow
from tradeoff_app.ui.widgets.links import LinkLabel


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


def _undescribed(window: MainWindow) -> list[str]:
    """Controls of more than one part that do not say how they are used; a button's name says what it does."""
    silent = []
    for widget in _focusable(window):
        is_plain = isinstance(widget, QLineEdit | QPlainTextEdit | QTabBar | QCheckBox | QDateTimeEdit | LinkLabel)
        is_button = isinstance(widget, QPushButton) and not widget.isCheckable()
        interface = QAccessible.queryAccessibleInterface(widget)
        said = interface.text(QAccessible.Text.Description) if interface is not None else ""
        if not (is_plain or is_button or said or widget.accessibleDescription()):
            silent.append(f"{type(widget).__name__} {_name(widget)}")
    return silent


def test_that_welcome_has_names() -> None:
    assert _unnamed(open_window()) == []


def test_that_every_step_the_rail_and_the_figure_have_names(app: QApplication) -> None:
    window = open_window(is_story=True)
    workspace = window.workspace
    assert workspace is not None
    for step in workspace.steps:
        workspace.show_step(step.step_id)
        app.processEvents()
        assert _unnamed(window) == [], step.step_id
        assert _undescribed(window) == [], step.step_id
    model = workspace.rail.model()
    said = [model.data(model.index(row, 0), Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]
    assert len(said) == len(workspace.steps)
    assert all("," in text for text in said), "each says its state"
    spec = workspace.dock.figure.figure()
    assert spec is not None
    assert workspace.dock.figure.accessibleName() == spec.title
    assert workspace.dock.figure.accessibleDescription() == spec.alt
