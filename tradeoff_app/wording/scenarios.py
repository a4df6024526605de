"""Scenarios side by side in words: each verdict in a word with its reason, and whether they agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tradeoff_app.analysis.outcome import Outcome
from tradeoff_app.wording import verdict
from tradeoff_app.wording.voice import Voice

_REASONS = {
    "HOLD": ("GATE_UNPROVEN", "GUARDRAIL_INCONCLUSIVE", "BLOCKED_BY_DECISION", "MISSING_DATA_DECIDES"),
    "NO_CASE": ("VALUE_NEGATIVE",),
}
"""The reasons that have words of their own, the weightier first."""


def verdict_word(voice: Voice, outcome: Outcome) -> str:
    """The recommendation in a word or two: "Ship", "Not yet", "Hold"."""
    return voice.say(f"short_{outcome.verdict.recommendation}")


def verdict_detail(voice: Voice, outcome: Outcome) -> str:
    """What makes it, short enough for a table: "1 accepted regression", "a safety gate fails"."""
    accepted, within = verdict.accepted_count(outcome), verdict.within_count(outcome)
    recommendation = outcome.verdict.recommendation
    if recommendation == "SHIP":
        return voice.say("detail_no_regression")
    if recommendation == "SHIP_WITH_ACCEPTED_REGRESSIONS":
        key, count = ("detail_accepted", accepted) if accepted else ("detail_within", max(1, within))
        return voice.say(key, count=count)
    if recommendation == "NEEDS_ACCEPTANCE":
        answered = sum(item.is_accepted or item.within_margin for item in outcome.regressions)
        return voice.say("detail_open", count=max(1, len(outcome.regressions) - answered))
    codes = {verdict.parse_reason(text).code for text in outcome.verdict.reasons}
    named = next((code for code in _REASONS.get(recommendation, ()) if code in codes), recommendation)
    return voice.say(f"detail_{named}")


def agreement(voice: Voice, outcomes: Sequence[Outcome]) -> str:
    """Whether the scenarios come to the same: "All 4 scenarios: Ship", "The scenarios disagree: 3 Ship and 1 Hold"."""
    words = Counter(verdict_word(voice, outcome) for outcome in outcomes)
    if len(outcomes) == 1:
        return voice.say("agreement_one", verdict=next(iter(words)))
    if len(words) == 1:
        return voice.say("agreement_all", count=len(outcomes), verdict=next(iter(words)))
    parts = [voice.say("agreement_part", count=count, verdict=word) for word, count in words.most_common()]
    return voice.say("agreement_split", verdicts=voice.language.listed(parts))
