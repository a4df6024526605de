"""How a month's value adds up: parts by segment or by metric, the running cost, and the total with its interval."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import Literal

from tradeoff_app.analysis.outcome import Outcome
from tradeoff_app.analysis.value import NetValue
from tradeoff_app.figures.bars import HALF, Part, digits_that_add_up, part_marks
from tradeoff_app.figures.spec import Axis, Box, DataTable, FigureSpec, Interval, Label, Mark, Rule, Tick
from tradeoff_app.figures.ticks import make_axis, nice_range, with_rules
from tradeoff_app.figures.unknown import no_value
from tradeoff_app.figures.value_parts import ValuePart, fold_small, value_parts, value_title
from tradeoff_app.wording.speaker import Speaker
from tradeoff_app.wording.typography import typeset

KIND = "waterfall"
WAYS: tuple[Literal["segment", "metric"], ...] = ("segment", "metric")
WHISKER = 0.78
"""Where on the total's width its whisker stands, so that the value stays readable."""


def waterfall(outcome: Outcome, speaker: Speaker, by: Literal["segment", "metric"] = "segment") -> FigureSpec:
    """Columns in thousands of money a month; rounded parts add up to the rounded total."""
    value = outcome.value
    if value is None:
        return no_value(KIND, outcome, speaker)
    parts = value_parts(value, speaker, by)
    steps = _steps(fold_small(parts, speaker), value, speaker)
    digits = digits_that_add_up([step.amount for step in steps], value.per_month.mean / 1000)
    both = [_steps(fold_small(value_parts(value, speaker, way), speaker), value, speaker) for way in WAYS]
    y = with_rules(make_axis(*_range(both, value), speaker.numbers))
    title = typeset(_title(value, parts, speaker))
    if by == "metric" and title == typeset(_title(value, value_parts(value, speaker, "segment"), speaker)):
        # the finding stands over the other waterfall already
        title = speaker.voice.say("figure_same_total")
    subtitle = speaker.voice.say(f"figure_value_by_{by}", currency=speaker.numbers.currency(value.currency))
    return FigureSpec(
        kind=KIND,
        title=title,
        subtitle=speaker.voice.say("figure_whisker", text=subtitle),
        x=_names([*(step.name for step in steps), speaker.voice.say("total")]),
        y=y,
        marks=tuple(_marks(steps, value, speaker, digits, y)),
        alt=f"{title}. {subtitle}. {speaker.value_sentence(outcome)}",
        table=_table(steps, value, speaker),
        height=240,
        quantity="value",
    )


def _steps(parts: Sequence[ValuePart], value: NetValue, speaker: Speaker) -> list[Part]:
    """The parts in thousands; what they leave to the mean (replicates that round apart) is named as well."""
    steps = [Part(part.name, part.mean / 1000, "better" if part.mean >= 0 else "worse") for part in parts]
    left = value.per_month.mean / 1000 - sum(step.amount for step in steps)
    if abs(left) >= 0.05:
        steps.append(Part(speaker.voice.say("other_part"), left, "better" if left >= 0 else "worse"))
    return steps


def _range(ways: Sequence[Sequence[Part]], value: NetValue) -> tuple[float, float]:
    """One range for both waterfalls, so that they can stand under each other."""
    levels = [0.0, *(end / 1000 for end in value.per_month.interval)]
    for steps in ways:
        levels += accumulate(step.amount for step in steps)
    return nice_range(min(levels), max(levels))


def _marks(steps: Sequence[Part], value: NetValue, speaker: Speaker, digits: int, y: Axis) -> list[Mark]:
    numbers, span = speaker.numbers, y.high - y.low
    texts = [numbers.decimal(step.amount, digits, signed=True) for step in steps]
    at, total = len(steps), value.per_month.mean / 1000
    low, high = (end / 1000 for end in value.per_month.interval)
    whisker = at - HALF + WHISKER * 2 * HALF
    text = numbers.interval(*(numbers.decimal(end, 0) for end in (low, high)))
    is_tall = abs(total) >= 0.12 * span
    return [
        Rule(0.0, "horizontal", "strong"),
        *part_marks(steps, texts, span),
        Box(at - HALF, at + HALF, 0.0, total, "accent"),
        Interval(whisker, low, high, None, "text", "column"),
        _range_label(whisker - 0.06, low, high, total, text, span),
        Label(
            at - 0.12,
            total - (0.06 * span if total > 0 else -0.06 * span) * is_tall,
            numbers.decimal(total, digits),
            "text" if is_tall else "accent",
            "centre",
            "middle" if is_tall else "above",
            is_strong=True,
            is_on_fill=is_tall,
        ),
    ]


def _range_label(x: float, low: float, high: float, total: float, text: str, span: float) -> Label:
    """The interval at the end of the whisker that leaves the column: beside it, or beyond it where it is short."""
    if total >= 0:
        return Label(x, high, text, "muted", "right", "below" if high - total >= 0.12 * span else "above")
    return Label(x, low, text, "muted", "right", "above" if total - low >= 0.12 * span else "below")


def _names(names: Sequence[str]) -> Axis:
    ticks = tuple(Tick(float(at), name) for at, name in enumerate(names))
    return Axis(-0.5, len(names) - 0.5, ticks)


def _title(value: NetValue, parts: Sequence[ValuePart], speaker: Speaker) -> str:
    """Who brings how much of the total, where both are clear and the part is not larger than the whole."""
    finding = value_title(value, parts, speaker)
    low, _ = value.per_month.interval
    clear = [part for part in parts if part.interval is not None and part.interval[0] > 0]
    if low <= 0 or not clear or clear[0].mean > value.per_month.mean:
        return finding
    amounts = [speaker.numbers.money(amount, value.currency) for amount in (value.per_month.mean, clear[0].mean)]
    return speaker.voice.say("figure_value_share", total=amounts[0], part=amounts[1], name=clear[0].said)


def _table(steps: Sequence[Part], value: NetValue, speaker: Speaker) -> DataTable:
    say = speaker.voice.say
    low, high = value.per_month.interval
    rows = [(step.name, step.amount * 1000, None, None) for step in steps]
    columns = (say("column_part"), say("column_mean", currency=value.currency), say("column_low"), say("column_high"))
    return DataTable(columns, (*rows, (say("total"), value.per_month.mean, low, high)))
