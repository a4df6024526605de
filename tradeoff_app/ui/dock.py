"""The live side of the window: one plot, what would flip the verdict, and the assumptions that wait for a yes."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from tradeoff_app.app.document import Document
from tradeoff_app.app.scenarios import open_assumptions
from tradeoff_app.app.translation import tr
from tradeoff_app.ui.live_figures import LIVE_FIGURES, SPARED, LiveFigure
from tradeoff_app.ui.plots.figure_view import FigureView
from tradeoff_app.ui.tables.hairline_table import HairlineTable
from tradeoff_app.ui.tables.plain_model import Cell, Column, Row
from tradeoff_app.ui.widgets.buttons import make_button, make_rule
from tradeoff_app.ui.widgets.tabs import TabRow
from tradeoff_app.ui.widgets.text import ElidedLabel, make_label
from tradeoff_app.wording.flips import is_reachable
from tradeoff_app.wording.speaker import Speaker
from tradeoff_app.wording.typography import typeset

ROOMY = QSize(400, 1000)
"""From this size on the dock shows two plots."""
MOST_FLIPS = 5
MOST_ASSUMPTIONS = 4


class Dock(QWidget):
    """Follows the document while it is visible; a hidden tab is not drawn. `show_input` carries a path."""

    show_input = Signal(str)

    def __init__(self, document: Document, language: str = "en", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(240)
        self.document, self._language = document, language
        self.tabs = TabRow([(figure.figure_id, tr(figure.title)) for figure in LIVE_FIGURES], name="Live plots")
        self._step, self._before = "", next(figure.figure_id for figure in LIVE_FIGURES if figure.only_on is None)
        self.figure, self.second = FigureView(), FigureView()
        self.flips = FlipsTable()
        self.assumptions = Assumptions()
        self.assumptions.confirmed.connect(self._confirm)
        self.assumptions.show_input.connect(self.show_input)
        self._build()
        self.set_step("")
        self.tabs.tab_chosen.connect(self._tab_chosen)
        document.outcome_changed.connect(self._follow)
        document.selection_changed.connect(self._follow)
        document.drag_ended.connect(self._follow)

    def refresh(self) -> None:
        """Bring plot, table and list in line with the document."""
        document = self.document
        speaker = Speaker(document.project, self._language)
        figures = self._offered()
        current = next((at for at, figure in enumerate(figures) if figure.figure_id == self.tabs.current()), 0)
        views = (self.figure, self.second) if self.has_second else (self.figure,)
        for offset, view in enumerate(views):
            shown = figures[(current + offset) % len(figures)]
            view.set_figure(shown.make(document, speaker), keep_range=document.is_dragging)
        self.flips.show_flips(document, speaker)
        self.assumptions.show_assumptions(open_assumptions(document.project), speaker)

    @property
    def has_second(self) -> bool:
        """Whether there is room for a second plot below the first."""
        return self.width() >= ROOMY.width() and self.height() >= ROOMY.height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A second plot comes and goes with the room for it."""
        super().resizeEvent(event)
        if self.second.isHidden() == self.has_second:
            self.second.setVisible(self.has_second)
            self._follow()

    def showEvent(self, event: QShowEvent) -> None:
        """A dock that was hidden catches up."""
        super().showEvent(event)
        self._follow()

    def _build(self) -> None:
        inner = QWidget()
        inner.setProperty("ground", "surface")
        body = QVBoxLayout(inner)
        body.setContentsMargins(16, 16, 16, 0)
        body.setSpacing(0)
        body.addWidget(self.figure)
        body.addWidget(self.second)
        self.second.hide()
        body.addSpacing(24)
        body.addWidget(self.flips)
        body.addStretch(1)
        area = QScrollArea()
        area.setObjectName("surface")
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        head = QHBoxLayout()
        head.setContentsMargins(16, 14, 16, 0)
        head.addWidget(self.tabs)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(area, 1)
        column.addWidget(self.assumptions)

    def set_step(self, step: str) -> None:
        """Offer the plots that belong beside a step; its own comes first, and goes when the step is left."""
        own = [figure.figure_id for figure in LIVE_FIGURES if figure.only_on is not None]
        if self.tabs.current() not in own:
            self._before = self.tabs.current()
        self._step = step
        offered = [figure.figure_id for figure in self._offered()]
        wanted = next((figure.figure_id for figure in LIVE_FIGURES if figure.only_on == step), self._before)
        for figure in LIVE_FIGURES:
            self.tabs.set_visible(figure.figure_id, is_visible=figure.figure_id in offered)
        self.tabs.set_current(wanted if wanted in offered else offered[0])
        self._follow()

    def _offered(self) -> list[LiveFigure]:
        spared = SPARED.get(self._step, ())
        shown = (figure for figure in LIVE_FIGURES if figure.only_on in (None, self._step))
        return [figure for figure in shown if figure.figure_id not in spared]

    def _follow(self) -> None:
        if self.isVisible() and self.document.is_open:
            self.refresh()

    def _tab_chosen(self, _tab: str) -> None:
        self._follow()

    def _confirm(self, path: str) -> None:
        speaker = Speaker(self.document.project, self._language)
        self.document.edit(self.document.project.confirm(path), f"Confirm {speaker.assumption(path)}")


