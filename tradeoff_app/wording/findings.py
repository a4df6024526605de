"""Findings about the evidence in words; one that the language does not know by code is named by its code."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tradeoff_app.analysis.checks import Finding
from tradeoff_app.wording.language import sentence_case
from tradeoff_app.wording.voice import Voice

_SHARES = ("share", "p_share", "baseline_rate", "candidate_rate", "expected_share", "observed_share", "agreement_share")


def sentence(voice: Voice, finding: Finding) -> str:
    """What was found, with its numbers, and where."""
    key = f"finding_{finding.code}"
    if finding.level == "ok" and voice.language.has(f"{key}_ok"):
        key = f"{key}_ok"
    if not voice.language.has(key):
        return voice.say("finding_other", code=finding.code.replace("_", " "), values=_listed(voice, finding))
    fields = {name: _text(voice, name, value) for name, value in finding.values.items()}
    fields.setdefault("metric", "" if finding.metric is None else voice.metric_inside(finding.metric))
    fields.setdefault("segment", "" if finding.segment is None else voice.segment_inside(finding.segment))
    count = finding.values.get("count")
    try:
        return sentence_case(voice.say(key, **{**fields, "count": count if count == 1 else fields.get("count", "")}))
    except KeyError:
        return voice.say("finding_other", code=finding.code.replace("_", " "), values=_listed(voice, finding))


def cause(voice: Voice, code: str) -> str:
    """A finding in a few words for a verdict bar: "the judge changed"."""
    key = f"cause_{code}"
    return voice.say(key) if voice.language.has(key) else code.replace("_", " ")


def grade(voice: Voice, code: str) -> str:
    """The grade of evidence in words."""
    return voice.say_reason("grade", code)


def _listed(voice: Voice, finding: Finding) -> str:
    values = ", ".join(
        f"{name.replace('_', ' ')} {_text(voice, name, value)}" for name, value in finding.values.items()
    )
    return f" ({values})" if values else ""


def _text(voice: Voice, name: str, value: Any) -> str:
    if value is None:
        return voice.say("not_known")
    if isinstance(value, bool):
        return voice.say("yes" if value else "no")
    if isinstance(value, int | float):
        return _number(voice, name, value)
    if name == "metrics":
        return _metrics(voice, value)
    if isinstance(value, list | tuple | set | frozenset):
        return ", ".join(_text(voice, name, item) for item in value)
    return voice.say_reason(name, value) if name in ("status", "policy") else str(value)


def _metrics(voice: Voice, names: Sequence[str]) -> str:
    """The metrics by name; "every metric" where it is all of them and more than one."""
    if len(names) > 1 and set(names) >= set(voice.project.metrics):
        return voice.say("every_metric")
    return ", ".join(voice.metric_inside(name) for name in names)


def _number(voice: Voice, name: str, value: float) -> str:
    if isinstance(value, int):
        return voice.numbers.whole(value)
    if name in _SHARES or name.endswith("_share"):
        return voice.numbers.percent(value, 1)
    if name == "alpha":
        return voice.numbers.decimal(value, 2)
    return voice.numbers.figures(value, 2) if abs(value) < 1 else voice.numbers.decimal(value, 2, trim=True)
