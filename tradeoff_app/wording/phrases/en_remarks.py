"""English phrases beside a verdict."""

from __future__ import annotations

from tradeoff_app.wording.language import Phrase

REMARK_PHRASES: dict[str, Phrase] = {
    "moved_after_results": "Changed after results were seen: {gate}",
    "moved_after_seal": "Changed after it was sealed: {what}",
    "moved_added": "Added after the others were sealed: {what}",
    "moved_removed": "Taken away after it was sealed: {what}",
    "moved_unknown": "Gates or weights are other ones than those that were sealed; what they were was not kept",
    "named_value": "{name} {value}",
    "conflict_money_gains": (
        "Money and score point in opposite directions: the money gains while the weighted score falls. {decides}"
    ),
    "conflict_money_loses": (
        "Money and score point in opposite directions: the weighted score rises while the money falls. {decides}"
    ),
    "conflict_value_leads": "Money decides here, because most of the weight lies on metrics that have a price.",
    "conflict_score_leads": "The score decides here, because much of the weight lies on metrics without a price.",
    "missing_decides": (
        "The rows that are missing decide on {where}: with all of them at their worst or at their best the "
        "result would be another one."
    ),
    "out_of_scope": "outside the rollout something fails or is open, which does not count: {where}.",
    "gates_assumed": (
        "Nobody has stated a gate yet. Every product metric counts as a goal that any improvement meets; no "
        "margin and no safety limit is assumed. State them under Gates."
    ),
}
