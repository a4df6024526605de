"""Makes the matrix' content from an outcome: groups, cells, shared scales. Every number comes ready from below."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from tradeoff_app.analysis.effects import Effect
from tradeoff_app.analysis.evidence import Evidence
from tradeoff_app.analysis.gates import GateResult
from tradeoff_app.analysis.outcome import Outcome
from tradeoff_app.app.notes import cell_key, metric_key, note_on
from tradeoff_app.app.translation import QT_TR_NOOP, tr
from tradeoff_app.model.metric import Metric
from tradeoff_app.model.segment import EVERYONE
from tradeoff_app.ui.steps.compare.content import CellContent, ColumnHead, GroupLine, Line, MatrixContent, MetricLine
from tradeoff_app.ui.steps.compare.proxies import BADGES, badge, disagreement, fold
from tradeoff_app.ui.widgets.interval import IntervalBar, nice_reach
from tradeoff_app.ui.widgets.marks import MARK_OF_GATE, MARK_OF_STATE, Mark
from tradeoff_app.wording.cells import limit
from tradeoff_app.wording.speaker import Speaker
from tradeoff_app.wording.typography import typeset

Grouping = Literal["role", "tier"]

GROUPS: dict[Grouping, tuple[tuple[str, str, str], ...]] = {
    "role": (
        ("safety_gate", QT_TR_NOOP("Safety"), QT_TR_NOOP("limits on the candidate")),
        ("guardrail", QT_TR_NOOP("Must not get worse"), QT_TR_NOOP("bars: right is better; dashed line is the margin")),
        ("target", QT_TR_NOOP("Goals"), QT_TR_NOOP("bars: right is better")),
        ("monitor", QT_TR_NOOP("Also measured"), QT_TR_NOOP("no gate rests on these; bars: right is better")),
    ),
    "tier": (
        ("automated", QT_TR_NOOP("Automated checks"), QT_TR_NOOP("bars: right is better; dashed line is the margin")),
        ("human", QT_TR_NOOP("Judged by people"), QT_TR_NOOP("bars: right is better; dashed line is the margin")),
        ("ab", QT_TR_NOOP("A/B test"), QT_TR_NOOP("bars: right is better; dashed line is the margin")),
    ),
}
OUTLIER = 3.0
"""An interval that is this many times as wide as the next one runs off the scale instead of shrinking all others."""


@dataclass(frozen=True)
class MatrixSource:
    """What the matrix is made from; with `counts_people` cells show how many a month instead of the change."""

    outcome: Outcome
    evidence: Evidence
    speaker: Speaker
    grouping: Grouping = "role"
    counts_people: bool = False

    @cached_property
    def effects(self) -> Mapping[tuple[str, str], Effect]:
        """The scenario's own effects by metric and segment."""
        own = (effect for effect in self.outcome.effects if effect.candidate == self.outcome.candidate)
        return {(effect.metric, effect.segment): effect for effect in own}

    @cached_property
    def safety(self) -> Mapping[tuple[str, str], GateResult]:
        """The safety gates by metric and segment; where two judge one cell, the first."""
        results = (result for result in reversed(self.outcome.gates) if result.gate.is_safety)
        return {(result.metric, result.segment): result for result in results}

    @cached_property
    def accepted(self) -> frozenset[str]:
        """The regressions that a valid acceptance covers."""
        return frozenset(item.key for item in self.outcome.regressions if item.is_accepted)

    def columns(self) -> tuple[str, ...]:
        """Everyone first, then the partition, then other views."""
        partition = tuple(segment for segment in self.evidence.partition if segment != EVERYONE)
        views = tuple(segment for segment in self.evidence.views if segment not in partition)
        return (EVERYONE, *partition, *views)

    def group_of(self, metric: Metric) -> str:
        """The id of the group that a metric stands in."""
        return self.speaker.project.role_of(metric.id) if self.grouping == "role" else metric.tier


def make_matrix(source: MatrixSource) -> MatrixContent:
    """Columns and lines in the order in which they are shown; groups without metrics are left out."""
    columns = source.columns()
    lines: list[Line] = []
    for group, title, remark in GROUPS[source.grouping]:
        metrics = [metric for metric in source.speaker.project.metrics.values() if source.group_of(metric) == group]
        shown = fold(metrics, source.speaker.project)
        if shown:
            lines.append(GroupLine(tr(title), tr(remark)))
            lines.extend(_metric_line(source, metric, columns) for metric in shown)
    return MatrixContent(tuple(_column_head(source, segment) for segment in columns), tuple(lines))


def unit_line(speaker: Speaker, metric: Metric) -> str:
    """What a metric is counted in and the threshold that its gate states: "% of queries, margin 0.4"."""
    parts = [speaker.unit_line(metric.id)]
    for gate in speaker.project.gates_on(metric.id):
        if gate.rule == "never_event":
            return tr("must never happen")
        word, value = {
            "absolute_limit": (tr("limit"), gate.limit),
            "non_inferiority": (tr("margin"), gate.margin),
            "absolute_target": (tr("target"), gate.target),
        }.get(gate.rule, ("", None))
        if word and value is not None:
            said = (
                speaker.level(metric.id, value)
                if gate.rule == "non_inferiority"
                else limit(speaker.voice, metric.id, value)
            )
            parts.append(f"{word} {said}")
            break
    return ", ".join(part for part in parts if part)


def _column_head(source: MatrixSource, segment: str) -> ColumnHead:
    speaker, mix = source.speaker, source.outcome.mix
    volume = mix.whole if segment == EVERYONE else mix.volumes.get(segment)
    if volume is not None:
        text = speaker.numbers.whole(volume)
        basis = speaker.voice.counted(mix.basis).other
        note = tr("{count} {units} a month", count=text, units=basis) if segment == EVERYONE else text
    else:
        members = source.evidence.members.get(segment)
        note = (
            ""
            if members is None
            else tr("{count} tested", count=speaker.numbers.whole(source.evidence.table.size(members)))
        )
    return ColumnHead(segment, speaker.segment(segment), note)


