from __future__ import annotations

import numpy as np
import pytest

from tradeoff_app.analysis.observations import Categories
from tradeoff_app.analysis.parts import Parts
from tradeoff_app.analysis.table import Table

UNITS = 12


@pytest.fixture
def table() -> Table:
    """Two arms of twelve units with one metric, all values different."""
    return Table(
        arms=("before", "after"),
        metrics=("score",),
        dimensions={"tier": Categories(("a", "b"), np.arange(UNITS) % 2)},
        cluster=None,
        weight=None,
        values=np.arange(2.0 * UNITS).reshape(1, 2, UNITS),
        status=np.zeros((2, UNITS), dtype=np.int64),
        present=np.ones((2, UNITS), dtype=np.bool_),
    )


def test_that_parts_are_the_lines_of_their_segments_and_made_once(table: Table) -> None:
    odd = np.arange(UNITS) % 2 == 1
    members = {"*": np.ones(UNITS, dtype=np.bool_), "odd": odd, "even": ~odd}
    parts = Parts(table, members)
    assert list(parts) == ["*", "odd", "even"]
    assert len(parts) == 3
    assert parts["*"] is table
    for segment, mask in members.items():
        assert parts[segment].values.tolist() == table.values[:, :, mask].tolist()
        assert parts[segment] is parts[segment]
        assert parts.share(segment) == mask.sum() / UNITS


def test_that_parts_beyond_the_room_of_the_table_are_made_anew(table: Table) -> None:
    most = np.arange(UNITS) > 0
    parts = Parts(table, {"first": most, "second": ~most | (np.arange(UNITS) > 4)})
    assert parts["first"] is parts["first"]
    assert parts["second"] is not parts["second"]
    assert parts["second"].values.tolist() == parts["second"].values.tolist()
