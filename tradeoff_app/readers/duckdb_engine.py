"""A DuckDB in memory that may open one file and nothing else: no extensions, no files of its own, a bound on memory."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb

SETTINGS = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
    "allow_unsigned_extensions": "false",
    "temp_directory": "",
    "memory_limit": "1GB",
    "threads": "2",
}
PATTERN_MARKS = frozenset("*?[]")
"""A path with one of these would be read as a pattern for several files."""


@contextmanager
def open_engine(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """An engine that may read this file; `path` is absolute and holds none of PATTERN_MARKS."""
    import duckdb

    with duckdb.connect(":memory:", config=dict(SETTINGS)) as engine:
        engine.execute("SET TimeZone = 'UTC'")
        engine.execute(f"SET allowed_paths = [{quote_text(str(path))}]")
        engine.execute("SET enable_external_access = false")
        engine.execute("SET lock_configuration = true")
        yield engine


def quote_text(text: str) -> str:
    """A text as SQL writes it."""
    return "'" + text.replace("'", "''") + "'"
