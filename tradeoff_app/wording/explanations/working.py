"""Numbers of a working: with as many digits as it takes that what is written adds up to what is written."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from tradeoff_app.wording.explanations.explanation import Explanation, Quantity, Subject
from tradeoff_app.wording.language import sentence_case
from tradeoff_app.wording.rounding import decimals_for_figures, round_to_decimal

MOST = 5


def agreeing_digits(parts: Sequence[float], total: float, fewest: int = 1) -> int:
    """The fewest decimals at which the rounded parts add up to the rounded total, and no part that is not 0 reads 0."""
    for digits in range(fewest, MOST):
        shown = [round_to_decimal(part, digits) for part in parts]
        is_told = all(text or not part for text, part in zip(shown, parts, strict=True))
        if is_told and sum(shown, start=Decimal(0)) == round_to_decimal(total, digits):
            return digits
    return MOST


def unit_factor(subject: Subject, metric: str) -> float:
    """What a natural unit is multiplied with to be written: points for rates, seconds for durations."""
    if subject.voice.is_rate(metric):
        return 100.0
    return subject.voice.time_factor(metric)


def unit_word(subject: Subject, metric: str) -> str:
    """The unit of a written change: "points" for rates, else the metric's own."""
    if subject.voice.is_rate(metric):
        return subject.say("short_points")
    known = subject.voice.metric(metric)
    return "s" if known.type == "duration" else known.unit or ""


def with_unit(subject: Subject, metric: str, text: str) -> str:
    """A written change with its unit."""
    return f"{text} {unit_word(subject, metric)}".strip()


def in_steps(*steps: str) -> str:
    """Factors of a product as they are written down."""
    return " × ".join(step for step in steps if step)


def sources_of(subject: Subject) -> str:
    """The files that everything was counted from; empty where the project names none."""
    names = list(subject.project.sources)
    return subject.say("explain_files", files=subject.voice.language.listed(names)) if names else ""


def money_texts(subject: Subject, parts: Sequence[float], total: float) -> tuple[list[str], str]:
    """Parts and total of a sum of money, rounded so that the sum is right as it stands."""
    start = max(-3, min(2, decimals_for_figures(total, 3)))
    digits = next((each for each in range(start, 3) if _adds_up(parts, total, each)), 2)
    shown = [float(round_to_decimal(amount, digits)) for amount in (*parts, total)]
    numbers, currency = subject.speaker.numbers, subject.project.currency
    texts = [numbers.money_at(amount, max(0, digits), currency, signed=True) for amount in shown]
    return texts[:-1], texts[-1]


def _adds_up(parts: Sequence[float], total: float, digits: int) -> bool:
    shown = (round_to_decimal(part, digits) for part in parts)
    return sum(shown, start=Decimal(0)) == round_to_decimal(total, digits)


def without_value(subject: Subject, quantity: Quantity, title: str) -> Explanation:
    """Says why there is no value in money, in the place of whatever would be a part of it."""
    why = sentence_case(subject.speaker.value_why(subject.outcome))
    return Explanation(quantity, title, why, subject.say("explain_value_formula"))
