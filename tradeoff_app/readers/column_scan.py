"""Whole columns of a regular delimited text by DuckDB: plain numbers as numbers, few words as codes, the rest as text.

DuckDB splits lines and reads what is written plainly. A cell of any other spelling is left to our own grammar.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from tradeoff_app.analysis.observations import FloatArray, IntArray
from tradeoff_app.readers.coded import Coded
from tradeoff_app.readers.column_reading import LARGEST_EXACT
from tradeoff_app.readers.duckdb_engine import open_engine, quote_text

if TYPE_CHECKING:
    import duckdb

MOST_WORDS = 200
"""A column whose sample holds at most this many words, each several times, is asked for as codes of these words."""
LEAST_RECURRENCE = 8
WHOLE = "(0|-?[1-9][0-9]{0,14})"
DECIMAL = "-?(0|[1-9][0-9]*)([.][0-9]+)?"
"""Spellings of numbers that nobody can mistake for an id, a date or a grouped number."""

Kind = Literal["words", "whole", "decimal", "text"]
Scanned = FloatArray | Coded


@dataclass(frozen=True)
class DelimitedFile:
    """A text in UTF-8 whose records all have `width` cells, the first of them after `skipped` lines."""

    path: Path
    delimiter: str
    width: int
    skipped: int
    rows: int
    is_gzip: bool = False


def guess_kind(sample: Sequence[str | None], *, may_be_decimal: bool) -> Kind:
    """How a column is best asked for, judged by a part of its cells."""
    counts = Counter(cell for cell in sample if cell is not None)
    if not counts:
        return "text"
    if len(counts) <= MOST_WORDS and counts.total() >= LEAST_RECURRENCE * len(counts):
        return "words"
    if all(re.fullmatch(WHOLE, word) for word in counts):
        return "whole"
    if may_be_decimal and all(re.fullmatch(DECIMAL, word) for word in counts):
        return "decimal"
    return "text"


def scan_columns(
    file: DelimitedFile, kinds: Sequence[Kind], samples: Sequence[Sequence[str | None]]
) -> list[Scanned] | None:
    """Each column as numbers (NaN where empty) or as coded texts; None where the file does not fit its description.

    A column in which a single cell is not what its kind says comes as text.
    """
    import duckdb

    try:
        with open_engine(file.path) as engine:
            words = {
                column: list(dict.fromkeys(cell for cell in samples[column] if cell is not None))
                for column, kind in enumerate(kinds)
                if kind == "words"
            }
            for column, known in words.items():
                engine.execute(f"CREATE TYPE e{column} AS ENUM ({', '.join(map(quote_text, known))})")
            found = _fetch(engine, file, dict(enumerate(kinds)))
            scanned = {column: _take(values, kinds[column], words.get(column)) for column, values in found.items()}
            left = {column: "text" for column, values in scanned.items() if values is None}
            if left:
                texts = _fetch(engine, file, left)
                scanned |= {column: _take(values, "text", None) for column, values in texts.items()}
    except duckdb.Error:
        return None
    complete = [values for column in range(file.width) if (values := scanned[column]) is not None]
    return complete if all(_count(values) == file.rows for values in complete) else None


def scan_texts(file: DelimitedFile, column: int) -> Coded:
    """One column as text; raises duckdb.Error where the file has changed meanwhile."""
    with open_engine(file.path) as engine:
        found = _take(_fetch(engine, file, {column: "text"})[column], "text", None)
    assert isinstance(found, Coded)
    return found


def _fetch(engine: duckdb.DuckDBPyConnection, file: DelimitedFile, kinds: Mapping[int, str]) -> dict[int, Any]:
    columns = ", ".join(f"'c{column}': 'VARCHAR'" for column in range(file.width))
    wanted = ", ".join(_express(column, kind) for column, kind in kinds.items())
    how = {
        "auto_detect": "false",
        "header": "false",
        "skip": str(file.skipped),
        "delim": quote_text(file.delimiter),
        "quote": quote_text('"'),
        "escape": quote_text('"'),
        "strict_mode": "true",
        "null_padding": "false",
        "compression": quote_text("gzip" if file.is_gzip else "none"),
        "columns": f"{{{columns}}}",
    }
    options = ", ".join(f"{name}={value}" for name, value in how.items())
    query = f"SELECT {wanted} FROM read_csv({quote_text(str(file.path))}, {options})"  # noqa: S608 - texts are quoted
    found = engine.execute(query).fetchnumpy()
    return {column: found[f"c{column}"] for column in kinds}


def _express(column: int, kind: str) -> str:
    """NULL says that a cell is not what its kind says; an empty cell is NaN or -1."""
    name = f"c{column}"
    if kind == "text":
        return name
    if kind == "words":
        return f"CASE WHEN {name} IS NULL THEN -1 ELSE enum_code(TRY_CAST({name} AS e{column}))::INTEGER END AS {name}"
    pattern = quote_text(WHOLE if kind == "whole" else DECIMAL)
    number = f"WHEN regexp_full_match({name}, {pattern}) THEN TRY_CAST({name} AS DOUBLE)"
    return f"CASE WHEN {name} IS NULL THEN 'nan'::DOUBLE {number} END AS {name}"


def _take(values: Any, kind: str, words: Sequence[str] | None) -> Scanned | None:
    """Numbers or codes; None where a cell is of another kind."""
    if kind == "text":
        return Coded.from_texts(values.tolist())
    if np.ma.is_masked(values):
        return None
    plain = np.ma.getdata(values)
    if words is not None:
        codes: IntArray = plain.astype(np.int64)
        return Coded.from_codes(codes, words)
    numbers: FloatArray = plain
    return None if (np.abs(numbers) >= LARGEST_EXACT).any() else numbers


def _count(values: Scanned) -> int:
    return len(values.codes) if isinstance(values, Coded) else len(values)
