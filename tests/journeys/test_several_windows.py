"""One file and more than one who works on it: nobody's work is written over, and nobody is asked without need."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel

from tests.app.stories import story, write_story
from tests.journeys.window import dialog_of, has_dialog, open_window, press
from tests.qt_rules import settle, wait_for
from tradeoff_app.storage.project_file import read_project, write_project
from tradeoff_app.ui.main_window import MainWindow


def _opened(path: Path) -> MainWindow:
    window = open_window()
    window.files.take_files([path])
    wait_for(lambda: window.document.path == path)
    return window


def _rename(window: MainWindow, title: str) -> None:
    window.document.edit(window.document.project.change(title=title), f"Rename to {title}")


def _come_back(window: MainWindow) -> None:
    QCoreApplication.sendEvent(window, QEvent(QEvent.Type.WindowActivate))


def _saved_by_somebody(path: Path, title: str) -> None:
    project, evidence = story()
    write_project(path, project.change(title=title), evidence.source)


def test_that_two_windows_on_one_file_do_not_overwrite_each_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_story(tmp_path / "shared.tradeoff")
    first, second = _opened(path), _opened(path)
    _rename(first, "First")
    _rename(second, "Second")
    assert first.files.save()
    assert not second.files.save()
    dialog = dialog_of(second)
    assert "changed by somebody else" in " ".join(label.text() for label in dialog.findChildren(QLabel))
    other = tmp_path / "second.tradeoff"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *_args: (str(other), "")))
    press(dialog, "Save as…")
    assert read_project(path).project.title == "First"
    assert read_project(other).project.title == "Second"
    _rename(first, "First again")
    assert first.files.save(), "the one whose file it is goes on saving"


def test_that_a_second_start_with_the_open_file_keeps_work_and_steps(tmp_path: Path, app: QApplication) -> None:
    path = write_story(tmp_path / "open.tradeoff")
    window = _opened(path)
    _rename(window, "Changed")
    window.take_over([str(path)])
    settle(app)
    assert not has_dialog(window)
    assert window.document.project.title == "Changed"
    assert window.document.undo_name == "Rename to Changed"


def test_that_the_open_file_is_read_again_where_somebody_saved_it(tmp_path: Path) -> None:
    path = write_story(tmp_path / "open.tradeoff")
    window = _opened(path)
    _saved_by_somebody(path, "Theirs")
    window.take_over([str(path)])
    wait_for(lambda: window.document.is_open and window.document.project.title == "Theirs")


def test_that_a_file_saved_by_somebody_else_is_told_once_and_can_be_opened(tmp_path: Path, app: QApplication) -> None:
    path = write_story(tmp_path / "open.tradeoff")
    window = _opened(path)
    _come_back(window)
    window._disk.close()
    settle(app)
    assert not has_dialog(window), "nobody touched it"
    _saved_by_somebody(path, "Theirs")
    _come_back(window)
    dialog = dialog_of(window)
    assert dialog.windowTitle() == "open.tradeoff was changed by somebody else"
    press(dialog, "Keep what is shown")
    settle(app)
    _come_back(window)
    window._disk.close()
    settle(app)
    assert not has_dialog(window), "it was said"
    _saved_by_somebody(path, "Theirs again")
    _come_back(window)
    press(dialog_of(window), "Open it again")
    wait_for(lambda: window.document.project.title == "Theirs again")


def test_that_our_own_save_is_no_change_of_somebody_else(tmp_path: Path, app: QApplication) -> None:
    path = write_story(tmp_path / "open.tradeoff")
    window = _opened(path)
    _rename(window, "Mine")
    assert window.files.save()
    _come_back(window)
    window._disk.close()
    settle(app)
    assert not has_dialog(window)


def test_that_unsaved_work_is_asked_about_before_theirs_is_opened(tmp_path: Path) -> None:
    path = write_story(tmp_path / "open.tradeoff")
    window = _opened(path)
    _rename(window, "Mine")
    _saved_by_somebody(path, "Theirs")
    _come_back(window)
    dialog = dialog_of(window)
    assert "Saving will not replace it" in " ".join(label.text() for label in dialog.findChildren(QLabel))
    press(dialog, "Open it again")
    question = dialog_of(window)
    assert "Save changes" in question.windowTitle()
    press(question, "Cancel")
    assert window.document.project.title == "Mine"
