"""Fingerprints of evidence: of all of it, and of one metric in one segment, so that an acceptance can go stale."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence

import numpy as np

from tradeoff_app.analysis.observations import BoolArray, FloatArray
from tradeoff_app.analysis.table import EvidenceSource, Table
from tradeoff_app.model.metric import Metric


def policy_text(metric: Metric) -> str:
    """Everything about a metric that changes what its values mean."""
    fields = metric.model_dump(mode="json", include={"type", "better", "scale", "winsorise", "on_status"})
    stated = {
        "covariate": metric.covariate,
        "interval": metric.interval,
        "statistic": metric.statistic if metric.quantile else None,
    }
    fields |= {name: value for name, value in stated.items() if value is not None}
    return json.dumps(fields, sort_keys=True)


def evidence_hash(source: EvidenceSource, metrics: Mapping[str, Metric]) -> str:
    """SHA-256 over the whole table, its segments, and the policies of its metrics."""
    table = source.table
    digest = hashlib.sha256()
    head = [source.pairing, source.randomised, list(table.arms), list(table.metrics)]
    digest.update(json.dumps(head, ensure_ascii=False).encode())
    for array in (table.values, table.status, table.present, table.cluster, table.weight):
        digest.update(b"-" if array is None else _bytes(array))
    for name in sorted(table.dimensions):
        column = table.dimensions[name]
        digest.update(json.dumps([name, list(column.labels)], ensure_ascii=False).encode())
        digest.update(_bytes(column.codes))
    for name in sorted(table.den):
        digest.update(name.encode() + _bytes(table.den[name]))
    for array in _group_arrays(table):
        digest.update(_bytes(array))
    for metric in table.metrics:
        digest.update(policy_text(metrics[metric]).encode())
    return digest.hexdigest()


def cell_hashes(
    table: Table, metrics: Mapping[str, Metric], members: Mapping[str, BoolArray]
) -> dict[tuple[str, str, str], str]:
    """SHA-256 per metric, segment and candidate: both arms' values, statuses where there are none, and the policy.

    Another metric, another segment, another candidate or units elsewhere leave it as it is.
    """
    hashes = {}
    for index, name in enumerate(table.metrics):
        policy = policy_text(metrics[name]).encode()
        for arm in range(1, len(table.arms)):
            values = table.values[index][[0, arm]]
            status = np.where(np.isnan(values), table.status[[0, arm]], 0)
            for segment, mask in members.items():
                used = mask & ~np.isnan(values).all(axis=0)
                digest = hashlib.sha256(policy)
                digest.update(_bytes(values[:, used]))
                digest.update(_bytes(status[:, used]))
                if name in table.den:
                    digest.update(_bytes(table.den[name][[0, arm]][:, used]))
                for array in _group_arrays(table):
                    digest.update(_bytes(array[index][[0, arm]][:, mask]))
                hashes[name, segment, table.arms[arm]] = digest.hexdigest()
    return hashes


def _group_arrays(table: Table) -> Sequence[FloatArray]:
    """What is known of groups where no unit is known; empty for tables of units."""
    groups = table.aggregates
    return () if groups is None else (groups.n, groups.mean, groups.sd)


def joint_hash(hashes: Sequence[str]) -> str:
    """One fingerprint of several; that of a single one is itself."""
    return hashes[0] if len(hashes) == 1 else hashlib.sha256("".join(hashes).encode()).hexdigest()


def _bytes(array: np.ndarray) -> bytes:
    """The array's numbers in one byte order, with one NaN."""
    if array.dtype == np.float64:
        array = np.where(np.isnan(array), np.nan, array) + 0.0
    return np.ascontiguousarray(array, dtype=array.dtype.newbyteorder("<")).tobytes()
