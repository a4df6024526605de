"""The files that are compared, as cards, with the ways to add one, to read them another way, or to renew them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from tradeoff_app.analysis.evidence import Evidence
from tradeoff_app.app.known_tables import KnownTable
from tradeoff_app.app.translation import tr
from tradeoff_app.model.project import Project
from tradeoff_app.ui.steps.data.file_card import FileCard, versions_of
from tradeoff_app.ui.widgets.buttons import make_button
from tradeoff_app.ui.widgets.text import make_label
from tradeoff_app.wording.number_format import Numbers

ACROSS = 2


class FilesBlock(QWidget):
    """Cards in the order before, candidates, references. `asked` carries what was asked for."""

    deed_chosen = Signal(str, str)
    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: list[FileCard] = []
        self._grid = QGridLayout()
        self._grid.setSpacing(16)
        self.add = make_button(tr("Add a version…"), name=tr("Add a file with another candidate or a reference"))
        self.columns = make_button(tr("Columns…"), name=tr("See and change how the columns were read"))
        self.note = make_label("", "body", "muted", wraps=True)
        self.forget = make_button(tr("Forget"), "link", name=tr("Forget how tables with these columns are read"))
        self.add.clicked.connect(lambda: self.asked.emit("add_version"))
        self.columns.clicked.connect(lambda: self.asked.emit("columns"))
        self.forget.clicked.connect(lambda: self.asked.emit("forget_reading"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.add)
        row.addWidget(self.columns)
        row.addSpacing(8)
        row.addWidget(self.note, 1)
        row.addWidget(self.forget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(self._grid)
        column.addLayout(row)

    def refresh(self, project: Project, evidence: Evidence, numbers: Numbers, known: KnownTable | None) -> None:
        """Show the files of a project, and how their columns are read where that was said."""
        versions = versions_of(project, evidence)
        while len(self.cards) > len(versions):
            card = self.cards.pop()
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        for index in range(len(self.cards), len(versions)):
            card = FileCard()
            card.deed_chosen.connect(self.deed_chosen)
            self.cards.append(card)
            self._grid.addWidget(card, index // ACROSS, index % ACROSS)
        for card, version in zip(self.cards, versions, strict=True):
            card.refresh(version, project, numbers)
        self.note.setText(reading_note(project, known))
        self.forget.setVisible(known is not None)


def reading_note(project: Project, known: KnownTable | None) -> str:
    """How the columns were read: as proposed, as said here, or as said once for tables of this shape."""
    if known is not None:
        return tr("Read as you said for {file}: tables with these columns are read like that.", file=known.file)
    said = project.mapping.model_dump(exclude_defaults=True, exclude={"baseline", "runs", "pairing", "errors"})
    if not said:
        return tr("Or drop a file here. The columns were read as proposed.")
    return tr("Or drop a file here. The columns were read as you said.")
