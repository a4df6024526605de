"""Every figure: a title that obeys the state, numbers that add up, one scale, alt text and the table behind it."""

from __future__ import annotations

import math
from dataclasses import fields, is_dataclass, replace
from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from tests.briefing import cases
from tests.wording import story
from tradeoff_app.analysis.outcome import evaluate
from tradeoff_app.analysis.sensitivity import TornadoBar
from tradeoff_app.figures.bars import digits_that_add_up
from tradeoff_app.figures.kinds.contributions import contributions
from tradeoff_app.figures.kinds.count_grid import count_grid
from tradeoff_app.figures.kinds.flips import flips
from tradeoff_app.figures.kinds.forest import forest
from tradeoff_app.figures.kinds.net_value import net_value
from tradeoff_app.figures.kinds.tornado import tornado
from tradeoff_app.figures.kinds.waterfall import waterfall
from tradeoff_app.figures.spec import Box, Connector, CountGrid, Dot, FigureSpec, Interval, Label, Rule, Steps
from tradeoff_app.model.range import Range
from tradeoff_app.model.scenario import Money
from tradeoff_app.wording.lint import lint
from tradeoff_app.wording.speaker import Speaker

OUTCOME = story.outcome()
SPEAKER = Speaker(story.project())
VALUE = story.net_value()
UNCLEAR = replace(
    OUTCOME, value=replace(VALUE, per_month=replace(VALUE.per_month, interval=(-9_000.0, 79_000.0)), p_positive=0.83)
)
UNKNOWN = replace(OUTCOME, value=None, value_why="no_exposure")


def _drawn(outcome: Any, speaker: Speaker = SPEAKER) -> list[FigureSpec]:
    return [
        contributions(outcome, speaker),
        contributions(outcome, speaker, "metric"),
        waterfall(outcome, speaker),
        waterfall(outcome, speaker, "metric"),
        net_value(outcome, speaker),
        tornado(outcome, speaker),
        forest(outcome, speaker, "task_done"),
        forest(outcome, speaker, "irrelevant"),
        forest(outcome, speaker, "quality"),
        forest(outcome, speaker, "nothing"),
        flips(outcome, speaker, "task_done", "primary"),
        flips(outcome, speaker, "quality"),
        count_grid(outcome, speaker, "task_done", "primary"),
        count_grid(outcome, speaker, "task_done", "other"),
        count_grid(outcome, speaker, "quality"),
    ]


def _numbers(thing: Any) -> list[float]:
    if isinstance(thing, float | int):
        return [float(thing)]
    if isinstance(thing, tuple | list):
        return [number for part in thing for number in _numbers(part)]
    if is_dataclass(thing) and not isinstance(thing, type):
        return [number for field in fields(thing) for number in _numbers(getattr(thing, field.name))]
    return []


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("outcome", [OUTCOME, UNCLEAR, UNKNOWN])
def test_that_every_figure_has_words_a_table_and_finite_numbers(outcome: Any, language: str) -> None:
    for spec in _drawn(outcome, Speaker(story.project(), language)):
        assert spec.title
        assert spec.title in spec.alt
        assert all(len(row) == len(spec.table.columns) for row in spec.table.rows)
        assert all(math.isfinite(number) for number in _numbers(spec))
        assert len(spec.title) <= 80


@pytest.mark.parametrize("outcome", [OUTCOME, UNCLEAR])
def test_that_ticks_lie_inside_their_axis(outcome: Any) -> None:
    for spec in _drawn(outcome):
        for axis in (spec.x, spec.y):
            assert axis.low < axis.high
            assert all(axis.low - 1e-9 <= tick.at <= axis.high + 1e-9 for tick in axis.ticks)


def test_that_titles_say_no_more_than_the_interval_allows() -> None:
    assert contributions(OUTCOME, SPEAKER).title == "Most value comes from the primary persona"
    assert contributions(UNCLEAR, SPEAKER).title == "No clear gain or loss in money"
    assert waterfall(OUTCOME, SPEAKER).title == "Of $50,000 a month, $46,000 comes from the primary persona"
    assert waterfall(UNCLEAR, SPEAKER).title == "No clear gain or loss in money"
    assert waterfall(UNCLEAR, SPEAKER, "metric").title == "The same total by metric"
    assert net_value(OUTCOME, SPEAKER).title == "More than 99% probability that the value is above zero"
    assert net_value(UNCLEAR, SPEAKER).title == "No clear gain or loss: 83% probability of a value above zero"
    assert forest(OUTCOME, SPEAKER, "irrelevant").title == "Irrelevant answer: worse for rare queries"
    assert count_grid(OUTCOME, SPEAKER, "task_done", "other").title == "No clear change in completed tasks"


