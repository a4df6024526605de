"""What new data changed: files, units, metrics, segments, states, and acceptances that speak of earlier numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np

from tradeoff_app.analysis.effects import Effect
from tradeoff_app.analysis.evidence import Evidence
from tradeoff_app.analysis.gates import GateResult
from tradeoff_app.analysis.observations import Observations
from tradeoff_app.analysis.outcome import Outcome
from tradeoff_app.analysis.reading import Reading, read_scenario
from tradeoff_app.analysis.table import Table
from tradeoff_app.model.project import Project, Source
from tradeoff_app.model.segment import EVERYONE


@dataclass(frozen=True)
class DataVersion:
    """A project with one version of its data and what follows from it; `rows` where the files are at hand."""

    project: Project
    evidence: Evidence
    outcome: Outcome
    rows: Observations | None = None


@dataclass(frozen=True)
class FileChange:
    """One file of an arm before and after the update; None where there was none, or is none any more."""

    arm: str | None
    before: Source | None
    after: Source | None

    @property
    def is_same(self) -> bool:
        """Whether both hold the same bytes."""
        return self.before is not None and self.after is not None and self.before.sha256 == self.after.sha256


@dataclass(frozen=True)
class UnitChange:
    """Units of one arm; `added` and `removed` are None where the ids of one side are not kept (`why`)."""

    arm: str
    before: int
    after: int
    added: int | None = None
    removed: int | None = None
    why: str | None = None


@dataclass(frozen=True)
class ItemChange:
    """A metric or segment that came or went; `decisions` are the paths of what is decided on it, which is kept."""

    kind: Literal["metric", "segment"]
    item: str
    is_new: bool
    decisions: tuple[str, ...] = ()


@dataclass(frozen=True)
class EffectChange:
    """An effect whose state is another than before; None where it was not measured at all."""

    metric: str
    segment: str
    candidate: str
    before: Effect | None
    after: Effect | None


@dataclass(frozen=True)
class GateChange:
    """A gate whose state is another than before."""

    before: GateResult
    after: GateResult


@dataclass(frozen=True)
class StaleAcceptance:
    """An acceptance of a scenario that speaks of numbers which changed."""

    scenario: str
    metric: str
    segment: str


@dataclass(frozen=True)
class EvidenceChanges:
    """Everything that an update of the data changed; `looks` and `recommendations` are (before, after)."""

    files: tuple[FileChange, ...]
    units: tuple[UnitChange, ...]
    items: tuple[ItemChange, ...]
    effects: tuple[EffectChange, ...]
    gates: tuple[GateChange, ...]
    stale: tuple[StaleAcceptance, ...]
    looks: tuple[int, int]
    recommendations: tuple[str, str]
    is_same_data: bool = False


def compare_evidence(before: DataVersion, after: DataVersion) -> EvidenceChanges:
    """What changed between two versions of one project's data; a pure function."""
    return EvidenceChanges(
        files=tuple(_files(before.project, after.project)),
        units=tuple(_units(before, after)),
        items=(*_metrics(before, after), *_segments(before, after)),
        effects=tuple(_effects(before.outcome, after.outcome)),
        gates=tuple(_gates(before.outcome, after.outcome)),
        stale=tuple(_stale(before, after)),
        looks=(before.project.looks, after.project.looks),
        recommendations=(before.outcome.verdict.recommendation, after.outcome.verdict.recommendation),
        is_same_data=before.evidence.hash == after.evidence.hash,
    )


def _files(before: Project, after: Project) -> Iterator[FileChange]:
    """Files of the same arm face each other in their order."""
    arms = dict.fromkeys(source.arm for project in (before, after) for source in project.sources.values())
    for arm in arms:
        old = [source for source in before.sources.values() if source.arm == arm]
        new = [source for source in after.sources.values() if source.arm == arm]
        for index in range(max(len(old), len(new))):
            yield FileChange(arm, *(side[index] if index < len(side) else None for side in (old, new)))


def _units(before: DataVersion, after: DataVersion) -> Iterator[UnitChange]:
    tables = before.evidence.table, after.evidence.table
    for arm in dict.fromkeys((*tables[0].arms, *tables[1].arms)):
        counts = [_size(table, arm) for table in tables]
        ids = [_ids(version.rows, arm) for version in (before, after)]
        if ids[0] is None or ids[1] is None:
            yield UnitChange(arm, counts[0], counts[1], why="ids_not_kept")
        else:
            yield UnitChange(arm, counts[0], counts[1], len(ids[1] - ids[0]), len(ids[0] - ids[1]))


