"""The metrics that were found: kind, direction and role, stated or only assumed, and how many units they scored."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from tradeoff_app.model.metric import Metric
from tradeoff_app.model.project import Project
from tradeoff_app.ui.steps.data.counts import MetricCount
from tradeoff_app.ui.steps.data.edits import METRIC_FIELDS, assumed_of_metric
from tradeoff_app.ui.tables.choice_box import ChoiceBox
from tradeoff_app.ui.tables.ledger import Ledger, LedgerColumn, NameCell
from tradeoff_app.ui.widgets.buttons import make_button
from tradeoff_app.ui.widgets.text import make_label, set_tool_tip
from tradeoff_app.wording.speaker import Speaker

KINDS = (
    ("binary", "Yes or no"),
    ("ordinal", "Rating"),
    ("continuous", "Number"),
    ("count", "Count"),
    ("duration", "Duration"),
    ("money", "Money"),
    ("ratio", "Ratio"),
)
DIRECTIONS = (("higher", "Higher is better"), ("lower", "Lower is better"), ("none", "Only describes"))
ROLES = (
    ("safety_gate", "Safety"),
    ("guardrail", "Must not get worse"),
    ("target", "Goal"),
    ("monitor", "Also measured"),
)
COLUMNS = (
    LedgerColumn("Metric", 128, stretch=1, gap=12),
    LedgerColumn("Kind", 108, gap=8),
    LedgerColumn("Direction", 148, gap=8),
    LedgerColumn("Role", 164, gap=12),
    LedgerColumn("Scored before", 52, "right", gap=12),
    LedgerColumn("Scored after", 52, "right", gap=12),
    LedgerColumn("No number", 56, "right", gap=12),
    LedgerColumn("", 52, "right"),
)


class MetricRow(QObject):
    """The controls of one metric."""

    changed = Signal(str, str, object)
    confirmed = Signal(str)

    def __init__(self, metric: Metric, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.metric = metric.id
        self.name = NameCell(metric.name)
        self.boxes = {
            "type": ChoiceBox(KINDS, name=f"{metric.name}, kind"),
            "better": ChoiceBox(DIRECTIONS, name=f"{metric.name}, direction"),
            "role": ChoiceBox(ROLES, name=f"{metric.name}, role"),
        }
        self.before = make_label()
        self.after = make_label()
        self.missing = make_label("", "body", "muted")
        self.confirm = make_button("Confirm", "link", name=f"Confirm {metric.name}")
        self.boxes["type"].choice_made.connect(self._kind_chosen)
        self.boxes["better"].choice_made.connect(self._direction_chosen)
        self.boxes["role"].choice_made.connect(self._role_chosen)
        self.confirm.clicked.connect(self._confirmed)

    def widgets(self) -> list[QWidget | None]:
        """In the order of the columns."""
        return [self.name, *self.boxes.values(), self.before, self.after, self.missing, self.confirm]

    def refresh(self, project: Project, count: MetricCount | None, speaker: Speaker) -> None:
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
            set_tool_tip(self.boxes["role"], "Its gates say what it is for.")
        numbers = speaker.numbers
        self.before.setText(numbers.whole(count.scored_before) if count else "none")
        self.after.setText(numbers.whole(count.scored_after) if count else "none")
        self.missing.setText(_missing(count, speaker) if count else "")
        self.confirm.setVisible(bool(assumed_of_metric(project, metric.id)))

    def _kind_chosen(self, kind: str) -> None:
        self.changed.emit(self.metric, "type", kind)

    def _direction_chosen(self, direction: str) -> None:
        self.changed.emit(self.metric, "better", None if direction == "none" else direction)

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

    def refresh(self, project: Project, counts: Mapping[str, MetricCount], speaker: Speaker) -> None:
        """Rows anew where other metrics are there, else in place."""
        if tuple(self.rows) != tuple(project.metrics):
            self.clear()
            self.rows = {}
            for metric in project.metrics.values():
                row = MetricRow(metric, self)
                row.changed.connect(self.changed)
                row.confirmed.connect(self.confirmed)
                self.rows[metric.id] = row
                self.add_row(metric.id, row.widgets())
        for key, row in self.rows.items():
            row.refresh(project, counts.get(key), speaker)


def _note(metric: Metric, count: MetricCount | None) -> str:
    """Its name in the files where that is another."""
    name = metric.source_name if metric.source_name != metric.name else ""
    return name if count else f"{name}, in no file".lstrip(", ")


def _missing(count: MetricCount, speaker: Speaker) -> str:
    """Units without a number: one count where both sides agree."""
    before, after = (speaker.numbers.whole(number) for number in (count.missing_before, count.missing_after))
    return before if before == after else f"{before}, {after}"
