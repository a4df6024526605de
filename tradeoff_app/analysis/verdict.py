"""The release verdict: the first rule that applies, with every rule evaluated and kept in the trace."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from tradeoff_app.analysis.effects import Effect
from tradeoff_app.model.acceptance import Response

Recommendation = Literal[
    "INVALID", "BLOCKED", "NEEDS_ACCEPTANCE", "HOLD", "NO_CASE", "SHIP_WITH_ACCEPTED_REGRESSIONS", "SHIP"
]


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
