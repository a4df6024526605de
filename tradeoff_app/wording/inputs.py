"""Inputs of the value in words: their names, their stated values, and estimates of where they would turn it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tradeoff_app.model.range import Range
from tradeoff_app.model.scenario import Scenario
from tradeoff_app.wording.cells import signed
from tradeoff_app.wording.language import sentence_case
from tradeoff_app.wording.paths import Path, parse
from tradeoff_app.wording.rounding import decimals_for_figures
from tradeoff_app.wording.voice import Voice

MOST_WRITTEN = 8
"""Figures of a number that somebody writes."""
_MONEY = ("money", "running_cost_per_month", "cost_per_exposure", "one_off_cost")
_SHARES = ("transport", "rollout", "discount_per_year")


def name(voice: Voice, path: str) -> str:
    """The input as a row's name: "Irrelevant answer costs", "Running cost per month", "Rare queries per month"."""
    parsed = parse(path)
    if parsed.kind == "money":
        key = "input_costs" if _is_cost(voice, parsed) else "input_worth"
        return sentence_case(voice.say(key, what=_event(voice, parsed)))
    if parsed.kind == "exposure":
        return voice.say("input_exposure", segment=voice.segment(parsed.key))
    return subject(voice, path)


def short_name(voice: Voice, path: str, most: int) -> str:
    """The name in at most so many letters: a measured change by its metric and segment alone, cut where it must be."""
    parsed = parse(path)
    text = name(voice, path)
    if len(text) > most and parsed.kind == "effect":
        metric = voice.metric(parsed.metric).name
        text = metric if parsed.segment == "*" else f"{metric}, {voice.segment_inside(parsed.segment)}"
    return text if len(text) <= most else f"{text[: max(1, most - 1)].rstrip(' ,(')}…"


def subject(voice: Voice, path: str) -> str:
    """The input without saying whether it costs or is worth something: "Completed task", "Effect in production"."""
    parsed = parse(path)
    say = _SUBJECTS.get(parsed.kind)
    if say is not None:
        return say(voice, parsed)
    key = f"input_{parsed.kind}"
    return voice.say(key) if voice.language.has(key) else path


def one(voice: Voice, path: str) -> str:
    """One unit of what money is put on, inside a sentence: "one irrelevant answer", "one second of response time"."""
    parsed = parse(path)
    if voice.is_rate(parsed.metric):
        return voice.say("one_of", what=_event(voice, parsed))
    return _event(voice, parsed)


def is_cost(voice: Voice, path: str) -> bool:
    """Whether more of this input is money lost: a harm that costs, or a cost of running."""
    parsed = parse(path)
    return _is_cost(voice, parsed) if parsed.kind == "money" else parsed.kind in _MONEY


def assumption(voice: Voice, path: str) -> str:
    """The input with the value that stands in the project: "Completed task, $4.00"."""
    value = current(voice, path)
    text = subject(voice, path)
    if value is None:
        return _assumed_word(voice, path, text)
    shown = stated(voice, path, value)
    if parse(path).kind == "exposure":
        shown = voice.say("a_month", count=shown)
    return voice.say("assumption", name=text, value=shown)


def stated(voice: Voice, path: str, value: float) -> str:
    """A value that somebody stated, with the digits it has; money without the sign that "costs" already says.

    What follows from an answer has as many digits as a computer writes; nobody stated those, so they are not said.
    """
    parsed = parse(path)
    value = _as_said(value)
    kind = parsed.kind
    if kind == "effect":
        return signed(voice, parsed.metric, value)
    if kind in _MONEY:
        return voice.numbers.price(abs(value) if kind == "money" else value, voice.project.currency)
    if kind in _SHARES:
        return voice.numbers.exact_percent(value)
    return voice.numbers.decimal(value, 4, trim=True)


def _as_said(value: float) -> float:
    """The value where a person could have written it, else its first figures: to the cent, below 1 three of them."""
    digits = len(repr(abs(value)).replace(".", "").strip("0"))
    if digits <= MOST_WRITTEN or value == round(value):
        return value
    return round(value, 2) if abs(value) >= 1 else float(f"{value:.3g}")


