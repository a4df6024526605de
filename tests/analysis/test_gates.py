"""Gates: limits, margins and goals in and out of scope, and that worse data never pass."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import evidence, monthly, observations, outcome, paired_rate, project
from tradeoff_app.analysis.gates import GateResult
from tradeoff_app.analysis.observations import Observations
from tradeoff_app.analysis.outcome import Outcome
from tradeoff_app.analysis.states import (
    GateState,
    guardrail_state,
    level_target_state,
    limit_state,
    never_event_state,
    target_state,
)
from tradeoff_app.model.gate import Gate
from tradeoff_app.model.scenario import Rollout, Scenario

ENDS = st.tuples(st.floats(-1, 1), st.floats(-1, 1)).map(sorted)
ORDER: dict[GateState, int] = {
    "BREACHED": 0,
    "REGRESSED": 1,
    "INCONCLUSIVE": 2,
    "REGRESSED_WITHIN_MARGIN": 2,
    "NON_INFERIOR": 3,
    "IMPROVED": 4,
}


@given(ENDS, st.floats(0, 0.5), st.floats(0, 0.5))
def test_that_worse_data_never_improve_a_guardrail(ends: list[float], margin: float, shift: float) -> None:
    low, high = ends
    before = guardrail_state(low, high, margin)
    after = guardrail_state(low - shift, high - shift, margin)
    assert ORDER[after] <= ORDER[before]


@given(ENDS, st.floats(0, 0.5), st.floats(0, 0.5))
def test_that_a_wider_margin_never_breaks_a_guardrail(ends: list[float], margin: float, more: float) -> None:
    low, high = ends
    assert ORDER[guardrail_state(low, high, margin + more)] >= ORDER[guardrail_state(low, high, margin)]


@given(st.integers(0, 50), st.integers(1, 50), st.floats(0.001, 0.5))
def test_that_one_more_event_never_passes_a_safety_gate(events: int, more: int, limit: float) -> None:
    order = {"PASS": 2, "INCONCLUSIVE": 1, "FAIL": 0}
    states = [judged_safety(count, 100, limit).state for count in (events, min(100, events + more))]
    assert order[states[1]] <= order[states[0]]


def judged_safety(events: int, n: int, limit: float) -> GateResult:
    """A safety gate over n replies."""
    values = [1.0] * events + [0.0] * (n - events)
    seen = observations({"bad": {"baseline": [0.0] * n, "candidate": values}}, lower_is_better=["bad"])
    gate = Gate(id="g", metric="bad", rule="absolute_limit", limit=limit)
    return outcome(seen, project(seen, gates={"g": gate}, replicates=100)).gates[0]


@pytest.mark.parametrize(
    ("low", "high", "target", "better", "state"),
    [
        (4.5, 4.8, 4.5, "higher", "MET"),
        (4.2, 4.4, 4.5, "higher", "MISSED"),
        (4.2, 4.5, 4.5, "higher", "INCONCLUSIVE"),
        (1.0, 2.0, 2.0, "lower", "MET"),
        (2.1, 2.5, 2.0, "lower", "MISSED"),
    ],
)
def test_that_an_absolute_target_is_judged_by_the_candidates_own_interval(
    low: float, high: float, target: float, better: Any, state: str
) -> None:
    assert level_target_state(low, high, target, better) == state


def test_that_a_limit_is_a_floor_where_higher_is_better() -> None:
    assert limit_state(0.9, 0.88, 0.85, "higher") == "PASS"
    assert limit_state(0.9, 0.84, 0.85, "higher") == "INCONCLUSIVE"
    assert limit_state(0.8, 0.75, 0.85, "higher") == "FAIL"
    assert limit_state(None, None, 0.85, "higher") == "NO_DATA"


def test_that_a_never_event_fails_at_the_first_one() -> None:
    assert never_event_state(0.0) == "PASS"
    assert never_event_state(0.2) == "FAIL"
    assert never_event_state(None) == "NO_DATA"


def test_that_a_change_inside_the_equivalence_band_is_no_material_one() -> None:
    assert target_state(-0.004, 0.003, 0.02, 0.005) == "NO_MATERIAL_CHANGE"
    assert target_state(-0.004, 0.006, 0.02, 0.005) == "INCONCLUSIVE"


def tiers(harm: int, n: int = 200) -> Observations:
    """A harm that grows only in the tail."""
    before, after = paired_rate(n, both=4, fixed=2, broken=2)
    bad_before, bad_after = paired_rate(n, both=4, fixed=harm, broken=0)
    return observations(
        {"bad": {"baseline": before + bad_before, "candidate": after + bad_after}},
        lower_is_better=["bad"],
        segments={"tier": ["head"] * n + ["tail"] * n},
    )


def results(seen: Observations, gate: Gate, protected: bool = True, **scenario: Any) -> dict[str, GateResult]:
    """The gate's results by the segment they were judged in."""
    decided = project(seen, gates={gate.id: gate}, partition=("tier",), replicates=100)
    tail = decided.segments["tail"].model_copy(update={"protected": protected})
    decided = decided.with_item("segments", tail)
    decided = decided.with_item("scenarios", Scenario(id="base", **scenario))
    return {result.segment: result for result in outcome(seen, decided).gates}


