"""The whole population: weighted sums, clusters across segments, shrinkage, multiplicity, and checks of evidence."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import evidence, observations, outcome, paired_rate, project
from tradeoff_app.analysis.checks import sample_ratio
from tradeoff_app.analysis.multiplicity import benjamini_hochberg, bonferroni, holm
from tradeoff_app.analysis.observations import Rows
from tradeoff_app.analysis.population import mover, renormalised
from tradeoff_app.analysis.roots import find_root
from tradeoff_app.analysis.shrinkage import shrink
from tradeoff_app.model.gate import Gate

P_VALUES = st.lists(st.floats(0, 1), min_size=1, max_size=12)


@given(st.lists(st.tuples(st.floats(0.01, 1), st.floats(-1, 1), st.floats(0, 0.5)), min_size=1, max_size=6))
def test_that_a_weighted_sum_is_surer_than_its_worst_and_less_sure_than_its_best(
    parts: list[tuple[float, float, float]],
) -> None:
    total = sum(w for w, _, _ in parts)
    shares = [w / total for w, _, _ in parts]
    estimates = [d for _, d, _ in parts]
    halves = [h for _, _, h in parts]
    found, (low, high) = mover(shares, estimates, [(d - h, d + h) for d, h in zip(estimates, halves, strict=True)])
    assert found == pytest.approx(sum(s * d for s, d in zip(shares, estimates, strict=True)))
    assert high - found == pytest.approx(found - low)
    assert high - found <= sum(s * h for s, h in zip(shares, halves, strict=True)) + 1e-9


def test_that_one_segment_alone_is_the_population() -> None:
    estimate, interval = mover([1.0], [0.3], [(0.1, 0.6)])
    assert estimate == pytest.approx(0.3)
    assert interval == pytest.approx((0.1, 0.6))
    assert renormalised({"a": 0.2, "b": 0.6, "c": 0.2}, ["a", "b"]) == pytest.approx({"a": 0.25, "b": 0.75})
    assert renormalised({"a": 0.0}, ["a"]) == {"a": 1.0}


def test_that_clusters_across_segments_widen_the_population_interval() -> None:
    generator = np.random.default_rng(1)
    groups, size = 40, 6
    shift = np.repeat(generator.normal(0, 1, groups), size)
    before = generator.normal(3, 1, groups * size)
    after = before + shift + 0.1
    values = {"score": {"baseline": [float(x) for x in before], "candidate": [float(x) for x in after]}}
    tiers = [("a", "b")[index % 2] for index in range(groups * size)]
    names = [f"c{index // size}" for index in range(groups * size)]
    spanning = observations(values, types={"score": "continuous"}, segments={"tier": tiers}, clusters=names)
    nested_names = [f"{name}{tier}" for name, tier in zip(names, tiers, strict=True)]
    nested = observations(values, types={"score": "continuous"}, segments={"tier": tiers}, clusters=nested_names)
    wide, narrow = (outcome(seen, project(seen, partition=("tier",))).effect("score") for seen in (spanning, nested))
    whole = evidence(spanning, project(spanning, partition=())).cells["score", "*", "candidate"]
    assert wide is not None
    assert narrow is not None
    assert (wide.method, narrow.method) == ("cluster_population", "mover")
    assert wide.interval == pytest.approx(whole.interval)
    assert wide.interval is not None
    assert narrow.interval is not None
    assert wide.interval[1] - wide.interval[0] > 1.2 * (narrow.interval[1] - narrow.interval[0])


def test_that_rates_in_clusters_across_segments_keep_an_honest_interval() -> None:
    before, after = paired_rate(120, both=60, fixed=0, broken=0)
    names = [f"c{index % 20}" for index in range(120)]
    seen = observations(
        {"done": {"baseline": before, "candidate": after}},
        segments={"tier": ["a", "b"] * 60},
        clusters=names,
    )
    whole = outcome(seen, project(seen, partition=("tier",), replicates=200)).effect("done")
    assert whole is not None
    assert whole.interval is not None
    assert whole.interval[0] < 0 < whole.interval[1]


@given(st.lists(st.tuples(st.floats(-1, 1), st.floats(0.01, 0.5)), min_size=2, max_size=8))
def test_that_shrinkage_pulls_towards_the_common_mean_and_solves_its_equation(
    parts: list[tuple[float, float]],
) -> None:
    estimates, variances = [y for y, _ in parts], [v**2 for _, v in parts]
    found = shrink(estimates, variances)
    for raw, pulled in zip(estimates, found.shrunk, strict=True):
        assert min(raw, found.mean) - 1e-9 <= pulled <= max(raw, found.mean) + 1e-9
    weights = 1 / (np.array(variances) + found.tau2)
    q = float(weights @ (np.array(estimates) - found.mean) ** 2)
    if found.tau2 > 0:
        assert q == pytest.approx(len(parts) - 1, rel=1e-6)
    else:
        assert q <= len(parts) - 1 + 1e-9


def test_that_the_search_for_a_root_is_exact() -> None:
    assert find_root(lambda x: x**3 - 2, 0.0, 2.0, 1e-14) == pytest.approx(2 ** (1 / 3), abs=1e-13)


@given(P_VALUES)
def test_that_corrections_never_make_a_test_stronger_and_keep_the_order(p_values: list[float]) -> None:
    order = np.argsort(p_values, kind="stable")
    for method in (holm, benjamini_hochberg, bonferroni):
        adjusted = method(p_values)
        assert all(q >= p - 1e-12 for q, p in zip(adjusted, p_values, strict=True))
        assert all(
            a <= b + 1e-12 for a, b in zip(np.array(adjusted)[order], np.array(adjusted)[order][1:], strict=False)
        )
    assert all(h <= b + 1e-12 for h, b in zip(holm(p_values), bonferroni(p_values), strict=True))


def test_that_arms_of_unequal_size_are_fatal_only_where_they_were_randomised() -> None:
    assert sample_ratio([6000, 5000], [0.5, 0.5]).is_mismatch
    assert not sample_ratio([5000, 5050], [0.5, 0.5]).is_mismatch
    before: list[float | None] = [1.0] * 600 + [None] * 300
    after: list[float | None] = [None] * 600 + [1.0] * 300
    seen = observations({"done": {"baseline": before, "candidate": after}})
    assert outcome(seen).is_sound
    randomised = outcome(replace(seen, randomised=True))
    assert randomised.verdict.recommendation == "INVALID"
    assert randomised.grade == "randomised_ab"


def test_that_errors_that_differ_between_the_arms_are_said() -> None:
    nan = float("nan")
    after = [nan] * 20 + [1.0] * 80
    seen = observations(
        {"done": {"baseline": [1.0] * 100, "candidate": after}},
        statuses={("done", "candidate"): dict.fromkeys(range(20), "model_error")},
    )
    finding = next(item for item in evidence(seen).findings if item.code == "error_rates")
    assert (finding.values["baseline_rate"], finding.values["candidate_rate"]) == (0.0, pytest.approx(0.2))


def test_that_one_unit_that_holds_much_of_a_total_is_said() -> None:
    values = [1.0] * 199 + [500.0]
    seen = observations({"spend": {"baseline": values, "candidate": values}}, types={"spend": "money"})
    finding = next(item for item in evidence(seen).findings if item.code == "dominant_unit")
    assert finding.values["share"] == pytest.approx(500 / 699)


def test_that_mostly_zero_amounts_are_said() -> None:
    values = [0.0] * 180 + [5.0] * 20
    seen = observations({"spend": {"baseline": values, "candidate": values}}, types={"spend": "money"})
    assert any(item.code == "few_nonzero" and item.values["n"] == 20 for item in evidence(seen).findings)


def test_that_goals_that_vanish_under_correction_are_said() -> None:
    lucky, flat = paired_rate(100, both=50, fixed=12, broken=3), paired_rate(100, both=50, fixed=5, broken=5)
    values = {f"m{i}": {"baseline": flat[0], "candidate": flat[1]} for i in range(4)}
    values["m4"] = {"baseline": lucky[0], "candidate": lucky[1]}
    seen = observations(values)
    found = outcome(seen)
    assert any(item.code == "goals_after_correction" for item in found.findings)
    assert (found.verdict.recommendation, found.verdict.reasons) == ("NO_CASE", ("NO_BENEFIT_SHOWN",))
    alone = observations({"m4": values["m4"]})
    assert not any(item.code == "goals_after_correction" for item in outcome(alone).findings)
    assert outcome(alone).verdict.recommendation == "SHIP"


def test_that_a_level_that_reaches_its_target_needs_no_correction() -> None:
    lucky, flat = paired_rate(100, both=50, fixed=12, broken=3), paired_rate(100, both=50, fixed=5, broken=5)
    values = {f"m{i}": {"baseline": flat[0], "candidate": flat[1]} for i in range(4)}
    values["m4"] = {"baseline": lucky[0], "candidate": lucky[1]}
    seen = observations(values)
    gate = Gate(id="g", metric="m0", rule="absolute_target", target=0.3)
    found = outcome(seen, project(seen, replicates=200).with_item("gates", gate))
    assert not any(item.code == "goals_after_correction" for item in found.findings)
    assert found.verdict.recommendation == "SHIP"


def test_that_raters_who_disagree_are_said_and_fatal_for_a_gate() -> None:
    from tradeoff_app.model.gate import Gate

    generator = np.random.default_rng(4)
    n = 40
    fields = {
        "arm": np.tile(np.repeat([0, 1], n), 2),
        "unit": np.tile(np.arange(n), 4),
        "repeat": np.zeros(4 * n, dtype=np.int64),
        "rater": np.repeat([0, 1], 2 * n),
        "metric": np.zeros(4 * n, dtype=np.int64),
        "status": np.zeros(4 * n, dtype=np.int64),
    }
    base = observations({"tone": {"baseline": [1.0] * n, "candidate": [1.0] * n}}, types={"tone": "ordinal"})
    seen = replace(base, rows=Rows(value=generator.integers(1, 6, 4 * n).astype(float), **fields))
    decided = project(seen, replicates=100)
    levels = [item.level for item in evidence(seen, decided).findings if item.code == "agreement"]
    assert levels == ["warn"]
    gate = Gate(id="g", metric="tone", rule="absolute_limit", limit=1.0)
    assert outcome(seen, decided.change(gates={"g": gate})).verdict.recommendation == "INVALID"
    same = np.tile(generator.integers(1, 6, 2 * n).astype(float), 2)
    agreed = replace(base, rows=Rows(value=same, **fields))
    assert any(item.code == "agreement_known" for item in evidence(agreed, decided).findings)
