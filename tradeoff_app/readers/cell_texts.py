"""Texts of a whole column from their bytes: codes where the words are known, else each text once."""

from __future__ import annotations

from collections.abc import Sequence
from weakref import WeakValueDictionary

import numpy as np

from tradeoff_app.analysis.observations import IntArray
from tradeoff_app.readers.cell_bytes import WORD, CellBytes, Words
from tradeoff_app.readers.coded import Coded
from tradeoff_app.readers.record_bounds import LF, Bytes

MIXED_IN = np.uint64(0x9E3779B97F4A7C15)
SLOT_BITS = 10
MOST_TABLED = 64
"""Bytes of the longest cell for which a column is laid out as a table of bytes."""


def read_codes(cells: CellBytes, labels: Sequence[str]) -> Coded | None:
    """Codes of these labels, -1 where a cell is empty; None where a cell holds anything else."""
    spelled = [label.replace('"', '""').encode() for label in labels]
    count = max(1, -(-max(map(len, spelled)) // WORD))
    if cells.longest > WORD * count:
        return None
    known = list(_pack(spelled, count).T)
    order = np.argsort(_mix(known), kind="stable")
    known = [word[order] for word in known]
    place_of = _Places(_mix(known))
    codes = np.full(len(cells), -1, dtype=np.int64)
    for rows, starts, ends in cells.blocks():
        words = [cells.load(ends, ends - starts, number) for number in range(count)]
        found = place_of(_mix(words))
        is_found = np.ones(len(found), dtype=np.bool_)
        for label, word in zip(known, words, strict=True):
            is_found &= label.take(found, mode="clip") == word
        if is_found.all():
            order.take(found, out=codes[rows], mode="clip")
        elif (is_found | (ends == starts)).all():
            codes[rows] = np.where(is_found, order.take(found, mode="clip"), -1)
        else:
            return None
    return Coded.from_codes(codes, labels)


class _Places:
    """Where a word stands among sorted ones: by slots, where each of these has one of its own, else by a search."""

    def __init__(self, known: Words) -> None:
        self._known = known
        slots = _slots_of(known)
        self._places: IntArray | None = None
        if len(np.unique(slots)) == len(known):
            self._places = np.zeros(1 << SLOT_BITS, dtype=np.int64)
            self._places[slots] = np.arange(len(known))

    def __call__(self, words: Words) -> IntArray:
        """Any place for a word that is not known."""
        if self._places is None:
            return np.searchsorted(self._known, words)
        return self._places.take(_slots_of(words))


def _slots_of(words: Words) -> IntArray:
    slots: IntArray = ((words * MIXED_IN) >> np.uint64(64 - SLOT_BITS)).astype(np.int64)
    return slots


def read_texts(cells: CellBytes) -> Coded:
    """The cells as texts; the bytes must be UTF-8."""
    if cells.longest > MOST_TABLED or cells.is_quoted:
        return Coded.from_texts([_decode(cell) for cell in cells.slices()])
    joined = _join(cells)
    known = _KNOWN.get(joined)
    if known is None:
        known = _KNOWN[joined] = _code(cells, joined)
    return known


_KNOWN: WeakValueDictionary[bytes, Coded] = WeakValueDictionary()
"""Columns by their bytes, for as long as somebody holds them: two files mostly have the same ids in the same order."""


def _code(cells: CellBytes, joined: bytes) -> Coded:
    texts = joined.decode().split(chr(joined[-1]))[:-1]
    if not (cells.ends > cells.starts).all():
        return Coded.from_texts([text or None for text in texts])
    if _are_distinct(cells):
        return Coded(np.arange(len(texts), dtype=np.int64), tuple(texts))
    return Coded.from_texts(texts)


def _decode(cell: bytes) -> str | None:
    return cell.decode().replace('""', '"') or None


def _join(cells: CellBytes) -> bytes:
    """Cells without quotes, delimiters or line ends: each with the same one of these behind it."""
    sizes = cells.ends - cells.starts
    if cells.longest == int(sizes.min()) and int(cells.ends[-1]) < len(cells.data):
        width = cells.longest + 1
        every: Bytes = np.ndarray((len(cells.data) - width + 1,), f"V{width}", buffer=cells.data, strides=(1,))
        return every[cells.starts].tobytes()
    count = max(1, -(-cells.longest // WORD))
    parts: list[bytes] = []
    for _, starts, ends in cells.blocks():
        table = np.full((len(starts), WORD * count + 1), LF, dtype=np.uint8)
        words = [cells.load(ends, ends - starts, number) for number in reversed(range(count))]
        table[:, :-1] = np.stack(words, axis=1).view(np.uint8)
        flat: Bytes = table.ravel()
        parts.append(flat[flat != 0].tobytes())
    return b"".join(parts)


def _are_distinct(cells: CellBytes) -> bool:
    """Whether no two cells are the same: texts whose mixed words differ do. Ids mostly come in order."""
    count = max(1, -(-cells.longest // WORD))
    mixed = np.empty(len(cells), dtype=np.uint64)
    for rows, starts, ends in cells.blocks():
        mixed[rows] = _mix([cells.load(ends, ends - starts, number) for number in range(count)])
    ordered = mixed.byteswap()
    if (ordered[1:] > ordered[:-1]).all():
        return True
    mixed.sort()
    return bool((mixed[1:] != mixed[:-1]).all())


def _mix(words: Sequence[Words]) -> Words:
    """One word made of all; itself where there is one."""
    mixed = words[0]
    for word in words[1:]:
        mixed = (mixed ^ (mixed >> np.uint64(29))) * MIXED_IN + word
    return mixed


def _pack(texts: Sequence[bytes], count: int) -> Words:
    """Texts as words (texts × words), the last word first, like those of cells."""
    packed = b"".join(text.rjust(WORD * count, b"\0") for text in texts)
    words: Words = np.frombuffer(packed, dtype="<u8").reshape(len(texts), count)[:, ::-1]
    return words
