"""Value: one drag is one named step, numbers act at once, weights keep their multiple, assumptions turn upright."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.steps.stories import show_step, support_document
from tradeoff_app.app import value_inputs as inputs
from tradeoff_app.model.range import Range
from tradeoff_app.model.scenario import Swing
from tradeoff_app.ui.steps.value.context import ValueContext
from tradeoff_app.ui.steps.value.equal_card import equal_in_money
from tradeoff_app.ui.steps.value.page import ValueStep
from tradeoff_app.ui.steps.value.range_input import turned
from tradeoff_app.wording.speaker import Speaker


def _drag(slider: QWidget, start: float, end: float) -> None:
    """Drag a slider from one share of its width to another in ten moves."""
    y = slider.height() // 2
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(int(start * slider.width()), y))
    for part in range(1, 11):
        x = start + (end - start) * part / 10
        QTest.mouseMove(slider, QPoint(int(x * slider.width()), y))
        QApplication.processEvents()
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(int(end * slider.width()), y))


def test_that_one_drag_is_one_step_named_from_start_to_end() -> None:
    step = show_step(ValueStep)
    row = step.money._rows[0]
    _drag(row.slider, 0.4, 0.6)
    now = step.document.scenario.money["task_done|*"].per_unit.base
    assert now > 4.0
    assert step.document.undo_name == f"Completed task $4.00 → ${now:.2f}"
    step.document.undo()
    assert step.document.scenario.money["task_done|*"].per_unit == Range(low=2.5, base=4.0, high=5.5)
    assert step.document.undo_name is None


def test_that_every_move_of_a_drag_moves_the_value_and_the_verdict_follows() -> None:
    step = show_step(ValueStep)
    seen: list[float] = []
    step.document.outcome_changed.connect(lambda: seen.append(_worth(step)))
    _drag(step.money._rows[0].slider, 0.4, 0.9)
    assert len(set(seen)) > 5
    assert seen[-1] > seen[0]


def _worth(step: ValueStep) -> float:
    value = step.document.outcome.value
    assert value is not None
    return value.per_month.mean


def test_that_arrow_keys_in_a_row_are_one_step() -> None:
    step = show_step(ValueStep)
    slider = step.money._rows[0].slider
    slider.setFocus()
    for _ in range(3):
        QTest.keyClick(slider, Qt.Key.Key_Right)
    step.document.undo()
    assert step.document.undo_name is None


def test_that_a_typed_number_is_a_step_of_its_own_and_no_longer_assumed() -> None:
    step = show_step(ValueStep)
    row = step.money._rows[0]
    assert row.base.is_assumed
    row.base.setValue(3.5)
    assert step.document.undo_name == "Completed task $4.00 → $3.50"
    assert not row.base.is_assumed
    row.base.setValue(3.0)
    step.document.undo()
    assert step.document.undo_name == "Completed task $4.00 → $3.50"


def test_that_undo_brings_field_and_slider_back() -> None:
    step = show_step(ValueStep)
    row = step.money._rows[0]
    row.base.setValue(5.0)
    step.document.undo()
    assert row.base.value() == 4.0
    assert row.slider.real_value() == pytest.approx(4.0, abs=0.05)
    assert row.base.is_assumed


def test_that_a_harm_is_priced_as_what_one_fewer_is_worth() -> None:
    step = show_step(ValueStep)
    row = next(row for row in step.money._rows if row.source.key == "irrelevant|*")
    assert row.base.value() == 8.0
    row.high.setValue(20.0)
    assert step.document.scenario.money["irrelevant|*"].per_unit == Range(low=-20.0, base=-8.0, high=-4.0)
    assert step.document.undo_name == "Irrelevant answer $4.00 to $12.00 → $4.00 to $20.00"


def test_that_turning_a_price_twice_gives_it_back() -> None:
    price = Range(low=-12.0, base=-8.0, high=-4.0)
    assert turned(turned(price, -1), -1) == price
    assert turned(price, 1) == price


def test_that_a_value_weight_is_kept_as_a_multiple_of_the_default() -> None:
    step = show_step(ValueStep)
    row = next(row for row in step.segments._rows if row.segment == "rare")
    row.weight.field.setValue(2.0)
    share = step.document.outcome.mix.shares["rare"]
    assert step.document.scenario.segment_weights["rare"] == pytest.approx(2 * share)
    row.rollout.setValue(50)
    assert step.document.scenario.segment_weights["rare"] == pytest.approx(share)
    assert row.weight.value() == pytest.approx(2.0)


def test_that_a_new_volume_keeps_every_multiple() -> None:
    step = show_step(ValueStep)
    rare = next(row for row in step.segments._rows if row.segment == "rare")
    rare.weight.field.setValue(1.5)
    rare.volume.setValue(80_000)
    assert step.document.project.segments["rare"].exposure[0].per_month.base == 80_000
    assert rare.weight.value() == pytest.approx(1.5, abs=0.01)
    assert not step.document.project.is_assumed("segments/rare/exposure")


def test_that_confirming_takes_every_assumption_of_the_page() -> None:
    step = show_step(ValueStep)
    assert step.rail_count() == "3 to check"
    step.equal.confirmed.emit()
    assert step.document.project.assumed == ()
    assert step.rail_state() == "done"
    step.document.undo()
    assert step.rail_count() == "3 to check"


def test_that_equal_changes_are_counted_in_the_dearest_one() -> None:
    document = support_document()
    context = ValueContext.of(document, Speaker(document.project))
    said = equal_in_money(context).replace("\u00a0", " ")
    assert said == "1 irrelevant answer fewer = 2.0 completed tasks more = 3.2 hand-overs fewer"


def test_that_the_table_shows_the_same_numbers_and_confirms_one_by_one() -> None:
    step = show_step(ValueStep)
    step.views.choice_changed.emit("table")
    step.views.set_choice("table")
    step._view_chosen("table")
    row = next(row for row in step.numbers._rows if row.source.key == "task_done|*")
    assert (row.low.value(), row.base.value(), row.high.value()) == (2.5, 4.0, 5.5)
    assert row.state.text() == "Assumed"
    row.confirm.click()
    assert row.state.text() == "Stated"
    assert step.document.undo_name == "Confirm Completed task, $4.00"


def test_that_a_metric_can_be_put_in_money_and_taken_out() -> None:
    step = show_step(ValueStep)
    step.money._fill_add_menu()
    action = next(action for action in step.money._add_menu.actions() if action.data() == "seconds|*")
    step.money._added(action)
    assert "seconds|*" in step.document.scenario.money
    step.money._fill_drop_menu()
    drop = next(action for action in step.money._drop_menu.actions() if action.data() == "seconds|*")
    step.money._dropped(drop)
    assert "seconds|*" not in step.document.scenario.money


def test_that_a_metric_can_be_weighed_and_safety_is_never_offered() -> None:
    step = show_step(ValueStep)
    step.swings._fill_add_menu()
    offered = [action.data() for action in step.swings._add_menu.actions()]
    assert "unsafe" not in offered
    step.swings._added(next(action for action in step.swings._add_menu.actions() if action.data() == "quality"))
    swing = step.document.scenario.swing["quality"]
    assert (swing.worst, swing.best) == (1.0, 5.0)
    assert step.document.project.is_assumed("scenarios/base/swing/quality")


def test_that_costs_horizon_and_production_are_steps() -> None:
    step = show_step(ValueStep)
    step.money._others[0].amount.setValue(9000)  # type: ignore[union-attr]
    assert step.document.undo_name == "Running cost per month $7,400 → $9,000"
    step.money._others[-1].months.setValue(24)  # type: ignore[union-attr]
    assert step.document.project.horizon_months == 24
    production = step.money._rows[-1]
    production.low.setValue(50)
    assert step.document.scenario.transport["*"] == Range(low=0.5, base=1.0, high=1.0)


def test_that_a_volume_can_be_stated_where_there_was_none() -> None:
    document = support_document()
    segment = document.project.segments["rare"].model_copy(update={"exposure": ()})
    bare = document.project.with_item("segments", segment)
    assert inputs.exposure_of(bare, "rare") is None
    stated = inputs.with_exposure(bare, "rare", Range.exactly(5.0))
    assert stated.segments["rare"].exposure[0].basis == "query"
    everyone = inputs.with_exposure(bare, "*", Range.exactly(7.0))
    assert everyone.exposure is not None
    assert everyone.exposure.per_month.base == 7.0


def test_that_an_answered_question_sets_a_price_and_can_be_undone() -> None:
    step = show_step(ValueStep)
    before = step.document.scenario.money
    step.equal.asked.emit()
    row = step.trade_offs._rows[0]
    row.answer.setValue(row.answer.value() * 2)
    assert step.document.scenario.money != before
    assert (step.document.undo_name or "").startswith("As bad: ")
    step.document.undo()
    assert step.document.scenario.money == before


def test_that_the_equal_view_shows_both_scores_and_its_button_makes_them_one() -> None:
    step = show_step(ValueStep)
    step.views.choice_changed.emit("equal")
    step.views.set_choice("equal")
    step._view_chosen("equal")
    assert step.alike.take.isEnabled()
    step.alike.take.click()
    assert {swing.points for swing in step.document.scenario.swing.values()} == {100.0}
    assert not step.alike.take.isEnabled()


def test_that_points_and_prices_far_apart_are_asked_about_on_the_page() -> None:
    step = show_step(ValueStep)
    document = step.document
    scenario = document.scenario
    swing = {
        "task_done": Swing(worst=0.0, best=1.0, points=1),
        "irrelevant": Swing(worst=0.05, best=0.0, points=100),
    }
    document.edit_scenario(scenario.model_copy(update={"swing": swing}), "Weigh")
    assert step.equal.doubt.isVisible()
    assert "Which of the two do you mean?" in step.equal.doubt.text()
    assert [row.implied.text() != "" for row in step.swings._rows] == [True, True]
    document.undo()
    assert step.equal.doubt.isVisible() == any(pair.is_apart for pair in document.outcome.weight_pairs)
