"""Inspect AI logs: `.eval` archives (deflate, zstd, chunked, running, edited) and `.json` logs of the same content."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from tradeoff_app.analysis.observations import Problem
from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.readers.archive import Archive
from tradeoff_app.readers.encoding import decode_text
from tradeoff_app.readers.inspect_samples import Sample, make_columns, read_statuses
from tradeoff_app.readers.json_text import load_json
from tradeoff_app.readers.reader import FileSample, PlaceNames, Progress, RawTable, read_fact
from tradeoff_app.readers.refusal import ReadError
from tradeoff_app.readers.source import Source
from tradeoff_app.readers.text_checks import check_texts

HEADER = "header.json"
START = "_journal/start.json"
SUMMARIES = "summaries.json"
JOURNAL = re.compile(r"_journal/summaries/(\d+)\.json")
WHOLE_SAMPLE = re.compile(r"samples/.*_epoch_\d+\.json", re.DOTALL)
CHUNKED_SAMPLE = re.compile(r"(samples/.*_epoch_\d+)/sample\.json", re.DOTALL)
CONVERT = "Run `inspect log convert --to json` and choose the JSON file."
PROGRESS_STEP = 50


class InspectLog:
    """Logs that `inspect eval` writes."""

    id = "inspect"
    label = "Inspect AI log"

    def recognise(self, sample: FileSample) -> float:
        """An archive with a log header or journal, or JSON that begins like an evaluation log."""
        if sample.members is not None:
            return 1.0 if {HEADER, START} & set(sample.members) else 0.0
        if sample.first_character != "{":
            return 0.0
        text = sample.text
        has_eval = re.search(r'"eval"\s*:\s*\{', text) is not None and '"task"' in text and '"dataset"' in text
        return 0.97 if has_eval and ('"run_id"' in text or '"eval_id"' in text) else 0.0

    def read(self, source: Source, mapping: ColumnMapping, progress: Progress) -> Sequence[RawTable]:
        """One run; a log without samples gives a table without rows and says so. Raises ReadError."""
        if source.is_zip:
            with source.archive() as archive:
                log = _read_archive(archive, progress)
        else:
            log = _read_json(decode_text(source.data, source.name, mapping.encoding).text, source.name)
        progress(0.9, source.name)
        return [_make_table(source.name, log)]


@dataclass(frozen=True)
class _Log:
    header: Mapping[str, Any]
    samples: Sequence[Sample]
    problems: tuple[Problem, ...] = ()


def _read_json(text: str, file: str) -> _Log:
    document = load_json(text, file)
    samples = document.get("samples") or []
    if not isinstance(samples, list) or not all(isinstance(sample, dict) for sample in samples):
        raise ReadError("unreadable", file, "samples", "the samples have an unknown layout", CONVERT)
    return _Log(document, samples)


def _read_archive(archive: Archive, progress: Progress) -> _Log:
    header_name = HEADER if archive.has(HEADER) else START
    header = _load(archive, header_name)
    if not isinstance(header, dict) or not isinstance(header.get("eval"), dict):
        raise ReadError("unreadable", archive.name, header_name, "the log's header has an unknown layout", CONVERT)
    problems: list[Problem] = []
    if header_name == START:
        text = "The log has no header: the run is still going on or was stopped. What was logged so far was read."
        hint = "Wait for the end of the run, or go on with part of the samples."
        problems.append(Problem("warning", "running_log", archive.name, START, text, hint))
    if HEADER in archive.repeated:
        text = "The log was edited after the run (it has header.json twice); the last one counts."
        problems.append(Problem("info", "edited_log", archive.name, HEADER, text))
    problems += _say_strange(archive)
    summaries = _read_summaries(archive)
    if summaries and any("metadata" in summary for summary in summaries):
        return _Log(header, summaries, tuple(problems))
    samples = _read_samples(archive, progress)
    return _Log(header, samples or summaries, tuple(problems))


def _load(archive: Archive, member: str) -> Any:
    text = decode_text(archive.read(member), archive.name).text
    return load_json(text, f"{archive.name}: {member}")


def _read_summaries(archive: Archive) -> list[Sample]:
    """The final summaries, else those of the journal, where the last one of a sample and epoch counts."""
    if archive.has(SUMMARIES):
        found = _load(archive, SUMMARIES)
        return [summary for summary in found if isinstance(summary, dict)] if isinstance(found, list) else []
    numbered = sorted((int(found[1]), found[0]) for found in map(JOURNAL.fullmatch, archive.members) if found)
    latest: dict[tuple[str, Any], Sample] = {}
    for _, member in numbered:
        part = _load(archive, member)
        for summary in part if isinstance(part, list) else []:
            latest[str(summary.get("id")), summary.get("epoch")] = summary
    return list(latest.values())


def _read_samples(archive: Archive, progress: Progress) -> list[Sample]:
    """Whole samples in either shape: one part each, or a folder whose metadata is a part of its own."""
    samples: list[Sample] = []
    members = [member for member in archive.members if _is_sample(member)]
    for number, member in enumerate(members):
        if number % PROGRESS_STEP == 0:
            progress(0.1 + 0.7 * number / len(members), archive.name)
        sample = _load(archive, member)
        if not isinstance(sample, dict) or "id" not in sample:
            raise ReadError("unreadable", archive.name, member, "this sample has an unknown layout", CONVERT)
        chunked = CHUNKED_SAMPLE.fullmatch(member)
        if chunked is not None and archive.has(f"{chunked[1]}/metadata.json"):
            sample["metadata"] = _load(archive, f"{chunked[1]}/metadata.json")
        kept = (
            "id",
            "epoch",
            "scores",
            "score",
            "metadata",
            "model_usage",
            "total_time",
            "working_time",
            "error",
            "output",
        )
        samples.append({key: sample[key] for key in kept if key in sample})
    return samples


def _is_sample(member: str) -> bool:
    if CHUNKED_SAMPLE.fullmatch(member):
        return True
    inside_chunked = re.search(r"_epoch_\d+/(messages|events|calls|attachments)/", member) is not None
    return WHOLE_SAMPLE.fullmatch(member) is not None and not inside_chunked


def _say_strange(archive: Archive) -> list[Problem]:
    if not archive.strange:
        return []
    text = f"Parts with names that lead out of the folder were not read: {archive.strange[0]!r}."
    hint = "Check where the file comes from."
    return [Problem("warning", "strange_member", archive.name, archive.strange[0], text, hint)]


def _make_table(file: str, log: _Log) -> RawTable:
    samples = sorted(log.samples, key=lambda sample: (str(sample.get("id")), sample.get("epoch") or 1))
    places = PlaceNames("sample", np.arange(1, len(samples) + 1, dtype=np.int64))
    facts = log.header.get("eval") or {}
    columns, problems = make_columns(samples, file, places, _planned_scorers(log.header)) if samples else ([], [])
    version = log.header.get("version")
    return RawTable(
        "inspect",
        tuple(columns),
        len(samples),
        None,
        _aliases(facts),
        read_statuses(samples),
        places,
        (*log.problems, *problems, *check_texts(columns, file, places), *_check_log(file, log, len(samples))),
        None if version is None else str(version),
        read_fact((facts.get("packages") or {}).get("inspect_ai")),
        read_fact(facts.get("model")),
        read_fact(facts.get("created")),
        _judge_of(facts),
        is_native=True,
    )


def _planned_scorers(header: Mapping[str, Any]) -> list[str]:
    """Names of the scorers in the header's results, else in its plan."""
    results = (header.get("results") or {}).get("scores") or []
    scorers = results or (header.get("eval") or {}).get("scorers") or []
    names = [scorer.get("name") for scorer in scorers if isinstance(scorer, dict)]
    return [str(name) for name in names if name]


