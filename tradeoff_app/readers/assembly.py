"""Arms and roles to the canonical long table: one entry per arm, unit, repeat, rater and metric."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

import numpy as np

from tradeoff_app.analysis.observations import (
    FloatArray,
    IntArray,
    MeasuredMetric,
    Problem,
    Rows,
)
from tradeoff_app.analysis.wide_rows import ROW_NAMES, WideRows, shrink
from tradeoff_app.model.mapping import ColumnMapping, MetricColumn
from tradeoff_app.readers.arms import Arm
from tradeoff_app.readers.cell_words import read_grades, read_truth_words
from tradeoff_app.readers.coded import Coded, unite_labels
from tradeoff_app.readers.metric_proposals import propose_label_metric, propose_metric
from tradeoff_app.readers.reader import RawColumn
from tradeoff_app.readers.roles import Roles, code_statuses, read_row_statuses
from tradeoff_app.readers.value_extent import Extent

Tier = Literal["automated", "human", "ab"]


@dataclass(frozen=True)
class ArmRows:
    """One arm's rows that have a unit: the row numbers kept, and a code per row for everything that rows share."""

    arm: Arm
    kept: IntArray
    unit: IntArray
    repeat: IntArray
    rater: IntArray
    status: IntArray

    def keep(self, numbers: FloatArray) -> FloatArray:
        """The numbers of the rows kept; not to be changed, for where all are kept they are the same array."""
        return numbers if len(self.kept) == len(numbers) else numbers[self.kept]


@dataclass(frozen=True)
class ScoreBlock:
    """One metric of one arm: a value per row of the arm; `status` where the metric's own differs from the rows'."""

    arm: int
    metric: int
    rows: ArmRows
    values: FloatArray
    denominators: FloatArray | None = None
    status: IntArray | None = None


@dataclass
class LongTable:
    """The long table while it grows, block by block."""

    metrics: list[MeasuredMetric] = field(default_factory=list)
    blocks: list[ScoreBlock] = field(default_factory=list)

    def finish(self, arms: Sequence[ArmRows], *, has_ratios: bool) -> Rows:
        """The blocks of each metric, arm after arm, as one line; the rows are the same for every metric."""
        metrics, rows = len(self.metrics), sum(len(known.kept) for known in arms)

        def join(parts: Iterable[FloatArray]) -> FloatArray:
            return np.concatenate([np.zeros(0), *parts]).reshape(metrics, rows)

        def share(name: str) -> IntArray:
            parts = [np.full(len(known.kept), number) for number, known in enumerate(arms)]
            return shrink(np.concatenate(parts if name == "arm" else [getattr(known, name) for known in arms]))

        status = [known.status for known in arms]
        if any(block.status is not None for block in self.blocks):
            status = [block.rows.status if block.status is None else block.status for block in self.blocks]
        ones = (
            np.ones(len(block.values)) if block.denominators is None else block.denominators for block in self.blocks
        )
        wide = WideRows(
            shared={name: share(name) for name in ROW_NAMES},
            values=join(block.values for block in self.blocks),
            status=shrink(np.concatenate(status)).reshape(-1, rows) if rows else np.zeros((1, 0), dtype=np.int64),
            denominators=join(ones) if has_ratios else None,
        )
        return Rows.of_wide(wide)


def code_rows(
    arms: Sequence[Arm], roles: Roles
) -> tuple[list[ArmRows], tuple[str, ...], tuple[str, ...], list[Problem]]:
    """Rows of each arm as codes, the sorted units, the sorted raters, and what had to be left out."""
    units, unit_codes = _sort_labels([_unit_labels(arm, roles, number) for number, arm in enumerate(arms)])
    raters, rater_codes = _sort_labels([_coded(arm, roles.rater) for arm in arms])
    coded: list[ArmRows] = []
    problems: list[Problem] = []
    for arm, known, judged in zip(arms, unit_codes, rater_codes, strict=True):
        kept = np.flatnonzero(known >= 0)
        columns = (known, judged, read_row_statuses(arm.table, roles))
        unit, rater, status = columns if len(kept) == len(known) else (column[kept] for column in columns)
        coded.append(ArmRows(arm, kept, unit, _repeats(arm, roles, kept, unit, rater), rater, status))
        problems += _say_missing_units(arm, roles, len(known) - len(kept))
    return coded, units, raters, problems


def _sort_labels(parts: Sequence[Coded]) -> tuple[tuple[str, ...], list[IntArray]]:
    """The labels of all arms in order of their characters, and the rows of each arm as codes of them."""
    labels, codes = unite_labels(parts)
    ordered = tuple(sorted(labels))
    if ordered == labels:
        return labels, codes
    places = {label: place for place, label in enumerate(ordered)}
    ranks = np.array([*map(places.__getitem__, labels), -1], dtype=np.int64)
    return ordered, [ranks[known] for known in codes]


def _unit_labels(arm: Arm, roles: Roles, number: int) -> Coded:
    """Ids of the rows; without an id column each row is a unit of its own arm, so that nothing pairs by accident."""
    if roles.unit is not None:
        return _coded(arm, roles.unit)
    rows = arm.table.rows
    return Coded(np.arange(rows, dtype=np.int64), tuple(f"{arm.name or number} row {row + 1}" for row in range(rows)))


def _coded(arm: Arm, name: str | None) -> Coded:
    column = arm.table.column(name) if name else None
    return Coded.empty(arm.table.rows) if column is None else column.coded


def _say_missing_units(arm: Arm, roles: Roles, missing: int) -> list[Problem]:
    if not missing:
        return []
    text = f"{missing:,} rows of {arm.name!r} have no value in {roles.unit!r} and were left out."
    return [Problem("warning", "missing_unit", "", roles.unit or "", text, "Fill in the ids or choose another column.")]


