"""Columns of text cells as numbers or as text: decided per column, with the decimal mark decided per file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from tradeoff_app.analysis.observations import Problem
from tradeoff_app.readers.coded import Coded
from tradeoff_app.readers.limits import MAX_LISTED
from tradeoff_app.readers.measured_text import CURRENCY_CODES, Measure, begins_with_currency
from tradeoff_app.readers.number_grammar import DecimalMark, Number, is_infinite, is_missing, parse_number
from tradeoff_app.readers.reader import Cell, MetricHint, PlaceNames, RawColumn

MIXED_SHARE = 0.8
"""A column in which at least this share of the filled cells are numbers is a column of numbers with odd cells."""

_LEADING_ZERO = re.compile(r"[+-]?0\d+", re.ASCII)
_EXPONENT_ID = re.compile(r"\d+[eE]\d+", re.ASCII)
LARGEST_EXACT = 2.0**53
DURATION = MetricHint(type="duration", unit="s")
WORD_STARTS = frozenset("0123456789+-.,($ \t\r\n\v\f\x1c\x1d\x1e\x1f<#?\\iInNmM")
"""How an ASCII text must begin to be a number or a word for a missing or an endless one."""
NUMBER_FIRSTS = WORD_STARTS | {""} | {sign[0] for sign in CURRENCY_CODES}
LONGEST_WORD = 20
SAMPLED_CELLS = 2_000


class _Words:
    """The distinct texts of a column, how often each occurs, and each as a number under either mark."""

    def __init__(self, coded: Coded) -> None:
        self._coded = coded
        starts = _find_starts(coded)
        self._likely = [label for label in coded.labels if label[:3] in starts] if starts else []
        self.missing = {word for word in self._likely if len(word) <= LONGEST_WORD and is_missing(word)}
        self._known: dict[DecimalMark, dict[str, Number]] = {}

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """How often each word occurs."""
        return dict(zip(self._coded.labels, self._coded.count().tolist(), strict=True))

    @cached_property
    def filled(self) -> int:
        """How many cells hold something."""
        return self._coded.filled - sum(self.counts[word] for word in self.missing)

    def read_as(self, mark: DecimalMark) -> dict[str, Number]:
        """The words that are numbers under this mark."""
        if mark not in self._known:
            self._known[mark] = dict(self._read(mark))
        return self._known[mark]

    def _read(self, mark: DecimalMark) -> Iterator[tuple[str, Number]]:
        for word in self._likely:
            if word in self.missing:
                continue
            number = parse_number(word, mark)
            if number is not None:
                yield word, number
            elif len(word) <= LONGEST_WORD and is_infinite(word):
                yield word, Number(float("-inf" if word.strip().startswith("-") else "inf"))

    def share(self, mark: DecimalMark) -> float:
        """Share of the filled cells that are numbers under this mark."""
        known = self.read_as(mark)
        if not known:
            return 0.0
        return sum(map(self.counts.__getitem__, known)) / self.filled if self.filled else 0.0

    @property
    def has_marks(self) -> bool:
        return any("," in word or "." in word for word in self.counts)

    def find_difference(self) -> str | None:
        """A word whose value depends on the decimal mark; None where none does."""
        dot, comma = self.read_as("."), self.read_as(",")
        return next((word for word in dot if word in comma and dot[word].value != comma[word].value), None)


def _find_starts(coded: Coded) -> set[str]:
    """The first three characters of the texts that may begin a number; the first one alone mostly says none does."""
    if not any(first in NUMBER_FIRSTS or not first.isascii() for first in coded.firsts):
        return set()
    return {start for start in {label[:3] for label in coded.labels} if _may_begin_number(start)}


def _may_begin_number(start: str) -> bool:
    """Whether a text with these first three characters could be a number or a word for a missing or endless one."""
    return start[:1] in WORD_STARTS or not start[:1].isascii() or begins_with_currency(start)


@dataclass(frozen=True)
class TextColumns:
    """Text columns to be read together: they come from one file, so they share its decimal mark."""

    file: str
    names: Sequence[str]
    cells: Sequence[Sequence[Cell]]
    places: PlaceNames
    decimal: DecimalMark | None = None
    delimiter: str = ","
    mark: DecimalMark | None = None
    """The mark that all columns of the file were found to share, where these are only some of them."""


def read_columns(table: TextColumns) -> tuple[list[RawColumn], list[Problem]]:
    """Each column with its numbers where it holds numbers, and what was assumed or odd on the way."""
    mark = table.decimal or table.mark or decide_mark(table.cells, table.delimiter)
    columns: list[RawColumn] = []
    problems: list[Problem] = []
    if mark == "," and table.decimal is None:
        text = "Numbers were read with a decimal comma."
        problems.append(
            Problem("info", "decimal_comma", table.file, "", text, "Choose the decimal point if that is wrong.")
        )
    for name, cells in zip(table.names, table.cells, strict=True):
        column = RawColumn(name, cells)
        words = _Words(column.coded)
        read, odd = _read_column(table, column, words, _mark_of(words, mark, table.decimal))
        columns.append(read)
        problems.extend(odd)
    return columns, problems


def _as_text(cell: Cell) -> str | None:
    return cell if isinstance(cell, str) else None


def _may_use_comma(text: str) -> bool:
    """Whether a text could be a number under the decimal comma and none under the point."""
    return "," in text or text.count(".") > 1


def decide_mark(columns: Sequence[Sequence[Cell]], delimiter: str) -> DecimalMark:
    """The mark that columns agree on which can only be read one way; a semicolon file leans to the comma."""
    sampled = [cells[:: max(1, len(cells) // SAMPLED_CELLS)] for cells in columns]
    if not any(isinstance(cell, str) and _may_use_comma(cell) for cells in sampled for cell in cells):
        return "."
    votes = {".": 0, ",": 0}
    for words in (_Words(Coded.from_texts(list(map(_as_text, cells)))) for cells in sampled):
        dot, comma = words.share("."), words.share(",")
        if max(dot, comma) < MIXED_SHARE or not words.has_marks:
            continue
        if dot > comma:
            votes["."] += 1
        elif comma > dot:
            votes[","] += 1
    if votes["."] == votes[","]:
        return "," if delimiter == ";" and votes[","] else "."
    return "." if votes["."] > votes[","] else ","


def _mark_of(words: _Words, mark: DecimalMark, stated: DecimalMark | None) -> DecimalMark:
    """The file's mark, unless this column can only be read with the other one."""
    if stated is not None:
        return stated
    if words.share(mark) == 1.0:
        return mark
    other: DecimalMark = "," if mark == "." else "."
    return other if words.share(other) > words.share(mark) else mark


