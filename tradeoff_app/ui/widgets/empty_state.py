"""An empty place that says what belongs there, and takes it when it is dropped."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QRectF, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from tradeoff_app.ui.theme import colour
from tradeoff_app.ui.widgets.text import make_label


def local_files(data: QMimeData) -> list[Path]:
    """The files on this computer that a drag carries; network paths are left out, they are never touched unasked."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile() and not url.host()]
    return [path for path in paths if not str(path).startswith(("\\\\", "//"))]


def let_files_through(page: QWidget) -> None:
    """Fields take dropped text and would swallow files: a drop on them goes to the window instead."""
    for widget in page.findChildren(QWidget):
        if widget.acceptDrops() and not isinstance(widget, DropArea):
            widget.setAcceptDrops(False)


class DropArea(QWidget):
    """A dashed frame that takes files."""

    files_dropped = Signal(list)

    def __init__(self, radius: int = 8, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._radius, self._is_over = radius, False
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files are welcome."""
        if local_files(event.mimeData()):
            self._is_over = True
            self.update()
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """The frame goes back to rest."""
        self._is_over = False
        self.update()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand the files on."""
        self._is_over = False
        self.update()
        event.acceptProposedAction()
        self.files_dropped.emit(local_files(event.mimeData()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground and dashed frame; a style sheet's dashes are coarse at 200 %."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(colour("accent" if self._is_over else "strong"), 2 if self._is_over else 1.5)
        pen.setDashPattern([3, 2.4])
        painter.setPen(pen)
        painter.setBrush(colour("accent_soft" if self._is_over else "raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75), self._radius, self._radius)


class EmptyState(DropArea):
    """One title, one sentence, one button; is itself the drop target."""

    def __init__(
        self, title: str, text: str = "", button: QPushButton | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(8, parent)
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 32, 32, 32)
        column.setSpacing(4)
        column.addStretch(1)
        for label in (make_label(title, "strong", wraps=True), make_label(text, "body", "muted", wraps=True)):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
            label.setVisible(bool(label.text()))
        if button is not None:
            column.addSpacing(12)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
