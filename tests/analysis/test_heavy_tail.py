"""Order-statistic intervals of a quantile."""

from __future__ import annotations

import numpy as np

from tradeoff_app.analysis.heavy_tail import quantile_interval


def test_that_an_end_that_no_value_reaches_is_unknown_and_the_other_is_kept() -> None:
    values = np.arange(20.0)
    assert quantile_interval(values, 0.5) == (5.0, 14.0)
    assert quantile_interval(values, 0.9) == (14.0, None)
    assert quantile_interval(values, 0.01) == (None, 1.0)
    assert quantile_interval(np.array([3.0]), 0.5) == (None, None)
