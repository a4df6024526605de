"""The units behind a number: the pairs that it was counted from, those that lost most first."""

from __future__ import annotations

import numpy as np

from tests import builders
from tradeoff_app.app.counted_units import counted_units


def test_that_only_pairs_count_where_the_comparison_is_paired() -> None:
    seen = builders.observations({"done": {"baseline": [1, 1, 0, None], "candidate": [0, 1, 1, 1]}})
    found = counted_units(seen, builders.evidence(seen), "done", "*", "candidate")
    assert found is not None
    ids = sorted(seen.units)
    assert found.ids == (ids[0], ids[1], ids[2])
    assert found.before.tolist() == [1.0, 1.0, 0.0]
    assert found.after.tolist() == [0.0, 1.0, 1.0]


def test_that_a_rise_comes_first_where_lower_is_better() -> None:
    seen = builders.observations({"harm": {"baseline": [1, 0, 0], "candidate": [0, 0, 1]}}, lower_is_better=("harm",))
    found = counted_units(seen, builders.evidence(seen), "harm", "*", "candidate", -1)
    assert found is not None
    assert (found.after - found.before).tolist() == [1.0, 0.0, -1.0]


def test_that_a_version_without_a_value_is_not_a_number_where_nothing_is_paired() -> None:
    seen = builders.observations({"done": {"baseline": [1, None, 0], "candidate": [0, 1, None]}})
    project = builders.project(seen).change(pairing="unpaired")
    found = counted_units(seen, builders.evidence(seen, project), "done", "*", "candidate")
    assert found is not None
    assert len(found.ids) == 3
    assert int(np.isnan(found.before).sum() + np.isnan(found.after).sum()) == 2


def test_that_without_rows_there_is_no_list() -> None:
    seen = builders.observations({"done": {"baseline": [1, 0], "candidate": [0, 1]}})
    evidence = builders.evidence(seen)
    assert counted_units(None, evidence, "done", "*", "candidate") is None
    assert counted_units(seen, evidence, "other", "*", "candidate") is None
