"""Nothing that was changed is lost without a question, whatever way leads out."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from tests.app.stories import write_story
from tests.journeys.window import dialog_of, has_dialog, open_window, press
from tests.qt_rules import wait_for
from tradeoff_app.storage.project_file import read_project
from tradeoff_app.storage.recovery import list_snapshots
from tradeoff_app.ui.main_window import MainWindow


def _change(window: MainWindow, title: str = "Renamed") -> None:
    window.document.edit(window.document.project.change(title=title), f"Rename to {title}")


def _choose(monkeypatch: pytest.MonkeyPatch, path: Path | None) -> None:
    """What the file dialog will answer."""
    answer = (str(path) if path else "", "")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *_args, **_kinds: answer))


def test_that_an_unchanged_project_closes_without_a_question() -> None:
    window = open_window(is_story=True)
    window.close()
    assert not window.isVisible()


def test_that_closing_asks_and_cancel_keeps_the_window() -> None:
    window = open_window(is_story=True)
    _change(window)
    window.close()
    dialog = dialog_of(window)
    assert window.isVisible()
    press(dialog, "Cancel")
    assert window.isVisible()
    assert window.document.is_modified


def test_that_discard_closes_and_forgets_the_snapshot() -> None:
    window = open_window(is_story=True)
    _change(window)
    window.session.autosave.take_now()
    window.close()
    press(dialog_of(window), "Discard")
    wait_for(lambda: not window.isVisible())
    assert list_snapshots() == ()


def test_that_save_writes_the_file_and_closes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    window = open_window(is_story=True)
    _change(window)
    path = tmp_path / "kept.tradeoff"
    _choose(monkeypatch, path)
    window.close()
    press(dialog_of(window), "Save")
    wait_for(lambda: not window.isVisible())
    assert read_project(path).project.title == "Renamed"


def test_that_a_save_that_was_called_off_keeps_the_window(monkeypatch: pytest.MonkeyPatch) -> None:
    window = open_window(is_story=True)
    _change(window)
    _choose(monkeypatch, None)
    window.close()
    press(dialog_of(window), "Save")
    assert window.isVisible()
    assert window.document.is_modified


def test_that_a_failed_save_is_reported_and_keeps_window_and_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(is_story=True)
    _change(window)
    _choose(monkeypatch, tmp_path / "nowhere" / "x.tradeoff")
    window.close()
    press(dialog_of(window), "Save")
    dialog = dialog_of(window)
    assert dialog.windowTitle() == "x.tradeoff was not saved"
    press(dialog, "Cancel")
    assert window.isVisible()
    assert window.document.is_modified


def test_that_an_exception_on_the_way_out_does_not_close_the_window(monkeypatch: pytest.MonkeyPatch) -> None:
    window = open_window(is_story=True)
    _change(window)

    def fail(*_args: object) -> None:
        raise RuntimeError("no")

    monkeypatch.setattr(window.files, "ask_unsaved", fail)
    with pytest.raises(RuntimeError):
        window.close()
    assert window.isVisible()


def test_that_opening_another_file_asks_first(tmp_path: Path) -> None:
    window = open_window(is_story=True)
    _change(window)
    window.files.take_files([write_story(tmp_path / "b.tradeoff")])
    dialog = dialog_of(window)
    assert "Renamed" in dialog.windowTitle()
    press(dialog, "Discard")
    wait_for(lambda: window.document.path == tmp_path / "b.tradeoff")


def test_that_a_project_that_nobody_touched_is_replaced_without_a_question(tmp_path: Path) -> None:
    window = open_window(is_story=True)
    window.files.take_files([write_story(tmp_path / "b.tradeoff")])
    wait_for(lambda: window.document.path == tmp_path / "b.tradeoff")
    assert not has_dialog(window)


def test_that_work_left_behind_is_offered_and_recovered() -> None:
    first = open_window(is_story=True)
    _change(first, "Left behind")
    first.session.autosave.take_now()
    second = open_window()
    second.offer_recovery(list_snapshots())
    dialog = dialog_of(second)
    assert "Left behind" in dialog.windowTitle()
    press(dialog, "Recover")
    wait_for(lambda: second.document.is_open)
    assert second.document.project.title == "Left behind"
    assert second.isWindowModified()


def test_that_recovered_work_can_be_left_for_later() -> None:
    first = open_window(is_story=True)
    _change(first)
    first.session.autosave.take_now()
    second = open_window()
    second.offer_recovery(list_snapshots())
    press(dialog_of(second), "Later")
    assert len(list_snapshots()) == 1
    assert not second.document.is_open


def test_that_a_failure_of_ours_puts_the_work_aside_and_says_so() -> None:
    window = open_window(is_story=True)
    _change(window)
    window.say_failure(None)
    dialog = dialog_of(window)
    assert dialog.windowTitle() == "Something went wrong"
    assert len(list_snapshots()) == 1
    press(dialog, "Close")


def test_that_saving_says_when_and_offers_the_folder(tmp_path: Path) -> None:
    window = open_window(is_story=True, path=tmp_path / "a.tradeoff")
    _change(window)
    assert window.files.save()
    assert not window.isWindowModified()
    assert window.workspace is not None
    assert window.workspace.toast.text() == "Saved a.tradeoff"
    assert window.workspace.toast.isVisible()
    assert window.title_bar.saved_text().startswith("Saved ")


def test_that_closing_the_project_leads_back_to_welcome() -> None:
    window = open_window(is_story=True)
    window.actions_["close"].trigger()
    assert not window.document.is_open
    assert window.welcome.isVisible()


def test_that_the_question_about_recovery_does_not_hold_who_wants_to_leave() -> None:
    first = open_window(is_story=True)
    _change(first)
    first.session.autosave.take_now()
    second = open_window()
    second.offer_recovery(list_snapshots())
    dialog = dialog_of(second)
    assert second.actions_["quit"] in dialog.actions()
    second.actions_["quit"].trigger()
    wait_for(lambda: not second.isVisible())
    assert len(list_snapshots()) == 1
