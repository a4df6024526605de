"""Sliders, fields and choices: they speak for the user only, and never by accident."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tradeoff_app.ui.widgets.interval import TINY, nice_reach
from tradeoff_app.ui.widgets.number_field import NumberField
from tradeoff_app.ui.widgets.range_slider import RangeSlider
from tradeoff_app.ui.widgets.segmented import SegmentedChoice
from tradeoff_app.ui.widgets.slider_field import SliderField
from tradeoff_app.ui.widgets.tabs import TabRow
from tradeoff_app.ui.widgets.value_slider import ValueSlider, scale_for

LEFT = Qt.MouseButton.LeftButton


def heard(signal: Any) -> list[Any]:
    """What a signal said, in order."""
    got: list[Any] = []
    signal.connect(lambda *said: got.append(said[0] if len(said) == 1 else said))
    return got


def turn_wheel(widget: QWidget) -> bool:
    """Turn the wheel over a widget; whether it took it."""
    event = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, 120), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    widget.wheelEvent(event)
    return event.isAccepted()


def test_that_setting_a_value_is_silent_and_typing_is_heard_once() -> None:
    field = NumberField(0, 100, decimals=2, name="Worth")
    got = heard(field.value_edited)
    field.set_value(4)
    assert got == []
    field.lineEdit().selectAll()
    QTest.keyClicks(field, "12.5")
    assert got == []
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert got == [12.5]


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [("13.500", 13500), ("13,500", 13500), ("13 500", 13500), ("27k", 27000), ("1.5k", 1500), ("2m", 2_000_000)],
)
def test_that_a_whole_number_is_read_as_people_write_it(typed: str, wanted: float) -> None:
    field = NumberField(0, 1e9, decimals=0, name="Items per month")
    field.lineEdit().selectAll()
    QTest.keyClicks(field, typed)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.value() == wanted


def test_that_a_fraction_in_a_field_for_whole_numbers_changes_nothing() -> None:
    field = NumberField(0, 1e9, decimals=0, name="Items per month")
    field.set_value(80)
    field.lineEdit().selectAll()
    QTest.keyClicks(field, "13.5")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.value() == 80


def test_that_a_field_writes_a_true_minus_and_reads_both() -> None:
    field = NumberField(-100, 100, decimals=1, name="Worth")
    field.set_value(-2.5)
    assert field.text() == "−2.5"
    for typed in ("-3.5", "−3.5"):
        field.set_value(0)
        field.lineEdit().selectAll()
        field.lineEdit().insert(typed)
        field.interpretText()
        assert field.value() == -3.5


def test_that_a_field_speaks_the_users_language() -> None:
    field = NumberField(0, 1e6, decimals=2, name="Worth")
    field.setLocale(QLocale(QLocale.Language.German))
    field.set_value(1234.5)
    assert field.text() == "1.234,50"
    field.lineEdit().selectAll()
    field.lineEdit().insert("0,75")
    field.interpretText()
    assert field.value() == 0.75


def test_that_an_assumed_number_is_italic_until_it_is_stated() -> None:
    field = NumberField(name="Worth")
    field.set_value(4, is_assumed=True, hint="from the template")
    assert field.font().italic()
    assert "Assumed" in field.toolTip()
    field.set_value(4)
    assert not field.font().italic()
    assert field.toolTip() == ""


def test_that_the_wheel_changes_no_number() -> None:
    field, slider = NumberField(name="a"), ValueSlider(0, 10, step=1, name="b")
    field.set_value(5)
    slider.set_real_value(5)
    ranges = RangeSlider(0, 10, step=1, name="c")
    assert not any(turn_wheel(widget) for widget in (field, slider, ranges))
    assert (field.value(), slider.real_value()) == (5, 5)


def test_that_slider_and_field_show_one_number_and_speak_once() -> None:
    both = SliderField(0, 10, step=0.1, name="Weight", field_limits=(0, 100))
    got, ended = heard(both.value_changed), heard(both.drag_ended)
    both.set_value(3)
    assert got == []
    both.slider.setValue(50)
    assert got == [pytest.approx(5.0)]
    assert both.field.value() == pytest.approx(5.0)
    both.field.lineEdit().selectAll()
    QTest.keyClicks(both.field, "42")
    QTest.keyClick(both.field, Qt.Key.Key_Return)
    assert both.value() == 42.0
    assert both.slider.real_value() == 10.0, "the slider stops at its end"
    assert got[-1] == 42.0
    assert len(ended) == 1


def test_that_a_drag_begins_and_ends_once_and_a_double_click_resets() -> None:
    both = SliderField(0, 10, step=0.1, name="Weight")
    both.set_value(2)
    both.resize(300, 28)
    both.show()
    started, ended, got = heard(both.drag_started), heard(both.drag_ended), heard(both.value_changed)
    slider = both.slider
    QTest.mousePress(slider, LEFT, pos=QPoint(20, 10))
    for x in range(20, 120, 10):
        QTest.mouseMove(slider, QPoint(x, 10))
    QTest.mouseRelease(slider, LEFT, pos=QPoint(120, 10))
    assert (len(started), len(ended)) == (1, 1)
    assert len(got) > 3
    QTest.mouseDClick(slider, LEFT, pos=QPoint(60, 10))
    assert both.value() == 2


def test_that_arrow_keys_move_by_one_step_and_page_by_ten() -> None:
    slider = ValueSlider(0, 10, step=0.1, name="Weight")
    slider.set_real_value(5)
    QTest.keyClick(slider, Qt.Key.Key_Right)
    assert slider.real_value() == pytest.approx(5.1)
    QTest.keyClick(slider, Qt.Key.Key_PageUp)
    assert slider.real_value() == pytest.approx(6.1)


@given(st.floats(-1e9, 1e9), st.floats(1e-3, 1e9), st.floats(0, 1))
def test_that_a_slider_gives_back_what_it_was_set_to_within_a_step(low: float, width: float, share: float) -> None:
    step = width / 200
    slider = ValueSlider(low, low + width, step=step, name="x")
    value = low + share * width
    slider.set_real_value(value)
    assert abs(slider.real_value() - value) <= step * 0.51 + abs(low) * 1e-12


@given(st.floats(-1e9, 1e9))
def test_that_a_scale_has_room_around_its_value(value: float) -> None:
    low, high, step = scale_for(value)
    assert low == 0.0
    assert high >= abs(value) * 2.49
    assert high <= max(abs(value) * 6, 1e-8)
    assert 0 < step < high


@given(st.floats(0, 1e12))
def test_that_the_reach_of_interval_bars_is_a_nice_number_not_below_the_largest(largest: float) -> None:
    reach = nice_reach(largest)
    assert reach >= largest * (1 - 1e-9)
    assert largest < TINY or reach <= largest * 2.5


def test_that_the_ends_of_a_range_stop_at_the_best_guess() -> None:
    ranges = RangeSlider(0, 10, step=1, name="Worth")
    ranges.set_values(2, 8, 5)
    got = heard(ranges.range_changed)
    for _ in range(6):
        QTest.keyClick(ranges, Qt.Key.Key_Right)
    assert ranges.values() == (5, 8)
    QTest.keyClick(ranges, Qt.Key.Key_Up)
    for _ in range(6):
        QTest.keyClick(ranges, Qt.Key.Key_Left)
    assert ranges.values() == (5, 5)
    assert got[0] == (3, 8)


def test_that_a_choice_speaks_for_clicks_and_arrows_only() -> None:
    choice = SegmentedChoice([("a", "A"), ("b", "B"), ("c", "C")], name="View")
    choice.show()
    got = heard(choice.choice_changed)
    choice.set_choice("b")
    assert (choice.choice(), got) == ("b", [])
    QTest.keyClick(choice, Qt.Key.Key_Right)
    QTest.keyClick(choice, Qt.Key.Key_Right)
    assert (choice.choice(), got) == ("c", ["c"])
    choice.set_choice(None)
    assert choice.choice() is None


def test_that_tabs_do_not_move_when_another_is_chosen() -> None:
    tabs = TabRow([("a", "Shape"), ("b", "Flips"), ("c", "In words")], name="Views")
    before = [tabs.tabRect(index) for index in range(3)]
    got = heard(tabs.tab_chosen)
    tabs.set_current("c")
    assert [tabs.tabRect(index) for index in range(3)] == before
    assert (tabs.current(), got) == ("c", ["c"])
