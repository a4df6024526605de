"""What is not known never counts as certain: too few units, one cluster, no variation, nobody reached."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
import pytest

from tests.builders import acceptance, monthly, observations, outcome, project
from tradeoff_app.analysis.acceptances import missing_parts, problem_of
from tradeoff_app.analysis.gates import GateResult
from tradeoff_app.analysis.outcome import Outcome
from tradeoff_app.model.acceptance import Person, Response
from tradeoff_app.model.gate import Gate
from tradeoff_app.model.range import Range
from tradeoff_app.model.scenario import Money, Rollout, Scenario, Swing

ONE_DOLLAR = Range.exactly(1.0)


def target(value: float, segment: str = "*", metric: str = "score") -> Gate:
    return Gate(id=f"t{segment}", metric=metric, segment=segment, rule="absolute_target", target=value)


def scores(n: int, after: float = 4.0) -> dict[str, list[float]]:
    return {
        "baseline": [3.0 + 0.1 * (index % 5) for index in range(n)],
        "candidate": [after + 0.1 * (index % 3) for index in range(n)],
    }


def judged(n: int, gate: Gate, segments: list[str] | None = None) -> GateResult:
    seen = observations(
        {"score": scores(n)}, types={"score": "continuous"}, segments={"who": segments} if segments else None
    )
    return outcome(seen, project(seen, gates={gate.id: gate}, replicates=200)).gates[0]


@pytest.mark.parametrize("n", [1, 5, 14])
def test_that_fewer_than_15_units_reach_no_absolute_target(n: int) -> None:
    found = judged(n, target(3.6))
    assert found.state == "INCONCLUSIVE"
    assert found.why == "fewer_than_15_units"
    assert found.observed is not None


def test_that_15_units_may_reach_an_absolute_target() -> None:
    assert judged(15, target(3.6)).state == "MET"


def test_that_a_segment_with_fewer_than_15_units_reaches_no_absolute_target() -> None:
    halves = ["A", "B"] * 7
    assert judged(14, target(3.6, "A"), halves).state == "INCONCLUSIVE"
    assert judged(14, target(3.6), halves).state == "INCONCLUSIVE"


def test_that_segments_do_not_make_statistics_of_14_units() -> None:
    seen = observations({"score": scores(14)}, types={"score": "continuous"}, segments={"who": ["A", "B"] * 7})
    effect = outcome(seen, project(seen, replicates=200)).effect("score")
    assert effect is not None
    assert (effect.interval, effect.why, effect.state) == (None, "fewer_than_15_units", "cannot_tell")


def test_that_small_segments_still_enter_the_whole_with_15_units() -> None:
    seen = observations({"score": scores(16)}, types={"score": "continuous"}, segments={"who": ["A", "B"] * 8})
    effect = outcome(seen, project(seen, replicates=200)).effect("score")
    assert effect is not None
    assert effect.interval is not None


def priced(values: dict[str, list[float]], **fields: Any) -> Outcome:
    """The outcome of one continuous metric at a dollar a point, without gates; a scenario's parts may be replaced."""
    seen = observations({"score": values}, types={"score": "continuous"}, **fields.pop("seen", {}))
    money = {"score|*": Money(metric="score", per_unit=ONE_DOLLAR)}
    swing = {"score": Swing(worst=0.0, best=10.0, points=100.0)}
    scenario = Scenario(id="base", money=money, swing=swing).model_copy(update=fields)
    return outcome(seen, project(seen, exposure=monthly(1000.0), scenarios={"base": scenario}, replicates=200))


@pytest.mark.parametrize(
    ("n", "clusters", "shift", "code"),
    [
        (1, None, 0.0, "one_unit"),
        (5, None, 0.1, "fewer_than_15_units"),
        (40, None, 0.0, "no_variation"),
        (40, ["same"] * 40, 0.1, "one_cluster"),
    ],
)
def test_that_what_has_no_interval_is_worth_nothing_certain(
    n: int, clusters: list[str] | None, shift: float, code: str
) -> None:
    values = {"baseline": [5.0] * n, "candidate": [6.0 + shift * (index % 3) for index in range(n)]}
    found = priced(values, seen={"clusters": clusters})
    assert (found.value, found.value_why) == (None, f"{code}:score|*")
    assert (found.score, found.score_why) == (None, f"{code}:score|*")
    assert found.standings == ()
    assert found.verdict.recommendation == "NO_CASE"


def test_that_money_on_a_small_segment_alone_is_not_known() -> None:
    segments = ["small"] * 7 + ["large"] * 33
    money = {"score|small": Money(metric="score", segment="small", per_unit=ONE_DOLLAR)}
    found = priced(scores(40), money=money, seen={"segments": {"who": segments}})
    assert found.value_why == "fewer_than_15_units:score|small"
    assert found.score is not None


def test_that_small_segments_count_where_the_whole_has_enough_units() -> None:
    found = priced(scores(40), seen={"segments": {"who": ["small"] * 7 + ["large"] * 33}})
    assert found.value is not None
    assert {cell.segment for cell in found.value.by_cell} == {"small", "large"}


