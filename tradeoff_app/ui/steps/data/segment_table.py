"""The segments: their names, whom they hold, whether they add up to the whole, and which of them are protected."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from tradeoff_app.analysis.evidence import Evidence
from tradeoff_app.model.project import Project
from tradeoff_app.model.segment import EVERYONE, Segment
from tradeoff_app.ui.tables.fields import TextField
from tradeoff_app.ui.tables.ledger import Ledger, LedgerColumn
from tradeoff_app.ui.theme import font
from tradeoff_app.ui.widgets.text import ElidedLabel, make_label
from tradeoff_app.wording.speaker import Speaker

COLUMNS = (
    LedgerColumn("Segment", 180, gap=16),
    LedgerColumn("Holds units with", 200, stretch=1),
    LedgerColumn("Units", 72, "right"),
    LedgerColumn("Adds up to the whole", 100, gap=16),
    LedgerColumn("Protected", 100),
)


class SegmentRow(QObject):
    """The controls of one segment."""

    renamed = Signal(str, str)
    protected = Signal(str, bool)

    def __init__(self, segment: Segment, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.segment = segment.id
        self.label = TextField(f"Name of the segment {segment.name}", segment.id)
        self.where = ElidedLabel("", "body", "muted")
        self.units = make_label()
        self.part = make_label()
        self.protect = QCheckBox("Must hold")
        self.protect.setAccessibleName(f"{segment.name} is protected: every margin must hold in it")
        self.label.text_stated.connect(self._renamed)
        self.protect.clicked.connect(self._protected)

    def widgets(self) -> list[QWidget | None]:
        """In the order of the columns."""
        return [self.label, self.where, self.units, self.part, self.protect]

    def refresh(self, project: Project, evidence: Evidence, speaker: Speaker) -> None:
        """Show what stands in the project and whom it holds."""
        segment = project.segments[self.segment]
        is_assumed = project.is_assumed(f"segments/{segment.id}")
        self.label.show_text(segment.name)
        if self.label.font().italic() != is_assumed:
            self.label.setFont(font("body", italic=is_assumed))
            self.label.setAccessibleDescription("Assumed, not yet confirmed" if is_assumed else "")
        self.where.set_text(describe(segment))
        members = evidence.members.get(segment.id)
        self.units.setText("" if members is None else speaker.numbers.whole(int(members.sum())))
        self.part.setText("yes" if segment.id in evidence.partition else "view only")
        self.protect.setChecked(segment.protected)

    def _renamed(self, label: str) -> None:
        self.renamed.emit(self.segment, label)

    def _protected(self, is_on: bool) -> None:
        self.protected.emit(self.segment, is_on)


class SegmentTable(Ledger):
    """A row per segment of the project."""

    renamed = Signal(str, str)
    protected = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(COLUMNS, row_height=42, parent=parent)
        self.rows: dict[str, SegmentRow] = {}

    def refresh(self, project: Project, evidence: Evidence, speaker: Speaker) -> None:
        """Rows anew where other segments are there, else in place; empty ones that nobody stated are left out."""
        shown = [key for key in project.segments if key != EVERYONE and key in evidence.members]
        if list(self.rows) != shown:
            self.clear()
            self.rows = {}
            for key in shown:
                row = SegmentRow(project.segments[key], self)
                row.renamed.connect(self.renamed)
                row.protected.connect(self.protected)
                self.rows[key] = row
                self.add_row(key, row.widgets())
        for row in self.rows.values():
            row.refresh(project, evidence, speaker)


def describe(segment: Segment) -> str:
    """Whom a segment holds: "who: primary persona"."""
    return "; ".join(f"{name}: {', '.join(values)}" for name, values in segment.where.items())
