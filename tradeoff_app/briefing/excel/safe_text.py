"""Texts that a workbook can hold: nothing illegal in XML, nothing longer than a cell, nothing that acts."""

from __future__ import annotations

import re
import unicodedata

CELL_LIMIT = 32_767
TITLE_LIMIT = 31
REPLACEMENT = "\ufffd"
CUT_MARK = " …"
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_TITLE_ILLEGAL = re.compile(r"[\[\]:*?/\\]")


def clean(text: str) -> tuple[str, int]:
    """The text as a cell can hold it, and how many characters were replaced or cut."""
    cleaned, replaced = _ILLEGAL.subn(REPLACEMENT, text.replace("\r\n", "\n").replace("\r", "\n"))
    units = len(cleaned.encode("utf-16-le")) // 2
    if units <= CELL_LIMIT:
        return cleaned, replaced
    kept = cleaned.encode("utf-16-le")[: 2 * (CELL_LIMIT - len(CUT_MARK))].decode("utf-16-le", "ignore")
    return kept + CUT_MARK, replaced + len(cleaned) - len(kept)


def sheet_title(text: str, taken: set[str]) -> str:
    """A legal, unique title: at most 31 UTF-16 units, none of []:*?/\\, no apostrophe at an end, not "History"."""
    base = _TITLE_ILLEGAL.sub(" ", clean(text)[0]).strip().strip("'").strip() or "Sheet"
    if base.casefold() == "history":
        base += " "
        base = base.strip() + "_"
    number, title = 1, _shortened(base, TITLE_LIMIT)
    while title.casefold() in {each.casefold() for each in taken}:
        number += 1
        suffix = f" ({number})"
        title = _shortened(base, TITLE_LIMIT - len(suffix)) + suffix
    return title


def _shortened(text: str, units: int) -> str:
    return text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore").rstrip().rstrip("'")


def defined_name(path: str) -> str:
    """A legal name for the input at a path: "money/irrelevant|*/base" is `in_money_irrelevant_all_base`.

    What can't stand in a name is spelt by code point. Two paths may come to one name: the book tells them apart.
    """
    spelt = "_".join(_spelt(part) for part in re.split(r"[/|]", path))
    return f"in_{spelt}"[:240]


def _spelt(part: str) -> str:
    if part == "*":
        return "all"
    plain = unicodedata.normalize("NFC", part)
    return "".join(c if c.isascii() and (c.isalnum() or c == "_") else f".{ord(c):x}." for c in plain)
