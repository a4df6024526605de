"""How a text table separates its cells: the delimiter is measured on the first lines, never taken from the name."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from tradeoff_app.readers.header_rows import effective_width
from tradeoff_app.readers.limits import MAX_CELL_CHARACTERS

DELIMITERS = (",", ";", "\t", "|", "\x1f", "\x01", "^", "~")
SEPARATOR_LINE = re.compile(r"sep=([^\"\r\n])(?:\r\n|\r|\n|$)")
SAMPLE_RECORDS = 60
SAMPLE_CHARACTERS = 64 << 10
PART_CHARACTERS = 1 << 20


@dataclass(frozen=True)
class Dialect:
    """Delimiter, and how quotes inside quoted cells are written (doubled, or after a backslash)."""

    delimiter: str
    escapes_with_backslash: bool = False

    def split(self, text: str) -> Iterator[tuple[int, list[str]]]:
        """Each record with the line that it begins on; cells as written. Raises SplitError where quotes are wrong."""
        csv.field_size_limit(MAX_CELL_CHARACTERS + 1)
        reader = csv.reader(
            _lines_of(text),
            delimiter=self.delimiter,
            doublequote=not self.escapes_with_backslash,
            escapechar="\\" if self.escapes_with_backslash else None,
            strict=True,
        )
        line = 1
        try:
            for record in reader:
                yield line, record
                line = reader.line_num + 1
        except csv.Error as error:
            raise SplitError(line, str(error)) from None


def _lines_of(text: str) -> Iterator[str]:
    """Lines with their ends; only a part at a time, since a stream takes four bytes for each character."""
    start = 0
    while start < len(text):
        end = text.find("\n", start + PART_CHARACTERS) + 1 or len(text)
        yield from io.StringIO(text[start:end], newline="")
        start = end


class SplitError(ValueError):
    """A record that can't be split into cells, by the line it begins on."""

    def __init__(self, line: int, reason: str) -> None:
        self.line = line
        self.reason = reason
        super().__init__(reason)


def find_separator_line(text: str) -> tuple[str | None, str]:
    """The delimiter of Excel's `sep=` line, and the text without that line."""
    found = SEPARATOR_LINE.match(text)
    return (None, text) if found is None else (found[1], text[found.end() :])


def detect_dialect(text: str) -> Dialect | None:
    """The delimiter that splits the first records most evenly into two or more cells; None where none does."""
    sample = text[:SAMPLE_CHARACTERS]
    scored = [(_score(sample, delimiter), -index) for index, delimiter in enumerate(DELIMITERS) if delimiter in sample]
    best = max(scored, default=((0.0, 0), 0))
    if best[0][0] < 0.5:
        return None
    delimiter = DELIMITERS[-best[1]]
    return Dialect(delimiter, _needs_backslash(sample))


def _needs_backslash(sample: str) -> bool:
    return '\\"' in sample and '""' not in sample.replace(',""', "").replace('"",', "")


def _score(sample: str, delimiter: str) -> tuple[float, int]:
    """Share of records as wide as the usual one, weighed down where the header does not fit; and that width."""
    widths = [width for width in _widths(sample, delimiter) if width]
    if not widths:
        return 0.0, 0
    usual, count = Counter(widths).most_common(1)[0]
    if usual < 2:
        several = [width for width in widths if width > 1]
        return (0.4 * len(several) / len(widths), max(several, default=0))
    fits = 1.0 if any(abs(width - usual) <= 0.4 * usual for width in widths[:1]) else 0.8
    return fits * count / len(widths), usual


def _widths(sample: str, delimiter: str) -> list[int]:
    widths: list[int] = []
    try:
        for _, record in Dialect(delimiter, _needs_backslash(sample)).split(sample):
            if not (record and record[0].startswith("#")):
                widths.append(effective_width(record))
            if len(widths) >= SAMPLE_RECORDS:
                break
    except SplitError:
        pass
    return widths
