"""A rollout plan in words: small counts stay honest, a rule says both of its chances."""

from __future__ import annotations

import pytest

from tests.wording import story
from tradeoff_app.analysis.rollout import Stage, StageImpact
from tradeoff_app.analysis.rollout_reading import RolloutReading, StopReading
from tradeoff_app.model.rollout_plan import StopWatch
from tradeoff_app.wording.speaker import Speaker

SPEAKER = Speaker(story.project())
WATCH = StopWatch(metric="irrelevant", segment="tail", units=2000, more_than=60, notice=0.035)


def _told(change: tuple[float, float, float], why: str | None = None) -> RolloutReading:
    impact = StageImpact(Stage(0.05, 3), 200.0, change, change)
    return RolloutReading("irrelevant", "tail", () if why else (impact,), why, None, "no_rule")


def test_that_a_stage_that_costs_less_than_one_user_says_so_once() -> None:
    (row,) = SPEAKER.stages(_told((0.6, 0.2, 0.9)))
    assert (row.change, row.interval) == ("fewer than 1", "")


def test_that_a_stage_shows_its_count_with_both_ends() -> None:
    (row,) = SPEAKER.stages(_told((118.0, 40.2, 199.0)))
    assert (row.share, row.days, row.reached, row.change, row.interval) == ("5%", "3", "200", "+120", "40 to 200")


@pytest.mark.parametrize("why", ["no_stages", "no_data", "no_exposure", "one_unit", "no_interval"])
def test_that_unknown_stages_have_a_reason_in_words(why: str) -> None:
    assert len(SPEAKER.no_stages(_told((0, 0, 0), why))) > 10


def test_that_a_rule_says_what_it_counts_and_both_of_its_chances() -> None:
    stop = StopReading(WATCH, 0.024, 0.04, 0.035, 0.88)
    assert SPEAKER.stop_rule(stop) == "Stop at more than 60 irrelevant answers in the first 2,000 rare queries."
    said = SPEAKER.stop_chances(stop)
    assert "4% probability" in said
    assert "2.4%" in said
    assert "88% probability" in said
    assert "3.5%" in said


def test_that_a_rule_without_a_rate_to_notice_asks_for_one() -> None:
    assert "State the rate" in SPEAKER.stop_chances(StopReading(WATCH, 0.024, 0.04, None, None))
