"""A document as plain text and as Markdown: the same blocks, for mail and for version control."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from textwrap import fill
from typing import Any

from tradeoff_app.briefing.blocks import (
    Block,
    Callout,
    Card,
    Cell,
    Columns,
    Document,
    FigureBlock,
    GroupHead,
    Heading,
    KeyFigures,
    PageBreak,
    Paragraph,
    Points,
    Row,
    SignatureLines,
    Table,
)

MEASURE = 100
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~])")
_LINE_START = re.compile(r"^(\s*)([-+>]|\d+[.)])(\s)")


def to_text(document: Document) -> str:
    """The briefing as plain text, lines of at most 100 characters apart from tables."""
    parts = [document.title, "=" * min(MEASURE, len(document.title)), ""]
    for section in document.sections:
        parts += [f"{section.head_left} · {section.head_right}", ""]
        for block in section.blocks:
            parts += [*_TEXT[type(block)](block), ""]
    return _joined([*parts, document.foot])


def to_markdown(document: Document) -> str:
    """The briefing as Markdown; data never acts as markup."""
    parts = [f"# {escaped(document.title)}", ""]
    for section in document.sections:
        parts += [f"*{escaped(section.head_left)} · {escaped(section.head_right)}*", ""]
        for block in section.blocks:
            parts += [*_MARKDOWN[type(block)](block), ""]
    return _joined([*parts, f"*{escaped(document.foot)}*"])


def escaped(text: str) -> str:
    """The text with every character that Markdown would act on made plain; line breaks become spaces."""
    flat = _MARKUP.sub(r"\\\1", _visible(text).replace("\n", " ").replace("&", "&amp;"))
    return _LINE_START.sub(r"\1\\\2\3", flat)


def _visible(text: str) -> str:
    """Control and direction characters and lone surrogates as the replacement character: none of them can act."""
    shown = (c if c in "\n\t" or _is_printable(c) else "\ufffd" for c in text)
    return "".join(shown)


def _is_printable(character: str) -> bool:
    is_control = character < " " or "\x7f" <= character < "\xa0"
    turns_direction = "\u202a" <= character <= "\u202e" or "\u2066" <= character <= "\u2069"
    is_no_character = "\ud800" <= character <= "\udfff" or character in "\ufffe\uffff"
    return not is_control and not turns_direction and not is_no_character


def _joined(lines: Sequence[str]) -> str:
    text = _visible("\n".join(line.rstrip() for line in lines))
    return re.sub(r"\n{3,}", "\n\n", text).rstrip() + "\n"


def _filled(text: str, indent: str = "", first: str | None = None) -> str:
    lines = [
        fill(
            part,
            MEASURE,
            initial_indent=(indent if first is None else first) if number == 0 else indent,
            subsequent_indent=indent,
            break_long_words=False,
            break_on_hyphens=False,
        )
        for number, part in enumerate(_visible(text).split("\n"))
    ]
    return "\n".join(lines)


def _text_heading(block: Heading) -> Iterator[str]:
    title = f"{block.text}  {block.note}".rstrip()
    yield _filled(title)
    if block.level < 3:
        yield ("=" if block.level == 1 else "-") * min(MEASURE, len(title))


def _text_columns(block: Columns) -> Iterator[str]:
    for column in block.columns:
        for inner in column:
            yield from _TEXT[type(inner)](inner)
            yield ""


def _text_table(block: Table) -> Iterator[str]:
    heads = [_head(column.title, column.second) for column in block.columns]
    shown = [number for number, column in enumerate(block.columns) if column.kind != "bar"]
    cells = [[_cell(row.cells[number]) for number in shown] for row in block.rows if isinstance(row, Row)]
    widths = [max([len(heads[number]), *(len(line[place]) for line in cells)]) for place, number in enumerate(shown)]
    rights = [block.columns[number].kind == "number" for number in shown]

    def laid(texts: Sequence[str]) -> str:
        pairs = zip(texts, widths, rights, strict=True)
        return "  ".join(text.rjust(width) if right else text.ljust(width) for text, width, right in pairs)

    yield laid([heads[number] for number in shown])
    yield "-" * (sum(widths) + 2 * (len(widths) - 1))
    remaining = iter(cells)
    for row in block.rows:
        yield f"{row.text}  {row.note}".rstrip() if isinstance(row, GroupHead) else laid(next(remaining))
    if block.caption:
        yield _filled(block.caption)


def _head(title: str, second: str) -> str:
    return f"{title} ({second})" if second else title


def _cell(cell: Cell) -> str:
    text = f"{cell.text} ({cell.small})" if cell.text and cell.small else cell.text or cell.small
    return _visible(text).replace("\n", " ")


def _text_figure(block: FigureBlock) -> Iterator[str]:
    yield _filled(block.spec.title)
    yield from (_filled(remark) for remark in _remarks(block))


def _remarks(block: FigureBlock) -> Iterator[str]:
    """What stands under a figure's title, each thing once: the alternative text repeats title and subtitle."""
    spec = block.spec
    told = spec.alt
    for said in (spec.title, spec.subtitle.partition(". ")[0], spec.subtitle):
        told = told.removeprefix(said).lstrip(" .") if said else told
    yield from (remark for remark in (spec.subtitle, told, *spec.notes, block.caption) if remark)


