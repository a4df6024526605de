"""Hides what may name a person in texts that are shown: addresses, links, and long runs of digits."""

from __future__ import annotations

import re

LONGEST = 200_000
"""Characters that are looked at; what is longer is cut, because nobody reads it on a screen."""

_MARKS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}"), "[e-mail]"),
    (re.compile(r"\b(?:https?|ftp)://\S+|\bwww\.\S+", re.IGNORECASE), "[link]"),
    (re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,4})?\b"), "[account]"),
    (re.compile(r"(?<![\w.])\+?\d(?:[ ()/.-]{0,2}\d){6,17}(?![\w])"), "[number]"),
)


def mask(text: str) -> str:
    """The text with a mark in the place of each address, link, account and number of seven digits or more."""
    masked = text[:LONGEST]
    for pattern, mark in _MARKS:
        masked = pattern.sub(mark, masked)
    return masked
