"""Two projects differ by items with a meaning: what one side has alone, what both have otherwise, what clashes."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.storage.small import make_project
from tradeoff_app.colleagues.compare import Difference, compare_projects, list_items
from tradeoff_app.model.gate import Gate
from tradeoff_app.model.overlay import apply_setup
from tradeoff_app.model.project import Project
from tradeoff_app.model.scenario import Scenario

MINE = make_project()


def changed(**fields: Any) -> Project:
    """The project with a setup laid over it."""
    return apply_setup(MINE, {"schema": "tradeoff/setup@1", **fields})


def compare(**fields: Any) -> tuple[Difference, ...]:
    """What the changed project says differently."""
    return compare_projects(MINE, changed(**fields))


def test_that_equal_projects_do_not_differ() -> None:
    assert compare_projects(MINE, make_project()) == ()


def test_that_another_order_or_another_id_of_the_file_is_no_difference() -> None:
    turned = MINE.change(gates=dict(reversed(list(MINE.gates.items()))), id="other")
    assert compare_projects(MINE, turned) == ()


def test_that_a_changed_weight_is_one_item() -> None:
    assert compare(scenarios=[{"id": "zeta", "segment_weights": {"tail": 0.8}}]) == (
        Difference("scenarios/zeta/segment_weights/tail", "changed", 1.0, 0.8),
    )


def test_that_a_range_is_one_item() -> None:
    per_unit = {"low": 1.1, "base": 2.5, "high": 3.3}
    (found,) = compare(scenarios=[{"id": "zeta", "money": [{"metric": "task_done", "per_unit": per_unit}]}])
    assert found.item == "scenarios/zeta/money/task_done|*/per_unit"
    assert (found.mine["base"], found.theirs["base"]) == (2.2, 2.5)


def test_that_an_item_that_one_side_has_alone_is_reported_whole() -> None:
    theirs = MINE.without_item("gates", "g1").with_item("scenarios", Scenario(id="beta", segment_weights={"tail": 1.0}))
    removed, added = compare_projects(MINE, theirs)
    assert (removed.item, removed.kind, removed.theirs) == ("gates/g1", "removed", None)
    assert removed.mine["target"] == 4.5
    assert (added.item, added.kind, added.mine) == ("scenarios/beta", "added", None)


def test_that_a_part_that_was_empty_and_now_is_stated_is_added() -> None:
    (found,) = compare(metrics=[{"id": "grade", "phrase": {"event": {"one": "a", "other": "b"}}}])
    assert (found.item, found.kind) == ("metrics/grade/phrase", "added")


def test_that_a_text_that_was_empty_is_changed() -> None:
    (found,) = compare(metrics=[{"id": "grade", "label": "Grade"}])
    assert (found.item, found.kind, found.mine) == ("metrics/grade/label", "changed", None)


def test_that_confirming_an_assumption_is_seen() -> None:
    (found,) = compare_projects(MINE, MINE.confirm("metrics/grade/scale"))
    assert (found.item, found.kind) == ("assumed/metrics/grade/scale", "removed")


def test_that_only_what_both_changed_each_in_another_way_is_a_conflict() -> None:
    mine, theirs = changed(title="Mine", currency="EUR"), changed(title="Theirs", horizon_months=6)
    found = {one.item: one.is_conflict for one in compare_projects(mine, theirs, MINE)}
    assert found == {"title": True, "currency": False, "horizon_months": False}


def test_that_both_adding_the_same_id_with_other_content_is_a_conflict() -> None:
    gates = [Gate(id="new", metric="grade", rule="absolute_target", target=target) for target in (4.0, 5.0)]
    mine, theirs = (MINE.with_item("gates", gate) for gate in gates)
    (found,) = compare_projects(mine, theirs, MINE)
    assert (found.item, found.base, found.is_conflict) == ("gates/new/target", None, True)


@given(st.floats(0, 1), st.floats(0, 1))
def test_that_a_difference_turns_around_with_its_sides(left: float, right: float) -> None:
    mine, theirs = (
        changed(scenarios=[{"id": "alpha", "segment_weights": {"tail": weight}}]) for weight in (left, right)
    )
    forth, back = compare_projects(mine, theirs), compare_projects(theirs, mine)
    assert [(one.item, one.mine, one.theirs) for one in forth] == [(one.item, one.theirs, one.mine) for one in back]
    assert bool(forth) == (left != right)


def test_that_every_value_of_a_project_is_reachable_as_an_item() -> None:
    items = list_items(MINE)
    assert items["segments/tail/exposure"][0]["per_month"]["base"] == 2000.0
    assert items["gates/g1/target"] == 4.5
    assert items["partition"] == ["tier"]
