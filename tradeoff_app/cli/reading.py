"""Result files for the command line: read in the killable worker, with progress on a terminal and a clean Ctrl-C."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tradeoff_app.analysis.observations import Observations
from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.readers import inspect_files, open_files, preview_file


def read_observations(paths: Sequence[Path], mapping: ColumnMapping) -> Observations:
    """The rows of all files; raises ReadError."""
    return open_files(paths, mapping)


def inspect(paths: Sequence[Path], mapping: ColumnMapping) -> dict[str, Any]:
    """The inspect document; raises ReadError."""
    return inspect_files(paths, mapping)


def preview(path: Path, mapping: ColumnMapping) -> dict[str, Any]:
    """The preview of one file; never raises for what is in the file."""
    return preview_file(path, mapping)
