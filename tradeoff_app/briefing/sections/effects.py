"""Page 2, the effects table: safety first, then favourable, unfavourable, and what shows no clear change."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from tradeoff_app.analysis.effects import Effect
from tradeoff_app.briefing.blocks import Block, GroupHead, Heading, Paragraph, Points, Row, Section, Table
from tradeoff_app.briefing.brief import Brief
from tradeoff_app.briefing.effect_rows import effect_columns, effect_row, safety_row, spans
from tradeoff_app.briefing.told_effects import product_effects, told_effects, weight
from tradeoff_app.model.segment import EVERYONE
from tradeoff_app.wording.language import sentence_case

MOST_UNCLEAR = 12
SIDES: tuple[Literal["better", "worse"], ...] = ("better", "worse")


def build(brief: Brief) -> Section:
    """The effects table with a title that says what gets better and what gets worse."""
    told = _told(brief)
    rows = tuple(_rows(brief, told))
    blocks: tuple[Block, ...] = (
        Heading(_title(brief, told), 1),
        Paragraph(brief.say("effects_lead")),
        Table("effects", effect_columns(brief), rows, _caption(brief, told)),
        *_references(brief, told),
    )
    name = brief.say("effects")
    return Section("effects", name, name, brief.project.title, blocks, is_wide=True, is_one_page=True)


def _references(brief: Brief, told: tuple[Effect, ...]) -> Iterator[Points]:
    """What versions that are only shown come to, for everyone."""
    lines = []
    for metric in dict.fromkeys(effect.metric for effect in told):
        said = brief.speaker.references(brief.evidence.levels, metric, EVERYONE)
        if said:
            lines.append(f"{brief.speaker.metric(metric)}. {said}")
    if lines:
        yield Points(tuple(lines))


def _told(brief: Brief) -> tuple[Effect, ...]:
    """Product metrics for everyone, and each segment that is ruled, answered, told first or goes its own way."""
    first = {effect.key for side in SIDES for effect in told_effects(brief, side)}
    return tuple(effect for effect in product_effects(brief) if _is_told(brief, effect, first))


def _is_told(brief: Brief, effect: Effect, first: set[str]) -> bool:
    """Whether the table shows it: a part that says what its whole says is left to the full table."""
    if effect.segment == EVERYONE or effect.key in first:
        return True
    if any(result.key == effect.key for result in brief.outcome.gates) or effect.key in brief.scenario.regressions:
        return True
    whole = brief.outcome.effect(effect.metric)
    return effect.state in ("better", "worse") and (whole is None or whole.state != effect.state)


def _rows(brief: Brief, told: tuple[Effect, ...]) -> Iterator[Row | GroupHead]:
    scales = spans(told)
    gates = brief.safety_gates()
    if gates:
        yield GroupHead(brief.say("group_safety"), brief.say("group_safety_note"))
        yield from (safety_row(brief, result) for result in gates)
    groups = (
        ("group_favourable", "", [effect for effect in told if effect.state == "better"]),
        ("group_unfavourable", "", [effect for effect in told if effect.state == "worse"]),
        ("group_unclear", "group_unclear_note", _unclear(told)),
    )
    for name, note, effects in groups:
        if effects:
            yield GroupHead(brief.say(name), brief.say(note) if note else "")
            yield from (effect_row(brief, effect, scales.get(effect.metric)) for effect in effects)


def _unclear(told: tuple[Effect, ...]) -> list[Effect]:
    return [effect for effect in told if effect.state not in ("better", "worse")][:MOST_UNCLEAR]


def _title(brief: Brief, told: tuple[Effect, ...]) -> str:
    better, worse = (_names(brief, [each for each in told if each.state == state]) for state in ("better", "worse"))
    if better and worse:
        return sentence_case(brief.say("effects_title_both", better=better, worse=worse))
    if better or worse:
        key = "effects_title_better" if better else "effects_title_worse"
        return sentence_case(brief.say(key, better=better, worse=worse))
    return brief.say("effects_title_none")


def _names(brief: Brief, effects: list[Effect]) -> str:
    """The effect that is told first, named."""
    if not effects:
        return ""
    first = min(effects, key=lambda effect: weight(brief, effect))
    return brief.speaker.cell(first.metric, first.segment)


def _caption(brief: Brief, told: tuple[Effect, ...]) -> str:
    parts = [brief.say("caption_pairs")] if any(effect.n_pairs is not None for effect in told) else []
    parts.append(_mix(brief))
    is_counted = any(brief.speaker.people_cell(effect, brief.outcome)[0] for effect in told)
    if not is_counted and all(volume is None for volume in brief.outcome.mix.volumes.values()):
        parts.append(brief.say("caption_no_month"))
    parts.append(brief.say("effects_caption"))
    left_out = _left_out(brief, told)
    if left_out > 0:
        parts.append(brief.say("caption_left_out_one" if left_out == 1 else "caption_left_out", count=left_out))
    monitors = dict.fromkeys(e.metric for e in brief.own_effects if brief.project.role_of(e.metric) == "monitor")
    if monitors:
        parts.append(brief.say("caption_monitors", names=brief.speaker.names(monitors)))
    return " ".join(part for part in parts if part)


def _left_out(brief: Brief, told: tuple[Effect, ...]) -> int:
    """Effects of product metrics that the table does not show."""
    unclear = sum(effect.state not in ("better", "worse") for effect in told)
    return len(product_effects(brief)) - len(told) + max(0, unclear - MOST_UNCLEAR)


def _mix(brief: Brief) -> str:
    mix = brief.outcome.mix
    if len(mix.shares) < 2:
        return ""
    everyone = brief.speaker.segment(EVERYONE)
    if mix.source == "sample":
        return brief.say("caption_sample_mix", everyone=everyone)
    shares = (f"{brief.speaker.segment(key)} {brief.numbers.percent(share, 0)}" for key, share in mix.shares.items())
    return brief.say("caption_mix", everyone=everyone, mix=", ".join(shares))
