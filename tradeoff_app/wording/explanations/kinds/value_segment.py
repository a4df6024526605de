"""What one segment adds to the value of a month: the sum over its metrics."""

from __future__ import annotations

from tradeoff_app.wording.explanations.explanation import Explanation, Line, Quantity, Subject
from tradeoff_app.wording.explanations.working import money_texts, without_value

KIND = "value_segment"


def explain_value_segment(subject: Subject, segment: str) -> Explanation | None:
    """The part of one segment; None where it has none."""
    value = subject.outcome.value
    title = subject.say("explain_value_of", what=subject.speaker.segment(segment))
    if value is None:
        return without_value(subject, Quantity(KIND, segment), title)
    part = value.by_segment.get(segment)
    if part is None:
        return None
    cells = [cell for cell in value.by_cell if cell.segment == segment]
    texts, total = money_texts(subject, [cell.mean for cell in cells], part.mean)
    lines = [
        Line(subject.speaker.metric(cell.metric), text, more=Quantity.of_cell("value_cell", cell.metric, segment))
        for cell, text in zip(cells, texts, strict=True)
    ]
    return Explanation(
        quantity=Quantity(KIND, segment),
        title=title,
        value=subject.money(part.mean),
        span=subject.money_span(part.interval),
        formula=subject.say("explain_value_segment_formula"),
        lines=(*lines, Line(subject.speaker.segment(segment), total, is_total=True)),
        rests_on=subject.assumptions([f"exposure/{segment}", f"rollout/{segment}"]),
    )
