"""A table of live controls: heads over a strong rule, a hairline under each row, rows kept by key, edited in place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from tradeoff_app.app.translation import tr
from tradeoff_app.ui.widgets.buttons import make_rule
from tradeoff_app.ui.widgets.shown_text import LONGEST_NAME
from tradeoff_app.ui.widgets.text import make_label

Align = Literal["left", "right"]
_ALIGN = {
    "left": Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    "right": Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
}


@dataclass(frozen=True)
class LedgerColumn:
    """A column: its head, its least width, where it leans, its share of spare width, and what separates it."""

    title: str
    width: int = 0
    align: Align = "left"
    stretch: int = 0
    gap: int = 24


class NameCell(QWidget):
    """The name of a row with a small muted line under it."""

    def __init__(
        self, name: str = "", note: str = "", *, is_strong: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 5, 0, 5)
        column.setSpacing(0)
        self.name = make_label(name, "strong" if is_strong else "body", wraps=True, longest=LONGEST_NAME)
        self.note = make_label(note, "small", "muted", wraps=True)
        column.addWidget(self.name)
        column.addWidget(self.note)
        self.note.setVisible(bool(note))

    def lean_right(self) -> None:
        """Stand under a head of numbers."""
        for label in (self.name, self.note):
            label.setAlignment(_ALIGN["right"])

    def add_badge(self, badge: QWidget) -> None:
        """A chip under the words."""
        badge.setVisible(False)
        self._column.addSpacing(2)
        self._column.addWidget(badge)

    def say(self, name: str, note: str = "") -> None:
        """Show other texts."""
        self.name.setText(name)
        self.note.setText(note)
        self.note.setVisible(bool(note))


class Ledger(QWidget):
    """Rows of widgets in columns; a row is taken out and put in as a whole, never while somebody edits it."""

    def __init__(
        self,
        columns: Sequence[LedgerColumn],
        *,
        row_height: int = 42,
        has_heads: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._row_height = row_height
        self._keys: list[str] = []
        self._next = 2
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(0)
        self._grid.setVerticalSpacing(0)
        self.heads: list[QLabel] = []
        self._lay_out_heads(has_heads=has_heads)

    def keys(self) -> tuple[str, ...]:
        """The rows in their order."""
        return tuple(self._keys)

    def set_head(self, column: int, title: str) -> None:
        """Show another head, such as one with the currency."""
        self.heads[column].setText(title)

    def add_row(self, key: str, widgets: Sequence[QWidget | None], *, height: int | None = None) -> None:
        """One more row at the foot; None leaves a cell empty because nothing applies."""
        self._keys.append(key)
        self._grid.setRowMinimumHeight(self._next, height or self._row_height)
        for index, (column, widget) in enumerate(zip(self._columns, widgets, strict=True)):
            if widget is None:
                continue
            if column.align == "right" and isinstance(widget, QLabel):
                widget.setAlignment(_ALIGN["right"])
            fills = isinstance(widget, NameCell) or column.align == "left"
            alignment = Qt.AlignmentFlag.AlignVCenter if fills else _ALIGN["right"]
            self._grid.addWidget(widget, self._next, 2 * index, alignment)
        self._grid.addWidget(make_rule(), self._next + 1, 0, 1, 2 * len(self._columns) - 1)
        self._next += 2

    def clear(self) -> None:
        """Take all rows out; the heads stay."""
        while (item := self._grid.takeAt(self._first_item())) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row in range(2, self._next):
            self._grid.setRowMinimumHeight(row, 0)
        self._keys, self._next = [], 2

    def _first_item(self) -> int:
        return len(self.heads) + 1

    def _lay_out_heads(self, *, has_heads: bool) -> None:
        for index, column in enumerate(self._columns):
            head = make_label(tr(column.title), "small", "muted", wraps=bool(column.width))
            head.setAlignment((_ALIGN[column.align] & ~Qt.AlignmentFlag.AlignVCenter) | Qt.AlignmentFlag.AlignBottom)
            head.setContentsMargins(0, 8, 0, 6)
            self.heads.append(head)
            if not has_heads:
                head.hide()
            self._grid.addWidget(head, 0, 2 * index)
            self._grid.setColumnMinimumWidth(2 * index, column.width)
            self._grid.setColumnStretch(2 * index, column.stretch)
            if index + 1 < len(self._columns):
                self._grid.setColumnMinimumWidth(2 * index + 1, column.gap)
        rule = make_rule("head-rule")
        if not has_heads:
            rule.hide()
        self._grid.addWidget(rule, 1, 0, 1, 2 * len(self._columns) - 1)
