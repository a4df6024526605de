"""The other end of the import worker: reads requests from its standard input until that ends."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from tradeoff_app.analysis.observations import Observations
from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.readers.column_plan import ColumnPlanner
from tradeoff_app.readers.memory_use import peak_memory
from tradeoff_app.readers.opening import combine_files, open_files, read_files
from tradeoff_app.readers.preview import preview_file
from tradeoff_app.readers.refusal import ReadError, refuse_anything_else
from tradeoff_app.readers.table_shape import shape_of
from tradeoff_app.readers.wire import pack_observations, read_frame, write_frame

PROGRESS_EVERY_SECONDS = 0.05
WATCH_EVERY_SECONDS = 0.1


def limit_resources(memory: int) -> None:
    """Switch core dumps off and cap the memory: by the system where it can, else by watching it."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if sys.platform == "linux" and memory > 0:
            resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    if sys.platform != "linux" and memory > 0:
        watch_memory(memory)


def watch_memory(limit: int, measure: Callable[[], int] = peak_memory, end: Callable[[int], None] = os._exit) -> None:
    """End this process as soon as it has used more than so many bytes; asked ten times a second."""

    def watch() -> None:
        while measure() <= limit:
            time.sleep(WATCH_EVERY_SECONDS)
        end(1)

    threading.Thread(target=watch, name="memory-watch", daemon=True).start()


class ProgressWriter:
    """Sends progress at most twenty times a second."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._sent = 0.0

    def __call__(self, share: float, text: str) -> None:
        now = time.monotonic()
        if now - self._sent >= PROGRESS_EVERY_SECONDS or share >= 1.0:
            self._sent = now
            write_frame(self._out, {"kind": "progress", "share": share, "text": text})


def answer(request: dict[str, Any], out: BinaryIO, planner: ColumnPlanner) -> None:
    """Do one job and write its result or its refusal."""
    paths = [Path(path) for path in request["paths"]]
    mapping = ColumnMapping.model_validate(request["mapping"], strict=False)
    try:
        with refuse_anything_else(paths[0].name if paths else ""):
            if request["job"] == "preview":
                write_frame(out, {"kind": "preview", "preview": preview_file(paths[0], mapping)})
            elif request["job"] == "plan":
                write_frame(out, {"kind": "plan", "plan": planner.plan(paths, mapping)})
            else:
                observed, used = open_remembered(paths, mapping, request.get("remembered", {}), ProgressWriter(out))
                header, body = pack_observations(observed)
                write_frame(out, {"kind": "result", "observations": header, "mapping": used}, body)
    except ReadError as error:
        others = [other.parts for other in error.others]
        write_frame(out, {"kind": "error", **error.parts, "others": others})


def open_remembered(
    paths: Sequence[Path], mapping: ColumnMapping, remembered: dict[str, Any], progress: ProgressWriter
) -> tuple[Observations, dict[str, Any] | None]:
    """The rows, and the way of reading that was remembered for a table of this shape where it fits; raises ReadError.

    `remembered` maps shapes to mappings. What no longer fits is left alone, and the files are read as if it were not.
    """
    if not remembered or not paths or mapping != ColumnMapping():
        return open_files(paths, mapping, progress), None
    sources, files = read_files(paths, mapping, progress)
    known = remembered.get(shape_of(files[0].tables) or "")
    if known is not None:
        try:
            return open_files(paths, ColumnMapping.model_validate(known, strict=False), progress), known
        except ReadError:
            pass
    return combine_files(sources, files, mapping), None


def serve(source: BinaryIO, out: BinaryIO) -> None:
    """Say that everything is loaded, then answer requests until the input ends."""
    import duckdb  # noqa: F401 - Parquet needs it at once

    write_frame(out, {"kind": "ready"})
    planner = ColumnPlanner()
    while (frame := read_frame(source)) is not None:
        answer(frame[0], out, planner)


def main() -> int:
    """Keep the pipes for messages alone: whatever prints by accident goes to standard error."""
    source = os.fdopen(os.dup(0), "rb")
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    limit_resources(int(os.environ.get("TRADEOFF_WORKER_MEMORY", "0")))
    try:
        serve(source, out)
    except (BrokenPipeError, KeyboardInterrupt):
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
