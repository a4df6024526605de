"""LangSmith: the data frame that its SDK makes of an experiment, saved as CSV or JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.readers.flat_table import FlatTable, header_of, is_csv, peek, read_flat
from tradeoff_app.readers.name_words import OUTPUT_NAMES, last_part
from tradeoff_app.readers.reader import Cell, FileSample, MetricHint, Progress, RawTable
from tradeoff_app.readers.records import dump_nested
from tradeoff_app.readers.scored_rows import DOLLARS, SECONDS, TOKENS, ScoredRow, ToolLog, make_tables
from tradeoff_app.readers.source import Source
from tradeoff_app.readers.status_words import classify_error

FEEDBACK = "feedback."
MEASURED: dict[str, MetricHint] = {
    "execution_time": SECONDS,
    "latency": SECONDS,
    "total_tokens": TOKENS,
    "prompt_tokens": TOKENS,
    "completion_tokens": TOKENS,
    "total_cost": DOLLARS,
}
UNIT = "example_id"
INPUT = "inputs."
PLAIN = frozenset({UNIT, "id", "error", "run_id", "trace_id"})


class LangSmith:
    """`evaluate(…).to_pandas()`, saved with `to_csv` or `to_json`."""

    id = "langsmith"
    label = "LangSmith experiment"

    def recognise(self, sample: FileSample) -> float:
        """The columns for example and feedback."""
        if sample.members is not None or not sample.text:
            return 0.0
        if is_csv(sample.text):
            names = header_of(sample.text)
            has_feedback = any(name.startswith(FEEDBACK) for name in names) or "execution_time" in names
            return 0.95 if UNIT in names and has_feedback and any(map(_is_part, names)) else 0.0
        text = peek(sample)
        has_feedback = f'"{FEEDBACK}' in text or '"execution_time"' in text
        return 0.95 if f'"{UNIT}"' in text and has_feedback and '"inputs.' in text else 0.0

    def read(self, source: Source, mapping: ColumnMapping, progress: Progress) -> Sequence[RawTable]:
        """One table with a row per run of an example; raises ReadError."""
        table = read_flat(source, mapping, progress)
        metrics = [name for name in table.names if name.startswith(FEEDBACK) or name in MEASURED]
        scores, said = table.scores(metrics, mapping)
        progress(0.6, source.name)
        outputs = _list_outputs(table)
        others = [name for name in table.names if name not in PLAIN and name not in metrics and name not in outputs]
        rows = [_make_row(table, row, scores, others, outputs, source.name) for row in range(table.rows)]
        hints = {name: hint for name, hint in MEASURED.items() if name in metrics}
        log = ToolLog(self.id, source.name, table.word, UNIT, hints, problems=(*table.problems, *said), is_table=True)
        return make_tables(log, rows)


def _is_part(name: str) -> bool:
    return name.startswith((INPUT, "outputs.", "reference."))


def _list_outputs(table: FlatTable) -> list[str]:
    """Columns of answers, the likeliest first."""
    found = [name for name in table.names if name.startswith("outputs.") or name in {"outputs", "output"}]
    return sorted(found, key=lambda name: last_part(name) not in OUTPUT_NAMES)


def _make_row(
    table: FlatTable,
    row: int,
    scores: Mapping[str, Sequence[Any]],
    others: Sequence[str],
    outputs: Sequence[str],
    file: str,
) -> ScoredRow:
    """A run that failed keeps its feedback: whether that counts is the PM's choice."""
    unit, error = table.column(UNIT)[row], table.column("error")[row]
    error = None if error is None else str(error)
    return ScoredRow(
        None if unit is None else str(unit),
        {name: values[row] for name, values in scores.items()},
        table.numbers[row],
        {"run": {name: _cell(table.column(name)[row], file, name) for name in others}},
        status=classify_error(error),
        error=error,
        question={
            name.removeprefix(INPUT): table.column(name)[row]
            for name in table.names
            if name == "inputs" or name.startswith(INPUT)
        },
        output=next((cell for name in outputs if (cell := table.column(name)[row]) is not None), None),
    )


def _cell(cell: Any, file: str, name: str) -> Cell:
    if isinstance(cell, dict | list):
        return dump_nested(cell, (file, name))
    return cell if isinstance(cell, str | int | float | bool) else None
