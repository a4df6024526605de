"""Reading in a process that can be killed: a strange file may cost that process, never the window or the PM's work."""

from __future__ import annotations

import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Literal, Self

from tradeoff_app.analysis.observations import Observations
from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.readers.reader import Progress
from tradeoff_app.readers.refusal import ReadError
from tradeoff_app.readers.wire import read_frame, unpack_observations, write_frame

SILENCE_LIMIT_SECONDS = 60.0
MEMORY_CAP_BYTES = 3 << 30
POLL_SECONDS = 0.05
LAST_WAIT_SECONDS = 2.0

Job = Literal["open", "preview", "plan"]


@dataclass(frozen=True)
class ImportState:
    """How far a job is: `share` 0 to 1, then exactly one of observations, preview, plan, error, or `was_cancelled`.

    `mapping` is the remembered way of reading that the observations were made with, None where there was none.
    """

    share: float = 0.0
    text: str = ""
    observations: Observations | None = None
    mapping: ColumnMapping | None = None
    preview: dict[str, Any] | None = None
    plan: dict[str, Any] | None = None
    error: ReadError | None = None
    was_cancelled: bool = False

    @property
    def is_done(self) -> bool:
        """Whether nothing more will come."""
        results = (self.observations, self.preview, self.plan, self.error)
        return self.was_cancelled or any(part is not None for part in results)


News = ImportState | Literal["ready"] | None


