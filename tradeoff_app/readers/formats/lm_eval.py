"""lm-evaluation-harness: sample logs, one row per document and filter; results files are read as groups."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from tradeoff_app.analysis.observations import Problem
from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.readers.json_records import Record, Records, dict_of, dicts_of, read_records
from tradeoff_app.readers.json_text import JsonError, parse_json
from tradeoff_app.readers.lm_eval_groups import ASK_FOR_SAMPLES, read_groups
from tradeoff_app.readers.lm_eval_results import Results, find_results, read_results
from tradeoff_app.readers.number_grammar import parse_number
from tradeoff_app.readers.prompt_marks import LENGTH, mark_prompt
from tradeoff_app.readers.question_text import name_question
from tradeoff_app.readers.reader import Cell, FileSample, MetricHint, Progress, RawTable
from tradeoff_app.readers.records import flatten
from tradeoff_app.readers.refusal import ReadError
from tradeoff_app.readers.scored_rows import SHARE, RunFacts, ScoredRow, ToolLog, make_tables
from tradeoff_app.readers.source import Source

NOT_METRICS = frozenset(
    [
        "doc_id",
        "doc",
        "target",
        "arguments",
        "resps",
        "filtered_resps",
        "filter",
        "metrics",
        "doc_hash",
        "prompt_hash",
        "target_hash",
        "doc_to_text",
        "doc_to_target",
        "task",
        "task_name",
        "schema_version",
        "prediction",
        "input",
        "samples",
        "idx",
        "num_samples",
    ]
)
SHARES = ("acc", "acc_norm", "acc_bytes", "exact_match", "f1", "em", "mc1", "mc2", "pass@1")
SIGNS = ('"doc_id"', '"filtered_resps"')
RESULT_SIGNS = (
    ('"results"', '"n-samples"'),
    ('"results"', '"configs"', '"n-shot"'),
    ('"results"', '"lm_eval_version"'),
)
DEFAULT_FILTER = "none"


class LmEval:
    """`samples_*.jsonl` as `lm_eval --log_samples` writes it, with and without the filter's name."""

    id = "lm_eval"
    label = "lm-evaluation-harness samples"

    def recognise(self, sample: FileSample) -> float:
        """The names of a sample log, or those of a results file, which holds averages."""
        if sample.members is not None or sample.first_character not in {"{", "["}:
            return 0.0
        if all(sign in sample.text for sign in SIGNS):
            return 0.95
        return 0.9 if _is_results(sample.text + sample.tail.decode("utf-8", "ignore")) else 0.0

    def read(self, source: Source, mapping: ColumnMapping, progress: Progress) -> Sequence[RawTable]:
        """One table with a row per document, or per task where the file holds averages; raises ReadError."""
        if not all(sign in source.sample.text for sign in SIGNS):
            averages = _read_averages(source)
            if averages is not None:
                return [averages]
        found = read_records(source, mapping, progress, ("samples",))
        records, tasks = _list_samples(found)
        if not records:
            raise ReadError(
                "unreadable", source.name, "samples", "the document holds no samples (0 rows)", ASK_FOR_SAMPLES
            )
        progress(0.6, source.name)
        groups, problems = _group(records, tasks, source.name)
        results = find_results(source.path)
        if not results.file and found.document:
            results = read_results(found.document, tasks[0])
        names = _Names(records, results)
        rows = [
            _make_row(unit, part, repeat, names, source.name)
            for unit, group in groups.items()
            for repeat, part in enumerate(_split_repeats(group, is_named=names.is_named), 1)
        ]
        hints = {name: _hint_for(name, results) for row in rows for name in row.scores}
        problems += names.problems(source.name)
        log = ToolLog(
            self.id,
            source.name,
            found.word,
            "doc_id",
            hints,
            tool_version=results.tool_version,
            problems=(*found.problems, *problems),
        )
        return make_tables(log, rows, {"": RunFacts(results.model, results.created)})


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) and value else None


def _is_results(text: str) -> bool:
    return any(all(sign in text for sign in signs) for signs in RESULT_SIGNS)


