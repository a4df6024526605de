"""A field for a number: the user's own decimal and thousands signs, italic while it is only assumed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent, QValidator, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QWidget

from tradeoff_app.app.translation import tr
from tradeoff_app.ui.theme import font
from tradeoff_app.ui.widgets.text import dotted_pen, set_tool_tip

MINUS = "−"


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
        """Reads the true minus as well as the hyphen."""
        return super().valueFromText(text.replace(MINUS, "-"))

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """As the base, with the true minus read as one."""
        state, _, moved = super().validate(text.replace(MINUS, "-"), position)
        return state, text, moved

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page; it never changes a number by accident."""
        event.ignore()

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

    def _changed(self, value: float) -> None:
        if not self._is_quiet:
            self.value_edited.emit(value)
