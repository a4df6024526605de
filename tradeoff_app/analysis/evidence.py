"""The anonymous numbers that everything else reads: units by arm by metric, their segments, and what follows at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from tradeoff_app.analysis.checks import Finding
from tradeoff_app.analysis.effects import Effect
from tradeoff_app.analysis.observations import BoolArray, Categories, FloatArray, IntArray

Grade = Literal["randomised_ab", "paired_replay", "unpaired_offline", "before_after", "human_panel", "aggregates_only"]


@dataclass(frozen=True)
class Table:
    """One line per unit, without ids or text, in a fixed order (units sorted by id before the ids were dropped).

    `values[m, a, u]`: mean over the unit's rows after the status policy, NaN where missing.
    `status[a, u]`: code of the row status that weighs most (0 ok). `present[a, u]`: the unit has rows in that arm.
    """

    arms: tuple[str, ...]
    metrics: tuple[str, ...]
    dimensions: Mapping[str, Categories]
    cluster: IntArray | None
    weight: FloatArray | None
    values: FloatArray
    status: IntArray
    present: BoolArray


@dataclass(frozen=True)
class Pairing:
    """How units match between baseline and one candidate."""

    mode: Literal["paired", "unpaired"]
    share: float
    matched: int
    only_baseline: int
    only_candidate: int
    is_chosen: bool


@dataclass(frozen=True)
class Draws:
    """Replicates of every level: `levels[b, arm, k]` with k over `keys` = (metric, partition segment).

    Cells without data are NaN. Built once per data load and data policy; a changed weight never redraws.
    """

    arms: tuple[str, ...]
    keys: tuple[tuple[str, str], ...]
    levels: FloatArray = field(repr=False)
    small_sample: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Evidence:
    """What the numbers say before any weight: per-cell effects (raw, not judged against margins) and replicates.

    `members[segment]` is the boolean row mask of each segment (partition segments, views, and `*`).
    `partition` lists the ids of the value partition in order ((`*`,) when there is none).
    """

    table: Table
    members: Mapping[str, BoolArray]
    partition: tuple[str, ...]
    views: tuple[str, ...]
    pairings: Mapping[str, Pairing]
    grade: Grade
    findings: tuple[Finding, ...]
    cells: Mapping[tuple[str, str, str], Effect]
    draws: Draws
    hash: str
    cell_hashes: Mapping[tuple[str, str], str]
