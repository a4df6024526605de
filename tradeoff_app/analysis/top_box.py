"""The best categories of an ordered scale as a share: "n more in every 100 rate 4 or 5" beside a mean of categories."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from tradeoff_app.analysis.effects import TopBox
from tradeoff_app.analysis.metric_types.binary import difference
from tradeoff_app.analysis.samples import Sample, level_of
from tradeoff_app.model.metric import Metric

SMALLEST_BOX = 15
"""Units below which a share gets no interval."""


@dataclass(frozen=True)
class _Box:
    low: float
    high: float


def find_box(metric: Metric) -> _Box | None:
    """The two best of five or more categories, else the best one; None without a scale of three or more."""
    if metric.type != "ordinal" or metric.scale is None or metric.better is None:
        return None
    low, high = metric.scale
    steps = high - low
    if steps < 2 or steps != int(steps):
        return None
    width = 1 if steps >= 4 else 0
    return _Box(high - width, high) if metric.better == "higher" else _Box(low, low + width)


def measure_top_box(metric: Metric, sample: Sample) -> TopBox | None:
    """Shares of units inside the box before and after, with the interval of a rate's difference."""
    box = find_box(metric)
    if box is None or not len(sample.before) or not len(sample.after):
        return None
    before, after = (
        ((values >= box.low) & (values <= box.high)).astype(np.float64) for values in (sample.before, sample.after)
    )
    found = difference(replace(sample, before=before, after=after, scale=(0.0, 1.0)))
    small = min(len(before), len(after)) < SMALLEST_BOX
    interval = None if small or found.low is None or found.high is None else (found.low, found.high)
    shares = level_of(before, sample.before_weights), level_of(after, sample.after_weights)
    return TopBox(box.low, box.high, shares[0] or 0.0, shares[1] or 0.0, interval)
