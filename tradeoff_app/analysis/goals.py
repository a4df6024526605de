"""Several goals at once: whether any of them still counts as reached when it is known that many were tried."""

from __future__ import annotations

from collections.abc import Sequence

from tradeoff_app.analysis.checks import Finding
from tradeoff_app.analysis.gates import GateResult
from tradeoff_app.analysis.multiplicity import holm


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
