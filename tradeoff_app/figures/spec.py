"""What a figure is: a finding, axes with ready ticks, marks in data coordinates, and the table behind it.

A painter (screen or PDF) knows marks, never figures; a figure knows roles, never colours or fonts.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Role = Literal[
    "before",
    "after",
    "better",
    "worse",
    "unknown",
    "no_worse",
    "accent",
    "text",
    "muted",
    "rule",
    "strong",
    "empty",
    "selected",
]
Anchor = Literal["left", "centre", "right"]
Vertical = Literal["above", "middle", "below"]


@dataclass(frozen=True)
class Tick:
    """A label on an axis at a data position."""

    at: float
    label: str


@dataclass(frozen=True)
class Axis:
    """A range with ready ticks; `rules` draws a hairline at each tick across the plot; hidden axes show no labels.

    `start_word` and `end_word` stand over the ends ("worse", "better"). `is_reversed` puts high values first (rows).
    """

    low: float
    high: float
    ticks: tuple[Tick, ...] = ()
    rules: bool = False
    is_hidden: bool = False
    start_word: str = ""
    end_word: str = ""
    is_reversed: bool = False


@dataclass(frozen=True)
class Box:
    """A filled rectangle; `fill` solid, soft (30 %) or none; outlined boxes get an edge in the ink of their role."""

    x0: float
    x1: float
    y0: float
    y1: float
    role: Role
    fill: Literal["solid", "soft", "none"] = "solid"
    is_outlined: bool = False


@dataclass(frozen=True)
class Polygon:
    """A soft band between points, such as the flow of fixed and broken units."""

    points: tuple[tuple[float, float], ...]
    role: Role


@dataclass(frozen=True)
class Steps:
    """A histogram outline: `heights[i]` between `edges[i]` and `edges[i + 1]`; filled: soft with an ink edge."""

    edges: tuple[float, ...]
    heights: tuple[float, ...]
    role: Role
    is_filled: bool = False


@dataclass(frozen=True)
class Curve:
    """A line through points, such as an empirical distribution."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    role: Role
    is_dashed: bool = False


@dataclass(frozen=True)
class Interval:
    """An interval with its point. Rows: `at` is y and low/high are x (4 px bar); columns: whisker with caps at x `at`.

    `is_ring` draws the point open (can't tell). A bar that leaves the axis ends in an arrow head.
    """

    at: float
    low: float
    high: float
    point: float | None
    role: Role
    orientation: Literal["row", "column"] = "row"
    is_ring: bool = False


@dataclass(frozen=True)
class Dot:
    """A single point without interval, such as a fixed cost: a small square."""

    x: float
    y: float
    role: Role


@dataclass(frozen=True)
class Rule:
    """A straight line across the plot at a data position: the zero line, a margin, a median."""

    at: float
    orientation: Literal["vertical", "horizontal"]
    role: Role
    is_dashed: bool = False


@dataclass(frozen=True)
class Connector:
    """A thin line between two points, such as between the columns of a waterfall."""

    x0: float
    y0: float
    x1: float
    y1: float
    role: Role = "strong"


@dataclass(frozen=True)
class Label:
    """Text at a data position; with `edge` it sits at that edge of the plot and `x` is ignored."""

    x: float
    y: float
    text: str
    role: Role = "text"
    anchor: Anchor = "left"
    vertical: Vertical = "middle"
    is_strong: bool = False
    edge: Literal["left", "right"] | None = None
    is_on_fill: bool = False


@dataclass(frozen=True)
class CountGrid:
    """1,000 squares, filled by column: `before` of them in the first role, `more` beyond them in the second (or, when
    negative, that many of the first turned into the second)."""

    before: int
    more: int
    role_before: Role
    role_more: Role
    rows: int = 20
    columns: int = 50


Mark = Box | Polygon | Steps | Curve | Interval | Dot | Rule | Connector | Label | CountGrid


@dataclass(frozen=True)
class DataTable:
    """The numbers behind a figure, ready to be read as a table or saved as CSV; cells are texts or plain numbers.

    `quantities` are the addresses that explain the rows, one a row, or none at all.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str | float | int | None, ...], ...]
    quantities: tuple[str, ...] = ()


@dataclass(frozen=True)
class FigureSpec:
    """One picture. `title` states the finding, `subtitle` what is drawn, the unit and the interval; `alt` says it all.

    `height` is the wanted height in device-independent pixels at a width of 280 to 900; painters may scale. `quantity`
    is the address that explains the number which the figure is about.
    """

    kind: str
    title: str
    subtitle: str
    x: Axis
    y: Axis
    marks: tuple[Mark, ...]
    alt: str
    table: DataTable
    height: int = 200
    notes: tuple[str, ...] = field(default=())
    quantity: str = ""
