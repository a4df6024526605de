"""The table of the house: hairlines under rows, no zebra, no upright lines, a strong rule under the head."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QStyle, QStyledItemDelegate, QTableView, QWidget

from tradeoff_app.app.translation import tr
from tradeoff_app.ui.explaining import ask, open_menu
from tradeoff_app.ui.tables.plain_model import CELL_ROLE, KEY_ROLE, Cell, Column, Index, PlainTableModel, Row
from tradeoff_app.ui.theme import colour, font, line_height
from tradeoff_app.ui.widgets.marks import paint_mark
from tradeoff_app.ui.widgets.shown_text import one_line
from tradeoff_app.ui.widgets.text import INK_TOKENS, dotted_pen

ROW, TALL_ROW, PADDING = 28, 44, 8
HEIGHTS = {"group": 36, "section": 36, "head": 48}
"""Rows that are as high as their kind wants."""


class HairlineDelegate(QStyledItemDelegate):
    """Paints a `Cell`: mark, line, second line, hairline below; the current cell gets a frame of its own."""

    def sizeHint(self, option: Any, index: Index) -> QSize:
        """One line 28, two lines 44."""
        cell = index.data(CELL_ROLE)
        left, right = _paddings(option.widget, index.column())
        if not isinstance(cell, Cell):
            return QSize(0, ROW)
        words = max(
            QFontMetrics(_font(cell)).horizontalAdvance(one_line(cell.text)), _width(one_line(cell.second), "small")
        )
        mark = 18 if cell.mark else 0
        return QSize(words + mark + left + right + 2, TALL_ROW if cell.second else ROW)

    def updateEditorGeometry(self, editor: QWidget, option: Any, _index: Index) -> None:
        """A widget on a cell takes all of it; the style would leave margins."""
        editor.setGeometry(option.rect)

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        """Paint one cell."""
        cell = index.data(CELL_ROLE)
        rect: QRect = option.rect
        view = option.widget
        painter.save()
        if isinstance(view, HairlineTable):
            _paint_ground(painter, rect, view, option.state, index)
        if isinstance(cell, Cell):
            left, right = _paddings(view, index.column())
            side = int(index.data(int(Qt.ItemDataRole.TextAlignmentRole)) or 0)
            _paint_cell(painter, rect.adjusted(left, 0, -right, -1), cell, side)
        painter.restore()


class HairlineHead(QHeaderView):
    """Small muted heads over a strong rule, each on the side of its column."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setFont(font("small"))
        self.setHighlightSections(False)
        self.setSectionsClickable(False)
        self.setMinimumSectionSize(24)
        self.setFixedHeight(26)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """One head."""
        model = self.model()
        title = str(model.headerData(section, Qt.Orientation.Horizontal) or "")
        side = int(model.headerData(section, Qt.Orientation.Horizontal, int(Qt.ItemDataRole.TextAlignmentRole)) or 0)
        left, right = _paddings(self.parent(), section)
        room = rect.adjusted(left, 0, -right, -4)
        painter.save()
        painter.setFont(font("small"))
        painter.setPen(colour("muted"))
        shown = QFontMetrics(painter.font()).elidedText(one_line(title), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, side | int(Qt.AlignmentFlag.AlignVCenter), shown)
        painter.restore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The heads and the rule below them."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.fillRect(0, self.height() - 1, self.width(), 1, colour("strong"))


