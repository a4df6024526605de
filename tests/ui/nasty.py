"""Strings that result files may bring, which must be shown as they are."""

from __future__ import annotations

import json
from pathlib import Path

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "data" / "corpus" / "nasty_strings.json"
OWN = [
    '<img src="/etc/hostname">',
    '<a href="file:///etc/passwd">click</a>',
    "<b>bold</b>",
    "R&D",
    "&amp; &lt;",
    "a < b > c",
    "&Save",
    "line one\nline two",
    "\u202eright to left",
    "\u200bzero width",
    "😀 ok",
    "x" * 3000,
    "",
    "=1+1",
]


def nasty_strings() -> list[str]:
    """The corpus where it is at hand, and our own list always."""
    shared = json.loads(CORPUS.read_text(encoding="utf-8")) if CORPUS.is_file() else []
    return [*OWN, *(text for text in shared if isinstance(text, str))]
