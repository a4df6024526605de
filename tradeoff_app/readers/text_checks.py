"""What looks right and is not: characters that don't show, labels that differ only by a space or a capital."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np

from tradeoff_app.analysis.observations import Problem
from tradeoff_app.readers.limits import MAX_CELL_CHARACTERS, MAX_SEGMENT_VALUES
from tradeoff_app.readers.number_cells import NumberCells
from tradeoff_app.readers.number_lookalikes import find_number_lookalikes
from tradeoff_app.readers.reader import PlaceNames, RawColumn
from tradeoff_app.readers.refusal import ReadError

INVISIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]")
FIRST_VISIBLE, DELETE, BLANKS = ord(" "), b"\x7f", (b"\t", b"\n", b"\r")
MOST_LOOKALIKES = 10 * MAX_SEGMENT_VALUES
SURROGATE = re.compile("[\ud800-\udfff]")


def check_texts(columns: Sequence[RawColumn], file: str, places: PlaceNames) -> list[Problem]:
    """Warnings about text cells; raises ReadError for half characters and endless cells."""
    problems: list[Problem] = []
    for column in columns:
        _refuse_broken_name(column.name, file)
        problems.extend(_check_column(column, file, places))
    return problems


def _check_column(column: RawColumn, file: str, places: PlaceNames) -> list[Problem]:
    if column.numbers is not None and not _may_hold_text(column):
        return []
    texts = _texts_of(column)
    together = column.coded.joined if texts is column.coded.labels else "".join(texts)
    problems: list[Problem] = []
    if _may_hide(together):
        odd = {text for text in texts if not text.isascii() or not text.isprintable()}
        problems += _find_invisible(column, odd, file, places)
    is_endless = len(together) > MAX_CELL_CHARACTERS and max(map(len, texts)) > MAX_CELL_CHARACTERS
    if is_endless or not together.isascii():
        _refuse_broken(column, texts, file, places)
    if column.numbers is None and column.role != "ignore" and 1 < len(texts) <= MOST_LOOKALIKES:
        problems.extend(_find_lookalikes(column.name, texts, file))
    if column.numbers is None and column.role in {None, "metric"}:
        problems.extend(find_number_lookalikes(column.name, texts, file))
    return problems


def _may_hold_text(column: RawColumn) -> bool:
    """Whether a column that reads as numbers has cells that the file holds as text."""
    return (
        column.is_typed
        and not isinstance(column.cells, NumberCells)
        and any(isinstance(cell, str) for cell in column.cells)
    )


def _texts_of(column: RawColumn) -> Sequence[str]:
    """The distinct texts; those of answers as they come where many differ, since telling them apart takes longest."""
    if column.role == "output" and len(column.cells) > MOST_LOOKALIKES:
        texts = [text for text in column.texts() if text is not None]
        if len(set(texts[: 2 * MOST_LOOKALIKES])) > MOST_LOOKALIKES:
            return texts
    return column.coded.labels


def _may_hide(text: str) -> bool:
    """Whether a text may hold a character that does not show: none of ASCII but control characters does."""
    if not text.isascii():
        return True
    data = text.encode("ascii")
    controls = int(np.count_nonzero(np.frombuffer(data, dtype=np.uint8) < FIRST_VISIBLE))
    return DELETE in data or (controls > 0 and controls > sum(map(data.count, BLANKS)))


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


def _refuse_broken(column: RawColumn, texts: Sequence[str], file: str, places: PlaceNames) -> None:
    for text in texts:
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
