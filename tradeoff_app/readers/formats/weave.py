"""W&B Weave: evaluation results as the REST API returns them, rows with the trials of each evaluation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.readers.flat_table import peek
from tradeoff_app.readers.item_keys import fields_of, name_items
from tradeoff_app.readers.json_records import Record, dict_of, dicts_of, read_records
from tradeoff_app.readers.reader import FileSample, Progress, RawTable
from tradeoff_app.readers.records import flatten
from tradeoff_app.readers.refusal import ReadError
from tradeoff_app.readers.scored_rows import SECONDS, TOKENS, RunFacts, ScoredRow, ToolLog, make_tables
from tradeoff_app.readers.source import Source

MEASURED = {"model_latency_seconds": SECONDS, "total_tokens": TOKENS}
SIGNS = ('"row_digest"', '"evaluations"')
NO_TRIALS = "the answer holds no trials; it may be the summary alone"
ASK_ROWS = "Ask eval_results/query with include_rows and include_raw_data_rows."


class Weave:
    """`POST /v2/ENTITY/PROJECT/eval_results/query`, saved as it came or page by page."""

    id = "weave"
    label = "W&B Weave evaluation results"

    def recognise(self, sample: FileSample) -> float:
        """Rows by digest with their evaluations."""
        if sample.members is not None or sample.first_character not in {"{", "["}:
            return 0.0
        text = peek(sample)
        is_summary = '"scorer_stats"' in text and '"evaluation_call_id"' in text
        return 0.95 if all(sign in text for sign in SIGNS) or is_summary else 0.0

    def read(self, source: Source, mapping: ColumnMapping, progress: Progress) -> Sequence[RawTable]:
        """One table per evaluation, with a row per trial; raises ReadError."""
        found = read_records(source, mapping, progress, ("rows",))
        items, documents = _list_rows(found.items, found.document)
        units = name_items([item.get("raw_data_row") for item in items])
        digests = [str(item.get("row_digest")) for item in items]
        if None in units or len(set(units)) < len(set(digests)):
            units = [*digests]
        rows = [
            row
            for number, (item, unit) in enumerate(zip(items, units, strict=True), 1)
            for row in _make_rows(item, unit, number, source.name)
        ]
        if not rows:
            raise ReadError("unreadable", source.name, "rows", NO_TRIALS, ASK_ROWS)
        progress(0.7, source.name)
        log = ToolLog(self.id, source.name, "row", "row_digest", MEASURED, problems=found.problems)
        return make_tables(log, rows, _read_facts(documents))


def _list_rows(items: Sequence[Record], document: Record) -> tuple[list[Record], list[Record]]:
    """Rows of all pages, and the pages."""
    if any("row_digest" in item for item in items):
        return [*items], [document]
    rows = [row for page in items for row in dicts_of(page.get("rows"))]
    return rows, [*items]


def _make_rows(item: Record, unit: str | None, number: int, file: str) -> Iterator[ScoredRow]:
    content = item.get("raw_data_row")
    attributes = {"row": flatten(fields_of(content, "question"), file, f"row {number}")}
    for evaluation in dicts_of(item.get("evaluations")):
        trials = dicts_of(evaluation.get("trials"))
        for repeat, trial in enumerate(trials, 1):
            scores = _read_scores(trial.get("scores"), file)
            scores |= {name: trial[name] for name in MEASURED if trial.get(name) is not None}
            yield ScoredRow(
                unit,
                scores,
                number,
                attributes,
                repeat if len(trials) > 1 else None,
                output=trial.get("model_output"),
                question=content,
                run=str(evaluation.get("evaluation_call_id") or ""),
            )


def _read_scores(scores: Any, file: str) -> dict[str, Any]:
    """One metric per scorer, `scorer/key` where it gives several values."""
    found: dict[str, Any] = {}
    for scorer, value in scores.items() if isinstance(scores, Mapping) else ():
        if isinstance(value, Mapping):
            found |= {f"{scorer}/{key}": inner for key, inner in flatten(value, file, scorer).items()}
        else:
            found[scorer] = value
    return found


def _read_facts(documents: Sequence[Record]) -> dict[str, RunFacts]:
    """Name, model and time of each evaluation, from the summary."""
    facts: dict[str, RunFacts] = {}
    for document in documents:
        for part in dicts_of(dict_of(document.get("summary")).get("evaluations")):
            run, model = str(part.get("evaluation_call_id") or ""), part.get("model_ref")
            names = (part.get("display_name"), model, run)
            aliases = tuple(str(name) for name in names if name)
            created = part.get("started_at")
            facts[run] = RunFacts(str(model) if model else None, str(created) if created else None, None, aliases)
    return facts
