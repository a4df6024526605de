"""The columns of the files, one a row: the first values raw, the same values as read, and what each column is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QLocale, QObject, Signal
from PySide6.QtWidgets import QWidget

from tradeoff_app.app.column_choices import PARTS, part_of
from tradeoff_app.app.translation import QT_TR_NOOP, number_text, tr
from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.ui.tables.choice_box import ChoiceBox
from tradeoff_app.ui.tables.ledger import Ledger, LedgerColumn, NameCell
from tradeoff_app.ui.widgets.text import ElidedLabel

WORDS = {
    "unit": QT_TR_NOOP("Unit: what is compared"),
    "arm": QT_TR_NOOP("Version"),
    "metric": QT_TR_NOOP("Metric"),
    "segment": QT_TR_NOOP("Segment"),
    "repeat": QT_TR_NOOP("Repeat of a unit"),
    "rater": QT_TR_NOOP("Who rated"),
    "cluster": QT_TR_NOOP("What units belong to"),
    "weight": QT_TR_NOOP("Weight of a unit"),
    "status": QT_TR_NOOP("How the row ended"),
    "ignored": QT_TR_NOOP("Leave out"),
    "label": QT_TR_NOOP("Metric: a share per word"),
    "output": QT_TR_NOOP("The answer"),
    "question": QT_TR_NOOP("The question"),
    "error": QT_TR_NOOP("Text of an error"),
    "metric_name": QT_TR_NOOP("Names the metric"),
    "metric_value": QT_TR_NOOP("Value of the metric"),
    "denominator": QT_TR_NOOP("Divides a metric"),
    "unused": QT_TR_NOOP("Not used"),
}
AS_PROPOSED = "proposed"
RING = 6
"""Room for the focus ring beside the last column."""
SHOWN = 4
"""Values of each column that fit into a row."""
COLUMNS = (
    LedgerColumn(QT_TR_NOOP("Column"), 136, gap=12),
    LedgerColumn(QT_TR_NOOP("In the file"), 88, stretch=1, gap=12),
    LedgerColumn(QT_TR_NOOP("As read"), 88, stretch=1, gap=12),
    LedgerColumn(QT_TR_NOOP("It is"), 196, gap=8),
)


class ColumnRow(QObject):
    """One column: its name with how it matches, both samples, its part."""

    part_chosen = Signal(str, str)

    def __init__(self, column: str) -> None:
        super().__init__()
        self.column = column
        self.name = NameCell(column)
        self.raw = ElidedLabel("", "body", "muted")
        self.read = ElidedLabel("", "body")
        self.part = ChoiceBox((), name=tr("{column}: what it is", column=column))
        self.part.choice_made.connect(lambda part: self.part_chosen.emit(self.column, part))

    def widgets(self) -> list[QWidget | None]:
        """In the order of the columns."""
        return [self.name, self.raw, self.read, self.part]

    def refresh(self, found: Mapping[str, Any], sample: Sequence[Sequence[Any]], mapping: ColumnMapping) -> None:
        """Show what a plan makes of the column; a part that nobody said is only assumed."""
        stated = part_of(mapping, self.column)
        shown = stated or found["part"]
        self.name.say(self.column, match_note(found))
        self.raw.set_text("  ·  ".join(_raw(cell[0]) for cell in sample[:SHOWN]))
        self.read.set_text("  ·  ".join(_read(cell) for cell in sample[:SHOWN]))
        self.part.set_choices(choices(shown, has_stated=stated is not None))
        self.part.show_choice(shown, is_assumed=stated is None)


class ColumnTable(Ledger):
    """A row per column; `part_chosen` carries the column and its part, `proposed` where it is left open again."""

    part_chosen = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(COLUMNS, row_height=46, parent=parent)
        self.setContentsMargins(0, 0, RING, 0)
        self.rows: dict[str, ColumnRow] = {}

    def refresh(
        self,
        columns: Sequence[Mapping[str, Any]],
        samples: Mapping[str, Sequence[Sequence[Any]]],
        mapping: ColumnMapping,
    ) -> None:
        """Rows anew where other columns are there, else in place."""
        names = [str(column["name"]) for column in columns]
        if names != list(self.rows):
            self.clear()
            self.rows = {}
            for name in names:
                row = ColumnRow(name)
                row.part_chosen.connect(self.part_chosen)
                self.rows[name] = row
                self.add_row(name, row.widgets())
        for column in columns:
            name = str(column["name"])
            self.rows[name].refresh(column, samples.get(name, ()), mapping)


def choices(shown: str, *, has_stated: bool) -> list[tuple[str, str]]:
    """The parts that can be said, the one that is shown, and the way back to the proposal."""
    offered = [(part, tr(WORDS[part])) for part in PARTS]
    if shown not in PARTS:
        offered.insert(0, (shown, tr(WORDS.get(shown, shown))))
    return [*offered, (AS_PROPOSED, tr("As proposed"))] if has_stated else offered


def match_note(found: Mapping[str, Any]) -> str:
    """How many values a column has, and how many of them stand in both files."""
    distinct, key = found["distinct"], found["key"]
    values = tr("1 value") if distinct == 1 else tr("{count} values", count=number_text(distinct))
    if key is None or found["part"] not in ("unit", "unused", "question", "ignored", "cluster", "segment"):
        return values
    return tr("{values}, {count} in both", values=values, count=number_text(key["matched"]))


def _raw(cell: object) -> str:
    return tr("empty") if cell is None or cell == "" else str(cell).replace("\n", " ")


def _read(cell: Sequence[Any]) -> str:
    """The value as it was understood; a column of numbers says where there is none."""
    _, value, is_number = cell
    if value is None or value == "":
        return tr("no number") if is_number else tr("missing")
    if isinstance(value, float):
        signs: dict[str, str | int | None] = {"-": "−", ",": "\u202f", ".": QLocale().decimalPoint()}
        return f"{value:,.10g}".translate(str.maketrans(signs))
    return str(value).replace("\n", " ")
