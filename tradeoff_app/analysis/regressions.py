"""What got worse and needs an answer, and whether the PM's answer holds."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from tradeoff_app.analysis.acceptances import missing_parts, problem_of
from tradeoff_app.analysis.cells import improvement
from tradeoff_app.analysis.effects import Effect
from tradeoff_app.analysis.gates import GateResult
from tradeoff_app.analysis.goals import is_by_chance
from tradeoff_app.analysis.reading import Reading
from tradeoff_app.analysis.states import GateState
from tradeoff_app.analysis.verdict import REGRESSIONS, UNPROVEN, Judged, RegressionState
from tradeoff_app.model.acceptance import Response

SEVERITY: tuple[GateState, ...] = ("BREACHED", "REGRESSED", "DETERIORATED", "REGRESSED_WITHIN_MARGIN")


def find_regressions(reading: Reading, gates: Sequence[GateResult], as_of: date | None) -> tuple[RegressionState, ...]:
    """Regressions in scope: of judged gates, and of effects that the PM answered although no gate names them.

    Where several gates judge the same metric and segment, the gravest state counts once.
    """
    found: dict[str, RegressionState] = {}
    judged = [gate for gate in gates if gate.in_scope and gate.role != "safety_gate" and gate.state in SEVERITY]
    for gate in sorted(judged, key=lambda result: SEVERITY.index(result.state)):
        if gate.effect is not None and gate.key not in found:
            found[gate.key] = _state(reading, gate.effect, gate.segment, gate.state, as_of)
    for response in reading.scenario.regressions.values():
        if response.key not in found and not _is_judged(response, gates):
            effect = _worse_effect(reading, response)
            if effect is not None:
                found[response.key] = _state(reading, effect, response.segment, "REGRESSED", as_of)
    return tuple(found.values())


def _is_judged(response: Response, gates: Sequence[GateResult]) -> bool:
    """Whether a gate already speaks of a change here; a safety limit speaks of the candidate's own level alone."""
    return any(gate.key == response.key and gate.role != "safety_gate" for gate in gates)


def _worse_effect(reading: Reading, response: Response) -> Effect | None:
    """The effect that a response is about, where its interval says that it got worse."""
    if response.metric not in reading.evidence.table.metrics or response.segment not in reading.evidence.members:
        return None
    effect = reading.effect(response.metric, response.segment)
    metric = reading.metric(response.metric)
    if effect is None or effect.interval is None or metric.better is None or reading.rollout(response.segment) == 0:
        return None
    return effect if improvement(metric, effect.interval)[1] < 0 else None


def find_unproven(reading: Reading, gates: Sequence[GateResult], as_of: date | None) -> tuple[RegressionState, ...]:
    """Stated guardrails in scope that could not be shown to hold."""
    open_gates = [g for g in gates if g.role == "guardrail" and g.in_scope and g.state in UNPROVEN and not g.assumed]
    return tuple(
        _state(reading, gate.effect, gate.segment, gate.state, as_of) for gate in open_gates if gate.effect is not None
    )


def _state(reading: Reading, effect: Effect, segment: str, state: GateState, as_of: date | None) -> RegressionState:
    key = f"{effect.metric}|{segment}"
    response = reading.scenario.regressions.get(key)
    metric = reading.metric(effect.metric)
    low = improvement(metric, effect.interval)[0] if effect.interval else None
    known = reading.evidence_hash(effect.metric, segment)
    is_acceptance = response is not None and response.action == "accept"
    return RegressionState(
        metric=effect.metric,
        segment=segment,
        effect=effect,
        gate_state=state,
        response=response,
        problem=problem_of(response, low, known, as_of),
        missing=missing_parts(response, as_of) if response is not None and is_acceptance else (),
        within_margin=state == "REGRESSED_WITHIN_MARGIN",
        people_per_month=reading.people_per_month(effect.metric, segment),
    )


def judge_for_verdict(
    gates: Sequence[GateResult], answered: Sequence[RegressionState], disputed: Collection[str] = ()
) -> list[Judged]:
    """What the verdict reads: each gate with the state of its answer, and answered effects that no gate names.

    `disputed` metrics are those whose raters disagree. A guardrail without a stated margin is only watched for getting
    worse: unproven, it says nothing.
    """
    problems = {state.key: state.problem for state in answered}
    by_chance = is_by_chance(gates)
    judged = [
        Judged(
            metric=gate.metric,
            segment=gate.segment,
            role=gate.role,
            state=gate.state,
            problem=problems.get(gate.key, "NONE"),
            in_scope=gate.in_scope,
            missing_decides=gate.missing_decides,
            is_disputed=gate.metric in disputed,
            is_by_chance=by_chance and gate.role == "target",
        )
        for gate in gates
        if not (gate.assumed and gate.role == "guardrail" and gate.state in UNPROVEN)
    ]
    named = {gate.key for gate in gates if gate.role != "safety_gate"}
    judged += [
        Judged(state.metric, state.segment, "monitor", "REGRESSED", state.problem)
        for state in answered
        if state.key not in named and state.gate_state in REGRESSIONS
    ]
    return judged
