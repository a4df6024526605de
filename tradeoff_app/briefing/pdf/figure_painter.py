"""Paints a figure on a PDF page: vectors and selectable text, drawn from the same specification as the screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tradeoff_app.briefing.pdf.figure_frame import (
    END_WORD,
    GAP,
    PIXEL,
    Frame,
    elided,
    frame,
    label_style,
    parts,
    tick_lines,
    tick_style,
)
from tradeoff_app.briefing.pdf.flow import Strip
from tradeoff_app.briefing.pdf.typesetting import SMALL, Span, TextStyle, draw_line, draw_text, line_width
from tradeoff_app.figures.palette import LIGHT
from tradeoff_app.figures.spec import (
    Box,
    Connector,
    CountGrid,
    Curve,
    Dot,
    FigureSpec,
    Interval,
    Label,
    Mark,
    Polygon,
    Rule,
    Steps,
)

SOFT = 0.3
LEAST_EDGE = 24.0
"""Points right of the plot from which on they hold a column of values."""
_DASH = [3 * PIXEL, 2 * PIXEL]
Rectangle = tuple[float, float, float, float]
"""Left, top, width and height on the page."""


def plot_height(spec: FigureSpec, width: float) -> float:
    """The height in points that the figure asks for; that of a grid follows from its squares."""
    grid = next((mark for mark in spec.marks if isinstance(mark, CountGrid)), None)
    return spec.height * PIXEL if grid is None else width / grid.columns * grid.rows


def grid_legend(grid: CountGrid, notes: tuple[str, ...], width: float) -> Strip:
    """What the squares of a grid mean, each behind a square in its colour; under each other where they don't fit."""
    roles = (grid.role_before, grid.role_more)
    items = [(Span(note, SMALL.inked(LIGHT.ink(role))), role) for note, role in zip(notes, roles, strict=False)]
    is_wide = sum(span.width + 24 for span, _ in items) <= width

    def draw(canvas: Any, x: float, top: float) -> None:
        for span, role in items:
            canvas.setFillColor(LIGHT.mark(role))
            canvas.rect(x, top - SMALL.leading / 2 - 2.5, 5, 5, stroke=0, fill=1)
            draw_text(canvas, span.text, span.style, x + 8, top - SMALL.leading / 2 - _rise(SMALL))
            x, top = (x + span.width + 24, top) if is_wide else (x, top - SMALL.leading)

    return Strip(SMALL.leading * (1 if is_wide else len(items)), draw, 5.0)


def paint_figure(canvas: Any, spec: FigureSpec, x: float, top: float, size: tuple[float, float]) -> None:
    """Paints the plot (without title) into a space of (width, height) points whose upper left corner is (x, top)."""
    area = frame(spec, x, top, *size)
    canvas.saveState()
    _paint_axes(canvas, spec, area)
    for mark in spec.marks:
        if not isinstance(mark, Label):
            _PAINTERS[type(mark)](canvas, mark, area, spec)
    taken: list[Rectangle] = []
    for mark in spec.marks:
        if isinstance(mark, Label):
            _paint_label(canvas, mark, area, spec, taken)
    canvas.restoreState()


def _paint_axes(canvas: Any, spec: FigureSpec, area: Frame) -> None:
    canvas.setLineWidth(0.5)
    canvas.setStrokeColor(LIGHT.rule)
    for tick in spec.y.ticks if spec.y.rules else ():
        canvas.line(area.left, area.up(tick.at), area.right, area.up(tick.at))
    for tick in spec.x.ticks if spec.x.rules else ():
        canvas.line(area.across(tick.at), area.bottom, area.across(tick.at), area.top)
    if not spec.y.is_hidden:
        for tick in spec.y.ticks:
            style = tick_style(tick.label)
            end = area.left - GAP
            draw_text(canvas, tick.label, style, end - Span(tick.label, style).width, area.up(tick.at) - _rise(style))
    if not spec.x.is_hidden:
        _paint_x_ticks(canvas, spec, area)
    _paint_end_words(canvas, spec, area)


def _paint_x_ticks(canvas: Any, spec: FigureSpec, area: Frame) -> None:
    for tick in spec.x.ticks:
        style = tick_style(tick.label)
        baseline = area.bottom - GAP / 2 - style.size
        for line in tick_lines(spec.x, tick.label, area.right - area.left):
            draw_line(canvas, line, area.across(tick.at) - line_width(line) / 2, baseline)
            baseline -= style.leading


