"""Where the plot lies inside its widget: margins from the labels that are really set, and data to pixels."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF

from tradeoff_app.figures.spec import Axis, CountGrid, FigureSpec, Label
from tradeoff_app.ui.plots.finite import finite_range
from tradeoff_app.ui.theme import font, line_height

GAP = 8.0
MOST_OF_WIDTH = 0.5
"""Names at the side take half of the width at most; longer ones are cut."""


@dataclass(frozen=True)
class Margins:
    """Pixels around the plot."""

    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0

    def widest(self, other: Margins) -> Margins:
        """The larger of both on each side."""
        return Margins(
            max(self.left, other.left),
            max(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )


@dataclass(frozen=True)
class Frame:
    """The plot's rectangle in pixels with its two axes; `space` is the whole of the widget."""

    x: Axis
    y: Axis
    plot: QRectF
    space: QRectF

    def across(self, value: float) -> float:
        """Pixel x of a data x."""
        return self.plot.left() + _share(self.x, value) * self.plot.width()

    def down(self, value: float) -> float:
        """Pixel y of a data y."""
        return self.plot.bottom() - _share(self.y, value) * self.plot.height()


def make_frame(spec: FigureSpec, space: QRectF, margins: Margins) -> Frame:
    """The plot inside `space` after the margins are taken off; never narrower than a pixel."""
    plot = space.adjusted(margins.left, margins.top, -margins.right, -margins.bottom)
    plot.setWidth(max(1.0, plot.width()))
    plot.setHeight(max(1.0, plot.height()))
    return Frame(_finite(spec.x), _finite(spec.y), plot, space)


def margins_of(spec: FigureSpec, width: float) -> Margins:
    """The room that ticks, labels at the edges and words over the axis need at this width."""
    longest = width * MOST_OF_WIDTH
    left = min(longest, max(_tick_room(spec.y), _edge_room(spec, "left")))
    right = min(longest, max(_edge_room(spec, "right"), _last_tick_room(spec)))
    slot = (width - left - right) / max(1, len(spec.x.ticks))
    return Margins(left, _top_room(spec), right, _bottom_room(spec, slot))


def with_axes_of(spec: FigureSpec, kept: FigureSpec) -> FigureSpec:
    """The figure on the axes of an earlier one, for the time of a drag."""
    return replace(spec, x=kept.x, y=kept.y)


def names_things(axis: Axis) -> bool:
    """Whether the ticks name things instead of numbers."""
    return any(tick.label[:1].isalpha() for tick in axis.ticks)


def tick_font(label: str) -> QFont:
    """Names are set as text, numbers small."""
    return font("body") if label[:1].isalpha() else font("small")


def label_font(label: Label) -> QFont:
    """Direct labels 13 px 600, remarks small, names at the side as body."""
    if label.edge == "left":
        return font("strong" if label.is_strong else "body")
    return font("figure" if label.is_strong else "small")


def text_width(text: str, used: QFont) -> float:
    """Width of the longest line, in pixels."""
    metrics = QFontMetricsF(used)
    return max((metrics.horizontalAdvance(line) for line in text.split("\n")), default=0.0)


def tick_lines(axis: Axis, label: str, slot: float) -> list[str]:
    """A tick's label in as many lines (three at most) as its share of the axis asks for."""
    if not names_things(axis):
        return [label]
    used = tick_font(label)
    lines: list[str] = []
    for part in label.split("\n"):
        line = ""
        for word in part.split():
            longer = f"{line} {word}".strip()
            if line and text_width(longer, used) > slot - 6:
                lines.append(line)
                line = word
            else:
                line = longer
        lines.append(line)
    return lines[:3]


def _finite(axis: Axis) -> Axis:
    low, high = finite_range(axis.low, axis.high)
    return axis if (low, high) == (axis.low, axis.high) else replace(axis, low=low, high=high)


def _share(axis: Axis, value: float) -> float:
    span = (axis.high - axis.low) or 1.0
    share = (value - axis.low) / span
    return 1.0 - share if axis.is_reversed else share


def _tick_room(axis: Axis) -> float:
    if axis.is_hidden or not axis.ticks:
        return 0.0
    return GAP + max(text_width(tick.label, tick_font(tick.label)) for tick in axis.ticks)


def _edge_room(spec: FigureSpec, edge: str) -> float:
    labels = [mark for mark in spec.marks if isinstance(mark, Label) and mark.edge == edge]
    if not labels:
        return 0.0
    return 1.5 * GAP + max(text_width(label.text, label_font(label)) for label in labels)


def _last_tick_room(spec: FigureSpec) -> float:
    if spec.x.is_hidden or not spec.x.ticks or names_things(spec.x):
        return 0.0
    last = max(spec.x.ticks, key=lambda tick: tick.at)
    beyond = (last.at - spec.x.low) / ((spec.x.high - spec.x.low) or 1.0)
    return (text_width(last.label, font("small")) / 2 + 2) * max(0.0, min(1.0, beyond * 4 - 3))


def _top_room(spec: FigureSpec) -> float:
    words = line_height("small") + 4.0 if spec.x.start_word or spec.x.end_word else 0.0
    ticks = 0.0 if spec.y.is_hidden or not spec.y.ticks else line_height("small") / 2
    return max(words, ticks)


def _bottom_room(spec: FigureSpec, slot: float) -> float:
    if spec.x.is_hidden or not spec.x.ticks:
        return 0.0 if any(isinstance(mark, CountGrid) for mark in spec.marks) else 2.0
    lines = max(len(tick_lines(spec.x, tick.label, slot)) for tick in spec.x.ticks)
    return 10.0 + lines * (line_height("body" if names_things(spec.x) else "small") - 2)
