"""The `tradeoff/inspect@1` document: what is in the files before any status policy, from observations alone."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

import numpy as np

from tradeoff_app.analysis.observations import BoolArray, FloatArray, IntArray, MeasuredMetric, Observations
from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.readers.group_inspection import SCHEMA, describe_groups


def describe_observations(observed: Observations, mapping: ColumnMapping) -> dict[str, Any]:
    """The document as plain JSON values; unknown numbers are None with a `why` beside them."""
    if observed.are_aggregates:
        return describe_groups(observed)
    values = _apply_errors(observed, mapping.errors)
    document: dict[str, Any] = {
        "schema": SCHEMA,
        "files": [asdict(file) for file in observed.files],
        "units": _count_units(observed),
        "metrics": {
            metric.name: _describe_metric(observed, values, index, metric)
            for index, metric in enumerate(observed.metrics)
        },
        "segments": _count_segments(observed),
        "problems": [asdict(problem) for problem in observed.problems],
        "arms": list(observed.arms),
        "unit_column": observed.unit_column,
    }
    return document


def _apply_errors(observed: Observations, choice: str | None) -> FloatArray:
    """Values of the rows: an error row scores nothing unless the caller chose to count it as failure or as scored."""
    rows = observed.rows
    if choice == "as-scored":
        return rows.value
    has_failed = rows.status != 0
    values = np.where(has_failed, np.nan, rows.value)
    if choice != "as-failure":
        return values
    worst = np.array([_worst_value(metric) for metric in observed.metrics] or [math.nan])
    return np.where(has_failed, worst[rows.metric], values) if len(rows.metric) else values


def _worst_value(metric: MeasuredMetric) -> float:
    """The worst end of the metric's scale; NaN where it has none (a latency, a cost)."""
    if metric.scale is None or metric.better is None:
        return math.nan
    return metric.scale[0] if metric.better == "higher" else metric.scale[1]


def _units_per_arm(observed: Observations) -> list[BoolArray]:
    """For each arm which units have rows in it."""
    present: list[BoolArray] = []
    for arm in range(len(observed.arms)):
        found = np.zeros(len(observed.units), dtype=np.bool_)
        found[observed.rows.unit[observed.rows.arm == arm]] = True
        present.append(found)
    return present


def _count_units(observed: Observations) -> dict[str, Any]:
    if not observed.metrics:
        counted = {file.arm: file.units for file in observed.files}
        by_role = {role: counted.get(arm) for role, arm in zip(("baseline", "candidate"), observed.arms, strict=False)}
        unknown = {"candidate": None, "in_both": None, "only_baseline": None, "only_candidate": None}
        return {**unknown, **by_role, "why": "the files hold no metric, so no unit has a result"}
    present = _units_per_arm(observed)
    before = present[0]
    if len(present) < 2:
        return {
            "baseline": int(before.sum()),
            "candidate": None,
            "in_both": None,
            "only_baseline": None,
            "only_candidate": None,
            "why": "only one arm was given",
        }
    after = present[1]
    counts: dict[str, Any] = {
        "baseline": int(before.sum()),
        "candidate": int(after.sum()),
        "in_both": int((before & after).sum()),
        "only_baseline": int((before & ~after).sum()),
        "only_candidate": int((after & ~before).sum()),
    }
    if len(present) > 2:
        counts["arms"] = {name: int(found.sum()) for name, found in zip(observed.arms, present, strict=True)}
    return counts


def unit_means(units: IntArray, values: FloatArray, count: int) -> tuple[FloatArray, IntArray]:
    """Mean over the scored rows of each unit (NaN where none), and how many rows were scored."""
    is_scored = np.isfinite(values)
    scored = np.bincount(units[is_scored], minlength=count)
    sums = np.bincount(units[is_scored], weights=values[is_scored], minlength=count)
    with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
        return np.where(scored > 0, sums / np.maximum(scored, 1), np.nan), scored


def _describe_metric(observed: Observations, values: FloatArray, index: int, metric: MeasuredMetric) -> dict[str, Any]:
    described: dict[str, Any] = {
        "type": metric.type,
        "better": metric.better,
        "assumed": list(metric.assumed),
        "scale": None if metric.scale is None else list(metric.scale),
        "unit": metric.unit,
        "tier": metric.tier,
    }
    means: list[FloatArray] = []
    for arm in range(len(observed.arms)):
        chosen = (observed.rows.arm == arm) & (observed.rows.metric == index)
        weighed = _ratios(observed, values, chosen) if metric.type == "ratio" else values[chosen]
        found, scored = unit_means(observed.rows.unit[chosen], weighed, len(observed.units))
        means.append(found)
        name = "before" if arm == 0 else "after" if arm == 1 else observed.arms[arm]
        summary = _summarise(found, scored)
        if arm < 2:
            described[name] = summary
        else:
            described.setdefault("others", {})[name] = summary
    described.setdefault("after", None)
    described["paired"] = _compare(means) if len(means) > 1 else None
    return described


def _ratios(observed: Observations, values: FloatArray, chosen: BoolArray) -> FloatArray:
    """Numerator over denominator, row by row."""
    divisors = observed.rows.denominator
    if divisors is None:
        return values[chosen]
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(divisors[chosen] != 0, values[chosen] / divisors[chosen], np.nan)


def _summarise(means: FloatArray, scored: IntArray) -> dict[str, Any]:
    known = means[np.isfinite(means)]
    summary: dict[str, Any] = {
        "mean": _mean(known),
        "scored_units": len(known),
        "scored_rows": int(scored.sum()),
    }
    if summary["mean"] is None:
        summary["why"] = "the values are too large to average" if len(known) else "no row was scored"
    return summary


def _compare(means: list[FloatArray]) -> dict[str, Any]:
    both = np.isfinite(means[0]) & np.isfinite(means[1])
    before, after = means[0][both], means[1][both]
    count = int(both.sum())
    compared: dict[str, Any] = {
        "units": count,
        "mean_before": _mean(before),
        "mean_after": _mean(after),
        "mean_difference": _mean(after - before),
        "higher": int((after > before).sum()),
        "lower": int((after < before).sum()),
    }
    if compared["mean_difference"] is None:
        compared["why"] = "the values are too large to average" if count else "no unit was scored in both arms"
    return compared


def _mean(values: FloatArray) -> float | None:
    """The mean; None where there is nothing to average or the sum leaves the range of numbers."""
    if not len(values):
        return None
    with np.errstate(over="ignore", invalid="ignore"):
        mean = float(values.mean())
    return mean if math.isfinite(mean) else None


def _count_segments(observed: Observations) -> dict[str, Any]:
    present = _units_per_arm(observed)
    counted: dict[str, Any] = {}
    for name, categories in observed.dimensions.items():
        counted[name] = {}
        for arm, found in enumerate(present):
            role = "baseline" if arm == 0 else "candidate" if arm == 1 else observed.arms[arm]
            counted[name][role] = _count_labels(categories.labels, categories.codes[found])
    return counted


def _count_labels(labels: tuple[str, ...], codes: IntArray) -> Mapping[str, int]:
    counts = np.bincount(codes[codes >= 0], minlength=len(labels))
    return {label: int(count) for label, count in zip(labels, counts.tolist(), strict=True) if count}
