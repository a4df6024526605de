"""Rates as natural frequencies: "For every 1,000 rare queries, 3 more …", with one denominator for both sides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from tradeoff_app.model.metric import Better, Words
from tradeoff_app.wording.number_format import Numbers, people_rounded
from tradeoff_app.wording.rounding import as_decimal, round_half_away, round_to_figures, whole

Kind = Literal["clear_increase", "clear_decrease", "no_clear_change"]
Reading = Literal["better", "worse", "no_clear_change"]
_CROSSING: dict[Kind, Literal["increase", "decrease", "crosses"]] = {
    "clear_increase": "increase",
    "clear_decrease": "decrease",
    "no_clear_change": "crosses",
}
DENOMINATORS = (100, 1_000, 10_000, 100_000, 1_000_000)


@dataclass(frozen=True)
class RateWords:
    """What is counted and of what. `predicate` ("get an irrelevant answer") is used for two and more; `subject` names
    the event where no count stands before it."""

    unit: Words
    event: Words
    predicate: str | None = None
    subject: str | None = None


@dataclass(frozen=True)
class RateChange:
    """A rate before and after (shares of exposures), the 95 % interval of the difference, and exposures a month
    (volume times rollout; None where nobody stated it)."""

    baseline: float
    candidate: float
    low: float
    high: float
    volume_per_month: float | None = None

    @property
    def difference(self) -> float:
        """Candidate minus baseline, free of binary noise."""
        return float(as_decimal(self.candidate - self.baseline))

    @property
    def kind(self) -> Kind:
        """Which way the interval points."""
        return kind_of(self.low, self.high)


@dataclass(frozen=True)
class RateStatement:
    """A change of a rate in numbers and in words.

    Counts are per `denominator`; `difference_count` and `percentage_points` have no sign (`kind` has it), bounds do.
    `monthly` is (estimate, low, high) as shown, signed, None without a volume. `sentence` says everything, `short` the
    change with its interval, `phrase` the change as a noun for "We accept …" (`phrase_short` without its numbers in
    brackets), `monthly_sentence` the month.
    """

    denominator: int
    baseline_count: int
    candidate_count: int
    difference_count: int
    difference_lo: int
    difference_hi: int
    percentage_points: float
    kind: Kind
    reads_as: Reading
    monthly: tuple[int, int, int] | None
    sentence: str
    short: str
    phrase: str
    phrase_short: str
    monthly_sentence: str


@dataclass(frozen=True)
class NumberNeeded:
    """How many exposures one more (or fewer) event takes, for the detail view (Altman, 1998): reciprocals of the change
    and of its bounds. `interval_kind` "crosses" means that the interval runs through infinity and is never printed."""

    absolute_change: float
    one_per: float | None
    interval_kind: Literal["increase", "decrease", "crosses"]
    bound_a: float | None
    bound_b: float | None
    interval_text_rule: Literal["finite", "through infinity"]


def kind_of(low: float, high: float) -> Kind:
    """Which way an interval points; one that contains zero points nowhere."""
    if low > 0:
        return "clear_increase"
    return "clear_decrease" if high < 0 else "no_clear_change"


def reading_of(kind: Kind, better: Better | None) -> Reading:
    """What a change means to users; without a better direction a clear change is read as neither."""
    if kind == "no_clear_change" or better is None:
        return "no_clear_change"
    return "better" if (kind == "clear_increase") == (better == "higher") else "worse"


def denominator_for(change: RateChange) -> int:
    """The smallest of 100 … 1,000,000 for which the rounded counts are true to the rates (decision-model 3g).

    The rounded difference is at least 1, equals the difference of the rounded levels, is within 10 % of the true one,
    and where the interval excludes zero both rounded bounds are at least 1. Where no denominator keeps all four, the
    first that keeps all but the second (its difference being that of the rounded levels) or, without a clear change,
    the first at which both ends of the interval are true to 10 %; else the largest.
    """
    for is_kept in (_is_true_at, _ends_are_true_at, _is_nearly_true_at):
        for denominator in DENOMINATORS:
            if is_kept(denominator, change):
                return denominator
    return DENOMINATORS[-1]


def counts_at(denominator: int, change: RateChange) -> tuple[int, int, int]:
    """Rounded counts before, after, and of the signed difference, at one denominator.

    The difference is that of the rounded levels where it is within 10 % of the true one, so that readers can subtract.
    """
    before, after = _count(denominator, change.baseline), _count(denominator, change.candidate)
    is_close = _is_close(denominator, after - before, change.difference) and (after - before) * change.difference >= 0
    return before, after, after - before if is_close else _count(denominator, change.difference)


def rate_statement(
    change: RateChange,
    words: RateWords,
    better: Better | None,
    language: str = "en",
    *,
    denominator: int | None = None,
) -> RateStatement:
    """Say a change of a rate; `better` is the direction that is good for users.

    `denominator` forces a common one (the largest that the sentences side by side need). This is what topics
    `language.rate` and `language.accept_sentence` call.
    """
    size = denominator or denominator_for(change)
    before, after, difference = counts_at(size, change)
    counts = _Counts(size, before, after, difference, _count(size, change.low), _count(size, change.high), change)
    teller = _Teller(counts, words, Numbers(language))
    monthly_sentence = teller.monthly()
    return RateStatement(
        denominator=size,
        baseline_count=before,
        candidate_count=after,
        difference_count=abs(difference),
        difference_lo=counts.low,
        difference_hi=counts.high,
        percentage_points=abs(_points(change.difference)),
        kind=change.kind,
        reads_as=reading_of(change.kind, better),
        monthly=_monthly(change),
        sentence=f"{teller.sentence()} {monthly_sentence}".strip(),
        short=teller.short(),
        phrase=teller.phrase(),
        phrase_short=teller.phrase_short(),
        monthly_sentence=monthly_sentence,
    )


def number_needed(difference: float, low: float, high: float) -> NumberNeeded:
    """Reciprocals of a change of a rate and of its bounds; topic `language.number_needed` calls it."""
    kind = kind_of(low, high)
    return NumberNeeded(
        absolute_change=difference,
        one_per=_reciprocal(difference),
        interval_kind=_CROSSING[kind],
        bound_a=_reciprocal(low),
        bound_b=_reciprocal(high),
        interval_text_rule="through infinity" if kind == "no_clear_change" else "finite",
    )


@dataclass(frozen=True)
class _Counts:
    denominator: int
    before: int
    after: int
    difference: int
    low: int
    high: int
    exact: RateChange


class _Teller:
    """Builds the sentences of one rate change."""

    def __init__(self, counts: _Counts, words: RateWords, numbers: Numbers) -> None:
        self.counts, self.words, self.numbers = counts, words, numbers
        self.say = numbers.language.say
        self.kind = counts.exact.kind

    def sentence(self) -> str:
        """The change per denominator with levels, interval and points; or that there is no clear one."""
        if self.kind == "no_clear_change":
            return self._unclear()
        return self.say("rate", **self._fields(), happens=self._happens(), details=self._details())

    def short(self) -> str:
        """The change per denominator with its interval, without levels and points."""
        if self.kind == "no_clear_change":
            return self.say("rate_unclear_short", **self._unclear_fields(), **self._fields())
        return self.say("rate_short", **self._fields(), happens=self._happens(), interval=self._interval())

    def phrase(self) -> str:
        """The change as a noun phrase: "3 more irrelevant answers for every 1,000 rare queries (…)"."""
        if self.kind == "no_clear_change":
            return self.say("rate_unclear_phrase", **self._unclear_fields(), **self._fields())
        return self.say("rate_phrase", **self._fields(), happens=self._events(), details=self._details())

    def phrase_short(self) -> str:
        """The noun phrase without levels, interval and points."""
        if self.kind == "no_clear_change":
            return self.phrase()
        return self.say("rate_phrase_short", **self._fields(), happens=self._events())

    def monthly(self) -> str:
        """The month, or nothing without a volume."""
        exact = self.counts.exact
        if exact.volume_per_month is None:
            return ""
        change, low, high = (exact.volume_per_month * end for end in (exact.difference, exact.low, exact.high))
        if self.kind == "no_clear_change":
            return self.say("monthly_unclear", span=self._span(low, high, self.numbers.people))
        near, far = sorted((abs(low), abs(high)))
        return self.say(
            "monthly_few" if 0 < abs(change) < 1 else "monthly",
            amount=self._signed(change, self.numbers.people(abs(change))),
            low=self.numbers.people(near),
            high=self.numbers.people(far),
        )

    def _unclear(self) -> str:
        best = self._signed(self.counts.difference, self.numbers.whole(abs(self.counts.difference)))
        return self.say("rate_unclear", **self._unclear_fields(), **self._fields(), best=best)

    def _unclear_fields(self) -> dict[str, str]:
        span = self._span(self.counts.low, self.counts.high, self.numbers.whole)
        return {"subject": self.words.subject or self.words.event.other, "span": span}

    def _fields(self) -> dict[str, str]:
        return {"denominator": self.numbers.whole(self.counts.denominator), "units": self.words.unit.other}

    def _happens(self) -> str:
        if self.words.predicate is None or abs(self.counts.difference) == 1:
            return self._events()
        return self.say("happens_predicate", **self._amount(), what=self.words.predicate)

    def _events(self) -> str:
        is_one = abs(self.counts.difference) == 1
        noun = self.words.event.one if is_one else self.words.event.other
        return self.say("happens_event", **self._amount(), what=noun)

    def _amount(self) -> dict[str, str]:
        """The count and its word, apart, because languages order them differently around a noun."""
        size, is_more = abs(self.counts.difference), self.counts.exact.difference > 0
        few = self.say("fewer_than_one" if is_more else "less_than_one")
        return {
            "number": self.numbers.whole(size) if size else few,
            "word": self.say("more_word" if is_more else "fewer_word"),
        }

    def _details(self) -> str:
        return self.say(
            "rate_details",
            before=self.numbers.whole(self.counts.before),
            after=self.numbers.whole(self.counts.after),
            interval=self._interval(),
            points=self.numbers.points(self.counts.exact.difference, trim=True),
        )

    def _interval(self) -> str:
        near, far = sorted((abs(self.counts.low), abs(self.counts.high)))
        ends = [self.numbers.whole(end) if end else self.say("fewer_than_one") for end in (near, far)]
        return self._signed(self.counts.exact.difference, self.numbers.interval(*ends))

    def _span(self, low: float, high: float, form: Callable[[float], str]) -> str:
        ends = [self._signed(end, form(abs(end))) for end in (low, high)]
        return self.numbers.interval(*ends)

    def _signed(self, change: float, text: str) -> str:
        if change == 0:
            return text
        if change < 0 and text == self.say("fewer_than_one"):
            return self.say("fewer_than_one_fewer")
        return self.say("more" if change > 0 else "fewer", amount=text)


def _count(denominator: int, rate: float) -> int:
    return whole(float(as_decimal(rate)) * denominator)


def _points(change: float) -> float:
    points = change * 100
    return round_to_figures(points, 2) if abs(as_decimal(points)) < as_decimal(0.1) else round_half_away(points, 1)


def _monthly(change: RateChange) -> tuple[int, int, int] | None:
    volume = change.volume_per_month
    if volume is None:
        return None
    estimate, low, high = (people_rounded(volume * end) for end in (change.difference, change.low, change.high))
    return estimate, low, high


def _is_true_at(size: int, change: RateChange) -> bool:
    levels = _count(size, change.candidate) - _count(size, change.baseline)
    return levels == _count(size, change.difference) and _is_nearly_true_at(size, change)


def _is_nearly_true_at(size: int, change: RateChange) -> bool:
    shown = _count(size, change.candidate) - _count(size, change.baseline)
    nearest = min(abs(_count(size, change.low)), abs(_count(size, change.high)))
    bounds_hold = change.kind == "no_clear_change" or nearest >= 1
    return shown != 0 and _is_close(size, shown, change.difference) and bounds_hold


def _ends_are_true_at(size: int, change: RateChange) -> bool:
    ends = [end for end in (change.low, change.high) if end != 0]
    is_unclear = change.kind == "no_clear_change" and bool(ends)
    return is_unclear and all(_count(size, end) != 0 and _is_close(size, abs(_count(size, end)), end) for end in ends)


def _is_close(size: int, shown: int, exact: float) -> bool:
    return abs(abs(shown) / size - abs(exact)) <= 0.1 * abs(exact) + 1e-12


def _reciprocal(change: float) -> float | None:
    return 1 / abs(change) if change else None
