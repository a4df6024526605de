"""Paints a cell of the matrix: before and after, the change, its interval, and the state in mark and word."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from tradeoff_app.ui import theme
from tradeoff_app.ui.steps.compare.content import CellContent, GroupLine
from tradeoff_app.ui.steps.compare.matrix_model import CONTENT_ROLE
from tradeoff_app.ui.widgets.interval import paint_interval
from tradeoff_app.ui.widgets.marks import mark_ink, paint_mark
from tradeoff_app.ui.widgets.shown_text import one_line

PAD_LEFT = 13
PAD_RIGHT = 9
BAR_WIDTH = 92
BAR_HEIGHT = 16
MARK = 12
GAP = 8
NOTE = 7
"""Sides of the corner that says there is a note."""
LEAST_WORD = 54
LEAST_BAR = 44
"""Mark and word have their room beside the bar, which gives way in narrow columns."""
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def paint_group(painter: QPainter, rect: QRect, line: GroupLine, offset: int) -> None:
    """A group head whose text began `offset` pixels left of `rect`, so that heads and cells show one line of text."""
    baseline = QRect(rect.left() - offset, rect.top(), 4000, rect.height() - 3)
    bottom = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
    painter.save()
    painter.setClipRect(rect)
    painter.setFont(theme.font("strong"))
    painter.setPen(theme.colour("text"))
    title = one_line(line.title)
    painter.drawText(baseline, bottom, title)
    start = QFontMetrics(theme.font("strong")).horizontalAdvance(title) + 10
    painter.setFont(theme.font("small"))
    painter.setPen(theme.colour("muted"))
    painter.drawText(baseline.adjusted(start, 0, 0, -1), bottom, one_line(line.remark))
    painter.restore()


def paint_note_mark(painter: QPainter, rect: QRect) -> None:
    """A small corner at the top right, as spreadsheets have it: somebody wrote a note here."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("accent"))
    corner = QPointF(rect.right() - 3, rect.top() + 4)
    painter.drawPolygon(QPolygonF([corner, corner - QPointF(NOTE, 0), corner + QPointF(0, NOTE)]))
    painter.restore()


class MatrixDelegate(QStyledItemDelegate):
    """Two lines a cell: numbers above, interval bar with mark and word below."""

    def __init__(self, parent: QTableView) -> None:
        super().__init__(parent)
        self.fit_words(())

    def fit_words(self, words: Iterable[str]) -> None:
        """Keep room for the longest of these words in every cell, so that bars stay below each other."""
        metrics = QFontMetrics(theme.font("small"))
        widest = max([LEAST_WORD, *(metrics.horizontalAdvance(word) for word in set(words))])
        self._word_room = GAP + MARK + 4 + widest + 6

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Room for two lines."""
        del option, index
        return QSize(180, 44)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Ground and frame first, then the two lines, then the hairline below."""
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        content = index.data(CONTENT_ROLE)
        painter.save()
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.colour("rule"))
        if isinstance(content, GroupLine):
            view = self.parent()
            names = view.verticalHeader().width() if isinstance(view, QTableView) else 0
            paint_group(painter, rect, content, rect.left() + names)
        elif isinstance(content, CellContent):
            ground = self._paint_ground(painter, rect, state)
            self._paint_content(painter, rect, content, ground)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> str:
        """Paint what lies under the cell; the token of its colour, which rings and discs are edged in."""
        if state & QStyle.StateFlag.State_Selected:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.setBrush(theme.colour("accent_soft"))
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 3, 3)
            painter.restore()
            return "accent_soft"
        if state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect.adjusted(0, 0, 0, -1), theme.colour("raised"))
            return "raised"
        return "surface"

    def _paint_content(self, painter: QPainter, rect: QRect, cell: CellContent, ground: str) -> None:
        left = rect.left() + PAD_LEFT
        width = rect.width() - PAD_LEFT - PAD_RIGHT
        top = rect.top() + (rect.height() - 38) // 2
        first = QRect(left, top, width, 20)
        second = QRect(left, top + 20, width, BAR_HEIGHT)
        if cell.why:
            _paint_text(painter, first, cell.why, "small", "muted", _LEFT)
            return
        if cell.note:
            paint_note_mark(painter, rect)
        self._paint_levels(painter, first, cell)
        bar_width = max(LEAST_BAR, min(BAR_WIDTH, rect.right() - left - self._word_room))
        if cell.bar is not None:
            bar = QRectF(left, second.top(), bar_width, BAR_HEIGHT)
            paint_interval(painter, bar, replace(cell.bar, ground=ground))
        elif cell.second:
            bar_width = max(bar_width, QFontMetrics(theme.font("small")).horizontalAdvance(cell.second))
            _paint_text(painter, second, cell.second, "small", "muted", _LEFT)
        if cell.word:
            mark = QRectF(left + bar_width + GAP, second.top() + 2, MARK, MARK)
            paint_mark(painter, mark, cell.mark)
            word = QRect(int(mark.right()) + 4, second.top(), rect.right() - int(mark.right()) - 6, BAR_HEIGHT)
            fitting = QFontMetrics(theme.font("small")).elidedText(
                one_line(cell.word), Qt.TextElideMode.ElideRight, word.width()
            )
            _paint_text(painter, word, fitting, "small", mark_ink(cell.mark), _LEFT)

    def _paint_levels(self, painter: QPainter, rect: QRect, cell: CellContent) -> None:
        role, strong = level_roles(cell, rect.width())
        metrics = QFontMetrics(theme.font(role))
        change = QFontMetrics(theme.font(strong)).horizontalAdvance(cell.change) + 8 if cell.change else 0
        lead = _lead(cell)
        _paint_text(painter, rect, lead, role, "muted", _LEFT)
        after = rect.adjusted(metrics.horizontalAdvance(lead), 0, -change, 0)
        shown = metrics.elidedText(one_line(cell.after), Qt.TextElideMode.ElideRight, after.width())
        _paint_text(painter, after, shown, role, "text", _LEFT)
        ink = mark_ink(cell.mark) if cell.mark in ("better", "worse", "accepted") else "text"
        _paint_text(painter, rect, cell.change, strong, ink, _RIGHT)


def level_roles(cell: CellContent, width: int) -> tuple[theme.FontRole, theme.FontRole]:
    """The type of levels and change in so many pixels: small where long numbers, such as 0.0035, would be cut."""
    levels = QFontMetrics(theme.font("body")).horizontalAdvance(_lead(cell) + cell.after)
    change = QFontMetrics(theme.font("strong")).horizontalAdvance(cell.change) + 8 if cell.change else 0
    return ("body", "strong") if levels + change <= width else ("small", "chip")


def _lead(cell: CellContent) -> str:
    return f"{cell.before} → " if cell.before else ""


def _paint_text(
    painter: QPainter, rect: QRect, text: str, role: theme.FontRole, ink: str, alignment: Qt.AlignmentFlag
) -> None:
    painter.setFont(theme.font(role))
    painter.setPen(theme.colour(ink))
    painter.drawText(rect, alignment, one_line(text))
