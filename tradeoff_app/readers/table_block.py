"""What surrounds the results in a table: names that stand twice, headers that recur, remarks, sums and averages."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Callable, Sequence

from tradeoff_app.analysis.observations import IntArray, Problem
from tradeoff_app.readers.header_rows import are_only_names, count_filled, effective_width, is_comment, is_number_cell
from tradeoff_app.readers.limits import MAX_CELLS, MAX_COLUMNS, MAX_LISTED, MAX_ROWS
from tradeoff_app.readers.reader import Cell, PlaceNames, RawColumn
from tradeoff_app.readers.refusal import ReadError
from tradeoff_app.readers.sums_between import find_sums_between, is_summary, label_column, names_stand_over_numbers

RULE = re.compile(r"\s*[:+|]?(?:-{2,}|={2,}|_{2,}|─{2,})[-=_+|:─]*\s*")
UNIT_WORD = re.compile(
    r"\s*[\[(]?\s*(?:-|ms|s|sec|secs|seconds?|sekunden|min|minutes?|h|hours?|usd|eur|gbp|chf|jpy|[$€£¥%]|percent|prozent"
    r"|tokens?|count|#|bytes?|kb|mb|gb|score|points?|pts|0\s*[-–/]\s*1|[01]\s*[-–/]\s*\d{1,3}|str|string|text|varchar|int|integer"
    r"|int64|float|float64|double|number|numeric|decimal|bool|boolean|object|category|date|datetime|timestamp|id|key|label"
    r"|n/?a)\s*[\])]?\s*",
    re.IGNORECASE,
)
"""What may stand under a column name: `[ms]`, `USD`, `float`."""

RULED_ROWS = 3
MOST_BELOW = 40
SUMMARY_TAIL = 6
COMPARED_ROWS = 2_000

Row = Sequence[Cell]


def name_columns(header: Row, file: str, place: str) -> tuple[tuple[str, ...], list[Problem]]:
    """Column names, each once: a repeated name gets a number, an empty one its position."""
    check_size(0, len(header), file)
    written = [
        " ".join(str(cell).split()) if cell not in (None, "") else f"column {index + 1}"
        for index, cell in enumerate(header)
    ]
    names: list[str] = []
    used = set(written)
    taken: Counter[str] = Counter()
    repeated: list[str] = []
    for name in written:
        taken[name] += 1
        if taken[name] > 1:
            repeated.append(name)
            while (numbered := f"{name} ({taken[name]})") in used:
                taken[name] += 1
            used.add(numbered)
            names.append(numbered)
        else:
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


def drop_comment_rows(
    rows: Sequence[Row], indices: list[int], file: str, name_place: Callable[[int], str]
) -> tuple[list[int], list[Problem]]:
    """Rows that hold nothing but a remark after `#` are no results; they are left out and named."""
    remarks = {row for row in indices if is_comment(rows[row]) and effective_width(rows[row]) == 1}
    if not remarks or max(len(rows[row]) for row in indices) < 2:
        return indices, []
    first = min(remarks)
    text = f"{len(remarks):,} lines hold only a remark such as {str(rows[first][0])[:40]!r}; they were left out."
    problem = Problem("warning", "comment_rows", file, name_place(first), text, "Check these lines in the file.")
    return [row for row in indices if row not in remarks], [problem]


def drop_rows_below_header(
    rows: Sequence[Row], indices: list[int], file: str, name_place: Callable[[int], str]
) -> tuple[list[int], list[Problem]]:
    """Rules (`|---|---:|`) and a row of measurement units or data types under the names are no results."""
    rules = {row for row in (*indices[:RULED_ROWS], *indices[-RULED_ROWS:]) if _is_rule(rows[row])}
    kept = [row for row in indices if row not in rules] if rules else indices
    problems: list[Problem] = []
    if len(kept) > 1 and _says_units(rows[kept[0]], rows[kept[1]]):
        shown = ", ".join(str(cell) for cell in rows[kept[0]] if cell not in (None, ""))
        text = f"The row under the column names ({shown[:60]}) holds measurement units or data types; it was left out."
        place = name_place(kept[0])
        problems.append(Problem("warning", "units_row", file, place, text, "Remove the row if that is wrong."))
        kept = kept[1:]
    return kept, problems


def _is_rule(row: Row) -> bool:
    """Nothing but dashes, as Markdown and terminals draw lines: `:---:`, `-----`, `===`."""
    filled = [cell for cell in row if cell not in (None, "")]
    return bool(filled) and all(isinstance(cell, str) and RULE.fullmatch(cell) for cell in filled)


def _says_units(row: Row, below: Row) -> bool:
    """Words for measurement units or data types in every filled cell, above a row with numbers."""
    filled = [cell for cell in row if cell not in (None, "")]
    if not filled or not all(isinstance(cell, str) and UNIT_WORD.fullmatch(cell) for cell in filled):
        return False
    pairs = zip(row, below, strict=False)
    return any(name not in (None, "") and is_number_cell(cell) for name, cell in pairs)


def drop_summary_rows(
    rows: Sequence[Row], indices: list[int], file: str, name_place: Callable[[int], str]
) -> tuple[list[int], list[Problem]]:
    """Rows that total or average the others are no results; they are left out and named."""
    dropped = [*_find_summaries(rows, indices), *_find_summaries(rows, indices[::-1])]
    dropped += find_sums_between(rows, indices, frozenset(dropped))
    skipped = set(dropped)
    kept = [index for index in indices if index not in skipped] if dropped else indices
    if not dropped or not kept or _recur(rows, kept, dropped):
        return indices, []
    problems = [
        Problem(
            "warning",
            "summary_row_dropped",
            file,
            name_place(index),
            f"The row {str(rows[index][label_column(rows[index])])[:40]!r} sums up the others and was left out.",
            "Rename it if it is a real result.",
        )
        for index in sorted(skipped)
    ]
    return kept, problems


def drop_second_table(
    rows: Sequence[Row],
    indices: list[int],
    numbers: Sequence[int],
    file: str,
    name_place: Callable[[int], str],
) -> tuple[list[int], list[Problem]]:
    """A table with names of its own below an empty line is left out and named: a narrower one, or one whose names
    stand where the results have numbers."""
    first = max(1, len(indices) - MOST_BELOW, len(indices) // 2)
    usual = Counter(map(count_filled, (rows[row] for row in indices[:COMPARED_ROWS]))).most_common(1)
    for position in range(first, len(indices)):
        before, row = indices[position - 1], indices[position]
        if numbers[row] <= numbers[before] + 1 or any("\n" in str(cell) for cell in rows[before]):
            continue
        block = indices[position:]
        if usual[0][0] > 1 and all(_is_note(rows[other]) for other in block):
            text = (
                f"Below an empty line stands a note ({str(rows[row][0])[:60]}); its {len(block):,} rows were left out."
            )
            hint = "Move it to a sheet or file of its own if it is needed."
            return indices[:position], [Problem("warning", "second_table", file, name_place(row), text, hint)]
        is_narrow = max(count_filled(rows[other]) for other in block) < usual[0][0]
        is_apart = is_narrow or names_stand_over_numbers(rows, indices[:position], row)
        if is_apart and len(block) > 1 and are_only_names(rows[row]) and any(map(is_number_cell, rows[block[1]])):
            names = ", ".join(str(cell) for cell in rows[row] if cell not in (None, ""))
            text = f"Below an empty line stands another table ({names[:60]}); its {len(block)} rows were left out."
            hint = "Move it to a sheet or file of its own if it is needed."
            return indices[:position], [Problem("warning", "second_table", file, name_place(row), text, hint)]
    return indices, []


def _is_note(row: Row) -> bool:
    """A text of several words alone in the first cell."""
    return count_filled(row) == 1 and isinstance(row[0], str) and " " in row[0].strip()


def _find_summaries(rows: Sequence[Row], indices: Sequence[int]) -> list[int]:
    return list(itertools.takewhile(lambda index: is_summary(rows[index]), indices[:SUMMARY_TAIL]))


def _recur(rows: Sequence[Row], kept: Sequence[int], dropped: Sequence[int]) -> bool:
    """Whether the words of sums occur among the results as well: then they are labels like any other."""
    words = {(column := label_column(rows[index]), rows[index][column]) for index in dropped}
    return any(column < len(rows[row]) and rows[row][column] == word for column, word in words for row in kept)


def check_size(rows: int, columns: int, file: str) -> None:
    """Raise ReadError where a table is larger than the limits, naming the number and the limit."""
    hint = "Export fewer columns or rows, or split the file."
    for count, limit, what in (
        (rows, MAX_ROWS, "rows"),
        (columns, MAX_COLUMNS, "columns"),
        (rows * columns, MAX_CELLS, "cells (rows by columns)"),
    ):
        if count > limit:
            raise ReadError(
                "unreadable", file, "", f"too many {what}: {count:,} are more than the limit of {limit:,}", hint
            )


def check_marks(text: str, delimiter: str, file: str) -> None:
    """Raise ReadError where a text has more lines or separators than any table within the limits, before it is split.

    Some separators may stand inside quoted texts, so more of them than cells are let pass.
    """
    for what, mark, most in (("lines", "\n", MAX_CELLS), ("separators", delimiter, 3 * MAX_CELLS // 2)):
        if (count := text.count(mark)) > most:
            cause = f"too many {what}: {count:,} are more than the limit of {most:,}"
            raise ReadError("unreadable", file, "", cause, "Export fewer rows or columns, or split the file.")


def trim_header(row: list[str]) -> list[str]:
    """The header without empty names at its end (a delimiter that closes the line)."""
    end = len(row)
    while end and not row[end - 1].strip():
        end -= 1
    return row[:end]


def say_skipped(skipped: Sequence[Sequence[str]], lines: Sequence[int] | IntArray, file: str) -> list[Problem]:
    """What stood above the header; `lines` are those of all records."""
    if not skipped:
        return []
    first, last = int(lines[0]), int(lines[len(skipped) - 1])
    place = f"line {first}" if first == last else f"lines {first} to {last}"
    is_remark = all(row[0].lstrip().startswith("#") for row in skipped if row)
    what = "comment" if is_remark else "title"
    text = f"Skipped as {what} above the header, from line {first} to line {last}: {skipped[0][0][:60]!r}."
    return [Problem("warning", "title_rows", file, place, text, "Check the column names in the preview.")]


def find_swallowed_rows(
    columns: Sequence[RawColumn], width: int, delimiter: str, places: PlaceNames, file: str
) -> list[Problem]:
    """A quote that opens by mistake and closes lines later hides whole rows inside one cell."""
    if width < 2:
        return []
    for column in columns:
        if "\n" not in column.coded.joined:
            continue
        for text in column.coded.labels:
            if "\n" in text and _holds_rows(text, delimiter, width - 1):
                place = places.name(int(column.coded.rows_of({text})[0]))
                said = f"{column.name}: this cell holds what looks like whole rows; a quotation mark may be missing."
                return [Problem("warning", "swallowed_rows", file, place, said, "Check that line in the file.")]
    return []


def _holds_rows(cell: str, delimiter: str, least: int) -> bool:
    return sum(line.count(delimiter) == least for line in cell.splitlines()[1:-1] or cell.splitlines()[1:]) > 0
