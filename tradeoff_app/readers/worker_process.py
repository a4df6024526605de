"""The other end of the import worker: reads requests from its standard input until that ends."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import Any, BinaryIO

from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.readers.opening import open_files
from tradeoff_app.readers.preview import preview_file
from tradeoff_app.readers.refusal import ReadError, refuse_anything_else
from tradeoff_app.readers.wire import pack_observations, read_frame, write_frame

PROGRESS_EVERY_SECONDS = 0.05


def limit_resources(memory: int) -> None:
    """Cap the address space and switch core dumps off, where the system can do so."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux" and memory > 0:
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


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


def answer(request: dict[str, Any], out: BinaryIO) -> None:
    """Do one job and write its result or its refusal."""
    paths = [Path(path) for path in request["paths"]]
    mapping = ColumnMapping.model_validate(request["mapping"], strict=False)
    try:
        if request["job"] == "preview":
            write_frame(out, {"kind": "preview", "preview": preview_file(paths[0], mapping)})
            return
        with refuse_anything_else(paths[0].name if paths else ""):
            header, body = pack_observations(open_files(paths, mapping, ProgressWriter(out)))
        write_frame(out, {"kind": "result", "observations": header}, body)
    except ReadError as error:
        parts = {"code": error.code, "file": error.file, "place": error.place, "cause": error.cause, "hint": error.hint}
        write_frame(out, {"kind": "error", **parts})


def serve(source: BinaryIO, out: BinaryIO) -> None:
    """Answer requests until the input ends."""
    while (frame := read_frame(source)) is not None:
        answer(frame[0], out)


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
