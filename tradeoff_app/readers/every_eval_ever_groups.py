"""The averages of an Every Eval Ever record as a table of groups: a data set each, where scores come with their n."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from tradeoff_app.readers.json_records import dict_of
from tradeoff_app.readers.reader import MetricHint, RawColumn, RawTable, read_fact

Scores = dict[tuple[str, str], tuple[float, float, float]]
"""Mean, standard error and number of samples by data set and metric."""


def read_groups(
    document: Mapping[str, Any], format_id: str, name_of: Callable[[Mapping[str, Any]], str]
) -> RawTable | None:
    """Data set, number of samples, and mean with standard error of each metric; None where no score has its number.

    Results without a number of samples or without a standard error are left out: nothing says how far they may be off.
    """
    listed = document.get("evaluation_results")
    results = [dict_of(result) for result in listed] if isinstance(listed, list) else []
    scores: Scores = {}
    hints: dict[str, MetricHint] = {}
    for result in results:
        details, config = dict_of(result.get("score_details")), dict_of(result.get("metric_config"))
        uncertainty = dict_of(details.get("uncertainty"))
        mean, n = _number(details.get("score")), _number(uncertainty.get("num_samples"))
        error = _number(dict_of(uncertainty.get("standard_error")).get("value"))
        if not (np.isfinite(mean) and np.isfinite(error) and n > 1):
            continue
        name = name_of(result)
        data_set = read_fact(dict_of(result.get("source_data")).get("dataset_name")) or "all"
        scores[data_set, name] = mean, error, n
        lower = config.get("lower_is_better")
        hints[name] = MetricHint(better="lower" if lower else "higher") if isinstance(lower, bool) else MetricHint()
    if not scores:
        return None
    data_sets = list(dict.fromkeys(data_set for data_set, _ in scores))
    sizes = [max(n for (owner, _), (_, _, n) in scores.items() if owner == data_set) for data_set in data_sets]
    columns = [RawColumn("data set", [*data_sets]), _column("n", sizes)]
    unknown = float("nan"), float("nan"), float("nan")
    for name in dict.fromkeys(name for _, name in scores):
        found = [scores.get((data_set, name), unknown) for data_set in data_sets]
        columns.append(_column(name, [mean for mean, _, _ in found], hints[name]))
        columns.append(_column(f"{name} stderr", [error for _, error, _ in found]))
    model = dict_of(document.get("model_info"))
    facts = read_fact(model.get("name")) or read_fact(model.get("id"))
    return RawTable(format_id, tuple(columns), len(data_sets), model=facts)


def _number(value: Any) -> float:
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else float("nan")


def _column(name: str, values: list[float], hint: MetricHint | None = None) -> RawColumn:
    cells = [None if np.isnan(value) else repr(value) for value in values]
    return RawColumn(name, [*cells], np.array(values), hint=hint)
