"""A ratio as a mean: each unit's part in numerator over denominator (the delta method, unit by unit)."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from tradeoff_app.analysis.observations import FloatArray
from tradeoff_app.analysis.samples import Sample, level_of


def linear_values(values: FloatArray, weights: FloatArray | None, den: FloatArray) -> FloatArray:
    """R + (numerator - R x denominator) / mean denominator per unit; empty where the denominators sum to nothing.

    Their weighted mean is R, and the variance of that mean is the delta method's (Deng, Knoblich and Lu 2018, eq. 5),
    so that pairs, clusters and weights are treated as those of any mean.
    """
    ratio = level_of(values, weights, den) if len(values) else None
    if ratio is None:
        return np.zeros(0)
    size = float(den.mean() if weights is None else den @ weights / weights.sum())
    return np.asarray(ratio + (values - ratio * den) / size, dtype=np.float64)


def linearised(sample: Sample) -> Sample:
    """The sample of a ratio as one of means; any other sample as it is."""
    if sample.before_den is None or sample.after_den is None:
        return sample
    return replace(
        sample,
        before=linear_values(sample.before, sample.before_weights, sample.before_den),
        after=linear_values(sample.after, sample.after_weights, sample.after_den),
        before_den=None,
        after_den=None,
    )
