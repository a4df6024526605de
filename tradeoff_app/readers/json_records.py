"""Records of a tool's JSON: a list, JSON lines, a list inside a document, or a data frame written as JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from pydantic_core import from_json

from tradeoff_app.analysis.observations import Problem
from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.readers.encoding import decode_text
from tradeoff_app.readers.json_text import (
    JsonError,
    check_lines,
    load_json,
    parse_json,
    refuse,
    split_first_line,
    split_lines,
)
from tradeoff_app.readers.reader import Progress
from tradeoff_app.readers.refusal import ReadError
from tradeoff_app.readers.source import Source

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


def dict_of(value: Any) -> Mapping[str, Any]:
    """The object that stands where one is expected; empty where something else does."""
    return value if isinstance(value, dict) else {}


def dicts_of(value: Any) -> list[Mapping[str, Any]]:
    """The objects of a list; empty where something else stands."""
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def read_records(
    source: Source, mapping: ColumnMapping, progress: Progress, keys: Sequence[str] = (), *, is_strict: bool = True
) -> Records:
    """All records; `keys` are where a document may keep its list. Raises ReadError where there are none.

    `is_strict` refuses keys that stand twice in one object and endless numbers, which costs time: off where the
    tool can't write them.
    """
    decoded = decode_text(source.data, source.name, mapping.encoding)
    progress(0.2, source.name)
    check_lines(decoded.text, source.name)
    if _looks_like_lines(decoded.text):
        found = _read_lines(decoded.text, source.name, progress, is_strict=is_strict)
    else:
        found = _read_document(decoded.text, source.name, keys, is_strict=is_strict)
    if not found.items:
        raise ReadError("unreadable", source.name, "", "the file holds no results (0 rows)", AGAIN)
    return replace(found, problems=(*decoded.problems, *found.problems))


def _parse_fast(text: str) -> Any:
    """The value of a JSON text by the faster parser; the other one says what is wrong with it."""
    try:
        return from_json(text)
    except ValueError:
        return parse_json(text)


def _load_fast(text: str, file: str) -> Any:
    try:
        return from_json(text)
    except ValueError:
        return load_json(text, file)


def _looks_like_lines(text: str) -> bool:
    """Several lines, of which the first is an object of its own."""
    start = text.lstrip("\ufeff \t\r\n")
    if not start.startswith("{"):
        return False
    first, rest = split_first_line(start)
    if not rest.strip():
        return False
    try:
        return first.rstrip().endswith("}") and isinstance(parse_json(first), dict)
    except JsonError:
        return rest.lstrip().startswith("{") and len(first) > 1


def _read_document(text: str, file: str, keys: Sequence[str], *, is_strict: bool) -> Records:
    """A list, a document around a list, a data frame, or a single record."""
    text = text.lstrip("\ufeff")
    value = load_json(text, file, is_strict_about_keys=True) if is_strict else _load_fast(text, file)
    items, document = _find_list(value, file, keys)
    return Records(items, list(range(1, len(items) + 1)), "record", document)


def _read_lines(text: str, file: str, progress: Progress, *, is_strict: bool) -> Records:
    lines = split_lines(text.lstrip("\ufeff"))
    filled = [number for number, line in enumerate(lines) if line.strip()]
    items: list[Record] = []
    numbers: list[int] = []
    problems: list[Problem] = []
    for number in filled:
        try:
            value = parse_json(lines[number], is_strict_about_keys=True) if is_strict else _parse_fast(lines[number])
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
    if frame is not None:
        return frame, {}
    return [value], value


def _check(items: list[Any], file: str) -> list[Record]:
    for number, item in enumerate(items, 1):
        if not isinstance(item, dict):
            cause = f"a value of type {type(item).__name__} stands where a result is expected"
            raise ReadError("unreadable", file, f"record {number}", cause, AGAIN)
    return items


def _as_frame(value: Record) -> list[Record] | None:
    """A data frame as pandas writes it: split, by columns, by rows, by id, or as a table with its schema."""
    names, data = value.get("columns"), value.get("data")
    if isinstance(data, list) and isinstance(names, list):
        rows = [row for row in data if isinstance(row, list) and len(row) == len(names)]
        return [dict(zip(map(str, names), row, strict=True)) for row in rows] if len(rows) == len(data) else None
    if isinstance(data, list) and isinstance(value.get("schema"), dict):
        return [row for row in data if isinstance(row, dict)]
    return _as_columns(value) or _as_keyed(value)


def _as_columns(value: Record) -> list[Record] | None:
    """`{"score": [1, 2], "id": ["a", "b"]}`: a list of equal length per column."""
    lists = list(value.values())
    if len(lists) < 2 or not all(isinstance(part, list) for part in lists) or len({len(part) for part in lists}) > 1:
        return None
    return [dict(zip(value, row, strict=True)) for row in zip(*lists, strict=True)]


def _as_keyed(value: Record) -> list[Record] | None:
    """`{"score": {"0": 1}}` by column, `{"0": {"score": 1}}` by row, `{"a": {"id": "a"}}` by id."""
    inner = list(value.values())
    if not inner or not all(isinstance(part, dict) and part for part in inner):
        return None
    if len(inner) > 1 and all(str(part.get("id")) == name for name, part in value.items()):
        return inner
    labels = list(inner[0])
    if any(list(part) != labels for part in inner):
        return None
    if all(label.isdigit() for label in labels):
        return [{name: part[label] for name, part in value.items()} for label in labels]
    return inner if all(label.isdigit() for label in value) else None
