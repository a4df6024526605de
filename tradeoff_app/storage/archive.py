"""A project with its rows in one ZIP for handing over; members are read by name, checked by hash, never extracted."""

from __future__ import annotations

import hashlib
import io
import json
import lzma
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from tradeoff_app.analysis.observations import Observations
from tradeoff_app.analysis.table import EvidenceSource
from tradeoff_app.model.project import Project
from tradeoff_app.storage import atomic
from tradeoff_app.storage.columns import ColumnError
from tradeoff_app.storage.errors import ChangedOnDisk, StorageError
from tradeoff_app.storage.history_copies import keep_copy
from tradeoff_app.storage.project_document import (
    DAMAGED,
    DAMAGED_HINT,
    Head,
    StoredProject,
    read_document,
    write_document,
)
from tradeoff_app.storage.rows_block import decode_rows, encode_rows
from tradeoff_app.storage.strict_json import JsonError, read_object

PROJECT = "project.tradeoff"
MANIFEST = "manifest.json"
MEMBER_LIMIT = 256 * 2**20
MEMBER_COUNT_LIMIT = 2_000
TOTAL_LIMIT = 512 * 2**20
FIXED_TIME = (1980, 1, 1, 0, 0, 0)
"""The same project gives the same bytes, whatever the clock says."""

UNPACKING_FAILURES = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)
"""What zipfile raises for damaged, encrypted (RuntimeError) and lying archives (ValueError: a negative offset)."""


@dataclass(frozen=True)
class ArchivedProject:
    """What an archive holds: the project as in its own file, and the rows that its evidence was made of."""

    stored: StoredProject
    observations: Observations


def write_archive(
    path: Path,
    project: Project,
    source: EvidenceSource,
    observations: Observations,
    expected_sha256: str | None = None,
    head: Head | None = None,
) -> Head:
    """Write project and rows to one file; its new head, whose `file_sha256` is expected at the next save.

    `expected_sha256` is the hash of the archive as it was opened: another one on disk raises ChangedOnDisk. `head` is
    that of the version this one follows. Raises StorageError and leaves what was there.
    """
    _check_unchanged(path, expected_sha256)
    data, written = write_document(project, source, replace((head or Head(project.id)).next(), project_id=project.id))
    members = {PROJECT: data, **encode_rows(observations)}
    hashes = {name: hashlib.sha256(content).hexdigest() for name, content in members.items()}
    manifest = json.dumps({"members": hashes}, indent=1, sort_keys=True).encode()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {MANIFEST: manifest, **members}.items():
            entry = zipfile.ZipInfo(name, FIXED_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    warnings = _keep_earlier(path)
    atomic.write(path, buffer.getvalue())
    return replace(written, file_sha256=hashlib.sha256(buffer.getvalue()).hexdigest(), warnings=warnings)


def _check_unchanged(path: Path, expected_sha256: str | None) -> None:
    """Raises ChangedOnDisk where the file is there and is not the one that was opened."""
    if expected_sha256 is None:
        return
    try:
        found = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return  # what is gone can't be overwritten; what can't be read is said by the writing
    if found != expected_sha256:
        raise ChangedOnDisk(path.name)


def _keep_earlier(path: Path) -> tuple[str, ...]:
    """Put the archive that is about to be replaced aside; where that fails it is said, and does not stop the save."""
    try:
        before = path.read_bytes()
        head = read_archive(before, path.name).stored.head
        keep_copy(before, head.project_id, head.revision, head.file_sha256)
    except FileNotFoundError:
        return ()
    except StorageError as failure:
        return () if failure.code != "not_written" else (f"the earlier version could not be kept aside ({failure})",)
    except OSError as failure:
        return (f"the earlier version could not be kept aside ({failure})",)
    return ()


def read_archive(data: bytes, file: str) -> ArchivedProject:
    """Project and rows; raises StorageError where any member is not what the manifest says."""
    try:
        members = _read_members(data, file)
    except UNPACKING_FAILURES as failure:
        raise StorageError("damaged", file, "archive", "it can't be unpacked", DAMAGED_HINT) from failure
    _check_hashes(members, file)
    stored = read_document(members[PROJECT], file)
    stored = replace(stored, head=replace(stored.head, file_sha256=hashlib.sha256(data).hexdigest()))
    try:
        return ArchivedProject(stored, decode_rows(members))
    except ColumnError as failure:
        raise StorageError("damaged", file, "rows", str(failure), DAMAGED_HINT) from failure


def _read_members(data: bytes, file: str) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = archive.infolist()
        if PROJECT not in archive.namelist() or MANIFEST not in archive.namelist():
            raise StorageError("not_a_project", file, "archive", "it is a ZIP file without a Tradeoff project")
        if len(entries) > MEMBER_COUNT_LIMIT or len({entry.filename for entry in entries}) != len(entries):
            raise StorageError(
                "damaged", file, "archive", "it has too many members, or one of them twice", DAMAGED_HINT
            )
        members: dict[str, bytes] = {}
        left = TOTAL_LIMIT
        for entry in entries:
            members[entry.filename] = _read_member(archive, entry, file, left)
            left -= len(members[entry.filename])
        return members


def _read_member(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, file: str, left: int) -> bytes:
    """At most MEMBER_LIMIT bytes, and what is `left` of TOTAL_LIMIT, whatever the directory claims."""
    limit = min(MEMBER_LIMIT, left)
    with archive.open(entry) as stream:
        content = stream.read(limit + 1)
    if len(content) > limit:
        stated = MEMBER_LIMIT if limit == MEMBER_LIMIT else TOTAL_LIMIT
        what = "it unpacks" if limit == MEMBER_LIMIT else "the archive unpacks"
        raise StorageError("damaged", file, entry.filename, f"{what} to more than {stated // 2**20} MB", DAMAGED_HINT)
    return content


def _check_hashes(members: Mapping[str, bytes], file: str) -> None:
    try:
        stated = read_object(members[MANIFEST]).get("members")
    except JsonError as failure:
        raise StorageError("damaged", file, MANIFEST, DAMAGED, DAMAGED_HINT) from failure
    found = {name: hashlib.sha256(content).hexdigest() for name, content in members.items() if name != MANIFEST}
    if stated != found:
        raise StorageError("damaged", file, MANIFEST, DAMAGED, DAMAGED_HINT)
