"""A slider with two handles: the low and the high guess of an assumption, with the best guess between them."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tradeoff_app.app.translation import number_text, tr
from tradeoff_app.ui.theme import colour

HANDLE = 14.0


class RangeSlider(QWidget):
    """Drag either end; Left and Right move the chosen end, Up and Down choose the high or the low one.

    `range_changed` carries low and high; the ends stop at the best guess, which stays between them.
    """

    range_changed = Signal(float, float)
    drag_started = Signal()
    drag_ended = Signal()

    def __init__(self, low: float, high: float, *, step: float, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._limits, self._step = (low, high), step
        self._values = (low, high)
        self._base: float | None = None
        self._end: Literal["low", "high"] = "low"
        self._is_down = False
        self._name = name
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(20)
        self.setMinimumWidth(100)
        self._describe()

    def values(self) -> tuple[float, float]:
        """The low and the high guess."""
        return self._values

    def set_values(self, low: float, high: float, base: float | None = None) -> None:
        """Show a range, and the best guess that its ends may not pass, without emitting."""
        self._values, self._base = (low, high), base
        self._describe()
        self.update()

    def set_limits(self, low: float, high: float, step: float) -> None:
        """Change the scale."""
        self._limits, self._step = (low, max(high, low + step)), step
        self.update()

    def sizeHint(self) -> QSize:
        """150 wide as in the tables."""
        return QSize(150, 20)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the nearer end."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        x = event.position().x()
        low, high = (self._x_of(value) for value in self._values)
        self._end = "low" if abs(x - low) < abs(x - high) or (low == high and x < low) else "high"
        self._is_down = True
        self.drag_started.emit()
        self._go_to(x)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The end follows the pointer."""
        if self._is_down:
            self._go_to(event.position().x())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """One drag, one step."""
        if self._is_down:
            self._is_down = False
            self.drag_ended.emit()
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the chosen end or choose another."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._end = "high" if key == Qt.Key.Key_Up else "low"
            self.update()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            sign = -1 if key == Qt.Key.Key_Left else 1
            self._set_end(self._values[self._end == "high"] + sign * self._step)
            self.drag_ended.emit()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page."""
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Groove, range, best guess, two rings."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        middle = self.height() / 2
        painter.setBrush(colour("rule"))
        painter.drawRoundedRect(QRectF(HANDLE / 2 - 2, middle - 2, self.width() - HANDLE + 4, 4), 2, 2)
        low, high = (self._x_of(value) for value in self._values)
        painter.setBrush(colour("accent", 0.35))
        painter.drawRect(QRectF(low, middle - 2, high - low, 4))
        if self._base is not None:
            painter.setBrush(colour("accent"))
            painter.drawRect(QRectF(self._x_of(self._base) - 1, middle - 6, 2, 12))
        for end, at in (("low", low), ("high", high)):
            is_chosen = end == self._end and (self.hasFocus() or self._is_down)
            painter.setPen(QPen(colour("accent"), 2))
            painter.setBrush(colour("accent_soft" if is_chosen else "surface"))
            painter.drawEllipse(QPointF(at, middle), HANDLE / 2 - 1, HANDLE / 2 - 1)

    def _x_of(self, value: float) -> float:
        low, high = self._limits
        share = (min(max(value, low), high) - low) / (high - low)
        return HANDLE / 2 + share * (self.width() - HANDLE)

    def _go_to(self, x: float) -> None:
        low, high = self._limits
        share = min(max((x - HANDLE / 2) / max(1.0, self.width() - HANDLE), 0.0), 1.0)
        self._set_end(low + round(share * (high - low) / self._step) * self._step)

    def _set_end(self, value: float) -> None:
        low, high = self._values
        value = min(max(value, self._limits[0]), self._limits[1])
        if self._end == "low":
            low = min(value, high if self._base is None else self._base)
        else:
            high = max(value, low if self._base is None else self._base)
        if (low, high) != self._values:
            self._values = (low, high)
            self._describe()
            self.update()
            self.range_changed.emit(low, high)

    def _describe(self) -> None:
        low, high = (number_text(float(value)) for value in self._values)
        self.setAccessibleName(self._name)
        self.setAccessibleDescription(tr("{low} to {high}", low=low, high=high))
