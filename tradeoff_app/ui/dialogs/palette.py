"""Find or do anything: every action, step, scenario and metric by its name, from the keyboard."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from tradeoff_app.app.translation import tr
from tradeoff_app.ui.dialogs.ringed import RingedDialog
from tradeoff_app.ui.tables.hairline_table import HairlineTable
from tradeoff_app.ui.tables.plain_model import Cell, Column, Row
from tradeoff_app.ui.theme import font
from tradeoff_app.ui.widgets.text import make_label

WIDTH, HEIGHT = 560, 408
"""The list shows whole rows: twelve of them below the field."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Command:
    """Something to do: what it says, what kind of thing it is, its shortcut, and what happens."""

    text: str
    kind: str
    act: Callable[[], object]
    shortcut: str = ""


def find_commands(commands: Sequence[Command], wanted: str) -> list[Command]:
    """The commands that hold every typed word, those in which words begin with them first; all for nothing typed."""
    words = wanted.casefold().split()
    scored = [(score, at) for at, command in enumerate(commands) if (score := _score(command, words)) is not None]
    return [commands[at] for _, at in sorted(scored)]


def _score(command: Command, words: Sequence[str]) -> int | None:
    """How far from what was typed, 0 for best; None where a word is missing."""
    said = f"{command.text} {command.kind}".casefold()
    starts = _WORD.findall(said)
    distance = 0
    for at, word in enumerate(words):
        if word not in said:
            return None
        is_first = at == 0 and said.startswith(word)
        distance += 0 if is_first else 1 if any(start.startswith(word) for start in starts) else 2
    return distance


class CommandPalette(RingedDialog):
    """Type, choose with the arrow keys, Return does it; Escape closes."""

    def __init__(
        self, commands: Sequence[Command], parent: QWidget | None = None, *, title: str = "", says_kind: bool = True
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title or tr("Find or do anything"))
        self.setFixedSize(WIDTH, HEIGHT)
        self._commands = tuple(commands)
        self._found: list[Command] = []
        self.field = QLineEdit()
        self.field.setFont(font("body"))
        self.field.setFixedHeight(32)
        self.field.setAccessibleName(tr("What to find or do"))
        self.field.setPlaceholderText(title or tr("Find or do anything"))
        self.field.setClearButtonEnabled(True)
        self.field.installEventFilter(self)
        self.list = HairlineTable(
            (Column(tr("What")), Column(tr("Kind")), Column(tr("Shortcut"), "right")),
            name=tr("Commands"),
            rows_are_links=True,
        )
        self.list.setSelectionBehavior(HairlineTable.SelectionBehavior.SelectRows)
        self.list.horizontalHeader().hide()
        self.list.stretch_column(0, {1: 96, 2: 120})
        self.list.setColumnHidden(1, not says_kind)
        self.list.row_activated.connect(self._chosen)
        self.nothing = make_label(tr("Nothing is called that."), "body", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(12)
        column.addWidget(self.field)
        column.addWidget(self.nothing, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.list, 1)
        self.field.textChanged.connect(self._show)
        self.finished.connect(self.deleteLater)
        self._show("")
        self.field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys move the choice while the field keeps the focus."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
            step = steps.get(Qt.Key(event.key()))
            if step is not None:
                self._move(step)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._chosen(str(self.list.currentIndex().row()))
                return True
        return super().eventFilter(watched, event)

    def found(self) -> list[str]:
        """What is listed, from the top."""
        return [command.text for command in self._found]

    def _show(self, wanted: str) -> None:
        self._found = find_commands(self._commands, wanted)
        rows = [_row(command, at) for at, command in enumerate(self._found)]
        self.list.table().set_rows(())
        self.list.set_rows(rows)
        self.nothing.setVisible(not self._found)
        self.list.setVisible(bool(self._found))
        self._move(0)

    def _move(self, step: int) -> None:
        if self._found:
            row = min(len(self._found) - 1, max(0, self.list.currentIndex().row() + step))
            self.list.selectRow(row)
            self.list.setCurrentIndex(self.list.table().index(row, 0))

    def _chosen(self, row: str) -> None:
        if row.isdigit() and int(row) < len(self._found):
            command = self._found[int(row)]
            self.accept()
            command.act()


def _row(command: Command, at: int) -> Row:
    cells = Cell(command.text, tip=command.text), Cell(command.kind, ink="muted"), Cell(command.shortcut, ink="muted")
    return Row(cells, str(at))
