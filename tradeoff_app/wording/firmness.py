"""How firm the answer is, in words: whether one side is at least as good everywhere, and what other weights say."""

from __future__ import annotations

from tradeoff_app.analysis.outcome import Outcome
from tradeoff_app.wording.voice import Voice


def dominance(voice: Voice, outcome: Outcome) -> str:
    """Whether the candidate is better or no worse in every cell that was compared, with the counts."""
    found = outcome.dominance
    if found is None or found.kind == "not_measured":
        return voice.say("dominance_not_measured")
    counts = {
        "better": found.better,
        "worse": found.worse,
        "open": found.open,
        "no_worse": found.no_worse,
        "cells": found.cells,
    }
    told = {name: voice.numbers.whole(count) for name, count in counts.items()}
    return voice.say(f"dominance_{found.kind}", count=found.cells, **told)


def ship_share(voice: Voice, outcome: Outcome) -> str:
    """In which share of all weightings shipping leads; the ends in words, since they are shares of a sample."""
    share = outcome.sensitivity.ship_share
    if share is None:
        return ""
    if share in (0.0, 1.0):
        return voice.say("ship_leads_always" if share else "ship_leads_never")
    return voice.say("ship_leads", share=voice.numbers.probability(share))


def weights(voice: Voice, outcome: Outcome) -> str:
    """In which share of weightings shipping leads: in the stated order, and near the stated weights; empty without."""
    space = outcome.sensitivity.weight_space
    if space is None or outcome.score is None or len(outcome.score.by_metric) < 2:
        return ""
    ranked, near = (voice.numbers.probability(share) for share in (space.ship_share_ranked, space.ship_share_near))
    return voice.say("weights_near", ranked=ranked, near=near)


def smallest_move(voice: Voice, outcome: Outcome) -> str:
    """How much weight has to move anywhere to turn the score; empty without a score of several metrics."""
    if outcome.score is None or len(outcome.score.by_metric) < 2:
        return ""
    share = outcome.sensitivity.smallest_weight_move
    if share is None:
        return voice.say("weights_never_turn")
    return voice.say("weights_turn", share=voice.numbers.percent(share, 0))


def rollout(voice: Voice, outcome: Outcome) -> tuple[str, ...]:
    """Where the share of a segment that gets the candidate takes the value through zero, a sentence each.

    One sentence where no share does; none where no value is known.
    """
    flips = outcome.sensitivity.rollout_flips
    turning = [(flip, flip.flips_at) for flip in flips if flip.flips_at is not None]
    if not turning:
        return (voice.say("rollout_never_turns"),) if flips else ()
    return tuple(
        voice.say(
            "rollout_turns",
            segment=voice.segment_inside(flip.segment),
            share=voice.numbers.percent(at, 0),
            now=voice.numbers.percent(flip.share, 0),
        )
        for flip, at in turning
    )


def weight_questions(voice: Voice, outcome: Outcome) -> tuple[str, ...]:
    """A question for each metric whose points and price give it weights that lie far apart."""
    return tuple(
        voice.say(
            "weights_apart",
            metric=voice.metric_inside(pair.metric),
            stated=voice.numbers.percent(pair.stated, 0),
            implied=voice.numbers.percent(pair.implied, 0),
        )
        for pair in outcome.weight_pairs
        if pair.is_apart
    )
