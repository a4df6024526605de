"""Differences between two project files in words: which input, what it was, what it became."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from tradeoff_app.model.gate import Gate
from tradeoff_app.model.segment import EVERYONE
from tradeoff_app.wording import gates, inputs
from tradeoff_app.wording.cells import limit, points
from tradeoff_app.wording.paths import parse
from tradeoff_app.wording.voice import Voice

_MONEY_FIELDS = ("per_unit", "running_cost_per_month", "cost_per_exposure", "one_off_cost")
_SHARE_FIELDS = ("share", "rollout", "transport", "discount_per_year")
_LEVELS = ("limit", "target")
_THRESHOLDS = (*_LEVELS, "margin", "min_worthwhile", "equivalence")


def difference(voice: Voice, item: str, mine: Any, theirs: Any, kind: str = "changed") -> str:
    """One difference: "Rare queries: value weight 0.5 → 0.8", with the scenario named where there are several."""
    owner = _gate_of(voice, item, theirs or mine) or _owner(voice, item)
    before, after = (_value(voice, item, _plain(value)) for value in (mine, theirs))
    if kind == "added" or (mine is None and theirs is not None):
        key = "difference_added_item" if after == owner else "difference_added"
        text = voice.say(key, name=owner, value=after)
    elif kind == "removed" or (theirs is None and mine is not None):
        key = "difference_removed_item" if before == owner else "difference_removed"
        text = voice.say(key, name=owner, value=before)
    else:
        text = voice.say("difference", name=owner, before=before, after=after)
    scenario = parse(item).scenario
    if scenario is None or len(voice.project.scenarios) < 2:
        return text
    return voice.say("in_scenario", scenario=voice.scenario(scenario).name, text=text)


def whole(voice: Voice, item: str, value: Any) -> str:
    """A whole item with what it says: a gate as its rule, a weight as its number."""
    told = _value(voice, item, _plain(value))
    if parse(item).kind == "gates":
        return told
    return voice.say("named_value", name=_owner(voice, item), value=told)


def _gate_of(voice: Voice, item: str, value: Any) -> str | None:
    """What a whole gate is about, where it is one: the project need not know a gate that was added or removed."""
    known = _plain(value)
    if parse(item).kind != "gates" or not isinstance(known, Mapping) or "metric" not in known:
        return None
    return voice.say("gate_called", name=voice.cell(known["metric"], known.get("segment", EVERYONE)))


def _owner(voice: Voice, item: str) -> str:
    parsed = parse(item)
    if parsed.kind == "regressions":
        name = voice.say("input_regressions", where=voice.cell(parsed.metric, parsed.segment))
        return _with_field(voice, name, parsed.field)
    if parsed.kind == "exposure":
        return voice.say("input_exposure", segment=voice.segment(parsed.key))
    if parsed.kind == "money":
        return inputs.name(voice, item)
    if parsed.kind == "swing":
        return _with_field(voice, inputs.subject(voice, item), "" if parsed.field == "points" else parsed.field)
    return inputs.subject(voice, item)


def _with_field(voice: Voice, name: str, field: str) -> str:
    if not field:
        return name
    key = f"field_{field.partition('/')[0]}"
    return voice.say("field_of", owner=name, field=voice.say(key) if voice.language.has(key) else field)


def _plain(value: Any) -> Any:
    return value.model_dump(exclude_none=True) if isinstance(value, BaseModel) else value


def _value(voice: Voice, item: str, value: Any) -> str:
    if value is None:
        return voice.say("nothing")
    if isinstance(value, bool):
        return voice.say("yes" if value else "no")
    if isinstance(value, int | float):
        return _number(voice, item, float(value))
    if isinstance(value, Mapping):
        return _mapping(voice, item, value)
    if isinstance(value, list | tuple):
        return ", ".join(_value(voice, item, _plain(entry)) for entry in value) or voice.say("nothing")
    key = f"value_{value}"
    return voice.say(key) if voice.language.has(key) else str(value)


def _mapping(voice: Voice, item: str, value: Mapping[str, Any]) -> str:
    if parse(item).kind == "gates" and {"id", "metric", "rule"} <= set(value):
        return gates.name(voice, Gate.model_validate(dict(value), strict=False))
    if {"low", "base", "high"} <= set(value):
        base, low, high = (_number(voice, item, float(value[name])) for name in ("base", "low", "high"))
        return base if low == high else voice.say("range", base=base, span=voice.numbers.interval(low, high))
    for inner in ("per_unit", "per_month", "points", "share", "action", "label"):
        if inner in value:
            return _value(voice, f"{item}/{inner}", _plain(value[inner]))
    return ", ".join(
        f"{_field(voice, name)} {_value(voice, f'{item}/{name}', _plain(entry))}" for name, entry in value.items()
    )


def _field(voice: Voice, name: str) -> str:
    return voice.say(f"field_{name}") if voice.language.has(f"field_{name}") else name


def _number(voice: Voice, item: str, number: float) -> str:
    parsed = parse(item)
    last = item.rsplit("/", 1)[-1]
    if parsed.kind == "money" or parsed.kind in _MONEY_FIELDS:
        return voice.numbers.price(abs(number) if parsed.kind == "money" else number, voice.project.currency)
    if parsed.kind in _SHARE_FIELDS:
        return voice.numbers.exact_percent(number)
    if parsed.kind == "gates" and last in _THRESHOLDS and _is_rate(voice, parsed.key):
        return (
            limit(voice, voice.project.gates[parsed.key].metric, number) if last in _LEVELS else points(voice, number)
        )
    if parsed.kind == "exposure":
        return voice.numbers.whole(number)
    return voice.numbers.decimal(number, 4, trim=True)


def _is_rate(voice: Voice, gate_id: str) -> bool:
    gate = voice.project.gates.get(gate_id)
    return gate is not None and voice.is_rate(gate.metric)
