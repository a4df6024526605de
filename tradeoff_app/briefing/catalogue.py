"""The sections of a briefing in reading order, and which audience gets which."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tradeoff_app.briefing.blocks import Section
from tradeoff_app.briefing.brief import Audience, Brief
from tradeoff_app.briefing.sections import accepted, effects, examples, memo, method, rollout, sure, value

Build = Callable[[Brief], Section | None]


@dataclass(frozen=True)
class Entry:
    """One section: how it is built and for whom."""

    build: Build
    audiences: tuple[Audience, ...] = ("review", "audit")


SECTIONS: tuple[Entry, ...] = (
    Entry(memo.build, ("one-page", "review", "audit")),
    Entry(effects.build),
    Entry(value.build),
    Entry(sure.build),
    Entry(accepted.build),
    Entry(rollout.build),
    Entry(examples.build),
    Entry(method.build),
)
