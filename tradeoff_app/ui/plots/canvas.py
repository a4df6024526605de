"""A figure on the screen through pyqtgraph: a view box for the curves, two layers for every other mark.

Items are kept and given new data; nothing is rebuilt while a slider moves. The ranges are the figure's own, so the view
never scales itself, has no menu and does not zoom.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pyqtgraph as pg  # noqa: TID253
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QPainter, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QGraphicsItem, QSizePolicy, QWidget

from tradeoff_app.figures.spec import Curve, FigureSpec, Steps
from tradeoff_app.ui.plots.finite import finite_pair, finite_range
from tradeoff_app.ui.plots.frame import Frame, Margins, make_frame, margins_of
from tradeoff_app.ui.plots.mark_painters import OVER, SOFT, UNDER, ink_colour, mark_colour
from tradeoff_app.ui.plots.text_painters import paint_axes, paint_labels
from tradeoff_app.ui.theme import colour

DENSE = 2000
"""Points above which a line is drawn without smoothing: pyqtgraph takes seconds for smooth wide lines."""


class Layer(QGraphicsItem):
    """Paints the marks of a figure that lie under or over the curves, in the pixels of the scene."""

    def __init__(self, *, is_over: bool) -> None:
        super().__init__()
        self._is_over = is_over
        self._spec: FigureSpec | None = None
        self._area: Frame | None = None
        self.setZValue(10 if is_over else -10)

    def show_marks(self, spec: FigureSpec, area: Frame) -> None:
        """Paint this figure from now on."""
        if self._area is None or self._area.space != area.space:
            self.prepareGeometryChange()
        self._spec, self._area = spec, area
        self.update()

    def boundingRect(self) -> QRectF:
        """The whole of the scene."""
        return self._area.space if self._area is not None else QRectF()

    def paint(self, painter: QPainter, _option: Any, _widget: QWidget | None = None) -> None:
        """Axes and fills below, lines and words above."""
        if self._spec is None or self._area is None:
            return
        painters = OVER if self._is_over else UNDER
        if not self._is_over:
            paint_axes(painter, self._spec, self._area)
        for mark in self._spec.marks:
            paint_mark = painters.get(type(mark))
            if paint_mark is not None:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
                paint_mark(painter, mark, self._area, self._spec)
        if self._is_over:
            paint_labels(painter, self._spec, self._area)


class PlotCanvas(pg.GraphicsView):  # type: ignore[misc]
    """The picture of one figure. `menu_asked` carries the global position of a right click."""

    menu_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, useOpenGL=False, background=None)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAntialiasing(True)
        self.setFrameShape(self.Shape.NoFrame)
        self._view = pg.ViewBox(enableMenu=False, enableMouse=False, defaultPadding=0)
        self._view.disableAutoRange()
        self._view.setZValue(0)
        self._under, self._over = Layer(is_over=False), Layer(is_over=True)
        self._curves: list[Any] = []
        self._spec: FigureSpec | None = None
        self._margins = Margins()
        for item in (self._under, self._view, self._over):
            self.scene().addItem(item)
        self.follow_palette()

    def show_figure(self, spec: FigureSpec, *, keep_margins: bool = False) -> None:
        """Bring the items in line with the figure."""
        self._spec = spec
        wanted = margins_of(spec, self.width())
        self._margins = self._margins.widest(wanted) if keep_margins else wanted
        self._lay_out()

    def follow_palette(self) -> None:
        """Take ground and inks from the palette in force."""
        self.setBackground(colour("surface"))
        self._lay_out()

    def sizeHint(self) -> QSize:
        """The height that the figure asks for."""
        return QSize(280, self._spec.height if self._spec else 160)

    def minimumSizeHint(self) -> QSize:
        """Small enough for the dock."""
        return QSize(120, 60)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Margins and layers follow the size."""
        super().resizeEvent(event)
        spec: FigureSpec | None = getattr(self, "_spec", None)
        if spec is not None:
            self._margins = margins_of(spec, self.width())
            self._lay_out()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel belongs to the page."""
        event.ignore()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The figure's own menu, not pyqtgraph's."""
        self.menu_asked.emit(event.globalPos())
        event.accept()

    def _lay_out(self) -> None:
        spec = self._spec
        if spec is None or self.width() < 2 or self.height() < 2:
            return
        area = make_frame(spec, QRectF(self.viewport().rect()), self._margins)
        self._view.setGeometry(area.plot)
        self._view.invertY(spec.y.is_reversed)
        self._view.invertX(spec.x.is_reversed)
        self._view.setRange(
            xRange=finite_range(spec.x.low, spec.x.high), yRange=finite_range(spec.y.low, spec.y.high), padding=0
        )
        self._draw_curves([mark for mark in spec.marks if isinstance(mark, Steps | Curve)])
        self._under.show_marks(spec, area)
        self._over.show_marks(spec, area)

    def _draw_curves(self, marks: Sequence[Steps | Curve]) -> None:
        while len(self._curves) < len(marks):
            item = pg.PlotCurveItem()
            self._view.addItem(item, ignoreBounds=True)
            self._curves.append(item)
        for index, item in enumerate(self._curves):
            item.setVisible(index < len(marks))
            if index < len(marks):
                _give(item, marks[index])


def _give(item: Any, mark: Steps | Curve) -> None:
    """Hand a mark's data to its item."""
    is_filled = isinstance(mark, Steps) and mark.is_filled
    xs, ys = finite_pair(*(_outline(mark) if isinstance(mark, Steps) else (mark.xs, mark.ys)))
    pen = QPen(ink_colour(mark.role), 1.5 if mark.role == "before" else 2.0)
    pen.setCosmetic(True)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    if isinstance(mark, Curve) and mark.is_dashed:
        pen.setDashPattern([3, 2])
    if xs.size > DENSE:
        pen.setWidth(1)
    item.setData(
        x=xs,
        y=ys,
        pen=pen,
        fillLevel=0.0 if is_filled else None,
        brush=mark_colour(mark.role, SOFT) if is_filled else None,
        antialias=xs.size <= DENSE,
    )


def _outline(mark: Steps) -> tuple[list[float], list[float]]:
    """The corners of a histogram, from the base line and back to it."""
    xs, ys = [mark.edges[0]], [0.0]
    for start, end, height in zip(mark.edges[:-1], mark.edges[1:], mark.heights, strict=True):
        xs += [start, end]
        ys += [height, height]
    return [*xs, mark.edges[-1]], [*ys, 0.0]
