"""promptfoo results (JSON of versions 2 and 3, JSON lines): scores from the assertions, never from summaries."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from tradeoff_app.analysis.observations import Problem
from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.model.metric import Status
from tradeoff_app.readers.encoding import decode_text
from tradeoff_app.readers.json_text import load_json
from tradeoff_app.readers.limits import SAMPLE_BYTES
from tradeoff_app.readers.reader import (
    Cell,
    FileSample,
    MetricHint,
    PlaceNames,
    Progress,
    RawColumn,
    RawTable,
    read_fact,
)
from tradeoff_app.readers.records import dump_nested, flatten, unite_columns
from tradeoff_app.readers.refusal import ReadError
from tradeoff_app.readers.source import Source
from tradeoff_app.readers.text_checks import check_texts

SIGNS = ('"gradingResult"', '"namedScores"', '"promptIdx"', '"testCase"', '"latencyMs"', '"vars"', '"failureReason"')
HINT = "Export again with `promptfoo export` or `promptfoo eval -o results.json`."
PER_RUN_VARS = frozenset({"sessionId"})
"""Variables that promptfoo makes anew in every run; they would tear the pairs apart."""

BUILT_IN: dict[str, MetricHint] = {
    "pass": MetricHint("binary", "higher", stated=("type", "better")),
    "score": MetricHint(None, "higher", (0.0, 1.0), stated=("better",)),
    "cost": MetricHint("money", "lower", unit="USD"),
    "latencyMs": MetricHint("duration", "lower", unit="ms"),
    "tokenUsage.total": MetricHint("count", "lower", unit="tokens"),
}

Row = Mapping[str, Any]


class Promptfoo:
    """What `promptfoo eval -o file.json` writes."""

    id = "promptfoo"
    label = "promptfoo"

    def recognise(self, sample: FileSample) -> float:
        """JSON text in which most of the names of a promptfoo row occur; its other exports, to say what to do."""
        if sample.members is not None:
            return 0.0
        if _is_other_export(sample.text):
            return 0.9
        if sample.first_character not in {"{", "["}:
            return 0.0
        text = sample.text + sample.tail.decode("utf-8", "ignore")
        if '"evalId"' in text and '"results"' in text and '"version"' in text:
            return 0.95
        return 0.95 if sum(sign in text for sign in SIGNS) >= 4 else 0.0

    def read(self, source: Source, mapping: ColumnMapping, progress: Progress) -> Sequence[RawTable]:
        """One table per provider and prompt; raises ReadError."""
        decoded = decode_text(source.data, source.name, mapping.encoding)
        progress(0.2, source.name)
        if _is_other_export(decoded.text[:SAMPLE_BYTES]):
            cause = "this is promptfoo's CSV or YAML, which shows some scores as 0 and lacks metadata and cost"
            raise ReadError("unreadable", source.name, "", cause, HINT)
        document, rows = _find_rows(decoded.text, source.name)
        progress(0.6, source.name)
        if not rows:
            raise ReadError("unreadable", source.name, "results", "the evaluation holds no results (0 rows)", HINT)
        facts = _read_facts(document)
        names = _name_runs(rows)
        runs: dict[str, list[int]] = {}
        for number, name in enumerate(names):
            runs.setdefault(name, []).append(number)
        return [
            _make_run(source.name, rows, numbers, facts, name if len(runs) > 1 else None)
            for name, numbers in runs.items()
        ]


def _is_other_export(text: str) -> bool:
    """The CSV with a block of columns per provider, or the YAML of the same tree."""
    first = text.lstrip("\ufeff").split("\n", 1)[0]
    is_csv = all(name in first for name in ("Status", "Score", "Named Scores", "Grader Reason"))
    return is_csv or (text.startswith("evalId:") and "\nresults:" in text[:400])


@dataclass(frozen=True)
class _Facts:
    version: str | None
    tool_version: str | None
    created: str | None


def _find_rows(text: str, file: str) -> tuple[Mapping[str, Any], list[Row]]:
    """The document around the rows (empty for JSON lines) and the rows."""
    first = text.lstrip().split("\n", 1)[0].rstrip()
    if first.startswith("{") and first.endswith("}") and '"results"' not in first[:400]:
        lines = [line for line in text.splitlines() if line.strip()]
        return {}, [load_json(line, file) for line in lines]
    document = load_json(text, file)
    results = document.get("results", document) if isinstance(document, dict) else document
    rows = results.get("results", []) if isinstance(results, dict) else results
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise ReadError("unreadable", file, "results", "the list of results is not where promptfoo keeps it", HINT)
    return document if isinstance(document, dict) else {}, rows


def _read_facts(document: Mapping[str, Any]) -> _Facts:
    results = document.get("results")
    inner = results if isinstance(results, dict) else {}
    metadata = document.get("metadata") or {}
    version = inner.get("version")
    created = inner.get("timestamp") or metadata.get("evaluationCreatedAt") or document.get("createdAt")
    return _Facts(
        None if version is None else str(version), read_fact(metadata.get("promptfooVersion")), read_fact(created)
    )


def _provider_of(row: Row) -> str:
    provider = row.get("provider")
    if isinstance(provider, dict):
        return str(provider.get("label") or provider.get("id") or "provider")
    return str(provider or "provider")


def _prompt_of(row: Row) -> str:
    prompt = row.get("prompt")
    if isinstance(prompt, dict):
        return str(prompt.get("label") or prompt.get("display") or prompt.get("raw") or "")
    return str(prompt or "")


def _name_runs(rows: Sequence[Row]) -> list[str]:
    """The run of each row: its provider, with the prompt where one provider ran several."""
    keys = [(_provider_of(row), row.get("promptIdx"), _template_of(row)) for row in rows]
    providers: dict[str, set[tuple[Any, str]]] = {}
    for provider, index, template in keys:
        providers.setdefault(provider, set()).add((index, template))
    named = []
    for provider, index, template in keys:
        if len(providers[provider]) == 1:
            named.append(provider)
        else:
            named.append(f"{provider} | {template[:60] or f'prompt {index}'}")
    return named


def _template_of(row: Row) -> str:
    """What tells prompts apart: the label (a template); version 2 has the template in `display`."""
    prompt = row.get("prompt")
    if isinstance(prompt, dict) and row.get("promptIdx") is None:
        return str(prompt.get("display") or prompt.get("label") or "")
    return _prompt_of(row)


def _make_run(file: str, rows: Sequence[Row], numbers: list[int], facts: _Facts, name: str | None) -> RawTable:
    chosen = [rows[number] for number in numbers]
    places = PlaceNames("result", np.array([number + 1 for number in numbers], dtype=np.int64))
    statuses = [_status_of(row) for row in chosen]
    scores = [_score_row(row) if status == "ok" else {} for row, status in zip(chosen, statuses, strict=True)]
    metrics = [_metric(metric, scores) for metric in _names_in(scores)]
    taken = {column.name for column in metrics}
    units: list[Cell] = [_unit_of(row, file) for row in chosen]
    columns = [
        RawColumn("unit", units, role="unit", is_typed=True),
        *_attributes(chosen, file, taken | {"unit"}),
        *metrics,
        RawColumn("output", [_output_of(row, file) for row in chosen], role="output", is_typed=True),
        RawColumn("error", [_error_of(row) for row in chosen], role="ignore", is_typed=True),
    ]
    provider = chosen[0].get("provider")
    aliases = (
        _provider_of(chosen[0]),
        str(provider.get("id")) if isinstance(provider, dict) else "",
        _prompt_of(chosen[0]),
    )
    return RawTable(
        "promptfoo",
        tuple(columns),
        len(chosen),
        name,
        tuple(alias for alias in aliases if alias),
        statuses,
        places,
        (*check_texts(columns, file, places), *_say_errors(file, statuses, places)),
        facts.version,
        facts.tool_version,
        _provider_of(chosen[0]),
        facts.created,
        _judge_of(chosen),
        is_native=True,
    )


def _say_errors(file: str, statuses: Sequence[Status], places: PlaceNames) -> list[Problem]:
    failed = [row for row, status in enumerate(statuses) if status != "ok"]
    if not failed:
        return []
    text = f"{len(failed):,} of {len(statuses):,} results ended in an error of the provider; they have no score."
    hint = "Say whether they count as failures or as missing."
    return [Problem("warning", "error_rows", file, places.name(failed[0]), text, hint)]


def _status_of(row: Row) -> Status:
    """`error` is filled for failed assertions too: only `failureReason` 2, or no grading at all, is an error."""
    reason = row.get("failureReason")
    if reason is not None:
        return "model_error" if reason == 2 else "ok"
    return "model_error" if row.get("gradingResult") is None and row.get("error") else "ok"


def _unit_of(row: Row, file: str) -> str:
    """promptfoo writes no id: the variables in a fixed order are the only stable key."""
    kept = {name: value for name, value in (row.get("vars") or {}).items() if _is_stable(name)}
    if not kept:
        test = row.get("testCase") or {}
        index = row.get("testIdx")
        return str(test.get("description") or (_prompt_of(row) if index is None else f"test {index}"))
    if len(kept) == 1:
        only = next(iter(kept.values()))
        return str(only) if isinstance(only, str | int | float) else dump_nested(only, (file, "vars"))
    return json.dumps(kept, sort_keys=True, ensure_ascii=False, separators=(", ", ": "))


def _is_stable(name: str) -> bool:
    return name not in PER_RUN_VARS and not name.startswith("_")


def _attributes(rows: Sequence[Row], file: str, taken: set[str]) -> list[RawColumn]:
    """Variables and the test's metadata; where both have a name with other values, the metadata's gets a prefix."""
    variables = unite_columns([flatten(_stable_vars(row), file, "vars") for row in rows], file)
    metadata = unite_columns([flatten(_metadata_of(row), file, "metadata") for row in rows], file)
    united: dict[str, list[Cell]] = {
        (f"vars.{name}" if name in taken else name): cells for name, cells in variables.items()
    }
    for name, cells in metadata.items():
        if united.get(name) == cells:
            continue
        united[f"metadata.{name}" if name in united or name in taken else name] = cells
    return [RawColumn(name, cells, role="attribute", is_typed=True) for name, cells in united.items()]


def _stable_vars(row: Row) -> dict[str, Any]:
    return {name: value for name, value in (row.get("vars") or {}).items() if _is_stable(name)}


def _metadata_of(row: Row) -> Mapping[str, Any]:
    metadata = (row.get("testCase") or {}).get("metadata")
    return metadata if isinstance(metadata, dict) else {}


def _names_in(scores: Iterable[Mapping[str, float]]) -> list[str]:
    return list(dict.fromkeys(name for row in scores for name in row))


def _metric(name: str, scores: Sequence[Mapping[str, float]]) -> RawColumn:
    numbers = np.array([row.get(name, math.nan) for row in scores], dtype=np.float64)
    cells: list[Cell] = [row.get(name) for row in scores]
    hint = BUILT_IN.get(name, MetricHint(better="higher"))
    return RawColumn(name, cells, numbers, "metric", hint, is_typed=True)


def _score_row(row: Row) -> dict[str, float]:
    """Every metric of one graded row."""
    grading = row.get("gradingResult") or {}
    components = [part for part in grading.get("componentResults") or [] if isinstance(part, dict)]
    scores = _named_scores(components, row, grading)
    success, score = row.get("success"), row.get("score")
    if isinstance(success, bool):
        scores.setdefault("pass", float(success))
    usage = row.get("tokenUsage") or (row.get("response") or {}).get("tokenUsage") or {}
    for name, value in (
        ("score", score),
        ("cost", row.get("cost")),
        ("latencyMs", row.get("latencyMs")),
        ("tokenUsage.total", usage.get("total")),
    ):
        if value is not None and _is_number(value):
            scores.setdefault(name, float(value))
    return scores


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _named_scores(components: Sequence[Row], row: Row, grading: Row) -> dict[str, float]:
    """Weighted mean of the assertions that carry a name; a plain mean where all their weights are 0.

    `namedScores` is a sum up to 0.105 and 0 for weight-0 metrics later, so it only serves for names that no
    assertion carries.
    """
    weighed: dict[str, list[tuple[float, float]]] = {}
    for part in components:
        assertion = part.get("assertion") or {}
        weight = assertion.get("weight", 1)
        weight = float(weight) if _is_number(weight) else 1.0
        name = assertion.get("metric")
        if isinstance(name, str) and name and "{{" not in name and _is_number(part.get("score")):
            weighed.setdefault(name, []).append((float(part["score"]), weight))
        for inner, value in (part.get("namedScores") or {}).items():
            if inner != name and _is_number(value):
                weighed.setdefault(inner, []).append((float(value), weight))
    scores = {name: _weighted_mean(pairs) for name, pairs in weighed.items()}
    for name, value in (row.get("namedScores") or grading.get("namedScores") or {}).items():
        if name not in scores and _is_number(value):
            scores[name] = float(value)
    return scores


def _weighted_mean(pairs: Sequence[tuple[float, float]]) -> float:
    total = sum(weight for _, weight in pairs)
    if total <= 0:
        return sum(score for score, _ in pairs) / len(pairs)
    return sum(score * weight for score, weight in pairs) / total


def _output_of(row: Row, file: str) -> Cell:
    output = (row.get("response") or {}).get("output")
    if output is None or isinstance(output, str):
        return output or None
    return dump_nested(output, (file, "output"))


def _error_of(row: Row) -> Cell:
    error = row.get("error")
    return str(error) if error and _status_of(row) != "ok" else None


def _judge_of(rows: Sequence[Row]) -> str | None:
    """The model that graded, where an assertion names one."""
    for row in rows[:50]:
        for part in (row.get("gradingResult") or {}).get("componentResults") or []:
            provider = ((part or {}).get("assertion") or {}).get("provider")
            if isinstance(provider, dict):
                provider = provider.get("label") or provider.get("id")
            if isinstance(provider, str):
                return provider
    return None
