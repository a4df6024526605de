"""Plain numbers of a whole column from their bytes: eight digits at a time, and never a cell that is spelled otherwise.

Every value is the double nearest to what is written: up to 15 digits make an exact whole number, which is divided once
by an exact power of ten; a cell with more digits is left to `float`.
"""

from __future__ import annotations

import numpy as np

from tradeoff_app.analysis.observations import BoolArray, FloatArray, IntArray
from tradeoff_app.readers.cell_bytes import WORD, CellBytes, Words
from tradeoff_app.readers.record_bounds import Bytes

MOST_WORDS = 3
EXACT_DIGITS = 15
MINUS, POINT, ZERO = b"-.0"

_EACH = 0x0101010101010101
_ZEROS, _HIGH, _UP_TO_NINE = (np.uint64(byte * _EACH) for byte in (ZERO, 0x80, 0x76))
"""Added to a byte of more than nine, the last sets its highest bit."""
_POINT = np.uint64(POINT ^ ZERO)
_BYTE, _ONE, _SEVEN, _EIGHT = (np.uint64(number) for number in (255, 1, 7, 8))
_PLACES = np.uint64(0x0706050403020100)
_TOP, _TEN, _TWO_BYTES, _FOUR_BYTES = (np.uint64(number) for number in (56, 10, 16, 32))
_PAIRS = np.uint64(0x000000FF000000FF)
_FIRST_PAIRS, _SECOND_PAIRS = np.uint64(100 + (1_000_000 << 32)), np.uint64(1 + (10_000 << 32))
_WHOLE_POWERS = np.array([10**power for power in range(WORD * (MOST_WORDS - 1) + 1)], dtype=np.uint64)
_POWERS = np.array([float(10**power) for power in range(EXACT_DIGITS + 1)])


def read_numbers(cells: CellBytes, *, is_whole: bool) -> FloatArray | None:
    """The numbers, NaN where a cell is empty; None where a filled cell is spelled in any other way.

    Plain is `-?(0|[1-9]\\d*)(\\.\\d+)?`; with `is_whole`, `0|-?[1-9]\\d*` of at most 15 digits.
    """
    if cells.longest > WORD * MOST_WORDS:
        return None
    text: Bytes = np.frombuffer(cells.data, dtype=np.uint8)
    numbers = np.full(len(cells), np.nan)
    for rows, starts, ends in cells.blocks():
        filled = np.flatnonzero(ends > starts)
        if len(filled) == len(ends):
            found = _read_filled(cells, text, starts, ends, is_whole=is_whole)
        else:
            found = _read_filled(cells, text, starts[filled], ends[filled], is_whole=is_whole)
        if found is None:
            return None
        numbers[rows][filled] = found
    return numbers


def _read_filled(
    cells: CellBytes, text: Bytes, starts: IntArray, ends: IntArray, *, is_whole: bool
) -> FloatArray | None:
    is_negative = text[starts] == MINUS
    sizes = ends - starts - is_negative
    if not _begin_plainly(text, ends - sizes, sizes, is_negative, is_whole=is_whole):
        return None
    numbers = _read_digits(cells, ends, sizes, is_whole=is_whole)
    if numbers is not None:
        np.negative(numbers, out=numbers, where=is_negative)
    return numbers


def _begin_plainly(text: Bytes, begins: IntArray, sizes: IntArray, is_negative: BoolArray, *, is_whole: bool) -> bool:
    """Whether every cell has a digit first, and another behind it only where that one is no zero."""
    if not len(sizes):
        return True
    if int(sizes.min()) == 0 or (is_whole and int(sizes.max()) > EXACT_DIGITS):
        return False
    lead = text[begins]
    is_zero = lead == ZERO
    if (lead == POINT).any() or (is_whole and (is_zero & is_negative).any()):
        return False
    longer = begins[is_zero & (sizes > 1)]
    return bool((text[longer + 1] == POINT).all())


def _read_digits(cells: CellBytes, ends: IntArray, sizes: IntArray, *, is_whole: bool) -> FloatArray | None:
    """What the digits write, without a sign; None where another character, a second point or a last one is found."""
    digits, behind, points = (np.zeros(len(ends), dtype=np.uint64) for _ in range(3))
    words = [cells.load(ends, sizes, number, _ZEROS) for number in range(-(-int(sizes.max(initial=0)) // WORD))]
    for number, word in enumerate(words):
        marks = (((word + _UP_TO_NINE) | word) & _HIGH) >> _SEVEN
        if not marks.any():
            digits += _to_whole(word) * _scale(number, points)
            continue
        has_point = np.not_equal(marks, 0).astype(np.uint64)
        points += has_point
        below = marks - has_point
        is_odd = (word & (marks * _BYTE)) != marks * _POINT
        if is_whole or is_odd.any() or (marks & below).any() or (number == 0 and (marks >> _TOP).any()):
            return None
        low = word & below
        place = np.uint64(WORD * number)
        behind += ((_PLACES * marks) >> _TOP) + place * has_point
        digits += _to_whole(word - marks * _POINT + low * _BYTE) * _scale(number, points - has_point)
    if int(points.max(initial=0)) > 1:
        return None
    return _divide(words, digits, behind, sizes - points.astype(np.int64))


def _scale(number: int, before: Words) -> Words | np.uint64:
    """What the last digit of this word is worth, when a point may stand in a word behind it."""
    return _ONE if number == 0 else _WHOLE_POWERS[np.int64(WORD * number) - before.astype(np.int64)]


def _to_whole(digits: Words) -> Words:
    """Eight digits, one a byte, the first in the lowest: as pairs, as fours, as a number."""
    pairs = digits * _TEN + (digits >> _EIGHT)
    fours = (pairs & _PAIRS) * _FIRST_PAIRS + ((pairs >> _TWO_BYTES) & _PAIRS) * _SECOND_PAIRS
    whole: Words = fours >> _FOUR_BYTES
    return whole


def _divide(words: list[Words], digits: Words, behind: Words, written: IntArray) -> FloatArray:
    """The digits with the point where it stood; a cell with more than an exact number of them as `float` reads it."""
    values = digits.astype(np.float64)
    is_exact = written <= EXACT_DIGITS
    if behind.any():
        values /= _POWERS[np.minimum(behind, EXACT_DIGITS).astype(np.int64)]
    if not is_exact.all():
        spelled = np.stack([word[~is_exact] ^ _ZEROS for word in reversed(words)], axis=1)
        values[~is_exact] = list(map(float, spelled.view(f"S{WORD * len(words)}").ravel().tolist()))
    return values
