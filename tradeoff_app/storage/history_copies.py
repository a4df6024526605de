"""Earlier versions of saved projects, kept in the program's own folder and thinned out as they age."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tradeoff_app.storage import atomic
from tradeoff_app.storage.places import history_folder, safe_name

STAMP = "%Y%m%dT%H%M%S%fZ"
SIZE_LIMIT = 200 * 2**20
KEEP_ALL = timedelta(days=2)
PERIODS = ((timedelta(days=1), 12), (timedelta(days=7), 10), (timedelta(days=30), 9))
"""How many versions stay beyond the first two days: 12 daily, 10 weekly, 9 monthly ones."""


@dataclass(frozen=True)
class Copy:
    """One earlier version of a project."""

    path: Path
    saved_at: datetime
    revision: int
    sha8: str
    size: int


def keep_copy(data: bytes, project_id: str, revision: int, sha256: str, now: datetime | None = None) -> Path:
    """Store an earlier version and thin out the older ones; raises StorageError where it can't be written."""
    moment = now or datetime.now(UTC)
    folder = history_folder() / safe_name(project_id)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{moment.strftime(STAMP)}-{revision}-{sha256[:8]}.tradeoff"
    if not any(copy.sha8 == sha256[:8] and copy.revision == revision for copy in list_copies(project_id)):
        atomic.write(path, data)
    copies = list_copies(project_id)
    for copy in copies:
        if copy not in select_kept(copies, moment):
            with contextlib.suppress(OSError):
                copy.path.unlink()
    return path


def list_copies(project_id: str) -> tuple[Copy, ...]:
    """The stored versions of a project, newest first."""
    folder = history_folder() / safe_name(project_id)
    found = [_read_name(path) for path in folder.glob("*.tradeoff")] if folder.is_dir() else []
    return tuple(sorted((copy for copy in found if copy), key=lambda copy: copy.saved_at, reverse=True))


def select_kept(copies: Iterable[Copy], now: datetime, size_limit: int = SIZE_LIMIT) -> tuple[Copy, ...]:
    """The versions that stay: all of two days, then one a day, a week, a month; the newest within the size limit."""
    newest_first = sorted(copies, key=lambda copy: copy.saved_at, reverse=True)
    kept = [copy for copy in newest_first if now - copy.saved_at <= KEEP_ALL]
    older = [copy for copy in newest_first if now - copy.saved_at > KEEP_ALL]
    for period, count in PERIODS:
        chosen: dict[int, Copy] = {}
        for copy in older:
            chosen.setdefault((now - copy.saved_at) // period, copy)
        kept += [copy for copy in list(chosen.values())[:count] if copy not in kept]
    total = 0
    within: list[Copy] = []
    for copy in sorted(kept, key=lambda copy: copy.saved_at, reverse=True):
        total += copy.size
        if total <= size_limit or not within:
            within.append(copy)
    return tuple(within)


def _read_name(path: Path) -> Copy | None:
    """What a copy's name says; None for a file that is not one of ours."""
    stamp, _, rest = path.stem.partition("-")
    revision, _, sha8 = rest.rpartition("-")
    try:
        saved_at = datetime.strptime(stamp, STAMP).replace(tzinfo=UTC)
        return Copy(path, saved_at, int(revision), sha8, path.stat().st_size)
    except (ValueError, OSError):
        return None
