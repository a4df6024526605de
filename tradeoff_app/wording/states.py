"""States as the plain words that stand beside their marks."""

from __future__ import annotations

from tradeoff_app.analysis.effects import Effect
from tradeoff_app.analysis.gates import GateResult
from tradeoff_app.analysis.outcome import Outcome
from tradeoff_app.analysis.verdict import RegressionState
from tradeoff_app.wording.voice import Voice


def word(voice: Voice, about: Effect | GateResult | RegressionState | str, outcome: Outcome | None = None) -> str:
    """The word for the state of an effect, a gate ("Unproven" for safety, "Can’t tell" elsewhere) or a regression."""
    if isinstance(about, str):
        return voice.say(f"state_{about}")
    if isinstance(about, RegressionState):
        return _regression(voice, about)
    if isinstance(about, GateResult):
        return _gate(voice, about, outcome)
    is_loss = about.state == "worse"
    return (
        voice.say("state_accepted")
        if is_loss and is_accepted(about.key, outcome)
        else voice.say(f"state_{about.state}")
    )


def is_accepted(key: str, outcome: Outcome | None) -> bool:
    """Whether a valid acceptance covers the regression of this key."""
    return outcome is not None and any(item.key == key and item.is_accepted for item in outcome.regressions)


def _regression(voice: Voice, about: RegressionState) -> str:
    if about.is_accepted:
        return voice.say("state_accepted")
    return voice.say("state_REGRESSED_WITHIN_MARGIN" if about.within_margin else "state_worse")


def _gate(voice: Voice, about: GateResult, outcome: Outcome | None) -> str:
    if about.gate.is_safety and about.state == "INCONCLUSIVE":
        return voice.say("state_unproven")
    is_loss = about.state in ("REGRESSED", "BREACHED", "DETERIORATED")
    if is_loss and is_accepted(about.key, outcome):
        return voice.say("state_accepted")
    return voice.say(f"state_{about.state}")
