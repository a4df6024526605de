"""The words in a plot: ticks, words over the axis ends, direct labels; nothing is cut off, nothing lies on another."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from tradeoff_app.figures.spec import Axis, FigureSpec, Label, Tick
from tradeoff_app.ui.plots.frame import GAP, Frame, label_font, names_things, text_width, tick_font, tick_lines
from tradeoff_app.ui.plots.label_places import BLEED, labels_of, place_label
from tradeoff_app.ui.plots.mark_painters import crisp, hairline
from tradeoff_app.ui.theme import colour, font, line_height

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
    for mark in labels_of(spec):
        _paint_label(painter, mark, spec, area, taken)


def _paint_y_ticks(painter: QPainter, spec: FigureSpec, area: Frame) -> None:
    for tick in standing_apart(spec.y, area):
        used = tick_font(tick.label)
        painter.setFont(used)
        painter.setPen(colour("text" if tick.label[:1].isalpha() else "muted"))
        middle = area.down(tick.at)
        room = QRectF(area.space.left(), middle - 20, area.plot.left() - GAP - area.space.left(), 40)
        shown = QFontMetricsF(used).elidedText(tick.label, Qt.TextElideMode.ElideRight, room.width() + 1)
        painter.drawText(room, RIGHT, shown)


def standing_apart(axis: Axis, area: Frame) -> list[Tick]:
    """The upright ticks whose labels don't touch in a low plot: the outermost, then those between with room."""
    if names_things(axis) or len(axis.ticks) < 2:
        return list(axis.ticks)
    first, *between, last = sorted(axis.ticks, key=lambda tick: area.down(tick.at))
    kept = [first, last]
    for tick in between:
        if all(abs(area.down(tick.at) - area.down(other.at)) >= line_height("small") for other in kept):
            kept.append(tick)
    return kept


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
    rect, ink = place_label(mark, spec, area, taken)
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
