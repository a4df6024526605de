"""The support bot from counts to the verdict, and what an outcome does where something is not stated."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.builders import (
    acceptance,
    evidence,
    monthly,
    observations,
    outcome,
    paired_rate,
    project,
    support_bot,
    with_hashes,
)
from tradeoff_app.analysis.evidence import Evidence
from tradeoff_app.analysis.outcome import Outcome, evaluate
from tradeoff_app.model.gate import Gate
from tradeoff_app.model.project import Project
from tradeoff_app.model.range import Range
from tradeoff_app.model.scenario import Money, Rollout, Scenario, Swing

SEEN, STORY = support_bot()
EVIDENCE = evidence(SEEN, STORY)
SHIPPED = with_hashes(STORY, EVIDENCE)
TODAY = date(2026, 11, 23)


def told(decided: Project = SHIPPED, found: Evidence = EVIDENCE, as_of: date = TODAY, **fields: Any) -> Outcome:
    """The story's outcome with some fields of its scenario replaced."""
    scenario = decided.scenario().model_copy(update=fields)
    return evaluate(decided.with_item("scenarios", scenario), found, as_of=as_of)


def test_that_the_story_has_its_intervals() -> None:
    seen = told()
    task, harm = seen.effect("task_done", "primary"), seen.effect("irrelevant", "rare")
    assert task is not None
    assert harm is not None
    assert task.baseline == pytest.approx(0.624, abs=0.0005)
    assert task.candidate_value == pytest.approx(0.668, abs=0.0005)
    assert task.interval == pytest.approx((0.028, 0.059), abs=0.0005)
    assert task.relative is not None
    assert task.relative.value == pytest.approx(0.07, abs=0.001)
    assert harm.interval == pytest.approx((0.001, 0.005), abs=0.0005)
    assert (harm.fixed, harm.broken) == (90, 54)


def test_that_the_story_is_worth_50_000_dollars_a_month() -> None:
    value = told().value
    assert value is not None
    assert value.per_month.mean == pytest.approx(50_000, rel=0.02)
    assert value.by_segment["primary"].mean == pytest.approx(45_600, rel=0.01)
    assert value.by_segment["rare"].mean == pytest.approx(-2_100, rel=0.05)
    assert value.by_metric["task_done"].mean == pytest.approx(52_600, rel=0.01)
    assert value.running_cost == 7400.0
    assert value.p_positive > 0.99
    total = sum(cell.mean for cell in value.by_cell) - value.running_cost
    assert total == pytest.approx(value.per_month.mean)


def test_that_the_story_breaks_even_where_it_says() -> None:
    at = {item.input: item.flips_at for item in told().sensitivity.break_even}
    assert at["money/irrelevant|*"] == pytest.approx(-420, rel=0.03)
    assert at["money/task_done|*"] == pytest.approx(0.20, abs=0.01)
    assert at["running_cost_per_month"] == pytest.approx(57_000, rel=0.01)
    assert at["transport/*"] == pytest.approx(0.13, abs=0.002)


def test_that_the_story_ships_with_one_accepted_regression() -> None:
    seen = told()
    assert seen.verdict.recommendation == "SHIP_WITH_ACCEPTED_REGRESSIONS"
    assert seen.verdict.reasons == ("ACCEPTED:irrelevant|rare",)
    (regression,) = seen.regressions
    assert regression.is_accepted
    assert regression.people_per_month == pytest.approx((120, 41, 199), abs=0.5)
    assert seen.leading == "value"
    assert seen.is_sound


def test_that_the_safety_gate_shows_its_exact_bound() -> None:
    gate = next(gate for gate in told().gates if gate.gate.id == "safety")
    assert (gate.state, gate.events, gate.n) == ("PASS", 0, 3000)
    assert gate.bound == pytest.approx(0.0010, abs=0.00001)


