"""What the agreement between raters means for a metric: below 0.667 it may not decide alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from tradeoff_app.analysis.agreement import GOOD, TENTATIVE, Ratings, Scale, krippendorff_alpha, percent_agreement
from tradeoff_app.analysis.checks import Finding
from tradeoff_app.analysis.observations import BoolArray, Observations
from tradeoff_app.model.metric import Metric
from tradeoff_app.model.project import Project

MOST_CATEGORIES = 200
"""More distinct values than this are measurements rather than ratings."""


def collect_ratings(observations: Observations, project: Project) -> dict[str, Ratings]:
    """Counts of ratings by metric, one line per distinct pattern, for each metric that several people rated."""
    wide = observations.rows.wide
    if wide is not None and bool((wide.shared["rater"] < 0).all()):
        return {}
    found = ((metric.id, _ratings_of(metric, observations)) for metric in project.metrics.values())
    return {name: ratings.compressed() for name, ratings in found if ratings is not None}


def agreement_findings(rated: Mapping[str, Ratings], project: Project) -> Iterator[Finding]:
    """Alpha of each metric that several people rated: fatal on a safety gate, a warning elsewhere, when it is low."""
    for name, ratings in rated.items():
        metric = project.metrics[name]
        alpha = krippendorff_alpha(ratings, scale_of(metric))
        if alpha is None:
            continue
        values = {
            "alpha": alpha,
            "agreement_share": percent_agreement(ratings),
            "items": ratings.items,
            "tentative": TENTATIVE <= alpha < GOOD,
        }
        if alpha >= TENTATIVE:
            yield Finding("agreement_known", "ok", metric.id, None, values)
        else:
            is_gate = project.role_of(metric.id) == "safety_gate"
            yield Finding("agreement", "fatal" if is_gate else "warn", metric.id, None, values)


def scale_of(metric: Metric) -> Scale:
    """Nominal for labels, ordinal for everything with an order."""
    return "nominal" if metric.type == "binary" else "ordinal"


def _ratings_of(metric: Metric, observations: Observations) -> Ratings | None:
    """Counts per item (arm, unit and repeat) of a metric with named raters; None where there are not several."""
    names = [measured.name for measured in observations.metrics]
    if metric.source_name not in names:
        return None
    rows = observations.rows.of_metric(names.index(metric.source_name))
    chosen: BoolArray = (rows.rater >= 0) & ~np.isnan(rows.value)
    if len(np.unique(rows.rater[chosen])) < 2:
        return None
    keys = np.stack([rows.arm[chosen], rows.unit[chosen], rows.repeat[chosen]], axis=1)
    items, item = np.unique(keys, axis=0, return_inverse=True)
    categories, category = np.unique(rows.value[chosen], return_inverse=True)
    if len(categories) > MOST_CATEGORIES:
        return None
    counts = np.zeros((len(items), len(categories)))
    np.add.at(counts, (item, category), 1.0)
    return Ratings(counts, categories)
