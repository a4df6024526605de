"""The segments: their names, whom they hold, whether they add up to the whole, and which of them are protected."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from tradeoff_app.analysis.evidence import Evidence
from tradeoff_app.app.translation import QT_TR_NOOP, tr
from tradeoff_app.model.project import Project
from tradeoff_app.model.segment import EVERYONE, Segment
from tradeoff_app.ui.tables.fields import TextField
from tradeoff_app.ui.tables.ledger import Ledger, LedgerColumn
from tradeoff_app.ui.theme import font
from tradeoff_app.ui.widgets.buttons import make_button
from tradeoff_app.ui.widgets.text import ElidedLabel, make_label
from tradeoff_app.wording.speaker import Speaker

COLUMNS = (
    LedgerColumn(QT_TR_NOOP("Segment"), 180, gap=16),
    LedgerColumn(QT_TR_NOOP("Holds units with"), 200, stretch=1),
    LedgerColumn(QT_TR_NOOP("Units"), 72, "right"),
    LedgerColumn(QT_TR_NOOP("Adds up to the whole"), 100, gap=16),
    LedgerColumn(QT_TR_NOOP("Protected"), 92, gap=8),
    LedgerColumn("", 56, "right"),
)


class SegmentRow(QObject):
    """The controls of one segment."""

    renamed = Signal(str, str)
    protected = Signal(str, bool)
    removed = Signal(str)

    def __init__(self, segment: Segment) -> None:
        super().__init__()
        self.segment, self.name_before = segment.id, segment.name
        self.label = TextField(tr("Name of the segment {segment}", segment=segment.name), segment.id)
        self.where = ElidedLabel("", "body", "muted")
        self.units = make_label()
        self.part = make_label()
        self.protect = QCheckBox(tr("Must hold"))
        self.protect.setAccessibleName(tr("{segment} is protected: every margin must hold in it", segment=segment.name))
        self.drop = make_button(tr("Remove"), "link", name=tr("Remove the segment {segment}", segment=segment.name))
        self.label.text_stated.connect(self._renamed)
        self.drop.clicked.connect(self._dropped)
        self.protect.clicked.connect(self._protected)

    def widgets(self) -> list[QWidget | None]:
        """In the order of the columns."""
        return [self.label, self.where, self.units, self.part, self.protect, self.drop]

    def refresh(self, project: Project, evidence: Evidence, speaker: Speaker) -> None:
        """Show what stands in the project and whom it holds."""
        segment = project.segments[self.segment]
        is_assumed = project.is_assumed(f"segments/{segment.id}")
        if not self.label.hasFocus():
            self.name_before = segment.name
        self.label.show_text(segment.name)
        if self.label.font().italic() != is_assumed:
            self.label.setFont(font("body", italic=is_assumed))
            self.label.setAccessibleDescription(tr("Assumed, not yet confirmed") if is_assumed else "")
        self.where.set_text(describe(segment))
        members = evidence.members.get(segment.id)
        self.units.setText("" if members is None else speaker.numbers.whole(evidence.table.size(members)))
        self.part.setText(tr("yes") if segment.id in evidence.partition else tr("view only"))
        self.protect.setChecked(segment.protected)
        self.drop.setVisible(segment.id not in evidence.partition)

    def _renamed(self, label: str) -> None:
        self.renamed.emit(self.segment, label)

    def _protected(self, is_on: bool) -> None:
        self.protected.emit(self.segment, is_on)

    def _dropped(self) -> None:
        self.removed.emit(self.segment)


class SegmentTable(Ledger):
    """A row per segment of the project."""

    renamed = Signal(str, str)
    protected = Signal(str, bool)
    removed = Signal(str)

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
                row = SegmentRow(project.segments[key])
                row.renamed.connect(self.renamed)
                row.protected.connect(self.protected)
                row.removed.connect(self.removed)
                self.rows[key] = row
                self.add_row(key, row.widgets())
        for row in self.rows.values():
            row.refresh(project, evidence, speaker)


def describe(segment: Segment) -> str:
    """Whom a segment holds: "who: primary persona"."""
    return "; ".join(f"{name}: {', '.join(values)}" for name, values in segment.where.items())
