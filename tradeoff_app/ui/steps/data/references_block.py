"""Levels of the references beside those that are judged: a human baseline, an earlier release."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tradeoff_app.analysis.evidence import Evidence
from tradeoff_app.app.translation import tr
from tradeoff_app.model.project import Project
from tradeoff_app.model.segment import EVERYONE
from tradeoff_app.ui.steps.spoken_step import make_section
from tradeoff_app.ui.tables.hairline_table import HairlineTable
from tradeoff_app.ui.tables.plain_model import Cell, Column, Row
from tradeoff_app.wording.speaker import Speaker
from tradeoff_app.wording.typography import typeset


class ReferencesBlock(QWidget):
    """One row a metric, one column a version; there only where a project has references."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        head, _ = make_section(tr("For reference"), tr("shown beside the others, never judged"))
        self.table = HairlineTable((), name=tr("Levels of the references"))
        self._columns: tuple[str, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(head)
        column.addWidget(self.table)

    def refresh(self, project: Project, evidence: Evidence, candidate: str, speaker: Speaker) -> None:
        """Show each version's own level over all its units."""
        self.setVisible(bool(project.references))
        if not project.references:
            return
        arms = (evidence.table.arms[0], candidate, *project.references)
        names = (tr("Before"), tr("After"), *(item.name for item in project.references.values()))
        columns = (Column(tr("Metric")), *(Column(name, "right") for name in names))
        self.table.table().set_columns(columns)
        self.table.set_rows([_row(metric, arms, evidence, speaker) for metric in evidence.table.metrics])
        self.table.stretch_column(0)
        self.table.fit_height()


def _row(metric: str, arms: tuple[str, ...], evidence: Evidence, speaker: Speaker) -> Row:
    cells = [Cell(speaker.metric(metric), speaker.unit_line(metric))]
    for arm in arms:
        level = evidence.levels.get((metric, EVERYONE, arm))
        value = level.value if level else None
        text = typeset(speaker.level(metric, value))
        second = ""
        if level is not None and level.low is not None and level.high is not None:
            ends = speaker.level(metric, level.low), speaker.level(metric, level.high)
            second = typeset(tr("{low} to {high}", low=ends[0], high=ends[1]))
        cells.append(Cell(text, second, ink="muted" if value is None else "text"))
    return Row(tuple(cells), metric)
