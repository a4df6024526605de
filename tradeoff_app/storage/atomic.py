"""A file is replaced whole or not at all, even when the disk is full, the program is killed or the power goes."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import time
from collections.abc import Callable
from pathlib import Path

from tradeoff_app.storage.errors import StorageError

TEMP_PREFIX = ".tradeoff-"
TEMP_SUFFIX = ".tmp"
SHARING_PATIENCE_SECONDS = 2.0

HINTS = {
    errno.ENOSPC: "Free some space on the disk, or save somewhere else",
    errno.EACCES: "Choose a folder that you may write to",
    errno.EPERM: "Choose a folder that you may write to",
    errno.EROFS: "The disk is read-only; save somewhere else",
    errno.ENOENT: "The folder does not exist; create it or choose another",
    errno.ENOTDIR: "The folder does not exist; create it or choose another",
    errno.EISDIR: "That is a folder; give a file name",
}
if hasattr(errno, "EDQUOT"):
    HINTS[errno.EDQUOT] = "Your disk quota is used up; free some space, or save somewhere else"

WRITABLE = 0o222
"""Whoever took all of these away does not want the file replaced, although a new file in its place would work."""

HELD_BY_ANOTHER = (32, 33)
"""Codes of Windows for a file that another program, such as Excel, keeps open or has locked in part."""


class FileOperations:
    """The operations that a save is made of; tests replace them to make the n-th one fail."""

    waits_for_sharing = os.name == "nt"

    def resolve(self, path: Path) -> Path:
        """The file behind a symbolic link, so that the link stays a link."""
        return Path(os.path.realpath(path))

    def mode(self, path: Path) -> int | None:
        """Permission bits of an existing file; None where there is none."""
        try:
            return path.stat().st_mode & 0o7777
        except FileNotFoundError:
            return None

    def is_special(self, path: Path) -> bool:
        """Whether a device or a pipe stands there, whose place no file may take."""
        return path.exists() and not path.is_file() and not path.is_dir()

    def create(self, path: Path, mode: int) -> int:
        """A new file, opened for writing; fails where one exists."""
        flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
        return os.open(path, flags, mode)

    def write(self, descriptor: int, data: memoryview) -> int:
        """Write some of the data; the number of bytes written."""
        return os.write(descriptor, data)

    def set_mode(self, path: Path, mode: int) -> None:
        """Give the new file the old file's permissions."""
        path.chmod(mode)

    def sync(self, descriptor: int) -> None:
        """Bring the data to the disk itself."""
        os.fsync(descriptor)

    def close(self, descriptor: int) -> None:
        """Close the file."""
        os.close(descriptor)

    def replace(self, source: Path, target: Path) -> None:
        """Put the new file in the old one's place in one step."""
        source.replace(target)

    def sync_folder(self, folder: Path) -> None:
        """Bring the new name to the disk; Windows has no such call."""
        if os.name == "nt":
            return
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def remove(self, path: Path) -> None:
        """Delete a file."""
        path.unlink()

    def sleep(self, seconds: float) -> None:
        """Wait before another attempt."""
        time.sleep(seconds)


REAL_FILES = FileOperations()


def write(path: Path, data: bytes, files: FileOperations = REAL_FILES) -> None:
    """Make `path` hold exactly `data`; raises StorageError "not_written" and leaves the old file where it can't."""
    try:
        target = files.resolve(path)
        if files.is_special(target):
            cause = "it can't be written (it is a device or a pipe, not a file)"
            raise StorageError("not_written", path.name, str(path.parent), cause, "Choose another name")
        mode = files.mode(target)
        if mode is not None and not mode & WRITABLE:
            cause = "it can't be written (it is read-only)"
            raise StorageError("not_written", path.name, str(path.parent), cause, "Choose another name")
        temp = target.with_name(f"{TEMP_PREFIX}{secrets.token_hex(8)}{TEMP_SUFFIX}")
        _write_beside(target, temp, data, mode, files)
        files.sync_folder(target.parent)
    except OSError as failure:
        raise _not_written(path, failure) from failure


def sweep(folder: Path, older_than_seconds: float = 3600.0) -> int:
    """Remove what killed saves left in a folder; how many files. Never raises: a folder may be gone or read-only."""
    removed = 0
    with contextlib.suppress(OSError):
        limit = time.time() - older_than_seconds
        for entry in folder.glob(f"{TEMP_PREFIX}*{TEMP_SUFFIX}"):
            with contextlib.suppress(OSError):
                if entry.stat().st_mtime < limit:
                    entry.unlink()
                    removed += 1
    return removed


def _write_beside(target: Path, temp: Path, data: bytes, mode: int | None, files: FileOperations) -> None:
    """Fill the temporary file and put it in place; where any step fails, nothing of it stays."""
    descriptor = files.create(temp, 0o666 if mode is None else 0o600)
    try:
        _fill(descriptor, temp, data, mode, files)
        _replace_patiently(lambda: files.replace(temp, target), files)
    except BaseException:
        with contextlib.suppress(OSError):
            files.remove(temp)
        raise


def _fill(descriptor: int, temp: Path, data: bytes, mode: int | None, files: FileOperations) -> None:
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[files.write(descriptor, rest) :]
        if mode is not None:
            files.set_mode(temp, mode)
        files.sync(descriptor)
    except BaseException:
        with contextlib.suppress(OSError):
            files.close(descriptor)
        raise
    files.close(descriptor)


def _replace_patiently(replace: Callable[[], None], files: FileOperations) -> None:
    """On Windows a sync client or a virus scanner may hold the old file for a moment."""
    waited, pause = 0.0, 0.05
    while True:
        try:
            return replace()
        except PermissionError:
            if not files.waits_for_sharing or waited >= SHARING_PATIENCE_SECONDS:
                raise
            files.sleep(pause)
            waited += pause


def _not_written(path: Path, failure: OSError) -> StorageError:
    if getattr(failure, "winerror", None) in HELD_BY_ANOTHER:
        cause = "another program has it open"
        return StorageError("not_written", path.name, str(path.parent), cause, "Close it there, or save somewhere else")
    cause = f"it can't be written ({failure.strerror or type(failure).__name__})"
    hint = HINTS.get(failure.errno or 0, "The file as it was before is untouched; save somewhere else")
    return StorageError("not_written", path.name, str(path.parent), cause, hint)
