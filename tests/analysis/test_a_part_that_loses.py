"""A release that helps most users and hurts one segment, before and after somebody says what is agreed there."""

from __future__ import annotations

from functools import cache
from typing import Any

from tests.builders import evidence, monthly, observations, paired_rate, project
from tradeoff_app.analysis.evidence import Evidence
from tradeoff_app.analysis.outcome import Outcome, evaluate
from tradeoff_app.briefing.assemble import assemble
from tradeoff_app.briefing.text import to_text
from tradeoff_app.model.gate import Gate
from tradeoff_app.model.project import Project
from tradeoff_app.model.range import Range
from tradeoff_app.model.scenario import Money, Rollout
from tradeoff_app.wording.speaker import Speaker

MARGIN = Gate(id="tail", metric="solved", segment="tail", rule="non_inferiority", margin=0.02)


@cache
def _given() -> tuple[Project, Evidence]:
    many, few = paired_rate(900, both=500, fixed=120, broken=20), paired_rate(100, both=30, fixed=2, broken=30)
    values = {"solved": {"baseline": many[0] + few[0], "candidate": many[1] + few[1]}}
    seen = observations(values, segments={"plan": ["main"] * 900 + ["tail"] * 100})
    decided = project(seen)
    segments = {
        key: segment.model_copy(update={"exposure": (monthly(9000 if key == "main" else 1000),)})
        for key, segment in decided.segments.items()
    }
    decided = decided.change(segments=segments)
    return decided, evidence(seen, decided)


def _told(gate: Gate | None = None, **fields: Any) -> tuple[Outcome, Project]:
    decided, found = _given()
    decided = decided.with_item("gates", gate) if gate else decided
    scenario = decided.scenario().model_copy(update=fields)
    decided = decided.with_item("scenarios", scenario)
    return evaluate(decided, found), decided


def _memo(told: Outcome, decided: Project) -> str:
    return " ".join(to_text(assemble(decided, told, _given()[1])).split()).split("Effects table ·", maxsplit=1)[0]


def test_that_a_segment_which_keeps_the_version_before_is_told_as_no_loss() -> None:
    told, decided = _told(rollout={"tail": Rollout(share=0.0)})
    assert not told.reaches("tail")
    assert told.swept_regressions == ()
    assert "tail" not in Speaker(decided).loss_line(told)
    assert "in “tail”" not in _memo(told, decided)


def test_that_a_loss_under_no_gate_is_named_where_the_rule_finds_nothing() -> None:
    told, decided = _told()
    assert [effect.key for effect in told.swept_regressions] == ["solved|tail"]
    rule = next(rule for rule in told.verdict.trace if rule.rule == "NEEDS_ACCEPTANCE")
    said = Speaker(decided).rule_parts(rule, told)[1]
    assert said.startswith("none under a gate; worse outside the gates: ")
    assert "tail" in said
    memo = _memo(told, decided)
    assert "Ship, but nobody stated what must not get worse" in memo
    assert "We ask you to state what must not get worse, then to decide: " in memo
    assert "One effect is clearly worse, and no limit is stated for any." in memo
    assert "approve" not in memo


def test_that_a_margin_for_one_segment_leaves_the_metric_a_goal_for_everyone() -> None:
    told, _ = _told(MARGIN)
    states = {(gate.role, gate.segment): gate.state for gate in told.gates}
    assert states["target", "*"] == "MET"
    assert ("guardrail", "tail") in states


def test_that_a_price_which_nobody_has_filled_in_yet_does_not_decide() -> None:
    unpriced = Money(metric="solved", segment="*", per_unit=Range(low=0, base=0, high=0))
    told, _ = _told(money={unpriced.key: unpriced})
    assert (told.value, told.value_why) == (None, "no_price")
    assert told.verdict.recommendation == "SHIP"
