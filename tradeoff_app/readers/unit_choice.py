"""Which column is the unit of these arms: stated, the format's own, or measured; and what is said about the choice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import get_args

from tradeoff_app.analysis.observations import Problem
from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.model.metric import MetricType
from tradeoff_app.readers.arms import Arm
from tradeoff_app.readers.composite_keys import add_key, explain_key, parse_key, propose_part
from tradeoff_app.readers.name_words import suggests_position
from tradeoff_app.readers.reader import RawTable
from tradeoff_app.readers.refusal import ReadError
from tradeoff_app.readers.unit_keys import GROUP, UnitKey, propose_unit


def settle_unit(
    arms: Sequence[Arm], mapping: ColumnMapping
) -> tuple[tuple[Arm, ...], str | None, str | None, list[Problem]]:
    """The arms with their unit column, and the column whose units belong together; two columns may be one unit."""
    tables = [arm.table for arm in arms]
    key = None if mapping.unit is None else parse_key(mapping.unit, tables)
    problems: list[Problem] = []
    if key is None:
        unit, problems = _choose_unit(tables, mapping)
        is_open = mapping.unit is None and mapping.lookup is None and mapping.repeat is None and mapping.rater is None
        if unit is not None and is_open and not any(table.is_native for table in tables):
            key = propose_part(tables, unit, frozenset(mapping.ignore))
        if key is None:
            return tuple(arms), unit, mapping.cluster, problems
        problems = [*problems, explain_key(key)]
    joined = tuple(replace(arm, table=add_key(arm.table, key)) for arm in arms)
    return joined, key.name, mapping.cluster or key.whole, problems


def _choose_unit(tables: Sequence[RawTable], mapping: ColumnMapping) -> tuple[str | None, list[Problem]]:
    """The unit column: stated, else the format's own where it pairs, else measured."""
    if mapping.unit is not None:
        require_column(tables, mapping.unit)
        return mapping.unit, []
    own = _own_unit(tables)
    if own is not None and (len(tables) < 2 or is_assigned(tables) or _overlaps(tables, own)):
        return own, []
    key = propose_unit(tables, frozenset(mapping.ignore))
    if own is not None and (key is None or not key.overlap):
        return own, []
    return _explain_unit(key, has_rows=any(table.rows for table in tables))


def _own_unit(tables: Sequence[RawTable]) -> str | None:
    """The column that a format names as the unit in every arm."""
    own = tables[0].with_role("unit")
    return own[0].name if own and all(table.with_role("unit") for table in tables) else None


def _explain_unit(key: UnitKey | None, *, has_rows: bool) -> tuple[str | None, list[Problem]]:
    if key is None and not has_rows:
        return None, []
    hint = "Choose the column with the item's id."
    if key is None:
        text = "No column tells the units apart: every row counts as a unit of its own, and nothing can be paired."
        return None, [Problem("warning", "no_unit_column", "", "", text, hint)]
    if key.is_last_resort:
        text = f"{key.name!r} looks like row numbers or times; rows were matched by it for want of a better id."
        is_id = key.has_id_name and not suggests_position(key.name)
        return key.name, [Problem("info" if is_id else "warning", "weak_unit_column", "", key.name, text, hint)]
    if key.suitability == GROUP:
        text = f"Rows were matched by {key.name!r}, which may be a rating or a group rather than an id."
        return key.name, [Problem("warning", "weak_unit_column", "", key.name, text, hint)]
    return key.name, []


def _overlaps(tables: Sequence[RawTable], name: str) -> bool:
    known = [set(column.texts()) for table in tables if (column := table.column(name)) is not None]
    return all(known[0] & other for other in known[1:])


def require_column(tables: Sequence[RawTable], name: str) -> None:
    """Raise ReadError naming the columns there are, where one of the tables has none of this name."""
    for table in tables:
        if table.column(name) is None:
            shown = ", ".join(repr(column.name) for column in table.columns[:12])
            hint = _hint_of_types(table, name) or f"The columns are {shown}."
            raise ReadError("unreadable", "", "", f"there is no column called {name!r}", hint)


def _hint_of_types(table: RawTable, name: str) -> str:
    """What may follow the colon, where a column is named with a type or a direction that there is not."""
    column = name.partition(":")[0]
    if column == name or table.column(column) is None:
        return ""
    types = ", ".join(get_args(MetricType))
    return f"For the column {column!r} write its type and direction so: {column}:binary:higher. The types are {types}."


def is_assigned(tables: Sequence[RawTable]) -> bool:
    """Every arm is a variant of an A/B export, with users of its own."""
    if len(tables) < 2 or not all(table.is_randomised for table in tables):
        return False
    users = [set(table.with_role("unit")[0].texts()) for table in tables]
    return sum(map(len, users)) == len(set().union(*users))
