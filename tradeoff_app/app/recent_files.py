"""The files that were open lately, with the verdict they had; pinned ones stay on top."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tradeoff_app.app.own_files import read_json, write_json
from tradeoff_app.storage.places import data_folder

FILE = "recent_files.json"
MOST = 12


@dataclass(frozen=True)
class RecentFile:
    """A project file as it was left: its title, recommendation, the words for it, and when."""

    path: str
    title: str
    recommendation: str = ""
    verdict: str = ""
    opened_at: str = ""
    is_pinned: bool = False

    @property
    def is_missing(self) -> bool:
        """Whether the file is gone; a network path is not touched, so it never counts as missing."""
        return not self.path.startswith(("\\\\", "//")) and not Path(self.path).is_file()

    @property
    def when(self) -> datetime | None:
        """When it was open last; None where the list does not say."""
        try:
            return datetime.fromisoformat(self.opened_at)
        except ValueError:
            return None


class RecentFiles:
    """The list, newest first below the pinned ones; at most twelve that are not pinned."""

    def __init__(self, folder: Path | None = None) -> None:
        self._path = (folder or data_folder()) / FILE
        self._files = [found for found in map(_read, read_json(self._path).get("files", [])) if found is not None]

    def files(self) -> list[RecentFile]:
        """Pinned ones first, then by time."""
        return sorted(self._files, key=lambda file: (file.is_pinned, file.opened_at), reverse=True)

    def note(self, path: Path, title: str, recommendation: str = "", verdict: str = "") -> None:
        """Put a file on top, with what is known about it now."""
        said = str(path.absolute())
        known = next((file for file in self._files if file.path == said), None)
        entry = RecentFile(
            said, title, recommendation, verdict, datetime.now(UTC).isoformat(), known is not None and known.is_pinned
        )
        self._files = [entry, *(file for file in self._files if file.path != said)]
        self._store()

    def pin(self, path: str, *, is_pinned: bool) -> None:
        """Keep a file on top, or let it age."""
        self._files = [replace(f, is_pinned=is_pinned) if f.path == path else f for f in self._files]
        self._store()

    def remove(self, path: str) -> None:
        """Take a file off the list; the file itself stays."""
        self._files = [file for file in self._files if file.path != path]
        self._store()

    def _store(self) -> None:
        pinned = [file for file in self._files if file.is_pinned]
        others = sorted((f for f in self._files if not f.is_pinned), key=lambda f: f.opened_at, reverse=True)[:MOST]
        self._files = [*pinned, *others]
        write_json(self._path, {"files": [asdict(file) for file in self._files]})


def _read(entry: Any) -> RecentFile | None:
    """An entry of the list; None where it is not one."""
    if not isinstance(entry, dict) or not isinstance(entry.get("path"), str):
        return None
    texts = {name: str(entry.get(name, "")) for name in ("path", "title", "recommendation", "verdict", "opened_at")}
    return RecentFile(**texts, is_pinned=entry.get("is_pinned") is True)
