"""Figures on paper: every kind of mark is painted, labels read on what they stand on and give way to each other."""

from __future__ import annotations

import io
from typing import Any

import pypdfium2 as pdfium

from tradeoff_app.briefing.pdf.figure_frame import frame
from tradeoff_app.briefing.pdf.figure_painter import grid_legend, paint_figure, plot_height
from tradeoff_app.briefing.pdf.fonts import typeface
from tradeoff_app.figures.palette import LIGHT
from tradeoff_app.figures.spec import (
    Axis,
    Box,
    Connector,
    CountGrid,
    Curve,
    DataTable,
    Dot,
    FigureSpec,
    Interval,
    Label,
    Mark,
    Polygon,
    Rule,
    Steps,
    Tick,
)

X = Axis(0, 10, (Tick(0, "0"), Tick(5, "5"), Tick(10, "10 s")), start_word="worse", end_word="better")
Y = Axis(0, 10, (Tick(0, "0"), Tick(10, "10 %")), rules=True)
EVERY_MARK: tuple[Mark, ...] = (
    Box(1, 3, 0, 5, "better", is_outlined=True),
    Box(7, 9, 0, 8, "accent"),
    Polygon(((0, 0), (1, 2), (2, 0)), "worse"),
    Steps((0, 1, 2), (3, 4), "before", is_filled=True),
    Curve((0, 5, 10), (0, 8, 10), "after", is_dashed=True),
    Interval(5, -4, 14, 5, "unknown", is_ring=True),
    Interval(8, 2, 9, None, "text", "column"),
    Dot(5, 5, "muted"),
    Rule(5, "vertical", "strong", is_dashed=True),
    Rule(5, "horizontal", "accent"),
    Connector(3, 5, 7, 5),
    Label(8, 4, "50.0", "text", "centre", "middle", is_strong=True, is_on_fill=True),
    Label(5, 9, "first", "before", is_strong=True),
    Label(5, 9, "second", "after", is_strong=True),
    Label(0, 5, "Row name", edge="left"),
    Label(0, 5, "+4.4", "muted", edge="right"),
)


def _figure(marks: tuple[Mark, ...] = EVERY_MARK, x: Axis = X, y: Axis = Y) -> FigureSpec:
    return FigureSpec("test", "Title", "", x, y, marks, "", DataTable((), ()))


def _painted(spec: FigureSpec, size: tuple[float, float] = (300, 150)) -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    typeface("regular")
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(400, 250), invariant=1, pageCompression=0)
    paint_figure(canvas, spec, 50, 200, size)
    canvas.save()
    return buffer.getvalue()


def _rectangles(data: bytes) -> dict[str, tuple[float, float, float, float]]:
    document = pdfium.PdfDocument(data)
    try:
        page = document[0].get_textpage()
        rects = [page.get_rect(index) for index in range(page.count_rects())]
        return {page.get_text_bounded(*rect).strip(): rect for rect in rects}
    finally:
        document.close()


def test_that_every_kind_of_mark_is_painted_inside_its_space() -> None:
    rects = _rectangles(_painted(_figure()))
    assert {"50.0", "first", "second", "Row name", "+4.4", "worse", "better", "10 %"} <= set(rects)
    for left, bottom, right, top in rects.values():
        assert left >= 49
        assert right <= 351
        assert bottom >= 48
        assert top <= 201


def test_that_two_labels_at_one_place_do_not_overlap() -> None:
    rects = _rectangles(_painted(_figure()))
    assert rects["first"][1] >= rects["second"][3] - 0.5


def _grey(data: bytes, x: float, y: float) -> int:
    """How dark a point of the page is: 255 is white."""
    document = pdfium.PdfDocument(data)
    try:
        image = document[0].render(scale=8).to_pil().convert("L")
        return int(image.getpixel((round(x * 8), round((250 - y) * 8))))
    finally:
        document.close()


def test_that_no_rule_of_the_scale_runs_through_a_label_and_no_mark_is_cut_for_one() -> None:
    label = Label(5, 6, "77      77", "worse", "centre", "below")
    box = Box(4.5, 5.5, 2, 6, "worse", "soft")
    bare = _figure((label,), y=Axis(0, 10, rules=True))
    (left, low, right, high), *_ = [rect for text, rect in _rectangles(_painted(bare)).items() if "77" in text]
    middle = (left + right) / 2, (low + high) / 2
    area = frame(bare, 50, 200, 300, 150)
    at = 10 * (middle[1] - area.bottom) / (area.top - area.bottom)
    ruled = Axis(0, 10, (Tick(at, ""),), rules=True)
    assert _grey(_painted(_figure((), y=ruled)), *middle) < 250
    assert _grey(_painted(_figure((label,), y=ruled)), *middle) == 255
    assert _grey(_painted(_figure((box, label), y=ruled)), *middle) < 250


def test_that_a_label_on_a_dark_column_is_light() -> None:
    painted: list[tuple[str, str]] = []

    class Listener:
        """Notes the fill colour of each text."""

        colour = ""

        def __getattr__(self, name: str) -> Any:
            if name == "setFillColor":
                return lambda colour: setattr(self, "colour", colour)
            if name in ("beginText", "beginPath"):
                return lambda *_: self
            if name == "textOut":
                return lambda text: painted.append((text, self.colour))
            return lambda *_, **__: None

    paint_figure(Listener(), _figure(), 0, 200, (300, 150))
    inks = dict(painted)
    assert inks["50.0"] == LIGHT.surface
    assert inks["first"] == LIGHT.before_ink


def test_that_category_names_wrap_to_their_share_of_the_axis() -> None:
    names = Axis(-0.5, 2.5, tuple(Tick(at, "Primary persona of all") for at in range(3)))
    narrow = frame(_figure((), names), 0, 200, 150, 150)
    wide = frame(_figure((), names), 0, 200, 600, 150)
    assert narrow.bottom > wide.bottom


def test_that_reversed_axes_put_low_values_on_top() -> None:
    area = frame(_figure((), X, Axis(0, 2, is_hidden=True, is_reversed=True)), 0, 200, 300, 150)
    assert area.up(0) > area.up(2)
    assert area.across(0) < area.across(10)


def test_that_a_grid_is_as_high_as_its_squares_and_its_legend_names_them() -> None:
    grid = CountGrid(624, 44, "before", "better")
    spec = _figure((grid,), Axis(0, 1, is_hidden=True), Axis(0, 1, is_hidden=True))
    assert plot_height(spec, 250) == 100
    assert (
        grid_legend(grid, ("before: 624", "more: 44"), 300).height < grid_legend(grid, ("b" * 80, "c" * 80), 300).height
    )
    assert _painted(spec, (250, 100)).count(b" re ") > 0 or b"re" in _painted(spec, (250, 100))


def test_that_the_same_figure_gives_the_same_bytes() -> None:
    assert _painted(_figure()) == _painted(_figure())
