"""The lines of each segment as a table of their own, made once where that takes no more room than the table itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from tradeoff_app.analysis.observations import BoolArray
from tradeoff_app.analysis.table import Table


class Parts(Mapping[str, Table]):
    """A table's lines by segment. Parts are kept while all together have no more lines than the table; others are
    made anew each time."""

    def __init__(self, table: Table, members: Mapping[str, BoolArray]) -> None:
        self.table, self._members = table, members
        self._kept: dict[str, Table] = {}
        self._room = table.units

    def __getitem__(self, segment: str) -> Table:
        """The lines of a segment, side by side in memory."""
        if segment in self._kept:
            return self._kept[segment]
        part = self.table.part(self._members[segment])
        taken = 0 if part is self.table else part.units
        if taken <= self._room:
            self._room -= taken
            self._kept[segment] = part
        return part

    def __iter__(self) -> Iterator[str]:
        """The segments in order."""
        return iter(self._members)

    def __len__(self) -> int:
        """How many segments there are."""
        return len(self._members)

    def share(self, segment: str) -> float:
        """The share of the table's lines that a segment has."""
        return float(np.mean(self._members[segment]))
