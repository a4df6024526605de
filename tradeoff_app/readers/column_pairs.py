"""Before/after column pairs: `score (before)` beside `score (after)` in one row become two arms."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from tradeoff_app.readers.cell_words import read_truth_words
from tradeoff_app.readers.name_words import OUTPUT_NAMES, words_of
from tradeoff_app.readers.reader import RawColumn, RawTable

BEFORE_TAGS = (
    "before",
    "baseline",
    "base",
    "old",
    "control",
    "current",
    "prod",
    "production",
    "pre",
    "previous",
    "prev",
    "existing",
    "incumbent",
    "champion",
    "alt",
    "vorher",
    "avant",
    "antes",
)
AFTER_TAGS = (
    "after",
    "candidate",
    "new",
    "treatment",
    "variant",
    "post",
    "proposed",
    "next",
    "challenger",
    "staging",
    "updated",
    "ft",
    "finetuned",
    "tuned",
    "improved",
    "neu",
    "nachher",
    "après",
    "apres",
    "después",
    "despues",
)
COUNTED_PAIRS: tuple[tuple[str, str], ...] = (("a", "b"), ("v1", "v2"), ("1", "2"))
MERGED_PAIR = ("x", "y")
"""What a merge of two data frames appends to names that stand in both."""

SINGLE_METRIC = "value"
SUFFIX = re.compile(
    r"(?P<stem>.+?)\s*(?:\((?P<round>[^()]+)\)|\[(?P<square>[^\[\]]+)\]|[_.:/|\s-]\s*(?P<bare>[^_.:/|\s()-]+))"
)
PREFIX = re.compile(r"(?P<tag>[^_.:/|\s()]+)[_.:/|\s-]\s*(?P<stem>.+)")
HUMP = re.compile(r"(?P<stem>.*[a-z0-9])(?P<tag>[A-Z][a-z]+)")
ARM_WORD = re.compile(
    r"(?<=.)[_.:/|\s-]+(?:model|system|variant|version|prompt|arm|run|bot|release)[_\s-]*", re.IGNORECASE
)
"""`tone_model_a`: the word before the tag belongs to the tag."""

CONTAINER = re.compile(r"(.+[./:])?[^./:]")
"""`metrics.a` is a field called a, not an arm."""

NAMED_PREFIX = re.compile(r"(?P<tag>[^:|]+?)\s*[:|]\s*(?P<stem>.+)")
NAMED_SUFFIX = re.compile(r"(?P<stem>.+?)\s*(?:\((?P<round>[^()]+)\)|[:|@]\s*(?P<bare>[^:|@]+))")
_VERSION = (
    r"(?:v|release[ _-]?)?\d+(?:\.\d+)+"
    r"|(?:v|release|version|model|prompt|bot|system|gpt|claude|gemini|llama|mistral|qwen|deepseek|phi|grok)"
    r"[ _-]?\d+(?:\.\d+)*[a-z]?"
)
VERSION_PREFIX = re.compile(rf"(?P<tag>{_VERSION})\s*[_\s-]\s*(?P<stem>.+)", re.IGNORECASE)
VERSION_SUFFIX = re.compile(rf"(?P<stem>.+?)\s*[_\s-]\s*(?P<bare>{_VERSION})", re.IGNORECASE)
"""`score_4.2`, `gpt4 score`: numbers alone may count raters, turns or percentiles, and are no arms."""


@dataclass(frozen=True)
class ColumnPairs:
    """Two tags and, for each stem, its two columns; `is_named` where the tags name the arms themselves."""

    tags: tuple[str, str]
    columns: Mapping[str, tuple[str, str]]
    is_named: bool


def find_pairs(table: RawTable) -> ColumnPairs | None:
    """The pair of tags that covers most columns; None where there is none."""
    names = [column.name for column in table.columns]
    pairs = [*itertools.product(BEFORE_TAGS, AFTER_TAGS), *COUNTED_PAIRS, MERGED_PAIR]
    split = {name: _split_name(name) for name in names}
    present = {tag for found in split.values() for _, tag in found}
    possible = [pair for pair in pairs if present.issuperset(pair)]
    known = [found for pair in possible if (found := _match_known(split, pair)) is not None]
    if known:
        return max(known, key=lambda found: len(found.columns))
    return _match_named(names) or _match_bare(table)


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


def _match_known(names: Mapping[str, Sequence[tuple[str, str]]], pair: tuple[str, str]) -> ColumnPairs | None:
    sides: tuple[dict[str, tuple[str, str]], dict[str, tuple[str, str]]] = ({}, {})
    is_short = all(len(tag) == 1 for tag in pair)
    for name, splits in names.items():
        if (is_short and CONTAINER.fullmatch(name)) or (pair == MERGED_PAIR and name[-2:-1] != "_"):
            continue
        for stem, tag in splits:
            if tag in pair:
                sides[pair.index(tag)].setdefault(words_of(stem), (stem, name))
    both = {sides[0][key][0]: (sides[0][key][1], sides[1][key][1]) for key in sides[0] if key in sides[1]}
    numbered = pair == ("1", "2")
    if len(both) < (2 if numbered else 1) or (numbered and len(both) < 0.5 * len(names)):
        return None
    return ColumnPairs(pair, both, is_named=pair == MERGED_PAIR)


def _split_name(name: str) -> list[tuple[str, str]]:
    """Every way to read a name as stem and tag."""
    found: list[tuple[str, str]] = []
    suffix = SUFFIX.fullmatch(name.strip())
    if suffix is not None:
        tag = suffix["round"] or suffix["square"] or suffix["bare"]
        word = ARM_WORD.search(suffix["stem"])
        is_word = word is not None and word.end() == len(suffix["stem"])
        stem = suffix["stem"][: word.start()] if word is not None and is_word else suffix["stem"]
        found.append((stem.strip(), tag.strip().lower()))
    for pattern in (PREFIX, HUMP):
        matched = pattern.fullmatch(name.strip())
        if matched is not None:
            found.append((matched["stem"].strip(), matched["tag"].strip().lower()))
    return found


def _match_named(names: Sequence[str]) -> ColumnPairs | None:
    """`gpt-a: task` and `gpt-b: task`: exactly two unknown tags with the same two or more stems."""
    for pattern in (NAMED_PREFIX, NAMED_SUFFIX, VERSION_PREFIX, VERSION_SUFFIX):
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


def find_versions(table: RawTable) -> tuple[str, ...]:
    """Prefixes of two or more measures each, `groq_relevance` beside `ollama_relevance`, that name the versions.

    They do where columns of answers carry them too, `groq` or `groq_answer`; others may be parts of one version.
    """
    groups: dict[str, set[str]] = {}
    answers: set[str] = set()
    for column in table.columns:
        found = PREFIX.fullmatch(column.name.strip())
        if column.numbers is None and (found is None or found["stem"].lower() in OUTPUT_NAMES):
            answers.add(column.name.strip() if found is None else found["tag"])
        elif found is not None and _holds_scores(column):
            groups.setdefault(found["tag"], set()).add(found["stem"])
    tags = tuple(tag for tag in groups if tag in answers)
    shared = set.intersection(*(groups[tag] for tag in tags)) if len(tags) > 1 else set()
    return tuple(tag for tag, stems in groups.items() if shared <= stems) if len(shared) > 1 else ()


def _match_bare(table: RawTable) -> ColumnPairs | None:
    """`before` beside `after` without anything else: one metric that has no name."""
    scored = [column for column in table.columns if _holds_scores(column)]
    before = [column.name for column in scored if words_of(column.name) in BEFORE_TAGS]
    after = [column.name for column in scored if words_of(column.name) in AFTER_TAGS]
    if len(before) != 1 or len(after) != 1:
        return None
    return ColumnPairs((before[0].lower(), after[0].lower()), {SINGLE_METRIC: (before[0], after[0])}, is_named=False)


def _holds_scores(column: RawColumn) -> bool:
    return column.role is None and (column.numbers is not None or read_truth_words(column.coded.labels) is not None)
