"""Several goals or candidates: whether a goal still counts as reached when it is known that many were tried."""

from __future__ import annotations

from collections.abc import Sequence

from tradeoff_app.analysis.checks import Finding
from tradeoff_app.analysis.gates import GateResult
from tradeoff_app.analysis.multiplicity import holm
from tradeoff_app.analysis.reading import Reading

REACHED = ("MET", "IMPROVED")


def goal_findings(gates: Sequence[GateResult]) -> list[Finding]:
    """A warning where goals are reached one by one, but none of them after Holm's correction over all goals.

    Each goal's state rests on its own 95 % interval, the one that is drawn; this says what several tries are worth.
    """
    tried = _tried(gates)
    if not is_by_chance(gates):
        return []
    values = {"goals": len(tried), "reached": sum(gate.state in REACHED for gate, _ in tried)}
    return [Finding("goals_after_correction", "warn", values=values)]


def is_by_chance(gates: Sequence[GateResult]) -> bool:
    """Whether the goals that are reached may be the luck of many tries: none is left after Holm's correction (1979).

    A target for the candidate's own level is no test of a change: one that is met stands.
    """
    goals = [gate for gate in gates if gate.role == "target" and gate.in_scope]
    if any(gate.gate.rule == "absolute_target" and gate.state == "MET" for gate in goals):
        return False
    tried = _tried(gates)
    reached = [gate.state in REACHED for gate, _ in tried]
    if len(tried) < 2 or not any(reached):
        return False
    adjusted = holm([p for _, p in tried])
    return not any(is_reached and p <= 0.05 for is_reached, p in zip(reached, adjusted, strict=True))


def _tried(gates: Sequence[GateResult]) -> list[tuple[GateResult, float]]:
    """Goals on a change, with the p-value of the change."""
    goals = [gate for gate in gates if gate.role == "target" and gate.in_scope and gate.gate.rule == "superiority"]
    return [(gate, gate.effect.p_value) for gate in goals if gate.effect and gate.effect.p_value is not None]


def candidate_findings(reading: Reading, gates: Sequence[GateResult]) -> list[Finding]:
    """A warning for each goal that the chosen candidate reaches, but not after Holm's correction over all candidates.

    The best of several candidates looks better than it is; its own 95 % interval does not know of the others.
    """
    candidates = reading.evidence.table.arms[1:]
    findings = []
    for gate in gates:
        if len(candidates) < 2 or gate.role != "target" or not gate.in_scope or gate.state not in REACHED:
            continue
        tried = [reading.effect(gate.metric, gate.segment, candidate) for candidate in candidates]
        known = {found.candidate: found.p_value for found in tried if found and found.p_value is not None}
        if gate.candidate not in known or len(known) < 2:
            continue
        adjusted = dict(zip(known, holm(list(known.values())), strict=True))[gate.candidate]
        if adjusted > 0.05:
            values = {"candidates": len(known), "p": adjusted}
            findings.append(Finding("best_of_candidates", "warn", gate.metric, gate.segment, values))
    return findings