def _repeats(arm: Arm, roles: Roles, kept: IntArray, unit: IntArray, rater: IntArray) -> IntArray:
    """The repeat number of each row: the file's own, counted up further where unit, rater and repeat recur."""
    column = arm.table.column(roles.repeat) if roles.repeat else None
    own = np.ones(len(kept), dtype=np.int64) if column is None else _repeat_numbers(column, kept)
    if not len(kept) or (column is None and int(np.bincount(unit).max()) == 1):
        return own
    highest = int(own.max())
    keys = (unit * (int(rater.max()) + 2) + rater + 1) * (highest + 1) + own
    order = np.argsort(keys, kind="stable")
    is_first = np.append(True, np.diff(keys[order]) != 0)
    starts = np.flatnonzero(is_first)[np.cumsum(is_first) - 1]
    numbers = np.empty(len(kept), dtype=np.int64)
    numbers[order] = own[order] + (np.arange(len(kept)) - starts) * highest
    return numbers


def _repeat_numbers(column: RawColumn, kept: IntArray) -> IntArray:
    if column.numbers is not None and np.isfinite(column.numbers[kept]).all():
        numbers = column.numbers[kept].astype(np.int64)
        return numbers - min(int(numbers.min(initial=1)), 1) + 1 if numbers.min(initial=1) < 1 else numbers
    coded = column.coded
    order = {text: number for number, text in enumerate(sorted({*coded.labels, ""}), 1)}
    if coded.filled == len(coded.codes):
        order = {text: number - 1 for text, number in order.items()}
    numbers = np.array([*(order[label] for label in coded.labels), order[""]], dtype=np.int64)
    return numbers[coded.codes][kept]


def build_table(arms: Sequence[ArmRows], roles: Roles, mapping: ColumnMapping, tier: Tier) -> tuple[LongTable, Rows]:
    """All metrics of all arms as one long table, with what each metric is proposed to be."""
    table = LongTable()
    stated = {metric.column: metric for metric in mapping.metrics}
    for name in [*roles.metrics, *roles.labels]:
        columns = [rows.arm.table.column(name) for rows in arms]
        if name in roles.metrics:
            _add_metric(table, arms, columns, (name, stated.get(name), mapping.denominators.get(name)), tier)
        else:
            _add_labels(table, arms, columns, (name, stated.get(name)), tier)
    return table, table.finish(arms, has_ratios=bool(mapping.denominators))


def _add_metric(
    table: LongTable,
    arms: Sequence[ArmRows],
    columns: Sequence[RawColumn | None],
    what: tuple[str, MetricColumn | None, str | None],
    tier: Tier,
) -> None:
    name, stated, denominator = what
    values = numbers_of(columns)
    taken = [
        np.full(len(rows.kept), math.nan) if numbers is None else rows.keep(numbers)
        for rows, numbers in zip(arms, values, strict=True)
    ]
    hint = next((column.hint for column in columns if column is not None and column.hint is not None), None)
    currency = next((column.currency for column in columns if column is not None and column.currency), None)
    if denominator is not None:
        stated = MetricColumn(column=name, type="ratio", better=stated.better if stated else None)
    index = len(table.metrics)
    tier = (hint.tier if hint is not None else None) or tier
    table.metrics.append(propose_metric(name, Extent.of(taken), hint, stated, currency, tier))
    for arm, (rows, numbers, column) in enumerate(zip(arms, taken, columns, strict=True)):
        divisor = rows.arm.table.column(denominator) if denominator else None
        divided = None if divisor is None or divisor.numbers is None else rows.keep(divisor.numbers)
        table.blocks.append(ScoreBlock(arm, index, rows, numbers, divided, _own_statuses(rows, column)))


def _own_statuses(rows: ArmRows, column: RawColumn | None) -> IntArray | None:
    """Why single cells were not scored, where the row itself went well."""
    if column is None or column.statuses is None:
        return None
    own = code_statuses(column.statuses)[rows.kept]
    return np.where(rows.status == 0, own, rows.status)


def numbers_of(columns: Sequence[RawColumn | None]) -> list[FloatArray | None]:
    """Each arm's numbers: as read, or from yes-and-no words and grades, which all arms must share."""
    parts = [column for column in columns if column is not None and column.numbers is None]
    texts = {label for column in parts for label in column.coded.labels}
    words: Mapping[str, float] = read_truth_words(texts) or read_grades(texts) or {}
    return [
        None if column is None else column.numbers if column.numbers is not None else column.coded.look_up(words)
        for column in columns
    ]


def _add_labels(
    table: LongTable,
    arms: Sequence[ArmRows],
    columns: Sequence[RawColumn | None],
    what: tuple[str, MetricColumn | None],
    tier: Tier,
) -> None:
    """One share per label: 1 where the row has it, 0 where it has another, missing where it has none."""
    name, stated = what
    hint = next((column.hint for column in columns if column is not None and column.hint is not None), None)
    tier = (hint.tier if hint is not None else None) or tier
    coded = [_coded(rows.arm, name) for rows in arms]
    for label in sorted({label for known in coded for label in known.labels}):
        index = len(table.metrics)
        table.metrics.append(propose_label_metric(name, label, stated, tier))
        for arm, (rows, known, column) in enumerate(zip(arms, coded, columns, strict=True)):
            values = known.look_up({other: float(other == label) for other in known.labels})[rows.kept]
            table.blocks.append(ScoreBlock(arm, index, rows, values, None, _own_statuses(rows, column)))