def _read_averages(source: Source) -> RawTable | None:
    """The averages of a results file as groups; None for a document that has its samples inside."""
    text = source.data.decode("utf-8", "replace")
    if all(sign in text for sign in SIGNS):
        return None
    try:
        document = parse_json(text)
    except JsonError as failure:
        raise ReadError("damaged", source.name, "", f"it is no whole JSON ({failure})", ASK_FOR_SAMPLES) from failure
    return read_groups(dict_of(document), source.name, LmEval.id)


Sample = tuple[int, Record]


def _list_samples(found: Records) -> tuple[list[Sample], list[str]]:
    """Numbered rows and the task of each; a whole results document keeps its rows by task."""
    by_task = found.items[0].get("samples") if len(found.items) == 1 else None
    if not isinstance(by_task, dict):
        tasks = [_text(record.get("task_name")) or _text(record.get("task")) or "" for record in found.items]
        return list(zip(found.numbers, found.items, strict=True)), tasks
    named = [(task, record) for task, records in by_task.items() for record in dicts_of(records)]
    return [(number, record) for number, (_, record) in enumerate(named, 1)], [task for task, _ in named]


Group = list[tuple[int, Record, str]]


def _group(records: Sequence[Sample], tasks: Sequence[str], file: str) -> tuple[dict[str, Group], list[Problem]]:
    """Rows by document: its number, with the task or the text's hash where several documents share one number."""
    has_tasks = len(set(tasks)) > 1
    keys = [_key(record, task if has_tasks else "") for (_, record), task in zip(records, tasks, strict=True)]
    hashes = [_hash_of(record) for _, record in records]
    known: dict[str, set[str]] = {}
    for key, text in zip(keys, hashes, strict=True):
        known.setdefault(key, set()).add(text)
    problems: list[Problem] = []
    if any(len(texts) > 1 for texts in known.values()):
        keys = [f"{key} {text}" for key, text in zip(keys, hashes, strict=True)]
        said = "Several documents have the same number (the logs of several tasks?); their text tells them apart."
        problems.append(Problem("warning", "several_tasks", file, "doc_id", said, "Choose one task's log per arm."))
    groups: dict[str, Group] = {}
    for key, (number, record), task in zip(keys, records, tasks, strict=True):
        groups.setdefault(key, []).append((number, record, task))
    return groups, problems


def _key(record: Record, task: str) -> str:
    number = record.get("doc_id")
    return f"{task} {number}" if task else str(number)


def _hash_of(record: Record) -> str:
    """What tells documents apart: the tool's own hash, else the text."""
    stated = record.get("doc_hash")
    return stated[:12] if isinstance(stated, str) else json.dumps(record.get("doc"), sort_keys=True)[:400]


class _Names:
    """How metrics are called: `metric,filter`.

    Where rows don't name their filter, the k-th row of a document is the k-th filter of the results file beside the
    log; where there is none either, rows are counted.
    """

    def __init__(self, records: Sequence[Sample], results: Results) -> None:
        self.is_named = any("filter" in record for _, record in records)
        self.results = results
        self.skipped: dict[str, None] = {}
        self.most = 1

    def scores_of(self, group: Group) -> Iterator[tuple[str, Any]]:
        """Each metric of a document under its full name, with its value."""
        self.most = max(self.most, len(group))
        for position, (_, record, _) in enumerate(group, 1):
            for name in _metrics_of(record):
                value, label = record.get(name), self._label(record, name, position, len(group))
                is_stated = isinstance(record.get("metrics"), list)
                if isinstance(value, str) and is_stated:
                    value = _read_written(value)
                if isinstance(value, list | dict) or (isinstance(value, str) and is_stated):
                    self.skipped[name] = None
                elif not isinstance(value, str):
                    yield f"{name},{label}", value

    def _label(self, record: Record, name: str, position: int, rows: int) -> str:
        if self.is_named and record.get("filter") is not None:
            return str(record["filter"])
        known = self.results.filters.get(name, ())
        if len(known) == rows:
            return known[position - 1]
        return DEFAULT_FILTER if rows == 1 else f"filter {position}"

    def problems(self, file: str) -> list[Problem]:
        """What was assumed about filters, and metrics that are no number per document."""
        problems: list[Problem] = []
        if self.results.file:
            what = "model and directions" if self.is_named else "names of filters, model and directions"
            text = f"Read from {self.results.file} beside the log: {what}."
            problems.append(Problem("info", "results_beside", file, "", text))
        elif not self.is_named and self.most > 1:
            text = (
                f"This version does not name its filters; the {self.most} rows of a document are called filter 1 to"
                f" {self.most}, in the order of the results file."
            )
            problems.append(Problem("info", "filters_unnamed", file, "filter", text))
        if self.skipped:
            text = f"No single number per document, so not read: {', '.join(self.skipped)}."
            problems.append(Problem("info", "nested_score", file, "", text, "Such metrics exist only as averages."))
        return problems


