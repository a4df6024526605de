"""The anonymous numeric table: units by arm by metric after the status policies, without ids and without text."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, TypeVar

import numpy as np

from tradeoff_app.analysis.aggregates import Aggregates, collect_aggregates
from tradeoff_app.analysis.agreement import Ratings
from tradeoff_app.analysis.checks import Finding
from tradeoff_app.analysis.matched_units import MatchedUnits, describe_match
from tradeoff_app.analysis.observations import (
    BoolArray,
    Categories,
    FloatArray,
    IntArray,
    Observations,
    SourceFile,
)
from tradeoff_app.analysis.rater_agreement import agreement_findings, collect_ratings
from tradeoff_app.analysis.samples import dense_numbers
from tradeoff_app.analysis.status_rows import StatusRows, collect_status_rows, join_status_rows, settle_statuses
from tradeoff_app.analysis.unit_layers import count_duplicates, make_layers, row_denominators, unit_status
from tradeoff_app.model.metric import Metric
from tradeoff_app.model.project import Project

PairingChoice = Literal["auto", "paired", "unpaired"]


@dataclass(frozen=True)
class Table:
    """One line per unit, without ids or text, in a fixed order (units sorted by id before the ids were dropped).

    `values[m, a, u]`: mean over the unit's rows after the status policy, NaN where missing.
    `status[a, u]`: code of the row status that weighs most (0 ok). `present[a, u]`: the unit has rows in that arm.
    `missing[m, a, u]`: the unit had a row for this metric but no number came of it (None: nowhere); a NaN without
    it means that the metric does not apply to the unit.
    `den[metric][a, u]`: mean denominator of the unit's scored rows where `values` holds numerators (a ratio metric).
    `aggregates`: the files hold numbers of groups; each line is a group, and `values` is empty, because no unit is
    known.
    """

    arms: tuple[str, ...]
    metrics: tuple[str, ...]
    dimensions: Mapping[str, Categories]
    cluster: IntArray | None
    weight: FloatArray | None
    values: FloatArray
    status: IntArray
    present: BoolArray
    missing: BoolArray | None = None
    den: Mapping[str, FloatArray] = field(default_factory=dict)
    aggregates: Aggregates | None = None

    @property
    def units(self) -> int:
        """Number of lines."""
        return int(self.values.shape[2])

    def without_arms(self, names: Collection[str]) -> Table:
        """The table without these arms; the baseline always stays."""
        kept = [index for index, arm in enumerate(self.arms) if index == 0 or arm not in names]
        if len(kept) == len(self.arms):
            return self
        return replace(
            self,
            arms=tuple(self.arms[index] for index in kept),
            values=self.values[:, kept],
            status=self.status[kept],
            present=self.present[kept],
            missing=None if self.missing is None else self.missing[:, kept],
            den={metric: den[kept] for metric, den in self.den.items()},
            aggregates=None if self.aggregates is None else self.aggregates.take(arms=kept),
        )

    def part(self, lines: BoolArray) -> Table:
        """The lines of a mask, side by side in memory, with their clusters numbered from 0 in the old order."""
        return self if lines.all() else self.parts([lines])[0]

    def parts(self, masks: Sequence[BoolArray]) -> list[Table]:
        """The same of several masks at once: each line of values is then fetched only once."""
        places = [np.flatnonzero(lines) for lines in masks]
        values, status = _take_each(self.values, places), _take_each(self.status, places)
        present = _take_each(self.present, places)
        missing = None if self.missing is None else _take_each(self.missing, places)
        dens = {metric: _take_each(den, places) for metric, den in self.den.items()}
        return [
            replace(
                self,
                dimensions={name: Categories(c.labels, c.codes[mine]) for name, c in self.dimensions.items()},
                cluster=None if self.cluster is None else dense_numbers(self.cluster[mine]),
                weight=None if self.weight is None else self.weight[mine],
                values=values[number],
                status=status[number],
                present=present[number],
                missing=None if missing is None else missing[number],
                den={metric: parts[number] for metric, parts in dens.items()},
            )
            for number, mine in enumerate(places)
        ]

    def size(self, members: BoolArray) -> int:
        """Units in some lines: the lines themselves, or what the groups hold, over all arms."""
        if self.aggregates is None:
            return int(members.sum())
        return sum(self.aggregates.units(arm, members) for arm in range(len(self.arms)))

    def scored(self, metric: int, arm: int) -> int:
        """Units with a value of a metric in an arm; in groups those that the groups hold."""
        if self.aggregates is None:
            return int(np.count_nonzero(~np.isnan(self.values[metric, arm])))
        return round(float(self.aggregates.n[metric, arm].sum()))

    def denominators(self, metric: Metric, arm: int) -> FloatArray | None:
        """Denominator of each unit where the metric is a ratio and the files gave any; None: each unit counts 1."""
        known = self.den.get(metric.id) if metric.type == "ratio" else None
        return None if known is None else known[arm]


Array = TypeVar("Array", FloatArray, IntArray, BoolArray)


def _take_each(array: Array, places: Sequence[IntArray]) -> list[Array]:
    """The places of the last axis, for each list of them, one line after the other."""
    taken = [np.empty((*array.shape[:-1], len(mine)), dtype=array.dtype) for mine in places]
    for line in np.ndindex(array.shape[:-1]):
        for mine, own in zip(places, taken, strict=True):
            np.take(array[line], mine, out=own[line], mode="clip")
    return taken


@dataclass(frozen=True)
class EvidenceSource:
    """All that evidence is made of, and all that a project file keeps of the rows.

    `findings` were made while the files were read. `ratings` are the counts of each metric that several people rated.
    `status_rows` are what the table's values are made of where rows ended without a plain answer. `match` says how the
    units were matched; None where there are no ids, or where an older version of the program made the file.
    """

    table: Table
    pairing: PairingChoice = "auto"
    randomised: bool = False
    findings: tuple[Finding, ...] = ()
    ratings: Mapping[str, Ratings] = field(default_factory=dict)
    status_rows: StatusRows | None = None
    match: MatchedUnits | None = None

    def keep_metrics(self, project: Project) -> EvidenceSource:
        """The source with the table's metrics that the project knows."""
        kept = [index for index, name in enumerate(self.table.metrics) if name in project.metrics]
        if len(kept) == len(self.table.metrics):
            return self
        table = replace(
            self.table,
            metrics=tuple(self.table.metrics[index] for index in kept),
            values=self.table.values[kept],
            missing=None if self.table.missing is None else self.table.missing[kept],
            den={name: den for name, den in self.table.den.items() if name in project.metrics},
            aggregates=None if self.table.aggregates is None else self.table.aggregates.take(metrics=kept),
        )
        rows = None if self.status_rows is None else self.status_rows.keep_metrics(kept)
        return replace(self, table=table, status_rows=rows)


