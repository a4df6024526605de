"""Where an input turns the value: the number at which the expected value is zero."""

from __future__ import annotations

from tradeoff_app.analysis.sensitivity import BreakEven
from tradeoff_app.wording.explanations.explanation import Explanation, Line, Quantity, Subject
from tradeoff_app.wording.flips import is_reachable
from tradeoff_app.wording.language import sentence_case
from tradeoff_app.wording.paths import parse

KIND = "break_even"


def explain_break_even(subject: Subject, key: str) -> Explanation | None:
    """The break-even of one input; None where the value does not rest on it."""
    path = Quantity(KIND, key).input_path
    item = next((each for each in subject.outcome.sensitivity.break_even if each.input == path), None)
    if item is None or subject.outcome.value is None:
        return None
    speaker = subject.speaker
    is_cost = parse(path).kind in ("running_cost_per_month", "one_off_cost")
    known = is_reachable(item)
    return Explanation(
        quantity=Quantity(KIND, path),
        title=subject.say("explain_break_even", name=speaker.tornado_input(path)),
        value=speaker.input_value(path, item.flips_at) if known else _why(subject, item),
        span=subject.say("explain_now", value=speaker.stated_value(path, item.now)),
        formula=subject.say("explain_break_even_cost" if is_cost else "explain_break_even_formula"),
        lines=_lines(subject, item, is_cost=is_cost) if known else (),
        remarks=(speaker.break_even(item, subject.outcome),),
        rests_on=subject.assumptions([path]),
    )


def _lines(subject: Subject, item: BreakEven, *, is_cost: bool) -> tuple[Line, ...]:
    """Value, input now, the part that moves with it, and where that leads."""
    value, speaker = subject.outcome.value, subject.speaker
    assert value is not None
    assert item.flips_at is not None
    per_month = item.input != "one_off_cost"
    expected = value.per_month.mean if per_month and not value.one_off_cost else value.over_horizon.mean
    word = "explain_value" if expected is value.per_month.mean else "explain_value_horizon"
    lines = [
        Line(
            subject.say(word, months=speaker.numbers.whole(value.horizon_months)),
            subject.money(expected),
            more=Quantity("value"),
        ),
        Line(
            subject.say("explain_input_now"),
            speaker.stated_value(item.input, item.now),
            more=Quantity("input", item.input),
        ),
    ]
    at = speaker.input_value(item.input, item.flips_at)
    if is_cost or item.now in (0.0, item.flips_at):
        return (*lines, Line(subject.say("explain_flips_at"), at, is_total=True))
    moved = expected * item.now / (item.now - item.flips_at)
    lines.append(Line(subject.say("explain_moves_with"), subject.money(moved)))
    now = speaker.stated_value(item.input, item.now)
    working = f"{now} × (1 − {subject.money(expected, signed=False)} ÷ {subject.money(moved, signed=False)})"
    return (*lines, Line(subject.say("explain_flips_at"), at, working, is_total=True))


def _why(subject: Subject, item: BreakEven) -> str:
    """Why no number turns the value."""
    code = item.why if item.flips_at is None else "out_of_range"
    return sentence_case(subject.voice.say_reason("why", code))
