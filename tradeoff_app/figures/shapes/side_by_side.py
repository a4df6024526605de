"""Both versions beside each other: two histograms on one scale, for shapes that hide each other when overlaid."""

from __future__ import annotations

import numpy as np

from tradeoff_app.figures.shapes.histogram import bin_edges, bin_width, table_of_bins, values_beyond
from tradeoff_app.figures.shapes.sides import Sides, shares_of
from tradeoff_app.figures.spec import Axis, FigureSpec, Label, Mark, Role, Rule, Steps, Tick
from tradeoff_app.figures.ticks import make_axis, nice_range, with_rules
from tradeoff_app.wording.typography import typeset

GAP = 0.14
"""Room between the two, as a share of the width of one."""


def side_by_side(kind: str, sides: Sides) -> FigureSpec:
    """Shares of units per bin, before at the left and after at the right, with the same bins and heights."""
    edges = bin_edges(sides)
    shift = (1 + GAP) * (edges[-1] - edges[0])
    before, after = (shares_of(values, edges) for values in (sides.before, sides.after))
    numbers, say = sides.speaker.numbers, sides.speaker.voice.say
    top = nice_range(0.0, 100 * max(*before, *after, 0.01))[1] / 100
    title = typeset(sides.title)
    subtitle = typeset(say("figure_histogram_what", width=bin_width(sides, edges), counted=sides.counted))
    marks: list[Mark] = []
    for values, heights, role, offset, name in (
        (sides.before, before, "before", 0.0, sides.names[0]),
        (sides.after, after, "after", shift, sides.names[1]),
    ):
        marks += _half(sides, float(np.median(values)), heights, edges, role, offset, name, top)  # type: ignore[arg-type]
    return FigureSpec(
        kind=kind,
        title=title,
        subtitle=subtitle,
        x=_axis(edges, shift, sides),
        y=with_rules(make_axis(0.0, top, numbers, "%", label=lambda at: 100 * at)),
        marks=tuple(marks),
        alt=sides.alt(title, subtitle),
        table=table_of_bins(edges, before, after, sides),
        height=200,
        notes=values_beyond(sides, edges),
    )


def _half(
    sides: Sides,
    median: float,
    heights: list[float],
    edges: list[float],
    role: Role,
    offset: float,
    name: str,
    top: float,
) -> list[Mark]:
    """One version: its steps, its median, and its name over them."""
    text = sides.speaker.amount(sides.metric, median / sides.speaker.voice.time_factor(sides.metric))
    label = typeset(sides.speaker.voice.say("side_median", name=name, value=text))
    middle = (edges[0] + edges[-1]) / 2
    is_left = median < middle
    x = median + offset + (0.03 if is_left else -0.03) * (edges[-1] - edges[0])
    return [
        Steps(tuple(edge + offset for edge in edges), tuple(heights), role, is_filled=True),
        Rule(median + offset, "vertical", role, is_dashed=True),
        Label(x, 0.95 * top, label, role, "left" if is_left else "right", "middle", is_strong=True),
    ]


def _axis(edges: list[float], shift: float, sides: Sides) -> Axis:
    """The ticks of the left half, repeated under the right one."""
    unit = sides.speaker.unit_line(sides.metric)
    own = make_axis(edges[0], edges[-1], sides.speaker.numbers, unit if len(unit) <= 2 else "")
    again = tuple(Tick(tick.at + shift, tick.label) for tick in own.ticks)
    return Axis(edges[0], edges[-1] + shift, (*own.ticks, *again))
