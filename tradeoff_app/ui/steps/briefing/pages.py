"""The pages of a briefing as pictures: the PDF itself, drawn by PDFium, so that the preview is what leaves the app."""

from __future__ import annotations

import threading
import zlib
from dataclasses import dataclass

from tradeoff_app.briefing.blocks import KeyFigure, KeyFigures, walk
from tradeoff_app.ui.dialogs.export import Choices, Snapshot, make_briefing, render_pages

FASTEST = 1
ONE_AT_A_TIME = threading.Lock()
"""PDFium may be used by one thread at a time; an abandoned preview may still be drawing."""


@dataclass(frozen=True)
class PagePicture:
    """A page as it is kept: nearly all of it is white, so that it is packed to a fiftieth until it is painted.

    `width_points` is the page's true width.
    """

    packed: bytes
    width: int
    height: int
    stride: int
    width_points: float

    def unpacked(self) -> bytes:
        """Blue, green, red and an unused byte for each pixel, row by row."""
        return zlib.decompress(self.packed)


@dataclass(frozen=True)
class Preview:
    """The sections that there are, the pages without those that were left out, and the memo's key figures."""

    sections: tuple[tuple[str, str], ...]
    pages: tuple[PagePicture, ...]
    figures: tuple[KeyFigure, ...] = ()


def make_preview(snapshot: Snapshot, choices: Choices, pixels_wide: int) -> Preview:
    """Assemble, set and draw a briefing; takes some tenths of a second and touches no widget."""
    whole = make_briefing(snapshot, Choices(choices.audience, choices.paper, language=choices.language))
    sections = tuple((section.id, section.name) for section in whole.sections)
    if all(name in choices.left_out for name, _ in sections):
        return Preview(sections, ())
    blocks = (block for section in whole.sections for block in walk(section.blocks))
    figures = (figure for block in blocks if isinstance(block, KeyFigures) for figure in block.items)
    pages = draw_pages(render_pages(snapshot, choices), pixels_wide)
    return Preview(sections, pages, tuple(figure for figure in figures if figure.quantity))


def draw_pages(pdf: bytes, pixels_wide: int) -> tuple[PagePicture, ...]:
    """Every page of a PDF, `pixels_wide` wide."""
    import pypdfium2

    with ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(pdf)
        try:
            return tuple(_draw(document[index], pixels_wide) for index in range(len(document)))
        finally:
            document.close()


def _draw(page: object, pixels_wide: int) -> PagePicture:
    width_points = float(page.get_width())  # type: ignore[attr-defined]
    bitmap = page.render(scale=pixels_wide / width_points, rev_byteorder=False, prefer_bgrx=True)  # type: ignore[attr-defined]
    return PagePicture(zlib.compress(bitmap.buffer, FASTEST), bitmap.width, bitmap.height, bitmap.stride, width_points)
