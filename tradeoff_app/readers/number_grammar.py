"""One cell as a number: our own grammar with an explicit decimal mark, never `float()` of whatever is there."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from tradeoff_app.readers.measured_text import Measure, split_currency, split_measure

DecimalMark = Literal[".", ","]

MISSING_WORDS = frozenset(
    [
        "",
        "na",
        "n/a",
        "n.a.",
        "k.a.",
        "k. a.",
        "#n/a",
        "<na>",
        "nan",
        "-nan",
        "null",
        "(null)",
        "none",
        "nil",
        "missing",
        "not scored",
        "-",
        "--",
        "–",
        "—",
        "?",
        ".",
        "\\n",
        "#div/0!",
        "#value!",
        "#ref!",
        "#name?",
        "#num!",
        "#null!",
    ]
)
"""Words that mean "no value" in a column of numbers; in a column of names they stay names."""

LONGEST_NUMBER = 1_000
"""A longer text is prose or an attack; a double has at most 767 digits that mean anything."""

INFINITE_WORDS = frozenset({"inf", "+inf", "-inf", "infinity", "+infinity", "-infinity", "∞", "+∞", "-∞"})

_GROUPS = {
    ".": r"[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d?(?:,\d{2})+,\d{3}|[1-9]\d{0,2}(?: \d{3})+|[1-9]\d{0,2}(?:['’]\d{3})+",
    ",": r"[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{0,2}(?: \d{3})+|[1-9]\d{0,2}(?:['’]\d{3})+",
}


def _compile(mark: DecimalMark) -> re.Pattern[str]:
    point = re.escape(mark)
    whole = rf"(?P<grouped>{_GROUPS[mark]})|(?P<plain>\d+)"
    return re.compile(
        rf"(?P<sign>[+-]?)(?:(?:{whole})(?:{point}(?P<fraction>\d*))?|{point}(?P<bare>\d+))(?P<exponent>[eE][+-]?\d{{1,4}})?",
        re.ASCII,
    )


_PATTERNS: dict[DecimalMark, re.Pattern[str]] = {".": _compile("."), ",": _compile(",")}
_DIGITS = {
    ord(zero) + digit: str(digit)
    for zero in "\u0660\u06f0\u0966\u09e6\uff10"  # Arabic, Persian, Devanagari, Bengali, full width
    for digit in range(10)
}
_SPACES = {
    **_DIGITS,
    **str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2212": "-", "\uff0e": ".", "\uff0c": ","}),
    **str.maketrans({"\u066a": "%", "\uff05": "%", "\uff0d": "-"}),
}
_ARABIC_MARKS: dict[DecimalMark, dict[int, str]] = {
    ".": str.maketrans({"\u066b": ".", "\u066c": ","}),
    ",": str.maketrans({"\u066b": ",", "\u066c": "."}),
}
_BRACKETED = re.compile(r"\(\s*([^()+-][^()]*)\)")
"""Accountants write -5 as (5)."""
_PLAIN = re.compile(r"[+-]?\d+(?:\.\d+)?", re.ASCII)
_DOT_GROUP = re.compile(r"[+-]?[1-9]\d{0,2}\.\d{3}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Number:
    """A cell's value (percent already divided by 100) and what was special about how it was written."""

    value: float
    is_percent: bool = False
    is_grouped: bool = False
    is_whole: bool = False
    currency: str | None = None
    is_bracketed: bool = False
    measure: Measure | None = None


def is_missing(text: str) -> bool:
    """Whether a text stands for "no value" in a column of numbers."""
    return text.strip().casefold() in MISSING_WORDS


def is_infinite(text: str) -> bool:
    """Whether a text is a word for infinity."""
    return text.strip().casefold() in INFINITE_WORDS


def parse_number(text: str, mark: DecimalMark = ".") -> Number | None:
    """The number that a text writes with this decimal mark; None where it is none. May be infinite by overflow."""
    if len(text) > LONGEST_NUMBER:
        return None
    if not _PLAIN.fullmatch(text):
        return _parse(text, mark)
    if mark == "." or "." not in text:
        return Number(float(text), is_whole="." not in text)
    return _parse(text, mark) if _DOT_GROUP.fullmatch(text) else None


def _parse(text: str, mark: DecimalMark) -> Number | None:
    stripped = text.strip().translate(_SPACES).translate(_ARABIC_MARKS[mark]).strip()
    bracketed = _BRACKETED.fullmatch(stripped)
    if bracketed is not None:
        inside = _parse(bracketed[1], mark)
        return None if inside is None else replace(inside, value=-inside.value, is_bracketed=True)
    is_percent = stripped.endswith("%")
    body, currency = split_currency(stripped.removesuffix("%").rstrip())
    matched = _PATTERNS[mark].fullmatch(body)
    if matched is None and not is_percent and not currency:
        return _parse_measured(body, mark)
    if matched is None or (is_percent and currency):
        return None
    digits = re.sub(r"\D", "", matched["grouped"]) if matched["grouped"] else matched["plain"] or "0"
    fraction = matched["fraction"] or matched["bare"] or ""
    value = float(f"{matched['sign']}{digits}.{fraction or '0'}{matched['exponent'] or ''}")
    if is_percent:
        value = _shift(matched, digits, fraction, -2)
    is_whole = matched["fraction"] is None and matched["bare"] is None and matched["exponent"] is None
    return Number(value, is_percent, matched["grouped"] is not None, is_whole and not is_percent, currency)


def _parse_measured(text: str, mark: DecimalMark) -> Number | None:
    """A number with a unit of time, of count or the highest score beside it; times become seconds."""
    found = split_measure(text)
    matched = None if found is None else _PATTERNS[mark].fullmatch(found[0])
    if found is None or matched is None:
        return None
    digits = re.sub(r"\D", "", matched["grouped"]) if matched["grouped"] else matched["plain"] or "0"
    value = _shift(matched, digits, matched["fraction"] or matched["bare"] or "", found[1].exponent)
    return Number(value, is_grouped=matched["grouped"] is not None, measure=found[1])


def _shift(matched: re.Match[str], digits: str, fraction: str, power: int) -> float:
    """Move the point in decimal, so that 7 % is exactly the double nearest to 0.07."""
    exponent = int((matched["exponent"] or "e0")[1:]) + power
    return float(f"{matched['sign']}{digits}.{fraction or '0'}e{exponent}")
