"""Quantiles of replicates against numpy's own."""

from __future__ import annotations

import math

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from tradeoff_app.analysis.order_statistics import quantiles_of

SHARES = (0.0, 0.025, 0.1, 0.5, 0.9, 0.975, 1.0)


@given(arrays(np.float64, st.integers(1, 300), elements=st.floats(-1e12, 1e12)))
def test_that_quantiles_are_numpys_to_the_last_digit(draws: np.ndarray) -> None:
    assert quantiles_of(draws, SHARES) == np.quantile(draws, SHARES).tolist()


def test_that_one_missing_draw_makes_every_quantile_missing() -> None:
    assert all(math.isnan(found) for found in quantiles_of(np.array([1.0, np.nan, 2.0]), SHARES))
