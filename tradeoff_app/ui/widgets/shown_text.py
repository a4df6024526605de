"""Texts of other people as a widget can show them: bounded in length, breakable, and unable to turn what stands beside.

Nothing is lost by it: a label still answers with the whole text, and copies are made of that.
"""

from __future__ import annotations

import re

LONGEST = 2000
"""Letters of a text that wraps; more would push everything else out of the window."""
LONGEST_LINE = 120
"""Letters of a text on one line, more than any line has room for."""
LONGEST_ENTRY = 64
"""Letters of an entry in a menu or a drop-down, which is as wide as its longest entry."""
LONGEST_NAME = 80
"""Letters of a name in a narrow column."""
LONGEST_WORD = 30
LONGEST_COPIED_WORD = 80
"""Letters without a blank before a line may break inside them; longer in texts that are selected to be copied."""

_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Marks that turn the order of letters, also of those that follow."""
_BREAKS = re.compile(r"[\t\n\r\v\f\x1c-\x1f\x85\u2028\u2029]+")
_ZERO_WIDTH_SPACE = "\u200b"


def shorten(text: str, longest: int) -> str:
    """The text, cut in the middle where it has more letters, so that beginning and end can be read."""
    if len(text) <= longest:
        return text
    half = (longest - 1) // 2
    return f"{text[: longest - 1 - half].rstrip()}…{text[-half:].lstrip()}"


def one_line(text: str, longest: int = LONGEST_LINE) -> str:
    """The text on one line: line breaks become blanks."""
    return _BREAKS.sub(" ", _TURNING.sub("", shorten(text, longest)))


def entry_text(text: str) -> str:
    """The text of an entry in a menu, in which an ampersand underlines nothing."""
    return one_line(text, LONGEST_ENTRY).replace("&", "&&")


def wrappable(text: str, *, is_copied: bool = False, longest: int = LONGEST) -> str:
    """The text for a label that wraps: it may break inside words that no line has room for."""
    most = LONGEST_COPIED_WORD if is_copied else LONGEST_WORD
    shown = _TURNING.sub("", shorten(text, longest))
    if len(shown) <= most:
        return shown
    return re.sub(rf"\S{{{most}}}(?=\S)", rf"\g<0>{_ZERO_WIDTH_SPACE}", shown)
