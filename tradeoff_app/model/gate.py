"""A gate: what must never happen, what must not get worse, or what the release is for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Literal, Self

from pydantic import model_validator

from tradeoff_app.model.frozen import Amount, Frozen, Identifier, NonNegative
from tradeoff_app.model.metric import Role
from tradeoff_app.model.segment import EVERYONE

Rule = Literal["absolute_limit", "never_event", "non_inferiority", "superiority", "absolute_target"]
SAFETY_RULES: frozenset[Rule] = frozenset({"absolute_limit", "never_event"})

ROLE_OF_RULE: dict[Rule, Role] = {
    "absolute_limit": "safety_gate",
    "never_event": "safety_gate",
    "non_inferiority": "guardrail",
    "superiority": "target",
    "absolute_target": "target",
}


class Gate(Frozen):
    """One rule on one metric in one segment; thresholds in the metric's own units (0.005 on a rate is 0.5 points)."""

    id: Identifier
    metric: str
    segment: str = EVERYONE
    rule: Rule
    limit: Amount | None = None
    margin: NonNegative | None = None
    margin_relative: NonNegative | None = None
    min_worthwhile: NonNegative | None = None
    target: Amount | None = None
    equivalence: NonNegative | None = None
    agreed_on: date | None = None
    agreed_by: str | None = None
    changed_after_results: bool = False

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if self.rule == "absolute_limit" and self.limit is None:
            raise ValueError("an absolute_limit needs its limit")
        if self.rule == "non_inferiority" and self.margin is None and self.margin_relative is None:
            raise ValueError("a non_inferiority gate needs a margin or a margin_relative")
        if self.rule == "absolute_target" and self.target is None:
            raise ValueError("an absolute_target needs its target")
        return self

    @property
    def role(self) -> Role:
        """The role that the rule gives the metric."""
        return ROLE_OF_RULE[self.rule]

    @property
    def is_safety(self) -> bool:
        """Whether no weight, value or acceptance can buy it."""
        return self.rule in SAFETY_RULES


class Seal(Frozen):
    """When the gates and weights were sealed, the hash of what they were, and, where known, what they were.

    A seal that is stated without a hash is filled from the gates and weights that are stated with it.
    """

    at: str
    sha256: str = ""
    content: Mapping[str, Any] | None = None
