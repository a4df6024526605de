"""The units that a number was counted from: id, before and after, those that lost most first."""

from __future__ import annotations

import math
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from tradeoff_app.app.counted_units import CountedUnits
from tradeoff_app.app.translation import QT_TR_NOOP, number_text, tr
from tradeoff_app.ui.dialogs.ringed import RingedDialog
from tradeoff_app.ui.tables.hairline_table import ROW
from tradeoff_app.ui.theme import font
from tradeoff_app.ui.widgets.buttons import make_button
from tradeoff_app.ui.widgets.text import make_label

HEADS = (QT_TR_NOOP("Unit"), QT_TR_NOOP("Before"), QT_TR_NOOP("After"))
_NOWHERE = QModelIndex()


class UnitsModel(QAbstractTableModel):
    """Looks values up where they stand, so that a hundred thousand rows cost nothing."""

    def __init__(self, units: CountedUnits, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.units = units

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """One row a unit."""
        return 0 if parent.isValid() else len(self.units.ids)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """Id, before, after."""
        return 0 if parent.isValid() else len(HEADS)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """The text of a cell, numbers at the right."""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if index.column() else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if index.column() == 0:
            return self.units.ids[index.row()]
        values = self.units.before if index.column() == 1 else self.units.after
        return said(float(values[index.row()]))

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> Any:
        """Names of the columns; rows have none."""
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return tr(HEADS[section]) if role == Qt.ItemDataRole.DisplayRole else None

    def as_text(self) -> str:
        """Everything as lines with tabs, for a spreadsheet."""
        rows = zip(self.units.ids, self.units.before, self.units.after, strict=True)
        lines = [f"{unit}\t{said(float(before))}\t{said(float(after))}" for unit, before, after in rows]
        return "\n".join(["\t".join(tr(head) for head in HEADS), *lines])


class UnitsDialog(RingedDialog):
    """A long table that scrolls, and a button that takes all of it along."""

    def __init__(self, units: CountedUnits, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.resize(480, 520)
        self.model = UnitsModel(units, self)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setAccessibleName(tr("Units that the number was counted from"))
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setFrameShape(QTableView.Shape.NoFrame)
        self.table.setFont(font("body"))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(ROW)
        self.table.horizontalHeader().setFont(font("small"))
        self.table.horizontalHeader().setHighlightSections(False)
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        count = tr("%n units, those that lost most first", "", len(units.ids))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(8)
        column.addWidget(make_label(title, "section", wraps=True))
        column.addWidget(make_label(count, "body", "muted"))
        column.addWidget(self.table, 1)
        column.addLayout(self._buttons())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy takes the whole table."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        else:
            super().keyPressEvent(event)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        copy, close = make_button(tr("Copy"), name=tr("Copy all units")), make_button(tr("Close"), "primary")
        copy.clicked.connect(self._copy)
        close.clicked.connect(self.reject)
        row.addStretch(1)
        row.addWidget(copy)
        row.addSpacing(8)
        row.addWidget(close)
        return row

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.model.as_text())


def said(value: float) -> str:
    """A unit's value with the digits that it has; a dash where the version has none."""
    return "–" if math.isnan(value) else number_text(value)
