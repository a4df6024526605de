"""Where a table begins and ends among the rows of a sheet or text: title rows, header, blank rows, summary rows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tradeoff_app.analysis.observations import Problem
from tradeoff_app.readers.limits import MAX_CELLS, MAX_COLUMNS, MAX_LISTED, MAX_ROWS
from tradeoff_app.readers.number_grammar import parse_number
from tradeoff_app.readers.reader import Cell
from tradeoff_app.readers.refusal import ReadError

SEARCHED_ROWS = 40
SUMMARY = re.compile(
    r"\s*(grand total|total|sum|average|avg|mean|median|overall|count|std|stdev|min|max|summe|gesamt|durchschnitt"
    r"|mittelwert|moyenne|total général|promedio|media|totale)\b[\s:()n=\d.,%-]*",
    re.IGNORECASE,
)
SUMMARY_TAIL = 6
COMPARED_ROWS = 2_000

Row = Sequence[Cell]


@dataclass(frozen=True)
class Block:
    """Header position and the rows below it that hold results (indices into the rows that were looked at)."""

    header: int
    names: tuple[str, ...]
    rows: tuple[int, ...]
    problems: tuple[Problem, ...]


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
    for index, row in enumerate(rows[:SEARCHED_ROWS]):
        if widths[index] >= least and _names_columns(row):
            return index
        if widths[index] >= least and _is_data(row):
            return None
    return None


def _names_columns(row: Row) -> bool:
    """A header is text, with at most a few numbers (years, model sizes) among the names."""
    filled = [cell for cell in row if cell not in (None, "")]
    texts = [cell for cell in filled if isinstance(cell, str) and parse_number(cell) is None]
    return len(texts) >= max(1, 0.6 * len(filled))


def _is_data(row: Row) -> bool:
    filled = [cell for cell in row if cell not in (None, "")]
    numbers = [cell for cell in filled if not isinstance(cell, str) or parse_number(cell) is not None]
    return len(numbers) > 0.5 * len(filled)


def name_columns(header: Row, file: str, place: str) -> tuple[tuple[str, ...], list[Problem]]:
    """Column names, each once: a repeated name gets a number, an empty one its position."""
    names: list[str] = []
    taken: Counter[str] = Counter()
    repeated: list[str] = []
    for index, cell in enumerate(header):
        name = " ".join(str(cell).split()) if cell not in (None, "") else f"column {index + 1}"
        taken[name] += 1
        if taken[name] > 1:
            repeated.append(name)
            name = f"{name} ({taken[name]})"
        names.append(name)
    if not repeated:
        return tuple(names), []
    shown = ", ".join(repr(name) for name in sorted(set(repeated))[:MAX_LISTED])
    text = f"These column names stand more than once: {shown}; the later ones were numbered."
    return tuple(names), [Problem("warning", "duplicate_columns", file, place, text, "Rename or ignore one of them.")]


def drop_repeated_headers(
    rows: Sequence[Row], header: int, body: list[int], file: str, name_place: Callable[[int], str]
) -> tuple[list[int], list[Problem]]:
    """Files glued together repeat their header; raises ReadError where the "header" is a row of results itself."""
    names = list(rows[header])
    filled = [index for index, name in enumerate(names) if name not in (None, "")]
    repeated = [row for row in body if rows[row][:1] == names[:1] and list(rows[row][: len(names)]) == names]
    skipped = set(repeated)
    kept = [row for row in body if row not in skipped] if repeated else body
    recurring = sum(
        any(index < len(rows[row]) and rows[row][index] == names[index] for row in kept[:COMPARED_ROWS])
        for index in filled
    )
    if 2 * recurring >= len(filled) and len(body) > 2:
        cause = "there is no line with column names above the results: the first values recur further down"
        raise ReadError("unreadable", file, name_place(header), cause, "Export the results with a header line.")
    if not repeated:
        return body, []
    text = f"The header stands {len(repeated) + 1} times in the file; the repeats were left out."
    hint = "Check that the parts belong together."
    return kept, [Problem("warning", "repeated_header", file, name_place(repeated[0]), text, hint)]


def drop_summary_rows(
    rows: Sequence[Row], indices: list[int], file: str, name_place: Callable[[int], str]
) -> tuple[list[int], list[Problem]]:
    """Rows at the end that total or average the ones above are no results; they are left out and named."""
    dropped: list[int] = []
    while indices and len(dropped) < SUMMARY_TAIL and _is_summary(rows[indices[-1]]):
        dropped.append(indices.pop())
    if not dropped or not indices:
        return sorted(indices + dropped), []
    problems = [
        Problem(
            "warning",
            "summary_row_dropped",
            file,
            name_place(index),
            f"The row {str(rows[index][0])[:40]!r} sums up the rows above it and was left out.",
            "Rename it if it is a real result.",
        )
        for index in reversed(dropped)
    ]
    return indices, problems


def _is_summary(row: Row) -> bool:
    first = row[0] if row else None
    return isinstance(first, str) and SUMMARY.fullmatch(first) is not None and len(row) > 1


def check_size(rows: int, columns: int, file: str) -> None:
    """Raise ReadError where a table is larger than the limits, naming the number and the limit."""
    hint = "Export fewer columns or rows, or summarise it with `tradeoff summarise`."
    for count, limit, what in (
        (rows, MAX_ROWS, "rows"),
        (columns, MAX_COLUMNS, "columns"),
        (rows * columns, MAX_CELLS, "cells (rows by columns)"),
    ):
        if count > limit:
            raise ReadError(
                "unreadable", file, "", f"too many {what}: {count:,} are more than the limit of {limit:,}", hint
            )