def _paint_end_words(canvas: Any, spec: FigureSpec, area: Frame) -> None:
    baseline = area.top + 4
    draw_text(canvas, spec.x.start_word, END_WORD, area.left, baseline)
    word = Span(spec.x.end_word, END_WORD)
    draw_text(canvas, spec.x.end_word, END_WORD, area.right - word.width, baseline)


def _rise(style: TextStyle) -> float:
    """How far the baseline lies below the middle of the digits."""
    return style.size * 0.33


def _paint_box(canvas: Any, mark: Box, area: Frame, _spec: FigureSpec) -> None:
    x0, x1 = sorted((area.across(mark.x0), area.across(mark.x1)))
    y0, y1 = sorted((area.up(mark.y0), area.up(mark.y1)))
    canvas.setFillColor(LIGHT.mark(mark.role))
    canvas.setFillAlpha(SOFT if mark.fill == "soft" else 1.0)
    canvas.setStrokeColor(LIGHT.ink(mark.role))
    canvas.setLineWidth(PIXEL)
    inset = PIXEL / 2 if mark.is_outlined else 0.0
    canvas.rect(
        x0 + inset,
        y0 + inset,
        max(x1 - x0 - 2 * inset, 0.1),
        max(y1 - y0 - 2 * inset, 0.1),
        stroke=int(mark.is_outlined),
        fill=int(mark.fill != "none"),
    )
    canvas.setFillAlpha(1.0)


def _paint_polygon(canvas: Any, mark: Polygon, area: Frame, _spec: FigureSpec) -> None:
    path = canvas.beginPath()
    path.moveTo(area.across(mark.points[0][0]), area.up(mark.points[0][1]))
    for x, y in mark.points[1:]:
        path.lineTo(area.across(x), area.up(y))
    path.close()
    canvas.setFillColor(LIGHT.mark(mark.role))
    canvas.setFillAlpha(SOFT)
    canvas.drawPath(path, stroke=0, fill=1)
    canvas.setFillAlpha(1.0)


def _paint_steps(canvas: Any, mark: Steps, area: Frame, _spec: FigureSpec) -> None:
    path = canvas.beginPath()
    base = area.up(0.0)
    path.moveTo(area.across(mark.edges[0]), base)
    for start, end, height in zip(mark.edges[:-1], mark.edges[1:], mark.heights, strict=True):
        path.lineTo(area.across(start), area.up(height))
        path.lineTo(area.across(end), area.up(height))
    path.lineTo(area.across(mark.edges[-1]), base)
    canvas.setStrokeColor(LIGHT.ink(mark.role))
    canvas.setFillColor(LIGHT.mark(mark.role))
    canvas.setFillAlpha(SOFT)
    canvas.setLineWidth((1.5 if mark.is_filled else 2.0) * PIXEL)
    canvas.setLineJoin(0)
    canvas.drawPath(path, stroke=1, fill=int(mark.is_filled))
    canvas.setFillAlpha(1.0)


def _paint_curve(canvas: Any, mark: Curve, area: Frame, _spec: FigureSpec) -> None:
    if not mark.xs:
        return
    path = canvas.beginPath()
    path.moveTo(area.across(mark.xs[0]), area.up(mark.ys[0]))
    for x, y in zip(mark.xs[1:], mark.ys[1:], strict=True):
        path.lineTo(area.across(x), area.up(y))
    canvas.setStrokeColor(LIGHT.ink(mark.role))
    canvas.setLineWidth((1.5 if mark.role == "before" else 2.0) * PIXEL)
    canvas.setDash(_DASH if mark.is_dashed else [])
    canvas.drawPath(path, stroke=1, fill=0)
    canvas.setDash([])


def _paint_interval(canvas: Any, mark: Interval, area: Frame, spec: FigureSpec) -> None:
    if mark.orientation == "column":
        _paint_whisker(canvas, mark, area, spec)
        return
    y = area.up(mark.at)
    low, high = (min(max(area.across(value), area.left), area.right) for value in (mark.low, mark.high))
    canvas.setStrokeColor(LIGHT.mark(mark.role))
    canvas.setLineWidth(4 * PIXEL)
    canvas.line(low, y, max(high, low + 0.5), y)
    _paint_arrows(canvas, mark, area, y)
    if mark.point is not None:
        _paint_point(canvas, mark, min(max(area.across(mark.point), area.left), area.right), y)


