"""Files and the document: a failed opening or saving changes nothing and is said."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.app.stories import open_story, story, write_story
from tests.qt_rules import wait_for
from tradeoff_app.app.document import Document
from tradeoff_app.app.recent_files import RecentFiles
from tradeoff_app.app.session import Session
from tradeoff_app.storage.recovery import list_snapshots

BEFORE = "id,segment,done,seconds\n" + "".join(f"u{i},{'abc'[i % 3]},{int(i % 3 > 0)},{2 + i % 5}\n" for i in range(60))
AFTER = "id,segment,done,seconds\n" + "".join(f"u{i},{'abc'[i % 3]},{int(i % 4 > 0)},{2 + i % 4}\n" for i in range(60))


OPEN: list[Session] = []


@pytest.fixture(autouse=True)
def close_sessions() -> Iterator[None]:
    """Every session of a test is closed as the window would close it."""
    yield
    while OPEN:
        session = OPEN.pop()
        session.autosave.forget()
        session.close()


def _session(document: Document | None = None) -> Session:
    OPEN.append(Session(document or Document(), RecentFiles()))
    return OPEN[-1]


def _heard(signal: Any) -> list[Any]:
    got: list[Any] = []
    signal.connect(lambda *said: got.append(said))
    return got


def _write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_that_a_project_is_opened_with_its_file_and_noted_as_recent(tmp_path: Path) -> None:
    session, path = _session(), write_story(tmp_path / "a.tradeoff")
    opened = _heard(session.opened)
    session.open_project(path)
    wait_for(lambda: bool(opened))
    assert session.document.project == story()[0]
    assert session.document.path == path
    assert not session.document.is_modified
    recent = session.recents.files()[0]
    assert recent.recommendation == session.document.outcome.verdict.recommendation
    assert recent.verdict


def test_that_a_sample_opens_without_a_file_so_that_saving_asks_for_one(tmp_path: Path) -> None:
    session = _session()
    opened = _heard(session.opened)
    session.open_project(write_story(tmp_path / "a.tradeoff"), is_sample=True)
    wait_for(lambda: bool(opened))
    assert session.document.path is None
    assert not session.document.is_modified
    assert session.recents.files() == []


@pytest.mark.parametrize("content", ["", "{}", "not json", '{"format": "tradeoff"'])
def test_that_a_file_that_can_not_be_opened_is_said_and_changes_nothing(tmp_path: Path, content: str) -> None:
    document = open_story()
    session = _session(document)
    project = document.project
    failed = _heard(session.failed)
    session.open_project(_write(tmp_path / "b.tradeoff", content))
    wait_for(lambda: bool(failed))
    assert failed[0][0] == "b.tradeoff was not opened"
    assert document.project is project


def test_that_two_result_files_become_a_project_with_a_verdict(tmp_path: Path) -> None:
    session = _session()
    imported = _heard(session.imported)
    files = [_write(tmp_path / "before.csv", BEFORE), _write(tmp_path / "after.csv", AFTER)]
    session.import_results(files)
    wait_for(lambda: bool(imported), seconds=30)
    document = session.document
    assert {"done", "seconds"} <= set(document.project.metrics)
    assert document.observations is not None
    assert document.is_modified
    assert document.outcome.verdict.recommendation


def test_that_one_file_with_one_version_is_refused_with_what_to_do(tmp_path: Path) -> None:
    session = _session()
    problems = _heard(session.problems_found)
    rows = "".join(f"u{i},{int(i % 3 > 0)}\n" for i in range(60))
    session.import_results([_write(tmp_path / "only.csv", f"id,done\n{rows}")])
    wait_for(lambda: bool(problems), seconds=30)
    assert "only one version" in problems[0][0][0].text
    assert problems[0][0][0].hint
    assert not session.document.is_open


def test_that_a_cancelled_import_leaves_what_was_open(tmp_path: Path) -> None:
    document = open_story()
    session = _session(document)
    project = document.project
    session.import_results([_write(tmp_path / "before.csv", BEFORE), _write(tmp_path / "after.csv", AFTER)])
    assert session.is_busy
    session.cancel()
    assert not session.is_busy
    assert document.project is project


def test_that_saving_writes_the_file_and_takes_the_unsaved_mark_away(tmp_path: Path) -> None:
    document = open_story()
    session = _session(document)
    document.edit(document.project.change(title="Renamed"), "Rename")
    session.autosave.take_now()
    path = tmp_path / "out.tradeoff"
    assert session.save(path)
    assert not document.is_modified
    assert list_snapshots() == ()
    again = _session()
    opened = _heard(again.opened)
    again.open_project(path)
    wait_for(lambda: bool(opened))
    assert again.document.project.title == "Renamed"


def test_that_a_second_save_needs_no_reopening(tmp_path: Path) -> None:
    document = open_story()
    session = _session(document)
    path = tmp_path / "out.tradeoff"
    assert session.save(path)
    document.edit(document.project.change(title="Twice"), "Rename")
    assert session.save(path)
    assert document.disk_sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def test_that_a_file_changed_by_somebody_else_is_not_overwritten(tmp_path: Path) -> None:
    document = open_story()
    session = _session(document)
    path = tmp_path / "out.tradeoff"
    assert session.save(path)
    theirs = path.read_bytes().replace(b"Support bot", b"Their bot__", 1)
    path.write_bytes(theirs)
    document.edit(document.project.change(title="Mine"), "Rename")
    refused = _heard(session.save_refused)
    assert not session.save(path)
    assert path.read_bytes() == theirs
    assert refused[0][0].code == "changed_on_disk"
    assert document.is_modified


def test_that_a_save_into_a_missing_folder_is_said_and_stays_unsaved(tmp_path: Path) -> None:
    document = open_story()
    session = _session(document)
    document.edit(document.project.change(title="Mine"), "Rename")
    refused = _heard(session.save_refused)
    assert not session.save(tmp_path / "nowhere" / "out.tradeoff")
    assert refused[0][0].code == "not_written"
    assert document.is_modified


def test_that_unsaved_work_can_be_recovered() -> None:
    document = open_story()
    session = _session(document)
    document.edit(document.project.change(title="Half done"), "Rename")
    session.autosave.take_now()
    other = _session()
    opened = _heard(other.opened)
    other.recover(list_snapshots()[0])
    wait_for(lambda: bool(opened))
    assert other.document.project.title == "Half done"
    assert other.document.is_modified
    assert len(list_snapshots()) == 1, "it stays put aside until it is saved"


def test_that_before_and_after_can_be_exchanged_and_back() -> None:
    document = open_story()
    session = _session(document)
    before = document.outcome.effect("task_done")
    session.swap_versions()
    turned = document.outcome.effect("task_done")
    session.swap_versions()
    again = document.outcome.effect("task_done")
    assert before is not None
    assert turned is not None
    assert again is not None
    assert before.difference is not None
    assert turned.difference == pytest.approx(-before.difference)
    assert again.difference == before.difference
