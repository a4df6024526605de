"""How many units a rule holds, before it becomes a segment."""

from __future__ import annotations

from collections.abc import Mapping

from tradeoff_app.analysis.partition import segment_mask
from tradeoff_app.analysis.table import Table
from tradeoff_app.model.segment import Segment


def count_units(table: Table, rule: Mapping[str, tuple[str, ...]]) -> int:
    """Units that have one of the values in every column of the rule."""
    mask = segment_mask(Segment(id="rule", where=rule), table.dimensions, table.units)
    return int((mask & table.present.any(axis=0)).sum())
