"""Inspect AI data frames saved as CSV: samples of one or several evaluations, told apart by `eval_id`."""

from __future__ import annotations

import csv
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.readers.csv_records import CsvTable, read_csv, read_numbers
from tradeoff_app.readers.inspect_samples import USAGE, convert_score
from tradeoff_app.readers.json_text import JsonError, parse_json
from tradeoff_app.readers.number_grammar import is_missing
from tradeoff_app.readers.reader import Cell, FileSample, Progress, RawColumn, RawTable
from tradeoff_app.readers.records import flatten
from tradeoff_app.readers.refusal import ReadError
from tradeoff_app.readers.scored_rows import RunFacts, ScoredRow, ToolLog, make_tables
from tradeoff_app.readers.source import Source
from tradeoff_app.readers.status_words import classify_error

SAMPLES = frozenset(["sample_id", "eval_id", "id", "epoch"])
EVALS = frozenset(["eval_id", "task_name", "dataset_name", "total_samples"])
PARTS = (frozenset(["sample_id", "eval_id", "message_id"]), frozenset(["sample_id", "eval_id", "event_id"]))
EPOCH = re.compile(r"[0-9]{1,5}(\.0)?")
SCORE, METADATA = "score_", "metadata_"
OTHER_SEGMENTS = ("target", "limit")
HINT = "Save the result of samples_df() instead, with one row per sample and epoch."


class InspectFrame:
    """`samples_df().to_csv(...)`; the other frames are named, to say which one is meant."""

    id = "inspect_frame"
    label = "Inspect AI data frame"

    def recognise(self, sample: FileSample) -> float:
        """The names of the first line."""
        if sample.members is not None or sample.first_character in {"{", "[", "<"}:
            return 0.0
        names = _header_of(sample.text)
        return 0.93 if names >= SAMPLES or names >= EVALS or any(names >= part for part in PARTS) else 0.0

    def read(self, source: Source, mapping: ColumnMapping, progress: Progress) -> Sequence[RawTable]:
        """One table per evaluation; raises ReadError, also for frames of evaluations, messages and events."""
        names = _header_of(source.sample.text)
        if not names >= SAMPLES:
            what = "evaluations with their averages" if names >= EVALS else "single messages or events"
            cause = f"this data frame of Inspect holds {what}, not samples with their scores"
            raise ReadError("unreadable", source.name, "", cause, HINT)
        table = read_csv(source, mapping, progress)
        scores = [position for position, name in enumerate(table.header) if name.startswith(SCORE)]
        if not scores:
            raise ReadError("unreadable", source.name, "line 1", "no column holds scores (score_…)", HINT)
        usage = [position for position, name in enumerate(table.header) if name in USAGE]
        numbers, problems = read_numbers(table, [*scores, *usage], mapping)
        rows = [_make_row(table, row, numbers) for row in range(table.rows)]
        progress(0.7, source.name)
        facts = {name: _facts_of(table, name) for name in dict.fromkeys(row.run for row in rows)}
        if len(facts) == 1:
            rows = [replace(row, run="") for row in rows]
            facts = {"": next(iter(facts.values()))}
        said = (*table.problems, *problems)
        log = ToolLog(self.id, source.name, "line", "id", dict(USAGE), problems=said)
        return make_tables(log, rows, facts)


def _header_of(text: str) -> frozenset[str]:
    """Names in the first line; none where it is no delimited text."""
    first = re.split(r"[\r\n]", text.lstrip("\ufeff"), maxsplit=1)[0]
    try:
        return frozenset(next(csv.reader([first], delimiter=max(",;\t", key=first.count)), []))
    except csv.Error:
        return frozenset()


def _make_row(table: CsvTable, row: int, numbers: Mapping[int, RawColumn]) -> ScoredRow:
    unit, epoch = _text(table, "id", row), _text(table, "epoch", row)
    error = _text(table, "error", row)
    scores = {
        name: value for position in numbers for name, value in _scores_of(table, row, position, numbers[position])
    }
    return ScoredRow(
        unit,
        scores,
        int(table.places.numbers[row]),
        {"sample": dict(_attributes_of(table, row))},
        repeat=int(epoch.partition(".")[0]) if epoch and EPOCH.fullmatch(epoch) else 1,
        status=classify_error(error),
        error=error,
        run=_text(table, "eval_id", row) or "",
    )


def _text(table: CsvTable, name: str, row: int) -> str | None:
    cell = table.texts(name)[row]
    return None if cell is None else str(cell)


def _scores_of(table: CsvTable, row: int, position: int, column: RawColumn) -> Iterator[tuple[str, Any]]:
    """The score of a cell: a number, a letter or word as Inspect reads it, or one score per key of an object."""
    name, text = table.header[position], table.cells[position][row]
    if column.numbers is not None:
        number = float(column.numbers[row])
        if math.isfinite(number):
            yield name, number
    elif isinstance(text, str) and not is_missing(text):
        value = _read_cell(text)
        if isinstance(value, dict):
            for key, inner in value.items():
                yield f"{name}.{key}", _read_score(inner)
        else:
            yield name, _read_score(value)


def _read_cell(text: str) -> Any:
    if text[:1] not in "{[":
        return text
    try:
        return parse_json(text)
    except JsonError:
        return text


def _read_score(value: Any) -> Any:
    """Inspect's own rule; a word that it does not know stays a label."""
    number = convert_score(value)
    return value if number is None else number


def _attributes_of(table: CsvTable, row: int) -> Iterator[tuple[str, Cell]]:
    for position, name in enumerate(table.header):
        text = table.cells[position][row]
        if name in OTHER_SEGMENTS:
            yield name, text
        elif name.startswith(METADATA) and isinstance(text, str):
            value = _read_cell(text)
            if isinstance(value, dict):
                yield from flatten({name: value}, table.file, table.places.name(row)).items()
            else:
                yield name, text


def _facts_of(table: CsvTable, run: str) -> RunFacts:
    """The log and the model of an evaluation, by which it may be named as well."""
    runs = table.texts("eval_id")
    first = runs.index(run) if run in runs else 0
    named = [_text(table, name, first) for name in ("log", "model", "task_name", "created")]
    log, model, task, created = named
    return RunFacts(model, created, aliases=tuple(name for name in (log, model, task) if name))
