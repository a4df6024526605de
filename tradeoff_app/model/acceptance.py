"""What the PM does about a regression: accept it in the open, mitigate it, or block the release."""

from __future__ import annotations

from datetime import date
from typing import Literal

from tradeoff_app.model.frozen import Frozen, NonNegative
from tradeoff_app.model.segment import EVERYONE


class Person(Frozen):
    """A named person and the role they sign in."""

    name: str
    role: str = ""


class Response(Frozen):
    """The PM's answer to one regression; an acceptance is valid only when all its parts are stated and unexpired."""

    metric: str
    segment: str = EVERYONE
    action: Literal["accept", "mitigate", "block"] = "accept"
    accepted_up_to: NonNegative | None = None
    rationale: str | None = None
    gain: str | None = None
    mitigation: str | None = None
    owner: str | None = None
    accepter: Person | None = None
    accepted_on: date | None = None
    expires: date | None = None
    follow_up: str | None = None
    rollback_trigger: str | None = None
    evidence_hash: str | None = None

    @property
    def key(self) -> str:
        """The id under which a scenario keeps it."""
        return f"{self.metric}|{self.segment}"
