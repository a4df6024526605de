"""A rollout plan read against the evidence: what it watches, what its stop rule does, and a rule that would do."""

from __future__ import annotations

from typing import Any

import pytest

from tests.analysis.test_rollout import reading
from tradeoff_app.analysis.reading import Reading
from tradeoff_app.analysis.rollout import StopRule
from tradeoff_app.analysis.rollout_reading import propose_watch, rate_to_notice, read_plan, read_rollout
from tradeoff_app.model.acceptance import Response
from tradeoff_app.model.rollout_plan import RolloutPlan, RolloutStage, StopWatch

STAGES = (RolloutStage(share=0.05, days=7.0), RolloutStage(share=1.0, days=30.0))
WATCH = StopWatch(metric="irrelevant", segment="rare", units=2000, more_than=60, notice=0.035)


def _with(**fields: Any) -> Reading:
    found = reading()
    scenario = found.scenario.model_copy(update=fields)
    return reading(scenarios={scenario.id: scenario}, current_scenario=scenario.id)


def test_that_the_stop_rule_is_read_at_the_measured_rate_and_at_the_rate_to_notice() -> None:
    told = read_plan(_with(plan=RolloutPlan(stages=STAGES, watch=WATCH)), [])
    assert told is not None
    assert told.stop is not None
    assert told.stop.p_false_alarm == pytest.approx(StopRule(2000, 60).p_stop(told.stop.measured))
    assert told.stop.p_noticed == pytest.approx(StopRule(2000, 60).p_stop(0.035))
    assert len(told.stages) == 2


def test_that_the_first_regression_is_counted_where_no_rule_watches() -> None:
    told = read_plan(_with(plan=RolloutPlan(stages=STAGES)), [("irrelevant", "rare")])
    assert told is not None
    assert (told.metric, told.segment, told.stop_why) == ("irrelevant", "rare", "no_rule")


def test_that_an_acceptance_says_what_must_be_noticed() -> None:
    answer = Response(metric="irrelevant", segment="rare", accepted_up_to=0.01)
    found = _with(regressions={answer.key: answer})
    effect = found.effect("irrelevant", "rare")
    assert effect is not None
    assert effect.baseline is not None
    assert rate_to_notice(found, "irrelevant", "rare") == pytest.approx(effect.baseline + 0.01)
    assert rate_to_notice(reading(), "irrelevant", "*") is None


def test_that_a_proposed_rule_keeps_both_its_promises() -> None:
    watch = propose_watch(reading(), "irrelevant", "rare", 0.05)
    assert watch is not None
    told = read_rollout(reading(), RolloutPlan(watch=watch), "irrelevant", "rare").stop
    assert told is not None
    assert told.p_false_alarm <= 0.05
    assert told.p_noticed is not None
    assert told.p_noticed >= 0.8


def test_that_no_rule_is_proposed_for_a_rate_on_the_good_side_or_for_no_rate() -> None:
    assert propose_watch(reading(), "irrelevant", "rare", 0.0001) is None
    times = [metric.id for metric in reading().project.metrics.values() if metric.type != "binary"]
    for metric in times:
        assert propose_watch(reading(), metric, "*", 0.5) is None
        watch = StopWatch(metric=metric, units=10, more_than=1)
        assert read_rollout(reading(), RolloutPlan(watch=watch), metric, "*").stop_why == "not_a_rate"
