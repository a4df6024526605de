"""Segments as rows of the table: which of them make up the whole population, and which are only views."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

import numpy as np

from tradeoff_app.analysis.observations import BoolArray, Categories, FloatArray
from tradeoff_app.analysis.table import Table
from tradeoff_app.model.project import Project
from tradeoff_app.model.segment import EVERYONE, Segment

LARGEST_DIMENSION = 20
"""A dimension with more values than this is not offered as segments: it names things rather than groups."""

LARGEST_PARTITION = 12
"""A dimension with more values than this is not proposed as the value partition."""


TELLING = re.compile(r"segment|tier|persona|cohort|group|slice|audience")
"""Names of dimensions by which people speak of their users; they are preferred among equals."""


def segment_mask(segment: Segment, dimensions: Mapping[str, Categories], units: int) -> BoolArray:
    """Which units belong to a segment: those whose value is listed in each of its dimensions."""
    mask = np.ones(units, dtype=np.bool_)
    for name, values in segment.where.items():
        column = dimensions.get(name)
        if column is None:
            return np.zeros(units, dtype=np.bool_)
        is_wanted = np.array([*(label in values for label in column.labels), False])
        mask &= is_wanted[column.codes]
    return mask


def members_of(project: Project, table: Table) -> dict[str, BoolArray]:
    """The units of each of the project's segments, and of everyone."""
    everyone = {EVERYONE: np.ones(table.units, dtype=np.bool_)}
    named = {key: item for key, item in project.segments.items() if key != EVERYONE and item.where}
    return everyone | {key: segment_mask(item, table.dimensions, table.units) for key, item in named.items()}


def partition_ids(project: Project, members: Mapping[str, BoolArray]) -> tuple[str, ...]:
    """Ids of the value partition in the project's order; `*` alone where no partition is stated.

    A segment joins where all its dimensions are partition dimensions and none of its units is taken already.
    """
    chosen: list[Segment] = []
    for segment in project.segments.values():
        if segment.id not in members or not segment.where or not set(segment.where) <= set(project.partition):
            continue
        if all(_are_disjoint(segment, other, members) for other in chosen):
            chosen.append(segment)
    return tuple(segment.id for segment in chosen) or (EVERYONE,)


def _are_disjoint(one: Segment, other: Segment, members: Mapping[str, BoolArray]) -> bool:
    shared = set(one.where) & set(other.where)
    if any(not set(one.where[name]) & set(other.where[name]) for name in shared):
        return True
    overlap = members[one.id] & members[other.id]
    return bool(members[one.id].any() and members[other.id].any() and not overlap.any())


def view_ids(members: Mapping[str, BoolArray], partition: tuple[str, ...]) -> tuple[str, ...]:
    """Ids of the segments that are neither everyone nor part of the partition."""
    return tuple(key for key in members if key != EVERYONE and key not in partition)


def propose_partition(dimensions: Mapping[str, Categories], sizes: FloatArray | None = None) -> tuple[str, ...]:
    """The dimension that best divides the whole: 2 to 12 values, most units covered, most segments of 15 or more.

    Empty where no dimension covers at least 80 % of the units in groups of which half reach 15 units. `sizes` are the
    units of each line where lines are groups.
    """
    best: tuple[tuple[float, bool, int, int], str] | None = None
    for name, column in dimensions.items():
        known = column.codes >= 0
        weights = np.ones(len(column.codes)) if sizes is None else sizes
        counts = np.bincount(column.codes[known], weights=weights[known], minlength=len(column.labels))
        covered = float(weights[known].sum() / weights.sum()) if weights.sum() > 0 else 0.0
        large = int((counts >= 15).sum())
        if not 2 <= len(column.labels) <= LARGEST_PARTITION or covered < 0.8 or 2 * large < len(counts):
            continue
        key = (round(covered, 2), TELLING.search(name.lower()) is not None, large, -len(counts))
        if best is None or key > best[0]:
            best = (key, name)
    return (best[1],) if best else ()


def propose_segments(dimensions: Mapping[str, Categories]) -> dict[str, Segment]:
    """A segment per value of each dimension with 2 to 20 values."""
    names = [name for name, column in dimensions.items() if 2 <= len(column.labels) <= LARGEST_DIMENSION]
    return _value_segments(names, dimensions)


def _value_segments(names: list[str], dimensions: Mapping[str, Categories]) -> dict[str, Segment]:
    seen = Counter(label for column in dimensions.values() for label in column.labels)
    segments = {}
    for name in names:
        for label in dimensions[name].labels:
            is_plain = seen[label] == 1 and label != EVERYONE
            key = label if is_plain else f"{name}={label}"
            segments[key] = Segment(id=key, where={name: (label,)})
    return segments


def complete_segments(project: Project, table: Table) -> Project:
    """The project with a segment for each value that no segment names yet; the added ones are marked assumed.

    A column that the project calls a metric groups nobody, unless a segment or the partition names it. Where no
    partition is stated but segments have exposures, their dimensions become the partition.
    """
    decided = _with_implied_partition(project)
    used = {*decided.partition, *(name for segment in decided.segments.values() for name in segment.where)}
    metrics = {metric.source_name for metric in decided.metrics.values()} - used
    names = [
        name
        for name, column in table.dimensions.items()
        if name in decided.partition or (2 <= len(column.labels) <= LARGEST_DIMENSION and name not in metrics)
    ]
    if len(decided.partition) > 1:
        names = [name for name in names if name not in decided.partition]
    proposed = _value_segments(names, table.dimensions)
    added = {key: item for key, item in proposed.items() if not _is_named(item, decided)}
    added |= _missing_crossings(decided, table)
    added = {key: item for key, item in added.items() if key not in decided.segments}
    if not added:
        return decided
    paths = tuple(f"segments/{key}" for key in added if f"segments/{key}" not in decided.assumed)
    return decided.change(segments={**decided.segments, **added}, assumed=decided.assumed + paths)


def _with_implied_partition(project: Project) -> Project:
    stated = [segment for segment in project.segments.values() if segment.exposure and segment.where]
    names = tuple(dict.fromkeys(name for segment in stated for name in segment.where))
    is_open = not project.partition or project.is_assumed("partition")
    if not names or not is_open or set(names) <= set(project.partition):
        return project
    assumed = tuple(dict.fromkeys((*project.assumed, "partition")))
    return project.change(partition=names, assumed=assumed)


def _is_named(proposed: Segment, project: Project) -> bool:
    (name, (value,)) = next(iter(proposed.where.items()))
    return any(set(item.where) == {name} and value in item.where[name] for item in project.segments.values())


def _missing_crossings(project: Project, table: Table) -> dict[str, Segment]:
    """Segments for the combinations of a crossed partition that occur and belong to no segment yet."""
    names = [name for name in project.partition if name in table.dimensions]
    if len(names) < 2:
        return {}
    members = members_of(project, table)
    taken = np.zeros(table.units, dtype=np.bool_)
    for key in partition_ids(project, members):
        if key != EVERYONE:
            taken |= members[key]
    codes = np.stack([table.dimensions[name].codes for name in names])
    open_units = ~taken & (codes >= 0).all(axis=0)
    crossings = {}
    for combination in np.unique(codes[:, open_units].T, axis=0):
        labels = [table.dimensions[name].labels[code] for name, code in zip(names, combination, strict=True)]
        key = " + ".join(labels)
        where = {name: (label,) for name, label in zip(names, labels, strict=True)}
        crossings[key] = Segment(id=key, where=where)
    return crossings
