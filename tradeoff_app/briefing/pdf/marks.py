"""States as shapes and intervals as bars, painted as paths so that they print in grey and need no font."""

from __future__ import annotations

from math import cos, pi, sin
from typing import Any

from tradeoff_app.briefing.blocks import IntervalBar, Mark
from tradeoff_app.figures.palette import LIGHT

INKS: dict[Mark, str] = {
    "better": LIGHT.better_ink,
    "worse": LIGHT.worse_ink,
    "accepted": LIGHT.worse_ink,
    "pass": LIGHT.better_ink,
    "fail": LIGHT.worse_ink,
    "evidence": LIGHT.evidence_ink,
}
FILLS: dict[Mark, str] = {
    "better": LIGHT.better,
    "worse": LIGHT.worse,
    "accepted": LIGHT.worse,
    "pass": LIGHT.better,
    "fail": LIGHT.worse,
    "evidence": LIGHT.evidence_ink,
}


def ink(mark: Mark | None) -> str:
    """The colour of words that belong to a mark."""
    return LIGHT.text if mark is None else INKS.get(mark, LIGHT.muted)


def fill(mark: Mark) -> str:
    """The colour of the mark itself."""
    return FILLS.get(mark, LIGHT.strong)


def paint_mark(canvas: Any, mark: Mark, x: float, y: float, size: float = 9.0) -> None:
    """Paints a mark into the square whose lower left corner is (x, y)."""
    canvas.saveState()
    canvas.setFillColor(fill(mark))
    canvas.setStrokeColor(fill(mark))
    canvas.setLineWidth(size * 0.14)
    canvas.setLineJoin(1)
    painters = {
        "better": _right,
        "worse": _left,
        "accepted": _left_open,
        "no_worse": _diamond,
        "cannot_tell": _ring,
        "unproven": _ring,
        "not_measured": _dash,
        "pass": _tick,
        "fail": _cross,
        "evidence": _warning,
    }
    painters[mark](canvas, x, y, size)
    canvas.restoreState()


def _path(canvas: Any, points: list[tuple[float, float]], *, filled: bool, closed: bool = True) -> None:
    path = canvas.beginPath()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    if closed:
        path.close()
    canvas.drawPath(path, stroke=0 if filled else 1, fill=1 if filled else 0)


def _triangle(x: float, y: float, size: float, *, points_right: bool) -> list[tuple[float, float]]:
    near, far = (x + size * 0.16, x + size * 0.84)
    tip, base = (far, near) if points_right else (near, far)
    return [(base, y + size * 0.12), (base, y + size * 0.88), (tip, y + size * 0.5)]


def _right(canvas: Any, x: float, y: float, size: float) -> None:
    _path(canvas, _triangle(x, y, size, points_right=True), filled=True)


def _left(canvas: Any, x: float, y: float, size: float) -> None:
    _path(canvas, _triangle(x, y, size, points_right=False), filled=True)


def _left_open(canvas: Any, x: float, y: float, size: float) -> None:
    _path(canvas, _triangle(x, y, size, points_right=False), filled=False)


def _diamond(canvas: Any, x: float, y: float, size: float) -> None:
    middle, half = size / 2, size * 0.44
    points = [(x + middle + half * cos(k * pi / 2), y + middle + half * sin(k * pi / 2)) for k in range(4)]
    _path(canvas, points, filled=True)


def _ring(canvas: Any, x: float, y: float, size: float) -> None:
    canvas.circle(x + size / 2, y + size / 2, size * 0.38, stroke=1, fill=0)


def _dash(canvas: Any, x: float, y: float, size: float) -> None:
    canvas.line(x + size * 0.2, y + size / 2, x + size * 0.8, y + size / 2)


def _tick(canvas: Any, x: float, y: float, size: float) -> None:
    canvas.circle(x + size / 2, y + size / 2, size * 0.5, stroke=0, fill=1)
    canvas.setStrokeColor(LIGHT.surface)
    canvas.setLineCap(1)
    points = [(x + size * 0.28, y + size * 0.5), (x + size * 0.44, y + size * 0.34), (x + size * 0.72, y + size * 0.66)]
    _path(canvas, points, filled=False, closed=False)


def _cross(canvas: Any, x: float, y: float, size: float) -> None:
    canvas.rect(x + size * 0.03, y + size * 0.03, size * 0.94, size * 0.94, stroke=0, fill=1)
    canvas.setStrokeColor(LIGHT.surface)
    canvas.setLineCap(1)
    near, far = size * 0.3, size * 0.7
    canvas.line(x + near, y + near, x + far, y + far)
    canvas.line(x + near, y + far, x + far, y + near)


def _warning(canvas: Any, x: float, y: float, size: float) -> None:
    _path(canvas, [(x, y + size * 0.08), (x + size, y + size * 0.08), (x + size / 2, y + size * 0.94)], filled=True)
    canvas.setStrokeColor(LIGHT.surface)
    middle = x + size / 2
    canvas.line(middle, y + size * 0.62, middle, y + size * 0.38)
    canvas.line(middle, y + size * 0.27, middle, y + size * 0.22)


def paint_interval(canvas: Any, bar: IntervalBar, x: float, y: float, width: float) -> None:
    """Paints an interval bar on a base line at height `y`; what leaves the scale ends in an arrow head."""

    def place(value: float) -> float:
        share = (min(max(value, -bar.span), bar.span) + bar.span) / (2 * bar.span)
        return x + share * width

    canvas.saveState()
    canvas.setLineWidth(0.75)
    canvas.setStrokeColor(LIGHT.rule)
    canvas.line(x, y, x + width, y)
    _paint_margin(canvas, bar, place, y)
    canvas.setStrokeColor(LIGHT.strong)
    canvas.line(place(0), y - 6, place(0), y + 6)
    canvas.setLineWidth(3)
    canvas.setStrokeColor(fill(bar.mark))
    canvas.line(place(bar.low), y, max(place(bar.high), place(bar.low) + 0.5), y)
    _paint_arrows(canvas, bar, x, y, width)
    if bar.point is not None:
        _paint_point(canvas, bar.mark, place(bar.point), y)
    canvas.restoreState()


def _paint_margin(canvas: Any, bar: IntervalBar, place: Any, y: float) -> None:
    if bar.margin is None or bar.margin > bar.span:
        return
    canvas.setStrokeColor(LIGHT.strong)
    canvas.setDash([1.5, 1.5])
    canvas.line(place(-bar.margin), y - 6, place(-bar.margin), y + 6)
    canvas.setDash([])


def _paint_point(canvas: Any, mark: Mark, x: float, y: float) -> None:
    is_ring = mark in ("cannot_tell", "unproven")
    canvas.setLineWidth(1.1 if is_ring else 0.75)
    canvas.setStrokeColor(fill(mark) if is_ring else LIGHT.surface)
    canvas.setFillColor(LIGHT.surface if is_ring else fill(mark))
    canvas.circle(x, y, 3.1 if is_ring else 3.5, stroke=1, fill=1)


def _paint_arrows(canvas: Any, bar: IntervalBar, x: float, y: float, width: float) -> None:
    canvas.setFillColor(fill(bar.mark))
    if bar.low < -bar.span:
        _path(canvas, [(x - 4, y), (x + 1, y + 4), (x + 1, y - 4)], filled=True)
    if bar.high > bar.span:
        end = x + width
        _path(canvas, [(end + 4, y), (end - 1, y + 4), (end - 1, y - 4)], filled=True)