def test_that_titles_and_subtitles_pass_the_linter() -> None:
    for spec in (*_drawn(OUTCOME), *_drawn(UNCLEAR)):
        found = [*lint(spec.title), *lint(spec.alt)]
        assert [finding for finding in found if finding.code != "hidden_interval"] == []


def test_that_rounded_parts_of_a_waterfall_add_up() -> None:
    spec = waterfall(OUTCOME, SPEAKER)
    texts = [mark.text for mark in spec.marks if isinstance(mark, Label) and mark.is_strong]
    amounts = [float(text.replace("−", "-")) for text in texts]
    assert sum(amounts[:-1]) == pytest.approx(amounts[-1])


@pytest.mark.parametrize(
    ("parts", "total", "digits"), [((1.0, 2.0), 3.0, 1), ((0.14, 0.14), 0.28, 2), ((0.04, 0.04), 0.08, 2)]
)
def test_that_one_more_digit_is_shown_where_parts_would_not_add_up(
    parts: tuple[float, ...], total: float, digits: int
) -> None:
    assert digits_that_add_up(parts, total) == digits


def test_that_both_waterfalls_share_one_scale() -> None:
    first, second = waterfall(OUTCOME, SPEAKER), waterfall(OUTCOME, SPEAKER, "metric")
    assert first.y == second.y
    assert first.y.low <= 0 <= first.y.high


def test_that_columns_stand_on_each_other_and_the_total_on_zero() -> None:
    boxes = [mark for mark in waterfall(OUTCOME, SPEAKER).marks if isinstance(mark, Box)]
    assert boxes[0].y0 == 0
    assert all(after.y0 == pytest.approx(before.y1) for before, after in pairwise(boxes[:-1]))
    assert (boxes[-1].y0, boxes[-1].role) == (0, "accent")
    assert boxes[-1].y1 == pytest.approx(boxes[-2].y1)


def test_that_a_fixed_cost_is_a_square_without_interval() -> None:
    spec = contributions(OUTCOME, SPEAKER)
    assert [mark.x for mark in spec.marks if isinstance(mark, Dot)] == [-7.4]
    assert any(isinstance(mark, Rule) and mark.at == 0 and mark.orientation == "vertical" for mark in spec.marks)


def test_that_rings_mark_what_cannot_be_told() -> None:
    rows = [mark for mark in contributions(OUTCOME, SPEAKER).marks if isinstance(mark, Interval)]
    assert [(row.role, row.is_ring) for row in rows] == [
        ("better", False),
        ("unknown", True),
        ("unknown", True),
        ("accent", False),
    ]


def test_that_right_is_better_whatever_the_direction_of_the_metric() -> None:
    spec = forest(OUTCOME, SPEAKER, "irrelevant")
    worse = next(mark for mark in spec.marks if isinstance(mark, Interval) and mark.role == "worse")
    assert worse.high < 0
    assert spec.x.ticks[0].label.startswith("+")
    assert (spec.x.start_word, spec.x.end_word) == ("worse", "better")
    assert any(isinstance(mark, Rule) and mark.is_dashed and mark.at == pytest.approx(-0.4) for mark in spec.marks)


def test_that_the_net_value_splits_at_zero_and_holds_all_draws() -> None:
    draws = np.random.default_rng(3).normal(5_000.0, 10_000.0, 4000)
    outcome = replace(OUTCOME, value=replace(VALUE, draws=draws))
    steps = [mark for mark in net_value(outcome, SPEAKER).marks if isinstance(mark, Steps)]
    lost, gained = steps
    assert lost.edges[-1] == gained.edges[0] == 0
    assert sum(lost.heights) == pytest.approx((draws < 0).mean(), abs=0.002)
    assert sum(lost.heights) + sum(gained.heights) == pytest.approx(1.0, abs=0.002)


def test_that_the_widest_swing_stands_first() -> None:
    spec = tornado(OUTCOME, SPEAKER)
    assert [row[0] for row in spec.table.rows] == [
        "Completed task is worth",
        "Effect in production",
        "Rare queries per month",
    ]
    assert spec.title == "No single assumption turns the value within its range"


