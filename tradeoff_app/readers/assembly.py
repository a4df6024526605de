"""Arms and roles to the canonical long table: one entry per arm, unit, repeat, rater and metric."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

import numpy as np

from tradeoff_app.analysis.observations import (
    STATUSES,
    Categories,
    FloatArray,
    IntArray,
    MeasuredMetric,
    Problem,
    Rows,
)
from tradeoff_app.model.mapping import ColumnMapping, MetricColumn
from tradeoff_app.readers.arms import Arm
from tradeoff_app.readers.cell_words import convert_words, read_grades, read_truth_words
from tradeoff_app.readers.coded import Coded
from tradeoff_app.readers.metric_proposals import propose_label_metric, propose_metric
from tradeoff_app.readers.reader import RawColumn
from tradeoff_app.readers.roles import Roles, read_row_statuses

Tier = Literal["automated", "human", "ab"]
STATUS_CODES: dict[str, int] = {status: code for code, status in enumerate(STATUSES)}


@dataclass(frozen=True)
class ArmRows:
    """One arm's rows that have a unit: the row numbers kept, and a code per row for everything that rows share."""

    arm: Arm
    kept: IntArray
    unit: IntArray
    repeat: IntArray
    rater: IntArray
    status: IntArray


@dataclass
class LongTable:
    """The long table while it grows."""

    metrics: list[MeasuredMetric] = field(default_factory=list)
    parts: dict[str, list[IntArray]] = field(default_factory=dict)
    values: list[FloatArray] = field(default_factory=list)
    denominators: list[FloatArray] = field(default_factory=list)

    def add(
        self,
        arm: int,
        rows: ArmRows,
        metric: int,
        values: FloatArray,
        denominators: FloatArray | None,
        status: IntArray | None = None,
    ) -> None:
        """Append one metric of one arm; `status` where the metric's own differs from the rows'."""
        count = len(values)
        codes = {
            "arm": np.full(count, arm, dtype=np.int64),
            "unit": rows.unit,
            "repeat": rows.repeat,
            "rater": rows.rater,
            "metric": np.full(count, metric, dtype=np.int64),
            "status": rows.status if status is None else status,
        }
        for name, array in codes.items():
            self.parts.setdefault(name, []).append(array)
        self.values.append(values)
        self.denominators.append(np.ones(count) if denominators is None else denominators)

    def finish(self, *, has_ratios: bool) -> Rows:
        """All parts as arrays of one length."""
        empty = np.zeros(0, dtype=np.int64)
        names = ("arm", "unit", "repeat", "rater", "metric", "status")
        joined = {name: np.concatenate(self.parts.pop(name)) if name in self.parts else empty for name in names}
        values = np.concatenate(self.values) if self.values else np.zeros(0)
        denominators = np.concatenate(self.denominators) if has_ratios and self.denominators else None
        return Rows(value=values, denominator=denominators, **joined)


def code_rows(
    arms: Sequence[Arm], roles: Roles
) -> tuple[list[ArmRows], tuple[str, ...], tuple[str, ...], list[Problem]]:
    """Rows of each arm as codes, the sorted units, the sorted raters, and what had to be left out."""
    labels = [_unit_labels(arm, roles, number) for number, arm in enumerate(arms)]
    units = tuple(sorted({label for known in labels for label in known.labels}))
    rated = [_coded(arm, roles.rater) for arm in arms]
    raters = tuple(sorted({label for known in rated for label in known.labels}))
    unit_codes = {label: code for code, label in enumerate(units)}
    rater_codes = {label: code for code, label in enumerate(raters)}
    coded: list[ArmRows] = []
    problems: list[Problem] = []
    for arm, known, judged in zip(arms, labels, rated, strict=True):
        kept = np.flatnonzero(known.codes >= 0)
        unit, rater = known.translate(unit_codes)[kept], judged.translate(rater_codes)[kept]
        statuses = read_row_statuses(arm.table, roles)
        status = np.array([STATUS_CODES[text] for text in statuses], dtype=np.int64)[kept]
        coded.append(ArmRows(arm, kept, unit, _repeats(arm, roles, kept, unit, rater), rater, status))
        problems += _say_missing_units(arm, roles, len(known.codes) - len(kept))
    return coded, units, raters, problems


