"""Ratings before and after: paired columns, one pair for each grade."""

from __future__ import annotations

import numpy as np

from tradeoff_app.figures.shapes.sides import Sides
from tradeoff_app.figures.spec import Axis, Box, DataTable, FigureSpec, Label, Mark, Role, Tick
from tradeoff_app.figures.ticks import make_axis, nice_range, with_rules
from tradeoff_app.wording.typography import typeset

WIDTH, GAP = 0.34, 0.01
"""Width of one column and half the space between the two of a pair (2 px at 100 px a grade)."""


def ordinal_columns(kind: str, sides: Sides) -> FigureSpec:
    """The share of units with each grade; means over raters fall to the nearest grade."""
    grades = _grades(sides)
    before, after = (_shares(values, grades) for values in (sides.before, sides.after))
    top = nice_range(0.0, 112 * max(*before, *after, 0.01))[1] / 100
    numbers = sides.speaker.numbers
    y = with_rules(make_axis(0.0, top, numbers, "%", label=lambda at: 100 * at))
    title = typeset(sides.title)
    subtitle = typeset(sides.speaker.voice.say("figure_ordinal_what", counted=sides.counted))
    ticks = tuple(Tick(float(at), numbers.decimal(grade, 2, trim=True)) for at, grade in enumerate(grades))
    return FigureSpec(
        kind=kind,
        title=title,
        subtitle=subtitle,
        x=Axis(-0.5, len(grades) - 0.5, ticks),
        y=y,
        marks=(*_columns(before, after), *_names(before, after, sides)),
        alt=sides.alt(title, subtitle),
        table=_table(grades, before, after, sides),
        height=200,
    )


def _grades(sides: Sides) -> list[float]:
    """Whole grades of the scale where it has at most 11, else the values that occur."""
    scale = sides.speaker.voice.metric(sides.metric).scale
    found = np.unique(np.round(np.concatenate([sides.before, sides.after])))
    if scale is None or scale[1] - scale[0] > 10:
        return [float(grade) for grade in found]
    return [float(grade) for grade in np.arange(scale[0], scale[1] + 0.5)]


def _shares(values: np.ndarray, grades: list[float]) -> list[float]:
    nearest = np.abs(values[:, None] - np.asarray(grades)[None, :]).argmin(axis=1)
    return [float(share) for share in np.bincount(nearest, minlength=len(grades)) / len(values)]


def _columns(before: list[float], after: list[float]) -> list[Mark]:
    marks: list[Mark] = []
    sides: tuple[tuple[list[float], Role, float], ...] = ((before, "before", -1.0), (after, "after", 1.0))
    for shares, role, side in sides:
        for at, share in enumerate(shares):
            near, far = at + side * GAP, at + side * (GAP + WIDTH)
            marks.append(Box(min(near, far), max(near, far), 0.0, share, role, is_outlined=True))
    return marks


def _names(before: list[float], after: list[float], sides: Sides) -> list[Mark]:
    """The names of both versions side by side over the highest pair, above the columns that they reach over."""
    at = int(np.argmax(np.maximum(before, after)))
    left = max(before[at], *after[max(0, at - 1) : at], *before[max(0, at - 1) : at], 0.0)
    right = max(after[at], *before[at + 1 : at + 2], *after[at + 1 : at + 2], 0.0)
    return [
        Label(at - GAP, left, sides.names[0], "before", "right", "above", is_strong=True),
        Label(at + GAP, right, sides.names[1], "after", "left", "above", is_strong=True),
    ]


def _table(grades: list[float], before: list[float], after: list[float], sides: Sides) -> DataTable:
    say = sides.speaker.voice.say
    rows = tuple(zip(grades, before, after, strict=True))
    return DataTable((say("column_grade"), say("column_before"), say("column_after")), rows)
