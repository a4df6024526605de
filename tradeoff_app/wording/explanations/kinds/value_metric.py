"""What one metric adds to the value of a month: the sum over the segments."""

from __future__ import annotations

from tradeoff_app.wording.explanations.explanation import Explanation, Line, Quantity, Subject
from tradeoff_app.wording.explanations.working import money_texts, without_value

KIND = "value_metric"


def explain_value_metric(subject: Subject, metric: str) -> Explanation | None:
    """The part of one metric; None where it is not priced."""
    value = subject.outcome.value
    title = subject.say("explain_value_of", what=subject.speaker.metric(metric))
    if value is None:
        return without_value(subject, Quantity(KIND, metric), title)
    part = value.by_metric.get(metric)
    if part is None:
        return None
    cells = [cell for cell in value.by_cell if cell.metric == metric]
    texts, total = money_texts(subject, [cell.mean for cell in cells], part.mean)
    lines = [
        Line(subject.speaker.segment(cell.segment), text, more=Quantity.of_cell("value_cell", metric, cell.segment))
        for cell, text in zip(cells, texts, strict=True)
    ]
    return Explanation(
        quantity=Quantity(KIND, metric),
        title=title,
        value=subject.money(part.mean),
        span=subject.money_span(part.interval),
        formula=subject.say("explain_value_metric_formula"),
        lines=(*lines, Line(subject.speaker.metric(metric), total, is_total=True)),
        rests_on=subject.assumptions([f"money/{metric}|*"]),
    )
