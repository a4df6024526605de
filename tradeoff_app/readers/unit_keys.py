"""Which column tells the units apart: measured by overlap between the arms and uniqueness, names only break ties."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tradeoff_app.readers.cell_words import is_moment, read_truth_words
from tradeoff_app.readers.coded import Coded
from tradeoff_app.readers.name_words import REPEAT_NAMES, last_part, suggests_group, words_of
from tradeoff_app.readers.reader import RawColumn, RawTable
from tradeoff_app.readers.value_extent import are_whole

LEAST_FILLED = 0.95
LEAST_UNIQUE = 0.04
"""A unit may have up to 25 rows in one arm (repeats, raters) before its column counts as a group instead."""
LEAST_UNIQUE_NUMBER = 0.9
"""Whole numbers without an id's name are ratings, tokens or milliseconds unless (nearly) each stands once."""
WELL_APART = 0.2
FEW_ROWS_APART = 0.5
"""A handful of words of which each stands in two rows or more is a category, also among few rows."""
SEVERAL_UNITS = 20
MIN_EVEN_UNITS = 5
LEAST_UNIQUE_LONG = 0.002
"""The same in a long table, where every metric is a row of its own."""

_ID_WORDS = re.compile(
    r"\b(id|ids|uid|uuid|key|query|item|case|question|task|unit|nr|no|number|nummer|name|conversation|prompt|instruction"
    r"|input|sample|example|instance|doc|document|ticket|record|entry|row|idx|index|session|trace|user|customer|frage)\b"
)
_SIZES = re.compile(r"\b(tokens?|length|chars|characters|words|count|latency|duration|time|ms|seconds|cost|price)\b")
"""`prompt_tokens` measures a prompt, it does not name it."""

_LONG_TEXT = 200

# How well a column is suited to be the unit; a worse one is taken only where there is no better one.
KEY, POSITION, GROUP = 0, 1, 2


@dataclass(frozen=True)
class UnitKey:
    """A candidate: how many values baseline and candidates share, as a number and as a share of the smaller set."""

    name: str
    shared: int
    overlap: float
    uniqueness: float
    is_last_resort: bool
    has_id_name: bool
    suitability: int
    rank: tuple[int, int, int]


def measure_keys(
    tables: Sequence[RawTable], excluded: frozenset[str] = frozenset(), least_unique: float = LEAST_UNIQUE
) -> list[UnitKey]:
    """All columns that could be the unit, best first; `tables` are the arms, baseline first.

    Overlap is compared among true keys only: ratings and categories occur in both arms however little the items do.
    """
    names = [name for name in _shared_names(tables) if name not in excluded]
    keys = [_measure(tables, name, least_unique) for name in names]
    found = [key for key in keys if key is not None]
    best_overlap = max((key.overlap for key in found if key.suitability < GROUP), default=0.0)
    close = [key for key in found if key.suitability == GROUP or key.overlap >= 0.9 * best_overlap]
    return sorted(close, key=lambda key: (key.suitability, key.is_last_resort, -key.shared, *key.rank))


def propose_unit(
    tables: Sequence[RawTable], excluded: frozenset[str] = frozenset(), least_unique: float = LEAST_UNIQUE
) -> UnitKey | None:
    """The best candidate; a coarser one where a repeat column explains the difference."""
    keys = measure_keys(tables, excluded, least_unique)
    if not keys:
        return None
    best = keys[0]
    repeats = [name for name in _shared_names(tables) if last_part(name) in REPEAT_NAMES]
    if repeats:
        for key in keys:
            if (
                key.uniqueness < 0.75
                and not key.is_last_resort
                and key.suitability < GROUP
                and _explains(tables[0], key.name, repeats[0])
            ):
                return key
    return best


def _explains(table: RawTable, key: str, repeat: str) -> bool:
    """Whether key and repeat together tell (nearly) all rows apart."""
    first, second = table.column(key), table.column(repeat)
    if first is None or second is None:
        return False
    pairs = np.unique(first.coded.codes * (len(second.coded.labels) + 1) + second.coded.codes)
    return len(pairs) >= 0.95 * table.rows


