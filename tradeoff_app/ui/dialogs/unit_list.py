"""The units behind a count, to be looked at and copied."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from tradeoff_app.app.translation import number_text, tr
from tradeoff_app.ui.dialogs.sheet import Sheet
from tradeoff_app.ui.theme import font
from tradeoff_app.ui.widgets.buttons import make_button

MOST = 10_000
"""More lines than anybody reads; the copy holds all of them."""


class UnitListDialog(Sheet):
    """One id a line, as the files write them."""

    def __init__(self, title: str, units: Sequence[str], parent: QWidget | None = None) -> None:
        text = (
            tr("1 unit, by its id in the files.")
            if len(units) == 1
            else tr("{count} units, by their ids in the files.", count=number_text(len(units)))
        )
        super().__init__(title, text, size=(440, 480), parent=parent)
        self.units = tuple(units)
        self.list = QPlainTextEdit()
        self.list.setReadOnly(True)
        self.list.setFont(font("body"))
        self.list.setAccessibleName(title)
        more = [] if len(units) <= MOST else [tr("and {count} more", count=number_text(len(units) - MOST))]
        self.list.setPlainText("\n".join([*units[:MOST], *more]))
        self.column.replaceWidget(self.area, self.list)
        self.area.hide()
        copy = self.add_button(make_button(tr("Copy all")))
        close = self.add_button(make_button(tr("Close"), "primary"))
        copy.clicked.connect(self._copy)
        close.clicked.connect(self.reject)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(self.units))
