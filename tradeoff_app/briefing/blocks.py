"""The one document model of every briefing: sections make these blocks, renderers know nothing else.

Texts are plain and in the reader's language, never markup. A cell's `number` is the same number as its text, unrounded
and in the unit that is shown (66.8 for 66.8 %), so that a workbook can calculate with what the page prints.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields, is_dataclass, replace
from datetime import date
from typing import Literal

from tradeoff_app.figures.spec import FigureSpec

Mark = Literal[
    "better", "worse", "accepted", "no_worse", "cannot_tell", "not_measured", "pass", "fail", "unproven", "evidence"
]
"""The shapes that say a state before its colour does."""

Tone = Literal["better", "worse", "accent", "unknown", "plain"]
ParagraphStyle = Literal["body", "lead", "small", "exchange"]
ColumnKind = Literal["text", "number", "bar", "state"]


@dataclass(frozen=True)
class Heading:
    """A head inside a section: level 1 is the page title, 2 a part, 3 a figure or card. `note` follows small, muted."""

    text: str
    level: Literal[1, 2, 3] = 2
    note: str = ""
    mark: Mark | None = None
    is_display: bool = False


@dataclass(frozen=True)
class Paragraph:
    """Running text; `exchange` is set larger with an accent edge, `lead` follows a title, `small` explains."""

    text: str
    style: ParagraphStyle = "body"


@dataclass(frozen=True)
class Points:
    """A list of short statements, one line or a few each."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class Callout:
    """The verdict in a box: its mark, the verdict itself, and the rule that was met."""

    mark: Mark
    title: str
    text: str


@dataclass(frozen=True)
class KeyFigure:
    """One large number with what it counts and its interval; `quantity` is the address that explains it."""

    value: str
    text: str
    interval: str
    tone: Tone = "plain"
    quantity: str = ""


@dataclass(frozen=True)
class KeyFigures:
    """Two to four large numbers side by side, in one denominator."""

    items: tuple[KeyFigure, ...]


@dataclass(frozen=True)
class IntervalBar:
    """An interval on a scale of -span to span where right is always better; `margin` is drawn dashed left of zero."""

    low: float
    high: float
    point: float | None
    span: float
    mark: Mark
    margin: float | None = None


@dataclass(frozen=True)
class Cell:
    """One cell: its text, a small muted second line, and the number behind the text where there is one.

    `places` are the decimals that the text shows. `is_assumed` marks a number that nobody confirmed.
    """

    text: str = ""
    small: str = ""
    number: float | None = None
    places: int | None = None
    mark: Mark | None = None
    bar: IntervalBar | None = None
    is_strong: bool = False
    is_assumed: bool = False


@dataclass(frozen=True)
class Column:
    """A column: its head (two lines at most), how its cells are set, and its width in points at the normal page."""

    title: str
    second: str = ""
    kind: ColumnKind = "text"
    width: float = 60.0


@dataclass(frozen=True)
class Row:
    """One line of a table; `key` names what it is about (`irrelevant|tail`) so that renderings can be matched."""

    cells: tuple[Cell, ...]
    key: str = ""
    is_total: bool = False


@dataclass(frozen=True)
class GroupHead:
    """A head between rows, with a small muted remark."""

    text: str
    note: str = ""


@dataclass(frozen=True)
class Table:
    """Rows under typed columns; `id` names it for other renderings (`effects`, `metrics`)."""

    id: str
    columns: tuple[Column, ...]
    rows: tuple[Row | GroupHead, ...]
    caption: str = ""


@dataclass(frozen=True)
class FigureBlock:
    """A picture; its title states the finding. `height` in points overrides the figure's own wish."""

    spec: FigureSpec
    caption: str = ""
    height: float | None = None
    is_page_title: bool = False


@dataclass(frozen=True)
class Fact:
    """A label and what is true of it, as on a card."""

    label: str
    text: str
    is_missing: bool = False


