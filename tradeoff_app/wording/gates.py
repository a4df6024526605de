"""Gates in words: the rule as a name, and its result with the numbers that decide it."""

from __future__ import annotations

from tradeoff_app.analysis.effects import Effect
from tradeoff_app.analysis.gates import GateResult
from tradeoff_app.model.gate import Gate
from tradeoff_app.wording.cells import limit, threshold
from tradeoff_app.wording.effects import needs_more, short
from tradeoff_app.wording.frequency import DENOMINATORS
from tradeoff_app.wording.language import sentence_case
from tradeoff_app.wording.rounding import whole
from tradeoff_app.wording.states import word
from tradeoff_app.wording.voice import Voice


def name(voice: Voice, gate: Gate) -> str:
    """The rule as a name: metric, segment, and what it must or must not do."""
    subject = sentence_case(voice.cell(gate.metric, gate.segment))
    lower = voice.better(gate.metric) == "lower"
    if gate.rule == "never_event":
        return voice.say("gate_never", name=subject)
    if gate.rule == "absolute_limit":
        key = "gate_ceiling" if voice.better(gate.metric) != "higher" else "gate_floor"
        return voice.say(key, name=subject, limit=limit(voice, gate.metric, gate.limit))
    if gate.rule == "absolute_target":
        key = "gate_target_low" if lower else "gate_target"
        return voice.say(key, name=subject, limit=limit(voice, gate.metric, gate.target))
    if gate.rule == "superiority":
        key = "gate_superiority" if gate.min_worthwhile else "gate_superiority_any"
        return voice.say(key, name=subject, margin=threshold(voice, gate.metric, gate.min_worthwhile))
    return voice.say("gate_margin", name=subject, margin=_margin(voice, gate))


def sentence(voice: Voice, result: GateResult) -> str:
    """The result: state first, then the numbers; what it would take where we can't tell."""
    subject = sentence_case(voice.cell(result.metric, result.segment))
    state = word(voice, result)
    text = voice.say("gate_result", name=subject, state=voice.language.inside(state), evidence=evidence(voice, result))
    more = needs_more(voice, result) if result.state == "INCONCLUSIVE" else ""
    return f"{text} {sentence_case(more)}." if more else text


def bound_in_words(voice: Voice, result: GateResult) -> str:
    """What the bound leaves possible: "a true rate of 10 in every 1,000 is not ruled out"; empty without a bound."""
    if result.bound is None or not 0 < result.bound <= 1:
        return ""
    size = next((size for size in DENOMINATORS[1:] if whole(size * result.bound) >= 1), DENOMINATORS[-1])
    count = voice.numbers.whole(max(1, whole(size * result.bound)))
    return voice.say("not_ruled_out", count=count, denominator=voice.numbers.whole(size))


def _margin(voice: Voice, gate: Gate) -> str:
    if gate.margin is not None:
        return threshold(voice, gate.metric, gate.margin)
    relative = voice.numbers.exact_percent(gate.margin_relative or 0.0)
    return voice.say("relative_margin", share=relative)


def evidence(voice: Voice, result: GateResult) -> str:
    """The numbers that decide the result, and what they are held against."""
    if result.state in ("NO_DATA", "INVALID"):
        return voice.say("gate_no_data")
    if result.gate.is_safety:
        return _safety(voice, result)
    numbers = _level_or_change(voice, result)
    if result.why == "segments_unmeasured":
        return f"{numbers}; {voice.say('why_segments_unmeasured')}"
    return numbers


def _level_or_change(voice: Voice, result: GateResult) -> str:
    if result.gate.rule == "absolute_target":
        observed = limit(voice, result.metric, result.observed)
        return voice.say("gate_target_evidence", observed=observed, limit=limit(voice, result.metric, result.threshold))
    return voice.say("gate_no_data") if result.effect is None else _change(voice, result, result.effect)


def _change(voice: Voice, result: GateResult, effect: Effect) -> str:
    """The change with what it is held against: a band of no material change, a margin, a goal, or nothing."""
    if effect.interval is None:
        fewest = min(effect.n_baseline, effect.n_candidate)
        reason = voice.say_reason("why", result.why or effect.why)
        return voice.say("gate_without_interval", n=voice.numbers.whole(fewest), count=fewest, reason=reason)
    change = short(voice, effect).rstrip(".")
    if result.state == "NO_MATERIAL_CHANGE" and result.gate.equivalence is not None:
        band = threshold(voice, result.metric, result.gate.equivalence)
        return voice.say("gate_change_band", change=change, margin=band)
    if not result.threshold:
        return voice.say("gate_change", change=change)
    key = "gate_change_margin" if result.gate.rule == "non_inferiority" else "gate_change_goal"
    return voice.say(key, change=change, margin=threshold(voice, result.metric, result.threshold))


def _safety(voice: Voice, result: GateResult) -> str:
    if voice.is_rate(result.metric) and result.n is not None and result.events is not None:
        observed = _events(voice, result, result.n)
    else:
        observed = voice.say("gate_observed", observed=limit(voice, result.metric, result.observed))
    parts = [observed, bound_in_words(voice, result) if result.events == 0 else _bound(voice, result)]
    if result.threshold is not None and result.gate.rule == "absolute_limit":
        parts.append(voice.say("gate_limit", limit=limit(voice, result.metric, result.threshold)))
    return "; ".join(part for part in parts if part)


def _events(voice: Voice, result: GateResult, count: int) -> str:
    """How often it happened; where units are means over repeats, the share of it, because no unit can be counted."""
    words = voice.unit(result.metric, result.segment)
    n, units = voice.numbers.whole(count), words.one if count == 1 else words.other
    if not result.events:
        return voice.no_event(result.metric, n, units)
    event, events = voice.event(result.metric), result.counted_events
    if events is None:
        share = limit(voice, result.metric, result.observed)
        name = voice.metric(result.metric)
        happened = event.other if name.phrase else voice.say("quoted", name=name.name)
        return sentence_case(voice.say("events_averaged", event=happened, share=share, n=n, units=units))
    happened = event.one if events == 1 else event.other
    return voice.say("events", events=voice.numbers.whole(events), event=happened, n=n, units=units)


def _bound(voice: Voice, result: GateResult) -> str:
    if result.bound is None:
        return ""
    key = "bound_floor" if voice.better(result.metric) == "higher" else "bound_ceiling"
    return voice.say(key, bound=limit(voice, result.metric, result.bound))