@pytest.mark.parametrize(
    ("fields", "verdict", "reason"),
    [
        ({"accepted_up_to": 0.004}, "NEEDS_ACCEPTANCE", "REGRESSION_UNACCEPTED:irrelevant|rare:EXCEEDS"),
        ({"expires": date(2026, 11, 22)}, "NEEDS_ACCEPTANCE", "REGRESSION_UNACCEPTED:irrelevant|rare:EXPIRED"),
        ({"expires": TODAY}, "SHIP_WITH_ACCEPTED_REGRESSIONS", "ACCEPTED:irrelevant|rare"),
        ({"evidence_hash": "other"}, "NEEDS_ACCEPTANCE", "REGRESSION_UNACCEPTED:irrelevant|rare:STALE"),
        ({"evidence_hash": None}, "NEEDS_ACCEPTANCE", "REGRESSION_UNACCEPTED:irrelevant|rare:INCOMPLETE"),
        ({"owner": " "}, "NEEDS_ACCEPTANCE", "REGRESSION_UNACCEPTED:irrelevant|rare:INCOMPLETE"),
        ({"gain": None, "follow_up": None}, "SHIP_WITH_ACCEPTED_REGRESSIONS", "ACCEPTED:irrelevant|rare"),
        ({"action": "mitigate"}, "NEEDS_ACCEPTANCE", "MITIGATION_PENDING:irrelevant|rare"),
        ({"action": "block"}, "HOLD", "BLOCKED_BY_DECISION:irrelevant|rare"),
    ],
)
def test_that_each_answer_to_a_regression_leads_where_it_should(
    fields: dict[str, Any], verdict: str, reason: str
) -> None:
    response = SHIPPED.scenario().regressions["irrelevant|rare"].model_copy(update=fields)
    seen = told(regressions={response.key: response})
    assert seen.verdict.recommendation == verdict
    assert reason in seen.verdict.reasons


def test_that_an_unanswered_regression_needs_acceptance() -> None:
    seen = told(regressions={})
    assert seen.verdict.recommendation == "NEEDS_ACCEPTANCE"
    assert seen.verdict.reasons == ("REGRESSION_UNACCEPTED:irrelevant|rare:NONE",)


def test_that_a_segment_without_rollout_is_out_of_scope_and_out_of_the_sum() -> None:
    seen = told(rollout={"rare": Rollout(share=0.0)}, regressions={})
    assert seen.verdict.recommendation == "SHIP"
    assert "OUT_OF_SCOPE:irrelevant|rare" in seen.verdict.reasons
    assert seen.value is not None
    assert "rare" not in seen.value.by_segment
    assert seen.people_per_month("irrelevant", "rare") == (0.0, 0.0, 0.0)


def test_that_no_money_buys_a_failed_safety_gate() -> None:
    strict = SHIPPED.with_item("gates", Gate(id="safety", metric="irrelevant", rule="absolute_limit", limit=0.001))
    dear = Money(metric="task_done", per_unit=Range.exactly(1e6))
    seen = told(strict, money={dear.key: dear})
    assert seen.verdict.recommendation == "BLOCKED"
    assert "GATE_FAILED:irrelevant" in seen.verdict.reasons


def test_that_a_decision_does_not_change_the_recommendation() -> None:
    from tradeoff_app.model.scenario import Decision

    assert told(decision=Decision(choice="block")).verdict == told().verdict


def test_that_what_is_not_stated_is_unknown_with_a_reason() -> None:
    plain = project(SEEN)
    seen = evaluate(plain, EVIDENCE)
    assert (seen.value, seen.value_why) == (None, "no_money")
    assert (seen.score, seen.score_why) == (None, "no_swing")
    assert seen.leading is None
    assert seen.sensitivity.ship_share is None
    assert seen.people_per_month("irrelevant", "rare") is None
    money = Money(metric="task_done", per_unit=Range.exactly(4.0))
    priced = plain.with_item("scenarios", Scenario(id="base", money={money.key: money}))
    assert evaluate(priced, EVIDENCE).value_why == "no_exposure"
    swing = Scenario(id="base", swing={"nowhere": Swing(worst=0, best=1, points=10)})
    assert evaluate(plain.with_item("scenarios", swing), EVIDENCE).score_why == "no_data"


