"""Braintrust: the events of an experiment as JSON or CSV, and the results of an evaluation that ran locally."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.readers.flat_table import FlatTable, header_of, is_csv, peek, read_flat
from tradeoff_app.readers.item_keys import fields_of, name_items, write_item
from tradeoff_app.readers.reader import Cell, FileSample, MetricHint, Progress, RawTable
from tradeoff_app.readers.records import flatten
from tradeoff_app.readers.scored_rows import DOLLARS, SECONDS, SHARE, TOKENS, RunFacts, ScoredRow, ToolLog, make_tables
from tradeoff_app.readers.source import Source
from tradeoff_app.readers.status_words import classify_error

MEASURED: dict[str, MetricHint] = {
    "duration": SECONDS,
    "llm_duration": SECONDS,
    "time_to_first_token": SECONDS,
    "estimated_cost": DOLLARS,
    "tokens": TOKENS,
    "total_tokens": TOKENS,
    "prompt_tokens": TOKENS,
    "completion_tokens": TOKENS,
}
KEYS = ("events", "rows", "objects", "data", "results")
MARKS = frozenset(
    ["root_span_id", "experiment_id", "_xact_id", "span_attributes", "span_parents", "is_root", "span_id"]
)
LOCAL = (("experimentName", "projectName"), ("experiment_name", "project_name"))
PREFIX = "scores."
FAILED = "scorer_errors"


class Braintrust:
    """The export of an experiment, the API's events, or what `Eval(…)` returns."""

    id = "braintrust"
    label = "Braintrust experiment"

    def recognise(self, sample: FileSample) -> float:
        """Scores and input beside names that only Braintrust's events have."""
        if sample.members is not None or not sample.text:
            return 0.0
        if is_csv(sample.text):
            names = set(header_of(sample.text))
            has_scores = "scores" in names or any(name.startswith(PREFIX) for name in names)
            return 0.95 if has_scores and "input" in names and len(names & MARKS) >= 2 else 0.0
        text = peek(sample)
        if '"scores"' not in text or '"input"' not in text:
            return 0.0
        is_event = sum(f'"{mark}"' in text for mark in MARKS) >= 2
        is_local = any(f'"{first}"' in text and f'"{second}"' in text for first, second in LOCAL)
        is_local = is_local or ('"exc_info"' in text and '"expected"' in text)
        return 0.95 if is_event or is_local else 0.0

    def read(self, source: Source, mapping: ColumnMapping, progress: Progress) -> Sequence[RawTable]:
        """One table per experiment, with a row per evaluated input; raises ReadError."""
        table = read_flat(source, mapping, progress, KEYS)
        kept = _find_roots(table)
        inputs, scores = table.nested("input"), _Scores(table, mapping)
        units = dict(zip(kept, name_items([inputs[row] for row in kept]), strict=True))
        progress(0.6, source.name)
        parts = _Parts(table)
        rows = [_make_row(parts, row, units[row], inputs[row], scores.of(row), source.name) for row in kept]
        names = {name for row in rows for name in row.scores}
        hints = {name: MEASURED.get(name, SHARE) for name in names}
        log = ToolLog(self.id, source.name, table.word, "input", hints, problems=(*table.problems, *scores.problems))
        return make_tables(log, rows, _read_facts(parts, kept))


class _Parts:
    """The columns that every row needs, unfolded once."""

    def __init__(self, table: FlatTable) -> None:
        self.table = table
        self.metadata = table.nested("metadata")
        self.expected = table.nested("expected")
        self.tags = table.nested("tags")
        self.output = table.nested("output")
        self.error = table.nested("error")
        self.experiment = table.column("experiment_id")
        self.created = table.column("created")


class _Scores:
    """Scores and measurements by row: from their objects, else from columns `scores.NAME`."""

    def __init__(self, table: FlatTable, mapping: ColumnMapping) -> None:
        self.scores = table.nested("scores")
        self.metrics = table.nested("metrics")
        names = [name for name in table.names if name.startswith(PREFIX) and len(name) > len(PREFIX)]
        self.columns, self.problems = table.scores(names, mapping)

    def of(self, row: int) -> dict[str, Any]:
        """Every score of a row; null (a scorer that skipped) is not scored."""
        found = {name.removeprefix(PREFIX): cells[row] for name, cells in self.columns.items()}
        scores, metrics = self.scores[row], self.metrics[row]
        if isinstance(scores, dict):
            found |= {name: _score_of(value) for name, value in scores.items()}
        if isinstance(metrics, dict):
            found |= {name: metrics[name] for name in MEASURED if metrics.get(name) is not None and name not in found}
        return found


def _score_of(value: Any) -> Any:
    """The number of a score that carries its metadata."""
    return value.get("score") if isinstance(value, dict) else value


def _find_roots(table: FlatTable) -> list[int]:
    """Rows of whole evaluations; the spans inside them repeat their input and score nothing."""
    roots, parents = table.column("is_root"), table.nested("span_parents")
    if any(root is not None for root in roots):
        kept = [row for row, root in enumerate(roots) if str(root).lower() in {"true", "1"}]
    else:
        kept = [row for row, parent in enumerate(parents) if not parent]
    return kept or list(range(table.rows))


def _make_row(
    parts: _Parts, row: int, unit: str | None, content: Any, scores: Mapping[str, Any], file: str
) -> ScoredRow:
    error = write_item(parts.error[row])
    place = f"{parts.table.word} {parts.table.numbers[row]}"
    own: dict[str, Cell] = {}
    if isinstance(parts.expected[row], str | int | float):
        own["expected"] = parts.expected[row]
    metadata, failures = _split_failures(parts.metadata[row])
    tags = parts.tags[row]
    if isinstance(tags, list) and tags:
        own["tags"] = ", ".join(sorted(map(str, tags)))
    return ScoredRow(
        unit,
        scores,
        parts.table.numbers[row],
        {
            "metadata": flatten(fields_of(metadata, "metadata"), file, place),
            "input": flatten(fields_of(content, "question"), file, place),
            "item": own,
        },
        status=classify_error(error),
        error=error,
        output=parts.output[row],
        question=content,
        run=str(parts.experiment[row] or ""),
        failures=dict.fromkeys(failures, "judge_error"),
    )


def _split_failures(metadata: Any) -> tuple[Any, list[str]]:
    """The metadata of a row without what the SDK notes there about scorers that failed, and their names."""
    failed = metadata.get(FAILED) if isinstance(metadata, dict) else None
    if not isinstance(failed, dict):
        return metadata, []
    return {name: value for name, value in metadata.items() if name != FAILED}, [str(name) for name in failed]


def _read_facts(parts: _Parts, kept: Sequence[int]) -> dict[str, RunFacts]:
    created: dict[str, str] = {}
    for row in kept:
        moment = parts.created[row]
        run = str(parts.experiment[row] or "")
        if isinstance(moment, str):
            created[run] = min(moment, created.get(run, moment))
    document = parts.table.document or {}
    summary = document.get("summary") if isinstance(document.get("summary"), dict) else document
    name = summary.get("experimentName") or summary.get("experiment_name") if isinstance(summary, dict) else None
    runs = {str(parts.experiment[row] or "") for row in kept}
    return {
        run: RunFacts(created=created.get(run), aliases=tuple(str(alias) for alias in (run, name) if alias))
        for run in runs
    }
