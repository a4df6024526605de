"""What is not known never counts as certain: too few units, one cluster, no variation, nobody reached."""

from __future__ import annotations

from typing import Any

import pytest

from tests.builders import evidence, monthly, observations, outcome, project
from tradeoff_app.analysis.gates import GateResult
from tradeoff_app.analysis.outcome import Outcome, evaluate
from tradeoff_app.model.gate import Gate
from tradeoff_app.model.project import Project
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
