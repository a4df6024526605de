"""Columns of two files that differ only in how their names are written: `Score` beside `score`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from tradeoff_app.analysis.observations import Problem
from tradeoff_app.readers.arms import Arm
from tradeoff_app.readers.limits import MAX_LISTED
from tradeoff_app.readers.name_words import words_of
from tradeoff_app.readers.reader import RawTable


def match_headers(arms: Sequence[Arm], files: Sequence[str]) -> tuple[tuple[Arm, ...], list[Problem]]:
    """The arms with the baseline's names for columns that are equal but for capitals, blanks and marks."""
    matched: list[Arm] = [*arms[:1]]
    problems: list[Problem] = []
    for arm in arms[1:]:
        renamed = {} if arm.table.is_native else _find_renamed(arms[0].table, arm.table)
        if renamed:
            problems.append(_say_renamed(renamed, files[arm.file]))
        columns = tuple(replace(column, name=renamed.get(column.name, column.name)) for column in arm.table.columns)
        matched.append(replace(arm, table=replace(arm.table, columns=columns)) if renamed else arm)
    return tuple(matched), problems


def _find_renamed(baseline: RawTable, table: RawTable) -> dict[str, str]:
    """Own name to the baseline's, for names that stand in one table only and are alike for one other alone."""
    theirs = {column.name for column in baseline.columns}
    ours = {column.name for column in table.columns}
    counted = Counter(words_of(name) for name in theirs | ours)
    by_words = {words_of(name): name for name in theirs - ours}
    return {
        name: by_words[words]
        for name in ours - theirs
        if (words := words_of(name)) in by_words and words and counted[words] == 2
    }


def _say_renamed(renamed: dict[str, str], file: str) -> Problem:
    pairs = sorted(renamed.items())
    shown = ", ".join(f"{name!r} as {theirs!r}" for name, theirs in pairs[:MAX_LISTED])
    more = f" and {len(pairs) - MAX_LISTED:,} more" if len(pairs) > MAX_LISTED else ""
    text = f"Column names that are written otherwise than in the baseline were matched: {shown}{more}."
    return Problem("info", "renamed_columns", file, "", text, "Rename a column if it means something else.")