def _shared_names(tables: Sequence[RawTable]) -> list[str]:
    names = [column.name for column in tables[0].columns]
    for table in tables[1:]:
        others = {column.name for column in table.columns}
        names = [name for name in names if name in others]
    return names


def _measure(tables: Sequence[RawTable], name: str, least_unique: float) -> UnitKey | None:
    columns = [column for table in tables if (column := table.column(name)) is not None]
    if not all(_may_be_key(column) for column in columns):
        return None
    coded = [column.coded for column in columns]
    if any(len(known.labels) < min(2, len(known.codes)) or not known.labels for known in coded):
        return None
    if any(known.filled < LEAST_FILLED * len(known.codes) for known in coded):
        return None
    uniqueness = min(len(known.labels) / len(known.codes) for known in coded)
    has_id_name = _is_called_id(name)
    if uniqueness < least_unique or not all(_tells_apart(known, has_id_name=has_id_name) for known in coded):
        return None
    shared = min((coded[0].count_shared(other) for other in coded[1:]), default=len(coded[0].labels))
    smallest = min(len(known.labels) for known in coded)
    overlap = shared / smallest
    is_weak = is_moment(coded[0].labels) or any(_counts_rows(column) for column in columns)
    length = len(coded[0].joined) / len(coded[0].labels)
    rank = (int(length > _LONG_TEXT), int(not has_id_name), int(length))
    is_group = uniqueness < WELL_APART and len(coded[0].labels) < SEVERAL_UNITS
    is_group |= not has_id_name and uniqueness <= FEW_ROWS_APART and len(coded[0].labels) < MIN_EVEN_UNITS
    is_number = all(column.numbers is not None for column in columns)
    if is_number and not has_id_name and least_unique == LEAST_UNIQUE and not is_weak:
        is_matched = len(tables) > 1 and overlap >= LEAST_UNIQUE_NUMBER
        if not is_matched or uniqueness < LEAST_UNIQUE_NUMBER:
            return None
    suitability = KEY
    if is_group or (not has_id_name and (is_number or is_weak)):
        suitability = GROUP
    elif is_weak or (len(tables) == 1 and not has_id_name):
        suitability = POSITION
    return UnitKey(name, shared, overlap, uniqueness, is_weak, has_id_name, suitability, rank)


def _is_called_id(name: str) -> bool:
    words = words_of(name)
    return _ID_WORDS.search(words) is not None and not suggests_group(name) and _SIZES.search(words) is None


def _tells_apart(known: Coded, *, has_id_name: bool) -> bool:
    """Units have few rows each, or equally many; what groups rows unevenly is a segment, unless it is called an id."""
    units = len(known.labels)
    if units >= WELL_APART * len(known.codes) or (has_id_name and units >= SEVERAL_UNITS):
        return True
    usual = int(np.bincount(known.count()).max())
    return usual >= 0.8 * units and units >= MIN_EVEN_UNITS


def _may_be_key(column: RawColumn) -> bool:
    """Ids are text or whole numbers, never fractions or truth values, and never what a format calls a score."""
    if column.role in {"metric", "output", "ignore", "repeat", "rater", "prompt"}:
        return False
    if column.is_typed and any(isinstance(cell, bool) for cell in column.cells[:50]):
        return False
    if column.numbers is None:
        return read_truth_words(column.coded.labels) is None
    return not column.has_percent and are_whole(column.numbers)


def _counts_rows(column: RawColumn) -> bool:
    """0, 1, 2, … in the order of the rows is a position, not an id that two files share."""
    if column.numbers is None or len(column.numbers) < 2 or not np.isfinite(column.numbers).all():
        return False
    return bool(np.all(np.diff(column.numbers) == 1)) and column.numbers[0] in {0.0, 1.0, 2.0}
