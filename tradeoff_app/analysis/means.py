"""The difference of means that all mean-like metric types share."""

from __future__ import annotations

from tradeoff_app.analysis.differences import Difference, paired_mean, welch
from tradeoff_app.analysis.samples import Sample


def mean_difference(sample: Sample) -> Difference:
    """Paired t or Welch; with clusters or weights their cluster-robust forms."""
    return paired_mean(sample) if sample.is_paired else welch(sample)
