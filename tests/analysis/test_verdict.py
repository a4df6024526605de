"""The release verdict: the first rule wins, every reason is kept."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import acceptance
from tradeoff_app.analysis.acceptances import missing_parts, problem_of
from tradeoff_app.analysis.verdict import Judged, LeadingView, recommend

GOAL = Judged("task", "*", "target", "MET")
STATES = ("REGRESSED", "BREACHED", "INCONCLUSIVE", "NO_DATA", "NON_INFERIOR", "IMPROVED", "REGRESSED_WITHIN_MARGIN")


def test_that_rules_apply_in_their_order_and_all_reasons_are_kept() -> None:
    judged = [
        Judged("toxic", "*", "safety_gate", "FAIL"),
        Judged("leak", "*", "safety_gate", "INCONCLUSIVE"),
        Judged("wrong", "tail", "guardrail", "REGRESSED"),
        Judged("slow", "*", "guardrail", "INCONCLUSIVE"),
        Judged("task", "*", "target", "INCONCLUSIVE"),
    ]
    verdict = recommend(judged, ["sample_ratio"], LeadingView())
    assert verdict.recommendation == "INVALID"
    assert set(verdict.reasons) == {
        "INTEGRITY:sample_ratio",
        "GATE_FAILED:toxic",
        "GATE_UNPROVEN:leak",
        "REGRESSION_UNACCEPTED:wrong|tail:NONE",
        "GUARDRAIL_INCONCLUSIVE:slow:NONE",
        "NO_BENEFIT_SHOWN",
    }
    assert [rule.rule for rule in verdict.trace if rule.applies][:3] == ["INVALID", "BLOCKED", "NEEDS_ACCEPTANCE"]
    assert recommend(judged, [], LeadingView()).recommendation == "BLOCKED"
    assert recommend(judged[1:], [], LeadingView()).recommendation == "NEEDS_ACCEPTANCE"
    assert recommend([*judged[1:2], *judged[3:]], [], LeadingView()).recommendation == "HOLD"
    assert recommend(judged[4:], [], LeadingView()).recommendation == "NO_CASE"
    assert recommend([GOAL], [], LeadingView()).recommendation == "SHIP"


@pytest.mark.parametrize(
    ("goal", "p", "expected"),
    [
        ("INCONCLUSIVE", None, "NO_CASE"),
        ("INCONCLUSIVE", 0.89, "NO_CASE"),
        ("INCONCLUSIVE", 0.90, "SHIP"),
        ("IMPROVED", None, "SHIP"),
        ("MET", 0.49, "NO_CASE"),
        ("MET", 0.50, "SHIP"),
        ("MISSED", None, "NO_CASE"),
    ],
)
def test_that_a_case_needs_a_goal_or_a_likely_gain(goal: str, p: float | None, expected: str) -> None:
    judged = [Judged("task", "*", "target", goal)]  # type: ignore[arg-type]
    assert recommend(judged, [], LeadingView("value", p)).recommendation == expected


@pytest.mark.parametrize("state", ["REGRESSED", "BREACHED", "INCONCLUSIVE", "NO_DATA"])
def test_that_a_valid_acceptance_settles_a_guardrail(state: str) -> None:
    item = Judged("wrong", "tail", "guardrail", state, problem=None)  # type: ignore[arg-type]
    verdict = recommend([GOAL, item], [], LeadingView())
    assert verdict.recommendation == "SHIP_WITH_ACCEPTED_REGRESSIONS"
    assert verdict.reasons == ("ACCEPTED:wrong|tail",)


def test_that_a_monitor_that_got_worse_asks_for_nothing_until_somebody_answers() -> None:
    watched = Judged("rouge", "*", "monitor", "DETERIORATED")
    assert recommend([GOAL, watched], [], LeadingView()).recommendation == "SHIP"
    refused = Judged("rouge", "*", "monitor", "DETERIORATED", problem="BLOCKED_BY_DECISION")
    assert recommend([GOAL, refused], [], LeadingView()).recommendation == "HOLD"


def test_that_no_acceptance_settles_a_safety_gate() -> None:
    for state, expected in (("FAIL", "BLOCKED"), ("INCONCLUSIVE", "HOLD"), ("NO_DATA", "HOLD")):
        item = Judged("toxic", "*", "safety_gate", state, problem=None)  # type: ignore[arg-type]
        assert recommend([GOAL, item], [], LeadingView()).recommendation == expected


def test_that_a_block_inside_the_margin_holds_the_release() -> None:
    item = Judged("slow", "*", "guardrail", "REGRESSED_WITHIN_MARGIN", problem="BLOCKED_BY_DECISION")
    assert recommend([GOAL, item], [], LeadingView()).recommendation == "HOLD"


@given(st.lists(st.sampled_from(STATES), max_size=4), st.sampled_from(STATES))
def test_that_out_of_scope_never_changes_the_verdict(states: list[str], beyond: str) -> None:
    judged = [Judged(f"m{i}", "*", "guardrail", state) for i, state in enumerate(states)]  # type: ignore[arg-type]
    outside = Judged("far", "moon", "guardrail", beyond, in_scope=False)  # type: ignore[arg-type]
    plain = recommend([GOAL, *judged], [], LeadingView())
    assert recommend([GOAL, *judged, outside], [], LeadingView()).recommendation == plain.recommendation


@given(st.lists(st.sampled_from(STATES), max_size=4), st.sampled_from(["REGRESSED", "BREACHED", "INCONCLUSIVE"]))
def test_that_another_problem_never_makes_a_release_easier(states: list[str], worse: str) -> None:
    order = ["INVALID", "BLOCKED", "NEEDS_ACCEPTANCE", "HOLD", "NO_CASE", "SHIP_WITH_ACCEPTED_REGRESSIONS", "SHIP"]
    judged = [Judged(f"m{i}", "*", "guardrail", state) for i, state in enumerate(states)]  # type: ignore[arg-type]
    extra = Judged("more", "*", "guardrail", worse)  # type: ignore[arg-type]
    before = recommend([GOAL, *judged], [], LeadingView()).recommendation
    after = recommend([GOAL, *judged, extra], [], LeadingView()).recommendation
    assert order.index(after) <= order.index(before)


def test_that_the_first_thing_wrong_with_an_acceptance_is_named() -> None:
    today = date(2026, 12, 1)
    whole = acceptance("m", "s", 0.01, evidence_hash="h")
    assert problem_of(whole, -0.01, "h", today) is None
    assert problem_of(None, -0.01, "h", today) == "NONE"
    assert problem_of(whole, -0.011, "h", today) == "EXCEEDS"
    assert problem_of(whole, None, "h", today) == "EXCEEDS"
    assert problem_of(whole, -0.011, "other", today) == "STALE"
    assert problem_of(whole, -0.01, "h", date(2027, 2, 1)) == "EXPIRED"
    assert problem_of(whole, -0.01, "h", None) is None
    bare = whole.model_copy(update={"owner": None, "rationale": "  "})
    assert problem_of(bare, -0.01, "h", today) == "INCOMPLETE"
    assert missing_parts(bare) == ("rationale", "owner")


def test_that_a_goal_on_which_raters_disagree_does_not_decide_alone() -> None:
    disputed = Judged("tone", "*", "target", "MET", is_disputed=True)
    assert recommend([disputed], [], LeadingView()).recommendation == "NO_CASE"
    assert recommend([disputed], [], LeadingView("value", 0.95)).recommendation == "SHIP"
    beside = Judged("done", "*", "target", "MET")
    assert recommend([disputed, beside], [], LeadingView()).recommendation == "SHIP"
