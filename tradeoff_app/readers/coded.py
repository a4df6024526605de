"""Texts as codes and labels, and columns of cells that are made into Python objects only where somebody looks."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter
from typing import cast, overload

import numpy as np

from tradeoff_app.analysis.observations import FloatArray, IntArray

TextCell = str | None
Cell = str | int | float | bool | None
COMPACT_SPAN = 4
"""Whole numbers whose range is at most this many times their count are coded through a table instead of sorting."""
TRIED_TEXTS = 1_000
TRIED_ROWS = 10_000


@dataclass(frozen=True)
class Coded:
    """Texts as numbers: `codes[row]` indexes `labels` (in order of first appearance), -1 where empty."""

    codes: IntArray
    labels: tuple[str, ...]

    @classmethod
    def from_texts(cls, texts: Sequence[str | None]) -> Coded:
        """Codes of these texts; None is empty."""
        if _may_be_unique(texts) and len(set(texts)) == len(texts) and None not in texts:
            return cls(np.arange(len(texts), dtype=np.int64), cast("tuple[str, ...]", tuple(texts)))
        index: dict[str | None, int] = {None: -1}
        codes = [index.setdefault(text, len(index) - 1) for text in texts]
        del index[None]
        return cls(np.array(codes, dtype=np.int64), tuple(text for text in index if text is not None))

    @classmethod
    def empty(cls, rows: int) -> Coded:
        """Rows without any text."""
        return cls(np.full(rows, -1, dtype=np.int64), ())

    @classmethod
    def from_codes(cls, codes: IntArray, labels: Sequence[str]) -> Coded:
        """The same texts with the labels that occur, in order of first appearance."""
        first = first_rows(codes[:TRIED_ROWS], len(labels))
        if (first < 0).any():
            first = first_rows(codes, len(labels))
        used, ranks = rank_by_appearance(first)
        return cls(ranks[codes], tuple(labels[code] for code in used.tolist()))

    def translate(self, index: Mapping[str, int]) -> IntArray:
        """The rows as codes of another list of labels, which must hold all of ours."""
        known = np.array([*map(index.__getitem__, self.labels), -1], dtype=np.int64)
        return known[self.codes]

    def look_up(self, values: Mapping[str, float]) -> FloatArray:
        """Each row's number, NaN where its text has none."""
        nothing = float("nan")
        return np.array([*(values.get(label, nothing) for label in self.labels), nothing])[self.codes]

    def rows_of(self, wanted: set[str]) -> IntArray:
        """The rows that hold one of these texts, in order."""
        is_wanted = np.array([*(label in wanted for label in self.labels), False])
        return np.flatnonzero(is_wanted[self.codes])

    def count(self) -> IntArray:
        """How many rows each label has."""
        return np.bincount(self.codes[self.codes >= 0], minlength=len(self.labels))

    def texts(self) -> list[str | None]:
        """The text of each row; None where empty."""
        known = (*self.labels, None)
        return [known[code] for code in self.codes.tolist()]

    def count_shared(self, other: Coded) -> int:
        """How many labels two columns have in common."""
        if self.labels == other.labels:
            return len(self.labels)
        return len(self._label_set & other._label_set)

    @cached_property
    def _label_set(self) -> frozenset[str]:
        return frozenset(self.labels)

    @cached_property
    def joined(self) -> str:
        """All texts one after the other: what looks for a character in any of them looks here."""
        return "".join(self.labels)

    @cached_property
    def firsts(self) -> frozenset[str]:
        """The first character of each text."""
        return frozenset(map(itemgetter(slice(0, 1)), self.labels))

    @property
    def filled(self) -> int:
        """How many rows are not empty."""
        return int((self.codes >= 0).sum())


def unite_labels(parts: Sequence[Coded]) -> tuple[tuple[str, ...], list[IntArray]]:
    """All labels in order of first appearance, and the rows of each part as codes of them."""
    if not parts:
        return (), []
    first = parts[0].labels
    if all(part.labels == first for part in parts):
        return first, [part.codes for part in parts]
    index: dict[str, int] = {}
    for part in parts:
        for label in part.labels:
            index.setdefault(label, len(index))
    return tuple(index), [part.translate(index) for part in parts]


def first_rows(codes: IntArray, count: int) -> IntArray:
    """The first row of each code from 0 to `count` - 1, -1 where it has none; negative codes are left out."""
    first = np.full(count + 1, -1, dtype=np.int64)
    first[codes[::-1]] = np.arange(len(codes), dtype=np.int64)[::-1]
    return first[:count]


