"""The screen's painter: every mark, nothing cut off, ranges that keep still, and everything that can be taken along."""

from __future__ import annotations

import csv
import io
import math
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from tradeoff_app.figures.palette import DARK, LIGHT
from tradeoff_app.figures.rows import Row, row_axis, row_marks
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
from tradeoff_app.ui import theme
from tradeoff_app.ui.plots.figure_view import FigureView
from tradeoff_app.ui.plots.finite import finite_points, finite_range
from tradeoff_app.ui.plots.frame import Margins, make_frame, margins_of
from tradeoff_app.ui.plots.label_places import label_rects
from tradeoff_app.ui.plots.picture import picture_of, png_of, svg_of
from tradeoff_app.ui.plots.text_painters import standing_apart

NAN = math.nan
MARKS: dict[str, Mark] = {
    "box": Box(0, 5, 0, 5, "better", is_outlined=True),
    "soft box": Box(0, 5, 0, 5, "worse", "soft"),
    "polygon": Polygon(((0, 0), (5, 5), (5, 0)), "better"),
    "steps": Steps((0, 1, 2, 3), (1, 5, 2), "before", is_filled=True),
    "curve": Curve((0, 1, 2), (1, 5, 2), "after", is_dashed=True),
    "interval": Interval(5, 2, 8, 4, "better"),
    "wide interval": Interval(5, -20, 80, 4, "worse"),
    "whisker": Interval(2, 1, 8, None, "text", "column"),
    "dot": Dot(3, 3, "unknown"),
    "rule": Rule(5, "vertical", "strong"),
    "dashed rule": Rule(5, "horizontal", "before", is_dashed=True),
    "connector": Connector(0, 5, 8, 5),
    "label": Label(2, 5, "4.2", "text", is_strong=True),
    "grid": CountGrid(21, 3, "before", "worse"),
}
BROKEN: dict[str, Mark] = {
    "box": Box(NAN, 5, 0, math.inf, "better"),
    "polygon": Polygon(((0, 0), (NAN, 5)), "better"),
    "steps": Steps((0, 1, 2), (NAN, math.inf), "before", is_filled=True),
    "curve": Curve((0, NAN, 2), (1, 5, -math.inf), "after"),
    "interval": Interval(5, NAN, 8, 4, "better"),
    "point": Interval(5, 2, 8, NAN, "better"),
    "dot": Dot(NAN, 3, "unknown"),
    "rule": Rule(math.inf, "vertical", "strong"),
    "connector": Connector(0, NAN, 8, 5),
    "label": Label(NAN, 5, "4.2"),
}


def make(*marks: Mark, low: float = 0, high: float = 10, kind: str = "test") -> FigureSpec:
    """A figure of these marks on axes from `low` to `high`."""
    ticks = (Tick(low, f"{low:g}"), Tick(high, f"{high:g} s"))
    table = DataTable(("what", "n"), (("=1+1", 3.5), ("plain", None)))
    axis = Axis(low, high, ticks, rules=True)
    return FigureSpec(kind, "A finding", "what is drawn", axis, axis, marks, "All of it in words", table, 160)


def shown(spec: FigureSpec | None, **fields: object) -> FigureView:
    """The figure in a visible view."""
    view = FigureView()
    view.resize(300, 220)
    view.set_figure(spec, **fields)  # type: ignore[arg-type]
    view.show()
    QApplication.processEvents()
    return view


def colours(image: QImage) -> set[str]:
    """Every colour in the picture."""
    return {image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)}


@pytest.mark.parametrize("name", MARKS)
def test_that_a_mark_is_painted(name: str) -> None:
    empty = shown(make()).grab().toImage()
    assert shown(make(MARKS[name])).grab().toImage() != empty


@pytest.mark.parametrize("name", BROKEN)
def test_that_a_number_that_is_none_is_left_out_and_harms_nothing(name: str) -> None:
    shown(make(BROKEN[name], MARKS["box"])).grab()


def test_that_an_axis_without_width_or_sense_is_survived() -> None:
    for low, high in ((5.0, 5.0), (NAN, 1.0), (math.inf, -math.inf)):
        view = shown(make(MARKS["curve"]))
        axis = Axis(low, high)
        view.set_figure(replace(make(MARKS["curve"]), x=axis, y=axis))
        view.grab()


