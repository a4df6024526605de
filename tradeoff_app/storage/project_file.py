"""Opens and saves project files: what was opened is never overwritten unseen, and what is saved reads back equal."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from tradeoff_app.analysis.observations import Observations
from tradeoff_app.analysis.table import EvidenceSource
from tradeoff_app.model.project import Project
from tradeoff_app.storage import atomic
from tradeoff_app.storage.errors import ChangedOnDisk, StorageError
from tradeoff_app.storage.history_copies import keep_copy
from tradeoff_app.storage.project_document import Head, StoredProject, read_document, write_document

__all__ = ["ChangedOnDisk", "Head", "StorageError", "StoredProject", "file_sha256", "read_project", "write_project"]


def read_project(path: Path) -> StoredProject:
    """The project in a file; raises StorageError."""
    return read_with_rows(path)[0]


def read_with_rows(path: Path) -> tuple[StoredProject, Observations | None]:
    """The project in a file, and its rows where they travel inside; raises StorageError."""
    if path.suffix.lower() == ".tradeoffp":
        cause = "it is protected by a passphrase, which this version can't open"
        raise StorageError("protected", path.name, "file", cause, "Ask for an unprotected copy")
    data = read_bytes(path)
    if data.startswith(b"PK\x03\x04"):
        from tradeoff_app.storage.archive import read_archive

        archived = read_archive(data, path.name)
        return archived.stored, archived.observations
    return read_document(data, path.name), None


def write_project(
    path: Path,
    project: Project,
    evidence_source: EvidenceSource,
    expected_sha256: str | None = None,
    head: Head | None = None,
    files: atomic.FileOperations = atomic.REAL_FILES,
) -> Head:
    """Save a project; its new head, whose `file_sha256` is expected at the next save.

    `expected_sha256` is the hash of the file as it was opened: another one on disk raises ChangedOnDisk. `head` is that
    of the version this one follows, by default the one on disk. Raises StorageError and leaves the old file.
    """
    before = read_bytes(path) if _is_file(path) else None
    if before is not None and expected_sha256 not in (None, hashlib.sha256(before).hexdigest()):
        raise ChangedOnDisk(path.name)
    old = _head_on_disk(before, path)
    own = old if old is not None and old.project_id == project.id else None
    following = (head or own or Head(project.id)).next()
    data, new_head = write_document(project, evidence_source, replace(following, project_id=project.id))
    warnings = _keep_earlier(before, old) if before is not None and old is not None else ()
    atomic.write(path, data, files)
    return replace(new_head, warnings=warnings)


def file_sha256(path: Path) -> str | None:
    """The hash of what is on disk now; None where there is no file. The window compares it while a project is open."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return None


def read_bytes(path: Path) -> bytes:
    """The bytes of a file; raises StorageError with the reason in words."""
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            raise StorageError("not_readable", path.name, str(path.parent), "it is a device or a pipe, not a file")
        return path.read_bytes()
    except FileNotFoundError as failure:
        raise StorageError(
            "not_found", path.name, _folder(path), "there is no such file", "Check its name and folder"
        ) from failure
    except IsADirectoryError as failure:
        raise StorageError("not_readable", path.name, str(path.parent), "it is a folder, not a file") from failure
    except OSError as failure:
        cause = f"it can't be read ({failure.strerror or type(failure).__name__})"
        raise StorageError("not_readable", path.name, str(path.parent), cause) from failure


def _is_file(path: Path) -> bool:
    """Whether there is a file; a name that the system refuses (too long, no access) is none, as writing will say."""
    try:
        return path.is_file()
    except OSError:
        return False


def _folder(path: Path) -> str:
    """The folder as a place to name; nothing for the current one."""
    return "" if path.parent == Path() else str(path.parent)


def _head_on_disk(before: bytes | None, path: Path) -> Head | None:
    """The head of the project at this place: an earlier version of the same, or another that is about to go."""
    if before is None:
        return None
    try:
        return read_document(before, path.name).head
    except StorageError:
        return None


def _keep_earlier(before: bytes, old: Head) -> tuple[str, ...]:
    """Put the version on disk aside; a full or missing data folder is said, but does not stop the save."""
    try:
        keep_copy(before, old.project_id, old.revision, old.file_sha256)
    except (StorageError, OSError) as failure:
        return (f"the earlier version could not be kept aside ({failure})",)
    return ()
