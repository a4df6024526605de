"""A gate: the number that is held against its limit, margin or goal, and the rule that decides."""

from __future__ import annotations

from tradeoff_app.analysis.gates import GateResult
from tradeoff_app.model.segment import EVERYONE
from tradeoff_app.wording.explanations.explanation import Explanation, Line, Quantity, Subject
from tradeoff_app.wording.explanations.working import sources_of, with_unit

KIND = "gate"


def explain_gate(subject: Subject, key: str) -> Explanation | None:
    """One gate in one segment (`id|segment`); None where it was not judged."""
    gate_id, segment = subject.voice.split_key(key)
    results = [each for each in subject.outcome.gates if each.gate.id == gate_id]
    result = next((each for each in results if each.segment == segment), results[0] if results else None)
    if result is None:
        return None
    speaker, rule = subject.speaker, result.gate.rule
    return Explanation(
        quantity=Quantity(KIND, key),
        title=speaker.gate_name(result.gate),
        value=speaker.state(result),
        span=_agreed(subject, result),
        formula=subject.say(f"explain_gate_{rule}"),
        lines=_safety(subject, result) if result.gate.is_safety else _change(subject, result),
        remarks=(speaker.gate(result),),
        sources=tuple(text for text in (sources_of(subject),) if text),
        units=(result.metric, result.worst_segment or result.segment),
        rests_on=subject.assumptions([f"gates/{gate_id}"]) if subject.project.is_assumed(f"gates/{gate_id}") else (),
    )


def _agreed(subject: Subject, result: GateResult) -> str:
    gate = result.gate
    if gate.agreed_by is None or gate.agreed_on is None:
        return ""
    return subject.say("explain_agreed", who=gate.agreed_by, day=subject.speaker.date(gate.agreed_on))


def _safety(subject: Subject, result: GateResult) -> tuple[Line, ...]:
    """What was seen, what the bound leaves possible, and the limit."""
    speaker, say, numbers = subject.speaker, subject.say, subject.speaker.numbers
    events, lines = result.counted_events, []
    counted = ""
    if events is not None and result.n is not None:
        counted = say("explain_of", part=numbers.whole(events), whole=numbers.whole(result.n))
    if result.observed is not None:
        lines.append(Line(say("explain_observed"), speaker.amount(result.metric, result.observed), counted))
    if result.bound is not None:
        lines.append(Line(say("explain_bound"), speaker.amount(result.metric, result.bound), _bound(subject, result)))
    if result.gate.rule == "absolute_limit" and result.threshold is not None:
        lines.append(Line(say("explain_limit"), speaker.amount(result.metric, result.threshold)))
    return (*lines, Line(say("explain_state"), speaker.state(result), is_total=True))


def _bound(subject: Subject, result: GateResult) -> str:
    """The exact bound as a formula where whole units were counted (Clopper and Pearson 1934)."""
    if result.counted_events is None or result.n is None or subject.voice.better(result.metric) == "higher":
        return ""
    events, n = result.counted_events, subject.speaker.numbers.whole(result.n)
    if events == 0:
        return f"1 − {subject.speaker.numbers.decimal(0.05, 2)}^(1 ÷ {n})"
    return subject.say("explain_exact_bound", events=subject.speaker.numbers.whole(events), n=n)


def _change(subject: Subject, result: GateResult) -> tuple[Line, ...]:
    """The change with its interval (or the level) and what it must clear."""
    speaker, say = subject.speaker, subject.say
    lines = []
    if result.gate.rule == "absolute_target" and result.observed is not None:
        lines.append(Line(say("after").capitalize(), speaker.amount(result.metric, result.observed)))
    elif result.effect is not None and result.effect.difference is not None:
        change = with_unit(subject, result.metric, speaker.change(result.effect))
        span = speaker.interval_of(result.effect)
        shown = say("explain_interval", span=span) if span else ""
        more = Quantity.of_cell("effect", result.metric, result.segment or EVERYONE)
        lines.append(Line(say("explain_change"), change, shown, more))
    if result.threshold is not None:
        word = {"non_inferiority": "explain_margin", "absolute_target": "explain_target"}
        name = say(word.get(result.gate.rule, "explain_goal"))
        is_level = result.gate.rule == "absolute_target"
        told = speaker.amount if is_level else speaker.threshold
        lines.append(Line(name, told(result.metric, result.threshold)))
    return (*lines, Line(say("explain_state"), speaker.state(result), is_total=True))
