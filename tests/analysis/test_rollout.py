"""Rollout arithmetic: users hit stage by stage, and a stop rule with its exact power."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import support_bot
from tradeoff_app.analysis.evidence import build_evidence
from tradeoff_app.analysis.outcome import evaluate
from tradeoff_app.analysis.reading import Reading
from tradeoff_app.analysis.rollout import (
    DAYS_PER_MONTH,
    Stage,
    StopRule,
    choose_limit,
    reach_stages,
    units_to_notice,
)

SEEN, STORY = support_bot()
EVIDENCE = build_evidence(SEEN, STORY)


def reading(**fields: object) -> Reading:
    found = evaluate(STORY.change(**fields), EVIDENCE).reading
    assert found is not None
    return found


def test_that_the_story_s_rule_rarely_stops_by_chance_and_mostly_notices() -> None:
    rule = StopRule(2000, 60)
    assert rule.p_stop(0.024) == pytest.approx(0.04, abs=0.005)
    assert rule.p_stop(0.035) == pytest.approx(0.88, abs=0.005)
    assert choose_limit(2000, 0.024) == rule


def test_that_stages_add_up_to_the_month() -> None:
    stages = (Stage(0.05, 7), Stage(0.5, 14), Stage(1.0, DAYS_PER_MONTH))
    impacts, why = reach_stages(reading(), "irrelevant", "rare", stages)
    assert why is None
    assert impacts[0].exposures == pytest.approx(40_000 * 0.05 * 7 / DAYS_PER_MONTH)
    people = reading().people_per_month("irrelevant", "rare")
    assert people is not None
    assert impacts[2].change == pytest.approx(people)
    assert impacts[2].total[0] == pytest.approx(sum(impact.change[0] for impact in impacts))


def test_that_the_whole_population_uses_all_volumes() -> None:
    impacts, _ = reach_stages(reading(), "irrelevant", "*", [Stage(1.0, DAYS_PER_MONTH)])
    assert impacts[0].exposures == pytest.approx(600_000)


def test_that_what_is_unknown_has_its_reason() -> None:
    plain = {key: item.model_copy(update={"exposure": ()}) for key, item in STORY.segments.items()}
    assert reach_stages(reading(segments=plain), "irrelevant", "rare", [Stage(0.1, 7)]) == ((), "no_exposure")
    assert reach_stages(reading(), "irrelevant", "moon", [Stage(0.1, 7)]) == ((), "no_data")


@settings(max_examples=60, deadline=None)
@given(st.integers(20, 3000), st.floats(0.005, 0.6), st.sampled_from(["lower", "higher"]))
def test_that_the_chosen_rule_is_the_most_sensitive_that_keeps_its_promise(n: int, rate: float, better: str) -> None:
    side = "lower" if better == "lower" else "higher"
    rule = choose_limit(n, rate, side)  # type: ignore[arg-type]
    assert rule.p_stop(rate) <= 0.05
    tighter = StopRule(n, rule.limit - 1 if side == "lower" else rule.limit + 1, rule.better)
    assert not 0 <= tighter.limit <= n or tighter.p_stop(rate) > 0.05


def test_that_the_chance_grows_with_the_harm() -> None:
    for rule, rates in ((StopRule(500, 20), (0.01, 0.04, 0.09)), (StopRule(500, 440, "higher"), (0.95, 0.88, 0.8))):
        chances = [rule.p_stop(rate) for rate in rates]
        assert chances == sorted(chances)
    assert StopRule(10, 10).p_stop(0.9) == 0.0
    assert StopRule(10, 0, "higher").p_stop(0.1) == 0.0


def test_that_a_watch_is_long_enough_to_notice() -> None:
    rule = units_to_notice(0.024, 0.035)
    assert rule is not None
    assert rule.p_stop(0.024) <= 0.05
    assert rule.p_stop(0.035) >= 0.8
    assert 1000 < rule.n < 2000
    fewer = units_to_notice(0.9, 0.8)
    assert fewer is not None
    assert fewer.better == "higher"
    assert fewer.p_stop(0.8) >= 0.8
    assert units_to_notice(0.1, 0.1) is None
    assert units_to_notice(1e-9, 1.01e-9) is None
