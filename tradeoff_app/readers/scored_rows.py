"""Scored rows of a tool's own log as tables: one per run, with every column's part known."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from tradeoff_app.analysis.observations import FloatArray, Problem
from tradeoff_app.model.metric import Status
from tradeoff_app.readers.cell_words import read_truth_words
from tradeoff_app.readers.limits import MAX_SEGMENT_VALUES
from tradeoff_app.readers.question_text import add_question
from tradeoff_app.readers.reader import Cell, MetricHint, PlaceNames, RawColumn, RawTable, Role
from tradeoff_app.readers.records import dump_nested, unite_columns
from tradeoff_app.readers.table_block import check_size
from tradeoff_app.readers.text_checks import check_texts

SECONDS = MetricHint("duration", "lower", unit="s")
MILLISECONDS = MetricHint("duration", "lower", unit="ms")
DOLLARS = MetricHint("money", "lower", unit="USD")
TOKENS = MetricHint("count", "lower", unit="tokens")
SHARE = MetricHint(scale=(0.0, 1.0))
MIXED_SHARE = 0.8
"""A metric in which at least this share of the scored rows are numbers is a number with odd cells."""


@dataclass(frozen=True)
class ScoredRow:
    """One run of one unit. `scores` holds raw values by metric; `attributes` fields by the group that they stand in.

    Rows with the same unit are repeats; `rater` is for several judges of one answer; `run` tells runs in a file apart;
    `question` is what was asked, whatever the tool has for it: text, messages or named fields.
    `checksum` is equal wherever the same item was used, `prompt` (a mark) wherever the same was asked; `failures`
    say why single metrics have no score.
    """

    unit: str | None
    scores: Mapping[str, Any]
    place: int
    attributes: Mapping[str, Mapping[str, Cell]] = field(default_factory=dict)
    repeat: int | None = None
    rater: str | None = None
    status: Status = "ok"
    error: str | None = None
    output: Any = None
    question: Any = None
    run: str = ""
    checksum: str | None = None
    prompt: str | None = None
    failures: Mapping[str, Status] = field(default_factory=dict)


@dataclass(frozen=True)
class RunFacts:
    """What a log says about one of its runs."""

    model: str | None = None
    created: str | None = None
    judge: str | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class ToolLog:
    """What a log says about itself: format, file, the word for a row's place, the unit's name, hints by metric.

    `unit_name` is None where the tool has no unit of its own: the attributes are then measured against each other.
    `is_table` where people add columns of their own to what the tool writes: such a column may tell arms apart.
    """

    format: str
    file: str
    word: str = "record"
    unit_name: str | None = "unit"
    hints: Mapping[str, MetricHint] = field(default_factory=dict)
    format_version: str | None = None
    tool_version: str | None = None
    problems: tuple[Problem, ...] = ()
    is_table: bool = False


def make_tables(log: ToolLog, rows: Sequence[ScoredRow], facts: Mapping[str, RunFacts] | None = None) -> list[RawTable]:
    """One table per run, in the order of first appearance; a single run has no name. `facts` are by run."""
    runs: dict[str, list[ScoredRow]] = {}
    for row in rows:
        runs.setdefault(row.run, []).append(row)
    tables: list[RawTable] = []
    for number, (run, chosen) in enumerate(runs.items()):
        name = (run or "unnamed") if len(runs) > 1 else None
        problems = log.problems if number == 0 else ()
        tables.append(_make_table(log, chosen, name, (facts or {}).get(run, RunFacts()), problems))
    return tables


def _make_table(
    log: ToolLog, rows: Sequence[ScoredRow], name: str | None, facts: RunFacts, problems: Sequence[Problem]
) -> RawTable:
    places = PlaceNames(log.word, np.array([row.place for row in rows], dtype=np.int64))
    metrics, said = _make_metrics(log, rows)
    columns = _make_counters(rows)
    if log.unit_name is not None:
        columns.insert(0, RawColumn(log.unit_name, [row.unit for row in rows], role="unit", is_typed=True))
    taken = {column.name for column in (*columns, *metrics)} | {"checksum", "prompt_mark", "output", "error"}
    columns += [*_name_attributes(log, rows, taken), *metrics]
    columns, question = add_question([*columns, *_make_texts(log, rows)], [row.question for row in rows])
    check_size(len(rows), len(columns), log.file)
    statuses = [row.status for row in rows]
    said += check_texts(columns, log.file, places)
    if not log.is_table:
        said += _say_errors(log.file, statuses, places)
    return RawTable(
        log.format,
        tuple(columns),
        len(rows),
        name,
        facts.aliases,
        statuses,
        places,
        (*problems, *said),
        log.format_version,
        log.tool_version,
        facts.model,
        facts.created,
        facts.judge,
        is_native=not log.is_table,
        question=question,
    )


def _make_counters(rows: Sequence[ScoredRow]) -> list[RawColumn]:
    """Repeat and rater, where a row has one."""
    columns: list[RawColumn] = []
    if any(row.repeat is not None for row in rows):
        repeats: list[Cell] = [1 if row.repeat is None else row.repeat for row in rows]
        columns.append(RawColumn("repeat", repeats, np.array(repeats, dtype=np.float64), "repeat", is_typed=True))
    if any(row.rater is not None for row in rows):
        columns.append(RawColumn("rater", [row.rater for row in rows], role="rater", is_typed=True))
    return columns


def _make_texts(log: ToolLog, rows: Sequence[ScoredRow]) -> list[RawColumn]:
    """Checksum of the item, answer and error message, where a row has one."""
    found: tuple[tuple[str, Role | None, list[Cell]], ...] = (
        ("checksum", "checksum", [row.checksum for row in rows]),
        ("prompt_mark", "prompt", [row.prompt for row in rows]),
        ("output", "output", [_write_output(row.output, log.file) for row in rows]),
        ("error", None if log.is_table else "ignore", [row.error for row in rows]),
    )
    return [RawColumn(name, cells, role=role, is_typed=True) for name, role, cells in found if any(cells)]


def _name_attributes(log: ToolLog, rows: Sequence[ScoredRow], taken: set[str]) -> list[RawColumn]:
    """Fields under their own names; with the group before it where another group has that name.

    A field that repeats one of an earlier group row by row is left out.
    """
    united: dict[str, list[Cell]] = {}
    for group in dict.fromkeys(group for row in rows for group in row.attributes):
        known = list(united.values())
        for name, cells in unite_columns([row.attributes.get(group, {}) for row in rows], log.file).items():
            if cells not in known:
                united[f"{group}.{name}" if name in united or name in taken else name] = cells
    columns: list[RawColumn] = []
    for name, cells in united.items():
        numbers = _as_numbers(cells)
        role: Role | None = None if log.is_table and numbers is None else "attribute"
        columns.append(RawColumn(name, cells, numbers, role, is_typed=True))
    return columns


def _as_numbers(cells: Sequence[Cell]) -> FloatArray | None:
    """Numbers where every filled cell is one, so that the PM may name the field as a metric."""
    filled = [cell for cell in cells if cell is not None]
    if not filled or any(isinstance(cell, bool | str) for cell in filled):
        return None
    return np.array([_read_number(cell) for cell in cells], dtype=np.float64)


def _make_metrics(log: ToolLog, rows: Sequence[ScoredRow]) -> tuple[list[RawColumn], list[Problem]]:
    columns: list[RawColumn] = []
    problems: list[Problem] = []
    for name in dict.fromkeys(name for row in rows for name in (*row.scores, *row.failures)):
        column, said = _make_metric(name, [row.scores.get(name) for row in rows], log)
        statuses: list[Status] = [row.failures.get(name, "ok") for row in rows]
        failed = len(rows) - statuses.count("ok")
        if not failed and _is_empty_measurement(column, log.hints.get(name)):
            continue
        if failed:
            column = replace(column, statuses=statuses)
            said.append(_say_judge_errors(name, failed, len(rows), log.file))
        columns.append(column)
        problems += said
    return columns, problems


def _is_empty_measurement(column: RawColumn, hint: MetricHint | None) -> bool:
    """Cost, time and tokens that the tool lists without ever measuring them."""
    is_measured = hint is not None and hint.type in {"duration", "money", "count"}
    return is_measured and column.numbers is not None and not np.isfinite(column.numbers).any()


def _make_metric(name: str, values: Sequence[Any], log: ToolLog) -> tuple[RawColumn, list[Problem]]:
    """Numbers where the scores are numbers or truth values, labels where they are words; None where not scored."""
    numbers = np.array([_read_number(value) for value in values], dtype=np.float64)
    labels = [value for value in values if isinstance(value, str) and value]
    problems = _say_unreadable(name, values, log.file)
    hint = _fit_hint(log.hints.get(name), numbers)
    scored = int(np.isfinite(numbers).sum())
    words = read_truth_words(labels) if labels else None
    if words is not None and scored:
        numbers = np.array(
            [
                words.get(value, math.nan) if isinstance(value, str) else number
                for value, number in zip(values, numbers, strict=True)
            ]
        )
        labels = []
    if labels and scored < MIXED_SHARE * (scored + len(labels)):
        column, said = _make_labels(name, values, hint, log.file)
        return column, problems + said
    if labels:
        text = f"{name}: {len(labels):,} scores are text such as {labels[0][:40]!r} among numbers; read as not scored."
        problems.append(Problem("warning", "mixed_types", log.file, name, text, "Check the scorer."))
    cells = [_show(value) for value in values]
    return RawColumn(name, cells, numbers, "metric", hint, is_typed=True), problems


def _fit_hint(hint: MetricHint | None, numbers: FloatArray) -> MetricHint | None:
    """A tool's usual type and scale hold only where no score lies outside."""
    if hint is None:
        return None
    finite = numbers[np.isfinite(numbers)]
    if hint.type == "binary" and not bool(np.isin(finite, (0.0, 1.0)).all()):
        hint = replace(hint, type=None, stated=tuple(part for part in hint.stated if part != "type"))
    if hint.scale is None:
        return hint
    fits = bool(((finite >= hint.scale[0]) & (finite <= hint.scale[1])).all())
    return hint if fits else replace(hint, scale=None)