def test_that_a_segment_of_one_unit_is_left_out_of_every_sum_and_said() -> None:
    found = priced(scores(40), seen={"segments": {"who": ["single"] + ["large"] * 39}})
    assert found.value is not None
    assert {cell.segment for cell in found.value.by_cell} == {"large"}
    assert ("segment_not_estimable", "single") in {(item.code, item.segment) for item in found.findings}


def test_that_a_release_that_nobody_gets_has_no_score_and_no_case() -> None:
    found = priced(scores(40), money={}, rollout={"*": Rollout(share=0.0)})
    assert (found.score, found.score_why) == (None, "no_rollout")
    assert found.verdict.recommendation == "NO_CASE"


def test_that_a_metric_measured_where_nobody_gets_the_candidate_neither_scores_nor_decides() -> None:
    half = {arm: [*values, *[None] * 40] for arm, values in scores(40).items()}
    flat = {"baseline": [0.0, 1.0] * 40, "candidate": [0.0, 1.0] * 40}
    seen = observations(
        {"score": half, "done": flat}, types={"score": "continuous"}, segments={"who": ["A"] * 40 + ["B"] * 40}
    )
    swing = {"score": Swing(worst=0.0, best=10.0, points=90.0), "done": Swing(worst=0.0, best=1.0, points=10.0)}
    scenario = Scenario(id="base", swing=swing, rollout={"A": Rollout(share=0.0)})
    gate = Gate(id="goal", metric="score", rule="superiority", min_worthwhile=0.0)
    found = outcome(seen, project(seen, scenarios={"base": scenario}, gates={"goal": gate}, replicates=200))
    assert found.score is not None
    assert found.score.difference == 0.0
    assert (found.gates[0].state, found.gates[0].in_scope) == ("MET", False)
    assert found.verdict.recommendation == "NO_CASE"


def test_that_a_target_and_the_worst_case_are_weighed_as_the_effect_is() -> None:
    generator = np.random.default_rng(4)
    heavy = np.array([True, False] * 30)
    after = (np.where(heavy, 3.0, 5.0) + generator.normal(0, 0.1, 60)).tolist()
    gaps = dict.fromkeys((0, 2, 3), "judge_error")
    seen = observations(
        {"score": {"baseline": [4.0] * 60, "candidate": after}},
        types={"score": "continuous"},
        scales={"score": (1.0, 5.0)},
        weights=np.where(heavy, 3.0, 1.0).tolist(),
        statuses={("score", "candidate"): gaps},
    )
    found = outcome(seen, project(seen, gates={"goal": target(3.8)}, replicates=200))
    effect, gate = found.effect("score"), found.gates[0]
    assert effect is not None
    assert effect.worst_best is not None
    assert effect.difference is not None
    assert gate.observed == pytest.approx(effect.candidate_value, abs=1e-9)
    assert gate.state == "MISSED"
    assert effect.worst_best[0] < effect.difference < effect.worst_best[1]


def test_that_a_segment_whose_candidate_is_the_baseline_keeps_it() -> None:
    halves = {"segments": {"who": ["A", "B"] * 20}}
    kept = priced(scores(40), seen=halves, rollout={"A": Rollout(candidate="baseline")})
    apart = priced(scores(40), seen=halves, rollout={"A": Rollout(share=0.0)})
    assert kept.value is not None
    assert apart.value is not None
    assert {cell.segment for cell in kept.value.by_cell} == {"B"}
    assert kept.value.per_month == apart.value.per_month
    nobody = priced(scores(40), seen=halves, candidate="baseline")
    assert (nobody.score_why, nobody.verdict.recommendation) == ("no_rollout", "NO_CASE")


def test_that_an_answer_counts_where_only_a_safety_limit_names_the_metric() -> None:
    values = {"baseline": [1.0] * 10 + [0.0] * 90, "candidate": [1.0] * 30 + [0.0] * 70}
    seen = observations({"bad": values}, lower_is_better=["bad"])
    gate = Gate(id="g", metric="bad", rule="absolute_limit", limit=0.5)
    answer = Response(metric="bad", action="mitigate")
    scenario = Scenario(id="base", regressions={"bad|*": answer})
    found = outcome(seen, project(seen, gates={"g": gate}, scenarios={"base": scenario}, replicates=100))
    assert "MITIGATION_PENDING:bad" in found.verdict.reasons


def test_that_an_acceptance_names_a_role_and_a_day_that_has_come() -> None:
    whole = acceptance("bad", "*", 0.1, evidence_hash="x")
    assert problem_of(whole, -0.05, "x", date(2026, 11, 23)) is None
    assert missing_parts(whole, date(2026, 10, 1)) == ("accepted_on",)
    assert problem_of(whole, -0.05, "x", date(2026, 10, 1)) == "INCOMPLETE"
    assert missing_parts(whole.model_copy(update={"accepted_on": None})) == ()
    assert missing_parts(whole.model_copy(update={"accepter": Person(name="Dana Ruiz")})) == ("accepter",)
