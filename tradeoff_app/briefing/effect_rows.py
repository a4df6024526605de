"""Effects as table rows: one way for the effects table, the full table and the workbook to show the same numbers."""

from __future__ import annotations

from tradeoff_app.analysis.effects import Effect
from tradeoff_app.analysis.gates import GateResult
from tradeoff_app.briefing.blocks import Cell, Column, IntervalBar, Mark, Row
from tradeoff_app.briefing.brief import Brief

_GATE_MARKS: dict[str, Mark] = {"PASS": "pass", "FAIL": "fail", "INCONCLUSIVE": "unproven"}


def effect_columns(brief: Brief) -> tuple[Column, ...]:
    """The columns of the effects table at the widths of its page."""
    pairs = brief.say("pairs" if any(effect.n_pairs is not None for effect in brief.own_effects) else "units")
    return (
        Column(brief.say("effect"), brief.say("who_unit"), "text", 129),
        Column(brief.say("before"), "", "number", 38),
        Column(brief.say("after"), "", "number", 42),
        Column(brief.say("change"), brief.say("interval"), "number", 62),
        Column(brief.say("end_worse"), brief.say("end_better"), "bar", 75),
        Column(brief.say("per_month"), brief.say("interval"), "number", 69),
        Column(brief.say("evidence"), pairs, "text", 48),
        Column(brief.say("state"), "", "state", 61),
    )


def effect_row(brief: Brief, effect: Effect, span: float | None) -> Row:
    """An effect with its bar on a scale of `span` (natural units); unknown numbers say why."""
    speaker = brief.speaker
    month, month_interval = speaker.people_cell(effect, brief.outcome)
    return Row(
        (
            _name(brief, effect.metric, effect.segment),
            level_cell(brief, effect, effect.baseline),
            level_cell(brief, effect, effect.candidate_value),
            Cell(
                speaker.change(effect),
                speaker.interval_of(effect),
                shown_number(brief, effect.metric, effect.difference),
                places_of(speaker.change(effect)),
                is_strong=True,
            ),
            Cell(bar=interval_bar(brief, effect, span)),
            Cell(month, month_interval),
            _evidence(brief, effect),
            state_cell(brief, effect),
        ),
        effect.key,
    )


def safety_row(brief: Brief, result: GateResult) -> Row:
    """A safety gate: level, bound and limit instead of a traded change."""
    effect = result.effect or brief.outcome.effect(result.metric, result.segment)
    change = effect is not None and effect.difference is not None
    return Row(
        (
            _name(brief, result.metric, result.segment),
            level_cell(brief, effect, effect.baseline) if effect else Cell(),
            level_cell(brief, effect, result.observed) if effect else _observed(brief, result),
            Cell(
                brief.speaker.change(effect) if effect and change else "",
                _bound(brief, result),
                shown_number(brief, result.metric, effect.difference) if effect else None,
                places_of(brief.speaker.change(effect)) if effect and change else None,
                is_strong=True,
            ),
            Cell(small=_limit(brief, result)),
            Cell(),
            _count(brief, result),
            gate_state_cell(brief, result),
        ),
        result.key,
    )


def level_cell(brief: Brief, effect: Effect, value: float | None) -> Cell:
    """A level with the number behind it; empty where it was not measured, which the state's word says."""
    if value is None:
        return Cell()
    text = brief.speaker.level_of(effect, value)
    return Cell(text, number=shown_number(brief, effect.metric, value), places=places_of(text))


def state_cell(brief: Brief, effect: Effect) -> Cell:
    """The state's mark and word."""
    return Cell(brief.speaker.state(effect, brief.outcome), mark=mark_of(brief, effect))


def gate_state_cell(brief: Brief, result: GateResult) -> Cell:
    """The mark and word of a safety gate."""
    return Cell(brief.speaker.state(result, brief.outcome), mark=_GATE_MARKS.get(result.state, "not_measured"))


def mark_of(brief: Brief, effect: Effect) -> Mark:
    """The mark of an effect; a loss that was accepted is drawn open."""
    if effect.state == "worse" and is_accepted(brief, effect):
        return "accepted"
    return effect.state


def is_accepted(brief: Brief, effect: Effect) -> bool:
    """Whether a valid acceptance covers the effect."""
    return any(item.key == effect.key and item.is_accepted for item in brief.outcome.regressions)