def _unit_labels(arm: Arm, roles: Roles, number: int) -> Coded:
    """Ids of the rows; without an id column each row is a unit of its own arm, so that nothing pairs by accident."""
    if roles.unit is not None:
        return _coded(arm, roles.unit)
    rows = arm.table.rows
    return Coded(np.arange(rows, dtype=np.int64), tuple(f"{arm.name or number} row {row + 1}" for row in range(rows)))


def _coded(arm: Arm, name: str | None) -> Coded:
    column = arm.table.column(name) if name else None
    return Coded(np.full(arm.table.rows, -1, dtype=np.int64), ()) if column is None else column.coded


def _texts(arm: Arm, name: str | None) -> list[str | None]:
    column = arm.table.column(name) if name else None
    return [None] * arm.table.rows if column is None else column.texts()


def _say_missing_units(arm: Arm, roles: Roles, missing: int) -> list[Problem]:
    if not missing:
        return []
    text = f"{missing:,} rows of {arm.name!r} have no value in {roles.unit!r} and were left out."
    return [Problem("warning", "missing_unit", "", roles.unit or "", text, "Fill in the ids or choose another column.")]


def _repeats(arm: Arm, roles: Roles, kept: IntArray, unit: IntArray, rater: IntArray) -> IntArray:
    """The repeat number of each row: the file's own, counted up further where unit, rater and repeat recur."""
    column = arm.table.column(roles.repeat) if roles.repeat else None
    own = np.ones(len(kept), dtype=np.int64) if column is None else _repeat_numbers(column, kept)
    if not len(kept):
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
    texts = column.texts()
    order = {text: number for number, text in enumerate(sorted({text or "" for text in texts}), 1)}
    return np.array([order[texts[row] or ""] for row in kept.tolist()], dtype=np.int64)


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
    return table, table.finish(has_ratios=bool(mapping.denominators))


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
        np.full(len(rows.kept), math.nan) if numbers is None else numbers[rows.kept]
        for rows, numbers in zip(arms, values, strict=True)
    ]
    finite = np.concatenate([numbers[np.isfinite(numbers)] for numbers in taken]) if taken else np.zeros(0)
    hint = next((column.hint for column in columns if column is not None and column.hint is not None), None)
    currency = next((column.currency for column in columns if column is not None and column.currency), None)
    if denominator is not None:
        stated = MetricColumn(column=name, type="ratio", better=stated.better if stated else None)
    index = len(table.metrics)
    tier = (hint.tier if hint is not None else None) or tier
    table.metrics.append(propose_metric(name, finite, hint, stated, currency, tier))
    for arm, (rows, numbers, column) in enumerate(zip(arms, taken, columns, strict=True)):
        divisor = rows.arm.table.column(denominator) if denominator else None
        divided = None if divisor is None or divisor.numbers is None else divisor.numbers[rows.kept]
        table.add(arm, rows, index, numbers, divided, _own_statuses(rows, column))


def _own_statuses(rows: ArmRows, column: RawColumn | None) -> IntArray | None:
    """Why single cells were not scored, where the row itself went well."""
    if column is None or column.statuses is None:
        return None
    own = np.array([STATUS_CODES[status] for status in column.statuses], dtype=np.int64)[rows.kept]
    return np.where(rows.status == 0, own, rows.status)


