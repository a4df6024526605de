"""Every Eval Ever: the open interchange schema; one line per sample and result, directions in the record beside it."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, get_args

from tradeoff_app.analysis.observations import Problem
from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.model.metric import Status
from tradeoff_app.readers.encoding import decode_text
from tradeoff_app.readers.every_eval_ever_groups import read_groups
from tradeoff_app.readers.json_records import Record, read_records
from tradeoff_app.readers.json_text import load_json, parse_json
from tradeoff_app.readers.limits import MAX_MEMBER_BYTES
from tradeoff_app.readers.reader import Cell, FileSample, MetricHint, Progress, RawTable
from tradeoff_app.readers.records import flatten
from tradeoff_app.readers.refusal import ReadError
from tradeoff_app.readers.scored_rows import MILLISECONDS, TOKENS, RunFacts, ScoredRow, ToolLog, make_tables
from tradeoff_app.readers.source import Source
from tradeoff_app.readers.status_words import classify_error

SAMPLE_SIGNS = ('"schema_version"', '"sample_id"', '"evaluation"')
RECORD_SIGNS = ('"schema_version"', '"evaluation_results"', '"source_metadata"')
SUFFIX = "_samples.jsonl"
MADE_ANEW = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}", re.IGNORECASE)
HASHES = "_hash"
RATER = "rater"
NOT_FIELDS = frozenset(["filter", "lm_eval_metrics", RATER, "repeat"])
AVERAGES = "this Every Eval Ever record holds only averages, so there are no distributions and no pairing"
NO_SCORES = "no sample has a score"


class EveryEvalEver:
    """`UUID_samples.jsonl` with `UUID.json` beside it."""

    id = "every_eval_ever"
    label = "Every Eval Ever samples"

    def recognise(self, sample: FileSample) -> float:
        """Samples of the schema; the record of averages, to say what to choose instead."""
        if sample.members is not None or sample.first_character not in {"{", "["}:
            return 0.0
        if all(sign in sample.text for sign in SAMPLE_SIGNS) and '"evaluation_results"' not in sample.text:
            return 0.94
        return 0.94 if all(sign in sample.text for sign in RECORD_SIGNS) else 0.0

    def read(self, source: Source, mapping: ColumnMapping, progress: Progress) -> Sequence[RawTable]:
        """One table per model, or the groups of a record of averages; raises ReadError where it lacks their sizes."""
        if '"evaluation_results"' in source.sample.text and all(sign in source.sample.text for sign in RECORD_SIGNS):
            averages = read_groups(_load(source), self.id, _name_of)
            if averages is None:
                raise _refuse_record(source)
            return [averages]
        found = read_records(source, mapping, progress)
        progress(0.6, source.name)
        models = dict.fromkeys(str(record.get("model_id") or "") for record in found.items)
        rows = _group(found.items, found.numbers, source.name, has_models=len(models) > 1)
        if not any(row.scores for row in rows):
            raise ReadError("unreadable", source.name, "evaluation", NO_SCORES, "Export the samples with their scores.")
        described, library, problems, open_ended = _read_neighbour(source)
        rows = [_drop_unknown(row, open_ended) for row in rows]
        names = {name for row in rows for name in row.scores}
        hints = {name: described.get(name) or hint for name in names if (hint := _hint_for(name)) or name in described}
        known = {name: hint for name, hint in hints.items() if hint is not None}
        version = found.items[0].get("schema_version")
        log = ToolLog(
            self.id,
            source.name,
            found.word,
            "sample_id",
            known,
            None if version is None else str(version),
            library,
            problems=(*found.problems, *problems),
        )
        only = {"": RunFacts(next(iter(models)) or None)}
        return make_tables(log, rows, {name: RunFacts(name) for name in models} if len(models) > 1 else only)


def _load(source: Source) -> Mapping[str, Any]:
    document = load_json(decode_text(source.data, source.name).text, source.name)
    return document if isinstance(document, dict) else {}


def _refuse_record(source: Source) -> ReadError:
    """Name the file of samples where the record names one."""
    details = _load(source).get("detailed_evaluation_results")
    path = details.get("file_path") if isinstance(details, dict) else None
    wanted = str(path).replace("\\", "/").rpartition("/")[2] if path else f"UUID{SUFFIX}"
    return ReadError("unreadable", source.name, "evaluation_results", AVERAGES, f"Choose {wanted} of each run.")


def _name_of(record: Record) -> str:
    """The result's id, which both runs share unless it was made anew; then what was evaluated."""
    stated = str(record.get("evaluation_result_id") or "")
    name = "" if MADE_ANEW.search(stated) else stated
    return name or str(record.get("evaluation_name") or stated or "score")