def test_that_flips_are_read_from_the_sign_of_the_change() -> None:
    effects = tuple(
        replace(effect, fixed=90, broken=54) if effect.key == "irrelevant|tail" else effect
        for effect in OUTCOME.effects
    )
    spec = flips(replace(OUTCOME, effects=effects), SPEAKER, "irrelevant", "tail")
    assert spec.title == "54 fixed, 90 broken of 2,400 pairs"


def test_that_the_grid_shows_the_clear_change_alone() -> None:
    clear, unclear = (count_grid(OUTCOME, SPEAKER, "task_done", segment).marks[0] for segment in ("primary", "other"))
    assert isinstance(clear, CountGrid)
    assert isinstance(unclear, CountGrid)
    assert (clear.before, clear.more, clear.role_more) == (624, 44, "better")
    assert unclear.more == 0


def _label(spec: FigureSpec, text: str) -> Label:
    return next(mark for mark in spec.marks if isinstance(mark, Label) and mark.text == text)


def test_that_the_interval_of_a_loss_is_named_outside_its_column() -> None:
    summary = replace(VALUE.per_month, mean=-8_200.0, interval=(-15_000.0, -3_100.0))
    spec = waterfall(replace(OUTCOME, value=replace(VALUE, per_month=summary, p_positive=0.0)), SPEAKER)
    label = _label(spec, "−15 to −3")
    assert label.y < -8.2


def test_that_many_parts_of_a_value_are_folded_into_six() -> None:
    part = next(iter(VALUE.by_metric.values()))
    many = {f"segment {number}": replace(part, mean=100.0 + number) for number in range(12)}
    mean = sum(each.mean for each in many.values()) - VALUE.running_cost
    value = replace(VALUE, by_segment=many, per_month=replace(VALUE.per_month, mean=mean))
    names = [tick.label for tick in waterfall(replace(OUTCOME, value=value), SPEAKER).x.ticks]
    assert len(names) == 8
    assert names[5:] == ["Others (7)", "Running cost", "Total"]


@pytest.mark.parametrize("price", [(-60.0, -4.0, -3.9), (-4.1, -4.0, -0.1)])
def test_that_the_ends_of_every_bar_lie_around_the_line_of_a_tornado_where_ranges_lean(
    price: tuple[float, float, float],
) -> None:
    project, evidence, _ = cases.support()
    scenario = project.scenario()
    low, base, high = price
    leaning = Money(metric="irrelevant", per_unit=Range(low=low, base=base, high=high))
    scenario = scenario.model_copy(update={"money": {**scenario.money, leaning.key: leaning}})
    outcome = evaluate(project.change(scenarios={"base": scenario}), evidence, as_of=cases.TODAY)
    spec = tornado(outcome, Speaker(project))
    now = {mark.x1 for mark in spec.marks if isinstance(mark, Connector) and mark.role == "accent"}
    bars = [mark for mark in spec.marks if isinstance(mark, Box)]
    assert len(now) == 1
    assert outcome.value is not None
    assert now != {outcome.value.per_month.mean / 1000}
    for bar in bars:
        assert math.isclose(bar.x0 if bar.role == "better" else bar.x1, *now, abs_tol=1e-9)
    for end in outcome.sensitivity.tornado:
        low_result, high_result = sorted((end.result_low / 1000, end.result_high / 1000))
        assert low_result - 1e-9 <= max(now) <= high_result + 1e-9


def test_that_no_line_of_a_tornado_runs_through_the_names() -> None:
    spec = tornado(OUTCOME, SPEAKER)
    assert all(mark.at in (spec.x.low, spec.x.high) for mark in spec.marks if isinstance(mark, Rule))


def test_that_names_and_ranges_of_a_narrow_tornado_take_two_lines_before_either_is_cut() -> None:
    bars = (*OUTCOME.sensitivity.tornado, TornadoBar("effect/task_done|primary", 0.028, 0.059, 20_000.0, 80_000.0))
    outcome = replace(OUTCOME, sensitivity=replace(OUTCOME.sensitivity, tornado=bars))
    spec = tornado(outcome, SPEAKER, line_length=44)
    labels = [mark for mark in spec.marks if isinstance(mark, Label)]
    lines = {mark.y: [other.text for other in labels if other.y == mark.y] for mark in labels}
    assert all(sum(map(len, texts)) <= 44 for texts in lines.values())
    assert ["Task completion, primary persona"] in lines.values()
    assert ["+2.8 to +5.9 points"] in lines.values()
    assert "Measured change, task completion (primary persona)" in [row[0] for row in spec.table.rows]
