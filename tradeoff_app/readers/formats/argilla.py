"""Argilla: records with the responses of several people; only submitted responses count."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from tradeoff_app.analysis.observations import Problem
from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.readers.annotation_rows import make_annotation_tables, say_left_out, spread_choices, take_output
from tradeoff_app.readers.flat_table import header_of, is_csv, read_flat, unfold_cell
from tradeoff_app.readers.json_records import Record, Records, read_records
from tradeoff_app.readers.limits import MAX_SEGMENT_VALUES
from tradeoff_app.readers.question_text import name_question
from tradeoff_app.readers.reader import FileSample, Progress, RawTable
from tradeoff_app.readers.records import flatten
from tradeoff_app.readers.refusal import ReadError
from tradeoff_app.readers.scored_rows import ScoredRow, ToolLog
from tradeoff_app.readers.source import Source

SUBMITTED = "submitted"
SPLIT = ".responses"
SUGGESTION = "-suggestion"
_SUGGESTED = re.compile(r"[.-]suggestion|^(metadata|vectors)$")
LONGEST_LABEL = 80
NO_RESPONSES = "no record has a submitted response"
HINT = "Export the dataset with its responses (`dataset.records(with_responses=True).to_json(...)`)."

Response = tuple[str, str | None, Any, str | None]
"""Question, user, value and status (None where the export does not say it)."""


class Argilla:
    """Records as `to_json` writes them, and the flat columns of a data set export."""

    id = "argilla"
    label = "Argilla records"

    def recognise(self, sample: FileSample) -> float:
        """Fields and responses of a record, or the columns into which a data set export splits them."""
        text = sample.text
        if sample.members is not None or not text:
            return 0.0
        if ".responses.users" in text and ".responses.status" in text:
            return 0.93
        if SUGGESTION in text and "user_id" in text and SUBMITTED in text and not is_csv(text):
            return 0.93
        if is_csv(text):
            return 0.93 if any(name.endswith(SUGGESTION) for name in header_of(text)) and "user_id" in text else 0.0
        if '"responses"' in text and '"fields"' in text and ('"suggestions"' in text or '"user_id"' in text):
            return 0.93
        return 0.0

    def read(self, source: Source, mapping: ColumnMapping, progress: Progress) -> Sequence[RawTable]:
        """One table with a row per record and user; raises ReadError."""
        found = _read_items(source, mapping, progress)
        rows: list[ScoredRow] = []
        others = empty = 0
        unknown = 0
        for number, record in zip(found.numbers, found.items, strict=True):
            responses = list(_responses_of(record))
            kept = [response for response in responses if response[3] in {SUBMITTED, None}]
            others += len(responses) - len(kept)
            empty += not kept
            unknown += sum(response[3] is None for response in responses)
            rows += _make_rows(record, kept, number, source.name)
        progress(0.7, source.name)
        rows = spread_choices(_drop_texts(rows))
        if not any(row.scores for row in rows):
            raise ReadError("unreadable", source.name, "", NO_RESPONSES, HINT)
        problems = [*found.problems]
        one, several = "response is a draft or was discarded.", "responses are drafts or were discarded."
        problems += say_left_out(source.name, "not_submitted", others, one, several)
        one, several = "record has no submitted response.", "records have no submitted response."
        problems += say_left_out(source.name, "no_response", empty, one, several)
        problems += _say_unknown(source.name, unknown)
        return make_annotation_tables(ToolLog(self.id, source.name, found.word, "id", problems=tuple(problems)), rows)


def _read_items(source: Source, mapping: ColumnMapping, progress: Progress) -> Records:
    """Records of a JSON export, or the rows of a CSV with what their cells spell."""
    if not is_csv(source.sample.text):
        return read_records(source, mapping, progress, ("records",))
    table = read_flat(source, mapping, progress)
    columns = {name: table.nested(name) for name in table.names}
    items: list[Record] = [{name: cells[row] for name, cells in columns.items()} for row in range(table.rows)]
    return Records(items, list(table.numbers), table.word, problems=table.problems)


def _say_unknown(file: str, count: int) -> list[Problem]:
    if not count:
        return []
    text = f"{count:,} responses do not say whether they were submitted; drafts and discarded ones may be among them."
    hint = "Export with `dataset.records(with_responses=True).to_list(flatten=True)` to have their status."
    return [Problem("warning", "status_unknown", file, "responses", text, hint)]


def _responses_of(record: Record) -> Iterator[Response]:
    """Responses by question (2.x), by user (1.x), or split into columns (data set exports)."""
    responses = record.get("responses")
    if isinstance(responses, Mapping):
        for question, given in responses.items():
            for response in given if isinstance(given, list) else []:
                if isinstance(response, Mapping):
                    yield str(question), _user_of(response), response.get("value"), _status_of(response)
    elif isinstance(responses, list):
        yield from _responses_by_user(responses)
    for name, values in record.items():
        if name.endswith(SPLIT) and isinstance(values, list):
            yield from _split_columns(record, name, values)
        elif name not in {"responses", "suggestions"} and _are_responses(values):
            for response in values:
                yield name, _user_of(response), response["value"], _status_of(response)


def _are_responses(values: Any) -> bool:
    """The answers to one question, in a column of its own (data set exports of 1.x)."""
    if not isinstance(values, list) or not values:
        return False
    return all(isinstance(held, Mapping) and "user_id" in held and "value" in held for held in values)


def _responses_by_user(responses: Sequence[Any]) -> Iterator[Response]:
    for response in responses:
        if not isinstance(response, Mapping):
            continue
        values = response.get("values")
        if isinstance(values, Mapping):
            for question, held in values.items():
                value = held.get("value") if isinstance(held, Mapping) else held
                yield str(question), _user_of(response), value, _status_of(response)
        elif "question_name" in response:
            yield str(response["question_name"]), _user_of(response), response.get("value"), _status_of(response)


def _split_columns(record: Record, name: str, values: Sequence[Any]) -> Iterator[Response]:
    users = record.get(f"{name}.users")
    statuses = record.get(f"{name}.status")
    for position, value in enumerate(values):
        user = users[position] if isinstance(users, list) and position < len(users) else None
        status = statuses[position] if isinstance(statuses, list) and position < len(statuses) else SUBMITTED
        yield name.removesuffix(SPLIT), None if user is None else str(user), value, str(status)


def _user_of(response: Mapping[str, Any]) -> str | None:
    user = response.get("user_id")
    return None if user is None else str(user)


def _status_of(response: Mapping[str, Any]) -> str | None:
    status = response.get("status")
    return None if status is None else str(status)


def _make_rows(record: Record, responses: Sequence[Response], number: int, file: str) -> list[ScoredRow]:
    """One row per user, with the answers to all questions; a record without responses is a row without scores."""
    fields, output = take_output(_flatten(record, "fields", file))
    own, other = take_output(_flat_fields(record))
    item = ScoredRow(
        str(record.get("id") or record.get("external_id") or number),
        {},
        number,
        {"metadata": _flatten(record, "metadata", file), "fields": fields, "record": own},
        output=output or other,
        question=fields or name_question(own),
    )
    by_user: dict[str | None, dict[str, Any]] = {}
    for question, user, value, _ in responses:
        by_user.setdefault(user, {})[question] = _plain_value(value)
    return [replace(item, scores=scores, rater=user) for user, scores in by_user.items()] or [item]


def _flatten(record: Record, name: str, file: str) -> dict[str, Any]:
    part = unfold_cell(record.get(name))
    return flatten(part, file, f"record {record.get('id')}") if isinstance(part, Mapping) else {}


def _flat_fields(record: Record) -> dict[str, Any]:
    """The item's own columns in a data set export, and the external id."""
    skipped = {"id", "status", "_server_id", "inserted_at", "updated_at"}
    return {
        name: value
        for name, value in record.items()
        if isinstance(value, str | int | float) and name not in skipped and not _SUGGESTED.search(name) and value != ""
    }


def _plain_value(value: Any) -> Any:
    """A number, a label or labels; a ranking gives the rank of each option, spans give nothing."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return value
    return value if isinstance(value, int | float) else None


def _drop_texts(rows: Sequence[ScoredRow]) -> list[ScoredRow]:
    """Questions that people answered in their own words have no score."""
    texts: dict[str, set[str]] = {}
    for row in rows:
        for question, value in row.scores.items():
            if isinstance(value, list):
                texts.setdefault(question, set()).update(value)
    free = {name for name, known in texts.items() if _is_free(known)}
    return [replace(row, scores=_without(row.scores, free)) for row in rows]


def _is_free(texts: set[str]) -> bool:
    return len(texts) > MAX_SEGMENT_VALUES or any("\n" in text or len(text) > LONGEST_LABEL for text in texts)


def _without(scores: Mapping[str, Any], names: set[str]) -> dict[str, Any]:
    return {name: value for name, value in scores.items() if name not in names and value is not None}
