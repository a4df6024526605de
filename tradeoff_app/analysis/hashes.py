"""Fingerprints of evidence: of all of it, and of one metric in one segment, so that an acceptance can go stale."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import Protocol

import numpy as np

from tradeoff_app.analysis.cells import CellKey
from tradeoff_app.analysis.observations import BoolArray, FloatArray
from tradeoff_app.analysis.table import EvidenceSource, Table
from tradeoff_app.model.metric import Metric


class Digest(Protocol):
    """A hash that takes bytes as they come."""

    def update(self, data: bytes | memoryview, /) -> None: ...


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
        if array is None:
            digest.update(b"-")
        else:
            _feed(digest, array)
    for name in sorted(table.dimensions):
        column = table.dimensions[name]
        digest.update(json.dumps([name, list(column.labels)], ensure_ascii=False).encode())
        _feed(digest, column.codes)
    for name in sorted(table.den):
        digest.update(name.encode())
        _feed(digest, table.den[name])
    for array in _group_arrays(table):
        _feed(digest, array)
    for metric in table.metrics:
        digest.update(policy_text(metrics[metric]).encode())
    return digest.hexdigest()


class CellHashes(Mapping[CellKey, str]):
    """SHA-256 per metric, segment and candidate: both arms' values, statuses where there are none, and the policy.

    Another metric, another segment, another candidate or units elsewhere leave it as it is. Each is computed when it is
    asked for, because only an acceptance does.
    """

    def __init__(self, table: Table, metrics: Mapping[str, Metric], members: Mapping[str, BoolArray]) -> None:
        self._table, self._metrics, self._members = table, metrics, members
        self._known: dict[CellKey, str] = {}

    def __getitem__(self, key: CellKey) -> str:
        if key not in self._known:
            metric, segment, candidate = key
            table = self._table
            if metric not in table.metrics or segment not in self._members or candidate not in table.arms[1:]:
                raise KeyError(key)
            self._known[key] = self._digest(metric, segment, table.arms.index(candidate))
        return self._known[key]

    def __iter__(self) -> Iterator[CellKey]:
        return iter(product(self._table.metrics, self._members, self._table.arms[1:]))

    def __len__(self) -> int:
        return len(self._table.metrics) * len(self._members) * (len(self._table.arms) - 1)

    def _digest(self, metric: str, segment: str, arm: int) -> str:
        table, mask = self._table, self._members[segment]
        index = table.metrics.index(metric)
        values = table.values[index][[0, arm]]
        status = np.where(np.isnan(values), table.status[[0, arm]], 0)
        used = mask & ~np.isnan(values).all(axis=0)
        digest = hashlib.sha256(policy_text(self._metrics[metric]).encode())
        _feed(digest, values[:, used])
        _feed(digest, status[:, used])
        if metric in table.den:
            _feed(digest, table.den[metric][[0, arm]][:, used])
        for array in _group_arrays(table):
            _feed(digest, array[index][[0, arm]][:, mask])
        return digest.hexdigest()


def _group_arrays(table: Table) -> Sequence[FloatArray]:
    """What is known of groups where no unit is known; empty for tables of units."""
    groups = table.aggregates
    return () if groups is None else (groups.n, groups.mean, groups.sd)


def joint_hash(hashes: Sequence[str]) -> str:
    """One fingerprint of several; that of a single one is itself."""
    return hashes[0] if len(hashes) == 1 else hashlib.sha256("".join(hashes).encode()).hexdigest()


BLOCK = 1 << 16
"""Numbers that are brought into one form at a time: few enough to stay in the cache."""


def _feed(digest: Digest, array: np.ndarray) -> None:
    """Adds the array's numbers in one byte order, with one NaN and one zero."""
    form = array.dtype.newbyteorder("<")
    for row in array.reshape(-1, array.shape[-1]) if array.size else ():
        for start in range(0, len(row), BLOCK):
            block = row[start : start + BLOCK]
            if array.dtype == np.float64:
                block = block + 0.0
                block[np.isnan(block)] = np.nan
            digest.update(np.ascontiguousarray(block, dtype=form).data.cast("B"))
