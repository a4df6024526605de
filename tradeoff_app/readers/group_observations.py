"""Numbers of groups as observations: one row per arm, group and metric, with how many units it speaks of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from tradeoff_app.analysis.observations import Categories, ColumnPart, MeasuredMetric, Observations, Rows, SourceFile
from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.model.metric import Better, MetricType
from tradeoff_app.readers.aggregates import GroupArm, GroupNumber, Groups, ReadMetric, has_spread_of_rate
from tradeoff_app.readers.arms import ReadFile
from tradeoff_app.readers.name_words import find_unit, suggest_better, suggests_duration, suggests_money
from tradeoff_app.readers.source import Source

TRIAL_WORDS = frozenset({"control", "treatment", "holdout"})
EVERYONE = "everyone"


def observe_groups(
    groups: Groups, sources: Sequence[Source], files: Sequence[ReadFile], mapping: ColumnMapping
) -> Observations:
    """The canonical aggregates (run, segment, metric, n, mean, sd) as rows; a group plays the part of a unit."""
    flat = [(position, number) for position, arm in enumerate(groups.arms) for number in arm.numbers]
    known = {_label(number): number.group for _, number in flat}
    labels = sorted(known)
    names = list(dict.fromkeys(number.metric for _, number in flat))
    is_trial = len(groups.arms) > 1 and any(set(arm.arm.name.lower().split()) & TRIAL_WORDS for arm in groups.arms)
    rows = Rows(
        arm=np.array([position for position, _ in flat], dtype=np.int64),
        unit=np.array([labels.index(_label(number)) for _, number in flat], dtype=np.int64),
        repeat=np.ones(len(flat), dtype=np.int64),
        rater=np.full(len(flat), -1, dtype=np.int64),
        metric=np.array([names.index(number.metric) for _, number in flat], dtype=np.int64),
        value=np.array([number.mean for _, number in flat], dtype=np.float64),
        status=np.zeros(len(flat), dtype=np.int64),
        n=np.array([number.n for _, number in flat], dtype=np.float64),
        sd=np.array([number.sd for _, number in flat], dtype=np.float64),
    )
    read = {metric.name: metric for metric in groups.metrics}
    dimensions = {
        name: Categories.from_texts([dict(known[label]).get(name) for label in labels]) for name in groups.dimensions
    }
    problems = [problem for file in files for table in file.tables for problem in table.problems]
    return Observations(
        arms=tuple(arm.arm.name for arm in groups.arms),
        units=tuple(labels),
        metrics=tuple(
            _measured(name, read.get(name) or _named_in_cells(name, groups), mapping, is_trial=is_trial)
            for name in names
        ),
        rows=rows,
        dimensions=dimensions,
        files=tuple(_describe(source, number, groups.arms) for number, source in enumerate(sources)),
        problems=tuple(
            dict.fromkeys(
                problem if problem.file else replace(problem, file=sources[0].name)
                for problem in (*problems, *groups.arrangement.problems, *groups.problems)
            )
        ),
        randomised=is_trial,
        pairing="unpaired",
        columns=tuple(ColumnPart(name, "segment") for name in groups.dimensions),
    )


def _label(number: GroupNumber) -> str:
    return " · ".join(f"{name}={label}" for name, label in number.group) or EVERYONE


def _named_in_cells(name: str, groups: Groups) -> ReadMetric:
    """A metric that a column of names holds beside others: whether it is a rate is seen in its own numbers."""
    mine = [number for arm in groups.arms for number in arm.numbers if number.metric == name]
    mean, sd, n = (np.array([getattr(number, part) for number in mine]) for part in ("mean", "sd", "n"))
    return replace(groups.metrics[0], name=name, is_rate=has_spread_of_rate(mean, sd, n))


def _measured(name: str, metric: ReadMetric, mapping: ColumnMapping, *, is_trial: bool) -> MeasuredMetric:
    """Type and direction as stated, else as the name and the numbers suggest."""
    stated = next((item for item in mapping.metrics if item.column in (name, metric.column.name)), None)
    kind: MetricType = "binary" if metric.is_rate else "continuous"
    if not metric.is_rate and (metric.column.currency is not None or suggests_money(name)):
        kind = "money"
    elif not metric.is_rate and suggests_duration(name):
        kind = "duration"
    better: Better = suggest_better(name)[0]
    hint = metric.column.hint.better if metric.column.hint else None
    assumed = [] if stated and stated.type else ["type"]
    if hint is None and not (stated and stated.better):
        assumed.append("better")
    return MeasuredMetric(
        name=name,
        type=(stated.type if stated else None) or kind,
        better=(stated.better if stated else None) or hint or better,
        scale=(0.0, 1.0) if metric.is_rate else None,
        unit=find_unit(name) or metric.column.currency,
        tier="ab" if is_trial else "automated",
        assumed=tuple(assumed),
    )


def _describe(source: Source, number: int, arms: Sequence[GroupArm]) -> SourceFile:
    """What a file contributed; `units` are those that its groups hold."""
    mine = [arm for arm in arms if arm.arm.file == number]
    table = (mine or list(arms))[0].arm.table
    is_only = len(mine) == 1
    return SourceFile(
        file=source.name,
        sha256=source.sha256,
        bytes=source.size,
        format=table.format,
        format_version=table.format_version,
        arm=mine[0].arm.name if is_only else None,
        model=table.model if is_only else None,
        created=table.created,
        rows=sum(arm.rows for arm in mine),
        units=sum(_units(arm) for arm in mine),
        error_rows=0,
        error_units=0,
        tool_version=table.tool_version,
        judge=table.judge,
    )


def _units(arm: GroupArm) -> int:
    """Units over the groups: of the metric that has most in each, because metrics share their units."""
    sums: dict[tuple[tuple[tuple[str, str], ...], str], float] = {}
    for number in arm.numbers:
        sums[number.group, number.metric] = sums.get((number.group, number.metric), 0.0) + number.n
    largest: dict[tuple[tuple[str, str], ...], float] = {}
    for (group, _), n in sums.items():
        largest[group] = max(n, largest.get(group, 0.0))
    return round(sum(largest.values()))
