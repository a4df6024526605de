"""Ratios: a sum over a sum, with the delta method in every setting, and what it falls back to."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import evidence, observations, project
from tradeoff_app.analysis.effects import Effect
from tradeoff_app.analysis.evidence import Evidence
from tradeoff_app.analysis.observations import FloatArray, Observations
from tradeoff_app.analysis.quantiles import t_point

KEY = ("spend", "*", "candidate")


def ratio_rows(
    num: tuple[FloatArray, FloatArray], den: tuple[FloatArray, FloatArray], clusters: list[str] | None = None
) -> Observations:
    """Paired units with numerators and denominators before and after."""
    values = {"spend": dict(zip(("baseline", "candidate"), (list(map(float, side)) for side in num), strict=True))}
    seen = observations(values, types={"spend": "ratio"}, clusters=clusters)
    return replace(seen, rows=replace(seen.rows, denominator=np.concatenate(den)))


def some(n: int, seed: int) -> tuple[tuple[FloatArray, FloatArray], tuple[FloatArray, FloatArray]]:
    """Visits per user, with users who never came, and spend that follows them."""
    generator = np.random.default_rng(seed)
    den = generator.poisson(2.0, n).astype(float), generator.poisson(2.2, n).astype(float)
    return (den[0] * generator.gamma(2, 3, n), den[1] * generator.gamma(2, 3.2, n)), den


def found(seen: Observations, **fields: object) -> tuple[Evidence, Effect]:
    """Evidence and the effect of the whole."""
    made = evidence(seen, project(seen, partition=(), **fields))
    return made, made.cells[KEY]


def test_that_a_ratio_is_the_sum_over_the_sum_not_the_mean_of_ratios() -> None:
    num, den = some(300, 1)
    effect = found(ratio_rows(num, den))[1]
    assert effect.baseline == pytest.approx(num[0].sum() / den[0].sum())
    assert effect.candidate_value == pytest.approx(num[1].sum() / den[1].sum())
    assert effect.method == "ratio_delta"
    assert effect.n_pairs == 300


def test_that_the_unpaired_error_is_the_delta_method() -> None:
    num, den = some(300, 2)
    effect = found(ratio_rows(num, den), pairing="unpaired")[1]
    parts = []
    for top, bottom in zip(num, den, strict=True):
        cov = np.cov(top, bottom)
        m, d = top.mean(), bottom.mean()
        parts.append((cov[0, 0] / d**2 - 2 * m * cov[0, 1] / d**3 + m**2 * cov[1, 1] / d**4) / len(top))
    assert effect.method == "ratio_delta"
    assert effect.difference is not None
    assert effect.interval is not None
    assert effect.standard_error is not None
    half = effect.interval[1] - effect.difference
    df = sum(parts) ** 2 / sum(part**2 / 299 for part in parts)
    assert half == pytest.approx(t_point(df) * math.sqrt(sum(parts)))


def test_that_clusters_widen_a_ratio_whose_units_are_alike() -> None:
    num, den = some(200, 3)
    doubled = (np.repeat(num[0], 2), np.repeat(num[1], 2)), (np.repeat(den[0], 2), np.repeat(den[1], 2))
    names = [f"c{i:03d}" for i in range(200) for _ in range(2)]
    alone = found(ratio_rows(num, den))[1]
    clustered = found(ratio_rows(doubled[0], doubled[1], names))[1]
    assert clustered.method == "ratio_delta_cr1"
    assert clustered.clusters == 200
    assert clustered.interval == pytest.approx(alone.interval)


def test_that_the_draws_of_a_ratio_spread_like_its_interval() -> None:
    num, den = some(400, 4)
    made, effect = found(ratio_rows(num, den))
    draws = made.draws.effect("candidate", "spend", "*")
    assert effect.interval is not None
    assert float(draws.mean()) == pytest.approx(effect.difference, abs=0.05)
    assert np.quantile(draws, (0.025, 0.975)) == pytest.approx(effect.interval, abs=0.12)


def test_that_denominators_of_zero_everywhere_leave_it_unmeasured() -> None:
    num, den = some(40, 5)
    effect = found(ratio_rows(num, (den[0], np.zeros(40))))[1]
    assert effect.state == "not_measured"
    assert effect.why == "no_data"
    assert effect.candidate_value is None


def test_that_without_denominators_a_ratio_is_a_mean() -> None:
    num, _ = some(60, 6)
    seen = ratio_rows(num, (np.ones(60), np.ones(60)))
    ratio = found(seen)[1]
    decided = project(seen, partition=())
    mean = evidence(seen, decided.with_item("metrics", decided.metrics["spend"].model_copy(update={"type": "money"})))
    assert ratio.interval == pytest.approx(mean.cells[KEY].interval)


def test_that_a_row_without_a_denominator_is_missing() -> None:
    num, den = some(50, 7)
    broken = den[1].copy()
    broken[:2] = np.nan, -1.0
    made, effect = found(ratio_rows(num, (den[0], broken)))
    assert effect.n_pairs == 48
    assert made.table.missing is not None
    assert int(made.table.missing.sum()) == 2


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000), st.floats(0.1, 50), st.booleans())
def test_that_scaling_scales_and_swapping_turns_a_ratio(seed: int, factor: float, is_paired: bool) -> None:
    num, den = some(40, seed)
    pairing = "paired" if is_paired else "unpaired"
    plain = found(ratio_rows(num, den), pairing=pairing, replicates=100)[1]
    scaled = found(ratio_rows((num[0] * factor, num[1] * factor), den), pairing=pairing, replicates=100)[1]
    turned = found(ratio_rows(num[::-1], den[::-1]), pairing=pairing, replicates=100)[1]
    assert plain.interval is not None
    assert scaled.interval == pytest.approx(tuple(end * factor for end in plain.interval), rel=1e-9, abs=1e-9)
    assert turned.interval == pytest.approx((-plain.interval[1], -plain.interval[0]), rel=1e-9, abs=1e-9)
