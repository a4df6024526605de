"""Versions that are shown beside the others and never judged: a human baseline, an earlier release."""

from __future__ import annotations

from collections.abc import Mapping

from tradeoff_app.analysis.rates import Level
from tradeoff_app.wording import cells
from tradeoff_app.wording.voice import Voice


def references(voice: Voice, levels: Mapping[tuple[str, str, str], Level], metric: str, segment: str) -> str:
    """Each reference's own level with its interval: "For reference: Human baseline 4.62 (4.50 to 4.74)."; empty where
    there is none or none was measured here."""
    told = []
    for arm, reference in voice.project.references.items():
        level = levels.get((metric, segment, arm))
        if level is not None and level.value is not None:
            name = reference.label or arm
            told.append(voice.say("reference_level", name=name, level=_with_interval(voice, metric, level)))
    return voice.say("for_reference", levels=voice.language.listed(told)) if told else ""


def _with_interval(voice: Voice, metric: str, level: Level) -> str:
    assert level.value is not None
    said = cells.limit(voice, metric, level.value)
    if level.low is None or level.high is None:
        return voice.say("reference_no_interval", level=said)
    ends = (cells.level(voice, metric, end) for end in (level.low, level.high))
    return voice.say("reference_interval", level=said, interval=voice.numbers.interval(*ends))
