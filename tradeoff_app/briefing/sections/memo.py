"""Page 1, the decision memo: stands alone, at most 350 words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tradeoff_app.analysis.effects import Effect
from tradeoff_app.briefing.blocks import (
    Block,
    Callout,
    Cell,
    Column,
    Columns,
    Heading,
    Mark,
    Paragraph,
    Row,
    Section,
    Signature,
    SignatureLines,
    Table,
    words_in,
)
from tradeoff_app.briefing.brief import Brief
from tradeoff_app.briefing.key_figures import key_figures
from tradeoff_app.wording import flips
from tradeoff_app.wording.paths import parse

WORD_LIMIT = 350
MOST_MITIGATIONS = 3
_MARKS: dict[str, Mark] = {
    "SHIP": "pass",
    "SHIP_WITH_ACCEPTED_REGRESSIONS": "pass",
    "NEEDS_ACCEPTANCE": "worse",
    "HOLD": "unproven",
    "NO_CASE": "unproven",
    "BLOCKED": "fail",
    "INVALID": "evidence",
}


@dataclass(frozen=True)
class _Length:
    """How much is told: effects a side, with their full sentence or the short one, and the rest in full or not."""

    effects: int
    is_full: bool = True
    is_brief: bool = False


LENGTHS = (_Length(3), _Length(2), _Length(3, is_full=False), _Length(2, is_full=False), _Length(1, is_full=False))


def build(brief: Brief) -> Section:
    """The memo; where it would be longer than 350 words, less is told of the effects and the rest is counted."""
    for length in LENGTHS:
        section = _memo(brief, length)
        if words_in(section) <= WORD_LIMIT:
            return section
    return _memo(brief, _Length(1, is_full=False, is_brief=True))


def _memo(brief: Brief, length: _Length) -> Section:
    head = brief.say("memo") if brief.as_of is None else brief.say("memo_of", date=brief.day(brief.as_of))
    return Section("memo", brief.say("memo"), head, brief.say("draft"), tuple(_blocks(brief, length)))


def _blocks(brief: Brief, length: _Length) -> Iterator[Block]:
    outcome, speaker = brief.outcome, brief.speaker
    ask = speaker.ask(outcome)
    better, worse = _told(brief, "better"), _told(brief, "worse")
    yield Heading(ask.title, 1, is_display=True)
    yield Paragraph(ask.sentence, "lead")
    yield Callout(_MARKS[outcome.verdict.recommendation], f"{speaker.verdict_title(outcome)}.", _rule_met(brief))
    yield key_figures(brief, better, worse)
    yield Columns((_side(brief, better, length, "better"), _side(brief, worse, length, "worse")))
    exchange = speaker.exchange(outcome, with_record=False)
    if exchange and not length.is_brief:
        yield Paragraph(exchange, "exchange")
    yield Heading(brief.say("change_our_mind"))
    yield Paragraph(" ".join(_flips(brief)))
    if any(item.response for item in outcome.regressions):
        yield _mitigations(brief, is_brief=length.is_brief)
    yield SignatureLines(_signatures(brief))


def _told(brief: Brief, state: str) -> list[Effect]:
    """Effects of one side: those that somebody answered for, then the one of each metric that is worth most."""
    answered = {item.key for item in brief.outcome.regressions}
    found = [
        effect
        for effect in brief.own_effects
        if effect.state == state
        and brief.project.role_of(effect.metric) not in ("monitor", "safety_gate")
        and effect.segment in (*brief.evidence.partition, "*")
    ]
    shown: dict[str, Effect] = {}
    for effect in sorted(found, key=lambda each: _weight(brief, each, answered)):
        shown.setdefault(effect.key if effect.key in answered else effect.metric, effect)
    return list(shown.values())


def _weight(brief: Brief, effect: Effect, answered: set[str]) -> tuple[bool, bool, float]:
    """Sorts answered regressions first, then single segments by what they are worth, then the whole."""
    is_whole = effect.segment == "*" and len(brief.evidence.partition) > 1
    return effect.key not in answered, is_whole, -abs(brief.worth(effect))


def _rule_met(brief: Brief) -> str:
    """The verdict's reasons: what holds where it ships, what stands against it elsewhere."""
    outcome, speaker = brief.outcome, brief.speaker
    recommended = outcome.verdict.recommendation
    if recommended in ("SHIP", "SHIP_WITH_ACCEPTED_REGRESSIONS"):
        rules = [rule for rule in outcome.verdict.trace if not rule.applies]
        titles = [speaker.rule_parts(rule, outcome)[0] for rule in rules if rule.rule not in ("SHIP", recommended)]
        return " ".join(_sentence(title) for title in titles)
    rule = next(rule for rule in outcome.verdict.trace if rule.rule == recommended)
    title, detail = speaker.rule_parts(rule, outcome)
    return " ".join(_sentence(text) for text in (title, detail) if text)


