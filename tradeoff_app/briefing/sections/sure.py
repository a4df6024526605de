"""How sure are we: what moves the value, where assumptions turn it, what is open, how sound the evidence is."""

from __future__ import annotations

from collections.abc import Iterator

from tradeoff_app.analysis.effects import Effect
from tradeoff_app.analysis.verdict import RuleOutcome
from tradeoff_app.briefing.blocks import (
    Block,
    Cell,
    Column,
    FigureBlock,
    Heading,
    Paragraph,
    Points,
    Row,
    Section,
    Table,
)
from tradeoff_app.briefing.brief import MOST_LISTED, Brief
from tradeoff_app.briefing.effect_rows import places_of, shown_number
from tradeoff_app.briefing.told_effects import product_effects
from tradeoff_app.figures.kinds.tornado import tornado
from tradeoff_app.model.segment import EVERYONE
from tradeoff_app.wording.flips import is_reachable
from tradeoff_app.wording.language import sentence_case
from tradeoff_app.wording.paths import parse
from tradeoff_app.wording.trace import is_reached, is_stated


def build(brief: Brief) -> Section:
    """The uncertainty of the answer, and the trail of the verdict."""
    name = brief.say("sure")
    return Section("sure", name, name, brief.project.title, tuple(_blocks(brief)))


def _blocks(brief: Brief) -> Iterator[Block]:
    yield Heading(_title(brief), 1)
    yield from (Paragraph(text) for text in brief.speaker.remarks(brief.outcome))
    yield from _value(brief)
    yield from _candidates(brief)
    yield from _listed(brief, "cannot_tell", _open_questions(brief), "cannot_tell_none")
    yield from _evidence(brief)
    yield from _listed(brief, "assumptions", _assumptions(brief))
    yield from _listed(brief, "moved", brief.speaker.moved())
    yield Heading(brief.say("rules"))
    yield _rules(brief)


def _title(brief: Brief) -> str:
    value = brief.outcome.value
    if value is None:
        return brief.say("sure")
    return brief.say(
        "sure_title",
        probability=sentence_case(brief.numbers.probability(value.p_positive)),
        likelihood=brief.numbers.likelihood(value.p_positive),
    )


def _value(brief: Brief) -> Iterator[Block]:
    outcome, speaker = brief.outcome, brief.speaker
    yield Paragraph(_told_value(brief))
    if outcome.score is not None or outcome.value is None:
        yield Paragraph(speaker.score_sentence(outcome))
    if outcome.sensitivity.ship_share is not None:
        told = (_ship_share(brief, outcome.sensitivity.ship_share), *speaker.weights(outcome))
        yield Paragraph(" ".join(told))
    yield Paragraph(speaker.dominance(outcome))
    if outcome.sensitivity.tornado:
        yield FigureBlock(tornado(outcome, speaker))
    flips = tuple(speaker.break_even(item, outcome) for item in outcome.sensitivity.break_even if is_reachable(item))
    yield from _listed(brief, "break_even", flips)
    yield from _listed(brief, "margins", _margins(brief))


def _told_value(brief: Brief) -> str:
    """The value, and what its probability rests on: it is a posterior, no share of releases like this one."""
    told = brief.speaker.value_sentence(brief.outcome)
    return told if brief.outcome.value is None else f"{told} {brief.speaker.voice.say('chance_given')}"


def _ship_share(brief: Brief, share: float) -> str:
    """How many weightings favour shipping; the ends are said in words, since they are shares of a sample."""
    if share in (0.0, 1.0):
        return brief.say("ship_share_all" if share else "ship_share_none")
    return brief.say("ship_share", share=brief.numbers.probability(share))


def _margins(brief: Brief) -> tuple[str, ...]:
    found = []
    for item in brief.outcome.sensitivity.margin_flips:
        gate = brief.project.gates.get(item.gate)
        if gate is not None and item.flips_at > 0:
            name = sentence_case(brief.speaker.cell(gate.metric, item.segment))
            margin = brief.speaker.threshold(gate.metric, item.flips_at)
            key = "margin_flip_plain" if gate.margin is None else "margin_flip"
            agreed = brief.speaker.threshold(gate.metric, gate.margin)
            found.append(brief.say(key, gate=name, margin=margin, agreed=agreed))
    return tuple(found)


