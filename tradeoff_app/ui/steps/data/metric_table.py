"""The metrics that were found: kind, direction and role, stated or only assumed, and how many units they scored."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tradeoff_app.analysis.proposal import label_of
from tradeoff_app.app.translation import QT_TR_NOOP, tr
from tradeoff_app.model.metric import Metric
from tradeoff_app.model.project import Project
from tradeoff_app.ui.steps.data.counts import MetricCount
from tradeoff_app.ui.steps.data.edits import METRIC_FIELDS, assumed_of_metric
from tradeoff_app.ui.tables.choice_box import ChoiceBox
from tradeoff_app.ui.tables.fields import TextField
from tradeoff_app.ui.tables.ledger import Ledger, LedgerColumn, NameCell
from tradeoff_app.ui.widgets.buttons import make_button
from tradeoff_app.ui.widgets.text import make_label, set_tool_tip
from tradeoff_app.wording.speaker import Speaker

KINDS = (
    ("binary", QT_TR_NOOP("Yes or no")),
    ("ordinal", QT_TR_NOOP("Rating")),
    ("continuous", QT_TR_NOOP("Number")),
    ("count", QT_TR_NOOP("Count")),
    ("duration", QT_TR_NOOP("Duration")),
    ("money", QT_TR_NOOP("Money")),
    ("ratio", QT_TR_NOOP("Ratio")),
)
DIRECTIONS = (
    ("higher", QT_TR_NOOP("Higher is better")),
    ("lower", QT_TR_NOOP("Lower is better")),
    ("none", QT_TR_NOOP("Only describes")),
)
ROLES = (
    ("safety_gate", QT_TR_NOOP("Safety")),
    ("guardrail", QT_TR_NOOP("Must not get worse")),
    ("target", QT_TR_NOOP("Goal")),
    ("monitor", QT_TR_NOOP("Also measured")),
)
COLUMNS = (
    LedgerColumn(QT_TR_NOOP("Metric"), 120, stretch=1, gap=8),
    LedgerColumn(QT_TR_NOOP("Kind"), 108, gap=8),
    LedgerColumn(QT_TR_NOOP("Direction"), 148, gap=8),
    LedgerColumn(QT_TR_NOOP("Unit"), 60, gap=8),
    LedgerColumn(QT_TR_NOOP("Role"), 164, gap=8),
    LedgerColumn(QT_TR_NOOP("Units scored"), 64, "right", gap=8),
    LedgerColumn(QT_TR_NOOP("Failed rows"), 44, "right", gap=8),
    LedgerColumn("", 54, "right"),
)
LONGEST_UNIT = 12
UNIT_WIDTH = 60


class MetricRow(QObject):
    """The controls of one metric."""

    changed = Signal(str, str, object)
    confirmed = Signal(str)

    def __init__(self, metric: Metric) -> None:
        super().__init__()
        self.metric = metric.id
        self.name = NameCell(metric.name)
        self.boxes = {
            "type": ChoiceBox(_said(KINDS), name=tr("{metric}, kind", metric=metric.name)),
            "better": ChoiceBox(_said(DIRECTIONS), name=tr("{metric}, direction", metric=metric.name)),
            "role": ChoiceBox(_said(ROLES), name=tr("{metric}, role", metric=metric.name)),
        }
        self.unit = TextField(tr("{metric}, unit of its numbers", metric=metric.name))
        self.unit.setMaxLength(LONGEST_UNIT)
        self.unit.setFixedWidth(UNIT_WIDTH)
        self.unit.text_stated.connect(self._unit_stated)
        self.scored = CountCell()
        self.failed = make_label("", "body", "muted")
        self.confirm = make_button(tr("Confirm"), "link", name=tr("Confirm {metric}", metric=metric.name))
        self.boxes["type"].choice_made.connect(self._kind_chosen)
        self.boxes["better"].choice_made.connect(self._direction_chosen)
        self.boxes["role"].choice_made.connect(self._role_chosen)
        self.confirm.clicked.connect(self._confirmed)

    def widgets(self) -> list[QWidget | None]:
        """In the order of the columns."""
        kind, better, role = self.boxes.values()
        return [self.name, kind, better, self.unit, role, self.scored, self.failed, self.confirm]

    def refresh(self, project: Project, count: MetricCount | None, speaker: Speaker, failed: int | None) -> None:
        """Show what stands in the project and what the files held."""
        metric = project.metrics[self.metric]
        self.name.say(metric.name, _note(metric, count))
        shown = {"type": metric.type, "better": metric.better or "none", "role": project.role_of(metric.id)}
        for field in METRIC_FIELDS:
            is_assumed = project.is_assumed(f"metrics/{metric.id}/{field}")
            self.boxes[field].show_choice(shown[field], is_assumed=is_assumed)
        has_gate = bool(project.gates_on(metric.id))
        self.boxes["role"].setEnabled(not has_gate)
        if has_gate:
            set_tool_tip(self.boxes["role"], tr("Its gates say what it is for."))
        self.unit.show_text(metric.unit)
        self.unit.setVisible(metric.type != "binary")
        self.scored.say(*_scored(count, speaker))
        self.failed.setText("" if failed is None else speaker.numbers.whole(failed))
        self.confirm.setVisible(bool(assumed_of_metric(project, metric.id)))

    def _kind_chosen(self, kind: str) -> None:
        self.changed.emit(self.metric, "type", kind)

    def _direction_chosen(self, direction: str) -> None:
        self.changed.emit(self.metric, "better", None if direction == "none" else direction)

    def _unit_stated(self, unit: str) -> None:
        self.changed.emit(self.metric, "unit", unit or None)

    def _role_chosen(self, role: str) -> None:
        self.changed.emit(self.metric, "role", role)

    def _confirmed(self) -> None:
        self.confirmed.emit(self.metric)


class MetricTable(Ledger):
    """A row per metric of the project."""

    changed = Signal(str, str, object)
    confirmed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(COLUMNS, row_height=46, parent=parent)
        self.rows: dict[str, MetricRow] = {}

    def refresh(
        self,
        project: Project,
        counts: Mapping[str, MetricCount],
        speaker: Speaker,
        failed: Mapping[str, int] | None = None,
    ) -> None:
        """Rows anew where other metrics are there, else in place; `failed` counts rows without an answer."""
        if tuple(self.rows) != tuple(project.metrics):
            self.clear()
            self.rows = {}
            for metric in project.metrics.values():
                row = MetricRow(metric)
                row.changed.connect(self.changed)
                row.confirmed.connect(self.confirmed)
                self.rows[metric.id] = row
                self.add_row(metric.id, row.widgets())
        for key, row in self.rows.items():
            row.refresh(project, counts.get(key), speaker, (failed or {}).get(key))


class CountCell(QWidget):
    """Two numbers, one over the other, or one where both sides agree; a small line below says what is missing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.number, self.note = make_label(), make_label("", "small", "muted")
        for label in (self.number, self.note):
            label.setAlignment(Qt.AlignmentFlag.AlignRight)
            column.addWidget(label)

    def say(self, number: str, note: str = "") -> None:
        """Show other texts."""
        self.number.setText(number)
        self.note.setText(note)
        self.note.setVisible(bool(note))


def _said(choices: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(choice, tr(text)) for choice, text in choices]


def _note(metric: Metric, count: MetricCount | None) -> str:
    """Its name in the files where that is another."""
    is_plain = metric.name in (metric.source_name, label_of(metric.source_name, metric.unit))
    name = "" if is_plain else metric.source_name
    if count:
        return name
    return tr("{name}, in no file", name=name) if name else tr("in no file")


def _scored(count: MetricCount | None, speaker: Speaker) -> tuple[str, str]:
    """Units with a number, before and after where they differ, and how many of a side have none."""
    if count is None:
        return tr("none"), ""
    before, after = (speaker.numbers.whole(number) for number in (count.scored_before, count.scored_after))
    missing = max(count.missing_before, count.missing_after)
    note = tr("{count} without", count=speaker.numbers.whole(missing)) if missing else ""
    if before != after:
        return before, tr("{count} after", count=after)
    return before, note
