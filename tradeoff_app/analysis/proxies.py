"""Technical proxies beside the product metric that they stand for: do both say the same, and do they move together."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np

from tradeoff_app.analysis.cells import used_units
from tradeoff_app.analysis.effects import Effect, Estimate, State
from tradeoff_app.analysis.evidence import Evidence
from tradeoff_app.analysis.observations import FloatArray, IntArray
from tradeoff_app.analysis.quantiles import Z_95
from tradeoff_app.analysis.random_streams import exponential, open_stream
from tradeoff_app.analysis.samples import totals_by
from tradeoff_app.model.metric import Metric
from tradeoff_app.model.project import Project

Relation = Literal["agrees", "disagrees", "not_confirmed", "silent", "not_measured"]

FEWEST = 15
"""Units (or clusters) below which an association gets no interval."""

REPLICATES = 2000
"""Draws of the cluster bootstrap."""


@dataclass(frozen=True)
class ProxyReading:
    """A proxy and its parent for the whole population and one candidate.

    `relation`: agrees (both better or both worse), disagrees (one better, one worse), not_confirmed (the proxy moved,
    the parent can't tell or is merely no worse), silent (the proxy did not move), not_measured. `association` is the
    correlation of the units' improvements on both, from -1 to 1, over `n` pairs. `implied` is the change of the parent
    that the stated link expects from the proxy, in the parent's units; `parent_effect` is what was measured.
    """

    metric: str
    parent: str
    candidate: str
    relation: Relation
    proxy_state: State
    parent_state: State
    association: Estimate
    n: int
    implied: Estimate
    parent_effect: Effect | None

    @property
    def disagrees(self) -> bool:
        """Whether the proxy says the opposite of what it stands for."""
        return self.relation == "disagrees"


def read_proxies(
    project: Project, evidence: Evidence, effects: Mapping[str, Effect | None], candidate: str
) -> tuple[ProxyReading, ...]:
    """A reading per measured metric with lineage; `effects` are those of the whole population by metric."""
    measured = [project.metrics[name] for name in evidence.table.metrics]
    readings = []
    for metric in measured:
        if metric.lineage is None:
            continue
        proxy, parent = effects.get(metric.id), effects.get(metric.lineage.parent)
        states = _state(proxy), _state(parent)
        known = project.metrics.get(metric.lineage.parent)
        association, n = _association(evidence, metric, known, candidate, project.seed)
        readings.append(
            ProxyReading(
                metric=metric.id,
                parent=metric.lineage.parent,
                candidate=candidate,
                relation=relate(*states),
                proxy_state=states[0],
                parent_state=states[1],
                association=association,
                n=n,
                implied=_implied(metric, proxy),
                parent_effect=parent,
            )
        )
    return tuple(readings)


def _state(effect: Effect | None) -> State:
    return "not_measured" if effect is None else effect.state


def relate(proxy: State, parent: State) -> Relation:
    """What two states say of each other."""
    if "not_measured" in (proxy, parent):
        return "not_measured"
    if proxy not in ("better", "worse"):
        return "silent"
    if parent not in ("better", "worse"):
        return "not_confirmed"
    return "agrees" if proxy == parent else "disagrees"


def _implied(metric: Metric, proxy: Effect | None) -> Estimate:
    """Link times proxy effect; the interval spans every product of their ends."""
    link = metric.lineage.link if metric.lineage else None
    if link is None:
        return Estimate(None, None, "no_link")
    if proxy is None or proxy.difference is None:
        return Estimate(None, None, "no_data")
    value = link.base * proxy.difference
    if proxy.interval is None:
        return Estimate(value, None, proxy.why)
    ends = [strength * end for strength in (link.low, link.high) for end in proxy.interval]
    return Estimate(value, (min(ends), max(ends)))


def _association(
    evidence: Evidence, metric: Metric, parent: Metric | None, candidate: str, seed: int
) -> tuple[Estimate, int]:
    table = evidence.table
    if parent is None or parent.id not in table.metrics:
        return Estimate(None, None, "no_data"), 0
    if evidence.pairings[candidate].mode != "paired":
        return Estimate(None, None, "unpaired"), 0
    arm = table.arms.index(candidate)
    one, other = (table.metrics.index(item.id) for item in (metric, parent))
    both = used_units(table, one, arm, True)[0] & used_units(table, other, arm, True)[0]
    n = int(both.sum())
    if n < FEWEST:
        return Estimate(None, None, "fewer_than_15_units"), n
    changes = [
        item.sign * (table.values[index, arm] - table.values[index, 0])[both]
        for item, index in ((metric, one), (parent, other))
    ]
    clusters = None if table.cluster is None else np.unique(table.cluster[both], return_inverse=True)[1]
    return correlate(changes[0], changes[1], clusters, seed), n


def correlate(one: FloatArray, other: FloatArray, clusters: IntArray | None, seed: int = 0) -> Estimate:
    """Pearson correlation with its 95 % interval: Fisher's z (1921), or a Bayesian bootstrap over clusters."""
    if float(one.std()) == 0.0 or float(other.std()) == 0.0:
        return Estimate(None, None, "no_variation")
    r = float(np.clip(np.corrcoef(one, other)[0, 1], -1.0, 1.0))
    groups = len(one) if clusters is None else int(clusters.max()) + 1
    if clusters is None or groups == len(one):
        if abs(r) == 1.0:
            return Estimate(r, (r, r))
        half = Z_95 / math.sqrt(len(one) - 3)
        return Estimate(r, (math.tanh(math.atanh(r) - half), math.tanh(math.atanh(r) + half)))
    if groups < FEWEST:
        return Estimate(r, None, "few_clusters")
    low, high = np.quantile(_drawn_correlations(one, other, clusters, groups, seed), (0.025, 0.975)).tolist()
    return Estimate(r, (low, high))


def _drawn_correlations(one: FloatArray, other: FloatArray, clusters: IntArray, groups: int, seed: int) -> FloatArray:
    """Correlations under exponential weights of the clusters, from the clusters' moments."""
    centred = one - one.mean(), other - other.mean()
    columns = (np.ones(len(one)), *centred, centred[0] ** 2, centred[1] ** 2, centred[0] * centred[1])
    moments = np.stack([totals_by(clusters, column, groups) for column in columns], axis=1)
    total = exponential(open_stream(seed, "*", "association"), (REPLICATES, groups)) @ moments
    n, x, y, xx, yy, xy = total.T
    covariance, spread = xy / n - x * y / n**2, (xx / n - (x / n) ** 2) * (yy / n - (y / n) ** 2)
    drawn = np.where(spread > 0, covariance / np.sqrt(np.maximum(spread, 1e-300)), 0.0)
    return np.asarray(np.clip(drawn, -1.0, 1.0), dtype=np.float64)
