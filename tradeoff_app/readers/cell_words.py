"""Text cells that are measurements after all: yes and no in several languages, Inspect's letters, JSON in a cell."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from tradeoff_app.analysis.observations import FloatArray
from tradeoff_app.readers.json_text import JsonError, parse_json
from tradeoff_app.readers.number_grammar import is_missing
from tradeoff_app.readers.reader import Cell, PlaceNames, RawColumn, RawTable
from tradeoff_app.readers.records import flatten, type_columns, unite_columns

TRUE_WORDS = frozenset(
    [
        "yes",
        "true",
        "y",
        "t",
        "pass",
        "passed",
        "ja",
        "oui",
        "si",
        "sí",
        "sì",
        "sim",
        "correct",
        "richtig",
        "wahr",
        "vrai",
        "success",
        "tak",
        "да",
        "是",
        "はい",
        "✓",
        "✔",
        "✅",
    ]
)
FALSE_WORDS = frozenset(
    [
        "no",
        "false",
        "n",
        "f",
        "fail",
        "failed",
        "nein",
        "non",
        "não",
        "incorrect",
        "wrong",
        "falsch",
        "faux",
        "failure",
        "nee",
        "nej",
        "nie",
        "нет",
        "否",
        "いいえ",
        "✗",
        "✘",
        "❌",
    ]
)
DIGIT_WORDS = {"1": 1.0, "0": 0.0, "1.0": 1.0, "0.0": 0.0}
GRADES = {"C": 1.0, "P": 0.5, "I": 0.0, "N": 0.0}
MOMENT = re.compile(
    r"\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}.*)?|\d{1,2}[./]\d{1,2}[./]\d{2,4}( \d{1,2}:\d{2}.*)?|\d{2}:\d{2}(:\d{2})?"
)
MAX_JSON_CELL = 100_000


def read_truth_words(texts: Iterable[str | None]) -> dict[str, float] | None:
    """1 and 0 for yes-or-no words, also where some cells write 1 and 0 instead; None where a word is neither."""
    found: dict[str, float] = {}
    digits: dict[str, float] = {}
    for text in set(texts):
        if text is None:
            continue
        word = text.strip().casefold()
        if word in TRUE_WORDS:
            found[text] = 1.0
        elif word in FALSE_WORDS:
            found[text] = 0.0
        elif word in DIGIT_WORDS:
            digits[text] = DIGIT_WORDS[word]
        elif not is_missing(text):
            return None
    return {**found, **digits} if found else None


def read_grades(texts: Iterable[str | None]) -> dict[str, float] | None:
    """1, 0.5 and 0 for Inspect's letters, where both C and I occur and nothing else; else None."""
    words = {text for text in texts if text is not None}
    return GRADES if {"C", "I"} <= words <= set(GRADES) else None


def convert_words(cells: Iterable[str | None], words: dict[str, float]) -> FloatArray:
    """Each cell's number, NaN where it has none."""
    return np.array([math.nan if cell is None else words.get(cell, math.nan) for cell in cells], dtype=np.float64)


def is_moment(texts: Iterable[str | None]) -> bool:
    """Whether all filled cells are dates or times."""
    filled = [text for text in texts if text is not None]
    return bool(filled) and all(MOMENT.fullmatch(text) for text in filled[:200])


def unfold_table(table: RawTable) -> RawTable:
    """Columns whose cells hold JSON objects (or lists of one) become columns of their own, with dotted names."""
    columns: list[RawColumn] = []
    for column in table.columns:
        columns.extend(_unfold(column, table) if column.role is None else [column])
    return replace(table, columns=tuple(columns))


def _unfold(column: RawColumn, table: RawTable) -> list[RawColumn]:
    if column.numbers is not None or not _looks_nested(column.cells):
        return [column]
    try:
        values = [None if cell is None else parse_json(str(cell)) for cell in column.cells]
    except JsonError:
        return [column]
    values = [value[0] if isinstance(value, list) and len(value) == 1 else value for value in values]
    filled = [value for value in values if value is not None]
    places = table.places or PlaceNames.counted("row", table.rows)
    if filled and all(isinstance(value, dict) for value in filled):
        records = [flatten(value or {}, "", "") for value in values]
        parts = unite_columns(records, "")
        if len(parts) > 50:
            return [column]
        named = {_name_part(column.name, part, len(parts)): cells for part, cells in parts.items()}
        return type_columns(named, "", places)[0] if named else [column]
    if filled and all(isinstance(value, str | int | float | bool) for value in filled):
        return type_columns({column.name: [_scalar(value) for value in values]}, "", places)[0]
    return [column]


def _looks_nested(cells: list[Cell]) -> bool:
    filled = [cell for cell in cells if cell is not None]
    if not filled:
        return False
    return all(
        isinstance(cell, str) and cell[:1] in "[{" and cell[-1:] in "]}" and len(cell) < MAX_JSON_CELL
        for cell in filled
    )


def _name_part(column: str, part: str, count: int) -> str:
    """`tone` for `[{"rating": 4}]`: a single value needs no second name."""
    return f"{column}.{part}" if count > 1 else column


def _scalar(value: object) -> Cell:
    return value if isinstance(value, str | int | float | bool) else json.dumps(value)