def interval_bar(brief: Brief, effect: Effect, span: float | None) -> IntervalBar | None:
    """The effect turned so that right is better; None where there is no interval or no better direction."""
    metric = brief.project.metrics.get(effect.metric)
    if effect.interval is None or span is None or metric is None or metric.better is None:
        return None
    low, high = sorted(metric.sign * end for end in effect.interval)
    point = None if effect.difference is None else metric.sign * effect.difference
    return IntervalBar(low, high, point, span, mark_of(brief, effect), effect.margin)


def spans(effects: tuple[Effect, ...]) -> dict[str, float]:
    """One symmetric scale a metric that holds all of its intervals and margins."""
    found: dict[str, float] = {}
    for effect in effects:
        ends = [abs(end) for end in effect.interval or ()]
        if effect.margin is not None:
            ends.append(effect.margin)
        if ends:
            found[effect.metric] = max(found.get(effect.metric, 0.0), 1.1 * max(ends))
    return {metric: span for metric, span in found.items() if span > 0}


def shown_number(brief: Brief, metric_id: str, value: float | None) -> float | None:
    """The number in the unit that tables show: percent for rates, seconds for durations."""
    metric = brief.project.metrics.get(metric_id)
    if value is None or metric is None:
        return value
    return value * shown_factor(metric.type, metric.unit)


def shown_factor(metric_type: str, unit: str | None) -> float:
    """What a natural number is multiplied with before it is shown."""
    if metric_type == "binary":
        return 100.0
    return 0.001 if metric_type == "duration" and unit == "ms" else 1.0


def places_of(text: str) -> int | None:
    """Decimals that a formatted number shows; None where the text is no number."""
    digits = [index for index, character in enumerate(text) if character.isdigit()]
    if not digits:
        return None
    mark = max(text.rfind(","), text.rfind("."))
    tail = text[mark + 1 :] if mark >= 0 else ""
    is_decimal = mark >= 0 and tail.isdigit() and not (text[mark] == "," and len(tail) == 3)
    return len(tail) if is_decimal else 0


def _name(brief: Brief, metric_id: str, segment_id: str) -> Cell:
    unit = brief.speaker.unit_line(metric_id)
    who = brief.speaker.segment(segment_id)
    return Cell(brief.speaker.metric(metric_id), f"{who}, {unit}" if unit else who)


def _observed(brief: Brief, result: GateResult) -> Cell:
    if result.observed is None:
        return Cell()
    text = brief.speaker.level(result.metric, result.observed)
    return Cell(text, number=shown_number(brief, result.metric, result.observed), places=places_of(text))


def _evidence(brief: Brief, effect: Effect) -> Cell:
    count = effect.n_pairs if effect.n_pairs is not None else min(effect.n_baseline, effect.n_candidate)
    return Cell(brief.numbers.whole(count), _tier(brief, effect.metric), number=float(count), places=0)


def _count(brief: Brief, result: GateResult) -> Cell:
    text = "" if result.n is None else brief.numbers.whole(result.n)
    number = None if result.n is None else float(result.n)
    return Cell(text, _tier(brief, result.metric), number, 0)


def _tier(brief: Brief, metric_id: str) -> str:
    metric = brief.project.metrics.get(metric_id)
    return brief.say(f"tier_{metric.tier if metric else 'automated'}")


def _bound(brief: Brief, result: GateResult) -> str:
    if result.gate.rule == "never_event" and result.events == 0 and result.n:
        return brief.say("none_in", n=brief.numbers.whole(result.n))
    if result.bound is None:
        return ""
    metric = brief.project.metrics.get(result.metric)
    key = "now_at_least" if metric is not None and metric.better == "higher" else "now_at_most"
    return brief.say(key, bound=plain_limit(brief, result.metric, result.bound))


def _limit(brief: Brief, result: GateResult) -> str:
    if result.gate.rule == "never_event":
        return brief.say("limit_never")
    if result.threshold is None:
        return ""
    return brief.say("limit", limit=plain_limit(brief, result.metric, result.threshold))


def plain_limit(brief: Brief, metric_id: str, value: float) -> str:
    """A limit or bound in the unit of its row, two figures below one percent."""
    shown = shown_number(brief, metric_id, value) or 0.0
    metric = brief.project.metrics.get(metric_id)
    if metric is not None and metric.type == "binary" and 0 < abs(shown) < 1:
        return brief.numbers.figures(shown, 2)
    return brief.speaker.level(metric_id, value)