def _text_card(block: Card) -> Iterator[str]:
    yield _filled(f"{block.title}: {block.state}")
    yield _filled(block.text, "  ")
    for fact in block.facts:
        yield _filled(f"{fact.label}: {fact.text}", "    ", "  ")


def _text_key_figures(block: KeyFigures) -> Iterator[str]:
    for item in block.items:
        interval = f" ({item.interval})" if item.interval else ""
        yield _filled(f"{item.value} {item.text}{interval}", "  ", "- ")


_TEXT: dict[type[Block], Callable[[Any], Iterator[str]]] = {
    Heading: _text_heading,
    Paragraph: lambda block: iter((_filled(block.text),)),
    Points: lambda block: (_filled(item, "  ", "- ") for item in block.items),
    Callout: lambda block: iter((_filled(f"{block.title} {block.text}"),)),
    KeyFigures: _text_key_figures,
    Columns: _text_columns,
    Table: _text_table,
    FigureBlock: _text_figure,
    Card: _text_card,
    SignatureLines: lambda block: (f"{item.name or '_' * 24}  {item.role}" for item in block.items),
    PageBreak: lambda _block: iter(()),
}


def _markdown_heading(block: Heading) -> Iterator[str]:
    note = f" *{escaped(block.note)}*" if block.note else ""
    yield f"{'#' * (block.level + 1)} {escaped(block.text)}{note}"


def _markdown_columns(block: Columns) -> Iterator[str]:
    for column in block.columns:
        for inner in column:
            yield from _MARKDOWN[type(inner)](inner)
            yield ""


def _markdown_table(block: Table) -> Iterator[str]:
    shown = [number for number, column in enumerate(block.columns) if column.kind != "bar"]
    columns = [block.columns[number] for number in shown]
    yield "| " + " | ".join(escaped(_head(column.title, column.second)) for column in columns) + " |"
    yield "|" + "|".join("---:" if column.kind == "number" else "---" for column in columns) + "|"
    for row in block.rows:
        if isinstance(row, GroupHead):
            yield f"| **{escaped(row.text)}** {escaped(row.note)} |" + " |" * (len(shown) - 1)
        else:
            yield "| " + " | ".join(escaped(_cell(row.cells[number])) for number in shown) + " |"
    if block.caption:
        yield ""
        yield escaped(block.caption)


def _markdown_figure(block: FigureBlock) -> Iterator[str]:
    yield f"**{escaped(block.spec.title)}**"
    for remark in _remarks(block):
        yield ""
        yield escaped(remark)


def _markdown_card(block: Card) -> Iterator[str]:
    yield f"**{escaped(block.title)}** — {escaped(block.state)}"
    yield ""
    yield escaped(block.text)
    yield ""
    for fact in block.facts:
        yield f"- {escaped(fact.label)}: {escaped(fact.text)}"


def _markdown_callout(block: Callout) -> Iterator[str]:
    yield f"> **{escaped(block.title)}** {escaped(block.text)}"


def _markdown_key_figures(block: KeyFigures) -> Iterator[str]:
    for item in block.items:
        interval = f" ({escaped(item.interval)})" if item.interval else ""
        yield f"- **{escaped(item.value)}** {escaped(item.text)}{interval}"


_MARKDOWN: dict[type[Block], Callable[[Any], Iterator[str]]] = {
    Heading: _markdown_heading,
    Paragraph: lambda block: iter(((("> " if block.style == "exchange" else "") + escaped(block.text)),)),
    Points: lambda block: (f"- {escaped(item)}" for item in block.items),
    Callout: _markdown_callout,
    KeyFigures: _markdown_key_figures,
    Columns: _markdown_columns,
    Table: _markdown_table,
    FigureBlock: _markdown_figure,
    Card: _markdown_card,
    SignatureLines: lambda block: (f"- {escaped(item.role)}: {escaped(item.name)}" for item in block.items),
    PageBreak: lambda _block: iter(()),
}
