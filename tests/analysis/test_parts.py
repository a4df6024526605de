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
        cluster=np.arange(UNITS) // 3,
        weight=np.arange(UNITS) / 2,
        values=np.arange(2.0 * UNITS).reshape(1, 2, UNITS),
        status=np.zeros((2, UNITS), dtype=np.int64),
        present=np.arange(2 * UNITS).reshape(2, UNITS) % 5 > 0,
        missing=np.arange(2 * UNITS).reshape(1, 2, UNITS) % 7 == 0,
        den={"score": np.arange(2.0 * UNITS).reshape(2, UNITS) + 1},
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


def test_that_a_part_keeps_all_that_is_known_of_its_lines(table: Table) -> None:
    mask = np.isin(np.arange(UNITS), [1, 2, 7, 8])
    part = Parts(table, {"some": mask})["some"]
    assert table.missing is not None
    assert part.missing is not None
    assert table.weight is not None
    assert part.weight is not None
    assert part.cluster is not None
    assert part.present.tolist() == table.present[:, mask].tolist()
    assert part.missing.tolist() == table.missing[:, :, mask].tolist()
    assert part.den["score"].tolist() == table.den["score"][:, mask].tolist()
    assert part.weight.tolist() == table.weight[mask].tolist()
    assert part.dimensions["tier"].codes.tolist() == [1, 0, 1, 0]
    assert part.cluster.tolist() == [0, 0, 1, 1]
    assert part.values.dtype == table.values.dtype


def test_that_parts_beyond_the_room_of_the_table_are_made_anew(table: Table) -> None:
    most = np.arange(UNITS) > 0
    parts = Parts(table, {"first": most, "second": ~most | (np.arange(UNITS) > 4)})
    assert parts["first"] is parts["first"]
    assert parts["second"] is not parts["second"]
    assert parts["second"].values.tolist() == parts["second"].values.tolist()
