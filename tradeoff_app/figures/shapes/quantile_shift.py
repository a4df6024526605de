"""Where in the distribution the change lies: the shift of each quantile with its interval, right is better."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tradeoff_app.analysis.quantile_shift import QuantileShift, quantile_shifts
from tradeoff_app.figures.rows import Row, role_of, row_axis, row_height, row_marks, row_range
from tradeoff_app.figures.shapes.sides import Sides
from tradeoff_app.figures.spec import DataTable, FigureSpec
from tradeoff_app.figures.ticks import make_axis
from tradeoff_app.figures.unknown import unknown
from tradeoff_app.wording.typography import typeset


def quantile_shift(kind: str, sides: Sides) -> FigureSpec:
    """A row a quantile, the smallest first; positions are improvements, tick labels changes in the metric's unit."""
    say, numbers = sides.speaker.voice.say, sides.speaker.numbers
    shifts = quantile_shifts(sides.before, sides.after)
    if not shifts:
        return unknown(kind, say("figure_shift_few"), typeset(sides.counted))
    sign = sides.speaker.voice.metric(sides.metric).sign
    rows = [_row(shift, sides, sign) for shift in shifts]
    x = make_axis(*row_range(rows), numbers, label=lambda at: sign * at, is_signed=True)
    if sides.speaker.voice.better(sides.metric) is not None:
        x = replace(x, start_word=say("axis_worse"), end_word=say("axis_better"))
    title = typeset(_title(rows, shifts, sides))
    subtitle = typeset(say("figure_shift_what", unit=sides.speaker.unit_line(sides.metric), counted=sides.sample))
    return FigureSpec(
        kind=kind,
        title=title,
        subtitle=subtitle,
        x=x,
        y=row_axis(rows),
        marks=tuple(row_marks(rows, x)),
        alt=sides.alt(title, subtitle),
        table=_table(shifts, sides),
        height=row_height(rows) + 16,
        notes=(say("figure_shift_note"),) if sides.is_paired else (),
    )


def _row(shift: QuantileShift, sides: Sides, sign: int) -> Row:
    low, high = sorted((sign * shift.low, sign * shift.high))
    role = role_of(low, high)
    digits = _digits(sides, shift)
    text = sides.speaker.numbers.decimal(shift.shift, digits, signed=True)
    return Row(_name(shift, sides), text, role, sign * shift.shift, low, high, is_ring=role == "unknown")


def _digits(sides: Sides, shift: QuantileShift) -> int:
    """One decimal for times and small numbers, two for ratings, none for what is counted in hundreds."""
    if sides.speaker.voice.metric(sides.metric).scale is not None:
        return 2
    size = max(abs(shift.low), abs(shift.high))
    return 0 if size >= 100 else 1 if size >= 1 else 2


def _name(shift: QuantileShift, sides: Sides) -> str:
    """ "Median", or how many of all lie below."""
    if shift.share == 0.5:
        return sides.speaker.voice.say("figure_median")
    return sides.speaker.voice.say("figure_percentile", n=sides.speaker.numbers.decimal(100 * shift.share, 0))


def _title(rows: Sequence[Row], shifts: Sequence[QuantileShift], sides: Sides) -> str:
    """Which quantiles moved clearly, and which way."""
    say, name = sides.speaker.voice.say, sides.speaker.metric(sides.metric)
    clear = [shift for row, shift in zip(rows, shifts, strict=True) if row.role in ("better", "worse")]
    if not clear:
        return say("figure_no_clear_change", name=name)
    if len(clear) == len(rows):
        return say("figure_shift_everywhere", name=name)
    listed = [_name(shift, sides) for shift in clear]
    inside = [sides.speaker.voice.language.inside(text) for text in listed]
    return say("figure_shift_at", name=name, where=sides.speaker.voice.language.listed(inside))


def _table(shifts: Sequence[QuantileShift], sides: Sides) -> DataTable:
    say = sides.speaker.voice.say
    columns = ("column_share", "column_before", "column_after", "column_change", "column_low", "column_high")
    return DataTable(tuple(say(column) for column in columns), tuple(tuple(shift) for shift in shifts))
