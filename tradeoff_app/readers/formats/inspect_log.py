"""Inspect AI logs: `.eval` archives (deflate, zstd, chunked, running, edited) and `.json` logs of the same content."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from tradeoff_app.analysis.observations import Problem
from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.readers.archive import Archive
from tradeoff_app.readers.encoding import decode_text
from tradeoff_app.readers.inspect_header import Header, read_header
from tradeoff_app.readers.inspect_samples import Sample, make_columns, make_no_columns, read_input, read_statuses
from tradeoff_app.readers.json_records import dict_of, dicts_of
from tradeoff_app.readers.json_text import load_json
from tradeoff_app.readers.question_text import add_question
from tradeoff_app.readers.reader import FileSample, PlaceNames, Progress, RawColumn, RawTable
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
KEPT = (
    *("id", "epoch", "scores", "score", "metadata", "model_usage", "total_time", "working_time"),
    *("error", "limit", "invalidation", "input", "output"),
)


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
    if not isinstance(document, dict):
        raise ReadError("unreadable", file, "", "the log is no JSON object", CONVERT)
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
    is_whole = header.get("invalidated") is not True
    if is_whole and any("metadata" in summary for summary in summaries):
        return _Log(header, summaries, tuple(problems))
    samples = _read_samples(archive, progress)
    return _Log(header, samples or summaries, tuple(problems))


def _load(archive: Archive, member: str) -> Any:
    text = decode_text(archive.read(member), archive.name).text
    return load_json(text, f"{archive.name}: {member}")


def _read_summaries(archive: Archive) -> list[Sample]:
    """The final summaries, else those of the journal; the last one of a sample and epoch counts."""
    if archive.has(SUMMARIES):
        found = dicts_of(_load(archive, SUMMARIES))
    else:
        numbered = sorted((int(found[1]), found[0]) for found in map(JOURNAL.fullmatch, archive.members) if found)
        found = [summary for _, member in numbered for summary in dicts_of(_load(archive, member))]
    return list({(str(summary.get("id")), str(summary.get("epoch"))): summary for summary in found}.values())


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
        samples.append({key: sample[key] for key in KEPT if key in sample})
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
    samples = sorted(log.samples, key=lambda sample: (str(sample.get("id")), _order_of(sample)))
    places = PlaceNames("sample", np.arange(1, len(samples) + 1, dtype=np.int64))
    header = read_header(log.header)
    columns, problems = make_columns(samples, file, places, header.scorers) if samples else make_no_columns()
    columns, question = add_question(columns, [read_input(sample) for sample in samples])
    if header.prompt is not None:
        columns.append(RawColumn("prompt_mark", [header.prompt] * len(samples), role="prompt", is_typed=True))
    said = (*check_texts(columns, file, places), *_check_log(file, header, samples))
    return RawTable(
        "inspect",
        tuple(columns),
        len(samples),
        None,
        header.aliases,
        read_statuses(samples),
        places,
        (*log.problems, *problems, *said),
        header.version,
        header.tool_version,
        header.model,
        header.created,
        header.judge,
        is_native=True,
        question=question,
    )


def _order_of(sample: Sample) -> float:
    epoch = sample.get("epoch")
    return epoch if isinstance(epoch, int | float) else 1


def _check_log(file: str, header: Header, samples: Sequence[Sample]) -> list[Problem]:
    """Is the run complete, are there samples, are they scored, and do they still count?"""
    problems: list[Problem] = []
    if header.status in {"error", "cancelled", "started"}:
        text = f"The run did not end well (status {header.status!r}); its samples may be a part of what was planned."
        problems.append(Problem("warning", "incomplete_run", file, "status", text, "Repeat the run if it matters."))
    if not samples:
        text = "The log holds no samples, only its header; there is nothing to compare."
        hint = "Choose the full log; header-only copies carry aggregates that can't be paired."
        return [*problems, Problem("error", "no_samples", file, "samples", text, hint)]
    if header.samples is not None and header.samples > len(samples):
        text = f"The header counts {header.samples:,} samples, the log holds {len(samples):,}."
        problems.append(Problem("warning", "missing_samples", file, "samples", text, "Check that the log is complete."))
    if not any(sample.get("scores") or sample.get("score") for sample in samples):
        text = "No sample was scored."
        problems.append(Problem("error", "no_scores", file, "scores", text, "Run `inspect score` on the log first."))
    return problems + _say_invalid(file, samples) + _say_limits(file, samples)


def _say_invalid(file: str, samples: Sequence[Sample]) -> list[Problem]:
    """Samples that somebody marked as not valid keep their scores, in Inspect as here."""
    invalid = [sample for sample in samples if sample.get("invalidation")]
    if not invalid:
        return []
    text = (
        f"{len(invalid):,} of {len(samples):,} samples were marked as invalid after the run (e.g."
        f" {str(invalid[0].get('id'))[:40]!r}); their scores still count."
    )
    hint = "Run these samples again, or agree that they may count."
    return [Problem("warning", "invalidated_samples", file, "invalidation", text, hint)]


def _say_limits(file: str, samples: Sequence[Sample]) -> list[Problem]:
    limits = [sample.get("limit") for sample in samples]
    kinds = Counter(str(dict_of(limit).get("type") or limit)[:40] for limit in limits if limit)
    if not kinds:
        return []
    named = ", ".join(f"{kind} {count:,}" for kind, count in kinds.most_common(4))
    text = f"{sum(kinds.values()):,} of {len(samples):,} samples were stopped at a limit ({named}); their scores count."
    return [Problem("info", "sample_limits", file, "limit", text, "Check that both runs had the same limits.")]
