"""What new files would change, read before it is applied."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tradeoff_app.app.translation import QT_TR_NOOP, tr
from tradeoff_app.ui.dialogs.sheet import Sheet
from tradeoff_app.ui.widgets.buttons import make_button
from tradeoff_app.ui.widgets.text import make_label

HEADS = {
    "files": QT_TR_NOOP("Files"),
    "units": QT_TR_NOOP("Units"),
    "metrics": QT_TR_NOOP("Metrics"),
    "segments": QT_TR_NOOP("Segments"),
    "gates": QT_TR_NOOP("Gates"),
    "effects": QT_TR_NOOP("What got better or worse"),
    "acceptances": QT_TR_NOOP("Accepted regressions"),
    "looks": QT_TR_NOOP("Looks at the data"),
    "verdict": QT_TR_NOOP("Verdict"),
}


class UpdateDataDialog(Sheet):
    """Lines by what they are about; `apply` is one step that undo takes back."""

    def __init__(
        self, lines: Sequence[tuple[str, str]], apply: Callable[[], None], parent: QWidget | None = None
    ) -> None:
        text = tr("Weights, gates, notes and acceptances stay. Nothing changes until you apply it.")
        super().__init__(tr("What the new data changes"), text, size=(640, 560), parent=parent)
        self.lines = tuple(lines)
        self._apply = apply
        for about, found in groupby(lines, key=lambda line: line[0]):
            self.body.addWidget(_part(tr(HEADS.get(about, about)), [text for _, text in found]))
        self.body.addStretch(1)
        cancel = self.add_button(make_button(tr("Keep the old data"), "quiet"))
        take = self.add_button(make_button(tr("Apply"), "primary", name=tr("Apply the new data")))
        take.setDefault(True)
        cancel.clicked.connect(self.reject)
        take.clicked.connect(self._taken)

    def _taken(self) -> None:
        self.accept()
        self._apply()


def _part(title: str, texts: Sequence[str]) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(make_label(title, "strong"))
    for text in texts:
        column.addWidget(make_label(text, "body", wraps=True, is_selectable=True))
    return holder