def rank_by_appearance(first: IntArray) -> tuple[IntArray, IntArray]:
    """The codes that occur in order of their first rows, and each code's place among them; -1 where it has none, and
    as one entry more for the code -1."""
    used = np.flatnonzero(first >= 0)
    used = used[np.argsort(first[used], kind="stable")]
    ranks = np.full(len(first) + 1, -1, dtype=np.int64)
    ranks[used] = np.arange(len(used))
    return used, ranks


def distinct_cells(cells: Sequence[Cell]) -> Sequence[Cell]:
    """The cells, each once where the column knows them."""
    return cells.coded.labels if isinstance(cells, LazyCells) else cells


def may_hold(cells: Sequence[Cell], marks: str) -> bool:
    """Whether any cell may hold one of these characters; a quick no spares a look at every cell."""
    if not isinstance(cells, LazyCells):
        return True
    return any(mark in cells.coded.joined for mark in marks)


def _may_be_unique(texts: Sequence[str | None]) -> bool:
    tried = texts[:TRIED_TEXTS]
    return len(set(tried)) == len(tried)


class LazyCells(Sequence[Cell]):
    """Text cells of a column that knows its codes; each cell becomes a Python text only where it is asked for."""

    @property
    @abstractmethod
    def coded(self) -> Coded:
        """The texts as codes."""

    @abstractmethod
    def take(self, rows: IntArray) -> LazyCells:
        """The cells of these rows, in this order."""

    @overload
    def __getitem__(self, row: int) -> Cell: ...
    @overload
    def __getitem__(self, row: slice) -> Sequence[Cell]: ...
    def __getitem__(self, row: int | slice) -> Cell | Sequence[Cell]:
        """One cell, or several as a list; None where empty."""
        labels = self.coded.labels
        if isinstance(row, slice):
            return [labels[code] if code >= 0 else None for code in self.coded.codes[row].tolist()]
        code = int(self.coded.codes[row])
        return labels[code] if code >= 0 else None

    def __iter__(self) -> Iterator[Cell]:
        """All cells in order."""
        return iter(self.coded.texts())


class CodedCells(LazyCells):
    """Cells whose codes are known from the start."""

    def __init__(self, coded: Coded) -> None:
        self._coded = coded

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self._coded.codes)

    @property
    def coded(self) -> Coded:
        """The texts as codes."""
        return self._coded

    def take(self, rows: IntArray) -> CodedCells:
        """The cells of these rows, in this order."""
        return CodedCells(Coded.from_codes(self._coded.codes[rows], self._coded.labels))


class WholeCells(LazyCells):
    """Cells that write whole numbers plainly, without sign or leading zeros: the numbers say what the texts are."""

    def __init__(self, numbers: FloatArray) -> None:
        self._numbers = numbers

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self._numbers)

    @cached_property
    def coded(self) -> Coded:
        """The texts as codes."""
        is_filled = np.isfinite(self._numbers)
        known = self._numbers[is_filled].astype(np.int64)
        if not len(known):
            return Coded.empty(len(self))
        low, high = int(known.min()), int(known.max())
        if high - low <= COMPACT_SPAN * len(known):
            places, values = known - low, np.arange(low, high + 1, dtype=np.int64)
        else:
            values, places = np.unique(known, return_inverse=True)
        used, ranks = rank_by_appearance(first_rows(places, len(values)))
        codes = np.full(len(self), -1, dtype=np.int64)
        codes[is_filled] = ranks[places]
        return Coded(codes, tuple(map(str, values[used].tolist())))

    def take(self, rows: IntArray) -> WholeCells:
        """The cells of these rows, in this order."""
        return WholeCells(self._numbers[rows])


class FileCells(LazyCells):
    """Cells that lie in the file until somebody needs their exact spelling, which is read once for all.

    `known` are those that a preview shows, by row.
    """

    def __init__(self, texts: Callable[[], Coded], rows: IntArray, known: Mapping[int, TextCell] | None = None) -> None:
        self._texts = texts
        self._rows = rows
        self._known = known or {}

    @overload
    def __getitem__(self, row: int) -> Cell: ...
    @overload
    def __getitem__(self, row: slice) -> Sequence[Cell]: ...
    def __getitem__(self, row: int | slice) -> Cell | Sequence[Cell]:
        """One cell, or several as a list; None where empty."""
        return self._known[row] if isinstance(row, int) and row in self._known else super().__getitem__(row)

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    @cached_property
    def coded(self) -> Coded:
        """The texts as codes."""
        whole = self._texts()
        return Coded.from_codes(whole.codes[self._rows], whole.labels)

    def take(self, rows: IntArray) -> FileCells:
        """The cells of these rows, in this order."""
        return FileCells(self._texts, self._rows[rows])
