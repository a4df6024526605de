"""The score and what other weights would say."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import evidence, observations, project, support_bot
from tradeoff_app.analysis import weights
from tradeoff_app.analysis.leading import money_weights, priced_share
from tradeoff_app.analysis.outcome import Outcome, evaluate
from tradeoff_app.analysis.partial_values import is_outside, partial_value
from tradeoff_app.analysis.score import Score, equivalent_changes, rank_order_weights, swing_weights, weighted_score
from tradeoff_app.model.scenario import Scenario, Swing

SEEN, STORY = support_bot()
EVIDENCE = evidence(SEEN, STORY)
CHANGES = st.integers(-1000, 1000).map(lambda thousandths: thousandths / 1000)
SHARES = st.lists(st.floats(0.01, 1), min_size=2, max_size=6).map(lambda raw: [x / sum(raw) for x in raw])


def told(swing: dict[str, Swing], **fields: object) -> Outcome:
    """The story's outcome under other swings."""
    scenario = STORY.scenario().model_copy(update={"swing": swing, **fields})
    return evaluate(STORY.with_item("scenarios", scenario), EVIDENCE)


TASK = Swing(worst=0.0, best=1.0, points=100)


def test_that_one_metric_on_its_whole_range_scores_its_population_effect() -> None:
    seen = told({"task_done": TASK})
    effect = seen.effect("task_done")
    assert effect is not None
    assert seen.score is not None
    assert seen.score.difference == pytest.approx(100 * (effect.difference or 0))
    assert float(seen.score.draws.mean()) == pytest.approx(seen.score.difference, abs=0.02)
    assert seen.score.by_metric[0].mean == pytest.approx(seen.score.difference)


def test_that_contributions_add_up_to_the_difference() -> None:
    score = told({"task_done": TASK, "irrelevant": Swing(worst=0.1, best=0.0, points=40)}).score
    assert score is not None
    assert sum(part.mean for part in score.by_metric) == pytest.approx(score.difference)
    assert [part.weight for part in score.by_metric] == pytest.approx([100 / 140, 40 / 140])


def test_that_weights_set_by_hand_replace_the_shares() -> None:
    only_rare = told({"task_done": TASK}, segment_weights={"rare": 1.0, "primary": 0.0, "other": 0.0}).score
    cell = EVIDENCE.cells["task_done", "rare", "candidate"]
    assert only_rare is not None
    assert only_rare.difference == pytest.approx(100 * (cell.difference or 0))


def test_that_straight_knots_score_like_no_knots() -> None:
    knotted = Swing(worst=0.0, best=1.0, points=100, knots=((0.0, 0.0), (0.5, 0.5), (1.0, 1.0)))
    one, other = told({"task_done": TASK}).score, told({"task_done": knotted}).score
    assert one is not None
    assert other is not None
    assert other.difference == pytest.approx(one.difference)
    assert other.draws == pytest.approx(one.draws)


def test_that_knots_without_the_ends_still_lead_from_worst_to_best() -> None:
    inner = Swing(worst=10.0, best=0.0, points=100, knots=((7.0, 0.6), (3.0, 0.9)))
    assert partial_value(inner, np.array([10.0, 8.5, 7.0, 5.0, 0.0])) == pytest.approx([0.0, 0.3, 0.6, 0.75, 1.0])


def test_that_levels_outside_the_agreed_range_are_named() -> None:
    score = told({"task_done": Swing(worst=0.0, best=0.65, points=10)}).score
    assert score is not None
    assert score.outside_range == ("task_done",)
    assert is_outside(Swing(worst=5.0, best=1.0, points=1), 5.5)


def test_that_a_metric_with_a_sample_of_its_own_is_scored() -> None:
    score = told({"unsafe": Swing(worst=0.01, best=0.0, points=10)}).score
    assert score is not None
    assert score.difference == pytest.approx(0.0)


@given(st.floats(-10, 10), st.floats(0.1, 10), st.floats(-20, 20))
def test_that_the_worst_end_is_0_and_the_best_1(worst: float, width: float, level: float) -> None:
    swing = Swing(worst=worst, best=worst + width, points=1)
    values = partial_value(swing, np.array([worst, worst + width, level]))
    assert values[:2] == pytest.approx([0, 1], abs=1e-9)
    assert float(values[2]) == pytest.approx((level - worst) / width, abs=1e-6)


@given(SHARES, st.data())
def test_that_at_the_flip_the_score_difference_is_zero(shares: list[float], data: st.DataObject) -> None:
    changes = data.draw(st.lists(CHANGES, min_size=len(shares), max_size=len(shares)))
    for i in range(len(shares)):
        at = weights.flip_weight(shares, changes, i)
        if at is None or shares[i] > 0.999:
            continue
        scale = (1 - at) / (1 - shares[i])
        moved = [at if j == i else share * scale for j, share in enumerate(shares)]
        assert sum(w * d for w, d in zip(moved, changes, strict=True)) == pytest.approx(0, abs=1e-7)


@given(SHARES, st.data())
def test_that_the_smallest_move_is_no_larger_than_that_of_one_weight(shares: list[float], data: st.DataObject) -> None:
    changes = data.draw(st.lists(CHANGES, min_size=len(shares), max_size=len(shares)))
    smallest = weights.smallest_weight_move(shares, changes)
    flips = [weights.flip_weight(shares, changes, i) for i in range(len(shares))]
    distances = [abs(at - share) for at, share in zip(flips, shares, strict=True) if at is not None]
    if smallest is not None and distances:
        assert smallest <= min(distances) + 1e-9
    if distances:
        assert smallest is not None


