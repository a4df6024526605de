"""Which assumption moves the value most: each input at its low and high, the others at base."""

from __future__ import annotations

from collections.abc import Sequence

from tradeoff_app.analysis.outcome import Outcome
from tradeoff_app.analysis.sensitivity import TornadoBar
from tradeoff_app.analysis.value import NetValue
from tradeoff_app.figures.spec import Axis, Box, Connector, DataTable, FigureSpec, Label, Mark, Role, Rule
from tradeoff_app.figures.ticks import make_axis, nice_range
from tradeoff_app.figures.unknown import no_value, unknown
from tradeoff_app.wording.speaker import Speaker
from tradeoff_app.wording.typography import typeset

KIND = "tornado"
MOST_ROWS = 8


def tornado(outcome: Outcome, speaker: Speaker, *, line_length: int = 100) -> FigureSpec:
    """Bars of the expected value in thousands a month, largest swing first; the line is the value as assumed now.

    `line_length` is how many letters fit above a bar: the name of an input gives way to its range.
    """
    value, say = outcome.value, speaker.voice.say
    bars = [bar for bar in outcome.sensitivity.tornado if bar.result_low != bar.result_high]
    if value is None:
        return no_value(KIND, outcome, speaker)
    if not bars:
        return unknown(KIND, say("figure_tornado_none"), say("figure_tornado_none_why"))
    shown = sorted(bars, key=lambda bar: -abs(bar.result_high - bar.result_low))[:MOST_ROWS]
    x = make_axis(*_range(shown, value), speaker.numbers)
    title = typeset(_title(bars, speaker))
    subtitle = say("figure_tornado_what", currency=speaker.numbers.currency(value.currency))
    return FigureSpec(
        kind=KIND,
        title=title,
        subtitle=subtitle,
        x=x,
        y=Axis(-0.5, len(shown) - 0.5, is_hidden=True, is_reversed=True),
        marks=tuple(_marks(shown, value, speaker, x, line_length)),
        alt=f"{title}. {subtitle}.",
        table=_table(shown, speaker),
        height=40 * len(shown) + 36,
        notes=_notes(len(bars) - len(shown), speaker),
        quantity="value",
    )


def _title(bars: Sequence[TornadoBar], speaker: Speaker) -> str:
    """Names the input that can turn the value, or says that none does alone."""
    turning = [bar for bar in bars if bar.result_low * bar.result_high < 0]
    if not turning:
        return speaker.voice.say("figure_tornado_firm")
    return speaker.voice.say("figure_tornado_turns", count=len(turning), name=speaker.tornado_input(turning[0].input))


def _range(bars: Sequence[TornadoBar], value: NetValue) -> tuple[float, float]:
    ends = [0.0, value.per_month.mean / 1000]
    ends += [result / 1000 for bar in bars for result in (bar.result_low, bar.result_high)]
    return nice_range(min(ends), max(ends))


def _marks(bars: Sequence[TornadoBar], value: NetValue, speaker: Speaker, x: Axis, line_length: int) -> list[Mark]:
    now = value.per_month.mean / 1000
    marks: list[Mark] = []
    for at, bar in enumerate(bars):
        low, high = bar.result_low / 1000, bar.result_high / 1000
        marks += [_bar(at, end, now) for end in (low, high) if end != now]
        marks.append(Connector(now, at - 0.02, now, at + 0.44, "accent"))
        ends = sorted((bar.low, bar.high), key=lambda end: bar.result_low if end == bar.low else bar.result_high)
        text = typeset(speaker.stated_range(bar.input, *ends))
        name = speaker.short_input(bar.input, line_length - len(text) - 2)
        marks.append(Label(x.low, at - 0.24, name))
        marks.append(Label(x.high, at - 0.24, text, "muted", "right", edge="right"))
        if x.low < 0 < x.high:
            marks.append(Connector(0.0, at - 0.02, 0.0, at + 0.44))
    if 0.0 in (x.low, x.high):
        marks.append(Rule(0.0, "vertical", "strong"))
    return marks


def _bar(at: int, end: float, now: float) -> Box:
    role: Role = "better" if end > now else "worse"
    return Box(min(end, now), max(end, now), at + 0.06, at + 0.36, role)


def _notes(left: int, speaker: Speaker) -> tuple[str, ...]:
    return (speaker.voice.say("figure_more_inputs", count=left),) if left > 0 else ()


def _table(bars: Sequence[TornadoBar], speaker: Speaker) -> DataTable:
    say = speaker.voice.say
    columns = ("column_input", "column_low_input", "column_high_input", "column_low_result", "column_high_result")
    rows = tuple((speaker.tornado_input(bar.input), bar.low, bar.high, bar.result_low, bar.result_high) for bar in bars)
    return DataTable(tuple(say(column) for column in columns), rows, tuple(f"tornado:{bar.input}" for bar in bars))
