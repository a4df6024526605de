"""Scenarios: copies, names, deletions, what differs, and outcomes that are computed once."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.app.stories import story
from tradeoff_app.analysis import outcome as outcomes_module
from tradeoff_app.analysis.outcome import evaluate
from tradeoff_app.app.scenario_inputs import differing_inputs
from tradeoff_app.app.scenario_outcomes import ScenarioOutcomes
from tradeoff_app.app.scenarios import open_assumptions, with_duplicate, with_name, without_scenario
from tradeoff_app.app.value_inputs import with_rollout
from tradeoff_app.model.project import Project

TODAY = date(2026, 11, 23)


def project() -> Project:
    return story()[0]


def test_that_a_copy_says_the_same_under_another_name_and_is_in_force() -> None:
    copied = with_duplicate(project())
    first, second = copied.scenarios.values()
    assert (copied.scenario().id, first.id != second.id, first.name != second.name) == (second.id, True, True)
    assert second.model_copy(update={"id": first.id, "label": first.label}) == first
    assert differing_inputs(copied, story()[1].partition) == ()


def test_that_a_copy_takes_its_assumptions_along_and_only_those_in_force_wait() -> None:
    start = project()
    base = start.scenario().id
    start = start.change(assumed=(f"scenarios/{base}/transport/*", "segments/rare/exposure"))
    copied = with_duplicate(start)
    assert len(copied.assumed) == 3
    assert len(open_assumptions(copied)) == 2
    assert without_scenario(copied, copied.scenario().id).assumed == start.assumed


def test_that_the_last_scenario_stays() -> None:
    assert without_scenario(project(), project().scenario().id) == project()


def test_that_deleting_the_one_in_force_shows_its_neighbour() -> None:
    copied = with_duplicate(with_duplicate(project()))
    shown = without_scenario(copied, copied.scenario().id).scenario().id
    assert shown == list(copied.scenarios)[1]


@given(st.lists(st.sampled_from(["Base", "Slow", "Base 2"]), min_size=1, max_size=5))
def test_that_names_never_collide(names: list[str]) -> None:
    made = project()
    for name in names:
        made = with_duplicate(made)
        made = with_name(made, made.scenario().id, name)
    said = [scenario.name for scenario in made.scenarios.values()]
    assert len(set(said)) == len(said) == len(names) + 1


def test_that_only_the_inputs_that_differ_are_listed() -> None:
    partition = story()[1].partition
    changed = with_rollout(with_duplicate(project()), partition[-1], 0.5)
    (row,) = differing_inputs(changed, partition)
    assert (row.path, row.values) == (f"rollout/{partition[-1]}", (1.0, 0.5))


def test_that_outcomes_are_those_of_each_scenario() -> None:
    _, evidence = story()
    changed = with_rollout(with_duplicate(project()), evidence.partition[-1], 0.5)
    current = evaluate(changed, evidence, as_of=TODAY)
    told = ScenarioOutcomes().of(changed, evidence, current, TODAY)
    assert list(told) == list(changed.scenarios)
    for key, outcome in told.items():
        assert outcome.verdict == evaluate(changed, evidence, key, TODAY).verdict


def test_that_a_moved_slider_costs_no_other_scenario(monkeypatch: pytest.MonkeyPatch) -> None:
    _, evidence = story()
    several = with_duplicate(with_duplicate(project()))
    outcomes = ScenarioOutcomes()
    current = evaluate(several, evidence, as_of=TODAY)
    outcomes.of(several, evidence, current, TODAY)
    computed: list[str] = []
    monkeypatch.setattr(outcomes_module, "evaluate", lambda *_a, **_k: computed.append("once"))
    outcomes.of(with_rollout(several, evidence.partition[-1], 0.4), evidence, current, TODAY)
    assert computed == []
    outcomes.of(several.change(horizon_months=3), evidence, current, TODAY)
    assert len(computed) == 2
