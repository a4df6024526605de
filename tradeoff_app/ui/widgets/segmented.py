"""A choice of two to five words in one row, of which exactly one is taken."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from tradeoff_app.app.translation import tr
from tradeoff_app.ui.theme import font


class SegmentedChoice(QWidget):
    """Words side by side; the arrow keys move the choice. `choice_changed` is only emitted for what the user did."""

    choice_changed = Signal(str)

    def __init__(
        self, choices: Sequence[tuple[str, str]], chosen: str | None = None, *, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._ids = [choice for choice, _ in choices]
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for index, (_, text) in enumerate(choices):
            button = QPushButton(text.replace("&", "&&"), self)
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setProperty("segment", _place(index, len(choices)))
            button.setFont(font("control"))
            button.setAccessibleName(f"{name}: {text}")
            place = {"at": index + 1, "count": len(choices)}
            button.setAccessibleDescription(tr("Choice {at} of {count}; arrow keys change it", **place))
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._group.addButton(button, index)
            row.addWidget(button)
        self._group.idClicked.connect(self._clicked)
        self.set_choice(chosen if chosen is not None else self._ids[0])

    def choice(self) -> str | None:
        """The id of the chosen word; None where none was taken yet."""
        index = self._group.checkedId()
        return self._ids[index] if index >= 0 else None

    def set_choice(self, choice: str | None) -> None:
        """Show a choice without emitting; None shows that nothing was chosen yet."""
        if choice is None or choice not in self._ids:
            self._group.setExclusive(False)
            for button in self._group.buttons():
                button.setChecked(False)
            self._group.setExclusive(True)
            return
        self._group.button(self._ids.index(choice)).setChecked(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right move the choice."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        index = self._group.checkedId() + step
        if 0 <= index < len(self._ids) and self._group.button(index).isEnabled():
            self._group.button(index).setChecked(True)
            self._group.button(index).setFocus(Qt.FocusReason.TabFocusReason)
            self.choice_changed.emit(self._ids[index])

    def _clicked(self, index: int) -> None:
        self.choice_changed.emit(self._ids[index])


def _place(index: int, count: int) -> str:
    if count == 1:
        return "only"
    if index == 0:
        return "first"
    return "last" if index == count - 1 else "middle"
