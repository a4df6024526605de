"""Phoenix (Arize): an experiment's runs with their annotations, as its server exports them to JSON or CSV."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from tradeoff_app.analysis.observations import Problem
from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.model.metric import Status
from tradeoff_app.readers.flat_table import FlatTable, header_of, is_csv, peek, read_flat
from tradeoff_app.readers.item_keys import fields_of
from tradeoff_app.readers.reader import Cell, FileSample, Progress, RawTable
from tradeoff_app.readers.records import flatten
from tradeoff_app.readers.scored_rows import MILLISECONDS, TOKENS, RunFacts, ScoredRow, ToolLog, make_tables
from tradeoff_app.readers.source import Source
from tradeoff_app.readers.status_words import classify_error

UNIT = "example_id"
REPEAT = "repetition_number"
MEASURED = {"latency_ms": MILLISECONDS, "prompt_token_count": TOKENS, "completion_token_count": TOKENS}
LONG = frozenset({"name", "score", "label", "annotator_kind"})
"""The columns of the data frame of evaluations: one row per run and evaluator."""

ANNOTATION = re.compile(r"annotation_(.+)_(score|label|error)")


class Phoenix:
    """`GET /v1/experiments/ID/json` or `/csv`, and the same downloads of the web page."""

    id = "phoenix"
    label = "Phoenix experiment"

    def recognise(self, sample: FileSample) -> float:
        """The columns for example, repetition and annotations."""
        if sample.members is not None or not sample.text:
            return 0.0
        if is_csv(sample.text):
            names = header_of(sample.text)
            is_annotated = REPEAT in names or any(map(ANNOTATION.fullmatch, names))
            if UNIT in names and set(names) >= LONG:
                return 0.95
            return 0.95 if UNIT in names and "latency_ms" in names and is_annotated else 0.0
        text = peek(sample)
        has_runs = f'"{UNIT}"' in text and '"annotations"' in text
        return 0.95 if has_runs and (f'"{REPEAT}"' in text or '"reference_output"' in text) else 0.0

    def read(self, source: Source, mapping: ColumnMapping, progress: Progress) -> Sequence[RawTable]:
        """One table with a row per run of an example; raises ReadError."""
        table = read_flat(source, mapping, progress, ("runs", "data", "experiment_runs"))
        measured, said = table.scores([name for name in table.names if name in MEASURED], mapping)
        table, annotated = _find_annotations(table, mapping)
        measured = {name: [cells[row] for row in annotated.kept] for name, cells in measured.items()}
        progress(0.6, source.name)
        fields = _list_fields(table, source.name)
        rows = [_make_row(table, row, measured, annotated, fields) for row in range(table.rows)]
        problems = [*table.problems, *said, *_say_metadata(table, source.name)]
        hints = {name: MEASURED[name] for name in measured}
        log = ToolLog(self.id, source.name, table.word, UNIT, hints, problems=tuple(problems))
        created = min((str(moment) for moment in table.column("start_time") if moment), default=None)
        return make_tables(log, rows, {"": RunFacts(created=created)})


class _Annotations:
    """Score, label and error of each annotation, row by row."""

    def __init__(self, rows: int, kept: Sequence[int] | None = None) -> None:
        self.rows = rows
        self.kept = list(range(rows)) if kept is None else list(kept)
        self.scores: dict[str, list[Any]] = {}
        self.labels: dict[str, list[Any]] = {}
        self.failed: dict[str, list[bool]] = {}

    def put(self, name: str, row: int, parts: Mapping[str, Any]) -> None:
        """One annotation of one row."""
        for kind, cells in (("score", self.scores), ("label", self.labels)):
            cells.setdefault(name, [None] * self.rows)[row] = parts.get(kind)
        self.failed.setdefault(name, [False] * self.rows)[row] = bool(parts.get("error"))

    def scores_of(self, row: int) -> dict[str, Any]:
        """The numbers; the labels of annotations that never have a number."""
        found: dict[str, Any] = {}
        for name, cells in self.scores.items():
            has_numbers = any(cell is not None for cell in cells)
            found[name] = cells[row] if has_numbers else self.labels[name][row]
        return found

    def failures_of(self, row: int) -> dict[str, Status]:
        """Annotations whose evaluator failed on this row."""
        return {name: "judge_error" for name, cells in self.failed.items() if cells[row]}


def _find_annotations(table: FlatTable, mapping: ColumnMapping) -> tuple[FlatTable, _Annotations]:
    """The table with a row per run, and the annotations of those rows."""
    if set(table.names) >= LONG and not any(map(ANNOTATION.fullmatch, table.names)):
        return _from_rows(table, mapping)
    return table, _from_columns(table, mapping) if table.csv is not None else _from_lists(table)


def _from_rows(table: FlatTable, mapping: ColumnMapping) -> tuple[FlatTable, _Annotations]:
    """The evaluations data frame: a row per run and evaluator, with the run's own columns repeated."""
    runs = [str(cell) for cell in (table.column("run_id") if "run_id" in table.names else table.column("id"))]
    first = list({run: row for row, run in reversed(list(enumerate(runs)))}.values())[::-1]
    place = {runs[row]: position for position, row in enumerate(first)}
    found = _Annotations(len(place), first)
    scores, _ = table.scores(["score"], mapping)
    labels, errors = table.column("label"), table.column("evaluation_error")
    for row, name in enumerate(table.column("name")):
        if name is not None:
            parts = {"score": scores["score"][row], "label": labels[row], "error": errors[row]}
            found.put(str(name), place[runs[row]], parts)
    cells = {name: [column[row] for row in first] for name, column in table.cells.items()}
    numbers = [table.numbers[row] for row in first]
    return replace(table, cells=cells, numbers=numbers, csv=None), found


