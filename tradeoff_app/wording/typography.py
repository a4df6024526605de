"""Binds numbers to what belongs to them with no-break spaces, for texts that are set on a page or in a window."""

from __future__ import annotations

import re

NO_BREAK = "\u00a0"
_NUMBER = r"(?<=[0-9])"
_BOUND = re.compile(rf"{_NUMBER} (?=(?:%|s\b|min\b|h\b|ms\b|more\b|fewer\b|mehr\b|weniger\b|€|\$|£))")
_DAY = re.compile(r"\b(\d{1,2}\.?) (?=[A-ZÄ][a-zä]+ \d{4}\b)")
_CODE = re.compile(r"\b([A-Z]{3}) (?=[0-9])")


def typeset(text: str) -> str:
    """The text with "3 more", "41 s", "5 min 22 s", "95 %", "31 January" and "CHF 50" kept on one line each."""
    bound = _BOUND.sub(NO_BREAK, text)
    bound = _DAY.sub(rf"\1{NO_BREAK}", bound)
    return _CODE.sub(rf"\1{NO_BREAK}", bound)


def plain(text: str) -> str:
    """The text with ordinary spaces, for files that other programs read."""
    return text.replace(NO_BREAK, " ").replace("\u202f", " ")