def _sentence(text: str) -> str:
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _side(brief: Brief, effects: Sequence[Effect], length: _Length, side: str) -> tuple[Block, ...]:
    if not effects:
        return Heading(brief.say(side), mark=_mark(side)), Paragraph(brief.say(f"none_{side}"))
    shown = effects[: length.effects]
    size = brief.speaker.denominator(shown)
    blocks: list[Block] = [Heading(_side_title(brief, effects, side), mark=_mark(side))]
    blocks.extend(Paragraph(_sentence_of(brief, effect, size, is_full=length.is_full)) for effect in shown)
    if len(effects) > len(shown):
        blocks.append(Paragraph(brief.say("and_more", count=len(effects) - len(shown))))
    return tuple(blocks)


def _sentence_of(brief: Brief, effect: Effect, size: int | None, *, is_full: bool) -> str:
    """An effect in full, or its change with the month and no repetition of what the key figures say."""
    if is_full:
        return brief.speaker.effect(effect, brief.outcome, size)
    month = brief.speaker.people_cell(effect, brief.outcome)[0]
    told = [_sentence(brief.speaker.effect_short(effect, size))]
    if month:
        told.append(_sentence(brief.speaker.people(effect, brief.outcome)))
    return " ".join(told)


def _mark(side: str) -> Mark:
    return "better" if side == "better" else "worse"


def _side_title(brief: Brief, effects: Sequence[Effect], side: str) -> str:
    if side == "better":
        return brief.say("better")
    answered = {item.key: item.is_accepted for item in brief.outcome.regressions}
    found = [answered.get(effect.key) for effect in effects]
    if all(found):
        return brief.say("worse_accepted")
    return brief.say("worse_open" if False in found else "worse")


def _flips(brief: Brief) -> Iterator[str]:
    """The assumption that turns the answer first, and the share of the effect that has to arrive."""
    outcome = brief.outcome
    first = flips.first(outcome)
    if first is None:
        yield _sentence(brief.speaker.flip_line(outcome))
        return
    yield brief.speaker.break_even(first, outcome)
    for item in outcome.sensitivity.break_even:
        if parse(item.input).kind == "transport" and item is not first and item.flips_at is not None:
            yield brief.speaker.break_even(item, outcome)
            return


def _mitigations(brief: Brief, *, is_brief: bool) -> Table:
    columns = (
        Column(brief.say("mitigation"), width=211),
        Column(brief.say("owner"), width=78),
        Column(brief.say("review"), width=96),
        Column(brief.say("roll_back_if"), width=119),
    )
    rows = []
    for item in brief.outcome.regressions:
        if item.response is not None:
            answer = item.response
            texts = (answer.mitigation, answer.owner, None, answer.rollback_trigger)
            cells = [Cell(_shortened(brief.stated(text), 12 if is_brief else 30)) for text in texts]
            cells[2] = Cell(brief.day(answer.expires))
            rows.append(Row(tuple(cells), item.key))
    return Table("mitigations", columns, tuple(rows[: 1 if is_brief else MOST_MITIGATIONS]))


def _shortened(text: str, most: int) -> str:
    """A long answer by its first words; it stands in full on its card."""
    parts = text.split()
    return text if len(parts) <= most else " ".join(parts[:most]) + " …"


def _signatures(brief: Brief) -> tuple[Signature, ...]:
    """Lines for the people who are named: signers, accepters, and who agreed the gates; three at most."""
    lines: dict[str, Signature] = {}
    decision = brief.scenario.decision
    people = list(decision.signers) if decision else []
    people += [item.response.accepter for item in brief.outcome.regressions if item.response and item.response.accepter]
    for person in people:
        lines.setdefault(person.role or person.name, Signature(person.role or person.name, person.name))
    for gate in brief.project.gates.values():
        if gate.agreed_by:
            lines.setdefault(gate.agreed_by, Signature(gate.agreed_by))
    for role in (brief.say("sign_pm"), brief.say("sign_leader")):
        lines.setdefault(role, Signature(role))
    return tuple(lines.values())[:3]
