"""The one question that two dropped files leave open: which of them is the version in use."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from tradeoff_app.app.translation import tr
from tradeoff_app.ui.dialogs.question import NARROW, fit_height
from tradeoff_app.ui.dialogs.ringed import RingedDialog
from tradeoff_app.ui.theme import font
from tradeoff_app.ui.widgets.buttons import make_button
from tradeoff_app.ui.widgets.shown_text import entry_text
from tradeoff_app.ui.widgets.text import make_label

LONGEST = 40
"""Characters of a file's name that fit the dialog."""


class WhichBeforeDialog(RingedDialog):
    """The files with the likely one chosen; `taken` gets them with the version in use first."""

    def __init__(
        self, paths: Sequence[Path], taken: Callable[[list[Path]], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Which file is before?"))
        self._paths, self._taken = list(paths), taken
        self._choice = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(8)
        column.addWidget(make_label(tr("Which file is before?"), "section"))
        column.addWidget(
            make_label(tr("The version in use now. It can be swapped later."), "body", "muted", wraps=True)
        )
        for index, path in enumerate(self._paths):
            button = QRadioButton(entry_text(name_apart(path, self._paths)))
            button.setFont(font("body"))
            button.setAccessibleName(tr("Before is {file}", file=path.name))
            button.setChecked(index == 0)
            self._choice.addButton(button, index)
            column.addWidget(button)
        column.addSpacing(8)
        row = QHBoxLayout()
        self.compare = make_button(tr("Compare"), "primary")
        cancel = make_button(tr("Cancel"), "quiet")
        self.compare.setDefault(True)
        self.compare.clicked.connect(self._compare)
        cancel.clicked.connect(self.reject)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.compare)
        column.addLayout(row)
        fit_height(self, NARROW)

    def choose(self, index: int) -> None:
        """Say that this file is the version in use."""
        self._choice.button(index).setChecked(True)

    def _compare(self) -> None:
        first = self._choice.checkedId()
        order = [self._paths[first], *(path for index, path in enumerate(self._paths) if index != first)]
        self.accept()
        self._taken(order)


def name_apart(path: Path, paths: Sequence[Path]) -> str:
    """The file's name, cut in the middle where it is long; with its folder where the name alone may not tell it."""
    names = [each.name for each in paths]
    name = path.name if len(path.name) <= LONGEST else f"{path.name[:16]}…{path.name[-16:]}"
    is_plain = len(set(names)) == len(names) and all(len(each) <= LONGEST for each in names)
    return name if is_plain or not path.parent.name else f"{path.parent.name[-24:]}/{name}"
