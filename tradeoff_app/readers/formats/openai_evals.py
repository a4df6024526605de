"""OpenAI evals (oaieval): the event log of a run, gathered into one row per sample."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from tradeoff_app.analysis.observations import Problem
from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.readers.json_records import Record, read_records
from tradeoff_app.readers.prompt_marks import mark_prompt
from tradeoff_app.readers.reader import Cell, FileSample, MetricHint, Progress, RawTable
from tradeoff_app.readers.refusal import ReadError
from tradeoff_app.readers.scored_rows import TOKENS, RunFacts, ScoredRow, ToolLog, make_tables
from tradeoff_app.readers.source import Source
from tradeoff_app.readers.status_words import classify_error

CORRECT = "match.correct"
USAGE = "usage.total_tokens"
HINTS = {CORRECT: MetricHint("binary", "higher", stated=("type", "better")), USAGE: TOKENS}
TOLERANCE = 1e-6
LOOKUP = "The log has no segments: they come from the data set (--lookup FILE), where sample N is line N + 1."


@dataclass
class _Sample:
    """The events of one sample in one run."""

    place: int
    run: str
    matches: list[Mapping[str, Any]] = field(default_factory=list)
    metrics: list[Mapping[str, Any]] = field(default_factory=list)
    output: Any = None
    prompt: str | None = None
    asked: list[Any] = field(default_factory=list)
    error: str | None = None
    tokens: int | None = None


class OpenAiEvals:
    """The `.jsonl` that `oaieval --record_path` writes."""

    id = "openai_evals"
    label = "OpenAI evals log"

    def recognise(self, sample: FileSample) -> float:
        """The line with the run's specification, or events with their sample."""
        if sample.members is not None or sample.first_character != "{":
            return 0.0
        first = sample.text.lstrip().split("\n", 1)[0]
        if '"spec"' in first and ('"completion_fns"' in first or '"run_config"' in first):
            return 0.95
        return 0.9 if all(name in first for name in ('"event_id"', '"sample_id"', '"type"', '"data"')) else 0.0

    def read(self, source: Source, mapping: ColumnMapping, progress: Progress) -> Sequence[RawTable]:
        """One table per run in the log; raises ReadError."""
        found = read_records(source, mapping, progress)
        samples = _gather(found.items, found.numbers)
        if not samples:
            cause = "the log holds no sample events: the run did not get that far (0 rows)"
            raise ReadError("unreadable", source.name, "", cause, "Choose the log of a finished run.")
        progress(0.6, source.name)
        rows = [row for (_, unit), sample in samples.items() for row in _make_rows(unit, sample)]
        problems = [*found.problems, *_check_reports(found.items, rows, source.name)]
        log = ToolLog(self.id, source.name, "line", "sample_id", HINTS, problems=tuple(problems))
        return make_tables(log, rows, _read_facts(found.items))


def _gather(items: Sequence[Record], numbers: Sequence[int]) -> dict[tuple[str, str], _Sample]:
    """Events by run and sample, in the order in which samples began."""
    samples: dict[tuple[str, str], _Sample] = {}
    for number, event in zip(numbers, items, strict=True):
        unit, data = event.get("sample_id"), event.get("data")
        if not isinstance(unit, str | int) or not isinstance(data, dict):
            continue
        run = str(event.get("run_id") or "")
        sample = samples.setdefault((run, str(unit)), _Sample(number, run))
        _take_event(sample, str(event.get("type")), data)
    return samples


def _take_event(sample: _Sample, kind: str, data: Mapping[str, Any]) -> None:
    if kind == "match":
        sample.matches.append(data)
    elif kind == "metrics":
        sample.metrics.append(data)
    elif kind == "error":
        sample.error = str(data.get("message") or data.get("error") or data.get("type") or "error")
    elif kind == "sampling":
        sampled = data.get("sampled")
        sample.output = sampled[0] if isinstance(sampled, list) and len(sampled) == 1 else sampled
        sample.prompt = _last_text(data.get("prompt"))
        sample.asked.append(data.get("prompt"))
        usage = data.get("usage")
        total = usage.get("total_tokens") if isinstance(usage, dict) else None
        if isinstance(total, int) and not isinstance(total, bool):
            sample.tokens = (sample.tokens or 0) + total


