"""Result rows of promptfoo, whichever file they come from: scores from the assertions, never from summaries."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from tradeoff_app.analysis.observations import Problem
from tradeoff_app.model.metric import Status
from tradeoff_app.readers.json_records import dict_of, dicts_of
from tradeoff_app.readers.promptfoo_versions import say_old_rules
from tradeoff_app.readers.reader import Cell, MetricHint, PlaceNames, RawColumn, RawTable, read_fact, write_cell
from tradeoff_app.readers.records import dump_nested, flatten, unite_columns
from tradeoff_app.readers.refusal import ReadError
from tradeoff_app.readers.text_checks import check_texts

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

LARGEST = 1e300
Row = Mapping[str, Any]


@dataclass(frozen=True)
class Facts:
    """What a file says about itself: its layout's version, promptfoo's, when it was made, and what was odd."""

    version: str | None = None
    tool_version: str | None = None
    created: str | None = None
    word: str = "result"
    problems: tuple[Problem, ...] = ()


def read_facts(document: Mapping[str, Any]) -> Facts:
    """Versions and time of a whole document; nothing where there is only a list of rows."""
    inner = dict_of(document.get("results"))
    metadata = dict_of(document.get("metadata"))
    version = inner.get("version")
    created = inner.get("timestamp") or metadata.get("evaluationCreatedAt") or document.get("createdAt")
    return Facts(
        None if version is None else str(version), read_fact(metadata.get("promptfooVersion")), read_fact(created)
    )


def find_rows(document: Any, file: str) -> list[Row]:
    """The rows of a whole document, or of the list of results alone; raises ReadError."""
    results = document.get("results", document) if isinstance(document, dict) else document
    rows = results.get("results", []) if isinstance(results, dict) else results
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise ReadError("unreadable", file, "results", "the list of results is not where promptfoo keeps it", HINT)
    return rows


def make_runs(file: str, rows: Sequence[Row], facts: Facts, numbers: Sequence[int] | None = None) -> list[RawTable]:
    """One table per provider and prompt; `numbers` are the rows' places. Raises ReadError where there are no rows."""
    if not rows:
        raise ReadError("unreadable", file, "results", "the evaluation holds no results (0 rows)", HINT)
    runs: dict[str, list[int]] = {}
    for number, name in enumerate(_name_runs(rows)):
        runs.setdefault(name, []).append(number)
    places = list(range(1, len(rows) + 1)) if numbers is None else list(numbers)
    return [
        _make_run(
            file,
            [rows[number] for number in chosen],
            PlaceNames(facts.word, np.array([places[number] for number in chosen], dtype=np.int64)),
            facts if index == 0 else replace(facts, problems=()),
            name if len(runs) > 1 else None,
        )
        for index, (name, chosen) in enumerate(runs.items())
    ]


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
    keys = [(_provider_of(row), str(row.get("promptIdx")), _template_of(row)) for row in rows]
    providers: dict[str, set[tuple[str, str]]] = {}
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


def _make_run(file: str, chosen: Sequence[Row], places: PlaceNames, facts: Facts, name: str | None) -> RawTable:
    """Rows that ended in an error keep what promptfoo scored them (0): whether it counts is the PM's choice."""
    statuses = [_status_of(row) for row in chosen]
    scores = [_score_row(row) for row in chosen]
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
        (
            *facts.problems,
            *check_texts(columns, file, places),
            *_say_errors(file, statuses, places),
            *say_old_rules(file, chosen),
        ),
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
    text = f"{len(failed):,} of {len(statuses):,} results ended in an error of the provider."
    hint = "Say whether they count as failures, as missing, or by their scores."
    return [Problem("warning", "error_rows", file, places.name(failed[0]), text, hint)]


def _status_of(row: Row) -> Status:
    """`error` is filled for failed assertions too: only `failureReason` 2, or no grading at all, is an error."""
    reason = row.get("failureReason")
    if reason is not None:
        return "model_error" if reason == 2 else "ok"
    return "model_error" if row.get("gradingResult") is None and row.get("error") else "ok"


