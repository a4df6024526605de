"""Numbers with something beside them in the same cell: a currency, a unit of time, the highest possible score."""

from __future__ import annotations

import re
from dataclasses import dataclass

CURRENCY_CODES = {
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "₩": "KRW",
    "₽": "RUB",
    "₺": "TRY",
    "₪": "ILS",
    "₴": "UAH",
    "zł": "PLN",
    "US$": "USD",
    "R$": "BRL",
    "C$": "CAD",
    "A$": "AUD",
    **{code: code for code in ("USD", "EUR", "GBP", "CHF", "JPY", "INR", "CNY", "SEK", "NOK", "DKK", "PLN", "CZK")},
    **{code: code for code in ("CAD", "AUD", "NZD", "MXN", "BRL", "KRW", "TRY", "ZAR", "SGD", "HKD", "ILS", "HUF")},
}
_SIGNS = "|".join(sorted(map(re.escape, CURRENCY_CODES), key=len, reverse=True))
_CURRENCY = re.compile(rf"(?P<sign>[+-]?)\s*(?P<before>{_SIGNS})?\s*(?P<number>.*?)\s*(?P<after>{_SIGNS})?", re.DOTALL)
_LONGEST_NUMBER = 40
_MEASURED = re.compile(
    r"(?P<number>.*[\d.,])\s*(?:(?P<word>[A-Za-z]+)|(?:/|of|out of|von|sur)\s*(?P<most>[1-9]\d{0,3}))"
)
_TIMES = {
    **dict.fromkeys(("s", "sec", "secs", "second", "seconds", "sek", "sekunden"), 0),
    **dict.fromkeys(("ms", "msec", "msecs", "millisecond", "milliseconds"), -3),
}
_COUNTED = frozenset({"token", "tokens", "pt", "pts", "point", "points", "star", "stars"})


@dataclass(frozen=True, slots=True)
class Measure:
    """What stands beside a number: the word that two cells must share, and the power of ten that makes it seconds."""

    word: str
    exponent: int = 0

    @property
    def is_time(self) -> bool:
        """Whether the value is in seconds once the exponent is applied."""
        return self.word == "s"


def split_currency(text: str) -> tuple[str, str | None]:
    """The text without one currency sign or code before or after the number, and the currency's code."""
    matched = _CURRENCY.fullmatch(text)
    if matched is None or not (matched["before"] or matched["after"]):
        return text, None
    if matched["before"] and matched["after"]:
        return text, None
    return matched["sign"] + matched["number"], CURRENCY_CODES[matched["before"] or matched["after"]]


def begins_with_currency(text: str) -> bool:
    """Whether the first characters may be a currency's code or sign."""
    return text[:3] in CURRENCY_CODES or text[:2] in CURRENCY_CODES


def split_measure(text: str) -> tuple[str, Measure] | None:
    """`820 ms` and `4 of 5` as a number's text and what stands beside it; None where that is nothing we know."""
    matched = _MEASURED.fullmatch(text) if len(text) <= _LONGEST_NUMBER else None
    if matched is None:
        return None
    if matched["most"]:
        return matched["number"].rstrip(), Measure(f"of {matched['most']}")
    word = matched["word"].casefold()
    if word in _TIMES:
        return matched["number"].rstrip(), Measure("s", _TIMES[word])
    return (matched["number"].rstrip(), Measure(word.removesuffix("s"))) if word in _COUNTED else None
