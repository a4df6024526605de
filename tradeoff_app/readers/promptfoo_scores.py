"""Scores of promptfoo's rows: from the assertions, never from summaries; a column per metric."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from types import NoneType
from typing import Any, TypeGuard

import numpy as np

from tradeoff_app.analysis.observations import FloatArray
from tradeoff_app.readers.json_records import dict_of
from tradeoff_app.readers.reader import Cell, MetricHint, RawColumn
from tradeoff_app.readers.records import unite_columns

BUILT_IN: dict[str, MetricHint] = {
    "pass": MetricHint("binary", "higher", stated=("type", "better")),
    "score": MetricHint(None, "higher", (0.0, 1.0), stated=("better",)),
    "cost": MetricHint("money", "lower", unit="USD"),
    "latencyMs": MetricHint("duration", "lower", unit="ms"),
    "tokenUsage.total": MetricHint("count", "lower", unit="tokens"),
}

LARGEST = 1e300
NUMBERS = frozenset({int, float})
Row = Mapping[str, Any]


def measure_rows(rows: Sequence[Row], file: str) -> list[RawColumn]:
    """A column for every metric that any row has, in the order in which they first appear."""
    found: dict[str, FloatArray] = {}
    named = unite_columns([_score_names(row) for row in rows], file)
    for name, cells in (*named.items(), *_list_built_in(rows)):
        numbers = _read_numbers(cells)
        known = found.get(name)
        found[name] = numbers if known is None else np.where(np.isnan(known), numbers, known)
    filled = {name: np.flatnonzero(np.isfinite(numbers)) for name, numbers in found.items()}
    names = [name for name in found if len(filled[name])]
    return [_make_column(name, found[name]) for name in sorted(names, key=lambda name: int(filled[name][0]))]


def _make_column(name: str, numbers: FloatArray) -> RawColumn:
    cells: list[Cell] = [None if math.isnan(number) else number for number in numbers.tolist()]
    return RawColumn(name, cells, numbers, "metric", BUILT_IN.get(name, MetricHint(better="higher")), is_typed=True)


def _list_built_in(rows: Sequence[Row]) -> Iterator[tuple[str, list[Any]]]:
    """What promptfoo measures of every row, by the metric's name."""
    responses = [dict_of(row.get("response")) for row in rows]
    usages = [
        dict_of(row.get("tokenUsage") or said.get("tokenUsage")) for row, said in zip(rows, responses, strict=True)
    ]
    costs = [row.get("cost") for row in rows]
    yield "pass", [float(success) if (success := row.get("success")).__class__ is bool else None for row in rows]
    yield "score", [row.get("score") for row in rows]
    yield "cost", [said.get("cost") if cost is None else cost for cost, said in zip(costs, responses, strict=True)]
    yield "latencyMs", [row.get("latencyMs") for row in rows]
    yield "tokenUsage.total", [usage.get("total") for usage in usages]


def _read_numbers(cells: Sequence[Any]) -> FloatArray:
    """The numbers among the cells, NaN where a cell holds none."""
    if set(map(type, cells)) <= NUMBERS | {NoneType}:
        try:
            numbers = np.array(cells, dtype=np.float64)
        except OverflowError:
            pass
        else:
            numbers[~(np.abs(numbers) < LARGEST)] = np.nan
            return numbers
    return np.array([float(cell) if is_number(cell) else np.nan for cell in cells], dtype=np.float64)


def is_number(value: Any) -> TypeGuard[float]:
    """Whether a value is a finite number that a measurement may have; truth values are none."""
    return type(value) in NUMBERS and bool(-LARGEST < value < LARGEST)


def _score_names(row: Row) -> Row:
    """What the assertions of a row measure, and what `namedScores` adds to that."""
    grading = dict_of(row.get("gradingResult"))
    weighed = _average_assertions(grading)
    summed = dict_of(row.get("namedScores") or grading.get("namedScores"))
    return {**weighed, **{name: summed[name] for name in summed if name not in weighed}} if weighed else summed


def _average_assertions(grading: Row) -> dict[str, float]:
    """Weighted mean of the assertions that carry a name; a plain mean where all their weights are 0.

    `namedScores` of a row is a sum up to 0.105 and 0 for weight-0 metrics later, so it only serves for names that no
    assertion carries.
    """
    components = grading.get("componentResults")
    weighed: dict[str, list[tuple[float, float]]] = {}
    for part in components if components.__class__ is list else ():
        if part.__class__ is not dict:
            continue
        assertion = part.get("assertion")
        name = assertion.get("metric") if assertion.__class__ is dict else None
        inner = part.get("namedScores")
        if name or inner:
            _weigh(weighed, part, dict_of(assertion).get("weight", 1))
    return {name: _weighted_mean(pairs) for name, pairs in weighed.items()} if weighed else {}


def _weigh(weighed: dict[str, list[tuple[float, float]]], part: Row, stated: Any) -> None:
    """Add the scores of one assertion, its own and those it names, with its weight."""
    weight = float(stated) if is_number(stated) else 1.0
    name = dict_of(part.get("assertion")).get("metric")
    if isinstance(name, str) and name and "{{" not in name and is_number(part.get("score")):
        weighed.setdefault(name, []).append((float(part["score"]), weight))
    for inner, value in dict_of(part.get("namedScores")).items():
        if inner != name and is_number(value):
            weighed.setdefault(inner, []).append((float(value), weight))


def _weighted_mean(pairs: Sequence[tuple[float, float]]) -> float:
    total = sum(weight for _, weight in pairs)
    if total <= 0:
        return sum(score for score, _ in pairs) / len(pairs)
    return sum(score * weight for score, weight in pairs) / total
