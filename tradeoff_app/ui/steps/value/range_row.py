"""The controls of one range: best guess by field or slider, low and high by field."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from tradeoff_app.app.translation import tr
from tradeoff_app.model.range import Range
from tradeoff_app.ui.explaining import set_quantity
from tradeoff_app.ui.steps.value.context import ValueContext
from tradeoff_app.ui.steps.value.range_input import RangeInput
from tradeoff_app.ui.steps.value.row import Host, ValueRow
from tradeoff_app.ui.tables.ledger import NameCell
from tradeoff_app.ui.widgets.number_field import NumberField
from tradeoff_app.ui.widgets.text import make_label
from tradeoff_app.ui.widgets.value_slider import ValueSlider, scale_for
from tradeoff_app.wording.explanations.explanation import Quantity


class RangeRow(ValueRow):
    """Field, slider and ends edit the same range; the slider's scale keeps still while it is dragged."""

    def __init__(self, table: Host, source: RangeInput, name: str) -> None:
        super().__init__(table)
        self.source = source
        self.name = NameCell(name)
        self.slider = ValueSlider(0, 10, step=0.05, name=tr("{name}, best guess", name=name))
        self.base = self._field(tr("{name}, best guess", name=name))
        self.low = self._field(tr("{name}, low guess", name=name))
        self.high = self._field(tr("{name}, high guess", name=name))
        self.money = make_label("", "strong")
        self._scale: tuple[float, float, float] | None = None
        self._first: float | None = None
        self._decimals = source.decimals
        path = Quantity("input", source.path(table.context)).input_path
        for shown_in in (self.base, self.low, self.high, self.slider):
            set_quantity(shown_in, f"input:{path}")
        self.base.value_edited.connect(self._base_typed)
        self.low.value_edited.connect(self._low_edited)
        self.high.value_edited.connect(self._high_edited)
        self.slider.value_moved.connect(self._base_moved)
        self.slider.drag_started.connect(table.document.begin_drag)
        self.slider.drag_ended.connect(table.document.end_drag)
        self.slider.reset_asked.connect(self._reset)

    def span_widget(self) -> QWidget:
        """Low and high side by side."""
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for field in (self.low, self.high):
            field.setFixedWidth(68)
        row.addWidget(self.low)
        row.addWidget(make_label(tr("to"), "body", "muted"))
        row.addWidget(self.high)
        return holder

    def refresh(self, context: ValueContext) -> None:
        """Show what stands in the project."""
        shown = self.source.shown(context)
        is_assumed = context.project.is_assumed(self.source.path(context))
        self.name.say(self.source.name(context), self.source.note(context))
        for field in (self.base, self.low, self.high):
            field.setSpecialValueText(tr("not stated", "in a narrow field") if shown is None else "")
        value = shown or Range.exactly(0.0)
        self._fit_decimals(value)
        self.base.set_value(value.base, is_assumed=is_assumed)
        self.low.set_value(value.low, is_assumed=is_assumed)
        self.high.set_value(value.high, is_assumed=is_assumed)
        if self._first is None:
            self._first = value.base
        self._show_on_slider(value)

    def _field(self, name: str) -> NumberField:
        low, high = self.source.limits
        field = NumberField(low, high, decimals=self.source.decimals, step=1, name=name)
        field.setFixedWidth(88)
        if self.source.is_percent:
            field.setSuffix(self._table.context.speaker.voice.language.percent.format(number=""))
        return field

    def _fit_decimals(self, value: Range) -> None:
        """Prices of less than ten cents show the digits that they have; nothing changes under the pointer."""
        if self.slider.isSliderDown() or self.source.decimals != 2:
            return
        size = max(abs(value.low), abs(value.high))
        self._decimals = 2 if size == 0 or size >= 0.1 else 4 if size >= 0.001 else 6
        for field in (self.base, self.low, self.high):
            field.setDecimals(self._decimals)

    def _show_on_slider(self, value: Range) -> None:
        self.slider.set_span(None if value.is_exact else (value.low, value.high))
        if self.slider.isSliderDown():
            return
        if self._scale is None or not self._scale[0] <= value.base <= self._scale[1]:
            self._scale = self._make_scale(value)
            self.slider.set_limits(*self._scale)
        self.slider.set_real_value(value.base)

    def _make_scale(self, value: Range) -> tuple[float, float, float]:
        """From nothing to some two and a half times the best guess; below zero only where the guess is."""
        if self.source.limits == (0.0, 100.0):
            return 0.0, 100.0, 1.0
        low, high, step = scale_for(max(abs(value.base), abs(value.low) / 2.5, abs(value.high) / 2.5) or 4.0)
        return (-high if value.low < 0 else low), high, step

    def _base_moved(self, shown: float) -> None:
        now = self._now()
        shown = round(shown, self._decimals)
        self._put(now.with_base(shown) if now else Range.exactly(shown))

    def _base_typed(self, shown: float) -> None:
        self._base_moved(shown)
        self._table.document.end_drag()

    def _low_edited(self, low: float) -> None:
        now = self._now() or Range.exactly(low)
        self._put(Range(low=low, base=max(low, now.base), high=max(low, now.high)), is_span=True)
        self._table.document.end_drag()

    def _high_edited(self, high: float) -> None:
        now = self._now() or Range.exactly(high)
        self._put(Range(low=min(high, now.low), base=min(high, now.base), high=high), is_span=True)
        self._table.document.end_drag()

    def _reset(self) -> None:
        if self._first is not None:
            self._base_typed(self._first)

    def _now(self) -> Range | None:
        return self.source.shown(self._table.context)

    def _put(self, shown: Range, *, is_span: bool = False) -> None:
        context = self._table.context
        path = self.source.path(context)
        before, after = (self.source.said(context, value, is_span=is_span) for value in (self._now(), shown))
        self._table.edits.change(path, self.source.put(context, shown), context.subject(path), before, after)
