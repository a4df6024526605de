"""Effects in words: the right kind of sentence for each type of metric, and the month that follows from it."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import replace

from tradeoff_app.analysis.catalogue import measure_of
from tradeoff_app.analysis.effects import Effect
from tradeoff_app.analysis.gates import GateResult
from tradeoff_app.analysis.outcome import Outcome
from tradeoff_app.analysis.verdict import RegressionState
from tradeoff_app.model.segment import EVERYONE
from tradeoff_app.wording.amounts import Amount, AmountStatement, cost_statement, duration_statement, mean_statement
from tradeoff_app.wording.cells import threshold
from tradeoff_app.wording.frequency import RateChange, RateStatement, denominator_for, kind_of, rate_statement
from tradeoff_app.wording.language import sentence_case
from tradeoff_app.wording.rounding import round_to_figures
from tradeoff_app.wording.voice import Voice

MOST_TIMES = 100
"""Beyond this many times the evidence nobody asks how much more exactly."""

Statement = RateStatement | AmountStatement


def sentence(voice: Voice, effect: Effect, outcome: Outcome | None = None, denominator: int | None = None) -> str:
    """The full sentence; what is not known is said with its reason."""
    told = _told(effect)
    if told is None:
        return _untold(voice, effect)
    text = _statement(voice, effect, told, volume(voice, effect, outcome), denominator).sentence
    if effect.state == "no_worse" and effect.margin is not None:
        kept = voice.say("inside_margin", margin=threshold(voice, effect.metric, effect.margin))
        return f"{text} {kept}"
    return text


def short(voice: Voice, effect: Effect, denominator: int | None = None) -> str:
    """The change with its interval and nothing else."""
    told = _told(effect)
    return _untold(voice, effect) if told is None else _statement(voice, effect, told, None, denominator).short


def phrase(voice: Voice, effect: Effect, denominator: int | None = None, *, is_short: bool = False) -> str:
    """The change as a noun phrase; a short one without levels and interval."""
    told = _told(effect)
    if told is None:
        return voice.cell(effect.metric, effect.segment)
    found = _statement(voice, effect, told, None, denominator)
    return found.phrase_short if is_short else found.phrase


def statement(
    voice: Voice, effect: Effect, outcome: Outcome | None = None, denominator: int | None = None
) -> Statement | None:
    """The numbers behind the sentence; None where the effect has no interval."""
    told = _told(effect)
    return None if told is None else _statement(voice, effect, told, volume(voice, effect, outcome), denominator)


def common_denominator(voice: Voice, effects: Iterable[Effect]) -> int | None:
    """The largest denominator that these effects need, so that both sides of a comparison are framed alike."""
    sizes = [
        denominator_for(told)
        for told in (_told(effect) for effect in effects if voice.is_rate(effect.metric))
        if told is not None
    ]
    return max(sizes, default=None)


def volume(voice: Voice, effect: Effect, outcome: Outcome | None) -> float | None:
    """Exposures a month (base volume times rollout) that an effect applies to; None where nobody stated them.

    None as well where nobody gets the candidate, and where segments get different shares: that is no one volume.
    """
    if outcome is None:
        return None
    if outcome.reading is not None:
        return _reached(effect, outcome)
    scenario = voice.scenario(outcome.scenario)
    if effect.segment == EVERYONE:
        return _everyone(voice, effect.metric, outcome)
    stated = outcome.mix.volumes.get(effect.segment)
    segment = voice.project.segments.get(effect.segment)
    if segment is not None:
        own = segment.volume(voice.metric(effect.metric).basis)
        stated = own.base if own is not None else stated
    return None if stated is None else stated * scenario.rollout_of(effect.segment).share or None


def people_why(voice: Voice, about: RegressionState | Effect) -> str:
    """Why there is no number of people a month: the change adds up to none, or the volume is not stated."""
    kind = measure_of(voice.metric(about.metric))
    return voice.say("why_no_volume" if kind is None or kind.counts_people else "why_no_people")


def people(voice: Voice, about: RegressionState | Effect, outcome: Outcome | None = None) -> str:
    """How many more or fewer events a month; says so where the volume is not stated; empty for what is no rate."""
    if not voice.is_rate(about.metric):
        return ""
    numbers = _monthly(voice, about, outcome)
    if numbers is None:
        return voice.say("no_volume")
    estimate, low, high = numbers
    if kind_of(low, high) == "no_clear_change":
        ends = (_signed(voice, end) for end in (low, high))
        return voice.say("people_unclear", span=voice.numbers.interval(*ends))
    near, far = sorted((abs(low), abs(high)))
    span = voice.numbers.interval(voice.numbers.people(near), voice.numbers.people(far))
    return voice.say("people", amount=_signed(voice, estimate), span=span)


def people_cell(voice: Voice, about: RegressionState | Effect, outcome: Outcome | None = None) -> tuple[str, str]:
    """The signed estimate and its interval for a cell."""
    numbers = _monthly(voice, about, outcome)
    if numbers is None:
        return "", ""
    estimate, low, high = numbers
    ends = (voice.numbers.people(end) for end in (low, high))
    return voice.numbers.people(estimate, signed=True), voice.numbers.interval(*ends)


def detectable(voice: Voice, effect: Effect) -> str:
    """The smallest change that would likely have been seen; empty where that is not known."""
    if effect.detectable is None:
        return ""
    rounded = round_to_figures(effect.detectable, 2)
    return voice.say("detectable", change=threshold(voice, effect.metric, rounded))


def needs_more(voice: Voice, about: Effect | GateResult) -> str:
    """How many times as many units would let us tell; empty where that was not computed."""
    times = about.needs_times_n
    if times is None:
        return ""
    units = voice.units(about.metric)
    if times > MOST_TIMES:
        return voice.say("needs_many", units=units)
    return voice.say("needs_more", times=voice.numbers.figures(max(times, 1.0), 2), units=units)


def _reached(effect: Effect, outcome: Outcome) -> float | None:
    """The volume behind the number of people a month, where one volume makes both its estimate and its ends."""
    people = outcome.people_per_month(effect.metric, effect.segment)
    if people is None or effect.difference is None or effect.interval is None:
        return None
    changes = (effect.difference, *effect.interval)
    most = max(changes, key=abs)
    reached = people[changes.index(most)] / most if most else 0.0
    counted = [reached * change for change in changes]
    is_one = all(math.isclose(*pair, rel_tol=1e-6, abs_tol=1e-9) for pair in zip(counted, people, strict=True))
    return reached if reached > 0 and is_one else None


def _told(effect: Effect) -> RateChange | None:
    """Levels and interval in natural units; None where one of them is missing."""
    if effect.interval is None or effect.baseline is None or effect.difference is None:
        return None
    return RateChange(effect.baseline, effect.baseline + effect.difference, *effect.interval)


def _statement(
    voice: Voice, effect: Effect, told: RateChange, monthly: float | None, denominator: int | None
) -> Statement:
    metric = voice.metric(effect.metric)
    if metric.type != "binary":
        return _amount_statement(voice, effect, told)
    words = voice.rate_words(metric.id, effect.segment)
    change = replace(told, volume_per_month=monthly)
    return rate_statement(change, words, metric.better, voice.code, denominator=denominator)


def _amount_statement(voice: Voice, effect: Effect, told: RateChange) -> AmountStatement:
    metric = voice.metric(effect.metric)
    factor = voice.time_factor(metric.id) if metric.type == "duration" else 1.0
    amount = Amount(
        voice.cell(metric.id, effect.segment),
        told.baseline * factor,
        told.candidate * factor,
        told.low * factor,
        told.high * factor,
        metric.better,
        voice.scale(metric.id),
    )
    if metric.type == "duration":
        return duration_statement(amount, voice.code)
    if metric.type == "money":
        return cost_statement(amount, voice.currency(metric.id), voice.code)
    return mean_statement(amount, voice.code, unit=metric.unit or "")


def _untold(voice: Voice, effect: Effect) -> str:
    name = sentence_case(voice.cell(effect.metric, effect.segment))
    reason = voice.say_reason("why", effect.why)
    key = "effect_not_measured" if effect.difference is None else "effect_without_interval"
    fewest = min(effect.n_baseline, effect.n_candidate)
    return voice.say(key, name=name, reason=reason, n=voice.numbers.whole(fewest), count=fewest)


def _everyone(voice: Voice, metric_id: str, outcome: Outcome) -> float | None:
    """The sum over the partition where all of it gets the same rollout; else one rate has no one volume: None."""
    scenario = voice.scenario(outcome.scenario)
    volumes = outcome.mix.volumes
    shares = {scenario.rollout_of(segment).share for segment in volumes}
    if len(shares) == 1 and all(volume is not None for volume in volumes.values()):
        return sum(volume for volume in volumes.values() if volume is not None) * shares.pop()
    exposure = voice.project.exposure
    basis = voice.metric(metric_id).basis
    if exposure is None or len(shares) > 1 or basis not in (None, exposure.basis):
        return None
    return exposure.per_month.base * (shares.pop() if shares else scenario.rollout_of(EVERYONE).share)


def _monthly(
    voice: Voice, about: RegressionState | Effect, outcome: Outcome | None
) -> tuple[float, float, float] | None:
    if isinstance(about, RegressionState):
        if about.people_per_month is not None:
            return about.people_per_month
        about = about.effect
    if outcome is not None and outcome.reading is not None:
        is_told = voice.is_rate(about.metric) and about.interval is not None
        return outcome.people_per_month(about.metric, about.segment) if is_told else None
    exposures = volume(voice, about, outcome)
    if exposures is None or about.difference is None or about.interval is None or not voice.is_rate(about.metric):
        return None
    low, high = about.interval
    return exposures * about.difference, exposures * low, exposures * high


def _signed(voice: Voice, count: float) -> str:
    text = voice.numbers.people(abs(count))
    if count == 0:
        return text
    if count < 0 and abs(count) < 1:
        return voice.say("fewer_than_one_fewer")
    return voice.say("more" if count > 0 else "fewer", amount=text)