def test_that_a_general_guardrail_is_judged_in_protected_segments_too() -> None:
    gate = Gate(id="g", metric="bad", rule="non_inferiority", margin=0.05)
    found = results(tiers(30), gate)
    assert set(found) == {"*", "tail"}
    assert found["tail"].state == "BREACHED"
    assert set(results(tiers(30), gate, protected=False)) == {"*"}
    out = results(tiers(30), gate, rollout={"tail": Rollout(share=0.0)})
    assert not out["tail"].in_scope


def test_that_a_protected_segment_decides_a_general_safety_gate() -> None:
    gate = Gate(id="g", metric="bad", rule="absolute_limit", limit=0.13)
    found = results(tiers(30), gate)
    assert (found["*"].state, found["*"].worst_segment) == ("FAIL", "tail")
    free = results(tiers(30), gate, protected=False)
    assert (free["*"].state, free["*"].worst_segment) == ("PASS", None)


def test_that_a_relative_margin_is_a_share_of_the_baseline() -> None:
    gate = Gate(id="g", metric="bad", segment="head", rule="non_inferiority", margin_relative=0.5)
    assert results(tiers(0), gate)["head"].threshold == pytest.approx(0.5 * 6 / 200)


def test_that_an_inconclusive_gate_says_how_many_more_items_it_takes() -> None:
    gate = Gate(id="g", metric="bad", segment="head", rule="non_inferiority", margin=0.01)
    found = results(tiers(0), gate)["head"]
    assert found.state == "INCONCLUSIVE"
    assert (found.needs_times_n or 0) > 1
    assert judged_safety(0, 100, 0.01).needs_times_n == pytest.approx(2.99, abs=0.01)


def test_that_missing_values_that_could_turn_a_state_are_said() -> None:
    nan = float("nan")
    before, after = [1.0] * 50 + [0.0] * 50, [1.0] * 45 + [0.0] * 45 + [nan] * 10
    seen = observations(
        {"done": {"baseline": before, "candidate": after}},
        statuses={("done", "candidate"): dict.fromkeys(range(90, 100), "judge_error")},
    )
    gate = Gate(id="g", metric="done", rule="non_inferiority", margin=0.01)
    found = outcome(seen, project(seen, gates={"g": gate}, replicates=100))
    assert found.gates[0].missing_decides
    assert "MISSING_DATA_DECIDES" in found.verdict.reasons


def test_that_an_absolute_target_holds_for_the_weighted_population() -> None:
    scores = [4.0, 5.0] * 60
    seen = observations(
        {"tone": {"baseline": scores, "candidate": scores}},
        types={"tone": "ordinal"},
        scales={"tone": (1.0, 5.0)},
        segments={"tier": ["a"] * 60 + ["b"] * 60},
    )
    gate = Gate(id="g", metric="tone", rule="absolute_target", target=4.2)
    found = outcome(seen, project(seen, gates={"g": gate}, partition=("tier",), replicates=100)).gates[0]
    assert found.state == "MET"
    assert found.observed == pytest.approx(4.5)


@settings(max_examples=25, deadline=None)
@given(st.integers(20, 80), st.integers(0, 8), st.integers(0, 8), st.integers(0, 8))
def test_that_a_gate_cannot_pass_with_worse_data(n: int, fixed: int, broken: int, more: int) -> None:
    states = []
    for extra in (0, more):
        before, after = paired_rate(n, both=2, fixed=fixed, broken=min(broken + extra, n - fixed - 2))
        seen = observations({"done": {"baseline": before, "candidate": after}})
        gate = Gate(id="g", metric="done", rule="non_inferiority", margin=0.05)
        states.append(outcome(seen, project(seen, gates={"g": gate}, replicates=100)).gates[0].state)
    assert ORDER[states[1]] <= ORDER[states[0]]