def _unit_of(row: Row, file: str) -> str:
    """promptfoo writes no id: the variables in a fixed order are the only stable key.

    Numbers count as the text that a CSV has for them, and empty variables as missing.
    """
    stable = {name: _as_written(value) for name, value in dict_of(row.get("vars")).items() if _is_stable(name)}
    kept = {name: value for name, value in stable.items() if value is not None}
    if not kept:
        test = dict_of(row.get("testCase"))
        index = row.get("testIdx")
        return str(test.get("description") or (_prompt_of(row) if index is None else f"test {index}"))
    if len(kept) == 1:
        only = next(iter(kept.values()))
        return only if isinstance(only, str) else dump_nested(only, (file, "vars"))
    return json.dumps(kept, sort_keys=True, ensure_ascii=False, separators=(", ", ": "))


def _as_written(value: Any) -> Any:
    return value if isinstance(value, dict | list) else write_cell(value)


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
    return {name: value for name, value in dict_of(row.get("vars")).items() if _is_stable(name)}


def _metadata_of(row: Row) -> Mapping[str, Any]:
    return dict_of(dict_of(row.get("testCase")).get("metadata"))


def _names_in(scores: Iterable[Mapping[str, float]]) -> list[str]:
    return list(dict.fromkeys(name for row in scores for name in row))


def _metric(name: str, scores: Sequence[Mapping[str, float]]) -> RawColumn:
    numbers = np.array([row.get(name, math.nan) for row in scores], dtype=np.float64)
    cells: list[Cell] = [row.get(name) for row in scores]
    hint = BUILT_IN.get(name, MetricHint(better="higher"))
    return RawColumn(name, cells, numbers, "metric", hint, is_typed=True)


def _score_row(row: Row) -> dict[str, float]:
    """Every metric of one graded row."""
    grading = dict_of(row.get("gradingResult"))
    components = dicts_of(grading.get("componentResults"))
    scores = _named_scores(components, row, grading)
    success, score = row.get("success"), row.get("score")
    if isinstance(success, bool):
        scores.setdefault("pass", float(success))
    response = dict_of(row.get("response"))
    usage = dict_of(row.get("tokenUsage") or response.get("tokenUsage"))
    for name, value in (
        ("score", score),
        ("cost", response.get("cost") if row.get("cost") is None else row["cost"]),
        ("latencyMs", row.get("latencyMs")),
        ("tokenUsage.total", usage.get("total")),
    ):
        if value is not None and _is_number(value):
            scores.setdefault(name, float(value))
    return scores


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < LARGEST


def _named_scores(components: Sequence[Row], row: Row, grading: Row) -> dict[str, float]:
    """Weighted mean of the assertions that carry a name; a plain mean where all their weights are 0.

    `namedScores` is a sum up to 0.105 and 0 for weight-0 metrics later, so it only serves for names that no
    assertion carries.
    """
    weighed: dict[str, list[tuple[float, float]]] = {}
    for part in components:
        assertion = dict_of(part.get("assertion"))
        weight = assertion.get("weight", 1)
        weight = float(weight) if _is_number(weight) else 1.0
        name = assertion.get("metric")
        if isinstance(name, str) and name and "{{" not in name and _is_number(part.get("score")):
            weighed.setdefault(name, []).append((float(part["score"]), weight))
        for inner, value in dict_of(part.get("namedScores")).items():
            if inner != name and _is_number(value):
                weighed.setdefault(inner, []).append((float(value), weight))
    scores = {name: _weighted_mean(pairs) for name, pairs in weighed.items()}
    for name, value in dict_of(row.get("namedScores") or grading.get("namedScores")).items():
        if name not in scores and _is_number(value):
            scores[name] = float(value)
    return scores


def _weighted_mean(pairs: Sequence[tuple[float, float]]) -> float:
    total = sum(weight for _, weight in pairs)
    if total <= 0:
        return sum(score for score, _ in pairs) / len(pairs)
    return sum(score * weight for score, weight in pairs) / total


def _output_of(row: Row, file: str) -> Cell:
    output = dict_of(row.get("response")).get("output")
    if output is None or isinstance(output, str):
        return output or None
    return dump_nested(output, (file, "output"))


def _error_of(row: Row) -> Cell:
    error = row.get("error")
    return str(error) if error and _status_of(row) != "ok" else None


def _judge_of(rows: Sequence[Row]) -> str | None:
    """The model that graded, where an assertion names one."""
    for row in rows[:50]:
        for part in dicts_of(dict_of(row.get("gradingResult")).get("componentResults")):
            provider = dict_of(part.get("assertion")).get("provider")
            if isinstance(provider, dict):
                provider = provider.get("label") or provider.get("id")
            if isinstance(provider, str):
                return provider
    return None
