"""Unsaved work is found again after a crash, with its evidence, and goes when it is saved."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.storage.small import Small, make_source
from tradeoff_app.storage.errors import StorageError
from tradeoff_app.storage.project_document import is_same_evidence
from tradeoff_app.storage.recovery import SnapshotWriter, list_snapshots, read_snapshot, remove_snapshot


def test_that_unsaved_work_comes_back_with_its_evidence(small: Small, tmp_path: Path) -> None:
    writer = SnapshotWriter("window-1")
    writer.write(small.project, small.source, tmp_path / "p.tradeoff", "abc")
    (snapshot,) = list_snapshots()
    assert (snapshot.title, snapshot.origin, snapshot.origin_sha256) == (
        small.project.title,
        tmp_path / "p.tradeoff",
        "abc",
    )
    found = read_snapshot(snapshot.path)
    assert found.project == small.project
    assert list(found.project.gates) == ["g2", "g1"]
    assert is_same_evidence(found.evidence_source, small.source)


def test_that_evidence_is_stored_once_and_goes_with_the_last_snapshot(small: Small, data_folder: Path) -> None:
    first, second = SnapshotWriter("a"), SnapshotWriter("b")
    for title in ("one", "two"):
        first.write(small.project.change(title=title), small.source, None, None)
    second.write(small.project, make_source(), None, None)
    folder = data_folder / "recovery"
    assert len(list(folder.glob("*.evidence.json"))) == 1
    first.remove()
    assert len(list(folder.glob("*.evidence.json"))) == 1
    second.remove()
    assert list(folder.iterdir()) == []
    second.remove()


def test_that_a_snapshot_that_was_cut_off_is_left_out_and_told_when_asked_for(small: Small) -> None:
    path = SnapshotWriter("a").write(small.project, small.source, None, None)
    path.write_bytes(path.read_bytes()[:-40])
    assert list_snapshots() == ()
    with pytest.raises(StorageError, match="damaged"):
        read_snapshot(path)
    remove_snapshot(path)
    assert not path.exists()


def test_that_missing_evidence_is_told(small: Small, data_folder: Path) -> None:
    path = SnapshotWriter("a").write(small.project, small.source, None, None)
    next((data_folder / "recovery").glob("*.evidence.json")).unlink()
    with pytest.raises(StorageError, match="no such file"):
        read_snapshot(path)


def test_that_nothing_is_listed_where_nothing_was_left() -> None:
    assert list_snapshots() == ()
