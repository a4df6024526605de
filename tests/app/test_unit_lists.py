"""The units behind the counts, and arms that are renamed, ordered and taken out."""

from __future__ import annotations

from dataclasses import fields, replace

import numpy as np
import pytest

from tests import builders
from tradeoff_app.analysis.observations import Observations, Problem
from tradeoff_app.analysis.table import make_source
from tradeoff_app.app.arms import fit_arms, next_ids, order_arms, rename_arms, without_arm_source
from tradeoff_app.app.segment_rules import count_units
from tradeoff_app.app.unit_lists import list_units
from tradeoff_app.readers.refusal import ReadError


def rows() -> Observations:
    return builders.observations(
        {"done": {"baseline": [1.0, 0.0, 1.0, None], "candidate": [1.0, None, 1.0, 0.0], "v9": [0.0, 1.0, None, None]}},
        units=["u0", "u1", "u2", "u3"],
        segments={"tier": ["a", "b", "a", "b"], "plan": ["x", "x", "y", "y"]},
        statuses={("done", "candidate"): {0: "timeout"}, ("done", "v9"): {1: "timeout"}},
    )


def test_that_units_on_one_side_alone_are_named() -> None:
    found = list_units(rows(), "candidate")
    assert found.only_before == ("u1",)
    assert found.only_after == ("u3",)
    assert found.repeated == ()
    assert list_units(rows(), "v9").only_before == ("u2",)


def test_that_units_with_more_rows_than_others_are_listed_where_the_readers_doubted() -> None:
    seen = builders.observations({"done": {"baseline": [1.0] * 6, "candidate": [1.0] * 6}})
    problem = Problem("warning", "duplicate_keys", "a.csv", "id", "1 unit occurs more than once.")
    columns = {
        field.name: np.concatenate([getattr(seen.rows, field.name), getattr(seen.rows, field.name)[:1]])
        for field in fields(seen.rows)
        if getattr(seen.rows, field.name) is not None
    }
    twice = replace(seen, rows=replace(seen.rows, **columns), problems=(problem,))
    assert list_units(twice, "candidate").repeated == ("u000000",)
    assert list_units(replace(twice, problems=()), "candidate").repeated == ()


def test_that_arms_are_taken_out_of_rows_and_table_alike() -> None:
    seen = rows()
    project = builders.project(seen)
    left = order_arms(seen, ("baseline", "v9"))
    assert left.arms == ("baseline", "v9")
    source = without_arm_source(make_source(seen, project), "candidate")
    assert source.table.arms == ("baseline", "v9")
    assert source.status_rows is not None
    assert source.status_rows.arm.tolist() == [1]


def test_that_arms_of_new_rows_find_those_of_the_project() -> None:
    project = builders.project(rows())
    assert fit_arms(rows(), project, ("a", "b", "c")).arms == ("a", "b", "c")
    turned = rename_arms(rows(), ("v9", "baseline", "candidate"))
    assert fit_arms(turned, project).arms == ("baseline", "candidate", "v9")
    with pytest.raises(ReadError, match="only one version"):
        fit_arms(order_arms(rows(), ("baseline",)), project)
    assert next_ids(project, 2) == ["candidate-2", "candidate-3"]


def test_that_a_rule_says_how_many_units_it_holds() -> None:
    seen = rows()
    table = make_source(seen, builders.project(seen)).table
    assert count_units(table, {"tier": ("a",)}) == 2
    assert count_units(table, {"tier": ("a",), "plan": ("y",)}) == 1
    assert count_units(table, {"tier": ("a", "b")}) == 4
