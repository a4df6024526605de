"""MLflow evaluate: the table of results per row (`eval_results_table.json`), and the same frame as CSV or JSON."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.readers.flat_table import FlatTable, header_of, is_csv, peek, read_flat
from tradeoff_app.readers.item_keys import write_item
from tradeoff_app.readers.name_words import suggest_better
from tradeoff_app.readers.reader import Cell, FileSample, MetricHint, Progress, RawTable
from tradeoff_app.readers.scored_rows import SECONDS, TOKENS, ScoredRow, ToolLog, make_tables
from tradeoff_app.readers.source import Source
from tradeoff_app.readers.status_words import classify_error

SCORE = re.compile(r"(?P<metric>.+)/(score|rating|value)")
VERSION = re.compile(r"/v\d+$")
REMARK = re.compile(r".+/(justification|rationale|rationales|error_message|error_code)")
ENDINGS = ("/score", "/rating", "/value")
IN_TEXT = re.compile(r'[^,;\t"/{}\[\]](\\?/v\d+)?\\?/(score|rating|value)(?=["\s,;\t]|$)')
EXPECTED = re.compile(r"expected_|expectation|ground_truth|guidelines")
MEASURED: dict[str, MetricHint] = {
    "latency": SECONDS,
    "token_count": TOKENS,
    "agent/latency_seconds": SECONDS,
    "agent/total_token_count": TOKENS,
}
ANSWERS = ("outputs", "output", "predictions", "prediction", "response")
QUESTIONS = ("inputs", "input", "request", "question", "query")
INPUT = "inputs/"
ERRORS = ("error", "error_message", "model_error_message")
PER_RUN = frozenset(
    {"trace", "trace_id", "spans", "assessments", "trace_metadata", "client_request_id", "Unnamed: 0", ""}
)


class MlflowTable:
    """What `mlflow.evaluate` and `mlflow.models.evaluate` log as `eval_results_table`."""

    id = "mlflow_table"
    label = "MLflow evaluation table"

    def recognise(self, sample: FileSample) -> float:
        """Columns named `METRIC/score`, `METRIC/v1/score`, `METRIC/rating` or `METRIC/value`."""
        if sample.members is not None or not sample.text:
            return 0.0
        if is_csv(sample.text):
            return 0.85 if any(map(SCORE.fullmatch, header_of(sample.text))) else 0.0
        text = peek(sample)
        if not any(ending in text for ending in ENDINGS):
            return 0.0
        return 0.85 if IN_TEXT.search(text) and not _is_record_of_something_else(text) else 0.0

    def read(self, source: Source, mapping: ColumnMapping, progress: Progress) -> Sequence[RawTable]:
        """One table with a row per evaluated row; the unit is the input column that both runs share."""
        table = read_flat(source, mapping, progress)
        metrics = [name for name in table.names if _is_metric(name)]
        scores, said = table.scores(metrics, mapping)
        progress(0.6, source.name)
        others = [name for name in table.names if name not in metrics and _is_field(name)]
        rows = [_make_row(table, row, scores, others) for row in range(table.rows)]
        hints = {name: _hint_for(name) for name in metrics}
        log = ToolLog(self.id, source.name, table.word, None, hints, problems=(*table.problems, *said), is_table=True)
        return make_tables(log, rows)


def _is_record_of_something_else(text: str) -> bool:
    return '"columns"' not in text and not re.search(
        r'"[^"]+/(v\d+/)?(score|rating|value)"\s*:', text.replace("\\/", "/")
    )


def _is_metric(name: str) -> bool:
    if name in MEASURED:
        return True
    found = SCORE.fullmatch(name)
    return found is not None and not (name.endswith("/value") and EXPECTED.match(found["metric"]))


def _hint_for(name: str) -> MetricHint:
    """Better by the metric's own name: the ending `score` says nothing about the direction."""
    found = SCORE.fullmatch(name)
    if name in MEASURED or found is None:
        return MEASURED.get(name, MetricHint())
    return MetricHint(better=suggest_better(VERSION.sub("", found["metric"]))[0])


def _is_field(name: str) -> bool:
    return name not in PER_RUN and name not in ANSWERS and not REMARK.fullmatch(name) and not SCORE.fullmatch(name)


def _make_row(table: FlatTable, row: int, scores: Mapping[str, Sequence[Any]], others: Sequence[str]) -> ScoredRow:
    error = next((str(cell) for name in ERRORS if (cell := table.column(name)[row]) is not None), None)
    answer = next((name for name in ANSWERS if name in table.names), ANSWERS[0])
    return ScoredRow(
        None,
        {name: cells[row] for name, cells in scores.items()},
        table.numbers[row],
        {"row": {name: _cell(table.column(name)[row]) for name in others}},
        status=classify_error(error),
        error=error,
        output=table.column(answer)[row],
        question=_question_of(table, row),
    )


def _question_of(table: FlatTable, row: int) -> Any:
    """The inputs, in one column or as `inputs/FIELD`."""
    whole = next((cell for name in QUESTIONS if (cell := table.column(name)[row]) is not None), None)
    parts = {name.removeprefix(INPUT): table.column(name)[row] for name in table.names if name.startswith(INPUT)}
    return parts or whole


def _cell(cell: Any) -> Cell:
    return cell if isinstance(cell, str | int | float | bool) else write_item(cell)
