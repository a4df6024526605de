"""OpenAI hosted evals: the output items of a run, as the API lists them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.model.metric import Status
from tradeoff_app.readers.item_keys import name_items
from tradeoff_app.readers.json_records import Record, dict_of, dicts_of, read_records
from tradeoff_app.readers.question_text import name_question
from tradeoff_app.readers.reader import FileSample, Progress, RawTable
from tradeoff_app.readers.records import flatten
from tradeoff_app.readers.scored_rows import TOKENS, RunFacts, ScoredRow, ToolLog, make_tables
from tradeoff_app.readers.source import Source
from tradeoff_app.readers.status_words import classify_error

TAIL = re.compile(r"-(?=[0-9a-f-]*\d)[0-9a-f]{4,}(-[0-9a-f]+)*$")
USAGE = "usage.total_tokens"
OBJECT = re.compile(r'"object"\s*:\s*"eval\.run\.output_item"')


class OpenAiHostedEvals:
    """`client.evals.runs.output_items.list(…)`, saved as JSON lines or as the pages that the API returns."""

    id = "openai_hosted_evals"
    label = "OpenAI hosted evals"

    def recognise(self, sample: FileSample) -> float:
        """The API's own type name, or the fields of an output item."""
        if sample.members is not None or sample.first_character not in {"{", "["}:
            return 0.0
        names = ('"datasource_item"', '"results"', '"sample"', '"run_id"')
        return 0.95 if OBJECT.search(sample.text) or all(name in sample.text for name in names) else 0.0

    def read(self, source: Source, mapping: ColumnMapping, progress: Progress) -> Sequence[RawTable]:
        """One table per run; raises ReadError."""
        found = read_records(source, mapping, progress, ("data", "output_items"))
        items, numbers = _unfold_pages(found.items, found.numbers)
        units = _name_units(items)
        rows = [
            _make_row(item, unit, number, source.name) for item, unit, number in zip(items, units, numbers, strict=True)
        ]
        progress(0.7, source.name)
        log = ToolLog(self.id, source.name, found.word, "datasource_item", {USAGE: TOKENS}, problems=found.problems)
        return make_tables(log, rows, _read_facts(items))


def _unfold_pages(items: Sequence[Record], numbers: Sequence[int]) -> tuple[list[Record], list[int]]:
    """Items of pages that were saved one per line."""
    flat: list[tuple[Record, int]] = []
    for item, number in zip(items, numbers, strict=True):
        inner = item.get("data")
        if isinstance(inner, list) and "datasource_item" not in item:
            flat += [(part, number) for part in inner if isinstance(part, dict)]
        else:
            flat.append((item, number))
    return [item for item, _ in flat], [number for _, number in flat]


def _name_units(items: Sequence[Record]) -> list[str | None]:
    """The item of the data source, by the simplest field that tells items apart; else its number there."""
    ids = [item.get("datasource_item_id") for item in items]
    named = name_items([item.get("datasource_item") for item in items])
    numbered = [None if number is None else str(number) for number in ids]
    if None in named or (None not in numbered and len(set(named)) < len(set(numbered))):
        return numbered
    return named


def _make_row(item: Record, unit: str | None, number: int, file: str) -> ScoredRow:
    sample = dict_of(item.get("sample"))
    content = item.get("datasource_item")
    fields = flatten(content, file, f"item {number}") if isinstance(content, Mapping) else {}
    own: dict[str, Any] = {"datasource_item_id": item.get("datasource_item_id")}
    message = _error_of(item, sample)
    scores = _scores_of(item)
    total = dict_of(sample.get("usage")).get("total_tokens")
    if total is not None:
        scores[USAGE] = total
    return ScoredRow(
        unit,
        scores,
        number,
        {"datasource_item": fields, "item": own},
        status=_status_of(item, message),
        error=message,
        output=_output_of(sample),
        question=name_question(content) or sample.get("input") or content,
        run=str(item.get("run_id") or ""),
    )


def _scores_of(item: Record) -> dict[str, Any]:
    """Grader scores by name without the random tail; a grader that only says passed counts as 1 or 0."""
    results = dicts_of(item.get("results"))
    full = [str(result.get("name") or result.get("type") or "score") for result in results]
    short = [TAIL.sub("", name) or name for name in full]
    counted = Counter(short)
    scores: dict[str, Any] = {}
    for result, name, whole in zip(results, short, full, strict=True):
        value = result.get("score")
        value = result.get("passed") if value is None else value
        scores[name if counted[name] == 1 else whole] = value
    return scores


def _error_of(item: Record, sample: Mapping[str, Any]) -> str | None:
    error = sample.get("error") or item.get("error")
    if isinstance(error, dict):
        error = error.get("message") or error.get("code")
    if error:
        return str(error)
    return "error" if str(item.get("status")) in {"error", "errored"} else None


def _status_of(item: Record, message: str | None) -> Status:
    if str(item.get("status")) in {"skipped", "not_run"}:
        return "not_run"
    return classify_error(message)


def _output_of(sample: Mapping[str, Any]) -> Any:
    output = sample.get("output")
    if isinstance(output, list) and output and isinstance(output[-1], dict):
        return output[-1].get("content")
    return output


def _read_facts(items: Sequence[Record]) -> dict[str, RunFacts]:
    facts: dict[str, RunFacts] = {}
    for item in items:
        run = str(item.get("run_id") or "")
        if run not in facts:
            model = dict_of(item.get("sample")).get("model")
            aliases = tuple(str(name) for name in (model, run, item.get("eval_id")) if name)
            facts[run] = RunFacts(str(model) if model else None, _moment(item.get("created_at")), None, aliases)
    return facts


def _moment(seconds: Any) -> str | None:
    """Seconds since 1970 as a time in UTC; a text as it is."""
    if isinstance(seconds, str):
        return seconds or None
    if not isinstance(seconds, int | float) or isinstance(seconds, bool) or not 0 < seconds < 1e11:
        return None
    return datetime.fromtimestamp(seconds, UTC).isoformat()