class HairlineTable(QTableView):
    """Give it columns, then rows. `row_chosen` and `row_activated` carry the row's key. Ctrl+C copies the cell."""

    row_chosen = Signal(str)
    row_activated = Signal(str)

    def __init__(
        self,
        columns: Sequence[Column],
        *,
        name: str,
        rows_are_links: bool = False,
        padding: int = PADDING,
        row_height: int = ROW,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.padding, self._row_height = padding, row_height
        self.edge_padding = 0
        self.rows_are_links = rows_are_links
        self.hovered_row = -1
        self.lit_row = ""
        self.setAccessibleName(name)
        moves = tr("Arrow keys move, Ctrl+C copies, F1 explains a number")
        self.setAccessibleDescription(tr("Arrow keys move, Return opens the row") if rows_are_links else moves)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalHeader(HairlineHead(self))
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(ROW)
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.setItemDelegate(HairlineDelegate(self))
        self.setModel(PlainTableModel(columns, self))
        self.selectionModel().currentRowChanged.connect(self._row_changed)
        if rows_are_links:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def table(self) -> PlainTableModel:
        """The model behind it."""
        model = self.model()
        assert isinstance(model, PlainTableModel)
        return model

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; rows with a second line are taller."""
        self.table().set_rows(rows)
        for index, row in enumerate(rows):
            is_tall = any(cell.second for cell in row.cells)
            usual = TALL_ROW if is_tall else self._row_height
            self.setRowHeight(index, HEIGHTS.get(row.kind, usual))
            if row.kind == "group":
                self.setSpan(index, 0, 1, len(self.table().columns))

    def stretch_column(self, column: int, widths: dict[int, int] | None = None) -> None:
        """Let one column take the room that is left; the others fit their contents or the given widths."""
        head = self.horizontalHeader()
        for section in range(head.count()):
            width = (widths or {}).get(section)
            if section == column:
                head.setSectionResizeMode(section, QHeaderView.ResizeMode.Stretch)
            elif width is None:
                head.setSectionResizeMode(section, QHeaderView.ResizeMode.ResizeToContents)
            else:
                head.setSectionResizeMode(section, QHeaderView.ResizeMode.Fixed)
                head.resizeSection(section, width)

    def fit_height(self) -> None:
        """Be as high as the rows need, for tables that stand on a page that scrolls itself."""
        rows = sum(self.rowHeight(row) for row in range(self.table().rowCount()))
        head = 0 if self.horizontalHeader().isHidden() else self.horizontalHeader().height()
        self.setFixedHeight(rows + head)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def choose(self, key: str) -> None:
        """Make the row of this key the current one."""
        for index, row in enumerate(self.table().rows):
            if row.key == key and self.currentIndex().row() != index:
                self.selectionModel().setCurrentIndex(
                    self.table().index(index, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect
                )

    def light_row(self, key: str) -> None:
        """Show which row the selection is about, without moving the focus."""
        if key != self.lit_row:
            self.lit_row = key
            self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+C copies what the cell says, Return opens the row."""
        index = self.currentIndex()
        if index.isValid() and event.matches(QKeySequence.StandardKey.Copy):
            cell = self.table().cell(index.row(), index.column())
            QGuiApplication.clipboard().setText(cell.copied or ", ".join(t for t in (cell.text, cell.second) if t))
        elif event.key() == Qt.Key.Key_F1 and self.quantity_at(None):
            ask(self, self.quantity_at(None))
        elif index.isValid() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.row_activated.emit(str(index.data(KEY_ROLE)))
        else:
            super().keyPressEvent(event)

    def quantity_at(self, point: QPoint | None) -> str:
        """The number in the cell under a point of the viewport, or in the current one."""
        index = self.currentIndex() if point is None else self.indexAt(point)
        if not index.isValid():
            return ""
        row = self.table().rows[index.row()]
        return self.table().cell(index.row(), index.column()).quantity or row.quantity

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """A number can be explained: the one under the pointer, or in focus where the menu key was pressed."""
        is_pointed = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if is_pointed else self.currentIndex()
        if index.isValid():
            self.setCurrentIndex(index)
            open_menu(self, None if not is_pointed else event.pos(), event.globalPos())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The row under the pointer is raised."""
        self._hover(event.position().toPoint())
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a row that is a link opens it."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if self.rows_are_links and index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.row_activated.emit(str(index.data(KEY_ROLE)))

    def leaveEvent(self, event: QEvent) -> None:
        """No row is raised any more."""
        self._hover(QPoint(-1, -1))
        super().leaveEvent(event)

    def _hover(self, point: QPoint) -> None:
        row = self.indexAt(point).row()
        if row != self.hovered_row:
            self.hovered_row = row
            self.viewport().update()

    def _row_changed(self, index: Index, _before: Index) -> None:
        if index.isValid():
            self.row_chosen.emit(str(index.data(KEY_ROLE)))


def _font(cell: Cell) -> Any:
    return font("strong" if cell.is_strong else "body", italic=cell.is_assumed)


def _width(text: str, role: Any) -> int:
    return QFontMetrics(font(role)).horizontalAdvance(text) if text else 0


def _paint_ground(painter: QPainter, rect: QRect, view: HairlineTable, state: QStyle.StateFlag, index: Index) -> None:
    row = view.table().rows[index.row()]
    is_current = bool(state & QStyle.StateFlag.State_HasFocus) and not view.rows_are_links
    if view.table().cell(index.row(), index.column()).is_lit or (row.key and row.key == view.lit_row):
        painter.fillRect(rect, colour("accent_soft"))
    if row.kind == "row" and is_current:
        painter.fillRect(rect.adjusted(0, 0, 0, -1), colour("accent_soft"))
        painter.setPen(QPen(colour("focus"), 2))
        painter.drawRect(QRectF(rect).adjusted(1, 1, -1, -1))
    elif row.kind == "row" and index.row() == view.hovered_row:
        painter.fillRect(rect.adjusted(0, 0, 0, -1), colour("raised"))
    elif row.kind == "row" and view.rows_are_links and view.hasFocus() and index.row() == view.currentIndex().row():
        painter.fillRect(rect.adjusted(0, 0, 0, -1), colour("accent_soft"))
    line = "strong" if row.kind == "head" else "rule"
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colour(line))
    if row.kind == "total":
        painter.fillRect(QRect(rect.left(), rect.top() - 1, rect.width(), 1), colour("strong"))


def _paddings(view: object, column: int) -> tuple[int, int]:
    """Pixels left and right of a cell: none at the outer edges, so that the table stands in line with the text.

    A table whose columns have grounds keeps its distance at the right (`edge_padding`).
    """
    if not isinstance(view, HairlineTable):
        return PADDING, PADDING
    is_last = column == view.table().columnCount() - 1
    return 0 if column == 0 else view.padding, view.edge_padding if is_last else view.padding


def _paint_cell(painter: QPainter, room: QRect, cell: Cell, side: int) -> None:
    whole = room
    if cell.mark is not None:
        words = QFontMetrics(_font(cell)).horizontalAdvance(one_line(cell.text))
        is_right = bool(side & int(Qt.AlignmentFlag.AlignRight))
        at = max(room.left(), room.right() - words - 18) if is_right else room.left()
        middle = room.top() + 14 if cell.second and is_right else room.center().y()
        paint_mark(painter, QRectF(at, middle - 5.5, 12, 12), cell.mark)
        room = room.adjusted(18, 0, 0, 0)
    first = QRect(room.left(), room.top() + 4, room.width(), line_height("body")) if cell.second else room
    painter.setFont(_font(cell))
    painter.setPen(colour(INK_TOKENS.get(cell.ink, cell.ink)))
    shown = QFontMetrics(painter.font()).elidedText(one_line(cell.text), Qt.TextElideMode.ElideMiddle, first.width())
    painter.drawText(first, side, shown)
    if cell.is_assumed and cell.text:
        _underline(painter, first, shown, side)
    if cell.second:
        painter.setFont(font("small"))
        painter.setPen(colour("muted"))
        below = whole if side & int(Qt.AlignmentFlag.AlignRight) else room
        second = QRect(below.left(), below.top() + 23, below.width(), line_height("small"))
        shown = QFontMetrics(painter.font()).elidedText(
            one_line(cell.second), Qt.TextElideMode.ElideRight, second.width()
        )
        painter.drawText(second, side, shown)


def _underline(painter: QPainter, rect: QRect, text: str, side: int) -> None:
    """The dotted line of an assumed number."""
    metrics = painter.fontMetrics()
    width = metrics.horizontalAdvance(text)
    left = rect.right() - width if side & int(Qt.AlignmentFlag.AlignRight) else rect.left()
    base = rect.center().y() + metrics.ascent() // 2 + 2
    painter.setPen(dotted_pen())
    painter.drawLine(left, base, left + width, base)
