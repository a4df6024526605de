"""The matrix on screen: frozen heads, one cell in focus, arrow keys, Enter and copy."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from tradeoff_app.app.translation import tr
from tradeoff_app.ui import theme
from tradeoff_app.ui.explaining import add_entry, ask
from tradeoff_app.ui.steps.compare.content import GroupLine, MatrixContent
from tradeoff_app.ui.steps.compare.matrix_delegate import MatrixDelegate
from tradeoff_app.ui.steps.compare.matrix_heads import MetricHeads, SegmentHeads
from tradeoff_app.ui.steps.compare.matrix_model import Index, MatrixModel

NAME_WIDTHS = ((1200, 240), (900, 176), (0, 164))
"""Width of the metric names by the width of the view."""
COLUMN_WIDTH = (172, 240)
HEIGHTS = {"roomy": (46, 32), "dense": (42, 28)}
"""Heights of a metric's row and of a group head; windows of 800 pixels need the dense ones."""


class Corner(QWidget):
    """The head of the first column, above the metric names."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.text = ""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Set small and muted on the line of the segments' second text, over the head rule."""
        del event
        painter = QPainter(self)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("muted"))
        bottom = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        painter.drawText(self.rect().adjusted(0, 0, -8, -6), bottom, self.text)
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), theme.colour("strong"))


class MatrixView(QTableView):
    """Metric by segment; `cell_chosen` says which cell came into focus, `cell_opened` that Enter was pressed on it."""

    cell_chosen = Signal(str, str)
    cell_opened = Signal(str, str)
    note_asked = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.matrix = MatrixModel(self)
        self._corner = Corner(self)
        self.setModel(self.matrix)
        self._delegate = MatrixDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setHorizontalHeader(SegmentHeads(self))
        self.setVerticalHeader(MetricHeads(self))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self._is_following = False
        self._density = "roomy"

    def show_content(self, content: MatrixContent, corner: str) -> None:
        """Show new texts; rows and columns are laid out again only where metrics or segments changed."""
        self._corner.text = corner
        self._delegate.fit_words(
            cell.word for line in content.lines if not isinstance(line, GroupLine) for cell in line.cells
        )
        self._is_following = True
        if self.matrix.show_content(content):
            self._lay_out_rows()
            self._lay_out_columns()
        self._is_following = False

    def show_selection(self, metric: str | None, segment: str) -> None:
        """Put the focus frame on this cell without telling anyone."""
        position = self.matrix.content.position(metric, segment)
        self._is_following = True
        if position is None:
            self.setCurrentIndex(QModelIndex())
        else:
            wanted = self.matrix.index(*position)
            if wanted != self.currentIndex():
                self.setCurrentIndex(wanted)
        self._is_following = False

    def set_dense(self, *, is_dense: bool) -> None:
        """Rows closer together, or with air."""
        wanted = "dense" if is_dense else "roomy"
        if wanted != self._density:
            self._density = wanted
            self._lay_out_rows()

    def content_height(self) -> int:
        """The height at which no row is hidden."""
        rows = sum(self.rowHeight(row) for row in range(self.matrix.rowCount()))
        return self.horizontalHeader().sizeHint().height() + rows + 2

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which cell is in focus, unless the view itself follows somebody else's choice."""
        super().currentChanged(current, previous)
        cell = self.matrix.cell(current)
        if cell is not None and not self._is_following:
            self.cell_chosen.emit(cell.metric, cell.segment)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the cell; copy takes its value, unit and interval."""
        cell = self.matrix.cell(self.currentIndex())
        if event.matches(QKeySequence.StandardKey.Copy) and cell is not None:
            self._copied()
        elif event.key() == Qt.Key.Key_F1 and cell is not None:
            ask(self, cell.quantity)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and cell is not None:
            self.cell_opened.emit(cell.metric, cell.segment)
        else:
            super().keyPressEvent(event)

    def quantity_at(self, point: QPoint | None) -> str:
        """The number in the cell under a point of the viewport, or in the current one."""
        cell = self.matrix.cell(self.currentIndex() if point is None else self.indexAt(point))
        return cell.quantity if cell is not None else ""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with a cell: the one under the pointer, or in focus where the menu key was pressed."""
        is_pointed = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if is_pointed else self.currentIndex()
        cell = self.matrix.cell(index)
        if cell is None or not cell.is_selectable:
            return
        self.setCurrentIndex(index)
        where = event.globalPos() if is_pointed else self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        add_entry(menu, self, cell.quantity)
        closer, copied = menu.addAction(tr("Look closer")), menu.addAction(tr("Copy value, unit and interval"))
        closer.setShortcut(QKeySequence(Qt.Key.Key_Return))
        copied.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        closer.triggered.connect(self._opened)
        copied.triggered.connect(self._copied)
        menu.addAction(tr("Add a note")).triggered.connect(self._note_asked)
        menu.popup(where)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns share the width between their limits."""
        super().resizeEvent(event)
        self._lay_out_columns()

    def updateGeometries(self) -> None:
        """The head of the first column stays in its corner."""
        super().updateGeometries()
        header = self.horizontalHeader()
        self._corner.setGeometry(0, 0, self.verticalHeader().width(), header.height())
        self._corner.raise_()

    def _copied(self) -> None:
        cell = self.matrix.cell(self.currentIndex())
        if cell is not None:
            QGuiApplication.clipboard().setText(self.matrix.copy_text(cell))

    def _opened(self) -> None:
        cell = self.matrix.cell(self.currentIndex())
        if cell is not None:
            self.cell_opened.emit(cell.metric, cell.segment)

    def _note_asked(self) -> None:
        cell = self.matrix.cell(self.currentIndex())
        if cell is not None:
            self.note_asked.emit(cell.metric, cell.segment)

    def _lay_out_rows(self) -> None:
        self.clearSpans()
        columns = self.matrix.columnCount()
        height, group = HEIGHTS[self._density]
        for row, line in enumerate(self.matrix.content.lines):
            is_group = isinstance(line, GroupLine)
            self.setRowHeight(row, group if is_group else height)
            if is_group and columns > 1:
                self.setSpan(row, 0, 1, columns)

    def _lay_out_columns(self) -> None:
        columns = self.matrix.columnCount()
        if columns == 0:
            return
        name_width = next(width for least, width in NAME_WIDTHS if self.width() >= least)
        self.verticalHeader().setFixedWidth(name_width)
        least, most = COLUMN_WIDTH
        each = max(least, min(most, self.viewport().width() // columns))
        for column in range(columns):
            self.setColumnWidth(column, each)
