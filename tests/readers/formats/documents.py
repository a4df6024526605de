"""What the tests of the formats share: files written as tools write them, and the document that is read from them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.readers.samples import SHARED, write
from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.readers import ReadError, inspect_files

FORMATS = SHARED / "formats"


def lines(folder: Path, name: str, records: Sequence[Any]) -> Path:
    """JSON lines of these records."""
    return write(folder, name, "".join(json.dumps(record) + "\n" for record in records))


def document(folder: Path, name: str, value: Any) -> Path:
    """One JSON document."""
    return write(folder, name, json.dumps(value))


def comma_table(folder: Path, name: str, rows: Sequence[Mapping[str, Any]]) -> Path:
    """A CSV as the csv module writes it; nested cells as JSON, None empty."""
    stream = io.StringIO()
    writer = csv.DictWriter(stream, list(rows[0]))
    writer.writeheader()
    for row in rows:
        writer.writerow({key: json.dumps(cell) if isinstance(cell, dict | list) else cell for key, cell in row.items()})
    return write(folder, name, stream.getvalue())


def inspect(*paths: Path, **choices: Any) -> dict[str, Any]:
    """The inspect document, which holds no NaN."""
    found = inspect_files(paths, ColumnMapping(**choices))
    json.dumps(found, allow_nan=False)
    return found


def refusal(*paths: Path) -> str:
    """The sentence with which files are refused."""
    with pytest.raises(ReadError) as caught:
        inspect_files(paths)
    assert "layout that is not known" not in caught.value.sentence
    assert paths[0].name in caught.value.sentence
    return caught.value.sentence


def codes(found: Mapping[str, Any]) -> set[str]:
    """The codes of all problems."""
    return {problem["code"] for problem in found["problems"]}


def mean(found: Mapping[str, Any], metric: str, arm: str = "before") -> float:
    """The mean over units of one metric."""
    value = found["metrics"][metric][arm]["mean"]
    assert isinstance(value, float)
    return value
