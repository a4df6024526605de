"""The segments with the ways to get more of them: a definition, a column, a file with one row per unit."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from tradeoff_app.analysis.evidence import Evidence
from tradeoff_app.analysis.observations import Observations
from tradeoff_app.app.saved_segments import SavedSegments
from tradeoff_app.app.translation import tr
from tradeoff_app.model.project import Project
from tradeoff_app.ui.steps.data.segment_table import SegmentTable
from tradeoff_app.ui.steps.spoken_step import make_section
from tradeoff_app.ui.tables.choice_box import ChoiceBox
from tradeoff_app.ui.widgets.menu_button import MenuButton
from tradeoff_app.ui.widgets.shown_text import entry_text
from tradeoff_app.ui.widgets.text import make_label
from tradeoff_app.wording.speaker import Speaker

NO_PARTITION = ""
OFFERED = ("unused", "question", "ignored", "label")
"""Parts of columns that may hold segments instead."""
MOST_COLUMNS = 20


class SegmentsBlock(QWidget):
    """Head with the partition, the table, and the menu that adds. `asked` carries what and about which column."""

    partition_chosen = Signal(str)
    asked = Signal(str, str)

    def __init__(self, saved: SavedSegments | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.saved = saved or SavedSegments()
        self.table = SegmentTable()
        self.partition = ChoiceBox((), name=tr("Segments that add up to the whole"))
        self.partition.choice_made.connect(self.partition_chosen)
        self.add = MenuButton(tr("Add segments"), name=tr("Add segments from a definition, a column or a file"))
        self.menu = QMenu(self)
        self.add.open_with(self.menu)
        self.empty = make_label(
            tr("No column splits the units. Add one, or a file that says to whom each unit belongs."),
            "body",
            "muted",
            wraps=True,
        )
        head, _ = make_section(tr("Segments"))
        self._over = make_label(tr("Totals add up over"), "body", "muted")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(head, 1)
        row.addWidget(self._over)
        row.addWidget(self.partition)
        row.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.empty)
        column.addWidget(self.table)

    def refresh(
        self, project: Project, evidence: Evidence, observations: Observations | None, speaker: Speaker
    ) -> None:
        """Show the segments that the evidence knows, and what they could be made of."""
        dimensions = tuple(evidence.table.dimensions)
        for widget in (self.partition, self._over, self.table):
            widget.setVisible(bool(dimensions))
        self.empty.setVisible(not dimensions)
        choices = [(NO_PARTITION, tr("nobody: everyone together")), *((name, name) for name in dimensions)]
        whole = "|".join(project.partition)
        if len(project.partition) > 1:
            choices.append((whole, " × ".join(project.partition)))
        self.partition.set_choices(choices)
        self.partition.show_choice(whole, is_assumed=project.is_assumed("partition"))
        self.table.refresh(project, evidence, speaker)
        self._offer(dimensions, _columns(observations), project)

    def menu_texts(self) -> tuple[str, ...]:
        """What can be added, in order."""
        return tuple(action.text() for action in self.menu.actions() if not action.isSeparator())

    def _offer(self, dimensions: Sequence[str], columns: Sequence[str], project: Project) -> None:
        self.menu.clear()
        define = self.menu.addAction(tr("Define a segment…"))
        define.setEnabled(bool(dimensions))
        define.triggered.connect(lambda: self.asked.emit("define_segment", ""))
        self.menu.addAction(tr("From a file with one row per unit…")).triggered.connect(
            lambda: self.asked.emit("lookup", "")
        )
        if columns:
            self.menu.addSection(tr("From a column"))
        for name in columns:
            action = self.menu.addAction(entry_text(name))
            action.triggered.connect(lambda _checked=False, taken=name: self.asked.emit("segment_column", taken))
        known = [segment.where for segment in project.segments.values()]
        fitting = [segment for segment in self.saved.fitting(dict.fromkeys(dimensions)) if segment.where not in known]
        if fitting:
            self.menu.addSection(tr("Saved definitions"))
        for segment in fitting:
            action = self.menu.addAction(entry_text(segment.name))
            action.triggered.connect(lambda _checked=False, taken=segment.name: self.asked.emit("saved", taken))


def _columns(observations: Observations | None) -> list[str]:
    """Columns that are not used as yet and could hold segments."""
    columns = () if observations is None else observations.columns
    return [column.name for column in columns if column.part in OFFERED][:MOST_COLUMNS]
