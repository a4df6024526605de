"""What the user prefers on this computer: readable JSON in the config folder."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any, Literal

from tradeoff_app.app.own_files import config_folder, read_json, write_json

FILE = "preferences.json"


@dataclass(frozen=True)
class Preferences:
    """Scheme of the window, contrast, its language (a code or "system"), the folder that files came from last."""

    scheme: Literal["light", "dark", "system"] = "system"
    has_high_contrast: bool = False
    language: str = "system"
    last_folder: str = ""


class PreferenceStore:
    """Holds the preferences and keeps the file in step; unknown entries of later versions stay in it."""

    def __init__(self, folder: Path | None = None) -> None:
        self._path = (folder or config_folder()) / FILE
        self._stored = read_json(self._path)
        self.value = _read(self._stored)

    def change(self, **wanted: Any) -> Preferences:
        """Prefer something else from now on."""
        self.value = replace(self.value, **wanted)
        self._stored |= asdict(self.value)
        write_json(self._path, self._stored)
        return self.value


def _read(stored: dict[str, Any]) -> Preferences:
    """The stored preferences; whatever is not of the right type falls back to the default."""
    base = Preferences()
    taken = {
        field.name: stored[field.name]
        for field in fields(Preferences)
        if type(stored.get(field.name)) is type(getattr(base, field.name))
    }
    if taken.get("scheme") not in ("light", "dark", "system"):
        taken.pop("scheme", None)
    return replace(base, **taken)
