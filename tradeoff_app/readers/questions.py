"""Which column holds what was asked of the versions, and its text beside their answers."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from tradeoff_app.readers.assembly import ArmRows
from tradeoff_app.readers.name_words import last_part
from tradeoff_app.readers.question_text import NAMES, asks, write_question
from tradeoff_app.readers.reader import RawTable
from tradeoff_app.readers.roles import Roles


def find_question(tables: Sequence[RawTable], roles: Roles, left_out: Collection[str]) -> str | None:
    """The column that a format names, else the surest one by its name that is no measurement and no group."""
    named = {column.name for table in tables for column in table.columns}
    stated = [table.question for table in tables if table.question in named]
    if stated and stated[0] not in left_out:
        return stated[0]
    others = (roles.repeat, roles.rater, roles.error, roles.status, roles.output, roles.weight, roles.cluster)
    taken = {*others, *roles.metrics, *roles.labels, *roles.segments, *left_out}
    found = [
        (NAMES.index(last_part(column.name)), place, column.name)
        for place, column in enumerate(tables[0].columns)
        if last_part(column.name) in NAMES
        and column.name not in taken
        and asks(column, is_unit=column.name == roles.unit)
    ]
    return min(found)[2] if found else None


def collect_questions(
    arms: Sequence[ArmRows], units: Sequence[str], name: str | None, outputs: Mapping[str, Mapping[str, str]]
) -> dict[str, str]:
    """What each answered unit was asked, from the first row that says so; nothing where there are no answers."""
    found: dict[str, str] = {}
    if name is None or not outputs:
        return found
    answered = set().union(*outputs.values())
    for rows in arms:
        column = rows.arm.table.column(name)
        cells = [] if column is None else column.texts()
        for place, row in zip(rows.unit.tolist(), rows.kept.tolist(), strict=True) if cells else ():
            unit, cell = units[place], cells[row]
            if cell is not None and unit in answered and unit not in found:
                text = write_question(cell)
                if text is not None:
                    found[unit] = text
    return found