def _score_of(record: Record) -> float | None:
    evaluation = record.get("evaluation")
    evaluation = evaluation if isinstance(evaluation, dict) else {}
    value = evaluation.get("score")
    if value is None:
        value = evaluation.get("is_correct")
    return float(value) if isinstance(value, int | float) and math.isfinite(value) else None


Key = tuple[str, str, str | None, int]
"""Run, sample, rater and repeat."""


def _group(records: Sequence[Record], numbers: Sequence[int], file: str, *, has_models: bool) -> list[ScoredRow]:
    """The results of one sample (and rater) as one row; a result that recurs is a further repeat."""
    hashes: dict[str, set[str]] = {}
    for record in records:
        hashes.setdefault(str(record.get("sample_id")), set()).add(str(record.get("sample_hash")))
    rows: dict[Key, ScoredRow] = {}
    results: dict[Key, dict[str, Status]] = {}
    scores: dict[Key, dict[str, float]] = {}
    errors: dict[Key, str] = {}
    counts: dict[tuple[str, str, str | None, str], int] = {}
    for number, record in zip(numbers, records, strict=True):
        unit = str(record.get("sample_id"))
        if len(hashes[unit]) > 1:
            unit = f"{unit} {str(record.get('sample_hash'))[:12]}"
        run, name, rater = str(record.get("model_id") or "") if has_models else "", _name_of(record), _rater_of(record)
        counts[run, unit, rater, name] = repeat = counts.get((run, unit, rater, name), 0) + 1
        key = (run, unit, rater, repeat)
        if key not in rows:
            rows[key] = replace(_make_row(record, unit, number, run, file), repeat=repeat if repeat > 1 else None)
        score, error = _score_of(record), _error_of(record)
        results.setdefault(key, {})[name] = _status_of(error)
        if score is not None:
            scores.setdefault(key, {})[name] = score
        if error is not None:
            errors.setdefault(key, error)
    return [_settle(row, scores.get(key, {}), results[key], errors.get(key)) for key, row in rows.items()]


def _settle(row: ScoredRow, scores: Mapping[str, float], results: Mapping[str, Status], error: str | None) -> ScoredRow:
    """The sample failed where all its results did; else only these results did, and the score beside an error is none.

    A judge that failed says nothing about the sample.
    """
    failed: dict[str, Status] = {name: status for name, status in results.items() if status != "ok"}
    if failed and len(failed) == len(results) and "judge_error" not in failed.values():
        return replace(row, scores={**row.scores, **scores}, status=next(iter(failed.values())), error=error)
    known = {name: value for name, value in scores.items() if name not in failed}
    return replace(row, scores={**row.scores, **known}, failures=failed, error=error)


def _error_of(record: Record) -> str | None:
    error = record.get("error")
    message = error.get("message") or str(error) if isinstance(error, dict) else error
    return str(message) if message else None


def _status_of(error: str | None) -> Status:
    """The status that an error names, as we write it; else what its message says."""
    named = next((status for status in get_args(Status) if status == error), None)
    return named or classify_error(error)


def _rater_of(record: Record) -> str | None:
    """Who scored, where the record's metadata says so: the schema has no field for it."""
    metadata = record.get("metadata")
    rater = metadata.get(RATER) if isinstance(metadata, dict) else None
    return str(rater) if rater not in (None, "") else None


def _make_row(record: Record, unit: str, number: int, run: str, file: str) -> ScoredRow:
    metadata = record.get("metadata")
    fields = flatten(metadata, file, f"line {number}") if isinstance(metadata, dict) else {}
    kept = {name: cell for name, cell in fields.items() if not name.endswith(HASHES) and name not in NOT_FIELDS}
    return ScoredRow(
        unit,
        dict(_usage_of(record)),
        number,
        {"metadata": kept, "input": _input_of(record)},
        rater=_rater_of(record),
        output=_output_of(record),
        question=_question_of(record),
        run=run,
        checksum=str(record["sample_hash"]) if record.get("sample_hash") else None,
    )


def _usage_of(record: Record) -> Iterator[tuple[str, float]]:
    """Tokens and times, where a sample has them."""
    for part, names in (("token_usage", ("output_tokens", "total_tokens")), ("performance", ())):
        held = record.get(part)
        for name, value in held.items() if isinstance(held, dict) else ():
            is_wanted = name in names or (not names and name.endswith("_ms"))
            if is_wanted and isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value):
                yield name, float(value)


