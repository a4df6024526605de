"""Regressions in words: what was lost, how it was answered, and the exchange that an acceptance makes."""

from __future__ import annotations

from typing import Any

from tradeoff_app.analysis.effects import Effect
from tradeoff_app.analysis.outcome import Outcome
from tradeoff_app.analysis.verdict import RegressionState
from tradeoff_app.model.acceptance import Person, Response
from tradeoff_app.wording import effects, value
from tradeoff_app.wording.cells import threshold
from tradeoff_app.wording.exchange import Record, exchange_sentence, record_sentence
from tradeoff_app.wording.language import sentence_case
from tradeoff_app.wording.trace import missing_fields
from tradeoff_app.wording.voice import Voice


def heading(voice: Voice, regression: RegressionState) -> str:
    """The heading of its card: "Irrelevant answers, rare queries"."""
    metric = voice.metric(regression.metric)
    name = metric.phrase.event.other if metric.phrase else metric.name
    if regression.segment == "*":
        return sentence_case(name)
    return voice.say("heading_in", name=sentence_case(name), segment=voice.segment_inside(regression.segment))


def problem(voice: Voice, regression: RegressionState) -> str:
    """Why the response does not hold; empty where it does."""
    if regression.problem is None:
        return ""
    return voice.say(f"problem_{regression.problem}", missing=missing_fields(voice, regression.missing))


def exceeded(voice: Voice, regression: RegressionState) -> str:
    """Who accepted how much, and how much the data allow; empty where the loss does not exceed an acceptance."""
    response = regression.response
    if regression.problem != "EXCEEDS" or response is None or response.accepter is None:
        return ""
    return voice.say(
        "exceeds_on" if response.accepted_on else "exceeds",
        who=response.accepter.name,
        accepted=threshold(voice, regression.metric, response.accepted_up_to),
        day=voice.numbers.date(response.accepted_on) if response.accepted_on else "",
        worst=worst_loss(voice, regression),
    )


def worst_loss(voice: Voice, regression: RegressionState) -> str:
    """The adverse end of the interval as a loss with its unit; empty where it is not known."""
    if regression.effect.interval is None:
        return ""
    low, high = regression.effect.interval
    is_lower_better = voice.better(regression.metric) == "lower"
    return threshold(voice, regression.metric, high if is_lower_better else -low)


def acceptance_needed(voice: Voice, regression: RegressionState) -> str:
    """How much a valid acceptance would have to cover; empty where that is not known."""
    worst = worst_loss(voice, regression)
    where = voice.cell(regression.metric, regression.segment)
    return voice.say("acceptance_needed", worst=worst, where=where) if worst else ""


def sentence(voice: Voice, regression: RegressionState, outcome: Outcome) -> str:
    """The effect in full, then how it was answered."""
    return f"{effects.sentence(voice, regression.effect, outcome)} {_answer(voice, regression)}"


def record(voice: Voice, regression: RegressionState) -> str:
    """Mitigation, accepter, owner and end of a valid acceptance; empty where it was not accepted."""
    if not regression.is_accepted or regression.response is None:
        return ""
    return record_sentence(_record(voice, regression.response), voice.code)


def exchange(voice: Voice, outcome: Outcome, *, with_record: bool = True) -> str | None:
    """What is accepted in exchange for what; None where nothing was accepted or nothing is got in exchange."""
    text = _exchange(voice, outcome, is_short=False)
    if text is None or not with_record:
        return text
    return " ".join([text, *_records(voice, _accepted(outcome))])


def exchange_short(voice: Voice, outcome: Outcome) -> str | None:
    """The same without the levels and intervals of both halves; the worth keeps its interval."""
    return _exchange(voice, outcome, is_short=True)


def _accepted(outcome: Outcome) -> list[RegressionState]:
    return [item for item in outcome.regressions if item.is_accepted]


def _exchange(voice: Voice, outcome: Outcome, *, is_short: bool) -> str | None:
    accepted = _accepted(outcome)
    if not accepted:
        return None
    gain = _gain(voice, accepted, outcome)
    size = effects.common_denominator(voice, [item.effect for item in accepted] + ([gain] if gain else []))
    losses = [effects.phrase(voice, item.effect, size, is_short=is_short) for item in accepted]
    bought = effects.phrase(voice, gain, size, is_short=is_short) if gain else _stated_gain(accepted)
    if bought is None:
        return None
    worth = value.statement(voice, outcome)
    return exchange_sentence(losses, bought, worth.phrase if worth else None, voice.code)


def statements(voice: Voice, outcome: Outcome) -> dict[str, Any]:
    """The exchange and the sentences of all effects by state; technical proxies are left out."""
    told: dict[str, list[str]] = {"better": [], "worse": [], "cannot_tell": []}
    for effect in outcome.effects:
        is_product = voice.project.role_of(effect.metric) != "monitor"
        if is_product and effect.candidate == outcome.candidate and effect.state in told:
            told[effect.state].append(effects.sentence(voice, effect, outcome))
    return {"exchange": exchange(voice, outcome), **told}


def gain_effect(voice: Voice, outcome: Outcome) -> Effect | None:
    """The improvement that carries the release: the largest part of the value that is clearly better, else a goal."""
    cells = sorted(outcome.value.by_cell if outcome.value else (), key=lambda cell: -cell.mean)
    found = [outcome.effect(cell.metric, cell.segment) for cell in cells if cell.mean > 0]
    found += [result.effect for result in outcome.gates if result.role == "target"]
    found += [effect for effect in outcome.effects if voice.project.role_of(effect.metric) != "monitor"]
    clear = (effect for effect in found if effect is not None and effect.state == "better")
    return next((effect for effect in clear if effect.candidate == outcome.candidate), None)


def _gain(voice: Voice, accepted: list[RegressionState], outcome: Outcome) -> Effect | None:
    for item in accepted:
        wanted = item.response.gain if item.response else None
        metric, segment = voice.split_key(wanted or "")
        named = outcome.effect(metric, segment) if wanted else None
        if named is not None:
            return named
    return gain_effect(voice, outcome)


def _stated_gain(accepted: list[RegressionState]) -> str | None:
    texts = (item.response.gain for item in accepted if item.response)
    return next((text.strip().rstrip(".") for text in texts if text), None)


def _records(voice: Voice, accepted: list[RegressionState]) -> list[str]:
    if len(accepted) == 1:
        return [text for text in (record(voice, accepted[0]),) if text]
    told = ((heading(voice, item), record(voice, item)) for item in accepted)
    return [voice.say("record_of", name=name, record=text) for name, text in told if text]


def _record(voice: Voice, response: Response) -> Record:
    """The parts of an acceptance with its days in words."""
    return Record(
        mitigation=response.mitigation,
        accepter=_person(response.accepter),
        accepted_on=voice.numbers.date(response.accepted_on) if response.accepted_on else None,
        owner=response.owner,
        expires=voice.numbers.date(response.expires) if response.expires else None,
    )


def _person(person: Person | None) -> str | None:
    if person is None:
        return None
    return f"{person.name}, {person.role}" if person.role else person.name


def _answer(voice: Voice, regression: RegressionState) -> str:
    response = regression.response
    if regression.is_accepted and response is not None:
        covered = threshold(voice, regression.metric, response.accepted_up_to)
        return voice.say("answer_accepted", covered=covered)
    if regression.problem is None or (regression.within_margin and response is None):
        return voice.say("answer_within", margin=threshold(voice, regression.metric, regression.effect.margin))
    return voice.say("answer_open", problem=sentence_case(problem(voice, regression)))
