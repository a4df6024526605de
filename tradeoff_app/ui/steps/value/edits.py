"""Turns a moved slider or a typed number into one named step of the history: "Completed task $3.50 → $4.00"."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from tradeoff_app.app.document import Document
from tradeoff_app.model.project import Project


class NamedEdits(QObject):
    """One drag is one step, named from where it began to where it stands; so are arrow keys pressed in a row."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._path: str | None = None
        self._latest: Project | None = None
        self._start = ""
        document.drag_ended.connect(self._drag_ended)

    def change(self, path: str, project: Project, subject: str, before: str, after: str) -> None:
        """Make `project` current; `before` and `after` are the input's values as people read them."""
        is_same_step = path == self._path and self._document.project is self._latest
        if not is_same_step:
            self._start = before
        self._path = path
        self._document.edit(project, f"{subject} {self._start} → {after}", path)
        self._latest = self._document.project

    def state(self, project: Project, name: str) -> None:
        """Make `project` current as a step of its own."""
        self._document.end_drag()
        self._document.edit(project, name)

    @Slot()
    def _drag_ended(self) -> None:
        self._path = None
