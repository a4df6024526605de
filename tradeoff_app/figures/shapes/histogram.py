"""Values before and after as steps over the same bins, with both medians."""

from __future__ import annotations

import numpy as np

from tradeoff_app.analysis.order_statistics import quantiles_of
from tradeoff_app.figures.shapes.sides import Sides, shares_of
from tradeoff_app.figures.spec import DataTable, FigureSpec, Label, Mark, Rule, Steps
from tradeoff_app.figures.ticks import make_axis, nice_range, tick_step, with_rules
from tradeoff_app.wording.typography import typeset

FINEST, BINS_PER_TICK = 30, 5


def histogram(kind: str, sides: Sides) -> FigureSpec:
    """Shares of units per bin; the bins hold the middle 99 % of both versions, and a note counts what lies beyond."""
    edges = bin_edges(sides)
    before, after = (shares_of(values, edges) for values in (sides.before, sides.after))
    numbers, say = sides.speaker.numbers, sides.speaker.voice.say
    top = nice_range(0.0, 100 * max(*before, *after, 0.01))[1] / 100
    y = with_rules(make_axis(0.0, top, numbers, "%", label=lambda at: 100 * at))
    x = make_axis(edges[0], edges[-1], numbers, sides.speaker.unit_line(sides.metric) if _is_short(sides) else "")
    title = typeset(sides.title)
    width = bin_width(sides, edges)
    subtitle = typeset(say("figure_histogram_what", width=width, counted=sides.counted))
    return FigureSpec(
        kind=kind,
        title=title,
        subtitle=subtitle,
        x=x,
        y=y,
        marks=(*_steps(edges, before, after), *medians(sides, x.low, x.high, (0.95 * top, 0.84 * top))),
        alt=sides.alt(title, subtitle),
        table=table_of_bins(edges, before, after, sides),
        height=200,
        notes=values_beyond(sides, edges),
    )


def bin_edges(sides: Sides) -> list[float]:
    """Equal bins at nice numbers over the middle 99 % of all values, from zero where nothing is below it."""
    pooled = np.concatenate([sides.before, sides.after])
    low, high = quantiles_of(pooled, (0.005, 0.995))
    low = 0.0 if 0 <= low < 0.5 * (high - low) else low
    if not high > low:
        low, high = nice_range(low, high)
    width = tick_step(low, high) / BINS_PER_TICK
    if len(pooled) < 200:
        width *= 2.5
    first, last = int(np.floor(low / width + 1e-9)), int(np.ceil(high / width - 1e-9))
    return [float(edge) for edge in np.round(np.arange(first, last + 1) * width, 12)]


def medians(sides: Sides, low: float, high: float, heights: tuple[float, float]) -> list[Mark]:
    """Dashed lines at both medians, and their names with numbers at two heights on the side that has room."""
    values = float(np.median(sides.before)), float(np.median(sides.after))
    texts = [
        sides.speaker.amount(sides.metric, value / sides.speaker.voice.time_factor(sides.metric)) for value in values
    ]
    say = sides.speaker.voice.say
    names = [say("side_median", name=name, value=text) for name, text in zip(sides.names, texts, strict=True)]
    is_left = max(values) < (low + high) / 2
    x = max(values) + 0.04 * (high - low) if is_left else min(values) - 0.04 * (high - low)
    anchor = "left" if is_left else "right"
    return [
        Rule(values[0], "vertical", "before", is_dashed=True),
        Rule(values[1], "vertical", "after", is_dashed=True),
        Label(x, heights[0], typeset(names[0]), "before", anchor, "middle", is_strong=True),  # type: ignore[arg-type]
        Label(x, heights[1], typeset(names[1]), "after", anchor, "middle", is_strong=True),  # type: ignore[arg-type]
    ]


def bin_width(sides: Sides, edges: list[float]) -> str:
    """The width of a bin with the digits that it has: "0.4 s", "40 words"."""
    unit = sides.speaker.unit_line(sides.metric) if sides.speaker.voice.metric(sides.metric).scale is None else ""
    return f"{sides.speaker.numbers.decimal(edges[1] - edges[0], 6, trim=True)} {unit}".strip()


def _steps(edges: list[float], before: list[float], after: list[float]) -> list[Mark]:
    return [
        Steps(tuple(edges), tuple(before), "before", is_filled=True),
        Steps(tuple(edges), tuple(after), "after"),
    ]


def values_beyond(sides: Sides, edges: list[float]) -> tuple[str, ...]:
    """How many values lie beyond the bins; empty where none does."""
    pooled = np.concatenate([sides.before, sides.after])
    count = int(((pooled < edges[0]) | (pooled > edges[-1])).sum())
    if not count:
        return ()
    return (sides.speaker.voice.say("figure_beyond", count=count, number=sides.speaker.numbers.whole(count)),)


def _is_short(sides: Sides) -> bool:
    return len(sides.speaker.unit_line(sides.metric)) <= 2


def table_of_bins(edges: list[float], before: list[float], after: list[float], sides: Sides) -> DataTable:
    """From, to, and the share of each version in between."""
    say = sides.speaker.voice.say
    columns = (say("column_from_plain"), say("column_to_plain"), say("column_before"), say("column_after"))
    return DataTable(columns, tuple(zip(edges[:-1], edges[1:], before, after, strict=True)))
