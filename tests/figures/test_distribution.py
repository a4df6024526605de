"""Before and after of one metric: bars, paired columns, steps and cumulative shares from the anonymous numbers."""

from __future__ import annotations

import numpy as np
import pytest

from tests import builders
from tradeoff_app.analysis.evidence import Evidence
from tradeoff_app.analysis.outcome import Outcome, evaluate
from tradeoff_app.figures.kinds.distribution import distribution
from tradeoff_app.figures.spec import Box, Curve, FigureSpec, Interval, Polygon, Rule, Steps
from tradeoff_app.model.project import Project

RNG = np.random.default_rng(11)
N = 300
TIMES = RNG.gamma(4.0, 0.5, N)
LATER = TIMES + 0.5 + RNG.normal(0.0, 0.05, N)
GRADES = RNG.integers(1, 6, N).astype(float)


def _case() -> tuple[Project, Evidence, Outcome]:
    before, after = builders.paired_rate(N, both=150, fixed=60, broken=20)
    rare_before, rare_after = builders.paired_rate(N, both=5, fixed=2, broken=1)
    values = {
        "done": {"baseline": before, "candidate": after},
        "rare": {"baseline": rare_before, "candidate": rare_after},
        "seconds": {"baseline": TIMES.tolist(), "candidate": LATER.tolist()},
        "rating": {"baseline": GRADES.tolist(), "candidate": np.clip(GRADES + 1, 1, 5).tolist()},
    }
    seen = builders.observations(
        values,
        types={"seconds": "duration", "rating": "ordinal"},
        lower_is_better=("seconds", "rare"),
        scales={"rating": (1.0, 5.0)},
    )
    project = builders.project(seen)
    evidence = builders.evidence(seen, project)
    return project, evidence, evaluate(project, evidence)


PROJECT, EVIDENCE, OUTCOME = _case()


def _draw(metric: str, variant: str = "auto") -> FigureSpec:
    return distribution(PROJECT, EVIDENCE, OUTCOME, metric, variant=variant)  # type: ignore[arg-type]


def test_that_a_rate_is_two_bars_from_zero_with_bands_for_what_changed() -> None:
    spec = _draw("done")
    bars = [mark for mark in spec.marks if isinstance(mark, Box) and mark.fill == "solid"]
    assert spec.title == "60 items fixed, 20 broken"
    assert [bar.role for bar in bars] == ["before", "after"]
    assert [bar.x0 for bar in bars] == [0.0, 0.0]
    assert [bar.x1 for bar in bars] == pytest.approx([170 / N, 210 / N])
    assert "95% interval" in spec.subtitle
    assert [mark.role for mark in spec.marks if isinstance(mark, Polygon)] == ["worse", "better"]


def test_that_a_rare_event_gets_its_own_scale_and_an_unclear_title() -> None:
    spec = _draw("rare")
    assert spec.title == "Rare: no clear change"
    assert spec.x.high < 0.1
    assert spec.x.ticks[-1].label.endswith("\u00a0%")


def test_that_ratings_are_paired_columns_that_sum_to_one() -> None:
    spec = _draw("rating")
    columns = [mark for mark in spec.marks if isinstance(mark, Box)]
    for role in ("before", "after"):
        assert sum(column.y1 for column in columns if column.role == role) == pytest.approx(1.0)
    assert [tick.label for tick in spec.x.ticks] == ["1", "2", "3", "4", "5"]


def test_that_times_are_steps_over_the_same_bins_with_both_medians() -> None:
    spec = _draw("seconds")
    before, after = (mark for mark in spec.marks if isinstance(mark, Steps))
    assert before.edges == after.edges
    assert (before.is_filled, after.is_filled) == (True, False)
    assert sum(before.heights) == pytest.approx(1.0, abs=0.02)
    medians = [mark.at for mark in spec.marks if isinstance(mark, Rule)]
    assert medians == pytest.approx([float(np.median(TIMES)), float(np.median(LATER))])
    assert spec.title == "Seconds: 0.5\u00a0s longer"


def test_that_cumulative_shares_rise_from_zero_to_one() -> None:
    curves = [mark for mark in _draw("seconds", "ecdf").marks if isinstance(mark, Curve)]
    for curve in curves:
        assert curve.ys[0] == 0
        assert 0.97 <= curve.ys[-1] <= 1.0
        assert all(after >= before for before, after in zip(curve.ys[:-1], curve.ys[1:], strict=True))


def test_that_a_segment_without_values_says_so() -> None:
    spec = distribution(PROJECT, EVIDENCE, OUTCOME, "done", "nowhere")
    assert spec.title == "Done: not measured"
    assert spec.table.rows == ()


def test_that_the_same_input_gives_the_same_figure() -> None:
    assert all(_draw(metric) == _draw(metric) for metric in ("done", "rating", "seconds"))


def test_that_side_by_side_shows_the_same_bins_twice_with_the_ticks_of_each() -> None:
    spec = _draw("seconds", "side_by_side")
    before, after = (mark for mark in spec.marks if isinstance(mark, Steps))
    shift = after.edges[0] - before.edges[0]
    assert shift > before.edges[-1] - before.edges[0]
    assert [edge + shift for edge in before.edges] == pytest.approx(after.edges)
    labels = [tick.label for tick in spec.x.ticks]
    assert labels[: len(labels) // 2] == labels[len(labels) // 2 :]
    assert spec.table == _draw("seconds").table


def test_that_the_shift_by_quantile_points_to_the_worse_side_where_times_grew() -> None:
    spec = _draw("seconds", "shift")
    intervals = [mark for mark in spec.marks if isinstance(mark, Interval)]
    assert len(intervals) == 6
    assert all(mark.point is not None and mark.point < 0 and mark.role == "worse" for mark in intervals)
    assert spec.title == "Seconds: every quantile moved"
    assert (spec.x.start_word, spec.x.end_word) == ("worse", "better")
    shares = [row[0] for row in spec.table.rows]
    assert shares == [0.1, 0.25, 0.5, 0.75, 0.9, 0.95]


def test_that_every_distribution_leads_to_the_explanation_of_its_change() -> None:
    for metric in ("done", "rating", "seconds"):
        assert _draw(metric).quantity == f"effect:{metric}|*"


def test_that_all_users_are_said_to_be_drawn_as_measured_where_the_effect_weighs_them() -> None:
    seen, project = builders.support_bot()
    evidence = builders.evidence(seen, project)
    outcome = evaluate(project, evidence)
    everyone = distribution(project, evidence, outcome, "task_done")
    part = distribution(project, evidence, outcome, "task_done", "rare")
    assert "all users as evaluated, not weighted by volume" in everyone.subtitle + everyone.alt
    assert "as evaluated" not in part.subtitle + part.alt
    assert "as evaluated" not in _draw("seconds").subtitle
