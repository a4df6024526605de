"""Langfuse scores: one row per score, gathered by trace and by the person who gave it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from tradeoff_app.analysis.observations import Problem
from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.readers.flat_table import FlatTable, header_of, is_csv, peek, read_flat
from tradeoff_app.readers.item_keys import fields_of
from tradeoff_app.readers.reader import Cell, FileSample, MetricHint, Progress, RawTable
from tradeoff_app.readers.records import flatten
from tradeoff_app.readers.run_columns import name_arm
from tradeoff_app.readers.scored_rows import RunFacts, ScoredRow, ToolLog, make_tables
from tradeoff_app.readers.source import Source

NAMES = ("traceId", "dataType", "stringValue")
SNAKE_NAMES = ("trace_id", "data_type", "string_value")
_SNAKE = {
    **dict(zip(SNAKE_NAMES, NAMES, strict=True)),
    "session_id": "sessionId",
    "dataset_run_id": "datasetRunId",
    "author_user_id": "authorUserId",
    "author_user_name": "authorUserName",
    "trace_name": "traceName",
    "trace_tags": "traceTags",
    "user_id": "userId",
}
ONLY_TRACES = (
    "Scores name their trace, not the item that was asked, and two runs have different traces: the traces export has"
    " the same scores together with metadata and input, by which items pair."
)
LABELS = frozenset({"CATEGORICAL", "TEXT"})


class LangfuseScores:
    """The scores export of the web page: CSV, JSON or JSON lines."""

    id = "langfuse_scores"
    label = "Langfuse scores"

    def recognise(self, sample: FileSample) -> float:
        """The columns of a score."""
        if sample.members is not None or not sample.text:
            return 0.0
        if is_csv(sample.text):
            names = {_SNAKE.get(name, name) for name in header_of(sample.text)}
            return 0.92 if set(NAMES) <= names else 0.0
        text = peek(sample)
        is_score = any(all(f'"{name}"' in text for name in names) for names in (NAMES, SNAKE_NAMES))
        return 0.92 if is_score and '"observations"' not in text else 0.0

    def read(self, source: Source, mapping: ColumnMapping, progress: Progress) -> Sequence[RawTable]:
        """One table per data set run or arm's tag, with a row per trace and rater; raises ReadError."""
        table = _name_columns(read_flat(source, mapping, progress, ("data", "scores")))
        values, said = table.scores(["value"], mapping)
        scores = [_read_score(table, row, values.get("value") or [None] * table.rows) for row in range(table.rows)]
        has_raters = len({score.rater for score in scores if score.rater}) > 1
        progress(0.6, source.name)
        rows = _gather(table, scores, source.name, has_raters=has_raters)
        said = [problem for problem in said if problem.level == "error"]
        said.append(Problem("info", "no_item_id", source.name, "traceId", ONLY_TRACES, "Choose the traces export."))
        log = ToolLog(self.id, source.name, table.word, "traceId", _hints(scores), problems=(*table.problems, *said))
        created = min((str(moment) for moment in table.column("timestamp") if moment), default=None)
        runs = {row.run for row in rows}
        return make_tables(log, rows, {run: RunFacts(None, created, None, (run,) if run else ()) for run in runs})


def _name_columns(table: FlatTable) -> FlatTable:
    """The columns under the names of the web page; the Python SDK writes them with underscores."""
    if SNAKE_NAMES[0] not in table.names or NAMES[0] in table.names:
        return table
    cells = {_SNAKE.get(name, name): cells for name, cells in table.cells.items()}
    header = tuple(_SNAKE.get(name, name) for name in table.csv.header) if table.csv is not None else ()
    renamed = None if table.csv is None else replace(table.csv, header=header)
    return replace(table, names=tuple(cells), cells=cells, csv=renamed)


@dataclass(frozen=True)
class _Score:
    unit: str | None
    name: str
    value: Any
    rater: str | None
    is_human: bool


def _read_score(table: FlatTable, row: int, values: Sequence[Any]) -> _Score:
    kind, text = str(table.column("dataType")[row] or ""), table.column("stringValue")[row]
    value = text if kind in LABELS or values[row] is None else values[row]
    unit = table.column("traceId")[row] or table.column("sessionId")[row]
    is_human = str(table.column("source")[row] or "") == "ANNOTATION"
    author = table.column("authorUserName")[row] or table.column("authorUserId")[row]
    return _Score(
        None if unit is None else str(unit),
        str(table.column("name")[row] or "score"),
        value,
        str(author) if is_human and author else None,
        is_human,
    )


@dataclass
class _Gathered:
    """The scores of one trace by one rater (None: programs)."""

    row: int
    scores: dict[str, Any] = field(default_factory=dict)


def _gather(table: FlatTable, scores: Sequence[_Score], file: str, *, has_raters: bool) -> list[ScoredRow]:
    """A score that a trace has twice from one source begins a further row."""
    runs = _find_runs(table)
    found: dict[tuple[str, str | None, str | None, int], _Gathered] = {}
    for row, score in enumerate(scores):
        rater, number = score.rater if has_raters else None, 1
        while score.name in found.setdefault((runs[row], score.unit, rater, number), _Gathered(row)).scores:
            number += 1
        found[runs[row], score.unit, rater, number].scores[score.name] = score.value
    tags, metadata = table.nested("traceTags"), table.nested("metadata")
    return [
        ScoredRow(
            unit,
            part.scores,
            table.numbers[part.row],
            _attributes(table, part.row, tags[part.row], metadata[part.row], file),
            number if number > 1 else None,
            rater,
            run=run,
        )
        for (run, unit, rater, number), part in found.items()
    ]


def _find_runs(table: FlatTable) -> list[str]:
    """The data set run of each score; else the tag of its trace that speaks of baseline or candidate."""
    runs = [str(cell) if cell else "" for cell in table.column("datasetRunId")]
    if len(set(runs)) > 1 and "" not in runs:
        return runs
    named = [
        name_arm([str(tag) for tag in cell]) if isinstance(cell, list) else None for cell in table.nested("traceTags")
    ]
    if None in named or len(set(named)) < 2:
        return [""] * table.rows
    return [name or "" for name in named]


def _attributes(table: FlatTable, row: int, tags: Any, metadata: Any, file: str) -> dict[str, Mapping[str, Cell]]:
    own: dict[str, Cell] = {name: table.column(name)[row] for name in ("traceName", "environment", "userId")}
    listed = [str(tag) for tag in tags] if isinstance(tags, list) else []
    own["traceTags"] = ", ".join(sorted(tag for tag in listed if tag != name_arm(listed))) or None
    fields = flatten(fields_of(metadata, "metadata"), file, f"{table.word} {table.numbers[row]}")
    return {"metadata": fields, "score": own}


def _hints(scores: Sequence[_Score]) -> dict[str, MetricHint]:
    """Whether people or programs gave a score, by metric."""
    human: dict[str, bool] = {}
    for score in scores:
        human[score.name] = human.get(score.name, True) and score.is_human
    return {name: MetricHint(tier="human" if is_human else "automated") for name, is_human in human.items()}
