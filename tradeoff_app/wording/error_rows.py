"""Error rows in words: how they count, and what the verdict would be if they counted otherwise."""

from __future__ import annotations

from collections.abc import Sequence

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
    told = list(turning_lines(voice, found))
    for metric in found.metrics:
        turned: dict[str, list[ErrorChoice]] = {}
        for reading in metric.others():
            is_said = found.recommendations.get(reading.choice) == reading.recommendation
            if reading.recommendation != found.recommendation and not is_said:
                turned.setdefault(reading.recommendation, []).append(reading.choice)
        name = voice.say("quoted", name=voice.metric(metric.metric).name)
        told.extend(
            voice.say("errors_turn_metric", metric=name, **_turn(voice, found, *each)) for each in turned.items()
        )
    return tuple(told) or (voice.say("errors_stay", verdict=now),)


def turning_lines(voice: Voice, found: ErrorReadings) -> tuple[str, ...]:
    """The readings of all error rows that would turn the verdict, one line for each other verdict."""
    turned: dict[str, list[ErrorChoice]] = {}
    for choice, recommendation in found.recommendations.items():
        if recommendation != found.recommendation:
            turned.setdefault(recommendation, []).append(choice)
    return tuple(voice.say("errors_turn", **_turn(voice, found, *each)) for each in turned.items())


def _turn(voice: Voice, found: ErrorReadings, recommendation: str, choices: Sequence[ErrorChoice]) -> dict[str, str]:
    how = [_how(voice, choice) for choice in choices]
    return {
        "choice": how[0] if len(how) < 2 else voice.say("or", first=", ".join(how[:-1]), last=how[-1]),
        "verdict": voice.say(f"short_{recommendation}"),
        "now": voice.say(f"short_{found.recommendation}"),
    }


def _how(voice: Voice, choice: ErrorChoice) -> str:
    return voice.say(f"errors_how_{choice.replace('-', '_')}")
