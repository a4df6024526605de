"""How likely the value is above zero: the share of simulated outcomes in which it is."""

from __future__ import annotations

from tradeoff_app.wording.explanations.explanation import Explanation, Line, Quantity, Subject

KIND = "probability"


def explain_probability(subject: Subject, _key: str) -> Explanation | None:
    """The probability of a value above zero; None where there is no value in money."""
    value = subject.outcome.value
    if value is None:
        return None
    numbers, count = subject.speaker.numbers, len(value.draws)
    above = round(value.p_positive * count)
    return Explanation(
        quantity=Quantity(KIND),
        title=subject.say("explain_probability"),
        value=numbers.probability(value.p_positive),
        span=numbers.likelihood(value.p_positive),
        formula=subject.say("explain_probability_formula"),
        lines=(
            Line(
                subject.say("explain_above_zero"),
                subject.say("explain_of", part=numbers.whole(above), whole=numbers.whole(count)),
            ),
            Line(subject.say("explain_value"), subject.money(value.per_month.mean), more=Quantity("value")),
        ),
        remarks=(subject.say("explain_probability_remark"),),
    )
