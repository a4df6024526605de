"""Several goals or candidates: whether a goal still counts as reached when it is known that many were tried."""

from __future__ import annotations

from collections.abc import Sequence

from tradeoff_app.analysis.checks import Finding
from tradeoff_app.analysis.gates import GateResult
from tradeoff_app.analysis.multiplicity import holm
from tradeoff_app.analysis.reading import Reading


def goal_findings(gates: Sequence[GateResult]) -> list[Finding]:
    """A warning where goals are reached one by one, but none of them after Holm's correction over all goals.

    The verdict rests on each goal's own 95 % interval, the one that is drawn; this says what several tries are worth.
    """
    goals = [gate for gate in gates if gate.role == "target" and gate.in_scope and gate.effect is not None]
    tried = [(gate, gate.effect.p_value) for gate in goals if gate.effect and gate.effect.p_value is not None]
    reached = [gate.state in ("MET", "IMPROVED") for gate, _ in tried]
    if len(tried) < 2 or not any(reached):
        return []
    adjusted = holm([p for _, p in tried if p is not None])
    if any(is_reached and p <= 0.05 for is_reached, p in zip(reached, adjusted, strict=True)):
        return []
    return [Finding("goals_after_correction", "warn", values={"goals": len(tried), "reached": sum(reached)})]


def candidate_findings(reading: Reading, gates: Sequence[GateResult]) -> list[Finding]:
    """A warning for each goal that the chosen candidate reaches, but not after Holm's correction over all candidates.

    The best of several candidates looks better than it is; its own 95 % interval does not know of the others.
    """
    candidates = reading.evidence.table.arms[1:]
    findings = []
    for gate in gates:
        if len(candidates) < 2 or gate.role != "target" or not gate.in_scope or gate.state not in ("MET", "IMPROVED"):
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
