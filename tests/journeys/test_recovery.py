"""Work that a crash left behind is offered beside the saved file, and nothing of it goes before the new copy stands."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from tests.app.stories import story, write_story
from tests.journeys.window import OPEN, dialog_of, has_dialog, open_window, press
from tests.qt_rules import settle, wait_for
from tests.ui.steps.stories import support_document
from tradeoff_app.app.autosave import Autosave
from tradeoff_app.model.project import Project
from tradeoff_app.storage import atomic
from tradeoff_app.storage.errors import StorageError
from tradeoff_app.storage.project_file import file_sha256
from tradeoff_app.storage.recovery import SnapshotWriter, list_snapshots, remove_snapshot
from tradeoff_app.ui.dialogs.recovery import RecoveryDialog
from tradeoff_app.ui.main_window import MainWindow
from tradeoff_app.ui.tables.fields import TextArea


def _leave(project: Project, name: str, origin: Path | None = None) -> None:
    sha256 = None if origin is None else file_sha256(origin)
    SnapshotWriter(name).write(project, story()[1].source, origin, sha256)


def _offered() -> tuple[MainWindow, RecoveryDialog]:
    window = open_window()
    window.offer_recovery(list_snapshots())
    dialog = dialog_of(window, RecoveryDialog)
    assert isinstance(dialog, RecoveryDialog)
    return window, dialog


def _text(dialog: RecoveryDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def test_that_recovered_and_saved_stand_side_by_side_with_the_difference_in_words(tmp_path: Path) -> None:
    path = write_story(tmp_path / "p.tradeoff")
    project, _ = story()
    _leave(project.change(title="Support bot, second try"), "one", path)
    _window, dialog = _offered()
    said = _text(dialog)
    assert "Recovered" in said
    assert "p.tradeoff, today, " in said
    assert f"{project.title} → Support bot, second try" in said


def test_that_every_piece_of_work_is_offered_and_one_is_discarded_alone() -> None:
    project, _ = story()
    for name in ("one", "two"):
        _leave(project.change(title=name), name)
    window, dialog = _offered()
    assert dialog.windowTitle() == "Recover unsaved work?"
    press(dialog, "Discard")
    assert [snapshot.title for snapshot in list_snapshots()] == ["one"]
    assert dialog.isVisible()
    press(dialog, "Discard")
    assert list_snapshots() == ()
    assert not has_dialog(window)


def test_that_the_copy_goes_only_when_the_next_one_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    _leave(story()[0].change(title="Left behind"), "one")
    window, dialog = _offered()
    monkeypatch.setattr(Autosave, "take_now", lambda _autosave: False)
    press(dialog, "Recover")
    wait_for(lambda: window.document.is_open)
    assert [snapshot.title for snapshot in list_snapshots()] == ["Left behind"]
    for snapshot in list_snapshots():
        remove_snapshot(snapshot.path)


def test_that_work_that_was_begun_meanwhile_is_not_thrown_away() -> None:
    _leave(story()[0].change(title="Left behind"), "one")
    window, dialog = _offered()
    project, evidence = story()
    window.document.open(project, evidence.source, evidence, is_saved=True)
    window.document.edit(project.change(title="Begun"), "Rename to Begun")
    press(dialog, "Recover")
    wait_for(lambda: has_dialog(window))
    assert "Begun" in dialog_of(window).windowTitle()
    press(dialog_of(window), "Cancel")
    assert window.document.project.title == "Begun"


def test_that_work_that_can_not_be_put_aside_is_said_once(monkeypatch: pytest.MonkeyPatch) -> None:
    window = open_window(is_story=True)

    def refuse(*_args: object) -> None:
        raise StorageError("not_written", "recovery", "", "no space is left on the disk")

    monkeypatch.setattr(atomic, "write", refuse)
    for title in ("one", "two"):
        window.document.edit(window.document.project.change(title=title), "Rename")
        window.session.autosave._take_later()
        wait_for(lambda: not window.session.autosave._job.is_running)
    dialog = dialog_of(window)
    assert dialog.windowTitle() == "Unsaved work can’t be put aside"
    press(dialog, "Close")
    assert not has_dialog(window)


def test_that_what_killed_saves_left_is_swept_at_the_next_start(tmp_path: Path) -> None:
    window = open_window()
    window.recents.note(write_story(tmp_path / "p.tradeoff"), "Story")
    left = tmp_path / f"{atomic.TEMP_PREFIX}0123{atomic.TEMP_SUFFIX}"
    left.write_text("half", encoding="utf-8")
    os.utime(left, (0, 0))
    window.session.sweep()
    wait_for(lambda: not left.exists())
    window.session.close()


@pytest.mark.parametrize("step", ["gates", "decide"])
def test_that_prose_is_put_aside_while_it_is_written_and_stays_one_step(step: str, app: QApplication) -> None:
    window = MainWindow(support_document(accepted=True))
    OPEN.append(window)
    window.resize(1440, 900)
    window.show()
    window.activateWindow()
    assert window.workspace is not None
    window.workspace.show_step(step)
    settle(app)
    areas = [area for area in window.findChildren(TextArea) if area.isVisible()]
    assert areas
    for area in areas:
        area.setFocus()
        area.clear()
        for word in ("Because ", "we said ", "so "):
            QTest.keyClicks(area, word)
            wait_for(lambda area=area: not area._clock.isActive())  # type: ignore[misc]
            assert QApplication.focusWidget() is area
            assert area.toPlainText().endswith(word), "nobody takes a space away that was just typed"
        assert "Because we said so" in window.document.project.model_dump_json()
        name = window.document.undo_name
        window.document.undo()
        assert "Because we said so" not in window.document.project.model_dump_json()
        assert "Because" not in window.document.project.model_dump_json(), f"“{name}” is one step"
        area.clearFocus()
        while window.document.undo_name is not None:
            window.document.undo()
