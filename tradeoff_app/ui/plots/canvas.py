"""A figure on the screen: axes, marks and words painted in one go, on the figure's own ranges.

It never scales itself and does not zoom: mouse, wheel and menu belong to the view and the page around it.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tradeoff_app.figures.spec import Curve, FigureSpec, Steps
from tradeoff_app.ui.plots import mark_painters
from tradeoff_app.ui.plots.curve_painters import paint_curve, paint_steps
from tradeoff_app.ui.plots.frame import Frame, Margins, make_frame, margins_of
from tradeoff_app.ui.plots.text_painters import paint_axes, paint_labels
from tradeoff_app.ui.theme import colour

LAYERS: tuple[dict[type, mark_painters.Painter], ...] = (
    mark_painters.UNDER,
    {Steps: paint_steps, Curve: paint_curve},
    mark_painters.OVER,
)
"""Fills lie under the curves, lines and points over them."""


class PlotCanvas(QWidget):
    """The picture of one figure."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._spec: FigureSpec | None = None
        self._margins = Margins()

    def show_figure(self, spec: FigureSpec, *, keep_margins: bool = False) -> None:
        """Paint this figure from now on; margins that are kept never shrink."""
        self._spec = spec
        wanted = margins_of(spec, self.width())
        self._margins = self._margins.widest(wanted) if keep_margins else wanted
        self.update()

    def height_at(self, pixel: float) -> float | None:
        """The value of the upright axis at a pixel from the top; None without a figure."""
        if self._spec is None:
            return None
        area = make_frame(self._spec, QRectF(self.rect()), self._margins)
        first, last = area.down(self._spec.y.low), area.down(self._spec.y.high)
        share = (pixel - first) / ((last - first) or 1.0)
        return self._spec.y.low + share * (self._spec.y.high - self._spec.y.low)

    def paint_on(self, painter: QPainter) -> None:
        """Paint the figure with its upper left corner at the painter's origin."""
        spec = self._spec
        if spec is None or self.width() < 2 or self.height() < 2:
            return
        paint_figure(painter, spec, make_frame(spec, QRectF(self.rect()), self._margins))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground of the surface, and the figure on it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("surface"))
        self.paint_on(painter)
        painter.end()

    def sizeHint(self) -> QSize:
        """The height that the figure asks for."""
        return QSize(280, self._spec.height if self._spec else 160)

    def minimumSizeHint(self) -> QSize:
        """Small enough for the dock."""
        return QSize(120, 60)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Margins follow the size."""
        super().resizeEvent(event)
        if self._spec is not None:
            self._margins = margins_of(self._spec, self.width())


def paint_figure(painter: QPainter, spec: FigureSpec, area: Frame) -> None:
    """Axes, every mark in its layer, and the labels over them."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_axes(painter, spec, area)
    for layer in LAYERS:
        _paint_layer(painter, layer, spec, area)
    paint_labels(painter, spec, area)


def _paint_layer(painter: QPainter, painters: dict[type, mark_painters.Painter], spec: FigureSpec, area: Frame) -> None:
    for mark in spec.marks:
        paint_mark = painters.get(type(mark))
        if paint_mark is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
            paint_mark(painter, mark, area, spec)
