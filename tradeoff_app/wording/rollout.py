"""A rollout plan in words: whom a stage reaches, what that costs them, and what its stop rule would do."""

from __future__ import annotations

from dataclasses import dataclass

from tradeoff_app.analysis.rollout import StageImpact
from tradeoff_app.analysis.rollout_reading import RolloutReading, StopReading
from tradeoff_app.wording.rounding import decimals_for_figures
from tradeoff_app.wording.voice import Voice


@dataclass(frozen=True)
class ToldStage:
    """One stage as a row: its share and days, how many units it reaches, and its change with the interval; `total` adds
    up this stage and those before it."""

    share: str
    days: str
    reached: str
    change: str
    interval: str
    total: str
    total_interval: str


def stages(voice: Voice, told: RolloutReading) -> tuple[ToldStage, ...]:
    """The stages as rows, in their order."""
    return tuple(_stage(voice, impact) for impact in told.stages)


def _stage(voice: Voice, impact: StageImpact) -> ToldStage:
    numbers = voice.numbers
    change, total = (_count(voice, triple) for triple in (impact.change, impact.total))
    return ToldStage(
        share=numbers.exact_percent(impact.stage.share),
        days=numbers.decimal(impact.stage.days, 1, trim=True),
        reached=numbers.people(impact.exposures),
        change=change[0],
        interval=change[1],
        total=total[0],
        total_interval=total[1],
    )


def _count(voice: Voice, triple: tuple[float, float, float]) -> tuple[str, str]:
    estimate, low, high = triple
    ends = [voice.numbers.people(end) for end in (low, high)]
    said = voice.numbers.people(estimate, signed=True)
    return said, "" if said == ends[0] == ends[1] else voice.numbers.interval(*ends)


def no_stages(voice: Voice, told: RolloutReading) -> str:
    """Why the stages have no numbers; empty where they have."""
    if told.why is None:
        return ""
    key = f"stages_{told.why}"
    return voice.say(key if voice.language.has(key) else "stages_no_interval")


def stop_rule(voice: Voice, stop: StopReading) -> str:
    """The rule itself: "Stop at more than 60 irrelevant answers in the first 2,000 rare queries."."""
    watch = stop.watch
    is_lower = voice.metric(watch.metric).better != "higher"
    return voice.say(
        "stop_rule_more" if is_lower else "stop_rule_fewer",
        limit=voice.numbers.whole(watch.more_than),
        events=voice.event(watch.metric).other,
        count=voice.numbers.whole(watch.units),
        units=voice.unit(watch.metric, watch.segment).other,
    )


def stop_chances(voice: Voice, stop: StopReading) -> str:
    """How often it stops where all is as measured, and where the harm is there."""
    numbers = voice.numbers
    text = voice.say(
        "stop_false_alarm", probability=numbers.probability(stop.p_false_alarm), rate=_rate(voice, stop.measured)
    )
    if stop.notice is None or stop.p_noticed is None:
        return f"{text} {voice.say('stop_no_notice')}"
    power = voice.say("stop_power", probability=numbers.probability(stop.p_noticed), rate=_rate(voice, stop.notice))
    return f"{text} {power}"


def _rate(voice: Voice, rate: float) -> str:
    return voice.numbers.percent(rate, max(1, decimals_for_figures(100 * rate, 2)) if rate else 1)
