"""Which assumption moves the value most: each input at its low and high, the others at base."""

from __future__ import annotations

from collections.abc import Sequence

from tradeoff_app.analysis.outcome import Outcome
from tradeoff_app.analysis.sensitivity import TornadoBar
from tradeoff_app.figures.spec import Axis, Box, Connector, DataTable, FigureSpec, Label, Mark, Role, Rule
from tradeoff_app.figures.ticks import make_axis, nice_range
from tradeoff_app.figures.unknown import no_value, unknown
from tradeoff_app.wording.speaker import Speaker
from tradeoff_app.wording.typography import typeset

KIND = "tornado"
MOST_ROWS = 8
MOST_TALL_ROWS = 6
ROW_HEIGHT, TALL_ROW_HEIGHT = 40, 56
"""Pixels of a row with name and range on one line, and on two."""


def tornado(outcome: Outcome, speaker: Speaker, *, line_length: int = 100) -> FigureSpec:
    """Bars of the expected value in thousands a month, largest swing first; the line is the base case.

    `line_length` is how many letters fit above a bar: where a name and its range need more, they take two lines.
    """
    value, say = outcome.value, speaker.voice.say
    bars = [bar for bar in outcome.sensitivity.tornado if bar.result_low != bar.result_high]
    base = outcome.sensitivity.base_value
    if value is None or base is None:
        return no_value(KIND, outcome, speaker)
    if not bars:
        return unknown(KIND, say("figure_tornado_none"), say("figure_tornado_none_why"))
    ranked = sorted(bars, key=lambda bar: -abs(bar.result_high - bar.result_low))[:MOST_ROWS]
    is_tall = any(not _fits(bar, speaker, line_length) for bar in ranked)
    shown = ranked[: MOST_TALL_ROWS if is_tall else MOST_ROWS]
    now = base / 1000
    x = make_axis(*_range(shown, now), speaker.numbers)
    title = typeset(_title(bars, speaker))
    subtitle = say(
        "figure_tornado_what",
        currency=speaker.numbers.currency(value.currency),
        base=speaker.numbers.money(base, value.currency),
    )
    return FigureSpec(
        kind=KIND,
        title=title,
        subtitle=subtitle,
        x=x,
        y=Axis(-0.5, len(shown) - 0.5, is_hidden=True, is_reversed=True),
        marks=tuple(_marks(shown, now, speaker, x, line_length, is_tall=is_tall)),
        alt=f"{title}. {subtitle}.",
        table=_table(shown, speaker),
        height=(TALL_ROW_HEIGHT if is_tall else ROW_HEIGHT) * len(shown) + 36,
        notes=_notes(len(bars) - len(shown), speaker),
        quantity="value",
    )


def _title(bars: Sequence[TornadoBar], speaker: Speaker) -> str:
    """Names the input that can turn the value, or says that none does alone."""
    turning = [bar for bar in bars if bar.result_low * bar.result_high < 0]
    if not turning:
        return speaker.voice.say("figure_tornado_firm")
    return speaker.voice.say("figure_tornado_turns", count=len(turning), name=speaker.tornado_input(turning[0].input))


def _range(bars: Sequence[TornadoBar], now: float) -> tuple[float, float]:
    ends = [0.0, now]
    ends += [result / 1000 for bar in bars for result in (bar.result_low, bar.result_high)]
    return nice_range(min(ends), max(ends))


def _marks(
    bars: Sequence[TornadoBar], now: float, speaker: Speaker, x: Axis, line_length: int, *, is_tall: bool
) -> list[Mark]:
    top = 0.12 if is_tall else -0.02
    marks: list[Mark] = []
    for at, bar in enumerate(bars):
        low, high = bar.result_low / 1000, bar.result_high / 1000
        marks += [_bar(at, end, now, is_tall=is_tall) for end in (low, high) if end != now]
        marks.append(Connector(now, at + top, now, at + 0.44, "accent"))
        text = _range_text(bar, speaker)
        if is_tall:
            marks.append(Label(x.low, at - 0.33, speaker.short_input(bar.input, line_length)))
            marks.append(Label(x.low, at - 0.04, text, "muted"))
        else:
            marks.append(Label(x.low, at - 0.24, speaker.tornado_input(bar.input)))
            marks.append(Label(x.high, at - 0.24, text, "muted", "right", edge="right"))
        if x.low < 0 < x.high:
            marks.append(Connector(0.0, at + top, 0.0, at + 0.44))
    if 0.0 in (x.low, x.high):
        marks.append(Rule(0.0, "vertical", "strong"))
    return marks


def _range_text(bar: TornadoBar, speaker: Speaker) -> str:
    """What the input ranges over, the end that is worse for the value first."""
    ends = sorted((bar.low, bar.high), key=lambda end: bar.result_low if end == bar.low else bar.result_high)
    return typeset(speaker.stated_range(bar.input, *ends))


def _fits(bar: TornadoBar, speaker: Speaker, line_length: int) -> bool:
    return len(speaker.tornado_input(bar.input)) + len(_range_text(bar, speaker)) + 2 <= line_length


def _bar(at: int, end: float, now: float, *, is_tall: bool) -> Box:
    role: Role = "better" if end > now else "worse"
    top = 0.17 if is_tall else 0.06
    return Box(min(end, now), max(end, now), at + top, at + (0.38 if is_tall else 0.36), role)


def _notes(left: int, speaker: Speaker) -> tuple[str, ...]:
    return (speaker.voice.say("figure_more_inputs", count=left),) if left > 0 else ()


def _table(bars: Sequence[TornadoBar], speaker: Speaker) -> DataTable:
    say = speaker.voice.say
    columns = ("column_input", "column_low_input", "column_high_input", "column_low_result", "column_high_result")
    rows = tuple((speaker.tornado_input(bar.input), bar.low, bar.high, bar.result_low, bar.result_high) for bar in bars)
    return DataTable(tuple(say(column) for column in columns), rows, tuple(f"tornado:{bar.input}" for bar in bars))
