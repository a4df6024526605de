"""Plain numbers of a whole column from their bytes: eight digits at a time, and never a cell that is spelled otherwise.

Every value is the double nearest to what is written: up to 15 digits make an exact whole number, which is divided once
by an exact power of ten; a cell with more digits is left to `float`.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tradeoff_app.analysis.observations import FloatArray, IntArray
from tradeoff_app.readers.cell_bytes import WORD, CellBytes, Words
from tradeoff_app.readers.column_reading import LARGEST_EXACT
from tradeoff_app.readers.record_bounds import Bytes

MOST_WORDS = 3
EXACT_DIGITS = 15
MINUS, POINT, ZERO = b"-.0"

_EACH = 0x0101010101010101
_ZEROS, _HIGH, _UP_TO_NINE = (np.uint64(byte * _EACH) for byte in (ZERO, 0x80, 0x76))
"""Added to a byte of more than nine, the last sets its highest bit."""
_POINT = np.uint64(POINT ^ ZERO)
_BYTE, _SEVEN, _EIGHT = (np.uint64(number) for number in (255, 7, 8))
_PLACES = np.uint64(0x0706050403020100)
_TOP, _TEN, _TWO_BYTES, _FOUR_BYTES = (np.uint64(number) for number in (56, 10, 16, 32))
_PAIRS = np.uint64(0x000000FF000000FF)
_FIRST_PAIRS, _SECOND_PAIRS = np.uint64(100 + (1_000_000 << 32)), np.uint64(1 + (10_000 << 32))
_WHOLE_POWERS = np.array([10**power for power in range(WORD * (MOST_WORDS - 1) + 1)], dtype=np.uint64)
_POWERS = np.array([float(10**power) for power in range(EXACT_DIGITS + 1)])


def read_numbers(cells: CellBytes, *, is_whole: bool) -> FloatArray | None:
    """The numbers, NaN where a cell is empty; None where a filled cell is spelled in any other way.

    Plain is `-?(0|[1-9]\\d*)(\\.\\d+)?` below 2**53; with `is_whole`, `0|-?[1-9]\\d*` of at most 15 digits.
    """
    if cells.longest > WORD * MOST_WORDS:
        return None
    text: Bytes = np.frombuffer(cells.data, dtype=np.uint8)
    numbers = np.full(len(cells), np.nan)
    for rows, starts, ends in cells.blocks():
        is_filled = ends > starts
        if is_filled.all():
            found = _read_filled(cells, text, starts, ends, is_whole=is_whole)
        else:
            found = _read_filled(cells, text, starts[is_filled], ends[is_filled], is_whole=is_whole)
        if found is None:
            return None
        if len(found) == len(ends):
            numbers[rows] = found
        else:
            numbers[rows][is_filled] = found
    return numbers


def _read_filled(
    cells: CellBytes, text: Bytes, starts: IntArray, ends: IntArray, *, is_whole: bool
) -> FloatArray | None:
    sizes, lead = ends - starts, text[starts]
    is_negative = lead == MINUS
    has_negative = bool(is_negative.any())
    if has_negative:
        sizes -= is_negative
        if int(sizes.min()) == 0:
            return None
        lead = text[ends - sizes]
    written = _read_digits(cells, ends, sizes, is_whole=is_whole)
    if written is None:
        return None
    before_point = written.count - written.behind
    is_zero = lead == ZERO
    if (before_point == 0).any() or (is_zero & (before_point > 1)).any():
        return None
    if is_whole and (int(sizes.max(initial=0)) > EXACT_DIGITS or (has_negative and (is_zero & is_negative).any())):
        return None
    numbers = _divide(written)
    if int(written.count.max(initial=0)) > EXACT_DIGITS and float(numbers.max()) >= LARGEST_EXACT:
        return None
    if has_negative:
        np.negative(numbers, out=numbers, where=is_negative)
    return numbers


@dataclass(frozen=True)
class _Written:
    """The digits of each cell as one whole number, how many there are, how many stand behind a point, the words."""

    digits: Words
    count: IntArray
    behind: IntArray
    words: list[Words]


def _read_digits(cells: CellBytes, ends: IntArray, sizes: IntArray, *, is_whole: bool) -> _Written | None:
    """What is written without a sign; None where another character, a second point or one at the end is found."""
    digits, behind, points = (np.zeros(len(ends), dtype=np.uint64) for _ in range(3))
    words = [cells.load(ends, sizes, number, _ZEROS) for number in range(-(-int(sizes.max(initial=0)) // WORD))]
    for number, word in enumerate(words):
        found, plain = points, word
        marks = (((word + _UP_TO_NINE) | word) & _HIGH) >> _SEVEN
        if marks.any():
            has_point = np.not_equal(marks, 0).astype(np.uint64)
            below = marks - has_point
            is_odd = (word & (marks * _BYTE)) != marks * _POINT
            if is_whole or is_odd.any() or (marks & below).any() or (number == 0 and (marks >> _TOP).any()):
                return None
            plain = word - marks * _POINT + (word & below) * _BYTE
            behind += ((_PLACES * marks) >> _TOP) + has_point * np.uint64(WORD * number)
            points = points + has_point
        whole = _to_whole(plain)
        digits += whole * _WHOLE_POWERS[WORD * number - found.astype(np.int64)] if number else whole
    if int(points.max(initial=0)) > 1:
        return None
    return _Written(digits, sizes - points.astype(np.int64), behind.astype(np.int64), words)


def _to_whole(digits: Words) -> Words:
    """Eight digits, one a byte, the first in the lowest: as pairs, as fours, as a number."""
    pairs = digits * _TEN + (digits >> _EIGHT)
    fours = (pairs & _PAIRS) * _FIRST_PAIRS + ((pairs >> _TWO_BYTES) & _PAIRS) * _SECOND_PAIRS
    whole: Words = fours >> _FOUR_BYTES
    return whole


def _divide(written: _Written) -> FloatArray:
    """The digits with the point where it stood; a cell with more than an exact number of them as `float` reads it."""
    values = written.digits.astype(np.float64)
    if written.behind.any():
        values /= _POWERS.take(written.behind, mode="clip")
    if int(written.count.max(initial=0)) > EXACT_DIGITS:
        is_long = written.count > EXACT_DIGITS
        spelled = np.stack([word[is_long] ^ _ZEROS for word in reversed(written.words)], axis=1)
        values[is_long] = list(map(float, spelled.view(f"S{WORD * len(written.words)}").ravel().tolist()))
    return values
