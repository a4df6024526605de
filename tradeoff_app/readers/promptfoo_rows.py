"""Result rows of promptfoo, whichever file they come from: a table for each provider and prompt."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from tradeoff_app.analysis.observations import Problem
from tradeoff_app.model.metric import Status
from tradeoff_app.readers.json_records import dict_of, dicts_of
from tradeoff_app.readers.prompt_marks import mark_prompt
from tradeoff_app.readers.promptfoo_scores import measure_rows
from tradeoff_app.readers.promptfoo_versions import say_old_rules
from tradeoff_app.readers.question_text import add_question, asks, name_question
from tradeoff_app.readers.reader import Cell, PlaceNames, RawColumn, RawTable, read_fact, write_cell
from tradeoff_app.readers.records import dump_nested, flatten, unite_columns
from tradeoff_app.readers.refusal import ReadError
from tradeoff_app.readers.text_checks import check_texts

HINT = "Export again with `promptfoo export` or `promptfoo eval -o results.json`."
PER_RUN_VARS = frozenset({"sessionId"})
"""Variables that promptfoo makes anew in every run; they would tear the pairs apart."""

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
    distinct = set(keys)
    for provider, index, template in distinct:
        providers.setdefault(provider, set()).add((index, template))
    names = {
        (provider, index, template): f"{provider} | {template[:60] or f'prompt {index}'}"
        if len(providers[provider]) > 1
        else provider
        for provider, index, template in distinct
    }
    return [names[key] for key in keys]


def _template_of(row: Row) -> str:
    """What tells prompts apart: the label (a template); version 2 has the template in `display`."""
    prompt = row.get("prompt")
    if isinstance(prompt, dict) and row.get("promptIdx") is None:
        return str(prompt.get("display") or prompt.get("label") or "")
    return _prompt_of(row)


def _make_run(file: str, chosen: Sequence[Row], places: PlaceNames, facts: Facts, name: str | None) -> RawTable:
    """Rows that ended in an error keep what promptfoo scored them (0): whether it counts is the PM's choice."""
    statuses = [_status_of(row) for row in chosen]
    metrics = measure_rows(chosen, file)
    taken = {column.name for column in metrics}
    variables = _stable_variables(chosen)
    units: list[Cell] = [_unit_of(row, kept, file) for row, kept in zip(chosen, variables, strict=True)]
    unit = RawColumn("unit", units, role="unit", is_typed=True)
    columns: list[RawColumn] = [
        unit,
        *_attributes(chosen, variables, file, taken | {"unit"}),
        *metrics,
        RawColumn("output", [_output_of(row, file) for row in chosen], role="output", is_typed=True),
        RawColumn("error", [_error_of(row) for row in chosen], role="ignore", is_typed=True),
        RawColumn("prompt_mark", [_mark_of(row) for row in chosen], role="prompt", is_typed=True),
    ]
    columns, question = _find_question(columns, unit, variables, chosen)
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
        question=question,
    )


def _find_question(
    columns: list[RawColumn], unit: RawColumn, variables: Sequence[Row], rows: Sequence[Row]
) -> tuple[list[RawColumn], str | None]:
    """A variable that is called so, or is the only one; else the prompt that was sent; else all variables."""
    if max(map(len, variables)) == 1 and asks(unit, is_unit=True):
        return columns, unit.name
    asked = [name_question(own) or _sent_to(row) or own for own, row in zip(variables, rows, strict=True)]
    return add_question(columns, asked)


def _sent_to(row: Row) -> str | None:
    """The prompt of a test with its variables filled in; None where a file keeps the template alone."""
    prompt = row.get("prompt")
    sent = prompt.get("raw") if isinstance(prompt, dict) else prompt
    return sent if isinstance(sent, str) and "{{" not in sent else None


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


def _stable_variables(rows: Sequence[Row]) -> list[Row]:
    """The variables of each row without those that every run makes anew."""
    variables = [dict_of(row.get("vars")) for row in rows]
    passing = {name for name in set().union(*variables) if name in PER_RUN_VARS or name.startswith("_")}
    if not passing:
        return variables
    return [{name: value for name, value in own.items() if name not in passing} for own in variables]


def _unit_of(row: Row, variables: Row, file: str) -> str:
    """promptfoo writes no id: the variables in a fixed order are the only stable key.

    Numbers count as the text that a CSV has for them, and empty variables as missing.
    """
    if len(variables) == 1 and isinstance(only := next(iter(variables.values())), str) and only:
        return only
    written = {name: _as_written(value) for name, value in variables.items()}
    kept = {name: value for name, value in written.items() if value is not None}
    if not kept:
        test = dict_of(row.get("testCase"))
        index = row.get("testIdx")
        return str(test.get("description") or (_prompt_of(row) if index is None else f"test {index}"))
    if len(kept) == 1:
        only = next(iter(kept.values()))
        return only if isinstance(only, str) else dump_nested(only, (file, "vars"))
    return json.dumps(kept, sort_keys=True, ensure_ascii=False, separators=(", ", ": "))


def _as_written(value: Any) -> Any:
    if value.__class__ is str and value:
        return value
    return value if isinstance(value, dict | list) else write_cell(value)


def _attributes(rows: Sequence[Row], own: Sequence[Row], file: str, taken: set[str]) -> list[RawColumn]:
    """Variables and the test's metadata; where both have a name with other values, the metadata's gets a prefix."""
    variables = unite_columns([flatten(variables, file, "vars") for variables in own], file)
    metadata = unite_columns([flatten(_metadata_of(row), file, "metadata") for row in rows], file)
    united: dict[str, list[Cell]] = {
        (f"vars.{name}" if name in taken else name): cells for name, cells in variables.items()
    }
    for name, cells in metadata.items():
        if united.get(name) == cells:
            continue
        united[f"metadata.{name}" if name in united or name in taken else name] = cells
    return [RawColumn(name, cells, role="attribute", is_typed=True) for name, cells in united.items()]


def _metadata_of(row: Row) -> Mapping[str, Any]:
    return dict_of(dict_of(row.get("testCase")).get("metadata"))


def _output_of(row: Row, file: str) -> Cell:
    output = dict_of(row.get("response")).get("output")
    if output is None or isinstance(output, str):
        return output or None
    return dump_nested(output, (file, "output"))


def _mark_of(row: Row) -> Cell:
    """The mark of the prompt as it was sent, variables filled in."""
    prompt = row.get("prompt")
    return mark_prompt(prompt.get("raw") if isinstance(prompt, dict) else prompt)


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
