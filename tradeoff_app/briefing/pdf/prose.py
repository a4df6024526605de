"""Headings, paragraphs, boxes and key figures as strips of a page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tradeoff_app.briefing.blocks import (
    Callout,
    Heading,
    KeyFigure,
    KeyFigures,
    Mark,
    Paragraph,
    Points,
    Signature,
    SignatureLines,
)
from tradeoff_app.briefing.pdf.flow import Strip, side_by_side
from tradeoff_app.briefing.pdf.marks import paint_mark
from tradeoff_app.briefing.pdf.typesetting import (
    BODY,
    DISPLAY,
    EXCHANGE,
    LEAD,
    SECTION,
    SMALL,
    STRONG,
    TITLE,
    Line,
    Span,
    TextStyle,
    draw_line,
    draw_text,
    wrap,
    wrap_balanced,
    wrap_paragraph,
)
from tradeoff_app.figures.palette import LIGHT

GUTTER = 18.0
NOTE_GAP = "\u00a0" * 3
"""Between a head and its remark; spaces that do not break and do not collapse."""
_HEADS = {1: TITLE, 2: SECTION, 3: STRONG}
_SPACE_ABOVE = {1: 0.0, 2: 18.0, 3: 15.0}
_PARAGRAPHS = {"body": BODY, "lead": LEAD, "small": SMALL, "exchange": EXCHANGE}
_TONES = {
    "better": LIGHT.better,
    "worse": LIGHT.worse,
    "accent": LIGHT.accent,
    "unknown": LIGHT.strong,
    "plain": LIGHT.strong,
}


def baseline(top: float, style: TextStyle) -> float:
    """The baseline of a line whose leading starts at `top`, so that capitals stand in its middle."""
    return top - style.leading / 2 - style.size * 0.33


def line_strip(line: Line, style: TextStyle, before: float = 0.0, *, keeps_next: bool = False) -> Strip:
    """One line of text as a strip."""

    def draw(canvas: Any, x: float, top: float) -> None:
        draw_line(canvas, line, x, baseline(top, style))

    return Strip(style.leading, draw, before, keeps_next)


def text_strips(lines: Sequence[Line], style: TextStyle, before: float, *, keeps_next: bool = False) -> list[Strip]:
    """Lines as strips; no page starts or ends with a single line of them."""
    count = len(lines)
    return [
        line_strip(
            line,
            style,
            0.0 if number else before,
            keeps_next=(number == 0 and count > 1) or number == count - 2 or (keeps_next and number == count - 1),
        )
        for number, line in enumerate(lines)
    ]


def heading_strips(block: Heading, width: float) -> list[Strip]:
    """A heading, balanced where it is a title, held to what follows."""
    style = DISPLAY if block.is_display else _HEADS[block.level]
    indent = 16.0 if block.mark else 0.0
    if block.level == 1:
        lines = wrap_balanced(Span(block.text, style), width)
    else:
        note = (Span(NOTE_GAP + block.note, SMALL),) if block.note else ()
        lines = wrap((Span(block.text, style), *note), width - indent)
    return [
        Strip(
            style.leading,
            _heading_painter(line, style, block.mark if number == 0 else None, indent),
            0.0 if number else _SPACE_ABOVE[block.level],
            keeps_next=True,
            outline=(block.level, block.text) if number == 0 else None,
        )
        for number, line in enumerate(lines)
    ]


def _heading_painter(line: Line, style: TextStyle, mark: Mark | None, indent: float) -> Any:
    def draw(canvas: Any, x: float, top: float) -> None:
        if mark is not None:
            paint_mark(canvas, mark, x, top - style.leading / 2 - 4.5)
        draw_line(canvas, line, x + indent, baseline(top, style))

    return draw


def paragraph_strips(block: Paragraph, width: float, before: float) -> list[Strip]:
    """A paragraph; the exchange sentence carries an accent edge."""
    style = _PARAGRAPHS[block.style]
    if block.style == "lead":
        return text_strips(wrap_balanced(Span(block.text, style), width), style, before)
    if block.style != "exchange":
        return text_strips(wrap_paragraph(Span(block.text, style), width), style, before)
    lines = wrap_paragraph(Span(block.text, style), width - 14)
    return [
        Strip(style.leading, _edged(line, style), 0.0 if number else before, keeps_next=number < len(lines) - 1)
        for number, line in enumerate(lines)
    ]


def _edged(line: Line, style: TextStyle) -> Any:
    def draw(canvas: Any, x: float, top: float) -> None:
        canvas.setFillColor(LIGHT.accent)
        canvas.rect(x, top - style.leading - 0.1, 2.25, style.leading + 0.2, stroke=0, fill=1)
        draw_line(canvas, line, x + 14, baseline(top, style))

    return draw


def points_strips(block: Points, width: float, before: float) -> list[Strip]:
    """Short statements behind a small dot; neither the first nor the last stands alone on its page."""
    strips: list[Strip] = []
    accompanied = {0, len(block.items) - 2} if len(block.items) > 1 else set()
    for position, item in enumerate(block.items):
        lines = wrap_paragraph(Span(item, BODY), width - 12)
        for number, line in enumerate(lines):
            is_first = number == 0
            above = (before if not strips else 4.0) if is_first else 0.0
            keeps_next = number < len(lines) - 1 or position in accompanied
            strips.append(Strip(BODY.leading, _point(line, is_first=is_first), above, keeps_next=keeps_next))
    return strips


def _point(line: Line, *, is_first: bool) -> Any:
    def draw(canvas: Any, x: float, top: float) -> None:
        if is_first:
            canvas.setFillColor(LIGHT.strong)
            canvas.circle(x + 2.5, top - BODY.leading / 2, 1.4, stroke=0, fill=1)
        draw_line(canvas, line, x + 12, baseline(top, BODY))

    return draw


def callout_strip(block: Callout, width: float, before: float) -> Strip:
    """The verdict box: raised ground, mark, verdict in semibold, the rule in regular."""
    padding, indent = 12.0, 33.0
    spans = (Span(block.title + " ", BODY.strong()), Span(block.text, BODY))
    lines = wrap(spans, width - indent - padding)
    height = 2 * padding - 3 + len(lines) * BODY.leading

    def draw(canvas: Any, x: float, top: float) -> None:
        canvas.setFillColor(LIGHT.raised)
        canvas.roundRect(x, top - height, width, height, 4.5, stroke=0, fill=1)
        first = top - padding + 1.5
        paint_mark(canvas, block.mark, x + padding, first - BODY.leading / 2 - 6, 12)
        for number, line in enumerate(lines):
            draw_line(canvas, line, x + indent, baseline(first - number * BODY.leading, BODY))

    return Strip(height, draw, before)


def key_figures_strip(block: KeyFigures, width: float, before: float) -> Strip:
    """Large numbers side by side, each under a rule in the colour of its meaning."""
    count = max(1, len(block.items))
    each = (width - GUTTER * (count - 1)) / count
    columns = [_key_figure(item, each) for item in block.items]
    return side_by_side(columns, [number * (each + GUTTER) for number in range(count)], before)


def _key_figure(item: KeyFigure, width: float) -> list[Strip]:
    def rule(canvas: Any, x: float, top: float) -> None:
        canvas.setFillColor(_TONES[item.tone])
        canvas.rect(x, top - 2.25, width, 2.25, stroke=0, fill=1)

    value = wrap(Span(item.value, DISPLAY), width)
    return [
        Strip(2.25, rule),
        *text_strips(value, DISPLAY, 6.0),
        *text_strips(wrap(Span(item.text, BODY), width), BODY, 1.0),
        *text_strips(wrap(Span(item.interval, SMALL), width), SMALL, 4.0),
    ]


def signature_strip(block: SignatureLines, width: float, before: float) -> Strip:
    """Lines to sign on with the role underneath."""
    count = max(3, len(block.items))
    each = (width - GUTTER * (count - 1)) / count
    columns = [_signature(item, each) for item in block.items]
    return side_by_side(columns, [number * (each + GUTTER) for number in range(len(columns))], before)


def _signature(item: Signature, width: float) -> list[Strip]:
    def line(canvas: Any, x: float, top: float) -> None:
        draw_text(canvas, item.name, BODY, x, top - 10)
        canvas.setStrokeColor(LIGHT.strong)
        canvas.setLineWidth(0.75)
        canvas.line(x, top - 15, x + width, top - 15)

    return [Strip(15.0, line), *text_strips(wrap(Span(item.role, SMALL), width), SMALL, 5.0)]
