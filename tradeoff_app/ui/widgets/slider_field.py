"""A slider and a field that edit the same number: drag for feel, type for precision."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from tradeoff_app.app.translation import tr
from tradeoff_app.ui.widgets.number_field import NumberField
from tradeoff_app.ui.widgets.value_slider import ValueSlider


class SliderField(QWidget):
    """`value_changed` while it moves; `drag_started` and `drag_ended` frame one undo step. Double click resets.

    The field accepts numbers beyond the slider's ends, within `field_limits`.
    """

    value_changed = Signal(float)
    drag_started = Signal()
    drag_ended = Signal()

    def __init__(  # noqa: PLR0913
        self,
        low: float,
        high: float,
        *,
        step: float,
        decimals: int = 1,
        name: str,
        field_limits: tuple[float, float] | None = None,
        field_width: int = 56,
        is_field_first: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._first: float | None = None
        self.slider = ValueSlider(low, high, step=step, name=name, parent=self)
        limits = field_limits or (low, high)
        self.field = NumberField(
            *limits, decimals=decimals, step=step, name=tr("{name}, exact", name=name), parent=self
        )
        self.field.setFixedWidth(field_width)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(20)
        for widget in (self.field, self.slider) if is_field_first else (self.slider, self.field):
            row.addWidget(widget)
        self.slider.value_moved.connect(self._slider_moved)
        self.slider.drag_started.connect(self.drag_started)
        self.slider.drag_ended.connect(self.drag_ended)
        self.slider.reset_asked.connect(self._reset)
        self.field.value_edited.connect(self._typed)
        self.setFocusProxy(self.slider)

    def value(self) -> float:
        """The number that the field shows."""
        return self.field.value()

    def set_value(self, value: float, *, is_assumed: bool = False, hint: str = "") -> None:
        """Show a number without emitting; the first one is what a double click goes back to."""
        if self._first is None:
            self._first = value
        self.field.set_value(value, is_assumed=is_assumed, hint=hint)
        if not self.slider.isSliderDown():
            self.slider.set_real_value(value)

    def set_reset_value(self, value: float) -> None:
        """What a double click goes back to."""
        self._first = value

    def set_span(self, span: tuple[float, float] | None) -> None:
        """Draw a low to high range on the groove."""
        self.slider.set_span(span)

    def _slider_moved(self, value: float) -> None:
        self.field.set_value(value)
        self.value_changed.emit(value)

    def _typed(self, value: float) -> None:
        self.slider.set_real_value(value)
        self.value_changed.emit(value)
        self.drag_ended.emit()

    def _reset(self) -> None:
        if self._first is not None:
            self.slider.set_real_value(self._first)
            self.field.set_value(self._first)
            self.value_changed.emit(self._first)
            self.drag_ended.emit()
