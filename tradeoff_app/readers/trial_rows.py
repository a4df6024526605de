"""A/B exports: users who each saw one variant; rows of sessions become rows of users before anything is compared."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from tradeoff_app.analysis.observations import FloatArray, IntArray, Problem
from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.readers.long_layout import find_long
from tradeoff_app.readers.name_words import suggests_count, suggests_money, suggests_rating, words_of
from tradeoff_app.readers.reader import Cell, RawColumn, RawTable

USER = re.compile(
    r"(?:.*\b)?(?:user|visitor|account|customer|client|device|member|subject|participant|cookie|anonymous|distinct"
    r"|profile|person|nutzer|kunden|besucher)(?: pseudo)?(?: (?:id|ids|key|hash|uid|uuid|nr))?"
)
ASSIGNED = re.compile(
    r"(?:.*\b)?(?:variant|variation|arm|bucket|treatment|assignment|variante|experiment group|test group|ab group"
    r"|ab test|split group|experiment variant)(?: (?:id|name|key|label))?"
)
MOST_VARIANTS = 12
LEAST_USERS = 20
MOST_CROSSED = 0.1
"""Where more users than this saw several variants, each user was tried with all: such tables are paired."""


def split_trial(table: RawTable, mapping: ColumnMapping) -> list[RawTable]:
    """One table per variant with a row per user; the table itself where it is no A/B export.

    A file of one variant alone is marked where its rows are users; whether users recur in another file is seen later.
    """
    found = _find_trial(table, mapping)
    if found is None:
        return [table]
    user, variant = found
    if len(variant.coded.labels) == 1:
        is_user_row = len(user.coded.labels) == user.coded.filled == table.rows
        return [_mark(table, user.name, variant.name, [])] if is_user_row else [table]
    crossed = _find_crossed(user, variant)
    is_kept = (user.coded.codes >= 0) & (variant.coded.codes >= 0) & ~crossed[user.coded.codes]
    problems = _say_crossed(int(crossed.sum()), user.name)
    added = int(is_kept.sum()) > int((~crossed).sum())
    parts: list[RawTable] = []
    for code, label in enumerate(variant.coded.labels):
        rows = np.flatnonzero(is_kept & (variant.coded.codes == code))
        if len(rows):
            part = table.take(rows)
            parts.append(replace(_add_up(part, user.name) if added else part, run=label))
    problems.append(_say_assigned(user.name, variant.name))
    if added:
        problems.append(_say_added(parts, int(is_kept.sum()), user.name))
    return [_mark(part, user.name, variant.name, problems if number == 0 else []) for number, part in enumerate(parts)]


def _find_trial(table: RawTable, mapping: ColumnMapping) -> tuple[RawColumn, RawColumn] | None:
    """The columns of user and variant, unless the table or the caller says that this is something else."""
    is_stated = mapping.long is not None or mapping.repeat is not None or mapping.rater is not None
    if is_stated or table.is_native or table.statuses is not None:
        return None
    user = _choose(mapping.unit, [column for column in table.columns if _is_user(column)])
    variant = _choose(mapping.arm_column, [column for column in table.columns if _is_variant(column, table.rows)])
    if user is None or variant is None or user is variant or find_long(table) is not None:
        return None
    crossed = _find_crossed(user, variant)
    return None if crossed.mean() > MOST_CROSSED else (user, variant)


def _choose(stated: str | None, found: Sequence[RawColumn]) -> RawColumn | None:
    """The first that was found, unless another column was stated."""
    if stated is not None:
        found = [column for column in found if column.name == stated]
    return found[0] if found else None


def _is_user(column: RawColumn) -> bool:
    """Called like a user's id, with many values; text or whole numbers."""
    if column.role is not None or USER.fullmatch(words_of(column.name)) is None:
        return False
    if column.numbers is not None and not np.all(np.mod(column.numbers[np.isfinite(column.numbers)], 1) == 0):
        return False
    return len(column.coded.labels) >= max(LEAST_USERS, len(column.cells) / 500)


def _is_variant(column: RawColumn, rows: int) -> bool:
    if column.role is not None or ASSIGNED.fullmatch(words_of(column.name)) is None:
        return False
    return column.coded.filled == rows and 1 <= len(column.coded.labels) <= MOST_VARIANTS


