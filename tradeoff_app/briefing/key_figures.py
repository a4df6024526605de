"""The three numbers that a leader remembers: what gets better, what gets worse, what it is worth."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tradeoff_app.analysis.effects import Effect
from tradeoff_app.briefing.blocks import KeyFigure, KeyFigures, Tone
from tradeoff_app.briefing.brief import Brief
from tradeoff_app.wording.effects import statement
from tradeoff_app.wording.frequency import RateStatement
from tradeoff_app.wording.language import sentence_case
from tradeoff_app.wording.value import statement as statement_of_value


def key_figures(brief: Brief, better: Sequence[Effect], worse: Sequence[Effect]) -> KeyFigures:
    """The first effect of each side in one denominator, and the value per month."""
    shown = [*better[:1], *worse[:1]]
    size = brief.speaker.denominator(shown)
    return KeyFigures(
        (
            _effect(brief, better, size, "better"),
            _effect(brief, worse, size, "worse"),
            _value(brief),
        )
    )


def _effect(brief: Brief, effects: Sequence[Effect], size: int | None, tone: Tone) -> KeyFigure:
    told = statement(brief.speaker.voice, effects[0], None, size) if effects else None
    if told is None and tone == "worse" and brief.swept():
        metrics = len({effect.metric for effect in brief.swept()})
        value = brief.say("key_swept_one" if metrics == 1 else "key_swept", count=metrics)
        return KeyFigure(value, brief.say("key_swept_text"), "", tone)
    if told is None:
        return KeyFigure(brief.say("key_none"), brief.say(f"key_none_{tone}"), "", tone)
    effect = effects[0]
    if isinstance(told, RateStatement):
        return _rate(brief, effect, told, tone)
    interval = f"{_sizes(brief, effect)} {told.direction}"
    value = brief.say("key_amount", change=told.change_text, direction=told.direction)
    text = brief.say(
        "key_levels",
        name=brief.speaker.cell(effect.metric, effect.segment),
        before=brief.speaker.level_of(effect, effect.baseline),
        after=brief.speaker.level_of(effect, effect.candidate_value),
    )
    said = brief.say("interval_of", interval=interval)
    return KeyFigure(value, sentence_case(text), said, tone, f"effect:{effect.key}")


def _sizes(brief: Brief, effect: Effect) -> str:
    """Both ends of a clear change without their sign, which the direction says, nearest first."""
    near, far = sorted(abs(end) for end in effect.interval or (0.0, 0.0))
    return brief.speaker.interval(effect.metric, near, far)


def _rate(brief: Brief, effect: Effect, told: RateStatement, tone: Tone) -> KeyFigure:
    key = "key_more" if told.kind == "clear_increase" else "key_fewer"
    write: Callable[[float], str] = brief.numbers.whole
    words = brief.speaker.voice.rate_words(effect.metric, effect.segment)
    near, far = sorted((abs(told.difference_lo), abs(told.difference_hi)))
    events = words.event.one if told.difference_count == 1 else words.event.other
    interval = brief.say(key, count=brief.numbers.interval(write(near), write(far)))
    return KeyFigure(
        brief.say(key, count=write(told.difference_count)),
        brief.say("key_rate", events=events, denominator=write(told.denominator), units=words.unit.other),
        brief.say("interval_of", interval=interval),
        tone,
        f"effect:{effect.key}",
    )


def _value(brief: Brief) -> KeyFigure:
    value = brief.outcome.value
    if value is None:
        return KeyFigure(brief.say("key_no_value"), brief.say("key_no_value_text"), "", "unknown")
    summary, currency = value.per_month, brief.project.currency
    low, high = summary.interval
    if low < 0 < high:
        amount, text = brief.numbers.money(summary.mean, currency), "key_value_unclear"
    else:
        amount = brief.numbers.money(abs(summary.mean), currency)
        text = "key_value_more" if summary.mean >= 0 else "key_value_less"
    return KeyFigure(
        amount,
        brief.say(text),
        brief.say("interval_of", interval=_money_range(brief, *summary.interval)),
        "accent",
        "value",
    )


def _money_range(brief: Brief, low: float, high: float) -> str:
    """Both ends as gains, as losses, or from a loss to a gain; never with a sign that the words contradict."""
    currency = brief.project.currency
    near, far = sorted((low, high), key=abs)
    ends = [brief.numbers.money(abs(end), currency) for end in (near, far)]
    if high < 0:
        return brief.say("key_value_loss", span=brief.numbers.interval(*ends))
    told = statement_of_value(brief.speaker.voice, brief.outcome)
    if told is not None and told.includes_zero:
        return told.short_range
    return brief.numbers.interval(*ends)
