"""Rows as Every Eval Ever records, the open interchange schema: one record and one file of samples per arm."""

from __future__ import annotations

import hashlib
import json
import math
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from tradeoff_app.analysis.observations import STATUSES, FloatArray, MeasuredMetric, Observations

SCHEMA_VERSION = "0.3.0"
SAMPLES = "_samples.jsonl"
UNKNOWN = "unknown"
NAMESPACE = uuid.UUID("6d1f6f0e-2f0a-5b43-9c1c-1f5f0a6a1d55")
"""Of our own, so that the same rows give the same file names."""


@dataclass(frozen=True)
class Publication:
    """What a record says about where it comes from; `written` is in seconds since 1970."""

    written: int
    dataset: str
    organisation: str = UNKNOWN
    version: str = UNKNOWN


def make_records(observed: Observations, publication: Publication) -> dict[str, bytes]:
    """File names and contents: for each arm the samples and the record that describes them.

    Rows that ended in an error keep their status and are written with a score of 0, which the schema requires beside
    an error; rows that were not scored are left out.
    """
    files: dict[str, bytes] = {}
    for arm, name in enumerate(observed.arms):
        model = _model_of(observed, name)
        identity = f"{publication.dataset}/{model}/{publication.written}"
        stem = str(uuid.uuid5(NAMESPACE, f"{identity}/{name}"))
        lines = list(_write_samples(observed, arm, identity, model, publication.dataset))
        samples = "".join(f"{line}\n" for line in lines).encode("utf-8")
        details = {
            "format": "jsonl",
            "file_path": f"{stem}{SAMPLES}",
            "hash_algorithm": "sha256",
            "checksum": hashlib.sha256(samples).hexdigest(),
            "total_rows": len(lines),
        }
        record = {
            "schema_version": SCHEMA_VERSION,
            "evaluation_id": identity,
            "retrieved_timestamp": str(publication.written),
            "source_metadata": {
                "source_name": "Tradeoff",
                "source_type": "evaluation_run",
                "source_organization_name": publication.organisation,
                "evaluator_relationship": "other",
            },
            "eval_library": {"name": "tradeoff", "version": publication.version},
            "model_info": {
                "name": model,
                "id": model,
                "developer": UNKNOWN,
                "additional_details": {"deployment_type": UNKNOWN, "model_availability": UNKNOWN, "arm": name},
            },
            "evaluation_results": list(_describe_metrics(observed, arm, publication.dataset)),
            "detailed_evaluation_results": details,
        }
        files[f"{stem}.json"] = (json.dumps(record, indent=2, ensure_ascii=False, allow_nan=False) + "\n").encode()
        files[f"{stem}{SAMPLES}"] = samples
    return files


def _model_of(observed: Observations, arm: str) -> str:
    """The model that a file names for this arm, else the arm's own name."""
    return next((file.model for file in observed.files if file.arm == arm and file.model), None) or arm


def _write_samples(observed: Observations, arm: int, identity: str, model: str, dataset: str) -> Iterator[str]:
    rows = observed.rows
    chosen = np.flatnonzero((rows.arm == arm) & (np.isfinite(rows.value) | (rows.status != 0)))
    outputs = observed.outputs.get(observed.arms[arm], {})
    for row in chosen.tolist():
        metric, unit = observed.metrics[int(rows.metric[row])], observed.units[int(rows.unit[row])]
        value, status = float(rows.value[row]), STATUSES[int(rows.status[row])]
        output = outputs.get(unit)
        sample: dict[str, Any] = {
            "schema_version": SCHEMA_VERSION,
            "evaluation_id": identity,
            "model_id": model,
            "evaluation_name": f"{dataset}/{metric.name}",
            "evaluation_result_id": metric.name,
            "sample_id": unit,
            "sample_hash": hashlib.sha256(unit.encode("utf-8", "replace")).hexdigest(),
            "interaction_type": "single_turn",
            "input": {"raw": observed.questions.get(unit, unit), "reference": []},
            "output": {"raw": [] if output is None else [output]},
            "answer_attribution": [],
            "evaluation": {
                "score": value if math.isfinite(value) else 0.0,
                "is_correct": status == "ok" and _is_best(metric, value),
            },
            "error": None if status == "ok" else status,
            "metadata": _metadata_of(observed, row),
        }
        yield json.dumps(sample, ensure_ascii=False, allow_nan=False)


def _is_best(metric: MeasuredMetric, value: float) -> bool:
    """Whether a score is the best that its scale knows; False where there is no scale."""
    if metric.scale is None:
        return False
    return value >= metric.scale[1] if metric.better != "lower" else value <= metric.scale[0]


def _metadata_of(observed: Observations, row: int) -> dict[str, str]:
    """The unit's segments, and which rater and repeat a row is."""
    unit = int(observed.rows.unit[row])
    found = {
        name: kinds.labels[int(kinds.codes[unit])]
        for name, kinds in observed.dimensions.items()
        if kinds.codes[unit] >= 0
    }
    rater = int(observed.rows.rater[row])
    if rater >= 0:
        found["rater"] = observed.raters[rater]
    if int(observed.rows.repeat[row]) > 1:
        found["repeat"] = str(int(observed.rows.repeat[row]))
    return found


def _describe_metrics(observed: Observations, arm: int, dataset: str) -> Iterator[dict[str, Any]]:
    for index, metric in enumerate(observed.metrics):
        means = _unit_means(observed, arm, index)
        if len(means):
            yield {
                "evaluation_result_id": metric.name,
                "evaluation_name": f"{dataset}/{metric.name}",
                "source_data": {"dataset_name": dataset, "source_type": "other"},
                "metric_config": _configure(metric, means),
                "score_details": {
                    "score": float(means.mean()),
                    "uncertainty": {"num_samples": len(means)},
                    "details": {"aggregation": "mean over samples of the mean over their scored rows"},
                },
            }


def _unit_means(observed: Observations, arm: int, metric: int) -> FloatArray:
    """Mean of each unit over its rows that were scored without an error."""
    rows = observed.rows
    chosen = (rows.arm == arm) & (rows.metric == metric) & (rows.status == 0) & np.isfinite(rows.value)
    counts = np.bincount(rows.unit[chosen], minlength=len(observed.units))
    sums = np.bincount(rows.unit[chosen], weights=rows.value[chosen], minlength=len(observed.units))
    return sums[counts > 0] / counts[counts > 0]


def _configure(metric: MeasuredMetric, means: FloatArray) -> Mapping[str, Any]:
    """Direction, type and scale; where there is no scale the range that was seen stands for it, as the schema asks."""
    low, high = metric.scale or (float(means.min()), float(means.max()))
    config: dict[str, Any] = {
        "metric_id": metric.name,
        "metric_name": metric.name,
        "metric_kind": metric.type,
        "lower_is_better": metric.better == "lower",
        "score_type": "binary" if metric.type == "binary" else "continuous",
        "min_score": low,
        "max_score": high,
    }
    if metric.unit is not None:
        config["metric_unit"] = metric.unit
    assumed = [*metric.assumed, *(() if metric.scale else ("scale",)), *(() if metric.better else ("better",))]
    if assumed:
        config["additional_details"] = {"assumed": ", ".join(dict.fromkeys(assumed))}
    return config
