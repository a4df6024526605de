"""lighteval: details as Parquet with objects for document, metric and answer; results files hold averages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.readers.parquet_file import is_parquet, read_parquet
from tradeoff_app.readers.reader import Cell, FileSample, MetricHint, Progress, RawTable
from tradeoff_app.readers.records import flatten
from tradeoff_app.readers.refusal import ReadError
from tradeoff_app.readers.scored_rows import ScoredRow, ToolLog, make_tables
from tradeoff_app.readers.source import Source

DETAIL_SIGNS = (b"model_response", b"metric", b"doc")
OLD_SIGNS = (b"full_prompt", b"metrics", b"predictions")
RESULT_SIGNS = ('"config_general"', '"results"')
METRIC_COLUMNS = ("metric", "metrics")
SHARES = frozenset(
    [
        "em",
        "f1",
        "acc",
        "acc_norm",
        "exact_match",
        "pem",
        "qem",
        "pqem",
        "prefix_exact_match",
        "quasi_exact_match",
        "mcc",
    ]
)
SHARE = MetricHint(None, "higher", (0.0, 1.0), stated=("better",))
NO_PAIRS = "this is a results file of lighteval: it holds only averages, so there are no distributions and no pairing"
SAVE_DETAILS = "Run lighteval with --save-details and choose details_TASK_TIME.parquet of each run."


class LightEval:
    """`details_*.parquet` of a run."""

    id = "lighteval"
    label = "lighteval details"

    def recognise(self, sample: FileSample) -> float:
        """Names in the schema; the results file, to say what to choose instead."""
        if is_parquet(sample.head):
            data = sample.head + sample.tail
            return 0.93 if any(all(sign in data for sign in signs) for signs in (DETAIL_SIGNS, OLD_SIGNS)) else 0.0
        if sample.members is not None or sample.first_character != "{":
            return 0.0
        return 0.9 if all(sign in sample.text for sign in RESULT_SIGNS) else 0.0

    def read(self, source: Source, mapping: ColumnMapping, progress: Progress) -> Sequence[RawTable]:  # noqa: ARG002
        """One table with a row per document; raises ReadError, also for results files."""
        if not is_parquet(source.sample.head):
            raise ReadError("unreadable", source.name, "results", NO_PAIRS, SAVE_DETAILS)
        content = read_parquet(source)
        progress(0.6, source.name)
        column = next((name for name in METRIC_COLUMNS if name in content.columns), None)
        if column is None or not any(isinstance(cell, dict) and cell for cell in content.columns[column]):
            raise ReadError("unreadable", source.name, "metric", "the file holds no metric of a document", SAVE_DETAILS)
        records = [
            dict(zip(content.columns, cells, strict=True)) for cells in zip(*content.columns.values(), strict=True)
        ]
        tasks = {_task_of(record) for record in records}
        rows = [
            _make_row(record, number, record[column], has_tasks=len(tasks) > 1, file=source.name)
            for number, record in enumerate(records, 1)
        ]
        hints = {name: SHARE for row in rows for name in row.scores if name.partition(":")[0] in SHARES}
        return make_tables(ToolLog(self.id, source.name, "row", "id", hints), rows)


def _doc_of(record: Mapping[str, Any]) -> Mapping[str, Any]:
    doc = record.get("doc")
    return doc if isinstance(doc, dict) else {}


def _task_of(record: Mapping[str, Any]) -> str:
    return str(_doc_of(record).get("task_name") or "")


def _make_row(record: Mapping[str, Any], number: int, metric: Any, *, has_tasks: bool, file: str) -> ScoredRow:
    doc = _doc_of(record)
    query = doc.get("query") or record.get("full_prompt") or record.get("example")
    unit = doc.get("id") or query
    if unit is not None and has_tasks:
        unit = f"{_task_of(record)} {unit}"
    return ScoredRow(
        None if unit in (None, "") else str(unit),
        {name: value for name, value in metric.items() if value is not None} if isinstance(metric, dict) else {},
        number,
        {"specific": _specific(record, doc, file, number), "doc": _fields(doc)},
        output=_answer_of(record),
        question=query,
        checksum=str(query)[:1000] if query else None,
    )


def _specific(record: Mapping[str, Any], doc: Mapping[str, Any], file: str, number: int) -> dict[str, Cell]:
    """What a task noted about its document: the segments; before there was a document it stood beside the metrics."""
    own = doc.get("specific") or record.get("specifics") or record.get("specific")
    return flatten(own, file, f"row {number}") if isinstance(own, dict) else {}


def _fields(doc: Mapping[str, Any]) -> dict[str, Cell]:
    kept = ("task_name", "query", "instruction", "gold_index")
    return {name: doc[name] for name in kept if isinstance(doc.get(name), str | int) and doc[name] != ""}


def _answer_of(record: Mapping[str, Any]) -> Any:
    response = record.get("model_response")
    texts = response.get("text") if isinstance(response, dict) else record.get("predictions")
    return texts[0] if isinstance(texts, list) and texts else texts
