"""Where the column names of a table stand: below titles and comments, in one row or in two under merged cells."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from tradeoff_app.readers.number_grammar import parse_number
from tradeoff_app.readers.reader import Cell

SEARCHED_ROWS = 40
COMPARED_ROWS = 200
_DATE = re.compile(r"\d{1,4}[-./]\d{1,2}[-./]\d{1,4}.*")

Row = Sequence[Cell]


def effective_width(row: Row) -> int:
    """Number of cells up to the last one that is filled."""
    for index in range(len(row) - 1, -1, -1):
        if row[index] not in (None, ""):
            return index + 1
    return 0


def find_header(rows: Sequence[Row]) -> int | None:
    """Index of the first row that names the columns of what follows; None where no row does."""
    widths = [effective_width(row) for row in rows[: 20 * SEARCHED_ROWS]]
    filled = [width for width in widths if width]
    if not filled:
        return None
    usual = Counter(filled).most_common(1)[0][0]
    least = max(2, 0.6 * usual) if usual > 1 else 1
    fewest = min(2, Counter(count_filled(row) for row in rows[: 20 * SEARCHED_ROWS] if any(row)).most_common(1)[0][0])
    for index, row in enumerate(rows[:SEARCHED_ROWS]):
        if widths[index] < least or count_filled(row) < fewest:
            continue
        if _names_columns(row):
            return _find_fuller(rows, widths, index, usual)
        if _is_data(row):
            return None
    return None


def count_filled(row: Row) -> int:
    """Number of cells that hold something."""
    return sum(cell not in (None, "") for cell in row)


def _find_fuller(rows: Sequence[Row], widths: Sequence[int], first: int, usual: int) -> int:
    """A title or comment that happens to fill several cells stands above the names: those are as wide as the rows."""
    if widths[first] >= usual and not is_comment(rows[first]):
        return first
    for index in range(first + 1, min(len(rows) - 1, SEARCHED_ROWS)):
        if not widths[index] or is_comment(rows[index]):
            continue
        if not are_only_names(rows[index]):
            return first
        below = next((row for row in rows[index + 1 :] if effective_width(row)), ())
        if widths[index] >= min(usual, widths[first] + 1) and any(map(is_number_cell, below)):
            return index
    return first


def is_comment(row: Row) -> bool:
    """Whether a row begins with the sign that scripts put before remarks."""
    return bool(row) and isinstance(row[0], str) and row[0].lstrip().startswith("#")


def is_number_cell(cell: Cell) -> bool:
    """Whether a cell holds or writes a number."""
    if cell is None or cell == "":
        return False
    return not isinstance(cell, str) or parse_number(cell) is not None


def are_only_names(row: Row) -> bool:
    """Whether a row holds several texts that are no numbers or dates, each once, and nothing else."""
    filled = [cell for cell in row if cell not in (None, "")]
    texts = [
        cell for cell in filled if isinstance(cell, str) and not is_number_cell(cell) and not _DATE.fullmatch(cell)
    ]
    return len(filled) > 1 and len(set(texts)) == len(filled)


def _names_columns(row: Row) -> bool:
    """A header is text, with at most a few numbers (years, model sizes) among the names."""
    filled = [cell for cell in row if cell not in (None, "")]
    texts = [cell for cell in filled if isinstance(cell, str) and parse_number(cell) is None]
    return len(texts) >= max(1, 0.6 * len(filled))


def _is_data(row: Row) -> bool:
    filled = [cell for cell in row if cell not in (None, "")]
    return sum(map(is_number_cell, filled)) > 0.5 * len(filled)


def join_header_rows(rows: Sequence[Row], header: int) -> list[Cell] | None:
    """Names from two rows, `score (before)` for `score` under `before`; None where the names stand in one row."""
    if header + 2 >= len(rows):
        return None
    top, below = list(rows[header]), list(rows[header + 1])
    width = max(effective_width(top), effective_width(below))
    top += [None] * (width - len(top))
    below += [None] * (width - len(below))
    groups = _fill_groups(top[:width], below[:width])
    if not _are_two_levels(top[:width], below[:width], groups, rows[header + 2 :]):
        return None
    return [_join(group, name) for group, name in zip(groups, below[:width], strict=True)]


def _fill_groups(top: Row, below: Row) -> list[Cell]:
    """The upper name of each column; merged cells hold it only in the first of theirs."""
    groups: list[Cell] = []
    current: Cell = None
    for group, name in zip(top, below, strict=True):
        if group not in (None, ""):
            current = group if name not in (None, "") else None
            groups.append(group)
        else:
            groups.append(current)
    return groups


def _are_two_levels(top: Row, below: Row, groups: Row, body: Sequence[Row]) -> bool:
    grouped = Counter(
        group for group, name in zip(groups, below, strict=True) if group not in (None, "") and name not in (None, "")
    )
    named = [index for index, name in enumerate(below) if name not in (None, "")]
    if not grouped or max(grouped.values()) < 2 or sum(count > 1 for count in grouped.values()) < 1:
        return False
    if len({cell for cell in top if cell not in (None, "")}) == len(top):
        return False
    if any(not isinstance(below[index], str) or is_number_cell(below[index]) for index in named):
        return False
    compared = body[:COMPARED_ROWS]
    holds_numbers = any(is_number_cell(row[index]) for row in compared[:1] for index in named if index < len(row))
    recurs = any(row[index] == below[index] for row in compared for index in named if index < len(row))
    return holds_numbers and not recurs


def _join(group: Cell, name: Cell) -> Cell:
    if name in (None, ""):
        return group
    return name if group in (None, "") else f"{name} ({group})"
