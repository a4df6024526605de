"""The cells of one column of a delimited text as bytes: eight of a cell at once as one whole number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from tradeoff_app.analysis.observations import IntArray
from tradeoff_app.readers.record_bounds import QUOTE, Bytes, Places, RecordBounds, are_outside, find_byte

Words = NDArray[np.uint64]
WORD = 8
NOTHING = np.uint64(0)
BLOCK = 1 << 14
"""Cells worked on in one go: few enough for what is made of them to stay near the processor."""

_KEPT = np.array([~((1 << 8 * (WORD - size)) - 1) & (2**64 - 1) for size in range(WORD)] + [2**64 - 1], dtype=np.uint64)
"""What keeps the last 0 to 8 bytes of a word; the first byte is the lowest."""


@dataclass(frozen=True)
class CellGrid:
    """Where the cells of all records lie: the records, and the delimiters inside each (records × columns - 1)."""

    data: bytes
    records: RecordBounds
    first: int
    delimiters: Places

    def column(self, column: int) -> CellBytes:
        """The cells of one column, without the quotes around them."""
        starts = self.records.starts[self.first :] if column == 0 else self.delimiters[:, column - 1] + np.int32(1)
        is_last = column == self.delimiters.shape[1]
        ends = self.records.ends[self.first :] if is_last else self.delimiters[:, column]
        cells = CellBytes(self.data, starts.astype(np.int32), ends.astype(np.int32))
        return cells.unquote() if len(self.records.quotes) else cells


def find_cells(data: bytes, records: RecordBounds, first: int, delimiter: bytes, width: int) -> CellGrid | None:
    """The cells of the records from `first` on; None where a record has more or fewer than `width`.

    A text that is shorter than a word has none.
    """
    if len(data) < WORD:
        return None
    start = int(records.starts[first])
    places = find_byte(np.frombuffer(data, dtype=np.uint8), delimiter[0], start)
    if len(records.quotes):
        places = places[are_outside(places, records.quotes)]
    if len(places) != (width - 1) * (len(records) - first):
        return None
    grid = places.reshape(-1, width - 1)
    is_inside = (grid[:, 0] >= records.starts[first:]) & (grid[:, -1] < records.ends[first:])
    return CellGrid(data, records, first, grid) if is_inside.all() else None


@dataclass(frozen=True)
class CellBytes:
    """The cells of one column: the text that they lie in, the first byte of each, and the byte behind it."""

    data: bytes
    starts: Places
    ends: Places
    is_quoted: bool = False

    def __len__(self) -> int:
        """How many cells there are."""
        return len(self.starts)

    def unquote(self) -> CellBytes:
        """The cells without the quotes around them."""
        text: Bytes = np.frombuffer(self.data, dtype=np.uint8)
        is_quoted = (text[np.minimum(self.starts, len(text) - 1)] == QUOTE) & (self.ends > self.starts)
        if not is_quoted.any():
            return self
        return replace(self, starts=self.starts + is_quoted, ends=self.ends - is_quoted, is_quoted=True)

    @property
    def longest(self) -> int:
        """Bytes of the longest cell."""
        return int((self.ends - self.starts).max(initial=0))

    def blocks(self) -> Iterator[tuple[slice, IntArray, IntArray]]:
        """Cells in runs: which they are, their starts and their ends."""
        for first in range(0, len(self), BLOCK):
            rows = slice(first, min(first + BLOCK, len(self)))
            yield rows, self.starts[rows].astype(np.int64), self.ends[rows].astype(np.int64)

    def load(self, ends: IntArray, sizes: IntArray, number: int, flipped: np.uint64 = NOTHING) -> Words:
        """Word `number` of each cell, counted from its end: eight bytes, zero where they lie before the cell.

        `flipped` are bits to be turned in the bytes of the cell.
        """
        words: Words = np.ndarray((len(self.data) - WORD + 1,), "<u8", buffer=self.data, strides=(1,))
        places = ends - WORD * (number + 1)
        if len(places) and places[0] < 0:
            before = np.minimum(-np.minimum(places, 0), WORD)
            found = words[np.maximum(places, 0)] << (8 * np.minimum(before, WORD - 1)).astype(np.uint64)
        else:
            found = words[places]
        if flipped:
            found ^= flipped
        found &= _KEPT.take(sizes - WORD * number if number else sizes, mode="clip")
        return found

    def slices(self) -> Iterator[bytes]:
        """Each cell's bytes."""
        for start, end in zip(self.starts.tolist(), self.ends.tolist(), strict=True):
            yield self.data[start:end]
