"""Tables that stand beside the results, behind an empty column: told apart by how far down they reach."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tradeoff_app.analysis.observations import Problem
from tradeoff_app.readers.reader import Cell

SAME_HEIGHT = 0.8
"""Blocks of columns of which the lower one has at least this share of the other's rows are one table."""
DENSE = 0.7
LONGEST_SHOWN = 60
HINT = "Move it to a sheet or file of its own; if it belongs to the results, remove the empty column between them."

Row = Sequence[Cell]


@dataclass(frozen=True)
class _Block:
    """Columns without an empty one among them: their names, and the rows below the header that hold something."""

    columns: range
    names: tuple[str, ...]
    rows: tuple[int, ...]
    filled: int

    @property
    def is_gapless(self) -> bool:
        return bool(self.rows) and self.rows[-1] - self.rows[0] + 1 == len(self.rows)

    @property
    def is_dense(self) -> bool:
        return self.filled >= DENSE * len(self.columns) * len(self.rows)


def find_results(
    rows: Sequence[Row], header: int, file: str, name_place: Callable[[int], str]
) -> tuple[range | None, list[Problem]]:
    """The columns of the table that holds most, and what was left out; None where all columns are one table."""
    blocks = _split(rows, header)
    if len(blocks) < 2:
        return None, []
    main = max(range(len(blocks)), key=lambda place: blocks[place].filled)
    first = last = main
    while first > 0 and not _is_apart(blocks[first - 1], blocks[main]):
        first -= 1
    while last + 1 < len(blocks) and not _is_apart(blocks[last + 1], blocks[main]):
        last += 1
    beside = [*blocks[:first], *blocks[last + 1 :]]
    if not beside:
        return None, []
    columns = range(blocks[first].columns.start, blocks[last].columns.stop)
    return columns, [_say(block, rows, header, file, name_place) for block in beside]


def _say(block: _Block, rows: Sequence[Row], header: int, file: str, name_place: Callable[[int], str]) -> Problem:
    shown = block.names
    if not shown:
        top = rows[header + 1 + block.rows[0]]
        shown = tuple(str(cell) for column in block.columns if _is_filled(cell := _cell(top, column)))
    listed = ", ".join(shown)[:LONGEST_SHOWN]
    text = f"Beside the results, behind an empty column, stands another table ({listed}); it was left out."
    return Problem("warning", "side_table", file, name_place(header), text, HINT)


def _cell(row: Row, column: int) -> Cell:
    return row[column] if column < len(row) else None


def _is_filled(cell: Cell) -> bool:
    return cell is not None and cell != ""


def _split(rows: Sequence[Row], header: int) -> list[_Block]:
    """Runs of columns between those in which nothing stands from the header on."""
    body = rows[header + 1 :]
    width = max((len(row) for row in rows[header:]), default=0)
    unnamed = [column for column in range(1, width) if not _is_filled(_cell(rows[header], column))]
    empty = [column for column in unnamed if not any(_is_filled(_cell(row, column)) for row in body)]
    if not empty:
        return []
    bounds = [-1, *empty, width]
    spans = [range(left + 1, right) for left, right in itertools.pairwise(bounds) if right > left + 1]
    return [_make_block(span, rows[header], body) for span in spans] if len(spans) > 1 else []


def _make_block(columns: range, header: Row, body: Sequence[Row]) -> _Block:
    counts = [sum(_is_filled(_cell(row, column)) for column in columns) for row in body]
    names = tuple(str(cell) for column in columns if _is_filled(cell := _cell(header, column)))
    return _Block(columns, names, tuple(row for row, count in enumerate(counts) if count), sum(counts))


def _is_apart(block: _Block, main: _Block) -> bool:
    """Whether a block is a table of its own: it repeats the first name, or ends well before or after the main one."""
    if block.names and main.names and block.names[0].casefold() == main.names[0].casefold():
        return True
    if len(block.columns) < 2 or not block.is_gapless:
        return False
    low, high = sorted((len(block.rows), len(main.rows)))
    if low >= SAME_HEIGHT * high:
        return False
    return not block.names or (block.rows[0] == 0 and block.is_dense)
