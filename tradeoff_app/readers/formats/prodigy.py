"""Prodigy: one line per answer of an annotator; accepted choices or an accept and reject, ignored ones not scored."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.readers.annotation_rows import make_annotation_tables, say_left_out, spread_choices, take_output
from tradeoff_app.readers.json_records import Record, read_records
from tradeoff_app.readers.number_grammar import parse_number
from tradeoff_app.readers.question_text import name_question
from tradeoff_app.readers.reader import Cell, FileSample, MetricHint, Progress, RawTable
from tradeoff_app.readers.records import flatten
from tradeoff_app.readers.refusal import ReadError
from tradeoff_app.readers.scored_rows import ScoredRow, ToolLog
from tradeoff_app.readers.source import Source

SIGNS = ('"_input_hash"', '"_task_hash"')
CHOICE = "accept"
BINARY = "answer"
TEXTS = ("text", "html", "image", "prompt", "question")
LABEL_FIELDS = frozenset(["label", "spans", "tokens", "options", "accept", "answer", "config", "versions", "sessions"])
NO_ANSWERS = "no answer is scored: none is accepted or rejected"


class Prodigy:
    """`prodigy db-out` of a choice or a binary recipe."""

    id = "prodigy"
    label = "Prodigy annotations"

    def recognise(self, sample: FileSample) -> float:
        """The hashes that Prodigy gives every task."""
        if sample.members is not None or sample.first_character not in {"{", "["}:
            return 0.0
        return 0.93 if all(sign in sample.text for sign in SIGNS) else 0.0

    def read(self, source: Source, mapping: ColumnMapping, progress: Progress) -> Sequence[RawTable]:
        """One table with a row per annotator and task; raises ReadError."""
        found = read_records(source, mapping, progress)
        labels = {str(record["label"]) for record in found.items if isinstance(record.get("label"), str)}
        rows = [
            _make_row(record, number, source.name) for number, record in zip(found.numbers, found.items, strict=True)
        ]
        progress(0.7, source.name)
        scored = _as_numbers(spread_choices(rows))
        if not any(row.scores for row in scored):
            raise ReadError("unreadable", source.name, "", NO_ANSWERS, "Export the dataset after people answered.")
        ignored = sum(record.get("answer") == "ignore" for record in found.items)
        refused = sum(_is_choice(record) and record.get("answer") == "reject" for record in found.items)
        problems = [*found.problems]
        one, several = "answer was ignored by its annotator.", "answers were ignored by their annotators."
        problems += say_left_out(source.name, "ignored_answers", ignored, one, several)
        one, several = "choice was rejected as a whole.", "choices were rejected as a whole."
        problems += say_left_out(source.name, "rejected_choices", refused, one, several)
        hints = {name: MetricHint("binary") for name in [*labels, BINARY]}
        log = ToolLog(self.id, source.name, found.word, "_input_hash", hints, problems=tuple(problems))
        return make_annotation_tables(log, scored)


def _is_choice(record: Record) -> bool:
    return isinstance(record.get("options"), list) or isinstance(record.get("accept"), list)


def _make_row(record: Record, number: int, file: str) -> ScoredRow:
    meta = record.get("meta")
    fields = flatten(meta, file, f"line {number}") if isinstance(meta, Mapping) else {}
    own, output = take_output(_own_fields(record))
    rater = record.get("_annotator_id") or record.get("_session_id")
    return ScoredRow(
        str(record.get("_input_hash", record.get("_task_hash"))),
        _score(record),
        number,
        {"meta": fields, "task": own},
        rater=None if rater is None else str(rater),
        question=name_question(own),
        output=output or next((record[name] for name in TEXTS if record.get(name)), None),
    )


def _own_fields(record: Record) -> dict[str, Cell]:
    """What a recipe put beside `meta`: ids, versions, texts."""
    return {
        name: value
        for name, value in record.items()
        if not name.startswith("_")
        and name not in LABEL_FIELDS
        and isinstance(value, str | int | float)
        and value != ""
    }


def _score(record: Record) -> dict[str, Any]:
    """The accepted options (none of them may be right); in binary tasks 1 or 0 under the label that was asked."""
    answer = record.get("answer")
    if answer not in ("accept", "reject"):
        return {}
    if _is_choice(record):
        listed = record.get("accept")
        accepted = (
            [option for option in listed if isinstance(option, str | int | float)] if isinstance(listed, list) else []
        )
        return {CHOICE: accepted} if answer == "accept" else {}
    label = record.get("label")
    return {label if isinstance(label, str) and label else BINARY: answer == "accept"}


def _as_numbers(rows: Sequence[ScoredRow]) -> list[ScoredRow]:
    """Options with numbers as ids are a scale."""
    chosen = {value for row in rows if (value := row.scores.get(CHOICE)) is not None}
    read = {value: parse_number(str(value)) for value in chosen}
    if not read or any(number is None for number in read.values()):
        return list(rows)
    known = {value: number.value for value, number in read.items() if number is not None}
    return [
        replace(row, scores={**row.scores, CHOICE: known.get(row.scores[CHOICE])}) if CHOICE in row.scores else row
        for row in rows
    ]
