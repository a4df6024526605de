"""One arm's own level: exact bounds, clusters, and levels without variation."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.validation.reference import clopper_pearson
from tradeoff_app.analysis.rates import (
    design_effect,
    mean_level,
    rate_level,
    units_for_zero_events,
    upper_bound,
    wilson,
)

COUNTS = st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@given(COUNTS)
def test_that_intervals_hold_the_rate_and_stay_between_0_and_1(counts: tuple[int, int]) -> None:
    events, n = counts
    for low, high in (wilson(events, n), clopper_pearson(events, n)):
        assert 0 <= low <= events / n + 1e-12
        assert events / n - 1e-12 <= high <= 1


@given(COUNTS)
def test_that_one_more_event_never_lowers_the_bound(counts: tuple[int, int]) -> None:
    events, n = counts
    assert upper_bound(min(events + 1, n), n) >= upper_bound(events, n)


@given(st.floats(0.0005, 0.2))
def test_that_the_units_for_zero_events_are_just_enough(limit: float) -> None:
    n = units_for_zero_events(limit)
    assert upper_bound(0, n) <= limit + 1e-12
    assert n == 1 or upper_bound(0, n - 1) > limit


def test_that_nothing_seen_is_known_by_its_exact_bound() -> None:
    level = rate_level(np.zeros(300))
    assert level.value == 0.0
    assert level.upper_bound == pytest.approx(1 - 0.05 ** (1 / 300))


def test_that_clusters_of_copies_count_once() -> None:
    values = np.repeat(np.array([1.0] * 8 + [0.0] * 32), 5)
    groups = np.repeat(np.arange(40), 5)
    assert design_effect(values, groups) == pytest.approx(5, rel=0.05)
    assert rate_level(values, groups).upper_bound == pytest.approx(upper_bound(8, 40), abs=0.005)
    assert rate_level(np.zeros(200), groups).upper_bound == pytest.approx(upper_bound(0, 40))


def test_that_a_mean_without_variation_is_bounded_by_its_scale() -> None:
    assert mean_level(np.full(30, 4.0)).low is None
    level = mean_level(np.full(30, 4.0), None, (1.0, 5.0))
    assert level.lower_bound == pytest.approx(4 - (1 - 0.05 ** (1 / 30)) * 4)


def test_that_nothing_is_known_without_units() -> None:
    assert rate_level(np.array([])).value is None
    assert mean_level(np.array([])).value is None
    assert mean_level(np.array([1.0])).low is None


def test_that_rounding_of_binary_digits_is_no_variation_of_a_level() -> None:
    assert mean_level(np.full(15, 4.1)).low is None


def test_that_sampling_weights_move_a_level_but_not_its_bounds() -> None:
    values, weights = np.array([1.0, 0.0] * 20), np.array([1.5, 0.5] * 20)
    plain, weighed = rate_level(values), rate_level(values, None, weights)
    assert (weighed.value, weighed.unweighted, weighed.counted) == (0.75, 0.5, 0.5)
    assert (weighed.upper_bound, weighed.events) == (plain.upper_bound, plain.events)
    assert weighed.low is not None
    assert weighed.high is not None
    assert weighed.low < 0.75 < weighed.high
    means = mean_level(values, None, None, weights)
    assert (means.value, means.counted) == (0.75, 0.5)
    assert means.upper_bound == mean_level(values).upper_bound


def test_that_equal_weights_are_no_weights() -> None:
    values, ones = np.array([1.0, 0.0, 0.0, 1.0] * 10), np.ones(40)
    plain, weighed = rate_level(values), rate_level(values, None, ones)
    assert weighed.low == pytest.approx(plain.low, abs=0.01)
    assert mean_level(values, None, None, ones).low == pytest.approx(mean_level(values).low)


def test_that_a_rate_of_nothing_keeps_its_interval_under_weights() -> None:
    level = rate_level(np.zeros(40), np.repeat(np.arange(10), 4), np.array([1.5, 0.5] * 20))
    assert (level.value, level.low) == (0.0, 0.0)
    assert level.high is not None
    assert level.high > 0.2
