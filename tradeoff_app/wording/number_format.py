"""Numbers as people read them: thousands marks, true minus, money, people, points, times, dates, probabilities."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from tradeoff_app.wording.languages.catalogue import language_of
from tradeoff_app.wording.rounding import as_decimal, decimals_for_figures, round_to_decimal, round_to_figures

MINUS = "−"
_SYMBOLS = {
    "USD": "$",
    "EUR": "€",
    "GBP": "£",
    "JPY": "¥",
    "INR": "₹",
    "KRW": "₩",
    "BRL": "R$",
    "CAD": "CA$",
    "AUD": "A$",
}
_LIKELIHOOD = (
    (0.99, "virtually_certain"),
    (0.90, "very_likely"),
    (0.66, "likely"),
)
_UNLIKELIHOOD = ((0.01, "exceptionally_unlikely"), (0.10, "very_unlikely"), (0.33, "unlikely"))


class Numbers:
    """Number formats of one language; every text has ordinary spaces (`typography.typeset` binds them)."""

    def __init__(self, language: str = "en") -> None:
        self.language = language_of(language)

    def decimal(self, value: float, digits: int, *, signed: bool = False, trim: bool = False) -> str:
        """`value` with this many decimals; `trim` drops trailing zeros after the decimal sign."""
        return self._text(round_to_decimal(value, digits), signed=signed, trim=trim)

    def whole(self, value: float, *, signed: bool = False) -> str:
        """A whole number with thousands marks: "12,000"."""
        return self.decimal(value, 0, signed=signed)

    def figures(self, value: float, figures: int = 2, *, signed: bool = False) -> str:
        """`value` with this many significant figures, without an exponent: "11,000", "0.012"."""
        digits = decimals_for_figures(value, figures)
        return self._text(round_to_decimal(value, digits), signed=signed, trim=False)

    def percent(self, share: float, digits: int = 1, *, signed: bool = False) -> str:
        """A share as a percentage: 0.624 is "62.4%"."""
        return self.language.percent.format(number=self.decimal(share * 100, digits, signed=signed))

    def exact_percent(self, share: float) -> str:
        """A share that somebody stated, with the digits that it has: "100%", "12.5%"."""
        return self.language.percent.format(number=self._text(as_decimal(share * 100), trim=True))

    def points(self, delta: float, *, signed: bool = True, trim: bool = False) -> str:
        """A difference of shares in percentage points: 1 decimal, below 0.1 two significant figures."""
        points = delta * 100
        if 0 < abs(as_decimal(points)) < Decimal("0.1"):
            digits = decimals_for_figures(points, 2)
            return self._text(round_to_decimal(points, digits), signed=signed, trim=True)
        return self.decimal(points, 1, signed=signed, trim=trim)

    def money(self, amount: float, currency: str = "USD", *, signed: bool = False) -> str:
        """An estimate in money, two significant figures: "$50,000", "−$3,100", "$0.20"."""
        rounded = round_to_figures(amount, 2)
        digits = 0 if rounded == round(rounded) else max(2, decimals_for_figures(amount, 2))
        return self._money(round_to_decimal(rounded, digits), currency, signed=signed)

    def price(self, amount: float, currency: str = "USD", *, signed: bool = False) -> str:
        """Money that somebody stated, with the digits that it has: "$4.00", "$7,400", "$0.0035"."""
        exact = as_decimal(amount)
        digits = max(0, -int(exact.normalize().as_tuple().exponent))
        if digits or 0 < abs(exact) < 1000:
            digits = max(2, digits)
        return self._money(round_to_decimal(amount, digits), currency, signed=signed)

    def money_at(self, amount: float, digits: int, currency: str = "USD", *, signed: bool = False) -> str:
        """Money with a given number of decimals, for levels that must agree with the change shown beside them."""
        return self._money(round_to_decimal(amount, digits), currency, signed=signed)

    def money_thousands(self, amount: float, *, signed: bool = True, digits: int = 1) -> str:
        """Money in thousands for cells whose head names the currency: 45_600 is "+45.6"."""
        return self.decimal(amount / 1000, digits, signed=signed)

    def currency(self, currency: str) -> str:
        """The sign of a currency, or its code."""
        return _SYMBOLS.get(currency, currency)

    def people(self, count: float, *, signed: bool = False) -> str:
        """A number of people or events: "fewer than 1", below 100 whole, else two significant figures."""
        if 0 < abs(count) < 1:
            return self.language.say("fewer_than_one")
        return self.whole(people_rounded(count), signed=signed)

    def rating(self, value: float, *, signed: bool = False) -> str:
        """A mean on a rating scale: two decimals."""
        return self.decimal(value, 2, signed=signed)

    def duration(self, seconds: float, digits: int = 1) -> str:
        """A length of time: "3.4 s", "41 s", "5 min 22 s"; one figure below the last decimal, so that it is not 0.

        More `digits` than one hold up to a minute, for times that would look the same otherwise.
        """
        size = abs(seconds)
        sign = MINUS if seconds < 0 else ""
        rounded = round_to_decimal(size, digits)
        if rounded < (10 if digits == 1 else 60):
            is_vanishing = 0 < size < 10.0**-digits and rounded < 10
            text = self.figures(size, 1) if is_vanishing else self.decimal(size, digits)
            return sign + self.language.say("seconds", s=text)
        whole = int(round_to_decimal(size))
        if whole < 60:
            return sign + self.language.say("seconds", s=whole)
        if whole < 3600:
            return sign + self.language.say("minutes", m=whole // 60, s=whole % 60)
        return sign + self.language.say("hours", h=self.whole(whole // 3600), m=whole % 3600 // 60, s=whole % 60)

    def seconds(self, seconds: float, *, signed: bool = False, digits: int | None = None) -> str:
        """Seconds for a cell whose head says "s": one decimal below 10, else whole, where `digits` says no other."""
        if digits is None:
            digits = 1 if round_to_decimal(abs(seconds), 1) < 10 else 0
        return self.decimal(seconds, digits, signed=signed)

    def interval(self, low: str, high: str) -> str:
        """Two ends that were formatted before: "2.8 to 5.9" (a dash would fight the minus)."""
        return self.language.say("interval", low=low, high=high)

    def probability(self, share: float) -> str:
        """A probability without false precision: "93%", "more than 99%", "less than 1%"."""
        if share > 0.99:
            return self.language.say("more_than", value=self.percent(0.99, 0))
        if share < 0.01:
            return self.language.say("less_than", value=self.percent(0.01, 0))
        return self.percent(share, 0)

    def likelihood(self, share: float) -> str:
        """The word of the IPCC likelihood scale for a probability (Mastrandrea et al., 2010, table 1)."""
        for bound, name in _LIKELIHOOD:
            if share > bound:
                return self.language.say(name)
        for bound, name in _UNLIKELIHOOD:
            if share < bound:
                return self.language.say(name)
        return self.language.say("as_likely_as_not")

    def date(self, day: date | str) -> str:
        """A date in words: "31 January 2027"; takes ISO text as well."""
        value = date.fromisoformat(day) if isinstance(day, str) else day
        return self.language.date.format(day=value.day, month=self.language.months[value.month - 1], year=value.year)

    def _money(self, amount: Decimal, currency: str, *, signed: bool) -> str:
        sign = MINUS if amount < 0 else "+" if signed and amount > 0 else ""
        symbol = _SYMBOLS.get(currency, f"{currency} " if self.language.money.startswith("{symbol}") else currency)
        return sign + self.language.money.format(symbol=symbol, number=self._text(abs(amount)))

    def _text(self, number: Decimal, *, signed: bool = False, trim: bool = False) -> str:
        text = format(abs(number), ",f")
        if trim and "." in text:
            text = text.rstrip("0").rstrip(".")
        marks = str.maketrans({",": self.language.thousands, ".": self.language.decimal})
        sign = MINUS if number < 0 else "+" if signed and number > 0 else ""
        return sign + text.translate(marks)


def people_rounded(count: float) -> int:
    """A number of people or events as it is shown: 0 below 1, whole below 100, else two significant figures."""
    if abs(count) < 1:
        return 0
    if abs(count) < 100:
        return int(round_to_decimal(count))
    return int(round_to_figures(count, 2))
