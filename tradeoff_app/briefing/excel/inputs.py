"""The yellow cells of the workbook: every number that a reader may change, with its name and expected value."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from tradeoff_app.analysis.assumptions import Z_90
from tradeoff_app.briefing.excel.book import Sheet
from tradeoff_app.briefing.excel.live import Live
from tradeoff_app.model.range import Range

Ends = tuple[str, str, str]
ENDS: Ends = ("low", "base", "high")


@dataclass(frozen=True)
class RangeCells:
    """The cells of an assumption: its base, and the mean of its distribution as a formula of all three."""

    base: Live
    expected: Live


@dataclass
class Inputs:
    """Where each decision stands in the workbook; keys as in `compare` without the scenario."""

    ranges: dict[str, RangeCells] = field(default_factory=dict)
    rollout: dict[str, Live] = field(default_factory=dict)
    weights: dict[str, Live] = field(default_factory=dict)
    points: dict[str, Live] = field(default_factory=dict)
    plain: dict[str, Live] = field(default_factory=dict)

    def share_of(self, segment: str, shares: Mapping[str, float]) -> Live | float:
        """The rollout of a segment; of everyone, the mean over segments by their exposure shares."""
        if segment in self.rollout:
            return self.rollout[segment]
        parts = [cell * shares[key] for key, cell in self.rollout.items() if key in shares]
        if not parts:
            return 1.0
        mean = parts[0]
        for part in parts[1:]:
            mean = mean + part
        return mean


def write_range(
    sheet: Sheet, row: int, values: Range, path: str, number_format: str, reading: str, first_column: int = 2
) -> RangeCells:
    """Low, base and high in yellow with their names, and the expected value beside them."""
    cells = []
    for offset, (end, value) in enumerate(zip(ENDS, (values.low, values.base, values.high), strict=True)):
        cell = sheet.number(row, first_column + offset, value, number_format, "input")
        sheet.book.define(cell, f"{path}/{end}")
        cells.append(cell)
    low, base, high = cells
    expected = sheet.live(row, first_column + 3, expected_value(low, base, high, reading), number_format)
    return RangeCells(base, expected)


def expected_value(low: Live, base: Live, high: Live, reading: str) -> Live:
    """Mean of an assumption: two-piece normal through its 10th, 50th, 90th percentile, or triangular.

    base + (high + low - 2 base) / (z sqrt(2 pi)), or (low + base + high) / 3 (decision-model, 3d.1).
    """
    if reading == "min_mode_max":
        return (low + base + high) / 3.0
    return base + (high + low - base * 2.0) / (Z_90 * math.sqrt(2 * math.pi))


def write_input(sheet: Sheet, row: int, column: int, value: float | None, path: str, number_format: str) -> Live:
    """One yellow number with its name."""
    cell = sheet.number(row, column, value, number_format, "input")
    sheet.book.define(cell, path)
    return cell
