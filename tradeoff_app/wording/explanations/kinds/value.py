"""What the release is worth in a month: what each segment adds, less what it costs to run."""

from __future__ import annotations

from tradeoff_app.analysis.value import NetValue
from tradeoff_app.analysis.value_terms import find_terms
from tradeoff_app.wording.explanations.explanation import Explanation, Line, Quantity, Subject
from tradeoff_app.wording.explanations.working import money_texts, without_value

KIND = "value"


def explain_value(subject: Subject, _key: str) -> Explanation:
    """The value per month of the scenario."""
    value, title = subject.outcome.value, subject.say("explain_value")
    if value is None:
        return without_value(subject, Quantity(KIND), title)
    numbers, terms = subject.speaker.numbers, find_terms(subject.reading)[0]
    paths = (path for term in terms for path in (term.price_path, term.volume_path, term.transport_path))
    chance = numbers.probability(value.p_positive)
    return Explanation(
        quantity=Quantity(KIND),
        title=title,
        value=subject.money(value.per_month.mean),
        span=subject.money_span(value.per_month.interval),
        formula=subject.say("explain_value_formula"),
        lines=_lines(subject, value),
        remarks=(
            subject.say("explain_draws", n=numbers.whole(len(value.draws))),
            subject.say("explain_chance", chance=chance),
        ),
        rests_on=subject.assumptions([*paths, "running_cost_per_month"]),
    )


def _lines(subject: Subject, value: NetValue) -> tuple[Line, ...]:
    segments = list(value.by_segment)
    parts = [value.by_segment[key].mean for key in segments]
    costs = [-value.running_cost] if value.running_cost else []
    texts, total = money_texts(subject, [*parts, *costs], value.per_month.mean)
    lines = [
        Line(subject.speaker.segment(key), text, more=Quantity("value_segment", key))
        for key, text in zip(segments, texts, strict=False)
    ]
    if costs:
        lines.append(Line(subject.say("running_cost"), texts[-1], more=Quantity("input", "running_cost_per_month")))
    return (*lines, Line(subject.say("total"), total, is_total=True))
