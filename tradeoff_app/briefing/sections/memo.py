"""Page 1, the decision memo: stands alone, at most 350 words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tradeoff_app.analysis.effects import Effect
from tradeoff_app.analysis.sensitivity import BreakEven
from tradeoff_app.analysis.verdict import RuleOutcome
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
from tradeoff_app.briefing.told_effects import told_effects
from tradeoff_app.model.acceptance import Response
from tradeoff_app.wording import flips
from tradeoff_app.wording.error_rows import turning_lines
from tradeoff_app.wording.language import sentence_case
from tradeoff_app.wording.paths import parse
from tradeoff_app.wording.trace import is_gained
from tradeoff_app.wording.verdict import open_regressions, unlimited_losses

WORD_LIMIT = 350
MOST_MITIGATIONS = 3
MOST_FLIPS = 2
MOST_TITLE_WORDS = 9
_SHIPPING = ("SHIP", "SHIP_WITH_ACCEPTED_REGRESSIONS")
_RULED = {
    "BLOCKED": "memo_ruled_BLOCKED",
    "NEEDS_ACCEPTANCE": "memo_ruled_NEEDS_ACCEPTANCE",
    "HOLD": "memo_ruled_HOLD",
}
"""Verdicts of a rule that no value turns, and what turns them where no number is known."""
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
    head = brief.say(
        "memo_plain" if brief.as_of is None else "memo_of", title=_title(brief), date=brief.day(brief.as_of)
    )
    blocks = tuple(_blocks(brief, length))
    return Section("memo", brief.say("memo"), head, brief.say("draft"), blocks, is_one_page=True)


def _blocks(brief: Brief, length: _Length) -> Iterator[Block]:
    outcome, speaker = brief.outcome, brief.speaker
    ask = speaker.ask(outcome)
    better, worse = told_effects(brief, "better"), told_effects(brief, "worse")
    yield Heading(ask.title, 1, is_display=True)
    yield Paragraph(ask.sentence, "lead")
    yield Callout(_MARKS[outcome.verdict.recommendation], f"{speaker.verdict_title(outcome)}.", _rule_met(brief))
    if "VALUE_CONFLICT" in outcome.verdict.reasons and not length.is_brief:
        yield Paragraph(speaker.remarks(outcome)[0])
    yield key_figures(brief, better, worse)
    headline = (*better[:1], *worse[:1])
    sides = (_side(brief, effects, headline, length, side) for effects, side in ((better, "better"), (worse, "worse")))
    yield Columns(tuple(sides))
    yield from (Paragraph(text) for text in _beside(brief))
    exchange = speaker.exchange(outcome, with_record=False)
    if exchange and not length.is_brief:
        yield Paragraph(exchange, "exchange")
    if outcome.value is not None:
        yield Paragraph(brief.say("memo_given"), "small")
    yield Heading(brief.say("change_our_mind"))
    yield Paragraph(" ".join(_flips(brief)))
    if any(_is_planned(item.response) for item in outcome.regressions):
        yield _mitigations(brief, is_brief=length.is_brief)
    yield SignatureLines(_signatures(brief))


def _title(brief: Brief) -> str:
    """The project's title, so that the page says what it is about where it stands alone; cut where it is a text."""
    return _shortened(brief.project.title, MOST_TITLE_WORDS)


def _rule_met(brief: Brief) -> str:
    """The verdict's reasons: what holds where it ships, what stands against it elsewhere."""
    outcome, speaker = brief.outcome, brief.speaker
    recommended = outcome.verdict.recommendation
    if recommended in _SHIPPING:
        rules = [rule for rule in outcome.verdict.trace if not rule.applies and rule.rule not in _SHIPPING]
        return " ".join(_sentence(_holds(brief, rule)) for rule in rules)
    rule = next(rule for rule in outcome.verdict.trace if rule.rule == recommended)
    title, detail = speaker.rule_parts(rule, outcome)
    exceeded = (speaker.exceeded(item) for item in outcome.regressions)
    return " ".join(_sentence(text) for text in (detail or title, *exceeded) if text)


def _holds(brief: Brief, rule: RuleOutcome) -> str:
    """A rule that stands in nobody's way; it is said where it had nothing to judge, and what the evidence lacks."""
    outcome = brief.outcome
    if rule.rule == "BLOCKED":
        return brief.speaker.safety_line(outcome)
    if rule.rule == "NEEDS_ACCEPTANCE" and not outcome.regressions:
        return _unruled(brief) if brief.swept() else brief.say("memo_no_regression")
    if rule.rule == "HOLD" and not any(result.role == "guardrail" for result in outcome.gates):
        return brief.say("memo_no_margin")
    title = brief.speaker.rule_parts(rule, outcome)[0]
    remarks = len(brief.warnings()) if rule.rule == "INVALID" else 0
    if not remarks:
        return title
    return brief.say("memo_remark" if remarks == 1 else "memo_remarks", title=title, count=remarks)


def _unruled(brief: Brief) -> str:
    """That no gate found a regression; where no limit is stated for any, how many effects are clearly worse."""
    worse = len(unlimited_losses(brief.outcome))
    if not worse:
        return brief.say("memo_no_ruled_regression")
    return brief.say("memo_unlimited_one" if worse == 1 else "memo_unlimited", count=worse)


def _beside(brief: Brief) -> Iterator[str]:
    """What page 1 may not hide: losses that no rule covers, and other candidates that were measured."""
    told = {effect.metric for effect in told_effects(brief, "worse")}
    metrics = [effect.metric for effect in brief.swept() if effect.metric not in told]
    if metrics:
        names = brief.speaker.names(dict.fromkeys(metrics))
        yield brief.say("memo_swept", names=names)
    if len(brief.project.candidates) > 1:
        judged, others = brief.judged_candidate(), brief.speaker.listed(brief.other_candidates())
        yield brief.say("memo_candidates", judged=judged, others=others)


