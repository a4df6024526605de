"""Result files for the command line: read in the killable worker, with progress on a terminal and a clean Ctrl-C."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tradeoff_app.analysis.observations import Observations
from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.readers.worker import ImportWorker

QUIET_SECONDS = 1.0
"""A file that is read sooner needs no progress."""


class TerminalProgress:
    """One line on a terminal's stderr that is written over and wiped at the end; silent anywhere else."""

    def __init__(self) -> None:
        self._since = time.monotonic()
        self._width = 0

    def __call__(self, share: float, text: str) -> None:
        """Show how far reading is."""
        if not sys.stderr.isatty() or time.monotonic() - self._since < QUIET_SECONDS:
            return
        line = f"{share:4.0%}  {text}"[:100]
        sys.stderr.write(f"\r{line.ljust(self._width)}")
        sys.stderr.flush()
        self._width = len(line)

    def wipe(self) -> None:
        """Leave no trace of it."""
        if self._width:
            sys.stderr.write(f"\r{' ' * self._width}\r")
            sys.stderr.flush()


def read_observations(paths: Sequence[Path], mapping: ColumnMapping) -> Observations:
    """The rows of all files; raises ReadError."""
    progress = TerminalProgress()
    with ImportWorker() as worker:
        try:
            return worker.run(paths, mapping, progress)
        finally:
            progress.wipe()


def inspect(paths: Sequence[Path], mapping: ColumnMapping) -> dict[str, Any]:
    """The inspect document; raises ReadError."""
    from tradeoff_app.readers.inspection import describe_observations

    return describe_observations(read_observations(paths, mapping), mapping)


def preview(path: Path, mapping: ColumnMapping) -> dict[str, Any]:
    """The preview of one file; raises ReadError only where the process itself was lost."""
    with ImportWorker() as worker:
        return worker.preview(path, mapping)
