"""The shape of a table: its column names as one short hash, by which a way of reading it is found again."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.readers.catalogue import recognise
from tradeoff_app.readers.reader import RawTable, stay_silent
from tradeoff_app.readers.refusal import ReadError, refuse_anything_else
from tradeoff_app.readers.source import Source

LENGTH = 32


def shape_of(tables: Sequence[RawTable]) -> str | None:
    """The shape of what a file holds; None where a tool's own format says by itself what its columns are."""
    if not tables or tables[0].is_native:
        return None
    return hash_names([column.name for column in tables[0].columns])


def hash_names(names: Sequence[str]) -> str:
    """SHA-256 over the names in their order, the first 32 digits."""
    return hashlib.sha256("\x1f".join(names).encode("utf-8", "replace")).hexdigest()[:LENGTH]


def read_shape(path: Path) -> str | None:
    """The shape of a file as it is read when nothing was said about it; None where it can't be read that way."""
    try:
        with refuse_anything_else(path.name):
            source = Source(path)
            return shape_of(recognise(source).read(source, ColumnMapping(), stay_silent))
    except ReadError:
        return None
