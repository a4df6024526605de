"""Asks for a name, with the old one ready to be typed over."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from tradeoff_app.app.translation import tr
from tradeoff_app.ui.dialogs.question import NARROW, fit_height
from tradeoff_app.ui.dialogs.ringed import RingedDialog
from tradeoff_app.ui.theme import font
from tradeoff_app.ui.widgets.buttons import make_button
from tradeoff_app.ui.widgets.text import make_label

LONGEST = 120


class NameDialog(RingedDialog):
    """`name_given` carries a name that is not empty; Escape changes nothing."""

    name_given = Signal(str)

    def __init__(
        self, title: str, label: str, name: str, parent: QWidget | None = None, verb: str | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.field = QLineEdit(name)
        self.field.setFont(font("body"))
        self.field.setFixedHeight(28)
        self.field.setMaxLength(LONGEST)
        self.field.setAccessibleName(label)
        self.field.selectAll()
        self.rename = make_button(verb or tr("Rename"), "primary")
        self.rename.setDefault(True)
        cancel = make_button(tr("Cancel"))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        column.addWidget(make_label(title, "section"))
        column.addWidget(self.field)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.rename)
        column.addLayout(row)
        self.field.textChanged.connect(self._changed)
        self.rename.clicked.connect(self._given)
        cancel.clicked.connect(self.reject)
        self.finished.connect(self.deleteLater)
        fit_height(self, NARROW)
        self.field.setFocus()

    def _changed(self, text: str) -> None:
        self.rename.setEnabled(bool(text.strip()))

    def _given(self) -> None:
        name = self.field.text().strip()
        if name:
            self.name_given.emit(name)
            self.accept()