def _find_crossed(user: RawColumn, variant: RawColumn) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """For each user whether they saw more than one variant."""
    users, width = len(user.coded.labels), len(variant.coded.labels)
    is_known = (user.coded.codes >= 0) & (variant.coded.codes >= 0)
    seen = np.unique(user.coded.codes[is_known] * width + variant.coded.codes[is_known]) // width
    return np.bincount(seen, minlength=users) > 1


def _say_crossed(count: int, user: str) -> list[Problem]:
    if not count:
        return []
    text = f"{count:,} users were seen in more than one variant; they were left out."
    return [Problem("warning", "crossed_users", "", user, text, "Check how users were assigned to variants.")]


def _say_assigned(user: str, variant: str) -> Problem:
    text = f"Each value of {user!r} saw one value of {variant!r}: read as a randomised trial and compared unpaired."
    hint = "Choose another unit or arm column if users were not assigned at random."
    return Problem("info", "randomised_arms", "", variant, text, hint)


def _add_up(table: RawTable, user: str) -> RawTable:
    """One row per user: amounts and counts added up, other numbers averaged, texts as they come first."""
    column = table.column(user)
    assert column is not None
    codes, count = column.coded.codes, len(column.coded.labels)
    first = np.full(count, -1, dtype=np.int64)
    first[codes[::-1]] = np.arange(len(codes))[::-1]
    columns = tuple(_collapse(part, codes, first) for part in table.columns)
    return replace(table, columns=columns, rows=count, places=table.places and table.places.take(first))


def _collapse(column: RawColumn, codes: IntArray, first: IntArray) -> RawColumn:
    if column.numbers is None:
        return replace(column, cells=_first_filled(column, codes, first))
    numbers = _collapse_numbers(column.numbers, codes, len(first), is_sum=_is_amount(column.name))
    cells: list[Cell] = [None if np.isnan(number) else number for number in numbers.tolist()]
    return replace(column, cells=cells, numbers=numbers, is_typed=True)


def _is_amount(name: str) -> bool:
    """What happens in each session and adds up over a user's sessions."""
    return (suggests_money(name) or suggests_count(name)) and not suggests_rating(name)


def _collapse_numbers(numbers: FloatArray, codes: IntArray, count: int, *, is_sum: bool) -> FloatArray:
    is_known = np.isfinite(numbers)
    filled = np.bincount(codes[is_known], minlength=count)
    sums = np.bincount(codes[is_known], weights=numbers[is_known], minlength=count)
    values = sums if is_sum else sums / np.maximum(filled, 1)
    return np.where(filled > 0, values, np.nan)


def _first_filled(column: RawColumn, codes: IntArray, first: IntArray) -> list[Cell]:
    cells: list[Cell] = [column.cells[row] for row in first.tolist()]
    for row in np.flatnonzero(column.coded.codes >= 0).tolist():
        user = int(codes[row])
        if cells[user] is None or cells[user] == "":
            cells[user] = column.cells[row]
    return cells


def _say_added(parts: Sequence[RawTable], rows: int, user: str) -> Problem:
    numeric = [column.name for column in parts[0].columns if column.numbers is not None and column.name != user]
    added = [name for name in numeric if _is_amount(name)]
    averaged = [name for name in numeric if not _is_amount(name)]
    how = "; ".join(
        f"{what}: {', '.join(names)}" for what, names in (("added up", added), ("averaged", averaged)) if names
    )
    users = sum(part.rows for part in parts)
    text = (
        f"{rows:,} rows were put together to {users:,} users, because users are what was assigned to variants ({how})."
    )
    hint = "Export one row per user to decide yourself how sessions count."
    return Problem("warning", "sessions_added", "", user, text, hint)


def _mark(table: RawTable, user: str, variant: str, problems: Sequence[Problem]) -> RawTable:
    """The parts that are known now; the variant stays, so that it can be named, but is no result."""
    columns = [
        replace(column, role="unit")
        if column.name == user
        else replace(column, role="ignore")
        if column.name == variant
        else column
        for column in table.columns
    ]
    return replace(table, columns=tuple(columns), is_randomised=True, problems=(*table.problems, *problems))
