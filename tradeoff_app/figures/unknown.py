"""A figure that has nothing to draw: it says why instead of showing an empty plot."""

from __future__ import annotations

from tradeoff_app.figures.spec import DataTable, FigureSpec
from tradeoff_app.figures.ticks import hidden_axis


def unknown(kind: str, title: str, reason: str) -> FigureSpec:
    """A figure with its title and the reason why there is nothing in it."""
    return FigureSpec(
        kind=kind,
        title=title,
        subtitle=reason,
        x=hidden_axis(0.0, 1.0),
        y=hidden_axis(0.0, 1.0),
        marks=(),
        alt=f"{title}. {reason}",
        table=DataTable((), ()),
        height=60,
    )
