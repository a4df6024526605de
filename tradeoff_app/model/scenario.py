"""A scenario: to whom, how much, which candidate, what a change is worth, and which regressions are accepted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, Self

from pydantic import model_validator

from tradeoff_app.model.acceptance import Person, Response
from tradeoff_app.model.frozen import Amount, Frozen, Identifier, NonNegative, Share
from tradeoff_app.model.names import readable_name
from tradeoff_app.model.range import Range
from tradeoff_app.model.rollout_plan import RolloutPlan
from tradeoff_app.model.segment import EVERYONE


class Rollout(Frozen):
    """The share of a segment's traffic that gets a candidate; without candidate, the scenario's own."""

    share: Share = 1.0
    candidate: str | None = None


class Money(Frozen):
    """Money per unit of a metric per exposure, signed in natural units (-4.00 per irrelevant answer)."""

    metric: str
    segment: str = EVERYONE
    per_unit: Range

    @property
    def key(self) -> str:
        """The id under which a scenario keeps it."""
        return f"{self.metric}|{self.segment}"


class Swing(Frozen):
    """How much moving a metric from worst to best matters, 0 to 100 points; knots are (value, partial value 0..1)."""

    worst: Amount
    best: Amount
    points: NonNegative
    knots: tuple[tuple[float, float], ...] | None = None

    @model_validator(mode="after")
    def _has_width(self) -> Self:
        if self.worst == self.best:
            raise ValueError("worst and best of a swing must differ")
        return self


class Decision(Frozen):
    """What was decided, and by whom; against the recommendation it needs a reason and a second signer."""

    choice: Literal["ship", "hold", "block"]
    reason: str | None = None
    signers: tuple[Person, ...] = ()


class Scenario(Frozen):
    """One complete set of choices about a release; maps are keyed by segment, by metric, or by `metric|segment`."""

    id: Identifier
    label: str | None = None
    candidate: str | None = None
    rollout: Mapping[str, Rollout] = {}
    money: Mapping[str, Money] = {}
    running_cost_per_month: Amount = 0.0
    cost_per_exposure: Amount = 0.0
    one_off_cost: Amount = 0.0
    transport: Mapping[str, Range] = {}
    swing: Mapping[str, Swing] = {}
    segment_weights: Mapping[str, NonNegative] = {}
    decision: Decision | None = None
    regressions: Mapping[str, Response] = {}
    plan: RolloutPlan | None = None

    @property
    def name(self) -> str:
        """The label people read; the id where none was given."""
        return readable_name(self.label or self.id)

    def rollout_of(self, segment: str) -> Rollout:
        """The segment's rollout, else everyone's, else all of it; without a candidate of its own, everyone's."""
        general = self.rollout.get(EVERYONE, Rollout())
        own = self.rollout.get(segment, general)
        candidate = own.candidate or general.candidate or self.candidate
        return Rollout(share=own.share, candidate=candidate)

    def money_of(self, metric: str, segment: str) -> Money | None:
        """The money entry that holds in a segment: its own, else everyone's, else None."""
        return self.money.get(f"{metric}|{segment}") or self.money.get(f"{metric}|{EVERYONE}")

    def transport_of(self, metric: str) -> Range:
        """The share of the measured effect expected in production; 1 where nothing was said."""
        return self.transport.get(metric) or self.transport.get(EVERYONE) or Range.exactly(1.0)