def _input_of(record: Record) -> dict[str, Cell]:
    held = record.get("input")
    if not isinstance(held, dict):
        return {}
    reference = held.get("reference")
    is_own = held.get("raw") == record.get("sample_id")
    fields: dict[str, Cell] = {"input": str(held["raw"])} if held.get("raw") and not is_own else {}
    known = reference if isinstance(reference, list) else [reference]
    if len(known) == 1 and isinstance(known[0], str | int | float):
        fields["reference"] = str(known[0])
    return fields


def _question_of(record: Record) -> Any:
    """What was asked; nothing where the writer put the sample's id there for want of it."""
    held = record.get("input")
    asked = held.get("raw") if isinstance(held, dict) else None
    return None if asked == record.get("sample_id") else asked


def _output_of(record: Record) -> Any:
    """The answer; in conversations what the assistant said last."""
    held = record.get("output")
    raw = held.get("raw") if isinstance(held, dict) else held
    if raw is not None:
        return raw[0] if isinstance(raw, list) and len(raw) == 1 else raw or None
    messages = record.get("messages")
    for message in reversed(messages if isinstance(messages, list) else []):
        if isinstance(message, dict) and message.get("role") == "assistant" and message.get("content"):
            return message["content"]
    return None


def _hint_for(name: str) -> MetricHint | None:
    if name.endswith("_tokens"):
        return TOKENS
    return MILLISECONDS if name.endswith("_ms") else None


Neighbour = tuple[dict[str, MetricHint], str | None, list[Problem], set[str]]
"""Hints by result, the library, what to say, and the results in which -1 means that the level is unknown."""
NOTHING: Neighbour = ({}, None, [], set())


def _drop_unknown(row: ScoredRow, names: set[str]) -> ScoredRow:
    if not names:
        return row
    return replace(row, scores={name: value for name, value in row.scores.items() if name not in names or value != -1})


def _read_neighbour(source: Source) -> Neighbour:
    """Directions and scales from the record of the same run, where it lies beside the samples."""
    if not source.name.endswith(SUFFIX):
        return NOTHING
    path = source.path.with_name(source.name.removesuffix(SUFFIX) + ".json")
    try:
        if path.stat().st_size > MAX_MEMBER_BYTES:
            return NOTHING
        record = parse_json(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return NOTHING
    results = record.get("evaluation_results") if isinstance(record, dict) else None
    hints = {_name_of(result): _hint_from(result) for result in _dicts(results)}
    library = record.get("eval_library") if isinstance(record, dict) else None
    stated = [library.get(part) for part in ("name", "version")] if isinstance(library, dict) else []
    version = " ".join(part for part in stated if isinstance(part, str) and part != "unknown") or None
    if not hints:
        return {}, version, [], set()
    text = f"Which direction is better, and the scale, come from {path.name} beside the samples."
    unknown = {_name_of(result) for result in _dicts(results) if _config_of(result).get("has_unknown_level") is True}
    return hints, version, [Problem("info", "neighbour_read", source.name, path.name, text)], unknown


def _dicts(values: Any) -> list[dict[str, Any]]:
    return [value for value in values if isinstance(value, dict)] if isinstance(values, list) else []


def _config_of(result: Mapping[str, Any]) -> Mapping[str, Any]:
    config = result.get("metric_config")
    return config if isinstance(config, dict) else {}


def _assumed_in(config: Mapping[str, Any]) -> frozenset[str]:
    """What the schema made the writer state without knowing it, where we wrote the record."""
    details = config.get("additional_details")
    listed = details.get("assumed") if isinstance(details, dict) else None
    return frozenset(listed.split(", ")) if isinstance(listed, str) else frozenset()


def _hint_from(result: Mapping[str, Any]) -> MetricHint:
    config = _config_of(result)
    lower = config.get("lower_is_better")
    low, high = config.get("min_score"), config.get("max_score")
    scale = None
    if isinstance(low, int | float) and isinstance(high, int | float) and low < high and math.isfinite(low + high):
        scale = (float(low), float(high))
    assumed = _assumed_in(config)
    if "scale" in assumed:
        scale = None
    if not isinstance(lower, bool):
        return MetricHint(scale=scale)
    stated = () if "better" in assumed else ("better",)
    return MetricHint(None, "lower" if lower else "higher", scale, stated=stated)