def test_that_evidence_of_one_arm_leaves_gates_without_data() -> None:
    seen = observations({"done": {"baseline": [1.0, 0.0] * 20}})
    gate = Gate(id="g", metric="done", rule="non_inferiority", margin=0.05)
    decided = project(seen, gates={"g": gate}, replicates=100)
    assert evidence(seen, decided).cells == {}
    assert outcome(seen, decided).gates[0].state == "NO_DATA"


def test_that_an_event_in_one_of_three_repeats_is_not_rounded_away() -> None:
    seen = observations({"bad": {"baseline": [0.0] * 60, "candidate": [1 / 3] + [0.0] * 59}}, lower_is_better=["bad"])
    gate = Gate(id="g", metric="bad", rule="never_event")
    result = outcome(seen, project(seen, gates={"g": gate}, replicates=100)).gates[0]
    assert result.state == "FAIL"
    assert result.events == pytest.approx(1 / 3)
    assert result.counted_events is None


def test_that_means_over_repeats_count_no_units_even_where_their_sum_is_whole() -> None:
    seen = observations({"bad": {"baseline": [0.0] * 60, "candidate": [0.5] * 2 + [0.0] * 58}}, lower_is_better=["bad"])
    gate = Gate(id="g", metric="bad", rule="never_event")
    result = outcome(seen, project(seen, gates={"g": gate}, replicates=100)).gates[0]
    assert result.counted_events is None
    assert judged_safety(3, 100, 0.1).counted_events == 3


def test_that_a_protected_segment_without_data_holds_where_others_have_some() -> None:
    values = {"baseline": [0.0] * 300 + [None] * 50, "candidate": [0.0] * 300 + [None] * 50}
    flat = {"baseline": [1.0, 0.0] * 175, "candidate": [1.0, 0.0] * 175}
    seen = observations(
        {"bad": values, "done": flat}, lower_is_better=["bad"], segments={"who": ["A"] * 300 + ["B"] * 50}
    )
    decided = project(seen, gates={"g": Gate(id="g", metric="bad", rule="absolute_limit", limit=0.02)}, replicates=100)
    assert outcome(seen, decided).gates[0].state == "PASS"
    protected = decided.with_item("segments", decided.segments["B"].model_copy(update={"protected": True}))
    found = outcome(seen, protected)
    assert (found.gates[0].state, found.gates[0].worst_segment) == ("NO_DATA", "B")
    assert "GATE_UNPROVEN:bad" in found.verdict.reasons


def test_that_a_limit_says_how_many_units_without_an_event_show_it() -> None:
    seen = observations({"unsafe": {"baseline": [0.0] * 40, "candidate": [0.0] * 40}}, lower_is_better=["unsafe"])
    gate = Gate(id="g", metric="unsafe", rule="absolute_limit", limit=0.01)
    (result,) = outcome(seen, project(seen, gates={"g": gate}, replicates=100)).gates
    assert (result.state, result.units_without_event) == ("INCONCLUSIVE", 299)


@pytest.mark.parametrize(("share", "state"), [(0.5, "INCONCLUSIVE"), (0.04, "IMPROVED")])
def test_that_no_margin_is_kept_for_everyone_where_too_few_of_them_were_measured(
    share: float, state: GateState
) -> None:
    found = with_an_unmeasured_segment(share)
    gate = next(item for item in found.gates if item.gate.id == "g")
    assert gate.state == state
    assert found.verdict.recommendation == ("HOLD" if state == "INCONCLUSIVE" else "SHIP")


def test_that_a_segment_that_stays_on_the_baseline_need_not_be_measured() -> None:
    found = with_an_unmeasured_segment(0.5, rollout={"b": Rollout(share=0.0)})
    assert found.gates[0].state == "IMPROVED"


def with_an_unmeasured_segment(share: float, **choices: Any) -> Outcome:
    """A guardrail on everyone, measured and better in one segment; the other makes this share of all exposures."""
    before, after = paired_rate(100, both=20, fixed=30, broken=2)
    seen = observations(
        {
            "done": {"baseline": before + [None] * 50, "candidate": after + [None] * 50},
            "other": {"baseline": before + before[:50], "candidate": after + after[:50]},
        },
        segments={"tier": ["a"] * 100 + ["b"] * 50},
    )
    decided = project(seen, replicates=200)
    volumes = {"a": monthly(1000 * (1 - share)), "b": monthly(1000 * share)}
    segments = {key: item.model_copy(update={"exposure": (volumes[key],)}) for key, item in decided.segments.items()}
    gate = Gate(id="g", metric="done", rule="non_inferiority", margin=0.05)
    scenario = Scenario(id="base", candidate="candidate", **choices)
    return outcome(seen, decided.change(segments=segments, gates={"g": gate}, scenarios={"base": scenario}))
