"""What every dialog shares: the ring around what has the focus, for whoever goes round with the keyboard."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QWidget

from tradeoff_app.ui.widgets.focus_ring import FocusRing


class RingedDialog(QDialog):
    """A dialog that shows the focus as the window does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ring = FocusRing(self)

    def showEvent(self, event: QShowEvent) -> None:
        """The ring listens from the first showing on."""
        super().showEvent(event)
        self.ring.watch()

    def done(self, result: int) -> None:
        """The ring goes before what it stood around."""
        self.ring.stop()
        super().done(result)
