"""The matrix as a Qt table model: one row per metric or group head, one column per segment."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from tradeoff_app.ui.steps.compare.content import EMPTY, CellContent, GroupLine, Line, MatrixContent, MetricLine
from tradeoff_app.ui.widgets.text import tool_tip

Index = QModelIndex | QPersistentModelIndex
CONTENT_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""The `CellContent`, `MetricLine`, `GroupLine` or `ColumnHead` behind a cell or a head, for the delegate."""

_NOWHERE = QModelIndex()
Say = Callable[[CellContent], str]


class MatrixModel(QAbstractTableModel):
    """Follows a `MatrixContent`; texts change in place while metrics and segments stay the same."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.content = EMPTY
        self._say: Say = _nothing
        self._copy: Say = _nothing

    def speak_with(self, say: Say, copy: Say) -> None:
        """How a cell is said in a sentence and what copying it takes along; asked only when somebody wants to know."""
        self._say, self._copy = say, copy

    def copy_text(self, cell: CellContent) -> str:
        """Value, unit and interval of a cell."""
        return self._copy(cell)

    def show_content(self, content: MatrixContent) -> bool:
        """Take over new content; True where rows or columns are new, so that the view must lay itself out again."""
        if content == self.content:
            return False
        is_new = content.shape_key != self.content.shape_key
        if is_new:
            self.beginResetModel()
            self.content = content
            self.endResetModel()
            return True
        self.content = content
        last = self.index(self.rowCount() - 1, self.columnCount() - 1)
        self.dataChanged.emit(self.index(0, 0), last)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
        self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, self.rowCount() - 1)
        return False

    def line(self, row: int) -> Line:
        """The metric or group head of a row."""
        return self.content.lines[row]

    def cell(self, index: Index) -> CellContent | None:
        """The cell at an index; None on a group head."""
        if not index.isValid():
            return None
        line = self.line(index.row())
        return line.cells[index.column()] if isinstance(line, MetricLine) else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Metrics and group heads."""
        return 0 if parent.isValid() else len(self.content.lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Segments."""
        return 0 if parent.isValid() else len(self.content.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Group heads and unmeasured cells can't be chosen, so that the arrow keys pass over them."""
        cell = self.cell(index)
        if cell is None or not cell.is_selectable:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Texts for the view, the sentence for tooltips and screen readers, the content itself for the delegate."""
        if not index.isValid():
            return None
        line = self.line(index.row())
        if isinstance(line, GroupLine):
            return _group_data(line, index.column(), role)
        return self._cell_data(line.cells[index.column()], role)

    def _cell_data(self, cell: CellContent, role: int) -> Any:
        if role == CONTENT_ROLE:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.why or f"{cell.before} → {cell.after}  {cell.change}  {cell.word}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return tool_tip("\n".join(text for text in (cell.why or self._say(cell), cell.note) if text))
        return cell.why or self._say(cell) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> Any:
        """Segment names above, metric names at the left."""
        if orientation == Qt.Orientation.Horizontal:
            if section >= len(self.content.columns):
                return None
            head = self.content.columns[section]
            texts = (head.name, head.note)
            return head if role == CONTENT_ROLE else _head_text(texts, role)
        if section >= len(self.content.lines):
            return None
        line = self.content.lines[section]
        if role == CONTENT_ROLE:
            return line
        if isinstance(line, MetricLine):
            return _head_text((line.name, line.unit_line, line.badge, line.remark, line.note), role)
        return _head_text((line.title, line.remark), role)


def _head_text(texts: tuple[str, ...], role: int) -> Any:
    if role == Qt.ItemDataRole.DisplayRole:
        return texts[0]
    whole = ", ".join(text for text in texts if text)
    if role == Qt.ItemDataRole.ToolTipRole:
        return tool_tip(whole)
    return whole if role == Qt.ItemDataRole.AccessibleTextRole else None


def _group_data(line: GroupLine, column: int, role: int) -> Any:
    if role == CONTENT_ROLE:
        return line
    return line.title if role == Qt.ItemDataRole.DisplayRole and column == 0 else None


def _nothing(_cell: CellContent) -> str:
    return ""
