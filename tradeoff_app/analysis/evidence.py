"""The anonymous numbers that everything else reads: units by arm by metric, their segments, what follows at once."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from tradeoff_app.analysis.aggregate_cells import (
    aggregate_findings,
    aggregate_levels,
    draw_aggregates,
    measure_aggregates,
    unpaired,
)
from tradeoff_app.analysis.cells import FEWEST_CHANGING, Cell, CellKey, effect_error, measure_cells, measure_levels
from tradeoff_app.analysis.checks import Finding
from tradeoff_app.analysis.clusters import SharedClusters, share_clusters
from tradeoff_app.analysis.differences import Difference
from tradeoff_app.analysis.effects import Effect
from tradeoff_app.analysis.hashes import CellHashes, evidence_hash, policy_text
from tradeoff_app.analysis.kinds import check_kinds
from tradeoff_app.analysis.memo import Memo
from tradeoff_app.analysis.observations import BoolArray, Observations
from tradeoff_app.analysis.pairing import Pairing, match_units, pairing_findings
from tradeoff_app.analysis.partition import complete_segments, members_of, partition_ids, view_ids
from tradeoff_app.analysis.parts import Parts
from tradeoff_app.analysis.rates import Level
from tradeoff_app.analysis.replicates import UNCAPPED, Draws, draw_levels
from tradeoff_app.analysis.shrinkage import shrink_cells
from tradeoff_app.analysis.soundness import check_evidence, look_findings, ratio_findings
from tradeoff_app.analysis.status_rows import settle_statuses, status_findings
from tradeoff_app.analysis.table import EvidenceSource, Table, make_source
from tradeoff_app.model.project import Project
from tradeoff_app.model.segment import EVERYONE

__all__ = [
    "Draws",
    "Evidence",
    "EvidenceSource",
    "Grade",
    "Pairing",
    "Table",
    "build_evidence",
    "evidence_from_table",
    "evidence_key",
]

Grade = Literal["randomised_ab", "paired_replay", "unpaired_offline", "before_after", "human_panel", "aggregates_only"]


@dataclass(frozen=True)
class Evidence:
    """What the numbers say before any weight: per-cell effects (raw, not judged against margins) and replicates.

    `members[segment]` is the boolean row mask of each segment (partition segments, views, and `*`).
    `partition` lists the ids of the value partition in order ((`*`,) when there is none). `cells` of `*` pool all
    units as they come; the exposure-weighted population effect is made by `evaluate`. `differences` keeps the interval
    behind each cell, `levels` each arm's own level, `shared_clusters` what clusters across segments imply. Reference
    arms have levels and nothing else: `table` is without them, `source` with them.
    """

    table: Table
    members: Mapping[str, BoolArray]
    partition: tuple[str, ...]
    views: tuple[str, ...]
    pairings: Mapping[str, Pairing]
    grade: Grade
    findings: tuple[Finding, ...]
    cells: Mapping[CellKey, Effect]
    draws: Draws
    hash: str
    cell_hashes: Mapping[CellKey, str]
    source: EvidenceSource
    differences: Mapping[CellKey, Difference] = field(default_factory=dict)
    levels: Mapping[CellKey, Level] = field(default_factory=dict)
    shared_clusters: Mapping[tuple[str, str], SharedClusters] = field(default_factory=dict)
    memo: Memo = field(default_factory=Memo, repr=False, compare=False)


def build_evidence(observations: Observations, project: Project) -> Evidence:
    """Evidence of observations under the project's metrics, status policies, segments and pairing."""
    return evidence_from_table(make_source(observations, project), project)


def evidence_from_table(source: EvidenceSource, project: Project) -> Evidence:
    """The same evidence from the anonymous table alone, to the last digit."""
    source = settle_statuses(source.keep_metrics(project), project)
    judged = replace(source, table=source.table.without_arms(project.references))
    table = judged.table
    check_kinds(table, project.metrics)
    decided = complete_segments(project, table)
    members = members_of(decided, table)
    partition = partition_ids(decided, members)
    parts = Parts(table, members)
    made = (
        _measure_groups(judged, decided, members, partition)
        if table.aggregates is not None
        else _measure_units(judged, decided, members, partition, parts)
    )
    effects = _note_small_samples(shrink_cells(made.effects(), partition), made.draws.small_sample)
    return Evidence(
        table=table,
        members=members,
        partition=partition,
        views=view_ids(members, partition),
        pairings=made.pairings,
        grade="aggregates_only" if table.aggregates is not None else _grade(source, decided, made.pairings),
        findings=(*source.findings, *status_findings(source, project), *made.findings),
        cells=effects,
        draws=made.draws,
        hash=evidence_hash(judged, decided.metrics),
        cell_hashes=CellHashes(table, decided.metrics, members),
        source=source,
        differences={key: cell.difference for key, cell in made.cells.items() if cell.difference is not None},
        levels=_measure_levels(source.table, decided, members, parts),
        shared_clusters=made.shared_clusters,
    )


def _measure_levels(
    table: Table, project: Project, members: Mapping[str, BoolArray], parts: Parts
) -> Mapping[CellKey, Level]:
    """Levels of all arms, those shown for reference among them; `parts` are the segments of those that are judged."""
    if table.aggregates is not None:
        return aggregate_levels(table, project.metrics, members)
    return measure_levels(table, project.metrics, parts if parts.table is table else Parts(table, members))


@dataclass(frozen=True)
class _Measured:
    """What the table alone gives, before segments borrow from each other."""

    pairings: Mapping[str, Pairing]
    cells: Mapping[CellKey, Cell]
    draws: Draws
    findings: list[Finding]
    shared_clusters: Mapping[tuple[str, str], SharedClusters] = field(default_factory=dict)

    def effects(self) -> dict[CellKey, Effect]:
        return {key: cell.effect for key, cell in self.cells.items()}


