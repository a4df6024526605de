"""A drop-down over a few ids in plain words, italic while its choice is only assumed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from tradeoff_app.app.translation import tr
from tradeoff_app.ui.theme import font
from tradeoff_app.ui.widgets.shown_text import LONGEST_ENTRY, one_line
from tradeoff_app.ui.widgets.text import set_tool_tip


class ChoiceBox(QComboBox):
    """`choice_made` carries the id that the user took; showing a choice tells nobody."""

    choice_made = Signal(str)

    def __init__(
        self, choices: Sequence[tuple[str, str]], *, name: str, placeholder: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._choices: list[tuple[str, str]] = []
        self.setFont(font("body"))
        self.setAccessibleName(name)
        self.setAccessibleDescription(tr("Stated"))
        self.setPlaceholderText(placeholder)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.set_choices(choices)
        self.activated.connect(self._taken)

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer other words."""
        if self._choices == list(choices):
            return
        self._choices = list(choices)
        self.clear()
        for choice, text in choices:
            self.addItem(one_line(text, LONGEST_ENTRY), choice)

    def show_choice(self, choice: str | None, *, is_assumed: bool = False) -> None:
        """Show a choice; None shows the placeholder."""
        self.setCurrentIndex(-1 if choice is None else self.findData(choice))
        if self.font().italic() != is_assumed:
            self.setFont(font("body", italic=is_assumed))
        set_tool_tip(self, tr("Assumed") if is_assumed else "")
        self.setAccessibleDescription(tr("Assumed, not yet confirmed") if is_assumed else tr("Stated"))

    def choice(self) -> str | None:
        """The id that is shown."""
        data = self.currentData()
        return None if data is None else str(data)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page; it never changes a choice by accident."""
        event.ignore()

    def _taken(self, index: int) -> None:
        self.choice_made.emit(str(self.itemData(index)))