def _from_lists(table: FlatTable) -> _Annotations:
    found = _Annotations(table.rows)
    for row, listed in enumerate(table.column("annotations")):
        for annotation in listed if isinstance(listed, list) else []:
            if isinstance(annotation, dict) and annotation.get("name"):
                found.put(str(annotation["name"]), row, annotation)
    return found


def _from_columns(table: FlatTable, mapping: ColumnMapping) -> _Annotations:
    found = _Annotations(table.rows)
    matched = [match for name in table.names if (match := ANNOTATION.fullmatch(name))]
    names = dict.fromkeys(match[1] for match in matched)
    numbers, _ = table.scores([match[0] for match in matched if match[2] == "score"], mapping)
    for name in names:
        scores = numbers.get(f"annotation_{name}_score") or [None] * table.rows
        labels, errors = table.column(f"annotation_{name}_label"), table.column(f"annotation_{name}_error")
        for row in range(table.rows):
            found.put(name, row, {"score": scores[row], "label": labels[row], "error": errors[row]})
    return found


Fields = Mapping[str, Sequence[Mapping[str, Cell]]]


def _list_fields(table: FlatTable, file: str) -> Fields:
    """Metadata and input of each row as named cells."""
    fields: dict[str, list[dict[str, Cell]]] = {}
    for group in ("metadata", "input"):
        cells = table.nested(group)
        if any(cell is not None for cell in cells):
            places = [f"{table.word} {number}" for number in table.numbers]
            fields[group] = [
                flatten(fields_of(cell, group), file, place) for cell, place in zip(cells, places, strict=True)
            ]
    return fields


def _make_row(
    table: FlatTable, row: int, measured: Mapping[str, Sequence[Any]], annotated: _Annotations, fields: Fields
) -> ScoredRow:
    unit, error = table.column(UNIT)[row], table.column("error")[row]
    error = None if error is None else str(error)
    scores = annotated.scores_of(row) | {name: cells[row] for name, cells in measured.items()}
    return ScoredRow(
        None if unit is None else str(unit),
        scores,
        table.numbers[row],
        {group: cells[row] for group, cells in fields.items()},
        _read_repeat(table.column(REPEAT)[row]),
        status=classify_error(error),
        error=error,
        output=table.column("output")[row],
        question=table.column("input")[row],
        failures=annotated.failures_of(row),
    )


def _read_repeat(cell: Any) -> int | None:
    text = str(cell).removesuffix(".0") if cell is not None else ""
    return int(text) if text.isdecimal() and len(text) < 6 else None


def _say_metadata(table: FlatTable, file: str) -> Iterable[Problem]:
    if "metadata" not in table.names:
        text = "Phoenix's JSON lacks the examples' metadata, so no segment can come from it."
        yield Problem("info", "no_segments", file, "metadata", text, "Export the CSV of the experiment instead.")
