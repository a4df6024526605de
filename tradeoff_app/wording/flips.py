"""What would turn the answer, in words: where an input takes the value through zero."""

from __future__ import annotations

import math
from collections.abc import Sequence

from tradeoff_app.analysis.outcome import Outcome
from tradeoff_app.analysis.sensitivity import BreakEven, WeightFlip
from tradeoff_app.wording import inputs
from tradeoff_app.wording.language import sentence_case
from tradeoff_app.wording.paths import parse
from tradeoff_app.wording.voice import Voice

LEAST_MOVE = 1e-6
"""A break-even nearer to nothing than this share of the value now is nothing: noise of the arithmetic."""

NEAR_TIMES = 4
"""How many times as large or small as stated an input may be and still be told where another rule decides."""


def line(voice: Voice, outcome: Outcome) -> str:
    """The condition that turns the value first: a regression's own price, else the nearest; or that none does."""
    item = first(outcome)
    if item is not None:
        return condition(voice, item)
    turning = [flip for flip in outcome.sensitivity.weight_flips if flip.flips_at is not None]
    if turning:
        flip = nearest_weight(turning)
        return _weight(voice, flip.metric, flip.weight, flip.flips_at or 0.0)
    if outcome.value is None and outcome.score is None:
        return voice.say("flip_not_known")
    return voice.say("flip_none")


def nearest_weight(turning: Sequence[WeightFlip]) -> WeightFlip:
    """The weight that has to move least."""
    return min(turning, key=lambda flip: abs((flip.flips_at or 0.0) - flip.weight))


def first(outcome: Outcome) -> BreakEven | None:
    """The break-even that is told first; None where no input turns the value."""
    turning = [item for item in outcome.sensitivity.break_even if is_reachable(item)]
    losses = {regression.metric for regression in outcome.regressions}
    own = [item for item in turning if parse(item.input).kind == "money" and parse(item.input).metric in losses]
    return min(own or turning, key=_distance, default=None)


def is_reachable(item: BreakEven) -> bool:
    """Whether the input can turn the value at all: a loss does not turn into a gain, and none falls below nothing."""
    if item.flips_at is None:
        return False
    if item.now:
        return item.flips_at / item.now > LEAST_MOVE
    return item.flips_at > 0 or (item.flips_at < 0 and parse(item.input).kind == "money")


def is_near(item: BreakEven) -> bool:
    """Whether the turn lies within a few times of what is stated: farther away it is no answer to what holds it up."""
    return _distance(item) <= math.log(NEAR_TIMES)


def condition(voice: Voice, item: BreakEven) -> str:
    """The condition alone: "one irrelevant answer costs over $420", "under 13% of the measured effect arrives"."""
    if item.flips_at is None:
        return voice.say_reason("why", item.why)
    parsed = parse(item.input)
    fields = {"limit": inputs.estimate(voice, item.input, item.flips_at)}
    side = "over" if item.flips_at > item.now else "under"
    if parsed.kind == "money":
        is_cost = item.flips_at < 0
        side = "over" if abs(item.flips_at) > abs(item.now) else "under"
        key = f"flip_costs_{side}" if is_cost else f"flip_worth_{side}"
        return voice.say(key, what=inputs.one(voice, item.input), **fields)
    if parsed.kind == "transport":
        return voice.say(f"flip_transport_{side}", **fields)
    if parsed.kind == "exposure":
        return voice.say(f"flip_exposure_{side}", segment=voice.segment_inside(parsed.key), **fields)
    if voice.language.has(f"flip_{parsed.kind}_{side}"):
        return voice.say(f"flip_{parsed.kind}_{side}", **fields)
    return voice.say(f"flip_{side}", what=voice.language.inside(inputs.subject(voice, item.input)), **fields)


def break_even(voice: Voice, item: BreakEven, outcome: Outcome | None = None) -> str:
    """A sentence with the value of now; "pays off unless" or "pays off once" by the sign of the value where known."""
    if not is_reachable(item):
        reason = voice.say_reason("why", item.why if item.flips_at is None else "out_of_range")
        return voice.say("break_even_none", name=inputs.name(voice, item.input), reason=reason)
    now = inputs.stated(voice, item.input, item.now)
    is_paying = outcome is None or outcome.value is None or outcome.value.over_horizon.mean > 0
    key = "break_even" if is_paying else "break_even_once"
    return sentence_case(voice.say(key, condition=condition(voice, item), now=now))


def _weight(voice: Voice, metric: str, weight: float, flips_at: float) -> str:
    return voice.say(
        "flip_weight_over" if flips_at > weight else "flip_weight_under",
        metric=voice.metric_inside(metric),
        limit=voice.numbers.percent(flips_at, 0),
    )


def _distance(item: BreakEven) -> float:
    """How far the input has to move, as a ratio; a change of sign is farther than any ratio."""
    if item.flips_at is None or item.now == 0 or item.flips_at / item.now <= 0:
        return math.inf
    return abs(math.log(item.flips_at / item.now))
