"""Values before and after as cumulative shares: how many are at or below each value."""

from __future__ import annotations

import numpy as np

from tradeoff_app.analysis.observations import FloatArray
from tradeoff_app.figures.shapes.histogram import bin_edges, medians
from tradeoff_app.figures.shapes.sides import Sides
from tradeoff_app.figures.spec import Curve, DataTable, FigureSpec
from tradeoff_app.figures.ticks import make_axis, with_rules
from tradeoff_app.wording.typography import typeset

MOST_POINTS = 400


def ecdf(kind: str, sides: Sides) -> FigureSpec:
    """Two curves from 0 to 100 % over the middle 99 % of the values."""
    edges = bin_edges(sides)
    low, high = edges[0], edges[-1]
    numbers, say = sides.speaker.numbers, sides.speaker.voice.say
    unit = sides.speaker.unit_line(sides.metric)
    x = make_axis(low, high, numbers, unit if len(unit) <= 2 else "")
    y = with_rules(make_axis(0.0, 1.0, numbers, "%", label=lambda at: 100 * at))
    title = typeset(sides.title)
    subtitle = typeset(say("figure_ecdf_what", counted=sides.counted))
    curves = (_curve(sides.before, low, high), _curve(sides.after, low, high))
    return FigureSpec(
        kind=kind,
        title=title,
        subtitle=subtitle,
        x=x,
        y=y,
        marks=(
            Curve(*curves[0], "before"),
            Curve(*curves[1], "after"),
            *medians(sides, low, high, (0.32, 0.2)),
        ),
        alt=sides.alt(title, subtitle),
        table=_table(sides),
        height=200,
    )


def _curve(values: FloatArray, low: float, high: float) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Points of the empirical distribution at no more than MOST_POINTS values, as a staircase."""
    levels = np.unique(np.clip(values, low, high))
    if len(levels) > MOST_POINTS:
        levels = np.unique(np.quantile(values, np.linspace(0.0, 1.0, MOST_POINTS)).clip(low, high))
    shares = np.searchsorted(np.sort(values), levels, side="right") / len(values)
    xs = np.concatenate([[low], np.repeat(levels, 2), [high]])
    ys = np.concatenate([[0.0], np.stack([np.concatenate([[0.0], shares[:-1]]), shares], axis=1).ravel(), shares[-1:]])
    return tuple(xs.tolist()), tuple(ys.tolist())


def _table(sides: Sides) -> DataTable:
    """Quantiles of both versions, by tenths."""
    say = sides.speaker.voice.say
    tenths = np.linspace(0.0, 1.0, 11)
    before, after = np.quantile(sides.before, tenths), np.quantile(sides.after, tenths)
    rows = tuple(zip(tenths.tolist(), before.tolist(), after.tolist(), strict=True))
    return DataTable((say("column_share"), say("column_before"), say("column_after")), rows)
