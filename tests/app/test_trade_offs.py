"""Weights asked for as questions: the answers say what the weights say, and an answer moves nothing but its metric."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.app.stories import story
from tradeoff_app.app.trade_offs import (
    references,
    trade_offs,
    weighable,
    with_answer,
    with_equal_weights,
    with_points_by_rank,
)
from tradeoff_app.model.metric import Metric
from tradeoff_app.model.project import Project
from tradeoff_app.model.range import Range
from tradeoff_app.model.scenario import Money, Scenario, Swing

METRICS = {
    "done": Metric(id="done", type="binary", better="higher", role="target"),
    "wrong": Metric(id="wrong", type="binary", better="lower", role="target"),
    "wait": Metric(id="wait", type="duration", better="lower", role="target"),
}


def _project(money: dict[str, float], points: dict[str, float]) -> Project:
    prices = {
        f"{key}|*": Money(metric=key, per_unit=Range(low=base - 1, base=base, high=base + 1))
        for key, base in money.items()
    }
    ranges = {"done": (0.0, 1.0), "wrong": (1.0, 0.0), "wait": (20.0, 0.0)}
    swings = {key: Swing(worst=ranges[key][0], best=ranges[key][1], points=value) for key, value in points.items()}
    scenario = Scenario(id="base", money=prices, swing=swings)
    return story()[0].change(
        metrics=METRICS, scenarios={"base": scenario}, gates={}, assumed=(), current_scenario="base"
    )


def test_that_prices_answer_in_money_and_the_dearest_metric_asks() -> None:
    project = _project({"done": 4.0, "wrong": -8.0}, {})
    assert references(project) == ("wrong", "done")
    (asked,) = trade_offs(project, "wrong")
    assert (asked.metric, asked.by) == ("done", "money")
    assert asked.size == pytest.approx(0.02)


def test_that_points_answer_per_unit_of_their_range() -> None:
    project = _project({}, {"done": 100.0, "wait": 50.0})
    (asked,) = trade_offs(project, "done")
    assert asked.by == "points"
    assert asked.size == pytest.approx(0.01 * (100 / 1) / (50 / 20))


@given(st.floats(0.001, 5.0))
def test_that_an_answer_in_money_is_what_the_question_says_next(size: float) -> None:
    project = _project({"done": 4.0, "wrong": -8.0}, {})
    (asked,) = trade_offs(project, "wrong")
    answered = with_answer(project, asked, size)
    (again,) = trade_offs(answered, "wrong")
    assert again.size == pytest.approx(size)
    assert answered.scenario().money["wrong|*"] == project.scenario().money["wrong|*"]


@given(st.floats(0.0005, 50.0))
def test_that_an_answer_in_points_is_what_the_question_says_next_and_points_stay_below_100(size: float) -> None:
    project = _project({}, {"done": 100.0, "wait": 50.0})
    (asked,) = trade_offs(project, "done")
    answered = with_answer(project, asked, size)
    (again,) = trade_offs(answered, "done")
    assert again.size == pytest.approx(size)
    assert max(swing.points for swing in answered.scenario().swing.values()) <= 100 + 1e-9


def test_that_a_loss_without_size_is_refused() -> None:
    project = _project({"done": 4.0, "wrong": -8.0}, {})
    with pytest.raises(ValueError, match="size"):
        with_answer(project, trade_offs(project, "wrong")[0], 0.0)


def test_that_equal_weights_keep_known_ranges_and_mark_new_ones_as_assumed() -> None:
    project = _project({}, {"done": 30.0})
    equal = with_equal_weights(project, lambda _metric: 3.0)
    swings = equal.scenario().swing
    assert {swing.points for swing in swings.values()} == {100.0}
    assert set(swings) == set(weighable(project))
    assert "scenarios/base/swing/wait" in equal.assumed
    assert "scenarios/base/swing/done" not in equal.assumed


def test_that_points_by_rank_keep_the_order_and_follow_from_it_alone() -> None:
    ranked = with_points_by_rank(_project({}, {"done": 40.0, "wrong": 90.0, "wait": 41.0})).scenario().swing
    assert [ranked[metric].points for metric in ("wrong", "wait", "done")] == [100.0, 45.5, 18.2]
    again = with_points_by_rank(_project({}, {"done": 1.0, "wrong": 100.0, "wait": 2.0})).scenario().swing
    assert {key: swing.points for key, swing in again.items()} == {key: swing.points for key, swing in ranked.items()}
