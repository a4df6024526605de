"""Error rows in words: how they count, and what the verdict would be if they counted otherwise."""

from __future__ import annotations

from tradeoff_app.analysis.error_readings import ErrorReadings
from tradeoff_app.model.mapping import ErrorChoice
from tradeoff_app.wording.voice import Voice


def choice_name(voice: Voice, choice: ErrorChoice | None) -> str:
    """A reading as a column's head: "As missing"; None: that each status has its own."""
    return voice.say("errors_own" if choice is None else f"errors_{choice.replace('-', '_')}")


def verdict_lines(voice: Voice, found: ErrorReadings) -> tuple[str, ...]:
    """Which readings would turn the verdict, or that none would; empty where there are no error rows to read."""
    if not found.metrics:
        return ()
    now = voice.say(f"short_{found.recommendation}")
    told = []
    for choice, recommendation in found.recommendations.items():
        if recommendation != found.recommendation:
            fields = {"choice": _how(voice, choice), "verdict": voice.say(f"short_{recommendation}"), "now": now}
            told.append(voice.say("errors_turn", **fields))
    for metric in found.metrics:
        for reading in metric.others():
            is_said = found.recommendations.get(reading.choice) == reading.recommendation
            if reading.recommendation != found.recommendation and not is_said:
                verdict = voice.say(f"short_{reading.recommendation}")
                fields = {"choice": _how(voice, reading.choice), "verdict": verdict, "now": now}
                told.append(voice.say("errors_turn_metric", metric=voice.metric_inside(metric.metric), **fields))
    return tuple(told) or (voice.say("errors_stay", verdict=now),)


def _how(voice: Voice, choice: ErrorChoice) -> str:
    return voice.say(f"errors_how_{choice.replace('-', '_')}")