def make_source(observations: Observations, project: Project) -> EvidenceSource:
    """The table of a project's metrics with the status policies applied; metrics no file has are left out."""
    if observations.are_aggregates:
        return _make_group_source(observations, project)
    known = [metric for metric in project.metrics.values() if _is_measured(metric, observations)]
    order, line = _sorted_lines(observations)
    positions = [observations.metric_index(metric.source_name) for metric in known]
    layers = make_layers(observations, positions, line)
    status, present = unit_status(observations, line)
    table = Table(
        arms=observations.arms,
        metrics=tuple(metric.id for metric in known),
        dimensions={name: Categories(c.labels, c.codes[order]) for name, c in observations.dimensions.items()},
        cluster=_anonymous_clusters(observations.cluster, order),
        weight=None if observations.weight is None else observations.weight[order],
        values=layers.values,
        status=status,
        present=present,
        missing=layers.missing,
        den={known[place].id: den for place, den in layers.den.items()},
    )
    judged = tuple(file for file in observations.files if file.arm not in project.references)
    findings = _file_findings(judged, observations.arms)
    findings += _duplicate_findings(observations)
    findings += _prompt_findings(observations, project)
    rated = collect_ratings(observations, project)
    findings += agreement_findings(rated, project)
    kept = _collect_statuses(known, observations, line)
    source = EvidenceSource(
        table,
        observations.pairing,
        observations.randomised,
        tuple(findings),
        rated,
        kept,
        describe_match(observations),
    )
    return settle_statuses(source, project)