def _size(table: Table, arm: str) -> int:
    """Units of an arm; those that its groups hold where the files hold groups."""
    if arm not in table.arms:
        return 0
    place = table.arms.index(arm)
    if table.aggregates is not None:
        return table.aggregates.units(place, table.present[place])
    return int(table.present[place].sum())


def _ids(rows: Observations | None, arm: str) -> set[str] | None:
    """Ids of an arm's units; None where the rows are not at hand, or hold groups."""
    if rows is None or rows.are_aggregates:
        return None
    if arm not in rows.arms:
        return set()
    mine = np.unique(rows.rows.unit[rows.rows.arm == rows.arms.index(arm)])
    return {rows.units[unit] for unit in mine}


def _metrics(before: DataVersion, after: DataVersion) -> Iterator[ItemChange]:
    old, new = before.evidence.table.metrics, after.evidence.table.metrics
    for metric in new:
        if metric not in old:
            yield ItemChange("metric", metric, is_new=True)
    for metric in old:
        if metric not in new:
            yield ItemChange("metric", metric, is_new=False, decisions=decisions_on(after.project, metric=metric))


def _segments(before: DataVersion, after: DataVersion) -> Iterator[ItemChange]:
    old, new = _populated(before.evidence), _populated(after.evidence)
    for segment in new:
        if segment not in old:
            yield ItemChange("segment", segment, is_new=True)
    for segment in old:
        if segment not in new:
            yield ItemChange("segment", segment, is_new=False, decisions=decisions_on(after.project, segment=segment))


def _populated(evidence: Evidence) -> list[str]:
    """Segments that hold any unit."""
    return [key for key, mask in evidence.members.items() if key != EVERYONE and bool(mask.any())]


def decisions_on(project: Project, *, metric: str | None = None, segment: str | None = None) -> tuple[str, ...]:
    """Paths of the gates, money, weights and answers that name a metric or a segment."""

    def is_meant(one: str, other: str) -> bool:
        return one == metric if metric is not None else other == segment

    found = [f"gates/{gate.id}" for gate in project.gates.values() if is_meant(gate.metric, gate.segment)]
    for name, scenario in project.scenarios.items():
        base = f"scenarios/{name}"
        found += [f"{base}/money/{key}" for key, item in scenario.money.items() if is_meant(item.metric, item.segment)]
        found += [f"{base}/swing/{key}" for key in scenario.swing if is_meant(key, "")]
        found += [f"{base}/segment_weights/{key}" for key in scenario.segment_weights if is_meant("", key)]
        found += [f"{base}/rollout/{key}" for key in scenario.rollout if is_meant("", key)]
        answers = scenario.regressions.items()
        found += [f"{base}/regressions/{key}" for key, item in answers if is_meant(item.metric, item.segment)]
    stated = project.segments.get(segment or "")
    if stated is not None and stated.exposure:
        found.append(f"segments/{segment}/exposure")
    return tuple(found)


def _effects(before: Outcome, after: Outcome) -> Iterator[EffectChange]:
    """Effects that both versions could have; a metric or segment that came or went is said on its own."""
    old = {(effect.metric, effect.segment, effect.candidate): effect for effect in before.effects}
    for new in after.effects:
        known = old.get((new.metric, new.segment, new.candidate))
        if known is not None and known.state != new.state:
            yield EffectChange(new.metric, new.segment, new.candidate, known, new)


def _gates(before: Outcome, after: Outcome) -> Iterator[GateChange]:
    old = {(result.gate.id, result.segment): result for result in before.gates}
    for new in after.gates:
        known = old.get((new.gate.id, new.segment))
        if known is not None and known.state != new.state:
            yield GateChange(known, new)


def _stale(before: DataVersion, after: DataVersion) -> Iterator[StaleAcceptance]:
    """Acceptances that spoke of the earlier numbers and do not speak of the new ones."""
    for name, scenario in after.project.scenarios.items():
        old = read_scenario(before.project, before.project.scenarios.get(name, scenario), before.evidence)
        new = read_scenario(after.project, scenario, after.evidence)
        for response in scenario.regressions.values():
            place = response.metric, response.segment
            was_valid = response.action == "accept" and response.evidence_hash is not None
            if was_valid and response.evidence_hash == _hash(old, *place) != _hash(new, *place):
                yield StaleAcceptance(name, *place)


def _hash(reading: Reading, metric: str, segment: str) -> str | None:
    """The fingerprint of a cell; None where a segment of that name is not there."""
    return reading.evidence_hash(metric, segment) if segment in reading.evidence.members else None