def _paint_arrows(canvas: Any, mark: Interval, area: Frame, y: float) -> None:
    canvas.setFillColor(LIGHT.mark(mark.role))
    for leaves, tip, direction in (
        (mark.low < area.x.low, area.left, -1),
        (mark.high > area.x.high, area.right, 1),
    ):
        if leaves:
            path = canvas.beginPath()
            path.moveTo(tip + 4 * direction, y)
            path.lineTo(tip - direction, y + 4)
            path.lineTo(tip - direction, y - 4)
            path.close()
            canvas.drawPath(path, stroke=0, fill=1)


def _paint_point(canvas: Any, mark: Interval, x: float, y: float) -> None:
    canvas.setLineWidth(1.5 * PIXEL if mark.is_ring else PIXEL)
    canvas.setStrokeColor(LIGHT.mark(mark.role) if mark.is_ring else LIGHT.surface)
    canvas.setFillColor(LIGHT.surface if mark.is_ring else LIGHT.mark(mark.role))
    canvas.circle(x, y, 3.2 if mark.is_ring else 3.6, stroke=1, fill=1)


def _paint_whisker(canvas: Any, mark: Interval, area: Frame, spec: FigureSpec) -> None:
    """A whisker in ink, turned to surface where it crosses a filled column."""
    x, low, high = area.across(mark.at), area.up(mark.low), area.up(mark.high)
    canvas.setLineWidth(1.5 * PIXEL)
    cap = 6 * PIXEL
    inside = [box for box in spec.marks if isinstance(box, Box) and _holds(box, mark.at) and box.fill == "solid"]
    canvas.setStrokeColor(LIGHT.text)
    canvas.line(x, low, x, high)
    for box in inside:
        y0, y1 = sorted((area.up(box.y0), area.up(box.y1)))
        start, end = max(low, y0), min(high, y1)
        if start < end:
            canvas.setStrokeColor(_on(box))
            canvas.line(x, start, x, end)
    for y, value in ((low, mark.low), (high, mark.high)):
        under = next((box for box in inside if min(box.y0, box.y1) < value < max(box.y0, box.y1)), None)
        canvas.setStrokeColor(LIGHT.text if under is None else _on(under))
        canvas.line(x - cap, y, x + cap, y)


def _holds(box: Box, x: float) -> bool:
    return min(box.x0, box.x1) <= x <= max(box.x0, box.x1)


def _on(box: Box) -> str:
    """The ink that reads on a filled box."""
    return LIGHT.surface if box.role in ("accent", "text") else LIGHT.on_mark


def _paint_dot(canvas: Any, mark: Dot, area: Frame, _spec: FigureSpec) -> None:
    canvas.setFillColor(LIGHT.mark(mark.role))
    half = 3 * PIXEL
    canvas.rect(area.across(mark.x) - half, area.up(mark.y) - half, 2 * half, 2 * half, stroke=0, fill=1)


def _paint_rule(canvas: Any, mark: Rule, area: Frame, _spec: FigureSpec) -> None:
    canvas.setStrokeColor(LIGHT.ink(mark.role) if mark.role in ("before", "after") else LIGHT.mark(mark.role))
    canvas.setLineWidth(PIXEL)
    canvas.setDash(_DASH if mark.is_dashed else [])
    if mark.orientation == "vertical":
        canvas.line(area.across(mark.at), area.bottom, area.across(mark.at), area.top)
    else:
        canvas.line(area.left, area.up(mark.at), area.right, area.up(mark.at))
    canvas.setDash([])


def _paint_connector(canvas: Any, mark: Connector, area: Frame, _spec: FigureSpec) -> None:
    canvas.setStrokeColor(LIGHT.mark(mark.role))
    canvas.setLineWidth(PIXEL)
    canvas.line(area.across(mark.x0), area.up(mark.y0), area.across(mark.x1), area.up(mark.y1))


def _paint_grid(canvas: Any, mark: CountGrid, area: Frame, _spec: FigureSpec) -> None:
    """Squares filled by column from the top; those gained or lost carry an outline besides their colour."""
    pitch = min((area.right - area.left) / mark.columns, (area.top - area.bottom) / mark.rows)
    side = pitch * 0.86
    first, last = sorted((mark.before, mark.before + mark.more))
    for index in range(mark.rows * mark.columns):
        column, row = divmod(index, mark.rows)
        x, y = area.left + column * pitch, area.top - row * pitch - side
        is_changed = first <= index < last
        role = mark.role_more if is_changed else mark.role_before if index < first else "empty"
        canvas.setFillColor(LIGHT.mark(role))
        canvas.setStrokeColor(LIGHT.ink(role))
        canvas.setLineWidth(0.4)
        canvas.rect(x, y, side, side, stroke=int(is_changed), fill=1)


