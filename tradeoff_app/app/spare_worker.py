"""One import worker that waits warmed up, so that a dropped file is read at once and a cancelled one leaves no gap."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


class SpareWorker:
    """Keeps at most one worker ready from `prepare` to `close`; before and after that, workers are made when needed."""

    def __init__(self, make_worker: Callable[[], Any]) -> None:
        self._make_worker = make_worker
        self._spare: Any = None
        self._is_wanted = False

    def prepare(self) -> None:
        """From now on one waits."""
        self._is_wanted = True
        self.renew()

    def take(self) -> Any:
        """The one that waits, else a new one; it is the caller's."""
        worker, self._spare = self._spare, None
        return worker or self._make_worker()

    def renew(self) -> None:
        """Have the next one wait where the last was taken: called once the last is done, so that they don't compete."""
        if self._is_wanted and self._spare is None:
            self._spare = self._make_worker()
            self._spare.warm()

    def close(self) -> None:
        """End the one that waits."""
        self._is_wanted = False
        worker, self._spare = self._spare, None
        if worker is not None:
            worker.close()


def make_import_worker() -> Any:
    """A worker that is not started yet."""
    from tradeoff_app.readers.worker import ImportWorker

    return ImportWorker()


SPARE = SpareWorker(make_import_worker)
"""That of the running program: there is one window."""
