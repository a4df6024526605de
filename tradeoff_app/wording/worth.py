"""What a release is worth in money, in words: the estimate, both ends, and the chance of being above zero."""

from __future__ import annotations

from dataclasses import dataclass

from tradeoff_app.wording.number_format import Numbers
from tradeoff_app.wording.rounding import round_to_figures


@dataclass(frozen=True)
class MoneyStatement:
    """An estimated worth: (estimate, low, high) as shown, texts of its parts, and what sentences are built from.

    `range_text` names the interval ("95% interval $24,000 to $79,000", or from a loss to a gain), `phrase` stands after
    "leading to an estimated".
    """

    rounded: tuple[float, float, float]
    text_value: str
    probability_text: str | None
    likelihood_word: str | None
    includes_zero: bool
    range_text: str
    short_range: str
    sentence: str
    phrase: str


def money_statement(
    value: float,
    low: float,
    high: float,
    probability: float | None,
    period: str = "month",
    currency: str = "USD",
    language: str = "en",
    *,
    what: str | None = None,
) -> MoneyStatement:
    """Say a worth per period with its 95 % interval and P(above zero); topic `language.money` calls it.

    `what` names the thing that there is more of ("monthly recurring revenue"); value per period where nothing is said.
    """
    numbers = Numbers(language)
    say = numbers.language.say
    includes_zero = low <= 0 <= high
    text = numbers.money(value, currency)
    chance = _chance(probability, numbers)
    span = _span(low, high, currency, numbers)
    range_text = say("money_span" if includes_zero else "money_interval", span=span)
    details = "; ".join(part for part in (range_text, chance) if part)
    noun = what or say("value_per", period=say(f"period_{period}"))
    return MoneyStatement(
        rounded=(round_to_figures(value), round_to_figures(low), round_to_figures(high)),
        text_value=text,
        probability_text=None if probability is None else numbers.probability(probability),
        likelihood_word=None if probability is None else numbers.likelihood(probability),
        includes_zero=includes_zero,
        range_text=range_text,
        short_range=span,
        sentence=say(
            "money", value=text, each=say(f"each_{period}"), details=_with_word(details, probability, numbers)
        ),
        phrase=say(
            "money_phrase_more" if value >= 0 else "money_phrase_less",
            value=numbers.money(abs(value), currency),
            what=noun,
            details=details,
        ),
    )


def _chance(probability: float | None, numbers: Numbers) -> str:
    if probability is None:
        return ""
    return numbers.language.say("chance", probability=numbers.probability(probability))


def _with_word(details: str, probability: float | None, numbers: Numbers) -> str:
    return details if probability is None else f"{details}, {numbers.likelihood(probability)}"


def _span(low: float, high: float, currency: str, numbers: Numbers) -> str:
    if not low <= 0 <= high:
        return numbers.interval(numbers.money(low, currency), numbers.money(high, currency))
    return numbers.language.say(
        "loss_to_gain", loss=numbers.money(abs(low), currency), gain=numbers.money(high, currency)
    )
