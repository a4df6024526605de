"""Several candidates: the best of them, different ones by segment, and what trying many is worth."""

from __future__ import annotations

import numpy as np
import pytest

from tests.builders import evidence, monthly, observations, paired_rate, project
from tradeoff_app.analysis.evidence import Evidence
from tradeoff_app.analysis.outcome import Outcome, evaluate
from tradeoff_app.model.gate import Gate
from tradeoff_app.model.project import Project
from tradeoff_app.model.range import Range
from tradeoff_app.model.scenario import Money, Rollout, Scenario, Swing

ONE, TWO = "one", "two"


def release(rollout: dict[str, Rollout] | None = None, **fields: object) -> tuple[Project, Evidence]:
    """Two segments of 200; `one` helps in `a`, `two` helps in `b`; `two` breaks a safety rule in 6 units."""
    base, better = paired_rate(200, both=100, fixed=40, broken=5)
    same, again = paired_rate(200, both=100, fixed=8, broken=8)
    done = {"baseline": base + same, ONE: better + again, TWO: again + better}
    safe = {arm: [0.0] * 400 for arm in ("baseline", ONE)} | {TWO: [1.0] * 6 + [0.0] * 394}
    seen = observations(
        {"done": done, "unsafe": safe}, lower_is_better=["unsafe"], segments={"who": ["a"] * 200 + ["b"] * 200}
    )
    decided = project(seen, partition=("who",))
    segments = {
        key: item.model_copy(update={"exposure": (monthly(1000 if key == "a" else 3000),)})
        for key, item in decided.segments.items()
    }
    scenario = Scenario(
        id="base",
        candidate=ONE,
        rollout=rollout or {},
        money={"done|*": Money(metric="done", per_unit=Range.exactly(2.0))},
        swing={"done": Swing(worst=0.0, best=1.0, points=10)},
        one_off_cost=100.0,
    )
    gates = {"goal": Gate(id="goal", metric="done", rule="superiority")}
    ready = decided.change(segments=segments, scenarios={"base": scenario}, **{"gates": gates, **fields})
    return ready, evidence(seen, ready)


MIXED = {"a": Rollout(candidate=ONE), "b": Rollout(candidate=TWO)}


def outcome(rollout: dict[str, Rollout] | None = None, **fields: object) -> Outcome:
    return evaluate(*release(rollout, **fields))


def test_that_standings_hold_the_baseline_and_add_up() -> None:
    found = outcome()
    names = [standing.candidate for standing in found.standings]
    assert names == ["baseline", ONE, TWO]
    assert sum(standing.p_best for standing in found.standings) == pytest.approx(1.0)
    by_name = {standing.candidate: standing for standing in found.standings}
    assert by_name["baseline"].mean == 0.0
    assert found.value is not None
    assert by_name[ONE].mean == pytest.approx(found.value.over_horizon.mean)
    assert by_name[TWO].mean > by_name[ONE].mean
    assert by_name[TWO].expected_regret < by_name[ONE].expected_regret < by_name["baseline"].expected_regret


def test_that_a_plan_with_different_candidates_stands_beside_each_alone() -> None:
    found = outcome(MIXED)
    by_name = {standing.candidate: standing for standing in found.standings}
    assert list(by_name) == ["baseline", ONE, TWO, "*"]
    assert by_name["*"].mean > max(by_name[ONE].mean, by_name[TWO].mean)
    assert found.value is not None
    assert by_name["*"].mean == pytest.approx(found.value.over_horizon.mean)


def test_that_each_segment_is_read_for_the_candidate_that_it_gets() -> None:
    found = outcome(MIXED)
    cells = {segment: found.effect("done", segment) for segment in ("a", "b")}
    assert [cell.candidate if cell else None for cell in cells.values()] == [ONE, TWO]
    whole = found.effect("done")
    assert whole is not None
    expected = sum(
        share * (cell.difference or 0.0) for share, cell in zip((0.25, 0.75), cells.values(), strict=True) if cell
    )
    assert whole.difference == pytest.approx(expected)
    goal = next(gate for gate in found.gates if gate.gate.id == "goal")
    assert goal.effect is not None
    assert goal.effect.difference == pytest.approx(expected)


def test_that_safety_is_judged_for_every_candidate_in_use() -> None:
    gates = {"safe": Gate(id="safe", metric="unsafe", rule="absolute_limit", limit=0.01)}
    assert outcome({"b": Rollout(share=0.0)}, gates=gates).gates[0].state == "PASS"
    mixed = outcome(MIXED, gates=gates).gates[0]
    assert (mixed.state, mixed.candidate) == ("FAIL", TWO)
    assert outcome(MIXED, gates=gates).verdict.recommendation == "BLOCKED"


def test_that_the_best_of_many_is_held_to_more() -> None:
    generator = np.random.default_rng(2)
    before, after = paired_rate(300, both=100, fixed=33, broken=17)
    arms = {"baseline": before, "lucky": after}
    for index in range(4):
        arms[f"other{index}"] = [float(x) for x in generator.permutation(before)]
    seen = observations({"done": arms})
    goal = Gate(id="goal", metric="done", rule="superiority")
    decided = project(seen, gates={"goal": goal}, partition=())
    found = evaluate(decided, evidence(seen, decided))
    assert found.candidate == "lucky"
    assert found.gates[0].state == "MET"
    warned = [finding for finding in found.findings if finding.code == "best_of_candidates"]
    assert [finding.metric for finding in warned] == ["done"]
    assert warned[0].values["candidates"] == 5
    alone = observations({"done": {"baseline": before, "lucky": after}})
    other = project(alone, gates={"goal": goal}, partition=())
    assert "best_of_candidates" not in {item.code for item in evaluate(other, evidence(alone, other)).findings}
