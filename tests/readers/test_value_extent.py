from __future__ import annotations

import math

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tradeoff_app.readers.value_extent import Extent, are_whole

VALUES = st.lists(st.one_of(st.integers(-5, 5).map(float), st.floats()), max_size=8)


@given(st.lists(VALUES, max_size=3))
def test_that_an_extent_is_that_of_all_finite_values(parts: list[list[float]]) -> None:
    finite = [value for part in parts for value in part if math.isfinite(value)]
    found = Extent.of([np.array(part, dtype=np.float64) for part in parts])
    assert found.count == len(finite)
    assert found.is_whole == all(value.is_integer() for value in finite)
    if finite:
        assert (found.low, found.high) == (min(finite), max(finite))


def test_that_a_fraction_far_down_is_seen() -> None:
    values = np.arange(5_000, dtype=np.float64)
    assert are_whole(values)
    values[4_999] = 0.5
    assert not are_whole(values)
