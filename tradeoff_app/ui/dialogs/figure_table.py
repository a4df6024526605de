"""The numbers behind a figure as a table, for those who read better than they see."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tradeoff_app.app.translation import tr
from tradeoff_app.figures.spec import FigureSpec
from tradeoff_app.ui.dialogs.ringed import RingedDialog
from tradeoff_app.ui.tables.hairline_table import HairlineTable
from tradeoff_app.ui.tables.plain_model import Cell, Column, Row
from tradeoff_app.ui.widgets.buttons import make_button
from tradeoff_app.ui.widgets.text import make_label


class FigureTableDialog(RingedDialog):
    """Title and description of a figure over its table."""

    def __init__(self, spec: FigureSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(spec.title)
        self.resize(640, 480)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(8)
        column.addWidget(make_label(spec.title, "section", wraps=True))
        column.addWidget(make_label(spec.alt, "body", "muted", wraps=True, is_selectable=True))
        self.table = HairlineTable(_columns(spec), name=spec.title)
        self.table.set_rows(_rows(spec))
        self.table.stretch_column(0)
        column.addWidget(self.table, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        close = make_button(tr("Close"), "primary")
        close.clicked.connect(self.reject)
        row.addWidget(close)
        column.addLayout(row)


def _rows(spec: FigureSpec) -> list[Row]:
    """Each with the number that explains it, where the figure names one."""
    quantities = spec.table.quantities or ("",) * len(spec.table.rows)
    return [
        Row(tuple(Cell(_said(cell)) for cell in row), str(at), quantity=quantity)
        for at, (row, quantity) in enumerate(zip(spec.table.rows, quantities, strict=True))
    ]


def _columns(spec: FigureSpec) -> list[Column]:
    """Columns of numbers stand right."""
    return [
        Column(title, "left" if any(isinstance(row[index], str) for row in spec.table.rows) else "right")
        for index, title in enumerate(spec.table.columns)
    ]


def _said(cell: str | float | None) -> str:
    if cell is None:
        return tr("not known")
    return f"{cell:,.6g}".replace("-", "−") if isinstance(cell, float) else str(cell)
