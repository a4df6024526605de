"""A pre-period covariate: less noise, the same effect, and nothing where there is nothing to take out."""

from __future__ import annotations

import numpy as np
import pytest

from tests.builders import evidence, observations, project
from tradeoff_app.analysis.covariates import take_out
from tradeoff_app.analysis.evidence import Evidence

KEY = ("spend", "*", "candidate")


def adjusted(pairing: str, slope: float = 2.0, **fields: object) -> tuple[Evidence, Evidence]:
    """Evidence without and with the covariate; arms of different units."""
    generator = np.random.default_rng(3)
    known = generator.normal(10, 3, (2, 300))
    spend = slope * known + generator.normal(0, 1, (2, 300)) + np.array([[0.0], [0.5]])
    values = {
        name: dict(zip(("baseline", "candidate"), (list(map(float, row)) for row in rows), strict=True))
        for name, rows in (("spend", spend), ("before", known))
    }
    seen = observations(values, types={"spend": "money", "before": "continuous"})
    plain = project(seen, partition=(), pairing=pairing, **fields)
    metric = plain.metrics["spend"].model_copy(update={"covariate": "before"})
    return evidence(seen, plain), evidence(seen, plain.with_item("metrics", metric))


def test_that_a_covariate_narrows_an_unpaired_comparison_and_its_draws() -> None:
    plain, better = adjusted("unpaired")
    one, other = plain.cells[KEY], better.cells[KEY]
    assert one.interval is not None
    assert other.interval is not None
    assert other.interval[1] - other.interval[0] < 0.3 * (one.interval[1] - one.interval[0])
    assert other.interval[0] < 0.5 < other.interval[1]
    draws = better.draws.effect("candidate", "spend", "*")
    assert np.quantile(draws, (0.025, 0.975)) == pytest.approx(other.interval, abs=0.05)
    finding = next(finding for finding in better.findings if finding.code == "covariate_used")
    assert finding.values["share"] > 0.9
    assert plain.hash != better.hash


def test_that_pairs_and_unknown_covariates_change_nothing() -> None:
    plain, better = adjusted("paired")
    assert better.cells[KEY].interval == plain.cells[KEY].interval
    assert "covariate_used" not in {finding.code for finding in better.findings}


def test_that_a_covariate_that_never_varies_or_is_unknown_takes_nothing_out() -> None:
    before, after = np.array([1.0, 2.0, 4.0]), np.array([2.0, 3.0, 3.0])
    same = take_out(before, after, np.ones(3), np.ones(3))
    unknown = take_out(before, after, np.full(3, np.nan), np.full(3, np.nan))
    for found in (same, unknown):
        assert found.theta == 0.0
        assert found.before.tolist() == before.tolist()
        assert found.variance_reduction == pytest.approx(0.0)
