"""JSON and JSON lines as tables: records, columns or a split frame; nested fields get dotted names."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from tradeoff_app.analysis.observations import Problem
from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.readers.encoding import decode_text
from tradeoff_app.readers.json_text import JsonError, check_lines, parse_json, refuse, split_first_line, split_lines
from tradeoff_app.readers.reader import Cell, FileSample, PlaceNames, Progress, RawTable
from tradeoff_app.readers.records import flatten, type_columns, unite_columns
from tradeoff_app.readers.refusal import ReadError
from tradeoff_app.readers.source import Source
from tradeoff_app.readers.table_block import check_size, name_columns
from tradeoff_app.readers.text_checks import check_texts

HINT = "Export the results as a list of records (JSON or JSON lines) or as CSV."
PROGRESS_STEP = 5_000
MOST_RUNS = 12
RECORD_KEYS = ("results", "data", "rows", "records", "samples", "items", "examples", "testCases", "test_cases")
"""Where files that wrap their records in an object keep them, in the order in which they are tried."""


class JsonTable:
    """Any JSON that holds one list of records, and JSON lines."""

    id = "json"
    label = "JSON or JSON lines table"

    def recognise(self, sample: FileSample) -> float:
        """Text that begins like an object or a list of objects; tools' own formats recognise theirs with more."""
        if sample.members is not None or not sample.text:
            return 0.0
        if sample.first_character == "{":
            return 0.5
        return 0.4 if re.match(r"\s*\[\s*[\[{\]]", sample.text) else 0.0

    def read(self, source: Source, mapping: ColumnMapping, progress: Progress) -> Sequence[RawTable]:
        """One table; raises ReadError where the JSON is damaged or holds no records."""
        decoded = decode_text(source.data, source.name, mapping.encoding)
        progress(0.2, source.name)
        found = _find_records(decoded.text, source.name, progress)
        return [_make_table(part, run, source.name, decoded.problems) for run, part in found.items()]


def _make_table(found: Found, run: str | None, file: str, said: Sequence[Problem]) -> RawTable:
    records, word, places, problems = found
    if not records:
        raise ReadError("unreadable", file, "", "the file holds no rows of results (0 rows)", HINT)
    names = PlaceNames(word, np.array(places, dtype=np.int64))
    flat = [flatten(record, file, names.name(row)) for row, record in enumerate(records)]
    columns = unite_columns(flat, file)
    check_size(len(records), len(columns), file)
    typed, odd = type_columns(columns, file, names)
    checked = check_texts(typed, file, names)
    return RawTable("json", tuple(typed), len(records), run, places=names, problems=(*said, *problems, *odd, *checked))


Found = tuple[list[Mapping[str, Any]], str, list[int], list[Problem]]


def _find_records(text: str, file: str, progress: Progress) -> dict[str | None, Found]:
    """By run (None where there is only one): records, the word for their place, the number of each, what is odd."""
    check_lines(text, file)
    if _looks_like_lines(text):
        return {None: _read_lines(text, file, progress)}
    try:
        value = parse_json(text, is_strict_about_keys=True)
    except JsonError as error:
        raise refuse(error, file) from None
    runs = _runs_of(value) or {None: _records_of(value, file)}
    return {run: (records, "record", list(range(1, len(records) + 1)), []) for run, records in runs.items()}


def _runs_of(value: Any) -> Mapping[str | None, list[Mapping[str, Any]]]:
    """`{"before": [records], "after": [records]}`: several lists of records with the same fields, a run each."""
    if not isinstance(value, dict):
        return {}
    lists = {key: items for key, items in value.items() if _is_record_list(items)}
    if not 2 <= len(lists) <= MOST_RUNS:
        return {}
    fields = [set().union(*items) for items in lists.values()]
    shared = set.intersection(*fields)
    return dict(lists) if len(shared) > 1 and len(shared) >= 0.5 * max(map(len, fields)) else {}


def _looks_like_lines(text: str) -> bool:
    """Several lines, the first of which is a whole object."""
    stripped = text.lstrip()
    if not stripped.startswith("{"):
        return False
    line, rest = split_first_line(stripped)
    first = line.rstrip()
    if not first.endswith("}"):
        return False
    try:
        record = parse_json(first)
    except JsonError:
        return rest.lstrip().startswith("{")
    return isinstance(record, dict) and (len(line) < len(stripped) or _is_one_record(record))


def _is_one_record(value: Mapping[str, Any]) -> bool:
    """A single line is a record of its own unless it wraps lists, as whole documents do."""
    if keyed_records(value) is not None:
        return False
    return not any(isinstance(inner, list) for inner in value.values()) and len(value) > 1


