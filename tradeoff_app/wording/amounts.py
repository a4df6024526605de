"""Changes of means, times and money in words: from-to, interval, and which way, without a share of anything."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tradeoff_app.model.metric import Better
from tradeoff_app.wording.frequency import Kind, Reading, kind_of, reading_of
from tradeoff_app.wording.language import sentence_case
from tradeoff_app.wording.number_format import Numbers
from tradeoff_app.wording.rounding import decimals_for_figures, round_half_away


@dataclass(frozen=True)
class AmountStatement:
    """A change of a mean, time or amount; `change` is rounded as shown, in the metric's own unit and signed.

    `change_text` is the size of the change with its unit and no sign, `direction` "higher", "longer", "more" …;
    `sentence`, `short` and `phrase` as in `RateStatement`.
    """

    change: float
    change_text: str
    direction: str
    kind: Kind
    reads_as: Reading
    sentence: str
    short: str
    phrase: str
    phrase_short: str


@dataclass(frozen=True)
class Amount:
    """What a change is told from: name, levels, interval of the difference, and the scale's name where there is one."""

    name: str
    baseline: float
    candidate: float
    low: float
    high: float
    better: Better | None = None
    scale: str | None = None

    @property
    def change(self) -> float:
        """Candidate minus baseline."""
        return self.candidate - self.baseline

    @property
    def kind(self) -> Kind:
        """Which way the interval points."""
        return kind_of(self.low, self.high)


@dataclass(frozen=True)
class _Form:
    """How a type of amount is written (`near`: the first of two ends, without a unit that the second says)."""

    level: Callable[[float], str]
    size: Callable[[float], str]
    near: Callable[[float], str]
    up: str
    down: str
    rounded: Callable[[float], float]
    interval: str = "interval_name"


def mean_statement(
    amount: Amount, language: str = "en", *, digits: int | None = None, unit: str = ""
) -> AmountStatement:
    """Say a change of a mean with its scale; two decimals, more where it would vanish. Topic `language.mean`."""
    numbers = Numbers(language)
    places = mean_digits(amount) if digits is None else digits

    def rounded(change: float) -> float:
        return round_half_away(change, places)

    def bare(value: float) -> str:
        if value and not rounded(value):
            return numbers.language.say("less_than", value=numbers.decimal(10.0**-places, places))
        return numbers.decimal(value, places)

    def write(value: float) -> str:
        return f"{bare(value)} {unit}" if unit else bare(value)

    # "%" beside a mean on a scale would be taken for a share.
    form = _Form(write, write, bare, "higher", "lower", rounded, "interval_name_plain")
    return _tell(amount, form, numbers)


def duration_statement(amount: Amount, language: str = "en") -> AmountStatement:
    """Say a change of a time; all values in seconds. Topic `language.duration`."""
    numbers = Numbers(language)
    places = duration_digits(amount, numbers)

    def rounded(change: float) -> float:
        return round_half_away(change, places if abs(change) < 10 else 0)

    def write(seconds: float) -> str:
        return numbers.duration(seconds, places)

    form = _Form(write, write, write, "longer", "shorter", rounded)
    return _tell(amount, form, numbers)


def cost_statement(amount: Amount, currency: str, language: str = "en") -> AmountStatement:
    """Say a change of a metric that is itself money, such as cost per query."""
    numbers = Numbers(language)
    places = _money_digits(amount)

    def rounded(change: float) -> float:
        return round_half_away(change, places)

    def write(value: float) -> str:
        text = numbers.money_at(value, places, currency)
        if value and not rounded(value):
            return numbers.language.say("less_than", value=numbers.money_at(10.0**-places, places, currency))
        return text

    form = _Form(write, write, write, "higher", "lower", rounded)
    return _tell(amount, form, numbers)


def mean_digits(amount: Amount) -> int:
    """Decimals of a mean: 2 on a stated scale, else none from 100 and 1 from 10 on; more where a change vanishes.

    Never more than 3, apart from means that are themselves so small.
    """
    level = max(abs(amount.baseline), abs(amount.candidate))
    digits = 2 if amount.scale or level < 10 else 1 if level < 100 else 0
    if amount.kind == "no_clear_change":
        return digits
    most = min(8, max(3, decimals_for_figures(level, 2)))
    return min(most, max(digits, decimals_for_figures(amount.change, 1)))


def duration_digits(amount: Amount, numbers: Numbers) -> int:
    """Decimals of short times: 1, more where a clear change would read the same as an end of its interval."""
    if amount.kind == "no_clear_change" or amount.low == amount.high:
        return 1
    sizes = [abs(value) for value in (amount.low, amount.change, amount.high)]
    for digits in (1, 2):
        told = {numbers.duration(size, digits) for size in sizes}
        if len(told) == 3 and all(round_half_away(size, digits) for size in sizes):
            return digits
    return 2 if all(round_half_away(size, 2) for size in sizes) else 3


def _money_digits(amount: Amount) -> int:
    """Two figures of the farther end of the interval, cents at least below 100."""
    farthest = max(abs(amount.low), abs(amount.high), abs(amount.change))
    return 0 if farthest >= 100 else min(8, max(2, decimals_for_figures(farthest, 2)))


def _tell(amount: Amount, form: _Form, numbers: Numbers) -> AmountStatement:
    say = numbers.language.say
    size = form.size(abs(amount.change))
    word = say(form.up if amount.change >= 0 else form.down)
    scale = say("on_the_scale", scale=amount.scale) if amount.scale else ""
    levels = {"before": form.level(amount.baseline), "after": form.level(amount.candidate)}
    fields = {"name": amount.name, "change": size, "word": word, "scale": scale, **levels}
    if amount.kind == "no_clear_change":
        fields["span"] = _span(amount, form, numbers)
        fields["best"] = f"{size} {word}" if amount.change else say("unchanged")
        key = "amount_unclear"
    else:
        near, far = sorted((abs(amount.low), abs(amount.high)))
        fields["interval"] = numbers.interval(form.near(near), form.size(far))
        fields["interval_name"] = say(form.interval)
        key = "amount"
    return AmountStatement(
        change=form.rounded(amount.change),
        change_text=size,
        direction=word,
        kind=amount.kind,
        reads_as=reading_of(amount.kind, amount.better),
        sentence=sentence_case(say(key, **fields)),
        short=sentence_case(say(f"{key}_short", **fields)),
        phrase=say(f"{key}_phrase", **fields),
        phrase_short=say("amount_unclear_phrase" if key == "amount_unclear" else "amount_phrase_brief", **fields),
    )


def _span(amount: Amount, form: _Form, numbers: Numbers) -> str:
    def end(value: float) -> str:
        word = numbers.language.say(form.up if value > 0 else form.down)
        return f"{form.size(abs(value))} {word}" if value else form.size(0.0)

    return numbers.interval(end(amount.low), end(amount.high))
