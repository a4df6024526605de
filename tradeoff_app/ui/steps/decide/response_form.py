"""The parts of an answer as fields: which of them an accepted, a mitigated and a blocked regression needs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from tradeoff_app.app.translation import QT_TR_NOOP, tr
from tradeoff_app.model.acceptance import Person, Response
from tradeoff_app.ui.tables.fields import DateField, TextArea, TextField
from tradeoff_app.ui.tables.units import ShownUnit
from tradeoff_app.ui.widgets.number_field import NumberField
from tradeoff_app.ui.widgets.text import make_label

SHOWN: dict[str, frozenset[str]] = {
    "accept": frozenset(
        {
            "rationale", "mitigation", "rollback_trigger", "owner", "expires", "accepted_up_to", "accepter", "role",
            "accepted_on", "gain", "follow_up",
        }
    ),
    "mitigate": frozenset({"mitigation", "owner", "expires", "follow_up"}),
    "block": frozenset({"rationale"}),
}  # fmt: skip
"""Fields by action."""

PLACES: tuple[tuple[tuple[str, str], ...], ...] = (
    (
        ("rationale", QT_TR_NOOP("Why we accept it")),
        ("mitigation", QT_TR_NOOP("Mitigation")),
        ("rollback_trigger", QT_TR_NOOP("Roll back if")),
    ),
    (
        ("accepted_up_to", QT_TR_NOOP("Accepted up to")),
        ("gain", QT_TR_NOOP("What it buys")),
        ("owner", QT_TR_NOOP("Owner")),
    ),
    (
        ("accepter", QT_TR_NOOP("Accepted by")),
        ("role", QT_TR_NOOP("Their role")),
        ("accepted_on", QT_TR_NOOP("Accepted on")),
    ),
    (("follow_up", QT_TR_NOOP("Follow-up")), ("expires", QT_TR_NOOP("Review date"))),
)
"""Fields and their labels, row by row."""

COLUMNS = 3

HINTS = {
    "rationale": QT_TR_NOOP("what is worth more than this loss"),
    "mitigation": QT_TR_NOOP("what makes it smaller"),
    "rollback_trigger": QT_TR_NOOP("over 3.0% in 2,000 queries"),
    "gain": QT_TR_NOOP("more completed tasks"),
    "owner": QT_TR_NOOP("team or person"),
    "accepter": QT_TR_NOOP("name"),
    "role": QT_TR_NOOP("role"),
    "follow_up": QT_TR_NOOP("link or card"),
}


class ResponseForm(QWidget):
    """`part_stated` carries the field of `Response` and its new value; one edit, one signal."""

    part_stated = Signal(str, object)

    def __init__(self, name: str, unit: ShownUnit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unit = unit
        self._response = Response(metric="")
        self._shown: frozenset[str] | None = None
        self._grid = QGridLayout(self)
        self._cells: dict[str, QWidget] = {}
        self._labels: dict[str, Any] = {}
        said = {key: f"{name}, {tr(title)}" for row in PLACES for key, title in row}
        self.areas = {
            key: TextArea(said[key], tr(HINTS[key])) for key in ("rationale", "mitigation", "rollback_trigger")
        }
        self.texts = {key: TextField(said[key], tr(HINTS[key])) for key in ("gain", "owner", "follow_up")}
        self.accepter = TextField(tr("{name}, accepted by", name=name), tr(HINTS["accepter"]))
        self.role = TextField(tr("{name}, role of who accepts", name=name), tr(HINTS["role"]))
        self.days = {key: DateField(said[key]) for key in ("accepted_on", "expires")}
        self.bound = NumberField(0, 1e9, decimals=unit.decimals, step=0.1, name=tr("{name}, accepted up to", name=name))
        self.bound.setFixedWidth(88)
        self._connect()
        self._lay_out()

    def refresh(self, response: Response | None, missing: tuple[str, ...]) -> None:
        """Show what is stated; a part that is still missing says so in its label."""
        self._response = response or Response(metric="")
        action = response.action if response else None
        shown = SHOWN.get(action or "", frozenset())
        self._arrange(shown)
        for row in PLACES:
            for key, title in row:
                is_refusal = key == "rationale" and action == "block"
                said = tr("Why we block it") if is_refusal else tr(title)
                if key == "gain" and self._response.gain and "|" not in self._response.gain:
                    said = tr("{said} (your words; the exchange names a measured gain)", said=said)
                self._labels[key].setText(tr("{said} (missing)", said=said) if key in missing else said)
        self.setVisible(bool(shown))
        for key, field in self._words():
            field.show_text(getattr(self._response, key))
        person = self._response.accepter
        self.accepter.show_text(person.name if person else "")
        self.role.show_text(person.role if person else "")
        for key, day in self.days.items():
            day.show_day(getattr(self._response, key))
        bound = self._response.accepted_up_to
        self.bound.setSpecialValueText(tr("not stated", "in a narrow field") if bound is None else "")
        self.bound.set_value((bound or 0.0) * self._unit.factor)

    def _words(self) -> list[tuple[str, TextField | TextArea]]:
        return [*self.areas.items(), *self.texts.items()]

    def _connect(self) -> None:
        for key, field in self._words():
            field.text_stated.connect(self._teller(key))
        for key, day in self.days.items():
            day.date_stated.connect(self._teller(key))
        self.bound.value_edited.connect(self._bound_stated)
        self.accepter.text_stated.connect(self._name_stated)
        self.role.text_stated.connect(self._role_stated)

    def _teller(self, key: str) -> Callable[[str | date | None], None]:
        def tell(value: str | date | None) -> None:
            self.part_stated.emit(key, value)

        return tell

    def _bound_stated(self, shown: float) -> None:
        self.part_stated.emit("accepted_up_to", round(shown / self._unit.factor, 12))

    def _name_stated(self, name: str) -> None:
        role = self._response.accepter.role if self._response.accepter else ""
        self.part_stated.emit("accepter", Person(name=name, role=role) if name or role else None)

    def _role_stated(self, role: str) -> None:
        name = self._response.accepter.name if self._response.accepter else ""
        self.part_stated.emit("accepter", Person(name=name, role=role) if name or role else None)

    def _arrange(self, shown: frozenset[str]) -> None:
        """Close the gaps that hidden fields would leave: three side by side, in the order of PLACES."""
        if shown == self._shown:
            return
        self._shown = shown
        place = 0
        for key, cell in self._cells.items():
            cell.setVisible(key in shown)
            if key in shown:
                self._grid.addWidget(cell, *divmod(place, COLUMNS))
                place += 1

    def _lay_out(self) -> None:
        grid = self._grid
        grid.setContentsMargins(0, 8, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(12)
        fields: dict[str, QWidget] = {
            **self.areas,
            **self.texts,
            **self.days,
            "accepter": self.accepter,
            "role": self.role,
        }
        fields["accepted_up_to"] = _with_unit(self.bound, self._unit.name)
        for row, places in enumerate(PLACES):
            for column, (key, title) in enumerate(places):
                cell = QWidget()
                stack = QVBoxLayout(cell)
                stack.setContentsMargins(0, 0, 0, 0)
                stack.setSpacing(4)
                label = make_label(tr(title), "small", "muted", wraps=key == "gain")
                label.setBuddy(fields[key])
                stack.addWidget(label)
                stack.addWidget(fields[key])
                stack.addStretch(1)
                self._cells[key], self._labels[key] = cell, label
                grid.addWidget(cell, row, column)
        for column in range(COLUMNS):
            grid.setColumnStretch(column, 1)


def _with_unit(field: QWidget, unit: str) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    row.addWidget(field)
    row.addWidget(make_label(unit, "body", "muted"))
    row.addStretch(1)
    return holder
