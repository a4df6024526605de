"""Which effects a reader is told first: those that somebody answered for, then those that are worth most."""

from __future__ import annotations

from typing import Literal

from tradeoff_app.analysis.effects import Effect
from tradeoff_app.briefing.brief import Brief
from tradeoff_app.model.segment import EVERYONE

UNTOLD_ROLES = ("monitor", "safety_gate")
"""Technical proxies stand behind their product metric, safety stands apart."""


def product_effects(brief: Brief) -> tuple[Effect, ...]:
    """The effects of the scenario's candidate on metrics that users notice."""
    return tuple(effect for effect in brief.own_effects if brief.project.role_of(effect.metric) not in UNTOLD_ROLES)


def told_effects(brief: Brief, state: Literal["better", "worse"]) -> list[Effect]:
    """Clear effects of one side in the order in which they are told; one a metric apart from answered regressions.

    A single segment of the value partition comes before the whole that it is part of where money says that it matters
    most, else the whole comes first: a part that nobody weighed would be picked for its luck. Views are left to the
    table, as are segments that keep the version before.
    """
    needing = {item.key for item in brief.outcome.regressions if item.response or not item.within_margin}
    places = (*brief.evidence.partition, EVERYONE)
    reached = (effect for effect in product_effects(brief) if brief.outcome.reaches(effect.segment))
    candidates = (*_failed_safety(brief), *reached)
    found = [effect for effect in candidates if effect.state == state and effect.segment in places]
    told: dict[str, Effect] = {}
    for effect in sorted(found, key=lambda each: weight(brief, each)):
        told.setdefault(effect.key if effect.key in needing else effect.metric, effect)
    return list(told.values())


def _failed_safety(brief: Brief) -> tuple[Effect, ...]:
    """Effects behind safety gates that fail: where the release is blocked, no loss matters more."""
    failed = {result.key for result in brief.safety_gates() if result.state == "FAIL"}
    return tuple(effect for effect in brief.own_effects if effect.key in failed)


def weight(brief: Brief, effect: Effect) -> tuple[bool, bool, bool, float]:
    """Sorts safety first, then answered regressions, then single segments by what they are worth, then the whole.

    Where nothing is worth money the whole comes before its parts.
    """
    is_answered = any(item.key == effect.key for item in brief.outcome.regressions)
    is_whole = effect.segment == EVERYONE and len(brief.evidence.partition) > 1
    is_safe = not brief.is_safety_metric(effect.metric)
    worth = abs(brief.worth(effect))
    return is_safe, not is_answered, is_whole if worth else not is_whole, -worth