def _metric_line(source: MatrixSource, metric: Metric, columns: tuple[str, ...]) -> MetricLine:
    effects = {segment: source.effects.get((metric.id, segment)) for segment in columns}
    measured = [effect for effect in effects.values() if effect is not None and effect.difference is not None]
    reach = _reach(measured)
    is_split = any(effect.segment != EVERYONE for effect in measured)
    missing = tr("not measured") if is_split or not measured else tr("not split")
    cells = tuple(_cell(source, metric, segment, effects[segment], reach, missing) for segment in columns)
    relation = badge(metric, source.speaker.project, source.effects)
    return MetricLine(
        metric.id,
        metric.name,
        unit_line(source.speaker, metric),
        cells,
        is_proxy=relation is not None,
        badge=tr(BADGES[relation]) if relation in BADGES else "",
        is_alarm=relation == "disagrees",
        note=note_on(source.speaker.project, metric_key(metric.id)),
        remark=disagreement(metric, source.speaker.project, source.effects, source.speaker),
    )


def _reach(effects: Iterable[Effect]) -> float:
    sizes = sorted(max(map(abs, effect.interval)) for effect in effects if effect.interval is not None)
    margins = [effect.margin for effect in effects if effect.margin is not None]
    if not sizes:
        return nice_reach(max(margins, default=0.0))
    largest = sizes[-2] if len(sizes) > 2 and sizes[-1] > OUTLIER * sizes[-2] > 0 else sizes[-1]
    return nice_reach(max([largest, *(1.1 * margin for margin in margins)]))


def _cell(
    source: MatrixSource, metric: Metric, segment: str, effect: Effect | None, reach: float, missing: str
) -> CellContent:
    gate = source.safety.get((metric.id, segment))
    if effect is None or effect.candidate_value is None:
        return CellContent(metric.id, segment, why=missing)
    speaker = source.speaker
    note = note_on(speaker.project, cell_key(metric.id, segment))
    before = "" if effect.baseline is None else speaker.level_of(effect, effect.baseline)
    after = speaker.level_of(effect, effect.candidate_value)
    if gate is not None:
        before, after = _safety_levels(speaker, gate, effect, (before, after))
        word = speaker.state(gate)
        mark = MARK_OF_GATE.get(gate.state, "not_measured")
        quantity = f"gate:{gate.gate.id}|{segment}"
        bound = _bound(speaker, gate)
        return CellContent(
            metric.id, segment, before, after, second=bound, mark=mark, word=word, quantity=quantity, note=note
        )
    mark = _mark(source, effect)
    return CellContent(
        metric=metric.id,
        segment=segment,
        before=before,
        after=after,
        change=_people(source, effect) if source.counts_people else speaker.change(effect),
        bar=_bar(metric, effect, reach, mark),
        mark=mark,
        word=speaker.state(effect, source.outcome),
        quantity=f"effect:{effect.key}",
        note=note,
    )


def _people(source: MatrixSource, effect: Effect) -> str:
    """How many more or fewer a month; empty for what adds up to no people, and said where nobody stated how many."""
    estimate, _ = source.speaker.people_cell(effect, source.outcome)
    is_missing = not estimate and source.speaker.voice.is_rate(effect.metric) and effect.interval is not None
    return tr("no volume") if is_missing else estimate


def _safety_levels(speaker: Speaker, gate: GateResult, effect: Effect, plain: tuple[str, str]) -> tuple[str, str]:
    """Before and after of a safety gate: events where none may happen, small rates with the digits of their limit."""
    if not speaker.voice.is_rate(gate.metric):
        return plain
    levels = (effect.baseline, effect.candidate_value)
    if gate.gate.rule == "never_event" and not gate.is_averaged:
        sizes = (effect.n_baseline, effect.n_candidate)
        counts = [None if level is None else round(level * size) for level, size in zip(levels, sizes, strict=True)]
        texts = ["" if count is None else speaker.numbers.whole(count) for count in counts]
    else:
        texts = ["" if level is None else speaker.numbers.decimal(100 * level, 2) for level in levels]
    return texts[0], texts[1]


def _bound(speaker: Speaker, gate: GateResult) -> str:
    if gate.gate.rule == "never_event" and gate.counted_events is not None and gate.n is not None:
        counts = {"part": speaker.numbers.whole(gate.counted_events), "whole": speaker.numbers.whole(gate.n)}
        return tr("{part} of {whole}", **counts)
    if gate.bound is None:
        return ""
    metric = speaker.project.metrics.get(gate.metric)
    sign = "≥" if metric is not None and metric.better == "higher" else "≤"
    bound = typeset(limit(speaker.voice, gate.metric, gate.bound))
    return tr("true rate {sign} {bound}", sign=sign, bound=bound)


def _mark(source: MatrixSource, effect: Effect) -> Mark:
    if effect.state == "worse" and effect.key in source.accepted:
        return "accepted"
    return MARK_OF_STATE.get(effect.state, "not_measured")


def _bar(metric: Metric, effect: Effect, reach: float, mark: Mark) -> IntervalBar | None:
    if effect.interval is None:
        return None
    low, high = sorted(metric.sign * end for end in effect.interval)
    point = None if effect.difference is None else metric.sign * effect.difference
    role = mark if mark in ("better", "worse", "accepted", "no_worse") else "cannot_tell"
    return IntervalBar(reach, low, high, point, role, effect.margin)
