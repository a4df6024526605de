"""The words in a plot: ticks, words over the axis ends, direct labels; nothing is cut off, nothing lies on another."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from tradeoff_app.figures.spec import Box, FigureSpec, Label, Steps
from tradeoff_app.ui.plots.finite import are_finite
from tradeoff_app.ui.plots.frame import GAP, Frame, label_font, names_things, text_width, tick_font, tick_lines
from tradeoff_app.ui.plots.mark_painters import crisp, hairline, ink_colour, on_fill
from tradeoff_app.ui.theme import colour, font, line_height

BLEED = 2.0
"""Pixels that drawn text may be wider than its metrics say."""
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter


def paint_axes(painter: QPainter, spec: FigureSpec, area: Frame) -> None:
    """Hairlines at the ticks, tick labels, the words over the ends."""
    painter.setPen(hairline(colour("rule")))
    for tick in spec.y.ticks if spec.y.rules else ():
        y = crisp(area.down(tick.at))
        painter.drawLine(QLineF(area.plot.left(), y, area.plot.right(), y))
    for tick in spec.x.ticks if spec.x.rules else ():
        x = crisp(area.across(tick.at))
        painter.drawLine(QLineF(x, area.plot.top(), x, area.plot.bottom()))
    if not spec.y.is_hidden:
        _paint_y_ticks(painter, spec, area)
    if not spec.x.is_hidden:
        _paint_x_ticks(painter, spec, area)
    _paint_end_words(painter, spec, area)


def paint_labels(painter: QPainter, spec: FigureSpec, area: Frame) -> None:
    """Every direct label at its place, moved where it would be cut off or lie on another."""
    taken: list[QRectF] = []
    for mark in _labels(spec):
        _paint_label(painter, mark, spec, area, taken)


def label_rects(spec: FigureSpec, area: Frame) -> list[QRectF]:
    """Where the direct labels will stand, in the order of the marks."""
    taken: list[QRectF] = []
    for mark in _labels(spec):
        taken.append(_place(mark, spec, area, taken)[0])
    return taken


def _labels(spec: FigureSpec) -> list[Label]:
    """The labels that have a text and a place."""
    labels = [mark for mark in spec.marks if isinstance(mark, Label) and mark.text and are_finite(mark.y)]
    return [label for label in labels if label.edge is not None or are_finite(label.x)]


def _paint_y_ticks(painter: QPainter, spec: FigureSpec, area: Frame) -> None:
    for tick in spec.y.ticks:
        used = tick_font(tick.label)
        painter.setFont(used)
        painter.setPen(colour("text" if tick.label[:1].isalpha() else "muted"))
        middle = area.down(tick.at)
        room = QRectF(area.space.left(), middle - 20, area.plot.left() - GAP - area.space.left(), 40)
        shown = QFontMetricsF(used).elidedText(tick.label, Qt.TextElideMode.ElideRight, room.width() + 1)
        painter.drawText(room, RIGHT, shown)


def _paint_x_ticks(painter: QPainter, spec: FigureSpec, area: Frame) -> None:
    slot = area.plot.width() / max(1, len(spec.x.ticks))
    are_names = names_things(spec.x)
    step = line_height("body" if are_names else "small") - 2
    end = area.space.left() - 1e9
    for tick in sorted(spec.x.ticks, key=lambda each: area.across(each.at)):
        lines = tick_lines(spec.x, tick.label, slot)
        used = tick_font(tick.label)
        width = max(text_width(line, used) for line in lines)
        x = area.across(tick.at)
        left = min(max(x - width / 2, area.space.left()), area.space.right() - BLEED - width)
        if left < end + 4:
            continue
        end = left + width
        painter.setFont(used)
        painter.setPen(colour("text" if are_names else "muted"))
        for index, line in enumerate(lines):
            painter.drawText(QRectF(left, area.plot.bottom() + 6 + index * step, width + 2, step), CENTRE, line)
        if not are_names and not spec.x.rules:
            painter.setPen(hairline(colour("strong")))
            painter.drawLine(QLineF(crisp(x), area.plot.bottom(), crisp(x), area.plot.bottom() + 4))


def _paint_end_words(painter: QPainter, spec: FigureSpec, area: Frame) -> None:
    painter.setFont(font("small"))
    painter.setPen(colour("muted"))
    height = line_height("small")
    room = QRectF(area.plot.left(), area.plot.top() - height - 4, area.plot.width(), height)
    painter.drawText(room, LEFT, spec.x.start_word)
    painter.drawText(room, RIGHT, spec.x.end_word)


def _paint_label(painter: QPainter, mark: Label, spec: FigureSpec, area: Frame, taken: list[QRectF]) -> None:
    rect, ink = _place(mark, spec, area, taken)
    taken.append(rect)
    used = label_font(mark)
    painter.setFont(used)
    painter.setPen(ink)
    lines = mark.text.split("\n")
    step = rect.height() / len(lines)
    metrics = QFontMetricsF(used)
    side = {"left": LEFT, "centre": CENTRE, "right": RIGHT}["left" if mark.edge == "left" else mark.anchor]
    for index, line in enumerate(lines):
        shown = metrics.elidedText(line, Qt.TextElideMode.ElideRight, rect.width() + 1)
        painter.drawText(QRectF(rect.left(), rect.top() + index * step, rect.width() + 1, step), side, shown)


def _place(mark: Label, spec: FigureSpec, area: Frame, taken: list[QRectF]) -> tuple[QRectF, QColor]:
    """The label's rectangle and ink; it is moved up or down a line where another one stands already."""
    used = label_font(mark)
    width, height = text_width(mark.text, used), _height(mark, used)
    ink = ink_colour(mark.role)
    box = _box_under(mark, spec) if mark.is_on_fill else None
    if box is not None:
        room = abs(area.across(box.x1) - area.across(box.x0))
        if width + 12 <= room:
            ink = on_fill(box.role)
        else:
            mark = _beside(mark, box)
    wanted = _wanted(mark, area, width, height)
    if mark.edge is None and mark.role in ("before", "after"):
        wanted = _beside_steps(wanted, spec, area)
    return _free(_inside(wanted, area.space), area.space, taken), ink


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


def _beside_steps(rect: QRectF, spec: FigureSpec, area: Frame) -> QRectF:
    """The label moved to the right until no histogram runs through it; where it was if there is no such place."""
    moved = QRectF(rect)
    while moved.right() <= area.plot.right():
        if not any(_crosses(moved, mark, area) for mark in spec.marks if isinstance(mark, Steps)):
            return moved
        moved.translate(8, 0)
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


def _free(rect: QRectF, space: QRectF, taken: list[QRectF]) -> QRectF:
    """The nearest place, a line up or down at a time, that no other label takes; else where it was."""
    inset = QRectF(1, 2, -1, -2)
    for step in (0, -1, 1, -2, 2, -3, 3):
        moved = _inside(rect.translated(0, step * rect.height() * 0.9), space)
        core = moved.adjusted(inset.x(), inset.y(), inset.width(), inset.height())
        if not any(core.intersects(other) for other in taken):
            return moved
    return rect


def _box_under(mark: Label, spec: FigureSpec) -> Box | None:
    for box in spec.marks:
        if isinstance(box, Box) and box.fill == "solid":
            low, high = sorted((box.y0, box.y1))
            if min(box.x0, box.x1) <= mark.x <= max(box.x0, box.x1) and low <= mark.y <= high:
                return box
    return None


def _height(mark: Label, used: QFont) -> float:
    return QFontMetricsF(used).height() * len(mark.text.split("\n"))
