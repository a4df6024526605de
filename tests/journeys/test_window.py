"""The window itself: its sizes, its keys, its schemes, and where it is found again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from tests.journeys.window import OPEN, close_windows, dialog_of, open_window, press
from tests.qt_rules import settle, wait_for
from tradeoff_app.app.preferences import PreferenceStore
from tradeoff_app.ui import theme
from tradeoff_app.ui.actions import ENTRIES
from tradeoff_app.ui.main_window import MainWindow
from tradeoff_app.ui.steps.compare.page import CompareStep
from tradeoff_app.ui.workspace import Workspace


def _workspace(window: MainWindow) -> Workspace:
    assert window.workspace is not None
    return window.workspace


@pytest.mark.parametrize(
    ("size", "rail", "dock", "bar"),
    [((1440, 900), 176, 304, 76), ((1280, 800), 48, 304, 76), ((1920, 1080), 176, 360, 76), ((960, 540), 48, None, 40)],
)
def test_that_rail_dock_and_verdict_bar_fit_the_window(
    app: QApplication, size: tuple[int, int], rail: int, dock: int | None, bar: int
) -> None:
    window = open_window(is_story=True, size=size)
    window.resize(*size)
    settle(app)
    workspace = _workspace(window)
    assert workspace.rail.width() == rail
    assert workspace.verdict_bar.height() == bar
    assert workspace.dock.isVisible() == (dock is not None)
    if dock is not None:
        assert abs(workspace.dock.width() - dock) <= 2


def test_that_the_dock_is_a_tab_in_a_narrow_window_and_comes_back(app: QApplication) -> None:
    window = open_window(is_story=True, size=(960, 540))
    workspace = _workspace(window)
    workspace.show_step("compare")
    workspace.tabs.set_current("live")
    settle(app)
    assert workspace.dock.isVisible()
    assert not workspace.steps[1].isVisible()
    window.resize(1440, 900)
    settle(app)
    assert workspace.dock.isVisible()
    assert workspace.steps[1].isVisible()


def test_that_a_moved_dock_is_remembered(app: QApplication) -> None:
    window = open_window(is_story=True)
    workspace = _workspace(window)
    workspace.splitter.setSizes([workspace.splitter.width() - 420, 420])
    workspace.splitter.splitterMoved.emit(0, 1)
    width = workspace.dock.width()
    close_windows()
    again = open_window(is_story=True)
    settle(app)
    assert abs(_workspace(again).dock.width() - width) <= 2


def test_that_a_window_off_the_screen_is_brought_back() -> None:
    first = open_window()
    first.move(30_000, 30_000)
    close_windows()
    second = open_window()
    assert any(screen.availableGeometry().intersects(second.geometry()) for screen in QApplication.screens())


def test_that_a_first_window_leaves_room_for_the_frame_that_the_desktop_puts_around_it() -> None:
    window = MainWindow()
    OPEN.append(window)
    room = QApplication.primaryScreen().availableGeometry()
    assert window.height() <= max(room.height() - 40, window.minimumHeight())


def test_that_control_and_a_digit_go_to_a_step(app: QApplication) -> None:
    window = open_window(is_story=True)
    window.activateWindow()
    workspace = _workspace(window)
    for index, step in enumerate(workspace.steps):
        QTest.keyClick(window.windowHandle(), Qt.Key(Qt.Key.Key_1 + index), Qt.KeyboardModifier.ControlModifier)
        settle(app)
        assert workspace.current_step() == step.step_id
        assert workspace.rail.current() == step.step_id


def test_that_the_rail_follows_the_arrow_keys() -> None:
    window = open_window(is_story=True)
    workspace = _workspace(window)
    workspace.show_step("data")
    QTest.keyClick(workspace.rail, Qt.Key.Key_Down)
    assert workspace.current_step() == "compare"


def test_that_every_shortcut_stands_for_one_thing() -> None:
    window = open_window()
    keys = [action.shortcut().toString() for action in window.actions() if not action.shortcut().isEmpty()]
    assert len(keys) == len(set(keys))
    assert {"Ctrl+Q", "Ctrl+S", "Ctrl+O", "Ctrl+Z", "Ctrl+1"} <= set(keys)
    assert len(ENTRIES) == len({entry[0] for entry in ENTRIES})


def test_that_the_scheme_is_chosen_in_the_menu_and_remembered() -> None:
    window = open_window(is_story=True)
    light = window.grab().toImage().pixelColor(500, 60).lightness()
    dark_entry = next(action for action in window.actions_.theme_menu.actions() if action.text() == "Dark")
    dark_entry.trigger()
    QApplication.processEvents()
    dark = window.grab().toImage().pixelColor(500, 60).lightness()
    theme.set_scheme("light")
    assert light > 200
    assert dark < 60
    assert PreferenceStore().value.scheme == "dark"


def test_that_the_focus_ring_is_shown_for_the_keyboard_only(app: QApplication) -> None:
    window = open_window(is_story=True)
    _workspace(window).show_step("value")
    window.activateWindow()
    handle = window.windowHandle()
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(700, 300))
    settle(app)
    assert not window.ring.isVisible()
    seen = 0
    for _ in range(6):
        QTest.keyClick(handle, Qt.Key.Key_Tab)
        settle(app)
        seen += window.ring.isVisible()
    assert seen > 0
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(700, 300))
    settle(app)
    assert not window.ring.isVisible()


def test_that_why_explains_the_verdict_with_every_rule() -> None:
    window = open_window(is_story=True)
    _workspace(window).verdict_bar.why_asked.emit()
    dialog = dialog_of(window)
    text = dialog.text()  # type: ignore[attr-defined]
    assert text.count("\n") >= len(window.document.outcome.verdict.trace)
    press(dialog, "Close")


def test_that_the_verdict_can_be_copied() -> None:
    window = open_window(is_story=True)
    _workspace(window).verdict_bar.copy_asked.emit()
    text = QApplication.clipboard().text()
    assert text.splitlines()[0] == _workspace(window).verdict_bar.verdict()
    assert "Worth per month:" in text


def test_that_a_changed_verdict_is_said_at_once() -> None:
    window = open_window(is_story=True)
    before = _workspace(window).verdict_bar.text()
    document = window.document
    document.edit(document.project.change(gates={}), "Drop the gates")
    assert _workspace(window).verdict_bar.text() != before
    document.undo()
    assert _workspace(window).verdict_bar.text() == before


def test_that_switching_the_scenario_is_a_step_that_can_be_undone() -> None:
    window = open_window(is_story=True)
    document = window.document
    other = document.scenario.model_copy(update={"id": "half", "label": "Half"})
    document.edit(document.project.with_item("scenarios", other), "Add scenario Half")
    window.title_bar.scenario_chosen.emit("half")
    assert document.scenario.id == "half"
    assert document.undo_name == "Show scenario Half"


def test_that_about_can_be_copied_without_anybodys_data() -> None:
    window = open_window(is_story=True)
    window.actions_["about"].trigger()
    dialog = dialog_of(window)
    press(dialog, "Copy diagnostics")
    text = QApplication.clipboard().text()
    assert "Python" in text
    assert window.document.project.title not in text


def test_that_a_toast_goes_by_itself() -> None:
    window = open_window(is_story=True)
    toast = _workspace(window).toast
    toast.set_seconds(0.05)
    toast.show_notice("Saved a.pdf", "Show", lambda: None)
    assert toast.isVisible()
    wait_for(lambda: not toast.isVisible(), seconds=2)


def test_that_no_widget_stands_alone_for_a_moment(monkeypatch: pytest.MonkeyPatch, app: QApplication) -> None:
    alone: list[str] = []
    show = QWidget.setVisible

    def watch(widget: QWidget, is_visible: bool) -> None:
        if is_visible and widget.isWindow() and not isinstance(widget, MainWindow | QDialog | QMenu):
            alone.append(f"{type(widget).__name__} {widget.accessibleName()}")
        show(widget, is_visible)

    monkeypatch.setattr(QWidget, "setVisible", watch)
    window = open_window(is_story=True)
    for step in _workspace(window).steps:
        _workspace(window).show_step(step.step_id)
        settle(app)
    assert alone == []


def test_that_a_large_window_shows_two_plots_under_each_other(app: QApplication) -> None:
    window = open_window(is_story=True, size=(2560, 1400))
    window.resize(2560, 1400)
    settle(app)
    dock = _workspace(window).dock
    assert dock.has_second
    assert dock.second.isVisible()
    first, second = dock.figure.figure(), dock.second.figure()
    assert first is not None
    assert second is not None
    assert first.kind != second.kind
    window.resize(1440, 900)
    settle(app)
    assert not dock.second.isVisible()


def test_that_the_panel_below_the_matrix_stays_as_high_as_it_was_made() -> None:
    first = open_window(is_story=True)
    assert first.workspace is not None
    first.workspace.show_step("compare")
    page = next(step for step in first.workspace.steps if isinstance(step, CompareStep))
    page.splitter.setSizes([page.splitter.height() - 300, 300])
    page.splitter.splitterMoved.emit(0, 1)
    chosen = page.splitter.sizes()[1]
    first.close()
    second = open_window(is_story=True)
    assert second.workspace is not None
    second.workspace.show_step("compare")
    QApplication.processEvents()
    again = next(step for step in second.workspace.steps if isinstance(step, CompareStep))
    assert abs(again.splitter.sizes()[1] - chosen) <= 2


def test_that_a_window_comes_back_in_the_size_it_was_left_in(app: QApplication) -> None:
    first = open_window()
    first.resize(960, 666)
    settle(app)
    close_windows()
    second = MainWindow()
    OPEN.append(second)
    second.show()
    assert second.size() == QSize(960, 666)