def numbers_of(columns: Sequence[RawColumn | None]) -> list[FloatArray | None]:
    """Each arm's numbers: as read, or from yes-and-no words and grades, which all arms must share."""
    texts = [text for column in columns if column is not None and column.numbers is None for text in column.texts()]
    words: Mapping[str, float] = read_truth_words(texts) or read_grades(texts) or {}
    return [
        None
        if column is None
        else column.numbers
        if column.numbers is not None
        else convert_words(column.texts(), dict(words))
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
    texts = [
        [None] * rows.arm.table.rows if column is None else column.texts()
        for rows, column in zip(arms, columns, strict=True)
    ]
    for label in sorted({text for known in texts for text in known if text is not None}):
        index = len(table.metrics)
        table.metrics.append(propose_label_metric(name, label, stated, tier))
        for arm, (rows, known, column) in enumerate(zip(arms, texts, columns, strict=True)):
            chosen = [known[row] for row in rows.kept.tolist()]
            values = np.array([math.nan if text is None else float(text == label) for text in chosen])
            table.add(arm, rows, index, values, None, _own_statuses(rows, column))


@dataclass(frozen=True)
class UnitFacts:
    """What is known of each unit, in the order of the units."""

    dimensions: dict[str, Categories]
    cluster: Categories | None
    weight: FloatArray | None
    problems: tuple[Problem, ...]


def collect_unit_facts(arms: Sequence[ArmRows], units: Sequence[str], roles: Roles) -> UnitFacts:
    """Segments, cluster and weight per unit; where arms disagree the baseline's value counts and it is said."""
    problems: list[Problem] = []
    dimensions: dict[str, Categories] = {}
    for name in roles.segments:
        texts, conflicts = first_texts(arms, len(units), name)
        dimensions[name] = Categories.from_texts(texts)
        if conflicts:
            shown = ", ".join(units[unit] for unit in conflicts[:3])
            text = (
                f"{name}: {len(conflicts):,} units have different values in different rows ({shown}); the first counts."
            )
            problems.append(Problem("warning", "segment_conflict", "", name, text, "Check which value is right."))
    cluster = Categories.from_texts(first_texts(arms, len(units), roles.cluster)[0]) if roles.cluster else None
    weight = _first_numbers(arms, len(units), roles.weight) if roles.weight else None
    return UnitFacts(dimensions, cluster, weight, tuple(problems))


def first_texts(arms: Sequence[ArmRows], count: int, name: str) -> tuple[list[str | None], list[int]]:
    """The first filled value of each unit, and the units with more than one value."""
    index: dict[str, int] = {}
    found = np.full(count, -1, dtype=np.int64)
    conflicting = np.zeros(count, dtype=np.bool_)
    for rows in arms:
        coded = _coded(rows.arm, name)
        for label in coded.labels:
            index.setdefault(label, len(index))
        codes = coded.translate(index)[rows.kept]
        units, codes = rows.unit[codes >= 0], codes[codes >= 0]
        is_new = found[units] < 0
        found[units[is_new][::-1]] = codes[is_new][::-1]
        conflicting[units[found[units] != codes]] = True
    labels = list(index)
    return [labels[code] if code >= 0 else None for code in found.tolist()], np.flatnonzero(conflicting).tolist()


def _first_numbers(arms: Sequence[ArmRows], count: int, name: str) -> FloatArray:
    found = np.full(count, np.nan)
    for rows in arms:
        column = rows.arm.table.column(name)
        if column is None or column.numbers is None:
            continue
        numbers = column.numbers[rows.kept]
        is_new = np.isnan(found[rows.unit]) & np.isfinite(numbers)
        found[rows.unit[is_new][::-1]] = numbers[is_new][::-1]
    return np.where(np.isfinite(found), found, 1.0)


def collect_outputs(arms: Sequence[ArmRows], units: Sequence[str], roles: Roles) -> dict[str, dict[str, str]]:
    """The first answer of each unit, per arm."""
    if roles.output is None:
        return {}
    outputs: dict[str, dict[str, str]] = {}
    for rows in arms:
        cells = _texts(rows.arm, roles.output)
        found: dict[str, str] = {}
        for unit, row in zip(rows.unit.tolist(), rows.kept.tolist(), strict=True):
            text = cells[row]
            if text is not None:
                found.setdefault(units[unit], text)
        if found:
            outputs[rows.arm.name] = found
    return outputs
