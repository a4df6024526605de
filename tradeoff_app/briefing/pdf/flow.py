"""Strips to pages: what stays together, what repeats on the next page, and where a page ends."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

Painter = Callable[[Any, float, float], None]
"""Draws on a canvas with the strip's upper left corner at (x, top)."""


@dataclass(frozen=True)
class Strip:
    """A piece of a page that is never cut: its height, how it is drawn, and the company it keeps.

    `before` is the space above it, dropped at the head of a page. `keeps_next` holds it to the strip that follows.
    `header` is drawn again above it where a page starts inside a table. `outline` names a bookmark (level, text).
    """

    height: float
    draw: Painter
    before: float = 0.0
    keeps_next: bool = False
    header: Strip | None = None
    starts_page: bool = False
    outline: tuple[int, str] | None = None


@dataclass(frozen=True)
class Placed:
    """A strip and the distance of its top from the top of the page's text area."""

    strip: Strip
    offset: float


@dataclass(frozen=True)
class Page:
    """The strips of one page in order."""

    placed: tuple[Placed, ...]


def empty(height: float) -> Strip:
    """White space of a height."""
    return Strip(height, lambda _canvas, _x, _top: None)


def side_by_side(columns: Sequence[Sequence[Strip]], offsets: Sequence[float], before: float) -> Strip:
    """Columns of strips as one strip that is never cut; `offsets` are the columns' left edges."""
    height = max(stacked_height(column) for column in columns)

    def draw(canvas: Any, x: float, top: float) -> None:
        for column, offset in zip(columns, offsets, strict=True):
            draw_stack(canvas, column, x + offset, top)

    return Strip(height, draw, before)


def stacked_height(strips: Sequence[Strip]) -> float:
    """The height of strips under each other, without the space above the first."""
    return sum(strip.height + (strip.before if index else 0.0) for index, strip in enumerate(strips))


def draw_stack(canvas: Any, strips: Sequence[Strip], x: float, top: float) -> None:
    """Draws strips under each other."""
    for index, strip in enumerate(strips):
        top -= strip.before if index else 0.0
        strip.draw(canvas, x, top)
        top -= strip.height


def stack(strips: Sequence[Strip], before: float) -> Strip:
    """Strips under each other as one that is never cut."""
    return side_by_side((strips,), (0.0,), before)


def paginate(strips: Sequence[Strip], height: float) -> list[Page]:
    """Pages of the given text height; groups that keep together move as one where they fit on a page at all."""
    pages: list[list[Placed]] = [[]]
    used = 0.0
    for group in _groups(strips):
        needed = stacked_height(group) + (group[0].before if pages[-1] else 0.0)
        if pages[-1] and (group[0].starts_page or used + needed > height):
            pages.append([])
            used = 0.0
        for strip in group:
            used = _place(pages, strip, used, height)
    return [Page(tuple(placed)) for placed in pages]


def _place(pages: list[list[Placed]], strip: Strip, used: float, height: float) -> float:
    before = strip.before if pages[-1] else 0.0
    if pages[-1] and used + before + strip.height > height:
        pages.append([])
        used, before = 0.0, 0.0
    if not pages[-1] and strip.header is not None:
        pages[-1].append(Placed(strip.header, 0.0))
        used = strip.header.height
    pages[-1].append(Placed(strip, used + before))
    return used + before + strip.height


def _groups(strips: Sequence[Strip]) -> list[list[Strip]]:
    groups: list[list[Strip]] = []
    is_open = False
    for strip in strips:
        if is_open and not strip.starts_page:
            groups[-1].append(strip)
        else:
            groups.append([strip])
        is_open = strip.keeps_next
    return groups
