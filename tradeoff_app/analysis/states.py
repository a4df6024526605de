"""The state of one gate from an interval of improvement (above 0 is better) and a threshold (decision-model, 3e)."""

from __future__ import annotations

from typing import Literal

from tradeoff_app.model.metric import Better

GateState = Literal[
    "PASS",
    "FAIL",
    "INCONCLUSIVE",
    "NO_DATA",
    "INVALID",
    "IMPROVED",
    "BREACHED",
    "REGRESSED",
    "REGRESSED_WITHIN_MARGIN",
    "NON_INFERIOR",
    "MET",
    "DETERIORATED",
    "NO_MATERIAL_CHANGE",
    "MISSED",
]


def guardrail_state(low: float, high: float, margin: float) -> GateState:
    """State of a non-inferiority gate with margin >= 0; ends that only touch a limit do not pass it."""
    if low > 0:
        return "IMPROVED"
    if high < -margin:
        return "BREACHED"
    if high < 0:
        return "REGRESSED" if low <= -margin else "REGRESSED_WITHIN_MARGIN"
    return "NON_INFERIOR" if low > -margin else "INCONCLUSIVE"


def target_state(low: float, high: float, min_worthwhile: float, equivalence: float | None = None) -> GateState:
    """State of a superiority gate: MET above what is worthwhile, NO_MATERIAL_CHANGE inside the equivalence band."""
    if low > min_worthwhile:
        return "MET"
    if low > 0:
        return "IMPROVED"
    if high < 0:
        return "DETERIORATED"
    if equivalence is not None and low > -equivalence and high < equivalence:
        return "NO_MATERIAL_CHANGE"
    return "INCONCLUSIVE"


def level_target_state(low: float, high: float, target: float, better: Better | None) -> GateState:
    """State of an absolute target on the candidate's own mean."""
    if better == "lower":
        low, high, target = -high, -low, -target
    if low >= target:
        return "MET"
    return "MISSED" if high < target else "INCONCLUSIVE"


def limit_state(observed: float | None, bound: float | None, limit: float, better: Better | None) -> GateState:
    """State of a safety limit: a ceiling, or a floor where higher is better; `bound` is one-sided 95 %."""
    if observed is None:
        return "NO_DATA"
    sign = -1 if better == "higher" else 1
    if sign * observed > sign * limit:
        return "FAIL"
    return "PASS" if bound is not None and sign * bound <= sign * limit else "INCONCLUSIVE"


def never_event_state(events: float | None) -> GateState:
    """State of a never-event: FAIL at the first one; PASS is shown with its bound."""
    if events is None:
        return "NO_DATA"
    return "FAIL" if events > 0 else "PASS"
