"""Unsaved work that survives a crash: decisions in a snapshot, their evidence once beside it, in our own folder."""

from __future__ import annotations

import contextlib
import hashlib
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from tradeoff_app.analysis.table import EvidenceSource
from tradeoff_app.model.project import Project
from tradeoff_app.storage import atomic, evidence_block
from tradeoff_app.storage.columns import ColumnError
from tradeoff_app.storage.errors import StorageError
from tradeoff_app.storage.item_order import note_order, restore_order
from tradeoff_app.storage.places import recovery_folder, safe_name
from tradeoff_app.storage.project_document import DAMAGED, content_sha256
from tradeoff_app.storage.project_file import read_bytes
from tradeoff_app.storage.strict_json import JsonError, read_object

SUFFIX = ".snapshot.json"


@dataclass(frozen=True)
class Snapshot:
    """What is known of unsaved work before it is read: which project, which file it belongs to, and when."""

    path: Path
    title: str
    origin: Path | None
    origin_sha256: str | None
    taken_at: datetime


@dataclass(frozen=True)
class Recovered:
    """Unsaved work as it was at the snapshot."""

    project: Project
    evidence_source: EvidenceSource
    snapshot: Snapshot


class SnapshotWriter:
    """Writes the snapshots of one open document; the evidence only when it is another than last time."""

    def __init__(self, document_id: str) -> None:
        self._document_id = safe_name(document_id)
        self._evidence: tuple[EvidenceSource, str] | None = None

    def write(self, project: Project, source: EvidenceSource, origin: Path | None, origin_sha256: str | None) -> Path:
        """Store the decisions as they are now; raises StorageError where even our own folder can't be written."""
        folder = _folder()
        document: dict[str, Any] = {
            "evidence_sha256": self._keep_evidence(folder, source, project),
            "order": note_order(project),
            "origin": None if origin is None else str(origin),
            "origin_sha256": origin_sha256,
            "project": project.model_dump(mode="json"),
            "taken_at": datetime.now(UTC).isoformat(),
        }
        document["content_sha256"] = content_sha256(document, project.title)
        path = folder / f"{self._document_id}{SUFFIX}"
        atomic.write(path, _text(document))
        return path

    def remove(self) -> None:
        """Forget the snapshot: the work is saved, or was given up on purpose."""
        remove_snapshot(recovery_folder() / f"{self._document_id}{SUFFIX}")
        self._evidence = None

    def _keep_evidence(self, folder: Path, source: EvidenceSource, project: Project) -> str:
        known = self._evidence
        if known is not None and known[0] is source and _evidence_path(folder, known[1]).exists():
            return known[1]
        text = _text(evidence_block.encode(source, project))
        digest = hashlib.sha256(text).hexdigest()
        path = _evidence_path(folder, digest)
        if not path.exists():
            atomic.write(path, text)
        self._evidence = (source, digest)
        return digest


def list_snapshots() -> tuple[Snapshot, ...]:
    """All unsaved work that was left behind, newest first; what can't be read is left out."""
    folder = recovery_folder()
    found = []
    for path in folder.glob(f"*{SUFFIX}") if folder.is_dir() else ():
        with contextlib.suppress(StorageError):
            found.append(_describe(path, _read_snapshot(path)))
    return tuple(sorted(found, key=lambda snapshot: snapshot.taken_at, reverse=True))


def read_snapshot(path: Path) -> Recovered:
    """The unsaved work; raises StorageError."""
    document = _read_snapshot(path)
    try:
        ordered = restore_order(document["project"], document["order"])
        project = Project.model_validate_json(json.dumps(ordered, allow_nan=False))
        source = evidence_block.decode(_read_evidence(path.parent, document["evidence_sha256"]))
    except (ValidationError, ColumnError, KeyError) as failure:
        raise StorageError("damaged", path.name, "snapshot", DAMAGED) from failure
    return Recovered(project, source, _describe(path, document))


def remove_snapshot(path: Path) -> None:
    """Delete one snapshot, and evidence that no other snapshot needs; never raises."""
    with contextlib.suppress(OSError):
        path.unlink()
    with contextlib.suppress(OSError):
        needed = {_needed_evidence(other) for other in path.parent.glob(f"*{SUFFIX}")}
        for stored in path.parent.glob("*.evidence.json"):
            if stored.name.removesuffix(".evidence.json") not in needed:
                stored.unlink()


def _folder() -> Path:
    folder = recovery_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as failure:
        raise StorageError("not_written", folder.name, str(folder.parent), "the folder can't be made") from failure
    return folder


def _evidence_path(folder: Path, digest: str) -> Path:
    return folder / f"{digest}.evidence.json"


def _text(document: dict[str, Any]) -> bytes:
    return (json.dumps(document, ensure_ascii=False, allow_nan=False, sort_keys=True) + "\n").encode()


def _needed_evidence(path: Path) -> str | None:
    try:
        return str(_read_snapshot(path)["evidence_sha256"])
    except (StorageError, KeyError):
        return None


def _read_snapshot(path: Path) -> dict[str, Any]:
    try:
        document = read_object(read_bytes(path))
    except JsonError as failure:
        raise StorageError("damaged", path.name, failure.place, DAMAGED) from failure
    if document.get("content_sha256") != content_sha256(document, path.name):
        raise StorageError("damaged", path.name, "content_sha256", DAMAGED)
    return document


def _read_evidence(folder: Path, digest: str) -> dict[str, Any]:
    path = _evidence_path(folder, safe_name(digest))
    data = read_bytes(path)
    if hashlib.sha256(data).hexdigest() != digest:
        raise StorageError("damaged", path.name, "file", DAMAGED)
    try:
        return read_object(data)
    except JsonError as failure:
        raise StorageError("damaged", path.name, failure.place, DAMAGED) from failure


def _describe(path: Path, document: dict[str, Any]) -> Snapshot:
    origin = document.get("origin")
    try:
        taken_at = datetime.fromisoformat(str(document.get("taken_at")))
    except ValueError as failure:
        raise StorageError("damaged", path.name, "taken_at", DAMAGED) from failure
    return Snapshot(
        path=path,
        title=str(document.get("project", {}).get("title", "")),
        origin=Path(origin) if isinstance(origin, str) else None,
        origin_sha256=document.get("origin_sha256"),
        taken_at=taken_at,
    )
