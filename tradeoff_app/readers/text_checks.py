"""What looks right and is not: characters that don't show, labels that differ only by a space or a capital."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from tradeoff_app.analysis.observations import Problem
from tradeoff_app.readers.limits import MAX_CELL_CHARACTERS, MAX_SEGMENT_VALUES
from tradeoff_app.readers.number_cells import NumberCells
from tradeoff_app.readers.reader import PlaceNames, RawColumn
from tradeoff_app.readers.refusal import ReadError

INVISIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]")
SURROGATE = re.compile("[\ud800-\udfff]")


def check_texts(columns: Sequence[RawColumn], file: str, places: PlaceNames) -> list[Problem]:
    """Warnings about text cells; raises ReadError for half characters and endless cells."""
    problems: list[Problem] = []
    for column in columns:
        _refuse_broken_name(column.name, file)
        problems.extend(_check_column(column, file, places))
    return problems


def _check_column(column: RawColumn, file: str, places: PlaceNames) -> list[Problem]:
    if (column.numbers is not None and not column.is_typed) or isinstance(column.cells, NumberCells):
        return []
    together = "".join(column.coded.labels)
    problems: list[Problem] = []
    if not together.isascii() or not together.isprintable():
        distinct = [label for label in column.coded.labels if not label.isascii() or not label.isprintable()]
        problems += _find_invisible(column, distinct, file, places)
    if not together.isascii() or len(together) > MAX_CELL_CHARACTERS:
        _refuse_broken(column, file, places)
    if column.numbers is None and 1 < len(column.coded.labels) <= 10 * MAX_SEGMENT_VALUES:
        problems.extend(_find_lookalikes(column.name, column.coded.labels, file))
    return problems


def _place_of(column: RawColumn, wanted: str, places: PlaceNames) -> str:
    return places.name(column.texts().index(wanted))


def _find_invisible(column: RawColumn, distinct: Iterable[str], file: str, places: PlaceNames) -> list[Problem]:
    for text in sorted(distinct):
        found = INVISIBLE.search(text)
        if found is not None:
            shown = escape_invisible(text)[:60]
            sentence = f"{column.name}: invisible or direction-changing character in {shown!r}; kept as it is."
            hint = "Check that this is the label you mean."
            return [Problem("warning", "invisible_characters", file, _place_of(column, text, places), sentence, hint)]
    return []


def escape_invisible(text: str) -> str:
    """The text with every invisible character written as its code."""
    return INVISIBLE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _refuse_broken_name(name: str, file: str) -> None:
    if not name.isascii() and SURROGATE.search(name):
        cause = f"half of a character (a lone surrogate) in the name of column {escape_broken(name)[:60]!r}"
        raise ReadError("damaged", file, "column names", cause, "Export the file again.")


def escape_broken(text: str) -> str:
    """The text with every half of a character written as its code."""
    return SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _refuse_broken(column: RawColumn, file: str, places: PlaceNames) -> None:
    for text in column.coded.labels:
        if not text.isascii() and SURROGATE.search(text):
            place = f"{_place_of(column, text, places)}, column {column.name}"
            raise ReadError("damaged", file, place, "half of a character (a lone surrogate)", "Export the file again.")
        if len(text) > MAX_CELL_CHARACTERS:
            place = f"{_place_of(column, text, places)}, column {column.name}"
            cause = f"a cell of {len(text):,} characters is longer than the limit of {MAX_CELL_CHARACTERS:,}"
            raise ReadError("unreadable", file, place, cause, "Leave that column out of the export.")


def _find_lookalikes(name: str, distinct: Iterable[str], file: str) -> list[Problem]:
    """Labels that become equal without outer spaces and capitals were probably meant as one."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for text in distinct:
        groups[" ".join(text.split()).casefold()].append(text)
    alike = [sorted(group) for group in groups.values() if len(group) > 1]
    if not alike:
        return []
    shown = "; ".join(" / ".join(repr(text[:40]) for text in group) for group in sorted(alike)[:3])
    sentence = f"{name}: labels that differ only by spaces or capitals: {shown}. They count as different."
    return [
        Problem(
            "warning", "lookalike_labels", file, name, sentence, "Make them equal in the file if they mean the same."
        )
    ]
