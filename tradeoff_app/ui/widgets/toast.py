"""A short notice of finished work with a place to go; never for errors."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from tradeoff_app.ui.widgets.buttons import make_button
from tradeoff_app.ui.widgets.text import make_label

SECONDS = 6


class Toast(QFrame):
    """Stands at the bottom of `host` for six seconds, longer under the pointer or with the focus."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self.setProperty("kind", "toast")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._label = make_label("", "body", "surface")
        self._button = make_button("", "invert")
        self._action: Callable[[], None] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SECONDS * 1000)
        self._timer.timeout.connect(self._time_is_up)
        self._button.clicked.connect(self._taken)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(16)
        row.addWidget(self._label)
        row.addWidget(self._button)
        host.installEventFilter(self)
        self.hide()

    def show_notice(self, text: str, verb: str = "", action: Callable[[], None] | None = None) -> None:
        """Say that something is done, with at most one thing to do about it."""
        self._label.setText(text)
        self._button.setText(verb)
        self._button.setAccessibleName(verb)
        self._button.setVisible(bool(verb))
        self._action = action
        self.setAccessibleName(text)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()

    def set_seconds(self, seconds: float) -> None:
        """How long it stays."""
        self._timer.setInterval(round(seconds * 1000))

    def text(self) -> str:
        """The notice that is shown or was shown last."""
        return self._label.text()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keeps its place when the host changes its size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stays under the pointer."""
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Goes some time after the pointer left."""
        self._timer.start()
        super().leaveEvent(event)

    def _place(self) -> None:
        self.adjustSize()
        self.move((self._host.width() - self.width()) // 2, self._host.height() - self.height() - 8)

    def _time_is_up(self) -> None:
        if self._button.hasFocus():
            self._timer.start()
        else:
            self.hide()

    def _taken(self) -> None:
        self.hide()
        if self._action is not None:
            self._action()
