"""Lights the row of a figure that the selection is about, so that one choice is seen in every view."""

from __future__ import annotations

from dataclasses import replace

from tradeoff_app.figures.spec import Box, FigureSpec


def has_rows(spec: FigureSpec) -> bool:
    """Whether the figure's rows stand under each other in the order of the table behind it."""
    count = len(spec.table.quantities)
    return spec.y.is_reversed and count > 0 and (spec.y.low, spec.y.high) == (-0.5, count - 0.5)


def lit_rows(spec: FigureSpec, metric: str | None, segment: str) -> tuple[int, ...]:
    """The rows that are about a metric in a segment: the cell itself, its segment, or its metric's price."""
    if not has_rows(spec) or metric is None:
        return ()
    wanted = {
        f"value_segment:{segment}",
        f"value_metric:{metric}",
        f"effect:{metric}|{segment}",
        f"tornado:effect/{metric}|{segment}",
        f"tornado:exposure/{segment}",
    }
    wanted |= {f"tornado:money/{metric}|{where}" for where in ("*", segment)}
    return tuple(at for at, quantity in enumerate(spec.table.quantities) if quantity in wanted)


def lit(spec: FigureSpec, metric: str | None, segment: str) -> FigureSpec:
    """The figure with a soft ground under the rows that the selection is about."""
    rows = lit_rows(spec, metric, segment)
    if not rows:
        return spec
    grounds = tuple(Box(spec.x.low, spec.x.high, at - 0.46, at + 0.46, "selected") for at in rows)
    return replace(spec, marks=(*grounds, *spec.marks))
