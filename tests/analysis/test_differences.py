"""Differences between two arms: signs, scales, clusters, weights, and what happens where nothing varies."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import paired_rate
from tradeoff_app.analysis.catalogue import metric_type
from tradeoff_app.analysis.differences import (
    Difference,
    bonett_price,
    mcnemar_exact,
    newcombe,
    paired_mean,
    relative_change,
    tango,
    welch,
)
from tradeoff_app.analysis.samples import Sample, scaled_weights

RATES = st.lists(st.tuples(st.booleans(), st.booleans()), min_size=3, max_size=60)
NUMBERS = st.lists(
    st.tuples(st.floats(-1e3, 1e3).map(lambda x: round(x, 3)), st.floats(-1e3, 1e3).map(lambda x: round(x, 3))),
    min_size=3,
    max_size=40,
)


def sample(pairs: list[tuple[float, float]], *, is_paired: bool = True, clusters: list[int] | None = None) -> Sample:
    values = np.array(pairs, dtype=np.float64)
    groups = None if clusters is None else np.array(clusters)
    return Sample(values[:, 0], values[:, 1], is_paired, groups, groups)


def measure(name: str, given_sample: Sample) -> Difference:
    kind = metric_type(name)
    assert kind is not None
    return kind.difference(given_sample)


def swapped(given_sample: Sample) -> Sample:
    return Sample(
        given_sample.after,
        given_sample.before,
        given_sample.is_paired,
        given_sample.after_clusters,
        given_sample.before_clusters,
        given_sample.after_weights,
        given_sample.before_weights,
        given_sample.scale,
    )


@given(RATES, st.booleans(), st.sampled_from([None, 2, 3]))
def test_that_swapping_the_arms_of_a_rate_flips_every_sign(
    pairs: list[tuple[float, float]], is_paired: bool, size: int | None
) -> None:
    clusters = None if size is None else [index // size for index in range(len(pairs))]
    one = measure("binary", sample(pairs, is_paired=is_paired, clusters=clusters))
    other = measure("binary", swapped(sample(pairs, is_paired=is_paired, clusters=clusters)))
    assert other.estimate == pytest.approx(-one.estimate)
    if one.low is not None and one.high is not None:
        assert other.low == pytest.approx(-one.high)
        assert other.high == pytest.approx(-one.low)


@given(NUMBERS, st.booleans())
def test_that_swapping_the_arms_of_a_mean_flips_every_sign(pairs: list[tuple[float, float]], is_paired: bool) -> None:
    one = measure("continuous", sample(pairs, is_paired=is_paired))
    other = measure("continuous", swapped(sample(pairs, is_paired=is_paired)))
    assert other.estimate == pytest.approx(-one.estimate)
    if one.low is not None and one.high is not None:
        assert other.low == pytest.approx(-one.high)
        assert other.high == pytest.approx(-one.low)


@given(NUMBERS, st.floats(0.01, 100), st.booleans())
def test_that_scaling_the_values_scales_the_interval(
    pairs: list[tuple[float, float]], factor: float, is_paired: bool
) -> None:
    one = measure("continuous", sample(pairs, is_paired=is_paired))
    other = measure("continuous", sample([(a * factor, b * factor) for a, b in pairs], is_paired=is_paired))
    assert other.estimate == pytest.approx(factor * one.estimate, abs=1e-9)
    if one.low is not None and other.low is not None:
        assert other.low == pytest.approx(factor * one.low, rel=1e-6, abs=1e-6)


@given(RATES, st.booleans())
def test_that_a_rate_never_changes_by_more_than_everyone(pairs: list[tuple[float, float]], is_paired: bool) -> None:
    found = measure("binary", sample(pairs, is_paired=is_paired))
    assert found.low is not None
    assert found.high is not None
    assert -1 <= found.low <= found.high <= 1


@given(RATES)
def test_that_clusters_of_one_give_bonett_price_with_t_and_its_factor(pairs: list[tuple[float, float]]) -> None:
    n = len(pairs)
    whole = sample(pairs)
    change = whole.after - whole.before
    plain = bonett_price(int((change > 0).sum()), int((change < 0).sum()), n)
    weighted = Sample(whole.before, whole.after, True, None, None, np.ones(n), np.ones(n))
    clustered = measure("binary", weighted)
    assert clustered.estimate == pytest.approx(plain.estimate)
    assert clustered.centre == pytest.approx(plain.centre)
    assert clustered.se == pytest.approx((plain.se or 0) * (n / (n - 1)) ** 0.5)


@given(st.integers(0, 40), st.integers(0, 40), st.integers(0, 200))
def test_that_tango_and_bonett_price_speak_of_the_same_change(fixed: int, broken: int, same: int) -> None:
    n = fixed + broken + same + 20
    plain = bonett_price(fixed, broken, n)
    low, high = tango(fixed, broken, n)
    assert plain.low is not None
    assert plain.high is not None
    assert low <= plain.estimate <= high
    assert low == pytest.approx(plain.low, abs=0.12)
    assert high == pytest.approx(plain.high, abs=0.12)


def test_that_a_new_harm_seen_nowhere_before_gets_an_honest_interval() -> None:
    found = bonett_price(1, 0, 100)
    assert found.low is not None
    assert found.low < 0 < found.estimate < (found.high or 0)
    assert mcnemar_exact(1, 0) == 1.0


def test_that_no_events_at_all_never_give_an_empty_interval() -> None:
    before, after = paired_rate(60, both=0, fixed=0, broken=0)
    paired = measure("binary", Sample(np.array(before), np.array(after), True))
    apart = measure("binary", Sample(np.array(before), np.array(after), False))
    for found in (paired, apart):
        assert found.low is not None
        assert found.high is not None
        assert found.low < 0 < found.high


def test_that_means_without_variation_are_bounded_by_their_scale_or_not_at_all() -> None:
    same = np.full(40, 3.0)
    bounded = paired_mean(Sample(same, same, True, scale=(1.0, 5.0)))
    reach = (1 - 0.025 ** (1 / 40)) * 4
    assert (bounded.low, bounded.high) == pytest.approx((-reach, reach))
    unbounded = paired_mean(Sample(same, same, True))
    assert unbounded.low is None
    assert unbounded.why == "no_variation"


def test_that_one_cluster_is_not_enough_for_an_interval() -> None:
    pairs: list[tuple[float, float]] = [(0.0, 1.0), (1.0, 1.0), (0.0, 0.0)]
    for name in ("binary", "continuous"):
        for is_paired in (True, False):
            found = measure(name, sample(pairs, is_paired=is_paired, clusters=[0, 0, 0]))
            assert found.low is None
            assert found.why == "one_cluster"


@given(st.lists(st.floats(0.5, 5), min_size=5, max_size=5))
def test_that_equal_weights_are_no_weights_and_others_move_the_mean(weights: list[float]) -> None:
    values = np.array([[1.0, 2.0], [2.0, 2.5], [3.0, 2.0], [4.0, 6.0], [1.0, 1.5]])
    scaled = scaled_weights(np.array(weights))
    plain = paired_mean(Sample(values[:, 0], values[:, 1], True))
    found = paired_mean(Sample(values[:, 0], values[:, 1], True, None, None, scaled, scaled))
    expected = float(np.average(values[:, 1] - values[:, 0], weights=weights))
    assert found.estimate == pytest.approx(expected)
    if scaled is None:
        assert found == plain


def test_that_doubling_every_unit_into_its_cluster_changes_nothing() -> None:
    values = np.array([[1.0, 2.0], [2.0, 2.5], [3.0, 2.0], [4.0, 6.0], [1.0, 1.5]])
    plain = paired_mean(Sample(values[:, 0], values[:, 1], True))
    twice = np.repeat(values, 2, axis=0)
    groups = np.repeat(np.arange(5), 2)
    clustered = paired_mean(Sample(twice[:, 0], twice[:, 1], True, groups, groups))
    assert (clustered.low, clustered.high) == pytest.approx((plain.low, plain.high))


def test_that_clusters_shared_by_unpaired_arms_use_what_they_have_in_common() -> None:
    generator = np.random.default_rng(3)
    effect = np.repeat(generator.normal(0, 2, 30), 4)
    before, after = effect + generator.normal(0, 0.1, 120), effect + 0.1 + generator.normal(0, 0.1, 120)
    groups = np.repeat(np.arange(30), 4)
    shared = welch(Sample(before, after, False, groups, groups))
    apart = welch(Sample(before, after, False, groups, groups + 30))
    assert (shared.se or 0) < 0.2 * (apart.se or 0)


def test_that_half_points_of_a_rate_are_kept() -> None:
    values = np.array([[0.0, 0.5], [0.5, 0.5], [1.0, 0.5], [0.0, 1.0]] * 5)
    found = measure("binary", Sample(values[:, 0], values[:, 1], True))
    assert found.estimate == pytest.approx(0.25)
    assert found.method == "paired_rate_cluster"
    assert found.fixed is None


def test_that_unpaired_rates_in_clusters_come_near_newcombe_when_clusters_are_single() -> None:
    before, after = np.array([1.0] * 30 + [0.0] * 70), np.array([1.0] * 45 + [0.0] * 55)
    plain = newcombe(45, 100, 30, 100)
    weights = np.ones(100)
    found = measure("binary", Sample(before, after, False, None, None, weights, weights))
    assert found.low == pytest.approx(plain.low, abs=0.01)
    assert found.high == pytest.approx(plain.high, abs=0.01)


@settings(max_examples=30)
@given(NUMBERS)
def test_that_a_relative_change_agrees_with_the_absolute_one(pairs: list[tuple[float, float]]) -> None:
    shifted = [(a + 2000, b + 2000) for a, b in pairs]
    found = relative_change(sample(shifted))
    absolute = paired_mean(sample(shifted))
    if found is None:
        assert absolute.why == "no_variation"
        return
    base = float(np.mean([a for a, _ in shifted]))
    assert found.estimate == pytest.approx(absolute.estimate / base, abs=1e-9)


def test_that_a_relative_change_of_nothing_is_unknown() -> None:
    assert relative_change(sample([(0.0, 1.0), (0.0, 2.0)])) is None


@pytest.mark.parametrize("value", [0.1, 4.1, 4.7, 1e6 + 0.1])
@pytest.mark.parametrize("is_paired", [True, False])
def test_that_rounding_of_binary_digits_is_no_variation(value: float, is_paired: bool) -> None:
    found = measure("continuous", sample([(value, value + 0.1)] * 15, is_paired=is_paired))
    assert (found.low, found.why) == (None, "no_variation")
    noisy = [(number / 1000, number / 1000 + 0.1) for number in range(15)]
    assert measure("continuous", sample(noisy)).why == "no_variation"


def test_that_small_changes_of_large_numbers_are_variation() -> None:
    found = measure("continuous", sample([(1.7e9, 1.7e9 + index) for index in range(15)]))
    assert found.low is not None


def test_that_bias_reduced_errors_are_those_of_the_matrix_formula() -> None:
    generator = np.random.default_rng(3)
    sizes = [9, 1, 4, 2, 7, 3]
    groups = np.repeat(np.arange(6), sizes)
    change = generator.normal(0.3, 1.0, len(groups)) + generator.normal(0, 0.5, 6)[groups]
    found = paired_mean(Sample(np.zeros(len(groups)), change, True, groups, groups, interval="cr2"))
    n, residual = len(groups), change - change.mean()
    rows, variance = [], 0.0
    for group in range(6):
        inside = groups == group
        left = np.eye(inside.sum()) - np.full((inside.sum(), inside.sum()), 1 / n)
        values, vectors = np.linalg.eigh(left)
        adjustment = vectors @ np.diag(values**-0.5) @ vectors.T
        variance += float(adjustment.sum(axis=0) @ residual[inside]) ** 2 / n**2
        maker = np.eye(n)[inside] - 1 / n
        rows.append(adjustment.sum(axis=0) @ maker / n)
    gram = np.array(rows) @ np.array(rows).T
    assert found.se == pytest.approx(variance**0.5)
    assert found.df == pytest.approx(np.trace(gram) ** 2 / (gram**2).sum())
    assert found.method == "paired_cr2"


def test_that_bias_reduced_errors_without_clusters_or_with_weights_are_the_usual_ones() -> None:
    values, weights = np.array([1.0, 2.0, 4.0, 8.0]), np.array([0.5, 1.5, 0.5, 1.5])
    plain = paired_mean(Sample(np.zeros(4), values, True))
    assert paired_mean(Sample(np.zeros(4), values, True, interval="cr2")) == plain
    groups = np.array([0, 0, 1, 2])
    weighed = Sample(np.zeros(4), values, True, groups, groups, weights, weights, interval="cr2")
    assert paired_mean(weighed).method == "paired_cr1"


def test_that_bias_reduced_errors_of_two_arms_in_equal_clusters_are_those_of_cluster_means() -> None:
    before, after = np.array([1.0, 3.0, 2.0, 2.0, 5.0, 5.0]), np.array([2.0, 2.0, 6.0, 4.0, 3.0, 5.0])
    clusters = np.array([0, 0, 1, 1, 2, 2])
    found = welch(Sample(before, after, False, clusters, clusters + 3, interval="cr2"))
    means = welch(Sample(before.reshape(3, 2).mean(axis=1), after.reshape(3, 2).mean(axis=1), False))
    assert (found.se, found.df) == pytest.approx((means.se, means.df))


def test_that_tango_is_used_where_it_is_asked_for() -> None:
    before, after = paired_rate(50, both=20, fixed=3, broken=9)
    found = measure("binary", Sample(np.array(before), np.array(after), True, interval="tango"))
    assert (found.low, found.high) == tango(3, 9, 50)
    assert found.method == "tango"
