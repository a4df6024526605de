"""From result rows to one line per unit: the mean of each metric's plain answers, and where there was none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from tradeoff_app.analysis.observations import STATUSES, BoolArray, FloatArray, IntArray, Observations, Rows

SEVERITY = ("ok", "not_run", "infra_error", "judge_error", "refusal", "timeout", "model_error")
"""Row statuses from the lightest to the one that weighs most when a unit has several."""


@dataclass(frozen=True)
class Layers:
    """Unit means by metric, arm and unit, NaN where missing; `missing` marks units with rows but no number.

    `den` holds mean denominators by arm and unit of the metrics (by position) that have any.
    """

    values: FloatArray
    missing: BoolArray | None
    den: dict[int, FloatArray] = field(default_factory=dict)


def make_layers(observations: Observations, positions: Sequence[int], line: IntArray) -> Layers:
    """The observations' metrics at these positions, from rows with a plain answer; `line[u]` is the place of unit u."""
    arms, units = len(observations.arms), len(observations.units)
    values = np.empty((len(positions), arms, units))
    missing: BoolArray | None = None
    dens = {}
    for place, (answers, cells) in enumerate(_answers_of(observations, positions, line)):
        value, den = answers
        scored = ~np.isnan(value)
        counts = cells.count(scored)
        values[place] = cells.means(value, scored, counts)
        gaps = None if counts is cells.rows else cells.has_row & (counts == 0)
        if gaps is not None and gaps.any():
            missing = np.zeros(values.shape, dtype=np.bool_) if missing is None else missing
            missing[place] = gaps.reshape(arms, units)
        if den is not None:
            dens[place] = cells.means(den, scored, counts)
    return Layers(values, missing, dens)


def row_denominators(rows: Rows, chosen: BoolArray | None = None) -> FloatArray | None:
    """The denominators of a metric's rows; None where all of them are 1, which is no ratio."""
    if rows.denominator is None:
        return None
    den = rows.denominator if chosen is None else rows.denominator[chosen]
    return None if bool(np.all(den == 1.0)) else den


Answers = tuple[FloatArray, FloatArray | None]


def _answers_of(
    observations: Observations, positions: Sequence[int], line: IntArray
) -> Iterator[tuple[Answers, RowCells]]:
    """Each metric's rows and the cells that they belong to, which are found once where all metrics share them."""
    shape = (len(observations.arms), len(observations.units))
    wide = observations.rows.wide
    if wide is None:
        for position in positions:
            rows = observations.rows.of_metric(position)
            yield _plain_answers(rows.value, rows.status, rows.denominator), RowCells(rows, line, shape)
    elif positions:
        cells = RowCells(observations.rows.of_metric(positions[0]), line, shape)
        for position in positions:
            status = wide.status[position if len(wide.status) > 1 else 0]
            den = None if wide.denominators is None else wide.denominators[position]
            yield _plain_answers(wide.values[position], status, den), cells


def _plain_answers(value: FloatArray, status: np.ndarray, den: FloatArray | None) -> Answers:
    """Values of the rows with a plain answer, NaN elsewhere, and the denominators of all rows."""
    if status.any():
        value = np.where(status == 0, value, np.nan)
    if den is None or bool(np.all(den == 1.0)):
        return value, None
    return np.where(np.isfinite(den) & (den >= 0), value, np.nan), den


class RowCells:
    """The cell (arm and unit) of each row, and how many rows each cell has."""

    def __init__(self, rows: Rows, line: IntArray, shape: tuple[int, int]) -> None:
        self.shape = shape
        self.cell = rows.arm * shape[1] + line[rows.unit]
        self.rows = np.bincount(self.cell, minlength=shape[0] * shape[1])
        self.has_row = self.rows > 0
        self.is_single = int(self.rows.max(initial=0)) <= 1

    def count(self, scored: BoolArray) -> IntArray:
        """Scored rows of each cell."""
        if scored.all():
            return self.rows
        return np.asarray(np.bincount(self.cell[scored], minlength=len(self.rows)), dtype=np.int64)

    def means(self, values: FloatArray, scored: BoolArray, counts: IntArray) -> FloatArray:
        """Mean of the scored rows of each cell, by arm and unit; NaN where there are none."""
        if self.is_single:
            found = np.full(len(self.rows), np.nan)
            found[self.cell] = np.where(scored, values, np.nan) + 0.0
            return found.reshape(self.shape)
        sums = np.bincount(self.cell[scored], weights=values[scored], minlength=len(counts))
        means = np.divide(sums, counts, out=np.full(len(counts), np.nan), where=counts > 0)
        return np.asarray(means, dtype=np.float64).reshape(self.shape)


def unit_status(observations: Observations, line: IntArray) -> tuple[IntArray, BoolArray]:
    """Per arm and unit: the status that weighs most, and whether there are rows; `line[u]` is the place of unit u."""
    rows = status_rows_of(observations)
    cells = RowCells(rows, line, (len(observations.arms), len(observations.units)))
    status = np.zeros(len(cells.rows), dtype=np.int64)
    for name in SEVERITY[1:] if rows.status.any() else ():
        code = STATUSES.index(name)
        status[cells.cell[rows.status == code]] = code
    return status.reshape(cells.shape), cells.has_row.reshape(cells.shape)


def status_rows_of(observations: Observations) -> Rows:
    """The rows that say everything about statuses: one metric's where all metrics share them."""
    wide = observations.rows.wide
    is_shared = wide is not None and len(wide.status) == 1 and len(wide.values) > 0
    return observations.rows.of_metric(0) if is_shared else observations.rows


def count_duplicates(observations: Observations) -> int:
    """Rows with the same arm, unit, repeat, rater and metric as another."""
    wide = observations.rows.wide
    metrics = 1 if wide is None else len(wide.values)
    rows = observations.rows.of_metric(0) if wide is not None and metrics else observations.rows
    key = np.zeros(len(rows.value), dtype=np.int64)
    for column in (rows.arm, rows.unit, rows.repeat, rows.rater, rows.metric):
        high = int(column.max(initial=-1))
        if high > int(column.min(initial=high)):
            key = key * (high + 2) + column + 1
    if bool((key[1:] > key[:-1]).all()):
        return 0
    key.sort()
    return metrics * int(np.count_nonzero(key[1:] == key[:-1]))
