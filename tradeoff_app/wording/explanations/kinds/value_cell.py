"""What one metric in one segment adds to the value of a month: volume, rollout, change, price and what arrives."""

from __future__ import annotations

from tradeoff_app.analysis.value_terms import Term, find_terms
from tradeoff_app.wording.explanations.explanation import Explanation, Line, Quantity, Subject
from tradeoff_app.wording.explanations.working import in_steps

KIND = "value_cell"


def explain_value_cell(subject: Subject, key: str) -> Explanation | None:
    """One term of the value (`metric|segment`); None where that is not priced."""
    metric, segment = subject.voice.split_key(key)
    value = subject.outcome.value
    term = next(
        (each for each in find_terms(subject.reading)[0] if (each.metric, each.segment) == (metric, segment)), None
    )
    part = (
        next((cell for cell in value.by_cell if (cell.metric, cell.segment) == (metric, segment)), None)
        if value
        else None
    )
    if term is None or part is None or value is None:
        return None
    numbers = subject.speaker.numbers
    remarks = [subject.say("explain_draws", n=numbers.whole(len(value.draws)))]
    if abs(part.mean - term.base) > 0.005 * abs(part.mean):
        remarks.append(subject.say("explain_mean_differs", base=subject.money(term.base)))
    return Explanation(
        quantity=Quantity(KIND, key),
        title=subject.say("explain_value_of", what=subject.place(metric, segment)),
        value=subject.money(part.mean),
        span=subject.money_span(part.interval),
        formula=subject.say("explain_value_cell_formula"),
        lines=(*_factors(subject, term), _product(subject, term)),
        remarks=tuple(remarks),
        units=(metric, segment),
        rests_on=subject.assumptions([term.volume_path, term.price_path, term.transport_path, term.link_path]),
    )


def _factors(subject: Subject, term: Term) -> tuple[Line, ...]:
    say, speaker = subject.say, subject.speaker
    lines = [
        Line(say("explain_volume"), speaker.numbers.whole(term.volume.base), more=_input(term.volume_path)),
        Line(
            say("explain_rollout"),
            speaker.numbers.exact_percent(term.rollout),
            more=_input(f"rollout/{term.segment}"),
        ),
        Line(
            say("explain_change"),
            subject.signed(term.metric, term.effect),
            more=Quantity.of_cell("effect", term.metric, term.segment),
        ),
        Line(
            speaker.tornado_input(term.price_path),
            speaker.stated_value(term.price_path, term.price.base),
            more=_input(term.price_path),
        ),
    ]
    if term.link_path:
        lines.append(Line(say("explain_link"), speaker.numbers.exact_percent(term.link.base)))
    lines.append(
        Line(
            speaker.tornado_input(term.transport_path),
            speaker.numbers.exact_percent(term.transport.base),
            more=_input(term.transport_path),
        )
    )
    return tuple(lines)


def _product(subject: Subject, term: Term) -> Line:
    numbers, speaker = subject.speaker.numbers, subject.speaker
    is_rate = subject.voice.is_rate(term.metric)
    change = numbers.percent(term.effect, 2, signed=True) if is_rate else subject.signed(term.metric, term.effect)
    working = in_steps(
        numbers.whole(term.volume.base),
        numbers.exact_percent(term.rollout),
        change,
        numbers.price(term.price.base, subject.project.currency),
        numbers.exact_percent(term.link.base) if term.link_path else "",
        speaker.numbers.exact_percent(term.transport.base),
    )
    return Line(subject.say("explain_at_base"), subject.money(term.base), working, is_total=True)


def _input(path: str) -> Quantity:
    return Quantity("input", path)
