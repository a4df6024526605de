"""The sentence that a release stands on: what we accept, in exchange for what, and what it leads to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tradeoff_app.wording.language import Language
from tradeoff_app.wording.languages.catalogue import language_of


@dataclass(frozen=True)
class Record:
    """Who accepted a regression, when, until when, how it is mitigated and who follows it up; None is left unsaid."""

    mitigation: str | None = None
    accepter: str | None = None
    accepted_on: str | None = None
    owner: str | None = None
    expires: str | None = None


def exchange_sentence(regressions: Sequence[str], gain: str, worth: str | None, language: str = "en") -> str:
    """ "We accept … in exchange for …, leading to an estimated …"; the parts come from the statements' `phrase`."""
    spoken = language_of(language)
    fields = {"regressions": spoken.listed(list(regressions)), "gain": gain}
    if worth is None:
        return spoken.say("exchange", **fields)
    return spoken.say("exchange_worth", **fields, worth=worth)


def record_sentence(record: Record, language: str = "en") -> str:
    """How a regression is mitigated, by whom it was accepted and when that ends; empty without any of them."""
    spoken = language_of(language)
    mitigation = ""
    if record.mitigation:
        mitigation = spoken.say("mitigated_through", mitigation=record.mitigation.strip().rstrip("."))
    return " ".join(part for part in (mitigation, _signature(record, spoken)) if part)


def accept_sentence(
    regressions: Sequence[str], gain: str, worth: str | None, record: Record, language: str = "en"
) -> str:
    """Both together, for one regression: the accept rule of decision-model 3g. Topic `language.accept_sentence`."""
    parts = (exchange_sentence(regressions, gain, worth, language), record_sentence(record, language))
    return " ".join(part for part in parts if part)


def _signature(record: Record, spoken: Language) -> str:
    parts = []
    if record.accepter:
        key = "accepted_by_on" if record.accepted_on else "accepted_by"
        parts.append(spoken.say(key, who=record.accepter, day=record.accepted_on or ""))
    if record.owner:
        parts.append(spoken.say("follow_up_owner", who=record.owner))
    if record.expires:
        parts.append(spoken.say("expires_on", day=record.expires))
    if not parts:
        return ""
    text = "; ".join(parts)
    return text[:1].upper() + text[1:] + "."
