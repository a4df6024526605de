"""Whole columns of a regular delimited text: plain numbers as numbers, few words as codes, the rest as text.

A column in which a single cell is spelled in any other way is left to our own grammar.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Literal

from tradeoff_app.analysis.observations import FloatArray
from tradeoff_app.readers.cell_bytes import CellBytes, CellGrid
from tradeoff_app.readers.cell_numbers import read_numbers
from tradeoff_app.readers.cell_texts import read_codes, read_texts
from tradeoff_app.readers.coded import Coded

MOST_WORDS = 200
"""A column whose sample holds at most this many words, each several times, is read as codes of these words."""
LEAST_RECURRENCE = 8
WHOLE = "(0|-?[1-9][0-9]{0,14})"
DECIMAL = "-?(0|[1-9][0-9]*)([.][0-9]+)?"
"""Spellings of numbers that nobody can mistake for an id, a date or a grouped number."""

Kind = Literal["words", "whole", "decimal", "text"]
Scanned = FloatArray | Coded


def guess_kind(sample: Sequence[str | None], *, may_be_decimal: bool) -> Kind:
    """How a column is best read, judged by a part of its cells."""
    counts = Counter(cell for cell in sample if cell is not None)
    if not counts:
        return "text"
    if len(counts) <= MOST_WORDS and counts.total() >= LEAST_RECURRENCE * len(counts):
        return "words"
    if all(map(re.compile(WHOLE).fullmatch, counts)):
        return "whole"
    if may_be_decimal and all(map(re.compile(DECIMAL).fullmatch, counts)):
        return "decimal"
    return "text"


def scan_columns(grid: CellGrid, kinds: Sequence[Kind], samples: Sequence[Sequence[str | None]]) -> list[Scanned]:
    """Each column as numbers (NaN where empty) or as coded texts, whichever its kind and all its cells allow."""
    return [
        _scan(grid.column(column), kind, sample)
        for column, (kind, sample) in enumerate(zip(kinds, samples, strict=True))
    ]


def _scan(cells: CellBytes, kind: Kind, sample: Sequence[str | None]) -> Scanned:
    found: Scanned | None = None
    if kind == "words":
        found = read_codes(cells, list(dict.fromkeys(cell for cell in sample if cell is not None)))
    elif kind != "text":
        found = read_numbers(cells, is_whole=kind == "whole")
    return read_texts(cells) if found is None else found
