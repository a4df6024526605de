"""Where the direct labels of a plot stand: inside, beside bars and histograms, never on one another."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF

from tradeoff_app.figures.spec import Box, FigureSpec, Label, Steps
from tradeoff_app.ui.plots.finite import are_finite
from tradeoff_app.ui.plots.frame import GAP, Frame, label_font, text_width
from tradeoff_app.ui.plots.mark_painters import ink_colour, on_fill

BLEED = 2.0
"""Pixels that drawn text may be wider than its metrics say."""
LEAST_NAME = 60.0
TIGHT = 2.0
"""Pixels by which two lines may overlap without touching."""


def labels_of(spec: FigureSpec) -> list[Label]:
    """The labels that have a text and a place."""
    labels = [mark for mark in spec.marks if isinstance(mark, Label) and mark.text and are_finite(mark.y)]
    return [label for label in labels if label.edge is not None or are_finite(label.x)]


def label_rects(spec: FigureSpec, area: Frame) -> list[QRectF]:
    """Where the direct labels will stand, in the order of the marks."""
    taken: list[QRectF] = []
    for mark in labels_of(spec):
        taken.append(place_label(mark, spec, area, taken)[0])
    return taken


def place_label(mark: Label, spec: FigureSpec, area: Frame, taken: list[QRectF]) -> tuple[QRectF, QColor]:
    """The label's rectangle and ink; it is moved up or down a line where another one stands already."""
    used = label_font(mark)
    width = min(text_width(mark.text, used), area.space.width() - BLEED, _room_beside(mark, spec, area))
    height = _height(mark, used)
    ink = ink_colour(mark.role)
    box = _box_under(mark, spec) if mark.is_on_fill else None
    if box is not None:
        room = abs(area.across(box.x1) - area.across(box.x0))
        if width + 12 <= room:
            ink = on_fill(box.role)
        else:
            mark = _beside(mark, box)
    wanted = _wanted(mark, area, width, height)
    shapes = [shape for shape in spec.marks if isinstance(shape, Steps)] if mark.role in ("before", "after") else []
    first = -8.0 if mark.anchor == "right" else 8.0
    for place in _places(wanted, area.space, taken, is_down_first=mark.edge == "right"):
        moved = _beside_steps(place, shapes, area, first)
        core = _core(moved)
        if not any(core.intersects(other) for other in taken):
            return moved, ink
    return _inside(wanted, area.space), ink


def _room_beside(mark: Label, spec: FigureSpec, area: Frame) -> float:
    """The width that the number at the right end of its row leaves to a name; the name is cut, the number never."""
    if mark.edge is not None or mark.anchor != "left":
        return area.space.width()
    marks = (other for other in spec.marks if isinstance(other, Label) and other.edge == "right")
    numbers = [other for other in marks if other.y == mark.y and other.text]
    taken = max((text_width(other.text, label_font(other)) for other in numbers), default=0.0)
    room = area.space.right() - 2 * BLEED - GAP - taken - (area.across(mark.x) + 6)
    return max(LEAST_NAME, room) if taken else area.space.width()


def _wanted(mark: Label, area: Frame, width: float, height: float) -> QRectF:
    y = area.down(mark.y)
    top = {"above": y - 4 - height, "middle": y - height / 2, "below": y + 4}[mark.vertical]
    if mark.edge == "right":
        return QRectF(area.space.right() - BLEED - width, top, width, height)
    if mark.edge == "left":
        return QRectF(area.space.left(), top, min(width, max(24.0, area.plot.left() - GAP)), height)
    x = area.across(mark.x)
    left = {"left": x + 6, "centre": x - width / 2, "right": x - 6 - width}[mark.anchor]
    return QRectF(left, top, width, height)


def _beside(mark: Label, box: Box) -> Label:
    """The label outside a bar that is too short for it."""
    return Label(max(box.x0, box.x1), mark.y, mark.text, mark.role, "left", mark.vertical, mark.is_strong)


def _beside_steps(rect: QRectF, shapes: list[Steps], area: Frame, first: float) -> QRectF:
    """The label moved sideways until no histogram runs through it; where it was if there is no such place."""
    for step in (first, -first):
        moved = QRectF(rect)
        while area.plot.left() <= moved.left() and moved.right() <= area.plot.right():
            if not any(_crosses(moved, shape, area) for shape in shapes):
                return moved
            moved.translate(step, 0)
    return rect


def _crosses(rect: QRectF, steps: Steps, area: Frame) -> bool:
    return any(
        area.across(end) > rect.left() - 2 and area.across(start) < rect.right() and area.down(height) < rect.bottom()
        for start, end, height in zip(steps.edges[:-1], steps.edges[1:], steps.heights, strict=True)
    )


def _inside(rect: QRectF, space: QRectF) -> QRectF:
    moved = QRectF(rect)
    moved.moveLeft(max(space.left(), min(rect.left(), space.right() - BLEED - rect.width())))
    moved.moveTop(max(space.top(), min(rect.top(), space.bottom() - rect.height())))
    return moved


def _places(rect: QRectF, space: QRectF, taken: list[QRectF], *, is_down_first: bool) -> Iterator[QRectF]:
    """Where a label may stand, the best place first: as wanted, just below or above what is in its way, lines away."""
    yield _inside(rect, space)
    height, core = rect.height(), _core(rect)
    in_the_way = [other for other in taken if core.intersects(other)]
    below = [other.bottom() - TIGHT for other in in_the_way]
    above = [other.top() + TIGHT - height for other in in_the_way]
    near = below + above if is_down_first else above + below
    far = [rect.top() + lines * height for lines in (1, -1, 2, -2, 3, -3)]
    for top in (*near, *far):
        yield _inside(QRectF(rect.left(), top, rect.width(), height), space)


def _core(rect: QRectF) -> QRectF:
    """The part of a label that must stay free; letters leave some air above and below."""
    return rect.adjusted(1, TIGHT, -1, -TIGHT)


def _box_under(mark: Label, spec: FigureSpec) -> Box | None:
    for box in spec.marks:
        if isinstance(box, Box) and box.fill == "solid" and box.role != "selected":
            low, high = sorted((box.y0, box.y1))
            if min(box.x0, box.x1) <= mark.x <= max(box.x0, box.x1) and low <= mark.y <= high:
                return box
    return None


def _height(mark: Label, used: QFont) -> float:
    return QFontMetricsF(used).height() * len(mark.text.split("\n"))
