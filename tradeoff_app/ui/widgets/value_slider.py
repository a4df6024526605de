"""A slider over real numbers, painted by itself: groove, low to high range, ring."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from tradeoff_app.app.translation import tr
from tradeoff_app.ui.theme import colour

HANDLE = 14.0
STEPS = 1000


class ValueSlider(QSlider):
    """Moves between `low` and `high` in steps of `step`; signals carry real numbers and come from the user only."""

    value_moved = Signal(float)
    drag_started = Signal()
    drag_ended = Signal()
    reset_asked = Signal()

    def __init__(self, low: float, high: float, *, step: float, name: str, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._low, self._high, self._step = 0.0, 1.0, 1.0
        self._span: tuple[float, float] | None = None
        self._is_quiet = False
        self.setAccessibleName(name)
        self.setAccessibleDescription(tr("Arrow keys move it by a step, Page keys by ten"))
        self.setFixedHeight(20)
        self.setMinimumWidth(100)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_limits(low, high, step)
        self.valueChanged.connect(self._moved)

    def set_limits(self, low: float, high: float, step: float) -> None:
        """Change the scale; the value stays where it can."""
        if (low, high, step) == (self._low, self._high, self._step):
            return
        value = self.real_value()
        self._low, self._high, self._step = low, max(high, low + step), step
        self._is_quiet = True
        self.setRange(0, max(1, round((self._high - self._low) / step)))
        self.setSingleStep(1)
        self.setPageStep(10)
        self._is_quiet = False
        self.set_real_value(value)

    def real_value(self) -> float:
        """Where the ring stands, in the scale's unit."""
        return self._low + self.value() * self._step

    def set_real_value(self, value: float) -> None:
        """Put the ring somewhere without emitting."""
        self._is_quiet = True
        self.setValue(round((min(max(value, self._low), self._high) - self._low) / self._step))
        self._is_quiet = False

    def set_span(self, span: tuple[float, float] | None) -> None:
        """Show a low to high range on the groove; None shows the way from the low end to the ring instead."""
        if span != self._span:
            self._span = span
            self.update()

    def sizeHint(self) -> QSize:
        """150 wide as in the tables."""
        return QSize(150, 20)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The ring jumps to the pointer and follows it."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self.setSliderDown(True)
        self.drag_started.emit()
        self._go_to(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The ring follows the pointer while the button is down."""
        if self.isSliderDown():
            self._go_to(event.position().x())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """The drag is one step and ends here."""
        if self.isSliderDown():
            self.setSliderDown(False)
            self.drag_ended.emit()
            self.update()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """A double click asks for the value that was there at first."""
        self.reset_asked.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page; it never changes a number by accident."""
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Groove, range or filled way, ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        middle = self.height() / 2
        left, right = HANDLE / 2, self.width() - HANDLE / 2
        painter.setBrush(colour("rule"))
        painter.drawRoundedRect(QRectF(left - 2, middle - 2, right - left + 4, 4), 2, 2)
        at = self._x_of(self.real_value())
        accent = colour("accent" if self.isEnabled() else "strong")
        if self._span is None:
            painter.setBrush(accent)
            painter.drawRoundedRect(QRectF(left - 2, middle - 2, at - left + 2, 4), 2, 2)
        else:
            soft = colour("accent", 0.35)
            start, end = self._x_of(self._span[0]), self._x_of(self._span[1])
            painter.setBrush(soft)
            painter.drawRoundedRect(QRectF(start, middle - 2, max(0.0, end - start), 4), 2, 2)
        painter.setPen(QPen(accent, 2))
        painter.setBrush(colour("accent_soft" if self.isSliderDown() else "surface"))
        painter.drawEllipse(QPointF(at, middle), HANDLE / 2 - 1, HANDLE / 2 - 1)

    def _x_of(self, value: float) -> float:
        left, right = HANDLE / 2, self.width() - HANDLE / 2
        share = (min(max(value, self._low), self._high) - self._low) / (self._high - self._low)
        return left + share * (right - left)

    def _go_to(self, x: float) -> None:
        left, right = HANDLE / 2, self.width() - HANDLE / 2
        share = (x - left) / max(1.0, right - left)
        self.setValue(round(min(max(share, 0.0), 1.0) * self.maximum()))

    def _moved(self, _value: int) -> None:
        self.update()
        if not self._is_quiet:
            self.value_moved.emit(self.real_value())


def scale_for(value: float, *, low: float = 0.0) -> tuple[float, float, float]:
    """A scale `low`, `high`, `step` on which `value` stands near the middle: nice numbers, some 200 steps."""
    largest = max(abs(value) * 2.5, 1e-9)
    power = 10.0 ** math.floor(math.log10(largest))
    high = next(
        step * power for step in (1.0, 1.2, 2.0, 2.5, 3.0, 5.0, 6.0, 8.0, 10.0) if step * power >= largest * 0.999
    )
    return low, high, high / 240
