"""Ids that would match but for how they are written: said with what differs, never changed on the quiet."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

_UNSEEN = " \t\r\n\u00a0\u2007\u202f\u200b\ufeff"
_SHOWN = 40
_MARKS = re.compile(r"(?<![0-9])[.,]|[.,](?![0-9])|[^\w.,]|_")
"""Whatever is neither letter nor digit; a mark inside a number is part of it."""


@dataclass(frozen=True)
class Spelling:
    """One way in which ids differ: `rule` as it ends "would match …", `advice` on what to do about it."""

    rule: str
    advice: str
    plain: Callable[[str], str]


@dataclass(frozen=True)
class Alike:
    """How many units of both sides would match under a spelling, with a pair of them as an example."""

    spelling: Spelling
    count: int
    example: tuple[str, str]

    @property
    def text(self) -> str:
        """ "Ids that would match after removing blanks at their ends: 412 (e.g. 'q7 ' and 'q7')."."""
        left, right = (_show(unit) for unit in self.example)
        return f"Ids that would match {self.spelling.rule}: {self.count:,} (e.g. {left} and {right})."


def _show(unit: str) -> str:
    """The id between quotation marks, with marks that nobody sees spelt out."""
    shown = unit if len(unit) <= _SHOWN else unit[: _SHOWN // 2] + "…" + unit[-_SHOWN // 2 :]
    for character in _UNSEEN.replace(" ", ""):
        shown = shown.replace(character, f"<U+{ord(character):04X}>")
    return f"'{shown}'"


def _without_zeros(unit: str) -> str:
    return re.sub(r"(?<![0-9.,])0+(?=[0-9])", "", unit)


def _without_fraction(unit: str) -> str:
    return re.sub(r"(?<=[0-9])[.,]0+$", "", unit)


def _letters_and_digits(unit: str) -> str:
    plain = _without_zeros(_without_fraction(unit.strip(_UNSEEN)))
    return _MARKS.sub("", plain.casefold())


SPELLINGS = (
    Spelling(
        "after removing blanks at their ends",
        "Remove the blanks in the file (TRIM in a spreadsheet) and read it again.",
        lambda unit: unit.strip(_UNSEEN),
    ),
    Spelling(
        "if capitals did not count",
        "Write the ids with the same capitals in both files and read them again.",
        str.casefold,
    ),
    Spelling(
        "without leading zeros",
        "A spreadsheet has cut zeros off one of the files: export the ids as text, or write them alike.",
        _without_zeros,
    ),
    Spelling(
        "without the '.0' at their end",
        "One export wrote the ids as decimals: write them as whole numbers or as text in both files.",
        _without_fraction,
    ),
    Spelling(
        "but for capitals, blanks, marks or leading zeros",
        "Write the ids alike in both files, or choose another unit column.",
        _letters_and_digits,
    ),
)


def find_alike(before: Sequence[str], after: Sequence[str]) -> Alike | None:
    """The spelling under which most units of one side alone meet one of the other; None where none do.

    Only units that it makes neither equal to another of their own side count.
    """
    best: Alike | None = None
    for spelling in SPELLINGS:
        sides = [_by_plain(side, spelling.plain) for side in (before, after)]
        shared = [plain for plain in sides[0] if plain in sides[1]]
        if shared and (best is None or len(shared) > best.count):
            best = Alike(spelling, len(shared), (sides[0][shared[0]], sides[1][shared[0]]))
    return best


def _by_plain(units: Sequence[str], plain: Callable[[str], str]) -> dict[str, str]:
    """Units by their plain form, without those that share one."""
    forms = [plain(unit) for unit in units]
    counted = Counter(forms)
    return {form: unit for form, unit in zip(forms, units, strict=True) if form and counted[form] == 1}
