"""How likely the value is above zero: the share of simulated outcomes in which it is."""

from __future__ import annotations

from tradeoff_app.wording.explanations.explanation import Explanation, Line, Quantity, Subject
from tradeoff_app.wording.explanations.working import without_value

KIND = "probability"


def explain_probability(subject: Subject, _key: str) -> Explanation:
    """The probability of a value above zero, or why there is no value in money."""
    value = subject.outcome.value
    if value is None:
        return without_value(subject, Quantity(KIND), subject.say("explain_probability"))
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
