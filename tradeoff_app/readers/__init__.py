"""Evaluation files in, checked rows out: the entry points that the command line and the window call."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.readers.refusal import ReadError

if TYPE_CHECKING:
    from tradeoff_app.analysis.observations import Observations

__all__ = ["PROPOSE_ALL", "ReadError", "inspect_files", "open_files", "preview_file"]

Progress = Callable[[float, str], None]

PROPOSE_ALL = ColumnMapping()
"""Nothing was said about the columns: everything is proposed from the files."""


def open_files(
    paths: Sequence[Path], mapping: ColumnMapping = PROPOSE_ALL, progress: Progress | None = None
) -> Observations:
    """Rows of all files as one long table, first file the baseline; raises ReadError where a file can't be read."""
    from tradeoff_app.readers.opening import open_files as read

    return read(paths, mapping, progress)


def inspect_files(paths: Sequence[Path], mapping: ColumnMapping = PROPOSE_ALL) -> dict[str, Any]:
    """The `tradeoff/inspect@1` document of one or two files; raises ReadError."""
    from tradeoff_app.readers.inspection import describe_observations
    from tradeoff_app.readers.opening import open_files as read

    return describe_observations(read(paths, mapping, None), mapping)


def preview_file(path: Path, mapping: ColumnMapping = PROPOSE_ALL) -> dict[str, Any]:
    """The table as the file holds it: outcome, rows, columns, head, tail, warnings, error; never raises."""
    from tradeoff_app.readers.preview import preview_file as read

    return read(path, mapping)
