"""Notes on the chosen cell and on its metric: part of the project, whatever data comes later."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from tradeoff_app.analysis.effects import Effect
from tradeoff_app.app.document import Document
from tradeoff_app.app.notes import cell_key, metric_key, note_on, with_note
from tradeoff_app.app.translation import tr
from tradeoff_app.ui.tables.fields import TextField
from tradeoff_app.ui.widgets.text import make_label
from tradeoff_app.wording.speaker import Speaker


class NotesView(QWidget):
    """Follows the chosen cell; each note is a step that can be undone."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self._keys: tuple[str, str] = ("", "")
        self._names: tuple[str, str] = ("", "")
        self._heads = (make_label("", "strong"), make_label("", "strong"))
        self.cell_note = TextField(tr("Note on this cell"), tr("What should be remembered about this number"))
        self.metric_note = TextField(tr("Note on this metric"), tr("What should be remembered about this metric"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        for head, field in self._rows():
            column.addWidget(head)
            column.addWidget(field)
            column.addSpacing(8)
        kept = tr("Notes are kept with the project and stay when its data changes.")
        column.addWidget(make_label(kept, "small", "muted", wraps=True))
        column.addStretch(1)
        self.cell_note.text_stated.connect(lambda text: self._noted(0, text))
        self.metric_note.text_stated.connect(lambda text: self._noted(1, text))

    def show_cell(self, effect: Effect, speaker: Speaker) -> None:
        """Notes of another cell."""
        self._keys = cell_key(effect.metric, effect.segment), metric_key(effect.metric)
        metric = speaker.metric(effect.metric)
        self._names = f"{metric}, {speaker.voice.segment_inside(effect.segment)}", metric
        for (head, field), name, key in zip(self._rows(), self._names, self._keys, strict=True):
            head.setText(name)
            field.setAccessibleName(tr("Note on {name}", name=name))
            field.show_text(note_on(self.document.project, key))

    def _rows(self) -> tuple[tuple[QLabel, TextField], ...]:
        return tuple(zip(self._heads, (self.cell_note, self.metric_note), strict=True))

    def _noted(self, at: int, text: str) -> None:
        if self._keys[at]:
            project = with_note(self.document.project, self._keys[at], text.strip())
            self.document.edit(project, tr("Note on {name}", name=self._names[at]), self._keys[at])
