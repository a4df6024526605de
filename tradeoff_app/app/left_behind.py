"""Work that was left behind when the program ended, beside the file that it belongs to: what would come back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from tradeoff_app.app.told import told
from tradeoff_app.colleagues.compare import compare_projects, without_nulls
from tradeoff_app.model.project import Project
from tradeoff_app.storage.errors import StorageError
from tradeoff_app.storage.project_file import StoredProject, read_project
from tradeoff_app.storage.recovery import Snapshot, read_snapshot
from tradeoff_app.wording.speaker import Speaker
from tradeoff_app.wording.typography import typeset

SavedState = Literal["never", "missing", "unreadable", "network", "as_opened", "changed_since"]


@dataclass(frozen=True)
class Change:
    """One input that the unsaved work says differently: `kind` as in a comparison, `text` in words."""

    kind: Literal["changed", "added", "removed"]
    text: str


@dataclass(frozen=True)
class LeftBehind:
    """Unsaved work with what its file holds. `problem` says why the work itself can't be read; None where it can."""

    snapshot: Snapshot
    saved: SavedState
    saved_at: datetime | None = None
    changes: tuple[Change, ...] = ()
    problem: str | None = None


def look_at(snapshots: Sequence[Snapshot], language: str) -> tuple[LeftBehind, ...]:
    """Each snapshot compared with its saved file; never raises, because nobody could answer."""
    return tuple(_look_at(snapshot, language) for snapshot in snapshots)


def changes_in_words(saved: Project, recovered: Project, language: str) -> tuple[Change, ...]:
    """What the recovered project says differently from the saved one, in the words of the one that has the item."""
    before, after = Speaker(saved, language), Speaker(recovered, language)
    told = []
    for found in compare_projects(saved, recovered):
        values = without_nulls(found.mine), without_nulls(found.theirs)
        speaker = after if found.kind == "added" else before
        if found.kind == "changed":
            text = speaker.difference(found.item, *values)
        else:
            text = speaker.item(found.item, values[found.kind == "added"])
        told.append(Change(found.kind, typeset(text)))
    return tuple(told)


def _look_at(snapshot: Snapshot, language: str) -> LeftBehind:
    try:
        recovered = read_snapshot(snapshot.path)
    except StorageError as damage:
        return LeftBehind(snapshot, "never", problem=told(damage.cause))
    origin = snapshot.origin
    if origin is None:
        return LeftBehind(snapshot, "never")
    stored = _read_saved(origin)
    if not isinstance(stored, StoredProject):
        return LeftBehind(snapshot, stored)
    is_same = stored.head.file_sha256 == snapshot.origin_sha256
    changes = changes_in_words(stored.project, recovered.project, language)
    return LeftBehind(snapshot, "as_opened" if is_same else "changed_since", _saved_at(origin), changes)


def _read_saved(origin: Path) -> StoredProject | Literal["missing", "unreadable", "network"]:
    if str(origin).startswith(("\\\\", "//")):  # a network path is never touched unasked
        return "network"
    if not origin.is_file():
        return "missing"
    try:
        return read_project(origin)
    except StorageError:
        return "unreadable"


def _saved_at(path: Path) -> datetime | None:
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except OSError:
        return None
