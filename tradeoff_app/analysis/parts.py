"""The lines of each segment as a table of their own, made once where that takes no more room than the table itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

import numpy as np

from tradeoff_app.analysis.observations import BoolArray
from tradeoff_app.analysis.table import Table


class Parts(Mapping[str, Table]):
    """A table's lines by segment: the first ones that together have no more lines than the table are made at once and
    kept, others are made anew each time."""

    def __init__(self, table: Table, members: Mapping[str, BoolArray]) -> None:
        self.table, self._members = table, members
        self._lines = {segment: int(np.count_nonzero(mask)) for segment, mask in members.items()}

    def __getitem__(self, segment: str) -> Table:
        """The lines of a segment, side by side in memory."""
        if self._lines[segment] == self.table.units:
            return self.table
        return self._kept[segment] if segment in self._kept else self.table.part(self._members[segment])

    @cached_property
    def _kept(self) -> dict[str, Table]:
        chosen, room = [], self.table.units
        for segment, lines in self._lines.items():
            if lines < self.table.units and lines <= room:
                chosen.append(segment)
                room -= lines
        return dict(zip(chosen, self.table.parts([self._members[segment] for segment in chosen]), strict=True))

    def __iter__(self) -> Iterator[str]:
        """The segments in order."""
        return iter(self._members)

    def __len__(self) -> int:
        """How many segments there are."""
        return len(self._members)

    def share(self, segment: str) -> float:
        """The share of the table's lines that a segment has."""
        return self._lines[segment] / max(1, self.table.units)