def _sentence(text: str) -> str:
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _side(
    brief: Brief, effects: Sequence[Effect], headline: Sequence[Effect], length: _Length, side: str
) -> tuple[Block, ...]:
    if not effects:
        none = "none_worse_ruled" if side == "worse" and brief.swept() else f"none_{side}"
        return Heading(brief.say(side), mark=_mark(side)), Paragraph(brief.say(none))
    shown = effects[: length.effects]
    blocks: list[Block] = [Heading(_side_title(brief, effects, side), mark=_mark(side))]
    sizes = (brief.speaker.denominator([*headline, effect]) for effect in shown)
    told = (_sentence_of(brief, *pair, is_full=length.is_full) for pair in zip(shown, sizes, strict=True))
    blocks.extend(Paragraph(text) for text in told)
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
        told.append(brief.say("estimated", month=brief.speaker.people(effect, brief.outcome)))
    return " ".join(told)


def _mark(side: str) -> Mark:
    return "better" if side == "better" else "worse"


def _side_title(brief: Brief, effects: Sequence[Effect], side: str) -> str:
    if side == "better":
        return brief.say("better")
    regressions = {item.key: item for item in brief.outcome.regressions}
    found = [regressions.get(effect.key) for effect in effects]
    if all(item is not None and item.is_accepted for item in found):
        return brief.say("worse_accepted")
    if any(item is not None and not item.is_accepted and not item.within_margin for item in found):
        return brief.say("worse_open")
    return brief.say("worse" if None in found else "worse_agreed")


def _flips(brief: Brief) -> Iterator[str]:
    """The assumption that turns the answer first, and the share of the effect that has to arrive."""
    outcome = brief.outcome
    readings = () if brief.errors is None else turning_lines(brief.speaker.voice, brief.errors)
    yield from readings
    if outcome.verdict.recommendation in _RULED:
        yield from _ruled_flips(brief, has_reading=bool(readings))
        return
    first = flips.first(outcome)
    if first is None:
        more = _more_data(brief)
        if more or not readings:
            yield _sentence(more or brief.speaker.flip_line(outcome))
        return
    yield _flip(brief, first)
    for item in outcome.sensitivity.break_even:
        if parse(item.input).kind == "transport" and item is not first and flips.is_reachable(item):
            yield _flip(brief, item)
            return


def _ruled_flips(brief: Brief, *, has_reading: bool) -> Iterator[str]:
    """What would turn a rule that decides whatever the value is; then a number near what is stated, if one turns it."""
    outcome, speaker = brief.outcome, brief.speaker
    told = [speaker.acceptance_needed(item) for item in open_regressions(outcome)]
    if not told:
        told = [_more_data(brief)]
    first = flips.first(outcome)
    if first is not None and flips.is_near(first):
        told.append(_flip(brief, first))
    said = [_sentence(text) for text in told if text][:MOST_FLIPS]
    if said or has_reading:
        yield from said
    else:
        yield _sentence(brief.say(_RULED[outcome.verdict.recommendation]))


def _more_data(brief: Brief) -> str:
    """How much more evidence would settle the question that holds the release up; empty where it is none of that."""
    held, is_valued = brief.outcome.verdict.recommendation, brief.outcome.value is not None
    if held != "HOLD" and (held != "NO_CASE" or is_valued):
        return ""
    disputed = next((result for result in brief.outcome.gates if is_gained(result)), None)
    if disputed is not None and "NO_BENEFIT_SHOWN" in brief.outcome.verdict.reasons:
        return brief.say("memo_agreement", cell=brief.speaker.cell(disputed.metric, disputed.segment))
    open_ones = [result for result in brief.outcome.gates if result.state == "INCONCLUSIVE" and result.needs_times_n]
    if not open_ones:
        return ""
    nearest = min(open_ones, key=lambda result: result.needs_times_n or 0.0)
    cell = brief.speaker.cell(nearest.metric, nearest.segment)
    return brief.say("memo_more_data", cell=cell, needs=brief.speaker.needs_more(nearest))


def _flip(brief: Brief, item: BreakEven) -> str:
    """What turns the value as a sentence with its subject, since nothing above it names one."""
    told = brief.speaker.break_even(item, brief.outcome)
    return brief.say("memo_flip", told=told[:1].lower() + told[1:])


def _mitigations(brief: Brief, *, is_brief: bool) -> Table:
    columns = (
        Column(brief.say("mitigation"), width=211),
        Column(brief.say("owner"), width=78),
        Column(brief.say("review"), width=96),
        Column(brief.say("roll_back_if"), width=119),
    )
    rows = []
    for item in brief.outcome.regressions:
        answer = item.response
        if answer is not None and _is_planned(answer):
            texts = (answer.mitigation, answer.owner, None, answer.rollback_trigger)
            cells = [Cell(_shortened(sentence_case(brief.stated(text)), 12 if is_brief else 30)) for text in texts]
            cells[2] = Cell(sentence_case(brief.day(answer.expires)))
            rows.append(Row(tuple(cells), item.key))
    return Table("mitigations", columns, tuple(rows[: 1 if is_brief else MOST_MITIGATIONS]))


def _is_planned(answer: Response | None) -> bool:
    """Whether somebody means to do something about the regression."""
    return answer is not None and (answer.action != "block" or bool(answer.mitigation))


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
