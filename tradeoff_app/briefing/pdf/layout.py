"""Blocks to strips: the one place that knows how every kind of block is set."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from tradeoff_app.briefing.blocks import (
    Block,
    Callout,
    Card,
    Columns,
    FigureBlock,
    Heading,
    KeyFigures,
    Labels,
    PageBreak,
    Paragraph,
    Points,
    SignatureLines,
    Table,
)
from tradeoff_app.briefing.pdf.figure_painter import grid_legend, paint_figure, plot_height
from tradeoff_app.briefing.pdf.flow import Strip, side_by_side
from tradeoff_app.briefing.pdf.prose import (
    callout_strip,
    heading_strips,
    key_figures_strip,
    paragraph_strips,
    points_strips,
    signature_strip,
    text_strips,
)
from tradeoff_app.briefing.pdf.tables import card_strips, table_strips
from tradeoff_app.briefing.pdf.typesetting import SMALL, STRONG, TITLE, Span, wrap, wrap_balanced
from tradeoff_app.figures.spec import CountGrid, FigureSpec

BETWEEN = 18.0
COLUMN_GUTTER = 24.0


def lay_out(blocks: Sequence[Block], width: float, labels: Labels) -> list[Strip]:
    """The strips of blocks under each other at a width in points."""
    strips: list[Strip] = []
    previous: Block | None = None
    starts_page = False
    for block in blocks:
        if isinstance(block, PageBreak):
            starts_page = True
            continue
        made = _SETTERS[type(block)](block, width, _space(previous, block), labels)
        if starts_page and made:
            made[0] = replace(made[0], starts_page=True)
            starts_page = False
        strips.extend(made)
        previous = block
    return strips


def _space(previous: Block | None, block: Block) -> float:
    """The space above a block, by what stands over it."""
    if isinstance(previous, Heading):
        return _space_under(previous, block)
    if isinstance(previous, Paragraph) and isinstance(block, Paragraph | Points) and previous.style == "body":
        return 6.0
    if isinstance(block, Paragraph) and block.style == "small":
        return 8.0
    if isinstance(block, Card) and isinstance(previous, Card):
        return 12.0
    if isinstance(block, SignatureLines):
        return 33.0
    return BETWEEN


def _space_under(heading: Heading, block: Block) -> float:
    if heading.level == 1:
        return {Paragraph: 5.0, Table: 15.0, FigureBlock: 9.0}.get(type(block), 12.0)
    return 7.0 if isinstance(block, Table | Card | FigureBlock) else 3.0


def _columns(block: Columns, width: float, before: float, labels: Labels) -> list[Strip]:
    count = len(block.columns)
    each = (width - COLUMN_GUTTER * (count - 1)) / count
    columns = [lay_out(column, each, labels) for column in block.columns]
    offsets = [number * (each + COLUMN_GUTTER) for number in range(count)]
    return [side_by_side(columns, offsets, before)]


def _figure(block: FigureBlock, width: float, before: float) -> list[Strip]:
    """Title, subtitle, plot and notes of a figure, which never part."""
    spec = block.spec
    style = TITLE if block.is_page_title else STRONG
    wrapped = wrap_balanced(Span(spec.title, style), width)
    strips = text_strips(wrapped, style, before, keeps_next=True)
    strips[0] = _with_outline(strips[0], spec, is_page_title=block.is_page_title)
    if spec.subtitle:
        strips += text_strips(wrap(Span(spec.subtitle, SMALL), width), SMALL, 2.0, keeps_next=True)
    size = (width, block.height or plot_height(spec, width))

    def draw(canvas: Any, x: float, top: float) -> None:
        paint_figure(canvas, spec, x, top, size)

    notes = _notes(block, width)
    if spec.marks:
        strips.append(Strip(size[1], draw, 9.0, keeps_next=bool(notes)))
    return [*strips, *notes]


def _notes(block: FigureBlock, width: float) -> list[Strip]:
    """Remarks under a plot; those of a grid stand behind squares of what they explain."""
    spec = block.spec
    grid = next((mark for mark in spec.marks if isinstance(mark, CountGrid)), None)
    strips = [grid_legend(grid, spec.notes, width)] if grid is not None and spec.notes else []
    remarks = [*(() if strips else spec.notes), *((block.caption,) if block.caption else ())]
    for number, remark in enumerate(remarks):
        is_last = number == len(remarks) - 1
        strips += text_strips(wrap(Span(remark, SMALL), width), SMALL, 6.0, keeps_next=not is_last)
    return strips


def _with_outline(strip: Strip, spec: FigureSpec, *, is_page_title: bool) -> Strip:
    level = 1 if is_page_title else 3
    return Strip(strip.height, strip.draw, strip.before, keeps_next=True, outline=(level, spec.title))


_SETTERS: dict[type[Block], Callable[[Any, float, float, Labels], list[Strip]]] = {
    Heading: lambda block, width, _before, _labels: heading_strips(block, width),
    Paragraph: lambda block, width, before, _labels: paragraph_strips(block, width, before),
    Points: lambda block, width, before, _labels: points_strips(block, width, before),
    Callout: lambda block, width, before, _labels: [callout_strip(block, width, before)],
    KeyFigures: lambda block, width, before, _labels: [key_figures_strip(block, width, before)],
    SignatureLines: lambda block, width, before, _labels: [signature_strip(block, width, before)],
    Card: lambda block, width, before, _labels: card_strips(block, width, before),
    FigureBlock: lambda block, width, before, _labels: _figure(block, width, before),
    Table: table_strips,
    Columns: _columns,
}