def _last_text(prompt: Any) -> str | None:
    """What the user said last."""
    if isinstance(prompt, list) and prompt and isinstance(prompt[-1], dict):
        prompt = prompt[-1].get("content")
    return prompt if isinstance(prompt, str) and prompt else None


def _make_rows(unit: str, sample: _Sample) -> Iterable[ScoredRow]:
    """A row for each match; a sample that nothing was matched for has one row without that score."""
    several = max(len(sample.matches), len(sample.metrics), 1)
    for number in range(several):
        match = sample.matches[number] if number < len(sample.matches) else {}
        scores: dict[str, Any] = dict(sample.metrics[number]) if number < len(sample.metrics) else {}
        if isinstance(match.get("correct"), bool | int | float):
            scores[CORRECT] = match["correct"]
        if sample.tokens is not None and number == 0:
            scores[USAGE] = sample.tokens
        own: dict[str, Cell] = {"prompt": sample.prompt}
        if isinstance(match.get("expected"), str | int | float):
            own["expected"] = match["expected"]
        yield ScoredRow(
            unit,
            scores,
            sample.place,
            {"sample": own},
            number + 1 if several > 1 else None,
            status=classify_error(sample.error),
            error=sample.error,
            output=sample.output,
            question=sample.prompt,
            run=sample.run,
            prompt=mark_prompt([asked for asked in sample.asked if asked]),
        )


def _read_facts(items: Sequence[Record]) -> dict[str, RunFacts]:
    facts: dict[str, RunFacts] = {}
    for item in items:
        spec = item.get("spec")
        if isinstance(spec, dict):
            models = _models_of(spec)
            names = (*models, str(spec.get("eval_name") or ""), str(spec.get("run_id") or ""))
            created = spec.get("created_at")
            aliases = tuple(name for name in names if name)
            model = ", ".join(models) or None
            facts[str(spec.get("run_id") or "")] = RunFacts(model, str(created) if created else None, None, aliases)
    return facts


def _models_of(spec: Mapping[str, Any]) -> list[str]:
    """What answered: completion functions, in logs of the first versions models by their names."""
    named = spec.get("completion_fns") or spec.get("model_names") or spec.get("model_name")
    if isinstance(named, dict):
        named = named.get("completions")
    listed = named if isinstance(named, list) else [named]
    return [str(name) for name in listed if isinstance(name, str) and name]


def _check_reports(items: Sequence[Record], rows: Sequence[ScoredRow], file: str) -> list[Problem]:
    """Is the run finished, is every sample scored, and does its own accuracy follow from its events?"""
    reports = {str(item.get("run_id") or ""): item["final_report"] for item in items if "final_report" in item}
    problems: list[Problem] = []
    if not reports:
        text = "The log has no final report: the run is still going on or was stopped. What was logged so far was read."
        hint = "Wait for the end of the run, or go on with part of the samples."
        problems.append(Problem("warning", "running_log", file, "", text, hint))
    unscored = [row for row in rows if row.status == "ok" and not set(row.scores) - {USAGE}]
    if unscored:
        text = f"{len(unscored):,} samples have no score in the log (e.g. {unscored[0].unit}); they are not scored."
        hint = "Look for errors in the run."
        problems.append(Problem("warning", "unscored_rows", file, f"line {unscored[0].place}", text, hint))
    for run, report in reports.items():
        stated = report.get("accuracy") if isinstance(report, dict) else None
        found = [float(row.scores[CORRECT]) for row in rows if row.run == run and CORRECT in row.scores]
        if not found or not isinstance(stated, int | float) or not math.isfinite(stated):
            continue
        own = sum(found) / len(found)
        if abs(own - stated) > TOLERANCE:
            text = f"The final report says accuracy {stated:.4g}, the log's own rows give {own:.4g}; the rows count."
            problems.append(Problem("warning", "report_differs", file, "final_report", text, "Check the log."))
    problems.append(Problem("info", "no_segments", file, "", LOOKUP))
    return problems
