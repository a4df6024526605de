"""The smallest detectable change is one that comparisons of this size really show in four of five runs."""

from __future__ import annotations

import numpy as np
import pytest

from tests import builders
from tradeoff_app.analysis.effects import Effect


def _effect(before: list[float | None], after: list[float | None]) -> Effect:
    seen = builders.observations({"wait": {"baseline": before, "candidate": after}}, types={"wait": "continuous"})
    effect = builders.outcome(seen).effect("wait")
    assert effect is not None
    return effect


def test_that_a_true_change_of_this_size_is_seen_in_four_of_five_runs() -> None:
    rng = np.random.default_rng(5)
    seen = 0
    size = _effect(*_pairs(rng, 0.0)).detectable
    assert size == pytest.approx((1.959964 + 0.841621) / np.sqrt(200), rel=0.15)
    for _ in range(200):
        effect = _effect(*_pairs(rng, float(size or 0.0)))
        assert effect.interval is not None
        seen += effect.interval[0] > 0
    assert 0.65 < seen / 200 < 0.92


def test_that_it_is_not_known_where_nothing_varied() -> None:
    assert _effect([1.0] * 40, [1.0] * 40).detectable is None


def _pairs(rng: np.random.Generator, change: float) -> tuple[list[float | None], list[float | None]]:
    base = rng.normal(size=200)
    return base.tolist(), (base + change + rng.normal(size=200)).tolist()
