"""Scenarios as columns: a table of ready cells with a working head on top of each column."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from tradeoff_app.app.translation import tr
from tradeoff_app.ui.steps.scenarios.content import Sides, make_rows
from tradeoff_app.ui.steps.scenarios.head import ScenarioHead
from tradeoff_app.ui.tables.hairline_table import HEIGHTS, HairlineTable
from tradeoff_app.ui.tables.plain_model import Cell, Column, Row

NAMES, NARROWEST, WIDEST = 148, 120, 176
"""Least width of the names, and the widths of a scenario's column."""
ROOMY, CLOSE, CLOSE_BELOW = 8, 4, 132
"""What stands left and right of the numbers, in wide columns and in columns narrower than this."""
HEAD_OF_TWO_LINES = 68


class ScenarioTable(HairlineTable):
    """Read-only numbers; `asked` carries what to do with which scenario."""

    asked = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__((Column(""),), name=tr("Scenarios side by side"), row_height=29, parent=parent)
        self.edge_padding = self.padding
        self.heads: dict[str, ScenarioHead] = {}
        self.horizontalHeader().hide()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_sides(self, sides: Sides) -> None:
        """Columns anew where scenarios came or went, else numbers in place."""
        names = [scenario.name for scenario in sides.project.scenarios.values()]
        self.table().set_columns((Column(tr("Input or result")), *(Column(name, "right") for name in names)))
        head = Row(tuple(Cell(is_lit=key == sides.current) for key in ("", *sides.outcomes)), "head", "head")
        self.set_rows([head, *make_rows(sides)])
        self._place_heads(sides)
        self._share_width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns share the width; where there are too many of them the table scrolls."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._share_width()

    def _place_heads(self, sides: Sides) -> None:
        kept: dict[str, ScenarioHead] = {}
        for column, (key, scenario) in enumerate(sides.project.scenarios.items(), 1):
            place = self.table().index(0, column)
            head = self.indexWidget(place)
            if not isinstance(head, ScenarioHead) or head.scenario != key:
                head = ScenarioHead(key)
                head.asked.connect(self.asked)
                self.setIndexWidget(place, head)
            is_current = key == sides.current
            remark = tr("yours, current") if is_current else tr("yours")
            head.say(scenario.name, remark, is_current=is_current, is_only=len(sides.outcomes) == 1)
            kept[key] = head
        self.heads = kept

    def _share_width(self) -> None:
        count = self.table().columnCount() - 1
        if count < 1:
            return
        room = self.viewport().width()
        width = min(WIDEST, max(NARROWEST, (room - NAMES) // count))
        names = max(NAMES, room - count * width)
        self.padding = self.edge_padding = CLOSE if width < CLOSE_BELOW else ROOMY
        is_long = False
        for head in self.heads.values():
            head.set_edge(self.padding)
            is_long = is_long or head.lines_in(width) > 1
        self.setRowHeight(0, HEAD_OF_TWO_LINES if is_long else HEIGHTS["head"])
        for column in range(count + 1):
            self.setColumnWidth(column, width if column else names)
        bar = self.horizontalScrollBar().sizeHint().height() if names + count * width > room else 0
        height = sum(self.rowHeight(row) for row in range(self.table().rowCount())) + bar
        if height != self.height():
            self.setFixedHeight(height)