def stated_range(voice: Voice, path: str, low: float, high: float) -> str:
    """Two stated values with the unit they share: "$2.50 to $6.00", "+2.8 to +5.9 points"."""
    text = voice.numbers.interval(stated(voice, path, low), stated(voice, path, high))
    parsed = parse(path)
    if parsed.kind != "effect":
        return text
    unit = voice.say("short_points") if voice.is_rate(parsed.metric) else voice.metric(parsed.metric).unit or ""
    return f"{text} {unit}".strip()


def estimate(voice: Voice, path: str, value: float | None) -> str:
    """A computed value of an input, two figures: "$420", "13%", "12,000"."""
    if value is None:
        return voice.say("not_known")
    parsed = parse(path)
    kind = parsed.kind
    if kind == "effect":
        return signed(voice, parsed.metric, value)
    if kind in _MONEY:
        return voice.numbers.money(abs(value) if kind == "money" else value, voice.project.currency)
    if kind in _SHARES:
        return voice.numbers.percent(value, max(0, decimals_for_figures(100 * value, 1)))
    if kind == "exposure":
        return voice.numbers.people(value) if abs(value) >= 1 else voice.numbers.figures(value, 1)
    return voice.numbers.figures(value, 2)


def current(voice: Voice, path: str) -> float | None:
    """The base value that the project holds at a path; None where it holds none or no number."""
    parsed = parse(path)
    scenario = voice.scenario(parsed.scenario)
    if parsed.kind in ("money", "swing"):
        return _entry(scenario, parsed)
    if parsed.kind == "transport":
        return scenario.transport_of(parsed.key or "*").base
    if parsed.kind == "exposure":
        return _volume(voice, parsed.key, parsed.field or None)
    if parsed.kind == "rollout":
        return scenario.rollout_of(parsed.key or "*").share
    return scenario.segment_weights.get(parsed.key) if parsed.kind == "segment_weights" else _plain(voice, parsed)


def _entry(scenario: Scenario, parsed: Path) -> float | None:
    if parsed.kind == "money":
        money = scenario.money_of(parsed.metric, parsed.segment)
        return None if money is None else money.per_unit.base
    swing = scenario.swing.get(parsed.key)
    return None if swing is None else swing.points


def _plain(voice: Voice, parsed: Path) -> float | None:
    for owner in (voice.scenario(parsed.scenario), voice.project):
        value = getattr(owner, parsed.kind, None)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return float(value)
    return None


def _assumed_word(voice: Voice, path: str, text: str) -> str:
    """An assumption that is no number: "Task completion: higher is better", "Segments that add up, query_tier"."""
    word, parsed = _word(voice, path), parse(path)
    if not word:
        return text
    kind = f"type_{_stored(voice, parsed)}"
    if parsed.kind == "metrics" and parsed.field == "type" and voice.language.has(kind):
        return voice.say("title_and_detail", title=voice.metric(parsed.key).name, detail=voice.say(kind))
    if parsed.kind == "metrics" and voice.language.has(f"value_{_stored(voice, parsed)}"):
        return voice.say("title_and_detail", title=voice.metric(parsed.key).name, detail=word)
    return voice.say("assumption", name=text, value=word)


def _stored(voice: Voice, parsed: Path) -> object:
    owner = getattr(voice.project, parsed.kind, None)
    if (parsed.kind, parsed.field) == ("metrics", "role"):
        return voice.project.role_of(parsed.key)
    if not parsed.field:
        return owner
    return getattr(owner.get(parsed.key), parsed.field, None) if isinstance(owner, Mapping) else None


def _word(voice: Voice, path: str) -> str:
    """The value at a path where it is a word or a list of words: "lower is better", "query_tier"; else nothing."""
    value = _stored(voice, parse(path))
    words = value if isinstance(value, tuple) else (value,)
    texts = [word for word in words if isinstance(word, str)]
    known = (voice.say(f"value_{word}") if voice.language.has(f"value_{word}") else word for word in texts)
    return voice.language.listed(list(known))


