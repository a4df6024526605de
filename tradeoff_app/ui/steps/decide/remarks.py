"""What has to be said beside the verdict: gaps that decide, views that disagree, gates that nobody stated or moved."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from tradeoff_app.analysis.outcome import Outcome
from tradeoff_app.ui.widgets.marks import MarkView
from tradeoff_app.ui.widgets.text import make_label
from tradeoff_app.wording.speaker import Speaker
from tradeoff_app.wording.typography import typeset

MARK_TOP = 4


class Remarks(QWidget):
    """A ringed dot and a sentence each; takes no room where nothing has to be said."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[QWidget, QLabel]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)

    def texts(self) -> tuple[str, ...]:
        """What is shown."""
        return tuple(label.text() for _, label in self._rows if label.isVisibleTo(self))

    def refresh(self, outcome: Outcome, speaker: Speaker) -> None:
        """Say what holds now."""
        said = [typeset(text) for text in (*speaker.remarks(outcome), *speaker.moved())]
        while len(self._rows) < len(said):
            self._add_row()
        for at, (mark, label) in enumerate(self._rows):
            label.setText(said[at] if at < len(said) else "")
            mark.setVisible(at < len(said))
            label.setVisible(at < len(said))
        self.setVisible(bool(said))

    def _add_row(self) -> None:
        row = len(self._rows)
        mark, label = MarkView("attention"), make_label("", "body", wraps=True, is_selectable=True)
        mark.setContentsMargins(0, MARK_TOP, 0, 0)
        self._grid.addWidget(mark, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(label, row, 1)
        self._rows.append((mark, label))
