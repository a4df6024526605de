"""A document as PDF bytes: pages, head and foot lines, bookmarks, metadata; the same input gives the same bytes."""

from __future__ import annotations

import io
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from itertools import accumulate
from typing import Any, Literal

from tradeoff_app.briefing.blocks import Block, Columns, Document, FigureBlock, Labels, Paragraph, Section
from tradeoff_app.briefing.pdf.attachments import Attachment, attach
from tradeoff_app.briefing.pdf.flow import Page, paginate
from tradeoff_app.briefing.pdf.fonts import settable, typeface, unsettable, width
from tradeoff_app.briefing.pdf.layout import lay_out
from tradeoff_app.briefing.pdf.typesetting import FOOT, SMALL, TextStyle, draw_text
from tradeoff_app.figures.palette import LIGHT

Paper = Literal["a4", "letter"]
_SIZES: dict[Paper, tuple[float, float]] = {"a4": (595.28, 841.89), "letter": (612.0, 792.0)}
MARGIN, WIDE_MARGIN = 45.35, 36.0
TIGHTER = ((0.8, 1.0), (0.6, 1.0), (0.7, 0.84), (0.6, 0.72))
"""Shares of the space between blocks, and of the height of plots, that a page may be left with."""
HEAD_BASELINE, HEAD_RULE, TEXT_TOP = 48.0, 57.0, 75.0
FOOT_RULE, FOOT_BASELINE, TEXT_BOTTOM = 41.0, 26.0, 52.0


@dataclass(frozen=True)
class _Sheet:
    """One page to draw: its strips and the section that it belongs to."""

    page: Page
    section: Section
    margin: float
    is_first: bool


def write(document: Document, paper: Paper = "a4", attachment: Attachment | None = None) -> bytes:
    """The briefing as PDF bytes, with the scenario file inside where one is given."""
    from reportlab.pdfgen.canvas import Canvas

    typeface("regular")
    document = with_note_on_fonts(document)
    sheets = list(_sheets(document, _SIZES[paper]))
    buffer = io.BytesIO()
    settings: dict[str, Any] = {"invariant": 1, "pageCompression": 1, "initialFontName": "Tradeoff-regular"}
    canvas = Canvas(buffer, pagesize=_SIZES[paper], lang=document.language, **settings)
    _set_metadata(canvas, document)
    if attachment is not None:
        attach(canvas, attachment, document.title)
    outline = _Outline(canvas)
    for number, sheet in enumerate(sheets, start=1):
        _draw_sheet(canvas, sheet, document, _SIZES[paper], (number, len(sheets)))
        outline.add(sheet, number, _SIZES[paper][1])
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def with_note_on_fonts(document: Document) -> Document:
    """The document with a last paragraph that names what the fonts at hand can't set, or as it is."""
    names = unsettable(_texts(document))
    if not names or not document.sections:
        return document
    note = Paragraph(document.labels.uncovered.format(names=", ".join(names)), "small")
    last = document.sections[-1]
    return replace(document, sections=(*document.sections[:-1], replace(last, blocks=(*last.blocks, note))))


def _texts(item: Any) -> Iterator[str]:
    """Every text anywhere in a document."""
    if isinstance(item, str):
        yield item
    elif isinstance(item, tuple):
        for part in item:
            yield from _texts(part)
    elif is_dataclass(item):
        for field in fields(item):
            yield from _texts(getattr(item, field.name))


def _sheets(document: Document, size: tuple[float, float]) -> Iterator[_Sheet]:
    for section in document.sections:
        margin = WIDE_MARGIN if section.is_wide else MARGIN
        space = (size[0] - 2 * margin, size[1] - TEXT_TOP - TEXT_BOTTOM)
        for number, page in enumerate(_pages(section, space, document.labels)):
            yield _Sheet(page, section, margin, number == 0)


def _pages(section: Section, space: tuple[float, float], labels: Labels) -> list[Page]:
    """The pages of a section; one that should stand alone gives up white space, then height of its plots."""
    width, height = space
    strips = lay_out(section.blocks, width, labels)
    pages = paginate(strips, height)
    for share, plots in TIGHTER if section.is_one_page else ():
        if len(pages) > 1:
            strips = lay_out(shorter(section.blocks, plots), width, labels)
            pages = paginate([replace(strip, before=strip.before * share) for strip in strips], height)
    return pages