def test_that_the_boundary_lets_only_finite_numbers_through() -> None:
    assert finite_points([1, NAN, 3, 4], [1, 2, math.inf, 4]) == [(1.0, 1.0), (4.0, 4.0)]
    with pytest.raises(TypeError):
        finite_points(["a"], ["b"])  # type: ignore[list-item]
    with pytest.raises(ValueError, match="as many"):
        finite_points([1, 2], [1])
    assert finite_range(2, 2) == (1.5, 2.5)
    assert finite_range(NAN, 1) == (0.0, 1.0)


def test_that_a_curve_that_leaves_the_plot_is_cut_at_its_edge() -> None:
    inside = Curve((0, 10), (5, 5), "after")
    beyond = Curve((-1e12, 1e12), (5, 5), "after", is_dashed=True)
    margin = QRect(0, 0, 2 * 8, 2 * 220)
    assert shown(make(beyond)).picture().copy(margin) == shown(make(inside)).picture().copy(margin)


def test_that_a_long_line_is_drawn_thin() -> None:
    steps = tuple(index / 500 for index in range(5000))
    thin, wide = (colours(shown(make(Curve(xs, xs, "after"))).picture()) for xs in (steps, steps[::10]))
    assert len(thin) < len(wide)


def test_that_axes_keep_still_during_a_drag_and_follow_on_release() -> None:
    view = shown(make(MARKS["interval"]))
    moved = make(MARKS["interval"], high=40)
    view.set_figure(moved, keep_range=True)
    canvas = view._canvas
    assert canvas is not None
    assert canvas._spec is not None
    assert canvas._spec.x.high == 10
    assert view.figure() is moved
    view.set_figure(moved)
    assert canvas._spec.x.high == 40


def test_that_another_kind_of_figure_never_keeps_the_axes() -> None:
    view = shown(make(MARKS["interval"]))
    view.set_figure(make(MARKS["interval"], high=40, kind="other"), keep_range=True)
    assert view._canvas is not None
    assert view._canvas._spec is not None
    assert view._canvas._spec.x.high == 40


def test_that_no_label_is_cut_off_or_lies_on_another() -> None:
    crowd = [Label(x, 5, f"label number {x}", is_strong=True) for x in (9.9, 9.8, 0.1, 5, 5.1)]
    edge = [Label(0, 9.5, "+1,234.5", edge="right"), Label(0, 0.2, "A rather long name of a row", edge="left")]
    spec = make(*crowd, *edge)
    space = QRectF(0, 0, 280, 160)
    rects = label_rects(spec, make_frame(spec, space, margins_of(spec, space.width())))
    assert all(space.contains(rect) for rect in rects)
    cores = [rect.adjusted(1, 3, -1, -3) for rect in rects]
    assert not any(a.intersects(b) for i, a in enumerate(cores) for b in cores[i + 1 :])


def test_that_a_label_stands_outside_a_bar_that_is_too_short_for_it() -> None:
    spec = make(Box(0, 0.5, 4, 6, "accent"), Label(0.1, 5, "50.0", "accent", is_on_fill=True, is_strong=True))
    frame = make_frame(spec, QRectF(0, 0, 280, 160), margins_of(spec, 280))
    assert label_rects(spec, frame)[0].left() > frame.across(0.5)


def test_that_the_inks_follow_the_scheme() -> None:
    view = shown(make(MARKS["steps"]))
    light = colours(view.grab().toImage())
    theme.set_scheme("dark")
    QApplication.processEvents()
    dark = colours(view.grab().toImage())
    theme.set_scheme("light")
    QApplication.processEvents()
    assert LIGHT.surface.lower() in light
    assert DARK.surface.lower() in dark
    assert LIGHT.surface.lower() not in dark


def test_that_no_figure_says_why() -> None:
    view = shown(None, why="Exposures are not stated.")
    assert view._why.isVisible()
    assert view.accessibleDescription() == "Exposures are not stated."
    view.set_figure(make(MARKS["box"]))
    assert not view._why.isVisible()


def test_that_the_data_comes_along_as_a_table_without_formulas() -> None:
    view = shown(make(MARKS["box"]))
    rows = list(csv.reader(io.StringIO(view.csv_text())))
    assert rows == [["what", "n"], ["'=1+1", "3.5"], ["plain", ""]]


def test_that_picture_vectors_and_words_can_be_taken() -> None:
    view = shown(make(MARKS["steps"], MARKS["label"]))
    assert len(colours(view.picture())) > 5
    drawing = view.svg().decode()
    assert "<svg" in drawing
    assert "A finding" in drawing
    assert "4.2" in drawing, "text stays text"
    view.copy_words()
    assert QGuiApplication.clipboard().text() == "All of it in words"


