"""Where the plot of a figure lies inside its space: margins from the labels that will really be set."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from tradeoff_app.briefing.pdf.typesetting import SMALL, STRONG, TABLE, Line, Span, TextStyle, line_width, wrap
from tradeoff_app.figures.palette import LIGHT
from tradeoff_app.figures.spec import Axis, CountGrid, FigureSpec, Label

PIXEL = 0.75
"""Points per device-independent pixel."""
GAP = 6.0
TICK = SMALL
CATEGORY = TABLE.inked(LIGHT.text)
DIRECT = TextStyle(9.75, 12.75, "semibold")
LABEL = SMALL
MOST_TICK_LINES = 3
END_WORD = SMALL


@dataclass(frozen=True)
class Frame:
    """The plot's rectangle on the page (y up) with its two axes; `edges` are the ends of the whole space."""

    x: Axis
    y: Axis
    left: float
    right: float
    bottom: float
    top: float
    edges: tuple[float, float]

    def across(self, value: float) -> float:
        """Page x of a data x."""
        return _place(self.x, value, self.left, self.right)

    def up(self, value: float) -> float:
        """Page y of a data y."""
        return _place(self.y, value, self.bottom, self.top)


def _place(axis: Axis, value: float, start: float, end: float) -> float:
    span = axis.high - axis.low or 1.0
    share = (value - axis.low) / span
    return start + (1.0 - share if axis.is_reversed else share) * (end - start)


def frame(spec: FigureSpec, x: float, top: float, width: float, height: float) -> Frame:
    """The plot's rectangle after the room for ticks, edge labels and end words is taken off."""
    left = x + _left_room(spec)
    right = x + width - _right_room(spec)
    above = _top_room(spec)
    below = bottom_room(spec, right - left)
    return Frame(spec.x, spec.y, left, right, top - height + below, top - above, (x, x + width))


def _left_room(spec: FigureSpec) -> float:
    return max(_tick_room(spec.y), _edge_room(spec, "left"))


def _tick_room(axis: Axis) -> float:
    if axis.is_hidden or not axis.ticks:
        return 0.0
    return GAP + max(line_width((Span(tick.label, tick_style(tick.label)),)) for tick in axis.ticks)


def _edge_room(spec: FigureSpec, edge: str) -> float:
    labels = [mark for mark in spec.marks if isinstance(mark, Label) and mark.edge == edge]
    if not labels:
        return 0.0
    return 2 * GAP + max(line_width((Span(part, label_style(mark)),)) for mark in labels for part in parts(mark.text))


def _right_room(spec: FigureSpec) -> float:
    edge = _edge_room(spec, "right")
    if spec.x.is_hidden or not spec.x.ticks or is_category_axis(spec.x):
        return edge
    last = spec.x.ticks[-1]
    return max(edge, Span(last.label, TICK).width / 2)


def _top_room(spec: FigureSpec) -> float:
    words = END_WORD.leading + 3 if spec.x.start_word or spec.x.end_word else 0.0
    ticks = 0.0 if spec.y.is_hidden or not spec.y.ticks else TICK.size / 2
    return max(words, ticks)


def bottom_room(spec: FigureSpec, plot_width: float) -> float:
    """Points below the plot that the tick labels of the x axis need."""
    if spec.x.is_hidden or not spec.x.ticks:
        return 0.0 if any(isinstance(mark, CountGrid) for mark in spec.marks) else 2.0
    lines = [tick_lines(spec.x, tick.label, plot_width) for tick in spec.x.ticks]
    leading = CATEGORY.leading if is_category_axis(spec.x) else TICK.leading
    return GAP + leading * max(len(each) for each in lines)


def tick_lines(axis: Axis, label: str, plot_width: float) -> list[Line]:
    """A tick's label in as many lines as its share of the axis asks for."""
    style = tick_style(label)
    if not is_category_axis(axis):
        return [(Span(label, style),)]
    slot = plot_width / max(1, len(axis.ticks)) - 4
    lines = wrap(Span(label, style), slot)
    if len(lines) <= MOST_TICK_LINES:
        return lines
    rest = " ".join("".join(span.text for span in line).strip() for line in lines[MOST_TICK_LINES - 1 :])
    return [*lines[: MOST_TICK_LINES - 1], elided(rest, style, slot)]


def elided(text: str, style: TextStyle, width: float, *, tail: float = 0.0) -> Line:
    """A text in one line, cut with "…" where it is too long; `tail` is the share of it that is kept from its end."""
    if Span(text, style).width <= width:
        return (Span(text, style),)

    def keep(letters: int) -> Span:
        last = round(letters * tail)
        return Span(f"{text[: letters - last].rstrip()}…{text[len(text) - last :].lstrip()}", style)

    fitting = bisect_right(range(1, len(text)), width, key=lambda letters: keep(letters).width)
    return (keep(max(1, fitting)),)


def is_category_axis(axis: Axis) -> bool:
    """Whether the ticks name things instead of numbers."""
    return any(tick.label[:1].isalpha() for tick in axis.ticks)


def tick_style(label: str) -> TextStyle:
    """Names are set as text, numbers small and muted."""
    return CATEGORY if label[:1].isalpha() else TICK


def label_style(label: Label) -> TextStyle:
    """Direct labels of marks are semibold in the ink of their role, remarks small."""
    strong, plain = (STRONG, CATEGORY) if label.edge == "left" else (DIRECT, LABEL)
    base = strong if label.is_strong else plain
    return base.inked(LIGHT.ink(label.role))


def parts(text: str) -> list[str]:
    """The lines that a label brings itself."""
    return text.split("\n")
