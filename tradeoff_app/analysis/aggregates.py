"""Numbers of groups instead of units: how many, their mean and their spread, which is all that some files have."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np

from tradeoff_app.analysis.observations import BoolArray, FloatArray, IntArray, Rows


@dataclass(frozen=True)
class Moments:
    """Units, mean and standard deviation (n - 1) of one metric in one arm; `sd` is None where it is not known."""

    n: float
    mean: float
    sd: float | None

    @property
    def error(self) -> float | None:
        """Standard error of the mean; None where no spread is known or one unit is all there is."""
        return None if self.sd is None or self.n < 2 else self.sd / math.sqrt(self.n)

    @property
    def events(self) -> float:
        """Units in which a rate happened."""
        return self.mean * self.n


@dataclass(frozen=True)
class Aggregates:
    """By metric, arm and group (the lines of the table): units (0: not measured), mean and standard deviation.

    `sd` is NaN where it is not known. Groups of one table never overlap.
    """

    n: FloatArray
    mean: FloatArray
    sd: FloatArray

    def take(self, *, metrics: Sequence[int] | None = None, arms: Sequence[int] | None = None) -> Aggregates:
        """The numbers of these metrics or arms alone, in this order."""

        def taken(array: FloatArray) -> FloatArray:
            chosen = array if metrics is None else array[list(metrics)]
            return chosen if arms is None else chosen[:, list(arms)]

        return Aggregates(**{column.name: taken(getattr(self, column.name)) for column in fields(self)})

    def pool(self, metric: int, arm: int, groups: BoolArray) -> Moments | None:
        """Several groups as one: exact from the sums of squares within and between them; None without units."""
        n = self.n[metric, arm][groups]
        known = n > 0
        if not known.any():
            return None
        n, mean, sd = n[known], self.mean[metric, arm][groups][known], self.sd[metric, arm][groups][known]
        total = float(n.sum())
        centre = float(n @ mean) / total
        if total <= 1 or bool(np.isnan(sd[n > 1]).any()):
            return Moments(total, centre, None)
        within = float(np.where(n > 1, (n - 1) * np.nan_to_num(sd) ** 2, 0.0).sum())
        between = float(n @ (mean - centre) ** 2)
        return Moments(total, centre, math.sqrt((within + between) / (total - 1)))

    def units(self, arm: int, groups: BoolArray) -> int:
        """Units of an arm in some groups: of the metric that has most in each, because metrics share their units."""
        if not self.n.shape[0]:
            return 0
        return round(float(self.n[:, arm][:, groups].max(axis=0).sum()))


def collect_aggregates(rows: Rows, positions: Sequence[int], shape: tuple[int, int], line: IntArray) -> Aggregates:
    """The groups of these metrics (positions in the files); several rows of one group are put together.

    `shape` is the number of arms and groups, `line` each group's place in the table.
    """
    assert rows.n is not None
    assert rows.sd is not None
    n, mean, sd = (np.full((len(positions), *shape), fill) for fill in (0.0, np.nan, np.nan))
    for index, position in enumerate(positions):
        chosen = (rows.metric == position) & np.isfinite(rows.value) & (rows.n > 0)
        for arm, unit in sorted({(int(a), int(u)) for a, u in zip(rows.arm[chosen], rows.unit[chosen], strict=True)}):
            same = chosen & (rows.arm == arm) & (rows.unit == unit)
            part = Aggregates(*(column[same].reshape(1, 1, -1) for column in (rows.n, rows.value, rows.sd)))
            pooled = part.pool(0, 0, np.ones(int(same.sum()), dtype=np.bool_))
            assert pooled is not None
            place = index, arm, int(line[unit])
            n[place], mean[place] = pooled.n, pooled.mean
            sd[place] = np.nan if pooled.sd is None else pooled.sd
    return Aggregates(n, mean, sd)
