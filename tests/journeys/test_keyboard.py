"""From files to a briefing without a mouse: nothing but keys is sent, to whatever window has the focus."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFileDialog, QPushButton, QTabBar

from tests.journeys.test_first_run import has_verdict, results
from tests.journeys.window import OPEN, dialog_of, open_window
from tests.qt_rules import settle, wait_for
from tradeoff_app.ui.dialogs.which_before import WhichBeforeDialog
from tradeoff_app.ui.main_window import MainWindow
from tradeoff_app.ui.steps.catalogue import STEPS
from tradeoff_app.ui.tables.fields import TextField
from tradeoff_app.ui.widgets.number_field import NumberField

MOST_TABS = 60
NO_KEYS = Qt.KeyboardModifier.NoModifier


def _press(key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_KEYS) -> None:
    focused = QGuiApplication.focusWindow()
    if focused is None:  # where a dialog was, a desktop gives the focus back to its window; offscreen nobody does
        OPEN[-1].activateWindow()
        wait_for(lambda: QGuiApplication.focusWindow() is not None)
        focused = QGuiApplication.focusWindow()
    assert focused is not None
    QTest.keyClick(focused, key, modifiers)
    QApplication.processEvents()


def _type_into_file_dialog(text: str) -> list[str]:
    """Type a name and Return once a file dialog asks; what was typed into is told in the list that comes back."""
    told: list[str] = []

    def type_it() -> None:
        dialog = QApplication.activeModalWidget() or QApplication.activeWindow()
        focused = QApplication.focusWidget()
        if not isinstance(dialog, QFileDialog) or focused is None or not dialog.isAncestorOf(focused):
            QTimer.singleShot(20, type_it)
            return
        told.append(type(focused).__name__)
        way_out = QTimer(dialog)  # keys that went astray must not hold the test for ever
        way_out.timeout.connect(dialog.reject)
        way_out.start(5000)
        QTest.keyClicks(focused, text)
        QTest.keyClick(focused, Qt.Key.Key_Return)

    QTimer.singleShot(20, type_it)
    return told


def _tab_to(is_there: Callable[[], bool]) -> None:
    """Go from control to control until the wanted one has the focus."""
    for _ in range(MOST_TABS):
        if is_there():
            return
        _press(Qt.Key.Key_Tab)
    raise AssertionError("Tab never came there")


def _has_focus(text: str) -> bool:
    focused = QApplication.focusWidget()
    return isinstance(focused, QPushButton) and focused.text() == text


@pytest.fixture
def own_file_dialogs() -> Iterator[None]:
    """Qt's own file dialog on every system, so that keys reach it."""
    before = QApplication.testAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    yield
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, before)


def _focused_window() -> MainWindow:
    window = open_window()
    window.activateWindow()
    wait_for(lambda: QGuiApplication.focusWindow() is window.windowHandle())
    return window