def shorter(blocks: tuple[Block, ...], share: float) -> tuple[Block, ...]:
    """The blocks with plots of a share of their height, where that is said."""
    return tuple(_shorter(block, share) for block in blocks)


def _shorter(block: Block, share: float) -> Block:
    if isinstance(block, Columns):
        return replace(block, columns=tuple(shorter(column, share) for column in block.columns))
    if isinstance(block, FigureBlock) and block.height is not None:
        return replace(block, height=block.height * share)
    return block


def _set_metadata(canvas: Any, document: Document) -> None:
    canvas.setTitle(settable(document.title))
    canvas.setSubject(settable(document.subject))
    canvas.setAuthor("")
    canvas.setCreator(f"Tradeoff {document.origin.app_version}")
    canvas.setProducer(f"Tradeoff {document.origin.app_version}")
    canvas.setKeywords(f"{document.origin.scenario_hash} {document.origin.data_hash}")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    day = document.date
    if day is not None:
        canvas.setDateFormatter(lambda *_now: f"D:{day:%Y%m%d}000000+00'00'")


LONGEST_END = 400
"""Letters of a text at the head or foot of a page, more than any page is wide: it is set on each of them."""


def _draw_sheet(
    canvas: Any, sheet: _Sheet, document: Document, size: tuple[float, float], count: tuple[int, int]
) -> None:
    left, right = sheet.margin, size[0] - sheet.margin
    top = size[1]
    _draw_ends(canvas, (sheet.section.head_left, sheet.section.head_right), SMALL, (left, right), top - HEAD_BASELINE)
    canvas.setLineWidth(0.5)
    canvas.setStrokeColor(LIGHT.strong)
    canvas.line(left, top - HEAD_RULE, right, top - HEAD_RULE)
    for placed in sheet.page.placed:
        placed.strip.draw(canvas, left, top - TEXT_TOP - placed.offset)
    canvas.setLineWidth(0.5)
    canvas.setStrokeColor(LIGHT.rule)
    canvas.line(left, FOOT_RULE, right, FOOT_RULE)
    page = document.labels.page.format(page=count[0], pages=count[1])
    _draw_ends(canvas, (document.foot, page), FOOT, (left, right), FOOT_BASELINE)


def _draw_ends(canvas: Any, texts: tuple[str, str], style: TextStyle, edges: tuple[float, float], level: float) -> None:
    """A text at each edge; the left one gives way where both don't fit."""
    left, right = edges
    end = _fitted(texts[1], style, (right - left) * 0.6)
    end_width = width(end, style.weight, style.size)
    draw_text(canvas, end, style, right - end_width, level)
    draw_text(canvas, _fitted(texts[0], style, right - left - end_width - 18), style, left, level)


def _fitted(text: str, style: TextStyle, measure: float) -> str:
    text = settable(text[:LONGEST_END]).replace("\n", " ")
    if width(text, style.weight, style.size) <= measure:
        return text
    ends = list(accumulate(width(letter, style.weight, style.size) for letter in text))
    kept = bisect_right(ends, measure - width("…", style.weight, style.size))
    return text[:kept].rstrip() + "…"


class _Outline:
    """Bookmarks: a section, then its headings, never a level deeper than its parent plus one."""

    def __init__(self, canvas: Any) -> None:
        self._canvas = canvas
        self._depth = 0

    def add(self, sheet: _Sheet, number: int, height: float) -> None:
        """Bookmarks for the page that was just drawn."""
        if sheet.is_first:
            self._mark(f"p{number}", sheet.section.name, 0, height)
        for index, placed in enumerate(sheet.page.placed):
            if placed.strip.outline is not None and placed.strip.outline[0] > 1:
                text = placed.strip.outline[1]
                self._mark(f"p{number}-{index}", text, 1, height - TEXT_TOP - placed.offset + 12)

    def _mark(self, key: str, text: str, level: int, top: float) -> None:
        self._canvas.bookmarkPage(key, fit="XYZ", left=0, top=top, zoom=0)
        self._canvas.addOutlineEntry(settable(text), key, level=min(level, self._depth), closed=False)
        self._depth = level + 1