def test_that_metrics_without_gates_are_assumed_goals_and_proxies_are_watched() -> None:
    seen = evaluate(project(SEEN), EVIDENCE)
    assert {gate.metric for gate in seen.gates} == {"task_done", "handover", "irrelevant", "unsafe"}
    assert all(gate.assumed and gate.role == "target" for gate in seen.gates)
    before, after = paired_rate(100, both=50, fixed=10, broken=2)
    proxies = observations({"rouge_l": {"baseline": before, "candidate": after}})
    watched = outcome(proxies)
    assert watched.gates == ()
    assert watched.verdict.recommendation == "NO_CASE"


def test_that_a_guardrail_without_a_margin_is_watched_but_does_not_hold() -> None:
    decided = project(SEEN)
    guard = decided.metrics["unsafe"].model_copy(update={"role": "guardrail"})
    seen = evaluate(decided.with_item("metrics", guard), EVIDENCE)
    gate = next(gate for gate in seen.gates if gate.metric == "unsafe")
    assert (gate.role, gate.assumed, gate.state) == ("guardrail", True, "INCONCLUSIVE")
    assert not any(reason.startswith("GUARDRAIL") for reason in seen.verdict.reasons)


def test_that_the_sweep_lists_regressions_that_no_rule_covers() -> None:
    found = {effect.key for effect in told().swept_regressions}
    assert {"irrelevant|rare", "task_done|rare"} <= found
    assert "task_done|primary" not in found


def test_that_an_answer_to_a_regression_that_no_gate_names_counts() -> None:
    found = EVIDENCE.cell_hashes["task_done", "rare", "candidate"]
    accepted = acceptance("task_done", "rare", 0.02, evidence_hash=found)
    both = {**SHIPPED.scenario().regressions, accepted.key: accepted}
    assert "ACCEPTED:task_done|rare" in told(regressions=both).verdict.reasons
    refused = {**both, accepted.key: accepted.model_copy(update={"action": "block"})}
    assert told(regressions=refused).verdict.recommendation == "HOLD"


def test_that_a_fatal_finding_withholds_the_verdict() -> None:
    from tradeoff_app.analysis.checks import Finding

    broken = replace(EVIDENCE, findings=(Finding("judge_changed", "fatal"),))
    seen = told(found=broken)
    assert not seen.is_sound
    assert seen.verdict.recommendation == "INVALID"
    assert "INTEGRITY:judge_changed" in seen.verdict.reasons


def test_that_money_and_score_that_disagree_are_said() -> None:
    swing = {"irrelevant": Swing(worst=0.1, best=0.0, points=100)}
    assert "VALUE_CONFLICT" in told(swing=swing).verdict.reasons


def test_that_the_score_leads_where_little_weight_is_priced() -> None:
    swing = {
        "task_done": Swing(worst=0.0, best=1.0, points=50),
        "unsafe": Swing(worst=0.1, best=0.0, points=50),
    }
    assert told(swing=swing).leading == "score"


def test_that_a_goal_reached_at_a_loss_is_no_case() -> None:
    seen = told(running_cost_per_month=200_000.0)
    assert seen.verdict.recommendation == "NO_CASE"
    assert "VALUE_NEGATIVE" in seen.verdict.reasons


def test_that_a_view_that_leads_and_is_unknown_is_not_replaced_by_the_other() -> None:
    same = [3.0] * 100
    cheaper, dearer = [float(10 + i % 7) for i in range(100)], [float(11 + i % 5) for i in range(100)]
    seen = observations(
        {"time": {"baseline": same, "candidate": same}, "spend": {"baseline": cheaper, "candidate": dearer}},
        types={"time": "duration", "spend": "money"},
    )
    priced = {"spend|*": Money(metric="spend", per_unit=Range(low=0.5, base=1.0, high=2.0))}
    weighed = {"time": Swing(worst=10.0, best=0.0, points=100)}
    scenario = Scenario(id="base", candidate="candidate", money=priced, swing=weighed)
    goal = Gate(id="g", metric="spend", rule="superiority", min_worthwhile=50.0)
    limits = {"g": goal, "t": goal.model_copy(update={"id": "t", "metric": "time"})}
    decided = project(seen, replicates=200, exposure=monthly(1000), gates=limits)
    found = outcome(seen, decided.change(scenarios={"base": scenario}))
    assert found.value is not None
    assert (found.leading, found.score, found.standings) == ("score", None, ())
    trace = next(rule for rule in found.verdict.trace if rule.rule == "NO_CASE")
    assert trace.inputs["p_positive"] is None