@pytest.mark.usefixtures("own_file_dialogs")
def test_that_keys_alone_lead_from_files_to_a_briefing_on_the_disk(tmp_path: Path, app: QApplication) -> None:
    window = _focused_window()
    before, after = results(tmp_path)
    typed = _type_into_file_dialog(f'"{before}" "{after}"')
    _press(Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert typed
    dialog_of(window, WhichBeforeDialog)
    _press(Qt.Key.Key_Return)
    wait_for(lambda: has_verdict(window), seconds=40)
    _press(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert window.workspace is not None
    assert window.workspace.current_step() == "briefing"
    settle(app)
    _tab_to(lambda: _has_focus("Export PDF…"))
    target = tmp_path / "memo.pdf"
    _type_into_file_dialog(str(target))
    _press(Qt.Key.Key_Space)
    wait_for(target.exists, seconds=40)
    assert target.read_bytes().startswith(b"%PDF")
    window.workspace.wait()


def test_that_every_step_lets_tab_through_to_its_end_and_back_to_the_rail(app: QApplication) -> None:
    window = open_window(is_story=True)
    window.activateWindow()
    workspace = window.workspace
    assert workspace is not None
    for index, entry in enumerate(STEPS):
        _press(Qt.Key(Qt.Key.Key_1 + index), Qt.KeyboardModifier.ControlModifier)
        settle(app)
        workspace.rail.setFocus(Qt.FocusReason.TabFocusReason)
        seen = []
        for _ in range(300):
            _press(Qt.Key.Key_Tab)
            seen.append(QApplication.focusWidget())
            if seen[-1] is workspace.rail:
                break
        assert seen[-1] is workspace.rail, f"{entry.step_id} keeps the focus in {seen[-1]}"
        assert len(seen) > 3
        assert all(widget is not None and widget.isVisible() for widget in seen)


def test_that_the_focus_comes_back_to_where_a_dialog_was_asked_for(app: QApplication) -> None:
    window = open_window(is_story=True)
    window.activateWindow()
    workspace = window.workspace
    assert workspace is not None
    workspace.rail.setFocus(Qt.FocusReason.TabFocusReason)
    for key in (Qt.Key.Key_K, Qt.Key.Key_I, Qt.Key.Key_Slash):
        _press(key, Qt.KeyboardModifier.ControlModifier)
        dialog_of(window)
        _press(Qt.Key.Key_Escape)
        settle(app)
        window.activateWindow()
        settle(app)
        assert QApplication.focusWidget() is workspace.rail


@pytest.mark.parametrize(("key", "wanted"), [(Qt.Key.Key_E, "briefing"), (Qt.Key.Key_2, "compare")])
def test_that_shortcuts_work_while_a_field_has_the_focus(key: Qt.Key, wanted: str, app: QApplication) -> None:
    """On Linux, Ctrl+E also moves to the end of a line, which a field would keep for itself."""
    window = open_window(is_story=True)
    window.activateWindow()
    workspace = window.workspace
    assert workspace is not None
    workspace.show_step("value")
    settle(app)
    field = next(f for f in workspace.findChildren(NumberField) if f.isVisible() and f.isEnabled())
    field.setFocus()
    _press(key, Qt.KeyboardModifier.ControlModifier)
    settle(app)
    assert workspace.current_step() == wanted
    workspace.wait()


def test_that_the_palette_opens_from_a_line_that_is_written(app: QApplication) -> None:
    window = open_window(is_story=True)
    window.activateWindow()
    workspace = window.workspace
    assert workspace is not None
    workspace.show_step("gates")
    settle(app)
    field = next(f for f in workspace.findChildren(TextField) if f.isVisible() and f.isEnabled())
    field.setFocus()
    QTest.keyClicks(field, "the team")
    _press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert dialog_of(window).windowTitle() == "Find or do anything"
    assert field.text().endswith("the team")
    _press(Qt.Key.Key_Escape)


@pytest.mark.parametrize("size", [(1440, 900), (960, 540)])
def test_that_the_ring_is_seen_around_whatever_tab_reaches(size: tuple[int, int], app: QApplication) -> None:
    window = open_window(is_story=True, size=size)
    window.activateWindow()
    workspace = window.workspace
    assert workspace is not None
    for step in workspace.steps:
        workspace.show_step(step.step_id)
        settle(app)
        workspace.rail.setFocus(Qt.FocusReason.TabFocusReason)
        for _ in range(60):
            _press(Qt.Key.Key_Tab)
            settle(app)
            focused = QApplication.focusWidget()
            if focused is workspace.rail:
                break
            if isinstance(focused, QAbstractItemView | QTabBar):
                continue  # these show the focus on their current item
            assert focused is not None
            ring, around = window.ring, window.ring.parentWidget()
            assert ring.isVisible(), f"{step.step_id}: {focused.accessibleName()}"
            assert around is not None
            at = around.mapFromGlobal(focused.mapToGlobal(QPoint(0, 0)))
            whole = QRect(at, focused.size()).intersected(around.rect())
            assert ring.geometry().contains(whole), f"{step.step_id}: {focused.accessibleName()} is cut"
    workspace.wait()
