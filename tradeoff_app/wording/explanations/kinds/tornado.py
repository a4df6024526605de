"""How far one input moves the value: at its low and at its high, everything else as it is."""

from __future__ import annotations

from tradeoff_app.wording.explanations.explanation import Explanation, Line, Quantity, Subject
from tradeoff_app.wording.paths import parse

KIND = "tornado"


def explain_tornado(subject: Subject, key: str) -> Explanation | None:
    """The bar of one input; None where the value does not move with it."""
    path = Quantity(KIND, key).input_path
    bar = next((each for each in subject.outcome.sensitivity.tornado if each.input == path), None)
    if bar is None:
        return None
    speaker, parsed = subject.speaker, parse(path)
    low, high = sorted((bar.result_low, bar.result_high))
    is_effect = parsed.kind == "effect"
    more = Quantity.of_cell("effect", parsed.metric, parsed.segment) if is_effect else Quantity("input", path)
    ends = ((bar.low, bar.result_low), (bar.high, bar.result_high))
    return Explanation(
        quantity=Quantity(KIND, path),
        title=subject.say("explain_tornado", name=speaker.tornado_input(path)),
        value=speaker.numbers.interval(subject.money(low), subject.money(high)),
        formula=subject.say("explain_tornado_formula"),
        lines=tuple(
            Line(
                subject.say("explain_with", value=speaker.stated_value(path, value)),
                subject.money(result),
                more=more if at == 0 else None,
            )
            for at, (value, result) in enumerate(ends)
        ),
        remarks=(subject.say("explain_crosses" if bar.crosses_zero else "explain_stays"),),
        rests_on=() if is_effect else subject.assumptions([path]),
    )
