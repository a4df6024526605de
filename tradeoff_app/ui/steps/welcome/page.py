"""The Welcome page: first a result, then questions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from tradeoff_app.app.recent_files import RecentFile
from tradeoff_app.app.translation import tr
from tradeoff_app.ui.moments import say_when
from tradeoff_app.ui.steps.welcome.drop_target import DropTarget
from tradeoff_app.ui.steps.welcome.samples import SAMPLES, Sample
from tradeoff_app.ui.tables.hairline_table import HairlineTable
from tradeoff_app.ui.tables.plain_model import Cell, Column, Row
from tradeoff_app.ui.theme import colour
from tradeoff_app.ui.widgets.card import ClickableCard
from tradeoff_app.ui.widgets.marks import MARK_OF_VERDICT, Mark
from tradeoff_app.ui.widgets.menu_button import MenuButton
from tradeoff_app.ui.widgets.text import make_label

WIDTH = 936
MOST_RECENT = 6


class WelcomePage(QWidget):
    """Drop target, samples, recent files; each signal carries what the user chose."""

    files_dropped = Signal(list)
    choose_asked = Signal()
    compare_asked = Signal()
    sample_chosen = Signal(str)
    recent_chosen = Signal(str)
    pin_asked = Signal(str, bool)
    forget_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._pinned: dict[str, bool] = {}
        self.drop = DropTarget()
        self.drop.files_dropped.connect(self.files_dropped)
        self.drop.choose_asked.connect(self.choose_asked)
        self.drop.compare_asked.connect(self.compare_asked)
        self.cards = [self._card(sample) for sample in SAMPLES]
        self._recent_head = make_label(tr("Recent"), "section")
        self.recent = self._recent_table()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._scrolling(self._content()), 1)
        self.foot = Foot(tr("Drop files anywhere in the window"))
        outer.addWidget(self.foot)

    def show_recent(self, files: Sequence[RecentFile], now: datetime | None = None) -> None:
        """List the files that were open lately."""
        shown = files[:MOST_RECENT]
        self._pinned = {file.path: file.is_pinned for file in shown}
        self.recent.set_rows([_row(file, now or datetime.now().astimezone()) for file in shown])
        self.recent.fit_height()
        for widget in (self._recent_head, self.recent):
            widget.setVisible(bool(shown))

    def _content(self) -> QWidget:
        inner = QWidget()
        inner.setMaximumWidth(WIDTH)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 56, 0, 32)
        column.setSpacing(0)
        column.addWidget(make_label(tr("Is the new version worth what it costs?"), "display"))
        column.addSpacing(4)
        column.addWidget(make_label(tr("Everything stays on this computer."), "lead", "muted"))
        column.addSpacing(24)
        column.addWidget(self.drop)
        column.addSpacing(28)
        column.addWidget(make_label(tr("Or start from a sample"), "section"))
        column.addSpacing(8)
        cards = QHBoxLayout()
        cards.setSpacing(16)
        for card in self.cards:
            cards.addWidget(card, 1)
        column.addLayout(cards)
        column.addSpacing(28)
        column.addWidget(self._recent_head)
        column.addWidget(self.recent)
        column.addStretch(1)
        return inner

    def _scrolling(self, inner: QWidget) -> QScrollArea:
        frame = QWidget()
        frame.setProperty("ground", "surface")
        row = QHBoxLayout(frame)
        row.setContentsMargins(24, 0, 24, 0)
        row.addStretch(1)
        row.addWidget(inner, 100)
        row.addStretch(1)
        area = QScrollArea()
        area.setObjectName("surface")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(frame)
        return area

    def _card(self, sample: Sample) -> ClickableCard:
        card = ClickableCard(tr(sample.title))
        card.setAccessibleDescription(f"{tr(sample.question)} {tr(sample.facts)}")
        card.body.setSpacing(4)
        card.body.setContentsMargins(16, 15, 16, 16)
        card.body.addWidget(make_label(tr(sample.question), "body", wraps=True))
        card.body.addStretch(1)
        card.body.addWidget(make_label(tr(sample.facts), "small", "muted"))
        card.setEnabled(sample.path.is_file())
        card.clicked.connect(lambda path=str(sample.path): self.sample_chosen.emit(path))
        return card

    def _recent_table(self) -> HairlineTable:
        columns = (Column(""), Column(""), Column("", "right"), Column("", "right"))
        table = HairlineTable(columns, name=tr("Recent files"), rows_are_links=True, row_height=34)
        table.horizontalHeader().setFixedHeight(9)
        table.stretch_column(1, {0: 320, 2: 160, 3: 80})
        table.row_activated.connect(self._recent_taken)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._recent_menu)
        return table

    def _recent_taken(self, path: str) -> None:
        self.recent_chosen.emit(path)

    def _recent_menu(self, point: QPoint) -> None:
        index = self.recent.indexAt(point)
        if not index.isValid():
            return
        path = self.recent.table().rows[index.row()].key
        is_pinned = self._pinned.get(path, False)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        pin = menu.addAction(tr("Unpin") if is_pinned else tr("Pin to the top"))
        pin.triggered.connect(lambda: self.pin_asked.emit(path, not is_pinned))
        menu.addAction(tr("Remove from this list")).triggered.connect(lambda: self.forget_asked.emit(path))
        menu.popup(self.recent.viewport().mapToGlobal(point))


class Foot(QWidget):
    """The quiet line at the bottom of the window."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(44)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 10, 0)
        row.addWidget(make_label(text, "body", "muted"))
        row.addStretch(1)
        self._menu = MenuButton(tr("Menu"), "bar")
        row.addWidget(self._menu)

    def open_with(self, menu: QMenu) -> None:
        """The window's menu, which the title row holds once a project is open."""
        self._menu.open_with(menu)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground and upper hairline."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("raised"))
        painter.fillRect(0, 0, self.width(), 1, colour("rule"))


def _row(file: RecentFile, now: datetime) -> Row:
    is_missing = file.is_missing
    mark: Mark | None = MARK_OF_VERDICT.get(file.recommendation)
    verdict = tr("file not found") if is_missing else file.verdict
    return Row(
        (
            Cell(file.title, is_strong=file.is_pinned, ink="muted" if is_missing else "text", tip=file.path),
            Cell(verdict, mark=None if is_missing else mark, ink="muted" if is_missing else "text"),
            Cell(say_when(file.when, now), ink="muted"),
            Cell(tr("pinned") if file.is_pinned else "", ink="muted"),
        ),
        file.path,
    )
