"""The XML inside an Excel workbook: cells kept sparsely, no DTD allowed, sizes counted on what is really there."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from xml.parsers import expat

from tradeoff_app.readers.limits import MAX_CELL_CHARACTERS, MAX_CELLS, MAX_SHARED_STRINGS
from tradeoff_app.readers.number_grammar import INFINITE_WORDS
from tradeoff_app.readers.reader import Cell
from tradeoff_app.readers.refusal import ReadError

LAST_ROW = 1_048_576
LAST_COLUMN = 16_384
REFERENCE = re.compile(r"([A-Z]{1,3})(\d{1,10})", re.ASCII)
ROW_NUMBER = re.compile(r"[1-9]\d{0,9}", re.ASCII)
WHOLE = re.compile(r"-?\d{1,15}", re.ASCII)
NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,4})?", re.ASCII)
NOT_NUMBERS = frozenset({"nan", "-nan"}) | INFINITE_WORDS
"""Excel writes error values instead; some programs write what their language calls them."""
TRUTHS = {"1": True, "true": True, "0": False, "false": False}
ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
DATE_IDS = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
PERCENT_IDS = frozenset({9, 10})
CHUNK = 1 << 20
MOST_OUTSIDE = 10_000
"""Cells beyond the last row or column that Excel has; a sheet with more of them was made to fill the memory."""
AGAIN = "Save the workbook again in Excel, or export CSV."

Attributes = Mapping[str, str]


@dataclass(frozen=True)
class Styles:
    """What the number formats of a workbook mean, by style number."""

    dates: frozenset[int] = frozenset()
    percents: frozenset[int] = frozenset()
    starts_1904: bool = False


@dataclass
class SparseSheet:
    """The filled cells of a sheet: `cells[row][column]`, both from 1; and what is odd about some of them."""

    cells: dict[int, dict[int, Cell]] = field(default_factory=dict)
    hidden_rows: list[int] = field(default_factory=list)
    uncalculated: list[tuple[int, int]] = field(default_factory=list)
    errors: list[tuple[int, int]] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)


def name_column(column: int) -> str:
    """1 is A, 27 is AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def number_column(letters: str) -> int:
    """A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - 64
    return number


def parse_xml(
    data: bytes,
    file: str,
    part: str,
    start: Callable[[str, Attributes], None],
    end: Callable[[str], None],
    text: Any = None,
) -> None:
    """Feed a part to handlers that see names without prefix; raises ReadError for a DTD or broken XML."""

    def refuse_doctype(*_: object) -> None:
        cause = "the XML declares a DTD (DOCTYPE with entities), which no workbook has; it is not opened"
        raise ReadError("damaged", file, part, cause, "Check where the file comes from.")

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = refuse_doctype
    parser.StartElementHandler = lambda name, attributes: start(name.rpartition(":")[2], attributes)
    parser.EndElementHandler = lambda name: end(name.rpartition(":")[2])
    if text is not None:
        parser.CharacterDataHandler = text
    try:
        for offset in range(0, len(data), CHUNK):
            parser.Parse(data[offset : offset + CHUNK], False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise ReadError(
            "damaged", file, f"{part}, line {error.lineno}", f"the XML is damaged ({error})", AGAIN
        ) from None
    except (ValueError, LookupError):
        raise ReadError("damaged", file, part, "the XML is in an encoding that no workbook has", AGAIN) from None


def read_elements(data: bytes, file: str, part: str, wanted: str) -> list[dict[str, str]]:
    """Attributes of every element of this name, in order."""
    found: list[dict[str, str]] = []

    def start(name: str, attributes: Attributes) -> None:
        if name == wanted:
            found.append({key.rpartition(":")[2]: value for key, value in attributes.items()})

    parse_xml(data, file, part, start, lambda _: None)
    return found


def read_shared_strings(data: bytes, file: str, part: str) -> list[str]:
    """The texts that cells refer to by number; phonetic hints left out."""
    strings: list[str] = []
    pieces: list[str] = []
    state = {"in_text": False, "phonetic": 0}

    def start(name: str, _: Attributes) -> None:
        if name == "si":
            pieces.clear()
        elif name == "rPh":
            state["phonetic"] += 1
        elif name == "t":
            state["in_text"] = not state["phonetic"]

    def end(name: str) -> None:
        if name == "t":
            state["in_text"] = False
        elif name == "rPh":
            state["phonetic"] -= 1
        elif name == "si":
            if len(strings) >= MAX_SHARED_STRINGS:
                cause = f"more texts than the limit of {MAX_SHARED_STRINGS:,}: the file is too large"
                raise ReadError("unreadable", file, part, cause, "Export CSV instead.")
            strings.append(unescape(_join(pieces, file, part)))

    parse_xml(data, file, part, start, end, lambda text: pieces.append(text) if state["in_text"] else None)
    return strings


def _join(pieces: Sequence[str], file: str, part: str) -> str:
    """The text of a cell; raises ReadError where it is longer than any cell may be."""
    text = "".join(pieces)
    if len(text) > MAX_CELL_CHARACTERS:
        cause = f"a cell of {len(text):,} characters is longer than the limit of {MAX_CELL_CHARACTERS:,}"
        raise ReadError("unreadable", file, part, cause, "Leave that column out of the export.")
    return text


def unescape(text: str) -> str:
    """Excel writes control characters as `_x000D_`."""
    return ESCAPED.sub(_unescape_one, text) if "_x" in text else text


def _unescape_one(found: re.Match[str]) -> str:
    """The character; half of a character pair is none and stays as it is written."""
    code = int(found[1], 16)
    return found[0] if 0xD800 <= code <= 0xDFFF else chr(code)


def read_styles(data: bytes, file: str, part: str, *, starts_1904: bool) -> Styles:
    """Which style numbers show dates and which percent."""
    codes: dict[int, str] = {}
    formats: list[int] = []
    state = {"in_cells": False}

    def start(name: str, attributes: Attributes) -> None:
        if name == "numFmt":
            codes[_whole(attributes.get("numFmtId"))] = attributes.get("formatCode", "")
        elif name == "cellXfs":
            state["in_cells"] = True
        elif name == "xf" and state["in_cells"]:
            formats.append(_whole(attributes.get("numFmtId")))

    def end(name: str) -> None:
        if name == "cellXfs":
            state["in_cells"] = False

    parse_xml(data, file, part, start, end)
    dates = {index for index, number in enumerate(formats) if _is_date(number, codes.get(number, ""))}
    percents = {index for index, number in enumerate(formats) if _is_percent(number, codes.get(number, ""))}
    return Styles(frozenset(dates), frozenset(percents), starts_1904)


def _whole(text: str | None) -> int:
    return int(text) if text is not None and WHOLE.fullmatch(text) else 0


def _is_percent(number: int, code: str) -> bool:
    return number in PERCENT_IDS or "%" in QUOTED.sub("", code)


def _is_date(number: int, code: str) -> bool:
    bare = QUOTED.sub("", code).lower()
    return number in DATE_IDS or ("%" not in bare and "general" not in bare and re.search(r"[ymdhs]", bare) is not None)


class SheetParser:
    """Collects the cells of one sheet while the XML goes by."""

    def __init__(self, file: str, part: str, strings: Sequence[str], styles: Styles) -> None:
        self.file = file
        self.part = part
        self.strings = strings
        self.styles = styles
        self.sheet = SparseSheet()
        self._row = self._column = self._count = 0
        self._attributes: Attributes = {}
        self._pieces: list[str] = []
        self._is_collecting = self._has_formula = False
        self._phonetic = 0

    def parse(self, data: bytes) -> SparseSheet:
        """All filled cells; raises ReadError."""
        parse_xml(data, self.file, self.part, self._start, self._end, self._text)
        return self.sheet

    def _start(self, name: str, attributes: Attributes) -> None:
        if name == "c":
            self._open_cell(attributes)
        elif name == "row":
            self._open_row(attributes)
        elif name in {"v", "t"}:
            self._is_collecting = not self._phonetic
        elif name == "f":
            self._has_formula = True
        elif name == "rPh":
            self._phonetic += 1

    def _open_row(self, attributes: Attributes) -> None:
        stated = attributes.get("r")
        if stated is not None and not ROW_NUMBER.fullmatch(stated):
            raise ReadError("damaged", self.file, self.part, f"{stated[:40]!r} is no row number", AGAIN)
        self._row = self._row + 1 if stated is None else int(stated)
        self._column = 0
        if attributes.get("hidden") in {"1", "true"}:
            self.sheet.hidden_rows.append(self._row)

    def _open_cell(self, attributes: Attributes) -> None:
        self._count += 1
        if self._count > MAX_CELLS:
            cause = f"more cells than the limit of {MAX_CELLS:,}: the sheet is too large"
            raise ReadError("unreadable", self.file, self.part, cause, "Export fewer columns or rows.")
        stated = attributes.get("r")
        if stated is None:
            self._column += 1
        else:
            found = REFERENCE.fullmatch(stated)
            if found is None:
                raise ReadError("damaged", self.file, self.part, f"{stated[:40]!r} is no place of a cell", AGAIN)
            self._column, self._row = number_column(found[1]), int(found[2])
        self._attributes = attributes
        self._pieces = []
        self._has_formula = False

    def _end(self, name: str) -> None:
        if name in {"v", "t"}:
            self._is_collecting = False
        elif name == "rPh":
            self._phonetic -= 1
        elif name == "c":
            self._close_cell()

    def _text(self, text: str) -> None:
        if self._is_collecting:
            self._pieces.append(text)

    def _close_cell(self) -> None:
        row, column = self._row, self._column
        text = _join(self._pieces, self.file, self.part)
        if not text and not self._has_formula:
            return
        if not (0 < row <= LAST_ROW and 0 < column <= LAST_COLUMN):
            self._note_outside()
            return
        if not text and self._attributes.get("t") != "str":
            self.sheet.uncalculated.append((row, column))
        elif self._attributes.get("t") == "e" or (self._is_plain and text.strip().casefold() in NOT_NUMBERS):
            self.sheet.errors.append((row, column))
        else:
            self._store(row, column, self._value(text))

    @property
    def _is_plain(self) -> bool:
        """Whether the cell holds a number as it stands."""
        return self._attributes.get("t", "n") == "n"

    def _note_outside(self) -> None:
        self.sheet.outside.append(f"{name_column(self._column)}{self._row}")
        if len(self.sheet.outside) > MOST_OUTSIDE:
            cause = f"more than {MOST_OUTSIDE:,} cells lie beyond the last row or column that Excel has"
            raise ReadError("unreadable", self.file, self.part, cause, "Export fewer columns or rows.")

    def _store(self, row: int, column: int, value: Cell) -> None:
        cells = self.sheet.cells.setdefault(row, {})
        if column in cells:
            raise self._damaged("the cell stands twice in the sheet; it is unclear which value counts")
        if value is not None:
            cells[column] = value

    def _damaged(self, cause: str) -> ReadError:
        place = f"{self.part}, cell {name_column(self._column)}{self._row}"
        return ReadError("damaged", self.file, place, cause, AGAIN)

    def _value(self, text: str) -> Cell:
        kind = self._attributes.get("t", "n")
        if kind == "s":
            return self._shared(text.strip())
        if kind in {"inlineStr", "str", "d"}:
            return unescape(text) or None
        if kind == "b":
            truth = TRUTHS.get(text.strip())
            if truth is None:
                raise self._damaged(f"{text[:40]!r} is neither true nor false")
            return truth
        return self._number(text.strip())

    def _shared(self, text: str) -> Cell:
        index = int(text) if WHOLE.fullmatch(text) else -1
        if 0 <= index < len(self.strings):
            return self.strings[index] or None
        raise self._damaged("the cell refers to a text that is not there")

    def _number(self, text: str) -> Cell:
        style = _whole(self._attributes.get("s"))
        if not NUMBER.fullmatch(text):
            raise self._damaged(f"{text[:40]!r} is no number")
        number = int(text) if WHOLE.fullmatch(text) else float(text)
        if style in self.styles.dates:
            return write_date(number, starts_1904=self.styles.starts_1904)
        return number


def write_date(serial: float, *, starts_1904: bool) -> Cell:
    """An Excel day number as ISO text; as the number itself where it lies outside the calendar."""
    first = datetime(1904, 1, 1) if starts_1904 else datetime(1899, 12, 30)  # noqa: DTZ001 - Excel has no zones
    try:
        moment = first + timedelta(days=serial)
    except (OverflowError, ValueError):
        return serial
    if 0 <= serial < 1:
        return moment.strftime("%H:%M:%S")
    return moment.date().isoformat() if float(serial).is_integer() else moment.isoformat(timespec="seconds")
