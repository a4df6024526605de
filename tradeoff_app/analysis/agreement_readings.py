"""Agreement as it is read: alpha, Gwet's coefficient and the plain share with intervals, and judges beside people."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np

from tradeoff_app.analysis.agreement import (
    GOOD,
    TENTATIVE,
    Ratings,
    Scale,
    count_ratings,
    gwet,
    krippendorff_alpha,
    percent_agreement,
)
from tradeoff_app.analysis.catalogue import metric_type
from tradeoff_app.analysis.effects import Estimate
from tradeoff_app.analysis.evidence import Evidence
from tradeoff_app.analysis.observations import FloatArray
from tradeoff_app.analysis.random_streams import open_stream
from tradeoff_app.analysis.rater_agreement import MOST_CATEGORIES, scale_of
from tradeoff_app.analysis.samples import Sample
from tradeoff_app.analysis.special_functions import special
from tradeoff_app.model.metric import Metric
from tradeoff_app.model.project import Project

REPLICATES = 1000
FEWEST = 15
"""Shared items below which agreement gets no interval."""

Standing = Literal["good", "tentative", "low"]


@dataclass(frozen=True)
class AgreementReading:
    """Agreement on one metric over `items` with two or more ratings; each number from a bootstrap over items.

    `gwet` is AC1 for labels and AC2 with ordinal weights for anything ordered. `standing` follows alpha: good from
    0.80, tentative from 0.667, low below (the metric may not decide alone), None where alpha is unknown.
    """

    metric: str
    scale: Scale
    items: int
    alpha: Estimate
    gwet: Estimate
    percent: Estimate
    standing: Standing | None


@dataclass(frozen=True)
class JudgeReading:
    """An automated judge beside the people whose metric its lineage names, on the units that both scored.

    `mean_difference` is judge minus people in natural units, with the interval of the metric's own type.
    """

    judge: str
    people: str
    agreement: AgreementReading
    mean_difference: Estimate


def read_agreement(project: Project, rated: Mapping[str, Ratings]) -> tuple[AgreementReading, ...]:
    """One reading per rated metric that the project knows."""
    known = ((project.metrics[name], ratings) for name, ratings in rated.items() if name in project.metrics)
    return tuple(measure_agreement(metric.id, scale_of(metric), ratings, project.seed) for metric, ratings in known)


def measure_agreement(name: str, scale: Scale, ratings: Ratings, seed: int) -> AgreementReading:
    """Alpha, Gwet and plain agreement with intervals over the items."""
    patterns = ratings.compressed()
    weighting: Literal["identity", "ordinal"] = "identity" if scale == "nominal" else "ordinal"
    drawn = _resampled(patterns, name, seed) if patterns.items >= FEWEST else []
    alpha = _estimate(patterns, drawn, lambda some: krippendorff_alpha(some, scale))
    return AgreementReading(
        metric=name,
        scale=scale,
        items=patterns.items,
        alpha=alpha,
        gwet=_estimate(patterns, drawn, lambda some: gwet(some, weighting)),
        percent=_estimate(patterns, drawn, percent_agreement),
        standing=_standing(alpha.value),
    )


def _standing(alpha: float | None) -> Standing | None:
    if alpha is None:
        return None
    return "good" if alpha >= GOOD else "tentative" if alpha >= TENTATIVE else "low"


def _resampled(patterns: Ratings, name: str, seed: int) -> list[Ratings]:
    """Bayesian bootstrap over items: Gamma(times) for each pattern, scaled to the number of items."""
    uniform = open_stream(seed, "*", f"agreement|{name}").random((REPLICATES, len(patterns.counts)))
    weights = special.gammaincinv(patterns.weights, np.maximum(uniform, 2.0**-53))
    weights *= patterns.weights.sum() / weights.sum(axis=1, keepdims=True)
    return [Ratings(patterns.counts, patterns.categories, row) for row in weights]


def _estimate(patterns: Ratings, drawn: list[Ratings], measure: Callable[[Ratings], float | None]) -> Estimate:
    value = measure(patterns)
    if value is None:
        return Estimate(None, None, "no_variation" if patterns.items else "no_data")
    if not drawn:
        return Estimate(value, None, "fewer_than_15_units")
    known = [found for found in map(measure, drawn) if found is not None]
    low, high = np.quantile(known, (0.025, 0.975)).tolist()
    return Estimate(value, (low, high))


def read_judges(project: Project, evidence: Evidence) -> tuple[JudgeReading, ...]:
    """One reading per automated metric whose parent is the same question asked to people, with shared units."""
    readings = []
    for name in evidence.table.metrics:
        judge = project.metrics[name]
        people = project.metrics.get(judge.lineage.parent) if judge.lineage else None
        if people is None or people.id not in evidence.table.metrics or not _asks_the_same(judge, people):
            continue
        sample = _shared_sample(evidence, judge, people)
        if len(sample.before):
            readings.append(_read_judge(judge, people, sample, project.seed))
    return tuple(readings)


def _asks_the_same(judge: Metric, people: Metric) -> bool:
    same = judge.type == people.type and (judge.scale is None or people.scale is None or judge.scale == people.scale)
    return judge.tier == "automated" and people.tier == "human" and same and judge.type != "ratio"


def _shared_sample(evidence: Evidence, judge: Metric, people: Metric) -> Sample:
    """People's values as before and the judge's as after, over both arms; a unit's arms are one cluster."""
    table = evidence.table
    one, other = table.values[table.metrics.index(people.id)], table.values[table.metrics.index(judge.id)]
    both = ~np.isnan(one) & ~np.isnan(other)
    groups = np.arange(table.units) if table.cluster is None else table.cluster
    clusters = np.unique(np.broadcast_to(groups, both.shape)[both], return_inverse=True)[1]
    is_alone = len(clusters) == 0 or int(clusters.max()) + 1 == len(clusters)
    kept = None if is_alone else clusters
    scale = (0.0, 1.0) if judge.type == "binary" else judge.scale or people.scale
    return Sample(one[both], other[both], True, kept, kept, scale=scale)


def _read_judge(judge: Metric, people: Metric, sample: Sample, seed: int) -> JudgeReading:
    matrix: FloatArray = np.stack([sample.before, sample.after])
    is_many = len(np.unique(matrix)) > MOST_CATEGORIES
    scale: Scale = "interval" if is_many else scale_of(judge)
    ratings = count_ratings(np.round(matrix, 2) if is_many else matrix)
    agreement = measure_agreement(judge.id, scale, ratings, seed)
    kind = metric_type(judge.type)
    assert kind is not None
    found = kind.difference(sample)
    small = len(sample.before) < FEWEST or found.low is None or found.high is None
    why = found.why or "fewer_than_15_units"
    interval = None if small else (found.low or 0.0, found.high or 0.0)
    return JudgeReading(judge.id, people.id, agreement, Estimate(found.estimate, interval, why if small else None))