def _read_lines(text: str, file: str, progress: Progress) -> Found:
    lines = split_lines(text)
    filled = [number for number, line in enumerate(lines) if line.strip()]
    records: list[Mapping[str, Any]] = []
    places: list[int] = []
    for number in filled:
        try:
            value = parse_json(lines[number], is_strict_about_keys=True)
        except JsonError as error:
            if number == filled[-1] and records and not lines[number].rstrip().endswith("}"):
                text = f"Line {number + 1} is cut off and was left out: the writer stopped in the middle of it."
                problem = Problem(
                    "warning", "cut_off", file, f"line {number + 1}", text, "Check that the run was complete."
                )
                return records, "line", places, [problem]
            raise refuse(JsonError(error.code, "", error.cause), file, f"line {number + 1}") from None
        if not isinstance(value, dict):
            raise ReadError("unreadable", file, f"line {number + 1}", "this line is no JSON object", HINT)
        records.append(value)
        places.append(number + 1)
        if len(records) % PROGRESS_STEP == 0:
            progress(0.2 + 0.4 * len(records) / len(filled), file)
    return records, "line", places, []


def _records_of(value: Any, file: str) -> list[Mapping[str, Any]]:
    if isinstance(value, list):
        return _check_records(value, file)
    if not isinstance(value, dict):
        raise ReadError("unreadable", file, "", "the JSON is a single value, not a list of records", HINT)
    names, data = value.get("columns"), value.get("data")
    if isinstance(names, list) and isinstance(data, list):
        return _split_form(names, data, file)
    for key in RECORD_KEYS:
        if _is_record_list(value.get(key)):
            return _check_records(value[key], file)
    lists = {key: cells for key, cells in value.items() if isinstance(cells, list)}
    if (
        lists
        and len(lists) == len(value)
        and not any(isinstance(cell, dict) for cells in lists.values() for cell in cells)
    ):
        return _column_form(lists, file)
    keyed = keyed_records(value)
    if keyed is not None:
        return keyed
    wrapped = [cells for cells in value.values() if _is_record_list(cells)]
    if len(wrapped) == 1:
        return _check_records(wrapped[0], file)
    raise ReadError("unreadable", file, "", "the JSON holds no list of result records", HINT)


def keyed_records(value: Mapping[str, Any]) -> list[Mapping[str, Any]] | None:
    """`{"q1": {…}, "q2": {…}}` as records with their key, `{"score": {"0": …}}` as columns; None for anything else."""
    inner = list(value.values())
    if len(inner) < 2 or not all(isinstance(record, dict) and record for record in inner):
        return None
    names = [set(record) for record in inner]
    if all(own == names[0] for own in names) and names[0] == {str(row) for row in range(len(names[0]))}:
        return [{name: cells[str(row)] for name, cells in value.items()} for row in range(len(names[0]))]
    shared = set.intersection(*names)
    if not shared or len(shared) < 0.5 * max(map(len, names)):
        return None
    if list(value) == [str(row) for row in range(len(value))]:
        return inner
    key = "id" if all("id" not in own for own in names) else "key"
    return [{key: name, **record} for name, record in value.items()]


def _is_record_list(value: Any) -> bool:
    return isinstance(value, list) and len(value) > 0 and all(isinstance(item, dict) for item in value)


def _check_records(items: list[Any], file: str) -> list[Mapping[str, Any]]:
    if items and all(isinstance(item, list) for item in items) and all(isinstance(name, str) for name in items[0]):
        return _split_form(items[0], items[1:], file)
    for number, item in enumerate(items, 1):
        if not isinstance(item, dict):
            deep = "nested lists" if isinstance(item, list) else f"{type(item).__name__} value"
            cause = f"a {deep} where a record is expected (the JSON may be nested too deep)"
            raise ReadError("unreadable", file, f"record {number}", cause, HINT)
    return items


def _split_form(names: list[Any], data: list[Any], file: str) -> list[Mapping[str, Any]]:
    """`{"columns": [names], "data": [[cells], …]}`, as data frames are written."""
    unique, _ = name_columns([str(name) for name in names], file, "columns")
    for number, row in enumerate(data, 1):
        if not isinstance(row, list) or len(row) != len(unique):
            cause = f"a row of another length than the {len(unique)} columns"
            raise ReadError("damaged", file, f"record {number}", cause, HINT)
    return [dict(zip(unique, row, strict=True)) for row in data]


def _column_form(lists: Mapping[str, list[Cell]], file: str) -> list[Mapping[str, Any]]:
    lengths = {key: len(cells) for key, cells in lists.items()}
    if len(set(lengths.values())) > 1:
        shown = ", ".join(f"{key} has {length}" for key, length in list(lengths.items())[:5])
        raise ReadError("damaged", file, "", f"the columns are of unequal length: {shown}", HINT)
    return [dict(zip(lists, row, strict=True)) for row in zip(*lists.values(), strict=True)]
