"""The map of weights: its border is where the score turns, and both sides cover all weights there are."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.wording import story
from tradeoff_app.analysis.outcome import Outcome
from tradeoff_app.analysis.score import Score, ScorePart
from tradeoff_app.figures.kinds.weight_map import STRIP, TRIANGLE, _area, _regions, weight_map
from tradeoff_app.figures.spec import Dot, Polygon
from tradeoff_app.wording.speaker import Speaker

NUMBERS = st.floats(-5, 5).filter(lambda value: abs(value) > 1e-3)
SPEAKER = Speaker(story.project())


def _outcome(*parts: tuple[str, float, float], share: float | None = 0.94) -> Outcome:
    """The story with these metrics weighed: weight, and the score difference if the metric alone counted (0 to 1)."""
    made = tuple(ScorePart(metric, weight, 100 * weight * gap, (0.0, 1.0)) for metric, weight, gap in parts)
    known = story.outcome()
    score = Score(
        baseline=50.0,
        candidate=51.0,
        difference=1.0,
        interval=(0.0, 2.0),
        p_positive=0.9,
        by_metric=made,
        outside_range=(),
        reference=None,
        reference_move=None,
        equivalents={},
        draws=np.zeros(3),
    )
    return replace(known, score=score, sensitivity=replace(known.sensitivity, ship_share=share))


@given(st.tuples(NUMBERS, NUMBERS, NUMBERS), st.sampled_from((TRIANGLE, STRIP)))
def test_that_better_and_worse_share_all_weights_and_lie_on_their_side_of_the_border(
    plane: tuple[float, float, float], outline: tuple[tuple[float, float], ...]
) -> None:
    better, worse = _regions(outline, plane)
    assert sum(_area(part) for part in (better, worse) if len(part) > 2) == pytest.approx(_area(outline), abs=1e-9)
    for corners, sign in ((better, 1), (worse, -1)):
        assert all(sign * (plane[0] * x + plane[1] * y + plane[2]) >= -1e-9 for x, y in corners)


def test_that_the_dot_stands_at_the_present_weights_in_the_region_of_the_present_sign() -> None:
    drawn = weight_map(_outcome(("quality", 0.2, -0.5), ("task_done", 0.5, 0.1), ("latency", 0.3, 0.0)), SPEAKER)
    (dot,) = [mark for mark in drawn.marks if isinstance(mark, Dot)]
    assert (dot.x, dot.y) == (0.5, 0.3)
    assert {mark.role for mark in drawn.marks if isinstance(mark, Polygon)} == {"better", "worse"}


def test_that_two_metrics_are_a_strip_that_turns_at_the_weight_where_the_score_is_zero() -> None:
    drawn = weight_map(_outcome(("task_done", 0.6, 0.1), ("quality", 0.4, -0.1)), SPEAKER)
    (better,) = [mark for mark in drawn.marks if isinstance(mark, Polygon) and mark.role == "better"]
    assert min(x for x, _ in better.points) == pytest.approx(0.5)


def test_that_a_score_that_always_rises_has_no_worse_region() -> None:
    drawn = weight_map(_outcome(("task_done", 0.6, 0.1), ("quality", 0.4, 0.2), share=1.0), SPEAKER)
    assert [mark.role for mark in drawn.marks if isinstance(mark, Polygon)] == ["better"]
    assert drawn.title == "Shipping wins with every weighting that was tried"


def test_that_fewer_than_two_weights_say_what_is_missing() -> None:
    assert "two metrics" in weight_map(_outcome(("task_done", 1.0, 0.1)), SPEAKER).subtitle
    assert "two metrics" in weight_map(replace(story.outcome(), score=None), SPEAKER).subtitle
