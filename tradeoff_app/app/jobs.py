"""Work that takes time: reading files in a process that can be killed, computing in a thread that ends by itself.

Neither touches a widget: both are asked for news by a clock of the window's own thread.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from tradeoff_app.app.spare_worker import SPARE

if TYPE_CHECKING:
    from tradeoff_app.model.mapping import ColumnMapping

POLL_MS = 30


@dataclass
class _Box:
    """What a thread leaves behind."""

    result: Any = None
    error: BaseException | None = None


class ThreadJob(QObject):
    """A computation in a plain thread. `done` carries its result, `failed` the exception; nothing once abandoned."""

    done = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread: threading.Thread | None = None
        self._box = _Box()
        self._clock = _make_clock(self, self._look)

    @property
    def is_running(self) -> bool:
        """Whether somebody still waits for the result."""
        return self._clock.isActive()

    def start(self, work: Callable[[], Any]) -> None:
        """Begin; an earlier computation is abandoned."""
        box = self._box = _Box()
        self._thread = threading.Thread(target=_run, args=(work, box), name="tradeoff-job")
        self._thread.start()
        self._clock.start()

    def abandon(self) -> None:
        """Nobody wants the result any more; the thread ends by itself."""
        self._clock.stop()
        self._box = _Box()

    def wait(self, seconds: float = 30.0) -> None:
        """Let a running thread end before the program does."""
        self.abandon()
        if self._thread is not None:
            self._thread.join(seconds)

    def _look(self) -> None:
        if self._thread is None or self._thread.is_alive():
            return
        self._clock.stop()
        box, self._box = self._box, _Box()
        if box.error is not None:
            self.failed.emit(box.error)
        else:
            self.done.emit(box.result)


class ImportJob(QObject):
    """Reads result files in a worker process. `done` carries Observations, `failed` a ReadError; then it is over."""

    progressed = Signal(object, str)
    done = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None, make_worker: Callable[[], Any] | None = None) -> None:
        super().__init__(parent)
        self._make_worker = make_worker or SPARE.take
        self._worker: Any = None
        self._clock = _make_clock(self, self._look)
        self.remembered: ColumnMapping | None = None
        """How the files were read where a way was remembered for tables of their shape."""

    @property
    def is_running(self) -> bool:
        """Whether files are being read."""
        return self._clock.isActive()

    def start(
        self,
        paths: Sequence[Path],
        mapping: ColumnMapping,
        remembered: Mapping[str, ColumnMapping] | None = None,
    ) -> None:
        """Begin; an earlier import is cancelled. `remembered` are ways of reading by the shape of a table."""
        self.cancel()
        self.remembered = None
        self._worker = self._make_worker()
        self._worker.start(paths, mapping, remembered=remembered)
        self._clock.start()

    def cancel(self) -> None:
        """Kill the worker; nothing of it arrives any more. The next one begins to warm up."""
        self._clock.stop()
        if self._worker is not None:
            self._worker.cancel()
            self._worker = None
            SPARE.renew()

    def _look(self) -> None:
        state = self._worker.poll()
        if state.error is not None or state.observations is not None:
            self._clock.stop()
            worker, self._worker = self._worker, None
            worker.cancel()
            SPARE.renew()
            if state.error is not None:
                self.failed.emit(state.error)
            else:
                self.remembered = state.mapping
                self.done.emit(state.observations)
        else:
            self.progressed.emit(state.share, state.text)


class PlanJob(QObject):
    """Plans how files are read, again and again, in one worker process that keeps what it has read.

    `planned` carries the plan of the mapping that was asked for last; earlier ones are skipped. `failed` carries a
    ReadError where the process itself was lost.
    """

    planned = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None, make_worker: Callable[[], Any] | None = None) -> None:
        super().__init__(parent)
        self._worker = (make_worker or SPARE.take)()
        self._waiting: tuple[Sequence[Path], ColumnMapping] | None = None
        self._clock = _make_clock(self, self._look)

    @property
    def is_running(self) -> bool:
        """Whether a plan is on its way."""
        return self._clock.isActive()

    def ask(self, paths: Sequence[Path], mapping: ColumnMapping) -> None:
        """Plan this next; what was asked before and has not begun is dropped."""
        if self._clock.isActive():
            self._waiting = (paths, mapping)
            return
        self._worker.start(paths, mapping, "plan")
        self._clock.start()

    def close(self) -> None:
        """End the process."""
        self._clock.stop()
        self._worker.cancel()
        SPARE.renew()

    def _look(self) -> None:
        state = self._worker.poll()
        if not state.is_done:
            return
        self._clock.stop()
        if self._waiting is not None:
            waiting, self._waiting = self._waiting, None
            self.ask(*waiting)
        elif state.error is not None:
            self.failed.emit(state.error)
        elif state.plan is not None:
            self.planned.emit(state.plan)


def _make_clock(owner: QObject, look: Callable[[], None]) -> QTimer:
    clock = QTimer(owner)
    clock.setInterval(POLL_MS)
    clock.timeout.connect(look)
    return clock


def _run(work: Callable[[], Any], box: _Box) -> None:
    try:
        box.result = work()
    except Exception as error:  # noqa: BLE001 - it is handed to the window's thread, which says it
        box.error = error
