"""How tables were read before, by their header: kept on this computer, used again, forgotten when the user says so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from tradeoff_app.app.own_files import read_json, write_json
from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.storage.places import data_folder

FILE = "known_tables.json"
MOST = 200
NOT_KEPT = ("lookup", "runs", "baseline", "pairing", "errors")
"""What belongs to one comparison, not to a kind of table."""


@dataclass(frozen=True)
class KnownTable:
    """A shape with the mapping that it was read with, the file that it was said for, and when."""

    shape: str
    mapping: ColumnMapping
    file: str
    said_at: str


class KnownTables:
    """The list, newest last; at most 200."""

    def __init__(self, folder: Path | None = None) -> None:
        self._path = (folder or data_folder()) / FILE
        stored = read_json(self._path)
        entries = stored.get("tables", [])
        found = [_read(entry) for entry in entries] if isinstance(entries, list) else []
        self._tables = {table.shape: table for table in found if table is not None}

    def mappings(self) -> Mapping[str, ColumnMapping]:
        """The ways of reading by shape."""
        return {shape: table.mapping for shape, table in self._tables.items()}

    def get(self, shape: str | None) -> KnownTable | None:
        """What is known of tables of this shape."""
        return self._tables.get(shape or "")

    def remember(self, shape: str, mapping: ColumnMapping, file: str) -> None:
        """Read tables of this shape like this from now on; nothing said means: forget it."""
        kept = kept_part(mapping)
        if kept == ColumnMapping():
            self.forget(shape)
            return
        self._tables.pop(shape, None)
        self._tables[shape] = KnownTable(shape, kept, file, datetime.now(UTC).isoformat(timespec="seconds"))
        self._store()

    def forget(self, shape: str) -> None:
        """Read tables of this shape as if nothing had been said."""
        if self._tables.pop(shape, None) is not None:
            self._store()

    def find(self, mapping: ColumnMapping) -> KnownTable | None:
        """The entry that says the same about columns."""
        kept = kept_part(mapping)
        return next((table for table in self._tables.values() if table.mapping == kept), None)

    def _store(self) -> None:
        tables = list(self._tables.values())[-MOST:]
        entries = [
            {
                "shape": table.shape,
                "file": table.file,
                "said_at": table.said_at,
                "mapping": table.mapping.model_dump(mode="json", exclude_defaults=True),
            }
            for table in tables
        ]
        write_json(self._path, {"tables": entries})


def kept_part(mapping: ColumnMapping) -> ColumnMapping:
    """What a mapping says about a kind of table, without what belongs to one comparison."""
    said = {name: getattr(mapping, name) for name in ColumnMapping.model_fields if name not in NOT_KEPT}
    return ColumnMapping(**said)


def _read(entry: Any) -> KnownTable | None:
    """An entry of the list; None where it is not one."""
    if not isinstance(entry, dict) or not isinstance(entry.get("shape"), str):
        return None
    try:
        mapping = ColumnMapping.model_validate(entry.get("mapping", {}), strict=False)
    except ValidationError:
        return None
    return KnownTable(entry["shape"], mapping, str(entry.get("file", "")), str(entry.get("said_at", "")))
