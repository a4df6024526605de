"""A segment by a rule: a name, and the values of the columns that its units have."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from tradeoff_app.app.translation import number_text, tr
from tradeoff_app.model.segment import Segment
from tradeoff_app.ui.dialogs.sheet import Sheet
from tradeoff_app.ui.theme import font
from tradeoff_app.ui.widgets.buttons import make_button
from tradeoff_app.ui.widgets.shown_text import entry_text
from tradeoff_app.ui.widgets.text import make_label

LONGEST = 120
ACROSS = 3
MOST = 90
"""Values of a column that can be ticked: a column of ids would fill the memory with boxes that nobody reads."""


class DefineSegmentDialog(Sheet):
    """Units are in it whose values are all among the ticked ones; a column without a tick does not count.

    `count` says how many units a rule holds, `taken` gets the segment and whether to keep the rule for other projects.
    """

    def __init__(
        self,
        dimensions: Mapping[str, Sequence[str]],
        taken_ids: Sequence[str],
        count: Callable[[Mapping[str, tuple[str, ...]]], int],
        taken: Callable[[Segment, bool], None],
        parent: QWidget | None = None,
    ) -> None:
        text = tr("It holds the units that have one of the ticked values in every column with a tick.")
        super().__init__(tr("Define a segment"), text, size=(640, 520), parent=parent)
        self._ids, self._count, self._taken = frozenset(taken_ids), count, taken
        self.name = QLineEdit()
        self.name.setFont(font("body"))
        self.name.setMaxLength(LONGEST)
        self.name.setAccessibleName(tr("Name of the segment"))
        self.name.setPlaceholderText(tr("Such as: new users with rare queries"))
        self.name.textChanged.connect(self._follow)
        self.body.addWidget(self.name)
        self.ticks: dict[str, dict[str, QCheckBox]] = {}
        for column, values in dimensions.items():
            self.body.addWidget(self._make_column(column, values[:MOST], len(values)))
        self.body.addStretch(1)
        self.held = make_label("", "body", "muted")
        self.keep = QCheckBox(tr("Keep this definition for other projects"))
        self.keep.setFont(font("body"))
        row = QHBoxLayout()
        row.addWidget(self.held, 1)
        row.addWidget(self.keep)
        self.column.insertLayout(self.column.count() - 2, row)
        cancel = self.add_button(make_button(tr("Cancel"), "quiet"))
        self.add = self.add_button(make_button(tr("Add the segment"), "primary"))
        self.add.setDefault(True)
        cancel.clicked.connect(self.reject)
        self.add.clicked.connect(self._add)
        self.name.setFocus()
        self._follow()

    def rule(self) -> dict[str, tuple[str, ...]]:
        """The ticked values by column."""
        chosen = {
            column: tuple(value for value, tick in ticks.items() if tick.isChecked())
            for column, ticks in self.ticks.items()
        }
        return {column: values for column, values in chosen.items() if values}

    def _make_column(self, column: str, values: Sequence[str], count: int) -> QWidget:
        holder = QWidget()
        rows = QVBoxLayout(holder)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addWidget(make_label(column, "strong"))
        ticks: dict[str, QCheckBox] = {}
        for start in range(0, len(values), ACROSS):
            row = QHBoxLayout()
            row.setSpacing(16)
            for value in values[start : start + ACROSS]:
                tick = QCheckBox(entry_text(value))
                tick.setFont(font("body"))
                tick.setAccessibleName(f"{column}: {value}")
                tick.toggled.connect(self._follow)
                ticks[value] = tick
                row.addWidget(tick, 1)
            for _ in range(ACROSS - len(values[start : start + ACROSS])):
                row.addStretch(1)
            rows.addLayout(row)
        if count > len(values):
            said = tr("The first {shown} of {count} values.", shown=len(values), count=number_text(count))
            rows.addWidget(make_label(said, "small", "muted"))
        self.ticks[column] = ticks
        return holder

    def _follow(self) -> None:
        rule = self.rule()
        number = self._count(rule) if rule else 0
        name = self.name.text().strip()
        if name in self._ids:
            self.held.setText(tr("There is a segment of this name."))
        elif not rule:
            self.held.setText(tr("Tick at least one value."))
        else:
            self.held.setText(
                tr("It holds 1 unit.") if number == 1 else tr("It holds {n} units.", n=number_text(number))
            )
        self.add.setEnabled(bool(name) and name not in self._ids and number > 0)

    def _add(self) -> None:
        name = self.name.text().strip()
        self.accept()
        self._taken(Segment(id=name, label=name, where=self.rule()), self.keep.isChecked())
