"""The rollout plan of the scenario in force as edits of the project, and what it comes to."""

from __future__ import annotations

from typing import Any

from tradeoff_app.analysis.outcome import Outcome
from tradeoff_app.analysis.rollout_reading import RolloutReading, propose_watch, read_plan
from tradeoff_app.model.project import Project
from tradeoff_app.model.rollout_plan import Message, RolloutPlan, RolloutStage, StopWatch

FIRST_STAGES = (
    RolloutStage(share=0.05, days=3.0),
    RolloutStage(share=0.25, days=7.0),
    RolloutStage(share=1.0, days=30.0),
)
"""A start that can be edited: a small share first, everyone at last."""


def plan_of(project: Project) -> RolloutPlan:
    """The plan of the scenario in force; an empty one where none is stated."""
    return project.scenario().plan or RolloutPlan()


def read_plan_of(outcome: Outcome) -> RolloutReading | None:
    """What the plan comes to; None where nothing is planned or watched, or nothing was evaluated."""
    if outcome.reading is None:
        return None
    return read_plan(outcome.reading, [(item.metric, item.segment) for item in outcome.regressions])


def proposed_watch(outcome: Outcome, metric: str, segment: str, notice: float | None = None) -> StopWatch | None:
    """A stop rule that would do; None where none can be computed."""
    return None if outcome.reading is None else propose_watch(outcome.reading, metric, segment, notice)


def with_stage(project: Project, at: int, stage: RolloutStage | None) -> Project:
    """The project with a stage in place of the one at `at` (one past the end adds it); None takes it out."""
    stages = list(plan_of(project).stages)
    stages[at : at + 1] = [] if stage is None else [stage]
    return _with(project, stages=tuple(stages))


def with_stages(project: Project, stages: tuple[RolloutStage, ...]) -> Project:
    """The project with these stages."""
    return _with(project, stages=stages)


def with_watch(project: Project, watch: StopWatch | None) -> Project:
    """The project with this stop rule, or without one."""
    return _with(project, watch=watch)


def with_message(project: Project, at: int, message: Message | None) -> Project:
    """The project with a message in place of the one at `at` (one past the end adds it); None takes it out."""
    messages = list(plan_of(project).messages)
    messages[at : at + 1] = [] if message is None else [message]
    return _with(project, messages=tuple(messages))


def _with(project: Project, **fields: Any) -> Project:
    plan = plan_of(project).model_copy(update=fields)
    scenario = project.scenario()
    kept = plan if plan != RolloutPlan() else None
    return project.with_item("scenarios", scenario.model_copy(update={"plan": kept}))
