"""Where a project goes when it is saved: the name that was meant, nothing written over unasked, its rows with it."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel

from tests.app.stories import story, write_story
from tests.journeys.test_data import compared
from tests.journeys.test_first_run import results
from tests.journeys.window import dialog_of, has_dialog, open_window, press
from tests.qt_rules import wait_for
from tradeoff_app.storage import atomic
from tradeoff_app.storage.archive import read_archive, write_archive
from tradeoff_app.storage.errors import StorageError
from tradeoff_app.storage.history_copies import list_copies
from tradeoff_app.storage.migrations import FORMAT_VERSION
from tradeoff_app.storage.project_file import read_project, write_project
from tradeoff_app.ui.main_window import MainWindow


def _rename(window: MainWindow, title: str) -> None:
    window.document.edit(window.document.project.change(title=title), f"Rename to {title}")


def _answers(monkeypatch: pytest.MonkeyPatch, *names: Path | str) -> list[str]:
    """What is typed into one file dialog after the other, "" for giving it up; the names that they began with."""
    left, begun = [str(name) for name in names], []

    def answer(_parent: object, _title: str, start: str, _kinds: str) -> tuple[str, str]:
        begun.append(start)
        return left.pop(0), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(answer))
    return begun


def _said(window: MainWindow) -> str:
    return " ".join(label.text() for label in dialog_of(window).findChildren(QLabel))


@pytest.mark.parametrize("typed", ["Release 4.3", "memo", "memo.txt", "memo.tradeoff"])
def test_that_a_name_gets_the_ending_that_opens_it_again(
    typed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(is_story=True)
    _answers(monkeypatch, tmp_path / typed)
    assert window.files.save_as()
    kept = tmp_path / (typed if typed.endswith(".tradeoff") else f"{typed}.tradeoff")
    assert [path.name for path in tmp_path.glob("*.tradeoff")] == [kept.name]
    assert read_project(kept).project == window.document.project


def test_that_a_file_is_not_replaced_because_its_ending_was_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = write_story(tmp_path / "memo.tradeoff")
    before = taken.read_bytes()
    window = open_window(is_story=True)
    _rename(window, "Another")
    begun = _answers(monkeypatch, tmp_path / "memo", "")
    assert not window.files.save_as()
    assert begun[1] == str(taken), "the dialog comes again with the whole name, about which it asks itself"
    assert taken.read_bytes() == before
    _answers(monkeypatch, tmp_path / "memo", taken)
    assert window.files.save_as()
    assert read_project(taken).project.title == "Another"


def test_that_a_title_of_any_length_suggests_a_name_that_the_system_takes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(is_story=True)
    _rename(window, "x / " * 4000)
    begun = _answers(monkeypatch, "")
    window.files.save_as()
    assert len(Path(begun[0]).name) <= 90
    assert "/" not in Path(begun[0]).name.removesuffix(".tradeoff")
    (tmp_path / Path(begun[0]).name).write_bytes(b"")


def test_that_a_project_with_its_rows_is_opened_and_saved_with_them(tmp_path: Path) -> None:
    first = compared(list(results(tmp_path)))
    rows = first.document.observations
    assert rows is not None
    path = tmp_path / "handed.tradeoffz"
    write_archive(path, first.document.project, first.document.evidence_source, rows)
    window = open_window()
    window.files.take_files([path])
    wait_for(lambda: window.document.is_open, seconds=30)
    assert window.document.observations is not None
    for title in ("Once", "Twice"):
        _rename(window, title)
        assert window.files.save(), title
    found = read_archive(path.read_bytes(), path.name)
    assert found.stored.project.title == "Twice"
    assert found.stored.head.revision == 3
    assert found.observations.units == rows.units


def test_that_an_archive_changed_by_somebody_else_is_not_overwritten(tmp_path: Path) -> None:
    first = compared(list(results(tmp_path)))
    document = first.document
    assert document.observations is not None
    path = tmp_path / "handed.tradeoffz"
    write_archive(path, document.project, document.evidence_source, document.observations)
    window = open_window()
    window.files.take_files([path])
    wait_for(lambda: window.document.is_open, seconds=30)
    theirs = document.project.change(title="Theirs")
    write_archive(path, theirs, document.evidence_source, document.observations)
    _rename(window, "Mine")
    assert not window.files.save()
    assert "changed by somebody else" in _said(window)
    assert read_project(path).project.title == "Theirs"


def test_that_rows_that_are_not_at_hand_are_said_to_be_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    window = open_window(is_story=True)
    _answers(monkeypatch, tmp_path / "handed.tradeoffz")
    assert not window.files.save_as()
    assert "rows that belong into it are not at hand" in _said(window)
    assert not (tmp_path / "handed.tradeoffz").exists()


def test_that_a_file_changed_by_somebody_else_stays_as_they_left_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_story(tmp_path / "ours.tradeoff")
    window = open_window()
    window.files.take_files([path])
    wait_for(lambda: window.document.is_open)
    project, evidence = story()
    write_project(path, project.change(title="Theirs"), evidence.source)
    _rename(window, "Mine")
    assert not window.files.save()
    assert "changed by somebody else" in _said(window)
    assert window.document.is_modified
    _answers(monkeypatch, tmp_path / "mine.tradeoff")
    press(dialog_of(window), "Save as…")
    wait_for(lambda: not window.document.is_modified)
    assert read_project(path).project.title == "Theirs"
    assert read_project(tmp_path / "mine.tradeoff").project.title == "Mine"


def test_that_a_read_only_file_is_left_alone(tmp_path: Path) -> None:
    path = write_story(tmp_path / "agreed.tradeoff")
    path.chmod(0o444)
    before = path.read_bytes()
    window = open_window()
    window.files.take_files([path])
    wait_for(lambda: window.document.is_open)
    _rename(window, "Changed")
    assert not window.files.save()
    assert "read-only" in _said(window)
    assert path.read_bytes() == before
    assert window.document.is_modified


class FullDisk(atomic.FileOperations):
    """No room is left after some bytes."""

    def write(self, descriptor: int, data: memoryview) -> int:
        if len(data) < 2000:
            raise OSError(errno.ENOSPC, "No space left on device")
        return super().write(descriptor, data[:1000])


def test_that_a_full_disk_keeps_the_old_file_and_the_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_story(tmp_path / "full.tradeoff")
    before = path.read_bytes()
    window = open_window()
    window.files.take_files([path])
    wait_for(lambda: window.document.is_open)
    _rename(window, "Changed")
    write = atomic.write

    def on_full_disk(target: Path, data: bytes, _files: object = None) -> None:
        write(target, data, FullDisk() if target == path else atomic.REAL_FILES)

    monkeypatch.setattr(atomic, "write", on_full_disk)
    assert not window.files.save()
    assert "Free some space on the disk" in _said(window)
    assert path.read_bytes() == before
    assert list(tmp_path.glob(f"{atomic.TEMP_PREFIX}*")) == []
    assert window.document.is_modified


def test_that_a_project_whose_folder_is_gone_can_be_saved_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    path = write_story(folder / "away.tradeoff")
    window = open_window()
    window.files.take_files([path])
    wait_for(lambda: window.document.is_open)
    path.unlink()
    folder.rmdir()
    _rename(window, "Still here")
    assert not window.files.save()
    assert "folder does not exist" in _said(window)
    _answers(monkeypatch, tmp_path / "kept.tradeoff")
    press(dialog_of(window), "Save as…")
    assert read_project(tmp_path / "kept.tradeoff").project.title == "Still here"


def test_that_an_earlier_version_that_could_not_be_kept_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_story(tmp_path / "p.tradeoff")
    window = open_window()
    window.files.take_files([path])
    wait_for(lambda: window.document.is_open)

    def fail(*_args: object) -> None:
        raise StorageError("not_written", "history", "folder", "the folder can't be made")

    monkeypatch.setattr("tradeoff_app.storage.project_file.keep_copy", fail)
    _rename(window, "Changed")
    assert window.files.save()
    assert "earlier version could not be kept aside" in _said(window)
    assert not window.document.is_modified


def test_that_the_version_before_a_save_is_kept_aside(tmp_path: Path) -> None:
    path = write_story(tmp_path / "p.tradeoff")
    before = path.read_bytes()
    window = open_window()
    window.files.take_files([path])
    wait_for(lambda: window.document.is_open)
    _rename(window, "Changed")
    assert window.files.save()
    assert not has_dialog(window)
    assert [copy.path.read_bytes() for copy in list_copies(window.document.project.id)] == [before]


def test_that_what_a_later_version_wrote_is_said_on_opening(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as later:
        later.setattr("tradeoff_app.storage.project_document.FORMAT_VERSION", FORMAT_VERSION + 1)
        path = write_story(tmp_path / "later.tradeoff")
    window = open_window()
    window.files.take_files([path])
    wait_for(lambda: window.document.is_open)
    assert "made by a later version" in _said(window)
