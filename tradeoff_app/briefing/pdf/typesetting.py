"""Text to lines: sizes and weights by role, breaking at spaces, balancing of titles; nothing here reads markup."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from tradeoff_app.briefing.pdf.fonts import Weight, runs, settable, width
from tradeoff_app.figures.palette import LIGHT
from tradeoff_app.wording.typography import typeset

CELL_LIMIT = 2_000
"""Characters of one cell that are set; the rest is in the workbook (a tall cell would swallow the page)."""
LONG_WORD = 0.45
"""Words wider than this share of the measure may break at a hyphen or slash; shorter ones stay whole."""
SHORT_LAST = 0.16
"""Share of the measure below which a last line looks lost."""
_TOKEN = re.compile(r"[ \t]+|[^ \t]+")
_BREAK_INSIDE = re.compile(
    r"(?<=[-‐–—/\u200b])(?=[^\W\d])|(?<=[\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef])(?=[\u2e80-\u9fff\uac00-\ud7af])"
)


@dataclass(frozen=True)
class TextStyle:
    """How a stretch of text is set; `ink` is a colour of the palette."""

    size: float
    leading: float
    weight: Weight = "regular"
    ink: str = LIGHT.text

    def muted(self) -> TextStyle:
        """The same in the muted ink."""
        return replace(self, ink=LIGHT.muted)

    def strong(self) -> TextStyle:
        """The same in semibold."""
        return replace(self, weight="semibold")

    def inked(self, ink: str) -> TextStyle:
        """The same in another ink."""
        return replace(self, ink=ink)


DISPLAY = TextStyle(20, 25, "semibold")
TITLE = TextStyle(16.5, 21, "semibold")
EXCHANGE = TextStyle(13.5, 19.5)
LEAD = TextStyle(12, 16.5)
SECTION = TextStyle(12, 16.5, "semibold")
STRONG = TextStyle(10.5, 15, "semibold")
BODY = TextStyle(10.5, 15)
TABLE = TextStyle(9.75, 12.75)
SMALL = TextStyle(8.75, 10.5, ink=LIGHT.muted)
FOOT = TextStyle(8.25, 10.5, ink=LIGHT.muted)


@dataclass(frozen=True)
class Span:
    """A stretch of one style inside a line."""

    text: str
    style: TextStyle

    @property
    def width(self) -> float:
        """Its set width in points."""
        return width(self.text, self.style.weight, self.style.size)


Line = tuple[Span, ...]


def line_width(line: Line) -> float:
    """The set width of a line in points."""
    return sum(span.width for span in line)


def wrap(spans: tuple[Span, ...] | Span, measure: float) -> list[Line]:
    """The lines of a text at a measure in points; words break only where they alone are wider than it."""
    parts = (spans,) if isinstance(spans, Span) else spans
    setter = _LineSetter(measure)
    for span in parts:
        for number, paragraph in enumerate(_clean(span.text).split("\n")):
            if number:
                setter.end_line()
            for token in _TOKEN.findall(paragraph):
                setter.add(token, span.style)
    setter.end_line()
    return setter.lines


def wrap_paragraph(span: Span, measure: float) -> list[Line]:
    """The lines of running text; a last line of one short word is given company where that costs no line."""
    lines = wrap(span, measure)
    if len(lines) < 2 or line_width(lines[-1]) > SHORT_LAST * measure:
        return lines
    for share in (0.97, 0.94, 0.91):
        tried = wrap(span, share * measure)
        if len(tried) == len(lines) and line_width(tried[-1]) > SHORT_LAST * measure:
            return tried
    return lines


def wrap_balanced(span: Span, measure: float) -> list[Line]:
    """The lines of a title, as few as fit and of about equal length."""
    best = wrap(span, measure)
    if len(best) == 1:
        return best
    low, high = measure / len(best) * 0.8, measure
    for _ in range(12):
        middle = (low + high) / 2
        tried = wrap(span, middle)
        if len(tried) > len(best):
            low = middle
        else:
            best, high = tried, middle
    return best


def _clean(text: str) -> str:
    """What can be set, with numbers bound to what belongs to them."""
    text = typeset(text)
    return "\n".join(settable(line.replace("\t", " ")) for line in text.replace("\r\n", "\n").split("\n"))


class _LineSetter:
    """Fills lines word by word."""

    def __init__(self, measure: float) -> None:
        self.measure = measure
        self.lines: list[Line] = []
        self._spans: list[Span] = []
        self._width = 0.0

    def add(self, token: str, style: TextStyle) -> None:
        """One word or one stretch of spaces."""
        if not token.strip(" \t"):
            if self._spans:
                self._append(token[:1], style)
            return
        is_long = width(token, style.weight, style.size) > self.measure * LONG_WORD
        for piece in _BREAK_INSIDE.split(token) if is_long else (token,):
            self._add_piece(piece, style)

    def end_line(self) -> None:
        """Closes the line without the spaces at its end."""
        while self._spans and not self._spans[-1].text.strip(" "):
            self._spans.pop()
        self.lines.append(tuple(_joined(self._spans)))
        self._spans, self._width = [], 0.0

    def _add_piece(self, piece: str, style: TextStyle) -> None:
        needed = width(piece, style.weight, style.size)
        if self._spans and self._width + needed > self.measure + 0.01:
            self.end_line()
        while needed > self.measure + 0.01 and len(piece) > 1:
            count = _fitting(piece, style, self.measure)
            needed -= width(piece[:count], style.weight, style.size)
            self._append(piece[:count], style)
            self.end_line()
            piece = piece[count:]
        self._append(piece, style)

    def _append(self, text: str, style: TextStyle) -> None:
        self._spans.append(Span(text, style))
        self._width += width(text, style.weight, style.size)


def _fitting(piece: str, style: TextStyle, measure: float) -> int:
    """How many characters of a word fill a line, at least one."""
    used = 0.0
    for count, character in enumerate(piece):
        used += width(character, style.weight, style.size)
        if used > measure:
            return max(1, count)
    return len(piece)


def _joined(spans: list[Span]) -> list[Span]:
    joined: list[Span] = []
    for span in spans:
        if joined and joined[-1].style == span.style:
            joined[-1] = Span(joined[-1].text + span.text, span.style)
        else:
            joined.append(span)
    return joined


def shortened(text: str, limit: int, mark: str) -> str:
    """The text cut to `limit` characters with `mark` (which names the full `{count}`), or as it is."""
    return text if len(text) <= limit else text[:limit] + mark.format(count=f"{len(text):,}")


def draw_line(canvas: Any, line: Line, x: float, baseline: float) -> float:
    """Draws a line from `x` and returns where it ends."""
    for span in line:
        x = draw_text(canvas, span.text, span.style, x, baseline)
    return x


def draw_text(canvas: Any, text: str, style: TextStyle, x: float, baseline: float) -> float:
    """The one place that puts characters on a page: draws at `x` and returns where the text ends."""
    if not text:
        return x
    canvas.setFillColor(style.ink)
    pen = canvas.beginText(x, baseline)
    for run in runs(text, style.weight):
        pen.setFont(run.font, style.size)
        pen.textOut(run.text)
    canvas.drawText(pen)
    return x + width(text, style.weight, style.size)