def _make_group_source(observations: Observations, project: Project) -> EvidenceSource:
    """The same for files that hold numbers of groups: one line per group."""
    known = [metric for metric in project.metrics.values() if _is_measured(metric, observations)]
    count, arms = len(observations.units), len(observations.arms)
    order, line = _sorted_lines(observations)
    positions = [observations.metric_index(metric.source_name) for metric in known]
    _, present = unit_status(observations, line)
    table = Table(
        arms=observations.arms,
        metrics=tuple(metric.id for metric in known),
        dimensions={name: Categories(c.labels, c.codes[order]) for name, c in observations.dimensions.items()},
        cluster=None,
        weight=None,
        values=np.full((len(known), arms, count), np.nan),
        status=np.zeros((arms, count), dtype=np.int64),
        present=present,
        aggregates=collect_aggregates(observations.rows, positions, (arms, count), line),
    )
    judged = tuple(file for file in observations.files if file.arm not in project.references)
    findings = tuple(_file_findings(judged, observations.arms))
    return EvidenceSource(table, "unpaired", observations.randomised, findings)


def _sorted_lines(observations: Observations) -> tuple[IntArray, IntArray]:
    """The unit on each line of the table, and the line of each unit."""
    units = observations.units
    if sorted(units) == list(units):
        return np.arange(len(units)), np.arange(len(units))
    order = np.array(sorted(range(len(units)), key=tuple(units).__getitem__), dtype=np.int64)
    line = np.empty(len(order), dtype=np.int64)
    line[order] = np.arange(len(order))
    return order, line


def _is_measured(metric: Metric, observations: Observations) -> bool:
    return any(measured.name == metric.source_name for measured in observations.metrics)


def _collect_statuses(known: Sequence[Metric], observations: Observations, line: IntArray) -> StatusRows | None:
    """What the rows without a plain answer come to, per metric and unit of the table."""
    rows = observations.rows
    if not (rows.status if rows.wide is None else rows.wide.status).any():
        return None
    shape = (len(observations.arms), len(observations.units))
    parts = []
    for position, metric in enumerate(known):
        mine = rows.of_metric(observations.metric_index(metric.source_name))
        every = np.ones(len(mine.value), dtype=np.bool_)
        parts.append(collect_status_rows(mine, position, every, row_denominators(mine, every), shape, line))
    return join_status_rows(parts)


def _anonymous_clusters(cluster: Categories | None, order: IntArray) -> IntArray | None:
    """Cluster numbers in the order of first appearance; a unit without a cluster is one of its own."""
    if cluster is None:
        return None
    codes = cluster.codes[order].copy()
    alone = codes < 0
    codes[alone] = len(cluster.labels) + np.arange(int(alone.sum()))
    _, first, inverse = np.unique(codes, return_index=True, return_inverse=True)
    rank = np.empty(len(first), dtype=np.int64)
    rank[np.argsort(first)] = np.arange(len(first))
    return rank[inverse]


def _file_findings(files: tuple[SourceFile, ...], arms: tuple[str, ...]) -> list[Finding]:
    """A judge that differs between the arms is fatal; a file format that differs is only said."""
    findings = []
    baseline = [file for file in files if file.arm == arms[0]]
    others = [file for file in files if file.arm != arms[0]]
    judges = {file.judge for file in baseline if file.judge}, {file.judge for file in others if file.judge}
    if all(judges) and judges[0] != judges[1]:
        values = {"before": sorted(judges[0]), "after": sorted(judges[1])}
        findings.append(Finding("judge_changed", "fatal", values=values))
    formats = {file.format for file in baseline}, {file.format for file in others}
    if all(formats) and formats[0] != formats[1]:
        values = {"before": sorted(formats[0]), "after": sorted(formats[1])}
        findings.append(Finding("format_changed", "warn", values=values))
    return findings


def _prompt_findings(observations: Observations, project: Project) -> list[Finding]:
    """Whether each candidate was asked what the baseline was asked; nothing where the files do not say."""
    return [
        Finding(
            "prompt_changed",
            "info" if match.differing else "ok",
            values={"candidate": arm, "differing": match.differing, "count": match.units},
        )
        for arm, match in observations.prompts.items()
        if arm not in project.references
    ]


def _duplicate_findings(observations: Observations) -> list[Finding]:
    """Rows that tell the same thing again: they are averaged like repeats, and said."""
    count = count_duplicates(observations)
    return [Finding("duplicate_rows", "warn", values={"count": count})] if count else []