def _read_written(text: str) -> Any:
    """The number or truth value of a score that the tool wrote as text, as it does with those of NumPy."""
    if text in {"True", "False"}:
        return text == "True"
    number = parse_number(text)
    return text if number is None else number.value


def _metrics_of(record: Record) -> list[str]:
    stated = record.get("metrics")
    if isinstance(stated, list):
        return [name for name in stated if isinstance(name, str)]
    return [name for name in record if name not in NOT_METRICS]


def _split_repeats(group: Group, *, is_named: bool) -> list[Group]:
    """A filter that occurs again begins a further run of the document; without names every row is a filter."""
    parts: list[Group] = []
    seen: dict[str, int] = {}
    for entry in group:
        name = str(entry[1].get("filter")) if is_named else ""
        position = seen.get(name, 0) if is_named else 0
        seen[name] = position + 1
        if position == len(parts):
            parts.append([])
        parts[position].append(entry)
    return parts


def _make_row(unit: str, group: Group, repeat: int, names: _Names, file: str) -> ScoredRow:
    number, record, task = group[0]
    doc = record.get("doc")
    fields = flatten(doc, file, f"document {record.get('doc_id')}") if isinstance(doc, Mapping) else {}
    own: dict[str, Cell] = {"task": task} if task else {}
    target = record.get("target")
    if isinstance(target, str | int | float):
        own["target"] = target
    scores = dict(names.scores_of(group))
    return ScoredRow(
        unit,
        scores,
        number,
        {"doc": fields, "sample": own},
        repeat if repeat > 1 else None,
        output=_output_of(record),
        question=_question_of(record),
        checksum=_hash_of(record),
        prompt=_prompt_of(record),
    )


def _question_of(record: Record) -> Any:
    """The document's question; else the prompt that was sent, which may hold other documents as examples."""
    asked = name_question(record.get("doc"))
    if asked is not None:
        return asked
    return _sent_text(record)


def _prompt_of(record: Record) -> str | None:
    """The mark of the first request's text: the tool's own hash, which is the same, where it writes one."""
    stated = record.get("prompt_hash")
    if isinstance(stated, str):
        return stated[:LENGTH]
    return mark_prompt(_sent_text(record))


def _sent_text(record: Record) -> str | None:
    """The text of the first request."""
    sent = record.get("arguments")
    while isinstance(sent, list | dict) and sent:
        sent = next(iter(sent.values())) if isinstance(sent, dict) else sent[0]
    return sent if isinstance(sent, str) else None


def _output_of(record: Record) -> Any:
    found = record.get("filtered_resps")
    while isinstance(found, list) and len(found) == 1:
        found = found[0]
    return found


def _hint_for(name: str, results: Results) -> MetricHint:
    """The direction that the results state; shares lie between 0 and 1."""
    metric = name.partition(",")[0]
    hint = SHARE if metric in SHARES else MetricHint()
    is_higher = results.is_higher_better.get(metric)
    if is_higher is None:
        return hint
    return replace(hint, better="higher" if is_higher else "lower", stated=("better",))
