"""A field for a number: the user's own decimal and thousands signs, italic while it is only assumed."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent, QValidator, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QWidget

from tradeoff_app.app.translation import tr
from tradeoff_app.ui.theme import font
from tradeoff_app.ui.widgets.text import dotted_pen, set_tool_tip
from tradeoff_app.ui.widgets.window_keys import is_for_window

MINUS = "−"
WHOLE_NUMBER = re.compile(r"\d{1,3}(?:[.,'’ \u00a0\u202f]\d{3})+|\d+")
"""Digits as people group them anywhere: 13,500 and 13.500 and 13 500 are the same whole number."""
BEGUN = re.compile(r"[\d.,'’ \u00a0\u202f]*[kKmM]?")
THOUSANDS = {"k": 1e3, "m": 1e6}


class NumberField(QDoubleSpinBox):
    """28 high, right-aligned, no buttons. `value_edited` is emitted for the user's edits only, once each."""

    value_edited = Signal(float)

    def __init__(
        self,
        low: float = -1e12,
        high: float = 1e12,
        *,
        decimals: int = 2,
        step: float = 1.0,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._is_assumed = False
        self._tip = ""
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setFixedHeight(28)
        self.setMinimumWidth(64)
        self.setKeyboardTracking(False)
        self.setGroupSeparatorShown(True)
        self.setDecimals(decimals)
        self.setRange(low, high)
        self.setSingleStep(step)
        self.setFont(font("body"))
        self.setAccessibleName(name)
        self.setAccessibleDescription(tr("Arrow keys change it"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.valueChanged.connect(self._changed)
        self.editingFinished.connect(self._finished)
        self._is_quiet = False

    def set_value(self, value: float, *, is_assumed: bool = False, hint: str = "") -> None:
        """Show a value without emitting; an assumed one is italic with a dotted underline, `hint` says more."""
        is_typing = self.hasFocus() and self.lineEdit().isModified()
        if not is_typing and round(value, self.decimals()) != self.value():  # the base repaints for the same value too
            self._is_quiet = True
            self.setValue(value)
            self._is_quiet = False
        if is_assumed != self._is_assumed:
            self._is_assumed = is_assumed
            self.setFont(font("body", italic=is_assumed))
            self.update()
        tip = "\n".join(part for part in (tr("Assumed") if is_assumed else "", hint) if part)
        if tip != self._tip:
            self._tip = tip
            set_tool_tip(self, tip)
            self.setAccessibleDescription(
                tr("Assumed, not yet confirmed") if is_assumed else tr("Arrow keys change it")
            )

    @property
    def is_assumed(self) -> bool:
        """Whether the value was proposed and not yet confirmed."""
        return self._is_assumed

    def setDecimals(self, decimals: int) -> None:
        """As the base, which lays itself out anew for the same number too."""
        if decimals != self.decimals():
            super().setDecimals(decimals)

    def setSpecialValueText(self, text: str) -> None:
        """As the base, which lays itself out anew for the same text too."""
        if text != self.specialValueText():
            super().setSpecialValueText(text)

    def textFromValue(self, value: float) -> str:
        """The number as the locale writes it, with a true minus."""
        return super().textFromValue(value).replace("-", MINUS)

    def valueFromText(self, text: str) -> float:
        """Reads the true minus as well as the hyphen, and whole numbers as people write them: 13.500, 27k."""
        whole = read_whole(text) if self._is_whole() else None
        if whole is not None:
            return whole
        return super().valueFromText(text.replace(MINUS, "-"))

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """As the base, with the true minus read as one; a whole number half written is kept, never cut."""
        if self._is_whole() and text and BEGUN.fullmatch(text):
            number = read_whole(text)
            fits = number is not None and self.minimum() <= number <= self.maximum()
            return (QValidator.State.Acceptable if fits else QValidator.State.Intermediate), text, position
        state, _, moved = super().validate(text.replace(MINUS, "-"), position)
        return state, text, moved

    def _is_whole(self) -> bool:
        return self.decimals() == 0 and not self.suffix() and not self.prefix()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page; it never changes a number by accident."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo is that of the window unless a number is being written here."""
        if not is_for_window(self, event, is_written=self.lineEdit().isModified()):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The edit takes all of the room."""
        super().resizeEvent(event)
        self._place_edit()

    def showEvent(self, event: QShowEvent) -> None:
        """The base lays the edit out once more when it is shown."""
        super().showEvent(event)
        self._place_edit()

    def changeEvent(self, event: QEvent) -> None:
        """And whenever the style changes."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._place_edit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field, and the dotted underline of an assumed number."""
        super().paintEvent(event)
        if not self._is_assumed:
            return
        edit = self.lineEdit()
        width = edit.fontMetrics().horizontalAdvance(edit.text())
        inside = QRectF(edit.geometry())
        right = inside.right() - 3
        base = round(inside.center().y() + edit.fontMetrics().ascent() / 2 + 1.5) + 0.5
        painter = QPainter(self)
        painter.setPen(dotted_pen())
        painter.drawLine(int(right - width), int(base), int(right), int(base))

    def _place_edit(self) -> None:
        """A style sheet leaves a spin box without buttons one pixel for its text (Qt 6.11)."""
        self.lineEdit().setGeometry(self.rect().adjusted(9, 1, -9, -1))

    def _finished(self) -> None:
        self.lineEdit().setModified(False)

    def _changed(self, value: float) -> None:
        if not self._is_quiet:
            self.value_edited.emit(value)


def read_whole(text: str) -> float | None:
    """The whole number that a text says, with groups of three and k or m; None where it says none.

    >>> read_whole("13.500"), read_whole("27k"), read_whole("1.5k"), read_whole("13.5")
    (13500.0, 27000.0, 1500.0, None)
    """
    written, times = text.strip(), 1.0
    if written[-1:].lower() in THOUSANDS:
        written, times = written[:-1].rstrip(), THOUSANDS[written[-1].lower()]
    if WHOLE_NUMBER.fullmatch(written):
        return float(re.sub(r"\D", "", written)) * times
    if times > 1 and re.fullmatch(r"\d+[.,]\d{1,2}", written):
        return round(float(written.replace(",", ".")) * times)
    return None
