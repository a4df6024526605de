"""The memo's title and its ask: what the reader is asked to approve, in one sentence."""

from __future__ import annotations

from pathlib import PurePath
from typing import NamedTuple

from tradeoff_app.analysis.effects import Effect
from tradeoff_app.analysis.outcome import Outcome
from tradeoff_app.model.scenario import Decision
from tradeoff_app.wording import verdict
from tradeoff_app.wording.regressions import worst_loss
from tradeoff_app.wording.trace import named
from tradeoff_app.wording.voice import Voice

LONGEST_TITLE = 60
"""Characters of a project's title that another title can hold; file names are longer."""
LONGEST_REASON = 40
"""Words of a reason on the memo, which stands alone on 350 words."""
_SHIPS = ("SHIP", "SHIP_WITH_ACCEPTED_REGRESSIONS")


class Ask(NamedTuple):
    """Title of the memo, and the ask as one sentence."""

    title: str
    sentence: str


def ask(voice: Voice, outcome: Outcome) -> Ask:
    """What is asked for; a decision against the recommendation says so."""
    decision = voice.scenario(outcome.scenario).decision
    recommends = outcome.verdict.recommendation in _SHIPS
    if decision is not None and (decision.choice == "ship") != recommends:
        return _against(voice, outcome, decision)
    if not recommends:
        return _wait(voice, outcome)
    worse = verdict.unlimited_losses(outcome)
    return _unlimited(voice, outcome, worse) if worse else _release(voice, outcome)


def candidate(voice: Voice, candidate_id: str) -> str:
    """The candidate's label, or its id; "the baseline" and "the candidate" where files gave no better name."""
    if candidate_id == voice.project.baseline.id:
        known = voice.project.baseline.label
        return known or voice.say("the_baseline")
    found = voice.project.candidates.get(candidate_id)
    if found is not None and found.label:
        return found.label
    if len(voice.project.candidates) > 1:
        return _file_of(voice, candidate_id)
    return voice.say("the_candidate") if candidate_id == "candidate" else candidate_id


def _file_of(voice: Voice, candidate_id: str) -> str:
    """One of several candidates that nobody named, by the file that it came in; its id where a file holds several."""
    files = [source for source in voice.project.sources.values() if source.arm == candidate_id]
    return PurePath(files[0].file).stem if len(files) == 1 else candidate_id


def _what(voice: Voice, outcome: Outcome) -> str:
    """What is released: the candidate's name, else the project's title in quotes."""
    named = voice.project.candidates.get(outcome.candidate)
    if named is not None and named.label:
        return named.label
    if len(voice.project.candidates) > 1:
        return voice.say("named_by_title", title=candidate(voice, outcome.candidate))
    if len(voice.project.title) > LONGEST_TITLE:
        return candidate(voice, outcome.candidate)
    return voice.say("named_by_title", title=voice.project.title)


def _release(voice: Voice, outcome: Outcome) -> Ask:
    count = verdict.accepted_count(outcome)
    what = _what(voice, outcome)
    to_whom = _to_whom(voice, outcome)
    key = "ask_title_accepted" if count else "ask_title"
    title = voice.say(key, what=what, to=to_whom, count=count, number=_in_words(voice, count))
    stages = _stages(voice, outcome)
    if count:
        return Ask(title, voice.say("ask_release", count=count, number=_in_words(voice, count), stages=stages))
    return Ask(title, voice.say("ask_release_plain", stages=stages))


def _stages(voice: Voice, outcome: Outcome) -> str:
    """In how many stages it is released, where a plan says so; empty otherwise."""
    plan = voice.scenario(outcome.scenario).plan
    if plan is None or len(plan.stages) < 2:
        return ""
    days = voice.numbers.decimal(sum(stage.days for stage in plan.stages), 1, trim=True)
    return voice.say("ask_stages", stages=_in_words(voice, len(plan.stages)), days=days)


def _wait(voice: Voice, outcome: Outcome) -> Ask:
    title = verdict.title(voice, outcome)
    if len(voice.project.candidates) > 1:
        title = voice.say("ask_title_wait", what=_what(voice, outcome), verdict=title)
    if outcome.verdict.recommendation == "NEEDS_ACCEPTANCE":
        return Ask(title, _answer(voice, outcome))
    return Ask(title, voice.say(f"ask_{outcome.verdict.recommendation}"))


def _answer(voice: Voice, outcome: Outcome) -> str:
    """Which answer is asked for: a larger acceptance where one was given that the loss may exceed."""
    still_open = verdict.open_regressions(outcome)
    first = still_open[0]
    where = voice.cell(first.metric, first.segment)
    if len(still_open) == 1 and first.problem == "EXCEEDS":
        return voice.say("ask_exceeds", where=where, worst=worst_loss(voice, first))
    count = len(still_open)
    return voice.say("ask_NEEDS_ACCEPTANCE", where=where, count=count, number=_in_words(voice, count))


def _unlimited(voice: Voice, outcome: Outcome, worse: list[Effect]) -> Ask:
    """A release that no limit could have stopped: first the limit is asked for."""
    title = voice.say("ask_title_unlimited", verdict=verdict.title(voice, outcome))
    names = named(voice, [voice.cell(effect.metric, effect.segment) for effect in worse])
    count = len(worse)
    return Ask(title, voice.say("ask_unlimited", names=names, count=count, number=_in_words(voice, count)))


def _against(voice: Voice, outcome: Outcome, decision: Decision) -> Ask:
    what = _what(voice, outcome)
    recommended = voice.language.inside(verdict.title(voice, outcome))
    title = voice.say(f"ask_title_against_{decision.choice}", what=what)
    sentence = voice.say("ask_against", recommended=recommended)
    reason = _shortened(decision.reason or "")
    return Ask(title, f"{sentence} {voice.say('ask_reason', reason=reason)}" if reason else sentence)


def _shortened(text: str) -> str:
    """A reason in the words of who gave it, without its full stop; a long one ends after so many words as a page has
    room for.
    """
    words = text.split()
    if len(words) > LONGEST_REASON:
        return f"{' '.join(words[:LONGEST_REASON])} …"
    return " ".join(words).rstrip(".")


def _to_whom(voice: Voice, outcome: Outcome) -> str:
    scenario = voice.scenario(outcome.scenario)
    shares = {scenario.rollout_of(segment).share for segment in outcome.mix.shares or ("*",)}
    if shares == {1.0}:
        return voice.say("to_everyone")
    if len(shares) == 1:
        return voice.say("to_share", share=voice.numbers.exact_percent(shares.pop()))
    return voice.say("to_part")


def _in_words(voice: Voice, count: int) -> str:
    key = f"number_{count}"
    return voice.say(key) if voice.language.has(key) else voice.numbers.whole(count)