class FlipsTable(QWidget):
    """The inputs that would turn the verdict, with their value now and the value that turns it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._why = make_label("", "body", "muted", wraps=True)
        self.table = HairlineTable(
            (Column("The verdict flips if"), Column("now", "right"), Column("flips at", "right")),
            name="What would flip the verdict",
            padding=4,
        )
        self.table.stretch_column(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(make_label("The verdict flips if", "strong"))
        column.addWidget(self._why)
        column.addWidget(self.table)
        self.table.table().set_columns((Column(""), Column("now", "right"), Column("flips at", "right")))

    def show_flips(self, document: Document, speaker: Speaker) -> None:
        """List the inputs that turn it, the nearest first."""
        items = [item for item in document.outcome.sensitivity.break_even if is_reachable(item)]
        items.sort(key=lambda item: abs((item.flips_at or 0.0) - item.now) / (abs(item.now) or 1.0))
        self.table.set_rows(
            [
                Row(
                    (
                        Cell(
                            speaker.tornado_input(item.input),
                            tip=typeset(speaker.break_even(item, document.outcome)),
                            is_assumed=item.input in document.project.assumed,
                        ),
                        Cell(typeset(speaker.input_value(item.input, item.now)), ink="muted"),
                        Cell(typeset(speaker.input_value(item.input, item.flips_at)), is_strong=True),
                    ),
                    item.input,
                )
                for item in items[:MOST_FLIPS]
            ]
        )
        self.table.fit_height()
        self.table.setVisible(bool(items))
        self._why.setText("" if items else typeset(speaker.flip_line(document.outcome)))
        self._why.setVisible(not items)


class Assumptions(QWidget):
    """How many inputs were only proposed, and a link on each that makes it the user's own."""

    confirmed = Signal(str)
    show_input = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paths: tuple[str, ...] = ()
        self._texts: tuple[str, ...] = ()
        self._shown: list[_AssumptionRow] = []
        self._head = make_label("", "strong")
        self._more = make_label("", "small", "muted")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 16)
        column.setSpacing(8)
        column.addWidget(make_rule())
        column.addSpacing(4)
        column.addWidget(self._head)
        column.addLayout(self._rows)
        column.addWidget(self._more)

    def show_assumptions(self, paths: tuple[str, ...], speaker: Speaker) -> None:
        """List the first of them; the rest is counted."""
        texts = tuple(typeset(speaker.assumption(path)) for path in paths[:MOST_ASSUMPTIONS])
        if (paths, texts) == (self._paths, self._texts):
            return
        is_same_list = paths[:MOST_ASSUMPTIONS] == self._paths[:MOST_ASSUMPTIONS] and len(self._shown) == len(texts)
        self._paths, self._texts = paths, texts
        self.setVisible(bool(paths))
        self._head.setText("1 assumption to check" if len(paths) == 1 else f"{len(paths)} assumptions to check")
        beyond = len(paths) - len(texts)
        self._more.setText(f"and {beyond} more")
        self._more.setVisible(beyond > 0)
        if is_same_list:
            for row, text in zip(self._shown, texts, strict=True):
                row.say(text)
        else:
            self._lay_out(paths, texts)

    def _lay_out(self, paths: tuple[str, ...], texts: tuple[str, ...]) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._shown = [_AssumptionRow(path, text) for path, text in zip(paths, texts, strict=False)]
        for row in self._shown:
            row.confirmed.connect(self.confirmed)
            row.show_asked.connect(self.show_input)
            self._rows.addWidget(row)


class _AssumptionRow(QWidget):
    """An assumption in italics, which leads to where it is edited, and its Confirm."""

    confirmed = Signal(str)
    show_asked = Signal(str)

    def __init__(self, path: str, text: str) -> None:
        super().__init__()
        self._path = path
        self._label = AssumptionLink(text)
        self._label.clicked.connect(self._show)
        self._button = make_button("Confirm", "link", name=f"Confirm {text}")
        self._button.clicked.connect(self._confirm)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._label, 1)
        row.addWidget(self._button)

    def say(self, text: str) -> None:
        """The assumption with its value now."""
        self._label.set_text(text)
        self._button.setAccessibleName(f"Confirm {text}")

    def _confirm(self) -> None:
        self.confirmed.emit(self._path)

    def _show(self) -> None:
        self.show_asked.emit(self._path)


class AssumptionLink(ElidedLabel):
    """An assumption that can be clicked, or opened with Return: it leads to the field where it is edited."""

    clicked = Signal()

    def __init__(self, text: str) -> None:
        super().__init__(text, "body", is_assumed=True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleDescription("Go to where this is edited")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click leads there."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """So do Return and Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
        else:
            super().keyPressEvent(event)
