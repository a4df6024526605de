"""The rows of a large sheet by one strict pattern that a sample of them suggests: all cells in one pass, as bytes.

What the pattern takes is proven to be a row of plain cells; any other row is left as XML for the parser that looks at
each tag. Bytes in which a row could be anything else (remarks, sections, nested rows) raise NotPlain.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from tradeoff_app.readers.limits import MAX_CELLS
from tradeoff_app.readers.sheet_xml import LAST_COLUMN, LAST_ROW, Styles, name_column, number_column

Kind = Literal["empty", "number", "date", "shared", "written", "inline", "truth"]

SAMPLED_ROWS = 200
MOST_SHAPES = 4_000
"""Ways in which a cell is written, over all columns: more of them would make the pattern itself slow."""
MOST_LEFT = 0.5
"""Share of the bytes that may be left to the careful parser; where there are more, it reads them all."""

DECLARATION = re.compile(
    rb"""(?:\xef\xbb\xbf)?(?:<\?xml version=["']1\.0["'](?: encoding=["'][Uu][Tt][Ff]-8["'])?"""
    rb"""(?: standalone=["'](?:yes|no)["'])?\s*\?>)?\s*<[A-Za-z]"""
)
INNER_TAGS = re.compile(rb"<(?:[\w.-]+:)?(?:c|v|t|f|is|si|rPh|row)[\s/>]")
EMPTY_ROWS = re.compile(rb'\s*+(?:<row r="[1-9]\d{0,6}"[^<>]*/>\s*+)*</sheetData>')
ATTRIBUTE_NAME = re.compile(rb' ([A-Za-z][\w:]*)="')
SAMPLE_ROW = re.compile(rb'<row r="[1-9]\d{0,6}"(?:[^<>]*[^</>])?>(.*?)</row>', re.DOTALL)
SAMPLE_CELL = re.compile(
    rb'<c r="([A-Z]{1,3})\d{1,7}"((?: [a-z]+="\w*")*+)(?: ?/>|></c>|>(<f[^<>]*+>(?:[^<>]*+</f>)?+)?+<(v|is)>)'
)
CELL_ATTRIBUTE = re.compile(rb' ([a-z]+)="(\w*)"')

TEXT = rb"[^<>\x00-\x08\x0b-\x1f]*+"
NUMBER = rb"(?!-?0[0-9])[0-9.+-]{1,40}+(?:[eE][+-]?[0-9]{1,4})?+"
"""Leading zeros would hide how many digits a whole number has; what is left of other nonsense, float() refuses."""
BODIES: dict[Kind, bytes] = {
    "number": b"<v>(" + NUMBER + b")</v></c>",
    "date": b"<v>(" + NUMBER + b")</v></c>",
    "shared": rb"<v>([0-9]{1,9})</v></c>",
    "written": rb"<v>(" + TEXT + rb")</v></c>",
    "inline": rb'<is><t(?: xml:space="preserve")?+>(' + TEXT + rb")</t></is></c>",
    "truth": rb"<v>([01])</v></c>",
}
FORMULA_TEXT = rb"(?:[^<>&\x00-\x08\x0b-\x1f]|&(?:amp|lt|gt|quot|apos);)*+"
FORMULA_ATTRIBUTES = (
    rb'(?: t="(?:shared|array|normal)")?+(?: aca="(?:true|false|0|1)")?+(?: ref="[A-Z0-9:]+")?+(?: ca="[01]")?+'
    rb'(?: si="[0-9]+")?+'
)
FORMULA = rb"(?:<f" + FORMULA_ATTRIBUTES + rb"(?:/>|>" + FORMULA_TEXT + rb"</f>))?+"
ROW_ATTRIBUTE = rb' (?!r="|hidden="(?:1|true)")[A-Za-z][\w:]*="[^"<&\x00-\x1f\x7f-\xff]*"'
BLANKS = rb"[ \t\r\n]*+"
ODD_ROW = rb'<row r="[1-9]\d{0,6}"[^<>]*>.*?</row>'


class NotPlain(Exception):  # noqa: N818 - no error: the careful parser reads the same bytes
    """The bytes are not what the quick way can prove."""


@dataclass(frozen=True)
class CellGroup:
    """The cells of one column that are of one kind, one per row: the bytes of their values, empty where they have
    none."""

    kind: Kind
    values: Sequence[bytes]


@dataclass(frozen=True)
class PlainRows:
    """The proven rows: their numbers in order, their cells by column; `rest` is the sheet's XML without them."""

    numbers: list[int]
    columns: dict[int, list[CellGroup]]
    rest: bytes


def match_rows(data: bytes, styles: Styles) -> PlainRows:
    """The plain rows of a sheet below its first one; raises NotPlain."""
    first, last = _find_rows(data)
    layout = _learn(data, first, last, styles)
    pattern, count = _compile(layout), data.count(b"</row>", first, last)
    if count > LAST_ROW or count * len(layout) > MAX_CELLS or pattern.match(data, first, last) is None:
        raise NotPlain
    found = pattern.findall(data, first, last)
    if len(found) != count:  # a match begins where one row ends and holds one end: all of them leave nothing between
        raise NotPlain
    odd = [row[-1] for row in found if row[-1]]
    plain = [row for row in found if not row[-1]] if odd else found
    rest = b"".join([data[:first], *odd, data[last:]])
    if not plain or len(rest) > MOST_LEFT * len(data):
        raise NotPlain
    check_rest(rest)
    return _sort_cells(plain, layout, rest)


def _find_rows(data: bytes) -> tuple[int, int]:
    """Where the second row begins and the last one ends."""
    start = data.find(b"<row")
    first = data.find(b"</row>", start) + len(b"</row>")
    last = data.rfind(b"</row>") + len(b"</row>")
    if not 0 <= start < first < last or not EMPTY_ROWS.match(data, last):
        raise NotPlain
    if not data[:start].rstrip().endswith(b"<sheetData>") or data.count(b"<row", start, first) != 1:
        raise NotPlain
    check_head(data[:start])
    return first, last


def check_head(head: bytes) -> None:
    """Raise NotPlain unless a part is UTF-8 and no element is open in which cells or texts would not count."""
    if not DECLARATION.match(head) or INNER_TAGS.search(head):
        raise NotPlain


def check_rest(rest: bytes) -> None:
    """Raise NotPlain for remarks, sections, declarations and instructions: they may hold what only looks like rows."""
    if b"<!" in rest or rest.find(b"<?", len(b"\xef\xbb\xbf<?")) >= 0:
        raise NotPlain


Layout = dict[int, dict[Kind, list[tuple[bytes, bool]]]]
"""By column and kind: how the attributes of its cells are written, and whether one of these has a formula."""


def _learn(data: bytes, first: int, last: int, styles: Styles) -> Layout:
    """What the cells of some rows look like, the commonest first."""
    seen: Counter[tuple[int, Kind, bytes, bool]] = Counter()
    for letters, attributes, formula, content in _sample_cells(data, first, last):
        column, kind = number_column(letters.decode()), _kind_of(attributes, content, styles)
        if kind is not None and column <= LAST_COLUMN:
            seen[column, kind, attributes, bool(formula)] += 1
    layout: defaultdict[int, dict[Kind, list[tuple[bytes, bool]]]] = defaultdict(dict)
    for column, kind, attributes, has_formula in (shape for shape, _ in seen.most_common()):
        layout[column].setdefault(kind, []).append((attributes, has_formula))
    if not layout or len(seen) > MOST_SHAPES:
        raise NotPlain
    return dict(sorted(layout.items()))


def _sample_cells(data: bytes, first: int, last: int) -> Iterator[tuple[bytes, ...]]:
    step, offset = max(1, (last - first) // SAMPLED_ROWS), first
    while (start := data.find(b"<row", offset, last)) >= 0:
        row = SAMPLE_ROW.match(data, start, last)
        if row is not None:
            yield from SAMPLE_CELL.findall(row[1])
        offset = max(start + step, start + len(b"<row") if row is None else row.end())


def _kind_of(written: bytes, content: bytes, styles: Styles) -> Kind | None:
    """What a cell with these attributes holds; None where only the careful parser should say."""
    pairs = CELL_ATTRIBUTE.findall(written)
    attributes = dict(pairs)
    style = attributes.get(b"s", b"0")
    if len(attributes) < len(pairs) or not re.fullmatch(rb"\d{1,9}", style) or b"r" in attributes:
        return None
    if not content:
        return "empty"
    number: Kind = "date" if int(style) in styles.dates else "number"
    kinds: dict[tuple[bytes, bytes], Kind] = {
        (b"n", b"v"): number,
        (b"s", b"v"): "shared",
        (b"str", b"v"): "written",
        (b"inlineStr", b"is"): "inline",
        (b"b", b"v"): "truth",
    }
    return kinds.get((attributes.get(b"t", b"n"), content))


def _compile(layout: Layout) -> re.Pattern[bytes]:
    """Number and attributes of a row, one group per column and kind; or a whole row of another make as last group."""
    cells = b"".join(_column_pattern(column, kinds) for column, kinds in layout.items())
    row = rb'<row r="([1-9]\d{0,6})"((?:' + ROW_ATTRIBUTE + rb")*+)>" + BLANKS + cells + rb"</row>"
    return re.compile(rb"(?<=</row>)" + BLANKS + rb"(?:" + row + rb"|(" + ODD_ROW + rb"))", re.DOTALL)


def _column_pattern(column: int, kinds: dict[Kind, list[tuple[bytes, bool]]]) -> bytes:
    shapes = b"|".join(_cell_pattern(kind, written) for kind, written in kinds.items())
    return rb'(?:<c r="' + name_column(column).encode() + rb'\1"(?:' + shapes + rb"))?+"


def _cell_pattern(kind: Kind, written: list[tuple[bytes, bool]]) -> bytes:
    texts = dict.fromkeys(re.escape(attributes) for attributes, _ in written)
    attributes = b"(?:" + b"|".join(texts) + b")"
    if kind == "empty":
        return attributes + rb"(?: ?/>|></c>)"
    formula = FORMULA if any(has_formula for _, has_formula in written) else b""
    return attributes + b">" + formula + BODIES[kind]


def _sort_cells(found: list[tuple[bytes, ...]], layout: Layout, rest: bytes) -> PlainRows:
    numbers, attributes, *groups, _ = zip(*found, strict=True)
    for written in set(attributes):
        names = ATTRIBUTE_NAME.findall(written)
        if len(set(names)) < len(names):
            raise NotPlain
    rows = list(map(int, numbers))
    if rows[-1] > LAST_ROW:
        raise NotPlain
    cells = iter(groups)
    columns = {
        column: [CellGroup(kind, next(cells)) for kind in kinds if kind != "empty"] for column, kinds in layout.items()
    }
    return PlainRows(rows, columns, rest)
