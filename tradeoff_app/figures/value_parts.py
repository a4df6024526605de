"""The parts that a month's value is the sum of, and the finding that they allow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from tradeoff_app.analysis.value import NetValue
from tradeoff_app.wording.language import sentence_case
from tradeoff_app.wording.speaker import Speaker

MOST_PARTS = 6
"""Columns beside running cost and total that still have room for their names."""


COST = "input:running_cost_per_month"


@dataclass(frozen=True)
class ValuePart:
    """A part of the value in money per month; a fixed cost has no interval. `quantity` is what explains it."""

    key: str
    name: str
    said: str
    mean: float
    interval: tuple[float, float] | None
    quantity: str = "value"


def value_parts(value: NetValue, speaker: Speaker, by: Literal["segment", "metric"]) -> list[ValuePart]:
    """Parts from most gained to most lost, then the running cost and what else is left to the total."""
    voice = speaker.voice
    whole = value.by_segment if by == "segment" else value.by_metric
    parts = []
    for key, part in sorted(whole.items(), key=lambda item: -item[1].mean):
        if by == "segment":
            name, said = voice.segment(key), voice.segment_named(key)
        else:
            metric = voice.metric(key)
            name = sentence_case(metric.phrase.event.other) if metric.phrase else metric.name
            said = voice.language.inside(name) if metric.phrase is None else metric.phrase.event.other
        parts.append(ValuePart(key, name, said, part.mean, part.interval, f"value_{by}:{key}"))
    if value.running_cost:
        name = voice.say("running_cost")
        parts.append(ValuePart("running_cost", name, voice.language.inside(name), -value.running_cost, None, COST))
    return parts


def fold_small(parts: Sequence[ValuePart], speaker: Speaker, most: int = MOST_PARTS) -> list[ValuePart]:
    """The parts that matter most in their order, the rest summed into one, so that every column keeps its name."""
    measured = [part for part in parts if part.interval is not None]
    if len(measured) <= most:
        return list(parts)
    kept = sorted(measured, key=lambda part: -abs(part.mean))[: most - 1]
    rest = [part for part in measured if part not in kept]
    name = speaker.voice.say("other_parts", count=len(rest))
    others = ValuePart("others", name, speaker.voice.language.inside(name), sum(part.mean for part in rest), None)
    fixed = [part for part in parts if part.interval is None]
    return [*(part for part in parts if part in kept), others, *fixed]


def value_title(value: NetValue, parts: Sequence[ValuePart], speaker: Speaker) -> str:
    """The finding: no clear gain or loss, who brings most, or that the release loses money."""
    low, high = value.per_month.interval
    say = speaker.voice.say
    if low <= 0 <= high:
        return say("figure_value_unclear")
    if high < 0:
        return say("figure_value_loss", amount=speaker.numbers.money(-value.per_month.mean, value.currency))
    clear = [part for part in parts if part.interval is not None and part.interval[0] > 0]
    if not clear or len([part for part in parts if part.interval is not None]) < 2:
        return say("figure_value_gain", amount=speaker.numbers.money(value.per_month.mean, value.currency))
    return say("figure_value_most", name=clear[0].said)
