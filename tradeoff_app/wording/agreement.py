"""How far raters agree, and a judge beside people, in words: each number with its interval."""

from __future__ import annotations

from tradeoff_app.analysis.agreement_readings import AgreementReading, JudgeReading
from tradeoff_app.analysis.effects import Estimate
from tradeoff_app.analysis.outcome import Outcome
from tradeoff_app.wording.language import sentence_case
from tradeoff_app.wording.voice import Voice


def sentences(voice: Voice, outcome: Outcome) -> tuple[str, ...]:
    """One sentence for each metric that several people rated, and for each judge beside people."""
    raters = (raters_sentence(voice, reading) for reading in outcome.agreement)
    return (*raters, *(judge_sentence(voice, reading) for reading in outcome.judges))


def raters_sentence(voice: Voice, reading: AgreementReading) -> str:
    """Alpha, Gwet's coefficient and the plain share, with what alpha means for the metric."""
    text = voice.say("raters_agree", metric=voice.metric(reading.metric).name, numbers=_numbers(voice, reading))
    standing = voice.say(f"agreement_{reading.standing}") if reading.standing else ""
    return sentence_case(f"{text} {standing}".rstrip())


def judge_sentence(voice: Voice, reading: JudgeReading) -> str:
    """The agreement of a judge with people on the units that both scored, and how far its scores lie off theirs."""
    found, names = reading.mean_difference, {"judge": voice.metric_inside(reading.judge)}
    names["people"] = voice.metric_inside(reading.people)
    text = voice.say("judge_agrees", **names, numbers=_numbers(voice, reading.agreement))
    if found.value is None:
        return sentence_case(text)
    offset = _offset(voice, reading.judge, found.value)
    if found.interval is None:
        rest = voice.say("judge_offset_open", offset=offset, reason=voice.say_reason("why", found.why))
    else:
        ends = (_offset(voice, reading.judge, end) for end in found.interval)
        rest = voice.say("judge_offset", offset=offset, span=voice.numbers.interval(*ends))
    return sentence_case(f"{text} {rest}")


def _numbers(voice: Voice, reading: AgreementReading) -> str:
    return voice.say(
        "agreement_numbers",
        alpha=_estimate(voice, reading.alpha),
        gwet=_estimate(voice, reading.gwet),
        percent=_share(voice, reading.percent),
        count=reading.items,
        items=voice.numbers.whole(reading.items),
    )


def _estimate(voice: Voice, found: Estimate) -> str:
    if found.value is None:
        return voice.say_reason("why", found.why)
    value = _plain(voice, found.value)
    if found.interval is None:
        return value
    return voice.say("with_span", value=value, span=voice.numbers.interval(*(_plain(voice, x) for x in found.interval)))


def _share(voice: Voice, found: Estimate) -> str:
    if found.value is None:
        return voice.say_reason("why", found.why)
    value = voice.numbers.percent(found.value, 0)
    if found.interval is None:
        return value
    ends = (voice.numbers.percent(end, 0) for end in found.interval)
    return voice.say("with_span", value=value, span=voice.numbers.interval(*ends))


def _offset(voice: Voice, metric: str, value: float) -> str:
    """A signed difference between two means, in percentage points for rates."""
    if not voice.is_rate(metric):
        return voice.numbers.decimal(value, 2, signed=True)
    text = voice.numbers.points(value, signed=True, trim=True)
    return voice.say("points", points=text, count=text)


def _plain(voice: Voice, value: float) -> str:
    return voice.numbers.decimal(value, 2)
