"""What a rollout plan comes to: whom each stage reaches, and how well its stop rule notices harm."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tradeoff_app.analysis.reading import Reading
from tradeoff_app.analysis.rollout import Stage, StageImpact, StopRule, reach_stages, units_to_notice
from tradeoff_app.model.rollout_plan import RolloutPlan, StopWatch
from tradeoff_app.model.segment import EVERYONE


@dataclass(frozen=True)
class StopReading:
    """The chance that a stop rule stops the rollout at the measured rate, and at the rate that it is to notice.

    `notice` is None where nobody stated one and none follows from the acceptance; `p_noticed` is None with it.
    """

    watch: StopWatch
    measured: float
    p_false_alarm: float
    notice: float | None
    p_noticed: float | None


@dataclass(frozen=True)
class RolloutReading:
    """The stages of a plan for one metric and segment, or why they are unknown; the stop rule, or why it is unknown."""

    metric: str
    segment: str
    stages: tuple[StageImpact, ...]
    why: str | None
    stop: StopReading | None
    stop_why: str | None


def read_plan(reading: Reading, regressions: Sequence[tuple[str, str]]) -> RolloutReading | None:
    """The plan of the scenario, read for what it watches: the stop rule's cell, else the first regression's (metric and
    segment each), else a goal's; None where there is none of these or no plan.
    """
    plan, project = reading.scenario.plan, reading.project
    if plan is None:
        return None
    goals = [(gate.metric, EVERYONE) for gate in project.gates.values() if gate.role == "target"]
    own = [(plan.watch.metric, plan.watch.segment)] if plan.watch else []
    about = next((cell for cell in (*own, *regressions, *goals) if cell[0] in project.metrics), None)
    return None if about is None else read_rollout(reading, plan, *about)


def read_rollout(reading: Reading, plan: RolloutPlan, metric: str, segment: str) -> RolloutReading:
    """A plan read for one metric and segment: `why` is None or "no_stages", "no_data", "no_interval", "no_exposure";
    `stop_why` is None or "no_rule", "not_a_rate", "no_data".
    """
    stages = [Stage(stage.share, stage.days) for stage in plan.stages]
    reached, why = reach_stages(reading, metric, segment, stages) if stages else ((), "no_stages")
    stop, stop_why = _read_stop(reading, plan.watch)
    return RolloutReading(metric, segment, reached, why, stop, stop_why)


def rate_to_notice(reading: Reading, metric: str, segment: str) -> float | None:
    """The rate at which an accepted loss is used up: baseline plus what was accepted; None where nothing was."""
    response = reading.scenario.regressions.get(f"{metric}|{segment}")
    effect = reading.effect(metric, segment)
    if response is None or response.accepted_up_to is None or effect is None or effect.baseline is None:
        return None
    sign = reading.metric(metric).sign
    return min(1.0, max(0.0, effect.baseline - sign * response.accepted_up_to))


def propose_watch(reading: Reading, metric: str, segment: str, notice: float | None = None) -> StopWatch | None:
    """The shortest watch with 80 % power at `notice` (else at the accepted loss) and at most 5 % false alarms.

    None where the metric is no rate, was not measured, or no rate to notice lies beyond the measured one.
    """
    effect = reading.effect(metric, segment)
    harmful = rate_to_notice(reading, metric, segment) if notice is None else notice
    if harmful is None or effect is None or effect.candidate_value is None or not _is_rate(reading, metric):
        return None
    is_harm = (harmful - effect.candidate_value) * reading.metric(metric).sign < 0
    rule = units_to_notice(effect.candidate_value, harmful) if is_harm else None
    if rule is None:
        return None
    return StopWatch(metric=metric, segment=segment, units=rule.n, more_than=rule.limit, notice=harmful)


def _read_stop(reading: Reading, watch: StopWatch | None) -> tuple[StopReading | None, str | None]:
    if watch is None:
        return None, "no_rule"
    if watch.metric not in reading.project.metrics or not _is_rate(reading, watch.metric):
        return None, "not_a_rate"
    effect = reading.effect(watch.metric, watch.segment)
    if effect is None or effect.candidate_value is None:
        return None, "no_data"
    better = reading.metric(watch.metric).better or "lower"
    rule = StopRule(watch.units, min(watch.more_than, watch.units), better)
    notice = watch.notice if watch.notice is not None else rate_to_notice(reading, watch.metric, watch.segment)
    noticed = None if notice is None else rule.p_stop(notice)
    return StopReading(watch, effect.candidate_value, rule.p_stop(effect.candidate_value), notice, noticed), None


def _is_rate(reading: Reading, metric: str) -> bool:
    return reading.project.metrics[metric].type == "binary"
