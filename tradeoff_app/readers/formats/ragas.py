"""Ragas: the table that `evaluate(…).to_pandas()` gives, as CSV or JSON; it has no id but the question."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.readers.flat_table import FlatTable, header_of, peek, read_flat
from tradeoff_app.readers.item_keys import write_item
from tradeoff_app.readers.reader import Cell, FileSample, MetricHint, Progress, RawTable
from tradeoff_app.readers.scored_rows import SHARE, ScoredRow, ToolLog, make_tables
from tradeoff_app.readers.source import Source

QUESTIONS = ("user_input", "question")
ANSWERS = ("response", "answer")
SAMPLE_FIELDS = frozenset(
    [
        *QUESTIONS,
        *ANSWERS,
        "retrieved_contexts",
        "reference_contexts",
        "contexts",
        "retrieved_context_ids",
        "reference_context_ids",
        "reference",
        "ground_truth",
        "ground_truths",
        "multi_responses",
        "rubrics",
        "rubric",
        "reference_tool_calls",
        "reference_topics",
        "episode_done",
        "evolution_type",
        "metadata",
        "Unnamed: 0",
        "",
        "index",
    ]
)
GROUPS = frozenset(["persona_name", "query_style", "query_length", "synthesizer_name", "evolution_type"])
CONTEXTS = ("retrieved_contexts", "reference_contexts", "contexts", "ground_truth", "reference", "ground_truths")
OWN_METRICS = frozenset(
    [
        "faithfulness",
        "answer_relevancy",
        "answer_correctness",
        "answer_similarity",
        "context_precision",
        "context_recall",
        "context_utilization",
        "llm_context_precision_with_reference",
        "llm_context_precision_without_reference",
        "factual_correctness",
        "response_relevancy",
        "response_groundedness",
        "nv_accuracy",
        "nv_context_relevance",
        "nv_response_groundedness",
    ]
)
"""Metrics of Ragas under names that other tools do not give theirs in a table with its column names."""

ENDLESS = ("score", "distance", "count", "num_")
"""Words in names of metrics that need not lie between 0 and 1."""


class Ragas:
    """The result table of Ragas 0.1 to 0.4."""

    id = "ragas"
    label = "Ragas result table"

    def recognise(self, sample: FileSample) -> float:
        """The columns of a Ragas sample: question, answer and contexts under its own names."""
        if sample.members is not None or not sample.text:
            return 0.0
        header = header_of(sample.text)
        text = "" if header else peek(sample)
        if not header and not any(f'"{name}"' in text for name in QUESTIONS):
            return 0.0
        names = set(header) or {name for name in SAMPLE_FIELDS if f'"{name}"' in text}
        has_new = "user_input" in names and not names.isdisjoint(CONTEXTS)
        has_old = {"question", "answer", "contexts"} <= names and not names.isdisjoint(
            {"ground_truth", "ground_truths"}
        )
        has_answer = {"user_input", "response"} <= names or {"question", "answer"} <= names
        return 0.9 if has_new or has_old or (has_answer and _has_metric(text, names)) else 0.0

    def read(self, source: Source, mapping: ColumnMapping, progress: Progress) -> Sequence[RawTable]:
        """One table with a row per question; raises ReadError."""
        table = read_flat(source, mapping, progress)
        values, said = table.scores([name for name in table.names if _may_be_metric(name)], mapping)
        scores = {name: cells for name, cells in values.items() if _is_number(cells)}
        progress(0.6, source.name)
        question = next((name for name in QUESTIONS if name in table.names), QUESTIONS[0])
        others = [name for name in table.names if name not in scores and (_may_be_metric(name) or name in GROUPS)]
        rows = [_make_row(table, row, question, scores, others) for row in range(table.rows)]
        problems = (*table.problems, *(problem for problem in said if problem.place in scores or not problem.place))
        hints = {name: hint for name in scores if (hint := _hint_for(name)) is not None}
        log = ToolLog(self.id, source.name, table.word, question, hints, problems=problems, is_table=True)
        return make_tables(log, rows)


def _may_be_metric(name: str) -> bool:
    return name not in SAMPLE_FIELDS and name not in GROUPS


def _has_metric(text: str, names: Collection[str]) -> bool:
    return any(f'"{name}' in text for name in OWN_METRICS) or any(name in OWN_METRICS for name in names)


def _is_number(cells: Sequence[Any]) -> bool:
    """A metric has numbers, or nothing at all where every question failed."""
    filled = [cell for cell in cells if cell is not None]
    return all(isinstance(cell, bool | int | float) for cell in filled)


def _hint_for(name: str) -> MetricHint | None:
    """Most of Ragas' metrics are shares; names that speak of scores or counts are left to their values."""
    return None if any(word in name for word in ENDLESS) else SHARE


def _make_row(
    table: FlatTable, row: int, question: str, scores: Mapping[str, Sequence[Any]], others: Sequence[str]
) -> ScoredRow:
    fields: dict[str, Cell] = {}
    for name in others:
        cell = table.column(name)[row]
        fields[name] = cell if isinstance(cell, str | int | float | bool) else write_item(cell)
    for name in ("reference", "ground_truth"):
        if isinstance(table.column(name)[row], str):
            fields[name] = table.column(name)[row]
    answer = next((name for name in ANSWERS if name in table.names), ANSWERS[0])
    return ScoredRow(
        write_item(table.column(question)[row]),
        {name: cells[row] for name, cells in scores.items()},
        table.numbers[row],
        {"sample": fields},
        output=table.column(answer)[row],
        question=table.column(question)[row],
    )
