"""Recent files: on Welcome and in the menu, missing ones grey, pinned ones on top."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.app.stories import write_story
from tests.journeys.window import open_window
from tests.qt_rules import wait_for
from tradeoff_app.app.recent_files import RecentFiles


def test_that_an_opened_project_is_listed_with_its_verdict(tmp_path: Path) -> None:
    window = open_window()
    window.files.open_path(str(write_story(tmp_path / "a.tradeoff")))
    wait_for(lambda: window.document.is_open)
    verdict = window.workspace.verdict_bar.verdict() if window.workspace else ""
    window.actions_["close"].trigger()
    rows = window.welcome.recent.table().rows
    assert [row.cells[0].text for row in rows] == ["Support bot 4.2 → 4.3"]
    assert rows[0].cells[1].text.replace("\u00a0", " ") == verdict.replace("\u00a0", " ")
    assert rows[0].cells[2].text.startswith("today, ")
    assert window.welcome.recent.isVisible()


def test_that_a_click_on_a_recent_file_opens_it(tmp_path: Path) -> None:
    path = write_story(tmp_path / "a.tradeoff")
    RecentFiles().note(path, "Story")
    window = open_window()
    table = window.welcome.recent
    centre = table.visualRect(table.table().index(0, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=centre)
    wait_for(lambda: window.document.path == path)


def test_that_return_on_a_recent_file_opens_it(tmp_path: Path) -> None:
    path = write_story(tmp_path / "a.tradeoff")
    RecentFiles().note(path, "Story")
    window = open_window()
    table = window.welcome.recent
    table.setCurrentIndex(table.table().index(0, 0))
    QTest.keyClick(table, Qt.Key.Key_Return)
    wait_for(lambda: window.document.path == path)


def test_that_a_missing_file_is_grey_in_list_and_menu(tmp_path: Path) -> None:
    RecentFiles().note(tmp_path / "gone.tradeoff", "Gone & away")
    window = open_window()
    cells = window.welcome.recent.table().rows[0].cells
    assert cells[1].text == "file not found"
    assert cells[0].ink == "muted"
    action = window.actions_.recent_menu.actions()[0]
    assert action.text() == "Gone && away"
    assert not action.isEnabled()


def test_that_pinning_and_forgetting_are_kept(tmp_path: Path) -> None:
    for name in ("a", "b"):
        RecentFiles().note(tmp_path / f"{name}.tradeoff", name)
    window = open_window()
    window.welcome.pin_asked.emit(str(tmp_path / "a.tradeoff"), True)
    assert [row.cells[0].text for row in window.welcome.recent.table().rows] == ["a", "b"]
    window.welcome.forget_asked.emit(str(tmp_path / "b.tradeoff"))
    assert [file.title for file in RecentFiles().files()] == ["a"]
