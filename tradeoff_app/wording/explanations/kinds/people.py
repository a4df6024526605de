"""How many a month: the measured change times how often it happens and how many get the candidate."""

from __future__ import annotations

from tradeoff_app.model.segment import EVERYONE
from tradeoff_app.wording.explanations.explanation import Explanation, Line, Quantity, Subject
from tradeoff_app.wording.explanations.working import in_steps, sources_of
from tradeoff_app.wording.language import sentence_case

KIND = "people"


def explain_people(subject: Subject, key: str) -> Explanation | None:
    """The change per month of one metric in one segment; None where nothing was measured there."""
    metric, segment = subject.voice.split_key(key)
    effect = subject.outcome.effect(metric, segment)
    if effect is None:
        return None
    people = subject.outcome.people_per_month(metric, segment)
    numbers = subject.speaker.numbers
    whole = segment == EVERYONE and subject.reading.has_partition
    segments = (subject.reading.measured_segments(metric) if whole else []) or [segment]
    value = subject.speaker.people_why(effect) if people is None else numbers.people(people[0], signed=True)
    ends = () if people is None else (numbers.people(people[1]), numbers.people(people[2]))
    return Explanation(
        quantity=Quantity(KIND, key),
        title=subject.say("explain_people", place=subject.place(metric, segment)),
        value=sentence_case(value) if people is None else subject.say("a_month", count=value),
        span=subject.say("explain_interval", span=numbers.interval(*ends)) if people else "",
        formula=subject.say("explain_people_sum" if len(segments) > 1 else "explain_people_formula"),
        lines=_lines(subject, metric, segments, people) if people else (),
        remarks=(subject.say("explain_people_remark"),) if people else (),
        sources=tuple(text for text in (sources_of(subject),) if text),
        units=(metric, segment),
        rests_on=subject.assumptions(path for place in segments for path in (f"exposure/{place}", f"rollout/{place}")),
    )


def _lines(subject: Subject, metric: str, segments: list[str], people: tuple[float, float, float]) -> tuple[Line, ...]:
    """One line a segment where several add up, else one a factor."""
    total = subject.speaker.numbers.people(people[0], signed=True)
    last = Line(subject.say("explain_each_month"), total, is_total=True)
    if len(segments) > 1:
        return (*(_segment_line(subject, metric, segment) for segment in segments), last)
    return (*_factors(subject, metric, segments[0]), last)


def _segment_line(subject: Subject, metric: str, segment: str) -> Line:
    volume, effect = subject.reading.volume_of(metric, segment), subject.outcome.effect(metric, segment)
    numbers, rollout = subject.speaker.numbers, subject.reading.rollout(segment)
    change = effect.difference or 0.0 if effect else 0.0
    working = in_steps(numbers.whole(volume or 0.0), numbers.exact_percent(rollout), subject.signed(metric, change))
    amount = (volume or 0.0) * rollout * change
    more = Quantity.of_cell(KIND, metric, segment)
    return Line(subject.speaker.segment(segment), numbers.people(amount, signed=True), working, more)


def _factors(subject: Subject, metric: str, segment: str) -> tuple[Line, ...]:
    numbers, effect = subject.speaker.numbers, subject.outcome.effect(metric, segment)
    volume = subject.reading.volume_of(metric, segment)
    return (
        Line(
            subject.say("explain_volume"),
            numbers.whole(volume or 0.0),
            more=Quantity("input", f"exposure/{segment}"),
        ),
        Line(
            subject.say("explain_rollout"),
            numbers.exact_percent(subject.reading.rollout(segment)),
            more=Quantity("input", f"rollout/{segment}"),
        ),
        Line(
            subject.say("explain_change"),
            subject.signed(metric, effect.difference or 0.0) if effect else "",
            more=Quantity.of_cell("effect", metric, segment),
        ),
    )
