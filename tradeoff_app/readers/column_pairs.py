"""Before/after column pairs: `score (before)` beside `score (after)` in one row become two arms."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from tradeoff_app.readers.name_words import words_of
from tradeoff_app.readers.reader import RawColumn, RawTable

TAG_PAIRS: tuple[tuple[str, str], ...] = (
    ("before", "after"),
    ("baseline", "candidate"),
    ("base", "candidate"),
    ("old", "new"),
    ("control", "treatment"),
    ("control", "variant"),
    ("current", "new"),
    ("current", "candidate"),
    ("prod", "candidate"),
    ("production", "candidate"),
    ("pre", "post"),
    ("alt", "neu"),
    ("vorher", "nachher"),
    ("avant", "après"),
    ("antes", "después"),
    ("a", "b"),
    ("v1", "v2"),
    ("1", "2"),
)
SUFFIX = re.compile(
    r"(?P<stem>.+?)\s*(?:\((?P<round>[^()]+)\)|\[(?P<square>[^\[\]]+)\]|[_.:/|\s-]\s*(?P<bare>[^_.:/|\s()-]+))"
)
PREFIX = re.compile(r"(?P<tag>[^_.:/|\s()]+)[_.:/|\s-]\s*(?P<stem>.+)")
CONTAINER = re.compile(r"(.+[./:])?[^./:]{1,2}")
"""`metrics.a` is a field called a, not an arm."""
NAMED_PREFIX = re.compile(r"(?P<tag>[^:|]+?)\s*[:|]\s*(?P<stem>.+)")
NAMED_SUFFIX = re.compile(r"(?P<stem>.+?)\s*(?:\((?P<round>[^()]+)\)|[:|@]\s*(?P<bare>[^:|@]+))")


@dataclass(frozen=True)
class ColumnPairs:
    """Two tags and, for each stem, its two columns; `is_named` where the tags name the arms themselves."""

    tags: tuple[str, str]
    columns: Mapping[str, tuple[str, str]]
    is_named: bool


def find_pairs(table: RawTable) -> ColumnPairs | None:
    """The pair of tags that covers most columns; None where there is none."""
    names = [column.name for column in table.columns]
    known = [found for pair in TAG_PAIRS if (found := _match_known(names, pair)) is not None]
    if known:
        return max(known, key=lambda found: len(found.columns))
    return _match_named(names)


def split_pairs(table: RawTable, pairs: ColumnPairs) -> tuple[RawTable, RawTable]:
    """Two tables with equal names: shared columns stay (as attributes, for they describe the row), pairs are split."""
    paired = {name for both in pairs.columns.values() for name in both}
    by_name = {column.name: column for column in table.columns}
    shared = [_as_attribute(column) for column in table.columns if column.name not in paired]

    def take(side: int) -> RawTable:
        measured = [replace(by_name[both[side]], name=stem) for stem, both in pairs.columns.items()]
        return replace(
            table, columns=(*shared, *measured), run=pairs.tags[side], problems=table.problems if side == 0 else ()
        )

    return take(0), take(1)


def _as_attribute(column: RawColumn) -> RawColumn:
    return replace(column, role="attribute") if column.role is None and column.numbers is not None else column


def _match_known(names: Sequence[str], pair: tuple[str, str]) -> ColumnPairs | None:
    sides: tuple[dict[str, tuple[str, str]], dict[str, tuple[str, str]]] = ({}, {})
    is_short = all(len(tag) <= 2 for tag in pair)
    for name in names:
        if is_short and CONTAINER.fullmatch(name):
            continue
        for stem, tag in _split_name(name):
            if tag in pair:
                sides[pair.index(tag)].setdefault(words_of(stem), (stem, name))
    both = {sides[0][key][0]: (sides[0][key][1], sides[1][key][1]) for key in sides[0] if key in sides[1]}
    numbered = pair == ("1", "2")
    if len(both) < (2 if numbered else 1) or (numbered and len(both) < 0.5 * len(names)):
        return None
    return ColumnPairs(pair, both, is_named=False)


def _split_name(name: str) -> list[tuple[str, str]]:
    """Every way to read a name as stem and tag."""
    found: list[tuple[str, str]] = []
    suffix = SUFFIX.fullmatch(name.strip())
    if suffix is not None:
        tag = suffix["round"] or suffix["square"] or suffix["bare"]
        found.append((suffix["stem"].strip(), tag.strip().lower()))
    prefix = PREFIX.fullmatch(name.strip())
    if prefix is not None:
        found.append((prefix["stem"].strip(), prefix["tag"].strip().lower()))
    return found


def _match_named(names: Sequence[str]) -> ColumnPairs | None:
    """`gpt-a: task` and `gpt-b: task`: exactly two unknown tags with the same two or more stems."""
    for pattern in (NAMED_PREFIX, NAMED_SUFFIX):
        groups: dict[str, dict[str, str]] = {}
        for name in names:
            found = pattern.fullmatch(name.strip())
            if found is not None:
                parts = found.groupdict()
                tag = parts.get("tag") or parts.get("round") or parts.get("bare") or ""
                groups.setdefault(tag.strip(), {})[parts["stem"].strip()] = name
        if len(groups) == 2:
            (first, left), (second, right) = groups.items()
            if set(left) == set(right) and len(left) >= 2:
                return ColumnPairs((first, second), {stem: (left[stem], right[stem]) for stem in left}, is_named=True)
    return None
