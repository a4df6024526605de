"""Segments that were defined once and may be used again in other projects: named rules, kept on this computer."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tradeoff_app.app.own_files import read_json, write_json
from tradeoff_app.model.segment import Segment
from tradeoff_app.storage.places import data_folder

FILE = "saved_segments.json"


class SavedSegments:
    """Definitions by name, in the order of their names."""

    def __init__(self, folder: Path | None = None) -> None:
        self._path = (folder or data_folder()) / FILE
        stored = read_json(self._path).get("segments", {})
        items = stored.items() if isinstance(stored, dict) else ()
        self._rules = {name: rule for name, entry in items if (rule := _read(entry))}

    def fitting(self, dimensions: Mapping[str, Any]) -> list[Segment]:
        """The definitions whose columns are all among these."""
        return [
            Segment(id=name, label=name, where=rule)
            for name, rule in sorted(self._rules.items())
            if all(column in dimensions for column in rule)
        ]

    def save(self, segment: Segment) -> None:
        """Keep a definition under the segment's name; one of the same name is replaced."""
        self._rules[segment.name] = {name: tuple(values) for name, values in segment.where.items()}
        self._store()

    def forget(self, name: str) -> None:
        """Drop a definition; segments that were made of it stay where they are."""
        if self._rules.pop(name, None) is not None:
            self._store()

    def _store(self) -> None:
        write_json(self._path, {"segments": self._rules})


def _read(entry: Any) -> dict[str, tuple[str, ...]] | None:
    """A rule of the list; None where it is not one."""
    if not isinstance(entry, dict) or not entry:
        return None
    rule = {name: tuple(values) for name, values in entry.items() if isinstance(values, list) and values}
    is_text = all(isinstance(value, str) for values in rule.values() for value in values)
    return rule if len(rule) == len(entry) and is_text else None
