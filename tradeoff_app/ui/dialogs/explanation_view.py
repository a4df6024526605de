"""The face of an explanation: value first, then the formula with its lines, then sources and assumptions."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from tradeoff_app.app.translation import tr
from tradeoff_app.ui.theme import FontRole
from tradeoff_app.ui.widgets.buttons import make_button, make_rule
from tradeoff_app.ui.widgets.links import LinkLabel
from tradeoff_app.ui.widgets.text import make_label
from tradeoff_app.wording.explanations.explanation import Assumption, Explanation, Line
from tradeoff_app.wording.typography import typeset

TOP, BOTTOM, ROW = 20, 20, 6


class ExplanationView(QWidget):
    """Made anew for each explanation. Signals carry a `Quantity`, a path, or ask for the list of units."""

    quantity_asked = Signal(object)
    input_asked = Signal(str)
    confirmed = Signal(str)
    units_asked = Signal()

    def __init__(self, shown: Explanation | None, *, has_rows: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "surface")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, TOP, 20, BOTTOM)
        self._column.setSpacing(0)
        if shown is None:
            self._column.addWidget(make_label(tr("There is no such number in this scenario."), "body", wraps=True))
        else:
            self._add_head(shown)
            self._add_lines(shown)
            self._add_remarks(shown)
            self._add_sources(shown, has_rows=has_rows)
            self._add_assumptions(shown)
        self._column.addStretch(1)

    def _add_head(self, shown: Explanation) -> None:
        self._column.addWidget(make_label(typeset(shown.title), "body", "muted", wraps=True))
        row = QHBoxLayout()
        row.setSpacing(12)
        value = make_label(typeset(shown.value), _size_of(shown.value), wraps=len(shown.value) > 28)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row.addWidget(value, 1 if len(shown.value) > 28 else 0, Qt.AlignmentFlag.AlignBaseline)
        row.addWidget(make_label(typeset(shown.span), "body", "muted"), 0, Qt.AlignmentFlag.AlignBaseline)
        row.addStretch(1)
        self._column.addLayout(row)
        self._column.addSpacing(16)

    def _add_lines(self, shown: Explanation) -> None:
        """The formula over a strong rule, a line for each of its values."""
        self._column.addWidget(make_label(typeset(shown.formula), "strong", wraps=True, is_selectable=True))
        if not shown.lines:
            self._column.addSpacing(4)
            return
        self._column.addSpacing(8)
        self._column.addWidget(make_rule("head-rule"))
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        for at, line in enumerate(shown.lines):
            self._add_line(grid, 2 * at, line, is_last=at + 1 == len(shown.lines))
        self._column.addLayout(grid)

    def _add_line(self, grid: QGridLayout, row: int, line: Line, *, is_last: bool) -> None:
        if line.is_total and row:
            grid.addWidget(make_rule("head-rule"), row - 1, 0, 1, 3)
        name = self._name(line)
        working = make_label(typeset(line.working), "body", "muted", wraps=len(line.working) > 44)
        working.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        value = make_label(typeset(line.value), "strong" if line.is_total else "body", is_selectable=True)
        value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for at, widget in enumerate((name, working, value)):
            widget.setContentsMargins(0, ROW, 0, ROW)
            grid.addWidget(widget, row, at)
        if not is_last:
            grid.addWidget(make_rule(), row + 1, 0, 1, 3)

    def _name(self, line: Line) -> QWidget:
        if line.more is None:
            return make_label(typeset(line.name), "strong" if line.is_total else "body")
        link = LinkLabel(typeset(line.name), description=tr("Explain this number"))
        link.clicked.connect(partial(self.quantity_asked.emit, line.more))
        return link

    def _add_remarks(self, shown: Explanation) -> None:
        if shown.remarks:
            self._column.addSpacing(12)
        for remark in shown.remarks:
            self._column.addWidget(make_label(typeset(remark), "body", "muted", wraps=True, is_selectable=True))
            self._column.addSpacing(4)

    def _add_sources(self, shown: Explanation, *, has_rows: bool) -> None:
        if not shown.sources:
            return
        self._add_title(tr("Counted from"))
        for source in shown.sources:
            self._column.addWidget(make_label(typeset(source), "body", wraps=True, is_selectable=True))
        self._column.addSpacing(4)
        if has_rows:
            link = LinkLabel(tr("Show the units…"), description=tr("The ids that this number was counted from"))
            link.clicked.connect(self.units_asked)
            self._column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        elif shown.units is not None:
            text = tr("The ids of the units are at hand while the result files themselves are open.")
            self._column.addWidget(make_label(text, "small", "muted", wraps=True))

    def _add_assumptions(self, shown: Explanation) -> None:
        if not shown.rests_on:
            return
        self._add_title(tr("Rests on"))
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        for row, item in enumerate(shown.rests_on):
            self._add_assumption(grid, row, item)
        self._column.addLayout(grid)

    def _add_assumption(self, grid: QGridLayout, row: int, item: Assumption) -> None:
        link = LinkLabel(typeset(item.text), is_assumed=item.is_assumed, description=tr("Go to where this is edited"))
        link.clicked.connect(partial(self.input_asked.emit, item.path))
        grid.addWidget(link, row, 0, Qt.AlignmentFlag.AlignLeft)
        word = tr("Assumed") if item.is_assumed else tr("Stated")
        grid.addWidget(make_label(word, "small", "muted"), row, 1, Qt.AlignmentFlag.AlignRight)
        if item.is_assumed:
            button = make_button(tr("Confirm"), "link", name=tr("Confirm {assumption}", assumption=item.text))
            button.clicked.connect(partial(self.confirmed.emit, item.path))
            grid.addWidget(button, row, 2)

    def _add_title(self, text: str) -> None:
        self._column.addSpacing(16)
        self._column.addWidget(make_label(text, "strong"))
        self._column.addSpacing(4)


def _size_of(value: str) -> FontRole:
    """A number stands large, a sentence in its place does not."""
    return "display" if len(value) <= 28 else "section"
