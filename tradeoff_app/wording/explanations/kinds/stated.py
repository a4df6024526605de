"""A number that somebody stated or the program proposed: its range, who stands for it, and what it moves."""

from __future__ import annotations

from dataclasses import replace

from tradeoff_app.analysis.exposures import stated_volume, total_exposure
from tradeoff_app.model.range import Range
from tradeoff_app.model.segment import EVERYONE
from tradeoff_app.wording.explanations.explanation import Explanation, Line, Quantity, Subject
from tradeoff_app.wording.inputs import current
from tradeoff_app.wording.paths import parse

KIND = "input"


def explain_stated(subject: Subject, key: str) -> Explanation:
    """One input by its path (`money/task_done|*`, `exposure/tail`); where nobody stated it, it says so."""
    path = Quantity(KIND, key).input_path
    stated, value = _range(subject, path), current(subject.voice, path)
    base = stated.base if stated else value
    speaker, assumption = subject.speaker, subject.assumption(path)
    if base is None:
        title, missing = speaker.tornado_input(path), subject.say("explain_not_stated")
        rests_on = (replace(assumption, text=title),)
        return Explanation(Quantity(KIND, path), title, missing, subject.say("explain_input_none"), rests_on=rests_on)
    word = "explain_assumed" if assumption.is_assumed else "explain_stated"
    return Explanation(
        quantity=Quantity(KIND, path),
        title=speaker.tornado_input(path),
        value=speaker.stated_value(path, base),
        span=subject.say(word),
        formula=subject.say("explain_input_assumed" if assumption.is_assumed else "explain_input_stated"),
        lines=(*_guesses(subject, path, stated), *_moves(subject, path)),
        remarks=_reading(subject, stated),
        rests_on=(assumption,),
    )


def _range(subject: Subject, path: str) -> Range | None:
    """Low, base and high where the input has them."""
    parsed = parse(path)
    scenario = subject.voice.scenario(parsed.scenario or subject.outcome.scenario)
    if parsed.kind == "money":
        money = scenario.money_of(parsed.metric, parsed.segment)
        return None if money is None else money.per_unit
    if parsed.kind == "transport":
        return scenario.transport_of(parsed.key or EVERYONE)
    if parsed.kind == "exposure":
        basis = parsed.field or None
        own = stated_volume(subject.project, parsed.key, basis)
        return total_exposure(subject.project, basis) if own is None and parsed.key == EVERYONE else own
    return None


def _guesses(subject: Subject, path: str, stated: Range | None) -> tuple[Line, ...]:
    if stated is None or stated.is_exact:
        return ()
    names = ("explain_low", "explain_best", "explain_high")
    values = (stated.low, stated.base, stated.high)
    ends = sorted(values, key=abs) if parse(path).kind == "money" else values
    return tuple(
        Line(subject.say(name), subject.speaker.stated_value(path, value))
        for name, value in zip(names, ends, strict=True)
    )


def _moves(subject: Subject, path: str) -> tuple[Line, ...]:
    """How far the value follows it, and where it would turn it."""
    sensitivity = subject.outcome.sensitivity
    bar = next((each for each in sensitivity.tornado if each.input == path), None)
    turn = next((each for each in sensitivity.break_even if each.input == path), None)
    lines = []
    if bar is not None:
        low, high = sorted((bar.result_low, bar.result_high))
        span = subject.speaker.numbers.interval(subject.money(low), subject.money(high))
        lines.append(Line(subject.say("explain_moves"), span, more=Quantity("tornado", path)))
    if turn is not None and turn.flips_at is not None:
        at = subject.speaker.input_value(path, turn.flips_at)
        lines.append(Line(subject.say("explain_flips_at"), at, more=Quantity("break_even", path)))
    return tuple(lines)


def _reading(subject: Subject, stated: Range | None) -> tuple[str, ...]:
    if stated is None or stated.is_exact:
        return ()
    return (subject.say(f"explain_reading_{subject.project.assumption_reading}"),)
