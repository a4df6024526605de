"""tau-bench and tau2-bench: one record per task and trial with its reward; a run that broke off has a reward of 0."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.model.metric import Status
from tradeoff_app.readers.json_records import Record, dict_of, read_records
from tradeoff_app.readers.reader import Cell, FileSample, MetricHint, Progress, RawTable, read_fact
from tradeoff_app.readers.refusal import ReadError
from tradeoff_app.readers.scored_rows import DOLLARS, SECONDS, RunFacts, ScoredRow, ToolLog, make_tables
from tradeoff_app.readers.source import Source
from tradeoff_app.readers.status_words import classify_error

SIGNS = ('"task_id"', '"reward"', '"trial"')
SIMULATIONS = "simulations"
SECOND_SIGNS = ((f'"{SIMULATIONS}"', '"reward_info"'), ('"agent_info"', '"user_info"', '"tasks"'))
"""The simulations may begin far down, behind long descriptions of the tasks."""
REWARD = "reward"
MOST_TRIALS = 100_000
BROKEN = frozenset(["agent_error", "user_error", "too_many_errors", "infrastructure_error"])
HINTS = {
    REWARD: MetricHint(None, "higher", (0.0, 1.0), stated=("better",)),
    "agent_cost": DOLLARS,
    "duration": SECONDS,
}


class TauBench:
    """Trajectory files of the first and second version."""

    id = "tau_bench"
    label = "tau-bench results"

    def recognise(self, sample: FileSample) -> float:
        """Task, trial and reward in one record."""
        if sample.members is not None or sample.first_character not in {"{", "["}:
            return 0.0
        text = sample.text + sample.tail.decode("utf-8", "ignore")
        if all(sign in text for sign in SIGNS) and ('"traj"' in text or '"info"' in text):
            return 0.92
        return 0.92 if any(all(sign in text for sign in signs) for signs in SECOND_SIGNS) else 0.0

    def read(self, source: Source, mapping: ColumnMapping, progress: Progress) -> Sequence[RawTable]:
        """One table with a row per task and trial; raises ReadError."""
        found = read_records(source, mapping, progress, (SIMULATIONS,))
        if not any("task_id" in record for record in found.items):
            cause = "no record names its task"
            raise ReadError("unreadable", source.name, "task_id", cause, "Choose the file of trajectories.")
        rows = [_make_row(record, number) for number, record in zip(found.numbers, found.items, strict=True)]
        model = dict_of(dict_of(found.document.get("info")).get("agent_info")).get("llm")
        log = ToolLog(self.id, source.name, found.word, "task_id", HINTS, problems=found.problems)
        return make_tables(log, rows, {"": RunFacts(read_fact(model), read_fact(found.document.get("timestamp")))})


def _make_row(record: Record, number: int) -> ScoredRow:
    info = record.get("info")
    info = info if isinstance(info, dict) else {}
    error = _error_of(record, info)
    task, trial = record.get("task_id"), record.get("trial")
    return ScoredRow(
        None if task in (None, "") else str(task),
        _scores_of(record, info),
        number,
        {"task": _fields_of(record, info)},
        repeat=trial + 1 if isinstance(trial, int) and 0 <= trial < MOST_TRIALS else 1,
        status=_status_of(record, error),
        error=error,
        output=_last_words(record.get("traj") or record.get("messages")),
    )


def _scores_of(record: Record, info: Mapping[str, Any]) -> dict[str, Any]:
    rewarded = record.get("reward_info") or info.get("reward_info")
    rewarded = rewarded if isinstance(rewarded, dict) else {}
    scores = {REWARD: record.get(REWARD, rewarded.get("reward"))}
    for name in ("agent_cost", "duration"):
        if record.get(name) is not None:
            scores[name] = record[name]
    return {name: value for name, value in scores.items() if isinstance(value, int | float) and math.isfinite(value)}


def _error_of(record: Record, info: Mapping[str, Any]) -> str | None:
    """The message of a run that broke off; it carries a reward of 0 all the same."""
    error = info.get("error") or record.get("error")
    if error:
        return str(error)
    reason = record.get("termination_reason")
    return str(reason) if reason in BROKEN else None


def _status_of(record: Record, error: str | None) -> Status:
    if record.get("termination_reason") == "infrastructure_error":
        return "infra_error"
    return classify_error(error)


def _fields_of(record: Record, info: Mapping[str, Any]) -> dict[str, Cell]:
    task = info.get("task")
    fields: dict[str, Cell] = {}
    if isinstance(task, dict):
        fields["instruction"] = str(task.get("instruction")) if task.get("instruction") else None
    if isinstance(record.get("domain"), str):
        fields["domain"] = record["domain"]
    return fields


def _last_words(messages: Any) -> str | None:
    """What the assistant said last."""
    for message in reversed(messages if isinstance(messages, list) else []):
        if isinstance(message, dict) and message.get("role") == "assistant" and isinstance(message.get("content"), str):
            return str(message["content"])
    return None