def _make_labels(
    name: str, values: Sequence[Any], hint: MetricHint | None, file: str
) -> tuple[RawColumn, list[Problem]]:
    cells = [_show(value) for value in values]
    column = RawColumn(name, cells, None, "metric", hint, is_typed=True)
    if len(column.coded.labels) <= MAX_SEGMENT_VALUES or read_truth_words(column.coded.labels) is not None:
        return column, []
    text = f"{name}: {len(column.coded.labels):,} different texts are no labels that could be counted; left out."
    problem = Problem("info", "free_text_score", file, name, text, "Score it with a number or a few labels.")
    return RawColumn(name, cells, role="ignore", is_typed=True), [problem]


def _read_number(value: Any) -> float:
    if isinstance(value, bool | int | float):
        try:
            return float(value) if math.isfinite(value) else math.nan
        except OverflowError:
            return math.nan
    return math.nan


def _show(value: Any) -> Cell:
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value if isinstance(value, str | bool | int | float) and value != "" else None


def _say_unreadable(name: str, values: Sequence[Any], file: str) -> list[Problem]:
    problems: list[Problem] = []
    endless = sum(isinstance(value, float) and math.isinf(value) for value in values)
    if endless:
        text = f"{name}: {endless:,} scores are infinite, which is no number; read as not scored."
        problems.append(Problem("warning", "not_finite", file, name, text, "Check the scorer."))
    nested = sum(isinstance(value, list | dict) and bool(value) for value in values)
    if nested:
        text = f"{name}: {nested:,} scores are lists or objects, not one number per item; read as not scored."
        problems.append(Problem("info", "nested_score", file, name, text, "Score each item with one number."))
    return problems


def _write_output(output: Any, file: str) -> Cell:
    if output is None or output in ("", [], {}):
        return None
    if isinstance(output, str):
        return output
    return dump_nested(output, (file, "output")) if isinstance(output, dict | list) else str(output)


def _say_errors(file: str, statuses: Sequence[Status], places: PlaceNames) -> list[Problem]:
    failed = [row for row, status in enumerate(statuses) if status != "ok"]
    if not failed:
        return []
    text = f"{len(failed):,} of {len(statuses):,} rows ended in an error."
    hint = "Say whether they count as failures, as missing, or by their scores."
    return [Problem("warning", "error_rows", file, places.name(failed[0]), text, hint)]


def _say_judge_errors(name: str, count: int, rows: int, file: str) -> Problem:
    """Scores that a judge failed to give are missing, whatever the answer was like."""
    text = f"{name}: the scorer failed on {count:,} of {rows:,} rows; they have no score in this metric."
    return Problem("warning", "judge_errors", file, name, text, "Score them again if many are missing.")
