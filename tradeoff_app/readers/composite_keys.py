"""Units that only two columns together tell apart: question 3 of document 7, turn 2 of a conversation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from tradeoff_app.analysis.observations import Problem
from tradeoff_app.readers.name_words import RATER_NAMES, REPEAT_NAMES, last_part, words_of
from tradeoff_app.readers.reader import Cell, RawColumn, RawTable

JOINT = " + "
LEAST_APART = 0.99
LEAST_SHARED = 0.5
MOST_ALONE = 0.75
"""A column that tells more of the rows apart than this needs no second one."""

PART_WORDS = frozenset(
    [
        "turn",
        "step",
        "message",
        "question",
        "sentence",
        "paragraph",
        "section",
        "segment",
        "chunk",
        "page",
        "part",
        "item",
        "claim",
        "utterance",
        "exchange",
        "task",
        "query",
        "prompt",
        "field",
        "frage",
        "schritt",
    ]
)
"""What a number may count within a larger thing; any other number may as well count repeats."""


@dataclass(frozen=True)
class CompositeKey:
    """Two columns by name: what comes together (a document), and what tells its rows apart (a question)."""

    whole: str
    part: str

    @property
    def name(self) -> str:
        """How the two are called as one column."""
        return f"{self.whole}{JOINT}{self.part}"


def parse_key(name: str, tables: Sequence[RawTable]) -> CompositeKey | None:
    """`document + question`, where no column is called so and both columns exist; None for anything else."""
    whole, joint, part = name.partition(JOINT)
    if not joint or any(table.column(name) is not None for table in tables):
        return None
    has_both = all(table.column(whole) is not None and table.column(part) is not None for table in tables)
    return CompositeKey(whole, part) if has_both else None


def propose_part(tables: Sequence[RawTable], whole: str, excluded: frozenset[str]) -> CompositeKey | None:
    """The first column that, together with this one, tells all rows of every arm apart and occurs in all of them."""
    if len(tables) < 2 or not all(_has_several_rows(table, whole) for table in tables):
        return None
    for column in tables[0].columns:
        key = CompositeKey(whole, column.name)
        if column.name == whole or column.name in excluded or not _may_be_part(tables, column.name):
            continue
        if all(_tells_apart(table, key) for table in tables) and _is_shared(tables, key):
            return key
    return None


def add_key(table: RawTable, key: CompositeKey) -> RawTable:
    """The table with one more column that holds both; empty where either is."""
    first, second = table.column(key.whole), table.column(key.part)
    assert first is not None
    assert second is not None
    cells: list[Cell] = [
        None if whole is None or part is None else f"{whole} / {part}"
        for whole, part in zip(first.texts(), second.texts(), strict=True)
    ]
    parts = {key.part: replace(second, role="attribute")}
    columns = tuple(parts.get(column.name, column) for column in table.columns)
    return replace(table, columns=(*columns, RawColumn(key.name, cells)))


def explain_key(key: CompositeKey) -> Problem:
    """What was assumed, and what else the file may mean."""
    text = f"Rows were matched by {key.whole!r} and {key.part!r} together; rows of one {key.whole!r} count as related."
    hint = f"Choose {key.whole!r} if its rows are repeats; if {key.part!r} names a metric, say that the table is long."
    return Problem("warning", "composite_unit", "", key.name, text, hint)


def _has_several_rows(table: RawTable, name: str) -> bool:
    column = table.column(name)
    return column is not None and len(column.coded.labels) <= MOST_ALONE * table.rows


def _may_be_part(tables: Sequence[RawTable], name: str) -> bool:
    """Text, or numbers under the name of a part; never repeats, raters or what a format calls something else."""
    columns = [column for table in tables if (column := table.column(name)) is not None]
    if len(columns) < len(tables) or last_part(name) in REPEAT_NAMES | RATER_NAMES:
        return False
    if any(column.role not in {None, "attribute"} for column in columns):
        return False
    is_counted = bool(PART_WORDS & set(words_of(name).split()))
    return is_counted or all(column.numbers is None for column in columns)


def _tells_apart(table: RawTable, key: CompositeKey) -> bool:
    first, second = table.column(key.whole), table.column(key.part)
    if first is None or second is None or first.coded.filled < table.rows or second.coded.filled < table.rows:
        return False
    pairs = np.unique(first.coded.codes * (len(second.coded.labels) + 1) + second.coded.codes)
    return len(pairs) >= LEAST_APART * table.rows


def _is_shared(tables: Sequence[RawTable], key: CompositeKey) -> bool:
    """Whether most pairs of the smaller arm occur in the others."""
    known = [_list_pairs(table, key) for table in tables]
    return all(len(known[0] & other) >= LEAST_SHARED * min(len(known[0]), len(other)) for other in known[1:])


def _list_pairs(table: RawTable, key: CompositeKey) -> set[tuple[str | None, str | None]]:
    first, second = table.column(key.whole), table.column(key.part)
    assert first is not None
    assert second is not None
    return set(zip(first.texts(), second.texts(), strict=True))
