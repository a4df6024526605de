"""The replicate matrix: what it is drawn from, that it reproduces, and that both routes agree."""

from __future__ import annotations

import numpy as np
import pytest

from tests.builders import evidence, observations, project
from tradeoff_app.analysis import replicates
from tradeoff_app.analysis.evidence import Evidence
from tradeoff_app.analysis.large_samples import semidefinite_root
from tradeoff_app.analysis.observations import Observations
from tradeoff_app.analysis.outcome import evaluate
from tradeoff_app.analysis.random_streams import half_gamma, open_stream


def many(n: int, seed: int = 5) -> Observations:
    generator = np.random.default_rng(seed)
    done = generator.random(n) < 0.6
    after = np.where(generator.random(n) < 0.1, ~done, done)
    rare = generator.random(n) < 0.003
    rare_after = rare | (generator.random(n) < 0.002)
    scores = generator.normal(3, 1, n)
    later = scores + generator.normal(0.05, 0.6, n)
    columns = {"done": (done, after), "rare": (rare, rare_after), "score": (scores, later)}
    values = {
        name: {"baseline": [float(x) for x in old], "candidate": [float(x) for x in new]}
        for name, (old, new) in columns.items()
    }
    return observations(values, types={"score": "continuous"}, lower_is_better=["rare"])


def test_that_both_routes_agree_on_5000_clusters(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = many(5000)
    decided = project(seen)
    small = evidence(seen, decided)
    monkeypatch.setattr(replicates, "LARGE_SEGMENT", 4999)
    large = evidence(seen, decided)
    for metric in ("done", "score", "rare"):
        one, other = (found.draws.effect("candidate", metric, "*") for found in (small, large))
        spread = float(one.std())
        assert float(other.mean()) == pytest.approx(float(one.mean()), abs=0.15 * spread)
        tolerance = 0.06 if metric != "rare" else 0.30
        assert float(other.std()) == pytest.approx(spread, rel=tolerance)
    for found in (small, large):
        assert float(_level(found, "rare", 1).min()) > 0
    shape = [np.quantile(_level(found, "rare", 1), (0.025, 0.5, 0.975)) for found in (small, large)]
    assert shape[0] == pytest.approx(shape[1], rel=0.06)


def _level(found: Evidence, metric: str, arm: int) -> np.ndarray:
    return found.draws.levels[:, arm, found.draws.keys.index((metric, "*"))]


def test_that_effects_of_metrics_keep_their_correlation() -> None:
    seen = many(800)
    found = evidence(seen, project(seen))
    table = found.table
    change = table.values[:, 1] - table.values[:, 0]
    expected = float(np.corrcoef(change[0], change[2])[0, 1])
    one, other = (found.draws.effect("candidate", metric, "*") for metric in ("done", "score"))
    drawn = np.corrcoef(one, other)[0, 1]
    assert float(drawn) == pytest.approx(expected, abs=0.06)


def test_that_the_same_seed_draws_the_same_and_another_does_not() -> None:
    seen = many(200)
    first, again, other = (evidence(seen, project(seen, seed=seed, replicates=200)) for seed in (1, 1, 2))
    assert np.array_equal(first.draws.effects, again.draws.effects)
    assert not np.array_equal(first.draws.effects, other.draws.effects)


def test_that_replicates_spread_like_the_interval_that_is_shown() -> None:
    seen = many(400)
    found = evidence(seen, project(seen))
    for metric in ("done", "score"):
        cell = found.cells[metric, "*", "candidate"]
        assert cell.interval is not None
        low, high = np.quantile(found.draws.effect("candidate", metric, "*"), (0.025, 0.975))
        width = cell.interval[1] - cell.interval[0]
        assert float(low) == pytest.approx(cell.interval[0], abs=0.05 * width)
        assert float(high) == pytest.approx(cell.interval[1], abs=0.05 * width)


def test_that_unpaired_arms_are_drawn_apart() -> None:
    seen = many(400)
    found = evidence(seen, project(seen, pairing="unpaired"))
    before, after = _level(found, "score", 0), _level(found, "score", 1)
    assert abs(float(np.corrcoef(before, after)[0, 1])) < 0.05
    assert found.cells["score", "*", "candidate"].method == "welch"


def test_that_candidates_are_compared_over_the_same_weights() -> None:
    generator = np.random.default_rng(2)
    scores = [float(x) for x in generator.normal(0, 1, 120)]
    better = [x + 1 for x in scores]
    values = {"score": {"baseline": scores, "a": better, "b": better}}
    seen = observations(values, types={"score": "continuous"})
    found = evidence(seen, project(seen, replicates=300))
    assert found.draws.effect("a", "score", "*") == pytest.approx(found.draws.effect("b", "score", "*"))


def test_that_half_gammas_have_the_mean_and_variance_of_gamma_one_half() -> None:
    draws = half_gamma(open_stream(0, "s", "x"), (200_000,))
    assert float(draws.mean()) == pytest.approx(0.5, abs=0.01)
    assert float(draws.var()) == pytest.approx(0.5, abs=0.02)


def test_that_the_root_of_a_singular_correlation_gives_it_back() -> None:
    matrix = np.array([[1.0, 1.0, 0.3], [1.0, 1.0, 0.3], [0.3, 0.3, 1.0]])
    root = semidefinite_root(matrix)
    assert root @ root.T == pytest.approx(matrix)


def spanning(accounts: int, per_segment: int) -> Observations:
    """Accounts that all have units in three segments, and whose units change together."""
    generator = np.random.default_rng(8)
    chance = np.repeat(generator.choice([0.05, 0.8], accounts), 3 * per_segment)
    n = len(chance)
    before = (generator.random(n) < 0.3).astype(float)
    after = np.maximum(before, generator.random(n) < chance)
    names = [f"account {index // (3 * per_segment)}" for index in range(n)]
    who = ["A", "B", "C"] * (n // 3)
    done = {"baseline": before.tolist(), "candidate": after.tolist()}
    return observations({"done": done}, clusters=names, segments={"who": who})


@pytest.mark.parametrize("largest", [5000, 10])
def test_that_clusters_which_span_segments_have_one_weight_in_all_of_them(
    largest: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(replicates, "LARGE_SEGMENT", largest)
    seen = spanning(40, 30)
    decided = project(seen)
    found = evidence(seen, decided)
    effect = evaluate(decided, found).effect("done")
    assert effect is not None
    assert effect.interval is not None
    assert effect.method == "cluster_population"
    draws = np.mean([found.draws.effect("candidate", "done", segment) for segment in "ABC"], axis=0)
    low, high = np.quantile(draws, (0.025, 0.975))
    assert (high - low) / (effect.interval[1] - effect.interval[0]) == pytest.approx(1.0, abs=0.15)
