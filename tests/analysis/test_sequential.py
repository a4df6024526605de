"""Looking more than once: intervals that hold at every look, and the note where they do not."""

from __future__ import annotations

import numpy as np
import pytest

from tests.builders import evidence, observations, paired_rate, project
from tradeoff_app.analysis.evidence import evidence_key
from tradeoff_app.analysis.observations import Observations
from tradeoff_app.analysis.outcome import evaluate
from tradeoff_app.analysis.sequential import always_valid_p, spread_factor

KEY = ("done", "*", "candidate")


def pairs(clusters: bool = False) -> Observations:
    before, after = paired_rate(400, both=200, fixed=60, broken=30)
    tiers = ["a", "b"] * 200
    names = [f"c{i // 4}" for i in range(400)] if clusters else None
    return observations({"done": {"baseline": before, "candidate": after}}, segments={"tier": tiers}, clusters=names)


def test_that_a_plan_widens_every_interval_and_says_so() -> None:
    seen = pairs()
    once = evidence(seen, project(seen))
    several = evidence(seen, project(seen, looks=3, planned_units=800))
    one, other = once.cells[KEY], several.cells[KEY]
    assert one.interval is not None
    assert other.interval is not None
    assert other.difference == one.difference
    assert other.interval[0] < one.interval[0] < one.interval[1] < other.interval[1]
    assert (other.p_value or 0) > (one.p_value or 0)
    assert several.draws.small_sample == once.draws.small_sample
    codes = {finding.code for finding in several.findings}
    assert "looks_corrected" in codes
    assert "repeated_looks" not in codes


@pytest.mark.parametrize("clusters", [False, True])
def test_that_the_population_follows_its_segments(clusters: bool) -> None:
    seen = pairs(clusters)
    plain, several = project(seen), project(seen, looks=3, planned_units=800)
    one = evaluate(plain, evidence(seen, plain)).effect("done")
    other = evaluate(several, evidence(seen, several)).effect("done")
    assert one is not None
    assert other is not None
    assert one.interval is not None
    assert other.interval is not None
    assert other.method == ("cluster_population" if clusters else "mover")
    assert other.interval[1] - other.interval[0] > 1.3 * (one.interval[1] - one.interval[0])


def test_that_without_a_plan_it_is_said_that_nothing_was_corrected() -> None:
    seen = pairs()
    once, again = project(seen), project(seen, looks=2)
    assert evidence(seen, again).cells[KEY].interval == evidence(seen, once).cells[KEY].interval
    assert "repeated_looks" in {finding.code for finding in evidence(seen, again).findings}
    assert evidence_key(again) != evidence_key(once)
    assert project(seen, planned_units=800).planned_looks is None


def test_that_the_sequence_is_narrowest_near_the_plan() -> None:
    widths = [spread_factor(n, 1000) / np.sqrt(n) for n in (250, 1000, 4000)]
    assert widths == sorted(widths, reverse=True)
    assert spread_factor(1000, 1000) < min(spread_factor(1000, 20), spread_factor(1000, 50_000))
    assert always_valid_p(0.0, 100, 100) == 1.0
    assert always_valid_p(6.0, 100, 100) < 0.001


def test_that_few_false_alarms_come_from_looking_after_every_unit() -> None:
    generator = np.random.default_rng(11)
    looks = np.arange(20, 1001, 20)
    walks = generator.normal(size=(2000, 1000)).cumsum(axis=1)[:, looks - 1] / np.sqrt(looks)
    factors = np.array([spread_factor(float(n), 500) for n in looks])
    assert float((np.abs(walks) > factors).any(axis=1).mean()) < 0.05
    assert float((np.abs(walks) > 1.96).any(axis=1).mean()) > 0.20
