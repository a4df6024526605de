"""Medians and 90th percentiles in the place of means: levels, differences, draws, gates, and what they never do."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import evidence, monthly, observations, project
from tradeoff_app.analysis.heavy_tail import quantile_interval
from tradeoff_app.analysis.outcome import Outcome, evaluate
from tradeoff_app.analysis.quantile_metrics import (
    quantile_difference,
    quantile_level,
    shares_below,
    weighted_quantile,
)
from tradeoff_app.analysis.samples import Sample
from tradeoff_app.model.gate import Gate
from tradeoff_app.model.metric import MetricType
from tradeoff_app.model.range import Range
from tradeoff_app.model.scenario import Money, Scenario, Swing

VALUES = st.lists(st.integers(-30, 30).map(float), min_size=2, max_size=40).map(np.array)


@given(VALUES, st.floats(0.05, 0.95))
def test_that_quantiles_without_weights_are_numpys(values: np.ndarray, p: float) -> None:
    assert weighted_quantile(values, None, p) == pytest.approx(float(np.quantile(values, p)), abs=1e-9)


@given(VALUES, st.sampled_from([0.5, 0.9]))
def test_that_the_shares_below_a_quantile_add_up_to_it_wherever_units_tie(values: np.ndarray, p: float) -> None:
    shares = shares_below(np.repeat(values, 3), None, p)
    assert ((shares >= 0) & (shares <= 1.5)).all()
    assert float(shares.mean()) == pytest.approx(p, abs=0.5)


def lognormal(n: int, seed: int, shift: float = 0.0) -> np.ndarray:
    return np.asarray(np.exp(np.random.default_rng(seed).normal(shift, 0.6, n)))


@pytest.mark.parametrize("is_paired", [True, False])
@pytest.mark.parametrize("p", [0.5, 0.9])
def test_that_swapping_the_arms_turns_the_interval_and_scaling_scales_it(p: float, is_paired: bool) -> None:
    one, other = lognormal(200, 1), lognormal(200, 2, 0.2)
    plain = quantile_difference(Sample(one, other, is_paired), p)
    turned = quantile_difference(Sample(other, one, is_paired), p)
    scaled = quantile_difference(Sample(10 * one, 10 * other, is_paired), p)
    assert plain.low is not None
    assert plain.high is not None
    assert (turned.low, turned.high) == pytest.approx((-plain.high, -plain.low), abs=0.05)
    assert (scaled.low, scaled.high) == pytest.approx((10 * plain.low, 10 * plain.high))
    assert plain.low <= plain.estimate <= plain.high


def test_that_the_interval_of_a_level_is_the_exact_one_of_order_statistics() -> None:
    values = lognormal(120, 5)
    level = quantile_level(values, p=0.9)
    assert (level.low, level.high) == quantile_interval(values, 0.9)
    assert level.upper_bound is not None
    assert level.high is not None
    assert level.upper_bound <= level.high


def test_that_a_90th_percentile_of_few_units_is_not_estimable() -> None:
    found = quantile_difference(Sample(lognormal(30, 1), lognormal(30, 2), False), 0.9)
    assert (found.low, found.why) == (None, "quantile_out_of_reach")
    assert quantile_difference(Sample(lognormal(40, 1), lognormal(40, 2), False), 0.9).low is not None


def test_that_equal_values_and_single_units_have_no_interval() -> None:
    flat = np.full(50, 2.0)
    assert quantile_difference(Sample(flat, flat, True), 0.5).why == "same_quantile"
    assert quantile_difference(Sample(flat[:1], flat[:1], True), 0.5).why == "one_unit"


def test_that_units_alike_in_their_clusters_widen_the_interval() -> None:
    one, other = np.repeat(lognormal(40, 1), 5), np.repeat(lognormal(40, 2, 0.3), 5)
    groups = np.repeat(np.arange(40), 5)
    alone = quantile_difference(Sample(one, other, False), 0.5)
    alike = quantile_difference(Sample(one, other, False, groups, groups + 40), 0.5)
    assert alone.se is not None
    assert alike.se is not None
    assert alike.se > 1.7 * alone.se


def told(kind: MetricType = "duration", statistic: str = "p90", **fields: Any) -> Outcome:
    values = {"time": {"baseline": lognormal(300, 3).tolist(), "candidate": lognormal(300, 4, 0.5).tolist()}}
    seen = observations(values, types={"time": kind}, lower_is_better=["time"])
    decided = project(seen, exposure=monthly(1000), replicates=2000, **fields)
    metric = decided.metrics["time"].model_copy(update={"statistic": statistic})
    decided = decided.with_item("metrics", metric)
    return evaluate(decided, evidence(seen, decided))


@pytest.mark.parametrize("statistic", ["p50", "p90"])
def test_that_a_quantile_runs_from_setup_to_gate_score_and_draws(statistic: str) -> None:
    gate = Gate(id="g", metric="time", rule="non_inferiority", margin=0.1)
    scenario = Scenario(id="base", swing={"time": Swing(worst=6.0, best=1.0, points=100)})
    found = told(statistic=statistic, gates={"g": gate}, scenarios={"base": scenario})
    effect = found.effect("time")
    share = {"p50": 0.5, "p90": 0.9}[statistic]
    assert effect is not None
    assert effect.interval is not None
    assert effect.baseline == pytest.approx(float(np.quantile(lognormal(300, 3), share)))
    assert found.gates[0].state == "BREACHED"
    assert found.score is not None
    low, high = (-20 * end for end in reversed(effect.interval))
    assert found.score.difference == pytest.approx(-20 * (effect.difference or 0.0))
    assert found.score.interval == pytest.approx((low, high), rel=0.15)


def test_that_a_quantile_is_neither_priced_nor_counted_in_people() -> None:
    money = Money(metric="time", per_unit=Range.exactly(-1.0))
    found = told(scenarios={"base": Scenario(id="base", money={money.key: money})})
    assert found.value is None
    assert found.people_per_month("time") is None
    assert any(finding.code == "money_on_quantile" for finding in found.findings)


def test_that_rates_and_categories_are_never_compared_by_quantiles() -> None:
    assert told("ordinal").reading is not None
    metric = told("ordinal").reading
    assert metric is not None
    assert metric.metric("time").quantile is None


@settings(deadline=None, max_examples=10)
@given(st.integers(0, 1000))
def test_that_many_clusters_draw_a_quantile_like_few(seed: int) -> None:
    from tradeoff_app.analysis.quantile_metrics import share_below

    values = lognormal(2000, seed)
    shares, way_back = share_below(values, None, 0.9)
    level = way_back.levels(np.array([shares.mean(), 0.88, 0.92]))
    assert level[0] == pytest.approx(float(np.quantile(values, 0.9)), rel=0.02)
    assert level[1] > level[0] > level[2]
