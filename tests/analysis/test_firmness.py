"""How firm the answer is: other weights, rollout shares and effects that turn it, and dominance."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import evidence, monthly, observations, paired_rate, project, support_bot
from tradeoff_app.analysis.outcome import Outcome, evaluate
from tradeoff_app.analysis.weight_space import in_order, near, weights_between
from tradeoff_app.analysis.weights import flip_weight, smallest_weight_move, uniform_weights
from tradeoff_app.model.gate import Gate
from tradeoff_app.model.project import Project
from tradeoff_app.model.range import Range
from tradeoff_app.model.scenario import Money, Rollout, Scenario, Swing

SEEN, STORY = support_bot()
EVIDENCE = evidence(SEEN, STORY)
SHARES = st.lists(st.floats(0.02, 1), min_size=2, max_size=5).map(lambda raw: [x / sum(raw) for x in raw])
CHANGES = st.integers(-100, 100).map(lambda hundredths: hundredths / 100)


def told(decided: Project = STORY, **fields: object) -> Outcome:
    scenario = decided.scenario().model_copy(update=fields)
    return evaluate(decided.with_item("scenarios", scenario), EVIDENCE)


@given(SHARES, st.data())
def test_that_a_weight_flip_is_where_a_fine_search_finds_it(shares: list[float], data: st.DataObject) -> None:
    changes = data.draw(st.lists(CHANGES, min_size=len(shares), max_size=len(shares)))

    def score(weight: float) -> float:
        others = [share * (1 - weight) / (1 - shares[0]) for share in shares[1:]]
        return sum(w * d for w, d in zip([weight, *others], changes, strict=True))

    found = flip_weight(shares, changes, 0)
    grid = [step / 1000 for step in range(1001)]
    signs = [score(weight) for weight in grid]
    crossings = [a for a, (x, y) in zip(grid, pairwise(signs), strict=False) if x * y < 0]
    if found is None:
        assert not crossings
    else:
        assert score(found) == pytest.approx(0.0, abs=1e-9)
        assert all(abs(found - crossing) <= 0.0011 for crossing in crossings)


@settings(max_examples=40)
@given(SHARES, st.data())
def test_that_the_smallest_move_is_the_optimum_of_the_linear_program(shares: list[float], data: st.DataObject) -> None:
    from scipy.optimize import linprog

    n = len(shares)
    changes = data.draw(st.lists(CHANGES, min_size=n, max_size=n))
    cost = [0.0] * n + [0.5] * n
    ones = np.eye(n)
    bounds = np.block([[ones, -ones], [-ones, -ones]])
    limits = [*shares, *(-share for share in shares)]
    equal = np.array([[1.0] * n + [0.0] * n, changes + [0.0] * n])
    best = linprog(cost, A_ub=bounds, b_ub=limits, A_eq=equal, b_eq=[1.0, 0.0])
    found = smallest_weight_move(shares, changes)
    if best.status == 0:
        assert found == pytest.approx(best.fun, abs=1e-7)
    else:
        assert found is None


def test_that_ordered_weights_keep_the_order_and_stay_uniform_among_it() -> None:
    drawn = in_order(uniform_weights(0, 3, 20_000), [0.2, 0.5, 0.3])
    assert (drawn[:, 1] >= drawn[:, 2]).all()
    assert (drawn[:, 2] >= drawn[:, 0]).all()
    assert drawn.mean(axis=0) == pytest.approx([(1 / 3) / 3, (1 + 1 / 2 + 1 / 3) / 3, (1 / 2 + 1 / 3) / 3], abs=0.01)


def test_that_weights_stated_alike_stay_in_any_order() -> None:
    drawn = in_order(uniform_weights(0, 3, 20_000), [0.25, 0.5, 0.25])
    assert (drawn[:, 1] >= drawn[:, [0, 2]].max(axis=1)).all()
    assert float((drawn[:, 0] > drawn[:, 2]).mean()) == pytest.approx(0.5, abs=0.02)


@settings(max_examples=20, deadline=None)
@given(SHARES)
def test_that_bounded_weights_add_up_inside_their_bounds(shares: list[float]) -> None:
    low, high = near(shares)
    drawn = weights_between(0, low, high, 500)
    assert drawn.sum(axis=1) == pytest.approx(np.ones(500))
    assert (drawn >= np.array(low) - 1e-12).all()
    assert (drawn <= np.array(high) + 1e-12).all()


def test_that_bounded_weights_are_uniform_as_rejection_finds_them() -> None:
    low, high = near([0.5, 0.3, 0.2])
    drawn = weights_between(0, low, high, 20_000)
    whole = uniform_weights(1, 3, 200_000)
    kept = whole[((whole >= low) & (whole <= high)).all(axis=1)]
    assert drawn.mean(axis=0) == pytest.approx(kept.mean(axis=0), abs=0.006)
    assert drawn.std(axis=0) == pytest.approx(kept.std(axis=0), abs=0.006)


def test_that_options_share_the_first_rank_among_them() -> None:
    swing = {
        "task_done": Swing(worst=0.0, best=1.0, points=100),
        "irrelevant": Swing(worst=0.1, best=0.0, points=40),
    }
    space = told(swing=swing).sensitivity.weight_space
    assert space is not None
    assert sum(option.ranks[0] for option in space.options) == pytest.approx(1.0)
    assert {option.candidate for option in space.options} == {"baseline", "candidate"}
    for option in space.options:
        if option.central_weights is not None:
            assert sum(option.central_weights.values()) == pytest.approx(1.0)


def test_that_the_value_is_nothing_at_a_rollout_that_turns_it() -> None:
    n = 200
    better, worse = paired_rate(n, both=60, fixed=40, broken=10), paired_rate(n, both=60, fixed=10, broken=25)
    values = {"done": {"baseline": better[0] + worse[0], "candidate": better[1] + worse[1]}}
    seen = observations(values, segments={"who": ["A"] * n + ["B"] * n})
    decided = project(seen, partition=("who",))
    segments = {key: item.model_copy(update={"exposure": (monthly(1000.0),)}) for key, item in decided.segments.items()}
    money = Money(metric="done", per_unit=Range.exactly(1.0))
    scenario = Scenario(
        id="base", money={money.key: money}, running_cost_per_month=50.0, cost_per_exposure=0.01, one_off_cost=20.0
    )
    decided = decided.change(segments=segments, scenarios={"base": scenario})
    found = evaluate(decided, evidence(seen, decided))
    flips = {flip.segment: flip for flip in found.sensitivity.rollout_flips}
    at = flips["A"].flips_at
    assert at is not None
    moved = scenario.model_copy(update={"rollout": {"A": Rollout(share=at)}})
    again = evaluate(decided.change(scenarios={"base": moved}), evidence(seen, decided))
    assert again.value is not None
    assert again.value.over_horizon.mean == pytest.approx(0.0, abs=1e-6)
    none = scenario.model_copy(update={"rollout": {"B": Rollout(share=0.0)}})
    off = evaluate(decided.change(scenarios={"base": none}), evidence(seen, decided))
    assert {flip.segment: flip.why for flip in off.sensitivity.rollout_flips}["B"] == "not_rolled_out"


def test_that_an_effect_that_turns_the_value_offsets_the_costs() -> None:
    before, after = paired_rate(200, both=60, fixed=40, broken=10)
    seen = observations({"done": {"baseline": before, "candidate": after}})
    money = Money(metric="done", per_unit=Range(low=3.0, base=4.0, high=9.0))
    scenario = Scenario(id="base", money={money.key: money}, running_cost_per_month=2000.0)
    decided = project(seen, exposure=monthly(10_000.0), scenarios={"base": scenario}, replicates=20_000)
    found = evaluate(decided, evidence(seen, decided))
    (flip,) = found.sensitivity.effect_flips
    mean_price = 4.0 + (5.0 - 1.0) / 1.2815515655 / np.sqrt(2 * np.pi)
    assert flip.flips_at == pytest.approx(2000 / (10_000 * mean_price), rel=0.03)


@pytest.mark.parametrize(("fixed", "broken", "kind"), [(40, 5, "dominates"), (5, 40, "dominated"), (20, 20, "open")])
def test_that_dominance_follows_the_states(fixed: int, broken: int, kind: str) -> None:
    before, after = paired_rate(200, both=60, fixed=fixed, broken=broken)
    seen = observations({"done": {"baseline": before, "candidate": after}})
    gate = Gate(id="g", metric="done", rule="superiority", min_worthwhile=0.0)
    decided = project(seen, gates={"g": gate})
    found = evaluate(decided, evidence(seen, decided)).dominance
    assert found is not None
    assert (found.kind, found.cells) == (kind, 1)


def test_that_better_here_and_worse_there_is_a_trade_off() -> None:
    found = told()
    assert found.dominance is not None
    assert found.dominance.kind == "trade_off"
    assert replace(found, reading=None).dominance is None
