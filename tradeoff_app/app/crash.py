"""What happens when something of ours fails: noted without anybody's data, said once, and the work is put aside."""

from __future__ import annotations

import faulthandler
import os
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TextIO

from PySide6.QtCore import QObject, Signal

from tradeoff_app.storage.places import data_folder

LOG, FAULTS = "errors.log", "faults.log"
LONGEST_LOG = 1_000_000


@dataclass(frozen=True)
class Failure:
    """What failed and where, without any text that could hold data: the type, and file, function and line."""

    kind: str
    place: str
    frames: tuple[str, ...]

    def as_text(self) -> str:
        """The lines for the log and for "Copy diagnostics"."""
        return "\n".join((f"{self.kind} at {self.place}", *self.frames))


def describe_failure(kind: type[BaseException], trace: TracebackType | None) -> Failure:
    """The failure with its frames, innermost last; messages are left out, because they quote what was read."""
    frames: list[str] = []
    while trace is not None:
        code = trace.tb_frame.f_code
        frames.append(f"{Path(code.co_filename).name}:{trace.tb_lineno} in {code.co_name}")
        trace = trace.tb_next
    return Failure(kind.__name__, frames[-1] if frames else "an unknown place", tuple(frames))


class CrashWatch(QObject):
    """Catches what nobody caught, in any thread; `failed` reaches the window's thread, once for each cause."""

    failed = Signal(object)

    def __init__(self, folder: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder or data_folder() / "logs"
        self._seen: set[str] = set()
        self._lock = threading.Lock()
        self._faults: TextIO | None = None
        self._before: tuple[Callable[..., object], Callable[..., object]] | None = None

    def install(self) -> None:
        """Take over both hooks and let the interpreter note hard faults in a file."""
        self._before = (sys.excepthook, threading.excepthook)
        _keep_memory_off_the_disk()
        sys.excepthook = self._main_failed
        threading.excepthook = self._thread_failed
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._faults = _open_private(self._folder / FAULTS)
            faulthandler.enable(self._faults)
        except OSError:
            self._faults = None

    def uninstall(self) -> None:
        """Give the hooks back."""
        if self._before is not None:
            sys.excepthook, threading.excepthook = self._before
            self._before = None
        if self._faults is not None:
            faulthandler.disable()
            self._faults.close()
            self._faults = None

    def note(self, kind: type[BaseException], trace: TracebackType | None) -> None:
        """Log a failure and report it, unless its cause was reported before."""
        failure = describe_failure(kind, trace)
        with self._lock:
            cause = f"{failure.kind} {failure.place}"
            is_new = cause not in self._seen
            self._seen.add(cause)
        if is_new:
            self._log(failure)
            self.failed.emit(failure)

    def _main_failed(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.note(kind, trace)

    def _thread_failed(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_type is not SystemExit:
            self.note(args.exc_type, args.exc_traceback)

    def _log(self, failure: Failure) -> None:
        path = self._folder / LOG
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            if path.exists() and path.stat().st_size > LONGEST_LOG:
                path.replace(path.with_suffix(".old.log"))
            with _open_private(path) as log:
                log.write(f"{datetime.now(UTC).isoformat()} {failure.as_text()}\n")
        except OSError:
            return


def _open_private(path: Path) -> TextIO:
    """A log that only its owner may read, opened to be continued."""
    return os.fdopen(os.open(path, os.O_APPEND | os.O_CREAT | os.O_WRONLY, 0o600), "a", encoding="utf-8")


def _keep_memory_off_the_disk() -> None:
    """A hard fault must not write a core file: it would hold everything that is open."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