def _aliases(facts: Mapping[str, Any]) -> tuple[str, ...]:
    tags = facts.get("tags") or []
    names = [facts.get("model"), facts.get("task"), facts.get("eval_id"), facts.get("run_id"), *tags]
    return tuple(str(name) for name in names if name)


def _judge_of(facts: Mapping[str, Any]) -> str | None:
    """The model that graded: the `grader` role, or a scorer's `model` parameter."""
    roles = facts.get("model_roles") or {}
    grader = roles.get("grader") if isinstance(roles, dict) else None
    if isinstance(grader, dict) and grader.get("model"):
        return str(grader["model"])
    for scorer in facts.get("scorers") or []:
        model = (scorer.get("options") or scorer.get("params") or {}).get("model") if isinstance(scorer, dict) else None
        if isinstance(model, str):
            return model
    return None


def _check_log(file: str, log: _Log, read: int) -> list[Problem]:
    """Is the run complete, are there samples, are they scored?"""
    problems: list[Problem] = []
    status = log.header.get("status")
    if status in {"error", "cancelled", "started"}:
        text = f"The run did not end well (status {status!r}); its samples may be a part of what was planned."
        problems.append(Problem("warning", "incomplete_run", file, "status", text, "Repeat the run if it matters."))
    if not read:
        text = "The log holds no samples, only its header; there is nothing to compare."
        hint = "Choose the full log; header-only copies carry aggregates that can't be paired."
        return [*problems, Problem("error", "no_samples", file, "samples", text, hint)]
    planned = (log.header.get("results") or {}).get("total_samples")
    if isinstance(planned, int) and planned > read:
        text = f"The header counts {planned:,} samples, the log holds {read:,}."
        problems.append(Problem("warning", "missing_samples", file, "samples", text, "Check that the log is complete."))
    if not any(sample.get("scores") or sample.get("score") for sample in log.samples):
        text = "No sample was scored."
        problems.append(Problem("error", "no_scores", file, "scores", text, "Run `inspect score` on the log first."))
    return problems