def _read_column(
    table: TextColumns, column: RawColumn, words: _Words, mark: DecimalMark
) -> tuple[RawColumn, list[Problem]]:
    known = words.read_as(mark)
    share = words.share(mark)
    measures = {number.measure for number in known.values()}
    if not known or _is_identifier(words, known, share) or not _agree(measures):
        return column, []
    if share < MIXED_SHARE:
        return column, _say_some_numbers(table, column, words, share)
    finite = {word: number.value for word, number in known.items() if np.isfinite(number.value)}
    numbers = column.coded.look_up(finite)
    reading = replace(
        column,
        numbers=numbers,
        has_percent=any(number.is_percent for number in known.values()),
        currency=next((number.currency for number in known.values() if number.currency), None),
        hint=DURATION if all(measure is not None and measure.is_time for measure in measures) else column.hint,
    )
    return reading, _describe(table, column, words, mark)


def _is_identifier(words: _Words, known: dict[str, Number], share: float) -> bool:
    """Codes that only look like numbers: leading zeros, more digits than a double holds, `1e5`."""
    if any(_LEADING_ZERO.fullmatch(word.strip()) for word in known):
        return True
    if any(number.is_whole and abs(number.value) >= LARGEST_EXACT for number in known.values()):
        return True
    is_unique = len(words.counts) >= 0.9 * sum(words.counts.values())
    coded = sum(_EXPONENT_ID.fullmatch(word.strip()) is not None for word in known)
    if is_unique and coded and coded + sum(number.is_whole for number in known.values()) == len(known):
        return True
    return share < 1.0 and is_unique and all(number.is_whole for number in known.values())


def _describe(table: TextColumns, column: RawColumn, words: _Words, mark: DecimalMark) -> list[Problem]:
    """What a PM must know about how this column was read."""
    known = words.read_as(mark)
    odd = set(words.counts) - set(known) - words.missing
    endless = {word for word in known if not np.isfinite(known[word].value)}
    problems = [
        _list_cells(table, column, endless, "not_finite", "is no finite number; read as missing"),
        _list_cells(table, column, odd, "mixed_types", "is no number; read as missing"),
        _list_cells(table, column, words.missing, "missing_words", "was read as missing", "info"),
        _say_percent(table, column, known),
        _say_bracketed(table, column, known),
        _say_measured(table, column, known),
        _say_ambiguous(table, column, words, mark),
    ]
    return [problem for problem in problems if problem is not None]


