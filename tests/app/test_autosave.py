"""Unsaved work is put aside soon, and forgotten once it is saved or given up."""

from __future__ import annotations

from PySide6.QtTest import QTest

from tests.app.stories import open_story, story
from tests.qt_rules import wait_for
from tradeoff_app.app.autosave import WAIT_MS, Autosave
from tradeoff_app.storage.recovery import list_snapshots, read_snapshot


def test_that_a_change_is_put_aside_within_two_seconds() -> None:
    document = open_story()
    autosave = Autosave(document)
    document.edit(document.project.change(title="Half done"), "Rename")
    assert WAIT_MS <= 2000
    wait_for(lambda: bool(list_snapshots()), seconds=3.0)
    snapshot = list_snapshots()[0]
    recovered = read_snapshot(snapshot.path)
    assert recovered.project == document.project
    autosave.forget()


def test_that_more_changes_do_not_put_the_moment_off() -> None:
    document = open_story()
    autosave = Autosave(document)
    document.edit(document.project.change(title="1"), "Rename")
    QTest.qWait(WAIT_MS // 2)
    document.edit(document.project.change(title="2"), "Rename")
    wait_for(lambda: bool(list_snapshots()), seconds=WAIT_MS / 2000 + 0.4)
    assert list_snapshots()[0].title == "2"
    autosave.forget()


def test_that_a_change_while_a_snapshot_is_written_is_put_aside_as_soon_as_that_one_stands() -> None:
    document = open_story()
    autosave = Autosave(document)
    document.edit(document.project.change(title="1"), "Rename")
    autosave._timer.stop()
    autosave._take_later()
    document.edit(document.project.change(title="2"), "Rename")
    autosave._timer.stop()
    autosave._take_later()
    wait_for(lambda: [snapshot.title for snapshot in list_snapshots()] == ["2"], seconds=5.0)
    autosave.forget()


def test_that_undo_to_the_saved_state_forgets_the_snapshot() -> None:
    document = open_story()
    autosave = Autosave(document)
    document.edit(document.project.change(title="Half done"), "Rename")
    assert autosave.take_now()
    document.undo()
    assert list_snapshots() == ()


def test_that_another_document_forgets_the_snapshot_of_the_one_before() -> None:
    document = open_story()
    autosave = Autosave(document)
    document.edit(document.project.change(title="Half done"), "Rename")
    assert autosave.take_now()
    project, evidence = story()
    document.open(project, evidence.source, evidence, is_saved=True)
    assert list_snapshots() == ()


def test_that_nothing_is_put_aside_where_nothing_changed() -> None:
    document = open_story()
    assert not Autosave(document).take_now()
    document.close()
    assert not Autosave(document).take_now()
