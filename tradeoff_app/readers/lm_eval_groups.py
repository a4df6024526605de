"""The averages in a results file of lm-evaluation-harness as a table of groups: one per task, with its size."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from tradeoff_app.analysis.observations import Problem
from tradeoff_app.readers.json_records import dict_of
from tradeoff_app.readers.lm_eval_results import read_results
from tradeoff_app.readers.reader import MetricHint, RawColumn, RawTable, read_fact
from tradeoff_app.readers.refusal import ReadError

STDERR = "_stderr"
ASK_FOR_SAMPLES = "Run lm_eval with --log_samples and choose the file samples_TASK_TIME.jsonl of each run."


def read_groups(document: Mapping[str, Any], file: str, format_id: str) -> RawTable:
    """Task, number of documents, and mean with standard error of each metric; groups of tasks are left out.

    Raises ReadError where the file does not say how many documents a task has (lm_eval before 0.4.2).
    """
    results, sizes = dict_of(document.get("results")), dict_of(document.get("n-samples"))
    groups = {str(name) for name, parts in dict_of(document.get("group_subtasks")).items() if parts}
    groups |= {str(name) for name in dict_of(document.get("groups"))}
    tasks = [str(task) for task in results if str(task) not in groups]
    counts = [_count(sizes.get(task)) for task in tasks]
    if not tasks or None in counts:
        place = f"results ({', '.join(tasks)[:80]})" if tasks else "results"
        cause = "the file holds averages of tasks, but not how many documents each task has"
        raise ReadError("unreadable", file, place, cause, ASK_FOR_SAMPLES)
    names = dict.fromkeys(name for task in tasks for name in _metrics(dict_of(results[task])))
    columns = [RawColumn("task", [*tasks]), _numbers("n", [float(count or 0) for count in counts])]
    for name in names:
        metric, _, chosen = name.partition(",")
        cells = [dict_of(results[task]) for task in tasks]
        directions = [dict_of(dict_of(document.get("higher_is_better")).get(task)).get(metric) for task in tasks]
        stated = next((value for value in directions if isinstance(value, bool)), None)
        better = None if stated is None else MetricHint(better="higher" if stated else "lower")
        error = f"{metric}{STDERR},{chosen}" if chosen else f"{metric}{STDERR}"
        columns.append(_numbers(name, [_number(cell.get(name)) for cell in cells], better))
        columns.append(_numbers(f"{name} stderr", [_number(cell.get(error)) for cell in cells]))
    facts = read_results(document, tasks[0])
    left_out = sorted(groups & set(map(str, results)))
    text = f"Groups of tasks were left out; they hold the others together: {', '.join(left_out)}."
    problems = (Problem("info", "total_rows", file, "groups", text),) if left_out else ()
    return RawTable(
        format_id,
        tuple(columns),
        len(tasks),
        problems=problems,
        tool_version=facts.tool_version,
        model=facts.model or read_fact(document.get("model_name")),
        created=facts.created,
    )


def _metrics(scores: Mapping[str, Any]) -> list[str]:
    """Names with a number that are neither a standard error nor bookkeeping."""
    kept = (str(name) for name, value in scores.items() if np.isfinite(_number(value)))
    return [name for name in kept if STDERR not in name and name != "sample_len"]


def _count(value: Any) -> int | None:
    """Documents that were scored: `{"original": 120, "effective": 100}`."""
    known = dict_of(value).get("effective")
    return known if isinstance(known, int) and not isinstance(known, bool) and known > 0 else None


def _number(value: Any) -> float:
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else float("nan")


def _numbers(name: str, values: list[float], hint: MetricHint | None = None) -> RawColumn:
    cells = [None if np.isnan(value) else repr(value) for value in values]
    return RawColumn(name, [*cells], np.array(values), hint=hint)