def _measure_units(
    source: EvidenceSource,
    project: Project,
    members: Mapping[str, BoolArray],
    partition: tuple[str, ...],
    parts: Parts,
) -> _Measured:
    table, metrics = source.table, project.metrics
    choice = source.pairing if project.pairing == "auto" else project.pairing
    pairings = {table.arms[arm]: match_units(table, arm, choice) for arm in range(1, len(table.arms))}
    cells = measure_cells(table, metrics, parts, pairings, project.planned_looks)
    capped = {metric.id for metric in metrics.values() if metric.winsorise is not None}
    places = _draw_places({key: cell.effect for key, cell in cells.items()}, partition, capped)
    draws = draw_levels(table, metrics, pairings, places, members, parts, project.seed, project.replicates)
    findings = []
    for candidate, pairing in pairings.items():
        findings += pairing_findings(candidate, pairing, randomised=source.randomised)
    findings += check_evidence(source, project, members, partition, pairings)
    findings += _few_changing(cells)
    shared = share_clusters(table, metrics, members, partition, pairings, project.planned_looks)
    return _Measured(pairings, cells, replace(draws, small_sample=_small_samples(draws, cells)), findings, shared)


def _measure_groups(
    source: EvidenceSource, project: Project, members: Mapping[str, BoolArray], partition: tuple[str, ...]
) -> _Measured:
    """Numbers of groups: unpaired, no clusters, metrics independent of each other."""
    table, metrics = source.table, project.metrics
    pairings = {table.arms[arm]: unpaired(table, arm) for arm in range(1, len(table.arms))}
    cells = measure_aggregates(table, metrics, members, project.planned_looks)
    places = _draw_places({key: cell.effect for key, cell in cells.items()}, partition, ())
    draws = draw_aggregates(table, metrics, places, members, project.seed, project.replicates)
    findings = [*ratio_findings(source), *aggregate_findings(table, project, members, partition)]
    return _Measured(pairings, cells, draws, [*findings, *look_findings(project)])


def evidence_key(project: Project) -> tuple[object, ...]:
    """What evidence depends on besides the rows: where this is unchanged, evidence need not be built again."""
    metrics = tuple(
        (metric.id, metric.source_name, policy_text(metric), project.role_of(metric.id) == "safety_gate")
        for metric in project.metrics.values()
    )
    segments = tuple((segment.id, tuple(segment.where.items())) for segment in project.segments.values())
    looks = (project.looks, project.planned_units)
    references = tuple(project.references)
    return (metrics, segments, project.partition, project.pairing, project.seed, project.replicates, looks, references)


def _draw_places(
    effects: Mapping[CellKey, Effect], partition: tuple[str, ...], capped: Collection[str]
) -> list[tuple[str, str]]:
    """Metric and segment of each column of the draws: the partition, or `*` for a metric measured nowhere in it.

    Capped metrics come twice: as they are shown, and as they are.
    """
    metrics = dict.fromkeys(metric for metric, _, _ in effects)
    measured = {(metric, segment) for (metric, segment, _), effect in effects.items() if effect.difference is not None}
    places = []
    for metric in metrics:
        inside = [(metric, segment) for segment in partition if (metric, segment) in measured]
        places += inside or [place for place in [(metric, EVERYONE)] if place in measured]
    return places + [(f"{UNCAPPED}{metric}", segment) for metric, segment in places if metric in capped]


def _few_changing(cells: Mapping[CellKey, Cell]) -> list[Finding]:
    """A warning for each clustered rate of which few clusters show any change: its interval may be too narrow."""
    fewest: dict[tuple[str, str], int] = {}
    for (metric, segment, _), cell in cells.items():
        count = None if cell.difference is None else cell.difference.changing
        if count is not None and cell.effect.interval is not None:
            fewest[metric, segment] = min(count, fewest.get((metric, segment), count))
    return [
        Finding("few_changing_clusters", "warn", metric, segment, {"count": count})
        for (metric, segment), count in fewest.items()
        if count < FEWEST_CHANGING
    ]


def _small_samples(draws: Draws, cells: Mapping[CellKey, Cell]) -> tuple[tuple[str, str], ...]:
    """Cells whose replicates spread more than 12 % wider or narrower than the interval shown (decision-model, 3c.5)."""
    noted = []
    for metric, segment in (key for key in draws.keys if not key[0].startswith(UNCAPPED)):
        for candidate in draws.arms[1:]:
            cell = cells[metric, segment, candidate]
            shown = effect_error(cell.effect)
            if shown and cell.difference is not None:
                shown /= cell.difference.stretch
            spread = float(draws.effect(candidate, metric, segment).std(ddof=1))
            if shown and abs(spread / shown - 1) > 0.12 and (metric, segment) not in noted:
                noted.append((metric, segment))
    return tuple(noted)


def _note_small_samples(
    effects: Mapping[CellKey, Effect], places: tuple[tuple[str, str], ...]
) -> dict[CellKey, Effect]:
    noted = set(places)
    return {
        key: replace(effect, note="small_sample") if key[:2] in noted and effect.note is None else effect
        for key, effect in effects.items()
    }


def _grade(source: EvidenceSource, project: Project, pairings: Mapping[str, Pairing]) -> Grade:
    if source.randomised:
        return "randomised_ab"
    tiers = {project.metrics[metric].tier for metric in source.table.metrics}
    if tiers == {"human"}:
        return "human_panel"
    is_paired = all(pairing.mode == "paired" for pairing in pairings.values())
    return "paired_replay" if is_paired else "unpaired_offline"