def _volume(voice: Voice, segment_id: str, basis: str | None) -> float | None:
    if segment_id == "*":
        exposure = voice.project.exposure
        return None if exposure is None else exposure.per_month.base
    segment = voice.project.segments.get(segment_id)
    volume: Range | None = segment.volume(basis) if segment else None
    return None if volume is None else volume.base


def _is_cost(voice: Voice, parsed: Path) -> bool:
    money = voice.scenario(parsed.scenario).money_of(parsed.metric, parsed.segment)
    if money is None or money.per_unit.base == 0:
        return voice.better(parsed.metric) == "lower"
    return money.per_unit.base < 0


def _event(voice: Voice, parsed: Path) -> str:
    metric = voice.metric(parsed.metric)
    if metric.type == "binary":
        text = metric.phrase.event.one if metric.phrase else voice.say("quoted", name=metric.name)
    elif metric.type == "duration":
        text = voice.say("one_second_of", metric=voice.metric_inside(metric.id))
    else:
        text = voice.say("one_point_of", metric=voice.metric_inside(metric.id))
    if parsed.segment == "*":
        return text
    return f"{text} ({voice.segment_inside(parsed.segment)})"


def _item(voice: Voice, parsed: Path) -> str:
    owner = {
        "metrics": lambda: voice.metric(parsed.key).name,
        "segments": lambda: voice.say("input_segment", name=voice.segment(parsed.key)),
        "gates": lambda: _gate_name(voice, parsed.key),
    }[parsed.kind]()
    if not parsed.field:
        return owner
    field = parsed.field.split("/")[0]
    key = f"field_{field}"
    return voice.say("field_of", owner=owner, field=voice.say(key) if voice.language.has(key) else field)


def _gate_name(voice: Voice, gate_id: str) -> str:
    gate = voice.project.gates.get(gate_id)
    return voice.say("gate_called", name=gate_id if gate is None else voice.cell(gate.metric, gate.segment))


def _transport(voice: Voice, parsed: Path) -> str:
    if parsed.key in ("", "*"):
        return voice.say("input_transport")
    return voice.say("input_transport_of", metric=voice.metric_inside(parsed.key))


def _of_segment(voice: Voice, parsed: Path) -> str:
    return voice.say(f"input_{parsed.kind}", segment=voice.segment(parsed.key or "*"))


def _assumed(voice: Voice, parsed: Path) -> str:
    """That an input counts as assumed, by the name of the input itself."""
    return voice.say("input_assumed", what=subject(voice, _whole_key(parsed)))


def _version(voice: Voice, parsed: Path) -> str:
    """A version that is compared, with the field that differs; the baseline has no id between its name and that."""
    if parsed.kind == "baseline":
        name, field = voice.project.baseline.label or voice.say("the_baseline"), parsed.key
    else:
        known = voice.project.candidates.get(parsed.key)
        name, field = known.label if known is not None and known.label else voice.say("the_candidate"), parsed.field
    owner = voice.say("input_version", name=name)
    key = f"field_{field}"
    return voice.say("field_of", owner=owner, field=voice.say(key)) if voice.language.has(key) else owner


def _whole_key(parsed: Path) -> str:
    return "/".join(part for part in (parsed.key, parsed.field) if part)


_SUBJECTS: dict[str, Callable[[Voice, Path], str]] = {
    "money": lambda voice, parsed: sentence_case(_event(voice, parsed)),
    "exposure": lambda voice, parsed: voice.segment(parsed.key),
    "transport": _transport,
    "rollout": _of_segment,
    "segment_weights": _of_segment,
    "effect": lambda voice, parsed: voice.say("input_effect", cell=voice.cell(parsed.metric, parsed.segment)),
    "swing": lambda voice, parsed: voice.say("input_swing", metric=voice.metric(parsed.key).name),
    "metrics": _item,
    "gates": _item,
    "segments": _item,
    "assumed": _assumed,
    "baseline": _version,
    "candidates": _version,
    "sources": lambda voice, parsed: voice.say("input_file", name=_whole_key(parsed)),
}
