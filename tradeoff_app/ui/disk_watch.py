"""Notices that somebody else saved the open file, when the window is looked at again: nothing is read over unasked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from tradeoff_app.app.document import Document
from tradeoff_app.app.jobs import ThreadJob


class DiskWatch(QObject):
    """Compares the file with what was opened, beside the window; tells of each other version once."""

    def __init__(self, window: QWidget, document: Document, tell: Callable[[Path], object]) -> None:
        super().__init__(window)
        self._document, self._tell = document, tell
        self._told: tuple[Path, str] | None = None
        self._job = ThreadJob(self)
        self._job.done.connect(self._looked)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look whenever somebody comes back to the window."""
        if event.type() == QEvent.Type.WindowActivate:
            self.look()
        return super().eventFilter(watched, event)

    def look(self) -> None:
        """Read the file's hash; what is not there can't be read and is told when it is saved."""
        path = self._document.path
        if path is None or self._document.disk_sha256 is None or self._job.is_running:
            return
        from tradeoff_app.storage.project_file import file_sha256

        self._job.start(lambda: (path, file_sha256(path)))

    def close(self) -> None:
        """Let what was begun end."""
        self._job.wait()

    def _looked(self, found: tuple[Path, str | None]) -> None:
        path, sha256 = found
        document = self._document
        is_theirs = path == document.path and sha256 is not None and sha256 != document.disk_sha256
        if is_theirs and sha256 is not None and (path, sha256) != self._told:
            self._told = path, sha256
            self._tell(path)
