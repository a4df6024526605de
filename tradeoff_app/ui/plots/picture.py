"""A figure as a picture to take along: painted from its spec, on white, whatever the window looks like."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from tradeoff_app.figures.palette import LIGHT
from tradeoff_app.figures.spec import FigureSpec
from tradeoff_app.ui.plots.canvas import paint_figure
from tradeoff_app.ui.plots.frame import make_frame, margins_of
from tradeoff_app.ui.theme import FontRole, colour, font, line_height, painted_in

SCALE = 2
PAD = 16
LEAST_WIDTH = 480
"""Narrower than this no picture is of use in a document."""
_WRAPS = int(Qt.TextFlag.TextWordWrap)


def picture_of(spec: FigureSpec, width: int = LEAST_WIDTH, height: int | None = None) -> QImage:
    """The figure with its title as pixels, twice as fine as on a plain screen; sizes in plain pixels, of the plot."""
    with painted_in(LIGHT):
        size = _size(spec, width, height)
        image = QImage(size * SCALE, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(SCALE)
        image.fill(colour("surface"))
        painter = QPainter(image)
        _paint(painter, spec, size)
        painter.end()
    return image


def png_of(image: QImage) -> bytes:
    """The picture as a PNG file."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(data.data())


def svg_of(spec: FigureSpec, width: int = LEAST_WIDTH, height: int | None = None) -> bytes:
    """The figure with its title as an SVG file whose text stays text."""
    from PySide6.QtSvg import QSvgGenerator

    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    with painted_in(LIGHT):
        size = _size(spec, width, height)
        generator = QSvgGenerator()
        generator.setOutputDevice(buffer)
        generator.setSize(size)
        generator.setViewBox(QRect(QPoint(0, 0), size))
        generator.setTitle(spec.title)
        generator.setDescription(spec.alt)
        painter = QPainter(generator)
        painter.fillRect(QRect(QPoint(0, 0), size), colour("surface"))
        _paint(painter, spec, size)
        painter.end()
    return bytes(data.data())


def _size(spec: FigureSpec, width: int, height: int | None) -> QSize:
    room = max(LEAST_WIDTH, width)
    words = sum(_words_height(text, role, room) for text, role in _above(spec))
    notes = sum(_words_height(note, "small", room) for note in spec.notes)
    return QSize(room + 2 * PAD, words + 8 + (height or spec.height) + notes + 2 * PAD)


def _above(spec: FigureSpec) -> tuple[tuple[str, FontRole], ...]:
    lines: tuple[tuple[str, FontRole], ...] = ((spec.title, "strong"), (spec.subtitle, "small"))
    return tuple((text, role) for text, role in lines if text)


def _words_height(text: str, role: FontRole, width: int) -> int:
    """The height of wrapped words, in whole lines."""
    from PySide6.QtGui import QFontMetrics

    metrics = QFontMetrics(font(role))
    found = metrics.boundingRect(QRect(0, 0, width, 10_000), _WRAPS, text)
    return max(1, round(found.height() / metrics.lineSpacing())) * line_height(role)


def _paint(painter: QPainter, spec: FigureSpec, size: QSize) -> None:
    """Words above, the plot, notes below."""
    width, top = size.width() - 2 * PAD, float(PAD)
    for text, role in _above(spec):
        height = _words_height(text, role, width)
        painter.setFont(font(role))
        painter.setPen(colour("text" if role == "strong" else "muted"))
        painter.drawText(QRectF(PAD, top, width, height), _WRAPS, text)
        top += height
    notes = [(note, _words_height(note, "small", width)) for note in spec.notes]
    bottom = size.height() - PAD - sum(height for _, height in notes)
    _paint_plot(painter, spec, QRectF(PAD, top + 8, width, bottom - top - 8))
    for note, height in notes:
        painter.setFont(font("small"))
        painter.setPen(colour("muted"))
        painter.drawText(QRectF(PAD, bottom, width, height), _WRAPS, note)
        bottom += height


def _paint_plot(painter: QPainter, spec: FigureSpec, space: QRectF) -> None:
    paint_figure(painter, spec, make_frame(spec, space, margins_of(spec, space.width())))