@dataclass(frozen=True)
class Card:
    """One thing with a life of its own, such as an accepted regression."""

    title: str
    mark: Mark | None
    state: str
    text: str
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True)
class Signature:
    """One line to sign on; `name` is filled where the person is known."""

    role: str
    name: str = ""


@dataclass(frozen=True)
class SignatureLines:
    """Lines to sign on, side by side."""

    items: tuple[Signature, ...]


@dataclass(frozen=True)
class PageBreak:
    """The next block starts a page."""


@dataclass(frozen=True)
class Columns:
    """Blocks side by side in columns of equal width."""

    columns: tuple[tuple[Block, ...], ...]


Block = (
    Heading
    | Paragraph
    | Points
    | Callout
    | KeyFigures
    | Table
    | FigureBlock
    | Card
    | SignatureLines
    | PageBreak
    | Columns
)


@dataclass(frozen=True)
class Section:
    """One part of the briefing, which starts a page: its name in the outline, and the two ends of its head line.

    `is_wide` asks for the narrow page margins of wide tables, `is_one_page` for tighter spaces before a second page.
    """

    id: str
    name: str
    head_left: str
    head_right: str
    blocks: tuple[Block, ...]
    is_wide: bool = False
    is_one_page: bool = False


@dataclass(frozen=True)
class Origin:
    """What a briefing was made from, for the foot of every page: short hashes, version, and their names."""

    scenario: str
    scenario_hash: str
    data_hash: str
    app_version: str


@dataclass(frozen=True)
class Labels:
    """The few words that renderers add themselves, in the reader's language; `{}` fields are filled by position."""

    footer: str = "Scenario {scenario}, {scenario_hash} · Data {data_hash} · Tradeoff {version}"
    page: str = "Page {page} of {pages}"
    uncovered: str = "These characters can’t be set in the fonts at hand and stand as a box: {names}."
    cut: str = "… ({count} characters in all)"


@dataclass(frozen=True)
class Document:
    """A whole briefing. `date` is the day that it speaks of (never a clock); unknown stays None."""

    title: str
    subject: str
    language: str
    sections: tuple[Section, ...]
    origin: Origin
    date: date | None = None
    labels: Labels = field(default_factory=Labels)

    @property
    def foot(self) -> str:
        """Where the briefing comes from, as printed at the foot of each page."""
        return self.labels.footer.format(
            scenario=self.origin.scenario,
            scenario_hash=self.origin.scenario_hash,
            data_hash=self.origin.data_hash,
            version=self.origin.app_version,
        )

    def section(self, section_id: str) -> Section | None:
        """The section of this id; None where the audience gets none."""
        return next((section for section in self.sections if section.id == section_id), None)

    def table(self, table_id: str) -> Table | None:
        """The table of this id, wherever it stands; None where there is none."""
        tables = (block for section in self.sections for block in walk(section.blocks))
        return next((block for block in tables if isinstance(block, Table) and block.id == table_id), None)

    def without(self, *section_ids: str) -> Document:
        """The document without these sections."""
        kept = tuple(section for section in self.sections if section.id not in section_ids)
        return replace(self, sections=kept)


def walk(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Every block in reading order, those inside columns included."""
    found: list[Block] = []
    for block in blocks:
        found.append(block)
        if isinstance(block, Columns):
            for column in block.columns:
                found.extend(walk(column))
    return tuple(found)


def words_in(item: object) -> int:
    """Words that a reader of a section meets; pictures, outline names and ids do not count."""
    if isinstance(item, Cell):
        return len(f"{item.text} {item.small}".split())
    if isinstance(item, Section):
        return words_in((item.head_left, item.head_right, *item.blocks))
    if isinstance(item, str):
        return len(item.split())
    if isinstance(item, tuple):
        return sum(words_in(part) for part in item)
    if is_dataclass(item):
        skipped = {"id", "key", "mark", "tone", "kind", "style", "spec", "quantity"}
        return sum(words_in(getattr(item, each.name)) for each in fields(item) if each.name not in skipped)
    return 0