def _candidates(brief: Brief) -> Iterator[Block]:
    """Every candidate on every product metric, so that nobody misses a better one that this scenario does not judge."""
    if len(brief.project.candidates) < 2:
        return
    yield Heading(brief.say("candidates"))
    yield Paragraph(brief.say("candidates_judged", judged=brief.judged_candidate()))
    metrics = list(dict.fromkeys(effect.metric for effect in product_effects(brief)))[:MOST_LISTED]
    names = [brief.speaker.candidate(each) for each in brief.project.candidates]
    width = 354 / len(names)
    columns = (
        Column(brief.say("weight_metric"), brief.say("unit"), width=150),
        *(Column(name, brief.say("interval"), "number", width) for name in names),
    )
    rows = []
    for metric in metrics:
        effects = (brief.outcome.effect(metric, EVERYONE, each) for each in brief.project.candidates)
        cells = (_of_candidate(brief, effect) for effect in effects)
        name = Cell(brief.speaker.metric(metric), brief.speaker.unit_line(metric))
        rows.append(Row((name, *cells), f"candidates|{metric}"))
    yield Table("candidates", columns, tuple(rows), brief.say("candidates_caption"))


def _of_candidate(brief: Brief, effect: Effect | None) -> Cell:
    if effect is None or effect.difference is None:
        return Cell(brief.say("errors_nothing"))
    change, state = brief.speaker.change(effect), brief.speaker.state(effect)
    shown = shown_number(brief, effect.metric, effect.difference)
    text = brief.say("candidate_change", change=change, state=brief.numbers.language.inside(state))
    return Cell(text, brief.speaker.interval_of(effect), shown, places_of(change))


def _open_questions(brief: Brief) -> tuple[str, ...]:
    """Effects that the data leave open, with what it takes to know; those that a rule asks for first."""
    ruled = {result.key for result in brief.outcome.gates}
    found = [
        effect
        for effect in product_effects(brief)
        if effect.state == "cannot_tell" or (effect.state == "not_measured" and effect.key in ruled)
    ]
    told = []
    for effect in sorted(found, key=lambda each: (each.key not in ruled, each.segment != EVERYONE)):
        more = brief.speaker.needs_more(effect)
        text = brief.speaker.effect_short(effect).rstrip(".")
        told.append(f"{text}. {sentence_case(more)}." if more else f"{text}.")
    return tuple(told)


def _evidence(brief: Brief) -> Iterator[Block]:
    speaker, outcome = brief.speaker, brief.outcome
    yield Heading(brief.say("evidence_check"))
    yield Paragraph(brief.say("grade", grade=speaker.grade(outcome.grade)))
    yield from (Paragraph(text) for text in speaker.agreement(outcome))
    told = brief.warnings(besides={"agreement"} if outcome.agreement else set())
    if told:
        yield Points(brief.capped(told))
    elif not brief.warnings():
        yield Paragraph(brief.say("no_finding"))


def _assumptions(brief: Brief) -> tuple[str, ...]:
    """One line for each thing that something is assumed of, and one for all segments that nobody confirmed."""
    lines: dict[str, list[str]] = {}
    segments: list[str] = []
    for path in brief.project.assumed:
        parsed = parse(path)
        if parsed.kind == "segments" and not parsed.field:
            segments.append(brief.speaker.segment(parsed.key))
            continue
        title, _, detail = brief.speaker.assumption(path).partition(": ")
        lines.setdefault(title, []).extend([detail] if detail else [])
    told = [f"{title}: {', '.join(dict.fromkeys(details))}" if details else title for title, details in lines.items()]
    return (*told, brief.say("assumed_segments", names=", ".join(segments))) if segments else tuple(told)


def _listed(brief: Brief, head: str, items: tuple[str, ...], otherwise: str = "") -> Iterator[Block]:
    if items:
        yield Heading(brief.say(head))
        yield Points(brief.capped(items))
    elif otherwise:
        yield Heading(brief.say(head))
        yield Paragraph(brief.say(otherwise))


def _unapplied(brief: Brief, rule: RuleOutcome) -> str:
    """How a rule reads that stops nothing: passed, not reached, or that nobody stated what it would hold against."""
    if not is_reached(rule, brief.outcome):
        return "rule_unreached"
    return "rule_passed" if is_stated(rule, brief.outcome) else "rule_unstated"


def _rules(brief: Brief) -> Table:
    columns = (
        Column(brief.say("rule"), width=180),
        Column(brief.say("finding"), width=264),
        Column(brief.say("applies"), width=60),
    )
    rows = []
    for rule in brief.outcome.verdict.trace:
        title, detail = brief.speaker.rule_parts(rule, brief.outcome)
        decides = rule.applies and rule.rule == brief.outcome.verdict.recommendation
        if rule.rule == "SHIP" and not decides:
            # shipping is what is left where no other rule decides
            continue
        applies = brief.say("rule_decides" if decides else "rule_also" if rule.applies else _unapplied(brief, rule))
        rows.append(Row((Cell(title, is_strong=decides), Cell(sentence_case(detail)), Cell(applies)), rule.rule))
    return Table("rules", columns, tuple(rows))
