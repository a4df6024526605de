"""What the rows of the Value tables share: the table they stand in, where edits go and numbers come from."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from tradeoff_app.app.document import Document
from tradeoff_app.ui.steps.value.context import ValueContext
from tradeoff_app.ui.steps.value.edits import NamedEdits


class Host(QWidget):
    """A table of the Value page; `context` is set before any row is refreshed."""

    context: ValueContext

    def __init__(self, document: Document, edits: NamedEdits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document, self.edits = document, edits

    def refresh(self, context: ValueContext) -> None:
        """Show what stands in the project."""
        raise NotImplementedError


class ValueRow(QObject):
    """The controls of one row; lives as long as its table keeps it, so it must not be the table's child too."""

    def __init__(self, table: Host) -> None:
        super().__init__()
        self._table = table

    def refresh(self, context: ValueContext) -> None:
        """Show what stands in the project."""
        raise NotImplementedError