def _list_cells(
    table: TextColumns, column: RawColumn, wanted: set[str], code: str, text: str, level: str = "warning"
) -> Problem | None:
    if not wanted:
        return None
    rows = column.coded.rows_of(wanted).tolist()
    places = ", ".join(table.places.name(row) for row in rows[:MAX_LISTED])
    more = f" and {len(rows) - MAX_LISTED:,} more" if len(rows) > MAX_LISTED else ""
    shown = ", ".join(repr(word[:40]) for word in sorted(wanted)[:MAX_LISTED])
    sentence = f"{column.name}: {shown} {text} ({len(rows):,} of {len(column.cells):,} cells: {places}{more})."
    hint = "Mend the cells, or tell which column holds the numbers."
    return Problem(
        "info" if level == "info" else "warning", code, table.file, table.places.name(rows[0]), sentence, hint
    )


def _say_some_numbers(table: TextColumns, column: RawColumn, words: _Words, share: float) -> list[Problem]:
    """A column of names with some numbers in it is worth a word only where it might have been meant as numbers."""
    if share < 0.5 or len(words.counts) <= 2:
        return []
    known = words.read_as(".")
    odd = next(word for word in words.counts if word not in known)
    text = f"{column.name}: {share:.0%} of its cells are numbers, others are text such as {odd[:40]!r}; read as text."
    return [Problem("warning", "mixed_types", table.file, column.name, text, "Name it as a metric if it holds scores.")]


def _say_percent(table: TextColumns, column: RawColumn, known: dict[str, Number]) -> Problem | None:
    signed = sum(number.is_percent for number in known.values())
    if not signed:
        return None
    text = f"{column.name}: percent signs were read as shares (5 % is 0.05)."
    plain = next((word for word, number in known.items() if not number.is_percent), None)
    if plain is not None:
        marked = next(word for word, number in known.items() if number.is_percent)
        values = f"{marked!r} was read as {known[marked].value:g}, {plain!r} as {known[plain].value:g}"
        text = f"{column.name}: some cells have a percent sign and some have none; {values}."
    code = "percent" if signed == len(known) else "percent_mixed"
    return Problem("warning", code, table.file, column.name, text, "Check the values in the preview.")


def _say_bracketed(table: TextColumns, column: RawColumn, known: dict[str, Number]) -> Problem | None:
    word = next((word for word, number in known.items() if number.is_bracketed), None)
    if word is None:
        return None
    text = f"{column.name}: numbers in brackets were read as negative ({word!r} is {known[word].value:g})."
    hint = "Write them with a minus sign, or ignore the column."
    return Problem("warning", "bracketed_numbers", table.file, column.name, text, hint)


def _agree(measures: set[Measure | None]) -> bool:
    """Whether all numbers of a column are in the same unit; `3/5` beside `7/10` are not."""
    return len({measure.word for measure in measures if measure is not None}) <= 1


def _say_measured(table: TextColumns, column: RawColumn, known: dict[str, Number]) -> Problem | None:
    measured = {word: number for word, number in known.items() if number.measure is not None}
    if not measured:
        return None
    word, number = next(iter(measured.items()))
    unit = " seconds" if number.measure is not None and number.measure.is_time else ""
    text = f"{column.name}: {word!r} was read as {number.value:g}{unit}."
    plain = next((word for word in known if word not in measured), None)
    if plain is not None:
        text = f"{text} Others have no unit; {plain!r} was read as {known[plain].value:g}."
    hint = "Check the values in the preview."
    return Problem("warning", "unit_in_cells", table.file, column.name, text, hint)


def _say_ambiguous(table: TextColumns, column: RawColumn, words: _Words, mark: DecimalMark) -> Problem | None:
    """Thousands or decimals? Said where both readings fit every cell, differ, and nobody stated the mark."""
    known = words.read_as(mark)
    if table.decimal is not None or (
        table.delimiter != ";" and not any(number.is_grouped for number in known.values())
    ):
        return None
    example = words.find_difference() if words.share(".") == words.share(",") else None
    if example is None:
        return None
    read, other = known[example], words.read_as("," if mark == "." else ".")[example]
    text = f"{column.name}: {example!r} was read as {read.value:g}; it could also be {other.value:g}."
    hint = "Choose the decimal mark if that is wrong."
    return Problem("warning", "decimal_ambiguous", table.file, column.name, text, hint)
