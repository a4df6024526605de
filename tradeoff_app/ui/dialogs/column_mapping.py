"""How the columns of result files are read: raw beside read, every part can be said, the outcome follows at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from tradeoff_app.app.column_choices import layout_of, with_layout, with_part
from tradeoff_app.app.jobs import PlanJob
from tradeoff_app.app.translation import QT_TR_NOOP, tr
from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.ui.dialogs.column_table import AS_PROPOSED, ColumnTable
from tradeoff_app.ui.dialogs.plan_outcome import PlanOutcome
from tradeoff_app.ui.dialogs.sheet import Sheet
from tradeoff_app.ui.tables.choice_box import ChoiceBox
from tradeoff_app.ui.theme import font
from tradeoff_app.ui.widgets.buttons import make_button, make_rule
from tradeoff_app.ui.widgets.tab_order import chain_tabs
from tradeoff_app.ui.widgets.text import make_label

AUTO = "auto"
DECIMALS = ((AUTO, QT_TR_NOOP("As found")), (".", QT_TR_NOOP("Point: 1.5")), (",", QT_TR_NOOP("Comma: 1,5")))
ENCODINGS = (
    (AUTO, QT_TR_NOOP("As found")),
    ("utf-8", "UTF-8"),
    ("cp1252", "Windows-1252"),
    ("iso-8859-15", "ISO 8859-15"),
    ("utf-16", "UTF-16"),
    ("shift_jis", "Shift JIS"),
    ("gb18030", "GB 18030"),
)
LAYOUTS = (
    (AUTO, QT_TR_NOOP("As found")),
    ("wide", QT_TR_NOOP("Wide: a row per unit")),
    ("long", QT_TR_NOOP("Long: a row per metric")),
)
OUTCOME_WIDTH = 248


class ColumnMappingDialog(Sheet):
    """`taken` gets the mapping, whether to remember it, and the shape of the table that it was said for."""

    def __init__(
        self,
        paths: Sequence[Path],
        mapping: ColumnMapping,
        taken: Callable[[ColumnMapping, bool, str | None], None],
        parent: QWidget | None = None,
        *,
        job: PlanJob | None = None,
    ) -> None:
        super().__init__(tr("How the columns are read"), size=(1080, 680), parent=parent)
        self.is_fitted = False
        self._paths, self._taken = tuple(paths), taken
        self.first, self.mapping = mapping, mapping
        self.plan: dict[str, Any] = {}
        self.job = job or PlanJob(self)
        self.job.planned.connect(self._planned)
        self.job.failed.connect(self._lost)
        self.finished.connect(self.job.close)
        self._build_options()
        self.table = ColumnTable()
        self.table.part_chosen.connect(self._part_chosen)
        self.body.addWidget(self.table)
        self.body.addStretch(1)
        self.outcome = PlanOutcome()
        self._lay_out()
        self._build_foot()
        self._ask()

    @property
    def is_ready(self) -> bool:
        """Whether what is shown is the plan of what is said."""
        return bool(self.plan) and not self.job.is_running

    def state_part(self, column: str, part: str) -> None:
        """Say what a column is; `proposed` leaves it open again."""
        self._part_chosen(column, part)

    def _build_options(self) -> None:
        self.file = self._option(tr("File"), [(str(at), path.name) for at, path in enumerate(self._paths)], "0")
        self.sheet = self._option(tr("Sheet"), [], None)
        self.layout_box = self._option(tr("Layout"), _said(LAYOUTS), layout_of(self.mapping))
        self.metric_name = self._option(tr("Metric named in"), [], None)
        self.metric_value = self._option(tr("Value in"), [], None)
        self.decimal = self._option(tr("Decimal mark"), _said(DECIMALS), self.mapping.decimal or AUTO)
        self.encoding = self._option(tr("Encoding"), _said(ENCODINGS), self.mapping.encoding or AUTO)
        self.baseline = self._option(tr("Before is"), [], None)
        self.file.choice_made.connect(lambda _choice: self._show())
        self.sheet.choice_made.connect(lambda choice: self._say(sheet=None if choice == AUTO else choice))
        self.decimal.choice_made.connect(lambda choice: self._say(decimal=None if choice == AUTO else choice))
        self.encoding.choice_made.connect(lambda choice: self._say(encoding=None if choice == AUTO else choice))
        self.baseline.choice_made.connect(lambda choice: self._say(baseline=choice))
        self.layout_box.choice_made.connect(self._layout_chosen)
        for box in (self.metric_name, self.metric_value):
            box.choice_made.connect(lambda _choice: self._layout_chosen("long"))

    def _option(self, title: str, choices: Sequence[tuple[str, str]], shown: str | None) -> ChoiceBox:
        box = ChoiceBox(choices, name=title)
        box.show_choice(shown)
        box.setProperty("title", title)
        return box

    def _lay_out(self) -> None:
        options = QHBoxLayout()
        options.setSpacing(12)
        boxes = (self.file, self.sheet, self.layout_box, self.metric_name, self.metric_value)
        for box in (*boxes, self.decimal, self.encoding, self.baseline):
            holder = QWidget()
            cell = QVBoxLayout(holder)
            cell.setContentsMargins(0, 0, 0, 0)
            cell.setSpacing(4)
            cell.addWidget(make_label(str(box.property("title")), "small", "muted"))
            cell.addWidget(box)
            options.addWidget(holder)
            holder.setVisible(box in (self.layout_box, self.decimal))
        options.addStretch(1)
        place = self.column.indexOf(self.area)
        self.column.insertLayout(place - 1, options)
        side = QWidget()
        side.setFixedWidth(OUTCOME_WIDTH)
        right = QVBoxLayout(side)
        right.setContentsMargins(0, 8, 0, 0)
        right.setSpacing(8)
        self.busy = make_label(tr("What comes out"), "section")
        right.addWidget(self.busy)
        right.addWidget(self.outcome, 1)
        self.column.removeWidget(self.area)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(self.area, 1)
        middle.addWidget(make_rule("upright"))
        middle.addWidget(side)
        self.column.insertLayout(place + 1, middle, 1)

    def _build_foot(self) -> None:
        self.remember = QCheckBox(tr("Read tables with these columns like this from now on"))
        self.remember.setFont(font("body"))
        self.remember.setChecked(True)
        self.foot.insertWidget(0, self.remember)
        self.reset = self.add_button(
            make_button(tr("As proposed"), "quiet", name=tr("Leave everything to be proposed"))
        )
        cancel = self.add_button(make_button(tr("Cancel"), "quiet"))
        self.apply = self.add_button(make_button(tr("Read again"), "primary"))
        self.apply.setDefault(True)
        self.reset.clicked.connect(self._reset)
        cancel.clicked.connect(self.reject)
        self.apply.clicked.connect(self._apply)

    def _part_chosen(self, column: str, part: str) -> None:
        self.mapping = with_part(self.mapping, column, None if part == AS_PROPOSED else part)
        self._ask()

    def _layout_chosen(self, layout: str) -> None:
        metric, value = self.metric_name.choice(), self.metric_value.choice()
        if layout == "long" and not (metric and value):
            proposed = {column["part"]: column["name"] for column in self.plan.get("columns", ())}
            names = [column["name"] for column in self.plan.get("columns", ())]
            metric = proposed.get("metric_name") or next(iter(names), None)
            value = proposed.get("metric_value") or next((name for name in reversed(names) if name != metric), None)
        self.mapping = with_layout(self.mapping, layout, metric, value)
        self._ask()

    def _say(self, **fields: Any) -> None:
        self.mapping = self.mapping.model_copy(update=fields)
        self._ask()

    def _reset(self) -> None:
        self.mapping = ColumnMapping(pairing=self.mapping.pairing, errors=self.mapping.errors)
        for box in (self.decimal, self.encoding, self.layout_box):
            box.show_choice(AUTO)
        self._ask()

    def _ask(self) -> None:
        """Plan what is said now; until it arrives the last plan stays and can't be applied."""
        self.busy.setText(tr("Looking…"))
        self.apply.setEnabled(False)
        self.job.ask(self._paths, self.mapping)

    def _planned(self, plan: dict[str, Any]) -> None:
        if not plan["columns"] and self.plan:
            plan = {**plan, "columns": self.plan["columns"], "files": self.plan["files"], "shape": self.plan["shape"]}
        self.plan = plan
        self.busy.setText(tr("What comes out"))
        self._show()

    def _lost(self, error: Any) -> None:
        self._planned({"files": [], "columns": [], "outcome": None, "errors": [error.parts], "shape": None})

    def _show(self) -> None:
        plan = self.plan
        self.outcome.show_plan(plan)
        self._show_options()
        at = int(self.file.choice() or 0)
        samples = plan["files"][at]["samples"] if at < len(plan["files"]) else {}
        rows = tuple(self.table.rows)
        self.table.refresh(plan["columns"], samples, self.mapping)
        if rows != tuple(self.table.rows):
            chain_tabs(self)
        is_native = any(file["is_native"] for file in plan["files"])
        self.remember.setVisible(plan["shape"] is not None and not is_native)
        outcome = plan["outcome"]
        is_fine = outcome is not None and len(outcome["arms"]) > 1 and bool(outcome["metrics"])
        self.apply.setEnabled(is_fine and not self.job.is_running)

    def _show_options(self) -> None:
        """Only the options that these files have."""
        plan, mapping = self.plan, self.mapping
        sheets = list(dict.fromkeys(sheet for file in plan["files"] for sheet in file["sheets"]))
        names = [(column["name"], column["name"]) for column in plan["columns"]]
        is_long = layout_of(mapping) == "long"
        arm = next((column for column in plan["columns"] if column["part"] == "arm"), None)
        values = arm["values"] if arm else []
        is_text = any(file["format"] == "table" for file in plan["files"])
        self.sheet.set_choices([(AUTO, tr("As found")), *((sheet, sheet) for sheet in sheets)])
        self.sheet.show_choice(mapping.sheet or AUTO)
        self.layout_box.show_choice(layout_of(mapping))
        for box, chosen in ((self.metric_name, "metric"), (self.metric_value, "value")):
            box.set_choices(names)
            box.show_choice(getattr(mapping.long, chosen) if mapping.long else None)
        self.baseline.set_choices([(value, value) for value in values])
        first = plan["outcome"]["arms"][0] if plan["outcome"] else None
        self.baseline.show_choice(mapping.baseline or first, is_assumed=mapping.baseline is None)
        for box, is_shown in (
            (self.file, len(self._paths) > 1),
            (self.sheet, len(sheets) > 1),
            (self.metric_name, is_long),
            (self.metric_value, is_long),
            (self.encoding, is_text),
            (self.baseline, bool(values)),
        ):
            holder = box.parentWidget()
            if holder is not None:
                holder.setVisible(is_shown)

    def _apply(self) -> None:
        keep = self.remember.isChecked() and self.remember.isVisibleTo(self)
        self.accept()
        self._taken(self.mapping, keep, self.plan.get("shape"))


def _said(choices: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(choice, tr(text)) for choice, text in choices]
