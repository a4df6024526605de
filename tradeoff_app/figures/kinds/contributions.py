"""Where the value comes from, as rows with intervals: by segment or by metric, running cost, total."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from tradeoff_app.analysis.outcome import Outcome
from tradeoff_app.analysis.value import NetValue
from tradeoff_app.figures.rows import Row, role_of, row_axis, row_height, row_marks, row_range
from tradeoff_app.figures.spec import DataTable, FigureSpec
from tradeoff_app.figures.ticks import make_axis
from tradeoff_app.figures.unknown import no_value
from tradeoff_app.figures.value_parts import ValuePart, value_parts, value_title
from tradeoff_app.wording.speaker import Speaker
from tradeoff_app.wording.typography import typeset

KIND = "contributions"


def contributions(outcome: Outcome, speaker: Speaker, by: Literal["segment", "metric"] = "segment") -> FigureSpec:
    """Value a month in thousands, a row a part; says why where no money is known."""
    value = outcome.value
    if value is None:
        return no_value(KIND, outcome, speaker)
    parts = value_parts(value, speaker, by)
    rows = _rows(parts, value, speaker)
    x = make_axis(*row_range(rows), speaker.numbers)
    say = speaker.voice.say
    title = typeset(value_title(value, parts, speaker))
    subtitle = say(f"figure_value_by_{by}", currency=speaker.numbers.currency(value.currency))
    return FigureSpec(
        kind=KIND,
        title=title,
        subtitle=say("figure_with_interval", text=subtitle),
        x=x,
        y=row_axis(rows),
        marks=tuple(row_marks(rows, x)),
        alt=f"{title}. {subtitle}. {speaker.value_sentence(outcome)}",
        table=_table(parts, value, speaker),
        height=row_height(rows),
        quantity="value",
    )


def _rows(parts: Sequence[ValuePart], value: NetValue, speaker: Speaker) -> list[Row]:
    rows = [_row(part, speaker) for part in parts]
    total = value.per_month
    low, high = (end / 1000 for end in total.interval)
    name = speaker.voice.say("total")
    text = speaker.numbers.money_thousands(total.mean)
    rows.append(Row(name, text, "accent", total.mean / 1000, low, high, is_ring=low <= 0 <= high, is_total=True))
    return rows


def _row(part: ValuePart, speaker: Speaker) -> Row:
    text = speaker.numbers.money_thousands(part.mean)
    if part.interval is None:
        return Row(part.name, text, "strong", part.mean / 1000)
    low, high = (end / 1000 for end in part.interval)
    return Row(part.name, text, role_of(low, high), part.mean / 1000, low, high, is_ring=low <= 0 <= high)


def _table(parts: Sequence[ValuePart], value: NetValue, speaker: Speaker) -> DataTable:
    say = speaker.voice.say
    rows = [(part.name, part.mean, *(part.interval or (None, None))) for part in parts]
    total = value.per_month
    return DataTable(
        (say("column_part"), say("column_mean", currency=value.currency), say("column_low"), say("column_high")),
        (*rows, (say("total"), total.mean, *total.interval)),
        (*(part.quantity for part in parts), "value"),
    )
