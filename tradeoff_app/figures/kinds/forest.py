"""One metric over all segments: intervals under each other on one scale, on which right is always better."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tradeoff_app.analysis.effects import Effect
from tradeoff_app.analysis.outcome import Outcome
from tradeoff_app.figures.rows import Row, row_axis, row_height, row_marks, row_range
from tradeoff_app.figures.spec import DataTable, FigureSpec, Mark, Role, Rule
from tradeoff_app.figures.ticks import make_axis
from tradeoff_app.figures.unknown import unknown
from tradeoff_app.model.segment import EVERYONE
from tradeoff_app.wording.speaker import Speaker
from tradeoff_app.wording.typography import typeset

KIND = "forest"
_ROLES: dict[str, Role] = {"better": "better", "worse": "worse", "no_worse": "no_worse"}


def forest(outcome: Outcome, speaker: Speaker, metric: str) -> FigureSpec:
    """A row a segment, everyone last; positions are improvements, tick labels changes in the metric's own direction."""
    told = _told(outcome, metric)
    name = speaker.metric(metric)
    if not told:
        return unknown(KIND, speaker.voice.say("figure_not_measured", name=name), speaker.state("not_measured"))
    sign, scale = speaker.voice.metric(metric).sign, 100.0 if speaker.voice.is_rate(metric) else 1.0
    rows = [_row(effect, speaker, sign * scale) for effect in told]
    margin = next((effect.margin for effect in told if effect.margin is not None), None)
    extra = () if margin is None else (-margin * scale,)
    x = make_axis(*row_range(rows, extra), speaker.numbers, label=lambda at: sign * at, is_signed=True)
    x = replace(x, start_word=speaker.voice.say("axis_worse"), end_word=speaker.voice.say("axis_better"))
    marks: list[Mark] = row_marks(rows, x)
    if margin is not None:
        marks.insert(0, Rule(-margin * scale, "vertical", "strong", is_dashed=True))
    title = typeset(_title(told, speaker, name))
    subtitle = _subtitle(speaker, metric, margin)
    return FigureSpec(
        kind=KIND,
        title=title,
        subtitle=subtitle,
        x=x,
        y=row_axis(rows),
        marks=tuple(marks),
        alt=f"{title}. {subtitle}. {' '.join(speaker.effect_short(effect) + '.' for effect in told)}",
        table=_table(told, speaker),
        height=row_height(rows) + 16,
        quantity=f"effect:{metric}|{EVERYONE}",
    )


def _told(outcome: Outcome, metric: str) -> list[Effect]:
    found = [effect for effect in outcome.effects if effect.metric == metric and effect.candidate == outcome.candidate]
    found = [effect for effect in found if effect.interval is not None and effect.difference is not None]
    return sorted(found, key=lambda effect: effect.segment == EVERYONE)


def _row(effect: Effect, speaker: Speaker, factor: float) -> Row:
    low, high = sorted(end * factor for end in effect.interval or (0.0, 0.0))
    role = _ROLES.get(effect.state, "unknown")
    return Row(
        name=speaker.segment(effect.segment),
        text=speaker.change(effect),
        role=role,
        point=(effect.difference or 0.0) * factor,
        low=low,
        high=high,
        is_ring=role == "unknown",
        is_total=effect.segment == EVERYONE,
    )


def _title(told: Sequence[Effect], speaker: Speaker, name: str) -> str:
    """States by segment in words; what is not clear is said to be so."""
    groups: dict[str, list[str]] = {"better": [], "worse": []}
    for effect in told:
        if effect.state in groups:
            groups[effect.state].append(speaker.voice.segment_inside(effect.segment))
    parts = [
        speaker.voice.say(f"figure_{state}_for", names=speaker.voice.language.listed(names))
        for state, names in groups.items()
        if names
    ]
    return speaker.voice.say(
        "title_and_detail", title=name, detail="; ".join(parts) or speaker.voice.say("no_clear_change")
    )


def _subtitle(speaker: Speaker, metric: str, margin: float | None) -> str:
    unit = speaker.voice.say("change_points") if speaker.voice.is_rate(metric) else speaker.unit_line(metric)
    text = speaker.voice.say("figure_forest_what", unit=unit) if unit else speaker.voice.say("figure_forest_plain")
    if margin is None:
        return text
    return speaker.voice.say("figure_with_margin", text=text, margin=speaker.threshold(metric, margin))


def _table(told: Sequence[Effect], speaker: Speaker) -> DataTable:
    say = speaker.voice.say
    columns = ("column_segment", "column_before", "column_after", "column_change", "column_low", "column_high")
    rows = tuple(
        (
            speaker.segment(effect.segment),
            effect.baseline,
            effect.candidate_value,
            effect.difference,
            *(effect.interval or (None, None)),
        )
        for effect in told
    )
    quantities = tuple(f"effect:{effect.key}" for effect in told)
    return DataTable(tuple(say(column) for column in columns), rows, quantities)
