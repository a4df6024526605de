"""The regressions: a card each, with what was lost, why it is accepted, by whom, until when, and what undoes it."""

from __future__ import annotations

from collections.abc import Iterator

from tradeoff_app.analysis.verdict import RegressionState
from tradeoff_app.briefing.blocks import Block, Card, Fact, Heading, Points, Section
from tradeoff_app.briefing.brief import Brief
from tradeoff_app.model.acceptance import Person, Response
from tradeoff_app.wording.regressions import gain_effect
from tradeoff_app.wording.verdict import unlimited_losses

ASKED_FOR = {
    "accept": ("accepted_up_to", "rationale", "mitigation", "roll_back_if", "owner", "accepted_by", "expires"),
    "mitigate": ("mitigation", "roll_back_if", "owner", "expires"),
    "block": ("rationale",),
}
"""What each answer owes its reader: said to be missing where it is not stated."""

_NONE_OPEN = {
    False: ("accepted_title_none_one", "accepted_title_none"),
    True: ("accepted_title_unlimited_one", "accepted_title_unlimited"),
}
"""Titles where no regression was found, for one and for more losses, by whether nobody stated any limit."""


def build(brief: Brief) -> Section | None:
    """A card for each regression; None where none was found."""
    if not brief.outcome.regressions and not _swept(brief):
        return None
    answered = all(item.is_accepted for item in brief.outcome.regressions)
    name = brief.say("accepted" if answered and brief.outcome.regressions else "regressions")
    return Section("accepted", name, name, brief.project.title, tuple(_blocks(brief)))


def _blocks(brief: Brief) -> Iterator[Block]:
    yield Heading(_title(brief), 1)
    for item in brief.outcome.regressions:
        yield _card(brief, item)
    swept = _swept(brief)
    if swept:
        yield Heading(brief.say("swept"), note=brief.say("swept_note"))
        yield Points(brief.capped(swept))


def _title(brief: Brief) -> str:
    regressions = brief.outcome.regressions
    still_open = [item for item in regressions if not item.is_accepted and not item.within_margin]
    accepted = sum(item.is_accepted for item in regressions)
    refused = [item for item in still_open if item.response is not None and item.response.action == "block"]
    if not regressions:
        worse = len(brief.swept())
        one, more = _NONE_OPEN[bool(unlimited_losses(brief.outcome))]
        return brief.say(one if worse == 1 else more, count=worse)
    if refused and len(refused) == len(still_open):
        return brief.say(
            "accepted_title_refused_one" if len(refused) == 1 else "accepted_title_refused", count=len(refused)
        )
    if len(regressions) == len(still_open) == 1:
        return brief.say("accepted_title_open_one")
    if still_open:
        return brief.say("accepted_title_open", open=len(still_open), count=len(regressions))
    if accepted < len(regressions):
        return brief.say("accepted_title_within", accepted=accepted, within=len(regressions) - accepted)
    return brief.say("accepted_title_one" if len(regressions) == 1 else "accepted_title_all", count=len(regressions))


def _swept(brief: Brief) -> tuple[str, ...]:
    return tuple(brief.speaker.effect(effect, brief.outcome) for effect in brief.swept())


def _card(brief: Brief, item: RegressionState) -> Card:
    return Card(
        brief.speaker.regression_title(item),
        "accepted" if item.is_accepted else "worse",
        brief.speaker.state(item, brief.outcome),
        brief.speaker.effect(item.effect, brief.outcome),
        tuple(_facts(brief, item)),
    )


def _facts(brief: Brief, item: RegressionState) -> Iterator[Fact]:
    people = brief.speaker.people(item, brief.outcome)
    if people:
        yield Fact(brief.say("people_per_month"), people)
    answer = item.response
    if answer is None:
        answered = "answer_within" if item.within_margin else "no_answer"
        yield Fact(brief.say("answer"), brief.say(answered), is_missing=not item.within_margin)
        return
    problem = brief.speaker.problem(item)
    if problem and answer.action == "accept":
        yield Fact(brief.say("problem"), problem)
    yield Fact(brief.say("answer"), brief.say(f"action_{answer.action}"))
    yield from _stated(brief, answer)


def _stated(brief: Brief, answer: Response) -> Iterator[Fact]:
    threshold = None
    if answer.accepted_up_to is not None:
        threshold = brief.speaker.threshold(answer.metric, answer.accepted_up_to)
    dates = (answer.accepted_on, answer.expires)
    accepted_on, expires = (None if day is None else brief.speaker.date(day) for day in dates)
    for key, text in (
        ("accepted_up_to", threshold),
        ("rationale", answer.rationale),
        ("gain", _gain(brief, answer.gain)),
        ("mitigation", answer.mitigation),
        ("roll_back_if", answer.rollback_trigger),
        ("owner", answer.owner),
        ("accepted_by", _who(brief, answer.accepter, accepted_on)),
        ("expires", expires),
        ("follow_up", answer.follow_up),
    ):
        is_missing = not (text and text.strip())
        if not is_missing or key in ASKED_FOR[answer.action]:
            yield Fact(brief.say(key), brief.stated(text), is_missing=is_missing)


def _gain(brief: Brief, gain: str | None) -> str | None:
    """What is got in exchange; a gain that names a metric and segment is told by its effect."""
    metric, _, segment = (gain or "").rpartition("|")
    effect = brief.outcome.effect(metric, segment) if metric else None
    if effect is not None:
        return brief.speaker.effect_short(effect)
    is_told = gain is not None and gain.strip() and gain_effect(brief.speaker.voice, brief.outcome) is not None
    return brief.say("gain_in_words", gain=brief.stated(gain)) if is_told else gain


def _who(brief: Brief, person: Person | None, day: str | None) -> str | None:
    if person is None:
        return None
    who = f"{person.name}, {person.role}" if person.role else person.name
    return who if day is None else brief.say("accepted_on", who=who, date=day)
