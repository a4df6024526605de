"""Tables and cards as strips: heads that repeat, numbers on the right, states at a fixed place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from tradeoff_app.briefing.blocks import Card, Cell, Column, Fact, GroupHead, Labels, Row, Table
from tradeoff_app.briefing.pdf.flow import Strip
from tradeoff_app.briefing.pdf.marks import ink, paint_interval, paint_mark
from tradeoff_app.briefing.pdf.prose import NOTE_GAP, baseline, text_strips
from tradeoff_app.briefing.pdf.typesetting import (
    BODY,
    CELL_LIMIT,
    SMALL,
    STRONG,
    TABLE,
    Line,
    Span,
    TextStyle,
    draw_line,
    line_width,
    shortened,
    wrap,
)
from tradeoff_app.figures.palette import LIGHT

PAD_LEFT, PAD_RIGHT, PAD_ROW = 4.0, 7.0, 5.75
MARK = 9.0
CAPTION = replace(SMALL, leading=12.0)
ROW_LIMIT = 44
"""Lines of a row that are never parted; a taller row goes on over the page."""


SMALL_TABLE = 8
"""Rows of a table, or of a group in one, that no page parts."""


@dataclass(frozen=True)
class _Place:
    """A column with its left edge and width on the page."""

    column: Column
    left: float
    width: float
    is_last: bool

    @property
    def inner(self) -> tuple[float, float]:
        """Left edge and width of what is set in it."""
        is_number = self.column.kind == "number"
        left = self.left + (0.0 if self.left == 0 else 1.0 if is_number else PAD_LEFT)
        pad = 0.0 if self.is_last else PAD_RIGHT if is_number else 1.0
        right = self.left + self.width - pad
        return left, max(8.0, right - left)


def table_strips(block: Table, width: float, before: float, labels: Labels) -> list[Strip]:
    """Head, rows and caption; the head repeats on each page, a group of few rows stays together under its name."""
    places = _places(block.columns, width)
    head = _head(places)
    strips = [Strip(head.height, head.draw, before, keeps_next=True)]
    for group in _groups(block.rows):
        set_rows = [strip for row in group for strip in _line(row, places, head, labels)]
        if isinstance(group[0], GroupHead) and len(group) <= SMALL_TABLE + 1:
            set_rows[:-1] = [replace(strip, keeps_next=True) for strip in set_rows[:-1]]
        strips.extend(set_rows)
    if len(block.rows) <= SMALL_TABLE:
        strips[:-1] = [replace(strip, keeps_next=True) for strip in strips[:-1]]
    if block.caption:
        strips[-1] = replace(strips[-1], keeps_next=True)
        strips.extend(text_strips(wrap(Span(block.caption, CAPTION), width), CAPTION, 7.0))
    return strips


def _groups(rows: tuple[Row | GroupHead, ...]) -> list[list[Row | GroupHead]]:
    """The rows by the group head that they stand under."""
    groups: list[list[Row | GroupHead]] = []
    for row in _whole_groups(rows):
        if isinstance(row, GroupHead) or not groups:
            groups.append([])
        groups[-1].append(row)
    return groups


def _whole_groups(rows: tuple[Row | GroupHead, ...]) -> list[Row | GroupHead]:
    """The rows without heads over nothing."""
    followed = [
        isinstance(row, Row) or isinstance(after, Row) for row, after in zip(rows, (*rows[1:], None), strict=True)
    ]
    return [row for row, stays in zip(rows, followed, strict=True) if stays]


def _places(columns: tuple[Column, ...], width: float) -> list[_Place]:
    """Columns keep their widths where they fit; what is left over goes to the first column of text."""
    total = sum(column.width for column in columns)
    scale = min(1.0, width / total)
    spare = max(0.0, width - total)
    widest = next((number for number, column in enumerate(columns) if column.kind == "text"), 0)
    places, left = [], 0.0
    for number, column in enumerate(columns):
        each = column.width * scale + (spare if number == widest else 0.0)
        places.append(_Place(column, left, each, number == len(columns) - 1))
        left += each
    return places


def _head(places: list[_Place]) -> Strip:
    heads = [_head_lines(place) for place in places]
    count = max(len(lines) for lines in heads)
    height = count * (SMALL.leading + 1.5) + 6
    total = places[-1].left + places[-1].width

    def draw(canvas: Any, x: float, top: float) -> None:
        for place, lines in zip(places, heads, strict=True):
            for number, line in enumerate(lines):
                level = top - (count - len(lines) + number) * (SMALL.leading + 1.5)
                _draw_aligned(canvas, line, SMALL, place, x, level)
            if place.column.kind == "bar":
                _draw_end_word(canvas, place, x, top - (count - 1) * (SMALL.leading + 1.5))
        canvas.setStrokeColor(LIGHT.strong)
        canvas.setLineWidth(0.75)
        canvas.line(x, top - height, x + total, top - height)

    return Strip(height, draw)


def _head_lines(place: _Place) -> list[Line]:
    column = place.column
    measure = place.inner[1]
    if column.kind == "bar":
        return [(Span(column.title, SMALL),)]
    lines = wrap(Span(column.title, SMALL), measure)
    return [*lines, *wrap(Span(column.second, SMALL), measure)] if column.second else lines


def _draw_aligned(canvas: Any, line: Line, style: TextStyle, place: _Place, x: float, top: float) -> None:
    left, measure = place.inner
    level = baseline(top, style)
    if place.column.kind == "number":
        draw_line(canvas, line, x + left + measure - line_width(line), level)
    else:
        draw_line(canvas, line, x + left, level)


def _draw_end_word(canvas: Any, place: _Place, x: float, top: float) -> None:
    """The word over the right end of a scale."""
    left, measure = place.inner
    word = Span(place.column.second, SMALL)
    draw_line(canvas, (word,), x + left + measure - word.width, baseline(top, SMALL))


def _line(row: Row | GroupHead, places: list[_Place], head: Strip, labels: Labels) -> list[Strip]:
    return [_group_head(row, places, head)] if isinstance(row, GroupHead) else _row(row, places, head, labels)


def _group_head(row: GroupHead, places: list[_Place], head: Strip) -> Strip:
    height = 24.5
    total = places[-1].left + places[-1].width
    line = wrap((Span(row.text, STRONG), Span(NOTE_GAP + row.note if row.note else "", SMALL)), total)[0]

    def draw(canvas: Any, x: float, top: float) -> None:
        draw_line(canvas, line, x, top - height + 6.5)
        _rule(canvas, x, top - height, total)

    return Strip(height, draw, keeps_next=True, header=head)


def _rule(canvas: Any, x: float, y: float, width: float) -> None:
    canvas.setStrokeColor(LIGHT.rule)
    canvas.setLineWidth(0.5)
    canvas.line(x, y, x + width, y)


@dataclass(frozen=True)
class _SetCell:
    """A cell with its lines broken: those of its text, then those of its second line."""

    cell: Cell
    place: _Place
    lines: tuple[tuple[Line, TextStyle], ...]


def _row(row: Row, places: list[_Place], head: Strip, labels: Labels) -> list[Strip]:
    cells = [_set(cell, place, labels, is_total=row.is_total) for cell, place in zip(row.cells, places, strict=True)]
    count = max(1, *(len(cell.lines) for cell in cells))
    if count <= ROW_LIMIT:
        return [_row_part(cells, (0, count), head, is_last=True, is_total=row.is_total)]
    starts = range(0, count, ROW_LIMIT // 2)
    return [
        _row_part(cells, (start, min(start + ROW_LIMIT // 2, count)), head, is_last=start + ROW_LIMIT // 2 >= count)
        for start in starts
    ]


def _set(cell: Cell, place: _Place, labels: Labels, *, is_total: bool) -> _SetCell:
    style = TABLE
    if cell.is_strong or is_total:
        style = style.strong()
    elif cell.is_assumed:
        style = TextStyle(TABLE.size, TABLE.leading, "italic")
    style = style.inked(ink(cell.mark))
    measure = place.inner[1] - (MARK + 4 if cell.mark else 0)
    text = shortened(cell.text, CELL_LIMIT, labels.cut)
    small = shortened(cell.small, CELL_LIMIT, labels.cut)
    lines = [(line, style) for line in wrap(Span(text, style), measure)] if text else []
    lines += [(line, SMALL) for line in wrap(Span(small, SMALL), place.inner[1])] if small else []
    if small and not text:
        lines[0] = (lines[0][0], replace(SMALL, leading=TABLE.leading))
    if cell.bar is not None and not lines:
        lines = [((), TABLE)]
    return _SetCell(cell, place, tuple(lines))


def _row_part(
    cells: list[_SetCell], span: tuple[int, int], head: Strip, *, is_last: bool, is_total: bool = False
) -> Strip:
    start, end = span
    above = PAD_ROW if start == 0 else 0.0
    tallest = max(sum(_leading(style) for _, style in cell.lines[start:end]) for cell in cells)
    height = above + max(tallest, TABLE.leading) + (PAD_ROW if is_last else 0.0)
    total = cells[-1].place.left + cells[-1].place.width

    def draw(canvas: Any, x: float, top: float) -> None:
        for cell in cells:
            _draw_cell(canvas, cell, span, x, top - above)
        if is_last:
            _rule(canvas, x, top - height, total)
        if is_total:
            canvas.setStrokeColor(LIGHT.strong)
            canvas.line(x, top, x + total, top)

    return Strip(height, draw, header=head)


def _leading(style: TextStyle) -> float:
    return style.leading + 0.75 if style is SMALL else style.leading


def _draw_cell(canvas: Any, item: _SetCell, span: tuple[int, int], x: float, top: float) -> None:
    cell, place = item.cell, item.place
    left, measure = place.inner
    start, end = span
    middle = top - TABLE.leading / 2
    if start == 0 and cell.bar is not None:
        paint_interval(canvas, cell.bar, x + left, middle, measure)
    shift = 0.0
    if start == 0 and cell.mark is not None:
        paint_mark(canvas, cell.mark, x + left, middle - MARK / 2, MARK)
    if cell.mark is not None:
        shift = MARK + 4
    for line, style in item.lines[start:end]:
        offset = shift if style is not SMALL else 0.0
        _draw_aligned(canvas, line, style, place, x + offset, top)
        top -= _leading(style)


def card_strips(block: Card, width: float, before: float) -> list[Strip]:
    """A card: a hairline round it that goes on over a page where the card is too tall for one."""
    padding, label = 12.0, 104.0
    inner = width - 2 * padding
    strips = [_card_title(block, inner), *text_strips(wrap(Span(block.text, BODY), inner), BODY, 5.0)]
    for fact in block.facts:
        strips.extend(_fact(fact, inner, label))
    framed = []
    for number, strip in enumerate(strips):
        ends = (number == 0, number == len(strips) - 1)
        framed.append(_framed(strip, width, padding, ends, before if number == 0 else 0.0))
    return framed


def _card_title(block: Card, width: float) -> Strip:
    style = STRONG
    state = Span(block.state, TABLE.strong().inked(ink(block.mark)))
    lines = wrap(Span(block.title, style), width - state.width - 24)

    def draw(canvas: Any, x: float, top: float) -> None:
        for number, line in enumerate(lines):
            draw_line(canvas, line, x, baseline(top - number * style.leading, style))
        right = x + width - state.width
        draw_line(canvas, (state,), right, baseline(top, style))
        if block.mark is not None:
            paint_mark(canvas, block.mark, right - MARK - 4, top - style.leading / 2 - MARK / 2, MARK)

    return Strip(style.leading * len(lines), draw, outline=(3, block.title))


def _fact(fact: Fact, width: float, label: float) -> list[Strip]:
    style = TABLE.muted() if fact.is_missing else TABLE
    lines = wrap(Span(fact.text, style), width - label)

    def painter(line: Line, *, is_first: bool) -> Any:
        def draw(canvas: Any, x: float, top: float) -> None:
            if is_first:
                draw_line(canvas, (Span(fact.label, SMALL),), x, baseline(top, TABLE))
            draw_line(canvas, line, x + label, baseline(top, TABLE))

        return draw

    return [
        Strip(TABLE.leading, painter(line, is_first=number == 0), 0.0 if number else 4.5)
        for number, line in enumerate(lines)
    ]


def _framed(strip: Strip, width: float, padding: float, ends: tuple[bool, bool], before: float) -> Strip:
    """The strip inside the card's edges; space above it becomes part of it, so that the edges have no gaps."""
    is_first, is_last = ends
    above = padding if is_first else strip.before
    height = above + strip.height + (padding if is_last else 0.0)

    def draw(canvas: Any, x: float, top: float) -> None:
        canvas.setStrokeColor(LIGHT.rule)
        canvas.setLineWidth(0.75)
        bottom = top - height
        for edge in (x, x + width):
            canvas.line(edge, top, edge, bottom)
        if is_first:
            canvas.line(x, top, x + width, top)
        if is_last:
            canvas.line(x, bottom, x + width, bottom)
        strip.draw(canvas, x + padding, top - above)

    return Strip(height, draw, before, keeps_next=not is_last, outline=strip.outline)