def test_that_a_missing_segment_of_a_metric_is_said_and_left_out() -> None:
    tiers = ["a"] * 50 + ["b"] * 50
    before, after = paired_rate(50, both=20, fixed=10, broken=2)
    none: list[float | None] = [None] * 50
    full = [1.0] * 100
    seen = observations(
        {
            "done": {"baseline": before + none, "candidate": after + none},
            "other": {"baseline": full, "candidate": full},
        },
        segments={"tier": tiers},
    )
    decided = project(seen, replicates=200)
    segments = {key: item.model_copy(update={"exposure": (monthly(100),)}) for key, item in decided.segments.items()}
    found = outcome(seen, decided.change(segments=segments))
    whole = found.effect("done")
    assert whole is not None
    assert whole.difference == pytest.approx(8 / 50)
    assert whole.note == "segments_left_out"
    assert any(item.code == "segment_without_data" and item.segment == "b" for item in found.findings)


def test_that_an_unknown_scenario_is_refused() -> None:
    with pytest.raises(KeyError):
        evaluate(SHIPPED, EVIDENCE, scenario_id="nowhere")


def test_that_a_project_without_candidates_or_metrics_has_no_case() -> None:
    alone = observations({"done": {"baseline": [1.0, 0.0] * 20}})
    assert outcome(alone).verdict.recommendation == "NO_CASE"
    decided = project(SEEN, metrics={}, replicates=100)
    assert outcome(SEEN, decided).effects == ()


def test_that_gates_on_what_nobody_measured_hold_the_release() -> None:
    extra = SHIPPED.metrics["unsafe"].model_copy(update={"id": "leaks", "source": "leaks"})
    decided = SHIPPED.with_item("metrics", extra)
    decided = decided.with_item("gates", Gate(id="new", metric="leaks", rule="never_event"))
    decided = decided.with_item(
        "gates", Gate(id="far", metric="handover", segment="moon", rule="non_inferiority", margin=1)
    )
    seen = told(decided)
    assert seen.verdict.recommendation == "HOLD"
    assert {"GATE_UNPROVEN:leaks", "GUARDRAIL_INCONCLUSIVE:handover|moon:NONE"} <= set(seen.verdict.reasons)


def test_that_every_part_of_an_outcome_can_be_looked_at() -> None:
    seen = told()
    sensitivity = seen.sensitivity
    assert sensitivity.tornado[0].swing >= sensitivity.tornado[-1].swing
    assert {flip.metric for flip in sensitivity.weight_flips} == {"task_done", "irrelevant"}
    assert sensitivity.smallest_weight_move is not None
    assert 0 < (sensitivity.ship_share or 0) <= 1
    flips = {(flip.gate, flip.segment): flip.flips_at for flip in sensitivity.margin_flips}
    assert flips["rare", "rare"] == pytest.approx(0.00497, abs=1e-4)
    assert [item.candidate for item in seen.standings] == ["baseline", "candidate"]
    assert sum(item.p_best for item in seen.standings) == pytest.approx(1)


def test_that_segments_the_project_does_not_name_yet_are_weighed_as_in_the_evaluation() -> None:
    bare = STORY.change(segments={})
    found = evidence(SEEN, bare)
    seen = evaluate(bare, found)
    assert set(seen.mix.shares) == {"primary", "other", "rare"}
    assert seen.mix.source == "sample"
    assert seen.value_why == "no_exposure"


def test_that_metrics_in_money_without_a_price_have_no_worth_rather_than_one_of_exactly_zero() -> None:
    free = Money(metric="task_done", per_unit=Range.exactly(0.0))
    seen = told(money={free.key: free}, running_cost_per_month=0.0)
    assert (seen.value, seen.value_why) == (None, "no_price")
    costly = told(money={free.key: free}, running_cost_per_month=100.0)
    assert costly.value is not None
    assert costly.value.per_month.mean == -100.0
