"""Rows of ready cells for a table view: what is shown is decided before, painting only looks it up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from tradeoff_app.app.translation import tr
from tradeoff_app.ui.widgets.marks import Mark
from tradeoff_app.ui.widgets.text import Ink, tool_tip

Index = QModelIndex | QPersistentModelIndex
CELL_ROLE = int(Qt.ItemDataRole.UserRole)
KEY_ROLE = CELL_ROLE + 1


@dataclass(frozen=True)
class Cell:
    """One cell: a line, a small muted second line, a mark before it, its weight and ink, and a full sentence as tip.

    `copied` is what Ctrl+C takes where that is more than the lines; a lit cell belongs to the column in force;
    `quantity` is the address that explains the number.
    """

    text: str = ""
    second: str = ""
    mark: Mark | None = None
    is_strong: bool = False
    is_assumed: bool = False
    ink: Ink = "text"
    tip: str = ""
    copied: str = ""
    is_lit: bool = False
    quantity: str = ""


@dataclass(frozen=True)
class Column:
    """A head and the side its cells stand on."""

    title: str
    align: Literal["left", "right"] = "left"


@dataclass(frozen=True)
class Row:
    """Cells under one key; `group` rows are heads of the rows below, total rows stand under a strong rule.

    `section` rows are groups whose cells stay apart; `head` rows stand over a strong rule and hold what names a column.
    `quantity` explains every cell that has none of its own.
    """

    cells: tuple[Cell, ...]
    key: str = ""
    kind: Literal["row", "group", "total", "section", "head"] = "row"
    quantity: str = ""


class PlainTableModel(QAbstractTableModel):
    """Columns and rows; `set_rows` updates in place where the shape is the same, so that a selection stays."""

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.rows: tuple[Row, ...] = ()

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        wanted = tuple(rows)
        if wanted == self.rows:
            return
        if [row.key for row in wanted] == [row.key for row in self.rows]:
            self.rows = wanted
            self.dataChanged.emit(self.index(0, 0), self.index(len(wanted) - 1, len(self.columns) - 1))
            return
        self.beginResetModel()
        self.rows = wanted
        self.endResetModel()

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Show other heads; rows go with the old ones."""
        if tuple(columns) != self.columns:
            self.beginResetModel()
            self.columns, self.rows = tuple(columns), ()
            self.endResetModel()

    def cell(self, row: int, column: int) -> Cell:
        """The cell at a place; an empty one where a row is short."""
        cells = self.rows[row].cells
        return cells[column] if column < len(cells) else Cell()

    def rowCount(self, parent: Index | None = None) -> int:
        """Number of rows."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Number of columns."""
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Text, tip, accessible text; the cell and the row's key under their own roles."""
        say = _ANSWERS.get(int(role))
        return None if say is None else say(self, index.row(), index.column())

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> Any:
        """The heads, on the side of their cells."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == int(Qt.ItemDataRole.DisplayRole):
            return tr(self.columns[section].title)
        if role == int(Qt.ItemDataRole.TextAlignmentRole):
            return _alignment(self.columns[section])
        return None


def _accessible(cell: Cell) -> str:
    return cell.tip or ", ".join(text for text in (cell.text, cell.second) if text)


_ANSWERS: dict[int, Callable[[PlainTableModel, int, int], Any]] = {
    CELL_ROLE: lambda model, row, column: model.cell(row, column),
    KEY_ROLE: lambda model, row, _column: model.rows[row].key,
    int(Qt.ItemDataRole.DisplayRole): lambda model, row, column: model.cell(row, column).text,
    int(Qt.ItemDataRole.ToolTipRole): lambda model, row, column: tool_tip(model.cell(row, column).tip),
    int(Qt.ItemDataRole.AccessibleTextRole): lambda model, row, column: _accessible(model.cell(row, column)),
    int(Qt.ItemDataRole.TextAlignmentRole): lambda model, _row, column: _alignment(model.columns[column]),
}
"""What a view is told for each role, and nothing made for the others: it asks for a dozen of them in each paint."""


def _alignment(column: Column) -> int:
    side = Qt.AlignmentFlag.AlignRight if column.align == "right" else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)
