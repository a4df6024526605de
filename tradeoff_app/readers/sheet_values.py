"""The bytes of a sheet's cells as values, a column at a time: what the careful parser makes of each of them alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

import numpy as np
from pydantic_core import from_json

from tradeoff_app.analysis.observations import BoolArray, FloatArray
from tradeoff_app.readers.coded import Cell, Coded, CodedCells
from tradeoff_app.readers.limits import MAX_CELL_CHARACTERS, MAX_SHARED_STRINGS
from tradeoff_app.readers.number_cells import NumberCells, TruthCells
from tradeoff_app.readers.refusal import ReadError
from tradeoff_app.readers.sheet_pattern import TEXT, CellGroup, NotPlain, check_head, check_rest
from tradeoff_app.readers.sheet_xml import NUMBER, WHOLE, Styles, read_shared_strings, unescape, write_date

ENTITIES = {"&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'", "&amp;": "&"}
ENTITY = re.compile("|".join(ENTITIES))
UNKNOWN_TO_XML = re.compile("[\ufffe\uffff]")
LEAST_ODD_DAY = 2_900_000
"""Days near and beyond the end of the year 9999 are written one by one."""
LEAST_LONG = 1e15
"""Whole numbers of more digits are read as floats."""
STRING = re.compile(rb'(?<=</si>)<si><t(?: xml:space="preserve")?+>(' + TEXT + rb")</t></si>")
LEAST_STRING_BYTES = 1 << 16


@dataclass(frozen=True)
class SharedStrings:
    """The texts of a workbook that cells refer to by number."""

    texts: Sequence[str]

    @cached_property
    def known(self) -> Coded:
        """For each number the code of its text among those that differ; -1 where it is empty."""
        return Coded.from_texts([text or None for text in self.texts])


def read_strings(data: bytes, file: str, part: str) -> list[str]:
    """The shared texts, all at once where each is plain; raises ReadError."""
    try:
        return _match_strings(data, file, part)
    except NotPlain:
        return read_shared_strings(data, file, part)


def _match_strings(data: bytes, file: str, part: str) -> list[str]:
    start, last = data.find(b"<si>"), data.rfind(b"</si>") + len(b"</si>")
    first = data.find(b"</si>", start) + len(b"</si>")
    if len(data) < LEAST_STRING_BYTES or not 0 <= start < first < last or data.count(b"<si", start, first) != 1:
        raise NotPlain
    check_head(data[:start])
    found = STRING.findall(data, first, last)
    rest = data[:first] + data[last:]
    check_rest(rest)
    if len(found) != data.count(b"</si>", first, last) or len(found) >= MAX_SHARED_STRINGS:
        raise NotPlain
    try:
        beginning = read_shared_strings(rest, file, part)
    except ReadError:
        raise NotPlain from None
    if len(beginning) != 1:
        raise NotPlain
    return beginning + decode_texts(found)


def decode_texts(values: Sequence[bytes]) -> list[str]:
    """The texts that XML writes like this; raises NotPlain where one is endless or not as our parser would take it."""
    try:
        together = b"\0".join(values).decode("utf-8")
    except UnicodeDecodeError:
        raise NotPlain from None
    if UNKNOWN_TO_XML.search(together) or len(ENTITY.findall(together)) != together.count("&"):
        raise NotPlain
    for written, sign in ENTITIES.items():
        together = together.replace(written, sign)
    texts = together.split("\0")
    if max(map(len, texts)) > MAX_CELL_CHARACTERS:
        raise NotPlain
    return list(map(unescape, texts)) if "_x" in together else texts


@dataclass(frozen=True)
class ValueReader:
    """Reads columns of one workbook, whose shared texts and number formats it knows."""

    strings: SharedStrings
    styles: Styles

    def read(self, groups: Sequence[CellGroup]) -> Sequence[Cell]:
        """The cells of a column, None where empty: numbers or texts where all are, else a list; raises NotPlain."""
        if len(groups) == 1:
            return self._read_group(groups[0])
        read = [self._read_group(group) for group in groups]
        return [next((cell for cell in cells if cell is not None), None) for cells in zip(*read, strict=True)]

    def _read_group(self, group: CellGroup) -> Sequence[Cell]:
        readers: dict[str, Callable[[Sequence[bytes]], Sequence[Cell]]] = {
            "number": read_numbers,
            "date": self._read_dates,
            "shared": self._read_shared,
            "written": _read_texts,
            "inline": _read_texts,
            "truth": _read_truths,
        }
        return readers[group.kind](group.values)

    def _read_shared(self, values: Sequence[bytes]) -> Sequence[Cell]:
        known = self.strings.known
        indices = np.array([int(value) if value else -1 for value in values], dtype=np.int64)
        if indices.max() >= len(known.codes):
            raise NotPlain
        codes = np.append(known.codes, -1)[indices]
        return CodedCells(Coded.from_codes(codes, known.labels))

    def _read_dates(self, values: Sequence[bytes]) -> Sequence[Cell]:
        serials = read_numbers(values)
        known = serials.numbers[serials.is_filled]
        if ((known < 1) | (known >= LEAST_ODD_DAY)).any():
            write = partial(write_date, starts_1904=self.styles.starts_1904)
            return [write(cell) if isinstance(cell, int | float) else None for cell in serials]
        texts = np.full(len(serials), None, dtype=object)
        texts[serials.is_filled] = write_moments(known, starts_1904=self.styles.starts_1904)
        return CodedCells(Coded.from_texts(texts.tolist()))


def write_moments(serials: FloatArray, *, starts_1904: bool) -> list[str]:
    """Day numbers from 1 on as `write_date` writes each of them: a fraction of a day is rounded to microseconds."""
    part, day = np.modf(serials)
    microseconds = day.astype(np.int64) * 86_400_000_000 + np.rint(part * 86_400e6).astype(np.int64)
    moments = np.datetime64("1904-01-01" if starts_1904 else "1899-12-30", "us") + microseconds
    dates = np.datetime_as_string(moments, unit="D")
    texts: list[str] = np.where(part == 0, dates, np.datetime_as_string(moments, unit="s")).tolist()
    return texts


def _read_texts(values: Sequence[bytes]) -> CodedCells:
    texts = decode_texts(values)
    return CodedCells(Coded.from_texts([text or None for text in texts] if "" in texts else texts))


def _read_truths(values: Sequence[bytes]) -> TruthCells:
    known = {b"1": 1.0, b"0": 0.0, b"": np.nan}
    return TruthCells(np.array([known[value] for value in values]), np.ones(len(values), dtype=bool))


def read_number(value: bytes) -> float:
    """A whole number of up to 15 digits as int, any other as float; raises NotPlain where it is none."""
    text = value.decode("ascii")
    if not NUMBER.fullmatch(text):
        raise NotPlain
    return int(text) if WHOLE.fullmatch(text) else float(text)


def read_numbers(values: Sequence[bytes]) -> NumberCells:
    """Numbers of a column, NaN where empty; raises NotPlain where one is none or has no end."""
    numbers = _parse_numbers(values if b"" not in values else [value or b"NaN" for value in values])
    if np.isinf(numbers).any():
        raise NotPlain
    is_whole = _find_whole(values, numbers)
    numbers[is_whole] += 0.0  # -0 is the whole number 0
    return NumberCells(numbers, is_whole)


def _parse_numbers(values: Sequence[bytes]) -> FloatArray:
    """By a JSON parser, which takes a third of the time of float(); by float() where one is spelled otherwise."""
    try:
        return np.array(from_json(b"[" + b",".join(values) + b"]"), dtype=np.float64)
    except (ValueError, OverflowError):
        pass
    try:
        return np.fromiter(map(float, values), dtype=np.float64, count=len(values))
    except ValueError:
        raise NotPlain from None


def _find_whole(values: Sequence[bytes], numbers: FloatArray) -> BoolArray:
    """Which cells write whole numbers as such: `1`, not `1.0`."""
    is_whole: BoolArray = numbers == np.floor(numbers)
    rows = np.flatnonzero(is_whole).tolist()
    written = values if len(rows) == len(values) else [values[row] for row in rows]
    is_plain = np.fromiter(map(bytes.isdigit, written), dtype=bool, count=len(rows)) & (numbers[rows] < LEAST_LONG)
    for place in np.flatnonzero(~is_plain).tolist():
        is_plain[place] = isinstance(read_number(written[place]), int)
    is_whole[rows] = is_plain
    return is_whole