@given(st.lists(st.integers(-50, 50), min_size=2, max_size=4, unique=True))
def test_that_drawn_weights_agree_with_the_closed_form(changes: list[int]) -> None:
    exact = weights.acceptability([float(change) for change in changes])
    parts = np.repeat(np.array(changes, dtype=np.float64)[:, None], 10_000, axis=1)
    assert weights.ship_share(0, parts) == pytest.approx(exact, abs=0.02)


@given(st.lists(st.integers(-50, 50), min_size=2, max_size=5, unique=True))
def test_that_acceptability_is_the_closed_form_where_differences_are_distinct(changes: list[int]) -> None:
    closed = sum(
        float(d) ** (len(changes) - 1)
        / float(np.prod([d - other for other in changes if other != d], dtype=np.float64))
        for d in changes
        if d > 0
    )
    assert weights.acceptability(changes) == pytest.approx(closed, abs=1e-7)


def test_that_ties_and_near_ties_of_criteria_leave_acceptability_exact() -> None:
    assert weights.acceptability([0.1, 0.1, -0.2]) == pytest.approx(1 - (2 / 3) ** 2)
    assert weights.acceptability([0.1, 0.1 + 1e-12, -0.2]) == pytest.approx(1 - (2 / 3) ** 2)
    assert weights.acceptability([0.0, 0.0]) == 0.0
    assert weights.acceptability([0.0, 0.2]) == 1.0


@given(st.integers(1, 9))
def test_that_rank_weights_fall_and_add_up(n: int) -> None:
    found = rank_order_weights(n)
    assert sum(found) == pytest.approx(1)
    assert found == sorted(found, reverse=True)


def test_that_equivalent_changes_offset_each_other() -> None:
    swings = {"a": Swing(worst=0, best=1, points=100), "b": Swing(worst=3000, best=800, points=20)}
    moves = equivalent_changes(swings, "a", 0.01)
    shares = swing_weights([100, 20])
    assert weighted_score(shares, [moves["a"], 0]) == pytest.approx(weighted_score(shares, [0, moves["b"] / 2200]))


def test_that_money_implies_weights_beside_the_stated_ones() -> None:
    seen = told({"task_done": TASK, "irrelevant": Swing(worst=0.1, best=0.0, points=40)})
    assert seen.reading is not None
    implied = money_weights(seen.reading)
    assert implied == pytest.approx({"task_done": 4 / 4.8, "irrelevant": 0.8 / 4.8})
    assert priced_share(seen.reading) == pytest.approx(1.0)


def test_that_weights_more_than_three_times_apart_are_asked_about_and_others_not() -> None:
    near = told({"task_done": TASK, "irrelevant": Swing(worst=0.1, best=0.0, points=40)})
    far = told({"task_done": TASK, "irrelevant": Swing(worst=0.05, best=0.0, points=100)})
    for outcome in (near, far):
        assert sum(pair.stated for pair in outcome.weight_pairs) == pytest.approx(1.0)
        assert sum(pair.implied for pair in outcome.weight_pairs) == pytest.approx(1.0)
    assert not any(pair.is_apart for pair in near.weight_pairs)
    assert [pair.metric for pair in far.weight_pairs if pair.is_apart] == ["irrelevant"]


def test_that_one_priced_metric_alone_is_held_beside_nothing() -> None:
    assert told({"task_done": TASK}).weight_pairs == ()


@settings(max_examples=20, deadline=None)
@given(st.floats(0.1, 50), st.floats(-100, 100), st.booleans(), st.booleans())
def test_that_the_score_does_not_know_the_unit_of_a_metric(
    factor: float, shift: float, is_turned: bool, has_knots: bool
) -> None:
    slope = -factor if is_turned else factor
    generator = np.random.default_rng(3)
    before, after = generator.normal(3, 0.5, 60), generator.normal(3.3, 0.5, 60)
    knots = ((1.0, 0.0), (3.0, 0.7), (5.0, 1.0)) if has_knots else None

    def scored(a: float, b: float) -> Score:
        values = {"baseline": list(map(float, a * before + b)), "candidate": list(map(float, a * after + b))}
        done = {"baseline": [1.0, 0.0] * 30, "candidate": [1.0, 1.0, 0.0] * 20}
        seen = observations({"helpful": values, "done": done}, types={"helpful": "continuous"})
        moved = None if knots is None else tuple(sorted((a * x + b, y) for x, y in knots))
        swing = {
            "helpful": Swing(worst=a * 1 + b, best=a * 5 + b, points=60, knots=moved),
            "done": Swing(worst=0.0, best=1.0, points=40),
        }
        scenario = Scenario(id="base", candidate="candidate", swing=swing)
        decided = project(seen, partition=(), replicates=200, scenarios={"base": scenario})
        found = evaluate(decided, evidence(seen, decided)).score
        assert found is not None
        return found

    plain, other = scored(1.0, 0.0), scored(slope, shift)
    assert other.difference == pytest.approx(plain.difference, abs=1e-6)
    assert other.interval == pytest.approx(plain.interval, abs=1e-6)
