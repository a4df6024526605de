"""One column over all arms, measured against the units: does it belong to the unit, to the arm, or to the row?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from tradeoff_app.analysis.observations import BoolArray, FloatArray, IntArray
from tradeoff_app.readers.coded import Coded, unite_labels
from tradeoff_app.readers.reader import RawColumn, RawTable

TRIED_ROWS = 1_000


@dataclass(frozen=True)
class UnitRows:
    """The unit of every row of all arms, one arm after the other, as codes; -1 where it has none."""

    codes: IntArray
    count: int
    is_paired: bool = False
    """Whether there are two arms with the same units in the same order, each once."""

    @classmethod
    def of(cls, tables: Sequence[RawTable], unit: str | None) -> UnitRows:
        """Units of these tables; without a unit column every row is one of its own."""
        if unit is None:
            rows = sum(table.rows for table in tables)
            return cls(np.arange(rows, dtype=np.int64), rows)
        columns = [table.column(unit) for table in tables]
        coded = [
            Coded.empty(table.rows) if column is None else column.coded
            for table, column in zip(tables, columns, strict=True)
        ]
        labels, codes = unite_labels(coded)
        is_paired = len(codes) == 2 and all(_count_up(known, len(labels)) for known in codes)
        return cls(np.concatenate(codes) if codes else np.zeros(0, dtype=np.int64), len(labels), is_paired)


def _count_up(codes: IntArray, count: int) -> bool:
    return len(codes) == count and bool((codes == np.arange(count)).all())


@dataclass(frozen=True)
class ArmColumn:
    """One column over all arms: its parts (None where an arm lacks it), the arms' row counts, the units of the rows."""

    name: str
    parts: tuple[RawColumn | None, ...]
    rows: tuple[int, ...]
    units: UnitRows

    @property
    def found(self) -> list[RawColumn]:
        """The parts that exist."""
        return [part for part in self.parts if part is not None]

    @property
    def is_number(self) -> bool:
        """Whether it holds numbers in every arm that fills it."""
        filled = [part for part in self.found if part.numbers is not None or part.is_filled]
        return bool(filled) and all(part.numbers is not None for part in filled)

    @property
    def is_mixed(self) -> bool:
        """Whether it holds numbers in one arm and text in another."""
        filled = [part for part in self.found if part.is_filled]
        return len({part.numbers is not None for part in filled}) > 1

    @cached_property
    def labels(self) -> frozenset[str]:
        """The distinct texts of all arms."""
        return frozenset(label for part in self.found for label in part.coded.labels)

    def texts(self) -> list[str | None]:
        """Cells of all arms as text."""
        return [text for part in self.found for text in part.texts()]

    def values(self) -> FloatArray:
        """Numbers, or codes of the texts, of all rows; NaN where empty."""
        if self.is_number:
            return np.concatenate(
                [
                    np.full(count, np.nan) if part is None or part.numbers is None else part.numbers
                    for part, count in zip(self.parts, self.rows, strict=True)
                ]
            )
        coded = [
            Coded.empty(count) if part is None else part.coded
            for part, count in zip(self.parts, self.rows, strict=True)
        ]
        codes = np.concatenate(unite_labels(coded)[1])
        return np.where(codes < 0, np.nan, codes)

    @cached_property
    def differs(self) -> bool:
        """Whether the values of any unit differ; the first few mostly say so."""
        sides = self._pairs
        if sides is not None and bool(_differ(*(side[:TRIED_ROWS] for side in sides)).any()):
            return True
        return self.differing[0] > 0

    @cached_property
    def differing(self) -> tuple[float, int]:
        """Share of the units with several filled rows whose values differ, and how many such units there are."""
        sides = self._pairs
        if sides is not None:
            compared = int(np.count_nonzero(~(np.isnan(sides[0]) | np.isnan(sides[1]))))
            return (np.count_nonzero(_differ(*sides)) / compared, compared) if compared else (0.0, 0)
        values, units = self.values(), self.units.codes
        is_known = ~np.isnan(values) & (units >= 0)
        values, units = values[is_known], units[is_known]
        is_compared = np.bincount(units, minlength=self.units.count) > 1
        compared = int(is_compared.sum())
        if not compared:
            return 0.0, 0
        some = np.zeros(self.units.count)
        some[units] = values
        differs = np.zeros(self.units.count, dtype=np.bool_)
        differs[units[values != some[units]]] = True
        return float(differs[is_compared].mean()), compared

    @cached_property
    def _pairs(self) -> tuple[FloatArray, FloatArray] | None:
        """The numbers of two arms that hold each unit once, in the same order."""
        numbers = [None if part is None else part.numbers for part in self.parts]
        if not self.units.is_paired or len(numbers) != 2 or numbers[0] is None or numbers[1] is None:
            return None
        return numbers[0], numbers[1]


def _differ(first: FloatArray, second: FloatArray) -> BoolArray:
    """Which values differ; what is missing on one side differs from nothing."""
    is_other: BoolArray = (first < second) | (first > second)
    return is_other
