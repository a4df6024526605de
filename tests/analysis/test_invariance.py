"""What must not matter, does not: which arm is the baseline, the unit of a number, the order of rows, ranges.

Held for the whole way from rows to effects, gates and score, for every metric type, paired or not, in clusters or not.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import evidence, monthly, observations, project
from tradeoff_app.analysis.effects import Effect
from tradeoff_app.analysis.evidence import Evidence
from tradeoff_app.analysis.observations import Observations, Rows
from tradeoff_app.analysis.outcome import evaluate
from tradeoff_app.model.metric import MetricType
from tradeoff_app.model.project import Project
from tradeoff_app.model.scenario import Scenario, Swing

TYPES: tuple[MetricType, ...] = ("binary", "ordinal", "continuous", "count", "duration", "money", "ratio")
SETTINGS = [
    (kind, pairing, is_clustered)
    for kind in TYPES
    for pairing in ("paired", "unpaired")
    for is_clustered in (False, True)
]


def draw_arm(kind: MetricType, seed: int, shift: float, n: int = 60) -> list[float]:
    generator = np.random.default_rng(seed)
    if kind == "binary":
        return [float(x) for x in generator.random(n) < 0.4 + shift]
    if kind == "ordinal":
        return [float(x) for x in generator.integers(1, 6, n)]
    return [round(float(x), 3) for x in generator.lognormal(1 + shift, 0.5, n)]


def seen_of(kind: MetricType, is_clustered: bool, *, seed: int = 3, swapped: bool = False) -> Observations:
    one, other = draw_arm(kind, seed, 0.0), draw_arm(kind, seed + 1, 0.2)
    arms = {"baseline": other, "candidate": one} if swapped else {"baseline": one, "candidate": other}
    clusters = [f"c{unit // 4:02d}" for unit in range(60)] if is_clustered else None
    scales = {"m": (1.0, 5.0)} if kind == "ordinal" else None
    seen = observations({"m": arms}, types={"m": kind}, clusters=clusters, scales=scales)
    if kind != "ratio":
        return seen
    den = np.random.default_rng(seed + 2).integers(1, 5, 60).astype(float)
    return replace(seen, rows=replace(seen.rows, denominator=den[seen.rows.unit]))


def decide(seen: Observations, pairing: str, **fields: Any) -> Project:
    return project(seen, pairing=pairing, replicates=400, **fields)


def effect_of(found: Evidence) -> Effect:
    return found.cells["m", "*", "candidate"]


@pytest.mark.parametrize(("kind", "pairing", "is_clustered"), SETTINGS)
def test_that_swapping_the_arms_flips_every_sign(kind: MetricType, pairing: str, is_clustered: bool) -> None:
    plain = effect_of(evidence(seen := seen_of(kind, is_clustered), decide(seen, pairing)))
    turned = effect_of(evidence(seen := seen_of(kind, is_clustered, swapped=True), decide(seen, pairing)))
    assert plain.difference is not None
    assert plain.interval is not None
    assert turned.difference == pytest.approx(-plain.difference)
    assert turned.interval == pytest.approx((-plain.interval[1], -plain.interval[0]))
    assert (turned.baseline, turned.candidate_value) == pytest.approx((plain.candidate_value, plain.baseline))
    assert turned.p_value == pytest.approx(plain.p_value)


@pytest.mark.parametrize(("kind", "pairing", "is_clustered"), [each for each in SETTINGS if each[0] != "binary"])
def test_that_another_unit_scales_the_effect_and_nothing_else(
    kind: MetricType, pairing: str, is_clustered: bool
) -> None:
    seen = seen_of(kind, is_clustered)
    larger = replace(seen, rows=replace(seen.rows, value=1000 * seen.rows.value))
    scale = (1.0, 5.0) if kind == "ordinal" else None
    one, other = (decide(each, pairing) for each in (seen, larger))
    wide = None if scale is None else (1000.0, 5000.0)
    other = other.with_item("metrics", other.metrics["m"].model_copy(update={"scale": wide}))
    plain, scaled = evidence(seen, one), evidence(larger, other)
    before, after = effect_of(plain), effect_of(scaled)
    assert before.interval is not None
    assert before.difference is not None
    assert after.difference == pytest.approx(1000 * before.difference)
    assert after.interval == pytest.approx((1000 * before.interval[0], 1000 * before.interval[1]))
    assert after.state == before.state
    assert after.p_value == pytest.approx(before.p_value)
    assert after.needs_times_n == pytest.approx(before.needs_times_n)
    draws = (found.draws.effect("candidate", "m", "*") for found in (plain, scaled))
    small, large = draws
    assert large == pytest.approx(1000 * small)


@pytest.mark.parametrize(("kind", "pairing", "is_clustered"), SETTINGS)
def test_that_the_order_of_rows_changes_no_number(kind: MetricType, pairing: str, is_clustered: bool) -> None:
    seen = seen_of(kind, is_clustered)
    order = np.random.default_rng(9).permutation(len(seen.rows.value))
    fields = {name: getattr(seen.rows, name) for name in Rows.__dataclass_fields__}
    moved: dict[str, Any] = {name: None if array is None else array[order] for name, array in fields.items()}
    turned = Rows(**moved)
    one, other = (evidence(each, decide(each, pairing)) for each in (seen, replace(seen, rows=turned)))
    assert effect_of(one) == effect_of(other)
    assert (one.draws.levels == other.draws.levels).all()


@settings(max_examples=25, deadline=None)
@given(st.floats(-50, 50).filter(lambda x: abs(x) > 0.01), st.floats(-1000, 1000))
def test_that_the_score_does_not_know_the_unit_of_a_metric(scale: float, shift: float) -> None:
    seen = seen_of("continuous", is_clustered=False)
    moved = replace(seen, rows=replace(seen.rows, value=scale * seen.rows.value + shift))
    outcomes = []
    for each, (worst, best) in ((seen, (1.0, 8.0)), (moved, (scale + shift, 8 * scale + shift))):
        swing = {"m": Swing(worst=worst, best=best, points=100)}
        decided = decide(each, "paired", scenarios={"base": Scenario(id="base", swing=swing)}, exposure=monthly(100))
        outcomes.append(evaluate(decided, evidence(each, decided)).score)
    one, other = outcomes
    assert one is not None
    assert other is not None
    assert other.difference == pytest.approx(one.difference, abs=1e-6)
    assert other.interval == pytest.approx(one.interval, abs=1e-6)
    assert other.p_positive == one.p_positive


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 500))
def test_that_another_metric_on_the_same_units_moves_no_draw(seed: int) -> None:
    values = {"m": {"baseline": draw_arm("count", seed, 0.0), "candidate": draw_arm("count", seed + 1, 0.2)}}
    more = {"a": {"baseline": draw_arm("binary", seed + 2, 0.0), "candidate": draw_arm("binary", seed + 3, 0.1)}}
    alone = observations(values, types={"m": "count"})
    joined = observations({**more, **values}, types={"m": "count"})
    one, other = (evidence(each, decide(each, "unpaired")) for each in (alone, joined))
    assert (one.draws.effect("candidate", "m", "*") == other.draws.effect("candidate", "m", "*")).all()
