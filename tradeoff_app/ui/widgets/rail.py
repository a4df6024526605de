"""The rail: the steps with their state and count, and the way from one to another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QWidget

from tradeoff_app.app.translation import QT_TR_NOOP, tr
from tradeoff_app.ui.theme import colour, current_palette, font
from tradeoff_app.ui.widgets.marks import Mark, paint_mark
from tradeoff_app.ui.widgets.text import tool_tip

RailState = Literal["done", "attention", "open"]
ITEM_ROLE = int(Qt.ItemDataRole.UserRole)
Index = QModelIndex | QPersistentModelIndex

STATE_WORDS: dict[RailState, str] = {
    "done": QT_TR_NOOP("done"),
    "attention": QT_TR_NOOP("needs attention"),
    "open": QT_TR_NOOP("open"),
}
_MARKS: dict[RailState, Mark] = {"done": "done", "attention": "attention", "open": "open"}


@dataclass(frozen=True)
class RailItem:
    """One step as the rail shows it; `count` is the small text at the right."""

    step_id: str
    title: str
    state: RailState = "open"
    count: str = ""


class RailModel(QAbstractListModel):
    """The steps in order."""

    def __init__(self, items: Sequence[RailItem], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.items = list(items)

    def rowCount(self, parent: Index | None = None) -> int:
        """One row a step."""
        return 0 if parent is not None and parent.isValid() else len(self.items)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Title, tool tip with the count, accessible text with the state in words, and the item itself."""
        item = self.items[index.row()]
        if role == ITEM_ROLE:
            return item
        if role == Qt.ItemDataRole.DisplayRole:
            return item.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return tool_tip(f"{_said(item)} ({_shortcut(index.row() + 1)})")
        return _said(item) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def set_item(self, row: int, item: RailItem) -> None:
        """Show a step's new state."""
        if self.items[row] != item:
            self.items[row] = item
            index = self.index(row)
            self.dataChanged.emit(index, index)


def _said(item: RailItem) -> str:
    return ", ".join(part for part in (item.title, tr(STATE_WORDS[item.state]), item.count) if part)


class RailDelegate(QStyledItemDelegate):
    """Mark, name, count; the current step on accent-soft."""

    def sizeHint(self, _option: Any, _index: Index) -> QSize:
        """32 high with 2 between."""
        return QSize(48, 34)

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        """Paint one step."""
        item: RailItem = index.data(ITEM_ROLE)
        rect: QRect = option.rect.adjusted(0, 1, 0, -1)
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_current or option.state & QStyle.StateFlag.State_MouseOver:
            is_framed = is_current and current_palette().accent_soft == current_palette().surface
            painter.setPen(QPen(colour("accent"), 2) if is_framed else Qt.PenStyle.NoPen)
            painter.setBrush(colour("accent_soft" if is_current else "sunken"))
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1) if is_framed else QRectF(rect), 6, 6)
        is_narrow = rect.width() < 80
        left = rect.center().x() - 5 if is_narrow else rect.left() + 8
        paint_mark(painter, QRectF(left, rect.center().y() - 5.5, 12, 12), _MARKS[item.state])
        if not is_narrow:
            _paint_words(painter, rect, item, is_current=is_current)
        painter.restore()


def _paint_words(painter: QPainter, rect: QRect, item: RailItem, *, is_current: bool) -> None:
    ink = colour("accent" if is_current else "text")
    painter.setPen(ink)
    painter.setFont(font("strong" if is_current else "body"))
    painter.drawText(
        rect.adjusted(28, 0, -8, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, item.title
    )
    if item.count:
        used = QFontMetrics(painter.font()).horizontalAdvance(item.title) + 28 + 8
        room = rect.adjusted(used, 0, -8, 0)
        painter.setFont(font("small"))
        painter.setPen(ink if is_current else colour("muted"))
        shown = QFontMetrics(painter.font()).elidedText(item.count, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, shown)


class RailView(QListView):
    """176 wide, or 48 with marks alone. `step_chosen` is emitted for what the user chose."""

    step_chosen = Signal(str)
    WIDE, NARROW = 176, 48

    def __init__(self, items: Sequence[RailItem], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAccessibleName(tr("Steps"))
        self.setAccessibleDescription(tr("Arrow keys choose a step, Ctrl+1 to Ctrl+9 go to it from anywhere"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setModel(RailModel(items, self))
        self.setItemDelegate(RailDelegate(self))
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._moved)
        self._is_quiet = False
        self.set_collapsed(is_collapsed=False)

    def set_state(self, step_id: str, state: RailState, count: str) -> None:
        """Show a step's state and count."""
        model = self._model()
        for row, item in enumerate(model.items):
            if item.step_id == step_id:
                model.set_item(row, replace(item, state=state, count=count))

    def set_current(self, step_id: str) -> None:
        """Show which step is on the page, without emitting."""
        self._is_quiet = True
        for row, item in enumerate(self._model().items):
            if item.step_id == step_id:
                self.setCurrentIndex(self._model().index(row))
        self._is_quiet = False

    def current(self) -> str | None:
        """The step that is on the page."""
        index = self.currentIndex()
        return self._model().items[index.row()].step_id if index.isValid() else None

    def set_collapsed(self, *, is_collapsed: bool) -> None:
        """Marks alone, or marks with names and counts."""
        self.setFixedWidth(self.NARROW if is_collapsed else self.WIDE)

    @property
    def is_collapsed(self) -> bool:
        """Whether only the marks are shown."""
        return self.width() == self.NARROW

    def _model(self) -> RailModel:
        model = self.model()
        assert isinstance(model, RailModel)
        return model

    def _moved(self, index: QModelIndex, _before: QModelIndex) -> None:
        if index.isValid() and not self._is_quiet:
            self.step_chosen.emit(self._model().items[index.row()].step_id)


def _shortcut(number: int) -> str:
    """The keys that go to a step, as this system and language name them."""
    return QKeySequence(f"Ctrl+{number}").toString(QKeySequence.SequenceFormat.NativeText)