def worker_command() -> list[str]:
    """The command of the worker process; the frozen program calls itself with `--import-worker`."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--import-worker"]
    return [sys.executable, "-P", "-m", "tradeoff_app.readers.worker_process"]


class ImportWorker:
    """One worker process: `run` waits for the result, `start` and `poll` let a window go on meanwhile."""

    def __init__(self, silence_limit: float = SILENCE_LIMIT_SECONDS, memory_cap: int = MEMORY_CAP_BYTES) -> None:
        self._silence_limit = silence_limit
        self._memory_cap = memory_cap
        self._process: subprocess.Popen[bytes] | None = None
        self._thread: threading.Thread | None = None
        self._news: queue.SimpleQueue[News] = queue.SimpleQueue()
        self._is_ready = False
        self._state = ImportState(was_cancelled=True)
        self._file = ""
        self._heard = 0.0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def is_ready(self) -> bool:
        """Whether the process has loaded all that it needs and waits for a job."""
        while not self.is_busy and not self._is_ready:
            try:
                self._take(self._news.get_nowait())
            except queue.Empty:
                break
        return self._is_ready and not self.is_busy

    @property
    def is_busy(self) -> bool:
        """Whether a job is going on."""
        return not self._state.is_done

    def warm(self) -> None:
        """Start the process ahead of the first job; does nothing where it runs already."""
        if self._process is not None and self._process.poll() is None:
            return
        self._stop_process()
        package_parent = str(Path(__file__).resolve().parents[2])
        known = os.environ.get("PYTHONPATH")
        environment = {**os.environ, "PYTHONPATH": f"{package_parent}{os.pathsep}{known}" if known else package_parent}
        environment["TRADEOFF_WORKER_MEMORY"] = str(self._memory_cap)
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
            worker_command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment
        )
        self._news = queue.SimpleQueue()
        self._is_ready = False
        self._thread = threading.Thread(
            target=_listen, args=(self._process.stdout, self._news), name="import-worker", daemon=True
        )
        self._thread.start()

    def start(
        self,
        paths: Sequence[Path],
        mapping: ColumnMapping,
        job: Job = "open",
        remembered: Mapping[str, ColumnMapping] | None = None,
    ) -> None:
        """Begin a job; one that is still going on is cancelled.

        `remembered` are ways of reading by the shape of a table, used where nothing else is said.
        """
        if self.is_busy:
            self.cancel()
        self.warm()
        assert self._process is not None
        assert self._process.stdin is not None
        self._state = ImportState()
        self._file = paths[0].name if paths else ""
        self._heard = time.monotonic()
        request = {
            "job": job,
            "paths": [os.fsdecode(path.absolute()) for path in paths],
            "mapping": mapping.model_dump(mode="json"),
            "remembered": {shape: known.model_dump(mode="json") for shape, known in (remembered or {}).items()},
        }
        try:
            write_frame(self._process.stdin, request)
        except OSError:
            self._fail("the import process could not be reached")

    def poll(self) -> ImportState:
        """What is known by now; never waits."""
        while self.is_busy:
            try:
                news = self._news.get_nowait()
            except queue.Empty:
                break
            self._take(news)
        if self.is_busy and time.monotonic() - self._heard > self._silence_limit:
            self._fail(f"reading made no progress for {self._silence_limit:.0f} seconds and was stopped")
        return self._state

    def cancel(self) -> None:
        """Stop the job and its process at once; the next `start` or `warm` makes a fresh one."""
        if self.is_busy:
            self._state = ImportState(was_cancelled=True)
        self._stop_process()

    def run(self, paths: Sequence[Path], mapping: ColumnMapping, progress: Progress | None = None) -> Observations:
        """Read and wait; raises ReadError. An interrupt kills the process and goes on upwards."""
        state = self._wait(paths, mapping, "open", progress)
        assert state.observations is not None
        return state.observations

    def preview(self, path: Path, mapping: ColumnMapping) -> dict[str, Any]:
        """The preview of one file; raises ReadError only where the process itself was lost."""
        state = self._wait([path], mapping, "preview", None)
        assert state.preview is not None
        return state.preview

    def close(self) -> None:
        """End process and thread; a job that is going on is lost."""
        self.cancel()

    def _wait(self, paths: Sequence[Path], mapping: ColumnMapping, job: Job, progress: Progress | None) -> ImportState:
        self.start(paths, mapping, job)
        shown = ImportState()
        try:
            while not (state := self.poll()).is_done:
                if progress is not None and (state.share, state.text) != (shown.share, shown.text):
                    progress(state.share, state.text)
                    shown = state
                self._sleep()
        except BaseException:
            self.close()
            raise
        if state.error is not None:
            raise state.error
        return state

    def _sleep(self) -> None:
        """Wait for the next message, but not long."""
        try:
            self._take(self._news.get(timeout=POLL_SECONDS))
        except queue.Empty:
            return

    def _take(self, news: News) -> None:
        self._heard = time.monotonic()
        if news is None:
            self._is_ready = False
            self._fail("reading stopped unexpectedly: the file may need more memory than is allowed")
        elif isinstance(news, ImportState):
            self._state = news
        else:
            self._is_ready = True

    def _fail(self, cause: str) -> None:
        hint = "Export fewer columns or rows, or split the file."
        self._state = ImportState(error=ReadError("unreadable", self._file, "", cause, hint))
        self._stop_process()

    def _stop_process(self) -> None:
        process, thread = self._process, self._thread
        self._process = self._thread = None
        if process is None:
            return
        if process.poll() is None:
            process.kill()
        process.wait(LAST_WAIT_SECONDS)
        for pipe in (process.stdin, process.stdout):
            if pipe is not None and pipe is process.stdin:
                _close_quietly(pipe)
        if thread is not None:
            thread.join(LAST_WAIT_SECONDS)
        if process.stdout is not None:
            process.stdout.close()


def _read_refusal(parts: Mapping[str, Any]) -> ReadError:
    return ReadError(parts["code"], parts["file"], parts["place"], parts["cause"], parts["hint"])


def _close_quietly(pipe: Any) -> None:
    """Close a pipe whose reader may be gone already."""
    try:
        pipe.close()
    except OSError:
        return


def _listen(stream: BinaryIO | Any, news: queue.SimpleQueue[News]) -> None:
    """Pass messages on until the process ends; None says that it has.

    Results are unpacked here, so that a window that asks for news never waits for it.
    """
    try:
        while (frame := read_frame(stream)) is not None:
            news.put("ready" if frame[0].get("kind") == "ready" else _read_state(*frame))
    except (OSError, ValueError, KeyError):
        pass
    news.put(None)


def _read_state(header: Mapping[str, Any], body: bytes) -> ImportState:
    """What a message says about the job."""
    kind = header["kind"]
    if kind == "progress":
        return ImportState(header["share"], header["text"])
    if kind == "result":
        used = header.get("mapping")
        mapping = None if used is None else ColumnMapping.model_validate(used, strict=False)
        return ImportState(1.0, "", unpack_observations(header["observations"], body), mapping)
    if kind == "plan":
        return ImportState(1.0, plan=header["plan"])
    if kind == "preview":
        return ImportState(1.0, preview=header["preview"])
    others = [_read_refusal(other) for other in header.get("others", ())]
    return ImportState(error=_read_refusal(header).with_others(others))
