"""Gates: safety limits first, then margins, then goals; each with its state and the numbers behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tradeoff_app.analysis.effects import Effect
from tradeoff_app.model.gate import Gate
from tradeoff_app.model.metric import Role

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


@dataclass(frozen=True)
class GateResult:
    """The state of one gate in one segment for one candidate.

    `observed` is the candidate's own level; `bound` the one-sided 95 % bound that an absolute limit is judged by;
    `threshold` the limit, absolute margin, minimum worthwhile change or target in natural units; `events` and `n` for
    rates. `assumed` marks a gate that nobody stated. `segment` is where it was judged (a general guardrail is also
    judged in each protected segment), `worst_segment` the protected segment that decided a safety gate.
    """

    gate: Gate
    metric: str
    segment: str
    candidate: str
    role: Role
    state: GateState
    threshold: float | None
    observed: float | None = None
    bound: float | None = None
    events: int | None = None
    n: int | None = None
    effect: Effect | None = None
    needs_times_n: float | None = None
    assumed: bool = False
    in_scope: bool = True
    worst_segment: str | None = None
    missing_decides: bool = False

    @property
    def key(self) -> str:
        """`metric|segment`, as responses and reason codes name it."""
        return f"{self.metric}|{self.segment}"
