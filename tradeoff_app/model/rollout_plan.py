"""How a release reaches its users: stages, a stop rule, and who is told what."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from tradeoff_app.model.frozen import LARGEST, Frozen, Share
from tradeoff_app.model.segment import EVERYONE

Days = Annotated[float, Field(gt=0.0, le=3660.0)]
Count = Annotated[int, Field(ge=0, le=int(LARGEST))]
MOST_WATCHED = 10_000_000


class RolloutStage(Frozen):
    """A share of the traffic (0 to 1) that gets the candidate for a number of days."""

    share: Share
    days: Days


class StopWatch(Frozen):
    """Stop the rollout when more than `more_than` of the first `units` have the event; fewer, where higher is better.

    `notice` is the rate that the rule is meant to notice.
    """

    metric: str
    segment: str = EVERYONE
    units: Annotated[int, Field(ge=1, le=MOST_WATCHED)]
    more_than: Count
    notice: Share | None = None


class Message(Frozen):
    """Who is told what about the release, where and when."""

    audience: str
    text: str = ""
    channel: str = ""
    day: date | None = None


class RolloutPlan(Frozen):
    """Stages in their order, the stop rule, and the messages."""

    stages: tuple[RolloutStage, ...] = ()
    watch: StopWatch | None = None
    messages: tuple[Message, ...] = ()
