"""A banner above the work: broken evidence, a real cost, or what the data can't tell, with the buttons that mend it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from tradeoff_app.ui.widgets.marks import Mark, MarkView
from tradeoff_app.ui.widgets.text import Ink, make_label, repolish, set_ink

BannerKind = Literal["evidence", "cost", "unknown"]

_MARKS: dict[BannerKind, Mark] = {"evidence": "warning", "cost": "worse", "unknown": "cannot_tell"}
_INKS: dict[BannerKind, Ink] = {"evidence": "evidence", "cost": "worse", "unknown": "text"}


class Banner(QFrame):
    """Title in the kind's ink, cause in plain text, buttons at the right; stands as long as what it says is true."""

    def __init__(
        self,
        kind: BannerKind = "evidence",
        title: str = "",
        text: str = "",
        buttons: Sequence[QPushButton] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(12)
        self._mark = MarkView("warning", 16)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        self._title = make_label("", "strong", wraps=True)
        self._text = make_label("", "body", wraps=True)
        words.addWidget(self._title)
        words.addWidget(self._text)
        row.addLayout(words, 1)
        self._row = row
        for button in buttons:
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.show_finding(kind, title, text)

    def show_finding(self, kind: BannerKind, title: str, text: str) -> None:
        """Say another thing in the same place."""
        self.setProperty("kind", kind)
        repolish(self)
        self._mark.set_mark(_MARKS[kind])
        set_ink(self._title, _INKS[kind])
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)

    def title(self) -> str:
        """The title that is shown."""
        return self._title.text()

    def add_button(self, button: QPushButton) -> None:
        """One more button at the right."""
        self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
