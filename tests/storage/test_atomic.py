"""A save leaves the old file or the new one, says what went wrong, and leaves nothing behind."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tradeoff_app.storage import atomic
from tradeoff_app.storage.errors import StorageError

OPERATIONS = ("resolve", "mode", "create", "write", "set_mode", "sync", "close", "replace", "sync_folder")
ERRNOS = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS, errno.EPERM, errno.EDQUOT)


class FailingFiles(atomic.FileOperations):
    """File operations of which the n-th call of one kind fails."""

    def __init__(self, operation: str, nth: int, number: int) -> None:
        self.calls: dict[str, int] = {}
        self._failing, self._nth, self._number = operation, nth, number

    def __getattribute__(self, name: str) -> Any:
        found = super().__getattribute__(name)
        return self._counted(name, found) if name in OPERATIONS else found

    def _counted(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*arguments: Any) -> Any:
            self.calls[name] = self.calls.get(name, 0) + 1
            if name == self._failing and self.calls[name] == self._nth:
                raise OSError(self._number, os.strerror(self._number))
            return call(*arguments)

        return counted


class ShortWrites(FailingFiles):
    """A disk that takes seven bytes at a time."""

    def write(self, descriptor: int, data: memoryview) -> int:
        return os.write(descriptor, data[:7])


@pytest.mark.parametrize("operation", OPERATIONS)
@pytest.mark.parametrize("number", ERRNOS)
def test_that_a_fault_at_any_operation_leaves_old_or_new_and_is_named(
    tmp_path: Path, operation: str, number: int
) -> None:
    path = tmp_path / "p.tradeoff"
    path.write_bytes(b"old")
    with pytest.raises(StorageError) as caught:
        atomic.write(path, b"new and longer", FailingFiles(operation, 1, number))
    assert path.read_bytes() in (b"old", b"new and longer")
    assert (path.read_bytes() == b"old") == (operation != "sync_folder")
    assert [entry.name for entry in tmp_path.iterdir() if entry.name != "appdata"] == ["p.tradeoff"]
    assert caught.value.code == "not_written"
    assert os.strerror(number) in caught.value.cause
    assert caught.value.hint


@pytest.mark.parametrize("nth", [1, 2, 3, 4])
def test_that_a_disk_that_fills_up_in_the_middle_keeps_the_old_file(tmp_path: Path, nth: int) -> None:
    path = tmp_path / "p.tradeoff"
    path.write_bytes(b"old")
    with pytest.raises(StorageError, match="No space left"):
        atomic.write(path, b"x" * 24, ShortWrites("write", nth, errno.ENOSPC))
    assert path.read_bytes() == b"old"
    assert len(list(tmp_path.glob(".tradeoff-*"))) == 0


def test_that_everything_is_written_although_the_disk_takes_it_in_pieces(tmp_path: Path) -> None:
    atomic.write(tmp_path / "p", b"x" * 100, ShortWrites("write", 99, errno.ENOSPC))
    assert (tmp_path / "p").read_bytes() == b"x" * 100


def test_that_data_reaches_the_disk_before_the_name_changes(tmp_path: Path) -> None:
    order: list[str] = []

    class Recording(atomic.FileOperations):
        def sync(self, _descriptor: int) -> None:
            order.append("sync")

        def replace(self, source: Path, target: Path) -> None:
            order.append("replace")
            super().replace(source, target)

        def sync_folder(self, _folder: Path) -> None:
            order.append("sync_folder")

    atomic.write(tmp_path / "p", b"x", Recording())
    assert order == ["sync", "replace", "sync_folder"]


@pytest.mark.skipif(sys.platform == "win32", reason="permission bits and links are those of POSIX")
def test_that_permissions_and_links_stay_as_they_were(tmp_path: Path) -> None:
    target, link = tmp_path / "shared" / "p", tmp_path / "link"
    target.parent.mkdir()
    target.write_bytes(b"old")
    target.chmod(0o640)
    link.symlink_to(target)
    atomic.write(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert target.stat().st_mode & 0o777 == 0o640


def test_that_windows_sharing_errors_are_waited_for_and_then_told(tmp_path: Path) -> None:
    waits: list[float] = []

    class HeldForAMoment(atomic.FileOperations):
        waits_for_sharing = True
        holds = 3

        def replace(self, source: Path, target: Path) -> None:
            if self.holds:
                self.holds -= 1
                raise PermissionError(errno.EACCES, "used by another process")
            super().replace(source, target)

        def sleep(self, seconds: float) -> None:
            waits.append(seconds)

    atomic.write(tmp_path / "p", b"new", HeldForAMoment())
    assert (tmp_path / "p").read_bytes() == b"new"
    held = HeldForAMoment()
    held.holds = 10**6
    with pytest.raises(StorageError):
        atomic.write(tmp_path / "p", b"newer", held)
    assert sum(waits) == pytest.approx(2.0, abs=0.3)
    assert (tmp_path / "p").read_bytes() == b"new"


def test_that_an_interrupted_save_leaves_no_temporary_file(tmp_path: Path) -> None:
    class Interrupted(atomic.FileOperations):
        def sync(self, _descriptor: int) -> None:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        atomic.write(tmp_path / "p", b"new", Interrupted())
    assert not list(tmp_path.glob(".tradeoff-*"))


def test_that_a_missing_folder_is_said_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(StorageError) as caught:
        atomic.write(tmp_path / "nowhere" / "p", b"x")
    assert "create it" in caught.value.hint


def test_that_sweeping_removes_old_leftovers_and_nothing_else(tmp_path: Path) -> None:
    leftover, fresh, other = (tmp_path / name for name in (".tradeoff-1.tmp", ".tradeoff-2.tmp", "mine.tmp"))
    for path in (leftover, fresh, other):
        path.write_bytes(b"")
    os.utime(leftover, (0, 0))
    os.utime(other, (0, 0))
    assert atomic.sweep(tmp_path) == 1
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == [".tradeoff-2.tmp", "mine.tmp"]
    assert atomic.sweep(tmp_path / "nowhere") == 0


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_that_a_pipe_or_a_device_is_never_replaced_by_a_file(tmp_path: Path) -> None:
    pipe, link = tmp_path / "pipe.pdf", tmp_path / "link.pdf"
    os.mkfifo(pipe)
    link.symlink_to(pipe)
    for path in (pipe, link):
        with pytest.raises(StorageError) as caught:
            atomic.write(path, b"new")
        assert caught.value.code == "not_written"
    assert pipe.is_fifo()
    assert link.is_symlink()