def _paint_label(canvas: Any, mark: Label, area: Frame, spec: FigureSpec, taken: list[Rectangle]) -> None:
    style = label_style(mark)
    lines = parts(_fitting(mark, style, area))
    middle = area.up(mark.y)
    height = style.leading * len(lines)
    top = {
        "above": middle + 3 + height,
        "middle": middle + height / 2,
        "below": middle - 3,
    }[mark.vertical]
    widest = max(Span(line, style).width for line in lines)
    left = _label_start(mark, widest, area)
    if mark.edge is None:
        top = _free_top(taken, left, top, widest, height, goes_up=mark.vertical == "above")
    under = _box_under(spec, area, left + widest / 2, top - height / 2)
    if under is not None:
        style = style.inked(_on(under))
    elif mark.edge is None:
        _clear_rules(canvas, spec, area, (left - 1.5, top, widest + 3, height))
    for line in lines:
        x = _label_start(mark, Span(line, style).width, area)
        draw_text(canvas, line, style, x, top - style.leading / 2 - _rise(style))
        top -= style.leading


def _clear_rules(canvas: Any, spec: FigureSpec, area: Frame, space: Rectangle) -> None:
    """Ends the scale's rules around a label, so that none runs through its digits; marks are left alone."""
    left, top, width, height = space
    if not spec.y.rules or any(not isinstance(mark, Box | Connector | Interval | Label | Rule) for mark in spec.marks):
        return
    for mark in spec.marks:
        if isinstance(mark, Box | Connector):
            x0, x1 = sorted((area.across(mark.x0), area.across(mark.x1)))
            y0, y1 = sorted((area.up(mark.y0), area.up(mark.y1)))
            if x0 < left + width and x1 > left and y0 < top and y1 > top - height:
                return
    canvas.setFillColor(LIGHT.surface)
    canvas.rect(left, top - height, width, height, stroke=0, fill=1)


def _fitting(mark: Label, style: TextStyle, area: Frame) -> str:
    """A row's name as far as the column of values at the right edge leaves room for it."""
    if mark.edge is not None or mark.anchor != "left" or area.edges[1] - area.right < LEAST_EDGE:
        return mark.text
    room = area.right - area.across(mark.x) - 4
    return "".join(span.text for span in elided(mark.text, style, room, tail=0.5))


def _free_top(taken: list[Rectangle], left: float, top: float, width: float, height: float, *, goes_up: bool) -> float:
    """The label's top, moved away from labels that stand there already; one above a mark stays above it."""
    for other_left, other_top, other_width, other_height in taken:
        is_beside = left >= other_left + other_width or left + width <= other_left
        if not is_beside and top > other_top - other_height and top - height < other_top:
            top = other_top + height if goes_up else other_top - other_height
    taken.append((left, top, width, height))
    return top


def _label_start(mark: Label, width: float, area: Frame) -> float:
    if mark.edge == "right":
        return area.edges[1] - width
    if mark.edge == "left":
        return area.edges[0]
    x = area.across(mark.x)
    start = {"left": x + 4, "centre": x - width / 2, "right": x - 4 - width}[mark.anchor]
    return max(area.left, min(start, area.edges[1] - width))


def _box_under(spec: FigureSpec, area: Frame, x: float, y: float) -> Box | None:
    """The filled box under a point of the page, if any."""
    boxes = (mark for mark in spec.marks if isinstance(mark, Box) and mark.fill == "solid")
    for box in boxes:
        x0, x1 = sorted((area.across(box.x0), area.across(box.x1)))
        y0, y1 = sorted((area.up(box.y0), area.up(box.y1)))
        if x0 < x < x1 and y0 < y < y1:
            return box
    return None


_PAINTERS: dict[type[Mark], Callable[[Any, Any, Frame, FigureSpec], None]] = {
    Box: _paint_box,
    Polygon: _paint_polygon,
    Steps: _paint_steps,
    Curve: _paint_curve,
    Interval: _paint_interval,
    Dot: _paint_dot,
    Rule: _paint_rule,
    Connector: _paint_connector,
    CountGrid: _paint_grid,
}
