"""The release verdict: the first rule that applies, with every rule evaluated and kept in the trace."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from tradeoff_app.analysis.effects import Effect
from tradeoff_app.analysis.states import GateState
from tradeoff_app.model.acceptance import Response
from tradeoff_app.model.metric import Role
from tradeoff_app.model.segment import EVERYONE

Recommendation = Literal[
    "INVALID", "BLOCKED", "NEEDS_ACCEPTANCE", "HOLD", "NO_CASE", "SHIP_WITH_ACCEPTED_REGRESSIONS", "SHIP"
]

REGRESSIONS: frozenset[GateState] = frozenset({"REGRESSED", "BREACHED", "DETERIORATED"})
UNPROVEN: frozenset[GateState] = frozenset({"INCONCLUSIVE", "NO_DATA"})
FAILING: frozenset[GateState] = REGRESSIONS | UNPROVEN | {"FAIL", "REGRESSED_WITHIN_MARGIN"}


@dataclass(frozen=True)
class RuleOutcome:
    """One rule of the verdict with the numbers it saw and whether it applied."""

    rule: Recommendation
    applies: bool
    inputs: Mapping[str, Any]
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Verdict:
    """The recommendation, its reason codes (`ACCEPTED:irrelevant|tail`), and the whole trace in order."""

    recommendation: Recommendation
    reasons: tuple[str, ...]
    trace: tuple[RuleOutcome, ...]


@dataclass(frozen=True)
class RegressionState:
    """One regression that needs an answer: its effect, the PM's response, and why that response does not hold yet.

    `problem` is None (valid), NONE, INCOMPLETE, EXPIRED, STALE, EXCEEDS, MITIGATION_PENDING or BLOCKED_BY_DECISION;
    `missing` names the fields an incomplete acceptance lacks. `people_per_month` is (estimate, low, high) of the
    metric's change at base exposure, None without exposures.
    """

    metric: str
    segment: str
    effect: Effect
    gate_state: str
    response: Response | None
    problem: str | None
    missing: tuple[str, ...] = ()
    within_margin: bool = False
    people_per_month: tuple[float, float, float] | None = None

    @property
    def key(self) -> str:
        """`metric|segment`."""
        return f"{self.metric}|{self.segment}"

    @property
    def is_accepted(self) -> bool:
        """Whether a valid acceptance covers it."""
        return self.response is not None and self.response.action == "accept" and self.problem is None


@dataclass(frozen=True)
class Judged:
    """What the verdict needs to know about one judged gate; `problem` is that of its response (`problem_of`)."""

    metric: str
    segment: str
    role: Role
    state: GateState
    problem: str | None = "NONE"
    in_scope: bool = True
    missing_decides: bool = False
    is_disputed: bool = False
    """Whether its raters disagree too much for the metric to decide alone (alpha below 0.667)."""
    is_by_chance: bool = False
    """Whether it is one of many goals of which none is reached after correction for their number."""

    @property
    def is_answerable(self) -> bool:
        """Whether a change for the worse needs an answer: no safety gate, and a monitor only once somebody answered."""
        return self.role != "safety_gate" and (self.role != "monitor" or self.problem != "NONE")

    @property
    def place(self) -> str:
        """`metric|segment` as reason codes write it: the whole population is left out."""
        return self.metric if self.segment == EVERYONE else f"{self.metric}|{self.segment}"


@dataclass(frozen=True)
class LeadingView:
    """Which view decides ("value" or "score"), and the probability that it is above zero; None counts as below."""

    name: str | None = None
    p_positive: float | None = None
    is_conflict: bool = False


def recommend(judged: Sequence[Judged], fatal: Sequence[str], leading: LeadingView) -> Verdict:
    """Evaluate all rules in order (decision-model, 3e); the verdict is the first that applies, the reasons are all."""
    scope = [item for item in judged if item.in_scope]
    rules = (
        _invalid(fatal),
        _blocked(scope),
        _needs_acceptance(scope),
        _hold(scope),
        _no_case(scope, leading),
        _accepted(scope),
        RuleOutcome("SHIP", True, {}, ()),
    )
    first = next(rule for rule in rules if rule.applies)
    reasons = [reason for rule in rules for reason in rule.reasons]
    reasons += [f"OUT_OF_SCOPE:{item.place}" for item in judged if not item.in_scope and item.state in FAILING]
    reasons += ["VALUE_CONFLICT"] if leading.is_conflict else []
    reasons += ["MISSING_DATA_DECIDES"] if any(item.missing_decides for item in scope) else []
    return Verdict(first.rule, tuple(dict.fromkeys(reasons)), rules)


def _invalid(fatal: Sequence[str]) -> RuleOutcome:
    reasons = tuple(f"INTEGRITY:{code}" for code in dict.fromkeys(fatal))
    return RuleOutcome("INVALID", bool(reasons), {"fatal_findings": len(reasons)}, reasons)


def _states(items: Sequence[Judged]) -> dict[str, str]:
    return {item.place: item.state for item in items}


def _blocked(scope: Sequence[Judged]) -> RuleOutcome:
    gates = [item for item in scope if item.role == "safety_gate"]
    reasons = tuple(f"GATE_FAILED:{item.place}" for item in gates if item.state == "FAIL")
    return RuleOutcome("BLOCKED", bool(reasons), _states(gates), reasons)


def _needs_acceptance(scope: Sequence[Judged]) -> RuleOutcome:
    """A block is an answer: it holds the release instead of asking for an acceptance."""
    worse = [item for item in scope if item.is_answerable and item.state in REGRESSIONS]
    unsettled = [item for item in worse if item.problem not in (None, "BLOCKED_BY_DECISION")]
    reasons = tuple(
        f"MITIGATION_PENDING:{item.place}"
        if item.problem == "MITIGATION_PENDING"
        else f"REGRESSION_UNACCEPTED:{item.place}:{item.problem}"
        for item in unsettled
    )
    return RuleOutcome("NEEDS_ACCEPTANCE", bool(reasons), _states(worse), reasons)


def _hold(scope: Sequence[Judged]) -> RuleOutcome:
    gates = [item for item in scope if item.role == "safety_gate" and item.state in UNPROVEN]
    guardrails = [item for item in scope if item.role == "guardrail" and item.state in UNPROVEN]
    reasons = [f"GATE_UNPROVEN:{item.place}" for item in gates]
    reasons += [_unproven_reason(item) for item in guardrails if item.problem is not None]
    answerable = [item for item in scope if item.is_answerable and item.state in FAILING]
    blocked = [item for item in answerable if item.problem == "BLOCKED_BY_DECISION" and item not in guardrails]
    reasons += [f"BLOCKED_BY_DECISION:{item.place}" for item in blocked]
    inputs = _states([*gates, *guardrails, *blocked])
    return RuleOutcome("HOLD", bool(reasons), inputs, tuple(reasons))


def _unproven_reason(item: Judged) -> str:
    if item.problem in ("BLOCKED_BY_DECISION", "MITIGATION_PENDING"):
        return f"{item.problem}:{item.place}"
    return f"GUARDRAIL_INCONCLUSIVE:{item.place}:{item.problem}"


def _no_case(scope: Sequence[Judged], leading: LeadingView) -> RuleOutcome:
    gained = [item for item in scope if item.role == "target" and item.state in ("MET", "IMPROVED")]
    if all(item.is_disputed or item.is_by_chance for item in gained):
        gained = []
    p = leading.p_positive
    reasons: tuple[str, ...] = ()
    if not gained and (p is None or p < 0.90):
        reasons = ("NO_BENEFIT_SHOWN",)
    elif gained and p is not None and p < 0.50:
        reasons = ("VALUE_NEGATIVE",)
    inputs = {"targets_met": [item.place for item in gained], "leading": leading.name, "p_positive": p}
    return RuleOutcome("NO_CASE", bool(reasons), inputs, reasons)


def _accepted(scope: Sequence[Judged]) -> RuleOutcome:
    answered = [item for item in scope if item.problem is None and _can_be_accepted(item)]
    within = [item for item in scope if item.role == "guardrail" and item.state == "REGRESSED_WITHIN_MARGIN"]
    reasons = [f"ACCEPTED:{item.place}" for item in answered]
    reasons += [f"PRE_AGREED_MARGIN:{item.place}" for item in within if item not in answered]
    return RuleOutcome("SHIP_WITH_ACCEPTED_REGRESSIONS", bool(reasons), _states([*answered, *within]), tuple(reasons))


def _can_be_accepted(item: Judged) -> bool:
    if not item.is_answerable:
        return False
    return item.state in REGRESSIONS or (item.role == "guardrail" and item.state in FAILING)
