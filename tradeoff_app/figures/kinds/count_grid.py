"""1,000 squares: how many there were before, and how many more or fewer after, for readers of paper."""

from __future__ import annotations

from tradeoff_app.analysis.effects import Effect
from tradeoff_app.analysis.outcome import Outcome
from tradeoff_app.figures.spec import CountGrid, DataTable, FigureSpec, Role
from tradeoff_app.figures.ticks import hidden_axis
from tradeoff_app.figures.unknown import unknown
from tradeoff_app.wording.frequency import RateChange, RateStatement, rate_statement
from tradeoff_app.wording.speaker import Speaker
from tradeoff_app.wording.typography import typeset

KIND = "count_grid"
SQUARES = 1000


def count_grid(outcome: Outcome, speaker: Speaker, metric: str, segment: str = "*") -> FigureSpec:
    """A grid of 1,000 units with the events before and the clear change after; rates alone have one."""
    effect = outcome.effect(metric, segment)
    change = None if effect is None or not speaker.voice.is_rate(metric) else _change(effect)
    if effect is None or change is None:
        return unknown(
            KIND, speaker.voice.say("figure_not_measured", name=speaker.metric(metric)), speaker.state("not_measured")
        )
    words = speaker.voice.rate_words(metric, segment)
    told = rate_statement(change, words, speaker.voice.better(metric), speaker.voice.code, denominator=SQUARES)
    shown = 0 if told.kind == "no_clear_change" else told.candidate_count - told.baseline_count
    title = typeset(_title(told, speaker, words.subject or words.event.other))
    subtitle = typeset(
        speaker.voice.say("figure_grid_what", units=words.unit.other, count=speaker.numbers.whole(SQUARES))
    )
    return FigureSpec(
        kind=KIND,
        title=title,
        subtitle=subtitle,
        x=hidden_axis(0.0, 50.0),
        y=hidden_axis(0.0, 20.0),
        marks=(CountGrid(told.baseline_count, shown, "before", _role(told)),),
        alt=f"{title}. {subtitle}. {told.short}.",
        table=DataTable(
            (speaker.voice.say("column_part"), speaker.voice.say("column_count", count=speaker.numbers.whole(SQUARES))),
            (
                (speaker.voice.say("column_before"), told.baseline_count),
                (speaker.voice.say("column_after"), told.candidate_count),
            ),
        ),
        height=170,
        notes=_notes(told, speaker),
    )


def _change(effect: Effect) -> RateChange | None:
    if effect.baseline is None or effect.difference is None or effect.interval is None:
        return None
    return RateChange(effect.baseline, effect.baseline + effect.difference, *effect.interval)


def _role(told: RateStatement) -> Role:
    return "unknown" if told.reads_as == "no_clear_change" else told.reads_as


def _title(told: RateStatement, speaker: Speaker, subject: str) -> str:
    if told.kind == "no_clear_change":
        return speaker.voice.say("figure_no_clear_change_in", what=subject)
    word = "more" if told.kind == "clear_increase" else "fewer"
    amount = speaker.voice.say(word, amount=speaker.numbers.whole(told.difference_count))
    return speaker.voice.say("figure_grid", amount=amount, what=subject, count=speaker.numbers.whole(SQUARES))


def _span(told: RateStatement, speaker: Speaker) -> str:
    ends = [
        speaker.voice.say("more" if end > 0 else "fewer", amount=speaker.numbers.whole(abs(end))) if end else "0"
        for end in (told.difference_lo, told.difference_hi)
    ]
    return speaker.numbers.interval(*ends)


def _notes(told: RateStatement, speaker: Speaker) -> tuple[str, ...]:
    """What the squares mean; without a clear change the interval instead of a count."""
    whole = speaker.numbers.whole
    before = speaker.voice.say("grid_before", count=whole(told.baseline_count))
    if told.kind == "no_clear_change":
        return (typeset(before), typeset(speaker.voice.say("grid_unclear", span=_span(told, speaker))))
    near, far = sorted((abs(told.difference_lo), abs(told.difference_hi)))
    span = speaker.numbers.interval(whole(near), whole(far))
    key = "grid_more" if told.kind == "clear_increase" else "grid_fewer"
    return (typeset(before), typeset(speaker.voice.say(key, count=whole(told.difference_count), span=span)))
