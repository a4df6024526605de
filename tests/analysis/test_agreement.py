"""Agreement between raters with its interval, kept as counts; judges beside the people that they stand for."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from tests.builders import evidence, observations, project
from tradeoff_app.analysis.agreement import Ratings, count_ratings, gwet, krippendorff_alpha, percent_agreement
from tradeoff_app.analysis.agreement_readings import measure_agreement
from tradeoff_app.analysis.observations import FloatArray, Observations, Rows
from tradeoff_app.analysis.outcome import evaluate
from tradeoff_app.analysis.table import make_source
from tradeoff_app.model.metric import Lineage
from tradeoff_app.storage.evidence_block import decode, encode
from tradeoff_app.storage.project_document import is_same_evidence


def matrix(items: int, noise: float, seed: int = 4) -> FloatArray:
    """Three raters on a scale of 1 to 5, the last of whom skips a third."""
    generator = np.random.default_rng(seed)
    truth = generator.integers(1, 6, items)
    rated = np.clip(np.round(truth + generator.normal(0, noise, (3, items))), 1, 5)
    rated[2, generator.random(items) < 0.33] = np.nan
    return rated


def rated_release(noise: float) -> Observations:
    """120 units with three raters before and after."""
    before, after = matrix(120, noise, 4), matrix(120, noise, 5)
    plain = observations({"helpful": {"baseline": [1.0], "candidate": [1.0]}}, types={"helpful": "ordinal"})
    arm, rater, unit = (axis.ravel() for axis in np.indices((2, 3, 120)))
    zeros = np.zeros(len(arm), dtype=np.int64)
    rows = Rows(arm, unit, zeros, rater, zeros, np.stack([before, after]).ravel(), zeros)
    return replace(plain, rows=rows, units=tuple(f"u{i:03d}" for i in range(120)), raters=("a", "b", "c"))


def test_that_equal_items_can_share_a_line() -> None:
    ratings = count_ratings(matrix(80, 0.7))
    packed = ratings.compressed()
    assert len(packed.counts) < len(ratings.counts)
    assert packed.items == ratings.items
    for one in (lambda r: krippendorff_alpha(r, "ordinal"), percent_agreement, gwet):
        assert one(packed) == pytest.approx(one(ratings))


def test_that_the_interval_holds_the_estimate_and_shrinks_with_items() -> None:
    few = measure_agreement("m", "ordinal", count_ratings(matrix(40, 0.7)), 0)
    many = measure_agreement("m", "ordinal", count_ratings(matrix(640, 0.7)), 0)
    for found in (few.alpha, few.gwet, few.percent):
        assert found.interval is not None
        assert found.value is not None
        assert found.interval[0] < found.value < found.interval[1]
    assert few.alpha.interval is not None
    assert many.alpha.interval is not None
    ratio = np.diff(few.alpha.interval)[0] / np.diff(many.alpha.interval)[0]
    assert 2.5 < ratio < 7


def test_that_the_interval_covers_the_agreement_of_many_items() -> None:
    truth = krippendorff_alpha(count_ratings(matrix(20_000, 0.8, 99)), "ordinal")
    hits = 0
    for seed in range(40):
        found = measure_agreement("m", "ordinal", count_ratings(matrix(80, 0.8, seed)), seed).alpha.interval
        hits += found is not None and truth is not None and found[0] <= truth <= found[1]
    assert hits >= 34


def test_that_what_cannot_be_said_has_its_reason() -> None:
    same = Ratings(np.array([[2.0, 0.0]] * 20), np.array([1.0, 2.0]))
    assert measure_agreement("m", "nominal", same, 0).alpha.why == "no_variation"
    alone = Ratings(np.array([[1.0, 0.0]] * 20), np.array([1.0, 2.0]))
    assert measure_agreement("m", "nominal", alone, 0).alpha.why == "no_data"
    few = measure_agreement("m", "ordinal", count_ratings(matrix(10, 0.5)), 0)
    assert few.alpha.value is not None
    assert (few.alpha.interval, few.alpha.why) == (None, "fewer_than_15_units")


def test_that_ratings_travel_with_the_evidence_and_read_the_same() -> None:
    seen = rated_release(0.4)
    decided = project(seen)
    source = make_source(seen, decided)
    back = decode(encode(source, decided))
    assert is_same_evidence(back, source)
    found = evaluate(decided, evidence(seen, decided)).agreement
    assert [item.metric for item in found] == ["helpful"]
    assert found[0].standing == "good"
    assert found[0].items == 240
    said = next(finding for finding in source.findings if finding.code == "agreement_known")
    assert said.values["alpha"] == pytest.approx(found[0].alpha.value)
    assert evaluate(decided, evidence(rated_release(1.5), decided)).agreement[0].standing == "low"


def test_that_a_judge_stands_beside_the_people_it_stands_for() -> None:
    generator = np.random.default_rng(9)
    people = generator.integers(1, 6, (2, 80)).astype(float)
    judge = np.clip(people + (generator.random((2, 80)) < 0.3), 1, 5)
    values = {
        name: dict(zip(("baseline", "candidate"), (list(map(float, row)) for row in rows), strict=True))
        for name, rows in (("people", people), ("judge", judge))
    }
    seen = observations(values, types={"people": "ordinal", "judge": "ordinal"})
    decided = project(seen)
    human = decided.metrics["people"].model_copy(update={"tier": "human"})
    automated = decided.metrics["judge"].model_copy(update={"lineage": Lineage(parent="people")})
    told = decided.with_item("metrics", human).with_item("metrics", automated)
    found = evaluate(told, evidence(seen, told)).judges
    assert [(item.judge, item.people) for item in found] == [("judge", "people")]
    assert found[0].agreement.items == 160
    assert found[0].agreement.standing == "good"
    difference = found[0].mean_difference
    assert difference.value == pytest.approx(float((judge - people).mean()))
    assert difference.interval is not None
    assert difference.interval[0] > 0
    assert evaluate(decided, evidence(seen, decided)).judges == ()
