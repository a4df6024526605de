"""Where the records of a delimited text lie, found on its bytes: only where quotes and line ends leave no doubt."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tradeoff_app.analysis.observations import BoolArray, IntArray

Bytes = NDArray[np.uint8]
Places = NDArray[np.int32]
"""Positions in a text; no text is as long as 2 GB."""
QUOTE, LF, CR = b'"\n\r'
BLOCK = 1 << 18
"""Bytes looked at in one go: few enough for what is made of them to stay near the processor."""


@dataclass(frozen=True)
class RecordBounds:
    """First byte, end (without its line end) and line of every record that is not empty, in order.

    `quotes` are the positions of all quotation marks.
    """

    starts: IntArray
    ends: IntArray
    lines: IntArray
    quotes: Places

    def __len__(self) -> int:
        """How many records there are."""
        return len(self.starts)

    def slice_text(self, data: bytes, record: int) -> bytes:
        """The bytes of one record."""
        return data[int(self.starts[record]) : int(self.ends[record])]


def find_byte(text: Bytes, wanted: int, start: int = 0) -> Places:
    """The positions, from `start` on, at which this byte stands."""
    found = [np.zeros(0, dtype=np.int32)]
    for first in range(start, len(text), BLOCK):
        places = np.flatnonzero(text[first : first + BLOCK] == wanted)
        found.append((places + first).astype(np.int32))
    return np.concatenate(found)


def find_records(data: bytes, delimiter: bytes) -> RecordBounds | None:
    """The bounds of all records; None where a quote stands where none should, or where line ends are mixed."""
    text: Bytes = np.frombuffer(data, dtype=np.uint8)
    quotes = find_byte(text, QUOTE) if b'"' in data else np.zeros(0, dtype=np.int32)
    if not _are_regular(text, quotes, delimiter[0]):
        return None
    newlines = find_byte(text, LF).astype(np.int64)
    is_end = are_outside(newlines, quotes)
    ends = newlines[is_end]
    breaks = ends
    if b"\r" in data:
        returns = find_byte(text, CR).astype(np.int64)
        if returns[-1] == len(data) - 1 or not (text[returns + 1] == LF).all():
            return None
        returns = returns[are_outside(returns, quotes)]
        if len(returns):
            if not np.array_equal(returns + 1, ends):
                return None
            ends = returns
    lines = np.flatnonzero(is_end) + 2
    if not len(breaks) or breaks[-1] != len(data) - 1:
        breaks, ends = np.append(breaks, len(data)), np.append(ends, len(data))
        lines = np.append(lines, 0)
    starts = np.concatenate(([0], breaks[:-1] + 1))
    lines = np.concatenate(([1], lines[:-1]))
    is_filled = ends > starts
    if not is_filled.all():
        starts, ends, lines = starts[is_filled], ends[is_filled], lines[is_filled]
    return RecordBounds(starts, ends, lines, quotes)


def are_outside(places: IntArray | Places, quotes: Places) -> BoolArray:
    """Whether each place lies outside of quoted cells: an even number of quotes stands before it."""
    if not len(quotes):
        return np.ones(len(places), dtype=np.bool_)
    is_outside: BoolArray = np.searchsorted(quotes, places.astype(np.int32)) % 2 == 0
    return is_outside


def _are_regular(text: Bytes, quotes: Places, delimiter: int) -> bool:
    """Whether every quote opens or closes a whole cell, or is doubled inside one."""
    if not len(quotes):
        return True
    if len(quotes) % 2:
        return False
    opening, closing = quotes[::2], quotes[1::2]
    before, after = text[opening - 1], text[np.minimum(closing + 1, len(text) - 1)]
    opens = (before == delimiter) | (before == LF) | (opening == 0)
    closes = (after == delimiter) | (after == LF) | (after == CR) | (closing == len(text) - 1)
    is_doubled = np.zeros(len(opening) + 1, dtype=np.bool_)
    is_doubled[1:-1] = opening[1:] == closing[:-1] + 1
    return bool((opens | is_doubled[:-1]).all() and (closes | is_doubled[1:]).all())
