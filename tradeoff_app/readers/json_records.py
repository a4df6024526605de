"""Records of a tool's JSON: a list, JSON lines, a list inside a document, or a data frame written as JSON."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from tradeoff_app.analysis.observations import Problem
from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.readers.encoding import decode_text
from tradeoff_app.readers.json_text import JsonError, load_json, parse_json, refuse
from tradeoff_app.readers.reader import Progress
from tradeoff_app.readers.refusal import ReadError
from tradeoff_app.readers.source import Source

LINE_END = re.compile(r"\r\n|\n|\r")
PROGRESS_STEP = 5_000
AGAIN = "Export the results again."
Record = Mapping[str, Any]


@dataclass(frozen=True)
class Records:
    """Records, the number of each in its file under `word`, and the document around them (empty for lines)."""

    items: list[Record]
    numbers: list[int]
    word: str
    document: Record = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def read_records(source: Source, mapping: ColumnMapping, progress: Progress, keys: Sequence[str] = ()) -> Records:
    """All records; `keys` are where a document may keep its list. Raises ReadError where there are none."""
    decoded = decode_text(source.data, source.name, mapping.encoding)
    progress(0.2, source.name)
    text = decoded.text.lstrip("\ufeff \t\r\n")
    lines = _split_lines(text, keys)
    if lines is not None:
        found = _read_lines(decoded.text, source.name, progress)
    else:
        value = load_json(text, source.name, is_strict_about_keys=True)
        items, document = _find_list(value, source.name, keys)
        found = Records(items, list(range(1, len(items) + 1)), "record", document)
    if not found.items:
        raise ReadError("unreadable", source.name, "", "the file holds no results (0 rows)", AGAIN)
    return Records(found.items, found.numbers, found.word, found.document, (*decoded.problems, *found.problems))


def _split_lines(text: str, keys: Sequence[str]) -> list[str] | None:
    """The text as lines where it is JSON lines: its first line is a whole record."""
    if not text.startswith("{"):
        return None
    first, *rest = LINE_END.split(text, maxsplit=1)
    has_more = bool(rest and rest[0].strip())
    if not first.rstrip().endswith("}"):
        return [first] if has_more and rest[0].lstrip().startswith("{") and '":' in first else None
    try:
        record = parse_json(first)
    except JsonError:
        return [first] if has_more and rest[0].lstrip().startswith("{") else None
    if not isinstance(record, dict) or (not has_more and _wraps(record, keys)):
        return None
    return [first]


def _wraps(record: Record, keys: Sequence[str]) -> bool:
    """Whether a single line is a whole document around its records."""
    return any(isinstance(record.get(key), list | dict) for key in keys) or _as_frame(record) is not None


def _read_lines(text: str, file: str, progress: Progress) -> Records:
    lines = LINE_END.split(text.lstrip("\ufeff"))
    filled = [number for number, line in enumerate(lines) if line.strip()]
    items: list[Record] = []
    numbers: list[int] = []
    problems: list[Problem] = []
    for number in filled:
        try:
            value = parse_json(lines[number], is_strict_about_keys=True)
        except JsonError as error:
            if number == filled[-1] and items and not lines[number].rstrip().endswith("}"):
                said = f"Line {number + 1} is cut off and was left out: the writer stopped in the middle of it."
                hint = "Check that the run was complete."
                problems.append(Problem("warning", "cut_off", file, f"line {number + 1}", said, hint))
                break
            raise refuse(JsonError(error.code, "", error.cause), file, f"line {number + 1}") from None
        if not isinstance(value, dict):
            raise ReadError("unreadable", file, f"line {number + 1}", "this line is no JSON object", AGAIN)
        items.append(value)
        numbers.append(number + 1)
        if len(items) % PROGRESS_STEP == 0:
            progress(0.2 + 0.4 * len(items) / len(filled), file)
    return Records(items, numbers, "line", {}, tuple(problems))


def _find_list(value: Any, file: str, keys: Sequence[str]) -> tuple[list[Record], Record]:
    """The records, and the document around them."""
    if isinstance(value, list):
        return _check(value, file), {}
    if not isinstance(value, dict):
        raise ReadError("unreadable", file, "", "the JSON is a single value, not a list of results", AGAIN)
    for key in keys:
        if isinstance(value.get(key), list):
            return _check(value[key], file), value
    frame = _as_frame(value)
    return (frame, {}) if frame is not None else ([value], value)


def _check(items: list[Any], file: str) -> list[Record]:
    for number, item in enumerate(items, 1):
        if not isinstance(item, dict):
            cause = f"a value of type {type(item).__name__} stands where a result is expected"
            raise ReadError("unreadable", file, f"record {number}", cause, AGAIN)
    return items


def _as_frame(value: Record) -> list[Record] | None:
    """A data frame as pandas writes it: split, by columns, by rows, or as a table with its schema."""
    names, data = value.get("columns"), value.get("data")
    if isinstance(data, list) and isinstance(names, list):
        rows = [row for row in data if isinstance(row, list) and len(row) == len(names)]
        return [dict(zip(map(str, names), row, strict=True)) for row in rows] if len(rows) == len(data) else None
    if isinstance(data, list) and isinstance(value.get("schema"), dict):
        return [row for row in data if isinstance(row, dict)]
    inner = list(value.values())
    if not inner or not all(isinstance(part, dict) and part for part in inner):
        return None
    labels = list(inner[0])
    if any(list(part) != labels for part in inner):
        return None
    if all(label.isdigit() for label in labels):
        return [{name: part[label] for name, part in value.items()} for label in labels]
    return inner if all(label.isdigit() for label in value) else None
