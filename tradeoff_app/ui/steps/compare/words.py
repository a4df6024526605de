"""The chosen cell in words, what it would take to know more, and a button that takes the sentence along."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tradeoff_app.app.translation import tr
from tradeoff_app.ui.explaining import ask, set_quantity
from tradeoff_app.ui.widgets.buttons import make_button
from tradeoff_app.ui.widgets.text import make_label


class Words(QWidget):
    """The sentence of the cell, what it would take to know, and a button that takes it along."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.head = make_label(tr("In words"), "strong")
        column.addWidget(self.head)
        self.sentence = make_label("", "body", wraps=True, is_selectable=True)
        self.method = make_label("", "small", "muted", wraps=True)
        column.addWidget(self.sentence)
        column.addWidget(self.method)
        self._is_dense = False
        buttons = QHBoxLayout()
        buttons.setContentsMargins(0, 8, 0, 0)
        self.copy = make_button(tr("Copy"), name=tr("Copy the sentence"))
        self.copy.clicked.connect(self._copied)
        self.why = make_button(tr("Explain"), name=tr("Explain this number"))
        self.why.clicked.connect(self._explained)
        self._address = ""
        buttons.addWidget(self.why)
        buttons.addSpacing(8)
        buttons.addWidget(self.copy)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addStretch(1)

    def show_words(self, sentence: str, method: str, address: str = "") -> None:
        """Say another cell; `address` names the number that it is about."""
        self._address = address
        set_quantity(self.sentence, address)
        self.sentence.setText(sentence)
        self.method.setText(method)
        self.method.setVisible(bool(method) and not self._is_dense)

    def set_dense(self, *, is_dense: bool) -> None:
        """Only the sentence and its button where there is little height."""
        self._is_dense = is_dense
        self.head.setVisible(not is_dense)
        self.method.setVisible(bool(self.method.text()) and not is_dense)
        self.copy.setVisible(not is_dense)
        self.why.setVisible(not is_dense)

    def _explained(self) -> None:
        ask(self, self._address)

    def _copied(self) -> None:
        QGuiApplication.clipboard().setText(self.sentence.text())
