"""Unsaved work is put aside within two seconds, in our own folder, until it is saved or given up."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from tradeoff_app.app.document import Document
from tradeoff_app.app.jobs import ThreadJob
from tradeoff_app.storage.errors import StorageError

if TYPE_CHECKING:
    from tradeoff_app.storage.recovery import SnapshotWriter

WAIT_MS = 500
"""With the words that wait to be stated, and the writing itself on a busy machine, less than two seconds."""


class Autosave(QObject):
    """Watches a document. The clock starts with the first change and is not put back, so nothing waits longer.

    `failed` carries the StorageError that keeps work from being put aside, once until it works again.
    """

    failed = Signal(object)

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._writer: SnapshotWriter | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT_MS)
        self._timer.timeout.connect(self._take_later)
        self._job = ThreadJob(self)
        self._job.done.connect(self._worked)
        self._job.failed.connect(self._broke)
        self._is_told = self._is_due = False
        document.document_replaced.connect(self.forget)
        document.modified_changed.connect(self._changed)

    def take_now(self) -> bool:
        """Write the snapshot at once; False where there is nothing unsaved or it could not be written."""
        self._timer.stop()
        self._job.wait()
        document = self._document
        if not document.is_open or not document.is_modified:
            return False
        try:
            self._work()()
        except StorageError:
            return False
        return True

    def forget(self) -> None:
        """The work is saved or was given up on purpose."""
        self._timer.stop()
        self._is_due = False
        self._job.wait()
        if self._writer is not None:
            self._writer.remove()
            self._writer = None

    def _take_later(self) -> None:
        """In a thread, because the first snapshot packs the evidence, and somebody may be dragging a slider."""
        if self._job.is_running:
            self._is_due = True  # as soon as that one is written
        elif self._document.is_open and self._document.is_modified:
            self._job.start(self._work())

    def _worked(self, _path: object) -> None:
        self._is_told = False
        if self._is_due:
            self._is_due = False
            self._take_later()

    def _broke(self, error: BaseException) -> None:
        if not isinstance(error, StorageError):
            raise error
        if self._is_due:
            self._is_due = False
            self._timer.start()
        if not self._is_told:
            self._is_told = True
            self.failed.emit(error)

    def _work(self) -> Callable[[], object]:
        """What writes the document as it is now; everything in it is frozen."""
        import uuid

        from tradeoff_app.storage.recovery import SnapshotWriter

        document = self._document
        if self._writer is None:
            self._writer = SnapshotWriter(uuid.uuid4().hex)
        writer, project, source = self._writer, document.project, document.evidence_source
        path, sha256 = document.path, document.disk_sha256
        return lambda: writer.write(project, source, path, sha256)

    def _changed(self) -> None:
        if not self._document.is_modified:
            self.forget()
        elif not self._timer.isActive():
            self._timer.start()