@pytest.mark.parametrize("name", MARKS)
def test_that_a_picture_holds_every_mark_that_the_screen_shows(name: str) -> None:
    assert picture_of(make(MARKS[name])) != picture_of(make())
    assert svg_of(make(MARKS[name])) != svg_of(make())


@pytest.mark.parametrize("name", BROKEN)
def test_that_a_picture_survives_numbers_that_are_none(name: str) -> None:
    assert png_of(picture_of(make(BROKEN[name]))).startswith(b"\x89PNG")
    assert "nan" not in svg_of(make(BROKEN[name])).decode()


def test_that_a_picture_is_on_white_in_a_dark_window() -> None:
    theme.set_scheme("dark")
    picture = picture_of(make(MARKS["steps"]))
    theme.set_scheme("light")
    assert picture.pixelColor(2, 2).name() == LIGHT.surface.lower()
    assert picture == picture_of(make(MARKS["steps"]))


def test_that_a_picture_is_wide_enough_for_a_document_and_says_its_notes() -> None:
    spec = make(MARKS["box"])
    assert picture_of(spec, 272).width() == 2 * (480 + 2 * 16)
    noted = replace(spec, notes=("3 values lie beyond the axis",))
    assert picture_of(noted).height() > picture_of(spec).height()
    assert "3 values lie beyond the axis" in svg_of(noted).decode()
    assert shown(noted)._notes.isVisible()


def test_that_the_keyboard_takes_picture_and_numbers_and_shows_the_table() -> None:
    view = shown(make(MARKS["box"]))
    QTest.keySequence(view, QKeySequence(QKeySequence.StandardKey.Copy))
    assert not QGuiApplication.clipboard().image().isNull()
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert QGuiApplication.clipboard().text() == view.csv_text()
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert [dialog.windowTitle() for dialog in view.findChildren(QDialog)] == ["A finding"]


def test_that_wheel_and_mouse_are_left_to_the_page() -> None:
    view = shown(make(MARKS["curve"]))
    canvas = view._canvas
    assert canvas is not None
    before = canvas.grab().toImage()
    event = QWheelEvent(
        QPointF(50, 50), QPointF(50, 50), QPoint(0, 120), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(canvas, event)
    assert not event.isAccepted()
    assert canvas.grab().toImage() == before


def test_that_a_line_is_as_wide_in_a_fine_picture_as_on_the_screen() -> None:
    spec = make(Curve((0, 10), (5, 5), "after"))
    picture, ink = picture_of(spec), LIGHT.after_ink.lower()
    middle = picture.width() // 2
    rows = [y for y in range(picture.height()) if picture.pixelColor(middle, y).name() == ink]
    assert len(rows) in (3, 4), "2 pixels, twice as fine"


def test_that_a_long_name_of_a_row_is_cut_and_its_number_stays_on_its_line(app: QApplication) -> None:
    axis = Axis(-50.0, 100.0)
    rows = (Row("Support operations' view of the release", "+29.7", "unknown", 29.7, -17.0, 79.0),)
    spec = FigureSpec("rows", "", "", axis, row_axis(rows), tuple(row_marks(rows, axis)), "", DataTable((), ()))
    area = make_frame(spec, QRectF(0, 0, 272, 80), Margins())
    name, number = label_rects(spec, area)
    assert name.center().y() == number.center().y()
    assert name.right() < number.left()


@pytest.mark.parametrize(("height", "wanted"), [(40, ["0", "60 %"]), (150, ["0", "20", "40", "60 %"])])
def test_that_labels_of_an_upright_axis_never_touch(app: QApplication, height: int, wanted: list[str]) -> None:
    ticks = tuple(Tick(float(at), f"{at} %" if at == 60 else str(at)) for at in (0, 20, 40, 60))
    axis = Axis(0.0, 60.0, ticks)
    spec = FigureSpec("columns", "", "", Axis(0.0, 1.0), axis, (), "", DataTable((), ()))
    shown = standing_apart(axis, make_frame(spec, QRectF(0, 0, 300, height), Margins()))
    assert sorted((tick.label for tick in shown), key=lambda label: int(label.split()[0])) == wanted


def test_that_a_terse_figure_keeps_its_line_in_the_tip(app: QApplication) -> None:
    view = FigureView()
    view.set_figure(FigureSpec("any", "Finding", "What is drawn", Axis(0, 1), Axis(0, 1), (), "", DataTable((), ())))
    plain = view.height_of_words(300)
    view.set_terse(is_terse=True)
    assert view.height_of_words(300) < plain
    assert "What is drawn" in view._title.toolTip()
